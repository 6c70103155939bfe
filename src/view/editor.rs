//! The note editor over the whole window: promise above, text below. The frame around it is that of the form too.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::editor::Entry;
use crate::app::field::Field;
use crate::app::layout::{Area, EditorLayout};
use crate::app::{App, Editor, Mode};
use crate::view::prose::Prose;
use crate::view::{Look, footer, notices, paint, rect};

pub fn draw(app: &App, editor: &Editor, look: Look, frame: &mut Frame<'_>) {
    let layout = EditorLayout::of(app.size(), editor.compares);
    draw_head(editor, look, [layout.header, layout.promise], frame);
    if layout.is_framed() {
        let chars = (look.words.chars)(editor.text().chars().count());
        let title = format!("{}  {chars}", look.words.note);
        paint::border(frame.buffer_mut(), rect(layout.frame), &title, true, look);
    }
    draw_text(editor, look, layout.text, frame);
    if layout.is_framed() {
        point_at_selection(editor, look, layout, frame);
    }
    if let Some(base) = layout.base {
        draw_base(editor, look, base, frame);
    }
    draw_feet(app, look, [layout.bar, layout.footer], frame);
}

/// Notices and keys.
pub fn draw_feet(app: &App, look: Look, [bar, footer]: [Area; 2], frame: &mut Frame<'_>) {
    let keys = footer::line(app.mode(), look, usize::from(bar.cols));
    // In the smallest windows keys and notices share a row.
    let keys_area = if footer.rows > 0 { footer } else { bar };
    paint::line(frame.buffer_mut(), rect(keys_area), 0, &keys, look);
    if let (Some(chars), None) = (selected_chars(app), app.notices().next()) {
        let said = format!(" {}", (look.words.themes.selected)(chars));
        let line = paint::between(&said, "", usize::from(bar.cols), look.theme.chrome(), look);
        paint::line(frame.buffer_mut(), rect(bar), 0, &line, look);
    }
    if let Some((text, style)) = notices::line(app, look, rect(bar)) {
        let text = look.ruler().pad(&format!(" {text}"), usize::from(bar.cols));
        let line = Line::styled(text, style);
        paint::line(frame.buffer_mut(), rect(bar), 0, &line, look);
        notices::draw(app, look, [rect(bar), rect(footer)], frame.buffer_mut());
    }
}

/// Which item it is, whether it is saved, and the promise.
pub fn draw_head(editor: &Editor, look: Look, [header, promise]: [Area; 2], frame: &mut Frame<'_>) {
    let words = look.words;
    let mark = if editor.is_changed() {
        words.unsaved
    } else {
        words.saved_mark
    };
    let id = editor.item.id().to_string();
    let editing = if editor.is_rewritten_order() {
        (words.orders.rewriting)(&id)
    } else if editor.is_order() {
        (words.orders.recording)(&id)
    } else if editor.is_form() {
        (words.editing_fields)(&id)
    } else {
        (words.editing)(&id)
    };
    let title = format!(" {editing}");
    let head = paint::between(
        &title,
        mark,
        usize::from(header.cols),
        look.theme.chrome(),
        look,
    );
    paint::line(frame.buffer_mut(), rect(header), 0, &head, look);
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.strong(),
        mark: look.theme.mark(),
        marker: None,
    };
    let room = Rect {
        x: promise.x + 1,
        width: promise.cols.saturating_sub(2),
        ..rect(promise)
    };
    paint::lines(
        frame.buffer_mut(),
        room,
        &prose.rows(head_of(editor.item.title()), usize::from(room.width)),
        0,
        look,
    );
}

/// As much of the promise as can ever be in sight.
fn head_of(title: &str) -> &str {
    const BYTES: usize = 4_096;
    title.split_at(title.floor_char_boundary(BYTES)).0
}

/// The note as it was: read only, from its beginning.
fn draw_base(editor: &Editor, look: Look, area: Area, frame: &mut Frame<'_>) {
    paint::border(
        frame.buffer_mut(),
        rect(area),
        look.words.note_before,
        false,
        look,
    );
    let inside = area.inside();
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        mark: look.theme.mark(),
        marker: None,
    };
    let base = editor.entry().map_or("", Entry::base);
    let rows = prose.rows(base, usize::from(inside.cols));
    let below = rows.len().saturating_sub(usize::from(inside.rows));
    paint::hidden_rows(frame.buffer_mut(), rect(area), 0, below, look);
    paint::lines(frame.buffer_mut(), rect(inside), &rows, 0, look);
}

fn draw_text(editor: &Editor, look: Look, area: Area, frame: &mut Frame<'_>) {
    let Some(entry) = editor.entry() else { return };
    let rows = field_rows(&entry.field, look, usize::from(area.rows));
    paint::lines(frame.buffer_mut(), rect(area), &rows, 0, look);
    let (col, row) = entry.field.caret_cell();
    place_caret(col, row, area, frame);
}

/// Puts a sign into the border beside every row with selected text: not every terminal reverses.
fn point_at_selection(editor: &Editor, look: Look, layout: EditorLayout, frame: &mut Frame<'_>) {
    let field = editor.entry().map(|entry| &entry.field);
    let Some((field, selected)) = field.and_then(|it| Some((it, it.selection()?))) else {
        return;
    };
    let margin = Rect {
        x: layout.frame.x,
        width: 1,
        ..rect(layout.text)
    };
    let sign = Line::styled("›", look.theme.chrome());
    for (row, laid) in (0..layout.text.rows).zip(field.rows_in_sight()) {
        if laid.start < selected.end && selected.start < laid.end {
            paint::line(frame.buffer_mut(), margin, row, &sign, look);
        }
    }
}

/// How many characters are selected in what is being written.
fn selected_chars(app: &App) -> Option<usize> {
    let Mode::Edit(editor) = app.mode() else {
        return None;
    };
    let field = &editor.entry()?.field;
    Some(field.text().get(field.selection()?)?.chars().count())
}

/// The rows of a field in sight, its selection marked.
pub fn field_rows(field: &Field, look: Look, rows: usize) -> Vec<Line<'static>> {
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        mark: look.theme.selected(),
        marker: None,
    };
    let selected: Vec<_> = field.selection().into_iter().collect();
    field
        .rows_in_sight()
        .take(rows)
        .map(|row| prose.row(field.text(), row, &selected))
        .collect()
}

/// Puts the hardware cursor at the caret, in every frame: input methods open their window there.
pub fn place_caret(col: usize, row: usize, area: Area, frame: &mut Frame<'_>) {
    let clamp = |at: usize, room: u16| {
        u16::try_from(at)
            .unwrap_or(u16::MAX)
            .min(room.saturating_sub(1))
    };
    frame.set_cursor_position(Position {
        x: area.x + clamp(col, area.cols),
        y: area.y + clamp(row, area.rows),
    });
}
