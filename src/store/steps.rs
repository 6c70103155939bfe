//! The saves of this session, and for each the way back to the very bytes that stood there: the same string can be
//! written in many ways, and undo should not choose another one.

use std::ops::Range;

use crate::ledger::Edit;
use crate::store::splice::Patch;

/// What saves of this session did to a file, the last one last.
#[derive(Debug, Default)]
pub struct Steps(Vec<Step>);

/// One save.
#[derive(Debug)]
struct Step {
    edit: Edit,
    /// What takes it back, in the bytes of the file as it is now.
    back: Vec<Patch>,
}

/// The most saves that are remembered.
const LIMIT: usize = 1_000;

impl Steps {
    /// Remembers a save, whose way back is in the bytes of the file as it is now.
    pub fn record(&mut self, edit: Edit, back: Vec<Patch>) {
        if self.0.len() >= LIMIT {
            self.0.remove(0);
        }
        self.0.push(Step { edit, back });
    }

    /// The way back, where `edit` takes one of these saves back; and which of them that is.
    pub fn back(&self, edit: &Edit) -> Option<(usize, Vec<Patch>)> {
        let index = self
            .0
            .iter()
            .rposition(|step| step.edit.inverse() == *edit)?;
        Some((index, self.0.get(index)?.back.clone()))
    }

    /// Forgets a save that was taken back.
    pub fn forget(&mut self, index: usize) {
        if index < self.0.len() {
            self.0.remove(index);
        }
    }

    /// The file was changed: every place in it moves along. `back` is what takes that change back.
    pub fn follow(&mut self, back: &[Patch]) {
        for patch in self.0.iter_mut().flat_map(|step| &mut step.back) {
            patch.span = followed(&patch.span, back);
        }
    }
}

/// Where a place of the old file is in the new one.
fn followed(place: &Range<usize>, back: &[Patch]) -> Range<usize> {
    let mut followed = place.clone();
    let mut grown: isize = 0;
    for Patch { span, with } in back {
        // The bytes of the old file that went.
        let old_start = span.start.saturating_add_signed(-grown);
        let old = old_start..old_start + with.len();
        if old.end <= place.start && old != *place {
            grown += delta(span.len(), with.len());
            followed = shifted(place, grown);
        } else if old.start < place.end || old == *place {
            // The place itself was rewritten: what stands there now is what it became.
            let end = place.end.max(old.end).saturating_add_signed(grown);
            followed = followed.start.min(span.start)
                ..end.saturating_add_signed(delta(span.len(), with.len()));
            grown += delta(span.len(), with.len());
        }
    }
    followed
}

fn shifted(place: &Range<usize>, by: isize) -> Range<usize> {
    place.start.saturating_add_signed(by)..place.end.saturating_add_signed(by)
}

fn delta(new_bytes: usize, old_bytes: usize) -> isize {
    new_bytes.cast_signed() - old_bytes.cast_signed()
}
