//! Telling what a ledger's file has that was not read: most of it slips in the names of keys and tables.

use std::path::Path;

use crate::cli::refusal;
use crate::ledger::{Ledger, Unread};
use crate::text::shown;
use crate::words::Words;

/// The most that are listed; `taizhang check` lists more.
const TOLD: usize = 20;

/// Writes `warning: FILE:LINE:COLUMN: …` for each, and how many there are where that says more.
pub fn warn(path: &Path, ledger: &Ledger, words: &Words) {
    let Unread {
        keys,
        count,
        promises,
    } = &ledger.unread;
    let file = shown(&path.to_string_lossy());
    for key in keys.iter().take(TOLD) {
        let (place, sentence) = (key.place, (words.unread)(key));
        let (line, column) = (place.line, place.column);
        refusal::add(&format!("warning: {file}:{line}:{column}: {sentence}"));
    }
    let told = keys.len().min(TOLD);
    if told < *count || *promises > 0 {
        refusal::add(&(words.unread_count)(*count, told, *promises));
    }
}
