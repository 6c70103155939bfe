//! The note editor over the whole window: promise above, text below.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::layout::{Area, EditorLayout};
use crate::app::{App, Editor};
use crate::keys::context;
use crate::text::pad;
use crate::view::prose::Prose;
use crate::view::{Look, footer, paint, rect, statusbar};
use crate::words::say;

pub fn draw(app: &App, editor: &Editor, look: Look, frame: &mut Frame<'_>) {
    let layout = EditorLayout::of(app.size(), editor.compares);
    draw_head(editor, look, layout, frame);
    if layout.is_framed() {
        let chars = (look.words.chars)(editor.field.text().chars().count());
        let title = format!("{}  {chars}", look.words.note);
        paint::border(
            frame.buffer_mut(),
            rect(layout.frame),
            &title,
            true,
            look.theme,
        );
    }
    draw_text(editor, look, layout.text, frame);
    if let Some(base) = layout.base {
        draw_base(editor, look, base, frame);
    }
    let keys = footer::line(context(app.mode()), look, usize::from(layout.footer.cols));
    // In the smallest windows keys and notices share a row.
    let keys_area = if layout.footer.rows > 0 {
        layout.footer
    } else {
        layout.bar
    };
    paint::line(frame.buffer_mut(), rect(keys_area), 0, &keys);
    if let Some(notice) = app.notice() {
        let text = pad(
            &format!(" {}", say::notice(look.words, notice)),
            usize::from(layout.bar.cols),
        );
        let line = Line::styled(text, statusbar::notice_style(notice, look));
        paint::line(frame.buffer_mut(), rect(layout.bar), 0, &line);
        statusbar::draw_long_notice(
            app,
            look,
            [rect(layout.bar), rect(layout.footer)],
            frame.buffer_mut(),
        );
    }
}

fn draw_head(editor: &Editor, look: Look, layout: EditorLayout, frame: &mut Frame<'_>) {
    let words = look.words;
    let mark = if editor.is_changed() {
        words.unsaved
    } else {
        words.saved_mark
    };
    let title = format!(" {}", (words.editing)(&editor.id.to_string()));
    let head = paint::between(
        &title,
        mark,
        usize::from(layout.header.cols),
        look.theme.chrome(),
    );
    paint::line(frame.buffer_mut(), rect(layout.header), 0, &head);
    let prose = Prose {
        style: look.theme.strong(),
        mark: look.theme.mark(),
        query: None,
    };
    let room = Rect {
        x: layout.promise.x + 1,
        width: layout.promise.cols.saturating_sub(2),
        ..rect(layout.promise)
    };
    paint::lines(
        frame.buffer_mut(),
        room,
        &prose.rows(&editor.title, usize::from(room.width)),
        0,
    );
}

/// The note as it was: read only, from its beginning.
fn draw_base(editor: &Editor, look: Look, area: Area, frame: &mut Frame<'_>) {
    paint::border(
        frame.buffer_mut(),
        rect(area),
        look.words.note_before,
        false,
        look.theme,
    );
    let inside = area.inside();
    let prose = Prose {
        style: look.theme.text(),
        mark: look.theme.mark(),
        query: None,
    };
    let rows = prose.rows(&editor.base, usize::from(inside.cols));
    let below = rows.len().saturating_sub(usize::from(inside.rows));
    paint::hidden_rows(frame.buffer_mut(), rect(area), 0, below, look.theme);
    paint::lines(frame.buffer_mut(), rect(inside), &rows, 0);
}

fn draw_text(editor: &Editor, look: Look, area: Area, frame: &mut Frame<'_>) {
    let prose = Prose {
        style: look.theme.text(),
        mark: look.theme.selected(),
        query: None,
    };
    let text = editor.field.text();
    let selected: Vec<_> = editor.field.selection().into_iter().collect();
    for (row, laid_out) in (0..area.rows).zip(editor.field.rows_in_sight()) {
        paint::line(
            frame.buffer_mut(),
            rect(area),
            row,
            &prose.row(text, laid_out, &selected),
        );
    }
    // The hardware cursor stands at the caret in every frame: input methods open their window there.
    let (col, row) = editor.field.caret_cell();
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
