//! A list over the whole window: head and count above, what is under the cursor in full below, the keys at the foot.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::app::layout::ListingLayout;
use crate::view::{Look, footer, header, notices, paint};

/// From this height on a notice may take a second row.
pub const LONG_NOTICE_ROWS: u16 = 4;

/// How much room there is for the parts of such a list.
pub struct Room {
    /// The columns of the window.
    pub cols: usize,
    /// The rows of the list.
    pub list_rows: usize,
    /// The columns of what is under the cursor.
    pub full_cols: usize,
}

impl Room {
    /// The room in a window.
    pub fn of(app: &App, window: Rect) -> Self {
        Self {
            cols: usize::from(window.width),
            list_rows: usize::from(ListingLayout::of(app.size()).list_rows),
            full_cols: usize::from(window.width.saturating_sub(1)),
        }
    }
}

/// What stands on the screen.
pub struct Listing {
    /// How many there are, and the place of the cursor.
    pub count: Line<'static>,
    /// The rows in sight.
    pub list: Vec<Line<'static>>,
    /// What is under the cursor.
    pub full: Vec<Line<'static>>,
}

impl Listing {
    /// Draws it over the whole window.
    pub fn draw(&self, app: &App, look: Look, frame: &mut Frame<'_>) {
        let window = frame.area();
        let layout = ListingLayout::of(app.size());
        let row = |y: u16, height: u16| Rect {
            y: y.min(window.height),
            height: height.min(window.height.saturating_sub(y)),
            ..window
        };
        let buffer = frame.buffer_mut();
        header::draw(app, look, row(0, 1), buffer);
        paint::line(buffer, row(1, 1), 0, &self.count, look);
        paint::lines(buffer, row(2, layout.list_rows), &self.list, 0, look);
        let below = row(2 + layout.list_rows, layout.full_rows);
        let margin = below.width.min(1);
        let below = Rect {
            x: below.x + margin,
            width: below.width - margin,
            ..below
        };
        paint::lines(buffer, below, &self.full, 0, look);
        draw_foot(app, look, window, frame);
    }
}

/// The keys; a notice takes their place, and where it is long the row above, too.
fn draw_foot(app: &App, look: Look, window: Rect, frame: &mut Frame<'_>) {
    let cols = usize::from(window.width);
    let last = window.height.saturating_sub(1);
    let line = match notices::line(app, look, window) {
        Some((text, style)) => Line::styled(look.ruler().pad(&format!(" {text}"), cols), style),
        None => footer::line(app.mode(), look, cols),
    };
    paint::line(frame.buffer_mut(), window, last, &line, look);
    if window.height >= LONG_NOTICE_ROWS {
        let row = |y| Rect {
            y,
            height: 1,
            ..window
        };
        let feet = [row(last - 1), row(last)];
        notices::draw(app, look, feet, frame.buffer_mut());
    }
}
