//! The fuzz targets for a moment, on mutations of a small corpus: what a longer run with `cargo fuzz` does for hours.

use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::shipped;

#[path = "../fuzz/targets.rs"]
mod targets;

/// The first items of the shipped ledger, and the odd file of the other tests.
fn corpus() -> Vec<Vec<u8>> {
    let shipped = fs::read_to_string(shipped()).unwrap();
    let first: String = shipped.split_inclusive("\n[[item]]").take(3).collect();
    let cut = first.trim_end_matches("[[item]]").to_owned();
    vec![cut.into_bytes(), crate::saving::ODD.as_bytes().to_vec()]
}

/// Bytes that mean something to a parser, to put in anywhere.
const TOKENS: [&str; 14] = [
    "\"", "'''", "\"\"\"", "[", "]]", "=", "\n", "-1e308", "nan", "\u{FEFF}", "\\u202E", "\\u001b",
    "0", "é́",
];

#[test]
fn any_file_is_a_ledger_or_told_to_be_none() {
    let corpus = corpus();
    let mutation = (any::<prop::sample::Index>(), 0..40_usize, 0..TOKENS.len());
    let mutations = (0..corpus.len(), prop::collection::vec(mutation, 0..6));
    let mut runner = TestRunner::new(Config::with_cases(1_500));
    runner
        .run(&mutations, |(which, mutations)| {
            let mut bytes = corpus[which].clone();
            for (at, removed, token) in mutations {
                let at = at.index(bytes.len());
                let end = (at + removed).min(bytes.len());
                bytes.splice(at..end, TOKENS[token].bytes());
            }
            targets::load(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_keys_leave_the_editor_whole() {
    let keys = prop::collection::vec(any::<u8>(), 0..120);
    let mut runner = TestRunner::new(Config::with_cases(300));
    runner
        .run(&keys, |keys| {
            targets::write(&keys);
            Ok(())
        })
        .unwrap();
}
