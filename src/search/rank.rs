//! Which items a query finds, and in what order.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use crate::search::corpus::{Corpus, Page, contains};
use crate::search::{Query, Scope};

/// How often a search asks whether it should go on, in items.
const ITEMS_BETWEEN_CHECKS: usize = 512;

/// What a near miss is looked for: longer words are pasted, not typed from memory.
const FUZZY_WORD_CHARS: usize = 32;
/// And in what: the matcher takes time and memory for every character of the text times every one of the word.
const FUZZY_TEXT_BYTES: usize = 64 * 1024;

/// Why an item was found; the better reason comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Its number was asked for.
    Number,
    /// The promise has the whole phrase.
    PhraseInTitle,
    /// The note has it.
    PhraseInNote,
    /// The promise has every word.
    WordsInTitle,
    /// Promise and note together have every word.
    WordsInBoth,
    /// The promise nearly has the phrase: its characters in order and close together.
    FuzzyInTitle,
    /// The note nearly has it.
    FuzzyInNote,
}

/// One item found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the ledger.
    pub position: usize,
    /// Why it was found.
    pub tier: Tier,
    /// fuzzy-matcher's score in the fuzzy tiers, otherwise 0.
    pub score: i64,
}

/// Finds the items that match, best first. `None` where `keep_going` said no before the end.
pub fn search(
    corpus: &Corpus,
    query: &Query,
    scope: Scope,
    keep_going: &dyn Fn() -> bool,
) -> Option<Vec<Hit>> {
    let ranker = Ranker::new(query, scope);
    let mut hits = Vec::new();
    for (position, page) in corpus.pages().iter().enumerate() {
        if position % ITEMS_BETWEEN_CHECKS == 0 && !keep_going() {
            return None;
        }
        if let Some((tier, score)) = ranker.rank(page) {
            hits.push(Hit {
                position,
                tier,
                score,
            });
        }
    }
    // Hits of one tier stay in the order of the document, which a reader can follow; only fuzzy ones go by score.
    hits.sort_by_key(|hit| (hit.tier, Reverse(hit.score)));
    Some(hits)
}

/// A query made ready to be held against many pages.
struct Ranker<'q> {
    query: &'q Query,
    scope: Scope,
    phrase: Finder<'q>,
    words: Vec<Finder<'q>>,
    fuzzy: SkimMatcherV2,
}

impl<'q> Ranker<'q> {
    fn new(query: &'q Query, scope: Scope) -> Self {
        Self {
            query,
            scope,
            phrase: Finder::new(&query.phrase),
            words: query.words.iter().map(Finder::new).collect(),
            fuzzy: SkimMatcherV2::default().respect_case(),
        }
    }

    fn rank(&self, page: &Page) -> Option<(Tier, i64)> {
        if self
            .query
            .number
            .as_ref()
            .is_some_and(|number| page.item().id.to_string().eq_ignore_ascii_case(number))
        {
            return Some((Tier::Number, 0));
        }
        if self.words.is_empty() {
            return None;
        }
        self.by_words(page)
            .map(|tier| (tier, 0))
            .or_else(|| self.by_likeness(page))
    }

    fn by_words(&self, page: &Page) -> Option<Tier> {
        let title = if self.scope.has_titles() {
            page.title()
        } else {
            ""
        };
        let note = if self.scope.has_notes() {
            page.note()
        } else {
            ""
        };
        if contains(title, &self.phrase) {
            return Some(Tier::PhraseInTitle);
        }
        if contains(note, &self.phrase) {
            return Some(Tier::PhraseInNote);
        }
        if self.words.len() < 2 {
            return None;
        }
        if self.words.iter().all(|word| contains(title, word)) {
            return Some(Tier::WordsInTitle);
        }
        let in_both = self
            .words
            .iter()
            .all(|word| contains(title, word) || contains(note, word));
        in_both.then_some(Tier::WordsInBoth)
    }

    /// Every word must be found, nearly; the item is as good as its worst word.
    fn by_likeness(&self, page: &Page) -> Option<(Tier, i64)> {
        let mut worst = (Tier::FuzzyInTitle, 0);
        for (word, finder) in self.query.words.iter().zip(&self.words) {
            let (tier, score) = self.like(page, word, finder)?;
            worst = (worst.0.max(tier), worst.1 + score);
        }
        Some(worst)
    }

    fn like(&self, page: &Page, word: &str, finder: &Finder<'_>) -> Option<(Tier, i64)> {
        let tiers = [
            (Tier::FuzzyInTitle, page.title(), self.scope.has_titles()),
            (Tier::FuzzyInNote, page.note(), self.scope.has_notes()),
        ];
        tiers
            .into_iter()
            .filter(|&(_, _, in_scope)| in_scope)
            .find_map(|(tier, text, _)| {
                let exact = contains(text, finder).then_some(0);
                exact
                    .or_else(|| tight(&self.fuzzy, text, word).map(|(score, _)| score))
                    .map(|score| (tier, score))
            })
    }
}

/// fuzzy-matcher's score and places (in chars) of `word` in `text`, where they are close together.
pub(crate) fn tight(matcher: &SkimMatcherV2, text: &str, word: &str) -> Option<(i64, Vec<usize>)> {
    let chars = word.chars().count();
    if !(2..=FUZZY_WORD_CHARS).contains(&chars) || text.len() > FUZZY_TEXT_BYTES {
        return None;
    }
    // Score and places must come from one call: two calls were seen to disagree on long texts.
    let (score, places) = matcher.fuzzy_indices(text, word)?;
    let span = places.last()? - places.first()? + 1;
    (span <= chars + (chars / 2).max(1)).then_some((score, places))
}
