//! Tables over every kind, comparison and edge.

mod edges;
mod gaps;
mod halves;
mod levels;
mod ratios;
mod sides;
mod years;

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::ledger::{Compare, Heading, Indicator, Item, ItemId, Kind, Override, Rules};

/// A ledger at the middle of its year.
fn ledger() -> Ledger {
    let heading = Heading {
        year: Some(2025),
        as_of: Some(date(2025, 6, 30)),
        ..Heading::default()
    };
    Ledger {
        heading,
        rules: Rules::default(),
        items: Vec::new(),
        ..Ledger::default()
    }
}

fn figures(kind: Kind, target: f64, actual: f64) -> Indicator {
    Indicator {
        target: Some(target),
        actual: Some(actual),
        ..Indicator::new("measure", kind)
    }
}

fn item(indicators: Vec<Indicator>) -> Item {
    Item {
        indicators,
        ..Item::new(ItemId::Number(1), "promise", "note")
    }
}

#[track_caller]
fn check(indicator: Indicator, expected: Status) -> Reason {
    let verdict = judge(&ledger(), &item(vec![indicator]));
    assert_eq!(verdict.computed, expected, "{:?}", verdict.deciding());
    verdict
        .deciding()
        .expect("a promised measure")
        .reason
        .clone()
}

#[test]
fn an_amount_is_held_against_the_time_line() {
    let table = [
        (0.0, Status::NotStarted),
        (1.0, Status::Behind),
        (40.0, Status::Behind),
        (40.1, Status::Slipping),
        (49.9, Status::Slipping),
        (50.0, Status::OnTrack),
        (54.9, Status::OnTrack),
        (55.0, Status::Ahead),
        (99.9, Status::Ahead),
        (100.0, Status::Done),
        (113.5, Status::Done),
        (-3.0, Status::Behind),
    ];
    for (actual, expected) in table {
        check(figures(Kind::Amount, 100.0, actual), expected);
        let level = Indicator {
            baseline: Some(0.0),
            ..figures(Kind::Level, 100.0, actual)
        };
        check(level, expected);
    }
}

#[test]
fn rounding_noise_decides_nothing() {
    // 0.1 + 0.2 of 0.6 is the time line exactly, though not in binary.
    check(figures(Kind::Amount, 0.6, 0.1 + 0.2), Status::OnTrack);
    check(
        figures(Kind::Amount, 0.6, 0.3 - 0.06 - f64::EPSILON),
        Status::Behind,
    );
}

#[test]
fn what_is_under_way_is_never_a_result() {
    let begun = Indicator {
        underway: Some(90.0),
        ..figures(Kind::Amount, 100.0, 0.0)
    };
    check(begun, Status::Behind);
    let pipeline = Indicator {
        actual: None,
        underway: Some(98.0),
        ..figures(Kind::Amount, 80.0, 0.0)
    };
    assert_eq!(
        check(pipeline, Status::Unquantified),
        Reason::OnlyUnderway(98.0)
    );
}

#[test]
fn a_missing_figure_is_neither_green_nor_red() {
    let missing = Indicator {
        actual: None,
        ..figures(Kind::Amount, 100.0, 0.0)
    };
    assert_eq!(check(missing, Status::Unquantified), Reason::NoFigure);
    let verdict = judge(&ledger(), &item(vec![]));
    assert_eq!(
        (verdict.computed, verdict.decisive),
        (Status::Unquantified, None)
    );
}

#[test]
fn the_departments_ratio_serves_where_no_figure_does() {
    let only_ratio = Indicator {
        reported: Some(52.69),
        ..Indicator::new("plan", Kind::Amount)
    };
    assert_eq!(
        check(only_ratio, Status::OnTrack),
        Reason::Reported {
            reported: 52.69,
            line: 50.0
        }
    );
    let both = Indicator {
        reported: Some(54.5),
        ..figures(Kind::Amount, 2450.0, 1322.6)
    };
    let Reason::AgainstLine { completion, .. } = check(both, Status::OnTrack) else {
        panic!("the line decides")
    };
    assert!(
        (completion - 53.98).abs() < 0.01,
        "the computed share decides: {completion}"
    );
}

#[test]
fn about_accepts_a_small_miss() {
    let about = |kind, target, actual| Indicator {
        compare: Compare::About,
        ..figures(kind, target, actual)
    };
    check(about(Kind::Amount, 30.0, 28.5), Status::Done);
    check(about(Kind::Amount, 30.0, 28.4), Status::Ahead);
    check(about(Kind::Rate, 5.5, 5.3), Status::OnTrack);
    check(about(Kind::Rate, 5.5, 5.2), Status::Slipping);
    check(about(Kind::Rate, -2.0, -1.9), Status::OnTrack);
    check(about(Kind::Rate, -2.0, -2.2), Status::OnTrack);
    check(about(Kind::Rate, -2.0, -1.8), Status::Slipping);
}

#[test]
fn a_rate_is_met_or_missed_whatever_the_date() {
    let table = [
        (3.0, Status::OnTrack),
        (2.0, Status::Slipping),
        (1.9, Status::Behind),
        (-4.7, Status::Behind),
    ];
    for (actual, expected) in table {
        check(figures(Kind::Rate, 3.0, actual), expected);
    }
    let at_most = |actual| Indicator {
        compare: Compare::AtMost,
        ..figures(Kind::Rate, 3.0, actual)
    };
    check(at_most(2.5), Status::OnTrack);
    check(at_most(3.5), Status::Slipping);
    let rate = judge(&ledger(), &item(vec![figures(Kind::Rate, 15.0, 15.0)]));
    assert_eq!(
        rate.measures[0].completion, None,
        "a rate is no share of work"
    );
}

#[test]
fn rates_and_ceilings_are_done_only_on_the_day() {
    let at_year_end = |indicator: Indicator| {
        let mut ledger = ledger();
        ledger.heading.as_of = Some(date(2025, 12, 31));
        judge(&ledger, &item(vec![indicator])).computed
    };
    assert_eq!(at_year_end(figures(Kind::Rate, 3.0, 3.0)), Status::Done);
    assert_eq!(at_year_end(figures(Kind::Rate, 3.0, 2.9)), Status::Slipping);
    let ceiling = |actual| Indicator {
        compare: Compare::AtMost,
        ..figures(Kind::Amount, 100.0, actual)
    };
    assert_eq!(at_year_end(ceiling(99.0)), Status::Done);
    assert_eq!(at_year_end(ceiling(101.0)), Status::Behind);
    assert_eq!(
        at_year_end(figures(Kind::Amount, 100.0, 95.0)),
        Status::Slipping,
        "the due date has passed"
    );
    assert_eq!(
        at_year_end(figures(Kind::Amount, 100.0, 90.0)),
        Status::Behind
    );
}

#[test]
fn a_ceiling_mirrors_the_bands() {
    let ceiling = |kind, actual| Indicator {
        compare: Compare::AtMost,
        ..figures(kind, 100.0, actual)
    };
    check(ceiling(Kind::Amount, 45.0), Status::Ahead);
    check(ceiling(Kind::Amount, 50.0), Status::OnTrack);
    check(ceiling(Kind::Amount, 55.0), Status::Slipping);
    check(ceiling(Kind::Amount, 60.0), Status::Behind);
    check(ceiling(Kind::Amount, 100.5), Status::Behind);
    check(ceiling(Kind::Level, 99.0), Status::OnTrack);
}

#[test]
fn a_level_with_a_baseline_is_measured_from_it() {
    let from = |baseline, target, actual, compare| {
        let level = Indicator {
            baseline: Some(baseline),
            compare,
            ..figures(Kind::Level, target, actual)
        };
        judge(&ledger(), &item(vec![level]))
    };
    let up = from(600.0, 700.0, 660.0, Compare::AtLeast);
    assert_eq!(
        (up.computed, up.measures[0].completion),
        (Status::Ahead, Some(60.0))
    );
    let down = from(35.0, 30.0, 32.5, Compare::AtMost);
    assert_eq!(
        (down.computed, down.measures[0].completion),
        (Status::OnTrack, Some(50.0))
    );
    assert_eq!(
        from(600.0, 700.0, 600.0, Compare::AtLeast).computed,
        Status::NotStarted
    );
    assert_eq!(
        from(600.0, 700.0, 590.0, Compare::AtLeast).computed,
        Status::Behind,
        "it went the wrong way"
    );
}

#[test]
fn a_target_of_zero_gives_no_share() {
    assert_eq!(
        check(figures(Kind::Amount, 0.0, 5.0), Status::Unquantified),
        Reason::NoScale
    );
    let none_allowed = |actual| Indicator {
        compare: Compare::AtMost,
        ..figures(Kind::Amount, 0.0, actual)
    };
    check(none_allowed(0.0), Status::OnTrack);
    check(none_allowed(1.0), Status::Behind);
}

#[test]
fn stages_have_their_own_rule() {
    let at = |stage: Option<&str>| Indicator {
        stages: ["遴选", "公示", "认定"].map(String::from).to_vec(),
        stage: stage.map(String::from),
        ..Indicator::new("procedure", Kind::Stage)
    };
    check(at(Some("")), Status::NotStarted);
    check(at(Some("遴选")), Status::OnTrack);
    check(at(Some("公示")), Status::OnTrack);
    check(at(Some("认定")), Status::Done);
    check(at(None), Status::Unquantified);
}

#[test]
fn an_item_takes_its_worst_promised_measure() {
    let done = || figures(Kind::Amount, 10.0, 12.0);
    let behind = || figures(Kind::Rate, 8.0, -12.4);
    let unstarted = || figures(Kind::Amount, 10.0, 0.0);
    let missing = || Indicator {
        actual: None,
        ..unstarted()
    };
    let context = || Indicator {
        target: None,
        ..unstarted()
    };
    let judged = |indicators| judge(&ledger(), &item(indicators));
    assert_eq!(
        judged(vec![done(), behind(), missing()]).computed,
        Status::Behind
    );
    assert_eq!(
        judged(vec![done(), missing()]).computed,
        Status::Unquantified
    );
    assert_eq!(
        judged(vec![done(), context()]).computed,
        Status::Done,
        "context is never judged"
    );
    assert_eq!(
        judged(vec![unstarted(), missing()]).computed,
        Status::NotStarted
    );
    let partly = judged(vec![done(), unstarted()]);
    assert_eq!(
        (partly.computed, partly.partly_started),
        (Status::Behind, true)
    );
    let order = judged(vec![context(), done(), behind(), missing()]).worst_first();
    assert_eq!(order, [2, 3, 1, 0]);
}

#[test]
fn a_person_is_shown_beside_the_figures_not_instead() {
    let mut promise = item(vec![figures(Kind::Amount, 10.0, 12.0)]);
    promise.verdict = Some(Override {
        status: Status::Slipping,
        reason: "质量未验收".into(),
    });
    let verdict = judge(&ledger(), &promise);
    assert_eq!(
        (verdict.status(), verdict.computed),
        (Status::Slipping, Status::Done)
    );
}

#[test]
fn rules_of_the_city_and_dates_of_the_item_count() {
    let mut ledger = ledger();
    ledger.rules = Rules {
        ahead: 20.0,
        late: 0.0,
        about: 0.0,
    };
    let judged = |ledger: &Ledger, actual| {
        judge(ledger, &item(vec![figures(Kind::Amount, 100.0, actual)])).computed
    };
    assert_eq!(judged(&ledger, 69.9), Status::OnTrack);
    assert_eq!(judged(&ledger, 49.9), Status::Behind, "zero tolerance");
    let mut half_year = item(vec![figures(Kind::Amount, 100.0, 50.0)]);
    half_year.due = Some(date(2025, 6, 30));
    ledger.items.push(Arc::new(half_year.clone()));
    assert_eq!(judge(&ledger, &half_year).computed, Status::Behind);
}

#[test]
fn without_a_date_only_the_ends_are_judged() {
    let mut ledger = ledger();
    ledger.heading.as_of = None;
    let judged =
        |actual| judge(&ledger, &item(vec![figures(Kind::Amount, 100.0, actual)])).computed;
    assert_eq!(judged(100.0), Status::Done);
    assert_eq!(judged(50.0), Status::Unquantified);
    assert_eq!(judged(0.0), Status::NotStarted);
}
