//! Reading the help: how far it is scrolled, and what is typed to find an action or a key in it.
//!
//! It must never know what the help says; that is drawn from the table of keys.

use crate::app::{Action, App, Effect, Mode};

/// The help on screen.
#[derive(Debug)]
pub struct Help {
    /// The first row on screen.
    pub top: usize,
    /// What is typed to narrow it.
    pub typed: String,
    /// Whether characters are text now.
    pub is_typing: bool,
    /// What the keys did before, and will do again.
    pub behind: Box<Mode>,
}

/// The longest text that narrows the help, in characters.
const LONGEST_CHARS: usize = 64;

impl Help {
    /// Types more, as far as it makes sense. What is left is read from its beginning.
    pub(super) fn type_text(&mut self, text: &str) {
        let room = LONGEST_CHARS.saturating_sub(self.typed.chars().count());
        let line = text.chars().filter(|c| !c.is_control());
        self.typed.extend(line.take(room));
        self.is_typing = true;
        self.top = 0;
    }

    fn clear(&mut self) {
        self.typed.clear();
        self.top = 0;
    }
}

impl App {
    /// Opens the help. Where letters were text they still are, and narrow it at once.
    pub(super) fn open_help(&mut self) {
        let is_typing = self.mode.takes_text();
        let behind = Box::new(std::mem::replace(&mut self.mode, Mode::Browse));
        self.mode = Mode::Help(Box::new(Help {
            top: 0,
            typed: String::new(),
            is_typing,
            behind,
        }));
    }

    pub(super) fn act_reading(&mut self, action: Action) -> Option<Effect> {
        let page = usize::from(self.size.rows).saturating_sub(3).max(1);
        let Mode::Help(help) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Up => help.top = help.top.saturating_sub(1),
            Action::Down => help.top += 1,
            Action::PageUp => help.top = help.top.saturating_sub(page),
            Action::PageDown => help.top += page,
            Action::First => help.top = 0,
            Action::Last => help.top = usize::MAX,
            Action::Search => help.is_typing = true,
            Action::Keep => help.is_typing = false,
            Action::DeleteBefore => {
                help.typed.pop();
                help.top = 0;
            }
            Action::ClearField => help.clear(),
            Action::Back if !help.typed.is_empty() => help.clear(),
            Action::Back => self.leave_help(),
            // What is being written is not left behind by a key pressed in the help.
            Action::Quit if help.behind.has_palette() => return Some(Effect::Quit),
            _ => {}
        }
        None
    }

    fn leave_help(&mut self) {
        if let Mode::Help(help) = std::mem::replace(&mut self.mode, Mode::Browse) {
            self.mode = *help.behind;
            // The window may have another size by now.
            self.resize_fields();
        }
    }
}
