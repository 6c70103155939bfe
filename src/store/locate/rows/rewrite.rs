//! Rewriting an order where it stands: value by value, so that nothing else of the row moves.

use std::cmp::Reverse;

use crate::ledger::{Order, RowChange};
use crate::store::locate::Page;
use crate::store::splice::{Patch, difference, splice};

use super::look::{Content, Look, of_order};

/// The patches that make an order of the file say something else. `None` where the file has no place for that.
pub fn patches(row: &Page<'_, '_>, before: &Order, after: &Order) -> Option<Vec<Patch>> {
    let (before, after) = (of_order(before), of_order(after));
    // A field that goes is nobody's neighbour.
    let stays = |key: &&str| {
        after
            .iter()
            .any(|(own, content)| own == key && content.is_some())
    };
    let pairs = before.iter().zip(&after);
    let changed = pairs.filter(|((_, before), (_, after))| before != after);
    let mut patches = Vec::new();
    for (_, (key, content)) in changed {
        let mut neighbours: Vec<&str> = neighbours(key).iter().copied().filter(stays).collect();
        neighbours.sort_by_key(|key| Reverse(row.entry(key).map(|entry| entry.value.start)));
        patches.extend(patch(row, key, content.as_ref(), &neighbours)?);
    }
    Some(patches)
}

/// The same, each value after the one before: values that go from one line can share a comma.
pub fn one_by_one(
    text: &str,
    position: usize,
    (place, before, after): (usize, &Order, &Order),
) -> Option<Vec<Patch>> {
    const PARTS: [fn(&mut Order, &Order); 5] = [
        |order, after| order.date = after.date,
        |order, after| order.text.clone_from(&after.text),
        |order, after| order.owner.clone_from(&after.owner),
        |order, after| order.due = after.due,
        |order, after| order.done = after.done,
    ];
    let (mut stands, mut rewritten) = (before.clone(), text.to_owned());
    for set in PARTS {
        let mut next = stands.clone();
        set(&mut next, after);
        let step = RowChange::Rewrite {
            place,
            before: stands,
            after: next.clone(),
        };
        let patches = super::patches(&rewritten, position, &step)?;
        rewritten = splice(&rewritten, patches)?.text;
        stands = next;
    }
    Some(vec![difference(&rewritten, text)])
}

/// One value: another one in its place, a line of its own where there was none, or nothing any more.
fn patch(
    row: &Page<'_, '_>,
    key: &str,
    content: Option<&Content<'_>>,
    neighbours: &[&str],
) -> Option<Vec<Patch>> {
    let entry = row.entry(key);
    let with = match (content, &entry) {
        (None, None) => return Some(Vec::new()),
        // What was once said to be done or not is said again, not left out.
        (None, Some(_)) if key == "done" => "false".to_owned(),
        (None, Some(entry)) => {
            let span = row.whole(entry);
            let with = String::new();
            return Some(vec![Patch { span, with }]);
        }
        (Some(content), _) => {
            let look = Look::of(Page {
                text: row.text,
                owner: row.owner,
            })?;
            content.literal(look.quotes(key), row.line_end())
        }
    };
    match entry {
        Some(entry) => {
            let span = entry.value;
            Some(vec![Patch { span, with }])
        }
        None => Some(vec![row.put_in_literal(key, &with, neighbours)?]),
    }
}

/// The fields that a new one is put behind: the last of them that is there. Every order has a text.
fn neighbours(key: &str) -> &'static [&'static str] {
    match key {
        "done" => &["due", "owner", "text"],
        "due" => &["owner", "text"],
        _ => &["text"],
    }
}
