//! Undo inside a field: a log of changes, grouped the way a person remembers them.
//!
//! An input method commits ten characters as ten keystrokes; taking them back one by one would be useless. Keystrokes
//! of one kind join into one step until the caret jumps, a sentence ends or another kind begins.

/// What a change was made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A keystroke.
    Type,
    /// A paste.
    Paste,
    /// Backspace.
    DeleteBefore,
    /// Delete.
    DeleteAfter,
    /// Anything else, always a step of its own: a selection or a word removed, the whole text replaced.
    Whole,
}

/// One change of the text.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where, in bytes.
    pub at: usize,
    pub removed: String,
    pub inserted: String,
    pub caret_before: usize,
    pub anchor_before: Option<usize>,
    pub kind: Kind,
}

/// The most steps that are remembered.
const LIMIT: usize = 10_000;

/// Signs that end a sentence, and with it a step.
const SENTENCE_ENDS: [char; 5] = ['。', '！', '？', '；', '\n'];

#[derive(Debug, Default)]
pub struct UndoLog {
    done: Vec<Change>,
    undone: Vec<Change>,
    /// Whether the last step takes no more keystrokes.
    sealed: bool,
}

impl UndoLog {
    /// Ends the last step.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    /// Remembers a change, as part of the last step where it goes on with it.
    pub fn record(&mut self, change: Change) {
        self.undone.clear();
        let ends = change.inserted.ends_with(SENTENCE_ENDS);
        let joined = !self.sealed && self.done.last_mut().is_some_and(|last| join(last, &change));
        if !joined {
            if self.done.len() >= LIMIT {
                self.done.remove(0);
            }
            self.done.push(change);
        }
        self.sealed = ends;
    }

    pub fn undo(&mut self) -> Option<Change> {
        let change = self.done.pop()?;
        self.undone.push(change.clone());
        self.seal();
        Some(change)
    }

    pub fn redo(&mut self) -> Option<Change> {
        let change = self.undone.pop()?;
        self.done.push(change.clone());
        self.seal();
        Some(change)
    }
}

/// Joins `next` to `last` where it is of the same kind and right beside it.
fn join(last: &mut Change, next: &Change) -> bool {
    if last.kind != next.kind {
        return false;
    }
    match next.kind {
        Kind::Type if last.at + last.inserted.len() == next.at => {
            last.inserted.push_str(&next.inserted);
        }
        Kind::DeleteBefore if next.at + next.removed.len() == last.at => {
            last.removed.insert_str(0, &next.removed);
            last.at = next.at;
        }
        Kind::DeleteAfter if next.at == last.at => last.removed.push_str(&next.removed),
        _ => return false,
    }
    true
}
