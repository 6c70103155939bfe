//! Floor 1, the matter: a ledger of public promises and what can be said about it.
//!
//! Owns the model, the judgement and the edits. It must never know where a ledger comes from or how it is drawn: no
//! file, no clock, no serde, no ratatui. Everything here can be tested with values written in the test.

pub mod audit;
pub mod clause;
pub mod compare;
pub mod draft;
pub mod edit;
pub mod gap;
pub mod identity;
pub mod indicator;
pub mod io_cause;
pub mod item;
pub mod judgement;
pub mod lacking;
pub mod lexicon;
pub mod merge;
pub mod offer;
pub mod order;
pub mod passage;
pub mod problem;
pub mod proposal;
pub mod quantity;
pub mod reading;
pub mod row;
pub mod saved_search;
pub mod saving;
pub mod slip;
pub mod slot;
pub mod status;
pub mod summary;
pub mod timeline;
pub mod unread;
pub mod years;

use std::sync::Arc;

use jiff::civil::{Date, date};

pub use audit::{Audit, Finding, Ignored, Severity, Trouble};
pub use draft::{Draft, Provenance, Unsaved};
pub use edit::{Change, Edit, NotApplied};
pub use gap::Gap;
pub use identity::{Directory, ItemKey, ItemRef, Unresolved};
pub use indicator::{Compare, Indicator, Kind};
pub use io_cause::IoCause;
pub use item::{Item, ItemId, Order, Override, Report};
pub use judgement::{
    Judged, Measured, Pace, Printed, Reason, Verdict, judge, judge_all, judge_all_by,
};
pub use offer::Offer;
pub use order::{OrderCount, OrderPart, OrderPlace, OrderState};
pub use problem::{Fault, Place, Problem};
pub use row::{Row, RowChange};
pub use saved_search::{SavedSearch, SearchChange};
pub use saving::{NotKept, NotSaved, ReadOnly, Saved};
pub use slip::{FileForm, SyntaxSlip};
pub use slot::{IndicatorKey, Part, Slot, Value};
pub use status::Status;
pub use timeline::{Months, months, time_line};
pub use unread::{NearKey, Unread, UnreadKey, UnreadKind};

/// A whole ledger as read from one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// What the ledger is called and what period it reports.
    pub heading: Heading,
    /// The city's own tolerances for judging.
    pub rules: Rules,
    /// The promises, in the order of the file. Shared pointers, so that a snapshot for a worker thread costs no text.
    pub items: Vec<Arc<Item>>,
    /// The findings that need not be told (`[check] ignore`), in the order of the file.
    pub ignored: Vec<Ignored>,
    /// What the file has beside all this.
    pub unread: Unread,
}

impl Ledger {
    /// The time line (序时进度) for `item` in percent, or `None` where the ledger gives no `as_of` date or no year.
    ///
    /// The period runs from the item's own `start` to its own `due`; where those are missing, over the calendar year
    /// of the ledger.
    pub fn time_line(&self, item: &Item) -> Option<f64> {
        self.months(item).map(Months::share)
    }

    /// The months of that period before and behind the date of the ledger.
    pub fn months(&self, item: &Item) -> Option<Months> {
        let as_of = self.heading.as_of?;
        let start = item.start.unwrap_or(date(self.year(as_of), 1, 1));
        let due = item.due.unwrap_or(date(self.year(as_of), 12, 31));
        months(start, due, as_of)
    }

    /// The months of the year as a whole.
    pub fn year_months(&self) -> Option<Months> {
        let as_of = self.heading.as_of?;
        let year = self.year(as_of);
        months(date(year, 1, 1), date(year, 12, 31), as_of)
    }

    /// Whether the item's due date has come by the date of the ledger.
    pub fn is_due(&self, item: &Item) -> bool {
        self.heading
            .as_of
            .is_some_and(|as_of| as_of >= item.due.unwrap_or(date(self.year(as_of), 12, 31)))
    }

    /// The time line of the year as a whole, for the header.
    pub fn year_time_line(&self) -> Option<f64> {
        self.year_months().map(Months::share)
    }

    /// The year over which items without dates are judged.
    pub fn year_of_line(&self) -> Option<i16> {
        self.heading.as_of.map(|as_of| self.year(as_of))
    }

    /// Whether another ledger says the same, wherever in its file it does.
    pub fn is_same_reading(&self, other: &Self) -> bool {
        self.heading == other.heading
            && self.rules == other.rules
            && self.items == other.items
            && self.ignored == other.ignored
    }

    /// The place of the item with this id in `items`.
    pub fn position(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id == *id)
    }

    /// The year that stands for missing start and due dates: the ledger's, else that of its `as_of` date.
    fn year(&self, as_of: Date) -> i16 {
        self.heading.year.unwrap_or_else(|| as_of.year())
    }
}

/// What stands at the head of a ledger. Only the title must be there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    /// The published title, verbatim.
    pub title: String,
    /// The year the promises were made for.
    pub year: Option<i16>,
    /// The period being reported, in the publisher's words: `上半年`.
    pub period: Option<String>,
    /// The date the figures stand for. The time line is drawn from it, never from a clock.
    pub as_of: Option<Date>,
    /// Who publishes the ledger.
    pub publisher: Option<String>,
}

/// A city's tolerances (`[rules]` of the file).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// This many percentage points above the time line counts as ahead.
    pub ahead: f64,
    /// From this many percentage points below the time line on, slipping becomes behind.
    pub late: f64,
    /// A target with 左右 accepts a miss of this percentage of its value.
    pub about: f64,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            ahead: 5.0,
            late: 10.0,
            about: 5.0,
        }
    }
}
