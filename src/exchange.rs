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

/// The rows of some items, in the order given; `reason` puts a verdict into words. Each is made when it is asked for: of
/// a large ledger there is never more than one.
pub fn rows<'r, 'l: 'r>(
    ledger: &'l Ledger,
    positions: &'r [usize],
    reason: &'r dyn Fn(&Item, &Verdict) -> String,
) -> impl Iterator<Item = Row<'l>> + Clone + 'r {
    let items = positions.iter().filter_map(|&at| ledger.items.get(at));
    items.map(move |item| {
        let verdict = judge(ledger, item);
        Row {
            item,
            time_line: ledger.time_line(item),
            reason: reason(item, &verdict),
            verdict,
        }
    })
}

impl Row<'_> {
    /// How much of the deciding measure is done, in percent; `None` where no share can be given.
    pub fn completion(&self) -> Option<f64> {
        self.verdict.completion()
    }
}
