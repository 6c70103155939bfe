//! Copying: which item or which words go to the clipboard, and in which form.
//!
//! Owns the menu of forms and what came of a copy. It must never know what a form looks like in full (Markdown, JSON),
//! nor how a clipboard is reached: the doors make the text and carry it.

use std::sync::Arc;

use crate::app::layout::{Area, Size};
use crate::app::{Action, App, Effect, Mode, Notice};
use crate::ledger::{IoCause, ItemId, Ledger};

/// What of an item can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyForm {
    /// Number, promise and note.
    Whole,
    /// The promise.
    Title,
    /// The note.
    Note,
    /// A row of a Markdown table.
    MarkdownRow,
    /// The object that `show --format json` prints.
    Json,
}

impl CopyForm {
    /// All of them, in the order of the menu: digits choose by it.
    pub const ALL: [Self; 5] = [
        Self::Whole,
        Self::Title,
        Self::Note,
        Self::MarkdownRow,
        Self::Json,
    ];

    /// The letter that chooses it.
    pub const fn letter(self) -> char {
        match self {
            Self::Whole => 'y',
            Self::Title => 't',
            Self::Note => 'n',
            Self::MarkdownRow => 'm',
            Self::Json => 'j',
        }
    }
}

/// What is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyWhat {
    /// An item, in a form.
    Item(ItemId, CopyForm),
    /// The words that are selected in the editor.
    Selection(String),
}

/// A copy to make.
#[derive(Clone, Debug)]
pub struct CopyRequest {
    /// In which ledger.
    pub ledger: Arc<Ledger>,
    /// What.
    pub what: CopyWhat,
}

/// What came of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyReport {
    /// What was to be copied.
    pub what: CopyWhat,
    /// How many characters that is.
    pub chars: usize,
    /// Where it went.
    pub outcome: CopyOutcome,
}

/// Where a copied text went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyOutcome {
    /// It is in the clipboard of this machine.
    InClipboard,
    /// The terminal was asked to take it. Whether it does, it does not say.
    SentToTerminal,
    /// It is more than terminals take, and nothing else could be asked.
    TooLong {
        /// How much they take.
        limit_bytes: usize,
    },
    /// There is nothing to copy.
    Empty,
    /// It could not be copied.
    Failed(CopyFault),
}

/// Why a text could not be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFault {
    /// The clipboard of this machine cannot be reached.
    NoClipboard,
    /// Another program has it at the moment.
    Occupied,
    /// The terminal could not be written to.
    Terminal(IoCause),
}

/// The copy menu on screen.
#[derive(Debug)]
pub struct Copying {
    /// The item.
    pub id: ItemId,
    /// The index of the form under the cursor.
    pub cursor: usize,
    /// What the keys did before, and will do again.
    pub behind: Mode,
}

impl Copying {
    fn step(&mut self, by: isize) {
        let last = CopyForm::ALL.len() - 1;
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

/// The widest the copy menu gets, in columns.
const WIDEST_COLS: u16 = 46;

/// Where the copy menu stands in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyLayout {
    /// The whole of it.
    pub window: Area,
    /// Whether it has a border.
    pub bordered: bool,
    /// The rows of the forms.
    pub list: Area,
    /// The row that says which keys choose; none in a low window.
    pub hint: Area,
}

impl CopyLayout {
    /// The layout in a window.
    pub fn of(size: Size) -> Self {
        let bordered = Area::menu_rows(size) >= 7 && size.cols >= 8;
        let frame_rows = if bordered { 2 } else { 0 };
        let entries = u16::try_from(CopyForm::ALL.len()).unwrap_or(1);
        let window = Area::menu(size, WIDEST_COLS, entries + 1 + frame_rows);
        let inside = if bordered { window.inside() } else { window };
        let list_rows = inside.rows.min(entries);
        Self {
            window,
            bordered,
            list: Area {
                rows: list_rows,
                ..inside
            },
            hint: Area {
                y: inside.y + list_rows,
                rows: inside.rows - list_rows,
                ..inside
            },
        }
    }

    /// The first form in sight, where there is no room for all.
    pub fn top(&self, cursor: usize) -> usize {
        (cursor + 1).saturating_sub(usize::from(self.list.rows.max(1)))
    }
}

impl App {
    /// Asks in which form the item under the cursor is to be copied, on whichever screen that is.
    pub(super) fn open_copying(&mut self) {
        let position = match &self.mode {
            Mode::Overview(overview) => overview.selected().map(|it| it.position),
            Mode::Findings(findings) => findings.selected().and_then(|it| it.position),
            _ => self.selected(),
        };
        let item = position.and_then(|position| self.ledger.items.get(position));
        let Some(id) = item.map(|item| item.id.clone()) else {
            self.notice = Some(Notice::NothingToCopy);
            return;
        };
        self.digits.clear();
        let behind = std::mem::replace(&mut self.mode, Mode::Browse);
        let cursor = 0;
        self.mode = Mode::Copy(Box::new(Copying { id, cursor, behind }));
    }

    pub(super) fn act_in_copying(&mut self, action: Action) -> Option<Effect> {
        let Mode::Copy(copying) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Up => copying.step(-1),
            Action::Down => copying.step(1),
            Action::First => copying.cursor = 0,
            Action::Last => copying.step(isize::MAX),
            Action::Choose => return self.copy_in_form(),
            Action::Back => drop(self.close_copying()),
            _ => {}
        }
        None
    }

    /// A digit or a letter chooses at once.
    pub(super) fn choose_form(&mut self, typed: char) -> Option<Effect> {
        let typed = typed.to_ascii_lowercase();
        let is_meant = |(index, form): (usize, &CopyForm)| {
            form.letter() == typed || typed.to_digit(10) == u32::try_from(index + 1).ok()
        };
        let chosen = CopyForm::ALL.iter().enumerate().position(is_meant)?;
        self.choose_form_at(chosen)
    }

    /// Copies in the form with this index.
    pub(super) fn choose_form_at(&mut self, index: usize) -> Option<Effect> {
        if let Mode::Copy(copying) = &mut self.mode {
            copying.cursor = index;
        }
        self.copy_in_form()
    }

    fn copy_in_form(&mut self) -> Option<Effect> {
        let copying = self.close_copying()?;
        let form = CopyForm::ALL.get(copying.cursor).copied()?;
        Some(self.copy(CopyWhat::Item(copying.id, form)))
    }

    /// Goes back to the screen behind the menu.
    pub(super) fn close_copying(&mut self) -> Option<Copying> {
        match std::mem::replace(&mut self.mode, Mode::Browse) {
            Mode::Copy(mut copying) => {
                self.mode = std::mem::replace(&mut copying.behind, Mode::Browse);
                Some(*copying)
            }
            other => {
                self.mode = other;
                None
            }
        }
    }

    /// Copies the words that are selected in the editor.
    pub(super) fn copy_selection(&mut self) -> Option<Effect> {
        let field = self.mode.field()?;
        let selected = field.selection().and_then(|it| field.text().get(it));
        let Some(words) = selected.map(str::to_owned) else {
            self.notice = Some(Notice::NothingSelected);
            return None;
        };
        Some(self.copy(CopyWhat::Selection(words)))
    }

    /// Tells what came of a copy.
    pub(super) fn take_copied(&mut self, report: CopyReport) -> Option<Effect> {
        self.notice = Some(Notice::Copied(report));
        None
    }

    fn copy(&self, what: CopyWhat) -> Effect {
        Effect::Copy(CopyRequest {
            ledger: Arc::clone(&self.ledger),
            what,
        })
    }
}
