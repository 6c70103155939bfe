//! Values without quotes: numbers, days, true and false, and what stands where one of them should.

use toml::de::DeTable;

use crate::ledger::SyntaxSlip;
use crate::ledger::problem::Expected;
use crate::store::diagnosis::signs::is_blank;
use crate::store::diagnosis::statements::{is_bare_key, separator};
use crate::store::diagnosis::{Slip, dates, numbers};

/// Marks that end a sentence or part values elsewhere.
const MARKS: [char; 8] = [',', '，', ';', '；', '。', '、', ':', '：'];

/// Words for what is not known.
const PLACEHOLDERS: &str = "无 暂无 没有 未报 未知 待定 待报 空 缺 略 - -- — —— – － / ／ \\ ? ？ * × null nil none None NULL Null N/A n/a NA na nan NaN TBD tbd undefined ~";

/// Words for true, and for false.
const TRUE: &str = "True TRUE 是 对 已完成 完成 已办 已办结 办结 yes Yes YES y Y 真 √ ✓ ✔ on On";
const FALSE: &str =
    "False FALSE 否 不 不是 未 未完成 未办 未办结 no No NO n N 假 × ✗ ✘ x X off Off";

/// What is wrong with a value without quotes, behind this key; `expected` is what that holds.
pub fn slip(line: &str, key: &str, expected: Option<Expected>) -> Slip {
    let value = without_comment(line).trim_end();
    if value.is_empty() {
        return Slip::new(0, SyntaxSlip::NoValue);
    }
    if let Some((at, sign)) = comment(value) {
        return Slip::new(at, SyntaxSlip::CommentSign { sign });
    }
    if let Some((at, mark)) = trailing_mark(value) {
        return Slip::new(at, SyntaxSlip::TrailingMark { mark });
    }
    if let Some(at) = second_pair(value) {
        return Slip::new(at, SyntaxSlip::TwoInALine);
    }
    let is_text = matches!(expected, Some(Expected::Text | Expected::Texts));
    let slip = if is_text {
        unquoted(value)
    } else {
        of_type(value, key, expected)
    };
    Slip::new(0, slip)
}

/// A text without quotes, or with what takes their place elsewhere.
fn unquoted(value: &str) -> SyntaxSlip {
    // YAML's signs for a text of several lines.
    if matches!(value, "|" | ">" | "|-" | ">-" | "|+") {
        return SyntaxSlip::LineBreak;
    }
    let text = value.replace("&quot;", "");
    let text = text.trim_matches(['"', '\'', '`', '\\', '(', ')', '（', '）']);
    SyntaxSlip::NoQuotes {
        text: text.to_owned(),
    }
}

/// The keys whose numbers have a unit beside them.
const WITH_UNIT: [&str; 4] = ["target", "actual", "underway", "baseline"];

fn of_type(value: &str, key: &str, expected: Option<Expected>) -> SyntaxSlip {
    let text = value.to_owned();
    let is_among = |all: &str| all.split(' ').any(|it| it == value);
    let is_date = expected == Some(Expected::Date);
    if let Some(slip) = dates::slip(value, is_date) {
        return slip;
    }
    let is_number = matches!(expected, Some(Expected::Number | Expected::Whole));
    if is_number || is_date {
        if is_among(PLACEHOLDERS) {
            return SyntaxSlip::Placeholder { text };
        }
        if is_date {
            return SyntaxSlip::NotADate { text };
        }
    }
    if expected == Some(Expected::Truth) || is_among("True TRUE False FALSE") {
        let fixed = is_among(TRUE).then_some(true);
        let fixed = fixed.or_else(|| is_among(FALSE).then_some(false));
        return SyntaxSlip::TruthWord { fixed };
    }
    let is_id = expected == Some(Expected::Id);
    match numbers::slip(value, is_number) {
        Some(
            SyntaxSlip::UnitAtNumber { .. }
            | SyntaxSlip::BehindNumber { .. }
            | SyntaxSlip::TwoNumbers,
        ) if is_id => unquoted(value),
        Some(SyntaxSlip::UnitAtNumber { number, unit }) if !WITH_UNIT.contains(&key) => {
            SyntaxSlip::BehindNumber { number, text: unit }
        }
        Some(slip) => slip,
        None if is_number => SyntaxSlip::NotANumber { text },
        None => unquoted(value),
    }
}

/// What is wrong with what stands behind a whole value, where that is one of the usual things.
pub fn behind(said: &str) -> Option<SyntaxSlip> {
    let said = said.trim_end();
    let first = said.chars().next()?;
    if let Some((_, sign)) = comment(said).filter(|(at, _)| *at == 0) {
        return Some(SyntaxSlip::CommentSign { sign });
    }
    let rest = said.get(first.len_utf8()..)?.trim_start_matches(is_blank);
    if MARKS.contains(&first) && (rest.is_empty() || rest.starts_with('#')) {
        return Some(SyntaxSlip::TrailingMark { mark: first });
    }
    let next = if MARKS.contains(&first) { rest } else { said };
    let key = separator(next).and_then(|(at, _)| next.get(..at));
    let is_key = key.is_some_and(|key| is_bare_key(key.trim_matches(is_blank)));
    is_key.then_some(SyntaxSlip::TwoInALine)
}

/// Whether a value is fine by itself.
pub fn is_value(value: &str) -> bool {
    !value.is_empty() && DeTable::parse(&format!("k = {value}")).is_ok()
}

fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or(line)
}

/// A comment with the sign of another language, behind a value that is fine.
fn comment(value: &str) -> Option<(usize, &'static str)> {
    let signs = ["//", "--", "/*", "<!--"];
    let found = signs.into_iter().filter_map(|sign| {
        let at = value.find(sign)?;
        let before = value.get(..at)?.trim_end();
        let is_behind = at == 0 || is_value(before);
        let is_comment = value.len() > at + sign.len();
        (is_behind && is_comment).then_some((at, sign))
    });
    found.min_by_key(|(at, _)| *at)
}

/// Marks behind a value that is fine, and the first of them.
fn trailing_mark(value: &str) -> Option<(usize, char)> {
    let rest = value.trim_end_matches(|c| MARKS.contains(&c) || is_blank(c));
    let mark = value.get(rest.len()..)?.trim_start_matches(is_blank);
    let at = value.len() - mark.len();
    let mark = mark.chars().next()?;
    is_value(rest).then_some((at, mark))
}

/// Where another key begins behind a value.
fn second_pair(value: &str) -> Option<usize> {
    let equals = value.find(['=', '＝'])?;
    let before = value.get(..equals)?.trim_end_matches(is_blank);
    let at = before.rfind(|c| is_blank(c) || MARKS.contains(&c))?;
    let key_at = at + before.get(at..)?.chars().next()?.len_utf8();
    let key = before.get(key_at..)?;
    let first = before
        .get(..at)?
        .trim_end_matches(|c| MARKS.contains(&c) || is_blank(c));
    (is_bare_key(key) && is_value(first)).then_some(key_at)
}
