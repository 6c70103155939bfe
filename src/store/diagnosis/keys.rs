//! Keys, the sign behind them, and lines that have neither.

use toml::de::DeTable;

use crate::ledger::SyntaxSlip;
use crate::ledger::problem::Expected;
use crate::store::diagnosis::bare;
use crate::store::diagnosis::lists;
use crate::store::diagnosis::signs::{self, cleaned, is_blank, is_curly, unseen};
use crate::store::diagnosis::statements::{closes, is_bare_key, is_key_char, separator, value_at};
use crate::store::diagnosis::structure::Structure;
use crate::store::diagnosis::{Slip, texts};
use crate::store::schema::any_key;

/// The longest run of Han characters that can be meant as a key.
const LONGEST_KEY_CHARS: usize = 12;

/// Signs that other languages begin a comment with.
const COMMENT_SIGNS: [&str; 7] = ["//", "--", "/*", "<!--", ";", "；", "＃"];

/// What is wrong with a key and its value that the parser refused.
pub fn slip(said: &str, is_open: bool, structure: &Structure) -> Option<Slip> {
    if let Some(slip) = signs::control(said) {
        return Some(slip);
    }
    if !is_open && DeTable::parse(&cleaned(said)).is_ok() {
        return unseen(said);
    }
    let line = said.lines().next().unwrap_or_default();
    let sign = COMMENT_SIGNS.into_iter().find(|it| line.starts_with(it));
    if let Some(sign) = sign {
        return Some(Slip::new(0, SyntaxSlip::CommentSign { sign }));
    }
    if line.starts_with("\"\"\"") || line.starts_with("'''") {
        return Some(Slip::new(0, SyntaxSlip::StrayQuotes));
    }
    let Some((at, sign)) = separator(line) else {
        return Some(without_sign(line));
    };
    let key = line.get(..at).unwrap_or_default().trim_end();
    if let Some(slip) = key_slip(line, key, sign, structure) {
        return Some(slip);
    }
    let signs = line.get(at..value_at(line)?)?.trim_end();
    match (sign, signs) {
        (_, "=") => {}
        ('＝', "＝") => return Some(Slip::new(at, SyntaxSlip::FullWidthEquals)),
        (_, ":" | "：") => return Some(Slip::new(at, SyntaxSlip::ColonForEquals)),
        _ => {
            let sign = signs.to_owned();
            return Some(Slip::new(at, SyntaxSlip::OddEquals { sign }));
        }
    }
    let value_at = value_at(line)?;
    if line.get(value_at..)?.starts_with(['=', '＝']) {
        let sign = line
            .get(at..=value_at)
            .map_or("==".to_owned(), str::to_owned);
        return Some(Slip::new(at, SyntaxSlip::OddEquals { sign }));
    }
    let expected = structure.expected(key);
    let value = said.get(value_at..)?;
    value_slip(value, is_open, key, expected)
        .map(|slip| Slip::new(value_at + slip.at_byte, slip.slip))
}

/// What is wrong with a value, whatever it is. It may go over several lines.
fn value_slip(value: &str, is_open: bool, key: &str, expected: Option<Expected>) -> Option<Slip> {
    let line = value.lines().next().unwrap_or_default();
    if expected == Some(Expected::Texts)
        && let Some(fixed) = lists::without_brackets(line)
    {
        return Some(Slip::new(0, SyntaxSlip::ListWithoutBrackets { fixed }));
    }
    match line.chars().next() {
        Some('"' | '\'') => texts::slip(value, is_open),
        Some(quote) if is_curly(quote) => Some(Slip::new(0, SyntaxSlip::CurlyQuotes { quote })),
        Some('[' | '{' | '【' | '［' | '｛') => lists::slip(value, is_open),
        _ => Some(bare::slip(line, key, expected)),
    }
}

/// What is wrong with a key before a sign, if the key is.
fn key_slip(line: &str, key: &str, sign: char, structure: &Structure) -> Option<Slip> {
    if key.is_empty() {
        let text = line.to_owned();
        let is_rule = line.trim().chars().all(|c| matches!(c, '=' | '＝'));
        return Some(Slip::new(
            0,
            if is_rule {
                SyntaxSlip::NotAPair { text }
            } else {
                SyntaxSlip::MissingKey
            },
        ));
    }
    if let Some((at, quote)) = key.char_indices().find(|(_, c)| is_curly(*c)) {
        return Some(Slip::new(at, SyntaxSlip::CurlyQuotes { quote }));
    }
    let is_quoted = key.starts_with(['"', '\'']);
    if is_bare_key(key) || is_quoted {
        return None;
    }
    let chars = key.chars().count();
    let near = structure.near(key);
    // `一是：加快…` is a sentence, and so is whatever has a colon far behind.
    let is_sentence = chars > LONGEST_KEY_CHARS || (matches!(sign, ':' | '：') && near.is_none());
    let has_blanks = key.chars().any(is_blank);
    if is_sentence && !(key.is_ascii() && sign == '=') {
        let text = line.to_owned();
        return Some(Slip::new(0, SyntaxSlip::NotAPair { text }));
    }
    // `id = 2` behind a list mark, or a value and a key in one line.
    let odd = key
        .char_indices()
        .find(|(_, c)| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-' | '.'));
    let at = odd
        .filter(|_| key.is_ascii() && !has_blanks)
        .map_or(0, |(at, _)| at);
    let key = key.to_owned();
    Some(Slip::new(at, SyntaxSlip::BadKey { key, near }))
}

/// What is wrong with a line that has no sign between key and value.
fn without_sign(line: &str) -> Slip {
    let word_len = line.find(|c| !is_key_char(c));
    let (word, rest) = line
        .split_at_checked(word_len.unwrap_or(line.len()))
        .unwrap_or((line, ""));
    if any_key(word).is_some() {
        let key = word.to_owned();
        let slip = if rest.trim().is_empty() {
            SyntaxSlip::NoValue
        } else {
            SyntaxSlip::MissingEquals { key }
        };
        return Slip::new(word.len(), slip);
    }
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    if quote
        .is_some_and(|quote| closes(line, quote).is_some_and(|at| at + 1 == line.trim_end().len()))
    {
        return Slip::new(0, SyntaxSlip::MissingKey);
    }
    let text = line.to_owned();
    Slip::new(0, SyntaxSlip::NotAPair { text })
}
