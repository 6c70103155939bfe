//! Text of a ledger in rows, with what a search found marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::search::{Query, marks};
use crate::text::{Row, wrap};
use crate::view::paint::span;

/// How a text is drawn.
#[derive(Clone, Copy)]
pub struct Prose<'q> {
    /// Ordinary characters.
    pub style: Style,
    /// Characters that were found.
    pub mark: Style,
    /// What was searched.
    pub query: Option<&'q Query>,
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

    fn marks(self, text: &str) -> Vec<Range<usize>> {
        self.query
            .map(|query| marks(text, query))
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
