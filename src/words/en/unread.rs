//! English: what stands in a file and was not read, most of it a slip in the name of a key or a table.

use crate::ledger::{NearKey, UnreadKey, UnreadKind};
use crate::words::say::quoted;

/// What was not read, and what was perhaps meant.
pub fn unread(key: &UnreadKey) -> String {
    let name = quoted(&key.name);
    match (&key.what, key.near) {
        (UnreadKind::Promise { called }, NearKey::This(near)) => format!(
            "the item “{}” stands in {name} and was not read; write {near} instead of {name}",
            quoted(called)
        ),
        (UnreadKind::Promise { called }, _) => format!(
            "the item “{}” stands in {name} and was not read; write [[item]]",
            quoted(called)
        ),
        (UnreadKind::Table, NearKey::This(near)) => {
            format!("there is no table {name}, nothing of it was read; is it {near}?")
        }
        (UnreadKind::Table, NearKey::In(table)) => {
            format!("{name} cannot stand here, nothing of it was read; move it into {table}")
        }
        (UnreadKind::Table, NearKey::Nothing) => {
            format!("there is no table {name}, it was not read; put things of your own into extra")
        }
        (UnreadKind::Value, NearKey::This(near)) => {
            format!("there is no key “{name}”, this line was not read; is it {near}?")
        }
        (UnreadKind::Value, NearKey::In(table)) => {
            format!("“{name}” is a key of {table}, here it was not read; move it there")
        }
        (UnreadKind::Value, NearKey::Nothing) => {
            format!("there is no key “{name}”, it was not read; put things of your own into extra")
        }
    }
}

/// How many, how many of them are told, and how many are items.
pub fn count(count: usize, told: usize, promises: usize) -> String {
    let items = match promises {
        0 => String::new(),
        _ => format!(", {promises} of them whole items"),
    };
    let more = match count - told {
        0 => String::new(),
        more => format!("; {more} are not listed, see taizhang check"),
    };
    format!("{count} not read in all{items}{more}.")
}

/// Told once when the file is opened.
pub fn notice(first: &UnreadKey, count: usize, promises: usize) -> String {
    let line = first.place.line;
    let name = quoted(&first.name);
    let near = match first.near {
        NearKey::This(near) => format!(" (is it {near}?)"),
        _ => String::new(),
    };
    match promises {
        0 => format!(
            "{name} in line {line} was not read{near}; {count} in all, see the check (Ctrl-K)"
        ),
        _ => format!(
            "{promises} item(s) were not read: {name} in line {line}{near}; {count} not read in all, see the check (Ctrl-K)"
        ),
    }
}
