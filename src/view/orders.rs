//! What meetings ordered: a line an order, and below the list the one under the cursor in full.
//!
//! A window that is too narrow for a column does without it; how an order stands and what it says are always there.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Orders};
use crate::ledger::{Item, Order, OrderPlace, OrderState};
use crate::text::shown;
use crate::view::listing::{Listing, Room};
use crate::view::prose::Prose;
use crate::view::{Look, detail, paint};
use crate::words::say;

/// The columns of an item's number.
const NUMBER_COLS: usize = 5;
/// The columns of a day: `2025-08-31`.
const DAY_COLS: usize = 10;
/// The columns of who must do it.
const OWNER_COLS: usize = 14;
/// From this width on there is room for the day.
const WITH_DAY_COLS: usize = 36;
/// From this width on there is room for the number of the item, too.
const WITH_NUMBER_COLS: usize = 46;
/// From this width on there is room for every column.
const WITH_OWNER_COLS: usize = 72;

pub fn draw(app: &App, orders: &Orders, look: Look, frame: &mut Frame<'_>) {
    let room = Room::of(app, frame.area());
    let selected = orders.selected().and_then(|row| row.find(app.ledger()));
    let listing = Listing {
        count: count(app, orders, look, room.cols),
        list: list(app, orders, look, room.cols, room.list_rows),
        full: selected.map_or_else(Vec::new, |(item, order)| {
            full(app, item, order, look, room.full_cols)
        }),
    };
    listing.draw(app, look, frame);
}

/// How many there are and how they stand, on which day; and the place of the cursor.
fn count(app: &App, orders: &Orders, look: Look, cols: usize) -> Line<'static> {
    let words = look.words;
    let rows = orders.rows.len();
    if rows == 0 {
        let heading = format!(" {}", words.orders.heading);
        return paint::between(&heading, "", cols, look.theme.strong(), look);
    }
    let all = || app.ledger().items.iter().flat_map(|item| &item.orders);
    let place = format!("{} ", (words.of_total)(orders.list.cursor + 1, rows));
    let said = |count: &str| format!(" {} {count}", words.orders.heading);
    let mut text = said(&say::orders::count(words, all(), app.today()));
    let room = cols.saturating_sub(look.ruler().cols_of(&place) + 1);
    // How many are overdue matters more than on which day.
    if !look.ruler().fits(&text, room) {
        text = said(&say::orders::count_alone(words, all(), app.today()));
    }
    paint::between(&text, &place, cols, look.theme.strong(), look)
}

fn list(app: &App, orders: &Orders, look: Look, cols: usize, rows: usize) -> Vec<Line<'static>> {
    if orders.rows.is_empty() {
        return nothing(look, cols);
    }
    let in_sight = orders.rows.iter().enumerate();
    let in_sight = in_sight.skip(orders.list.top).take(rows);
    let line = |(index, row)| one(app, row, index == orders.list.cursor, look, cols);
    in_sight.filter_map(line).collect()
}

/// How to begin.
fn nothing(look: Look, cols: usize) -> Vec<Line<'static>> {
    let prose = |style| Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    let words = &look.words.orders;
    let mut lines = prose(look.theme.text()).rows(words.none, cols);
    lines.extend(prose(look.theme.quiet()).rows(words.how_to_begin, cols));
    lines
}

/// `› 逾期 2025-07-19 43    市残联         8月底前全部开工`
fn one(
    app: &App,
    row: &OrderPlace,
    is_selected: bool,
    look: Look,
    cols: usize,
) -> Option<Line<'static>> {
    let (item, order) = row.find(app.ledger())?;
    let state = order.state(app.today());
    let pointer = if is_selected { '›' } else { ' ' };
    let mut head = format!("{pointer}{} ", (look.words.orders.state_short)(state));
    if cols >= WITH_DAY_COLS {
        let due = order.due.map(|due| due.to_string()).unwrap_or_default();
        head += &look.ruler().pad(&due, DAY_COLS + 1);
    }
    if cols >= WITH_OWNER_COLS {
        let owner = look
            .ruler()
            .fit(order.owner.as_deref().unwrap_or_default(), OWNER_COLS);
        head += &look.ruler().pad(&owner, OWNER_COLS + 1);
    }
    if cols >= WITH_NUMBER_COLS {
        let number = look.ruler().fit(&item.id.to_string(), NUMBER_COLS);
        head += &look.ruler().pad(&number, NUMBER_COLS + 1);
    }
    let room = cols.saturating_sub(look.ruler().cols_of(&head));
    let style = if is_selected {
        look.theme.strong()
    } else {
        Style::default()
    };
    Some(Line::from(vec![
        Span::styled(head, state_style(state, look)),
        Span::styled(look.ruler().fit(&beginning(&order.text), room), style),
    ]))
}

/// As much of an order as a row can ever show, on one line.
pub fn beginning(text: &str) -> String {
    const BYTES: usize = 1_024;
    let (beginning, _) = text.split_at(text.floor_char_boundary(BYTES));
    beginning.replace(['\r', '\n'], " ")
}

/// The style of how an order stands, which is also told in words.
pub fn state_style(state: OrderState, look: Look) -> Style {
    match state {
        OrderState::Overdue(_) => look.theme.warning(),
        OrderState::Open => look.theme.text(),
        OrderState::Done => look.theme.quiet(),
    }
}

/// The order with nothing cut: its item, how it stands, what it says, and which meeting it is of.
fn full(app: &App, item: &Item, order: &Order, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let number = (words.item_number)(&item.id.to_string());
    let head = look.ruler().fit(
        &shown(&format!("{number} {}", beginning(&item.title))),
        cols.saturating_sub(4),
    );
    let mut lines = Vec::new();
    detail::section(&mut lines, look, &head, cols);
    let prose = |style| Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    let facts = [
        say::orders::facts(words, order, app.today()),
        say::orders::meeting(words, order.date),
    ];
    let style = state_style(order.state(app.today()), look);
    lines.extend(prose(style).rows(&facts.join("  "), cols));
    lines.extend(detail::capped(
        prose(look.theme.text()),
        &order.text,
        cols,
        look,
    ));
    lines
}
