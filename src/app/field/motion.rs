//! Moving the caret.

use crate::app::field::Field;
use crate::text::{Row, glyphs};

impl Field {
    /// Moves the caret and selects what it passes.
    pub fn select(&mut self, motion: impl FnOnce(&mut Self)) {
        let anchor = self.anchor.take().unwrap_or(self.caret);
        motion(self);
        self.anchor = Some(anchor);
    }

    /// One cluster to the left, or to the start of the selection.
    pub fn left(&mut self) {
        let start = self.selection().map(|selected| selected.start);
        self.jump(start.unwrap_or_else(|| self.before(self.caret)));
    }

    /// One cluster to the right, or to the end of the selection.
    pub fn right(&mut self) {
        let end = self.selection().map(|selected| selected.end);
        self.jump(end.unwrap_or_else(|| self.after(self.caret)));
    }

    /// So many rows of the screen down (up where negative), keeping the column where the rows are long enough.
    pub fn move_rows(&mut self, by: isize) {
        let (row, col) = self.caret_row_col();
        let goal_cols = self.goal_cols.unwrap_or(col);
        let last = self.layout.len().saturating_sub(1);
        let target = row.saturating_add_signed(by).min(last);
        if target == row {
            // Past the first and the last row, the ends of the text are what is meant.
            self.jump(if by < 0 { 0 } else { self.text.len() });
            return;
        }
        let Some(&to) = self.layout.get(target) else {
            return;
        };
        self.caret = self.at_col(to, goal_cols);
        self.upstream = !to.hard && self.caret == to.end;
        (self.goal_cols, self.anchor) = (Some(goal_cols), None);
        self.log.seal();
        self.keep_in_sight();
    }

    /// To the cluster at a column of a row, counted from the first row in sight; above and below the text scrolls.
    pub fn point(&mut self, col: usize, row: isize) {
        let last = self.layout.len().saturating_sub(1);
        let row = self.top.saturating_add_signed(row).min(last);
        let Some(&to) = self.layout.get(row) else {
            return;
        };
        let at = self.at_col(to, col);
        self.jump(at);
        self.upstream = !to.hard && at == to.end;
        self.keep_in_sight();
    }

    /// Scrolls; the caret comes along only where it would be out of sight.
    pub fn scroll(&mut self, by: isize) {
        let last_top = self.layout.len().saturating_sub(self.rows);
        let top = self.top.saturating_add_signed(by).min(last_top);
        let (row, _) = self.caret_row_col();
        let target = row.clamp(top, top + self.rows.saturating_sub(1));
        if target != row {
            self.move_rows(target.cast_signed() - row.cast_signed());
        }
        self.top = top;
    }

    /// A screenful up or down.
    pub fn move_pages(&mut self, by: isize) {
        let rows = isize::try_from(self.rows).unwrap_or(isize::MAX);
        self.move_rows(by.saturating_mul((rows - 1).max(1)));
    }

    /// To the start of the row; from there, to the start of the paragraph.
    pub fn row_start(&mut self) {
        let (row, col) = self.caret_row_col();
        let start = self.layout.get(row).map_or(0, |row| row.start);
        self.jump(if col > 0 {
            start
        } else {
            self.line_start(self.caret)
        });
    }

    /// To the end of the row; from there, to the end of the paragraph.
    pub fn row_end(&mut self) {
        let (row, _) = self.caret_row_col();
        let Some(&here) = self.layout.get(row) else {
            return;
        };
        if self.caret < here.end {
            self.jump(here.end);
            self.upstream = !here.hard;
            self.keep_in_sight();
        } else {
            let rest = self.text.get(self.caret..).unwrap_or_default();
            self.jump(
                rest.find('\n')
                    .map_or(self.text.len(), |newline| self.caret + newline),
            );
        }
    }

    /// To the start of the text.
    pub fn text_start(&mut self) {
        self.jump(0);
    }

    /// To the end of the text.
    pub fn text_end(&mut self) {
        self.jump(self.text.len());
    }

    /// Moves the caret without changing the text: what is typed next is a new undo step.
    pub(super) fn jump(&mut self, to: usize) {
        self.log.seal();
        self.set_caret(to);
    }

    /// The cluster edge before `at`.
    pub(super) fn before(&self, at: usize) -> usize {
        let head = self.text.get(..at).unwrap_or_default();
        glyphs(head).next_back().map_or(0, |glyph| glyph.start)
    }

    /// The cluster edge after `at`.
    pub(super) fn after(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        glyphs(rest).next().map_or(at, |glyph| at + glyph.end())
    }

    /// The byte of a row that stands at `cols` or as near before it as a cluster edge is.
    fn at_col(&self, row: Row, cols: usize) -> usize {
        let text = self.text.get(row.start..row.end).unwrap_or_default();
        let mut used = 0;
        for glyph in self.ruler.glyphs(text) {
            if used + glyph.cols > cols {
                return row.start + glyph.start;
            }
            used += glyph.cols;
        }
        row.end
    }
}
