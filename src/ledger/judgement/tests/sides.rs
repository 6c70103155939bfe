//! On which side of its target a promise is kept: falls, limits and 左右.

use jiff::civil::date;

use super::{figures, item, ledger};
use crate::ledger::{
    Compare, Indicator, Kind,
    Status::{self, Ahead, Behind, Done, NotStarted, OnTrack, Slipping},
    judge,
};

#[test]
fn about_and_negative_targets_have_the_side_of_their_thing() {
    use Compare::{About, AtLeast, AtMost};
    use Kind::{Amount, Level, Rate};
    let table: &[(&str, Kind, Compare, f64, f64, Status, Status)] = &[
        // A fall that is promised is kept by a deeper one.
        ("能耗", Rate, About, -2.5, -4.1, OnTrack, Done),
        ("能耗", Rate, About, -2.5, -2.4, OnTrack, Done),
        ("能耗", Rate, About, -2.5, -1.6, Slipping, Slipping),
        ("能耗", Rate, About, -2.5, 3.0, Behind, Behind),
        ("能耗", Rate, AtLeast, -2.5, -4.1, OnTrack, Done),
        ("能耗", Rate, AtMost, -2.5, -4.1, OnTrack, Done),
        ("能耗", Rate, AtMost, -2.5, 0.0, Behind, Behind),
        ("产能", Amount, About, -100.0, -96.0, Done, Done),
        ("产能", Amount, AtLeast, -100.0, -30.0, Behind, Behind),
        ("产能", Amount, AtMost, -100.0, -52.0, OnTrack, Behind),
        ("产能", Amount, AtMost, -100.0, 0.0, NotStarted, NotStarted),
        // What should stay low may be lower than 左右.
        ("居民消费价格涨幅", Rate, About, 3.0, 0.8, OnTrack, Done),
        ("居民消费价格涨幅", Rate, About, 3.0, 2.0, OnTrack, Done),
        ("居民消费价格涨幅", Rate, About, 3.0, 3.15, OnTrack, Done),
        (
            "居民消费价格涨幅",
            Rate,
            About,
            3.0,
            3.9,
            Slipping,
            Slipping,
        ),
        ("居民消费价格涨幅", Rate, About, 3.0, 4.6, Behind, Behind),
        ("城镇登记失业率", Level, About, 4.5, 3.2, OnTrack, Done),
        (
            "Consumer price inflation",
            Rate,
            About,
            3.0,
            1.0,
            OnTrack,
            Done,
        ),
        ("生产安全事故", Amount, About, 100.0, 30.0, Ahead, Done),
        ("生产安全事故", Amount, About, 100.0, 104.0, Behind, Done),
        ("生产安全事故", Amount, About, 100.0, 106.0, Behind, Behind),
        // What should grow may grow more.
        ("生产总值增速", Rate, About, 5.5, 5.3, OnTrack, Done),
        ("生产总值增速", Rate, About, 5.5, 5.2, Slipping, Slipping),
        ("生产总值增速", Rate, About, 5.5, 9.0, OnTrack, Done),
        ("研发强度", Rate, About, 3.0, 3.6, OnTrack, Done),
        // Doing away with what should stay low is a work like any other.
        ("化解债务", Amount, About, 100.0, 96.0, Done, Done),
        ("节能降耗减排", Amount, About, 100.0, 30.0, Behind, Behind),
    ];
    for case in table {
        let (name, kind, compare, target, actual, midyear, year_end) = *case;
        for (is_due, expected) in [(false, midyear), (true, year_end)] {
            let mut ledger = ledger();
            if is_due {
                ledger.heading.as_of = Some(date(2025, 12, 31));
            }
            let indicator = Indicator {
                compare,
                name: name.to_owned(),
                ..figures(kind, target, actual)
            };
            let verdict = judge(&ledger, &item(vec![indicator]));
            assert_eq!(verdict.computed, expected, "{case:?} {is_due}");
        }
    }
}

#[test]
fn what_is_mirrored_shows_no_share_that_could_be_taken_for_success() {
    let completion = |kind, compare, target, actual| {
        let indicator = Indicator {
            compare,
            ..figures(kind, target, actual)
        };
        let verdict = judge(&ledger(), &item(vec![indicator]));
        verdict.completion()
    };
    // Of a limit more is worse: it is used, not completed.
    assert_eq!(
        completion(Kind::Amount, Compare::AtMost, 100.0, 130.0),
        None
    );
    assert_eq!(completion(Kind::Level, Compare::AtMost, 5.5, 6.1), None);
    // A fall completes as it goes, and a rise is no part of it.
    assert_eq!(
        completion(Kind::Amount, Compare::AtLeast, -100.0, -60.0),
        Some(60.0)
    );
    assert_eq!(
        completion(Kind::Amount, Compare::AtLeast, -100.0, 20.0),
        Some(-20.0)
    );
}
