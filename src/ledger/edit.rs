//! Edits of the ledger as values, each with its inverse: undo is the inverse edit, saved like any other.

use std::sync::Arc;

use crate::ledger::{ItemId, Ledger};

/// One item's progress note rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteEdit {
    /// Whose note.
    pub id: ItemId,
    /// The note as it was; the edit applies only where it still is.
    pub before: String,
    /// The note as it will be.
    pub after: String,
}

impl NoteEdit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            id: self.id.clone(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }

    /// Applies the edit. Returns the place of the item in the ledger, or `None`, changing nothing, where there is no
    /// such item or its note is not the one the edit was made on.
    pub fn apply(&self, ledger: &mut Ledger) -> Option<usize> {
        let position = ledger.position(&self.id)?;
        let item = ledger.items.get_mut(position)?;
        if item.progress != self.before {
            return None;
        }
        Arc::make_mut(item).progress.clone_from(&self.after);
        Some(position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Heading, Item, Rules};

    fn ledger() -> Ledger {
        let item =
            |number, note: &str| Arc::new(Item::new(ItemId::Number(number), "promise", note));
        Ledger {
            heading: Heading::default(),
            rules: Rules::default(),
            items: vec![item(1, "甲"), item(2, "乙")],
        }
    }

    #[test]
    fn an_edit_and_its_inverse_leave_the_ledger_as_it_was() {
        let (before, mut ledger) = (self::ledger(), self::ledger());
        let edit = NoteEdit {
            id: ItemId::Number(2),
            before: "乙".into(),
            after: "丙".into(),
        };
        assert_eq!(edit.apply(&mut ledger), Some(1));
        assert_eq!(ledger.items[1].progress, "丙");
        assert_eq!(
            before.items[1].progress, "乙",
            "a snapshot taken earlier keeps its text"
        );
        assert_eq!(edit.inverse().apply(&mut ledger), Some(1));
        assert_eq!(ledger, before);
    }

    #[test]
    fn an_edit_of_another_text_is_refused() {
        let mut ledger = ledger();
        let edit = NoteEdit {
            id: ItemId::Number(2),
            before: "甲".into(),
            after: "丙".into(),
        };
        assert_eq!(edit.apply(&mut ledger), None);
        assert_eq!(ledger, self::ledger());
    }
}
