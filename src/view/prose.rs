//! Text of a ledger in rows, with what a search found marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::search::{Marker, snippet_start};
use crate::text::{Row, wrap};
use crate::view::paint::span;

/// How much of a note is looked through for the piece that is shown beside its promise.
const SEARCHED_BYTES: usize = 64 * 1024;

/// How much of it is shown before the mark, in characters.
const CHARS_BEFORE: usize = 8;

/// How a text is drawn.
#[derive(Clone, Copy)]
pub struct Prose<'q> {
    /// Ordinary characters.
    pub style: Style,
    /// Characters that were found.
    pub mark: Style,
    /// What finds them, where something was searched.
    pub marker: Option<&'q Marker>,
}

impl Prose<'_> {
    /// The text in rows of `cols` columns.
    pub fn rows(self, text: &str, cols: usize) -> Vec<Line<'static>> {
        let marks = self.marks(text);
        wrap(text, cols)
            .into_iter()
            .map(|row| Line::from(self.pieces(text, row.start..row.end, &marks)))
            .collect()
    }

    /// A row of a text laid out elsewhere, with these bytes of the text marked.
    pub fn row(self, text: &str, row: Row, marked: &[Range<usize>]) -> Line<'static> {
        Line::from(self.pieces(text, row.start..row.end, marked))
    }

    /// The text on one line, uncut.
    pub fn spans(self, text: &str) -> Vec<Span<'static>> {
        self.pieces(text, 0..text.len(), &self.marks(text))
    }

    /// The piece of a text with the first mark on one line of up to `cols` columns, where there is one.
    pub fn piece(self, text: &str, cols: usize) -> Option<Line<'static>> {
        let (text, _) = text.split_at(text.floor_char_boundary(SEARCHED_BYTES));
        let marks = self.marks(text);
        let start = snippet_start(text, &marks, CHARS_BEFORE);
        (!marks.is_empty()).then(|| self.one_line(text, start, cols, &marks))
    }

    /// The beginning of a text on one line of up to `cols` columns.
    pub fn beginning(self, text: &str, cols: usize) -> Line<'static> {
        self.one_line(text, 0, cols, &[])
    }

    fn one_line(
        self,
        text: &str,
        start: usize,
        cols: usize,
        marks: &[Range<usize>],
    ) -> Line<'static> {
        // More than the columns could show, so that what is cut off is known to be cut off.
        let behind = text.get(start..).unwrap_or_default();
        let end = behind.char_indices().nth(cols + 1);
        let end = end.map_or(text.len(), |(bytes, _)| start + bytes);
        let mut spans = self.pieces(text, start..end, marks);
        for span in &mut spans {
            span.content = span.content.replace('\n', " ").into();
        }
        if start > 0 {
            spans.insert(0, Span::styled("…", self.style));
        }
        Line::from(spans)
    }

    fn marks(self, text: &str) -> Vec<Range<usize>> {
        self.marker
            .map(|marker| marker.marks(text))
            .unwrap_or_default()
    }

    /// The bytes `part` of a text, cut at the marks.
    fn pieces(self, text: &str, part: Range<usize>, marks: &[Range<usize>]) -> Vec<Span<'static>> {
        let mut pieces = Vec::new();
        let mut push = |range: Range<usize>, style| {
            if let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) {
                pieces.push(span(piece, style));
            }
        };
        let mut at = part.start;
        for mark in marks
            .iter()
            .filter(|mark| mark.end > part.start && mark.start < part.end)
        {
            let (start, end) = (mark.start.max(at), mark.end.min(part.end));
            push(at..start, self.style);
            push(start..end, self.style.patch(self.mark));
            at = end;
        }
        push(at..part.end, self.style);
        pieces
    }
}
