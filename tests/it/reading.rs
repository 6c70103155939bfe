//! Figures read from the notes of the shipped ledger, against those that people read from them.

use taizhang::ledger::quantity::Unit;
use taizhang::ledger::reading::{promised, read};
use taizhang::ledger::{Indicator, Part};
use taizhang::store::Document;

use crate::support::shipped;

/// How the readings of all notes compare with the figures of the ledger.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    right: usize,
    wrong: Vec<String>,
    missed: usize,
}

fn score(is_counted: fn(&Indicator) -> bool) -> Score {
    let ledger = Document::open(&shipped()).unwrap().ledger();
    let mut score = Score::default();
    for item in &ledger.items {
        let blank = |indicator: &Indicator| Indicator {
            actual: None,
            underway: None,
            reported: None,
            evidence: None,
            ..indicator.clone()
        };
        let blank: Vec<Indicator> = item.indicators.iter().map(blank).collect();
        let readings = read(&item.title, &blank, &item.progress);
        for (index, known) in item
            .indicators
            .iter()
            .enumerate()
            .filter(|it| is_counted(it.1))
        {
            let figures = [
                (Part::Actual, known.actual),
                (Part::Underway, known.underway),
                (Part::Reported, known.reported),
            ];
            for (part, figure) in figures {
                let found = readings
                    .iter()
                    .find(|it| it.indicator == index && it.part == part);
                match (figure, found.map(|found| found.value)) {
                    (None, None) => {}
                    (Some(_), None) => score.missed += 1,
                    (Some(known), Some(read)) if (known - read).abs() < 1e-9 => score.right += 1,
                    _ => score
                        .wrong
                        .push(format!("{} {} {part:?}", item.id, known.name)),
                }
            }
        }
    }
    score
}

#[test]
fn no_figure_of_a_promised_measure_is_read_wrongly() {
    let Score {
        right,
        wrong,
        missed,
    } = score(Indicator::is_promised);
    assert_eq!(wrong, [""; 0]);
    assert_eq!(
        (right, right + missed),
        (31, 40),
        "the recall that README states"
    );
}

#[test]
fn figures_for_context_are_read_by_the_same_rules() {
    let Score { right, wrong, .. } = score(|indicator| !indicator.is_promised());
    assert_eq!(wrong, [""; 0]);
    assert!(right > 0);
}

#[test]
fn targets_are_those_of_the_titles() {
    let ledger = Document::open(&shipped()).unwrap().ledger();
    let (mut known, mut beyond) = (0, Vec::new());
    for item in &ledger.items {
        let targets: Vec<&Indicator> = item
            .indicators
            .iter()
            .filter(|it| it.target.is_some())
            .collect();
        let same = |read: &Indicator, written: &Indicator| {
            let size = |it: &Indicator| Unit::named(&it.unit).unwrap().scale * it.target.unwrap();
            read.kind == written.kind
                && read.compare == written.compare
                && (size(read) - size(written)).abs() < 1e-6
        };
        for read in promised(&item.title) {
            if targets.iter().any(|written| same(&read, written)) {
                known += 1;
            } else {
                beyond.push(item.id.to_string());
            }
        }
    }
    // 460 and 170 projects are the scope of the promise; the ledger measures both by their investment (its rule 4).
    assert_eq!(beyond, ["3", "19"]);
    assert_eq!(known, 47, "all that the ledger has");
}

/// Notes in the style of many cities, with what a careful clerk would record: promise, note, and figures as
/// `measure|part|value`, parted by semicolons. A part of them was written to mislead.
const NOTES: &str = include_str!("../data/notes.tsv");

/// The note of another province with no word that says so; no reader could know.
const UNKNOWABLE: &str = "全省新增城市公厕18座。";

#[test]
fn notes_that_were_written_to_mislead_mislead_nobody() {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for line in NOTES.lines() {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let (title, note, labels) = (field(), field().replace("\\n", "\n"), field());
        let mut labels: Vec<(&str, f64)> = labels.split(';').filter_map(label).collect();
        all += labels.len();
        for reading in read(title, &promised(title), &note) {
            let said = (reading.part.key(), reading.value);
            let known = labels
                .iter()
                .position(|(part, value)| *part == said.0 && (value - said.1).abs() < 1e-6);
            match known {
                Some(known) => {
                    labels.swap_remove(known);
                    right += 1;
                }
                None if note == UNKNOWABLE => {}
                None => wrong.push(format!("{title} {note} {said:?}")),
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(right * 2 >= all, "{right} of {all}");
}

fn label(label: &str) -> Option<(&str, f64)> {
    let mut fields = label.split('|').skip(1);
    Some((fields.next()?.trim(), fields.next()?.trim().parse().ok()?))
}
