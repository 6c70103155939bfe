//! English

mod beginning;
mod commands;
mod copying;
mod doctor;
mod findings;
mod handing;
mod io_causes;
mod menus;
mod names;
mod notices;
mod options;
mod orders;
mod presentation;
mod problems;
mod reasons;
mod remembering;
mod restoring;
mod settings;
mod slips;
mod themes;
mod unread;
mod usage;

use crate::app::merging::Choice;
use crate::app::mode::Answer;
use crate::keys::Context;
use crate::ledger::{ReadOnly, Severity};
use crate::words::Words;
use findings::{finding, severity};
use io_causes::io_cause;
use names::{action, advice, gap, scope, slot, status};
use slips::{file_form, slip};

/// The words in English.
pub static EN: Words = Words {
    problems: problems::WORDS,
    reasons: reasons::WORDS,
    settings: settings::WORDS,
    usage: usage::WORDS,
    notices: notices::WORDS,
    io_cause,
    slip,
    unread: unread::unread,
    unread_count: unread::count,
    unread_notice: unread::notice,
    file_form,
    ledger: "Ledger",
    list: "Items",
    detail: "Detail",
    gauges: "Gauges",
    note: "Progress",
    problem: "Problems",
    next: "Next steps",
    help: "Help: keys",
    status,
    scope,
    slot,
    action,
    context: |context| match context {
        Context::Browse => "Browsing",
        Context::Search => "Searching",
        Context::NameSearch => "While naming a search",
        Context::Edit => "Editing a note",
        Context::Merge => "Two texts",
        Context::Ask => "Answering",
        Context::Overview => "Summary",
        Context::Findings => "Findings",
        Context::Propose => "Taking figures",
        Context::Orders => "Orders",
        Context::Present => "Presentation",
        Context::Menu => "In the menu of filters or orders",
        Context::Copy => "In the copy menu",
        Context::Palette => "Palette",
        Context::HelpSearch => "Searching the help",
        Context::Begin => "Beginning",
        Context::Path => "Typing a file name",
        Context::Help => "Help",
    },
    beginning: beginning::WORDS,
    doctor: doctor::WORDS,
    options: options::WORDS,
    orders: orders::WORDS,
    presentation: presentation::WORDS,
    copying: copying::WORDS,
    commands: commands::WORDS,
    themes: themes::WORDS,
    remembering: remembering::WORDS,
    as_of: |date| format!("as of {date}"),
    time_line: |percent| format!("time {percent}%"),
    read_only: |why| match why {
        ReadOnly::Demo => beginning::WORDS.demo_only,
        ReadOnly::Asked => "Opened with --read-only: viewing only",
        ReadOnly::File => {
            "The file cannot be written (no permission, or marked read-only): viewing only"
        }
        ReadOnly::Folder => {
            "The folder cannot be written, so nothing can be saved: copy the ledger elsewhere to edit"
        }
        ReadOnly::Gb18030 => {
            "The file is in GB18030 (GBK): viewing only; to edit, save it as UTF-8, or convert it with iconv -f GB18030 -t UTF-8"
        }
        ReadOnly::NewerSchema => {
            "The ledger was written by a newer program: viewing only; upgrade to edit"
        }
    },
    read_only_mark: "read-only",
    unreadable_mark: "file unreadable",
    all: "all ",
    of_total: |number, total| format!("{number}/{total}"),
    item_number: |id| format!("Item {id}"),
    lead: |unit| format!("Lead: {unit}"),
    with: |units| format!("With: {units}"),
    period_of_item: |start, due| format!("Time: {start} to {due}"),
    set_by_person: |computed, reason| {
        format!("set by a person; figures say {computed}. Reason: {reason}")
    },
    no_measure: "the ledger has no measure of it",
    gap,
    more_chars: |chars| format!("({chars} more characters, not shown)"),
    empty_note: "(no report yet)",
    target: |target| format!("target {target}"),
    at_most: |target| format!("at most {target}"),
    about: |target| format!("target about {target}"),
    underway: |figure| format!("begun {figure}"),
    reported: |percent| format!("dept. says {percent}%"),
    context_only: "no target, for context",
    evidence_missing: "evidence not in the note",
    line_mark: |percent| format!("time {percent}%"),
    target_mark: "target 100%",
    rate_short: "rate",
    status_count: |of, count| format!("{} {count}", status(of)),
    by_person: |computed, reason| format!("set by a person: {reason}; figures say {computed}: "),
    type_number: "digits Enter  go to the item with that number",
    type_han: "Chinese characters  start a search",
    search_hint: "/ search (or just type Chinese)",
    searching: "searching…",
    opening: "Opening",
    opening_keys: "Esc cancels",
    hits: |at, hits| format!("hit {at}/{hits}"),
    nothing_found: |typed| format!("No item has “{typed}”."),
    counting_stopped: " Counting stopped there; there may be more.",
    other_scope: "Tab other scope",
    clear_search: "Esc clear the search",
    advice,
    menus: menus::MENUS,
    empty_ledger: "The ledger has no items yet.",
    go_to: |digits| format!("go to item {digits}: Enter"),
    note_before: "As it was",
    editing: |id| format!("Editing the note of item {id}"),
    editing_fields: |id| format!("Item {id}: other fields"),
    in_unit: |unit| format!(" ({unit})"),
    between_names: ", ",
    as_computed: "as computed",
    not_filled: "(not filled in)",
    unsaved: "[not saved]",
    saved_mark: "[unchanged]",
    chars: |chars| format!("{chars} chars"),
    selecting: "hold Shift while moving: select text",
    merging: |id, field| format!("Item {id}, {field}: somebody else changed it too; choose"),
    conflict_of: |number, count| format!("{number} of {count}"),
    text_before: "Before",
    merged_text: "Put together",
    their_text: "Theirs (in the file)",
    our_text: "Mine (not saved)",
    empty_text: "(empty)",
    choice: |choice| match choice {
        Choice::Ours => "Use mine",
        Choice::Theirs => "Use theirs",
        Choice::Merged => "Put both changes together",
        Choice::Both => "Both texts into the editor",
        Choice::GoOn => "Back to writing",
    },
    leaving_title: "Not saved",
    leaving: |id| format!("The note of item {id} has changes that are not saved."),
    recovered_title: "Unsaved text found",
    recovered: |id, text| {
        format!("The program did not end properly. Item {id} has text that was not saved: {text}")
    },
    other_item_title: "Another promise has the number",
    other_item: |wanted, now| {
        format!(
            "This was written for {wanted}, which is {now} now. Save it here only if it is the same promise; otherwise copy the text into the right one."
        )
    },
    recovered_other_item: |wanted, now| {
        format!(". It was written for {wanted}, which is {now} now: please check")
    },
    recovered_item_gone: |wanted| format!(". The ledger has no {wanted} any more"),
    answer: |answer| match answer {
        Answer::SaveHere => "The same promise, save here",
        Answer::SaveAndLeave => "Save and leave",
        Answer::Discard => "Discard",
        Answer::GoOn => "Go on editing",
        Answer::Resume => "Go on with it",
        Answer::GiveUpDraft => "Give it up",
        Answer::Later => "Later",
        Answer::OpenEditor => "Open",
    },
    severity,
    severity_sign: |severity| match severity {
        Severity::Error => "E",
        Severity::Warning => "W",
    },
    finding,
    finding_count: |errors, warnings, known| {
        let known = if known > 0 {
            format!(", {known} known")
        } else {
            String::new()
        };
        format!("{errors} errors, {warnings} warnings{known}")
    },
    finding_columns: ["File", "Item", "Code", "Severity", "Words", "Explanation"],
    proposals_title: |id| format!("Item {id}: figures from the note, one by one"),
    proposal: |measure, figure, before, after| format!("{measure} {figure} {before} → {after}?"),
    proposed_measure: |measure, figures| format!("new measure {measure}: {figures}"),
    nothing_to_propose: "The note says no figures that the ledger does not have",
    read_from_text: "Read from the text, not in the ledger",
    how_to_take: " (Insert takes them one by one)",
    offers_told: "The note and the figures differ (nothing was changed; Insert in the program takes them one by one):",
    auditing: "Checking…",
    nothing_found_wrong: "Nothing was found that does not add up",
    whole_ledger: "ledger",
    known: "known",
    known_finding: |reason| format!("reason: {reason}"),
    paragraph: |items, counts| {
        if items == 0 {
            "There are no items yet.".to_owned()
        } else {
            format!("Of {items} items: {}.", counts.join("; "))
        }
    },
    count_in_paragraph: |of, items, share| format!("{} {items} ({share})", status(of)),
    counts_by_person: |items, counts| {
        format!(
            " {items} set by a person; by the figures: {}.",
            counts.join("; ")
        )
    },
    summary_lists: [
        "Below the time line (points)",
        "Rates short of their target (points)",
    ],
    summary_columns: ["No.", "Promise", "Lead unit", "Points", "Reason"],
    by_lead: "By lead unit",
    by_category: "By category",
    no_name: "(none named)",
    group: |name, items, late| format!("{name}: {items}, late {late}"),
    heads: ["No.", "Verdict", "Promise", "Reason", "Progress"],
    no_state_folder: "there is no state folder, so no versions were kept",
    no_versions: "no versions were kept; one is kept at every save",
    no_such_version: |number, count| format!("there is no version {number}; there are {count}"),
    restoring: restoring::WORDS,
    handing: handing::WORDS,
    not_restored: "not brought back, the file is as it was: somebody else is changing it, or it is no regular file",
    how_to_restore: |file| format!("To bring one back: taizhang restore {file} --version NUMBER"),
    cannot_compare: "(cannot be compared)",
    different_items: |count, ids| match count {
        0 => "same as now".to_owned(),
        1 => format!("1 item different now: {ids}"),
        _ => format!("{count} items different now: {ids}"),
    },
    panic_report: |file| format!("A report of the fault is in {file}"),
    terminal_failed: |why| format!("the terminal failed: {why}"),
};
