//! Going to an item by its number: to whoever hesitates over the digits it is told where they lead.

use crate::app::{App, Mode};
use crate::ledger::{Item, ItemId};

/// Where the digits typed so far lead.
#[derive(Clone, Debug)]
pub struct Going<'l> {
    /// The item that Enter goes to.
    pub item: Option<&'l Item>,
    /// Some of the others whose numbers begin so, in their order.
    pub others: Vec<&'l ItemId>,
}

/// More numbers than this nobody reads.
const MOST_OTHERS: usize = 12;

impl App {
    /// Whether the app has more to say if nothing is typed for a moment. It says so once.
    pub fn awaits_pause(&self) -> bool {
        let takes_digits = matches!(self.mode, Mode::Browse | Mode::Present(_));
        takes_digits && !self.digits.is_empty() && self.told_digits != self.digits
    }

    /// Nothing was typed for a moment.
    pub(super) fn paused(&mut self) {
        self.told_digits.clone_from(&self.digits);
        if let Some(field) = self.mode.field() {
            field.pause();
        }
    }

    /// Where the digits lead, once somebody hesitates over them.
    pub fn going(&self) -> Option<Going<'_>> {
        if self.digits.is_empty() || self.told_digits != self.digits {
            return None;
        }
        // A presentation stays on its agenda.
        let places = match self.mode.beneath() {
            Mode::Present(_) => &self.shown,
            _ => &self.natural,
        };
        let id = self.with_number(&self.digits, places);
        let items = places.iter().map(|&at| self.ledger.items.get(at));
        let items = items.flatten();
        let is_it = |item: &&Item| Some(&item.id) == id.as_ref();
        let others = items.clone().map(|item| &item.id);
        let others = others.filter(|other| Some(*other) != id.as_ref());
        let others = others.filter(|other| begins_with(other, &self.digits));
        Some(Going {
            item: items.map(AsRef::as_ref).find(is_it),
            others: others.take(MOST_OTHERS).collect(),
        })
    }
}

/// Whether a number begins with these digits; what stands before its first digit, and zeros, are not typed.
fn begins_with(id: &ItemId, digits: &str) -> bool {
    let digits = digits.trim_start_matches('0');
    let number = id.to_string();
    let number = number.trim_start_matches(|c: char| !c.is_ascii_digit() || c == '0');
    !digits.is_empty() && number.starts_with(digits)
}
