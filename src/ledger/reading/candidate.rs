//! Readings that may be the same figure, and which of them it is.

use std::collections::HashMap;

use crate::ledger::Part;
use crate::ledger::lexicon::{List, Occurrence};
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::Reading;

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
}

/// `又建成6个`, and in a line that was added later `新建成6个`: more of what was told before.
pub fn is_increment(passage: &Passage<'_>, mention: &Mention<'_>, is_dated: bool) -> bool {
    let before = mention.before;
    let verbs = [List::Results, List::Begun].map(|list| passage.all(list));
    let told_with = |word: &str| {
        let is_told = |it: &Occurrence| before.up_to(it.start).text().ends_with(word);
        verbs
            .iter()
            .any(|verbs| verbs.within(before.bytes()).any(is_told))
    };
    if told_with("又") || told_with("再") {
        return true;
    }
    let words = before.text();
    is_dated && !words.contains('已') && (words.contains("新增") || told_with("新"))
}

/// One reading for each figure. A running total beats its parts; a line that was added with a date beats what stood
/// there before; where neither decides between different figures, none is proposed.
pub fn settle(candidates: Vec<Candidate>) -> Vec<Reading> {
    let mut groups: Vec<Vec<Candidate>> = Vec::new();
    let mut known: HashMap<(usize, Part), usize> = HashMap::new();
    for candidate in candidates {
        let figure = (candidate.reading.indicator, candidate.reading.part);
        let group = *known.entry(figure).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(candidate),
            None => groups.push(vec![candidate]),
        }
    }
    groups.into_iter().filter_map(one_of).collect()
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

/// Whether a paragraph is a line that a clerk added with its date: `7月25日：…`, `截至7月底，…`.
pub fn begins_with_date(passage: &Passage<'_>, paragraph: usize) -> bool {
    let first = passage.clauses_of_paragraph(paragraph).first();
    let words = first
        .map_or("", |first| passage.words(first).text())
        .trim_start();
    let words = words
        .trim_start_matches("截至")
        .trim_start_matches(['至', '到']);
    let digits = |words: &str| words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let month = words.get(words.len() - digits(words)..).unwrap_or_default();
    let Some(day) = month
        .strip_prefix('月')
        .filter(|_| month.len() < words.len())
    else {
        return false;
    };
    let behind = day.get(day.len() - digits(day)..).unwrap_or_default();
    (behind.len() < day.len() && behind.starts_with('日')) || day.starts_with(['底', '末'])
}
