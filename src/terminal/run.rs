//! The loop.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::Event;

use crate::app::pointing::{Gesture, Spot};
use crate::app::{Action, App, Effect, Msg};
use crate::keys;
use crate::terminal::auditor;
use crate::terminal::calendar::today;
use crate::terminal::clipboard::Clipboard;
use crate::terminal::handover::Editor;
use crate::terminal::keeper::Keeper;
use crate::terminal::keyboard::PAUSE;
use crate::terminal::searcher::Searcher;
use crate::terminal::storage::{Storage, Unfinished};
use crate::terminal::{Screen, Surface};
use crate::view::{Look, measure, spot};
use crate::words::commands::commands;

/// Whatever is waited for takes less, unless it is stuck.
const PATIENCE: Duration = Duration::from_secs(5);

/// Something that wakes the loop.
#[derive(Debug)]
pub enum Wake {
    /// Keys, pastes, a new size of the window.
    Events(Vec<Event>),
    /// The same, typed while the ledger was being read. They were asked for then.
    Early(Vec<Event>),
    /// The answer to an effect.
    Answer(Msg),
    /// The program was stopped for a while: the screen is not what it was.
    Resumed,
    /// There will be no more keys.
    InputEnded(io::Error),
}

/// Everything outside that the loop deals with, so that a test can be the outside.
pub struct Doors {
    wakes: Receiver<Wake>,
    /// Asks the keyboard for more.
    more: Sender<()>,
    /// Whether it was asked before the loop began.
    is_asked: bool,
    /// Keys that were typed and not taken yet.
    keys: VecDeque<Event>,
    searcher: Searcher,
    /// Where threads send their answers.
    wake: Sender<Wake>,
    storage: Storage,
    editor: Editor,
    clipboard: Option<Clipboard>,
    /// When the doors were opened.
    opened: Instant,
    /// Since when the first of the keys waits.
    held: Option<Instant>,
    /// How long anything is waited for by somebody who wants to leave.
    patience: Duration,
}

impl Doors {
    /// Opens the doors. Gives also the two ends for a keyboard: where it sends wakes, and where it is asked for more.
    pub fn new(keeper: impl Keeper, editor: Editor) -> (Self, Sender<Wake>, Receiver<()>) {
        let (wake, wakes) = channel();
        let (more, asked) = channel();
        let doors = Self::of(keeper, editor, (wake.clone(), wakes), more, false);
        (doors, wake, asked)
    }

    /// The same with the ends that are there already; `is_asked` where the keyboard has been asked for more.
    pub(super) fn of(
        keeper: impl Keeper,
        editor: Editor,
        (wake, wakes): (Sender<Wake>, Receiver<Wake>),
        more: Sender<()>,
        is_asked: bool,
    ) -> Self {
        let searcher = Searcher::new(wake.clone());
        let storage = Storage::start(keeper, &wake);
        Self {
            wakes,
            more,
            is_asked,
            keys: VecDeque::new(),
            searcher,
            wake,
            storage,
            editor,
            clipboard: None,
            opened: Instant::now(),
            held: None,
            patience: PATIENCE,
        }
    }

    /// Opens the way to the clipboard; without one nothing is copied.
    #[must_use]
    pub fn with_clipboard(mut self, clipboard: Clipboard) -> Self {
        self.clipboard = Some(clipboard);
        self
    }

    /// Waits no longer than this for anything that seems to be stuck, when the user wants to leave.
    #[must_use]
    pub const fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Waits for what is still to be written, but not for ever, and closes the doors. Says what is left.
    pub fn close(self) -> Unfinished {
        if let Some(clipboard) = self.clipboard {
            clipboard.close();
        }
        self.storage.close(self.patience)
    }

    /// Waits for something to happen. Where the app has more to say to somebody who hesitates, it waits no longer than
    /// that takes; once said, nothing wakes the loop any more.
    fn wait(&self, app: &App) -> Option<Wake> {
        if !app.awaits_pause() {
            return self.wakes.recv().ok();
        }
        match self.wakes.recv_timeout(PAUSE) {
            Ok(wake) => Some(wake),
            Err(RecvTimeoutError::Timeout) => Some(Wake::Answer(Msg::Paused)),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Whether the user wants to leave while keys wait for something that seems to be stuck.
    fn is_left(&mut self, app: &App, look: Look) -> bool {
        let held = self.held.get_or_insert_with(Instant::now);
        let quits = |event: &Event| {
            let msg = message(app, look, event);
            matches!(msg, Some(Msg::Do(Action::Quit)))
        };
        held.elapsed() >= self.patience && self.keys.iter().any(quits)
    }

    /// Does what the app asks for; small things are answered at once.
    fn perform(&mut self, effect: Effect, app: &App, look: Look) -> Performed {
        match effect {
            Effect::Quit => return Performed::Quit,
            Effect::Redraw => return Performed::Forget,
            Effect::Search(request) => {
                return self
                    .searcher
                    .ask(request)
                    .map_or(Performed::Later, Performed::Answered);
            }
            Effect::Audit(request) => {
                return auditor::audit(request, &self.wake)
                    .map_or(Performed::Later, Performed::Answered);
            }
            Effect::HandOver(request) => {
                let outcome = self.editor.hand_over(request, self.storage.drafts());
                return Performed::HandedBack(Msg::HandedBack(outcome));
            }
            Effect::Copy(request) => {
                if let Some(clipboard) = &mut self.clipboard {
                    clipboard.copy(request, &self.wake);
                }
            }
            Effect::AskDate(date_use) => {
                return Performed::Answered(Msg::Today(today(), date_use));
            }
            Effect::AskCommands => {
                let commands = commands(look.keys, keys::context(app.mode()));
                return Performed::Answered(Msg::Commands(commands));
            }
            Effect::AskTime => {
                let millis = self.opened.elapsed().as_millis();
                let millis = u64::try_from(millis).unwrap_or(u64::MAX);
                return Performed::Answered(Msg::Elapsed(millis));
            }
            Effect::Save(request) => self.storage.save(request, app),
            Effect::SavedSearches(change) => self.storage.change_searches(change),
            Effect::Reload => self.storage.reload(),
            Effect::SettleDraft { is_resumed } => self.storage.settle_draft(is_resumed),
        }
        Performed::Later
    }
}

enum Performed {
    Quit,
    Forget,
    Answered(Msg),
    /// Answered, but the screen was somebody else's in the meantime.
    HandedBack(Msg),
    Later,
}

/// Runs the app until the user quits or the input ends.
///
/// # Errors
///
/// As the backend of the screen.
pub fn run<S: Surface>(
    app: &mut App,
    look: Look,
    screen: &mut Screen<S>,
    doors: &mut Doors,
) -> Result<(), S::Error> {
    show(app, look, screen)?;
    doors.searcher.prepare(app.ledger());
    if !doors.is_asked {
        let _ = doors.more.send(());
    }
    while let Some(wake) = doors.wait(app) {
        let mut turn = Turn::default();
        turn.take(wake, app, look, doors);
        // An answer that is already there belongs into the same picture. After keys there is a picture at once.
        while !turn.ends && !turn.has_keys {
            let Ok(wake) = doors.wakes.try_recv() else {
                break;
            };
            turn.take(wake, app, look, doors);
        }
        doors.storage.keep_draft(app);
        if turn.ends {
            return Ok(());
        }
        if turn.forget {
            // Whoever had the terminal in between may have given it another size.
            app.update(Msg::Resized(screen.measure()?));
            screen.forget();
        }
        if turn.has_changed {
            show(app, look, screen)?;
        }
        if turn.has_keys {
            let _ = doors.more.send(());
        }
    }
    Ok(())
}

/// Lays the picture out, lets the app know what there is to scroll, and draws.
fn show<S: Surface>(app: &mut App, look: Look, screen: &mut Screen<S>) -> Result<(), S::Error> {
    app.update(Msg::Measured(measure(app, look)));
    screen.draw(app, look)
}

/// What an event means where the user is now; of the mouse, where it points.
pub fn message(app: &App, look: Look, event: &Event) -> Option<Msg> {
    let Some((gesture, cell)) = keys::gesture(event) else {
        // The mode may change with every key: each is read in the mode that it finds.
        let context = keys::context(app.mode());
        return look.keys.message(context, event.clone());
    };
    match (gesture, spot(app, look, gesture, cell)) {
        // Nothing to draw anew for.
        (Gesture::Drag, Spot::Nowhere) => None,
        (gesture, spot) => Some(Msg::Pointed(gesture, spot)),
    }
}

/// What one turn of the loop came to.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts of one turn"
)]
struct Turn {
    has_keys: bool,
    has_changed: bool,
    forget: bool,
    ends: bool,
}

impl Turn {
    fn take(&mut self, wake: Wake, app: &mut App, look: Look, doors: &mut Doors) {
        match wake {
            Wake::Events(events) => {
                self.has_keys = true;
                doors.keys.extend(events);
            }
            // What was pointed at then is not there any more.
            Wake::Early(events) => {
                let typed = events.into_iter();
                doors
                    .keys
                    .extend(typed.filter(|it| !matches!(it, Event::Mouse(_))));
            }
            Wake::Answer(msg) => self.step(msg, app, look, doors),
            Wake::Resumed => (self.forget, self.has_changed) = (true, true),
            Wake::InputEnded(_) => self.ends = true,
        }
        self.take_keys(app, look, doors);
    }

    /// Takes the keys that were typed, up to one that means the hits of a search which are still to come, or
    /// what comes of a save.
    fn take_keys(&mut self, app: &mut App, look: Look, doors: &mut Doors) {
        while let Some(event) = doors.keys.front() {
            let msg = message(app, look, event);
            let waits = |msg: &Msg| app.waits_for_hits(msg) || app.waits_for_save(msg);
            if self.ends {
                return;
            }
            if msg.as_ref().is_some_and(waits) {
                self.ends = doors.is_left(app, look);
                return;
            }
            doors.held = None;
            doors.keys.pop_front();
            if let Some(msg) = msg {
                self.step(msg, app, look, doors);
            }
        }
    }

    fn step(&mut self, msg: Msg, app: &mut App, look: Look, doors: &mut Doors) {
        // A pause is mostly felt by undo alone; nothing of that is seen.
        self.has_changed |= !matches!(msg, Msg::Paused) || app.awaits_pause();
        let mut next = Some(msg);
        while let Some(msg) = next.take() {
            let Some(effect) = app.update(msg) else {
                return;
            };
            match doors.perform(effect, app, look) {
                Performed::Quit => self.ends = true,
                Performed::Forget => self.forget = true,
                Performed::Answered(msg) => next = Some(msg),
                Performed::HandedBack(msg) => {
                    self.forget = true;
                    next = Some(msg);
                }
                Performed::Later => {}
            }
        }
    }
}
