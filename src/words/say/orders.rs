//! Sentences about orders of meetings.

use jiff::civil::Date;

use crate::app::OrderFault;
use crate::ledger::{Item, Order, OrderCount, Slot};
use crate::text::Ruler;
use crate::words::Words;

/// The most columns of a name in a line of several facts.
const NAME_COLS: usize = 24;

/// How many orders there are and how they stand, and on which day.
pub fn count<'o>(
    words: &Words,
    orders: impl IntoIterator<Item = &'o Order>,
    today: Option<Date>,
) -> String {
    let day = today.map(words.orders.day);
    (words.orders.count)(OrderCount::of(orders, today), day.as_deref())
}

/// The same without the day.
pub fn count_alone<'o>(
    words: &Words,
    orders: impl IntoIterator<Item = &'o Order>,
    today: Option<Date>,
) -> String {
    (words.orders.count)(OrderCount::of(orders, today), None)
}

/// `会议交办 3条，未办2条，其中逾期1条（截至7月25日）`
pub fn heading(words: &Words, item: &Item, today: Option<Date>) -> String {
    let count = count(words, &item.orders, today);
    format!("{} {count}", words.orders.heading)
}

/// How an order stands, by when it is due, and whose it is: `逾期6天 时限2025-07-19 市残联`.
pub fn facts(words: &Words, order: &Order, today: Option<Date>) -> String {
    let due = order.due.map(|due| (words.orders.due)(&due.to_string()));
    let owner = order
        .owner
        .as_deref()
        .map(|owner| Ruler::NARROW.fit(owner, NAME_COLS));
    let parts = [Some((words.orders.state)(order.state(today))), due, owner];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" ")
}

/// An order in one sentence: `逾期6天 时限2025-07-19 市残联：全部开工`.
pub fn sentence(words: &Words, order: &Order, today: Option<Date>) -> String {
    (words.orders.sentence)(&facts(words, order, today), &order.text)
}

/// The day of the meeting: `2025-07-25会议`.
pub fn meeting(words: &Words, date: Option<Date>) -> String {
    date.map_or_else(
        || words.orders.without_meeting.to_owned(),
        |date| (words.orders.meeting)(&date.to_string()),
    )
}

/// Why an order was not saved.
pub fn fault(words: &Words, fault: OrderFault) -> String {
    match fault {
        OrderFault::TextMissing => words.orders.text_missing.to_owned(),
        OrderFault::NoDay(part) => (words.orders.no_day)((words.slot)(&Slot::Order(part))),
        OrderFault::ChangedByOthers => words.orders.changed_by_others.to_owned(),
    }
}
