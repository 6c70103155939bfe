//! The ledger at a glance: the summary on screen, and the way from it to an item.

use crate::app::{Action, App, Effect, Mode};
use crate::ledger::compare::Succession;
use crate::ledger::summary::{Shortfall, Summary};
use crate::ledger::{Ledger, Verdict};

/// The summary on screen.
#[derive(Clone, Debug)]
pub struct Overview {
    /// What it says.
    pub summary: Summary,
    /// Which of the items that are short of something is under the cursor, of both lists together.
    pub cursor: usize,
    /// The position that this item has in the version of the ledger that follows.
    next_position: Option<usize>,
}

impl Overview {
    /// The summary of a ledger, with the cursor as near as possible to where it was.
    pub fn of(ledger: &Ledger, verdicts: &[Verdict], cursor: usize) -> Self {
        let summary = Summary::of(ledger, verdicts);
        let last = (summary.below_line.len() + summary.short_rates.len()).saturating_sub(1);
        Self {
            summary,
            cursor: cursor.min(last),
            next_position: None,
        }
    }

    /// Another version of the ledger follows: the cursor is to go with its item.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        let position = self.selected().map(|shortfall| shortfall.position);
        self.next_position = position.and_then(|at| succession.of_position(at).ok());
    }

    /// The ledger has changed: sums it up again.
    pub(super) fn sum_up_again(&mut self, ledger: &Ledger, verdicts: &[Verdict]) {
        let wanted = self.next_position.take();
        *self = Self::of(ledger, verdicts, self.cursor);
        let place = self.shortfalls().position(|it| Some(it.position) == wanted);
        self.cursor = place.unwrap_or(self.cursor);
    }

    /// The items that are short of something, below the line first.
    pub fn shortfalls(&self) -> impl Iterator<Item = &Shortfall> {
        let Summary {
            below_line,
            short_rates,
            ..
        } = &self.summary;
        below_line.iter().chain(short_rates)
    }

    /// The one under the cursor.
    pub fn selected(&self) -> Option<&Shortfall> {
        self.shortfalls().nth(self.cursor)
    }

    fn step(&mut self, by: isize) {
        let last = self.shortfalls().count().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

impl App {
    /// Shows the summary, from its first item on.
    pub(super) fn open_overview(&mut self) {
        let overview = Overview::of(&self.ledger, &self.verdicts, 0);
        self.mode = Mode::Overview(Box::new(overview));
    }

    pub(super) fn act_in_overview(&mut self, action: Action) -> Option<Effect> {
        let page = isize::try_from(self.size.rows / 2).unwrap_or(1).max(1);
        let Mode::Overview(overview) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Up => overview.step(-1),
            Action::Down => overview.step(1),
            Action::PageUp => overview.step(-page),
            Action::PageDown => overview.step(page),
            Action::First => overview.cursor = 0,
            Action::Last => overview.step(isize::MAX),
            Action::Open => {
                let position = overview.selected()?.position;
                let id = self.ledger.items.get(position)?.id.clone();
                self.mode = Mode::Browse;
                self.select_anywhere(&id);
            }
            Action::Copy => self.open_copying(),
            Action::Back => self.mode = Mode::Browse,
            Action::Quit => return Some(Effect::Quit),
            _ => {}
        }
        None
    }
}
