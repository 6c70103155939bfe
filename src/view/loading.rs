//! The picture while a large ledger is read.

use std::iter::repeat_n;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::shown;
use crate::view::{Look, paint};

/// The widest bar.
const BAR_COLS: usize = 40;

/// The name of the file, how far it is, and how to leave; in the middle of the window.
pub fn draw(name: &str, percent: Option<usize>, look: Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    let cols = usize::from(area.width);
    let share = percent.map_or(String::new(), |percent| format!(" {percent}%"));
    let room = cols.saturating_sub(
        look.ruler().cols_of(look.words.opening) + look.ruler().cols_of(&share) + 1,
    );
    let opening = format!(
        "{} {}{share}",
        look.words.opening,
        look.ruler().fit(&shown(name), room)
    );
    let bar_cols = BAR_COLS.min(cols.saturating_sub(4));
    let full = bar_cols * percent.unwrap_or(0) / 100;
    let (read, unread) = (look.glyphs.full(), look.glyphs.underway());
    let bar: String = repeat_n(read, full)
        .chain(repeat_n(unread, bar_cols - full))
        .collect();
    let lines = [
        Line::styled(opening, look.theme.strong()),
        Line::styled(bar, look.theme.text()),
        Line::styled(look.words.opening_keys, look.theme.quiet()),
    ];
    let top = area.height.saturating_sub(3) / 2;
    for (row, line) in (top..).zip(&lines) {
        let indent = cols.saturating_sub(look.cols_of(&line.spans)) / 2;
        let indent = u16::try_from(indent).unwrap_or(0);
        let room = Rect {
            x: area.x + indent,
            width: area.width - indent,
            ..area
        };
        paint::line(frame.buffer_mut(), room, row, line, look);
    }
    paint::ground(frame.buffer_mut(), look.theme);
}
