//! The pairs of neighbouring characters in a text: what tells whether words are about a thing.

use std::collections::HashMap;
use std::ops::Range;

use crate::ledger::lexicon::List;
use crate::ledger::passage::Passage;
use crate::text::wrap::is_han;

/// Two neighbouring characters.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The first byte of both.
    pub start: usize,
    /// The byte behind both.
    pub end: usize,
    /// Its number: the same for the same characters.
    pub id: usize,
    /// How much it says.
    pub weight: Weight,
}

/// How much a pair of characters says about what is counted. Each weight has what the one before it lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// One of them is no Han character.
    Sign,
    /// It is part of a time, a place, a verb or a little word.
    Little,
    /// It is part of a word that most promises share.
    Shared,
    /// It says something.
    Telling,
}

/// All pairs of a text, in its order.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    all: Vec<Pair>,
    /// How many before each of them say something, be it shared.
    saying_before: Vec<usize>,
    ids: HashMap<(char, char), usize>,
}

impl Pairs {
    pub(super) fn of(passage: &Passage<'_>) -> Self {
        let weights = weights(passage);
        let weight_at = |at: usize| weights.get(at).copied().unwrap_or(Weight::Telling);
        let mut pairs = Self::default();
        let mut saying = 0;
        let chars = passage.text.char_indices();
        let neighbours = chars.clone().zip(chars.skip(1));
        for ((start, one), (middle, other)) in neighbours {
            let next = pairs.ids.len();
            let id = *pairs.ids.entry((one, other)).or_insert(next);
            let weight = if is_han(one) && is_han(other) {
                weight_at(start).min(weight_at(middle))
            } else {
                Weight::Sign
            };
            pairs.saying_before.push(saying);
            saying += usize::from(weight >= Weight::Shared);
            pairs.all.push(Pair {
                start,
                end: middle + other.len_utf8(),
                id,
                weight,
            });
        }
        pairs.saying_before.push(saying);
        pairs
    }

    /// All of them.
    pub fn all(&self) -> &[Pair] {
        &self.all
    }

    /// How many different ones there are; their numbers are all below that.
    pub fn kinds(&self) -> usize {
        self.ids.len()
    }

    /// The number of a pair, where the text has it.
    pub fn id(&self, pair: (char, char)) -> Option<usize> {
        self.ids.get(&pair).copied()
    }

    /// The places of the pairs that stand whole in a part of the text.
    pub fn places(&self, part: Range<usize>) -> Range<usize> {
        let first = self.all.partition_point(|it| it.start < part.start);
        let behind = self.all.partition_point(|it| it.end <= part.end);
        first..behind.max(first)
    }

    /// The pairs at these places.
    pub fn at(&self, places: Range<usize>) -> &[Pair] {
        self.all.get(places).unwrap_or_default()
    }

    /// How many of the pairs at these places say something, be it shared by most promises.
    pub fn saying(&self, places: Range<usize>) -> usize {
        let before = |place: usize| self.saying_before.get(place).copied().unwrap_or(0);
        before(places.end).saturating_sub(before(places.start))
    }
}

/// The weight of the character at each byte.
fn weights(passage: &Passage<'_>) -> Vec<Weight> {
    let mut weights = vec![Weight::Telling; passage.text.len()];
    let little = [
        List::Empty,
        List::Results,
        List::Begun,
        List::More,
        List::Less,
    ];
    for list in little {
        take_out(passage, list, Weight::Little, &mut weights);
    }
    take_out(passage, List::Generic, Weight::Shared, &mut weights);
    weights
}

/// Gives the words of a list their weight, in the order of the list: what an earlier word has taken is no part of a
/// later one.
fn take_out(passage: &Passage<'_>, list: List, weight: Weight, weights: &mut [Weight]) {
    let mut words = passage.all(list).all().to_vec();
    words.sort_by_key(|it| it.word);
    for word in words {
        let own = weights.get_mut(word.start..word.end);
        if let Some(own) = own.filter(|own| own.iter().all(|it| *it == Weight::Telling)) {
            own.fill(weight);
        }
    }
}

/// The pairs of Han characters in a word.
pub fn han_pairs(word: &str) -> impl Iterator<Item = (char, char)> {
    word.chars()
        .zip(word.chars().skip(1))
        .filter(|(one, other)| is_han(*one) && is_han(*other))
}
