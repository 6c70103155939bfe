//! A part of a tokenised text, which knows the words in it without looking through it.

use std::ops::Range;

use crate::ledger::lexicon::{List, Occurrence, Occurrences};
use crate::ledger::passage::Passage;

/// A part of the text of a passage.
///
/// Whether it has a word of a list, and where the last one stands, is found by bisection. Its text is for looking at its
/// ends; to search it for every figure of a note would take the square of the length of the note.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'p> {
    passage: &'p Passage<'p>,
    /// Its first byte in the text of the passage.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

impl<'p> Stretch<'p> {
    /// A part of a passage.
    pub fn new(passage: &'p Passage<'p>, bytes: Range<usize>) -> Self {
        Self {
            passage,
            start: bytes.start,
            end: bytes.end,
        }
    }

    /// Its text.
    pub fn text(self) -> &'p str {
        self.passage
            .text
            .get(self.start..self.end)
            .unwrap_or_default()
    }

    /// Its bytes in the text of the passage.
    pub fn bytes(self) -> Range<usize> {
        self.start..self.end
    }

    /// What of it stands before a byte of the passage.
    #[must_use]
    pub fn up_to(self, end: usize) -> Self {
        Self {
            end: end.clamp(self.start, self.end),
            ..self
        }
    }

    /// What of it stands from a byte of the passage on.
    #[must_use]
    pub fn from(self, start: usize) -> Self {
        Self {
            start: start.clamp(self.start, self.end),
            ..self
        }
    }

    /// Whether a word of a list stands in it.
    pub fn has(self, list: List) -> bool {
        self.has_of(self.passage.all(list))
    }

    /// Whether one of some words stands in it.
    pub fn has_of(self, words: &Occurrences) -> bool {
        words.are_in(self.bytes())
    }

    /// The word of a list that ends last in it; of two that end together the longer one.
    pub fn last(self, list: List) -> Option<Occurrence> {
        self.last_of(self.passage.all(list))
    }

    /// The same of some words.
    pub fn last_of(self, words: &Occurrences) -> Option<Occurrence> {
        words.last_in(self.bytes())
    }

    /// Whether it ends with one of some words.
    pub fn ends_with_of(self, words: &Occurrences) -> bool {
        words.end_at(self.start, self.end)
    }

    /// Whether it ends with a word of a list.
    pub fn ends_with(self, list: List) -> bool {
        self.ends_with_of(self.passage.all(list))
    }

    /// Whether it names nothing that could be counted: only times, places, verbs and little words.
    pub fn is_empty_of_subject(self) -> bool {
        let pairs = self.passage.pairs();
        pairs.saying(pairs.places(self.bytes())) == 0
    }
}
