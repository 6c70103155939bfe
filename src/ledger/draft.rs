//! A note as it is being written, not saved yet.

use crate::ledger::ItemId;

/// An unsaved note. Kept outside the ledger's file, so that nothing that ends the program ends the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Whose note.
    pub id: ItemId,
    /// The note in the file when the writing began.
    pub base: String,
    /// The note as written so far.
    pub text: String,
}
