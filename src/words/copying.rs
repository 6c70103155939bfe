//! The words of the copy menu, and of what came of a copy.

use crate::app::copying::{CopyFault, CopyForm, CopyOutcome, CopyReport, CopyWhat};
use crate::words::Words;
use crate::words::say::quoted;

/// These words of one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct CopyingWords {
    pub title: fn(&str) -> String,
    /// A form as the menu explains it.
    pub form: fn(CopyForm) -> &'static str,
    pub hint: &'static str,
    /// An item's number, and what of it was copied.
    pub of_item: fn(&str, CopyForm) -> String,
    pub selection: &'static str,
    /// What, and how many characters it has.
    pub copied: fn(&str, usize) -> String,
    pub sent: fn(&str, usize) -> String,
    /// What, and how many kilobytes terminals take.
    pub too_long: fn(&str, usize) -> String,
    pub empty: fn(&str) -> String,
    pub failed: fn(&str, &str) -> String,
    pub no_clipboard: &'static str,
    pub occupied: &'static str,
    pub nothing_to_copy: &'static str,
    pub nothing_selected: &'static str,
}

/// What came of a copy, in a sentence.
pub fn report(words: &Words, report: &CopyReport) -> String {
    let says = &words.copying;
    let what = match &report.what {
        CopyWhat::Item(id, form) => (says.of_item)(&quoted(&id.to_string()), *form),
        CopyWhat::Selection(_) => says.selection.to_owned(),
    };
    match &report.outcome {
        CopyOutcome::InClipboard => (says.copied)(&what, report.chars),
        CopyOutcome::SentToTerminal => (says.sent)(&what, report.chars),
        CopyOutcome::TooLong { limit_bytes } => (says.too_long)(&what, limit_bytes / 1_000),
        CopyOutcome::Empty => (says.empty)(&what),
        CopyOutcome::Failed(fault) => {
            let why = match fault {
                CopyFault::NoClipboard => says.no_clipboard.to_owned(),
                CopyFault::Occupied => says.occupied.to_owned(),
                CopyFault::Terminal(cause) => (words.io_cause)(*cause),
            };
            (says.failed)(&what, &why)
        }
    }
}
