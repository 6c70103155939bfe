//! The required pace of an amount: what is left by the months that are left, beside what was done by the months past.
//! Plain arithmetic with no tolerance in it.

use crate::ledger::timeline::Months;

/// What an amount needs a month from now on, and what it got a month so far, both in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// What is left of the target, by the months that are left.
    pub needed: f64,
    /// What is done, by the months that have passed.
    pub so_far: f64,
}

impl Pace {
    /// The pace of an amount; `None` where nothing is left, or no time on either side.
    pub fn of(target: f64, actual: f64, months: Months) -> Option<Self> {
        let pace = Self {
            needed: (target - actual) / months.left,
            so_far: actual / months.past,
        };
        let is_told = months.past > 0.0 && months.left > 0.0 && pace.needed != 0.0;
        (is_told && pace.needed.is_finite() && pace.so_far.is_finite()).then_some(pace)
    }

    /// How many times as fast as so far; `None` where nothing was done so far, or the figure went the other way.
    pub fn times(self) -> Option<f64> {
        let times = self.needed / self.so_far;
        (times > 0.0 && times.is_finite()).then_some(times)
    }
}
