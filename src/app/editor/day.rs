//! A day as people type it. What leaves a doubt is no day; what was understood is shown before it is saved.

use jiff::civil::Date;

use crate::text::fold::half_width;

/// The day that was typed: `2025-08-31`, `2025年8月31日`, `8-31`, `8月31日`, `8月底`. A day without a year is one of
/// `year`; without that it is none.
pub fn day(typed: &str, year: Option<i16>) -> Option<Date> {
    let typed: String = typed.trim().chars().map(half_width).collect();
    if let Some(month) = typed.strip_suffix("月底").or(typed.strip_suffix("月末")) {
        let (year, month) = match month.split_once('年') {
            Some((of_year, month)) => (whole(of_year)?, month),
            None => (year?, month),
        };
        let first = Date::new(in_use(year)?, i8::try_from(whole(month)?).ok()?, 1).ok()?;
        return Some(first.last_of_month());
    }
    if typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = typed.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return of_parts(whole(year)?, whole(month)?, whole(day)?);
    }
    let typed = typed.strip_suffix(['日', '号']).unwrap_or(&typed);
    let parts: Option<Vec<i16>> = typed
        .split(['-', '/', '.', '年', '月'])
        .map(|part| whole(part.trim()))
        .collect();
    match *parts?.as_slice() {
        [month, day] => of_parts(year?, month, day),
        [year, month, day] => of_parts(year, month, day),
        _ => None,
    }
}

fn of_parts(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(in_use(year)?, month, day).ok()
}

/// A year with four digits: of two nobody knows which century they mean.
fn in_use(year: i16) -> Option<i16> {
    (1000..=9999).contains(&year).then_some(year)
}

fn whole(digits: &str) -> Option<i16> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_understood_as_people_type_them() {
        for typed in [
            "2025-08-31",
            "2025-8-31",
            "2025/8/31",
            "2025.8.31",
            "2025年8月31日",
            "２０２５－０８－３１",
            "20250831",
            "8-31",
            "8/31",
            "8.31",
            "8月31日",
            "8月31号",
            "8月31",
            "8月底",
            "8月末",
            "2025年8月底",
            " 8-31 ",
        ] {
            assert_eq!(day(typed, Some(2025)), Some(date(2025, 8, 31)), "{typed}");
        }
        assert_eq!(day("2月底", Some(2024)), Some(date(2024, 2, 29)));
        assert_eq!(day("2024-2-29", None), Some(date(2024, 2, 29)));
    }

    #[test]
    fn what_leaves_a_doubt_is_no_day() {
        for typed in [
            "",
            "8",
            "31",
            "月底",
            "2-30",
            "13-1",
            "8-32",
            "25-8-31",
            "下周",
            "尽快",
            "8--31",
            "-8-31",
            "8-31-",
            "2025-8-31-1",
            "+8-31",
            "99999-1-1",
            "2025083",
            "8月31日前",
        ] {
            assert_eq!(day(typed, Some(2025)), None, "{typed}");
        }
        assert_eq!(day("8-31", None), None);
        assert_eq!(day("8月底", None), None);
    }
}
