//! English

mod findings;
mod menus;
mod names;
mod options;
mod presentation;

use crate::app::merging::Choice;
use crate::app::mode::Answer;
use crate::keys::Context;
use crate::ledger::problem::{Expected, Found};
use crate::ledger::{ReadOnly, Severity};
use crate::words::Words;
use findings::{finding, severity};
use names::{action, advice, scope, slot, status};

/// The words in English.
pub static EN: Words = Words {
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
        Context::Edit => "Editing a note",
        Context::Merge => "Two texts",
        Context::Ask => "Answering",
        Context::Overview => "Summary",
        Context::Findings => "Findings",
        Context::Propose => "Taking figures",
        Context::Present => "Presentation",
        Context::Menu => "In the menu of filters or orders",
        Context::Help => "Help",
    },
    options: options::WORDS,
    presentation: presentation::WORDS,
    as_of: |date| format!("as of {date}"),
    time_line: |percent| format!("time {percent}%"),
    read_only: |why| match why {
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
    no_figure: "the note gives no figure for it",
    no_figure_short: "no figure",
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
    complete: |completion| format!("{completion}% done ≥ target 100%"),
    complete_about: |completion| format!("{completion}% done, within the tolerance of \"about\""),
    ahead_of_line: |completion, line, gap| {
        format!("{completion}% ≥ time {line}%, {gap} points ahead")
    },
    behind_line: |completion, line, gap| {
        format!("{completion}% < time {line}%, {gap} points behind")
    },
    under_ceiling: |used, line, gap| {
        format!("{used}% of the limit used ≤ time {line}%, {gap} points below")
    },
    over_ceiling: |used, line, gap| {
        format!("{used}% of the limit used > {line}%, {gap} points over")
    },
    target_met: |actual, target| format!("{actual}, target {target} met"),
    target_met_about: |actual, target| format!("{actual}, within the tolerance of about {target}"),
    ceiling_broken: |actual, target| format!("{actual}, above the limit of {target}"),
    ceiling_kept: |actual, target| format!("{actual}, not above {target}"),
    target_missed: |actual, target, points| {
        format!("{actual}, target {target}, {points} points short")
    },
    stage_reached: |stage, reached, stages| format!("at “{stage}”, step {reached} of {stages}"),
    before_first_stage: "before the first step",
    overdue: ", due date passed",
    nothing_begun: "0 done, and nothing begun",
    only_underway: |figure| format!("only {figure} begun, which is no result"),
    no_time_line: "there is no time line: no date (as_of), or it is due before it starts",
    no_scale: "the target is not above zero, so no share can be told",
    partly_started: "; another measure has moved, so the item is behind",
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
    answer: |answer| match answer {
        Answer::SaveAndLeave => "Save and leave",
        Answer::Discard => "Discard",
        Answer::GoOn => "Go on editing",
        Answer::Resume => "Go on with it",
        Answer::GiveUpDraft => "Give it up",
        Answer::Later => "Later",
    },
    saved: |id| format!("Item {id} saved"),
    saved_unconfirmed: |id| {
        format!(
            "Item {id} written, but the system did not confirm it; keep the power on, save again"
        )
    },
    undone: |id| format!("Change of item {id} undone, the file is as before"),
    redone: |id| format!("Change of item {id} made again"),
    nothing_to_undo: "Nothing to undo",
    nothing_to_redo: "Nothing to redo",
    nothing_changed: "Nothing changed, nothing written",
    changed_elsewhere: "The file was changed by somebody else, nothing was saved; R or Ctrl-R reloads it",
    file_broken: |first| {
        format!(
            "The file that somebody else saved has mistakes; not saved. Your text is kept: save again when the file is whole{first}"
        )
    },
    their_changes: |first, count| match count {
        1 => format!("Somebody else changed item {first}"),
        _ => format!("Somebody else changed {count} items, {first} first"),
    },
    theirs_waits: |id| {
        format!(
            "Somebody else just changed item {id}; your text is as it was. You will choose when you save"
        )
    },
    not_a_figure: |field| format!("{field} must be a number, such as 174 or 1,000.5; not saved"),
    still_both: "Not saved: make one text of the two first, and remove the line between them",
    changed_again: "Somebody else changed it once more; please choose again",
    theirs_taken: "Their text is in the editor now; Ctrl-Z brings yours back",
    saved_without_evidence: |id, field| {
        format!("Item {id} saved, but this {field} is not in its note; please check")
    },
    reason_missing: "A verdict of one's own needs its reason; not saved",
    file_missing: "The file is gone, nothing was saved; your text is still here. Bring the file back, then save again",
    stale_edit: "The item in the file is another one now, nothing was saved; R or Ctrl-R reloads it",
    would_not_read_back: "The new file would not read back as meant; nothing was saved. This is a fault of the program",
    system_refused: |error| format!("Not saved, the file is as it was: {error}"),
    copies_not_kept: |error| {
        format!(
            "Not saved, the file is as it was: it can only be written in place, for which copies must be kept in the state folder (~/.local/state/taizhang), and they cannot be: {error}"
        )
    },
    no_such_item: |digits| format!("There is no item {digits}"),
    none_late: "No item is behind",
    reloaded: "Reloaded",
    reload_missing: "The file is not there at the moment; going on with what is loaded",
    reload_unreadable: "The file cannot be read at the moment; going on with what is loaded",
    reload_problems: |count, first| {
        format!("The new file has {count} problem(s); going on with what is loaded: {first}")
    },
    item_gone: |id| {
        format!(
            "Item {id} is not in the new file; your text is still in the editor, copy it elsewhere"
        )
    },
    both_texts: "They changed this note too: theirs is above the line, yours below; merge, then save",
    too_long: |limit_bytes| {
        format!(
            "Too long, not inserted: a note has at most {} KB",
            limit_bytes / 1024
        )
    },
    too_long_to_edit: |limit_bytes| {
        format!(
            "Longer than {} KB: not to be edited here; use a text editor on the file",
            limit_bytes / 1024
        )
    },
    draft_not_kept: "Unsaved text cannot be kept aside (the state folder cannot be written); save often",
    editor_failed: |error| format!("The editor failed, the note is as it was: {error}"),
    saving: "Saving…",
    of_item: |id| format!("item {id}: "),
    problem_count: |count, told| match count - told {
        0 => format!("{count} problem(s) in all; the file was not touched."),
        more => format!(
            "{count} problem(s) in all, {more} of them not listed; the file was not touched."
        ),
    },
    syntax: |message| {
        format!("not TOML ({message}); check that quotes, brackets and equals signs are in pairs")
    },
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
    unknown_word: |key, word, allowed| format!("{key} cannot be “{word}”; it can be: {allowed}"),
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
    utf16: "the file is UTF-16 text; save it as UTF-8 and open it again",
    not_written: |error| format!("the output could not be written: {error}"),
    empty_input: "standard input is empty, nothing was written; to empty a note, say --progress \"\"",
    unreadable: |error| format!("cannot be read: {error}"),
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
    proposals_title: |id| format!("Item {id}: figures read from the note, to be taken one by one"),
    proposal: |measure, figure, before, after| format!("{measure} {figure} {before} → {after}?"),
    proposed_measure: |measure, figures| format!("new measure {measure}: {figures}"),
    nothing_to_propose: "The note says no figures that the ledger does not have",
    read_from_text: "Read from the text, not in the ledger (Insert takes them one by one)",
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
    restored: |time| {
        format!(
            "The version that was replaced at {time} is back; the file it took the place of was kept, too"
        )
    },
    not_restored: "not brought back, the file is as it was: somebody else is changing it, or it is no regular file",
    how_to_restore: "To bring one back: taizhang restore --version NUMBER",
    cannot_compare: "(cannot be compared)",
    different_items: |count, ids| match count {
        0 => "same as now".to_owned(),
        1 => format!("1 item different now: {ids}"),
        _ => format!("{count} items different now: {ids}"),
    },
    panic_report: |file| format!("A report of the fault is in {file}"),
    terminal_failed: |error| format!("the terminal failed: {error}"),
};
