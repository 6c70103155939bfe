//! Half a promise is never green.

use super::{figures, item, ledger};
use crate::ledger::{Gap, Indicator, Item, Kind, Status, Verdict, judge};

fn judged(actual: f64) -> Verdict {
    let green = Indicator {
        name: "绿色建筑".to_owned(),
        unit: "万平方米".to_owned(),
        ..figures(Kind::Amount, 1000.0, actual)
    };
    let promise = Item {
        title: "新增绿色建筑1000万平方米，新建幼儿园12所。".to_owned(),
        ..item(vec![green])
    };
    judge(&ledger(), &promise)
}

#[test]
fn a_promise_of_which_a_measure_is_missing_is_not_judged_by_the_others() {
    for actual in [1049.53, 600.0, 500.0] {
        let verdict = judged(actual);
        assert_eq!(
            (verdict.computed, verdict.gap()),
            (Status::Unquantified, Some(Gap::NoMeasure))
        );
        let missing: Vec<&str> = verdict.missing.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(missing, ["幼儿园"]);
        assert_eq!(verdict.completion(), None);
    }
}

#[test]
fn it_is_as_late_as_what_is_known_of_it() {
    for (actual, expected) in [
        (0.0, Status::NotStarted),
        (100.0, Status::Behind),
        (450.0, Status::Slipping),
    ] {
        let verdict = judged(actual);
        assert_eq!((verdict.computed, verdict.gap()), (expected, None));
    }
}
