//! Texts in quotes: quotes inside them, quotes that are missing or of two kinds, backslashes.

use crate::ledger::SyntaxSlip;
use crate::store::diagnosis::Slip;
use crate::store::diagnosis::bare::behind;
use crate::store::diagnosis::signs::{is_blank, is_curly};
use crate::store::diagnosis::statements::closes;

/// What is wrong with a text that begins with a straight quote.
pub fn slip(value: &str, is_open: bool) -> Option<Slip> {
    let quote = value.chars().next()?;
    let quotes = if quote == '"' { "\"\"\"" } else { "'''" };
    if value.starts_with(quotes) {
        return long(value, quotes, is_open);
    }
    let line = value.lines().next().unwrap_or_default();
    let Some(close) = closes(line, quote) else {
        return Some(unclosed(value, line, quote));
    };
    let text = line.get(1..close).unwrap_or_default();
    let further = value.get(line.len()..).unwrap_or_default();
    if text.is_empty() && close + 1 == line.trim_end().len() && !further.trim().is_empty() {
        return Some(Slip::new(0, SyntaxSlip::LineBreak));
    }
    if quote == '"'
        && let Some(at) = bad_escape(text)
    {
        return Some(Slip::new(1 + at, SyntaxSlip::Backslash));
    }
    let rest = line.get(close + 1..).unwrap_or_default();
    let said = rest.trim_start_matches(is_blank);
    let at = line.len() - said.len();
    if let Some(slip) = behind(said) {
        return Some(Slip::new(at, slip));
    }
    if said.contains(quote) {
        return Some(Slip::new(close, SyntaxSlip::InnerQuotes));
    }
    let text = said.trim_end().to_owned();
    Some(Slip::new(at, SyntaxSlip::BehindQuotes { text }))
}

/// What is wrong with a text in three quotes.
fn long(value: &str, quotes: &str, is_open: bool) -> Option<Slip> {
    if is_open {
        return Some(Slip::new(0, SyntaxSlip::UnclosedText));
    }
    let body = value.get(3..)?;
    let mut from = 0;
    let close = loop {
        let at = from + body.get(from..)?.find(quotes)?;
        let before = body.get(..at)?;
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        if quotes == "'''" || backslashes.is_multiple_of(2) {
            break at;
        }
        from = at + 1;
    };
    let text = body.get(..close)?;
    if quotes == "\"\"\""
        && let Some(at) = bad_escape(text)
    {
        return Some(Slip::new(3 + at, SyntaxSlip::Backslash));
    }
    let closed = body.get(close..)?;
    let rest = closed.trim_start_matches(['"', '\'']);
    if rest
        .lines()
        .next()
        .is_some_and(|line| line.contains(quotes))
    {
        return Some(Slip::new(3 + close, SyntaxSlip::InnerQuotes));
    }
    let said = rest.trim_start_matches(is_blank);
    let at = value.len() - said.len();
    let line = said.lines().next().unwrap_or_default();
    if let Some(slip) = behind(line) {
        return Some(Slip::new(at, slip));
    }
    let text = line.trim_end().to_owned();
    Some(Slip::new(at, SyntaxSlip::BehindQuotes { text }))
}

/// What is wrong with a text that its line does not close.
fn unclosed(value: &str, line: &str, quote: char) -> Slip {
    // `"C:\data\"`: the backslash took the quote.
    let bad = bad_escape(line.get(1..).unwrap_or_default());
    let ends_escaped = quote == '"' && line.trim_end().ends_with("\\\"");
    if let Some(at) = bad.filter(|_| ends_escaped) {
        return Slip::new(1 + at, SyntaxSlip::Backslash);
    }
    if ends_escaped {
        return Slip::new(line.trim_end().len() - 2, SyntaxSlip::Backslash);
    }
    let end = line.trim_end_matches([' ', '\t', ',', '，', ';', '；']);
    let last = end.chars().next_back();
    let other = |c: &char| is_curly(*c) || (matches!(c, '"' | '\'') && *c != quote);
    // `“上半年”` inside a text ends with a print quote, too; then it is opened there.
    let is_pair = |c: char| {
        let opener = match c {
            '”' => '“',
            '’' => '‘',
            '」' => '「',
            '』' => '『',
            '》' => '《',
            _ => return false,
        };
        let count = |c: char| end.chars().filter(|it| *it == c).count();
        count(opener) >= count(c)
    };
    if let Some(closes) = last.filter(other).filter(|c| end.len() > 1 && !is_pair(*c)) {
        let at = end.len() - closes.len_utf8();
        let opens = quote;
        return Slip::new(at, SyntaxSlip::MixedQuotes { opens, closes });
    }
    let further = value.get(line.len()..).unwrap_or_default();
    let slip = if further.contains(quote) {
        SyntaxSlip::LineBreak
    } else {
        SyntaxSlip::MissingQuote
    };
    Slip::new(0, slip)
}

/// The first backslash that begins no escape sequence of TOML.
fn bad_escape(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let digits = match chars.next().map(|(_, c)| c) {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\') => continue,
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            // At the end of a line it joins that with the next.
            Some('\n' | '\r' | ' ' | '\t') if ends_line(text, at) => continue,
            _ => return Some(at),
        };
        let code = text.get(at + 2..at + 2 + digits);
        let code = code.filter(|code| code.chars().all(|c| c.is_ascii_hexdigit()));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        if code.and_then(char::from_u32).is_none() {
            return Some(at);
        }
    }
    None
}

/// Whether nothing but blanks is between a backslash and the end of its line.
fn ends_line(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let rest = rest.trim_start_matches(is_blank);
    rest.starts_with('\n') || rest.starts_with("\r\n")
}
