//! Text of a ledger in rows, with what a search found and what a figure was read from marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::window::Rows;
use crate::search::{Marker, snippet_start};
use crate::text::{Row, Ruler};
use crate::view::paint::span;

/// How much of a note is looked through for the piece that is shown beside its promise.
const SEARCHED_BYTES: usize = 64 * 1024;

/// How much of it is shown before the mark, in characters.
const CHARS_BEFORE: usize = 8;

/// Bytes of a text, and what they are drawn in over the ordinary style.
type Mark = (Range<usize>, Style);

/// How a text is drawn.
#[derive(Clone, Copy)]
pub struct Prose<'q> {
    /// What its rows are measured with.
    pub ruler: Ruler,
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
        self.rows_with_evidence(text, cols, &[], self.style).0
    }

    /// The text in rows of `cols` columns with these bytes in a style of their own, save where something was found;
    /// and in which rows the first of them are.
    pub fn rows_with_evidence(
        self,
        text: &str,
        cols: usize,
        evidence: &[Range<usize>],
        style: Style,
    ) -> (Vec<Line<'static>>, Option<Rows>) {
        let marks = over(evidence, style, self.found(text));
        let rows = self.ruler.wrap(text, cols);
        let first_part = evidence.first();
        let has_evidence =
            |row: &Row| first_part.is_some_and(|part| meet(part, row.start..row.end));
        let first = rows.iter().position(has_evidence);
        let last = rows.iter().rposition(has_evidence);
        let lines = rows
            .iter()
            .map(|row| Line::from(self.pieces(text, row.start..row.end, &marks)))
            .collect();
        let span = first.zip(last);
        (
            lines,
            span.map(|(first, last)| Rows {
                first,
                end: last + 1,
            }),
        )
    }

    /// A row of a text laid out elsewhere, with these bytes of the text marked.
    pub fn row(self, text: &str, row: Row, marked: &[Range<usize>]) -> Line<'static> {
        let marks = in_style(marked.to_vec(), self.mark);
        Line::from(self.pieces(text, row.start..row.end, &marks))
    }

    /// The text on one line, uncut.
    pub fn spans(self, text: &str) -> Vec<Span<'static>> {
        self.pieces(text, 0..text.len(), &self.found(text))
    }

    /// The piece of a text with the first mark on one line of up to `cols` columns, where there is one.
    pub fn piece(self, text: &str, cols: usize) -> Option<Line<'static>> {
        let (text, _) = text.split_at(text.floor_char_boundary(SEARCHED_BYTES));
        let places = self.places(text);
        let start = snippet_start(text, &places, CHARS_BEFORE);
        let marks = in_style(places, self.mark);
        (!marks.is_empty()).then(|| self.one_line(text, start, cols, &marks))
    }

    /// The beginning of a text on one line of up to `cols` columns.
    pub fn beginning(self, text: &str, cols: usize) -> Line<'static> {
        self.one_line(text, 0, cols, &[])
    }

    fn one_line(self, text: &str, start: usize, cols: usize, marks: &[Mark]) -> Line<'static> {
        // More than the columns could show, so that what is cut off is known to be cut off.
        let behind = text.get(start..).unwrap_or_default();
        let end = behind.char_indices().nth(cols + 1);
        let end = end.map_or(text.len(), |(bytes, _)| start + bytes);
        let mut spans = self.pieces(text, start..end, marks);
        for span in &mut spans {
            span.content = span.content.replace('\n', " ").into();
        }
        if start > 0 {
            spans.insert(0, Span::styled(self.ruler.ellipsis(), self.style));
        }
        Line::from(spans)
    }

    fn found(self, text: &str) -> Vec<Mark> {
        in_style(self.places(text), self.mark)
    }

    fn places(self, text: &str) -> Vec<Range<usize>> {
        self.marker
            .map(|marker| marker.marks(text))
            .unwrap_or_default()
    }

    /// The bytes `part` of a text, cut at the marks.
    fn pieces(self, text: &str, part: Range<usize>, marks: &[Mark]) -> Vec<Span<'static>> {
        let mut pieces = Vec::new();
        let mut push = |range: Range<usize>, style| {
            if let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) {
                pieces.push(span(piece, style));
            }
        };
        let mut at = part.start;
        for (mark, style) in marks.iter().filter(|mark| meet(&mark.0, part.clone())) {
            let (start, end) = (mark.start.max(at), mark.end.min(part.end));
            push(at..start, self.style);
            push(start..end, self.style.patch(*style));
            at = end;
        }
        push(at..part.end, self.style);
        pieces
    }
}

/// Whether two runs of bytes have any in common.
const fn meet(left: &Range<usize>, right: Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

fn in_style(ranges: Vec<Range<usize>>, style: Style) -> Vec<Mark> {
    ranges.into_iter().map(|range| (range, style)).collect()
}

/// All marks in order: what lies under others is what is left of it beside them.
fn over(under: &[Range<usize>], style: Style, upper: Vec<Mark>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for part in under {
        let mut at = part.start;
        for (mark, _) in upper.iter().filter(|mark| meet(&mark.0, part.clone())) {
            marks.push((at..mark.start.max(at), style));
            at = mark.end;
        }
        marks.push((at.min(part.end)..part.end, style));
    }
    marks.retain(|mark| !mark.0.is_empty());
    marks.extend(upper);
    marks.sort_by_key(|mark| mark.0.start);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Query;
    use ratatui::style::Modifier;

    const NOTE: &str = "开工46条，\n完工21条。";

    /// The evidence of [`NOTE`] in rows, every piece with a sign of how it is marked: `_` evidence, `*` found.
    fn marked(evidence: &str, query: &str, cols: usize) -> (Vec<String>, Option<Rows>) {
        let marker = Marker::new(&Query::new(query));
        let prose = Prose {
            ruler: Ruler::NARROW,
            style: Style::new(),
            mark: Style::new().add_modifier(Modifier::BOLD),
            marker: Some(&marker),
        };
        let parts: Vec<_> = NOTE
            .match_indices(evidence)
            .map(|(start, _)| start..start + evidence.len())
            .collect();
        let style = Style::new().add_modifier(Modifier::UNDERLINED);
        let (lines, rows) = prose.rows_with_evidence(NOTE, cols, &parts, style);
        let sign = |style: Style| match style.add_modifier {
            Modifier::BOLD => "*",
            Modifier::UNDERLINED => "_",
            _ => "",
        };
        let row = |line: Line<'_>| -> String {
            let signed = |span: &Span<'_>| format!("{}{}|", sign(span.style), span.content);
            line.spans.iter().map(signed).collect::<Vec<_>>().concat()
        };
        (lines.into_iter().map(row).collect(), rows)
    }

    #[test]
    fn evidence_is_marked_across_rows_and_under_what_was_found() {
        let (rows, span) = marked("46条，\n完工", "", 40);
        assert_eq!(rows, ["开工|_46条，|", "_完工|21条。|"]);
        assert_eq!(span, Some(Rows { first: 0, end: 2 }));
        let (rows, span) = marked("完工21条", "工", 40);
        assert_eq!(rows, ["开|*工|46条，|", "_完|*工|_21条|。|"]);
        assert_eq!(span, Some(Rows { first: 1, end: 2 }));
        let (rows, span) = marked("完工", "完工21", 40);
        assert_eq!(rows[1], "*完工21|条。|", "what was found wins");
        assert_eq!(
            span,
            Some(Rows { first: 1, end: 2 }),
            "and is there all the same"
        );
    }

    #[test]
    fn evidence_that_is_not_there_marks_nothing() {
        assert_eq!(
            marked("竣工", "", 40),
            (
                vec!["开工46条，|".to_owned(), "完工21条。|".to_owned()],
                None
            )
        );
    }
}
