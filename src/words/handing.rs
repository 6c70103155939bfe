//! What is said of texts that a user's own editor had, and of drafts that programs which are gone have left.

use crate::app::Fallback;
use crate::ledger::Provenance;
use crate::text::shown;
use crate::words::Words;

/// These words of one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct HandingWords {
    /// Above the question which editor to take.
    pub none_set_title: &'static str,
    /// What would be started, and how to come back from it.
    pub none_set: fn(Fallback) -> &'static str,
    pub none_there: &'static str,
    /// The variable, and what it says.
    pub no_command: fn(&str, &str) -> String,
    /// The program.
    pub gone: fn(&str) -> String,
    /// The program; it did not end well, and had saved something.
    pub saved: fn(&str) -> String,
    /// The encoding.
    pub converted: fn(&str) -> String,
    /// The program, the variable that names it, a command that waits.
    pub at_once: fn(&str, &str, &str) -> String,
    /// The file, and the limit in bytes.
    pub too_long: fn(&str, usize) -> String,
    /// The file.
    pub no_text: fn(&str) -> String,
    /// Why.
    pub not_kept: fn(&str) -> String,
    /// Where the ledger was.
    pub moved_from: fn(&str) -> String,
    /// Names of fields, and the file that they stay in.
    pub unread: fn(&str, &str) -> String,
    /// A file that an editor saved.
    pub left: fn(&str) -> String,
}

/// What is to be said of a draft, one sentence a line.
pub fn provenance(words: &Words, found: &Provenance) -> Vec<String> {
    let says = &words.handing;
    let moved = found.moved_from.as_ref();
    let moved = moved.map(|from| (says.moved_from)(&shown(from)));
    let names: Vec<String> = found.unread.iter().map(|name| shown(name)).collect();
    let names = names.join(words.between_names);
    let unread = (!names.is_empty()).then(|| (says.unread)(&names, &shown(&found.file)));
    let left = found.left.as_ref().map(|file| (says.left)(&shown(file)));
    [moved, unread, left].into_iter().flatten().collect()
}
