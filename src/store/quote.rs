//! Writing a text as a TOML string, in the style the file already uses for it.
//!
//! A clerk who reads the file should find a note the way it was: the same quotes, the same line ends, a line break after
//! the opening quotes where there was one. The style changes only where the new text cannot be written in the old one.

/// Writes `text` as a TOML string in the style of `old`, the string it takes the place of (quotes included).
/// `line_end` is how the file ends its lines.
pub fn quote(text: &str, old: &str, line_end: &str) -> String {
    let style = Style::of(old);
    let opens_with_line_end = ["\"\"\"\n", "\"\"\"\r\n", "'''\n", "'''\r\n"]
        .iter()
        .any(|open| old.starts_with(open));
    match style.fitting(text) {
        Style::Basic => format!("\"{}\"", escaped(text, Style::Basic, line_end)),
        Style::Literal => format!("'{text}'"),
        Style::LongLiteral => format!("'''{}{}'''", line_end, text.replace('\n', line_end)),
        Style::LongBasic => {
            // A line break right after the quotes is not part of the text; without it, a text that begins with one
            // would lose it.
            let lead = if opens_with_line_end || !style.is_long() {
                line_end
            } else {
                ""
            };
            let body = escaped(text, Style::LongBasic, line_end);
            let body = match body.strip_prefix(line_end) {
                Some(rest) if lead.is_empty() => format!("\\n{rest}"),
                _ => body,
            };
            format!("\"\"\"{lead}{body}\"\"\"")
        }
    }
}

/// The four ways TOML writes a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `"…"`
    Basic,
    /// `'…'`
    Literal,
    /// `"""…"""`
    LongBasic,
    /// `'''…'''`
    LongLiteral,
}

impl Style {
    fn of(string: &str) -> Self {
        if string.starts_with("\"\"\"") {
            Self::LongBasic
        } else if string.starts_with("'''") {
            Self::LongLiteral
        } else if string.starts_with('\'') {
            Self::Literal
        } else {
            Self::Basic
        }
    }

    fn is_long(self) -> bool {
        matches!(self, Self::LongBasic | Self::LongLiteral)
    }

    /// This style, or the nearest one that can hold `text`.
    fn fitting(self, text: &str) -> Self {
        let several_lines = text.contains('\n');
        match self {
            Self::Basic if several_lines => Self::LongBasic,
            Self::Literal if several_lines => Self::LongLiteral.fitting(text),
            Self::Literal if text.contains('\'') || text.chars().any(needs_escape) => Self::Basic,
            Self::LongLiteral
                if text.contains("'''")
                    || text.ends_with('\'')
                    || text.chars().any(needs_escape) =>
            {
                Self::LongBasic
            }
            fits => fits,
        }
    }
}

/// Whether a character must be written as an escape: TOML forbids most controls in a string, and those that turn or
/// hide text should not sit unseen in a file that people read.
fn needs_escape(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a TOML string, quotes included, names a carriage return by an escape. A backslash that is a character of the
/// text, written twice or between single quotes, is no escape.
pub fn has_escaped_return(string: &str) -> bool {
    if matches!(Style::of(string), Style::Literal | Style::LongLiteral) {
        return false;
    }
    let mut chars = string.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            continue;
        }
        let digits = match chars.next() {
            Some('r') => return true,
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => continue,
        };
        let code: String = chars.by_ref().take(digits).collect();
        if u32::from_str_radix(&code, 16) == Ok(u32::from('\r')) {
            return true;
        }
    }
    false
}

/// The inside of a basic string.
fn escaped(text: &str, style: Style, line_end: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut quotes = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\\' => out.push_str("\\\\"),
            // Inside long strings a quote may stand bare, unless it would end the string or touch its end.
            '"' if style == Style::Basic || quotes == 3 || chars.peek().is_none() => {
                out.push_str("\\\"");
                quotes = 0;
            }
            '\n' if style == Style::LongBasic => out.push_str(line_end),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c if needs_escape(c) => out.extend(["\\u", &format!("{:04X}", u32::from(c))]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, old: &str, expected: &str) {
        assert_eq!(quote(text, old, "\n"), expected);
        assert_eq!(read_back(expected), text);
    }

    fn read_back(literal: &str) -> String {
        let table: toml::Table = format!("note = {literal} # comment\n")
            .parse()
            .expect("valid TOML");
        table["note"].as_str().expect("a text").to_owned()
    }

    #[test]
    fn the_style_of_the_file_is_kept() {
        check("新文", "\"旧\"", "\"新文\"");
        check("新文", "'旧'", "'新文'");
        check("新文", "\"\"\"旧\"\"\"", "\"\"\"新文\"\"\"");
        check("甲\n\n乙", "\"\"\"\n旧\"\"\"", "\"\"\"\n甲\n\n乙\"\"\"");
        check("甲\n乙", "'''\n旧'''", "'''\n甲\n乙'''");
    }

    #[test]
    fn the_style_changes_only_where_it_must() {
        check("甲\n乙", "\"旧\"", "\"\"\"\n甲\n乙\"\"\"");
        check("it's", "'旧'", "\"it's\"");
        check(
            "甲'",
            "'''旧'''",
            "\"\"\"\n甲'\"\"\"".replace("\"\"\"\n", "\"\"\"").as_str(),
        );
        check("\n甲", "\"\"\"旧\"\"\"", "\"\"\"\\n甲\"\"\"");
    }

    #[test]
    fn quotes_backslashes_and_hidden_characters_survive() {
        check(
            "第一段“引号”\\反斜杠\"",
            "\"旧\"",
            "\"第一段“引号”\\\\反斜杠\\\"\"",
        );
        check(
            "a\"\"\"\"b\"",
            "\"\"\"旧\"\"\"",
            "\"\"\"a\"\"\\\"\"b\\\"\"\"\"",
        );
        check("甲\u{202E}乙\u{1B}", "\"旧\"", "\"甲\\u202E乙\\u001B\"");
    }

    #[test]
    fn line_ends_follow_the_file() {
        assert_eq!(
            quote("甲\n乙", "\"旧\"", "\r\n"),
            "\"\"\"\r\n甲\r\n乙\"\"\""
        );
    }

    #[test]
    fn a_carriage_return_is_named_only_by_an_escape() {
        for named in [
            r#""\r""#,
            r#""""\\\r""""#,
            r#""\u000d""#,
            r#""\U0000000D""#,
            r#""\x0D""#,
        ] {
            assert!(has_escaped_return(named), "{named}");
        }
        for other in [
            r#""\\r""#,
            r#""\\\\r""#,
            r"'\r'",
            r"'''\r'''",
            r#""\u000A""#,
            r#""r""#,
        ] {
            assert!(!has_escaped_return(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn whatever_was_typed_reads_back(text in "[\\PC\n\t\r\"'\\\\\u{0}-\u{1F}\u{202E}]{0,40}", old in 0..8_usize) {
            let old = ["\"x\"", "'x'", "\"\"\"x\"\"\"", "\"\"\"\nx\"\"\"", "'''x'''", "'''\nx'''", "\"\"", "''"][old];
            prop_assert_eq!(read_back(&quote(&text, old, "\n")), text);
        }
    }
}
