//! The form of an item: its fields one below the other, names on the left.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use crate::app::editor::{Entry, Hint};
use crate::app::layout::FormLayout;
use crate::app::{App, Editor};
use crate::ledger::{Slot, Status};
use crate::view::editor::{draw_feet, draw_head, field_rows, place_caret};
use crate::view::{Look, paint, rect};

pub fn draw(app: &App, editor: &Editor, look: Look, frame: &mut Frame<'_>) {
    let layout = FormLayout::of(app.size());
    draw_head(editor, look, [layout.header, layout.promise], frame);
    let mut lines = Vec::new();
    let mut caret_row = 0;
    for (index, entry) in editor.entries.iter().enumerate() {
        if let Some(name) = editor.heading(index) {
            lines.push(heading(
                name,
                &entry.unit,
                look,
                usize::from(layout.body.cols),
            ));
        }
        if index == editor.focus {
            caret_row = lines.len();
        }
        lines.extend(entry_lines(entry, index == editor.focus, look, layout));
        lines.extend(editor.hint(index).map(|it| hint(&it, look, layout)));
    }
    paint::lines(
        frame.buffer_mut(),
        rect(layout.body),
        &lines,
        editor.top,
        look,
    );
    let (col, row) = editor
        .entry()
        .map_or((0, 0), |entry| entry.field.caret_cell());
    let col = col + usize::from(layout.label_cols);
    let row = (caret_row + row).saturating_sub(editor.top);
    place_caret(col, row, layout.body, frame);
    draw_feet(app, look, [layout.bar, layout.footer], frame);
}

/// `── 无障碍改造（户） ──────`
fn heading(name: &str, unit: &str, look: Look, cols: usize) -> Line<'static> {
    let unit = if unit.is_empty() {
        String::new()
    } else {
        (look.words.in_unit)(unit)
    };
    let name = look
        .ruler()
        .fit(&format!("{name}{unit}"), cols.saturating_sub(4));
    let rule = "─".repeat(cols.saturating_sub(look.ruler().cols_of(&name) + 4));
    Line::styled(format!("── {name} {rule}"), look.theme.quiet())
}

/// The rows of one field: its name in the first one, its text in all of them.
fn entry_lines(
    entry: &Entry,
    has_keys: bool,
    look: Look,
    layout: FormLayout,
) -> Vec<Line<'static>> {
    let rows = if entry.is_typed() {
        field_rows(&entry.field, look, usize::MAX)
    } else {
        vec![choice(entry, look)]
    };
    let label_cols = usize::from(layout.label_cols);
    let mark = if has_keys { "▸" } else { " " };
    let changed = if entry.is_changed() { "*" } else { " " };
    let name = format!("{mark}{changed}{}", (look.words.slot)(&entry.slot));
    let style = if has_keys {
        look.theme.strong().patch(look.theme.selected())
    } else {
        look.theme.quiet()
    };
    let labels = std::iter::once(name).chain(std::iter::repeat(String::new()));
    rows.into_iter()
        .zip(labels)
        .map(|(row, label)| {
            let label = look.ruler().pad(
                &look.ruler().fit(&label, label_cols.saturating_sub(1)),
                label_cols,
            );
            let mut spans = vec![Span::styled(label, style)];
            spans.extend(row.spans);
            Line::from(spans)
        })
        .collect()
}

/// What is said below a field: `即 2025-08-31 星期日`.
fn hint(hint: &Hint, look: Look, layout: FormLayout) -> Line<'static> {
    let words = &look.words.orders;
    let said = match hint {
        Hint::Day(day) => (words.understood)(*day),
        Hint::BeforeMeeting(day) => (words.before_meeting)(*day),
        Hint::NoDay => words.not_understood.to_owned(),
        Hint::Lead(lead) => (words.take_lead)(lead),
    };
    let style = match hint {
        Hint::Day(_) | Hint::Lead(_) => look.theme.quiet(),
        Hint::BeforeMeeting(_) | Hint::NoDay => look.theme.warning(),
    };
    let indent = usize::from(layout.label_cols);
    let room = usize::from(layout.body.cols).saturating_sub(indent);
    // In the narrowest windows the day alone tells what was understood.
    let said = match hint {
        Hint::Day(day) | Hint::BeforeMeeting(day) if !look.ruler().fits(&said, room) => {
            day.to_string()
        }
        _ => said,
    };
    Line::styled(" ".repeat(indent) + &look.ruler().fit(&said, room), style)
}

/// `‹ 滞后 ›`
fn choice(entry: &Entry, look: Look) -> Line<'static> {
    let chosen = entry.field.text();
    let status = Status::ALL
        .into_iter()
        .find(|status| status.name() == chosen);
    let word = match (&entry.slot, status) {
        (Slot::Status, Some(status)) => (look.words.status)(status).to_owned(),
        (Slot::Status, None) => look.words.as_computed.to_owned(),
        _ if chosen.is_empty() => look.words.not_filled.to_owned(),
        _ => look.ruler().fit(chosen, 40),
    };
    Line::styled(format!("‹ {word} ›"), look.theme.text())
}
