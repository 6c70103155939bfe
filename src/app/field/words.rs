//! Words, as far as stepping over them goes: runs of one class of characters.
//!
//! Dictionaries cut the words of this field wrongly (优|化|营|商|环境); a reader's eye rests where Chinese characters,
//! figures, Latin words and signs meet, and so does the caret.

use crate::app::field::Field;
use crate::text::glyphs;
use crate::text::wrap::is_han;

/// What a character is, as far as stepping over words goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Blanks and signs: stepped over together with the word beside them.
    Between,
    /// Chinese characters.
    Han,
    /// Figures with their signs: `5.25%`, `120,000`.
    Figure,
    /// Letters of any other script.
    Letters,
}

impl Field {
    /// To the start of the word before the caret.
    pub fn left_word(&mut self) {
        self.jump(self.word_before(self.caret));
    }

    /// To the end of the word after the caret.
    pub fn right_word(&mut self) {
        self.jump(self.word_after(self.caret));
    }

    /// Where the word before `at` begins.
    pub(super) fn word_before(&self, at: usize) -> usize {
        let head = self.text.get(..at).unwrap_or_default();
        let mut edge = at;
        let mut run = Class::Between;
        for glyph in glyphs(head).rev() {
            let class = class(glyph.source);
            if run != Class::Between && class != run {
                break;
            }
            run = class;
            edge = glyph.start;
        }
        edge
    }

    /// Where the word after `at` ends.
    pub(super) fn word_after(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let mut edge = at;
        let mut run = Class::Between;
        for glyph in glyphs(rest) {
            let class = class(glyph.source);
            if run != Class::Between && class != run {
                break;
            }
            run = class;
            edge = at + glyph.end();
        }
        edge
    }
}

fn class(glyph: &str) -> Class {
    match glyph.chars().next() {
        Some(c) if is_han(c) => Class::Han,
        Some('0'..='9' | '０'..='９' | '.' | '%' | '％') => Class::Figure,
        Some(c) if c.is_alphabetic() => Class::Letters,
        _ => Class::Between,
    }
}
