//! The rows of a whole ledger: what large ledgers are searched by.
//!
//! Small ledgers need none; in large ones everything is found without it, too, only later. Building it takes a while,
//! so it is built beside the searches, from pages that are not to change; [`Index::follow`] then catches up.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use roaring::RoaringBitmap;

use crate::ledger::ItemId;
use crate::search::corpus::{Field, Page};
use crate::search::gather::{self, Gathered};
use crate::search::rows::Rows;

/// Where characters stand in the pages of a ledger.
#[derive(Debug, Default)]
pub struct Index {
    /// What this is the index of.
    pages: Vec<Arc<Page>>,
    titles: Rows,
    notes: Rows,
    /// The whole numbers of the items; of the others, their place is in `named`.
    numbers: Vec<u64>,
    named: RoaringBitmap,
}

impl Index {
    /// Builds the index of some pages with so many threads.
    pub fn build(pages: Vec<Arc<Page>>, threads: NonZero<usize>) -> Self {
        let mut index = Self::default();
        let parts: Vec<&[Arc<Page>]> = pages.chunks(gather::ITEMS).collect();
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            let (send, gathered) = channel();
            for _ in 0..threads.get().min(parts.len()) {
                let (send, next, parts) = (send.clone(), &next, &parts);
                scope.spawn(move || {
                    while let Some((part, pages)) = take(parts, next) {
                        let _ = send.send((part, gather(pages)));
                    }
                });
            }
            drop(send);
            // Taken in here while the threads go on.
            for (part, [titles, notes]) in gathered {
                let first = position(part * gather::ITEMS);
                index.titles.merge(first, titles);
                index.notes.merge(first, notes);
            }
        });
        for page in &pages {
            index.push_number(page);
        }
        index.pages = pages;
        index
    }

    /// Brings the index up to date with the pages; those that are still the same cost a pointer comparison.
    pub fn follow(&mut self, pages: &[Arc<Page>]) {
        while self.pages.len() > pages.len() {
            if let Some(page) = self.pages.pop() {
                let position = position(self.pages.len());
                self.take_out(position, &page);
                self.numbers.pop();
                self.named.remove(position);
            }
        }
        for (at, page) in pages.iter().enumerate() {
            match self.pages.get(at) {
                Some(known) if Arc::ptr_eq(known, page) => {}
                Some(known) => {
                    let known = Arc::clone(known);
                    self.take_out(position(at), &known);
                    self.put_in(position(at), page);
                    self.rename(at, page);
                }
                None => {
                    self.put_in(position(at), page);
                    self.push_number(page);
                    self.pages.push(Arc::clone(page));
                }
            }
        }
    }

    /// How many of these pages are not those of the index: what following them would cost.
    pub fn behind(&self, pages: &[Arc<Page>]) -> usize {
        let same = self.pages.iter().zip(pages);
        let same = same.filter(|(one, other)| Arc::ptr_eq(one, other)).count();
        self.pages.len().max(pages.len()) - same
    }

    /// The rows of one field.
    pub fn rows(&self, field: Field) -> &Rows {
        match field {
            Field::Title => &self.titles,
            Field::Note => &self.notes,
        }
    }

    /// The items that may be the one with this number: all that are, and those whose number is no whole one.
    pub fn numbered(&self, number: Option<u64>) -> RoaringBitmap {
        let mut items = self.named.clone();
        if let Some(number) = number {
            let same = |(at, known): (usize, &u64)| (*known == number).then(|| position(at));
            items.extend(self.numbers.iter().enumerate().filter_map(same));
        }
        items
    }

    fn put_in(&mut self, position: u32, page: &Page) {
        self.titles.add(position, page.text(Field::Title));
        self.notes.add(position, page.text(Field::Note));
    }

    fn take_out(&mut self, position: u32, page: &Page) {
        self.titles.remove(position, page.text(Field::Title));
        self.notes.remove(position, page.text(Field::Note));
    }

    fn push_number(&mut self, page: &Page) {
        let at = self.numbers.len();
        self.numbers.push(0);
        self.number(at, page);
    }

    fn rename(&mut self, at: usize, page: &Arc<Page>) {
        if let Some(known) = self.pages.get_mut(at) {
            *known = Arc::clone(page);
        }
        self.named.remove(position(at));
        self.number(at, page);
    }

    fn number(&mut self, at: usize, page: &Page) {
        match (&page.item().id, self.numbers.get_mut(at)) {
            (ItemId::Number(number), Some(known)) => *known = *number,
            _ => {
                self.named.insert(position(at));
            }
        }
    }
}

/// Rows count in 32 bits: a ledger of more items than that fits in no memory.
pub fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The next part that nobody has taken.
fn take<'p, T>(parts: &[&'p [T]], next: &AtomicUsize) -> Option<(usize, &'p [T])> {
    let part = next.fetch_add(1, Ordering::Relaxed);
    parts.get(part).map(|pages| (part, *pages))
}

/// The titles and the notes of a part.
fn gather(pages: &[Arc<Page>]) -> [Gathered; 2] {
    [Field::Title, Field::Note].map(|field| {
        let mut gathered = Gathered::default();
        for (offset, page) in (0..).zip(pages) {
            gathered.add(offset, page.text(field));
        }
        gathered
    })
}
