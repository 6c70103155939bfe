//! The row in which a search gets its name.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::remembering::{NAME_LABEL_COLS, Naming};
use crate::text::shown;
use crate::view::editor::field_rows;
use crate::view::{Look, paint};

/// ` 搜索存为 滞后 科技局（Enter 用这个名称）`, with the hardware cursor where the next character goes: an input method
/// opens its window there.
pub fn draw(naming: &Naming, look: Look, area: Rect, frame: &mut Frame<'_>) {
    let words = &look.words.remembering;
    let label_cols = label_cols(usize::from(area.width));
    let label = look
        .ruler()
        .pad(&look.ruler().fit(words.label, label_cols), label_cols);
    let mut spans = vec![Span::styled(label, look.theme.chrome())];
    let room = usize::from(area.width).saturating_sub(label_cols);
    if naming.field.text().is_empty() {
        let suggested = (words.suggested)(&shown(&naming.search.name));
        spans.push(Span::styled(
            look.ruler().fit(&suggested, room),
            look.theme.quiet(),
        ));
    } else {
        let typed = field_rows(&naming.field, look, 1).into_iter().next();
        spans.extend(typed.unwrap_or_default().spans);
    }
    paint::line(frame.buffer_mut(), area, 0, &Line::from(spans), look);
    let caret = label_cols + naming.field.caret_cell().0.min(room.saturating_sub(1));
    let x = area.x + u16::try_from(caret).unwrap_or(0);
    frame.set_cursor_position(Position {
        x: x.min(area.right().saturating_sub(1)),
        y: area.y,
    });
}

/// The columns before the name.
pub fn label_cols(cols: usize) -> usize {
    usize::from(NAME_LABEL_COLS - 1).min(cols / 2)
}
