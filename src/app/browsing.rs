//! Going through the ledger: cursor, panes, numbers, verdicts.

use crate::app::layout::Layout;
use crate::app::{App, Effect, Mode, Notice, Pane};
use crate::ledger::ItemId;

/// The most digits of an item number that can be typed.
const DIGITS: usize = 9;

impl App {
    /// Moves in the pane that has the keys: the cursor in the list, the text of the item, the measure that is looked at.
    pub(super) fn move_by(&mut self, rows: isize) {
        match self.scrolling_pane() {
            Pane::List => self.select_by(rows),
            Pane::Detail => self.scroll_detail(rows),
            Pane::Gauges => self.look_by(rows),
        }
    }

    /// Moves by a screenful.
    pub(super) fn move_by_pages(&mut self, pages: isize) {
        let layout = self.layout();
        let rows_of = |pane, area: Option<_>| {
            area.map_or(1, |area| usize::from(layout.content(pane, area).rows))
        };
        // One row of the old page stays in sight.
        let rows = match self.scrolling_pane() {
            Pane::List => self.items_in_sight().saturating_sub(1),
            Pane::Detail => rows_of(Pane::Detail, layout.detail).saturating_sub(1),
            Pane::Gauges => self.measures_of_page(rows_of(Pane::Gauges, layout.gauges)),
        };
        self.move_by(pages.saturating_mul(isize::try_from(rows.max(1)).unwrap_or(1)));
    }

    /// Moves to the first or the last row.
    pub(super) fn move_to_end(&mut self, last: bool) {
        self.move_by(if last { isize::MAX } else { isize::MIN });
    }

    /// Scrolls the detail pane, or in a window without one the strip that stands for it.
    pub(super) fn scroll_detail(&mut self, rows: isize) {
        self.detail_top = self.detail_top.saturating_add_signed(rows);
    }

    /// The pane that up and down move in: where only the list is on screen, always the list.
    fn scrolling_pane(&self) -> Pane {
        let layout = self.layout();
        match self.pane {
            Pane::Detail
                if layout.detail.is_some() && layout.shape != super::layout::Shape::Tiny =>
            {
                Pane::Detail
            }
            Pane::Detail if self.zoomed => Pane::Detail,
            Pane::Gauges if layout.gauges.is_some() => Pane::Gauges,
            _ => Pane::List,
        }
    }

    pub(super) fn select_by(&mut self, rows: isize) {
        let before = self.list.cursor;
        self.list.step(rows, self.shown.len());
        if self.list.cursor != before {
            self.item_changed();
        }
    }

    /// Another item is under the cursor: its text is read from the top.
    pub(super) fn item_changed(&mut self) {
        (self.detail_top, self.gauges_top) = (0, 0);
        if let Mode::Present(presenting) = &mut self.mode {
            presenting.top = 0;
        }
        self.seeks_mark = self.kept.is_some();
    }

    /// Puts the cursor on the item with this id, where the list shows it. Says whether it does.
    pub(super) fn select_id(&mut self, id: &ItemId) -> bool {
        let is_it = |&position: &usize| {
            self.ledger
                .items
                .get(position)
                .is_some_and(|item| item.id == *id)
        };
        let Some(index) = self.shown.iter().position(is_it) else {
            return false;
        };
        self.list.cursor = index;
        self.item_changed();
        true
    }

    /// Goes to the next item that is slipping or behind, round and round.
    pub(super) fn select_late(&mut self, backwards: bool) {
        let rows = self.shown.len();
        let is_late = |index: &usize| {
            let verdict = self
                .shown
                .get(*index)
                .and_then(|&position| self.verdicts.get(position));
            verdict.is_some_and(|verdict| verdict.status().is_late())
        };
        let found = if backwards {
            (1..=rows)
                .map(|by| (self.list.cursor + rows - by) % rows)
                .find(is_late)
        } else {
            (1..=rows)
                .map(|by| (self.list.cursor + by) % rows)
                .find(is_late)
        };
        match found {
            Some(index) => {
                self.list.cursor = index;
                self.item_changed();
            }
            None => self.notice = Some(Notice::NoneLate),
        }
    }

    /// Goes to the next hit of a kept search, round and round.
    pub(super) fn select_hit(&mut self, by: isize) {
        let rows = self.shown.len();
        if self.kept.is_none() || rows == 0 {
            return;
        }
        let step = by
            .rem_euclid(isize::try_from(rows).unwrap_or(isize::MAX))
            .unsigned_abs();
        self.list.cursor = (self.list.cursor + step) % rows;
        self.item_changed();
    }

    /// One more digit of an item number.
    pub(super) fn type_digit(&mut self, digit: char) {
        if self.digits.len() < DIGITS {
            self.digits.push(digit);
        }
    }

    /// Goes to the item whose number was typed, out of a search if it is not among the hits.
    pub(super) fn go_to_number(&mut self) {
        let digits = std::mem::take(&mut self.digits);
        match self.with_number(&digits, &self.natural) {
            Some(id) => self.select_anywhere(&id),
            None => self.notice = Some(Notice::NoSuchItem(digits)),
        }
    }

    /// The item that is meant by a number, among those at some places.
    pub(super) fn with_number(&self, digits: &str, places: &[usize]) -> Option<ItemId> {
        let wanted = digits.trim_start_matches('0');
        let exact = |id: &ItemId| id.to_string().trim_start_matches('0') == wanted;
        // Of a number with parts (`3-1`, `3-2`) the first part leads to the first of them.
        let leading = |id: &ItemId| {
            let text = id.to_string();
            let digits: String = text
                .chars()
                .skip_while(|c| !c.is_ascii_digit())
                .take_while(char::is_ascii_digit)
                .collect();
            digits.trim_start_matches('0') == wanted
        };
        let ids = || {
            let items = places.iter().map(|&at| self.ledger.items.get(at));
            items.flatten().map(|item| &item.id)
        };
        let found = ids().find(|id| exact(id));
        found.or_else(|| ids().find(|id| leading(id))).cloned()
    }

    /// Goes to an item, out of a search and out of filters where it is none of what they show.
    pub(super) fn select_anywhere(&mut self, id: &ItemId) {
        if self.select_id(id) {
            return;
        }
        self.drop_search();
        if !self.select_id(id) && !self.filters().is_empty() {
            self.toggle_filter(None);
            self.select_id(id);
            self.notice = Some(Notice::FiltersDropped);
        }
    }

    /// Backs out one level: digits, then a zoomed pane, then a kept search, then filters, then the
    /// pane.
    pub(super) fn back(&mut self) -> Option<Effect> {
        if !self.digits.is_empty() {
            self.digits.clear();
        } else if self.zoomed {
            self.zoomed = false;
            self.pane = Pane::List;
        } else if self.kept.is_some() {
            let id = self.item().map(|item| item.id.clone());
            self.drop_search();
            if let Some(id) = id {
                self.select_id(&id);
            }
        } else if !self.filters().is_empty() {
            self.toggle_filter(None);
        } else {
            self.pane = Pane::List;
        }
        None
    }

    /// Gives the keys to the next pane. One that has no place of its own in this window takes the whole of it.
    pub(super) fn switch_pane(&mut self) {
        self.pane = self.pane.next();
        let side_by_side = Layout::of(self.size, None);
        let has_place = match self.pane {
            Pane::List => true,
            Pane::Detail => side_by_side.detail.is_some(),
            Pane::Gauges => side_by_side.gauges.is_some(),
        };
        self.zoomed = if has_place {
            self.zoomed && side_by_side.detail.is_some()
        } else {
            true
        };
    }

    /// Opens the item under the cursor over the whole window.
    pub(super) fn open(&mut self) {
        if !self.digits.is_empty() {
            self.go_to_number();
        } else if self.selected().is_some() {
            (self.pane, self.zoomed) = (Pane::Detail, true);
        }
    }
}
