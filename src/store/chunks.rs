//! Large files, read in pieces: by several threads at once, and without holding the raw form of the whole.
//!
//! A file is cut before lines that begin an item. Such a line inside a text of several lines leaves that text without
//! its end in the piece before, which is then no TOML; and whatever else a piece may hold that belongs to the file as a
//! whole is noticed too. In all these cases, and where anything is wrong at all, the file is read in one piece: this is
//! a quicker way to the same ledger, never to another one.

use std::collections::HashSet;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use toml::de::DeTable;

use crate::ledger::{Item, ItemId};
use crate::store::progress::Progress;
use crate::store::reading::{Reading, tables, take_items, whole};
use crate::store::translate::{SCHEMA, translate_items};
use crate::store::unread::Found;

/// How large pieces are, or a little more.
pub const BYTES: usize = 1 << 20;

/// More threads than this are not quicker.
const MOST_THREADS: usize = 4;

/// The line with which an item begins.
const BEGINNING: &str = "\n[[item]]";

/// Reads a text in pieces of about so many bytes. `None` where it has only one, or where something is wrong.
pub fn reading(text: &str, chunk_bytes: usize, progress: &Progress) -> Option<Reading> {
    progress.begin(text.len());
    let (head, pieces) = cut(text, chunk_bytes);
    if pieces.is_empty() {
        return None;
    }
    let mut reading = whole(head).ok()?;
    progress.advance(head.len());
    let ledger = Arc::make_mut(&mut reading.ledger);
    let items = &mut ledger.items;
    let (mut unread, mut from_byte) = (Found::default(), head.len());
    for (more, piece) in items_of(&pieces, progress).into_iter().zip(&pieces) {
        let more = more?;
        unread.extend(more.unread, from_byte, items.len());
        items.extend(more.items);
        from_byte += piece.len();
    }
    if reading.schema <= SCHEMA {
        ledger.unread.extend(unread.placed(text));
    }
    let mut ids: HashSet<&ItemId> = HashSet::with_capacity(items.len());
    let is_fine = items.iter().all(|item| ids.insert(&item.id));
    is_fine.then_some(reading)
}

/// The beginning of a text, with the heading and some items, and the other pieces, of items only.
fn cut(text: &str, chunk_bytes: usize) -> (&str, Vec<&str>) {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let from = rest.floor_char_boundary(chunk_bytes);
        let next = rest.get(from..).and_then(|rest| rest.find(BEGINNING));
        let Some((piece, after)) = next.and_then(|at| rest.split_at_checked(from + at + 1)) else {
            break;
        };
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    let others = pieces.split_off(1);
    (pieces.first().copied().unwrap_or(text), others)
}

/// The items of all pieces, in their order; `None` for a piece that cannot be read by itself.
fn items_of(pieces: &[&str], progress: &Progress) -> Vec<Option<Piece>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let mut all: Vec<Option<Piece>> = pieces.iter().map(|_| None).collect();
    thread::scope(|scope| {
        let (send, read) = channel();
        for _ in 0..cores.min(MOST_THREADS).min(pieces.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(piece) = pieces.get(at) else { return };
                    // One that cannot be read ends it for all: the rest would be read in vain.
                    let items = items(piece);
                    if items.is_none() {
                        next.store(pieces.len(), Ordering::Relaxed);
                    }
                    progress.advance(piece.len());
                    let _ = send.send((at, items));
                }
            });
        }
        drop(send);
        for (at, items) in read {
            if let Some(place) = all.get_mut(at) {
                *place = items;
            }
        }
    });
    all
}

/// What a piece of a file has.
struct Piece {
    items: Vec<Arc<Item>>,
    unread: Found,
}

/// The items of a piece that has nothing but items, all of them fine.
fn items(piece: &str) -> Option<Piece> {
    let (mut table, errors) = DeTable::parse_recoverable(piece);
    if !errors.is_empty() || table.get_ref().len() != 1 {
        return None;
    }
    let raw = take_items(table.get_mut());
    let mut unread = Found::default();
    unread.look_at_items(&raw, piece);
    let (items, mistakes) = translate_items(tables(raw, piece), piece);
    (mistakes.is_empty() && !items.is_empty()).then_some(Piece { items, unread })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: &str = "schema = 1\n[ledger]\ntitle = \"甲\"\n";

    /// What a file may have between its items, fine or not, to be cut anywhere.
    fn parts() -> impl Strategy<Value = Vec<String>> {
        let part = prop_oneof![
            6 => (0..40_u32, "[\\PC]{0,6}").prop_map(|(id, title)| format!("[[item]]\nid = {id}\ntitle = '''{title}'''\nprogress = '''{title}'''\n")),
            2 => "[a-z]{1,4}".prop_map(|note| format!("problem = \"\"\"\n[[item]]\nid = 7\n{note}\"\"\"\n")),
            1 => Just("[[item.indicator]]\nname = \"数\"\nkind = \"amount\"\n".to_owned()),
            1 => Just("[rules]\nlate = 3\n".to_owned()),
            1 => Just("# [[item]]\n\n".to_owned()),
            1 => Just("tags = [\"甲\",\n\"乙\"]\n".to_owned()),
            1 => Just("[[ item ]]\nid = 41\ntitle = \"丙\"\nprogress = \"\"\n".to_owned()),
            1 => Just("[item]\nid = 1\n".to_owned()),
            1 => Just("leed = \"戊\"\n".to_owned()),
            1 => Just("[[item.indicators]]\nname = \"己\"\n".to_owned()),
            1 => Just("oops\n".to_owned()),
        ];
        prop::collection::vec(part, 0..10)
    }

    proptest! {
        #[test]
        fn pieces_make_the_ledger_of_the_whole(parts in parts(), chunk_bytes in 1..200_usize) {
            let text = format!("{HEAD}{}", parts.concat());
            let Some(in_pieces) = reading(&text, chunk_bytes, &Progress::default()) else {
                return Ok(());
            };
            let whole = whole(&text).expect("what pieces can read is a ledger");
            prop_assert_eq!(&in_pieces.ledger, &whole.ledger);
            prop_assert_eq!(in_pieces.schema, whole.schema);
        }
    }

    #[test]
    fn a_fine_file_is_read_in_pieces_and_a_wrong_one_is_not() {
        let item = |id: u32| format!("[[item]]\nid = {id}\ntitle = \"乙\"\nprogress = \"\"\n");
        let items: String = (1..100).map(item).collect();
        let read = |text: &str| reading(text, 100, &Progress::default());
        let fine = read(&format!("{HEAD}{items}")).unwrap();
        assert_eq!(fine.ledger.items.len(), 99);
        assert!(
            read(&format!("{HEAD}{items}[rules]\nlate = 1\n")).is_none(),
            "a heading behind"
        );
        assert!(
            read(&format!("{HEAD}{items}{}", item(5))).is_none(),
            "twice the same number"
        );
        assert!(read(&format!("{HEAD}{items}oops\n")).is_none());
        assert!(read(HEAD).is_none(), "one piece");
    }
}
