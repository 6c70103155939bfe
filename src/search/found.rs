//! What was found so far, by tier: the surest way counts, and what is found is not looked for again.

use std::cmp::Reverse;
use std::collections::HashMap;

use roaring::RoaringBitmap;

use crate::search::rank::{Hit, Tier};

/// The items that were found, each in one tier, and those that were not.
#[derive(Clone, Debug)]
pub struct Found {
    tiers: [RoaringBitmap; Tier::ALL.len()],
    /// Items among which something can still be found.
    rest: RoaringBitmap,
    /// In the tiers that are ordered by score.
    scores: HashMap<u32, i32>,
}

impl Found {
    /// Nothing found yet of these items.
    pub fn nothing_of(items: RoaringBitmap) -> Self {
        Self {
            tiers: std::array::from_fn(|_| RoaringBitmap::new()),
            rest: items,
            scores: HashMap::new(),
        }
    }

    /// The items that were not found yet.
    pub fn rest(&self) -> &RoaringBitmap {
        &self.rest
    }

    /// All that were found.
    pub fn all(&self) -> RoaringBitmap {
        self.tiers
            .iter()
            .fold(RoaringBitmap::new(), |all, tier| all | tier)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.tiers.iter().all(RoaringBitmap::is_empty)
    }

    /// Notes those of `items` as found that were not found in a better way.
    pub fn take(&mut self, tier: Tier, items: &RoaringBitmap) {
        let new = items & &self.rest;
        self.rest -= &new;
        if let Some(known) = self.tiers.get_mut(tier as usize) {
            *known |= new;
        }
    }

    /// The same with scores.
    pub fn take_scored(&mut self, tier: Tier, items: &[(u32, i32)]) {
        for (position, score) in items {
            if self.rest.contains(*position) {
                self.scores.insert(*position, *score);
            }
        }
        let positions = items.iter().map(|(position, _)| *position).collect();
        self.take(tier, &positions);
    }

    /// Takes what was found of every word: an item is as good as its worst word.
    pub fn take_worst(&mut self, words: &[Found]) {
        let mut so_far: Vec<RoaringBitmap> = vec![RoaringBitmap::new(); words.len()];
        for tier in Tier::ALL {
            for (items, word) in so_far.iter_mut().zip(words) {
                if let Some(more) = word.tiers.get(tier as usize) {
                    *items |= more;
                }
            }
            let mut all = so_far.iter();
            if let Some(first) = all.next() {
                self.take(tier, &all.fold(first.clone(), |left, items| left & items));
            }
        }
        for (position, score) in words.iter().flat_map(|word| &word.scores) {
            *self.scores.entry(*position).or_default() += score;
        }
    }

    /// The hits, best first. Those of one tier stay in the order of the document, which a reader can follow; only
    /// where there are scores, they go first.
    pub fn hits(&self) -> Vec<Hit> {
        let count = self.tiers.iter().map(RoaringBitmap::len).sum::<u64>();
        let mut hits = Vec::with_capacity(usize::try_from(count).unwrap_or_default());
        for (tier, items) in Tier::ALL.into_iter().zip(&self.tiers) {
            let from = hits.len();
            hits.extend(items.iter().map(|position| Hit {
                position,
                tier,
                score: self.score(position),
            }));
            if !self.scores.is_empty()
                && let Some(hits) = hits.get_mut(from..)
            {
                hits.sort_by_key(|hit| Reverse(hit.score));
            }
        }
        hits
    }

    fn score(&self, position: u32) -> i32 {
        if self.scores.is_empty() {
            return 0;
        }
        self.scores.get(&position).copied().unwrap_or_default()
    }
}
