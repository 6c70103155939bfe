//! Somebody else changed what is being written here: the user sees both texts and what both began with, and chooses.
//! Nothing is written before, and nothing is dropped.

use crate::app::editor::Editor;
use crate::app::{App, Effect, Mode, Notice};
use crate::ledger::merge::merged;
use crate::ledger::{Slot, Value};

/// What stands between two texts of the same field, theirs above and ours below; a notice says which is which.
pub const BETWEEN_TEXTS: &str = "————————";

/// Texts of the same field that must become one.
#[derive(Debug)]
pub struct Merging {
    /// The editor with the user's own text.
    pub editor: Box<Editor>,
    /// What both changed, one after the other; never empty.
    pub conflicts: Vec<Conflict>,
    /// The index of the choice under the cursor.
    pub choice: usize,
    /// The first row of the texts in sight.
    pub top: usize,
    /// Whether the next measures should bring the first difference into sight.
    pub seeks_difference: bool,
    /// How many there were at first.
    pub count: usize,
    /// Whether the user was saving: then the choice is saved at once.
    saves: bool,
    /// Whether nothing of the user's own was given up so far.
    keeps_ours: bool,
}

/// A field that both changed, in different ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Which.
    pub slot: Slot,
    /// What both began with.
    pub base: String,
    /// What the file has now.
    pub theirs: Option<Value>,
    /// What is being written here.
    pub ours: String,
    /// Both together, where they changed different lines.
    pub merged: Option<String>,
}

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The user's own text; theirs goes.
    Ours,
    /// Their text; the user's own goes.
    Theirs,
    /// The changes of both, which are in different lines.
    Merged,
    /// Both texts in the editor, one below the other, to be put together by hand.
    Both,
    /// Back to the editor; it is asked again at the next save.
    GoOn,
}

impl Conflict {
    /// What can be chosen here. The last one loses nothing and writes nothing: the cursor begins there.
    pub fn choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        if self.merged.is_some() {
            choices.push(Choice::Merged);
        }
        choices.extend([Choice::Ours, Choice::Theirs]);
        if self.slot.has_lines() {
            choices.push(Choice::Both);
        }
        choices.push(Choice::GoOn);
        choices
    }

    /// Their text.
    pub fn their_text(&self) -> String {
        self.theirs
            .as_ref()
            .map(Value::to_string)
            .unwrap_or_default()
    }
}

impl Merging {
    /// The conflict to be settled now.
    pub fn conflict(&self) -> Option<&Conflict> {
        self.conflicts.first()
    }

    /// The choice under the cursor.
    pub fn choice(&self) -> Choice {
        let choices = self.conflict().map(Conflict::choices).unwrap_or_default();
        choices.get(self.choice).copied().unwrap_or(Choice::GoOn)
    }

    /// Moves between the choices, round and round.
    pub fn choose_next(&mut self, by: isize) {
        let count = self
            .conflict()
            .map_or(1, |conflict| conflict.choices().len());
        let next = self.choice.cast_signed() + by;
        self.choice = next.rem_euclid(count.cast_signed()).cast_unsigned();
    }

    fn cursor_to_last(&mut self) {
        let count = self
            .conflict()
            .map_or(1, |conflict| conflict.choices().len());
        (self.choice, self.top, self.seeks_difference) = (count - 1, 0, true);
    }
}

impl App {
    /// Puts the open editor on the fields as they are in the file now. Fields that only one side changed follow that
    /// side; where both changed the same one the user is asked. Says whether all is settled.
    pub(super) fn meet_theirs(&mut self, saves: bool) -> bool {
        if self.mode.editor().is_none() {
            return true;
        }
        let position = self.edited();
        let item = position.and_then(|position| self.ledger.items.get(position));
        let (Some(item), Some(editor)) = (item, self.mode.editor_mut()) else {
            return false;
        };
        if editor.is_order() {
            // Whether the order still stands where it stood is seen when it is saved.
            return true;
        }
        let mut conflicts = Vec::new();
        for entry in &mut editor.entries {
            let theirs = item.value(&entry.slot);
            let text = theirs.as_ref().map(Value::to_string).unwrap_or_default();
            if text == entry.base()
                || text == entry.field.text()
                || entry.has_merged(theirs.as_ref())
            {
                entry.rebase(theirs);
            } else if !entry.is_changed() {
                entry.rebase(theirs);
                entry.field.replace(&text);
            } else {
                let (base, ours) = (entry.base().to_owned(), entry.field.text().to_owned());
                let merged = entry.slot.has_lines().then(|| merged(&base, &ours, &text));
                conflicts.push(Conflict {
                    slot: entry.slot.clone(),
                    base,
                    theirs,
                    ours,
                    merged: merged.flatten(),
                });
            }
        }
        if conflicts.is_empty() {
            return true;
        }
        self.ask_to_merge(conflicts, saves);
        false
    }

    fn ask_to_merge(&mut self, conflicts: Vec<Conflict>, saves: bool) {
        self.mode = match std::mem::replace(&mut self.mode, Mode::Browse) {
            Mode::Edit(editor) | Mode::Ask(_, editor) => {
                let mut merging = Merging {
                    editor,
                    count: conflicts.len(),
                    conflicts,
                    choice: 0,
                    top: 0,
                    seeks_difference: true,
                    saves,
                    keeps_ours: true,
                };
                merging.cursor_to_last();
                // Somebody may have saved once more while the first choice was made.
                self.notice = merging.editor.has_chosen.then_some(Notice::ChangedAgain);
                Mode::Merge(Box::new(merging))
            }
            other => other,
        };
    }

    /// Takes the choice under the cursor; `None` stands for Esc, which goes back to the editor.
    pub(super) fn merge(&mut self, is_chosen: bool) -> Option<Effect> {
        let Mode::Merge(mut merging) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return None;
        };
        let choice = if is_chosen {
            merging.choice()
        } else {
            Choice::GoOn
        };
        let conflict = (!merging.conflicts.is_empty()).then(|| merging.conflicts.remove(0))?;
        // A text that was given up stays within reach of undo: the editor is not left behind the user's back.
        merging.keeps_ours &= matches!(choice, Choice::Ours | Choice::Merged);
        settle(&mut merging.editor, conflict, choice);
        if choice != Choice::GoOn && !merging.conflicts.is_empty() {
            merging.cursor_to_last();
            self.mode = Mode::Merge(merging);
            return None;
        }
        let saves = merging.saves && merging.keeps_ours && choice != Choice::GoOn;
        merging.editor.resize(self.size);
        merging.editor.has_chosen |= choice != Choice::GoOn;
        self.notice = match choice {
            Choice::Both => Some(Notice::BothTexts),
            Choice::Theirs => Some(Notice::TheirsTaken),
            _ => None,
        };
        self.mode = Mode::Edit(merging.editor);
        if saves { self.save() } else { None }
    }
}

/// Puts what was chosen into the editor.
fn settle(editor: &mut Editor, conflict: Conflict, choice: Choice) {
    if !editor.focus_on(&conflict.slot) {
        return;
    }
    let theirs = conflict.their_text();
    let Some(entry) = editor.entry_mut() else {
        return;
    };
    match choice {
        Choice::GoOn => {}
        // What both began with stays what it was: taken back, the two texts are a conflict again.
        Choice::Both => entry.put_together(conflict.theirs),
        Choice::Ours => entry.rebase(conflict.theirs),
        Choice::Theirs => {
            entry.rebase(conflict.theirs);
            entry.field.replace(&theirs);
        }
        Choice::Merged => {
            entry.rebase(conflict.theirs);
            entry
                .field
                .replace(&conflict.merged.unwrap_or(conflict.ours));
        }
    }
}
