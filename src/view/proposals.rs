//! Figures read from a note, offered one by one, below the note they come from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Proposing};
use crate::ledger::{Item, Offer};
use crate::text::shown;
use crate::view::prose::Prose;
use crate::view::{Look, footer, paint};
use crate::words::say;

pub fn draw(app: &App, proposing: &Proposing, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let item = app.ledger().position(&proposing.id);
    let item = item.and_then(|position| app.ledger().items.get(position));
    let Some(item) = item else { return };
    let cols = usize::from(window.width.saturating_sub(2));
    let (lines, selected_row) = lines(item, proposing, look, cols);
    let area = place(window, lines.len());
    let buffer = frame.buffer_mut();
    paint::clear(buffer, area);
    let title = (look.words.proposals_title)(&proposing.id.to_string());
    paint::border(buffer, area, &title, true, look);
    let inside = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let last_top = lines.len().saturating_sub(usize::from(inside.height));
    let top = selected_row.min(last_top);
    paint::lines(buffer, inside, &lines, top, look);
    // The sign before the offer under the cursor, reversed like every other.
    let pointer = Rect {
        width: inside.width.min(1),
        ..inside
    };
    let pointer_row = u16::try_from(selected_row - top).unwrap_or(u16::MAX);
    if pointer_row < inside.height {
        paint::reverse(buffer, pointer, pointer_row);
    }
    let keys = footer::line(app.mode(), look, usize::from(window.width));
    let last = window.height.saturating_sub(1);
    let foot = Rect {
        y: last,
        height: window.height.min(1),
        ..window
    };
    paint::clear(buffer, foot);
    paint::line(buffer, window, last, &keys, look);
}

/// The index of the offer that is told in a row of the window.
pub fn offer_at(
    app: &App,
    proposing: &Proposing,
    look: Look,
    window: Rect,
    row: u16,
) -> Option<usize> {
    let item = app
        .ledger()
        .items
        .get(app.ledger().position(&proposing.id)?)?;
    let cols = usize::from(window.width.saturating_sub(2));
    let (lines, selected_row) = lines(item, proposing, look, cols);
    let area = place(window, lines.len());
    let inside_rows = area.height.saturating_sub(2);
    let row = row
        .checked_sub(area.y + 1)
        .filter(|row| *row < inside_rows)?;
    let last_top = lines.len().saturating_sub(usize::from(inside_rows));
    let line = usize::from(row) + selected_row.min(last_top);
    // The one under the cursor has several lines, the others one each.
    let of_selected = (lines.len() + 1).saturating_sub(proposing.offers.len());
    let offer = if line < selected_row {
        line
    } else {
        let behind = (line + 1).saturating_sub(selected_row + of_selected);
        selected_row + behind
    };
    (offer < proposing.offers.len()).then_some(offer)
}

/// The box at the foot of the window, over the keys: the note stays in sight above it where that can be.
fn place(window: Rect, rows: usize) -> Rect {
    let room = window.height.saturating_sub(1);
    let most = (room / 2).max(5).min(room);
    let height = u16::try_from(rows + 2).unwrap_or(most).min(most);
    Rect {
        y: room - height,
        height,
        ..window
    }
}

/// All offers, and the row where the one under the cursor begins. That one is told whole, with its words: nobody should
/// take what is cut off.
fn lines(
    item: &Item,
    proposing: &Proposing,
    look: Look,
    cols: usize,
) -> (Vec<Line<'static>>, usize) {
    let mut lines = Vec::new();
    let mut selected_row = 0;
    for (index, offer) in proposing.offers.iter().enumerate() {
        if index == proposing.cursor {
            selected_row = lines.len();
            lines.extend(whole(item, offer, look, cols));
        } else {
            let said = format!("  {}", shown(&say::offer(look.words, item, offer)));
            lines.push(Line::styled(
                look.ruler().fit(&said, cols),
                look.theme.text(),
            ));
        }
    }
    (lines, selected_row)
}

/// `› 开工项目 完成 12个 → 13个？`, and the words below it.
fn whole(item: &Item, offer: &Offer, look: Look, cols: usize) -> Vec<Line<'static>> {
    let prose = |style| Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    let said = format!("› {}", say::offer(look.words, item, offer));
    let mut lines = prose(look.theme.strong()).rows(&said, cols);
    if let Some(words) = offer.words(&item.progress) {
        lines.extend(prose(look.theme.quiet()).rows(&format!("  “{words}”"), cols));
    }
    lines
}
