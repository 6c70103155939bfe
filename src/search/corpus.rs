//! The texts of a ledger, folded once for all queries.

use std::num::NonZero;
use std::sync::Arc;

use jiff::civil::Date;
use memchr::memmem::Finder;

use crate::ledger::{Item, Ledger, Rules, Status, judge};
use crate::search::index::Index;
use crate::search::parts::in_parts;
use crate::search::recent::Recent;
use crate::text::folded;

/// The folded texts of every item of a ledger, in the ledger's order.
#[derive(Debug)]
pub struct Corpus {
    pages: Vec<Arc<Page>>,
    /// What the verdicts of the pages depend on beside the items.
    judged_by: Option<Judging>,
    index: Option<Index>,
    recent: Recent,
    threads: NonZero<usize>,
}

/// What verdicts depend on beside the item itself.
type Judging = (Option<i16>, Option<Date>, Rules);

/// One item's texts.
#[derive(Debug)]
pub struct Page {
    item: Arc<Item>,
    /// Only where folding changes something: most Chinese text is its own folded form.
    title: Option<Box<str>>,
    note: Option<Box<str>>,
    status: Status,
}

/// One of the texts that are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The promise.
    Title,
    /// The progress note.
    Note,
}

/// Fewer items than this are folded sooner than a thread starts.
const ITEMS_A_THREAD: usize = 4_096;

/// An index that is behind by more than one in so many pages is not worth catching up.
const WORTH_FOLLOWING: usize = 16;

impl Default for Corpus {
    fn default() -> Self {
        Self::new(NonZero::<usize>::MIN)
    }
}

impl Corpus {
    /// An empty corpus that may be searched with so many threads.
    pub fn new(threads: NonZero<usize>) -> Self {
        Self {
            pages: Vec::new(),
            judged_by: None,
            index: None,
            recent: Recent::default(),
            threads,
        }
    }

    /// Brings the corpus up to date with a ledger. Items that are still the same cost a pointer comparison.
    pub fn refresh(&mut self, ledger: &Ledger) {
        let judging = (ledger.heading.year, ledger.heading.as_of, ledger.rules);
        if self.judged_by.replace(judging) != Some(judging) {
            self.pages.clear();
        }
        let is_same = |(at, item): (usize, &Arc<Item>)| {
            let known = self.pages.get(at);
            known.is_some_and(|page| Arc::ptr_eq(&page.item, item))
        };
        let items = ledger.items.iter().enumerate();
        let new: Vec<(usize, &Arc<Item>)> = items.filter(|it| !is_same(*it)).collect();
        let has_changed = !new.is_empty() || self.pages.len() != ledger.items.len();
        self.pages.truncate(ledger.items.len());
        let folded = in_parts(&new, self.threads, ITEMS_A_THREAD, |part| {
            let page = |(at, item): &(usize, &Arc<Item>)| (*at, Arc::new(Page::new(ledger, item)));
            part.iter().map(page).collect::<Vec<_>>()
        });
        for (at, page) in folded.into_iter().flatten() {
            match self.pages.get_mut(at) {
                Some(known) => *known = page,
                // They come in order: every one before it is there.
                None => self.pages.push(page),
            }
        }
        if has_changed {
            self.recent.forget();
            self.index = self.index.take().and_then(|index| self.caught_up(index));
        }
    }

    /// The pages, in the ledger's order.
    pub fn pages(&self) -> &[Arc<Page>] {
        &self.pages
    }

    /// The index of the pages, where there is one.
    pub fn index(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// Takes an index that was built of pages of this corpus, perhaps before some of them changed. Where too many have,
    /// it is not taken.
    pub fn take_index(&mut self, index: Index) {
        self.index = self.caught_up(index);
    }

    /// Builds the index here and now, for who has the time to wait.
    pub fn build_index(&mut self) {
        self.index = Some(Index::build(self.pages.clone(), self.threads));
    }

    /// Forgets what recent searches found, so that the next one is a first one.
    pub fn forget_recent(&self) {
        self.recent.forget();
    }

    /// What recent searches found.
    pub(super) fn recent(&self) -> &Recent {
        &self.recent
    }

    /// With how many threads to search.
    pub fn threads(&self) -> NonZero<usize> {
        self.threads
    }

    fn caught_up(&self, mut index: Index) -> Option<Index> {
        if index.behind(&self.pages) > self.pages.len() / WORTH_FOLLOWING + 1 {
            return None;
        }
        index.follow(&self.pages);
        Some(index)
    }
}

impl Page {
    fn new(ledger: &Ledger, item: &Arc<Item>) -> Self {
        Self {
            item: Arc::clone(item),
            title: fold(&item.title),
            note: fold(&item.progress),
            status: judge(ledger, item).status(),
        }
    }

    /// The item the page is of.
    pub fn item(&self) -> &Item {
        &self.item
    }

    /// The item's verdict; a person's own where there is one.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Something that can only be said with the page and its note in reach of the processor.
    pub(super) fn first_bytes(&self) -> usize {
        let first = |field| self.text(field).as_bytes().first().copied().unwrap_or(0);
        usize::from(first(Field::Title)) + usize::from(first(Field::Note))
    }

    /// A folded text.
    pub fn text(&self, field: Field) -> &str {
        let (folded, own) = match field {
            Field::Title => (&self.title, &self.item.title),
            Field::Note => (&self.note, &self.item.progress),
        };
        folded.as_deref().unwrap_or(own)
    }
}

fn fold(text: &str) -> Option<Box<str>> {
    let same = text.chars().all(|c| folded(c) == c);
    (!same).then(|| {
        text.chars()
            .map(folded)
            .collect::<String>()
            .into_boxed_str()
    })
}

/// Whether the text that `finder` looks for is in `text`.
pub fn contains(text: &str, finder: &Finder<'_>) -> bool {
    finder.find(text.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Heading, ItemId, Rules};

    #[test]
    fn only_changed_items_are_folded_again() {
        let item =
            |number, title: &str| Arc::new(Item::new(ItemId::Number(number), title, "ＧＤＰ"));
        let items = vec![item(1, "甲"), item(2, "乙")];
        let mut ledger = Ledger {
            heading: Heading::default(),
            rules: Rules::default(),
            items,
            ..Ledger::default()
        };
        let mut corpus = Corpus::default();
        corpus.refresh(&ledger);
        assert_eq!(
            [Field::Title, Field::Note].map(|field| corpus.pages()[0].text(field)),
            ["甲", "gdp"]
        );
        ledger.items[1] = item(2, "丙");
        let kept = std::ptr::from_ref(corpus.pages()[0].item());
        corpus.refresh(&ledger);
        assert_eq!(corpus.pages()[1].text(Field::Title), "丙");
        assert_eq!(std::ptr::from_ref(corpus.pages()[0].item()), kept);
        ledger.items.pop();
        corpus.refresh(&ledger);
        assert_eq!(corpus.pages().len(), 1);
    }
}
