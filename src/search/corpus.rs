//! The texts of a ledger, folded once for all queries.

use std::sync::Arc;

use memchr::memmem::Finder;

use jiff::civil::Date;

use crate::ledger::{Item, Ledger, Rules, Status, judge};
use crate::text::folded;

/// The folded texts of every item of a ledger, in the ledger's order.
#[derive(Debug, Default)]
pub struct Corpus {
    pages: Vec<Page>,
    /// What the verdicts of the pages depend on beside the items.
    judged_by: Option<Judging>,
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

impl Corpus {
    /// Brings the corpus up to date with a ledger. Items that are still the same cost a pointer comparison.
    pub fn refresh(&mut self, ledger: &Ledger) {
        let judging = (ledger.heading.year, ledger.heading.as_of, ledger.rules);
        if self.judged_by.replace(judging) != Some(judging) {
            self.pages.clear();
        }
        self.pages.truncate(ledger.items.len());
        for (index, item) in ledger.items.iter().enumerate() {
            match self.pages.get_mut(index) {
                Some(page) if Arc::ptr_eq(&page.item, item) => {}
                Some(page) => *page = Page::new(ledger, item),
                None => self.pages.push(Page::new(ledger, item)),
            }
        }
    }

    /// The pages, in the ledger's order.
    pub fn pages(&self) -> &[Page] {
        &self.pages
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

    /// The folded promise.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.item.title)
    }

    /// The folded note.
    pub fn note(&self) -> &str {
        self.note.as_deref().unwrap_or(&self.item.progress)
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
        };
        let mut corpus = Corpus::default();
        corpus.refresh(&ledger);
        assert_eq!(
            (corpus.pages()[0].title(), corpus.pages()[0].note()),
            ("甲", "gdp")
        );
        ledger.items[1] = item(2, "丙");
        let kept = std::ptr::from_ref(corpus.pages()[0].item());
        corpus.refresh(&ledger);
        assert_eq!(corpus.pages()[1].title(), "丙");
        assert_eq!(std::ptr::from_ref(corpus.pages()[0].item()), kept);
        ledger.items.pop();
        corpus.refresh(&ledger);
        assert_eq!(corpus.pages().len(), 1);
    }
}
