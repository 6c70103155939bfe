//! The words of keeping a search under a name.

use crate::app::Notice;
use crate::app::filtering::Choice;
use crate::words::Words;
use crate::words::say::quoted;

/// These words of one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct RememberingWords {
    /// Before the name that is typed; in at most 11 columns.
    pub label: &'static str,
    /// The name that is taken where none is typed.
    pub suggested: fn(&str) -> String,
    /// The name of a kept search and its query, in the menu.
    pub entry: fn(&str, &str) -> String,
    /// Beside a kept search under the cursor: how to be rid of it.
    pub how_to_forget: &'static str,
    pub kept: fn(&str) -> String,
    /// The name, and what is not kept.
    pub kept_in_part: fn(&str, &str) -> String,
    /// What cannot be kept.
    pub not_said: fn(&str) -> String,
    pub forgotten: fn(&str) -> String,
    pub nothing_to_keep: &'static str,
    pub failed: fn(&str) -> String,
}

/// What is told of kept searches; `None` for notices about anything else.
pub fn notice(words: &Words, notice: &Notice) -> Option<String> {
    let says = &words.remembering;
    Some(match notice {
        Notice::SearchKept(name) => (says.kept)(&quoted(name)),
        Notice::SearchKeptInPart { name, left_out } => {
            (says.kept_in_part)(&quoted(name), &said(words, left_out))
        }
        Notice::NotSaidInWords(left_out) => (says.not_said)(&said(words, left_out)),
        Notice::SearchForgotten(name) => (says.forgotten)(&quoted(name)),
        Notice::NoSearchToKeep => says.nothing_to_keep.to_owned(),
        Notice::SavedSearchesFailed(cause) => (says.failed)(&(words.io_cause)(*cause)),
        _ => return None,
    })
}

fn said(words: &Words, choices: &[Choice]) -> String {
    let said: Vec<String> = choices.iter().map(words.menus.choice).collect();
    said.join(words.between_names)
}
