//! A walk through the program: keys in, screens out, with a real file behind it and no terminal.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use taizhang::app::copying::{CopyForm, CopyOutcome, CopyReport, CopyWhat};
use taizhang::app::layout::Size;
use taizhang::app::remembering::SearchReport;
use taizhang::app::{
    App, DateUse, Effect, FileFacts, HandedBack, Msg, NotReloaded, Reloaded, SaveKind, SaveOutcome,
    SaveRequest,
};
use taizhang::keys::{self, Keys};
use taizhang::ledger::{Audit, Edit, IoCause, ItemId, judge_all};
use taizhang::search::{Corpus, answer};
use taizhang::store::{Document, Searches};
use taizhang::terminal::message;
use taizhang::view::{Glyphs, Look, Theme, draw, measure};
use taizhang::words::Language;
use taizhang::words::commands::commands;
use tempfile::TempDir;

pub mod long_notes;
pub mod others;
mod tmux;
mod typed;

pub use tmux::{Habits, Pane};
pub use typed::events;

/// The ledger that is shipped.
pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ledger.toml")
}

/// The day on which every walk is taken.
pub const TODAY: Date = date(2025, 7, 25);

pub const CHINESE: Look = Look {
    words: Language::Chinese.words(),
    theme: Theme::TERMINAL,
    glyphs: Glyphs::Blocks,
    keys: Keys::DEFAULT,
};
pub const ENGLISH: Look = Look {
    words: Language::English.words(),
    ..CHINESE
};

/// The program in front of a user.
pub struct Walk {
    pub app: App,
    pub look: Look,
    document: Document,
    terminal: Terminal<TestBackend>,
    pub has_quit: bool,
    /// How long the program has run, as the doors would tell.
    pub elapsed_millis: u64,
    /// What was carried to the clipboard.
    pub copied: Vec<CopyWhat>,
    /// Answers of the doors that are on their way; `None` where each comes at once.
    pub held: Option<VecDeque<Msg>>,
    folder: TempDir,
}

impl Walk {
    /// Opens a copy of the shipped ledger.
    pub fn shipped(cols: u16, rows: u16) -> Self {
        Self::of(&fs::read_to_string(shipped()).unwrap(), cols, rows)
    }

    /// Opens a ledger with this text.
    pub fn of(text: &str, cols: u16, rows: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.toml");
        fs::write(&path, text).unwrap();
        let document = Document::open(&path).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let facts = FileFacts {
            name: "ledger.toml".into(),
            read_only: document.read_only(),
            is_unreadable: false,
        };
        let app = App::new(document.ledger(), facts, Size { cols, rows });
        let terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
        let mut walk = Self {
            app,
            look: CHINESE,
            document,
            terminal,
            has_quit: false,
            elapsed_millis: 0,
            copied: Vec::new(),
            held: None,
            folder,
        };
        walk.step(Msg::Resized(Size { cols, rows }));
        walk.step(Msg::Today(TODAY, DateUse::Overdue));
        walk
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("ledger.toml")
    }

    pub fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// Presses keys, written as they are typed; special ones in angle brackets: `<Enter>`, `<F2>`, `<C-s>`, `<S-Down>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for event in events(keys) {
            let msg = |walk: &Self| {
                let context = keys::context(walk.app.mode());
                walk.look.keys.message(context, event.clone())
            };
            if msg(self).is_some_and(|msg| self.waits(&msg)) {
                self.answer();
            }
            if let Some(msg) = msg(self) {
                self.step(msg);
            }
        }
        self
    }

    /// Does something with the mouse at a cell.
    pub fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> &mut Self {
        let event = Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        });
        let msg = |walk: &Self| message(&walk.app, walk.look, &event);
        if msg(self).is_some_and(|msg| self.waits(&msg)) {
            self.answer();
        }
        if let Some(msg) = msg(self) {
            self.step(msg);
        }
        self
    }

    /// Whether the loop keeps this key until the doors have answered.
    fn waits(&self, msg: &Msg) -> bool {
        self.held.is_some() && (self.app.waits_for_hits(msg) || self.app.waits_for_save(msg))
    }

    /// The doors answer all that they were asked.
    pub fn answer(&mut self) -> &mut Self {
        while let Some(msg) = self.held.as_mut().and_then(VecDeque::pop_front) {
            self.step(msg);
        }
        self
    }

    /// Clicks on the first cell of a text on screen.
    #[track_caller]
    pub fn click(&mut self, text: &str) -> &mut Self {
        let cell = self.cell_of(text);
        self.mouse(MouseEventKind::Down(MouseButton::Left), cell)
    }

    /// The cell in which a text on screen begins.
    #[track_caller]
    pub fn cell_of(&mut self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let mut rows = screen.lines().zip(0..);
        let found = rows.find_map(|(line, row)| Some((&line[..line.find(text)?], row)));
        let (before, row) = found.unwrap_or_else(|| panic!("no {text:?} in:\n{screen}"));
        let col = u16::try_from(taizhang::text::cols_of(before)).unwrap();
        (col, row)
    }

    /// The doors tell something.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        self.step(msg);
        self
    }

    /// Types nothing for a moment.
    pub fn pause(&mut self) -> &mut Self {
        self.step(Msg::Paused);
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.step(Msg::Pasted(text.into()));
        self
    }

    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(cols, rows);
        self.step(Msg::Resized(Size { cols, rows }));
        self
    }

    /// Saves an edit, as a screen would ask for it.
    pub fn save(&mut self, edit: Edit) -> &mut Self {
        let kind = SaveKind::Edit;
        if let Some(ended) = self.perform(Effect::Save(SaveRequest { edit, kind })) {
            self.step(ended);
        }
        self
    }

    /// Takes one message and does at once what the app asks for.
    fn step(&mut self, msg: Msg) {
        let mut next = Some(msg);
        while let Some(msg) = next.take() {
            next = self.app.update(msg).and_then(|effect| self.perform(effect));
            let is_late = next.as_ref().is_some_and(comes_late);
            if let Some(held) = self.held.as_mut().filter(|_| is_late) {
                held.extend(next.take());
            }
        }
        if self.app.ruler() != self.look.ruler() {
            self.app.update(Msg::Ruled(self.look.ruler()));
        }
        self.app
            .update(Msg::Measured(measure(&self.app, self.look)));
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Quit => self.has_quit = true,
            Effect::Redraw | Effect::SettleDraft { .. } => {}
            Effect::HandOver(request) => {
                let text = format!("{}（外改）", request.draft.fields[0].text);
                return Some(Msg::HandedBack(HandedBack::Changed {
                    text,
                    encoding: None,
                    fault: None,
                }));
            }
            Effect::AskDate(date_use) => {
                return Some(Msg::Today(TODAY, date_use));
            }
            Effect::SavedSearches(change) => {
                let searches = Searches::in_folder(&self.folder.path().join("state"));
                let outcome = searches
                    .change(&change)
                    .map_err(|error| IoCause::of(&error));
                return Some(Msg::SavedSearches(SearchReport { change, outcome }));
            }
            Effect::Copy(request) => {
                self.copied.push(request.what.clone());
                let chars = self.chars_of(&request.what);
                let (what, outcome) = (request.what, CopyOutcome::InClipboard);
                return Some(Msg::Copied(CopyReport {
                    what,
                    chars,
                    outcome,
                }));
            }
            Effect::AskCommands => {
                let context = keys::context(self.app.mode());
                return Some(Msg::Commands(commands(self.look.keys, context)));
            }
            Effect::AskTime => return Some(Msg::Elapsed(self.elapsed_millis)),
            Effect::Search(request) => {
                let mut corpus = Corpus::default();
                corpus.refresh(&request.ledger);
                let answer = answer(&corpus, &request.query, request.scope, &|| true)?;
                return Some(Msg::Found {
                    number: request.number,
                    answer,
                });
            }
            Effect::Audit(request) => {
                let verdicts = judge_all(&request.ledger);
                let (number, audit) = (request.number, Audit::of(&request.ledger, &verdicts));
                return Some(Msg::Audited { number, audit });
            }
            Effect::Save(request) => {
                let result = self.document.save(&request.edit);
                let is_changed = self.document.take_changed_elsewhere();
                let found = is_changed.then(|| self.reloaded());
                let unread = Box::new(self.document.ledger().unread.clone());
                let outcome = SaveOutcome {
                    result,
                    found,
                    unread,
                };
                return Some(Msg::SaveEnded(request, outcome));
            }
            Effect::Reload => {
                let outcome = self.document.reload().or(Err(NotReloaded::Unreadable));
                let outcome = outcome.map(|_| self.reloaded());
                return Some(Msg::Reloaded {
                    outcome,
                    is_asked: true,
                });
            }
        }
        None
    }

    /// How long a copied note or piece is; the other forms are made by doors that are not here.
    fn chars_of(&self, what: &CopyWhat) -> usize {
        match what {
            CopyWhat::Item(ItemId::Number(number), CopyForm::Note) => {
                self.note(*number).chars().count()
            }
            CopyWhat::Item(..) => 1,
            CopyWhat::Selection(words) => words.chars().count(),
        }
    }

    fn reloaded(&self) -> Reloaded {
        Reloaded {
            ledger: self.document.ledger(),
            read_only: self.document.read_only(),
        }
    }

    /// The file was changed by somebody else, and the program notices.
    pub fn notice_change(&mut self) -> &mut Self {
        let looked = self.document.look();
        self.document.take_changed_elsewhere();
        let outcome = match looked {
            Ok(false) => return self,
            Ok(true) => Ok(self.reloaded()),
            Err(_) => Err(NotReloaded::Missing),
        };
        let found = Msg::Reloaded {
            outcome,
            is_asked: false,
        };
        match &mut self.held {
            Some(held) => held.push_back(found),
            None => self.step(found),
        }
        self
    }

    /// The number of the item under the cursor.
    pub fn number(&self) -> u64 {
        match self.app.item().map(|item| item.id.clone()) {
            Some(ItemId::Number(number)) => number,
            other => panic!("no numbered item under the cursor: {other:?}"),
        }
    }

    /// The numbers of the items that the list shows, in its order.
    pub fn shown(&self) -> Vec<u64> {
        let items = &self.app.ledger().items;
        let number = |&at: &usize| match &items[at].id {
            ItemId::Number(number) => *number,
            ItemId::Text(text) => panic!("{text} is no number"),
        };
        self.app.shown().iter().map(number).collect()
    }

    pub fn note(&self, number: u64) -> String {
        let ledger: &Arc<_> = self.app.ledger();
        ledger.items[ledger.position(&ItemId::Number(number)).unwrap()]
            .progress
            .clone()
    }

    /// The whole window as text.
    pub fn screen(&mut self) -> String {
        // Behind a wide glyph the backend keeps what stood there before, which no terminal does.
        self.terminal.clear().unwrap();
        let (app, look) = (&self.app, self.look);
        self.terminal.draw(|frame| draw(app, look, frame)).unwrap();
        text_of(self.terminal.backend().buffer())
    }

    /// Where the hardware cursor stands, if it is shown: column and row.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        self.screen();
        let is_shown = self.terminal.backend().cursor_visible();
        let position = self.terminal.backend().cursor_position();
        is_shown.then_some((position.x, position.y))
    }

    pub fn buffer(&mut self) -> Buffer {
        self.screen();
        self.terminal.backend().buffer().clone()
    }
}

/// Whether a thread answers this, and not the loop itself.
fn comes_late(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::SaveEnded(..)
            | Msg::Found { .. }
            | Msg::Audited { .. }
            | Msg::SavedSearches(_)
            | Msg::Copied(_)
            | Msg::Reloaded { .. }
    )
}

/// A buffer as text: every glyph once, blanks at the ends of rows left out.
pub fn text_of(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let rows = buffer.content.chunks(width).map(|row| {
        let mut text = String::new();
        let mut hidden = 0;
        for cell in row {
            if hidden > 0 {
                hidden -= 1;
                continue;
            }
            text.push_str(cell.symbol());
            hidden = cell.cell_width().saturating_sub(1);
        }
        text.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}
