//! English: kept searches.

use crate::words::RememberingWords;

/// The words of kept searches in English.
pub const WORDS: RememberingWords = RememberingWords {
    label: " keep as ",
    suggested: |name| format!("{name} (Enter takes this name)"),
    entry: |name, query| format!("search: {name}  {query}"),
    how_to_forget: "Delete forgets it ",
    kept: |name| format!("the search is kept as \u{201C}{name}\u{201D}; F7 has it"),
    kept_in_part: |name, left_out| {
        format!(
            "the search is kept as \u{201C}{name}\u{201D}, but not {left_out}: no word of a query says that"
        )
    },
    not_said: |left_out| format!("not kept: {left_out}; no word of a query says that"),
    forgotten: |name| {
        format!(
            "\u{201C}{name}\u{201D} is kept no longer; search again and press Ctrl-S to keep it"
        )
    },
    nothing_to_keep: "there is no search, filter or order to keep",
    failed: |why| {
        format!(
            "kept searches (searches.toml in the state folder) cannot be read or written; the file was left alone: {why}"
        )
    },
};
