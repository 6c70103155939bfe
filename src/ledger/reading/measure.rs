//! A measure of a promise that figures are looked for in a note.

use crate::ledger::lexicon::{List, Occurrence, Occurrences};
use crate::ledger::passage::Mention;
use crate::ledger::quantity::Unit;
use crate::ledger::reading::note::Note;
use crate::ledger::reading::promise::Promise;
use crate::ledger::{Indicator, Kind};

/// A measure, and which words of the note are verbs of its own.
#[derive(Debug)]
pub struct Measure<'i> {
    /// The indicator.
    pub indicator: &'i Indicator,
    /// What it is counted in; `None` where it names no unit.
    pub unit: Option<Unit>,
    /// What was promised of it.
    pub promise: Promise<'i>,
    /// Verbs that are its result where nothing else says so, because its promise begins with them.
    pub(super) opening: Occurrences,
    /// Verbs of what is being done that are a beginning of it.
    pub(super) doing: Occurrences,
}

impl<'i> Measure<'i> {
    /// A measure that figures are looked for in a note.
    pub fn of(note: &Note<'i>, indicator: &'i Indicator) -> Self {
        let promise = Promise::of(note.title, indicator);
        let is_of = |words: &[bool], it: &Occurrence| words.get(it.word).copied() == Some(true);
        let is_begun = promise.is_kept_by_beginning();
        let doing = note.passage.all(List::Doing);
        Self {
            indicator,
            unit: Unit::named(&indicator.unit),
            opening: note.own_results.filtered(|it| is_of(&promise.opening, it)),
            doing: doing.filtered(|it| is_begun || is_of(&promise.doing, it)),
            promise,
        }
    }

    /// A quantity in the unit of the measure; `None` where that counts something else.
    pub fn size(&self, mention: &Mention<'_>) -> Option<f64> {
        mention.quantity.counted_in(self.unit.as_ref()?)
    }

    pub(super) fn is_rate(&self) -> bool {
        self.indicator.kind == Kind::Rate
    }

    pub(super) fn is_about_money(&self) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.base == "元")
    }

    /// More than ten times the target is a slip of the unit, not a success.
    pub(super) fn is_credible(&self, value: f64) -> bool {
        let limit = self.indicator.target.map(|target| target.abs() * 10.0);
        limit.is_none_or(|limit| limit == 0.0 || value.abs() <= limit)
    }
}
