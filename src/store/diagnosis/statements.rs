//! A text cut into statements: heads of tables, keys with their values, and lines that are neither.

use std::ops::Range;

use crate::store::diagnosis::bare::is_value;
use crate::store::diagnosis::signs::{half, is_blank, is_invisible, is_wide_blank};
use crate::store::schema::any_key;

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `[table]`
    Head,
    /// `key = value`, or what should be one.
    Pair,
    /// A comment.
    Remark,
    /// From `<<<<<<<` to `>>>>>>>`.
    Conflict,
}

/// One statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its bytes, from its first character to the end of its last line.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Whether its text or list was not closed before the next statement began.
    pub is_open: bool,
}

impl Statement {
    /// The number of its last line.
    pub fn last_line(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes().get(..self.range.end)?;
        let is_whole_line = bytes.ends_with(b"\n");
        let before = memchr::memchr_iter(b'\n', bytes).count();
        Some(before + usize::from(!is_whole_line)).filter(|_| self.is_multiline(text))
    }

    fn is_multiline(&self, text: &str) -> bool {
        let said = text.get(self.range.clone()).unwrap_or_default();
        said.trim_end().contains('\n')
    }
}

/// The statements of a text, one after the other.
pub struct Statements<'t> {
    text: &'t str,
    at: usize,
    /// Whether the end of another conflict may still come.
    may_have_conflicts: bool,
}

impl<'t> Statements<'t> {
    pub fn of(text: &'t str) -> Self {
        let at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        Self {
            text,
            at,
            may_have_conflicts: true,
        }
    }

    fn rest(&self, from: usize) -> &'t str {
        self.text.get(from..).unwrap_or_default()
    }

    /// Where the line ends that begins here, its line end included.
    fn line_end(&self, from: usize) -> usize {
        let rest = self.rest(from).as_bytes();
        memchr::memchr(b'\n', rest).map_or(self.text.len(), |at| from + at + 1)
    }

    /// The line that begins here, without its end.
    fn line(&self, from: usize) -> &'t str {
        let line = self.text.get(from..self.line_end(from)).unwrap_or_default();
        let line = line.strip_suffix('\n').unwrap_or(line);
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// The end of a conflict that begins with this line.
    fn conflict_end(&mut self, from: usize) -> usize {
        let end = self.line_end(from);
        if !is_marker(self.line(from), '<') || !self.may_have_conflicts {
            return end;
        }
        let mut at = end;
        while at < self.text.len() {
            let line = at;
            at = self.line_end(at);
            if is_marker(self.line(line), '>') {
                return at;
            }
        }
        self.may_have_conflicts = false;
        end
    }

    /// The end of a key with its value, and whether the value was left open.
    fn pair_end(&self, from: usize) -> (usize, bool) {
        let end = self.line_end(from);
        let line = self.line(from);
        let Some(value) = value_at(line).map(|at| from + at) else {
            return (self.absorbed(end), false);
        };
        let rest = self.rest(value);
        if let Some(quotes) = ["\"\"\"", "'''"]
            .into_iter()
            .find(|it| rest.starts_with(it))
        {
            return self.long_text_end(from, value, quotes);
        }
        match rest.chars().next() {
            Some('[' | '{' | '【' | '［' | '｛') => self.list_end(value, end),
            Some(c @ ('"' | '\'')) if closes(self.line(value), c).is_none() => {
                (self.absorbed(end), false)
            }
            // Two quotes alone, with lines of text behind them, were meant to be three.
            Some('"' | '\'') if matches!(self.line(value).trim_end(), "\"\"" | "''") => {
                (self.absorbed(end), false)
            }
            Some('"' | '\'') => (end, false),
            // What follows a text without quotes may belong to it.
            _ if is_value(self.line(value)) => (end, false),
            _ => (self.absorbed(end), false),
        }
    }

    /// The end of a text in three quotes. One that only ends with the quotes that open another text was never closed.
    fn long_text_end(&self, from: usize, value: usize, quotes: &str) -> (usize, bool) {
        let open_end = self.line_end(from);
        let close = closing(self.rest(value + 3), quotes).map(|at| value + 3 + at);
        let close_line = close.map(|close| {
            let before = self.text.get(..close).unwrap_or_default();
            before.rfind('\n').map_or(0, |at| at + 1)
        });
        let opens_another = |line: usize, close: usize| {
            let before = self.text.get(line..close).unwrap_or_default();
            line >= open_end && is_key_and_equals(before)
        };
        match close.zip(close_line) {
            Some((close, line)) if !opens_another(line, close) => (self.line_end(close), false),
            found => {
                let last = found.map_or(self.text.len(), |(_, line)| line);
                let mut at = open_end;
                while at < last && !starts_statement(self.line(at)) {
                    at = self.line_end(at);
                }
                (at, true)
            }
        }
    }

    /// The end of a list or an inline table.
    fn list_end(&self, value: usize, line_end: usize) -> (usize, bool) {
        let (mut depth, mut at) = (0_usize, value);
        let mut line_end = line_end;
        loop {
            let mut line = self.text.get(at..line_end).unwrap_or_default();
            while let Some(c) = line.chars().next() {
                let mut used = c.len_utf8();
                match half(c) {
                    '[' | '{' => depth += 1,
                    ']' | '}' => {
                        depth = depth.saturating_sub(1);
                        if depth == 0 {
                            return (line_end, false);
                        }
                    }
                    '#' if c == '#' => break,
                    '"' | '\'' if c.is_ascii() => {
                        let quotes = if c == '"' { "\"\"\"" } else { "'''" };
                        if line.starts_with(quotes) {
                            let from = at + 3;
                            let close = closing(self.rest(from), quotes);
                            at = close.map_or(self.text.len(), |it| from + it + 3);
                            line_end = self.line_end(at);
                            line = self.text.get(at..line_end).unwrap_or_default();
                            continue;
                        }
                        used = closes(line, c).map_or(line.len(), |close| close + 1);
                    }
                    _ => {}
                }
                at += used;
                line = line.get(used..).unwrap_or_default();
            }
            at = line_end;
            if at >= self.text.len() || starts_statement(self.line(at)) {
                return (at, true);
            }
            line_end = self.line_end(at);
        }
    }

    /// The end of the lines from here on that begin no statement: they belong to what was before.
    fn absorbed(&self, from: usize) -> usize {
        let mut at = from;
        let mut end = from;
        while at < self.text.len() {
            let line = self.line(at);
            if starts_statement(line)
                || is_whole_head(line)
                || is_remark(line)
                || is_any_marker(line)
                || is_pair(line)
            {
                break;
            }
            at = self.line_end(at);
            // Empty lines belong to it only where something follows them.
            if !line.trim().is_empty() {
                end = at;
            }
        }
        end
    }
}

impl Iterator for Statements<'_> {
    type Item = Statement;

    fn next(&mut self) -> Option<Statement> {
        while self.at < self.text.len() {
            let line = self.line(self.at);
            let indent = line.len() - line.trim_start_matches(is_blank).len();
            let start = self.at + indent;
            let said = line.get(indent..).unwrap_or_default();
            if said.is_empty() {
                self.at = self.line_end(self.at);
                continue;
            }
            let line_end = self.line_end(self.at);
            let (kind, (end, is_open)) = if is_any_marker(line) {
                (Kind::Conflict, (self.conflict_end(self.at), false))
            } else if said.starts_with('#') {
                (Kind::Remark, (line_end, false))
            } else if is_head(said) {
                (Kind::Head, (line_end, false))
            } else {
                (Kind::Pair, self.pair_end(start))
            };
            self.at = end.max(line_end);
            return Some(Statement {
                range: start..self.at,
                kind,
                is_open,
            });
        }
        None
    }
}

/// The sign that parts a key from its value, as far as it can be told, and its byte.
pub fn separator(line: &str) -> Option<(usize, char)> {
    let mut inside: Option<char> = None;
    for (at, c) in line.char_indices() {
        match (inside, c) {
            (None, '"' | '\'') if line.get(..at).is_some_and(ends_key_part) => inside = Some(c),
            (Some(quote), c) if c == quote => inside = None,
            (None, '=' | '＝' | ':' | '：') => return Some((at, c)),
            _ => {}
        }
    }
    None
}

/// Whether a quote behind this begins a quoted key.
fn ends_key_part(before: &str) -> bool {
    let before = before.trim_end_matches(is_blank);
    before.is_empty() || before.ends_with('.')
}

/// Where the value of a line begins, where there is one.
pub fn value_at(line: &str) -> Option<usize> {
    let (at, sign) = separator(line)?;
    let behind = at + sign.len_utf8();
    let rest = line.get(behind..)?;
    let more = rest.trim_start_matches(['=', '＝', '>', ':']);
    let value = more.trim_start_matches(|c| is_blank(c) || is_wide_blank(c) || is_invisible(c));
    Some(line.len() - value.len())
}

/// The byte of the quote that closes the text with which a line begins.
pub fn closes(line: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    let mut chars = line.char_indices();
    chars.next();
    chars
        .find(|(_, c)| {
            let ends = *c == quote && !is_escaped;
            is_escaped = quote == '"' && *c == '\\' && !is_escaped;
            ends
        })
        .map(|(at, _)| at)
}

/// The byte behind which three quotes close a long text, the last of up to five.
fn closing(text: &str, quotes: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find(quotes)?;
        let before = text.get(..at)?;
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        if quotes.starts_with('\'') || backslashes.is_multiple_of(2) {
            let behind = text.get(at..)?;
            let quote = quotes.chars().next()?;
            let run = behind.len() - behind.trim_start_matches(quote).len();
            return Some(at + run.min(5) - 3);
        }
        from = at + 1;
    }
}

/// Whether a line can only be the beginning of a statement of a ledger.
pub fn starts_statement(line: &str) -> bool {
    let said = line.trim_start();
    if is_head(said) {
        let name = said.trim_start_matches(|c| half(c) == '[' || is_blank(c));
        let name: String = name.chars().take_while(|c| is_key_char(*c)).collect();
        return said.contains([']', '】', '］']) && any_key(&name).is_some();
    }
    let Some((at, _)) = separator(said) else {
        return false;
    };
    let key = said.get(..at).unwrap_or_default().trim_end();
    any_key(key).is_some()
}

/// Whether a line is a key, an equals sign and something.
fn is_pair(line: &str) -> bool {
    let said = line.trim_start_matches(is_blank);
    let key = said.split('=').next().unwrap_or_default();
    said.contains('=') && is_bare_key(key.trim_end_matches(is_blank))
}

/// Whether there is a key and an equals sign, and nothing else.
fn is_key_and_equals(before: &str) -> bool {
    let before = before.trim_matches(is_blank);
    let key = before.strip_suffix(['=', '＝']);
    key.is_some_and(|key| is_bare_key(key.trim_end_matches(is_blank)))
}

/// Whether a key needs no quotes; it may have dots.
pub fn is_bare_key(key: &str) -> bool {
    let mut parts = key.split('.').map(|part| part.trim_matches(is_blank));
    parts.all(|part| !part.is_empty() && part.chars().all(is_key_char))
}

pub const fn is_key_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

fn is_head(said: &str) -> bool {
    let inside = |close: &str| said.trim_end().ends_with(close);
    let name = said.trim_end().trim_end_matches(']');
    // `ledger]`: the bracket before it is missing.
    let is_cut = name.len() < said.trim_end().len() && is_bare_key(name);
    said.starts_with(['[', '【', '［', '〔', '〖'])
        || is_cut
        || said.starts_with("((") && inside("))")
        || said.starts_with("{{") && inside("}}")
}

/// Whether a line is the head of a table, known or not, and nothing else.
fn is_whole_head(line: &str) -> bool {
    let said = line.trim();
    is_head(said) && said.ends_with([']', '】', '］', '〕', '〗'])
}

fn is_remark(line: &str) -> bool {
    line.trim_start_matches(is_blank).starts_with('#')
}

/// Whether a line is a mark that a merge puts around a conflict.
fn is_marker(line: &str, sign: char) -> bool {
    let rest = line.trim_start_matches(sign);
    line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))
}

fn is_any_marker(line: &str) -> bool {
    ['<', '=', '>', '|']
        .iter()
        .any(|sign| is_marker(line, *sign))
}
