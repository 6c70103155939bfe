//! The numbers of a text: in digits of either width, or in Chinese numerals.

use std::ops::Range;

/// A number and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Its value.
    pub value: f64,
    /// Whether it is written in Chinese numerals, which are words as often as numbers.
    pub is_spelled: bool,
    /// Whether it is said to be a percentage: 百分之三十.
    pub is_share: bool,
}

/// The number that begins at a byte of a text.
pub fn number_at(text: &str, start: usize) -> Option<Number> {
    let rest = text.get(start..)?;
    let behind = rest.strip_prefix(SHARE_OF_HUNDRED);
    let number = in_digits(behind.unwrap_or(rest)).or_else(|| spelled(behind.unwrap_or(rest)))?;
    let lead_bytes = behind.map_or(0, |_| SHARE_OF_HUNDRED.len());
    Some(Number {
        bytes: start..start + lead_bytes + number.bytes.end,
        is_share: behind.is_some(),
        ..number
    })
}

/// What is said before a percentage where no sign stands behind it.
const SHARE_OF_HUNDRED: &str = "百分之";

/// The ASCII digit that a digit of either width stands for.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn in_digits(rest: &str) -> Option<Number> {
    let mut digits = String::new();
    let mut end = 0;
    let mut has_point = false;
    for (at, c) in rest.char_indices() {
        let behind = rest.get(at + c.len_utf8()..).unwrap_or_default();
        match digit(c) {
            Some(digit) => digits.push(digit),
            None if matches!(c, '.' | '．') && !has_point && begins_with_digit(behind) => {
                has_point = true;
                digits.push('.');
            }
            None if c == ',' && !has_point && begins_group(behind) => {}
            None => break,
        }
        if digits.starts_with('.') {
            return None;
        }
        end = at + c.len_utf8();
    }
    let value = digits.parse().ok().filter(|_| end > 0)?;
    Some(Number {
        bytes: 0..end,
        value,
        is_spelled: false,
        is_share: false,
    })
}

fn begins_with_digit(text: &str) -> bool {
    text.chars().next().and_then(digit).is_some()
}

/// Three digits and no fourth: what stands behind the comma of `1,322`.
fn begins_group(text: &str) -> bool {
    text.chars().map_while(digit).take(4).count() == 3
}

/// The most numerals of a number; more are a list of them.
const SPELLED_CHARS: usize = 16;

fn spelled(rest: &str) -> Option<Number> {
    let numerals = rest.chars().take_while(|&c| weight(c).is_some());
    let numerals: Vec<char> = numerals.take(SPELLED_CHARS + 1).collect();
    if numerals.len() > SPELLED_CHARS {
        return None;
    }
    let first = *numerals.first()?;
    // 一个 is an article, 万 and 百 alone begin words.
    let is_number = matches!(weight(first)?, Weight::Digit(_) | Weight::Times(10));
    if !is_number || numerals == ['一'] {
        return None;
    }
    Some(Number {
        bytes: 0..numerals.iter().map(|c| c.len_utf8()).sum(),
        value: value_of(&numerals)?,
        is_spelled: true,
        is_share: false,
    })
}

/// What a numeral adds to a number.
#[derive(Clone, Copy)]
enum Weight {
    Digit(u32),
    Times(u32),
}

/// Whether a character is a Chinese numeral.
pub fn is_numeral(c: char) -> bool {
    weight(c).is_some()
}

fn weight(c: char) -> Option<Weight> {
    let digit = match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => return Some(Weight::Times(10)),
        '百' => return Some(Weight::Times(100)),
        '千' => return Some(Weight::Times(1_000)),
        _ => return None,
    };
    Some(Weight::Digit(digit))
}

/// The value of numerals below 10,000; `None` for two digits side by side (三五个), which are vague.
fn value_of(numerals: &[char]) -> Option<f64> {
    let (mut sum, mut digit) = (0, None);
    for &numeral in numerals {
        match weight(numeral)? {
            Weight::Digit(0) => {}
            Weight::Digit(next) if digit.is_none() => digit = Some(next),
            Weight::Digit(_) => return None,
            Weight::Times(by) => sum += digit.take().unwrap_or(1) * by,
        }
    }
    Some(f64::from(sum + digit.unwrap_or(0)))
}
