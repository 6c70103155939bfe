//! English: a user's own editor, and drafts that were left.

use crate::app::Fallback;
use crate::words::HandingWords;

pub const WORDS: HandingWords = HandingWords {
    none_set_title: "No editor is set",
    none_set: |fallback| match fallback {
        Fallback::Vi => {
            "Neither VISUAL nor EDITOR is set; vi can be used. In vi, press i to begin writing; then Esc, :wq and Enter save and come back. Esc, :q! and Enter come back without a change."
        }
        Fallback::Nano => {
            "Neither VISUAL nor EDITOR is set; nano can be used. Ctrl-O and Enter save, Ctrl-X comes back."
        }
    },
    none_there: "There is no editor to use, the note is as it was; install one, and set EDITOR to it",
    no_command: |variable, value| {
        format!(
            "{variable} is not a whole command (quotes that do not match, or odd characters): {value}; no editor was started, please correct it"
        )
    },
    gone: |program| format!("The editor {program} left no file, the note is as it was; try again"),
    saved: |program| {
        format!(
            "The editor {program} did not end well; what it saved last is here, please check it (Ctrl-Z takes it back)"
        )
    },
    converted: |encoding| {
        format!("The editor saved in {encoding}; it was converted, please check the text")
    },
    at_once: |program, variable, waiting| {
        format!(
            "{program} came back at once, the text is as it was. Once it is saved there, press F7 again to fetch it; next time, set {variable} to a command that waits, such as {waiting}"
        )
    },
    too_long: |file, limit_bytes| {
        format!(
            "What the editor saved is longer than {} KB, the note is as it was; all of it is in {file}",
            limit_bytes / 1024
        )
    },
    no_text: |file| {
        format!(
            "What the editor saved is no text in a known encoding, the note is as it was; it is in {file}, save it as UTF-8"
        )
    },
    not_kept: |why| format!("The editor could not be used, the note is as it was: {why}"),
    moved_from: |path| format!("When it was written, the ledger was {path}."),
    unread: |names, file| {
        format!("There is more that this version does not know ({names}); it stays in {file}.")
    },
    left: |file| format!("What an editor saved is too long or no text; it stays in {file}."),
};
