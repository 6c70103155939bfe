//! Every kind and comparison at its edges, one row a case.

use jiff::civil::{Date, date};

use super::{check, figures, item, ledger};
use crate::ledger::{
    Compare, Indicator, Kind, Reason, Rules, Status,
    Status::{Ahead, Behind, Done, NotStarted, OnTrack, Slipping, Unquantified},
    Verdict, judge,
};

const MIDYEAR: Date = date(2025, 6, 30);
const YEAR_END: Date = date(2025, 12, 31);

fn on(as_of: Option<Date>, indicators: Vec<Indicator>) -> Verdict {
    let mut ledger = ledger();
    ledger.heading.as_of = as_of;
    judge(&ledger, &item(indicators))
}

/// Kind, comparison, target, actual, and the status at midyear and at the end of the year.
type Case = (Kind, Compare, f64, f64, Status, Status);

#[test]
fn every_kind_and_comparison_at_midyear_and_when_due() {
    use Compare::{About, AtLeast, AtMost};
    use Kind::{Amount, Level, Rate};
    let table: &[Case] = &[
        (Amount, AtLeast, 100.0, 0.0, NotStarted, NotStarted),
        (Amount, AtLeast, 100.0, -5.0, Behind, Behind),
        (Amount, AtLeast, 100.0, 130.0, Done, Done),
        (Amount, AtLeast, 0.0, 0.0, Unquantified, Unquantified),
        (Amount, AtLeast, -10.0, -12.0, Done, Done),
        (Amount, AtLeast, -10.0, -6.0, Ahead, Behind),
        (Amount, AtLeast, -10.0, 3.0, Behind, Behind),
        (Amount, AtLeast, -10.0, 0.0, NotStarted, NotStarted),
        (Amount, AtMost, 100.0, 0.0, Ahead, Done),
        (Amount, AtMost, 100.0, -5.0, Ahead, Done),
        (Amount, AtMost, 100.0, 100.0, Behind, Done),
        (Amount, AtMost, 100.0, 130.0, Behind, Behind),
        (Amount, AtMost, 0.0, 0.0, OnTrack, Done),
        (Amount, AtMost, 0.0, 0.5, Behind, Behind),
        (Amount, AtMost, -10.0, -12.0, Done, Done),
        (Amount, AtMost, -10.0, -9.1, Ahead, Slipping),
        (Amount, AtMost, -10.0, 1.0, Behind, Behind),
        (Amount, About, 100.0, 0.0, NotStarted, NotStarted),
        (Amount, About, 100.0, 94.9, Ahead, Slipping),
        (Amount, About, 100.0, 95.0, Done, Done),
        (Amount, About, 100.0, 130.0, Done, Done),
        (Amount, About, 0.0, 1.0, Unquantified, Unquantified),
        (Level, AtLeast, 100.0, 0.0, NotStarted, NotStarted),
        (Level, AtLeast, 100.0, -5.0, Unquantified, Behind),
        (Level, AtLeast, 100.0, 99.9, Unquantified, Behind),
        (Level, AtLeast, 100.0, 130.0, Done, Done),
        (Level, AtLeast, 0.0, 3.0, Done, Done),
        (Level, AtLeast, -10.0, -3.0, Unquantified, Behind),
        (Level, AtLeast, -10.0, -10.5, OnTrack, Done),
        (Level, AtMost, 100.0, 0.0, OnTrack, Done),
        (Level, AtMost, 100.0, 100.0, OnTrack, Done),
        (Level, AtMost, 100.0, 100.1, Unquantified, Behind),
        (Level, AtMost, 0.0, 0.0, OnTrack, Done),
        (Level, AtMost, -10.0, -10.0, OnTrack, Done),
        (Level, About, 100.0, 95.0, Done, Done),
        (Level, About, 100.0, 94.9, Unquantified, Behind),
        (Level, About, 100.0, 130.0, Done, Done),
        (Rate, AtLeast, 3.0, 0.0, Behind, Behind),
        (Rate, AtLeast, 0.5, 0.0, Slipping, Slipping),
        (Rate, AtLeast, 0.0, 0.0, OnTrack, Done),
        (Rate, AtLeast, 0.0, -1.0, Slipping, Slipping),
        (Rate, AtLeast, 0.0, -1.1, Behind, Behind),
        (Rate, AtLeast, -2.0, -2.0, OnTrack, Done),
        (Rate, AtLeast, -2.0, -2.1, OnTrack, Done),
        (Rate, AtLeast, -2.0, -1.0, Slipping, Slipping),
        (Rate, AtLeast, -2.0, 3.0, Behind, Behind),
        (Rate, AtLeast, 3.0, 30.0, OnTrack, Done),
        (Rate, AtMost, 3.0, 0.0, OnTrack, Done),
        (Rate, AtMost, 3.0, 3.0, OnTrack, Done),
        (Rate, AtMost, 3.0, 4.0, Slipping, Slipping),
        (Rate, AtMost, 3.0, 4.1, Behind, Behind),
        (Rate, AtMost, -3.0, -3.5, OnTrack, Done),
        (Rate, AtMost, -3.0, -2.5, Slipping, Slipping),
        (Rate, About, 20.0, 19.0, OnTrack, Done),
        (Rate, About, 20.0, 18.9, Behind, Behind),
        (Rate, About, 20.0, 25.0, OnTrack, Done),
        (Rate, About, 0.0, 0.0, OnTrack, Done),
        (Rate, About, 0.0, -0.1, Slipping, Slipping),
    ];
    for case in table {
        let (kind, compare, target, actual, midyear, year_end) = *case;
        for (as_of, expected) in [(MIDYEAR, midyear), (YEAR_END, year_end)] {
            let indicator = Indicator {
                compare,
                ..figures(kind, target, actual)
            };
            let verdict = on(Some(as_of), vec![indicator]);
            assert_eq!(verdict.computed, expected, "{case:?} on {as_of}");
        }
    }
}

#[test]
fn a_ratio_that_the_department_printed_is_held_against_the_line() {
    let printed = |kind, compare, reported| Indicator {
        compare,
        reported: Some(reported),
        ..Indicator::new("m", kind)
    };
    for kind in [Kind::Amount, Kind::Level] {
        check(printed(kind, Compare::AtLeast, 0.0), NotStarted);
        check(printed(kind, Compare::AtLeast, 49.9), Slipping);
        check(printed(kind, Compare::AtLeast, 50.0), OnTrack);
        check(printed(kind, Compare::AtLeast, 100.0), OnTrack);
        check(printed(kind, Compare::About, 95.0), OnTrack);
        check(printed(kind, Compare::AtMost, 100.0), OnTrack);
    }
    let rate = check(printed(Kind::Rate, Compare::AtLeast, 90.0), Unquantified);
    assert_eq!(rate, Reason::NoFigure, "a rate is no share of work");
    let begun = Indicator {
        underway: Some(3.0),
        ..printed(Kind::Amount, Compare::AtLeast, 0.0)
    };
    check(begun, Behind);
    let both = Indicator {
        reported: Some(100.0),
        ..figures(Kind::Amount, 100.0, 30.0)
    };
    check(both, Behind);
}

#[test]
fn what_is_only_under_way_has_no_figure_whatever_the_kind() {
    for (kind, compare) in [
        (Kind::Amount, Compare::AtLeast),
        (Kind::Amount, Compare::AtMost),
        (Kind::Level, Compare::AtMost),
        (Kind::Rate, Compare::About),
    ] {
        let begun = Indicator {
            actual: None,
            compare,
            underway: Some(7.0),
            ..figures(kind, 10.0, 0.0)
        };
        assert_eq!(check(begun, Unquantified), Reason::OnlyUnderway(7.0));
    }
    let none_begun = Indicator {
        underway: Some(0.0),
        ..figures(Kind::Amount, 10.0, 0.0)
    };
    assert_eq!(check(none_begun, NotStarted), Reason::NothingBegun);
}

#[test]
fn a_baseline_is_for_levels_and_may_lie_above_the_target() {
    let from = |kind, compare, actual| Indicator {
        baseline: Some(35.0),
        compare,
        ..figures(kind, 30.0, actual)
    };
    for (actual, midyear, year_end) in [
        (35.0, NotStarted, NotStarted),
        (36.0, Behind, Behind),
        (33.0, Behind, Behind),
        (32.5, OnTrack, Behind),
        (30.0, Ahead, Done),
        (29.0, Ahead, Done),
    ] {
        let level = || vec![from(Kind::Level, Compare::AtMost, actual)];
        assert_eq!(on(Some(MIDYEAR), level()).computed, midyear, "{actual}");
        assert_eq!(on(Some(YEAR_END), level()).computed, year_end, "{actual}");
    }
    let flat = Indicator {
        target: Some(35.0),
        ..from(Kind::Level, Compare::AtLeast, 35.0)
    };
    assert_eq!(check(flat, Unquantified), Reason::NoScale);
    // An amount accumulates from zero, and its ceiling is one whatever stood before.
    check(from(Kind::Amount, Compare::AtMost, 12.0), Ahead);
    check(from(Kind::Amount, Compare::AtLeast, 35.0), Done);
    let half = Indicator {
        target: Some(70.0),
        ..from(Kind::Amount, Compare::AtLeast, 35.0)
    };
    check(half, OnTrack);
    let none = Indicator {
        target: Some(70.0),
        ..from(Kind::Amount, Compare::AtLeast, 0.0)
    };
    check(none, NotStarted);
}

#[test]
fn stages_at_their_ends() {
    let at = |stages: &[&str], stage: Option<&str>| Indicator {
        stages: stages.iter().map(|&stage| stage.to_owned()).collect(),
        stage: stage.map(str::to_owned),
        ..Indicator::new("m", Kind::Stage)
    };
    let three = ["遴选", "公示", "认定"];
    let reason = |reached, stages, overdue| Reason::Stage {
        reached,
        stages,
        overdue,
    };
    for (stage, expected, reached) in [("", NotStarted, 0), ("遴选", OnTrack, 1), ("认定", Done, 3)]
    {
        for as_of in [None, Some(MIDYEAR), Some(YEAR_END)] {
            let verdict = on(as_of, vec![at(&three, Some(stage))]);
            let overdue = as_of == Some(YEAR_END) && reached < 3;
            assert_eq!(verdict.computed, expected, "{stage}");
            let said = verdict.deciding().map(|judged| judged.reason.clone());
            assert_eq!(said, Some(reason(reached, 3, overdue)));
        }
    }
    check(at(&["认定"], Some("认定")), Done);
    assert_eq!(check(at(&three, None), Unquantified), Reason::NoFigure);
}

#[test]
fn tolerances_of_nothing_and_of_everything() {
    let with = |rules, indicator| {
        let mut ledger = ledger();
        ledger.rules = rules;
        judge(&ledger, &item(vec![indicator])).computed
    };
    let rules = |points| Rules {
        ahead: points,
        late: points,
        about: points,
    };
    let amount = |actual| figures(Kind::Amount, 100.0, actual);
    for (points, actual, expected) in [
        (0.0, 50.0, Ahead),
        (0.0, 49.9, Behind),
        (100.0, 99.9, OnTrack),
        (100.0, 49.9, Slipping),
        (100.0, 0.1, Slipping),
        (100.0, -50.0, Behind),
        (100.0, 0.0, NotStarted),
    ] {
        assert_eq!(
            with(rules(points), amount(actual)),
            expected,
            "{points} {actual}"
        );
    }
    let about = |kind, actual| Indicator {
        compare: Compare::About,
        ..figures(kind, 100.0, actual)
    };
    for (points, kind, actual, expected) in [
        (0.0, Kind::Amount, 99.9, Ahead),
        (0.0, Kind::Amount, 100.0, Done),
        (0.0, Kind::Rate, 99.9, Slipping),
        (100.0, Kind::Amount, 0.1, Done),
        (100.0, Kind::Rate, 0.0, OnTrack),
        (100.0, Kind::Rate, -0.1, Behind),
        // Nothing begun is never done, whatever is accepted.
        (100.0, Kind::Amount, 0.0, NotStarted),
    ] {
        assert_eq!(
            with(rules(points), about(kind, actual)),
            expected,
            "{points} {actual}"
        );
    }
}

#[test]
fn an_items_own_dates_make_its_own_line() {
    let dated = |start: Option<Date>, due: Option<Date>, actual| {
        let mut promise = item(vec![figures(Kind::Amount, 100.0, actual)]);
        (promise.start, promise.due) = (start, due);
        judge(&ledger(), &promise).computed
    };
    let (may, july) = (date(2025, 5, 1), date(2025, 7, 1));
    let table = [
        // It begins tomorrow: nothing is asked of it yet.
        (Some(july), None, 0.0, NotStarted),
        (Some(july), None, 1.0, OnTrack),
        (Some(july), None, 5.0, Ahead),
        (Some(july), None, 100.0, Done),
        // Two months of eight are over.
        (Some(may), None, 25.0, OnTrack),
        (Some(may), None, 15.0, Behind),
        // The last day has come, or has passed.
        (None, Some(MIDYEAR), 95.0, Slipping),
        (None, Some(date(2025, 3, 31)), 90.0, Behind),
        (None, Some(date(2025, 3, 31)), 100.0, Done),
        (Some(MIDYEAR), Some(MIDYEAR), 50.0, Behind),
        // No line is honest where the end lies before the beginning.
        (Some(july), Some(may), 50.0, Unquantified),
        (Some(july), Some(may), 100.0, Done),
        (Some(july), Some(may), 0.0, NotStarted),
    ];
    for (start, due, actual, expected) in table {
        assert_eq!(
            dated(start, due, actual),
            expected,
            "{start:?} {due:?} {actual}"
        );
    }
}

#[test]
fn without_a_date_only_what_needs_no_line_is_judged() {
    let undated = |compare, kind, actual| {
        let indicator = Indicator {
            compare,
            ..figures(kind, 100.0, actual)
        };
        on(None, vec![indicator]).computed
    };
    for (compare, kind, actual, expected) in [
        (Compare::AtMost, Kind::Amount, 50.0, Unquantified),
        (Compare::AtMost, Kind::Amount, 101.0, Behind),
        (Compare::AtMost, Kind::Level, 50.0, OnTrack),
        (Compare::AtLeast, Kind::Level, 50.0, Unquantified),
        (Compare::About, Kind::Amount, 95.0, Done),
        (Compare::AtLeast, Kind::Rate, 100.0, OnTrack),
        (Compare::AtLeast, Kind::Rate, 99.0, Slipping),
    ] {
        assert_eq!(
            undated(compare, kind, actual),
            expected,
            "{compare:?} {kind:?} {actual}"
        );
    }
}

#[test]
fn an_item_of_which_something_has_moved_is_behind_not_unstarted() {
    let unstarted = || figures(Kind::Amount, 10.0, 0.0);
    let missing = || Indicator {
        actual: None,
        ..unstarted()
    };
    let only_begun = || Indicator {
        underway: Some(4.0),
        ..missing()
    };
    let none_begun = || Indicator {
        underway: Some(0.0),
        ..missing()
    };
    let rate = || figures(Kind::Rate, 10.0, 0.0);
    let half = || figures(Kind::Amount, 10.0, 5.0);
    for (as_of, other, expected) in [
        (Some(MIDYEAR), missing(), NotStarted),
        (Some(MIDYEAR), none_begun(), NotStarted),
        (Some(MIDYEAR), unstarted(), NotStarted),
        (Some(MIDYEAR), only_begun(), Behind),
        (Some(MIDYEAR), rate(), Behind),
        (None, half(), Behind),
    ] {
        for pair in [
            vec![unstarted(), other.clone()],
            vec![other.clone(), unstarted()],
        ] {
            let verdict = on(as_of, pair);
            assert_eq!(verdict.computed, expected, "{other:?}");
            assert_eq!(verdict.partly_started, expected == Behind);
            assert_eq!(
                verdict.deciding().map(|judged| &judged.reason),
                Some(&Reason::NothingBegun)
            );
        }
    }
}

#[test]
fn a_ceiling_of_nothing_is_explained_with_its_numbers() {
    let allowed = |target, actual| Indicator {
        compare: Compare::AtMost,
        ..figures(Kind::Amount, target, actual)
    };
    let (target, actual) = (0.0, 0.0);
    let kept = check(allowed(target, actual), OnTrack);
    assert_eq!(kept, Reason::TargetMet { actual, target });
    let actual = 2.0;
    let broken = check(allowed(target, actual), Behind);
    assert_eq!(broken, Reason::CeilingBroken { actual, target });
}
