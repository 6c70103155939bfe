//! One word of a query, and all the ways in which a text can have it.

use std::ops::Range;
use std::sync::OnceLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::search::figures::figures;
use crate::search::near::{Near, Whole};
use crate::search::query::Word;
use crate::search::sound::{Manner, can_sound, heard, sound_alike};
use crate::search::spelling::Spelling;

/// A word made ready to be held against many texts.
pub struct Wanted {
    word: Word,
    chars: Vec<char>,
    can_sound: bool,
    /// How it can be cut into sounds; made when it is first asked for, as few words need it.
    spelling: OnceLock<Spelling>,
    near: Option<Near>,
    fuzzy: SkimMatcherV2,
}

impl Wanted {
    pub fn new(word: &Word) -> Self {
        let chars: Vec<char> = word.text.chars().collect();
        Self {
            word: word.clone(),
            spelling: OnceLock::new(),
            near: Near::new(&chars).filter(|_| !word.is_exact),
            can_sound: !word.is_exact && can_sound(&chars),
            chars,
            fuzzy: SkimMatcherV2::default().respect_case(),
        }
    }

    /// The word as it was asked for.
    pub fn word(&self) -> &Word {
        &self.word
    }

    /// Its characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Whether it can be meant by its sound.
    pub fn can_sound(&self) -> bool {
        self.can_sound
    }

    /// How it can be cut into sounds.
    pub fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(&self.chars))
    }

    /// Where in `text` something sounds like it, in the surest manner there is.
    pub fn heard(&self, text: &[char]) -> Option<(Range<usize>, Manner)> {
        heard(text, &self.chars, self.spelling().beginnings())
    }

    /// Whether a character of it can be wrong.
    pub fn can_slip(&self) -> bool {
        self.near.is_some()
    }

    /// Whether something can be put into it.
    pub fn can_be_parted(&self) -> bool {
        // A figure with other figures between its digits is another figure.
        let has_figure = self.chars.iter().any(char::is_ascii_digit);
        !has_figure && self.near.is_some()
    }

    /// Whether `text` has it with its figures written another way.
    pub fn figures(&self, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        figures(&chars, &self.chars).is_some()
    }

    /// Whether `text` has it with one wrong character: 1 where that one sounds like the right one, as with a slip of an
    /// input method, else 0.
    pub fn slip(&self, text: &str, whole: Whole) -> Option<i32> {
        let stands = text.get(self.near.as_ref()?.one_wrong(text, whole)?)?;
        let is_long = stands.chars().count() == self.chars.len();
        let mut pairs = stands.chars().zip(&self.chars);
        let sounds = is_long && pairs.all(|(one, other)| sound_alike(one, *other));
        Some(i32::from(sounds))
    }

    /// The piece of `text` in which the word stands with something put into it. The matcher sees only this: what else
    /// stands in a long note says nothing about the word.
    pub fn parted<'t>(&self, text: &'t str, whole: Whole) -> Option<&'t str> {
        text.get(self.near.as_ref()?.parted(text, whole)?)
    }

    /// fuzzy-matcher's score of a piece.
    pub fn likeness(&self, piece: &str) -> Option<i32> {
        let score = self.fuzzy.fuzzy_match(piece, &self.word.text)?;
        i32::try_from(score).ok()
    }

    /// The places (in chars) of its characters where something was put into it.
    fn parted_places(&self, text: &str) -> Option<Vec<usize>> {
        let near = self.near.as_ref().filter(|_| self.can_be_parted())?;
        let piece = Whole::first(|whole| near.parted(text, whole))?;
        let before = text.get(..piece.start)?.chars().count();
        let (_, places) = self
            .fuzzy
            .fuzzy_indices(text.get(piece)?, &self.word.text)?;
        Some(places.into_iter().map(|place| before + place).collect())
    }

    /// The places (in chars) of what stands there with one wrong character.
    fn slip_places(&self, text: &str) -> Option<Range<usize>> {
        let near = self.near.as_ref()?;
        let piece = Whole::first(|whole| near.one_wrong(text, whole))?;
        let before = text.get(..piece.start)?.chars().count();
        Some(before..before + text.get(piece)?.chars().count())
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
            self.heard(&chars)
        } else {
            None
        };
        if let Some((range, Manner::Whole | Manner::Mixed)) = by_sound.clone() {
            return range.collect();
        }
        if let Some(places) = self.parted_places(text) {
            return places;
        }
        by_sound
            .map(|(range, _)| range)
            .or_else(|| self.slip_places(text))
            .map(Iterator::collect)
            .unwrap_or_default()
    }
}
