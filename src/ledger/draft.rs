//! Fields of an item as they are being written, not saved yet.

use crate::ledger::{ItemId, Slot};

/// What is unsaved of one item. Kept outside the ledger's file, so that nothing that ends the program ends the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Whose fields.
    pub id: ItemId,
    /// The fields that were changed.
    pub fields: Vec<Unsaved>,
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
