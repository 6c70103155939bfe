//! The time line (序时进度): which share of the time for a promise has passed.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The months of a promise before and behind the date of the ledger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Months {
    /// Those that have passed.
    pub past: f64,
    /// Those that are left.
    pub left: f64,
}

impl Months {
    /// The share that has passed, in percent from 0 to 100.
    pub fn share(self) -> f64 {
        (self.past / (self.past + self.left) * 100.0).clamp(0.0, 100.0)
    }
}

/// The share of the period `start..=due` that has passed at the end of `as_of`, in percent from 0 to 100.
///
/// Chinese offices count in months, not days (2025-06-30 is exactly 50.0, where days would give 49.6): whole months
/// elapsed since `start`, plus the fraction of the running month, over the months from `start` to `due`. `None` where
/// `due` lies before `start`, for which there is no honest line.
pub fn time_line(start: Date, due: Date, as_of: Date) -> Option<f64> {
    Some(months(start, due, as_of)?.share())
}

/// The months of the period `start..=due` before and behind the end of `as_of`; `None` where `due` lies before `start`.
pub fn months(start: Date, due: Date, as_of: Date) -> Option<Months> {
    if due < start {
        return None;
    }
    // Both ends are counted through the end of their day.
    let whole = months_between(start, due.tomorrow().ok()?)?;
    let past = if as_of < start {
        0.0
    } else {
        months_between(start, as_of.tomorrow().ok()?)?.min(whole)
    };
    Some(Months {
        past,
        left: whole - past,
    })
}

/// Months from `start` to `end` (`start <= end`): whole ones, plus the fraction of the running one in days.
fn months_between(start: Date, end: Date) -> Option<f64> {
    let mut whole = (i32::from(end.year()) - i32::from(start.year())) * 12 + i32::from(end.month())
        - i32::from(start.month());
    if later(start, whole)? > end {
        whole -= 1;
    }
    let running_from = later(start, whole)?;
    let running_to = later(start, whole + 1)?;
    let fraction = days(running_from, end)? / days(running_from, running_to)?;
    Some(f64::from(whole) + fraction)
}

fn later(start: Date, months: i32) -> Option<Date> {
    let span: Span = 0.days().try_months(months).ok()?;
    start.checked_add(span).ok()
}

fn days(from: Date, to: Date) -> Option<f64> {
    Some(f64::from(from.until(to).ok()?.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[track_caller]
    fn check(start: Date, due: Date, as_of: Date, expected: &str) {
        assert_eq!(
            format!("{:.1}", time_line(start, due, as_of).unwrap()),
            expected,
            "{as_of}"
        );
    }

    #[test]
    fn months_not_days() {
        let (first, last) = (date(2025, 1, 1), date(2025, 12, 31));
        check(first, last, date(2025, 6, 30), "50.0");
        check(first, last, date(2025, 11, 30), "91.7");
        check(first, last, date(2025, 9, 30), "75.0");
        check(first, last, date(2025, 1, 31), "8.3");
        check(first, last, date(2025, 2, 14), "12.5");
        check(first, last, date(2025, 12, 31), "100.0");
        assert_eq!(time_line(first, last, date(2025, 6, 30)), Some(50.0));
    }

    #[test]
    fn before_the_start_and_after_the_end() {
        let (first, last) = (date(2025, 4, 1), date(2025, 9, 30));
        check(first, last, date(2025, 3, 31), "0.0");
        check(first, last, date(2025, 6, 30), "50.0");
        check(first, last, date(2026, 1, 1), "100.0");
    }

    #[test]
    fn own_dates_in_the_middle_of_months() {
        check(
            date(2025, 1, 31),
            date(2025, 12, 30),
            date(2025, 2, 27),
            "9.1",
        );
        check(
            date(2024, 2, 29),
            date(2025, 2, 27),
            date(2024, 8, 28),
            "50.0",
        );
        check(
            date(2025, 3, 10),
            date(2025, 3, 10),
            date(2025, 3, 10),
            "100.0",
        );
    }

    #[test]
    fn a_due_date_before_the_start_has_no_line() {
        assert_eq!(
            time_line(date(2025, 5, 1), date(2025, 4, 30), date(2025, 6, 1)),
            None
        );
    }
}
