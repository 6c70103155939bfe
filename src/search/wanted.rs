//! One word of a query, and all the ways in which a text can have it.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use crate::search::corpus::contains;
use crate::search::near::{figures, one_wrong};
use crate::search::query::Word;
use crate::search::rank::Tier;
use crate::search::sound::{Manner, can_sound, sound_alike, sounds};

/// What a near miss is looked for: longer words are pasted, not typed from memory.
const FUZZY_WORD_CHARS: usize = 32;
/// And in what: the matcher takes time and memory for every character of the text times every one of the word.
const FUZZY_TEXT_BYTES: usize = 64 * 1024;

/// The fewest initials that are looked for in notes: two letters are the initials of something in every fourth note.
const INITIALS_IN_NOTE: usize = 3;

/// A word made ready to be held against many texts.
pub struct Wanted<'q> {
    word: &'q Word,
    finder: Finder<'q>,
    chars: Vec<char>,
    can_sound: bool,
    fuzzy: SkimMatcherV2,
}

impl<'q> Wanted<'q> {
    pub fn new(word: &'q Word) -> Self {
        let chars: Vec<char> = word.text.chars().collect();
        Self {
            word,
            finder: Finder::new(&word.text),
            can_sound: !word.is_exact && can_sound(&chars),
            chars,
            fuzzy: SkimMatcherV2::default().respect_case(),
        }
    }

    /// The best way in which promise and note have the word.
    pub fn find(&self, title: &str, note: &str) -> Option<(Tier, i64)> {
        if contains(title, &self.finder) {
            return Some((Tier::WordsInTitle, 0));
        }
        if contains(note, &self.finder) {
            return Some((Tier::WordsInBoth, 0));
        }
        if self.word.is_exact {
            return None;
        }
        let (title_chars, note_chars): (Vec<char>, Vec<char>) =
            (title.chars().collect(), note.chars().collect());
        if figures(&title_chars, &self.chars).is_some() {
            return Some((Tier::WordsInTitle, 0));
        }
        if figures(&note_chars, &self.chars).is_some() {
            return Some((Tier::WordsInBoth, 0));
        }
        let by_sound = self.by_sound(&title_chars, &note_chars);
        let is_sure = |tier: &Tier| *tier < Tier::FuzzyInTitle;
        let sure = by_sound.filter(is_sure).map(|tier| (tier, 0));
        sure.or_else(|| self.by_likeness(title, note))
            .or_else(|| by_sound.map(|tier| (tier, 0)))
            .or_else(|| self.with_one_wrong(&title_chars, &note_chars))
    }

    fn by_sound(&self, title: &[char], note: &[char]) -> Option<Tier> {
        if !self.can_sound {
            return None;
        }
        let in_title = heard(title, &self.chars).map(|(_, manner)| match manner {
            Manner::Whole | Manner::Mixed => Tier::SoundInTitle,
            Manner::Initials => Tier::InitialsInTitle,
        });
        let in_note = || {
            let (_, manner) = heard(note, &self.chars)?;
            match manner {
                Manner::Whole | Manner::Mixed => Some(Tier::SoundInNote),
                Manner::Initials if self.chars.len() >= INITIALS_IN_NOTE => {
                    Some(Tier::InitialsInNote)
                }
                Manner::Initials => None,
            }
        };
        match in_title {
            Some(Tier::SoundInTitle) => in_title,
            _ => in_title.into_iter().chain(in_note()).min(),
        }
    }

    fn by_likeness(&self, title: &str, note: &str) -> Option<(Tier, i64)> {
        [(Tier::FuzzyInTitle, title), (Tier::FuzzyInNote, note)]
            .into_iter()
            .find_map(|(tier, text)| {
                let (score, _) = tight(&self.fuzzy, text, &self.word.text)?;
                Some((tier, score))
            })
    }

    /// Where the wrong character sounds like the right one, as with a slip of an input method, the hit is surer.
    fn with_one_wrong(&self, title: &[char], note: &[char]) -> Option<(Tier, i64)> {
        [(Tier::OneWrongInTitle, title), (Tier::OneWrongInNote, note)]
            .into_iter()
            .find_map(|(tier, text)| {
                let range = one_wrong(text, &self.chars)?;
                let stands = text.get(range)?;
                let sounds = self.chars.len() == stands.len()
                    && stands
                        .iter()
                        .zip(&self.chars)
                        .all(|(one, other)| sound_alike(*one, *other));
                Some((tier, i64::from(sounds)))
            })
    }

    /// The places of `text` (in chars) at which it has the word, in the best way it has it.
    pub fn places(&self, text: &str) -> Vec<usize> {
        let chars: Vec<char> = text.chars().collect();
        let exact: Vec<usize> = chars
            .windows(self.chars.len().max(1))
            .enumerate()
            .filter(|(_, window)| *window == self.chars)
            .flat_map(|(start, _)| start..start + self.chars.len())
            .collect();
        if !exact.is_empty() || self.word.is_exact {
            return exact;
        }
        if let Some(range) = figures(&chars, &self.chars) {
            return range.collect();
        }
        let by_sound = if self.can_sound {
            heard(&chars, &self.chars)
        } else {
            None
        };
        if let Some((range, Manner::Whole | Manner::Mixed)) = by_sound.clone() {
            return range.collect();
        }
        if let Some((_, places)) = tight(&self.fuzzy, text, &self.word.text) {
            return places;
        }
        by_sound
            .map(|(range, _)| range)
            .or_else(|| one_wrong(&chars, &self.chars))
            .map(Iterator::collect)
            .unwrap_or_default()
    }
}

/// Where in `text` something sounds like `word`, in the surest manner there is.
fn heard(text: &[char], word: &[char]) -> Option<(std::ops::Range<usize>, Manner)> {
    let mut best: Option<(std::ops::Range<usize>, Manner)> = None;
    for start in 0..text.len() {
        let Some((chars, manner)) = text.get(start..).and_then(|text| sounds(text, word)) else {
            continue;
        };
        if best.as_ref().is_none_or(|(_, known)| manner < *known) {
            best = Some((start..start + chars, manner));
        }
        if manner == Manner::Whole {
            break;
        }
    }
    best
}

/// fuzzy-matcher's score and places (in chars) of `word` in `text`, where they are close together.
fn tight(matcher: &SkimMatcherV2, text: &str, word: &str) -> Option<(i64, Vec<usize>)> {
    let chars = word.chars().count();
    // A figure with other figures between its digits is another figure.
    let has_figure = word.chars().any(|c| c.is_ascii_digit());
    if has_figure || !(2..=FUZZY_WORD_CHARS).contains(&chars) || text.len() > FUZZY_TEXT_BYTES {
        return None;
    }
    // Score and places must come from one call: two calls were seen to disagree on long texts.
    let (score, places) = matcher.fuzzy_indices(text, word)?;
    let span = places.last()? - places.first()? + 1;
    (span <= chars + (chars / 2).max(1)).then_some((score, places))
}
