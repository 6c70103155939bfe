//! One promise: what was said, how far it is, who leads.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

use crate::ledger::{Indicator, Status};

/// One promise of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its number in the published document.
    pub id: ItemId,
    /// The promise, verbatim.
    pub title: String,
    /// What the department reports for the current period, verbatim; paragraphs end with `\n`.
    pub progress: String,
    /// The chapter or field it belongs to.
    pub category: Option<String>,
    /// The unit that leads (牵头单位).
    pub lead: Option<String>,
    /// The units that work with it (配合单位).
    pub with: Vec<String>,
    /// When work starts, where it is not the first day of the year.
    pub start: Option<Date>,
    /// When it must be done, where it is not the last day of the year.
    pub due: Option<Date>,
    /// Free labels.
    pub tags: Vec<String>,
    /// 存在问题.
    pub problem: Option<String>,
    /// 下步打算.
    pub next: Option<String>,
    /// A person's own verdict, with the reason for it.
    pub verdict: Option<Override>,
    /// A reason that stands in the file without a verdict; it says nothing until there is one.
    pub loose_reason: Option<String>,
    /// The measures that were promised, and those shown for context.
    pub indicators: Vec<Indicator>,
    /// Closed periods, oldest first.
    pub reports: Vec<Report>,
    /// What meetings decided about it, in the order of the file.
    pub orders: Vec<Order>,
}

impl Item {
    /// An item with its three required fields and nothing else.
    pub fn new(id: ItemId, title: impl Into<String>, progress: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            progress: progress.into(),
            category: None,
            lead: None,
            with: Vec::new(),
            start: None,
            due: None,
            tags: Vec::new(),
            problem: None,
            next: None,
            verdict: None,
            loose_reason: None,
            indicators: Vec::new(),
            reports: Vec::new(),
            orders: Vec::new(),
        }
    }

    /// Whether another item says the same, apart from its number and its title.
    pub fn is_same_but_for_key(&self, now: &Self) -> bool {
        let Self {
            id: _,
            title: _,
            progress,
            category,
            lead,
            with,
            start,
            due,
            tags,
            problem,
            next,
            verdict,
            loose_reason,
            indicators,
            reports,
            orders,
        } = self;
        *progress == now.progress
            && *category == now.category
            && *lead == now.lead
            && *with == now.with
            && (*start, *due) == (now.start, now.due)
            && *tags == now.tags
            && *problem == now.problem
            && *next == now.next
            && *verdict == now.verdict
            && *loose_reason == now.loose_reason
            && *indicators == now.indicators
            && *reports == now.reports
            && *orders == now.orders
    }

    /// Whether another item says the same, apart from its number.
    pub fn is_same_but_for_id(&self, now: &Self) -> bool {
        self.title == now.title && self.is_same_but_for_key(now)
    }

    /// Whether nothing was reported for this period: no note, or that of the last closed period once more.
    pub fn is_silent(&self) -> bool {
        let note = self.progress.trim();
        let last = self.reports.last();
        let last = last.and_then(|report| report.progress.as_deref());
        note.is_empty() || last.is_some_and(|last| last.trim() == note)
    }
}

/// The number of an item as the document prints it: `34`, `3-1`, `H01`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ItemId {
    /// A whole number.
    Number(u64),
    /// Anything else.
    Text(String),
}

impl fmt::Display for ItemId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(out),
            Self::Text(text) => text.fmt(out),
        }
    }
}

/// Natural order, as a reader expects it: `2` before `10`, `3-2` before `3-10`.
impl Ord for ItemId {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Self::Number(left), Self::Number(right)) = (self, other) {
            return left.cmp(right);
        }
        let (left, right) = (self.to_string(), other.to_string());
        natord::compare(&left, &right).then_with(|| left.cmp(&right))
    }
}

impl PartialOrd for ItemId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A person's verdict that stands beside the computed one. It is refused without its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The verdict.
    pub status: Status,
    /// Why, in that person's words; never empty.
    pub reason: String,
}

/// A closed period (`[[item.report]]`): appended when a period is closed, never rewritten.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The period in the publisher's words: `一季度`.
    pub period: String,
    /// The date its figures stand for.
    pub as_of: Option<Date>,
    /// The note of that period, verbatim.
    pub progress: Option<String>,
    /// The figures of that period, by indicator name, sorted by name.
    pub figures: Vec<Figures>,
}

/// What one indicator stood at when a period was closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The indicator's name.
    pub name: String,
    /// Results on the promised measure.
    pub actual: Option<f64>,
    /// Begun but not yet a result.
    pub underway: Option<f64>,
    /// The completion percentage the department printed.
    pub reported: Option<f64>,
}

/// What a meeting decided about the item (`[[item.order]]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The day of the meeting.
    pub date: Option<Date>,
    /// What was ordered, verbatim.
    pub text: String,
    /// Who must do it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// Whether it has been done.
    pub done: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_a_reader_expects() {
        let text = |id: &str| ItemId::Text(id.into());
        let mut ids = [
            text("H10"),
            text("3-10"),
            ItemId::Number(10),
            text("3-2"),
            ItemId::Number(2),
            text("H2"),
        ];
        ids.sort();
        let printed: Vec<String> = ids.iter().map(ItemId::to_string).collect();
        assert_eq!(printed, ["2", "3-2", "3-10", "10", "H2", "H10"]);
    }
}
