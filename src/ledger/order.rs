//! What meetings ordered: how an order stands on a given day, and in which sequence orders are read.
//!
//! A due date passes by the real calendar, not by the day that the figures stand for: whoever asks says which day it is.

use jiff::civil::Date;

use crate::ledger::{Item, ItemId, Ledger, Order};

/// A part of an order, as it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrderPart {
    /// What is to be done.
    Text,
    /// Who must do it.
    Owner,
    /// By when.
    Due,
    /// The day of the meeting.
    Date,
}

impl OrderPart {
    /// Every part, in the order in which people write them down.
    pub const ALL: [Self; 4] = [Self::Text, Self::Owner, Self::Due, Self::Date];

    /// Its name where an order that is not saved yet is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "order_text",
            Self::Owner => "order_owner",
            Self::Due => "order_due",
            Self::Date => "order_date",
        }
    }

    /// What an order says there; nothing where it says nothing.
    pub fn of(self, order: &Order) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Self::Text => order.text.clone(),
            Self::Owner => order.owner.clone().unwrap_or_default(),
            Self::Due => day(order.due),
            Self::Date => day(order.date),
        }
    }
}

/// How an order stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderState {
    /// It is not done, and its day is over since so many days.
    Overdue(i32),
    /// It is not done, and there is time left, or nobody said by when.
    Open,
    /// It is done.
    Done,
}

impl Order {
    /// How it stands on `today`. On its very day it is not overdue, and where nobody says what day it is nothing is.
    pub fn state(&self, today: Option<Date>) -> OrderState {
        if self.done {
            return OrderState::Done;
        }
        let late = self.due.zip(today).filter(|(due, today)| due < today);
        let days = late.and_then(|(due, today)| due.until(today).ok());
        days.map_or(OrderState::Open, |span| {
            OrderState::Overdue(span.get_days())
        })
    }
}

/// How many orders there are, and how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderCount {
    /// All of them.
    pub all: usize,
    /// Those that are not done, overdue or not.
    pub open: usize,
    /// Those whose day is over.
    pub overdue: usize,
}

impl OrderCount {
    /// Counts some orders as they stand on a day.
    pub fn of<'o>(orders: impl IntoIterator<Item = &'o Order>, today: Option<Date>) -> Self {
        let mut count = Self::default();
        for order in orders {
            count.all += 1;
            let state = order.state(today);
            count.open += usize::from(state != OrderState::Done);
            count.overdue += usize::from(matches!(state, OrderState::Overdue(_)));
        }
        count
    }
}

/// Which order of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPlace {
    /// The item that it is about.
    pub id: ItemId,
    /// The place of that item in the ledger.
    pub position: usize,
    /// Its own place among the orders of the item.
    pub place: usize,
}

impl OrderPlace {
    /// The item and the order, where the ledger has them.
    pub fn find<'l>(&self, ledger: &'l Ledger) -> Option<(&'l Item, &'l Order)> {
        // The ledger may be another one by now.
        let item = ledger.items.get(self.position);
        let item = item.filter(|item| item.id == self.id)?;
        Some((item, item.orders.get(self.place)?))
    }
}

impl Ledger {
    /// All orders as they are read: what is not done first, by the day when it is due, then what is done.
    pub fn orders(&self) -> Vec<OrderPlace> {
        let items = self.items.iter().enumerate();
        let mut found: Vec<(&Order, OrderPlace)> = items
            .flat_map(|(position, item)| {
                let place = move |place| OrderPlace {
                    id: item.id.clone(),
                    position,
                    place,
                };
                let orders = item.orders.iter().enumerate();
                orders.map(move |(at, order)| (order, place(at)))
            })
            .collect();
        found.sort_by(|(left, at), (right, other)| {
            let turns = turn(left).cmp(&turn(right));
            turns
                .then_with(|| at.id.cmp(&other.id))
                .then(at.place.cmp(&other.place))
        });
        found.into_iter().map(|(_, place)| place).collect()
    }
}

impl Item {
    /// The place of an order that stood at `place` once; `None` where it is not sure which one it is.
    pub fn place_of_order(&self, place: usize, order: &Order) -> Option<usize> {
        if self.orders.get(place) == Some(order) {
            return Some(place);
        }
        let mut places = self.orders.iter().zip(0..).filter(|(it, _)| *it == order);
        match (places.next(), places.next()) {
            (Some((_, place)), None) => Some(place),
            _ => None,
        }
    }

    /// Its orders as they are read: what is not done first, by the day when it is due, then what is done.
    pub fn orders_as_read(&self) -> Vec<&Order> {
        let mut orders: Vec<&Order> = self.orders.iter().collect();
        orders.sort_by_key(|order| turn(order));
        orders
    }
}

/// What is open comes before what is done, and what has a day before what has none.
const fn turn(order: &Order) -> (bool, bool, Option<Date>) {
    (order.done, order.due.is_none(), order.due)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;

    fn order(text: &str, due: Option<Date>, done: bool) -> Order {
        Order {
            date: None,
            text: text.to_owned(),
            owner: None,
            due,
            done,
        }
    }

    #[test]
    fn the_very_day_is_not_overdue() {
        let due = order("开工", Some(date(2025, 8, 31)), false);
        for (today, expected) in [
            (Some(date(2025, 8, 30)), OrderState::Open),
            (Some(date(2025, 8, 31)), OrderState::Open),
            (Some(date(2025, 9, 1)), OrderState::Overdue(1)),
            (Some(date(2026, 1, 1)), OrderState::Overdue(123)),
            (None, OrderState::Open),
        ] {
            assert_eq!(due.state(today), expected, "{today:?}");
        }
        let long_ago = Some(date(2024, 1, 1));
        let today = Some(date(2025, 9, 1));
        assert_eq!(order("开工", None, false).state(today), OrderState::Open);
        assert_eq!(order("开工", long_ago, true).state(today), OrderState::Done);
    }

    #[test]
    fn an_order_is_found_where_it_went() {
        let [first, second] = ["甲", "乙"].map(|text| order(text, None, false));
        let mut item = Item::new(ItemId::Number(1), "题", "");
        item.orders = vec![first.clone(), second.clone(), second.clone()];
        assert_eq!(item.place_of_order(2, &second), Some(2));
        assert_eq!(item.place_of_order(5, &first), Some(0));
        assert_eq!(item.place_of_order(0, &second), None, "one of two");
        assert_eq!(item.place_of_order(0, &order("丙", None, false)), None);
    }

    #[test]
    fn what_is_open_comes_first_by_its_day_and_what_is_done_last() {
        let mut first = Item::new(ItemId::Number(10), "甲", "");
        first.orders = vec![
            order("办完", Some(date(2025, 1, 1)), true),
            order("无期", None, false),
            order("九月", Some(date(2025, 9, 1)), false),
        ];
        let mut second = Item::new(ItemId::Number(2), "乙", "");
        second.orders = vec![
            order("九月二", Some(date(2025, 9, 1)), false),
            order("八月", Some(date(2025, 8, 1)), false),
        ];
        let ledger = Ledger {
            items: vec![Arc::new(first), Arc::new(second)],
            ..Ledger::default()
        };
        let orders = ledger.orders();
        let texts: Vec<&str> = orders
            .iter()
            .filter_map(|at| at.find(&ledger))
            .map(|(_, order)| &*order.text)
            .collect();
        assert_eq!(texts, ["八月", "九月二", "九月", "无期", "办完"]);
        let of_item: Vec<&str> = ledger.items[0]
            .orders_as_read()
            .iter()
            .map(|order| &*order.text)
            .collect();
        assert_eq!(of_item, ["九月", "无期", "办完"]);
        let all = ledger.items.iter().flat_map(|item| &item.orders);
        let count = OrderCount::of(all, Some(date(2025, 8, 15)));
        assert_eq!((count.all, count.open, count.overdue), (5, 4, 1));
    }
}
