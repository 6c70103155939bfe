//! Levels without a baseline: met, or not yet, and never a time line.

use jiff::civil::date;

use super::{figures, item, ledger};
use crate::ledger::Compare::{About, AtLeast, AtMost};
use crate::ledger::{
    Compare, Gap, Indicator, Kind, Reason,
    Status::{self, Behind, Done, OnTrack, Unquantified},
    Verdict, judge,
};

fn judged(title: &str, indicator: Indicator, is_due: bool) -> Verdict {
    let mut ledger = ledger();
    if is_due {
        ledger.heading.as_of = Some(date(2025, 12, 31));
    }
    let mut promise = item(vec![indicator]);
    title.clone_into(&mut promise.title);
    judge(&ledger, &promise)
}

fn level(compare: Compare, target: f64, actual: f64, unit: &str) -> Indicator {
    Indicator {
        compare,
        unit: unit.to_owned(),
        ..figures(Kind::Level, target, actual)
    }
}

/// Title, comparison, target, actual, and the status at midyear and at the end of the year.
type Case = (&'static str, Compare, f64, f64, Status, Status);

const CASES: &[Case] = &[
    (
        "空气质量优良天数比率达到85%以上。",
        AtLeast,
        85.0,
        68.2,
        Unquantified,
        Behind,
    ),
    (
        "空气质量优良天数比率达到85%以上。",
        AtLeast,
        85.0,
        85.0,
        Done,
        Done,
    ),
    (
        "科技型企业达到1.5万家。",
        AtLeast,
        1.5,
        1.28,
        Unquantified,
        Behind,
    ),
    (
        "森林覆盖率达到45%。",
        AtLeast,
        45.0,
        44.1,
        Unquantified,
        Behind,
    ),
    (
        "城镇登记失业率控制在4.5%以内。",
        AtMost,
        4.5,
        3.31,
        OnTrack,
        Done,
    ),
    (
        "城镇调查失业率不高于5.5%。",
        AtMost,
        5.5,
        6.1,
        Behind,
        Behind,
    ),
    (
        "Keep households in temporary accommodation at no more than 45.",
        AtMost,
        45.0,
        68.0,
        Behind,
        Behind,
    ),
    (
        "PM2.5平均浓度降至32微克以下。",
        AtMost,
        32.0,
        40.0,
        Unquantified,
        Behind,
    ),
    (
        "办理时限压缩至3个工作日内。",
        AtMost,
        3.0,
        3.0,
        OnTrack,
        Done,
    ),
    ("空置率5%。", AtMost, 5.0, 6.0, Unquantified, Behind),
    (
        "粮食产量稳定在100万吨左右。",
        About,
        100.0,
        95.0,
        Done,
        Done,
    ),
    (
        "粮食产量稳定在100万吨左右。",
        About,
        100.0,
        94.9,
        Unquantified,
        Behind,
    ),
    (
        "粮食产量稳定在100万吨左右。",
        About,
        100.0,
        120.0,
        Done,
        Done,
    ),
];

#[test]
fn a_level_is_met_or_not_whatever_the_time() {
    for case in CASES {
        let (title, compare, target, actual, midyear, year_end) = *case;
        for (is_due, expected) in [(false, midyear), (true, year_end)] {
            let verdict = judged(title, level(compare, target, actual, "%"), is_due);
            assert_eq!(verdict.computed, expected, "{case:?} {is_due}");
            let gap = (expected == Unquantified).then_some(Gap::NoBaseline);
            assert_eq!(verdict.gap(), gap, "{case:?}");
            assert_eq!(verdict.completion(), None, "no share of work can be told");
        }
    }
}

#[test]
fn with_a_baseline_it_has_a_time_line_again() {
    let indicator = Indicator {
        baseline: Some(80.0),
        ..level(Compare::AtLeast, 85.0, 82.0, "%")
    };
    let verdict = judged("优良天数比率达到85%以上。", indicator, false);
    assert_eq!(
        (verdict.computed, verdict.completion()),
        (Status::Behind, Some(40.0))
    );
    assert!(matches!(
        verdict.deciding().map(|it| &it.reason),
        Some(Reason::AgainstLine { .. })
    ));
}
