//! Two texts of one field, and what both began with: shown whole, with what each side changed marked.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::layout::{Area, MergeLayout, Size};
use crate::app::merging::{Choice, Conflict, Merging};
use crate::ledger::merge::changed;
use crate::view::prose::Prose;
use crate::view::{Look, editor, paint, rect};
use crate::words::say;

pub fn draw(app: &App, merging: &Merging, look: Look, frame: &mut Frame<'_>) {
    let Some(conflict) = merging.conflict() else {
        return;
    };
    let layout = MergeLayout::of(app.size());
    let words = look.words;
    let id = merging.editor.item.id().to_string();
    let title = format!(
        " {}",
        (words.merging)(&id, &say::slot(words, &conflict.slot))
    );
    let number = merging.count - merging.conflicts.len() + 1;
    let left = if merging.count > 1 {
        format!("{} ", (words.conflict_of)(number, merging.count))
    } else {
        String::new()
    };
    let cols = usize::from(layout.header.cols);
    let head = paint::between(&title, &left, cols, look.theme.chrome(), look);
    paint::line(frame.buffer_mut(), rect(layout.header), 0, &head, look);
    for (area, title, text) in panes(merging, conflict, look, layout) {
        draw_pane(area, title, &text, conflict, merging.top, look, frame);
    }
    paint::line(
        frame.buffer_mut(),
        rect(layout.choices),
        0,
        &choices(merging, conflict, look, usize::from(layout.choices.cols)),
        look,
    );
    // In the smallest windows the choices are all there is room for.
    if layout.footer.rows > 0 {
        editor::draw_feet(app, look, [layout.bar, layout.footer], frame);
    }
}

/// How many rows the longest of the texts takes.
pub fn rows(merging: &Merging, look: Look, size: Size) -> usize {
    let layout = MergeLayout::of(size);
    let Some(conflict) = merging.conflict() else {
        return 0;
    };
    panes(merging, conflict, look, layout)
        .iter()
        .map(|(area, _, text)| {
            look.ruler()
                .wrap(text, usize::from(area.inside().cols))
                .len()
        })
        .max()
        .unwrap_or(0)
}

/// The first row in which one of the texts differs from what both began with.
pub fn first_different_row(merging: &Merging, look: Look, size: Size) -> Option<usize> {
    let conflict = merging.conflict()?;
    let panes = panes(merging, conflict, look, MergeLayout::of(size));
    let first = |(area, _, text): &(Area, &str, String)| {
        let at = changed(&conflict.base, text).first()?.start;
        let rows = look.ruler().wrap(text, usize::from(area.inside().cols));
        rows.iter().rposition(|row| row.start <= at)
    };
    panes.iter().filter_map(first).min()
}

/// What stands where. What putting both together comes to is seen before it is chosen; where there is room for one text
/// only, it is the one that the choice would leave.
fn panes(
    merging: &Merging,
    conflict: &Conflict,
    look: Look,
    layout: MergeLayout,
) -> Vec<(Area, &'static str, String)> {
    let words = look.words;
    let base = (words.text_before, conflict.base.clone());
    let theirs = (words.their_text, conflict.their_text());
    let ours = (words.our_text, conflict.ours.clone());
    let merged = conflict
        .merged
        .clone()
        .filter(|_| merging.choice() == Choice::Merged)
        .map(|merged| (words.merged_text, merged));
    let texts = if let Some(areas) = layout.panes {
        let texts = [merged.unwrap_or(base), theirs, ours];
        areas.into_iter().zip(texts).collect()
    } else {
        let text = match merging.choice() {
            Choice::Ours => ours,
            Choice::Theirs => theirs,
            Choice::Merged => merged.unwrap_or(base),
            Choice::Both | Choice::GoOn => base,
        };
        vec![(layout.body, text)]
    };
    let flat = |(area, (title, text))| (area, title, text);
    Vec::into_iter(texts).map(flat).collect()
}

fn draw_pane(
    area: Area,
    title: &str,
    text: &str,
    conflict: &Conflict,
    top: usize,
    look: Look,
    frame: &mut Frame<'_>,
) {
    paint::border(frame.buffer_mut(), rect(area), title, false, look);
    let inside = area.inside();
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        mark: look.theme.mark(),
        marker: None,
    };
    let marks = changed(&conflict.base, text);
    let mut lines: Vec<Line<'static>> = look
        .ruler()
        .wrap(text, usize::from(inside.cols))
        .into_iter()
        .map(|row| prose.row(text, row, &marks))
        .collect();
    if text.is_empty() {
        lines = vec![Line::styled(look.words.empty_text, look.theme.quiet())];
    }
    let below = lines.len().saturating_sub(top + usize::from(inside.rows));
    let hidden = top.min(lines.len());
    paint::hidden_rows(frame.buffer_mut(), rect(area), hidden, below, look);
    paint::lines(frame.buffer_mut(), rect(inside), &lines, top, look);
}

/// The choices side by side; where they do not fit, from the chosen one on.
fn choices(merging: &Merging, conflict: &Conflict, look: Look, cols: usize) -> Line<'static> {
    let (first, spans) = choice_spans(merging, conflict, look, cols);
    Line::from(spans.into_iter().skip(first).collect::<Vec<_>>())
}

/// The index of the choice at a column of that line.
pub fn choice_at(merging: &Merging, look: Look, cols: usize, col: usize) -> Option<usize> {
    let (first, spans) = choice_spans(merging, merging.conflict()?, look, cols);
    let mut end = 0;
    let mut in_sight = spans.iter().enumerate().skip(first);
    let (index, _) = in_sight.find(|(_, span)| {
        end += look.ruler().cols_of(&span.content);
        col < end
    })?;
    Some(index)
}

/// The choices up to the last one in sight, and the first of them in sight.
fn choice_spans(
    merging: &Merging,
    conflict: &Conflict,
    look: Look,
    cols: usize,
) -> (usize, Vec<Span<'static>>) {
    let choices = conflict.choices();
    let shown = |index: usize, choice: Choice| {
        let word = (look.words.choice)(choice);
        if index == merging.choice {
            Span::styled(format!("[ {word} ]"), look.theme.selected())
        } else {
            Span::raw(format!("  {word}  "))
        }
    };
    let spans: Vec<Span<'static>> = choices
        .iter()
        .enumerate()
        .map(|(index, &choice)| shown(index, choice))
        .collect();
    let width = |spans: &[Span<'_>]| look.cols_of(spans);
    let first = (0..=merging.choice)
        .find(|&first| {
            let up_to = spans.get(first..=merging.choice).unwrap_or_default();
            width(spans.get(first..).unwrap_or_default()) <= cols || width(up_to) <= cols
        })
        .unwrap_or(merging.choice);
    // What would be cut in half is left out; the keys lead there.
    let mut used = 0;
    let is_whole = |span: &&Span<'_>| {
        let word_end = used + look.ruler().cols_of(span.content.trim_end());
        used += look.ruler().cols_of(&span.content);
        word_end <= cols
    };
    let in_sight = spans.iter().skip(first).take_while(is_whole).count();
    let end = first + in_sight.max(1);
    (first, spans.into_iter().take(end).collect())
}
