//! Text of a ledger in rows, with what a search found marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::search::{Query, marks, snippet_start};
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

    /// Whether there is a mark in what is looked through of a text.
    pub fn finds(self, text: &str) -> bool {
        let (text, _) = text.split_at(text.floor_char_boundary(SEARCHED_BYTES));
        !self.marks(text).is_empty()
    }

    /// The piece of a text with the first mark on one line of up to `cols` columns.
    pub fn piece(self, text: &str, cols: usize) -> Line<'static> {
        let (text, _) = text.split_at(text.floor_char_boundary(SEARCHED_BYTES));
        let marks = self.marks(text);
        let start = snippet_start(text, &marks, CHARS_BEFORE);
        let mut spans = Vec::new();
        if start > 0 {
            spans.push(Span::styled("…", self.style));
        }
        // More than the columns could show, so that what is cut off is known to be cut off.
        let end = text
            .get(start..)
            .and_then(|rest| rest.char_indices().nth(cols + 1));
        let end = end.map_or(text.len(), |(bytes, _)| start + bytes);
        spans.extend(self.pieces(text, start..end, &marks));
        let one_line = |span: Span<'static>| {
            let content = span.content.replace('\n', " ");
            Span::styled(content, span.style)
        };
        Line::from(spans.into_iter().map(one_line).collect::<Vec<_>>())
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
