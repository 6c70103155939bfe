//! A text field: text, caret and undo, laid out in rows. The note editor and the search bar are both made of it.
//!
//! The caret stands between grapheme clusters, never inside one: what a reader sees as one character is stepped over
//! and removed as one. Rows come from the same [`Ruler`] that draws them, so caret and glyph cannot disagree.

mod motion;
mod undo;
mod words;

use std::ops::Range;

use crate::text::{Row, Ruler, glyphs};
use undo::{Change, UndoLog};

pub use undo::Kind;

/// A text field.
#[derive(Debug)]
pub struct Field {
    text: String,
    /// The caret, in bytes of `text`; always at the edge of a grapheme cluster.
    caret: usize,
    /// The other end of the selection, where there is one.
    anchor: Option<usize>,
    /// Whether a caret at a soft break stands at the end of the upper row instead of the start of the lower one.
    upstream: bool,
    /// The column that moving up and down tries to keep.
    goal_cols: Option<usize>,
    /// Whether line ends cannot be entered.
    single_line: bool,
    /// The width of a row in columns, the column kept free for the caret included.
    cols: usize,
    /// How many rows are in sight.
    rows: usize,
    /// The first row in sight.
    top: usize,
    /// What the rows are measured with.
    ruler: Ruler,
    /// The rows of `text` at the present width; made anew after every change.
    layout: Vec<Row>,
    log: UndoLog,
}

impl Field {
    /// A field of several lines with the caret at the end of the text.
    pub fn lines(text: impl Into<String>) -> Self {
        Self::new(text.into(), false)
    }

    /// A field of one line, which scrolls sideways by showing the row the caret is in.
    pub fn line(text: impl Into<String>) -> Self {
        Self::new(text.into(), true)
    }

    fn new(text: String, single_line: bool) -> Self {
        let caret = text.len();
        let mut field = Self {
            text,
            caret,
            anchor: None,
            upstream: false,
            goal_cols: None,
            single_line,
            cols: 80,
            rows: 1,
            top: 0,
            ruler: Ruler::NARROW,
            layout: Vec::new(),
            log: UndoLog::default(),
        };
        field.lay_out();
        field
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rows of the text and the first one in sight.
    pub fn rows_in_sight(&self) -> impl Iterator<Item = Row> {
        self.layout.iter().copied().skip(self.top).take(self.rows)
    }

    /// How many rows the whole text takes.
    pub fn row_count(&self) -> usize {
        self.layout.len()
    }

    /// The first row in sight.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Gives the field its size on screen; the last column is kept free for the caret.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        (self.cols, self.rows) = (usize::from(cols), usize::from(rows).max(1));
        self.lay_out();
    }

    /// Measures the text with this ruler.
    pub fn measure_with(&mut self, ruler: Ruler) {
        if self.ruler != ruler {
            self.ruler = ruler;
            self.lay_out();
        }
    }

    /// Where the caret stands on screen: column and row from the field's upper left corner.
    pub fn caret_cell(&self) -> (usize, usize) {
        let (row, col) = self.caret_row_col();
        (col, row.saturating_sub(self.top))
    }

    /// The selected bytes, where there are any.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|&anchor| anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }

    /// Ends the present undo step: the user paused.
    pub fn pause(&mut self) {
        self.log.seal();
    }

    /// Puts text at the caret, or in the place of the selection. Keystrokes in a row become one undo step; a paste is a step of its own.
    pub fn insert(&mut self, text: &str, kind: Kind) {
        let text = if self.single_line {
            text.replace(['\n', '\t'], " ")
        } else {
            text.to_owned()
        };
        if text.is_empty() {
            return;
        }
        match self.selection() {
            Some(selected) => self.change(selected, &text, Kind::Whole),
            None => self.change(self.caret..self.caret, &text, kind),
        }
    }

    /// Removes the selection, or else the cluster before the caret.
    pub fn delete_before(&mut self) {
        self.delete(self.before(self.caret)..self.caret, Kind::DeleteBefore);
    }

    /// Removes the selection, or else the cluster after the caret.
    pub fn delete_after(&mut self) {
        self.delete(self.caret..self.after(self.caret), Kind::DeleteAfter);
    }

    /// Removes the selection, or else the word before the caret.
    pub fn delete_word_before(&mut self) {
        self.delete(self.word_before(self.caret)..self.caret, Kind::Whole);
    }

    /// Removes the selection, or else the word after the caret.
    pub fn delete_word_after(&mut self) {
        self.delete(self.caret..self.word_after(self.caret), Kind::Whole);
    }

    fn delete(&mut self, range: Range<usize>, kind: Kind) {
        match self.selection() {
            Some(selected) => self.change(selected, "", Kind::Whole),
            None if !range.is_empty() => self.change(range, "", kind),
            None => {}
        }
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        if !self.text.is_empty() {
            self.change(0..self.text.len(), "", Kind::Whole);
        }
    }

    /// Puts another text in the place of the whole, as one undo step.
    pub fn replace(&mut self, text: &str) {
        if self.text != text {
            self.change(0..self.text.len(), text, Kind::Whole);
        }
    }

    /// Takes the last step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(change) = self.log.undo() else {
            return false;
        };
        self.splice(change.at, change.inserted.len(), &change.removed);
        self.set_caret(change.caret_before);
        self.anchor = change.anchor_before;
        true
    }

    /// Makes the last step that was taken back again. Says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(change) = self.log.redo() else {
            return false;
        };
        self.splice(change.at, change.removed.len(), &change.inserted);
        self.set_caret(change.at + change.inserted.len());
        true
    }

    fn change(&mut self, range: Range<usize>, inserted: &str, kind: Kind) {
        let change = Change {
            at: range.start,
            removed: self.text.get(range.clone()).unwrap_or_default().to_owned(),
            inserted: inserted.to_owned(),
            caret_before: self.caret,
            anchor_before: self.anchor,
            kind,
        };
        self.splice(range.start, range.len(), inserted);
        self.set_caret(range.start + inserted.len());
        self.log.record(change);
    }

    fn splice(&mut self, at: usize, removed_bytes: usize, inserted: &str) {
        self.text.replace_range(at..at + removed_bytes, inserted);
        self.lay_out();
    }

    fn set_caret(&mut self, at: usize) {
        // A mark typed after a letter joins its cluster: the caret moves behind both.
        self.caret = self.cluster_end(at);
        (self.upstream, self.anchor, self.goal_cols) = (false, None, None);
        self.keep_in_sight();
    }

    /// The nearest cluster edge at or after `at`.
    fn cluster_end(&self, at: usize) -> usize {
        let line_start = self.line_start(at);
        let line = self.text.get(line_start..).unwrap_or_default();
        let ends = glyphs(line).map(|glyph| line_start + glyph.end());
        std::iter::once(line_start)
            .chain(ends)
            .find(|&edge| edge >= at)
            .unwrap_or(self.text.len())
    }

    fn line_start(&self, at: usize) -> usize {
        self.text
            .get(..at)
            .and_then(|before| before.rfind('\n'))
            .map_or(0, |newline| newline + 1)
    }

    fn lay_out(&mut self) {
        let cols = self.cols.saturating_sub(1).max(1);
        self.layout = self.ruler.wrap(&self.text, cols);
        self.caret = self.caret.min(self.text.len());
        self.keep_in_sight();
    }

    fn keep_in_sight(&mut self) {
        let (row, _) = self.caret_row_col();
        self.top = self.top.clamp((row + 1).saturating_sub(self.rows), row);
        self.top = self.top.min(self.layout.len().saturating_sub(self.rows));
    }

    /// The row of the layout the caret is in, and its column there.
    fn caret_row_col(&self) -> (usize, usize) {
        let mut row = self
            .layout
            .partition_point(|row| row.start <= self.caret)
            .saturating_sub(1);
        let at_soft_break = self
            .layout
            .get(row)
            .is_some_and(|row| row.start == self.caret);
        if self.upstream
            && at_soft_break
            && row > 0
            && self.layout.get(row - 1).is_some_and(|above| !above.hard)
        {
            row -= 1;
        }
        let start = self.layout.get(row).map_or(0, |row| row.start);
        let before = self.text.get(start..self.caret).unwrap_or_default();
        (row, self.ruler.cols_of(before))
    }
}

#[cfg(test)]
mod tests;
