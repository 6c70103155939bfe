//! English: the state of program, terminal, folders and ledger.

use crate::words::DoctorWords;

pub const WORDS: DoctorWords = DoctorWords {
    program: "program",
    terminal: "terminal",
    size: "window",
    size_unknown: "unknown",
    colours: "colours",
    is_terminal: |input, output| match (input, output) {
        (true, true) => "input and output are a terminal",
        (true, false) => "output is no terminal",
        (false, true) => "input is no terminal",
        (false, false) => "neither input nor output is a terminal",
    },
    width: "columns of “",
    width_is: |cols, asked| match cols {
        Some(cols) => format!("{cols} (the terminal was asked; --ambiguous {asked})"),
        None => format!("not asked, or no answer (--ambiguous {asked})"),
    },
    background: "background",
    background_is: |told| match told {
        Some((colour, true)) => format!("{colour}, light (the terminal was asked)"),
        Some((colour, false)) => format!("{colour}, dark (the terminal was asked)"),
        None => "not asked, or no answer".to_owned(),
    },
    locale: "locale",
    language: "language",
    language_name: "English",
    not_set: "not set",
    state_folder: "state folder",
    config_folder: "config folder",
    versions: "versions",
    drafts: "drafts",
    no_folder: "none",
    writable: "writable",
    to_be_made: "made when needed",
    refused: |why| format!("not writable: {why}"),
    editor: "editor",
    ledger: "ledger",
    counts: |bytes, items, indicators| {
        format!("{bytes} bytes, {items} items, {indicators} indicators")
    },
    findings: |errors, warnings| format!("check: {errors} errors, {warnings} warnings"),
    may_be_written: "may be saved",
    problems: |count| format!("not a ledger, {count} problems; see taizhang check"),
    encoding: "encoding",
    disk: "disk",
    disk_is: |kind| {
        kind.map_or_else(
            || "no network file system that is known".to_owned(),
            |kind| format!("{kind}; another machine may write to it too"),
        )
    },
};
