//! English: copying.

use crate::app::copying::CopyForm;
use crate::words::CopyingWords;

/// The words of copying in English.
pub const WORDS: CopyingWords = CopyingWords {
    title: |id| format!("Copy item {id}"),
    form: |form| match form {
        CopyForm::Whole => "all of it (number, promise, note)",
        CopyForm::Title => "the promise",
        CopyForm::Note => "the note",
        CopyForm::MarkdownRow => "a row of a Markdown table",
        CopyForm::Json => "JSON",
    },
    hint: "digits 1-5 or letters copy at once",
    of_item: |id, form| match form {
        CopyForm::Whole => format!("all of item {id}"),
        CopyForm::Title => format!("the promise of item {id}"),
        CopyForm::Note => format!("the note of item {id}"),
        CopyForm::MarkdownRow => format!("item {id} as a Markdown row"),
        CopyForm::Json => format!("item {id} as JSON"),
    },
    selection: "what is selected",
    copied: |what, chars| format!("copied {what} ({chars} characters)"),
    sent: |what, chars| {
        format!(
            "sent {what} ({chars} characters) to the terminal for its clipboard; it may not allow that, so look when you paste"
        )
    },
    too_long: |what, limit| {
        format!("not copied: {what} is more than the {limit} KB that terminals take")
    },
    empty: |what| format!("not copied: {what} is empty"),
    failed: |what, why| format!("could not copy {what}: {why}"),
    no_clipboard: "the clipboard of this machine cannot be used; select the text with the mouse and let the terminal copy it",
    occupied: "another program is using the clipboard; try again",
    nothing_to_copy: "there is no item here to copy",
    nothing_selected: "nothing is selected: move the caret with Shift held, then copy",
};
