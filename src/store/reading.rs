//! From the text of a file to the ledger in it.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::de::{DeArray, DeTable, DeValue, Deserializer, ValueDeserializer};

use crate::ledger::{Fault, Item, ItemId, Ledger, Problem, SyntaxSlip};
use crate::store::chunks;
use crate::store::diagnosis::{Slip, diagnose};
use crate::store::field::One;
use crate::store::place::Places;
use crate::store::progress::Progress;
use crate::store::schema::FILE;
use crate::store::translate::{Mistake, SCHEMA, translate};
use crate::store::unread::Found;
use crate::store::wire::{FileTable, ItemTable};

/// A file's text, read.
#[derive(Debug)]
pub struct Reading {
    /// The ledger in it.
    pub ledger: Arc<Ledger>,
    /// The schema it says it has.
    pub schema: i64,
}

impl Reading {
    /// Keeps the very items of an earlier reading that are the same in this one, so that what was made of them (an
    /// index, say) still holds.
    pub fn share_items(&mut self, earlier: &Ledger) {
        let known: HashMap<&ItemId, &Arc<Item>> =
            earlier.items.iter().map(|item| (&item.id, item)).collect();
        for item in &mut Arc::make_mut(&mut self.ledger).items {
            if let Some(&same) = known.get(&item.id).filter(|known| ***known == *item) {
                *item = Arc::clone(same);
            }
        }
    }
}

/// Reads the text of a file, or tells all that is wrong with it, in the order of the file.
pub fn reading(text: &str, progress: &Progress) -> Result<Reading, Vec<Problem>> {
    // A text that is not fine is read again as a whole: only then are all its problems known.
    chunks::reading(text, chunks::BYTES, progress).map_or_else(|| whole(text), Ok)
}

/// Reads a text in one piece.
pub fn whole(text: &str) -> Result<Reading, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let slips = diagnose(text, &errors, Some(&FILE)).into_iter();
        return Err(problems(text, slips.map(syntax).collect()));
    }
    if table.get_ref().is_empty() {
        let at_byte = 0;
        let fault = Fault::EmptyFile;
        let item = None;
        return Err(problems(
            text,
            vec![Mistake {
                at_byte,
                item,
                fault,
            }],
        ));
    }
    // Item by item: all of them at once in their raw form would take several times the file.
    let mut table = table;
    let mut unread = Found::default();
    let items = take_items(table.get_mut());
    unread.look(table.get_ref(), text);
    unread.look_at_items(&items, text);
    let file = FileTable::deserialize(Deserializer::from(table))
        .map_err(|error| problems(text, vec![untaken(&error, text)]))?;
    let mut translated = translate(file, tables(items, text), text);
    if !translated.mistakes.is_empty() {
        unread.explain(&mut translated.mistakes);
        return Err(problems(text, translated.mistakes));
    }
    // A newer program may well know them.
    if translated.schema <= SCHEMA {
        translated.ledger.unread = unread.placed(text);
    }
    Ok(Reading {
        ledger: Arc::new(translated.ledger),
        schema: translated.schema,
    })
}

/// Items in the form that serde sees, one by one.
pub fn tables<'t>(
    items: DeArray<'t>,
    text: &'t str,
) -> impl Iterator<Item = Result<One<ItemTable>, Mistake>> {
    items.into_iter().map(move |item| {
        One::deserialize(ValueDeserializer::from(item)).map_err(|error| untaken(&error, text))
    })
}

/// Takes the items out, where they are a list. Where they are something else they stay, to be told as wrong.
pub fn take_items<'t>(table: &mut DeTable<'t>) -> DeArray<'t> {
    let Some(items) = table.get_mut("item") else {
        return DeArray::new();
    };
    match items.get_mut() {
        DeValue::Array(items) => std::mem::replace(items, DeArray::new()),
        _ => DeArray::new(),
    }
}

fn syntax(Slip { at_byte, slip }: Slip) -> Mistake {
    Mistake {
        at_byte,
        item: None,
        fault: Fault::Syntax(slip),
    }
}

/// A value that is fine as TOML, but that no program can hold: a number of very many digits.
fn untaken(error: &toml::de::Error, text: &str) -> Mistake {
    let place = error.span().unwrap_or(text.len()..text.len());
    let said = text.get(place.clone()).unwrap_or_default();
    let is_number = said
        .trim_start_matches(['+', '-'])
        .starts_with(|c: char| c.is_ascii_digit());
    let slip = if is_number {
        SyntaxSlip::NumberTooLarge
    } else {
        SyntaxSlip::Other {
            text: said.to_owned(),
        }
    };
    let at_byte = place.start;
    syntax(Slip { at_byte, slip })
}

/// The most problems that are kept; a file with more is no ledger.
pub const PROBLEMS_KEPT: usize = 10_000;

/// Brings mistakes into the order of the file and their bytes to lines and columns.
fn problems(text: &str, mut mistakes: Vec<Mistake>) -> Vec<Problem> {
    mistakes.sort_by_key(|mistake| mistake.at_byte);
    mistakes.truncate(PROBLEMS_KEPT);
    let mut places = Places::new(text);
    mistakes
        .into_iter()
        .map(|mistake| Problem {
            place: places.of(mistake.at_byte),
            item: mistake.item,
            fault: mistake.fault,
        })
        .collect()
}
