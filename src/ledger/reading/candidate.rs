//! Readings that may be the same figure, and which of them it is.

use crate::ledger::Part;
use crate::ledger::passage::Passage;
use crate::ledger::reading::{Reading, lexicon};

/// How a figure goes with others of its kind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// A figure by itself.
    Plain,
    /// A running total: 累计.
    Total,
    /// The growth since the last report: `新开工1个`.
    Increment,
}

/// A reading, and what decides between it and another one for the same figure.
pub struct Candidate {
    pub reading: Reading,
    /// The place of the quantity in the passage.
    pub mention: usize,
    pub paragraph: usize,
    pub tally: Tally,
    /// It stands in a line that was added with its date.
    pub is_dated: bool,
    /// It is told of work that is going on.
    pub is_ongoing: bool,
}

/// `又建成6个`, and in a line that was added later `新建成6个`: more of what was told before.
pub fn is_increment(before: &str, is_dated: bool) -> bool {
    let verbs = || lexicon::RESULTS.iter().chain(&lexicon::BEGUN);
    let more = |word: &str| verbs().any(|verb| before.contains(&format!("{word}{verb}")));
    let is_new = more("新") || before.contains("新增");
    more("又") || more("再") || (is_dated && is_new && !before.contains('已'))
}

/// One reading for each figure. A running total beats its parts; a line that was added with a date beats what stood
/// there before; where neither decides between different figures, none is proposed.
pub fn settle(candidates: Vec<Candidate>) -> Vec<Reading> {
    let mut groups: Vec<Vec<Candidate>> = Vec::new();
    for candidate in candidates {
        let same = |group: &&mut Vec<Candidate>| {
            group.first().is_some_and(|first| {
                let (first, next) = (&first.reading, &candidate.reading);
                first.indicator == next.indicator && first.part == next.part
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(candidate),
            None => groups.push(vec![candidate]),
        }
    }
    let mut settled: Vec<(Reading, bool)> = Vec::new();
    for group in groups {
        let is_ongoing = group.iter().any(|it| it.is_ongoing);
        settled.extend(one_of(group).map(|reading| (reading, is_ongoing)));
    }
    // 在建 beside 建成 is only what is not finished yet; all that has begun is a sum that nobody has told.
    let has_result = |indicator: usize| {
        let results = settled.iter().map(|(reading, _)| reading);
        let mut own = results.filter(|it| it.indicator == indicator);
        own.any(|it| it.part == Part::Actual)
    };
    let is_whole = |(reading, is_ongoing): &&(Reading, bool)| {
        !(reading.part == Part::Underway && *is_ongoing && has_result(reading.indicator))
    };
    settled
        .iter()
        .filter(is_whole)
        .map(|(reading, _)| reading.clone())
        .collect()
}

fn one_of(mut group: Vec<Candidate>) -> Option<Reading> {
    let newest = group
        .iter()
        .filter(|it| it.is_dated)
        .map(|it| it.paragraph)
        .max();
    if let Some(newest) = newest {
        group.retain(|it| it.paragraph == newest);
    }
    if group.iter().any(|it| it.tally == Tally::Total) {
        group.retain(|it| it.tally == Tally::Total);
    } else if newest.is_some() && group.iter().any(|it| it.tally == Tally::Increment) {
        // The sum of what was told before and what is new is nowhere told.
        return None;
    }
    group.retain(|it| it.tally != Tally::Increment || newest.is_some());
    let first = group.first()?.reading.value;
    let agree = group
        .iter()
        .all(|it| (it.reading.value - first).abs() < 1e-9);
    agree.then(|| group.swap_remove(0).reading)
}

/// Whether a paragraph is a line that a clerk added with its date: `7月25日：…`.
pub fn begins_with_date(passage: &Passage<'_>, paragraph: usize) -> bool {
    let mut clauses = passage.clauses.iter();
    let first = clauses.find(|clause| clause.paragraph == paragraph);
    let words = first.map_or("", |first| passage.words(first)).trim_start();
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(day) = rest.strip_prefix('月').filter(|_| rest.len() < words.len()) else {
        return false;
    };
    let behind = day.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < day.len() && behind.starts_with('日')
}
