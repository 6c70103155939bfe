//! The names of units or labels that a filter asks for a part of.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ledger::Item;
use crate::search::corpus::Page;
use crate::text::folded;

/// All names there are, and which of them have the part: there are few names and many items.
pub struct Names<'c> {
    of: fn(&Item) -> &[String],
    known: HashMap<&'c str, bool>,
}

impl<'c> Names<'c> {
    /// The names with this part (folded) or one of several parted by commas, among those that `of` gives for the items of these pages.
    pub fn having(part: &str, pages: &'c [Arc<Page>], of: fn(&Item) -> &[String]) -> Self {
        let mut known = HashMap::new();
        for name in pages.iter().flat_map(|page| of(page.item())) {
            known.entry(name.as_str()).or_insert_with(|| {
                let name: String = name.chars().map(folded).collect();
                has_part(&name, part)
            });
        }
        Self { of, known }
    }

    /// Whether one of them is a name of the item of this page.
    pub fn are_of(&self, page: &Page) -> bool {
        let names = (self.of)(page.item());
        names
            .iter()
            .any(|name| self.known.get(name.as_str()) == Some(&true))
    }
}

/// Whether a name (folded) has this part, or one of several that commas part.
pub fn has_part(name: &str, part: &str) -> bool {
    let mut parts = part.split(',').filter(|part| !part.is_empty()).peekable();
    parts.peek().is_none() || parts.any(|part| name.contains(part))
}
