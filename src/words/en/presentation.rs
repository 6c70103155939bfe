//! English: the presentation.

use crate::words::PresentationWords;

/// The words of the presentation in English.
pub const WORDS: PresentationWords = PresentationWords {
    item_of: |id, items| match items {
        1 => format!("Item {id}, the only one"),
        _ => format!("Item {id}, {items} in all"),
    },
    progress: "shown",
    blank_hint: "any key goes on",
    time: |minutes, seconds| format!("{minutes} min {seconds:02} s"),
    before: |time| format!("this one before: {time}"),
    took: |id, time| format!("item {id}: {time}"),
    in_all: |time| format!("in all {time}"),
    is_over: |items, time| match items {
        1 => format!("The presentation took {time} for 1 item"),
        _ => format!("The presentation took {time} for {items} items"),
    },
    not_on_agenda: |digits| format!("Item {digits} is not in this presentation"),
    nothing_to_present: "The list shows no item to present",
};
