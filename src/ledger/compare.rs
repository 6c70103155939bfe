//! What became of the items of one version of a ledger in another.

use std::collections::HashSet;
use std::sync::Arc;

use crate::ledger::{Directory, Item, ItemId, ItemRef, Ledger, Unresolved};

/// What is different between two versions of a ledger. Items are named by the number that they have now, removed ones by
/// the number that they had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Items with another text or other figures.
    pub changed: Vec<ItemId>,
    /// Items that were not there before.
    pub added: Vec<ItemId>,
    /// Items that are not there any more.
    pub removed: Vec<ItemId>,
    /// Items with another number: the old one and the new one.
    pub renumbered: Vec<(ItemId, ItemId)>,
}

impl Changes {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The items that are different in any way, each once.
    pub fn ids(&self) -> Vec<&ItemId> {
        let renumbered = self.renumbered.iter().map(|(_, now)| now);
        let others = self.changed.iter().chain(&self.added).chain(&self.removed);
        let mut seen = HashSet::new();
        others
            .chain(renumbered)
            .filter(|id| seen.insert(*id))
            .collect()
    }

    /// Adds what became different later.
    pub fn extend(&mut self, later: Self) {
        let add = |ids: &mut Vec<ItemId>, more: Vec<ItemId>| {
            let known: HashSet<&ItemId> = ids.iter().collect();
            let more: Vec<ItemId> = more.into_iter().filter(|id| !known.contains(id)).collect();
            ids.extend(more);
        };
        add(&mut self.changed, later.changed);
        add(&mut self.added, later.added);
        add(&mut self.removed, later.removed);
        self.renumbered.extend(later.renumbered);
    }
}

/// The items of one version of a ledger in a later one.
#[derive(Debug)]
pub struct Succession<'l> {
    old: &'l Ledger,
    new: &'l Ledger,
    /// The two directories; `None` where the items stand as they stood, each with its number and title.
    moved: Option<(Directory<'l>, Directory<'l>)>,
}

impl<'l> Succession<'l> {
    /// Follows the items of `old` into `new`.
    pub fn between(old: &'l Ledger, new: &'l Ledger) -> Self {
        let mut pairs = old.items.iter().zip(&new.items);
        let is_plain = old.items.len() == new.items.len()
            && pairs.all(|(old, new)| {
                Arc::ptr_eq(old, new) || (old.id == new.id && old.title == new.title)
            });
        let moved = (!is_plain).then(|| (Directory::of(old), Directory::of(new)));
        Self { old, new, moved }
    }

    /// Whether all items stand as they stood, each with its number and title.
    pub fn is_plain(&self) -> bool {
        self.moved.is_none()
    }

    /// The old version.
    pub fn earlier(&self) -> &'l Ledger {
        self.old
    }

    /// The new version.
    pub fn later(&self) -> &'l Ledger {
        self.new
    }

    /// Where the item at an old position is now.
    ///
    /// # Errors
    ///
    /// Where that is not sure.
    pub fn of_position(&self, old_position: usize) -> Result<usize, Unresolved> {
        match (self.old.items.get(old_position), &self.moved) {
            (Some(_), None) => Ok(old_position),
            (Some(item), Some(_)) => self.of_item(item),
            (None, _) => Err(Unresolved::Gone),
        }
    }

    /// The number by now of the item that had this one; `None` where that is not sure.
    pub fn of_id(&self, old_id: &ItemId) -> Option<ItemId> {
        let Some((old, new)) = &self.moved else {
            return Some(old_id.clone());
        };
        let position = new.resolve(&old.item_ref(old_id)?).ok()?;
        self.new.items.get(position).map(|item| item.id.clone())
    }

    /// Where an item of the old version, or of one before, is now.
    ///
    /// # Errors
    ///
    /// Where that is not sure.
    pub fn of_item(&self, item: &Arc<Item>) -> Result<usize, Unresolved> {
        let Some((old, new)) = &self.moved else {
            let known = ItemRef::of_item(item);
            return self.new.resolve(&known);
        };
        let known = old.item_ref(&item.id);
        let known = known.filter(|known| known.title() == item.title);
        new.resolve(&known.unwrap_or_else(|| ItemRef::of_item(item)))
    }

    /// What is different.
    pub fn changes(&self) -> Changes {
        let mut changes = Changes::default();
        let Some((_, directory)) = &self.moved else {
            let pairs = self.old.items.iter().zip(&self.new.items);
            changes.changed = pairs
                .filter(|(old, new)| !Arc::ptr_eq(old, new) && old != new)
                .map(|(_, new)| new.id.clone())
                .collect();
            return changes;
        };
        let mut old_of: Vec<Option<&Arc<Item>>> = vec![None; self.new.items.len()];
        let mut unresolved = Vec::new();
        for (old_position, old) in self.old.items.iter().enumerate() {
            let position = self.of_position(old_position).ok();
            match position.and_then(|position| old_of.get_mut(position)) {
                Some(place @ None) => *place = Some(old),
                _ => unresolved.push(old),
            }
        }
        for old in unresolved {
            // To a reader, what has the number is the item, whatever else became of it.
            let position = directory.position(&old.id);
            match position.and_then(|position| old_of.get_mut(position)) {
                Some(place @ None) => *place = Some(old),
                _ => changes.removed.push(old.id.clone()),
            }
        }
        for (new, old) in self.new.items.iter().zip(old_of) {
            let Some(old) = old else {
                changes.added.push(new.id.clone());
                continue;
            };
            if old.id != new.id {
                changes.renumbered.push((old.id.clone(), new.id.clone()));
            }
            if !old.is_same_but_for_id(new) {
                changes.changed.push(new.id.clone());
            }
        }
        changes.removed.sort();
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(items: &[(u64, &str, &str)]) -> Ledger {
        let item = |&(id, title, note): &(u64, &str, &str)| {
            Arc::new(Item::new(ItemId::Number(id), title, note))
        };
        Ledger {
            items: items.iter().map(item).collect(),
            ..Ledger::default()
        }
    }

    fn changes(old: &[(u64, &str, &str)], new: &[(u64, &str, &str)]) -> [String; 4] {
        let (old, new) = (ledger(old), ledger(new));
        let changes = Succession::between(&old, &new).changes();
        let said = |ids: &[ItemId]| {
            ids.iter()
                .map(ItemId::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let renumbered = changes.renumbered.iter();
        let renumbered: Vec<String> = renumbered
            .map(|(old, new)| format!("{old}>{new}"))
            .collect();
        [
            said(&changes.changed),
            said(&changes.added),
            said(&changes.removed),
            renumbered.join(" "),
        ]
    }

    const OLD: &[(u64, &str, &str)] = &[(1, "甲题", "甲"), (2, "乙题", "乙"), (3, "丙题", "丙")];

    #[test]
    fn changed_new_and_gone_items_are_told_once_each() {
        let new = [(3, "丙题", "丙"), (2, "乙题", "改"), (4, "丁题", "丁")];
        assert_eq!(changes(OLD, &new), ["2", "4", "1", ""]);
        assert_eq!(changes(OLD, OLD), ["", "", "", ""]);
        let noted = [OLD[0], (2, "乙题", "改"), OLD[2]];
        assert_eq!(changes(OLD, &noted), ["2", "", "", ""]);
    }

    #[test]
    fn an_item_put_in_on_top_changes_no_other() {
        let new = [
            (1, "新题", ""),
            (2, "甲题", "甲"),
            (3, "乙题", "改"),
            (4, "丙题", "丙"),
        ];
        assert_eq!(changes(OLD, &new), ["3", "1", "", "1>2 2>3 3>4"]);
        assert_eq!(changes(&new, OLD), ["2", "", "1", "2>1 3>2 4>3"]);
    }

    #[test]
    fn an_item_with_another_title_is_a_changed_one() {
        let new = [OLD[0], (2, "另一题", "另一句"), OLD[2]];
        assert_eq!(changes(OLD, &new), ["2", "", "", ""]);
    }

    #[test]
    fn items_with_one_title_are_told_once_each() {
        let old = [(1, "题", ""), (2, "题", "")];
        assert_eq!(changes(&old, &old[..1]), ["", "", "2", ""]);
        assert_eq!(changes(&old[..1], &old), ["", "2", "", ""]);
    }

    #[test]
    fn later_changes_are_told_with_the_earlier_ones() {
        let of = |number| Changes {
            changed: vec![ItemId::Number(number)],
            ..Changes::default()
        };
        let mut all = of(1);
        all.extend(of(2));
        all.extend(of(1));
        assert_eq!(all.changed, [ItemId::Number(1), ItemId::Number(2)]);
        assert!(!all.is_empty() && Changes::default().is_empty());
    }
}
