//! The words of the presentation.

use crate::words::Words;

/// What is said in the presentation and of it, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct PresentationWords {
    /// An item's number, and how many items the ledger has.
    pub item_of: fn(&str, usize) -> String,
    pub progress: &'static str,
    pub blank_hint: &'static str,
    /// Minutes and seconds.
    pub time: fn(u64, u64) -> String,
    /// How long the item on screen took in earlier visits.
    pub before: fn(&str) -> String,
    /// An item that was left, and how long it took.
    pub took: fn(&str, &str) -> String,
    pub in_all: fn(&str) -> String,
    pub is_over: fn(usize, &str) -> String,
    pub not_on_agenda: fn(&str) -> String,
    pub nothing_to_present: &'static str,
}

/// A time in whole minutes and seconds.
pub fn time(words: &Words, millis: u64) -> String {
    let seconds = millis / 1_000;
    (words.presentation.time)(seconds / 60, seconds % 60)
}
