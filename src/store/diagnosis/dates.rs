//! Days as people write them: `2025-6-30`, `2025/6/30`, `2025年6月30日`.

use jiff::civil::Date;

use crate::ledger::SyntaxSlip;
use crate::store::diagnosis::signs::half;

/// The slip in a value that is a day of some kind. `is_expected` where its key holds a day: then less has to look so.
pub fn slip(value: &str, is_expected: bool) -> Option<SyntaxSlip> {
    let Parts { numbers, tail } = Parts::of(value)?;
    // A time of day behind it changes nothing about the day.
    let is_day = tail.is_empty() || tail.starts_with(['T', 't', ' ']);
    match &*numbers {
        [year, month, day] if is_day && is_year(year) => {
            let slip = of_day(value, year, month, day)?;
            // `2450.00.1` is no day where nobody wants one.
            let is_form = matches!(slip, SyntaxSlip::DateForm { .. });
            (is_expected || is_form).then_some(slip)
        }
        [_, _, _] | [_, _] | [_] if is_expected && is_day => Some(SyntaxSlip::DateIncomplete),
        [year, _] if year.len() == 4 && value.contains('年') && is_day => {
            Some(SyntaxSlip::DateIncomplete)
        }
        _ => None,
    }
}

fn is_year(year: &str) -> bool {
    matches!(year.len(), 2 | 4)
}

fn of_day(value: &str, year: &str, month: &str, day: &str) -> Option<SyntaxSlip> {
    let century = if year.len() == 2 { "20" } else { "" };
    let year: i16 = format!("{century}{year}").parse().ok()?;
    let number: i8 = month.parse().ok()?;
    let Ok(first) = Date::new(year, number, 1) else {
        let month = month.to_owned();
        return Some(SyntaxSlip::NoSuchMonth { month });
    };
    let last = first.days_in_month();
    let day: i8 = day.parse().ok()?;
    if !(1..=last).contains(&day) {
        return Some(SyntaxSlip::NoSuchDay {
            month: number,
            last,
        });
    }
    let fixed = format!("{year:04}-{number:02}-{day:02}");
    (fixed != value).then_some(SyntaxSlip::DateForm { fixed })
}

/// The numbers of a day, and what stands behind them.
struct Parts {
    numbers: Vec<String>,
    tail: String,
}

impl Parts {
    /// Up to three numbers of up to four digits, parted by a sign that parts days.
    fn of(value: &str) -> Option<Self> {
        let chars: Vec<char> = value.chars().map(half).collect();
        let mut rest = &*chars;
        let mut numbers = Vec::new();
        while numbers.len() < 3 {
            let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
            if !(1..=4).contains(&digits) {
                break;
            }
            let (number, behind) = rest.split_at_checked(digits)?;
            numbers.push(number.iter().collect());
            rest = behind;
            if let Some([' ', '-' | '/' | '.' | '年' | '月' | '日' | '号']) = rest.get(..2) {
                rest = rest.get(1..).unwrap_or_default();
            }
            match rest.first() {
                Some('-' | '/' | '.' | '年' | '月' | '日' | '号') => {
                    rest = rest.get(1..).unwrap_or_default();
                }
                _ => break,
            }
            if rest.first() == Some(&' ') && numbers.len() < 3 {
                rest = rest.get(1..).unwrap_or_default();
            }
        }
        let has_sign = chars
            .iter()
            .any(|c| matches!(c, '-' | '/' | '.' | '年' | '月' | '日' | '号'));
        let tail: String = rest.iter().collect();
        (!numbers.is_empty() && has_sign).then_some(Self { numbers, tail })
    }
}
