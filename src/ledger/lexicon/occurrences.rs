//! Where the words of a list stand in a text.

use std::ops::Range;

/// One word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Its place in the list.
    pub word: usize,
}

/// All places of the words of a list in a text, in order. What stands in a part of the text is found by bisection: to
/// ask for every figure of a long sentence what was said before it costs no more than to ask once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    all: Vec<Occurrence>,
    longest_bytes: usize,
}

impl Occurrences {
    /// None at all.
    pub const NONE: Self = Self {
        all: Vec::new(),
        longest_bytes: 0,
    };

    /// Takes the next one; they come in the order in which they begin.
    pub(super) fn push(&mut self, occurrence: Occurrence) {
        self.longest_bytes = self.longest_bytes.max(occurrence.end - occurrence.start);
        self.all.push(occurrence);
    }

    /// Those of them that fit.
    #[must_use]
    pub fn filtered(&self, fits: impl Fn(&Occurrence) -> bool) -> Self {
        Self {
            all: self.all.iter().copied().filter(fits).collect(),
            longest_bytes: self.longest_bytes,
        }
    }

    /// Those of them that are no part of a word of another list.
    #[must_use]
    pub fn outside(&self, others: &Self) -> Self {
        self.filtered(|it| {
            let around = others.all.partition_point(|other| other.start <= it.start);
            let around = others.all.get(..around).unwrap_or_default().iter().rev();
            let mut around =
                around.take_while(|other| other.start + others.longest_bytes >= it.end);
            !around.any(|other| other.end >= it.end)
        })
    }

    /// All of them.
    pub fn all(&self) -> &[Occurrence] {
        &self.all
    }

    /// Those that begin in a part of the text, in order; the last of them may end behind it.
    fn beginning_in(&self, part: Range<usize>) -> &[Occurrence] {
        let first = self.all.partition_point(|it| it.start < part.start);
        let behind = self.all.partition_point(|it| it.start < part.end);
        self.all.get(first..behind).unwrap_or_default()
    }

    /// Those that stand whole in a part of the text, in order.
    pub fn within(&self, part: Range<usize>) -> impl DoubleEndedIterator<Item = &Occurrence> {
        let end = part.end;
        let all = self.beginning_in(part).iter();
        all.filter(move |it| it.end <= end)
    }

    /// Whether a part of the text has one.
    pub fn are_in(&self, part: Range<usize>) -> bool {
        self.within(part).next().is_some()
    }

    /// The one that ends last in a part of the text; of two that end together the longer one.
    pub fn last_in(&self, part: Range<usize>) -> Option<Occurrence> {
        let mut last: Option<Occurrence> = None;
        for it in self.within(part).rev() {
            if last.is_some_and(|last| it.start + self.longest_bytes < last.end) {
                break;
            }
            if last.is_none_or(|last| it.end >= last.end) {
                last = Some(*it);
            }
        }
        last
    }

    /// Whether one of them ends at a byte, and begins no earlier than another.
    pub fn end_at(&self, from: usize, at: usize) -> bool {
        let near = from.max(at.saturating_sub(self.longest_bytes))..at;
        self.within(near).any(|it| it.end == at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::lexicon::last_of;

    fn occurrences_of(text: &str, words: &[&str]) -> Occurrences {
        let places = words.iter().enumerate();
        let places = places.flat_map(|(word, it)| {
            // Also where it overlaps itself.
            let starts = text.char_indices().map(|(start, _)| start);
            let starts = starts
                .filter(move |&start| text.get(start..).is_some_and(|rest| rest.starts_with(it)));
            starts.map(move |start| Occurrence {
                start,
                end: start + it.len(),
                word,
            })
        });
        let mut places: Vec<Occurrence> = places.collect();
        places.sort_by_key(|it| it.start);
        let mut found = Occurrences::default();
        for it in places {
            found.push(it);
        }
        found
    }

    proptest::proptest! {
        #[test]
        fn what_bisection_finds_is_what_looking_through_finds(
            text in "[新建成投用达到]{0,30}",
            from in 0..30_usize,
            chars in 0..30_usize,
        ) {
            const WORDS: [&str; 6] = ["建成", "建成投用", "投用", "达", "达到", "新建成"];
            let at = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |it| it.0);
            let part = at(from)..at(from + chars);
            let words = text.get(part.clone()).unwrap();
            let found = occurrences_of(&text, &WORDS);
            let last = found.last_in(part.clone()).map(|it| it.start - part.start);
            proptest::prop_assert_eq!(last, last_of(words, &WORDS));
            let is_there = WORDS.iter().any(|word| words.contains(word));
            proptest::prop_assert_eq!(found.are_in(part.clone()), is_there);
            let ends = WORDS.iter().any(|word| words.ends_with(word));
            proptest::prop_assert_eq!(found.end_at(part.start, part.end), ends);
            let first = WORDS.iter().filter_map(|word| words.find(word)).min();
            let found = found.within(part.clone()).next().map(|it| it.start - part.start);
            proptest::prop_assert_eq!(found, first);
        }
    }
}
