//! What others did to the ledger: items changed, renumbered, taken away under an edit; a file that cannot be read.

use crate::app::NotReloaded;
use crate::ledger::compare::Changes;
use crate::ledger::{ItemId, ItemKey};
use crate::text::Ruler;
use crate::words::Words;
use crate::words::say::{problem, quoted};

/// The most columns of a title in a message.
const TITLE_COLS: usize = 30;

/// What others changed: `别人新增了第1项；44项编号有变`.
pub fn changes(words: &Words, changes: &Changes) -> String {
    let notices = &words.notices;
    let counted = |ids: &[ItemId], say: fn(&str, usize) -> String| {
        let first = ids.first()?;
        Some(say(&quoted(&first.to_string()), ids.len()))
    };
    let renumbered = match changes.renumbered.as_slice() {
        [] => None,
        [(from, to)] => Some(self::renumbered(words, from, to)),
        all => Some((notices.renumbered_items)(all.len())),
    };
    let parts = [
        counted(&changes.changed, notices.their_changes),
        counted(&changes.added, notices.added),
        counted(&changes.removed, notices.removed),
        renumbered,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(notices.between)
}

/// `第26项现在是第27项`
pub fn renumbered(words: &Words, from: &ItemId, to: &ItemId) -> String {
    let id = |id: &ItemId| quoted(&id.to_string());
    (words.notices.renumbered)(&id(from), &id(to))
}

/// `第26项“…”`; a draft of an older program knows no title.
pub fn named(words: &Words, key: &ItemKey) -> String {
    let title = Ruler::NARROW.fit(&key.title, TITLE_COLS);
    (words.notices.named)(&quoted(&key.id.to_string()), &title)
}

/// Another item has the number of one that is being written.
pub fn waits(words: &Words, wanted: &ItemId, now: &ItemKey) -> String {
    (words.notices.waits_for_item)(&quoted(&wanted.to_string()), &named(words, now))
}

/// Another item has the number of the one that an edit was made for.
pub fn other(words: &Words, wanted: &ItemKey, now: &ItemKey) -> String {
    (words.notices.other_item)(&named(words, wanted), &named(words, now))
}

/// The item that an edit was made for is gone.
pub fn gone(words: &Words, wanted: &ItemKey) -> String {
    (words.notices.not_saved_item_gone)(&named(words, wanted))
}

/// Several items may be the one that an edit was made for.
pub fn ambiguous(words: &Words, wanted: &ItemKey, ids: &[ItemId]) -> String {
    (words.notices.item_ambiguous)(&named(words, wanted), &self::ids(words, ids))
}

/// Undo or redo passes over an edit.
pub fn skipped(words: &Words, item: &ItemKey, is_redo: bool) -> String {
    (words.notices.skipped)(&quoted(&item.id.to_string()), is_redo)
}

/// Nothing is left for undo or redo but what they pass over.
pub fn only_skipped(words: &Words, ids: &[ItemId], is_redo: bool) -> String {
    (words.notices.only_skipped)(&self::ids(words, ids), is_redo)
}

/// `第27项、第28项`
fn ids(words: &Words, ids: &[ItemId]) -> String {
    let id = |id: &ItemId| (words.item_number)(&quoted(&id.to_string()));
    let mut ids = ids.iter();
    let mut named: Vec<String> = ids.by_ref().take(IDS_NAMED).map(id).collect();
    if ids.next().is_some() {
        named.push("…".to_owned());
    }
    named.join(words.between_names)
}

/// Why the file was not read again.
pub fn not_reloaded(words: &Words, why: &NotReloaded) -> String {
    match why {
        NotReloaded::Missing => words.notices.reload_missing.to_owned(),
        NotReloaded::Unreadable => words.notices.reload_unreadable.to_owned(),
        NotReloaded::System(cause) => (words.notices.reload_refused)(&(words.io_cause)(*cause)),
        NotReloaded::Problems { first, count } => {
            (words.notices.reload_problems)(*count, &problem(words, first))
        }
    }
}

/// The most numbers in a message.
const IDS_NAMED: usize = 4;
