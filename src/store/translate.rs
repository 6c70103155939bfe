//! From the wire format to the ledger, collecting every mistake of the file on the way.

mod item;
mod reader;

use std::collections::HashMap;
use std::sync::Arc;

use crate::ledger::{Fault, Heading, Ignored, Item, ItemId, Ledger, Rules, Unread};
use crate::store::field::One;
use crate::store::wire::{FileTable, HeadingTable, ItemTable, RulesTable};
use reader::Reader;

pub use reader::Mistake;

/// The schema this program writes and fully understands.
pub const SCHEMA: i64 = 1;

/// A file translated: the ledger, and what is wrong with it.
#[derive(Debug)]
pub struct Translated {
    /// The ledger, complete only where `mistakes` is empty.
    pub ledger: Ledger,
    /// The schema the file says it has.
    pub schema: i64,
    /// Everything wrong, in no particular order.
    pub mistakes: Vec<Mistake>,
}

/// Translates a file: what it has beside its items, and these one by one. `text` is the file itself: line ends inside
/// texts are told apart by how it writes them.
pub fn translate(
    file: FileTable,
    tables: impl Iterator<Item = Result<One<ItemTable>, Mistake>>,
    text: &str,
) -> Translated {
    let mut mistakes = Vec::new();
    let mut reader = Reader::new(&mut mistakes, text);
    let schema = schema(&mut reader, &file);
    if file.ledger.is_none() {
        reader.missing("[ledger]", 0);
    }
    let heading = reader
        .table("ledger", file.ledger)
        .map_or_else(Heading::default, |(at_byte, table)| {
            heading(&mut reader.inside(at_byte, None), table)
        });
    let rules = reader
        .table("rules", file.rules)
        .map_or_else(Rules::default, |(at_byte, table)| {
            rules(&mut reader.inside(at_byte, None), table)
        });
    let ignored = reader
        .table("check", file.check)
        .and_then(|(at_byte, table)| {
            let mut reader = reader.inside(at_byte, None);
            reader.optional("ignore", table.ignore)
        });
    // An empty list where the items were taken out of it.
    reader.tables("item", file.item);
    let items = items(&mut reader, tables, text);
    Translated {
        ledger: Ledger {
            heading,
            rules,
            items,
            ignored: ignored.iter().flatten().map(|it| Ignored::of(it)).collect(),
            unread: Unread::default(),
        },
        schema,
        mistakes,
    }
}

/// Translates items alone, of a part of a file.
pub fn translate_items(
    tables: impl Iterator<Item = Result<One<ItemTable>, Mistake>>,
    text: &str,
) -> (Vec<Arc<Item>>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let items = items(&mut Reader::new(&mut mistakes, text), tables, text);
    (items, mistakes)
}

fn items(
    reader: &mut Reader<'_>,
    tables: impl Iterator<Item = Result<One<ItemTable>, Mistake>>,
    text: &str,
) -> Vec<Arc<Item>> {
    let mut items = Vec::new();
    let mut ids = Ids::default();
    for table in tables {
        let table = match table {
            Ok(table) => reader.table("item", Some(table)),
            Err(mistake) => {
                reader.note(mistake);
                None
            }
        };
        let Some((at_byte, table)) = table else {
            continue;
        };
        let id_at = table.id.as_ref().map_or(at_byte, |field| field.span.start);
        if let Some(item) = item::item(reader, at_byte, table) {
            ids.check(&item, id_at, reader);
            items.push(Arc::new(item));
        }
    }
    ids.resolve_lines(text, reader.mistakes());
    items
}

fn schema(reader: &mut Reader<'_>, file: &FileTable) -> i64 {
    let Some(field) = &file.schema else {
        reader.missing("schema", 0);
        return SCHEMA;
    };
    match field.value {
        Ok(schema) if schema >= 1 => schema,
        Ok(_) => {
            reader.add(field.span.start, Fault::BadSchema);
            SCHEMA
        }
        Err(found) => {
            reader.wrong_type::<i64>("schema", field.span.start, found);
            SCHEMA
        }
    }
}

fn heading(reader: &mut Reader<'_>, table: HeadingTable) -> Heading {
    let year_at = table.year.as_ref().map_or(0, |field| field.span.start);
    let year = reader.optional("year", table.year).and_then(|year| {
        let year = i16::try_from(year)
            .ok()
            .filter(|year| (1..=9999).contains(year));
        if year.is_none() {
            reader.add(year_at, Fault::YearOutOfRange);
        }
        year
    });
    Heading {
        title: reader.required("title", table.title),
        year,
        period: reader.optional("period", table.period),
        as_of: reader.optional("as_of", table.as_of),
        publisher: reader.optional("publisher", table.publisher),
    }
}

fn rules(reader: &mut Reader<'_>, table: RulesTable) -> Rules {
    let default = Rules::default();
    let mut points = |key, field, default| reader.tolerance(key, field).unwrap_or(default);
    Rules {
        ahead: points("ahead", table.ahead, default.ahead),
        late: points("late", table.late, default.late),
        about: points("about", table.about, default.about),
    }
}

/// The ids seen so far, each with the byte of its first place.
#[derive(Default)]
struct Ids {
    first: HashMap<ItemId, usize>,
    duplicates: bool,
}

impl Ids {
    fn check(&mut self, item: &Item, at_byte: usize, reader: &mut Reader<'_>) {
        match self.first.get(&item.id) {
            Some(&first) => {
                self.duplicates = true;
                // The line is filled in at the end, when lines are counted once for all.
                reader
                    .inside(at_byte, Some(item.id.to_string()))
                    .add(at_byte, Fault::DuplicateId { first_line: first });
            }
            None => {
                self.first.insert(item.id.clone(), at_byte);
            }
        }
    }

    /// Turns the bytes of first places into lines.
    fn resolve_lines(&self, text: &str, mistakes: &mut [Mistake]) {
        if !self.duplicates {
            return;
        }
        for mistake in mistakes {
            if let Fault::DuplicateId { first_line } = &mut mistake.fault {
                let before = text.as_bytes().get(..*first_line).unwrap_or_default();
                *first_line = 1 + memchr::memchr_iter(b'\n', before).count();
            }
        }
    }
}
