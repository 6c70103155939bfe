//! What the foot of the window says after a save, an undo or a reload.

/// What the foot of the window says after a save, an undo or a reload, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct NoticeWords {
    pub saved: fn(&str) -> String,
    pub saved_unconfirmed: fn(&str) -> String,
    pub undone: fn(&str) -> String,
    pub redone: fn(&str) -> String,
    pub nothing_to_undo: &'static str,
    pub nothing_to_redo: &'static str,
    pub nothing_changed: &'static str,
    pub changed_elsewhere: &'static str,
    pub file_broken: fn(&str) -> String,
    pub their_changes: fn(&str, usize) -> String,
    /// The first of the items that others added, and how many there are.
    pub added: fn(&str, usize) -> String,
    pub removed: fn(&str, usize) -> String,
    pub renumbered_items: fn(usize) -> String,
    /// The old number and the new one.
    pub renumbered: fn(&str, &str) -> String,
    /// An item by number and title; the title may be unknown.
    pub named: fn(&str, &str) -> String,
    /// A number, and the item that has it now.
    pub waits_for_item: fn(&str, &str) -> String,
    /// What an edit was made for, and what has its number now.
    pub other_item: fn(&str, &str) -> String,
    pub not_saved_item_gone: fn(&str) -> String,
    /// What an edit was made for, and which numbers may be meant.
    pub item_ambiguous: fn(&str, &str) -> String,
    pub skipped: fn(&str, bool) -> String,
    pub only_skipped: fn(&str, bool) -> String,
    pub theirs_waits: fn(&str) -> String,
    pub not_a_figure: fn(&str) -> String,
    pub still_both: &'static str,
    pub changed_again: &'static str,
    pub theirs_taken: &'static str,
    pub saved_without_evidence: fn(&str, &str) -> String,
    pub reason_missing: &'static str,
    pub file_missing: &'static str,
    pub stale_edit: &'static str,
    pub would_not_read_back: &'static str,
    pub system_refused: fn(&str) -> String,
    pub copies_not_kept: fn(&str) -> String,
    pub set_aside: fn(&str) -> String,
    pub no_such_item: fn(&str) -> String,
    pub none_late: &'static str,
    pub reloaded: &'static str,
    pub reload_missing: &'static str,
    pub reload_unreadable: &'static str,
    pub reload_refused: fn(&str) -> String,
    pub reload_problems: fn(usize, &str) -> String,
    pub item_gone: fn(&str) -> String,
    pub both_texts: &'static str,
    pub too_long: fn(usize) -> String,
    pub too_long_to_edit: fn(usize) -> String,
    /// Others could write into the state folder.
    pub state_folder_closed: fn(&str) -> String,
    /// Why; what a person should do about it.
    pub draft_not_kept: fn(&str) -> String,
    pub version_not_kept: fn(&str) -> String,
    pub no_state_folder: &'static str,
    pub unsafe_folder: fn(&str) -> String,
    pub editor_not_found: fn(&str) -> String,
    /// The program, and the exit status; none where it was killed.
    pub editor_failed: fn(&str, Option<i32>) -> String,
    pub editor_refused: fn(&str) -> String,
    /// On standard error, when the program has ended.
    pub save_unfinished: &'static str,
    pub draft_unfinished: &'static str,
    /// Between two notices on one row.
    pub between: &'static str,
    pub saving: &'static str,
}
