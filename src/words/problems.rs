//! What is said of a file that cannot be read as a ledger.

use crate::ledger::problem::{Expected, Found};

/// What is said of a file that cannot be read as a ledger, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct ProblemWords {
    pub of_item: fn(&str) -> String,
    pub problem_count: fn(usize, usize) -> String,
    pub empty_file: &'static str,
    pub not_utf8: &'static str,
    pub missing: fn(&str) -> String,
    pub wrong_type: fn(&str, &str, &str) -> String,
    pub expected: fn(Expected) -> &'static str,
    pub found: fn(Found) -> &'static str,
    pub not_finite: fn(&str) -> String,
    pub empty: fn(&str) -> String,
    pub duplicate_id: fn(usize) -> String,
    /// The key, the word, what it can be, and what was perhaps meant.
    pub unknown_word: fn(&str, &str, &str, Option<&str>) -> String,
    pub override_without_reason: &'static str,
    pub unknown_stage: fn(&str) -> String,
    pub bad_schema: &'static str,
    pub year_out_of_range: &'static str,
    pub tolerance_out_of_range: fn(&str) -> String,
    pub missing_file: &'static str,
    pub is_folder: &'static str,
    pub not_a_file: &'static str,
    pub too_large: fn(u64, u64) -> String,
    pub all_zeros: &'static str,
    pub cut_off: &'static str,
    pub put_back: &'static str,
    pub being_written: &'static str,
    pub save_again: &'static str,
    pub show_first: &'static str,
    pub utf16: &'static str,
    pub unreadable: fn(&str) -> String,
    pub not_written: fn(&str) -> String,
    pub empty_input: &'static str,
}
