//! What meetings ordered about one item: in full beside its note, and in a row or two of the presentation.

use ratatui::text::{Line, Span};

use crate::app::App;
use crate::ledger::Item;
use crate::view::orders::{beginning, state_style};
use crate::view::prose::Prose;
use crate::view::{Look, detail};
use crate::words::say;

/// How many orders the presentation shows; the others are counted.
const PRESENTED: usize = 2;

/// Every order of the item, what is not done first; nothing where there is none.
pub fn all(app: &App, item: &Item, look: Look, cols: usize) -> Vec<Line<'static>> {
    let mut lines = heading(app, item, look, cols);
    for order in item.orders_as_read() {
        let style = state_style(order.state(app.today()), look);
        let prose = Prose {
            ruler: look.ruler(),
            style,
            mark: style,
            marker: None,
        };
        let sentence = say::orders::sentence(look.words, order, app.today());
        lines.extend(detail::capped(prose, &sentence, cols, look));
    }
    lines
}

/// The orders that are due first, one a row, and how many others there are.
pub fn first(app: &App, item: &Item, look: Look, cols: usize) -> Vec<Line<'static>> {
    let mut lines = heading(app, item, look, cols);
    let mut open = item.orders_as_read();
    open.retain(|order| !order.done);
    let more = open.len().saturating_sub(PRESENTED);
    let more = if more > 0 {
        format!("  {}", (look.words.orders.more)(more))
    } else {
        String::new()
    };
    let last = PRESENTED - 1;
    for (index, order) in open.into_iter().take(PRESENTED).enumerate() {
        let style = state_style(order.state(app.today()), look);
        let more = if index == last { &*more } else { "" };
        let facts = say::orders::facts(look.words, order, app.today());
        let sentence = (look.words.orders.sentence)(&facts, &beginning(&order.text));
        let room = cols.saturating_sub(look.ruler().cols_of(more));
        lines.push(Line::from(vec![
            Span::styled(look.ruler().fit(&sentence, room), style),
            Span::styled(look.ruler().fit(more, cols), look.theme.quiet()),
        ]));
    }
    lines
}

fn heading(app: &App, item: &Item, look: Look, cols: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if !item.orders.is_empty() {
        let heading = say::orders::heading(look.words, item, app.today());
        detail::section(&mut lines, look, &look.ruler().fit(&heading, cols), cols);
    }
    lines
}
