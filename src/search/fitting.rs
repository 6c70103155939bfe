//! Whether an item is what a filter asks for.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ledger::ItemId;
use crate::search::corpus::Page;
use crate::search::query::{Filter, FilterKind};
use crate::text::folded;

/// A filter that knows its answer for every unit and label there is: there are few of them and many items.
pub struct Fitting<'c> {
    filter: &'c Filter,
    names: HashMap<&'c str, bool>,
}

impl<'c> Fitting<'c> {
    /// Makes a filter ready for these pages.
    pub fn new(filter: &'c Filter, pages: &'c [Arc<Page>]) -> Self {
        let mut names = HashMap::new();
        if let FilterKind::Lead(part) | FilterKind::Tag(part) = &filter.kind {
            for name in pages.iter().flat_map(|page| names_of(&filter.kind, page)) {
                names.entry(name).or_insert_with(|| {
                    let name: String = name.chars().map(folded).collect();
                    name.contains(part)
                });
            }
        }
        Self { filter, names }
    }

    /// Whether the item of this page is what is asked for.
    pub fn has(&self, page: &Page) -> bool {
        let is_it = match &self.filter.kind {
            FilterKind::Status(statuses) => statuses.contains(&page.status()),
            FilterKind::Number(number) => match &page.item().id {
                ItemId::Number(id) => number.parse() == Ok(*id),
                ItemId::Text(id) => id.eq_ignore_ascii_case(number),
            },
            kind => names_of(kind, page).any(|name| self.names.get(name) == Some(&true)),
        };
        is_it != self.filter.is_not
    }
}

fn names_of<'p>(kind: &FilterKind, page: &'p Page) -> impl Iterator<Item = &'p str> {
    let (lead, tags) = match kind {
        FilterKind::Status(_) | FilterKind::Number(_) => (None, [].as_slice()),
        FilterKind::Lead(_) => (page.item().lead.as_deref(), [].as_slice()),
        FilterKind::Tag(_) => (None, page.item().tags.as_slice()),
    };
    lead.into_iter().chain(tags.iter().map(String::as_str))
}
