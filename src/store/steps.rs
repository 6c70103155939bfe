//! The saves of this session, and for each the way back to the very bytes that stood there: the same string can be
//! written in many ways, and undo should not choose another one.

use std::ops::Range;

use crate::ledger::{Edit, RowChange};
use crate::store::splice::Patch;

/// What saves of this session did to a file, the last one last.
#[derive(Debug, Default)]
pub struct Steps {
    steps: Vec<Step>,
    /// What happened to the file, in order. What was taken back is not there any more: undo in the order of a stack
    /// finds every place where it was.
    moves: Vec<Move>,
}

/// A change of the file, as what takes it back.
#[derive(Debug)]
enum Move {
    /// A save of this session.
    Ours(Vec<Patch>),
    /// Somebody else's, from the first byte that they changed to the last.
    Theirs(Patch),
}

/// One save.
#[derive(Debug)]
struct Step {
    edit: Edit,
    /// What takes it back, in the bytes of the file as it left it.
    back: Vec<Patch>,
    /// How many moves there were right after it.
    moves: usize,
}

/// The most saves that are remembered.
const LIMIT: usize = 1_000;

impl Steps {
    /// Remembers a save and the way back from it.
    pub fn record(&mut self, edit: Edit, back: Vec<Patch>) {
        if self.steps.len() >= LIMIT {
            self.steps.remove(0);
        }
        self.moves.push(Move::Ours(back.clone()));
        let moves = self.moves.len();
        self.steps.push(Step { edit, back, moves });
    }

    /// Somebody else changed the file; `back` is what takes that back.
    pub fn follow(&mut self, back: Patch) {
        self.moves.push(Move::Theirs(back));
    }

    /// The way back in the bytes of the file as it is now, where `edit` takes one of these saves back; and whether that
    /// is the last thing that happened to the file. `None` where somebody else changed the bytes that would go: comments
    /// of theirs would go with them, and nobody who reads the ledger back would miss those.
    pub fn back(&self, edit: &Edit) -> Option<(bool, Vec<Patch>)> {
        let index = self
            .steps
            .iter()
            .rposition(|step| step.edit.inverse().is_same_change(edit))?;
        let step = self.steps.get(index)?;
        let since = self.moves.get(step.moves..)?;
        let is_theirs = |moved: &Move| matches!(moved, Move::Theirs(_));
        let takes_row = |row: &RowChange| matches!(row, RowChange::RemoveLast(_));
        if edit.rows.iter().any(takes_row) && since.iter().any(is_theirs) {
            // What they wrote right behind a row is part of it now: whoever reads the row must say whether it can go.
            return None;
        }
        let mut back = step.back.clone();
        for moved in since {
            for patch in &mut back {
                patch.span = match moved {
                    Move::Ours(moved) => followed(&patch.span, moved),
                    Move::Theirs(moved) => untouched(&patch.span, moved)?,
                };
            }
        }
        Some((step.moves == self.moves.len(), back))
    }

    /// Forgets the last save, which was taken back: it is as if it had never been.
    pub fn forget_last(&mut self) {
        if self.steps.pop().is_some() {
            self.moves.pop();
        }
    }
}

/// Where a place of the old file is in the new one; `None` where the change reaches into it.
fn untouched(place: &Range<usize>, back: &Patch) -> Option<Range<usize>> {
    let old = back.span.start..back.span.start + back.with.len();
    let is_apart = old != *place && (old.end <= place.start || old.start >= place.end);
    is_apart.then(|| followed(place, std::slice::from_ref(back)))
}

/// Where a place of the old file is in the new one.
fn followed(place: &Range<usize>, back: &[Patch]) -> Range<usize> {
    let mut followed = place.clone();
    let mut grown: isize = 0;
    for Patch { span, with } in back {
        // The bytes of the old file that went.
        let old_start = span.start.saturating_add_signed(-grown);
        let old = old_start..old_start + with.len();
        let by = span.len().cast_signed() - with.len().cast_signed();
        if old.end <= place.start && old != *place {
            grown += by;
            followed =
                place.start.saturating_add_signed(grown)..place.end.saturating_add_signed(grown);
        } else if old.start < place.end || old == *place {
            // The place itself was rewritten: what stands there now is what it became.
            let end = place.end.max(old.end).saturating_add_signed(grown + by);
            followed = followed.start.min(span.start)..end;
            grown += by;
        }
    }
    followed
}
