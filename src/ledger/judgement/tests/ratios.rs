//! A department's own ratio where nothing stands beside it that it could be computed from.

use jiff::civil::date;

use super::{check, figures, item, ledger};
use crate::ledger::{
    Compare, Indicator, Kind, Reason,
    Status::{Behind, NotStarted, OnTrack, Slipping},
    judge,
};

fn ratio(reported: f64) -> Indicator {
    Indicator {
        actual: None,
        reported: Some(reported),
        ..figures(Kind::Amount, 50.0, 0.0)
    }
}

#[test]
fn it_is_at_most_on_the_line_and_counts_below_it() {
    for (reported, expected) in [
        (0.0, NotStarted),
        (30.0, Behind),
        (45.0, Slipping),
        (50.0, OnTrack),
        (90.0, OnTrack),
        (100.0, OnTrack),
        (313.8, OnTrack),
    ] {
        check(ratio(reported), expected);
        let begun = Indicator {
            underway: Some(6.0),
            ..ratio(reported)
        };
        check(begun, if reported == 0.0 { Behind } else { expected });
        let unknown_plan = Indicator {
            target: None,
            actual: Some(211.92),
            ..ratio(reported)
        };
        // Somebody has done something: it is no zero.
        check(
            unknown_plan,
            if reported == 0.0 { Behind } else { expected },
        );
    }
    assert_eq!(
        check(ratio(100.0), OnTrack),
        Reason::Reported {
            reported: 100.0,
            line: 50.0
        }
    );
    let mut ledger = ledger();
    ledger.heading.as_of = Some(date(2025, 12, 31));
    let at_year_end = |reported| judge(&ledger, &item(vec![ratio(reported)])).computed;
    assert_eq!((at_year_end(100.0), at_year_end(92.0)), (OnTrack, Slipping));
}

#[test]
fn beside_a_result_it_decides_nothing() {
    let both = Indicator {
        actual: Some(15.0),
        ..ratio(100.0)
    };
    check(both, Behind);
    let limit = Indicator {
        compare: Compare::AtMost,
        actual: Some(60.0),
        ..ratio(30.0)
    };
    check(limit, Behind);
}

#[test]
fn a_stage_decides_before_a_ratio_and_a_ratio_where_no_stage_is_told() {
    let staged = |stage: Option<&str>, reported| Indicator {
        stages: ["遴选", "公示", "认定"].map(String::from).to_vec(),
        stage: stage.map(String::from),
        reported: Some(reported),
        ..Indicator::new("procedure", Kind::Stage)
    };
    check(staged(Some("公示"), 10.0), OnTrack);
    check(staged(Some(""), 90.0), NotStarted);
    check(staged(None, 90.0), OnTrack);
    check(staged(None, 20.0), Behind);
}
