//! What `taizhang restore` says of kept versions, in English.

use crate::words::RestoringWords;

pub const WORDS: RestoringWords = RestoringWords {
    restored: |time, is_kept| {
        let kept = if is_kept {
            "; the file it took the place of was kept, too"
        } else {
            ""
        };
        format!("The version that was replaced at {time} is back{kept}")
    },
    empty: "(empty, cannot be brought back)",
    no_ledger: "(cannot be opened, nor brought back)",
    is_empty: |number| {
        format!(
            "version {number} is empty (most likely a power cut), not brought back; the ledger is as it was. Choose another version"
        )
    },
    is_no_ledger: |number, file| {
        format!(
            "version {number} cannot be opened, not brought back; the ledger is as it was. Choose another version, or look into {file} with a text editor"
        )
    },
    present_not_kept: |why| {
        format!(
            "not brought back, the ledger is as it was: the present file must be kept first, and cannot be: {why}"
        )
    },
};
