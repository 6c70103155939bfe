//! The required pace of an amount, with no more digits than it takes to see that it is another than so far.

use crate::ledger::{Indicator, Pace};
use crate::words::Words;

/// The most decimals that a pace is printed with.
const MOST_DECIMALS: usize = 9;

/// `此后月均需19.2个，此前0.8个，23倍`
pub fn pace(words: &Words, indicator: &Indicator, pace: Pace) -> String {
    let decimals = decimals(pace);
    let print = |number: f64| format!("{:.decimals$}{}", number + 0.0, indicator.unit);
    let so_far = if pace.so_far == 0.0 {
        "0".to_owned()
    } else {
        print(pace.so_far)
    };
    let times = pace.times().map(times);
    (words.reasons.pace)(&print(pace.needed), &so_far, times.as_deref())
}

/// With the fewest decimals at which both are something, and not the same unless they are.
fn decimals(pace: Pace) -> usize {
    let Pace { needed, so_far } = pace;
    let is_large = needed.abs().min(so_far.abs()) >= 100.0;
    let least = usize::from(!is_large);
    let fits = |decimals: &usize| {
        let decimals = *decimals;
        let print = |number: f64| format!("{number:.decimals$}");
        let is_nothing = |number: f64| {
            let printed = print(number);
            number != 0.0 && !printed.contains(|c: char| matches!(c, '1'..='9'))
        };
        let is_same = (needed - so_far).abs() <= 1e-9 * needed.abs();
        !is_nothing(needed) && !is_nothing(so_far) && (is_same || print(needed) != print(so_far))
    };
    (least..MOST_DECIMALS).find(fits).unwrap_or(MOST_DECIMALS)
}

/// `23`, `3.2`, `1.04`
fn times(times: f64) -> String {
    let fits = |decimals: &usize| {
        let decimals = *decimals;
        let printed = format!("{times:.decimals$}");
        let is_one = printed.trim_end_matches('0').trim_end_matches('.') == "1";
        let is_nothing = !printed.contains(|c: char| matches!(c, '1'..='9'));
        !is_nothing && (!is_one || (times - 1.0).abs() < 1e-9)
    };
    let least = usize::from(times < 9.95);
    let decimals = (least..MOST_DECIMALS).find(fits).unwrap_or(MOST_DECIMALS);
    format!("{times:.decimals$}")
}
