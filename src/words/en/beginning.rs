//! English: where there is no ledger yet.

use crate::words::BeginningWords;

pub const WORDS: BeginningWords = BeginningWords {
    title: " taizhang 台账",
    nothing_here: "There is no ledger.toml in this folder. What to begin with?",
    open_this: |name| format!("Open {name}"),
    make_new: |path| format!("New ledger (n): write a template to {path}"),
    see_demo: "Demonstration (d): look around, nothing is written",
    open_other: "Open another file (o): type its name or drop it here",
    quit: "Quit (q)",
    path_label: " File:",
    advice: "taizhang LEDGER.toml  open a ledger elsewhere\ntaizhang new          write a template here\ntaizhang demo         look at a demonstration; nothing is written",
    demo_name: "demonstration",
    demo_only: "This is the demonstration: nothing is saved. To keep a copy: taizhang demo -o mine.toml",
    copied: |file| format!("The demonstration was written to {file}\nOpen it: taizhang {file}"),
    made: |file| {
        format!(
            "A template was written to {file}\nOpen it: taizhang {file}\nTo add items and indicators, edit the file with any text editor (UTF-8); it says how"
        )
    },
    is_there: "There is a file of this name, and it was left as it is; take another name",
    template: include_str!("template.toml"),
    about_new: "Write a template of a ledger, with comments; a file that is there is left alone",
    about_new_file: "Where the new ledger goes",
    about_demo: "Look at a demonstration: no file is written; in a pipe, print its list",
    about_copy: "Write the demonstration to this file, to change it; a file that is there is left alone",
    about_doctor: "Print facts of program, terminal, folders and ledger for a report; no text of the ledger",
};
