//! The words by which departments say how far something is, and where they stand in a text.
//!
//! Owns the word lists and the one pass over a text that finds the words of all of them. What stands in a part of the
//! text is then asked of the [`Occurrences`], never of the text: a note of 64 KB may be one sentence with thousands of
//! figures, and to look through what was said before each of them would take the square of its length.

mod occurrences;
mod sums;
mod times;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use strum::VariantArray;

pub use occurrences::{Occurrence, Occurrences};
pub use words::*;

/// A list of words that mean the same to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(
    missing_docs,
    reason = "the lists are documented where their words stand"
)]
pub enum List {
    Begun,
    Designs,
    Doing,
    Each,
    Empty,
    Generic,
    GoingOn,
    Happened,
    Investment,
    Joined,
    Less,
    Levels,
    Means,
    More,
    NoParts,
    NotDone,
    OfMonth,
    OfWhich,
    OfYears,
    Ongoing,
    OtherMeasures,
    OtherTimes,
    OwnPlaces,
    OwnResults,
    OwnVerbs,
    Pipeline,
    Planned,
    PlannedShare,
    Ratios,
    Remaining,
    Results,
    SameTimes,
    Seasons,
    Semicolons,
    Since,
    SinceThisYear,
    Steps,
    Than,
    ThisYear,
    Together,
    Totals,
    VerbsOfParts,
    YearEnds,
}

impl List {
    /// Its words.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Begun => &words::BEGUN,
            Self::Designs => &words::DESIGNS,
            Self::Doing => &words::DOING,
            Self::Each => &words::EACH,
            Self::Empty => &words::EMPTY,
            Self::Generic => &words::GENERIC,
            Self::GoingOn => &words::GOING_ON,
            Self::Happened => &words::HAPPENED,
            Self::Investment => &words::INVESTMENT,
            Self::Joined => &words::JOINED,
            Self::Less => &words::LESS,
            Self::Levels => &words::LEVELS,
            Self::Means => &sums::MEANS,
            Self::More => &words::MORE,
            Self::NoParts => &sums::NO_PARTS,
            Self::NotDone => &words::NOT_DONE,
            Self::OfMonth => &times::OF_MONTH,
            Self::OfWhich => &words::OF_WHICH,
            Self::OfYears => &words::OF_YEARS,
            Self::Ongoing => &words::ONGOING,
            Self::OtherMeasures => &times::OTHER_MEASURES,
            Self::OtherTimes => &times::OTHER_TIMES,
            Self::OwnPlaces => &times::OWN_PLACES,
            Self::OwnResults => &words::OWN_RESULTS,
            Self::OwnVerbs => &sums::OWN_VERBS,
            Self::Pipeline => &words::PIPELINE,
            Self::Planned => &words::PLANNED,
            Self::PlannedShare => &words::PLANNED_SHARE,
            Self::Ratios => &times::RATIOS,
            Self::Remaining => &words::REMAINING,
            Self::Results => &words::RESULTS,
            Self::SameTimes => &times::SAME_TIMES,
            Self::Seasons => &times::SEASONS,
            Self::Semicolons => &words::SEMICOLONS,
            Self::Since => &times::SINCE,
            Self::SinceThisYear => &times::SINCE_THIS_YEAR,
            Self::Steps => &words::STEPS,
            Self::Than => &times::THAN,
            Self::ThisYear => &times::THIS_YEAR,
            Self::Together => &words::TOGETHER,
            Self::Totals => &words::TOTALS,
            Self::VerbsOfParts => &sums::VERBS_OF_PARTS,
            Self::YearEnds => &times::YEAR_ENDS,
        }
    }

    /// The word at a place of the list.
    pub fn word(self, place: usize) -> &'static str {
        self.words().get(place).copied().unwrap_or_default()
    }
}

/// The words of every list in one text.
#[derive(Clone, Debug)]
pub struct Lookup(Vec<Occurrences>);

impl Lookup {
    /// Goes through a text once.
    pub fn of(text: &str) -> Self {
        let mut found = vec![Occurrences::default(); List::VARIANTS.len()];
        for (start, c) in text.char_indices() {
            let Some(words) = VOCABULARY.get(&c) else {
                continue;
            };
            let rest = text.get(start..).unwrap_or_default();
            for entry in words.iter().filter(|it| rest.starts_with(it.text)) {
                if let Some(list) = found.get_mut(entry.list) {
                    list.push(Occurrence {
                        start,
                        end: start + entry.text.len(),
                        word: entry.place,
                    });
                }
            }
        }
        Self(found)
    }

    /// Where the words of a list stand.
    pub fn list(&self, list: List) -> &Occurrences {
        static NONE: Occurrences = Occurrences::NONE;
        self.0.get(list as usize).unwrap_or(&NONE)
    }
}

/// A word of a list.
struct Entry {
    text: &'static str,
    list: usize,
    /// Its place in the list.
    place: usize,
}

/// All words of all lists by their first character.
static VOCABULARY: LazyLock<HashMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut entries: HashMap<char, Vec<Entry>> = HashMap::new();
    for (list, words) in List::VARIANTS.iter().map(|list| list.words()).enumerate() {
        for (place, text) in words.iter().enumerate() {
            let entry = Entry { text, list, place };
            if let Some(first) = text.chars().next() {
                entries.entry(first).or_default().push(entry);
            }
        }
    }
    entries
});

/// Whether a text contains one of the words.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a text begins with one of the words.
pub fn starts_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether a text ends with one of the words.
pub fn ends_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// The word of a list that stands last in a text: where it begins. Of two that end together the longer one.
pub fn last_of(text: &str, words: &[&str]) -> Option<usize> {
    let ends = words.iter().filter_map(|word| {
        let start = text.rfind(word)?;
        Some((start + word.len(), std::cmp::Reverse(start)))
    });
    ends.max().map(|(_, start)| start.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_every_list_is_found_in_one_pass() {
        for list in List::VARIANTS {
            for (place, word) in list.words().iter().enumerate() {
                let text = format!("甲{word}乙");
                let lookup = Lookup::of(&text);
                let found = lookup.list(*list).all();
                let own = found.iter().find(|it| it.word == place);
                let start = "甲".len();
                let end = start + word.len();
                assert_eq!(own.map(|it| it.start..it.end), Some(start..end), "{word}");
            }
        }
    }
}
