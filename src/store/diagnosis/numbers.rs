//! Numbers as people write them: `2,450`, `２４５０`, `2450亿元`, `.5`.

use crate::ledger::SyntaxSlip;
use crate::store::diagnosis::signs::halved;

/// Words and signs that say how a number is to be compared.
const COMPARING: [&str; 20] = [
    ">=",
    "<=",
    "≥",
    "≤",
    ">",
    "<",
    "~",
    "≈",
    "±",
    "约",
    "近",
    "超",
    "超过",
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "大于",
    "小于",
    "达到",
];

/// Words of the same kind behind a number.
const COMPARING_BEHIND: [&str; 8] = ["以上", "以下", "以内", "左右", "上下", "多", "余", "起"];

/// Characters that number words are made of.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两廿卅半壹贰叁肆伍陆柒捌玖拾佰仟";

/// The slip in a value that is a number of some kind. `is_expected` where its key holds a number: then less has to look
/// so.
pub fn slip(value: &str, is_expected: bool) -> Option<SyntaxSlip> {
    let half = halved(value);
    let half = half.trim();
    if half.chars().all(|c| NUMERALS.contains(c)) {
        let text = value.to_owned();
        return is_expected.then_some(SyntaxSlip::NumberInWords { text });
    }
    // The longest word first: `超过` before `超`.
    let word = COMPARING.iter().filter(|word| half.starts_with(**word));
    if let Some(word) = word.max_by_key(|word| word.len()) {
        let number = half.get(word.len()..)?.trim();
        return begins_as_number(number).then(|| SyntaxSlip::CompareAtNumber {
            number: number.to_owned(),
            word: (*word).to_owned(),
        });
    }
    if half.starts_with(['¥', '￥', '$', '€']) {
        let unit: String = half.chars().take(1).collect();
        let number = half.get(unit.len()..)?.trim().to_owned();
        return Some(SyntaxSlip::UnitAtNumber { number, unit });
    }
    if !begins_as_number(half) {
        return None;
    }
    let mut end = half
        .find(|c: char| {
            !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',' | '_' | '\'' | '’' | ' '))
        })
        .unwrap_or(half.len());
    // A whole exponent belongs to the number.
    let behind = half.get(end..)?;
    if let Some(exponent) = behind.strip_prefix(['e', 'E']) {
        let digits = exponent.trim_start_matches(['+', '-']);
        let others = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        if others.len() < digits.len() {
            end += behind.len() - others.len();
        }
    }
    let (number, rest) = half.split_at_checked(end)?;
    let number = number.trim_end();
    if rest.is_empty() {
        let other = is_expected.then(|| SyntaxSlip::NotANumber {
            text: value.to_owned(),
        });
        return plain(value, number, is_expected).or(other);
    }
    if matches!(rest, "e" | "E" | "e+" | "e-" | "E+" | "E-") {
        return Some(SyntaxSlip::HalfExponent);
    }
    if rest.starts_with(['/', '~', '至', '—', '∶', ':']) {
        let is_number = rest.chars().skip(1).any(|c| c.is_ascii_digit());
        return is_number.then_some(SyntaxSlip::TwoNumbers);
    }
    let fixed = match plain(number, number, true) {
        Some(
            SyntaxSlip::GroupedDigits { fixed: Some(fixed) }
            | SyntaxSlip::LeadingDot { fixed }
            | SyntaxSlip::TrailingDot { fixed },
        ) => fixed,
        _ => number.to_owned(),
    };
    let rest = rest.trim();
    let unit = rest.trim_matches(['(', ')', ' ']);
    let word = COMPARING_BEHIND.iter().find(|word| unit.ends_with(**word));
    if let Some(word) = word {
        return Some(SyntaxSlip::CompareAtNumber {
            number: fixed,
            word: (*word).to_owned(),
        });
    }
    let is_unit = unit
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || "%‰°℃㎡¥$".contains(c));
    Some(if is_unit {
        SyntaxSlip::UnitAtNumber {
            number: fixed,
            unit: unit.to_owned(),
        }
    } else {
        SyntaxSlip::BehindNumber {
            number: fixed,
            text: rest.to_owned(),
        }
    })
}

fn begins_as_number(half: &str) -> bool {
    let digits = half.trim_start_matches(['+', '-', '.', ' ']);
    digits.starts_with(|c: char| c.is_ascii_digit())
}

/// The slip in digits, signs and points; `value` as the file has them.
fn plain(value: &str, half: &str, is_expected: bool) -> Option<SyntaxSlip> {
    let (sign, digits) = match half.split_at_checked(1) {
        Some((sign @ ("+" | "-"), digits)) => (sign, digits.trim_start()),
        _ => ("", half),
    };
    let sign = if sign == "-" { "-" } else { "" };
    let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if fraction.is_some_and(|it| it.contains('.')) {
        return None;
    }
    match fraction {
        Some(fraction) if whole.is_empty() && is_digits(fraction) => {
            let fixed = format!("{sign}0.{fraction}");
            return Some(SyntaxSlip::LeadingDot { fixed });
        }
        Some("") if is_digits(whole) => {
            let fixed = format!("{sign}{whole}");
            return Some(SyntaxSlip::TrailingDot { fixed });
        }
        Some(fraction) if !is_digits(fraction) => return None,
        _ => {}
    }
    let tail = fraction.map_or(String::new(), |it| format!(".{it}"));
    if is_digits(whole) {
        let unpadded = whole.trim_start_matches('0');
        if whole.len() > 1 && whole.starts_with('0') {
            let unpadded = if unpadded.is_empty() { "0" } else { unpadded };
            let fixed = format!("{sign}{unpadded}{tail}");
            return Some(SyntaxSlip::LeadingZeros { fixed });
        }
        let fixed = format!("{sign}{whole}{tail}");
        return Some(if value.trim_start_matches('+') == fixed {
            SyntaxSlip::NumberTooLarge
        } else {
            SyntaxSlip::FullWidthDigits { fixed }
        });
    }
    let groups: Vec<&str> = whole.split([',', '\'', '’', ' ', '_']).collect();
    if groups.len() > 1 && groups.iter().all(|group| is_digits(group)) {
        let is_clear = groups.iter().skip(1).all(|group| group.len() == 3);
        let fixed = is_clear.then(|| format!("{sign}{}{tail}", groups.concat()));
        return Some(SyntaxSlip::GroupedDigits { fixed });
    }
    let parts: Vec<&str> = whole.split('-').collect();
    let is_range = parts.len() > 1 && parts.iter().all(|part| is_digits(part.trim()));
    (is_range && is_expected).then_some(SyntaxSlip::TwoNumbers)
}
