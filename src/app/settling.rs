//! After every change: what scrolls comes back to where there is something to see, and fields fit their window.

use crate::app::layout::ListingLayout;
use crate::app::layout::{Area, FormLayout, MergeLayout};
use crate::app::remembering::NAME_LABEL_COLS;
use crate::app::update::SEARCH_LABEL_COLS;
use crate::app::{App, Mode, Pane};

impl App {
    /// Fits the open text field to the window.
    pub(super) fn resize_fields(&mut self) {
        let size = self.size;
        let bar_cols = self.layout().bar.cols;
        match &mut self.mode {
            Mode::Edit(editor) | Mode::Ask(_, editor) => editor.resize(size),
            Mode::Merge(merging) => merging.editor.resize(size),
            Mode::Search(bar) => bar
                .field
                .resize(bar_cols.saturating_sub(SEARCH_LABEL_COLS), 1),
            Mode::NameSearch(naming) => naming
                .field
                .resize(bar_cols.saturating_sub(NAME_LABEL_COLS), 1),
            Mode::Browse
            | Mode::Overview(_)
            | Mode::Findings(_)
            | Mode::Propose(_)
            | Mode::Orders(_)
            | Mode::Present(_)
            | Mode::Menu(_)
            | Mode::Copy(_)
            | Mode::Palette(_)
            | Mode::Help(_) => {}
        }
    }

    /// Hands the ruler to the open text field: it may have been opened a moment ago.
    fn hand_on_ruler(&mut self) {
        let ruler = self.ruler;
        match &mut self.mode {
            Mode::Edit(editor) | Mode::Ask(_, editor) => editor.measure_with(ruler),
            Mode::Merge(merging) => merging.editor.measure_with(ruler),
            Mode::Search(bar) => bar.field.measure_with(ruler),
            Mode::NameSearch(naming) => naming.field.measure_with(ruler),
            _ => {}
        }
    }

    /// Scrolls the detail of an item that was just found to the place for which it was found.
    pub(super) fn bring_mark_into_sight(&mut self) {
        if !std::mem::take(&mut self.seeks_mark) {
            return;
        }
        let rows = self.detail_rows_in_sight();
        if let Some(row) = self.measures.first_marked_row.filter(|&row| row >= rows) {
            // A row above it stays in sight, to read from.
            self.detail_top = row.saturating_sub(rows / 2);
        }
    }

    /// Scrolls texts to choose from to where they differ, with a row above it to read from.
    pub(super) fn bring_difference_into_sight(&mut self) {
        let first = self.measures.first_different_row;
        let rows = MergeLayout::of(self.size).rows_in_sight();
        if let (Mode::Merge(merging), Some(row)) = (&mut self.mode, first) {
            merging.seeks_difference = false;
            if row >= rows {
                merging.top = row.saturating_sub(1);
            }
        }
    }

    /// How many rows of the item in full, or of the strip that stands for it, are in sight.
    pub(super) fn detail_rows_in_sight(&self) -> usize {
        let layout = self.layout();
        match (layout.detail, layout.glance) {
            (Some(area), _) => usize::from(layout.content(Pane::Detail, area).rows),
            // The strip begins with a rule.
            (None, Some(area)) => usize::from(area.rows.saturating_sub(1)),
            (None, None) => 0,
        }
    }

    /// Brings everything that scrolls back to where there is something to see.
    pub(super) fn settle(&mut self) {
        self.go_on_presenting();
        self.go_on_with_orders();
        self.hand_on_ruler();
        let layout = self.layout();
        if layout.list.is_some() {
            self.list.settle(self.shown.len(), self.items_in_sight());
        } else {
            // Out of sight the list keeps its place, so that it looks the same when it comes back.
            self.list.cursor = self.list.cursor.min(self.shown.len().saturating_sub(1));
        }
        self.settle_looked();
        let rows_of = |pane, area: Option<Area>| {
            area.map_or(0, |area| usize::from(layout.content(pane, area).rows))
        };
        let last_top = |rows: usize, in_sight: usize| rows.saturating_sub(in_sight.max(1));
        let detail_rows = self.detail_rows_in_sight();
        self.detail_top = self
            .detail_top
            .min(last_top(self.measures.detail_rows, detail_rows));
        self.gauges_top = self.gauges_top.min(last_top(
            self.measures.gauges_rows,
            rows_of(Pane::Gauges, layout.gauges),
        ));
        let help_rows = usize::from(self.size.rows).saturating_sub(2);
        let size = self.size;
        let form_rows = FormLayout::of(self.size).body.rows;
        match &mut self.mode {
            Mode::Help(help) => {
                help.top = help.top.min(last_top(self.measures.help_rows, help_rows));
            }
            Mode::Palette(palette) => palette.menu.settle(size),
            _ => {}
        }
        match self.mode.beneath_mut() {
            Mode::Menu(menu) => menu.settle(size),
            Mode::Edit(editor) | Mode::Ask(_, editor) if editor.is_form() => {
                editor.keep_in_sight(usize::from(form_rows));
            }
            Mode::Findings(findings) if findings.audit.is_some() => {
                let rows = ListingLayout::of(self.size).list_rows;
                findings.list.settle(findings.count(), usize::from(rows));
            }
            Mode::Orders(orders) => orders.settle(size),
            Mode::Present(presenting) => {
                presenting.top = presenting.top.min(self.measures.presented_below);
            }
            Mode::Merge(merging) => {
                merging.top = merging.top.min(last_top(self.measures.merge_rows, 1));
            }
            _ => {}
        }
        if !self.zoomed && layout.detail.is_none() {
            self.pane = Pane::List;
        }
    }
}
