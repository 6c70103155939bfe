//! Promises over several years have no line in one of them.

use jiff::civil::{Date, date};

use super::{figures, item, ledger};
use crate::ledger::{Gap, Indicator, Item, Kind, Status, Verdict, judge};

fn promise(title: &str, indicators: Vec<Indicator>) -> Item {
    Item {
        title: title.to_owned(),
        ..item(indicators)
    }
}

fn judged(title: &str, actual: f64, start: Option<Date>, due: Option<Date>) -> Verdict {
    let mut promise = promise(title, vec![figures(Kind::Amount, 5000.0, actual)]);
    (promise.start, promise.due) = (start, due);
    judge(&ledger(), &promise)
}

#[test]
fn without_dates_there_is_no_verdict_by_a_line() {
    let years = (Some(Gap::SeveralYears), Status::Unquantified);
    for title in [
        "新增停车位5000个（2024—2026年）。",
        "五年内新增停车位5000个。",
        "到2027年新增停车位5000个。",
        "“十四五”期间新增停车位5000个。",
        "Add 5000 parking spaces by 2027.",
    ] {
        for actual in [10.0, 2600.0, 4999.0] {
            let verdict = judged(title, actual, None, None);
            assert_eq!((verdict.gap(), verdict.computed), years, "{title} {actual}");
            assert_eq!(verdict.time_line, None, "{title}");
            assert_eq!(verdict.measures[0].pace, None, "{title}");
        }
        // What is done is done, and what has not begun has not.
        assert_eq!(
            judged(title, 5000.0, None, None).computed,
            Status::Done,
            "{title}"
        );
        assert_eq!(
            judged(title, 0.0, None, None).computed,
            Status::NotStarted,
            "{title}"
        );
    }
    let this_year = judged("新增停车位5000个。", 10.0, None, None);
    assert_eq!(
        (this_year.gap(), this_year.computed),
        (None, Status::Behind)
    );
}

#[test]
fn dates_bring_the_line_back() {
    let (start, due) = (Some(date(2024, 1, 1)), Some(date(2026, 12, 31)));
    let title = "新增停车位5000个（2024—2026年）。";
    assert_eq!(judged(title, 2500.0, start, due).computed, Status::OnTrack);
    assert_eq!(judged(title, 1000.0, start, due).computed, Status::Behind);
    // The beginning that the title names is still missing.
    assert_eq!(
        judged(title, 1000.0, None, due).gap(),
        Some(Gap::SeveralYears)
    );
    let until = "到2026年新增停车位5000个。";
    assert_eq!(judged(until, 1250.0, None, due).computed, Status::OnTrack);
}

#[test]
fn a_measure_of_this_year_is_judged_beside_one_of_several() {
    let title = "到2027年建成充电桩5万个，2025年建成1.2万个。";
    let all = |actual| figures(Kind::Amount, 5.0, actual);
    let own = |actual| figures(Kind::Amount, 1.2, actual);
    let verdict = |indicators| judge(&ledger(), &promise(title, indicators));
    assert_eq!(verdict(vec![own(0.2)]).computed, Status::Behind);
    assert_eq!(verdict(vec![own(0.7)]).computed, Status::Ahead);
    let both = verdict(vec![all(0.7), own(0.7)]);
    assert_eq!(
        (both.computed, both.gap()),
        (Status::Unquantified, Some(Gap::SeveralYears))
    );
    assert_eq!(both.time_line, Some(50.0));
}

#[test]
fn levels_over_years_are_not_due_at_the_end_of_the_first() {
    let mut ledger = ledger();
    ledger.heading.as_of = Some(date(2025, 12, 31));
    let level = promise(
        "到2027年森林覆盖率达到45%。",
        vec![figures(Kind::Level, 45.0, 44.1)],
    );
    let verdict = judge(&ledger, &level);
    assert_eq!(
        (verdict.computed, verdict.gap()),
        (Status::Unquantified, Some(Gap::SeveralYears))
    );
}
