//! What meetings ordered, of all items in one list: what is due first on top, what is done below.
//!
//! Marking an order done writes the file at once; its row stays where it is until the list is opened again, so that
//! nothing jumps away under the eyes. Which day it is comes from the doors.

mod writing;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::layout::ListingLayout;
use crate::app::layout::Size;
use crate::app::window::Window;
use crate::app::{Action, App, DateUse, Effect, Mode, Notice, SaveKind, SaveRequest};
use crate::ledger::compare::Succession;
use crate::ledger::{Edit, ItemId, Ledger, Order, OrderPlace, RowChange};

/// The orders on screen.
#[derive(Debug, Default)]
pub struct Orders {
    /// All of them, in the order of the screen.
    pub rows: Vec<OrderPlace>,
    /// The one under the cursor and the first on screen.
    pub list: Window,
    /// Whether one is being marked.
    is_saving: bool,
}

impl Orders {
    fn of(ledger: &Ledger) -> Self {
        Self {
            rows: ledger.orders(),
            ..Self::default()
        }
    }

    /// The order under the cursor.
    pub fn selected(&self) -> Option<&OrderPlace> {
        self.rows.get(self.list.cursor)
    }

    /// Another version of the ledger follows: each row goes with its order, or goes away.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        let selected = self.list.cursor;
        let mut kept = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            if index == selected {
                self.list.cursor = kept.len();
            }
            kept.extend(followed(row, succession));
        }
        self.rows = kept;
    }

    /// The ledger changed. As long as the orders are the same ones, each keeps its row.
    pub(super) fn refresh(&mut self, ledger: &Ledger) {
        let fresh = ledger.orders();
        let key = |row: &OrderPlace| (row.id.clone(), row.place);
        let positions: BTreeMap<(ItemId, usize), usize> =
            fresh.iter().map(|row| (key(row), row.position)).collect();
        let is_known = |row: &OrderPlace| positions.contains_key(&key(row));
        if fresh.len() == self.rows.len() && self.rows.iter().all(is_known) {
            for row in &mut self.rows {
                row.position = positions.get(&key(row)).copied().unwrap_or(row.position);
            }
            return;
        }
        let selected = self.selected().map(key);
        self.rows = fresh;
        let is_selected = |row: &OrderPlace| Some(key(row)) == selected;
        if let Some(cursor) = self.rows.iter().position(is_selected) {
            self.list.cursor = cursor;
        }
    }

    /// Keeps the cursor in sight in a window of this size.
    pub(super) fn settle(&mut self, size: Size) {
        let rows = usize::from(ListingLayout::of(size).list_rows);
        self.list.settle(self.rows.len(), rows);
    }
}

/// Where an order is in another version of the ledger: as it was, or rewritten where it stood.
fn followed(row: &OrderPlace, succession: &Succession<'_>) -> Option<OrderPlace> {
    let position = succession.of_position(row.position).ok()?;
    let old = succession.earlier().items.get(row.position)?;
    let new = succession.later().items.get(position)?;
    let order = old.orders.get(row.place)?;
    let is_rewritten = || {
        let now = new.orders.get(row.place);
        let is_new = now.is_some_and(|now| !old.orders.contains(now));
        (is_new && old.orders.len() == new.orders.len()).then_some(row.place)
    };
    Some(OrderPlace {
        id: new.id.clone(),
        position,
        place: new.place_of_order(row.place, order).or_else(is_rewritten)?,
    })
}

impl App {
    /// Shows what meetings ordered, what is due first on top.
    pub(super) fn open_orders(&mut self) -> Effect {
        self.digits.clear();
        self.mode = Mode::Orders(Box::new(Orders::of(&self.ledger)));
        Effect::AskDate(DateUse::Overdue)
    }

    /// Takes what day it is, and does with it what it was asked for.
    pub(super) fn learn_date(&mut self, today: Date, date_use: DateUse) {
        self.today = Some(today);
        self.insert_date(today, date_use);
    }

    pub(super) fn act_in_orders(&mut self, action: Action) -> Option<Effect> {
        let page = ListingLayout::of(self.size).page();
        let Mode::Orders(orders) = &mut self.mode else {
            return None;
        };
        let count = orders.rows.len();
        match action {
            Action::Up => orders.list.step(-1, count),
            Action::Down => orders.list.step(1, count),
            Action::PageUp => orders.list.step(-page, count),
            Action::PageDown => orders.list.step(page, count),
            Action::First => orders.list.step(isize::MIN, count),
            Action::Last => orders.list.step(isize::MAX, count),
            Action::Open => self.go_to_ordered_item(),
            Action::MarkDone => return self.mark_done(),
            Action::RewriteOrder => self.rewrite_order(),
            Action::Undo => return self.save_from_history(SaveKind::Undo),
            Action::Redo => return self.save_from_history(SaveKind::Redo),
            Action::Back => self.mode = Mode::Browse,
            Action::Quit => return Some(Effect::Quit),
            _ => {}
        }
        None
    }

    fn go_to_ordered_item(&mut self) {
        let Mode::Orders(orders) = &self.mode else {
            return;
        };
        if let Some(id) = orders.selected().map(|row| row.id.clone()) {
            self.mode = Mode::Browse;
            self.select_anywhere(&id);
        }
    }

    /// Has the order under the cursor written as done, or as open again.
    fn mark_done(&mut self) -> Option<Effect> {
        if let Some(why) = self.file.read_only {
            self.notice = Some(Notice::ReadOnly(why));
            return None;
        }
        let Mode::Orders(orders) = &mut self.mode else {
            return None;
        };
        let row = orders.selected()?.clone();
        let (_, before) = row.find(&self.ledger)?;
        let item = self.ledger.item_ref(row.position)?;
        let change = RowChange::Rewrite {
            place: row.place,
            before: before.clone(),
            after: Order {
                done: !before.done,
                ..before.clone()
            },
        };
        if std::mem::replace(&mut orders.is_saving, true) {
            return None;
        }
        self.notice = Some(Notice::Saving);
        let edit = Edit::of_row(item, change);
        let kind = SaveKind::Edit;
        Some(Effect::Save(SaveRequest { edit, kind }))
    }

    /// A save came to its end: the orders may be others.
    pub(super) fn orders_saved(&mut self) {
        if let Some(orders) = self.mode.orders_mut() {
            orders.is_saving = false;
            orders.refresh(&self.ledger);
        }
    }

    /// Goes on with the list of orders that was put aside, once nothing is written any more.
    pub(super) fn go_on_with_orders(&mut self) {
        if matches!(self.mode, Mode::Browse)
            && let Some(mut orders) = self.orders_aside.take()
        {
            orders.refresh(&self.ledger);
            self.mode = Mode::Orders(orders);
        }
    }
}
