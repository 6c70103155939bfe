//! The matchers of others, each used as its own documentation does, over `promise TAB note` of every item.

use std::num::NonZero;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Matcher, Utf32String};
use taizhang::ledger::Ledger;

/// The texts in the shapes that the matchers want.
pub struct Lines {
    plain: Vec<String>,
    wide: Vec<Utf32String>,
}

/// Counts the lines that match what was typed, ordered by score.
type Count = Box<dyn Fn(&Lines, &str) -> usize>;

pub fn lines(ledger: &Ledger) -> Lines {
    let items = ledger.items.iter();
    let plain: Vec<String> = items
        .map(|item| format!("{}\t{}", item.title, item.progress))
        .collect();
    let wide = plain
        .iter()
        .map(|line| Utf32String::from(line.as_str()))
        .collect();
    Lines { plain, wide }
}

pub fn all(threads: NonZero<usize>) -> [(&'static str, Count); 4] {
    [
        (
            "nucleo-matcher, one thread",
            Box::new(move |lines, typed| nucleo(lines, typed, 1)),
        ),
        (
            "nucleo-matcher",
            Box::new(move |lines, typed| nucleo(lines, typed, threads.get())),
        ),
        (
            "frizbee",
            Box::new(move |lines, typed| {
                frizbee::Matcher::from_query(typed, &frizbee::Config::default())
                    .match_list_parallel(&lines.plain, threads.get())
                    .len()
            }),
        ),
        (
            "fuzzy-matcher SkimMatcherV2 over everything",
            Box::new(move |lines, typed| skim(lines, typed, threads.get())),
        ),
    ]
}

fn nucleo(lines: &Lines, typed: &str, threads: usize) -> usize {
    let pattern = Pattern::parse(typed, CaseMatching::Smart, Normalization::Smart);
    let part = |part: &[Utf32String]| {
        let mut matcher = Matcher::default();
        let score = |line: &Utf32String| pattern.score(line.slice(..), &mut matcher);
        part.iter().filter_map(score).collect::<Vec<u32>>()
    };
    in_parts(&lines.wide, threads, part)
}

fn skim(lines: &Lines, typed: &str, threads: usize) -> usize {
    in_parts(&lines.plain, threads, |part: &[String]| {
        let matcher = SkimMatcherV2::default();
        part.iter()
            .filter_map(|line| matcher.fuzzy_match(line, typed))
            .collect::<Vec<i64>>()
    })
}

fn in_parts<T: Sync, S: Ord + Send>(
    all: &[T],
    threads: usize,
    work: impl Fn(&[T]) -> Vec<S> + Sync,
) -> usize {
    let mut scores: Vec<S> = std::thread::scope(|scope| {
        let parts: Vec<_> = all
            .chunks(all.len().div_ceil(threads).max(1))
            .map(|part| scope.spawn(|| work(part)))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    });
    scores.sort_unstable_by(|one, other| other.cmp(one));
    scores.len()
}
