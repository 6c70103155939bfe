//! What a note costs, whatever it holds: four times the text takes about four times as long, and never long.
//!
//! Time is that of the thread, not of the clock, where the system tells it; and of several runs the shortest counts. So
//! a busy machine fails nothing. What grows with the square of the text takes sixteen times as long instead of four.

use std::sync::Arc;
use std::time::{Duration, Instant};

use taizhang::ledger::offer::{offers, unwritten};
use taizhang::ledger::reading::MEASURES_READ;
use taizhang::ledger::{Audit, Heading, Indicator, Item, ItemId, Kind, Ledger, judge_all};

use crate::support::long_notes::{SHAPES, Shape};

/// The shorter and the longer note.
const SIZES_BYTES: [usize; 2] = [4 * 1024, 16 * 1024];

/// How many times as long the longer one may take. Four is linear, sixteen is quadratic.
const MOST_TIMES: u32 = 9;

/// What is too short to be compared.
const NOISE: Duration = Duration::from_millis(15);

/// What a note of 64 KB may take in a build without optimisation on a slow machine.
const LONGEST: Duration = Duration::from_secs(2);

/// How long something takes: the time of this thread where the system tells it.
fn time_of(work: impl FnOnce()) -> Duration {
    let on_processor = || {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let nanos = told.split(' ').next()?.parse().ok()?;
        Some(Duration::from_nanos(nanos))
    };
    let (before, began) = (on_processor(), Instant::now());
    work();
    let on_clock = began.elapsed();
    let spent = on_processor().zip(before);
    spent.map_or(on_clock, |(after, before)| after.saturating_sub(before))
}

/// Holds the cost of some work on notes of a shape against the length of the notes.
#[track_caller]
fn check(what: &str, shape: Shape, work: impl Fn(&str)) {
    let notes = SIZES_BYTES.map(|bytes| shape.note(bytes));
    let mut least = [Duration::MAX; 2];
    for _ in 0..4 {
        for (least, note) in least.iter_mut().zip(&notes) {
            *least = (*least).min(time_of(|| work(note)));
        }
        if least[1] <= least[0] * MOST_TIMES + NOISE {
            return;
        }
    }
    panic!("{what} of {:?}: {least:?}", shape.name);
}

const TITLE: &str = "改造60条背街小巷，新建16个污水处理项目，完成1000件维修，技改投资增长8%以上。";

fn measures() -> Vec<Indicator> {
    let measure = |name: &str, unit: &str, actual, evidence: Option<&str>| Indicator {
        target: Some(5_000.0),
        unit: unit.to_owned(),
        actual,
        evidence: evidence.map(str::to_owned),
        ..Indicator::new(name, Kind::Amount)
    };
    vec![
        measure("背街小巷整治", "条", None, None),
        measure("维修", "件", Some(12.0), Some("完成12件")),
        measure("办件", "件", Some(9_999_999.0), None),
        Indicator {
            kind: Kind::Rate,
            ..measure("技改投资增速", "%", Some(5.5), None)
        },
    ]
}

/// A ledger with one item.
fn ledger(title: &str, note: &str, indicators: Vec<Indicator>) -> Ledger {
    let item = Item {
        indicators,
        ..Item::new(ItemId::Number(1), title, note)
    };
    Ledger {
        heading: Heading {
            title: "台账".to_owned(),
            year: Some(2025),
            as_of: Some(jiff::civil::date(2025, 6, 30)),
            ..Heading::default()
        },
        items: vec![Arc::new(item)],
        ..Ledger::default()
    }
}

fn read_from_text(note: &str) {
    let ledger = ledger(TITLE, note, Vec::new());
    unwritten(&ledger.items[0]);
}

fn read_from_title(title: &str) {
    let ledger = ledger(title, "完成12件，增长5.5%。", Vec::new());
    unwritten(&ledger.items[0]);
}

fn offer(note: &str) {
    let ledger = ledger(TITLE, note, measures());
    offers(&ledger.items[0], Some("完成3件。"));
}

fn audit(note: &str) {
    for indicators in [Vec::new(), measures()] {
        let ledger = ledger(TITLE, note, indicators);
        Audit::of(&ledger, &judge_all(&ledger));
    }
}

#[test]
fn reading_figures_costs_no_more_than_the_note_is_long() {
    for shape in SHAPES {
        check("reading the figures", shape, read_from_text);
        check("reading the promise", shape, read_from_title);
    }
}

#[test]
fn what_a_note_offers_costs_no_more_than_the_note_is_long() {
    for shape in SHAPES {
        check("the offers", shape, offer);
    }
}

#[test]
fn checking_costs_no_more_than_the_note_is_long() {
    for shape in SHAPES {
        check("checking", shape, audit);
    }
}

#[test]
fn a_note_of_64_kib_is_read_and_checked_at_once() {
    // The others grow no faster: that is what the other tests are for.
    for shape in SHAPES.into_iter().step_by(3) {
        let note = shape.note(64 * 1024);
        for (what, work) in [
            ("reading", read_from_text as fn(&str)),
            ("offering", offer),
            ("checking", audit),
        ] {
            let spent = time_of(|| work(&note));
            assert!(spent < LONGEST, "{what} {:?}: {spent:?}", shape.name);
        }
    }
}

#[test]
fn more_measures_than_are_read_are_told() {
    let found = |indicators: Vec<Indicator>, title: &str| {
        let ledger = ledger(title, "完成12件。", indicators);
        let audit = Audit::of(&ledger, &judge_all(&ledger));
        let codes = audit.findings.iter().map(|it| it.trouble.code());
        codes.filter(|code| *code == "many-measures").count()
    };
    let many = |count: usize| -> Vec<Indicator> {
        let measures = (0..count).map(|it| Indicator::new(format!("指标{it}"), Kind::Amount));
        measures.collect()
    };
    assert_eq!(found(many(MEASURES_READ), TITLE), 0);
    assert_eq!(found(many(MEASURES_READ + 1), TITLE), 1);
    let titled = |count: usize| "完成12件维修，".repeat(count);
    assert_eq!(found(Vec::new(), &titled(MEASURES_READ - 1)), 0);
    assert_eq!(found(Vec::new(), &titled(MEASURES_READ)), 1);
}
