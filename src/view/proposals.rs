//! Figures read from a note, offered one by one, below the note they come from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Proposing};
use crate::ledger::{Item, Offer};
use crate::text::{fit, shown};
use crate::view::{Look, footer, paint};
use crate::words::say;

/// The rows of one offer: what it is, and the words it comes from.
const OFFER_ROWS: usize = 2;

pub fn draw(app: &App, proposing: &Proposing, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let (area, in_sight) = place(window, proposing.offers.len());
    let item = app.ledger().position(&proposing.id);
    let item = item.and_then(|position| app.ledger().items.get(position));
    let Some(item) = item else { return };
    let buffer = frame.buffer_mut();
    paint::clear(buffer, area);
    let title = (look.words.proposals_title)(&proposing.id.to_string());
    paint::border(buffer, area, &title, true, look.theme);
    let inside = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let cols = usize::from(inside.width);
    let first = (proposing.cursor + 1).saturating_sub(in_sight);
    let offers = proposing.offers.iter().enumerate();
    let lines: Vec<Line<'static>> = offers
        .skip(first)
        .take(in_sight)
        .flat_map(|(index, offer)| rows(item, offer, index == proposing.cursor, look, cols))
        .collect();
    paint::lines(buffer, inside, &lines, 0);
    let keys = footer::line(app.mode(), look, usize::from(window.width));
    let last = window.height.saturating_sub(1);
    let foot = Rect {
        y: last,
        height: window.height.min(1),
        ..window
    };
    paint::clear(buffer, foot);
    paint::line(buffer, window, last, &keys);
}

/// The box at the foot of the window, over the keys, and how many offers it has room for: the note stays in sight above
/// it where that can be.
fn place(window: Rect, offers: usize) -> (Rect, usize) {
    let room = usize::from(window.height.saturating_sub(1));
    let most = (room / 2).max(OFFER_ROWS + 2).min(room);
    let in_sight = (most.saturating_sub(2) / OFFER_ROWS).clamp(1, offers.max(1));
    let rows = u16::try_from(in_sight * OFFER_ROWS + 2).unwrap_or(u16::MAX);
    let height = rows.min(window.height.saturating_sub(1));
    let area = Rect {
        y: window.height.saturating_sub(1 + height),
        height,
        ..window
    };
    (area, in_sight)
}

/// `› 开工项目 完成 12 → 13个`, and the words below it.
fn rows(
    item: &Item,
    offer: &Offer,
    is_selected: bool,
    look: Look,
    cols: usize,
) -> [Line<'static>; OFFER_ROWS] {
    let pointer = if is_selected { '›' } else { ' ' };
    let style = if is_selected {
        look.theme.strong()
    } else {
        look.theme.text()
    };
    let said = format!("{pointer} {}", shown(&say::offer(look.words, item, offer)));
    let words = offer
        .words(&item.progress)
        .map(|words| format!("  “{words}”"));
    [
        Line::styled(fit(&said, cols), style),
        Line::styled(fit(&words.unwrap_or_default(), cols), look.theme.quiet()),
    ]
}
