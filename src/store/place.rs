//! From bytes of a text to the lines and columns that people and editors count in.

use crate::ledger::Place;

/// Tells the places of ascending bytes of a text, counting every line only once.
pub struct Places<'t> {
    text: &'t str,
    line: usize,
    line_start: usize,
}

impl<'t> Places<'t> {
    /// Begins with the first byte.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            line: 1,
            line_start: 0,
        }
    }

    /// The place of a byte; not before the one asked for last.
    pub fn of(&mut self, at_byte: usize) -> Place {
        let mut at_byte = at_byte.min(self.text.len());
        while !self.text.is_char_boundary(at_byte) {
            at_byte -= 1;
        }
        let passed = self.text.get(self.line_start..at_byte).unwrap_or_default();
        if let Some(newline) = passed.rfind('\n') {
            self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
            self.line_start += newline + 1;
        }
        let before = self.text.get(self.line_start..at_byte).unwrap_or_default();
        // A byte-order mark is no character of the first line.
        Place {
            line: self.line,
            column: 1 + before.trim_start_matches('\u{FEFF}').chars().count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let text = "\u{FEFF}schema = 1\r\n标题 = \"甲\"\n";
        let mut places = Places::new(text);
        let mut of = |needle: &str| places.of(text.find(needle).unwrap());
        assert_eq!(of("schema"), Place { line: 1, column: 1 });
        assert_eq!(of("标题"), Place { line: 2, column: 1 });
        assert_eq!(of("= \"甲"), Place { line: 2, column: 4 });
        assert_eq!(places.of(usize::MAX), Place { line: 3, column: 1 });
        assert_eq!(Places::new("甲").of(1), Place { line: 1, column: 1 });
    }
}
