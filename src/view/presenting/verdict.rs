//! The figure that decided, large where there is room, and beside it the verdict in words.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ledger::{Item, Kind, Verdict};
use crate::view::presenting::digits;
use crate::view::{Look, detail};
use crate::words::say;

/// The columns between the digits and the words.
const GAP_COLS: usize = 4;
/// The words have at least so many columns beside the digits.
const LEAST_WORDS_COLS: usize = 28;

/// The figure, the verdict and its reason. The reason is never cut.
pub fn lines(
    item: &Item,
    verdict: &Verdict,
    look: Look,
    cols: usize,
    is_large: bool,
) -> Vec<Line<'static>> {
    let style = look.theme.status(verdict.status());
    let figure = figure(item, verdict);
    let large = figure.as_ref().filter(|_| is_large);
    let large = large.and_then(|figure| large_digits(figure, look, cols));
    let status = (look.words.status)(verdict.status());
    let said = format!("{} {status}", verdict.sign());
    if let Some(digits) = large {
        let digits_cols = digits.first().map_or(0, |row| look.ruler().cols_of(row)) + GAP_COLS;
        let mut words = vec![Line::styled(said, style)];
        words.extend(detail::reason(item, verdict, look, cols - digits_cols));
        return beside(&digits, digits_cols, style, words);
    }
    let figure = figure.map(|figure| format!("{}  ", look.ruler().fit(&figure, cols / 2)));
    let first = format!("{}{said}", figure.unwrap_or_default());
    let mut lines = vec![Line::styled(look.ruler().fit(&first, cols), style)];
    lines.extend(detail::reason(item, verdict, look, cols));
    lines
}

/// What the measure that decided stands at; `None` where it has no figure. A stage is told by its track, not by a share.
fn figure(item: &Item, verdict: &Verdict) -> Option<String> {
    let at = verdict.decisive?;
    let (indicator, measured) = (item.indicators.get(at)?, verdict.measures.get(at)?);
    match indicator.kind {
        Kind::Amount | Kind::Level if measured.completion.is_some() => {
            Some(format!("{}%", say::share(measured, verdict.rules)?))
        }
        Kind::Amount | Kind::Level | Kind::Rate => {
            Some(say::with_unit(indicator, indicator.actual?))
        }
        Kind::Stage => None,
    }
}

/// As wide as leaves room for the words.
fn large_digits(figure: &str, look: Look, cols: usize) -> Option<Vec<String>> {
    let fits = |rows: &Vec<String>| {
        let digits_cols = rows.first().map_or(0, |row| look.ruler().cols_of(row));
        digits_cols + GAP_COLS + LEAST_WORDS_COLS <= cols
    };
    let drawn = [2, 1].map(|pixel_cols| digits::rows(figure, pixel_cols, look.glyphs));
    drawn.into_iter().flatten().find(fits)
}

/// Rows of digits with the words at their right.
fn beside(
    digits: &[String],
    digits_cols: usize,
    style: Style,
    words: Vec<Line<'static>>,
) -> Vec<Line<'static>> {
    let rows = digits.len().max(words.len());
    let mut words = words.into_iter();
    let line = |at: usize| {
        let digits = digits.get(at).map_or("", String::as_str);
        let blank = " ".repeat(digits_cols.saturating_sub(digits.chars().count()));
        let mut spans = vec![Span::styled(format!("{digits}{blank}"), style)];
        let words = words.next().unwrap_or_default();
        // A line of words has one style, or its own for each of them.
        let own = |span: Span<'static>| span.patch_style(words.style);
        spans.extend(words.spans.into_iter().map(own));
        Line::from(spans)
    };
    (0..rows).map(line).collect()
}
