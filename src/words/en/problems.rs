//! What is said of a file that cannot be read as a ledger, in English.

use crate::ledger::problem::{Expected, Found};
use crate::words::ProblemWords;

pub const WORDS: ProblemWords = ProblemWords {
    of_item: |id| format!("item {id}: "),
    problem_count: |count, told| match count - told {
        0 => format!("{count} problem(s) in all; the file was not touched."),
        more => format!(
            "{count} problem(s) in all, {more} of them not listed; the file was not touched."
        ),
    },
    empty_file: "the file is empty, there is no ledger in it; bring a version back with taizhang restore, or begin a new one under another name with taizhang new",
    not_utf8: "not UTF-8 text; save the file as UTF-8 and open it again",
    missing: |key| format!("{key} is missing; add it"),
    wrong_type: |key, expected, found| format!("{key} must be {expected}, but here is {found}"),
    expected: |expected| match expected {
        Expected::Text => "a text in quotes",
        Expected::Texts => "a list of texts like [\"a\", \"b\"]",
        Expected::Number => "a number (no quotes, no unit)",
        Expected::Whole => "a whole number",
        Expected::Date => "a date like 2025-06-30 (no quotes)",
        Expected::Truth => "true or false",
        Expected::Id => "a whole number from 0 on or a text in quotes",
        Expected::Table => "a table, written [name]",
        Expected::Tables => "a list of tables, written [[name]]",
    },
    found: |found| match found {
        Found::Text => "a text",
        Found::Whole => "a whole number",
        Found::Number => "a number with a fraction",
        Found::Truth => "true or false",
        Found::DateTime => "a date and time",
        Found::List => "a list",
        Found::Table => "a table",
    },
    not_finite: |key| {
        format!(
            "{key} is not a finite number; write the figure, or remove the line if there is none"
        )
    },
    empty: |key| format!("{key} is empty; fill it in"),
    duplicate_id: |line| format!("this id is used already in line {line}; make it different"),
    unknown_word: |key, word, allowed, near| match near {
        Some(near) => format!("{key} cannot be “{word}”, is it {near}? It can be: {allowed}"),
        None => format!("{key} cannot be “{word}”; it can be: {allowed}"),
    },
    override_without_reason: "a status set by a person needs its reason; add status_reason",
    unknown_stage: |word| {
        format!("stage is “{word}”, which is none of the stages; make it one of them")
    },
    bad_schema: "schema must be 1 or more",
    year_out_of_range: "year must be from 1 to 9999",
    tolerance_out_of_range: |key| format!("{key} must be from 0 to 100 percentage points"),
    missing_file: "there is no such file; name the ledger, as in: taizhang my-ledger.toml",
    is_folder: "this is a folder; name the ledger file in it",
    not_a_file: "this is a device, a pipe or a socket; name an ordinary file",
    too_large: |bytes, limit| {
        format!(
            "the file has {} MB, more than the limit of {} MB; is it a ledger?",
            bytes >> 20,
            limit >> 20
        )
    },
    all_zeros: "the file holds nothing but zeros, as after a power cut; restore it from a backup",
    cut_off: "the last save was cut off and the file is incomplete; open it with taizhang, or run taizhang restore, to put it back to what it was before",
    put_back: "The last save was cut off and the file was incomplete; it is put back to what it was before",
    being_written: "another program is writing this file; try again in a moment",
    save_again: "Not saved: somebody else keeps changing this file; run the command again in a moment",
    show_first: "Not saved: somebody else has just changed this item; look at it with taizhang show, then run the command again",
    utf16: "the file is UTF-16 text; save it as UTF-8 and open it again",
    not_written: |why| format!("the output could not be written: {why}"),
    empty_input: "standard input is empty, nothing was written; to empty a note, say --progress \"\"",
    unreadable: |why| format!("cannot be read: {why}"),
};
