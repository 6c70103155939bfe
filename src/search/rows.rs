//! For every character the items that have it, and for every two side by side the items that have them so: a row each.
//!
//! A Chinese ledger has some thousand distinct characters, so there are few rows, and a query is mostly answered by
//! intersecting two or three of them. Rows know positions and characters; they know nothing of words or tiers.

use std::ops::BitAnd;

use roaring::{MultiOps, RoaringBitmap};
use rustc_hash::FxHashMap;

use crate::search::gather::Gathered;
use crate::search::slot::Slot;

/// The rows of one field of all items.
#[derive(Debug, Default)]
pub struct Rows {
    letters: Vec<Letter>,
    /// The places of characters among the letters.
    places: FxHashMap<char, usize>,
}

/// One character: who has it, and who has it before another one.
#[derive(Debug)]
struct Letter {
    c: char,
    row: RoaringBitmap,
    followers: FxHashMap<char, RoaringBitmap>,
}

impl Letter {
    /// The rows of this character before one of those.
    fn before(&self, second: &Slot) -> Vec<&RoaringBitmap> {
        match second {
            Slot::One(c) => self.followers.get(c).into_iter().collect(),
            Slot::Any(set) => {
                let fitting = self.followers.iter().filter(|(c, _)| set.has(**c));
                fitting.map(|(_, row)| row).collect()
            }
        }
    }
}

impl Rows {
    /// Notes that the item at `position` has this text.
    pub fn add(&mut self, position: u32, text: &str) {
        let mut gathered = Gathered::default();
        gathered.add(0, text);
        self.merge(position, gathered);
    }

    /// Notes that the item at `position` has this text no more.
    pub fn remove(&mut self, position: u32, text: &str) {
        let followers = text.chars().skip(1).map(Some).chain([None]);
        for (c, follower) in text.chars().zip(followers) {
            let place = self.places.get(&c);
            let Some(letter) = place.and_then(|place| self.letters.get_mut(*place)) else {
                continue;
            };
            letter.row.remove(position);
            if let Some(row) = follower.and_then(|follower| letter.followers.get_mut(&follower)) {
                row.remove(position);
            }
        }
    }

    /// Takes in the items from the `first` one on.
    pub fn merge(&mut self, first: u32, gathered: Gathered) {
        for rows in gathered.rows(first) {
            let place = self.place(rows.c);
            let Some(own) = self.letters.get_mut(place) else {
                continue;
            };
            own.row |= rows.row;
            for (follower, row) in rows.followers {
                *own.followers.entry(follower).or_default() |= row;
            }
        }
    }

    /// The place of a character, which is given one where it has none yet.
    fn place(&mut self, c: char) -> usize {
        let letters = &mut self.letters;
        *self.places.entry(c).or_insert_with(|| {
            letters.push(Letter {
                c,
                row: RoaringBitmap::new(),
                followers: FxHashMap::default(),
            });
            letters.len() - 1
        })
    }

    fn letter(&self, c: char) -> Option<&Letter> {
        self.letters.get(*self.places.get(&c)?)
    }

    /// The items that have one of these characters.
    pub fn having(&self, slot: &Slot) -> RoaringBitmap {
        match slot {
            Slot::One(c) => self.row(*c).cloned().unwrap_or_default(),
            Slot::Any(set) => {
                let letters = self.letters.iter().filter(|letter| set.has(letter.c));
                letters.map(|letter| &letter.row).union()
            }
        }
    }

    /// The items that have one of the first characters right before one of the second.
    pub fn side_by_side(&self, first: &Slot, second: &Slot) -> RoaringBitmap {
        match first {
            Slot::One(c) => {
                let letter = self.letter(*c).into_iter();
                letter.flat_map(|letter| letter.before(second)).union()
            }
            Slot::Any(set) => {
                let letters = self.letters.iter().filter(|letter| set.has(letter.c));
                letters.flat_map(|letter| letter.before(second)).union()
            }
        }
    }

    /// The items that may have a phrase: its characters, and every two of them side by side. Up to two characters
    /// that is sure. `None` for the empty phrase, which everything has.
    pub fn having_phrase(&self, phrase: &[char]) -> Option<RoaringBitmap> {
        if let [only] = phrase {
            return Some(self.row(*only).cloned().unwrap_or_default());
        }
        let pairs = phrase.iter().zip(phrase.iter().skip(1));
        common(pairs.map(|(first, second)| self.letter(*first)?.followers.get(second)))
    }

    /// The items that have every one of these characters somewhere. `None` where there are no characters.
    pub fn having_all(&self, chars: impl Iterator<Item = char>) -> Option<RoaringBitmap> {
        common(chars.map(|c| self.row(c)))
    }

    fn row(&self, c: char) -> Option<&RoaringBitmap> {
        self.letter(c).map(|letter| &letter.row)
    }
}

/// What all rows have in common. `None` where there are none.
fn common<'r>(rows: impl Iterator<Item = Option<&'r RoaringBitmap>>) -> Option<RoaringBitmap> {
    let Some(mut rows) = rows.collect::<Option<Vec<_>>>() else {
        return Some(RoaringBitmap::new());
    };
    // The shortest first: what is left never grows.
    rows.sort_by_key(|row| row.len());
    let (first, rest) = rows.split_first()?;
    let Some((second, rest)) = rest.split_first() else {
        return Some((*first).clone());
    };
    let both = first.bitand(*second);
    Some(rest.iter().fold(both, |left, row| left & *row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(texts: &[String]) -> Rows {
        let mut rows = Rows::default();
        for (position, text) in (0..).zip(texts) {
            rows.add(position, text);
        }
        rows
    }

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    proptest! {
        #[test]
        fn rows_say_where_a_phrase_can_be(texts in prop::collection::vec("[海洋项目a]{0,6}", 0..8), phrase in "[海洋项目]{1,3}") {
            let rows = rows(&texts);
            let may = rows.having_phrase(&chars(&phrase)).unwrap();
            for (position, text) in (0..).zip(&texts) {
                let has = text.contains(&phrase);
                prop_assert!(may.contains(position) || !has, "{text}");
                prop_assert!(phrase.chars().count() > 2 || may.contains(position) == has, "{text}");
            }
        }

        #[test]
        fn rows_gathered_or_mended_are_the_rows_made_anew(
            texts in prop::collection::vec("[海洋项目a]{0,6}", 1..8),
            cut in 0..8_usize,
            at in 0..8_usize,
            new in "[海洋项目b]{0,6}",
            phrase in "[海洋项目]{1,2}",
        ) {
            let cut = cut.min(texts.len());
            let (mut mended, mut rest) = (rows(&texts[..cut]), Gathered::default());
            for (offset, text) in (0..).zip(&texts[cut..]) {
                rest.add(offset, text);
            }
            mended.merge(u32::try_from(cut).unwrap(), rest);
            let at = at.min(texts.len() - 1);
            let position = u32::try_from(at).unwrap();
            mended.remove(position, &texts[at]);
            mended.add(position, &new);
            let mut changed = texts.clone();
            changed[at] = new;
            let (phrase, anew) = (chars(&phrase), rows(&changed));
            prop_assert_eq!(mended.having_phrase(&phrase), anew.having_phrase(&phrase));
            prop_assert_eq!(mended.having_all(phrase.iter().copied()), anew.having_all(phrase.iter().copied()));
        }
    }
}
