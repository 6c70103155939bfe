//! The shipped ledger against the published document.

use std::fs;
use std::path::Path;

use taizhang::ledger::{Gap, Indicator, Item, Ledger, Status, judge};
use taizhang::store::Document;

use crate::support::shipped;

fn ledger() -> Ledger {
    Document::open(&shipped())
        .unwrap()
        .ledger()
        .as_ref()
        .clone()
}

/// The cells of the published table: a tab begins each, three make a row, the first row is the head.
fn published() -> (String, Vec<Vec<String>>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/published.txt");
    let text = fs::read_to_string(path).unwrap();
    let mut cells = text.split("\n\t");
    let title = cells.next().unwrap().trim_end().to_owned();
    let cells: Vec<String> = cells
        .map(|cell| cell.trim_end_matches('\n').to_owned())
        .collect();
    let rows = cells.chunks(3).skip(1).map(<[String]>::to_vec).collect();
    (title, rows)
}

#[test]
fn titles_and_notes_are_verbatim() {
    let (ledger, (title, rows)) = (ledger(), published());
    assert_eq!(ledger.heading.title, title);
    assert_eq!((ledger.items.len(), rows.len()), (44, 44));
    for (item, row) in ledger.items.iter().zip(&rows) {
        assert_eq!(
            [item.id.to_string().as_str(), &item.title, &item.progress],
            [&row[0], &row[1], &row[2]]
        );
    }
    let paragraphs = |number: usize| ledger.items[number - 1].progress.matches('\n').count();
    assert_eq!((paragraphs(7), paragraphs(10), paragraphs(30)), (2, 5, 2));
}

#[test]
fn the_heading_is_that_of_the_period() {
    let heading = ledger().heading;
    assert_eq!(
        (heading.year, heading.period.as_deref()),
        (Some(2025), Some("上半年"))
    );
    assert_eq!(heading.as_of.unwrap().to_string(), "2025-06-30");
    assert_eq!(ledger().year_time_line(), Some(50.0));
}

#[test]
fn every_figure_has_words_to_stand_on() {
    for item in &ledger().items {
        let numbers = numbers(&item.progress);
        for indicator in &item.indicators {
            check_evidence(item, indicator);
            for figure in [indicator.actual, indicator.underway, indicator.reported]
                .into_iter()
                .flatten()
            {
                assert!(
                    is_among(figure.abs(), &numbers),
                    "{}: {} has {figure}, the note does not",
                    item.id,
                    indicator.name
                );
            }
        }
        if let Some(set) = &item.verdict {
            let quoted = set.reason.split(['“', '”']).nth(1).unwrap_or(&set.reason);
            assert!(
                item.progress.contains(quoted),
                "{}: the reason is not in the note",
                item.id
            );
        }
    }
}

#[track_caller]
fn check_evidence(item: &Item, indicator: &Indicator) {
    let has_figure = indicator
        .actual
        .or(indicator.underway)
        .or(indicator.reported)
        .is_some()
        || indicator.stage.is_some();
    match &indicator.evidence {
        Some(evidence) => assert!(item.progress.contains(evidence), "{}: {evidence}", item.id),
        None => assert!(
            !has_figure,
            "{}: {} has a figure without evidence",
            item.id, indicator.name
        ),
    }
}

/// The numbers that are written in a text.
fn numbers(text: &str) -> Vec<f64> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    text.split(|c| !is_part(c))
        .filter_map(|piece| piece.trim_matches('.').parse().ok())
        .collect()
}

/// Whether a figure is one of the numbers or the sum of a few that follow one another.
fn is_among(figure: f64, numbers: &[f64]) -> bool {
    let close = |sum: f64| (sum - figure).abs() < 1e-9;
    (0..numbers.len()).any(|first| {
        numbers[first..]
            .iter()
            .scan(0.0, |sum, number| {
                *sum += number;
                Some(*sum)
            })
            .take(8)
            .any(close)
    }) || subset_sums(figure, numbers)
}

/// Parts that do not follow one another: any three of the numbers.
fn subset_sums(figure: f64, numbers: &[f64]) -> bool {
    let count = numbers.len();
    (0..count).any(|a| {
        (a + 1..count).any(|b| {
            let two = numbers[a] + numbers[b];
            (two - figure).abs() < 1e-9
                || (b + 1..count).any(|c| (two + numbers[c] - figure).abs() < 1e-9)
        })
    })
}

#[test]
fn every_promise_with_a_number_has_a_measure() {
    for item in &ledger().items {
        assert!(
            item.indicators.iter().any(Indicator::is_promised),
            "{} promises {}",
            item.id,
            item.title
        );
        let promised = numbers(&item.title);
        for target in item
            .indicators
            .iter()
            .filter_map(|indicator| indicator.target)
        {
            let written = |number: &f64| {
                [1.0, 10_000.0]
                    .iter()
                    .any(|factor| (number * factor - target).abs() < 1e-9)
            };
            assert!(
                promised.iter().any(written),
                "{}: the target {target} is not in the promise",
                item.id
            );
        }
    }
}

#[test]
fn the_verdicts_are_those_a_careful_reader_comes_to() {
    let ledger = ledger();
    let of = |status: Status| -> Vec<String> {
        let judged = ledger
            .items
            .iter()
            .filter(|item| judge(&ledger, item).status() == status);
        judged.map(|item| item.id.to_string()).collect()
    };
    assert_eq!(of(Status::Done), ["15", "18", "21", "34", "41"]);
    assert_eq!(of(Status::Ahead), ["33", "36"]);
    assert_eq!(of(Status::OnTrack), ["1", "3", "19", "42"]);
    assert_eq!(of(Status::Slipping), ["26", "44"]);
    assert_eq!(
        of(Status::Behind),
        ["2", "4", "7", "9", "25", "29", "31", "32", "38", "43"]
    );
    assert_eq!(of(Status::NotStarted), ["6", "22"]);
    assert_eq!(of(Status::Unquantified).len(), 19);
}

#[test]
fn what_cannot_be_judged_says_why() {
    let ledger = ledger();
    let of = |gap: Gap| -> Vec<String> {
        let judged = ledger.items.iter();
        let judged = judged.filter(|item| judge(&ledger, item).gap() == Some(gap));
        judged.map(|item| item.id.to_string()).collect()
    };
    assert_eq!(
        of(Gap::Underway),
        ["5", "10", "12", "14", "23", "27", "30", "35"]
    );
    assert_eq!(of(Gap::SideFigure), ["11", "20", "37"]);
    assert_eq!(of(Gap::Silent), ["8", "13", "16", "24", "28", "39", "40"]);
    assert_eq!(of(Gap::YearEnd), ["17"]);
    for gap in [Gap::NoBaseline, Gap::NoMeasure, Gap::SeveralYears] {
        assert_eq!(of(gap), Vec::<String>::new(), "{gap:?}");
    }
}

/// 拟推荐 is no step, and numbers of different steps are no sum.
#[test]
fn no_figure_is_a_proposal_or_a_sum_of_steps() {
    let ledger = ledger();
    for (number, proposed) in [(10, [54.0, 98.0]), (35, [25.0, 31.0])] {
        for indicator in &ledger.items[number - 1].indicators {
            let figures = [indicator.actual, indicator.underway];
            let taken = |figure: &f64| proposed.contains(figure);
            assert!(
                !figures.into_iter().flatten().any(|figure| taken(&figure)),
                "{number}: {}",
                indicator.name
            );
        }
    }
}
