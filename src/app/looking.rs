//! Which measure of the item under the cursor is looked at: its words are marked in the note.

use std::ops::Range;

use crate::app::layout::Area;
use crate::app::{App, Pane};
use crate::ledger::compare::Succession;
use crate::ledger::{Indicator, ItemId, Verdict};

/// The measure that is looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Looked {
    /// Of which item; another item is looked at from its first measure on.
    item: Option<ItemId>,
    /// Its place in the order in which the measures are shown.
    place: usize,
    /// Words of the note that are to be looked at instead of its evidence.
    words: Option<String>,
    /// Whether it was reached by a key, so that the next measures should bring its words into sight.
    seeks_words: bool,
}

impl Looked {
    /// Another version of the ledger follows: it is still looked at in the same item.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        self.item = self.item.take().and_then(|id| succession.of_id(&id));
    }
}

impl App {
    /// The place of the measure that is looked at, among those of the item in the order of
    /// [`Verdict::worst_first`].
    pub fn looked_at(&self) -> usize {
        self.looked.place
    }

    /// The measure that is looked at.
    pub fn indicator(&self) -> Option<&Indicator> {
        let (item, verdict) = self.judged(self.selected()?)?;
        let index = verdict.worst_first().get(self.looked.place).copied()?;
        item.indicators.get(index)
    }

    /// The bytes of a note that are marked: those that were pointed at, else the evidence of the measure that is looked at.
    pub fn marked_in(&self, note: &str) -> Vec<Range<usize>> {
        match (&self.looked.words, self.indicator()) {
            (Some(words), _) => {
                let places = note.match_indices(&**words);
                places.map(|(at, words)| at..at + words.len()).collect()
            }
            (None, Some(indicator)) => indicator.evidence_in(note).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// Points at words of the item under the cursor, until a measure or another item is looked at.
    pub(super) fn point_at(&mut self, words: Option<String>) {
        self.settle_looked();
        self.looked.words = words;
        self.looked.seeks_words = true;
    }

    /// Looks at another measure of the item; at the first and the last it stops.
    pub(super) fn look_by(&mut self, measures: isize) {
        let place = self.looked.place;
        let last = self.measures_of_item().saturating_sub(1);
        self.looked.place = place.saturating_add_signed(measures).min(last);
        let had_words = self.looked.words.take().is_some();
        self.looked.seeks_words |= had_words || self.looked.place != place;
    }

    /// How many measures a screenful of the gauge pane has, less one that stays in sight.
    pub(super) fn measures_of_page(&self, rows_in_sight: usize) -> usize {
        let in_sight = rows_in_sight.saturating_mul(self.measures_of_item());
        let page = in_sight / self.measures.gauges_rows.max(1);
        page.saturating_sub(1).max(1)
    }

    fn measures_of_item(&self) -> usize {
        let verdict = self.selected().and_then(|at| self.verdicts.get(at));
        verdict.map_or(0, |verdict: &Verdict| verdict.measures.len())
    }

    /// Looks at the first measure where another item is under the cursor, and never beyond the last.
    pub(super) fn settle_looked(&mut self) {
        let id = self.item().map(|item| &item.id);
        if id != self.looked.item.as_ref() {
            self.looked = Looked {
                item: id.cloned(),
                ..Looked::default()
            };
        }
        let last = self.measures_of_item().saturating_sub(1);
        self.looked.place = self.looked.place.min(last);
    }

    /// Scrolls the gauge pane to the measure that is looked at, and the detail to its words where a key led to it.
    pub(super) fn bring_looked_into_sight(&mut self) {
        let layout = self.layout();
        let rows_of = |area: Area| usize::from(layout.content(Pane::Gauges, area).rows);
        let gauges_rows = layout.gauges.map_or(0, rows_of);
        if let Some(rows) = self.measures.looked_rows {
            self.gauges_top = rows.top_showing(self.gauges_top, gauges_rows);
        }
        if layout.detail.or(layout.glance).is_none() {
            // Under a pane that has the whole window the note waits.
            return;
        }
        let detail_rows = self.detail_rows_in_sight();
        if std::mem::take(&mut self.looked.seeks_words)
            && let Some(rows) = self.measures.evidence_rows
            && rows.top_showing(self.detail_top, detail_rows) != self.detail_top
        {
            // Rows above them stay in sight, to read from; in the strip as many as can, for the bar is among them.
            let half = rows.first.saturating_sub(detail_rows / 2);
            let is_strip = layout.detail.is_none();
            let top = if is_strip { self.detail_top } else { half };
            self.detail_top = rows.top_showing(top, detail_rows);
        }
    }
}
