//! What recent searches found: who deletes a character wants what was there before, and a longer phrase stands only
//! where its beginning does.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use roaring::RoaringBitmap;

use crate::search::corpus::Field;
use crate::search::{Hit, Query, Scope};

/// How many phrases are remembered; somebody types one at a time.
const PHRASES: usize = 64;

/// How many answers are remembered, and how many hits in all of them.
const ANSWERS: usize = 32;
const HITS: usize = 4_000_000;

/// What recent searches found.
#[derive(Debug, Default)]
pub struct Recent {
    /// The items that have a phrase, by field and phrase.
    found: Mutex<VecDeque<(Field, String, RoaringBitmap)>>,
    /// Whole answers, newest first.
    answers: Mutex<VecDeque<(Query, Scope, Vec<Hit>)>>,
}

impl Recent {
    /// The items among which those with the phrase are, and whether they are just those. `None` where nothing is known.
    pub fn know(&self, field: Field, phrase: &str) -> Option<(RoaringBitmap, bool)> {
        let found = self.found();
        let begins = found
            .iter()
            .filter(|(of, known, _)| *of == field && phrase.starts_with(known.as_str()));
        let (_, known, items) = begins.max_by_key(|(_, known, _)| known.len())?;
        Some((items.clone(), known == phrase))
    }

    /// Remembers which items have a phrase.
    pub fn keep(&self, field: Field, phrase: &str, items: &RoaringBitmap) {
        let mut found = self.found();
        found.truncate(PHRASES - 1);
        found.push_front((field, phrase.to_owned(), items.clone()));
    }

    /// The answer to this very query.
    pub fn answer(&self, query: &Query, scope: Scope) -> Option<Vec<Hit>> {
        let answers = self.answers();
        let mut known = answers.iter();
        let (.., hits) = known.find(|(of, within, _)| of == query && *within == scope)?;
        Some(hits.clone())
    }

    /// Remembers an answer.
    pub fn keep_answer(&self, query: &Query, scope: Scope, hits: &[Hit]) {
        let mut answers = self.answers();
        answers.push_front((query.clone(), scope, hits.to_vec()));
        let mut kept = 0;
        let within_bounds = |(.., hits): &&(Query, Scope, Vec<Hit>)| {
            kept += hits.len();
            kept <= HITS
        };
        let few = answers
            .iter()
            .take(ANSWERS)
            .take_while(within_bounds)
            .count();
        answers.truncate(few);
    }

    /// Forgets all, because the texts have changed.
    pub fn forget(&self) {
        self.found().clear();
        self.answers().clear();
    }

    fn answers(&self) -> MutexGuard<'_, VecDeque<(Query, Scope, Vec<Hit>)>> {
        // As with phrases.
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn found(&self) -> MutexGuard<'_, VecDeque<(Field, String, RoaringBitmap)>> {
        // What another thread left half done is at worst a phrase that is not remembered.
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_known_by_its_longest_beginning() {
        let recent = Recent::default();
        let of = |items: &[u32]| items.iter().copied().collect::<RoaringBitmap>();
        recent.keep(Field::Title, "海", &of(&[1, 2, 3]));
        recent.keep(Field::Title, "海洋", &of(&[1, 2]));
        assert_eq!(recent.know(Field::Title, "海洋"), Some((of(&[1, 2]), true)));
        assert_eq!(
            recent.know(Field::Title, "海洋项"),
            Some((of(&[1, 2]), false))
        );
        assert_eq!(
            recent.know(Field::Title, "海岸"),
            Some((of(&[1, 2, 3]), false))
        );
        assert_eq!(recent.know(Field::Note, "海洋"), None);
        recent.forget();
        assert_eq!(recent.know(Field::Title, "海洋"), None);
    }

    #[test]
    fn only_so_many_are_remembered() {
        let recent = Recent::default();
        for number in 0..1_000 {
            recent.keep(Field::Note, &number.to_string(), &RoaringBitmap::new());
        }
        assert_eq!(recent.found().len(), PHRASES);
    }

    #[test]
    fn an_answer_is_remembered_until_the_texts_change() {
        let recent = Recent::default();
        let ask = |typed: &str, scope| recent.answer(&Query::new(typed), scope);
        recent.keep_answer(&Query::new("海洋"), Scope::All, &[]);
        assert_eq!(ask("海洋", Scope::All), Some(Vec::new()));
        assert_eq!(ask("海洋", Scope::Titles), None);
        assert_eq!(ask("海", Scope::All), None);
        for number in 0..100 {
            recent.keep_answer(&Query::new(&number.to_string()), Scope::All, &[]);
        }
        assert_eq!(
            (ask("海洋", Scope::All), ask("99", Scope::All)),
            (None, Some(Vec::new()))
        );
        recent.forget();
        assert_eq!(ask("99", Scope::All), None);
    }
}
