//! The presentation: one item a screen, to be read from the far end of a room.
//!
//! The promise, its figure in large digits, the verdict in words and the gauges stand fast; the note scrolls below
//! them. Where there is no room for that, everything scrolls together.

mod digits;
mod feet;
mod verdict;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::layout::{Area, Size};
use crate::app::{App, Presenting};
use crate::ledger::Item;
use crate::view::prose::Prose;
use crate::view::{Look, detail, gauges, header, ordered, paint};

/// How many rows of the note are in sight at least, where anything stands fast above it.
const LEAST_NOTE_ROWS: usize = 4;
/// From this size on the digits are large.
const LARGE: Size = Size { cols: 60, rows: 24 };
/// From this width on there is room for more than the number of the item.
const LEAST_DATE_COLS: u16 = 36;
/// From this height on a rule parts the head from the item, and blank rows its parts.
const ROOMY_ROWS: u16 = 18;
/// From this height on the keys have a row of their own.
const FOOTER_ROWS: u16 = 8;

pub fn draw(app: &App, presenting: &Presenting, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let cols = usize::from(window.width);
    if presenting.is_blank {
        return draw_blank(window, look, frame);
    }
    let place = Place::of(app.size());
    // Which item it is matters more than the date.
    let right = if window.width < LEAST_DATE_COLS {
        String::new()
    } else {
        header::right(app, look, cols)
    };
    let head = paint::between(&head(app, look), &right, cols, look.theme.chrome(), look);
    paint::line(frame.buffer_mut(), place.head, 0, &head, look);
    let rule = Line::styled("─".repeat(cols), look.theme.quiet());
    paint::line(frame.buffer_mut(), place.head, 1, &rule, look);
    let body = Body::of(app, look, place.body);
    paint::lines(frame.buffer_mut(), place.body, &body.fast, 0, look);
    let below = body.place(place.body);
    paint::lines(
        frame.buffer_mut(),
        below,
        &body.scrolled,
        presenting.top,
        look,
    );
    let hidden = body.rows_below(place.body).saturating_sub(presenting.top);
    let feet = [place.bar, place.footer];
    feet::draw(app, presenting, hidden, look, feet, frame);
}

/// How many rows of what scrolls have no room on the screen.
pub fn rows_below(app: &App, look: Look) -> usize {
    let area = Place::of(app.size()).body;
    Body::of(app, look, area).rows_below(area)
}

/// Nothing but how to come back, so that the room looks at the speaker.
fn draw_blank(window: Rect, look: Look, frame: &mut Frame<'_>) {
    let hint = look.words.presentation.blank_hint;
    let blank = usize::from(window.width).saturating_sub(look.ruler().cols_of(hint)) / 2;
    let line = Line::styled(" ".repeat(blank) + hint, look.theme.quiet());
    let last = window.height.saturating_sub(1);
    paint::line(frame.buffer_mut(), window, last, &line, look);
}

/// ` 第43项 / 共44项  2025年…台账  上半年`
fn head(app: &App, look: Look) -> String {
    let heading = &app.ledger().heading;
    let items = app.ledger().items.len();
    let number = app.item().map(|item| item.id.to_string());
    let number = number.map(|id| (look.words.presentation.item_of)(&id, items));
    let parts = [
        number.as_ref(),
        Some(&heading.title),
        heading.period.as_ref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    format!(" {}", parts.join("  "))
}

/// Where everything stands.
struct Place {
    head: Rect,
    body: Rect,
    bar: Rect,
    footer: Rect,
}

impl Place {
    fn of(size: Size) -> Self {
        let rows = |rows: u16, at_least: u16| if size.rows >= at_least { rows } else { 0 };
        let (bar_rows, footer_rows) = (rows(1, 2), rows(1, FOOTER_ROWS));
        let head_rows = rows(1, 4) + rows(1, ROOMY_ROWS);
        let body_rows = size.rows.saturating_sub(head_rows + bar_rows + footer_rows);
        let across = |y, height| Rect {
            x: 0,
            y,
            width: size.cols,
            height,
        };
        // Where there is room, text keeps away from the edges, which a projector may cut.
        let margin = match size.cols {
            100.. => 4,
            60..100 => 2,
            _ => 0,
        };
        let body = across(head_rows, body_rows);
        Self {
            head: across(0, head_rows),
            body: Rect {
                x: margin,
                width: size.cols - 2 * margin,
                ..body
            },
            bar: across(body.bottom(), bar_rows),
            footer: across(body.bottom() + bar_rows, footer_rows),
        }
    }
}

/// What is said of the item.
#[derive(Default)]
struct Body {
    /// Lines that stand fast.
    fast: Vec<Line<'static>>,
    /// Lines that scroll below them.
    scrolled: Vec<Line<'static>>,
}

impl Body {
    /// The item under the cursor in an area of this size.
    fn of(app: &App, look: Look, area: Rect) -> Self {
        let Some((item, verdict)) = app.selected().and_then(|at| app.judged(at)) else {
            let nothing = look.words.presentation.nothing_to_present;
            return Self {
                fast: vec![Line::styled(nothing, look.theme.quiet())],
                ..Self::default()
            };
        };
        let (cols, rows) = (usize::from(area.width), usize::from(area.height));
        let is_roomy = app.size().rows >= ROOMY_ROWS;
        let is_large = app.size().cols >= LARGE.cols && app.size().rows >= LARGE.rows;
        let blank = || is_roomy.then(Line::default);
        let mut fast = Vec::from_iter(blank());
        fast.extend(prose(app, look).rows(&item.title, cols));
        fast.extend(detail::facts(item, look, cols));
        fast.extend(blank());
        fast.extend(verdict::lines(item, verdict, look, cols, is_large));
        fast.extend(blank());
        let rows_left = rows.saturating_sub(fast.len() + LEAST_NOTE_ROWS + usize::from(is_roomy));
        let gauges_area = Area {
            cols: area.width,
            rows: u16::try_from(rows_left).unwrap_or(u16::MAX),
            ..Area::default()
        };
        fast.extend(gauges::pane_lines(app, look, gauges_area).0);
        fast.extend(blank());
        let scrolled = texts(app, item, look, cols);
        let note_rows = LEAST_NOTE_ROWS.min(scrolled.len());
        if fast.len() + note_rows <= rows {
            return Self { fast, scrolled };
        }
        fast.extend(scrolled);
        Self {
            scrolled: fast,
            ..Self::default()
        }
    }

    /// Where the scrolling lines stand.
    fn place(&self, area: Rect) -> Rect {
        let rows = u16::try_from(self.fast.len()).map_or(area.height, |rows| rows.min(area.height));
        Rect {
            y: area.y + rows,
            height: area.height - rows,
            ..area
        }
    }

    fn rows_below(&self, area: Rect) -> usize {
        let rows = usize::from(self.place(area).height);
        self.scrolled.len().saturating_sub(rows)
    }
}

/// The promise, with what was searched marked.
fn prose(app: &App, look: Look) -> Prose<'_> {
    Prose {
        ruler: look.ruler(),
        style: look.theme.strong(),
        mark: look.theme.mark(),
        marker: app.marker(),
    }
}

/// The note in full, what was ordered, then what stands in its way and what comes next.
fn texts(app: &App, item: &Item, look: Look, cols: usize) -> Vec<Line<'static>> {
    let mut lines = detail::note_lines(app, item, look, cols).0;
    lines.extend(ordered::first(app, item, look, cols));
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        ..prose(app, look)
    };
    for (name, text) in [
        (look.words.problem, &item.problem),
        (look.words.next, &item.next),
    ] {
        if let Some(text) = text {
            detail::section(&mut lines, look, name, cols);
            lines.extend(detail::capped(prose, text, cols, look));
        }
    }
    lines
}
