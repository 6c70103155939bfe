//! Edits that were saved, to be taken back or made again: each of those is a save of its own.
//!
//! Somebody else may have changed what an edit would put back. Such an edit is passed over, with a word, and stands in the
//! way of no other; as soon as the file is as it was, it can be taken back again.

use std::collections::HashSet;

use crate::app::msg::{SaveKind, SaveRequest};
use crate::ledger::{Directory, Edit, ItemId, ItemRef, Ledger};

/// The most edits that are remembered.
const LIMIT: usize = 1_000;

/// What was saved in this session, and what was taken back of it.
#[derive(Debug, Default)]
pub struct History {
    /// In the order in which they were made.
    done: Vec<Step>,
    /// In the order in which they were taken back.
    undone: Vec<Step>,
    /// The number of the next edit.
    next: u64,
}

/// An edit that was saved.
#[derive(Clone, Debug)]
struct Step {
    /// Its place among all edits of the session.
    number: u64,
    edit: Edit,
    /// Whether it was told that it is passed over.
    is_skipped: bool,
}

/// What undo or redo comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// A save.
    Save(SaveRequest),
    /// Nothing: the next edit is passed over from now on.
    Skipped(ItemRef),
    /// Nothing is left but edits that are passed over, the newest first.
    OnlySkipped(Vec<ItemId>),
    /// There is nothing.
    Nothing,
}

impl History {
    /// Whether nothing was saved.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// Whether there is anything to take back, passed over or not.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is anything to make again, passed over or not.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The save that takes the last edit back which can be taken back.
    pub fn undo(&mut self, ledger: &Ledger) -> Next {
        next(&mut self.done, SaveKind::Undo, ledger)
    }

    /// The save that makes the last edit again which was taken back and can be made again.
    pub fn redo(&mut self, ledger: &Ledger) -> Next {
        next(&mut self.undone, SaveKind::Redo, ledger)
    }

    /// The items that are not as they were when the session began, the one changed last first.
    pub fn changed(&self) -> Vec<&ItemId> {
        let mut seen = HashSet::new();
        let steps = self.done.iter().rev();
        let ids = steps.map(|step| step.edit.item.id());
        ids.filter(|id| seen.insert(*id)).collect()
    }

    /// Remembers a save that is in the file; `item` is what it was made to.
    pub fn record(&mut self, request: &SaveRequest, item: &ItemRef) {
        match request.kind {
            SaveKind::Edit => {
                self.undone.clear();
                self.done.push(Step {
                    number: self.next,
                    edit: Edit {
                        item: item.clone(),
                        ..request.edit.clone()
                    },
                    is_skipped: false,
                });
                self.next += 1;
            }
            SaveKind::Undo => {
                if let Some(step) = taken(&mut self.done, request) {
                    self.undone.push(step);
                }
            }
            SaveKind::Redo => {
                if let Some(step) = taken(&mut self.undone, request) {
                    let later = self.done.iter().rposition(|it| it.number < step.number);
                    self.done.insert(later.map_or(0, |at| at + 1), step);
                }
            }
        }
        if self.done.len() > LIMIT {
            self.done.remove(0);
        }
    }

    /// Takes note of what an item is after a save.
    pub fn refresh(&mut self, item: &ItemRef) {
        self.steps_mut()
            .filter(|step| step.edit.item == *item)
            .for_each(|step| step.edit.item = item.clone());
    }

    /// Passes over the edit that a save should have taken back or made again, and could not. Says whether there is one.
    pub fn skip(&mut self, request: &SaveRequest) -> bool {
        let steps = match request.kind {
            SaveKind::Edit => return false,
            SaveKind::Undo => &mut self.done,
            SaveKind::Redo => &mut self.undone,
        };
        let step = position(steps, request).and_then(|at| steps.get_mut(at));
        step.map(|step| step.is_skipped = true).is_some()
    }

    /// Follows the items into another version of the ledger.
    pub fn follow(&mut self, directory: &Directory<'_>) {
        for step in self.steps_mut() {
            let position = directory.resolve(&step.edit.item).ok();
            let item = position.and_then(|position| directory.item_ref_at(position));
            // What nobody is sure of stays what it was, and is seen when it would be saved.
            if let Some(item) = item {
                step.edit.item = item;
            }
        }
    }

    fn steps_mut(&mut self) -> impl Iterator<Item = &mut Step> {
        self.done.iter_mut().chain(&mut self.undone)
    }
}

/// The edit that undo or redo would save for a step.
fn edit_for(step: &Step, kind: SaveKind) -> Edit {
    match kind {
        SaveKind::Undo => step.edit.inverse(),
        SaveKind::Edit | SaveKind::Redo => step.edit.clone(),
    }
}

/// Looks for the newest step that can be saved. One that cannot, and of which that was not told yet, ends the search.
fn next(steps: &mut [Step], kind: SaveKind, ledger: &Ledger) -> Next {
    let mut skipped = Vec::new();
    for step in steps.iter_mut().rev() {
        let edit = edit_for(step, kind);
        if edit.applied(ledger).is_ok() {
            return Next::Save(SaveRequest { edit, kind });
        }
        if !std::mem::replace(&mut step.is_skipped, true) {
            return Next::Skipped(step.edit.item.clone());
        }
        skipped.push(step.edit.item.id().clone());
    }
    if skipped.is_empty() {
        Next::Nothing
    } else {
        Next::OnlySkipped(skipped)
    }
}

/// The position of the step that a save was made from.
fn position(steps: &[Step], request: &SaveRequest) -> Option<usize> {
    let is_it = |step: &Step| edit_for(step, request.kind).is_same_change(&request.edit);
    steps.iter().rposition(is_it)
}

fn taken(steps: &mut Vec<Step>, request: &SaveRequest) -> Option<Step> {
    let mut step = steps.remove(position(steps, request)?);
    step.is_skipped = false;
    Some(step)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ledger::Item;

    /// A ledger with these notes, and the history of its saves.
    struct Session {
        ledger: Ledger,
        history: History,
    }

    impl Session {
        fn new(notes: &[&str]) -> Self {
            let item = |(number, note): (u64, &&str)| {
                Arc::new(Item::new(
                    ItemId::Number(number),
                    format!("题{number}"),
                    *note,
                ))
            };
            let ledger = Ledger {
                items: (1..).zip(notes).map(item).collect(),
                ..Ledger::default()
            };
            let history = History::default();
            Self { ledger, history }
        }

        fn notes(&self) -> String {
            self.ledger
                .items
                .iter()
                .map(|item| item.progress.as_str())
                .collect()
        }

        fn save(&mut self, request: &SaveRequest) {
            let position = request.edit.apply(&mut self.ledger).unwrap();
            let item = self.ledger.item_ref(position).unwrap();
            self.history.refresh(&item);
            self.history.record(request, &item);
        }

        fn write(&mut self, position: usize, note: &str) {
            let item = self.ledger.item_ref(position).unwrap();
            let before = self.ledger.items[position].progress.clone();
            let edit = Edit::of_note(item, before, note);
            let kind = SaveKind::Edit;
            self.save(&SaveRequest { edit, kind });
        }

        /// Somebody else writes a note.
        fn they_write(&mut self, position: usize, note: &str) {
            Arc::make_mut(&mut self.ledger.items[position]).progress = note.into();
        }

        /// Ctrl-Z or Ctrl-Y; gives the notes, or what is told.
        fn press(&mut self, key: char) -> String {
            let next = match key {
                'z' => self.history.undo(&self.ledger),
                _ => self.history.redo(&self.ledger),
            };
            match next {
                Next::Save(request) => {
                    self.save(&request);
                    self.notes()
                }
                Next::Skipped(item) => format!("skipped {}", item.id()),
                Next::OnlySkipped(ids) => format!("only {ids:?}"),
                Next::Nothing => "nothing".into(),
            }
        }
    }

    #[test]
    fn undo_and_redo_walk_the_same_way() {
        let mut session = Session::new(&["甲"]);
        session.write(0, "乙");
        session.write(0, "丙");
        let walked: Vec<String> = "zzzyyy".chars().map(|key| session.press(key)).collect();
        assert_eq!(walked, ["乙", "甲", "nothing", "乙", "丙", "nothing"]);
    }

    #[test]
    fn a_new_edit_ends_redo() {
        let mut session = Session::new(&["甲"]);
        session.write(0, "乙");
        session.press('z');
        session.write(0, "丁");
        assert_eq!(session.press('y'), "nothing");
    }

    #[test]
    fn an_edit_that_cannot_be_taken_back_is_passed_over_until_it_can() {
        let mut session = Session::new(&["甲", "乙"]);
        session.write(0, "一");
        session.write(1, "二");
        session.they_write(1, "改");
        let walked: Vec<String> = "zzzyz".chars().map(|key| session.press(key)).collect();
        let only = format!("only {:?}", [ItemId::Number(2)]);
        assert_eq!(walked, ["skipped 2", "甲改", &only, "一改", "甲改"]);
        session.they_write(1, "二");
        assert_eq!(session.press('z'), "甲乙", "the file is as it was");
        assert_eq!(session.press('z'), "nothing");
        assert_eq!(session.press('y'), "甲二");
        assert_eq!(session.press('y'), "一二");
        // The order in which they were made is the order in which they are taken back.
        assert_eq!(session.press('z'), "一乙");
    }

    #[test]
    fn an_edit_that_cannot_be_made_again_is_passed_over_too() {
        let mut session = Session::new(&["甲", "乙"]);
        session.write(0, "一");
        session.write(1, "二");
        session.press('z');
        session.press('z');
        session.they_write(0, "改");
        let walked: Vec<String> = "yyy".chars().map(|key| session.press(key)).collect();
        let only = format!("only {:?}", [ItemId::Number(1)]);
        assert_eq!(walked, ["skipped 1", "改二", &only]);
        session.they_write(0, "甲");
        assert_eq!(session.press('y'), "一二");
    }

    #[test]
    fn a_save_that_fails_passes_its_edit_over() {
        let mut session = Session::new(&["甲", "乙"]);
        session.write(0, "一");
        session.write(1, "二");
        // The ledger that is known here is not that of the file.
        let Next::Save(request) = session.history.undo(&session.ledger) else {
            panic!("something to undo");
        };
        assert!(session.history.skip(&request));
        session.they_write(1, "改");
        assert_eq!(session.press('z'), "甲改");
        let kind = SaveKind::Edit;
        assert!(!session.history.skip(&SaveRequest { kind, ..request }));
    }

    #[test]
    fn undo_follows_the_item_to_its_new_number() {
        let mut session = Session::new(&["甲", "乙"]);
        session.write(1, "二");
        let item = |number, title: &str, note: &str| {
            Arc::new(Item::new(ItemId::Number(number), title, note))
        };
        session.ledger.items = vec![
            item(1, "新", "二"),
            item(2, "题1", "甲"),
            item(3, "题2", "二"),
        ];
        session.history.follow(&Directory::of(&session.ledger));
        assert_eq!(session.history.changed(), [&ItemId::Number(3)]);
        assert_eq!(session.press('z'), "二甲乙");
        session.ledger.items.remove(2);
        session.ledger.items[1] = item(3, "别的", "乙");
        session.history.follow(&Directory::of(&session.ledger));
        assert_eq!(session.press('y'), "skipped 3");
        assert_eq!(session.notes(), "二乙");
    }
}
