//! Finding what a file has that the format does not: every key of every table is looked up once.
//!
//! What stands below `extra`, and keys that begin with `x-`, are the office's own.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::ledger::unread::KEPT;
use crate::ledger::{Fault, NearKey, SyntaxSlip, Unread, UnreadKey, UnreadKind};
use crate::store::place::Places;
use crate::store::schema::{FIGURES, FILE, Near, Shape, Table, header, near};
use crate::store::translate::Mistake;

/// What was found so far, by bytes.
#[derive(Debug, Default)]
pub struct Found {
    notes: Vec<Note>,
    count: usize,
    promises: usize,
}

#[derive(Debug)]
struct Note {
    at_byte: usize,
    /// Where its table begins.
    table_at: usize,
    item: Option<usize>,
    /// The key itself.
    key: String,
    name: String,
    what: UnreadKind,
    near: NearKey,
}

/// Where a table stands.
#[derive(Clone, Copy)]
struct Within {
    table_at: usize,
    item: Option<usize>,
}

impl Found {
    /// Looks through what a file has beside its items.
    pub fn look(&mut self, file: &DeTable<'_>, text: &str) {
        let within = Within {
            table_at: 0,
            item: None,
        };
        self.table(file, &FILE, within, text);
    }

    /// Looks through items.
    pub fn look_at_items(&mut self, items: &DeArray<'_>, text: &str) {
        let Some(table) = FILE.table("item") else {
            return;
        };
        for (index, item) in items.iter().enumerate() {
            if let DeValue::Table(keys) = item.get_ref() {
                let within = Within {
                    table_at: item.span().start,
                    item: Some(index),
                };
                self.table(keys, table, within, text);
            }
        }
    }

    /// Takes what was found in a part of the file that begins at this byte and has so many items before it.
    pub fn extend(&mut self, later: Self, from_byte: usize, items_before: usize) {
        self.count += later.count;
        self.promises += later.promises;
        let notes = later.notes.into_iter().map(|note| Note {
            at_byte: note.at_byte + from_byte,
            item: note.item.map(|item| item + items_before),
            ..note
        });
        let room = KEPT.saturating_sub(self.notes.len());
        self.notes.extend(notes.take(room));
    }

    /// Where a key is missing and another one of its table was perhaps meant, says so instead.
    pub fn explain(&self, mistakes: &mut [Mistake]) {
        for mistake in mistakes {
            let Fault::Missing { key } = mistake.fault else {
                continue;
            };
            let name = key.trim_matches(['[', ']']);
            let is_meant = |note: &&Note| {
                let near = match note.near {
                    NearKey::This(near) => near.trim_matches(['[', ']']),
                    _ => return false,
                };
                near == name && note.table_at == mistake.at_byte
            };
            if let Some(note) = self.notes.iter().find(is_meant) {
                mistake.at_byte = note.at_byte;
                let near = header(name).filter(|_| key.starts_with('['));
                mistake.fault = Fault::Syntax(match near {
                    Some(header) => SyntaxSlip::BadTableName {
                        name: note.key.clone(),
                        near: Some(header),
                    },
                    None => SyntaxSlip::BadKey {
                        key: note.key.clone(),
                        near: Some(key),
                    },
                });
            }
        }
    }

    /// The same, by lines and columns.
    pub fn placed(mut self, text: &str) -> Unread {
        self.notes.sort_by_key(|note| note.at_byte);
        let mut places = Places::new(text);
        let keys = self.notes.into_iter().map(|note| UnreadKey {
            place: places.of(note.at_byte),
            item: note.item,
            name: note.name,
            what: note.what,
            near: note.near,
        });
        Unread {
            keys: keys.collect(),
            count: self.count,
            promises: self.promises,
        }
    }

    fn table(&mut self, keys: &DeTable<'_>, table: &'static Table, within: Within, text: &str) {
        for (key, value) in keys {
            let name = key.get_ref().as_ref();
            match table.key(name).map(|key| key.shape) {
                None if is_own(name) => {}
                None => self.unknown(key, value, table, within, text),
                Some(Shape::Value(_) | Shape::Own) => {}
                Some(Shape::One(below)) => self.one(value, below, within, text),
                Some(Shape::Many(below)) => {
                    for one in list(value) {
                        self.one(one, below, within, text);
                    }
                }
                Some(Shape::Figures) => {
                    let DeValue::Table(names) = value.get_ref() else {
                        continue;
                    };
                    for (_, figures) in names {
                        self.one(figures, &FIGURES, within, text);
                    }
                }
            }
        }
    }

    fn one(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        table: &'static Table,
        within: Within,
        text: &str,
    ) {
        if let DeValue::Table(keys) = value.get_ref() {
            let table_at = value.span().start;
            self.table(keys, table, Within { table_at, ..within }, text);
        }
    }

    fn unknown(
        &mut self,
        key: &Spanned<impl AsRef<str>>,
        value: &Spanned<DeValue<'_>>,
        table: &'static Table,
        within: Within,
        text: &str,
    ) {
        let name = key.get_ref().as_ref();
        let meant = match near(table, name) {
            Near::Key(key) => match table.key(key).map(|key| key.shape) {
                Some(Shape::One(below) | Shape::Many(below)) => NearKey::This(below.header),
                _ => NearKey::This(key),
            },
            Near::In(header) => NearKey::In(header),
            Near::Nothing => NearKey::Nothing,
        };
        let head = head_at(text, key.span().start);
        let shown = head.map_or_else(
            || name.to_owned(),
            |at| {
                let line = text.get(at..).and_then(|rest| rest.lines().next());
                let line = line.unwrap_or_default();
                let end = line.rfind(']').map_or(line.len(), |end| end + 1);
                line.get(..end).unwrap_or_default().to_owned()
            },
        );
        let mut add = |at_byte: usize, what: UnreadKind, near: NearKey| {
            self.count += 1;
            self.promises += usize::from(matches!(what, UnreadKind::Promise { .. }));
            if self.notes.len() < KEPT {
                self.notes.push(Note {
                    at_byte,
                    table_at: within.table_at,
                    item: within.item,
                    key: name.to_owned(),
                    name: shown.clone(),
                    what,
                    near,
                });
            }
        };
        let is_item = FILE
            .table("item")
            .is_some_and(|item| meant == NearKey::This(item.header));
        let needed = if is_item { 1 } else { 2 };
        let mut has_promises = false;
        for one in list(value) {
            let DeValue::Table(keys) = one.get_ref() else {
                continue;
            };
            if let Some(called) = promise(keys, needed) {
                has_promises = true;
                let start = one.span().start;
                let at_byte = head_at(text, start).unwrap_or(start);
                add(at_byte, UnreadKind::Promise { called }, meant);
            }
        }
        if !has_promises {
            let what = match value.get_ref() {
                DeValue::Table(_) => UnreadKind::Table,
                DeValue::Array(list) if list.iter().any(|it| it.get_ref().is_table()) => {
                    UnreadKind::Table
                }
                _ => UnreadKind::Value,
            };
            add(head.unwrap_or(key.span().start), what, meant);
        }
    }
}

/// The elements of a list; a single value is one of its own.
fn list<'v, 't>(value: &'v Spanned<DeValue<'t>>) -> impl Iterator<Item = &'v Spanned<DeValue<'t>>> {
    let (one, many) = match value.get_ref() {
        DeValue::Array(list) => (None, Some(list.iter())),
        _ => (Some(value), None),
    };
    one.into_iter().chain(many.into_iter().flatten())
}

/// What a table that looks like a promise is called: it has so many of the keys that every promise has.
fn promise(keys: &DeTable<'_>, needed: usize) -> Option<String> {
    let value = |name: &str| {
        let mut all = keys.iter();
        let found = all.find(|(key, _)| key.get_ref().as_ref().eq_ignore_ascii_case(name));
        found.map(|(_, value)| match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            _ => String::new(),
        })
    };
    let (id, title, progress) = (value("id"), value("title"), value("progress"));
    let has =
        usize::from(id.is_some()) + usize::from(title.is_some()) + usize::from(progress.is_some());
    let called = [id, title].into_iter().flatten().collect::<Vec<_>>();
    (has >= needed).then(|| called.join(" "))
}

/// Whether a key says by its name that it is the office's own.
fn is_own(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with("x_")
}

/// Where the head of a table begins in whose line this byte is.
fn head_at(text: &str, at_byte: usize) -> Option<usize> {
    let before = text.get(..at_byte)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let said = text.get(line..)?;
    let indent = said.len() - said.trim_start_matches([' ', '\t', '\u{FEFF}']).len();
    said.get(indent..)?
        .starts_with('[')
        .then_some(line + indent)
}
