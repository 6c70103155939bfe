//! What the foot of the window says after a save, an undo or a reload, in English.

use crate::words::NoticeWords;

pub const WORDS: NoticeWords = NoticeWords {
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
    added: |first, count| match count {
        1 => format!("Somebody else added item {first}"),
        _ => format!("Somebody else added {count} items, {first} first"),
    },
    removed: |first, count| match count {
        1 => format!("Somebody else removed item {first}"),
        _ => format!("Somebody else removed {count} items, {first} first"),
    },
    renumbered_items: |count| format!("{count} items have new numbers"),
    renumbered: |from, to| format!("Item {from} is item {to} now"),
    named: |id, title| match title {
        "" => format!("item {id}"),
        _ => format!("item {id} “{title}”"),
    },
    waits_for_item: |wanted, now| {
        format!(
            "Number {wanted} belongs to another promise now: {now}; your text is kept, and you will be asked before saving"
        )
    },
    other_item: |wanted, now| format!("Not saved: meant for {wanted}, which is {now} now"),
    not_saved_item_gone: |wanted| format!("Not saved: the file has no {wanted} any more"),
    item_ambiguous: |wanted, ids| {
        format!(
            "Not saved: {wanted} may be any of {ids}, which have the same title; copy your text into the right one"
        )
    },
    skipped: |id, is_redo| {
        if is_redo {
            format!(
                "Somebody else changed item {id}: this step cannot be redone and is skipped; press again for the next one"
            )
        } else {
            format!(
                "Somebody else changed item {id}: this step cannot be undone and is skipped; press again for the one before"
            )
        }
    },
    only_skipped: |ids, is_redo| {
        let verb = if is_redo { "redo" } else { "undo" };
        format!(
            "Nothing left to {verb} but what was skipped: {ids}; it can be done once the file is as it was"
        )
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
    system_refused: |why| format!("Not saved, the file is as it was: {why}"),
    copies_not_kept: |why| {
        format!(
            "Not saved, the file is as it was: it can only be written in place, for which copies must be kept in the state folder (~/.local/state/taizhang), and they cannot be: {why}"
        )
    },
    set_aside: |name| {
        format!(
            "Not saved: others saved twice just then, and the earlier version is kept as {name}; compare them, then save again"
        )
    },
    no_such_item: |digits| format!("There is no item {digits}"),
    none_late: "No item is behind",
    reloaded: "Reloaded",
    reload_missing: "The file is not there at the moment; going on with what is loaded",
    reload_unreadable: "The file cannot be read at the moment; going on with what is loaded",
    reload_refused: |why| {
        format!("The file cannot be read at the moment; going on with what is loaded: {why}")
    },
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
    state_folder_closed: |folder| {
        format!(
            "Others could write into the state folder {folder}; it is yours alone now. Do not trust drafts or versions there that you do not know"
        )
    },
    draft_not_kept: |why| format!("Text not kept aside, save often: {why}"),
    version_not_kept: |why| format!("Old version not kept, restore will not have it: {why}"),
    no_state_folder: "this system names no state folder; set HOME or XDG_STATE_HOME",
    unsafe_folder: |folder| {
        format!(
            "{folder} is not a folder of yours alone (it is a link, another user's, or open to others) and is not used; move it away, or name another one by XDG_STATE_HOME"
        )
    },
    editor_not_found: |program| {
        format!(
            "There is no editor {program}, the note is as it was; install it, or set EDITOR to another one"
        )
    },
    editor_failed: |program, status| match status {
        Some(status) => format!(
            "The editor {program} failed (exit status {status}), the note is as it was; try again"
        ),
        None => format!("The editor {program} was killed, the note is as it was; try again"),
    },
    editor_refused: |why| format!("The editor could not be used, the note is as it was: {why}"),
    save_unfinished: "The disk or another program did not answer and was not waited for: the last save is not confirmed. Your text is kept aside, and offered at the next start",
    draft_unfinished: "The state folder did not answer; what was written last may not be kept",
    between: "; ",
    saving: "Saving…",
};
