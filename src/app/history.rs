//! Edits that were saved, to be taken back or made again: each of those is a save of its own.

use std::collections::HashSet;

use crate::app::msg::{SaveKind, SaveRequest};
use crate::ledger::{Edit, ItemId};

/// The most edits that are remembered.
const LIMIT: usize = 1_000;

/// What was saved in this session, and what was taken back of it.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl History {
    /// The save that takes the last edit back.
    pub fn undo(&self) -> Option<SaveRequest> {
        Some(SaveRequest {
            edit: self.done.last()?.inverse(),
            kind: SaveKind::Undo,
        })
    }

    /// The save that makes the last edit that was taken back again.
    pub fn redo(&self) -> Option<SaveRequest> {
        Some(SaveRequest {
            edit: self.undone.last()?.clone(),
            kind: SaveKind::Redo,
        })
    }

    /// The items that are not as they were when the session began, the one changed last first.
    pub fn changed(&self) -> Vec<&ItemId> {
        let mut seen = HashSet::new();
        let edits = self.done.iter().rev();
        let ids = edits.map(|edit| &edit.id);
        ids.filter(|id| seen.insert(*id)).collect()
    }

    /// Remembers a save that is in the file.
    pub fn record(&mut self, request: &SaveRequest) {
        match request.kind {
            SaveKind::Edit => {
                self.undone.clear();
                self.done.push(request.edit.clone());
            }
            SaveKind::Undo => {
                self.done.pop();
                self.undone.push(request.edit.inverse());
            }
            SaveKind::Redo => {
                self.undone.pop();
                self.done.push(request.edit.clone());
            }
        }
        if self.done.len() > LIMIT {
            self.done.remove(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::ItemId;

    fn edit(before: &str, after: &str) -> SaveRequest {
        let edit = Edit::of_note(ItemId::Number(1), before, after);
        SaveRequest {
            edit,
            kind: SaveKind::Edit,
        }
    }

    #[test]
    fn undo_and_redo_walk_the_same_way() {
        let mut history = History::default();
        history.record(&edit("甲", "乙"));
        history.record(&edit("乙", "丙"));
        let mut walked = Vec::new();
        for _ in 0..2 {
            let undo = history.undo().expect("something to undo");
            walked.push(undo.edit.changes[0].after.clone());
            history.record(&undo);
        }
        assert!(history.undo().is_none());
        for _ in 0..2 {
            let redo = history.redo().expect("something to redo");
            walked.push(redo.edit.changes[0].after.clone());
            history.record(&redo);
        }
        assert_eq!(
            walked,
            ["乙", "甲", "乙", "丙"].map(|note| Some(note.into()))
        );
        assert!(history.redo().is_none());
    }

    #[test]
    fn a_new_edit_ends_redo() {
        let mut history = History::default();
        history.record(&edit("甲", "乙"));
        let undo = history.undo().expect("something to undo");
        history.record(&undo);
        history.record(&edit("甲", "丁"));
        assert!(history.redo().is_none());
    }
}
