//! Heads of tables, `[[item]]`, as people write them who do not.

use crate::ledger::SyntaxSlip;
use crate::store::diagnosis::signs::{cleaned, half, is_blank, unseen};
use crate::store::diagnosis::statements::{is_bare_key, is_key_char};
use crate::store::diagnosis::{Slip, signs};
use crate::store::schema::{FILE, Near, TABLES, near};
use toml::de::DeTable;

/// What is wrong with a head that the parser refused.
pub fn slip(said: &str) -> Option<Slip> {
    if let Some(slip) = signs::control(said) {
        return Some(slip);
    }
    if DeTable::parse(&cleaned(said)).is_ok() {
        return unseen(said);
    }
    let line = said.trim_end();
    let fixed = fixed(line);
    let of_width = |(at, c): (usize, char)| (half(c) != c).then_some(at);
    let name_end = line
        .rfind([']', '】', '］', '〕', '〗'])
        .unwrap_or(line.len());
    let head = line.get(..name_end).unwrap_or(line);
    let is_bracket = |c: &char| matches!(half(*c), '[' | ']');
    let wide = line
        .char_indices()
        .find(|(_, c)| half(*c) != *c && is_bracket(c));
    if let Some(at) = wide.and_then(of_width) {
        return Some(Slip::new(at, SyntaxSlip::FullWidthBrackets { fixed }));
    }
    let opens = line.len() - line.trim_start_matches('[').len();
    let behind_opens = line.get(opens..).unwrap_or_default();
    let name_len = behind_opens.find([']', '#']).unwrap_or(behind_opens.len());
    let name = behind_opens.get(..name_len).unwrap_or_default();
    let closing = behind_opens.get(name_len..).unwrap_or_default();
    let closes = closing.len() - closing.trim_start_matches(']').len();
    let behind = closing.get(closes..).unwrap_or_default();
    let uneven = |at: usize| {
        let fixed = fixed.clone();
        Some(Slip::new(at, SyntaxSlip::UnevenBrackets { fixed }))
    };
    if opens == 0 || (closes == 0 && name.contains('=')) {
        return uneven(0);
    }
    let name_start = opens + (name.len() - name.trim_start_matches(is_blank).len());
    if name.trim_start_matches(is_blank).starts_with('[')
        || behind.trim_start_matches(is_blank).starts_with(']')
    {
        return uneven(if name.contains('[') {
            opens
        } else {
            opens + name_len + closes
        });
    }
    if opens > 2 {
        return uneven(2);
    }
    match closes.cmp(&opens) {
        std::cmp::Ordering::Greater if opens == 1 => return uneven(0),
        std::cmp::Ordering::Greater => return uneven(opens + name_len + opens),
        std::cmp::Ordering::Less if closes == 0 => {
            return uneven(opens + name.trim_end().len());
        }
        std::cmp::Ordering::Less => return uneven(opens + name_len + closes),
        std::cmp::Ordering::Equal => {}
    }
    let name = name.trim_matches(is_blank);
    if !is_bare_key(name) {
        let odd = head.char_indices().skip_while(|(at, _)| *at < name_start);
        let odd = odd.into_iter().find(|(_, c)| !is_key_char(*c) && *c != '.');
        let near = nearest(name);
        let at = odd.map_or(name_start, |(at, _)| at);
        let name = name.to_owned();
        let at = if name.is_ascii() { at } else { name_start };
        return Some(Slip::new(at, SyntaxSlip::BadTableName { name, near }));
    }
    let behind_at = line.len() - behind.trim_start_matches(is_blank).len();
    let mark = behind.trim_matches(is_blank);
    let mut chars = mark.chars();
    match (chars.next(), chars.next()) {
        (Some(mark @ (',' | '，' | ';' | '；' | '。' | '.' | '、' | ':' | '：')), None) => {
            Some(Slip::new(behind_at, SyntaxSlip::TrailingMark { mark }))
        }
        (Some('/'), Some('/')) => {
            Some(Slip::new(behind_at, SyntaxSlip::CommentSign { sign: "//" }))
        }
        _ => Some(Slip::new(behind_at, SyntaxSlip::BehindTable)),
    }
}

/// The head as it should be, where its name is one that is known.
fn fixed(line: &str) -> Option<String> {
    let name: String = line
        .chars()
        .map(half)
        .filter(|c| is_key_char(*c) || *c == '.')
        .collect();
    let known = TABLES.iter().map(|table| table.header);
    let mut known = known.filter(|header| header.trim_matches(['[', ']']) == name);
    known.next().map(str::to_owned)
}

/// The head of the known table that a name is most like.
fn nearest(name: &str) -> Option<&'static str> {
    let name: String = name.chars().map(half).collect();
    let last = name
        .split(|c: char| c.is_ascii() && !is_key_char(c))
        .next_back()?;
    let of = |table: &'static crate::store::schema::Table| match near(table, last) {
        Near::Key(key) => table.table(key),
        _ => None,
    };
    let table = of(&FILE).or_else(|| of(FILE.table("item")?));
    table.map(|table| table.header)
}
