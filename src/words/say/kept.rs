//! What is said of texts outside of the ledger's file: drafts, versions, and what a user's own editor had.

use crate::app::{EditorFault, Notice};
use crate::ledger::NotKept;
use crate::text::shown;
use crate::words::say::quoted;
use crate::words::{Words, handing};

/// These notices; `None` for notices about anything else.
pub fn notice(words: &Words, notice: &Notice) -> Option<String> {
    let says = &words.notices;
    Some(match notice {
        Notice::StateFolderClosed(folder) => (says.state_folder_closed)(&shown(folder)),
        Notice::DraftNotKept(why) => (says.draft_not_kept)(&not_kept(words, why)),
        Notice::VersionNotKept(why) => (says.version_not_kept)(&not_kept(words, why)),
        Notice::DraftLeft(found) => handing::provenance(words, found).join(""),
        Notice::EditorFailed(fault) => editor_fault(words, fault),
        Notice::EditorSaved(fault) => match fault {
            EditorFault::Failed { program, .. } => (words.handing.saved)(&quoted(program)),
            fault => editor_fault(words, fault),
        },
        Notice::EditorConverted(encoding) => (words.handing.converted)(encoding),
        Notice::EditorAtOnce {
            program,
            variable,
            waiting,
        } => (words.handing.at_once)(&quoted(program), variable, &shown(waiting)),
        Notice::EditorTextKept { file, limit_bytes } => match limit_bytes {
            Some(limit_bytes) => (words.handing.too_long)(&shown(file), *limit_bytes),
            None => (words.handing.no_text)(&shown(file)),
        },
        _ => return None,
    })
}

/// Why the state folder did not take a draft or a version.
pub fn not_kept(words: &Words, why: &NotKept) -> String {
    match why {
        NotKept::NoFolder => words.notices.no_state_folder.to_owned(),
        NotKept::Unsafe(folder) => (words.notices.unsafe_folder)(&shown(folder)),
        NotKept::System(cause) => (words.io_cause)(*cause),
    }
}

fn editor_fault(words: &Words, fault: &EditorFault) -> String {
    match fault {
        EditorFault::NotFound { program } => (words.notices.editor_not_found)(&quoted(program)),
        EditorFault::Failed { program, status } => {
            (words.notices.editor_failed)(&quoted(program), *status)
        }
        EditorFault::Gone { program } => (words.handing.gone)(&quoted(program)),
        EditorFault::NoCommand { variable, value } => {
            (words.handing.no_command)(variable, &quoted(value))
        }
        EditorFault::NoneThere => words.handing.none_there.to_owned(),
        EditorFault::NotKept(why) => (words.handing.not_kept)(&not_kept(words, why)),
        EditorFault::System(cause) => (words.notices.editor_refused)(&(words.io_cause)(*cause)),
    }
}
