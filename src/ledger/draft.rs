//! Fields of an item as they are being written, not saved yet.

use crate::ledger::{ItemRef, Slot};

/// What is unsaved of one item. Kept outside the ledger's file, so that nothing that ends the program ends the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Whose fields. A draft of an older program knows no title.
    pub item: ItemRef,
    /// The fields that were changed.
    pub fields: Vec<Unsaved>,
}

/// What is to be said of a draft that a program which is gone has left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Where the ledger was when it was written, where it is elsewhere now.
    pub moved_from: Option<String>,
    /// The names of fields that this program does not know.
    pub unread: Vec<String>,
    /// The draft's own file, in which those stay.
    pub file: String,
    /// The file with what an editor saved, where that is too long for a field, or no text.
    pub left: Option<String>,
}

impl Provenance {
    /// Whether there is nothing to be said.
    pub const fn is_empty(&self) -> bool {
        self.moved_from.is_none() && self.unread.is_empty() && self.left.is_none()
    }
}

/// One field as it is being written, figures as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// Which.
    pub slot: Slot,
    /// What stood in the file when the writing began.
    pub base: String,
    /// What has been written so far.
    pub text: String,
}
