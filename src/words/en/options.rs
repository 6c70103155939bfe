//! The help of the command line, in English.

use crate::words::OptionWords;

pub const WORDS: OptionWords = OptionWords {
    about_check: "Check ledgers: figures against their words, parts against totals, ratios, pace, units; exit status 1 on errors",
    about_strict: "Exit status 1 on warnings, too",
    about_program: "Browse, search and edit a ledger of public promises in the terminal.\nWhere the output is no terminal, the list is printed.",
    about_ledger: "The ledger file",
    about_language: "Language of the interface: zh or en; where not given that of the system, else of the ledger",
    about_read_only: "View only: never write the ledger",
    about_no_mouse: "leave the mouse to the terminal, which then selects text by itself",
    about_ascii: "ASCII characters only, but for Han text and its full-width punctuation",
    about_ambiguous: "How wide the terminal draws characters like “ and │: auto asks it (default), narrow, or wide (borders and bars then use others)",
    about_help: "Print this help",
    about_version: "Print the version",
    commands: "Commands",
    about_list: "List the items",
    about_search: "Search the items, in the order of the screen; exit status 1 where nothing is found",
    about_query: "What to look for, as on the screen: words, dt, is:behind",
    about_show: "Show one item in full",
    about_set: "Write the note of one item, as safely as the editor does",
    about_summary: "Sum up: items by verdict, and who is furthest below the line",
    about_set_progress: "The new note; - reads it from standard input",
    about_id: "The number of the item",
    about_status: "Only these verdicts, parted by commas",
    about_format: "Format: text (where not given), tsv, csv, md, json",
    about_restore: "List the versions kept before saves; with --version N, bring one back",
    about_restore_version: "Bring the Nth version back (the present file is kept first)",
};
