//! The detail pane: the item in full. The promise, the verdict and its reason, the note.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::layout::Shape;
use crate::app::window::Rows;
use crate::ledger::{Item, Verdict};
use crate::view::prose::Prose;
use crate::view::{Look, gauges, ordered, paint};
use crate::words::say;

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    paint::lines(
        buffer,
        area,
        &lines(app, look, usize::from(area.width)).0,
        app.detail_top(),
        look,
    );
}

/// All lines of the pane, `cols` columns wide, and where the words are that the figure looked at was read from.
pub fn lines(app: &App, look: Look, cols: usize) -> (Vec<Line<'static>>, Option<Rows>) {
    let Some((item, verdict)) = app.selected().and_then(|position| app.judged(position)) else {
        return (Vec::new(), None);
    };
    let marker = app.marker();
    let prose = |style| Prose {
        ruler: look.ruler(),
        style,
        mark: look.theme.mark(),
        marker,
    };
    let mut lines = if app.layout().shape == Shape::Tiny {
        tiny_head(app, item, verdict, look, cols)
    } else {
        let mut head = head(item, verdict, look, cols);
        head.extend(capped(prose(look.theme.strong()), &item.title, cols, look));
        head
    };
    lines.extend(facts(item, look, cols));
    if app.is_zoomed() && app.layout().shape != Shape::Tiny {
        lines.extend(gauges::all_lines(app, look, cols));
    }
    section(&mut lines, look, look.words.note, cols);
    let (note, evidence) = note_lines(app, item, look, cols);
    let evidence = evidence.map(|rows| rows.below(lines.len()));
    lines.extend(note);
    for (name, text) in [
        (look.words.problem, &item.problem),
        (look.words.next, &item.next),
    ] {
        if let Some(text) = text {
            section(&mut lines, look, name, cols);
            lines.extend(capped(prose(look.theme.text()), text, cols, look));
        }
    }
    lines.extend(ordered::all(app, item, look, cols));
    (lines, evidence)
}

/// The note in rows, with what was searched and the evidence of the measure that is looked at marked; and in which
/// rows that is.
pub fn note_lines(
    app: &App,
    item: &Item,
    look: Look,
    cols: usize,
) -> (Vec<Line<'static>>, Option<Rows>) {
    if item.progress.is_empty() {
        let empty = Line::styled(look.words.empty_note, look.theme.quiet());
        return (vec![empty], None);
    }
    let marker = app.marker();
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        mark: look.theme.mark(),
        marker,
    };
    let evidence = app.marked_in(&item.progress);
    capped_with_evidence(prose, &item.progress, cols, look, &evidence)
}

/// The longest text that is shown whole. No note is a tenth of it; laying out more would be felt at every key.
const SHOWN_BYTES: usize = 64 * 1024;

/// A text in rows; of a monstrous one the beginning, and how much more there is.
pub fn capped(prose: Prose<'_>, text: &str, cols: usize, look: Look) -> Vec<Line<'static>> {
    capped_with_evidence(prose, text, cols, look, &[]).0
}

/// The same, with some of its bytes marked as evidence; and in which rows the first of them are.
fn capped_with_evidence(
    prose: Prose<'_>,
    text: &str,
    cols: usize,
    look: Look,
    evidence: &[Range<usize>],
) -> (Vec<Line<'static>>, Option<Rows>) {
    let (beginning, rest) = text.split_at(text.floor_char_boundary(SHOWN_BYTES));
    let style = look.theme.evidence();
    let (mut lines, rows) = prose.rows_with_evidence(beginning, cols, evidence, style);
    if !rest.is_empty() {
        let more = (look.words.more_chars)(rest.chars().count());
        lines.push(Line::styled(
            look.ruler().fit(&more, cols),
            look.theme.quiet(),
        ));
    }
    (lines, rows)
}

/// The first of some lines in which something is marked as found.
pub fn first_marked(lines: &[Line<'_>], look: Look) -> Option<usize> {
    let mark = look.theme.mark();
    lines.iter().position(|line| {
        line.spans
            .iter()
            .any(|span| span.style.patch(mark) == span.style)
    })
}

/// Number, status and the one-line reason for it. The reason may take a second row; it is never cut.
fn head(item: &Item, verdict: &Verdict, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let status = verdict.status();
    let number = (words.item_number)(&look.ruler().fit(&item.id.to_string(), 12));
    let style = look.theme.status(status);
    let mut lines = vec![Line::from(vec![
        Span::raw(format!("{number}  ")),
        Span::styled(
            format!("{} {}", verdict.sign(), (words.status)(status)),
            style,
        ),
    ])];
    lines.extend(reason(item, verdict, look, cols));
    lines
}

/// Why the item has its verdict; where a person set it, also what the figures say.
pub fn reason(item: &Item, verdict: &Verdict, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let style = look.theme.status(verdict.status());
    let prose = Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    let mut lines = prose.rows(&say::verdict(words, item, verdict), cols);
    if let Some(set) = &item.verdict {
        let said = (words.set_by_person)((words.status)(verdict.computed), &set.reason);
        lines.extend(
            Prose {
                ruler: look.ruler(),
                style: look.theme.text(),
                ..prose
            }
            .rows(&said, cols),
        );
    }
    lines
}

/// The head in a window with room for three or four rows: place, status and promise together, then the bar.
fn tiny_head(
    app: &App,
    item: &Item,
    verdict: &Verdict,
    look: Look,
    cols: usize,
) -> Vec<Line<'static>> {
    let place = (look.words.of_total)(app.list().cursor + 1, app.shown().len());
    let promise = format!("{place} {} {}", verdict.sign(), item.title);
    let style = look.theme.strong();
    let mut lines = Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    }
    .rows(&promise, cols);
    lines.extend(gauges::looked_line(app, look, cols));
    lines.extend(reason(item, verdict, look, cols));
    lines
}

/// Who leads, who helps, from when to when: only what the ledger says.
pub fn facts(item: &Item, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let mut facts = Vec::new();
    facts.extend(item.lead.as_ref().map(|lead| (words.lead)(lead)));
    if !item.with.is_empty() {
        facts.push((words.with)(&item.with.join("、")));
    }
    if item.start.is_some() || item.due.is_some() {
        let day =
            |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        facts.push((words.period_of_item)(&day(item.start), &day(item.due)));
    }
    if facts.is_empty() {
        return Vec::new();
    }
    let style = look.theme.quiet();
    Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    }
    .rows(&facts.join("  "), cols)
}

/// A heading with a rule to the right edge.
pub fn section(lines: &mut Vec<Line<'static>>, look: Look, name: &str, cols: usize) {
    let rule = "─".repeat(cols.saturating_sub(look.ruler().cols_of(name) + 1));
    lines.push(Line::styled(format!("{name} {rule}"), look.theme.quiet()));
}
