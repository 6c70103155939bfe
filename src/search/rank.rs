//! Which items a query finds, and in what order.

use roaring::RoaringBitmap;

use crate::ledger::ItemId;
use crate::search::corpus::{Corpus, Field};
use crate::search::filter::FilterKind;
use crate::search::found::Found;
use crate::search::looking::Looking;
use crate::search::names::Names;
use crate::search::sift::{KeepGoing, Superseded};
use crate::search::wanted::Wanted;
use crate::search::{Query, Scope, ways};

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

impl Tier {
    /// All, best first.
    pub const ALL: [Self; 14] = [
        Self::Number,
        Self::PhraseInTitle,
        Self::PhraseInNote,
        Self::WordsInTitle,
        Self::WordsInBoth,
        Self::Fits,
        Self::SoundInTitle,
        Self::SoundInNote,
        Self::InitialsInTitle,
        Self::FuzzyInTitle,
        Self::FuzzyInNote,
        Self::InitialsInNote,
        Self::OneWrongInTitle,
        Self::OneWrongInNote,
    ];
}

/// One item found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the ledger; in 32 bits, because there may be a million hits.
    pub(super) position: u32,
    /// Why it was found.
    pub tier: Tier,
    /// fuzzy-matcher's score in the fuzzy tiers, otherwise 0.
    pub score: i32,
}

impl Hit {
    /// Its place in the ledger.
    pub fn position(&self) -> usize {
        usize::try_from(self.position).unwrap_or(usize::MAX)
    }
}

/// Finds the items that match, best first. `None` where `keep_going` said no before the end.
pub fn search(
    corpus: &Corpus,
    query: &Query,
    scope: Scope,
    keep_going: &KeepGoing<'_>,
) -> Option<Vec<Hit>> {
    if !keep_going() {
        return None;
    }
    let recent = corpus.recent();
    recent.answer(query, scope).or_else(|| {
        let ranker = Ranker::new(corpus, query, scope, keep_going);
        let hits = ranker.found().ok()?.hits();
        recent.keep_answer(query, scope, &hits);
        Some(hits)
    })
}

/// A query made ready to be looked for.
struct Ranker<'q> {
    looking: Looking<'q>,
    query: &'q Query,
    wanted: Vec<Wanted>,
}

impl<'q> Ranker<'q> {
    fn new(
        corpus: &'q Corpus,
        query: &'q Query,
        scope: Scope,
        keep_going: &'q KeepGoing<'q>,
    ) -> Self {
        Self {
            looking: Looking::new(corpus, scope, keep_going),
            query,
            wanted: query.wanted().map(Wanted::new).collect(),
        }
    }

    fn found(&self) -> Result<Found, Superseded> {
        let mut found = Found::nothing_of(self.allowed()?);
        self.find_number(&mut found)?;
        if self.wanted.is_empty() {
            if !self.query.is_empty() {
                let all = found.rest().clone();
                found.take(Tier::Fits, &all);
            }
            return Ok(found);
        }
        for (field, tier) in [
            (Field::Title, Tier::PhraseInTitle),
            (Field::Note, Tier::PhraseInNote),
        ] {
            let items = self
                .looking
                .exactly(field, &self.query.phrase, found.rest())?;
            found.take(tier, &items);
        }
        let words = self.find_words(found.rest(), None)?;
        found.take_worst(&words);
        // A slip of the finger is only thought of where nothing was found as it was typed.
        if found.is_empty() && self.wanted.iter().any(Wanted::can_slip) {
            let first = words.into_iter().next();
            let words = self.find_words(found.rest(), first)?;
            found.take_worst(&words);
        }
        Ok(found)
    }

    /// The items that have nothing that is unwanted and are what the filters ask for.
    fn allowed(&self) -> Result<RoaringBitmap, Superseded> {
        let mut allowed = self.looking.all();
        for word in self.query.words.iter().filter(|word| word.is_not) {
            for field in [Field::Title, Field::Note] {
                allowed -= self.looking.exactly(field, &word.text, &allowed)?;
            }
        }
        let filters = self.query.filters.iter();
        for filter in filters.filter(|filter| filter.kind.is_in_items()) {
            let fitting = self.fitting(&filter.kind, &allowed)?;
            if filter.is_not {
                allowed -= fitting;
            } else {
                allowed = fitting;
            }
        }
        Ok(allowed)
    }

    /// Those of `among` that are what is asked for.
    fn fitting(
        &self,
        kind: &FilterKind,
        among: &RoaringBitmap,
    ) -> Result<RoaringBitmap, Superseded> {
        let sieve = &self.looking.sieve;
        match kind {
            FilterKind::Status(statuses) => {
                sieve.having(among, |page| statuses.contains(&page.status()))
            }
            FilterKind::Number(asked) => self.numbered(asked, among),
            FilterKind::Lead(part) => {
                let names = Names::having(part, sieve.pages, |item| item.lead.as_slice());
                sieve.having(among, |page| names.are_of(page))
            }
            FilterKind::Category(part) => {
                let names = Names::having(part, sieve.pages, |item| item.category.as_slice());
                sieve.having(among, |page| names.are_of(page))
            }
            FilterKind::Silent => sieve.having(among, |page| page.item().is_silent()),
            FilterKind::Ordered => sieve.having(among, |page| !page.item().orders.is_empty()),
            FilterKind::ByPerson => sieve.having(among, |page| page.item().verdict.is_some()),
            // Who asked knows which items these are.
            FilterKind::Starred | FilterKind::Findings => Ok(among.clone()),
            FilterKind::Unknown(_) => Ok(RoaringBitmap::new()),
            FilterKind::Tag(part) => {
                let names = Names::having(part, sieve.pages, |item| &item.tags);
                sieve.having(among, |page| names.are_of(page))
            }
        }
    }

    fn find_number(&self, found: &mut Found) -> Result<(), Superseded> {
        if let Some(asked) = &self.query.number {
            let items = self.numbered(asked, found.rest())?;
            found.take(Tier::Number, &items);
        }
        Ok(())
    }

    /// Those of `among` that have this number.
    fn numbered(&self, asked: &str, among: &RoaringBitmap) -> Result<RoaringBitmap, Superseded> {
        let number: Option<u64> = asked.parse().ok();
        let perhaps = self.looking.numbered(number, among);
        let sieve = &self.looking.sieve;
        sieve.having(&perhaps, |page| match &page.item().id {
            ItemId::Number(id) => number == Some(*id),
            ItemId::Text(id) => id.eq_ignore_ascii_case(asked),
        })
    }

    /// Every word must be found; what has one is looked through for the next. With slips where that was tried without
    /// them; `first` is what was found of the first word then.
    fn find_words(
        &self,
        among: &RoaringBitmap,
        mut first: Option<Found>,
    ) -> Result<Vec<Found>, Superseded> {
        let with_slips = first.is_some();
        let mut among = among.clone();
        let mut words = Vec::new();
        for wanted in &self.wanted {
            let mut word = match first.take() {
                Some(found) => found,
                None => ways::find(&self.looking, wanted, among)?,
            };
            if with_slips {
                ways::find_slips(&self.looking, wanted, &mut word)?;
            }
            among = word.all();
            words.push(word);
        }
        Ok(words)
    }
}
