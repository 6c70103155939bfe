//! What is copied, as text, and where it can be copied to.

use std::env;

use crate::app::copying::{CopyForm, CopyRequest, CopyWhat};
use crate::cli::find;
use crate::cli::language::Speech;
use crate::exchange::{markdown, rows};
use crate::ledger::{Item, Ledger, Verdict};
use crate::terminal::{Clipboard, Reach};
use crate::words::{Words, say};

/// The way to the clipboard of whoever sits at the terminal.
pub fn clipboard(speech: Speech) -> Clipboard {
    let text_of = move |request: &CopyRequest| {
        let words = speech.words_for([&*request.ledger]);
        text(request, words)
    };
    Clipboard::new(reach(), Box::new(text_of))
}

fn reach() -> Reach {
    let is_set = |name: &&str| env::var_os(name).is_some_and(|value| !value.is_empty());
    // These systems always have one; elsewhere it belongs to a display.
    let is_always_there = cfg!(any(windows, target_os = "macos"));
    Reach {
        has_clipboard: is_always_there || ["WAYLAND_DISPLAY", "DISPLAY"].iter().any(is_set),
        is_remote: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
            .iter()
            .any(is_set),
    }
}

/// The text of a request; texts of the ledger to the byte.
fn text(request: &CopyRequest, words: &Words) -> String {
    let (id, form) = match &request.what {
        CopyWhat::Selection(words) => return words.clone(),
        CopyWhat::Item(id, form) => (id, *form),
    };
    let ledger = &request.ledger;
    let at = ledger.position(id);
    let found = at.and_then(|at| Some((at, ledger.items.get(at)?)));
    found.map_or_else(String::new, |(at, item)| {
        in_form(ledger, at, item, form, words)
    })
}

fn in_form(ledger: &Ledger, at: usize, item: &Item, form: CopyForm, words: &Words) -> String {
    match form {
        CopyForm::Title => item.title.clone(),
        CopyForm::Note => item.progress.clone(),
        CopyForm::Whole if item.progress.is_empty() => format!("{} {}", item.id, item.title),
        CopyForm::Whole => format!("{} {}\n{}", item.id, item.title, item.progress),
        CopyForm::MarkdownRow => {
            let reason = |item: &Item, verdict: &Verdict| say::with_person(words, item, verdict);
            let row = rows(ledger, &[at], &reason).next();
            row.as_ref().map(markdown::row).unwrap_or_default()
        }
        CopyForm::Json => {
            let mut json = Vec::new();
            // Memory takes everything.
            let _ = find::write(ledger, &[at], "json", words, &mut json);
            String::from_utf8_lossy(&json).into_owned()
        }
    }
}
