//! Lists and inline tables: their brackets, their commas, their values.

use std::ops::Range;

use crate::ledger::SyntaxSlip;
use crate::store::diagnosis::signs::{half, is_blank, is_curly};
use crate::store::diagnosis::statements::{closes, is_bare_key};
use crate::store::diagnosis::{Slip, bare, texts};

/// What is wrong with a list or an inline table.
pub fn slip(value: &str, is_open: bool) -> Option<Slip> {
    let mut walk = Walk {
        value,
        at: 0,
        brackets: Vec::new(),
        needs_comma: false,
        has_key: false,
        last: 0..0,
    };
    let found = walk.run();
    let opens = value.chars().next()?;
    let unclosed = || {
        let bracket = if half(opens) == '{' { '}' } else { ']' };
        Slip::new(0, SyntaxSlip::UnclosedList { bracket })
    };
    found.or_else(|| is_open.then(unclosed))
}

/// Several names without brackets, as the list that they should be.
pub fn without_brackets(line: &str) -> Option<String> {
    if line.starts_with(['[', '【', '［', '#']) {
        return None;
    }
    let is_quote = |c: char| is_curly(c) || "\"' \t()（）[]【】{}".contains(c);
    let names = line.split([',', '，', '、', ';', '；']);
    let names = names.map(|name| name.trim_matches(is_quote));
    let names: Vec<String> = names
        .filter(|name| !name.is_empty())
        .map(|name| format!("\"{name}\""))
        .collect();
    (!names.is_empty()).then(|| format!("[{}]", names.join(", ")))
}

struct Walk<'t> {
    value: &'t str,
    at: usize,
    /// The brackets that are open.
    brackets: Vec<char>,
    /// Whether a value has just ended.
    needs_comma: bool,
    /// Whether a key of an inline table and its sign were passed, and its value was not.
    has_key: bool,
    /// The last value: where it begins and ends.
    last: Range<usize>,
}

impl Walk<'_> {
    /// Goes through the list up to the first slip.
    fn run(&mut self) -> Option<Slip> {
        while let Some(c) = self.rest().chars().next() {
            let at = self.at;
            match c {
                ' ' | '\t' | '\n' | '\r' => self.at += 1,
                '#' => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
                '[' | '{' => {
                    if self.needs_comma {
                        return Some(Slip::new(at, SyntaxSlip::MissingComma));
                    }
                    self.brackets.push(c);
                    self.has_key = false;
                    self.at += 1;
                }
                ']' | '}' => {
                    let opened = self.brackets.pop();
                    let fits = matches!((opened, c), (Some('['), ']') | (Some('{'), '}'));
                    if !fits {
                        let fixed = None;
                        return Some(Slip::new(at, SyntaxSlip::UnevenBrackets { fixed }));
                    }
                    self.at += 1;
                    self.needs_comma = true;
                    self.has_key = false;
                    if self.brackets.is_empty() {
                        return self.behind();
                    }
                }
                ',' => {
                    if !self.needs_comma {
                        return Some(Slip::new(at, SyntaxSlip::TrailingMark { mark: ',' }));
                    }
                    self.at += 1;
                    self.needs_comma = false;
                }
                '，' | '、' | '；' | ';' => {
                    return Some(Slip::new(at, SyntaxSlip::FullWidthComma { mark: c }));
                }
                '【' | '】' | '［' | '］' | '｛' | '｝' => {
                    let fixed = None;
                    return Some(Slip::new(at, SyntaxSlip::FullWidthBrackets { fixed }));
                }
                c if is_curly(c) => {
                    return Some(Slip::new(at, SyntaxSlip::CurlyQuotes { quote: c }));
                }
                _ if self.needs_comma => return Some(self.parted(at)),
                '"' | '\'' => {
                    let slip = self.text(c);
                    if slip.is_some() {
                        return slip;
                    }
                }
                _ => {
                    let slip = self.bare();
                    if slip.is_some() {
                        return slip;
                    }
                }
            }
        }
        None
    }

    fn rest(&self) -> &str {
        self.value.get(self.at..).unwrap_or_default()
    }

    /// A text; a key in quotes, too.
    fn text(&mut self, quote: char) -> Option<Slip> {
        let rest = self.rest();
        let quotes = if quote == '"' { "\"\"\"" } else { "'''" };
        let len = if rest.starts_with(quotes) {
            let body = rest.get(3..).unwrap_or_default();
            body.find(quotes).map(|at| at + 6)
        } else {
            let line = rest.lines().next().unwrap_or_default();
            closes(line, quote).map(|at| at + 1)
        };
        let said = len.and_then(|len| rest.get(..len));
        let Some(said) = said.filter(|said| bare::is_value(said)) else {
            let open = || Slip::new(0, SyntaxSlip::UnclosedText);
            let slip = texts::slip(rest, false).unwrap_or_else(open);
            return Some(Slip::new(self.at + slip.at_byte, slip.slip));
        };
        let text = self.at..self.at + said.len();
        self.at = text.end;
        self.behind_text(text)
    }

    /// A value without quotes, or a key.
    fn bare(&mut self) -> Option<Slip> {
        let rest = self.rest();
        let ends = |c: char| {
            matches!(
                c,
                ',' | ']' | '}' | '=' | '\n' | '#' | '，' | '、' | '】' | '］' | '：' | ':' | '＝'
            )
        };
        let len = rest.find(ends).unwrap_or(rest.len());
        let (said, behind) = rest.split_at_checked(len).unwrap_or((rest, ""));
        let (said, behind) = (said.trim_end(), behind.chars().next());
        let is_key = self.brackets.last() == Some(&'{') && !said.is_empty();
        let at = self.at;
        match behind {
            Some('=') if is_key => {
                if !is_bare_key(said) {
                    let (key, near) = (said.to_owned(), None);
                    return Some(Slip::new(at, SyntaxSlip::BadKey { key, near }));
                }
                self.at += len + 1;
                self.has_key = true;
                return None;
            }
            Some(':' | '：') if is_key => {
                return Some(Slip::new(at + len, SyntaxSlip::ColonForEquals));
            }
            Some('＝') if is_key => {
                return Some(Slip::new(at + len, SyntaxSlip::FullWidthEquals));
            }
            _ => {}
        }
        if said.is_empty() {
            return Some(Slip::new(at, SyntaxSlip::MissingKey));
        }
        if self.brackets.last() == Some(&'{') && !self.has_key {
            return Some(self.without_key(at, said));
        }
        if !bare::is_value(said) {
            let slip = bare::slip(said, "", None);
            return Some(Slip::new(at + slip.at_byte, slip.slip));
        }
        let said_len = said.len();
        self.at += len;
        self.ended(at..at + said_len);
        None
    }

    /// A value has ended.
    fn ended(&mut self, value: Range<usize>) {
        self.needs_comma = true;
        self.has_key = false;
        self.last = value;
    }

    /// What is wrong where a value follows another one: the comma is missing, or it went into a text that lacks its
    /// closing quote.
    fn parted(&self, at: usize) -> Slip {
        let last = self.value.get(self.last.clone()).unwrap_or_default();
        let inside = last.trim_matches(['"', '\'', ' ']);
        if inside.ends_with([',', '，', '、']) {
            return Slip::new(self.last.start, SyntaxSlip::MissingQuote);
        }
        Slip::new(at, SyntaxSlip::MissingComma)
    }

    /// What is wrong with a value in an inline table that has no key: most likely `1,080` was to be one number.
    fn without_key(&self, at: usize, said: &str) -> Slip {
        let last = self.value.get(self.last.clone()).unwrap_or_default();
        let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        if is_digits(last) && said.len() == 3 && is_digits(said) {
            let fixed = Some(format!("{last}{said}"));
            return Slip::new(self.last.start, SyntaxSlip::GroupedDigits { fixed });
        }
        Slip::new(at, SyntaxSlip::MissingKey)
    }

    /// After a text: where an equals sign follows, it was a key.
    fn behind_text(&mut self, text: Range<usize>) -> Option<Slip> {
        let rest = self.rest();
        let said = rest.trim_start_matches(is_blank);
        let at = self.at + rest.len() - said.len();
        let sign = said.chars().next();
        match sign.filter(|_| self.brackets.last() == Some(&'{')) {
            Some('=') => {
                self.at = at + 1;
                self.has_key = true;
                None
            }
            Some(':' | '：') => Some(Slip::new(at, SyntaxSlip::ColonForEquals)),
            Some('＝') => Some(Slip::new(at, SyntaxSlip::FullWidthEquals)),
            _ => {
                self.ended(text);
                None
            }
        }
    }

    /// What stands behind the whole list.
    fn behind(&self) -> Option<Slip> {
        let said = self.rest().trim_start_matches(is_blank);
        let at = self.value.len() - said.len();
        let line = said.lines().next().unwrap_or_default();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let slip = bare::behind(line).unwrap_or_else(|| SyntaxSlip::BehindQuotes {
            text: line.trim_end().to_owned(),
        });
        Some(Slip::new(at, slip))
    }
}
