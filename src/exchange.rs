//! Door: other formats. What a ledger looks like to other programs and to people without this one.
//!
//! One file a format. Owns the shapes that scripts rely on (documented in README.md); it must never judge, and knows no
//! language: whatever must be said in words comes with the rows.

pub mod check;
pub mod json;
pub mod markdown;
pub mod minutes;
pub mod summary;
pub mod table;

use crate::ledger::{Item, Ledger, Verdict, judge};

/// One item to be written, with what is said of it.
#[derive(Debug)]
pub struct Row<'l> {
    /// The item.
    pub item: &'l Item,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its time line in percent.
    pub time_line: Option<f64>,
    /// The reason for the verdict, in one line of the user's language.
    pub reason: String,
}

impl<'l> Row<'l> {
    /// The rows of some items, in the order given; `reason` puts a verdict into words.
    pub fn of(
        ledger: &'l Ledger,
        positions: &[usize],
        reason: &dyn Fn(&Item, &Verdict) -> String,
    ) -> Vec<Self> {
        let items = positions.iter().filter_map(|&at| ledger.items.get(at));
        items
            .map(|item| {
                let verdict = judge(ledger, item);
                Self {
                    item,
                    time_line: ledger.time_line(item),
                    reason: reason(item, &verdict),
                    verdict,
                }
            })
            .collect()
    }

    /// How much of the deciding measure is done, in percent; `None` where no share can be given.
    pub fn completion(&self) -> Option<f64> {
        self.verdict.completion()
    }
}
