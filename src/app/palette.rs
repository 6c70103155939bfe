//! The palette: every action of the screen beneath, found by its name and done as if its key had been pressed.
//!
//! Owns which actions were used last, and the way back. Which actions a screen has, with which keys and under which
//! names, is written in the key table and in the words, which the app does not see: the loop tells.

use crate::app::menu::{Entry, MenuAbout, What};
use crate::app::{Action, App, Effect, Menu, Mode};

/// The palette on screen.
#[derive(Debug)]
pub struct Palette {
    /// The actions to choose from.
    pub menu: Menu,
    /// What the keys did before, and will do again.
    pub behind: Box<Mode>,
}

/// One action of a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The action.
    pub action: Action,
    /// Its names in every language of the interface.
    pub names: Vec<&'static str>,
    /// Its keys on that screen, the one to tell people first.
    pub keys: Vec<String>,
}

/// So many actions that were used last lead the palette.
const LAST_USED: usize = 4;

impl Action {
    /// Whether it is found faster by its key than by its name: it is done many times, or at a place.
    const fn is_of_the_hand(self) -> bool {
        self.moves_caret()
            || self.changes_text()
            || matches!(
                self,
                Self::ScrollUp | Self::ScrollDown | Self::NextIndicator | Self::PreviousIndicator
            )
    }
}

impl App {
    /// Asks for the actions of this screen, where it has a palette.
    pub(super) fn ask_for_commands(&self) -> Option<Effect> {
        self.mode.has_palette().then_some(Effect::AskCommands)
    }

    /// Offers the actions of the screen: first what was used last, and at the end what only moves.
    pub(super) fn open_palette(&mut self, mut commands: Vec<Command>) {
        if !self.mode.has_palette() {
            return;
        }
        let rank = |command: &Command| {
            let mut last_used = self.last_commands.iter().rev();
            let since = last_used.position(|action| *action == command.action);
            (since.unwrap_or(LAST_USED), command.action.is_of_the_hand())
        };
        commands.sort_by_key(rank);
        let entry = |command| Entry {
            what: What::Command(command),
            count: None,
        };
        let menu = Menu::new(
            MenuAbout::Commands,
            commands.into_iter().map(entry).collect(),
        );
        let behind = Box::new(std::mem::replace(&mut self.mode, Mode::Browse));
        self.mode = Mode::Palette(Box::new(Palette { menu, behind }));
    }

    pub(super) fn act_in_palette(&mut self, action: Action) -> Option<Effect> {
        let size = self.size;
        let Mode::Palette(palette) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Choose => {
                let chosen = palette.menu.selected()?.what.action()?;
                self.leave_palette();
                self.remember_command(chosen);
                return self.act(chosen);
            }
            Action::Back => self.leave_palette(),
            _ => palette.menu.act(action, size),
        }
        None
    }

    fn leave_palette(&mut self) {
        if let Mode::Palette(palette) = std::mem::replace(&mut self.mode, Mode::Browse) {
            self.mode = *palette.behind;
        }
    }

    fn remember_command(&mut self, action: Action) {
        let last = &mut self.last_commands;
        last.retain(|used| *used != action);
        last.push(action);
        let too_many = last.len().saturating_sub(LAST_USED);
        last.drain(..too_many);
    }

    /// Whether an action would do nothing on this screen now.
    pub fn is_idle(&self, action: Action) -> bool {
        let is_browsing = matches!(self.mode.beneath(), Mode::Browse);
        is_browsing
            && match action {
                Action::Undo => !self.history.can_undo(),
                Action::Redo => !self.history.can_redo(),
                Action::NextHit | Action::PreviousHit => self.kept.is_none(),
                _ => false,
            }
    }
}
