//! The note editor: a field on one item's note.

use crate::app::field::Field;
use crate::app::layout::{EditorLayout, Size};
use crate::ledger::{Draft, Item, ItemId, Ledger};

/// The longest note that is edited here. The longest published note has 1.5 KB; a larger paste is a mistake.
pub const NOTE_LIMIT_BYTES: usize = 64 * 1024;

/// An open editor.
#[derive(Debug)]
pub struct Editor {
    /// Whose note.
    pub id: ItemId,
    /// The promise, to be seen while writing.
    pub title: String,
    /// The note as it is in the file.
    pub base: String,
    /// The note as it is being written.
    pub field: Field,
    /// Whether the note as it was is shown beside.
    pub compares: bool,
    /// Whether a save of it is under way.
    pub saving: bool,
    /// Whether the text was put together of two versions that a person must merge before it is saved.
    pub is_unmerged: bool,
}

impl Editor {
    /// Opens the note of an item in a window of this size.
    pub fn new(item: &Item, size: Size) -> Self {
        let mut editor = Self {
            id: item.id.clone(),
            title: item.title.clone(),
            base: item.progress.clone(),
            field: Field::lines(item.progress.clone()),
            compares: false,
            saving: false,
            is_unmerged: false,
        };
        editor.resize(size);
        editor
    }

    /// Opens an editor on an unsaved note. The promise is empty where the ledger no longer has the item.
    pub fn of_draft(draft: &Draft, ledger: &Ledger, size: Size) -> Self {
        let item = ledger
            .position(&draft.id)
            .and_then(|position| ledger.items.get(position));
        let title = item.map(|item| item.title.clone()).unwrap_or_default();
        let mut editor = Self::new(
            &Item::new(draft.id.clone(), title, draft.base.clone()),
            size,
        );
        editor.field.replace(&draft.text);
        editor
    }

    /// Whether there is text that is not in the file.
    pub fn is_changed(&self) -> bool {
        self.field.text() != self.base
    }

    /// Gives the editor its size on screen.
    pub fn resize(&mut self, size: Size) {
        let text = EditorLayout::of(size, self.compares).text;
        self.field.resize(text.cols, text.rows);
    }
}
