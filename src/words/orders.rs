//! The words of what meetings ordered: on screen, in the form, in the minutes and on the command line.

use jiff::civil::Date;

use crate::ledger::{OrderCount, OrderState};

/// What is said of orders, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct OrderWords {
    pub heading: &'static str,
    pub state: fn(OrderState) -> String,
    /// The same without days, four columns wide in Chinese.
    pub state_short: fn(OrderState) -> &'static str,
    /// A day of the year, for `as_of`.
    pub day: fn(Date) -> String,
    /// How many there are, and on which day that many are overdue.
    pub count: fn(OrderCount, Option<&str>) -> String,
    pub more: fn(usize) -> String,
    /// How it stands, and the order itself.
    pub sentence: fn(&str, &str) -> String,
    pub due: fn(&str) -> String,
    pub owner: fn(&str) -> String,
    pub meeting: fn(&str) -> String,
    pub without_meeting: &'static str,
    // The list of all orders.
    pub none: &'static str,
    pub how_to_begin: &'static str,
    // The form.
    pub recording: fn(&str) -> String,
    pub rewriting: fn(&str) -> String,
    /// The day that is understood.
    pub understood: fn(Date) -> String,
    /// The same, where it is before the meeting.
    pub before_meeting: fn(Date) -> String,
    pub not_understood: &'static str,
    pub take_lead: fn(&str) -> String,
    pub text_missing: &'static str,
    pub no_day: fn(&str) -> String,
    pub changed_by_others: &'static str,
    // The minutes.
    pub minutes: &'static str,
    /// Number, promise, order, owner, due, state.
    pub columns: [&'static str; 6],
    // The command line.
    pub about_export: &'static str,
    pub about_orders: &'static str,
    pub about_output: &'static str,
    pub about_format: &'static str,
    pub about_force: &'static str,
    pub only_orders: &'static str,
    pub unknown_ending: fn(&str) -> String,
    pub needs_file: &'static str,
    pub exists: fn(&str) -> String,
    pub is_ledger: &'static str,
    pub exported: fn(&str, usize) -> String,
}
