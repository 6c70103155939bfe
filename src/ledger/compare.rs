//! What is different between two versions of a ledger.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ledger::{Item, ItemId, Ledger};

/// The items that are not the same in both ledgers, new ones included, in the order of the new one; then those that
/// are gone.
pub fn changed_items(old: &Ledger, new: &Ledger) -> Vec<ItemId> {
    let mut known: HashMap<&ItemId, &Arc<Item>> =
        old.items.iter().map(|item| (&item.id, item)).collect();
    let mut changed = Vec::new();
    for item in &new.items {
        let is_same = known
            .remove(&item.id)
            .is_some_and(|known| Arc::ptr_eq(known, item) || known == item);
        if !is_same {
            changed.push(item.id.clone());
        }
    }
    let mut gone: Vec<ItemId> = known.into_keys().cloned().collect();
    gone.sort();
    changed.extend(gone);
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Heading, Rules};

    #[test]
    fn changed_new_and_gone_items_are_told_once_each() {
        let ledger = |notes: &[(u64, &str)]| Ledger {
            heading: Heading::default(),
            rules: Rules::default(),
            ignored: Vec::new(),
            items: notes
                .iter()
                .map(|(number, note)| Arc::new(Item::new(ItemId::Number(*number), "题", *note)))
                .collect(),
        };
        let old = ledger(&[(1, "甲"), (2, "乙"), (3, "丙")]);
        let new = ledger(&[(3, "丙"), (2, "改"), (4, "丁")]);
        let ids: Vec<String> = changed_items(&old, &new)
            .iter()
            .map(ItemId::to_string)
            .collect();
        assert_eq!(ids, ["2", "4", "1"]);
        assert!(changed_items(&old, &old.clone()).is_empty());
    }
}
