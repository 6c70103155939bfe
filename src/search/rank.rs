//! Which items a query finds, and in what order.

use std::cmp::Reverse;

use memchr::memmem::Finder;

use crate::search::corpus::{Corpus, Page, contains};
use crate::search::query::FilterKind;
use crate::search::wanted::Wanted;
use crate::search::{Query, Scope};
use crate::text::folded;

/// How often a search asks whether it should go on, in items.
const ITEMS_BETWEEN_CHECKS: usize = 512;

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
    /// Nothing but filters was asked, and the item is what they ask for.
    Fits,
    /// The promise has it by its sound.
    SoundInTitle,
    /// The note has it by its sound.
    SoundInNote,
    /// The promise has it by its initials.
    InitialsInTitle,
    /// The promise nearly has the phrase: its characters in order and close together.
    FuzzyInTitle,
    /// The note nearly has it.
    FuzzyInNote,
    /// The note has it by its initials, three or more of them.
    InitialsInNote,
    /// The promise has it with one wrong character.
    OneWrongInTitle,
    /// The note has it with one wrong character.
    OneWrongInNote,
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
    // A slip of the finger is only thought of where nothing was found as it was typed.
    if hits.iter().any(|hit| hit.tier < Tier::OneWrongInTitle) {
        hits.retain(|hit| hit.tier < Tier::OneWrongInTitle);
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
    unwanted: Vec<Finder<'q>>,
    wanted: Vec<Wanted<'q>>,
}

impl<'q> Ranker<'q> {
    fn new(query: &'q Query, scope: Scope) -> Self {
        let unwanted = query.words.iter().filter(|word| word.is_not);
        Self {
            query,
            scope,
            phrase: Finder::new(&query.phrase),
            unwanted: unwanted.map(|word| Finder::new(&word.text)).collect(),
            wanted: query.wanted().map(Wanted::new).collect(),
        }
    }

    fn rank(&self, page: &Page) -> Option<(Tier, i64)> {
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
        let is_unwanted = |finder: &Finder<'_>| contains(title, finder) || contains(note, finder);
        if !self.fits(page) || self.unwanted.iter().any(is_unwanted) {
            return None;
        }
        if self.has_number(page) {
            return Some((Tier::Number, 0));
        }
        if self.wanted.is_empty() {
            let asks = !self.query.filters.is_empty() || !self.unwanted.is_empty();
            // `#34` with a filter asks for that item alone.
            return (asks && self.query.number.is_none()).then_some((Tier::Fits, 0));
        }
        self.by_phrase(title, note)
            .map(|tier| (tier, 0))
            .or_else(|| self.by_words(title, note))
    }

    fn has_number(&self, page: &Page) -> bool {
        let number = self.query.number.as_ref();
        number.is_some_and(|number| page.item().id.to_string().eq_ignore_ascii_case(number))
    }

    /// Whether the item is what the filters ask for.
    fn fits(&self, page: &Page) -> bool {
        let has =
            |text: &String, part: &str| text.chars().map(folded).collect::<String>().contains(part);
        self.query.filters.iter().all(|filter| {
            let is_it = match &filter.kind {
                FilterKind::Status(statuses) => statuses.contains(&page.status()),
                FilterKind::Lead(part) => page.item().lead.iter().any(|lead| has(lead, part)),
                FilterKind::Tag(part) => page.item().tags.iter().any(|tag| has(tag, part)),
            };
            is_it != filter.is_not
        })
    }

    fn by_phrase(&self, title: &str, note: &str) -> Option<Tier> {
        if self.query.phrase.is_empty() {
            return None;
        }
        if contains(title, &self.phrase) {
            return Some(Tier::PhraseInTitle);
        }
        contains(note, &self.phrase).then_some(Tier::PhraseInNote)
    }

    /// Every word must be found; the item is as good as its worst word.
    fn by_words(&self, title: &str, note: &str) -> Option<(Tier, i64)> {
        let mut worst = (Tier::WordsInTitle, 0);
        for wanted in &self.wanted {
            let (tier, score) = wanted.find(title, note)?;
            worst = (worst.0.max(tier), worst.1 + score);
        }
        Some(worst)
    }
}
