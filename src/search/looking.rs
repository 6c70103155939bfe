//! Looking for a phrase to the letter, with rows where there are some and page by page where there are none.

use memchr::memmem::Finder;
use roaring::RoaringBitmap;

use crate::search::Scope;
use crate::search::corpus::{Corpus, Field};
use crate::search::index::position;
use crate::search::rows::Rows;
use crate::search::sift::{KeepGoing, Sieve, Superseded};

/// Rows alone say where phrases of up to so many characters are.
const SURE_CHARS: usize = 2;

/// One search through a corpus.
#[derive(Clone, Copy)]
pub struct Looking<'c> {
    corpus: &'c Corpus,
    scope: Scope,
    /// Goes through the pages.
    pub sieve: Sieve<'c>,
}

impl<'c> Looking<'c> {
    pub fn new(corpus: &'c Corpus, scope: Scope, keep_going: &'c KeepGoing<'c>) -> Self {
        let sieve = Sieve {
            pages: corpus.pages(),
            threads: corpus.threads(),
            keep_going,
        };
        Self {
            corpus,
            scope,
            sieve,
        }
    }

    /// All items.
    pub fn all(&self) -> RoaringBitmap {
        let mut all = RoaringBitmap::new();
        all.insert_range(0..position(self.sieve.pages.len()));
        all
    }

    /// Whether a field is looked at.
    pub fn has(&self, field: Field) -> bool {
        match field {
            Field::Title => self.scope.has_titles(),
            Field::Note => self.scope.has_notes(),
        }
    }

    /// The rows of a field, where there is an index.
    pub fn rows(&self, field: Field) -> Option<&'c Rows> {
        self.corpus.index().map(|index| index.rows(field))
    }

    /// Those of `among` whose number may be this one.
    pub fn numbered(&self, number: Option<u64>, among: &RoaringBitmap) -> RoaringBitmap {
        match self.corpus.index() {
            Some(index) => index.numbered(number) & among,
            None => among.clone(),
        }
    }

    /// Those of `among` that have the phrase in this field, to the letter.
    pub fn exactly(
        &self,
        field: Field,
        phrase: &str,
        among: &RoaringBitmap,
    ) -> Result<RoaringBitmap, Superseded> {
        if phrase.is_empty() || among.is_empty() || !self.has(field) {
            return Ok(RoaringBitmap::new());
        }
        let chars: Vec<char> = phrase.chars().collect();
        let by_rows = self.rows(field).and_then(|rows| rows.having_phrase(&chars));
        if let Some(items) = &by_rows
            && chars.len() <= SURE_CHARS
        {
            return Ok(items & among);
        }
        let known = self.corpus.recent().know(field, phrase);
        if let Some((items, true)) = &known {
            return Ok(items & among);
        }
        // Mostly nearly all items are asked about. What is known of all can be remembered.
        let all = self.all();
        let is_worth_keeping = among.len() > all.len() / 2;
        let from = if is_worth_keeping { &all } else { among };
        let bounds = [by_rows, known.map(|(items, _)| items)];
        let perhaps = bounds
            .into_iter()
            .flatten()
            .fold(from.clone(), |left, items| left & items);
        let finder = Finder::new(phrase);
        let found = self.sieve.having(&perhaps, |page| {
            finder.find(page.text(field).as_bytes()).is_some()
        })?;
        if is_worth_keeping {
            self.corpus.recent().keep(field, phrase, &found);
        }
        Ok(found & among)
    }
}
