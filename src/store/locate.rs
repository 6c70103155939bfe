//! Where the fields of one item stand in a file, and what to write where to change them.
//!
//! A value that is there is replaced in its place, quotes included. A field that is not there yet becomes a line of its
//! own after the field it belongs beside, in the indentation of its neighbours. A field that goes takes its line with it,
//! but never a comment. Whole rows come and go in `rows`.

pub mod rows;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::ledger::{Change, Item, Slot, Value};
use crate::store::quote::quote;
use crate::store::splice::Patch;

/// The patches that make the changes to the item at `position` of the file. `None` where the file has no such place,
/// which would be a fault of the caller.
pub fn patches(text: &str, position: usize, item: &Item, changes: &[Change]) -> Option<Vec<Patch>> {
    let file = DeTable::parse(text).ok()?;
    let table = nth(file.get_ref().get("item")?, position)?;
    let mut patches = Vec::new();
    for change in changes {
        let owner = match &change.slot {
            Slot::Of(key, _) => nth(table.get_ref().get("indicator")?, item.place_of(key)?)?,
            _ => table,
        };
        let patch = Page { text, owner }.patch(&change.slot, change.after.as_ref());
        patches.extend(patch.ok()?);
    }
    Some(patches)
}

fn nth<'a, 't>(
    list: &'a Spanned<DeValue<'t>>,
    position: usize,
) -> Option<&'a Spanned<DeValue<'t>>> {
    list.get_ref().as_array()?.get(position)
}

/// The fields that a new one is put behind, the best first.
const fn neighbours(slot: &Slot) -> &'static [&'static str] {
    match slot {
        Slot::Progress | Slot::Lead => &["category", "title", "id"],
        Slot::Problem => &["progress", "title"],
        Slot::Next => &["problem", "progress", "title"],
        Slot::Status => &["next", "problem", "progress", "title"],
        Slot::Reason => &["status", "next", "problem", "progress", "title"],
        Slot::Of(..) => &[
            "reported", "underway", "actual", "stage", "stages", "unit", "compare", "target",
            "kind", "name",
        ],
        // Orders come and go as rows.
        Slot::Order(_) => &[],
    }
}

/// One table of a file.
struct Page<'a, 't> {
    text: &'t str,
    /// The table, with the bytes of its header or, where it is written inline, of the whole.
    owner: &'a Spanned<DeValue<'t>>,
}

/// There is no field to put a new one behind.
struct NoPlace;

/// The bytes of a key and of its value.
struct Entry {
    key: Range<usize>,
    value: Range<usize>,
}

impl Page<'_, '_> {
    /// What to write where; nothing where a field goes that is not there.
    fn patch(&self, slot: &Slot, value: Option<&Value>) -> Result<Option<Patch>, NoPlace> {
        let patch = match (self.entry(slot.key()), value) {
            (Some(entry), Some(value)) => Some(Patch {
                with: self.literal(
                    value,
                    self.text.get(entry.value.clone()).unwrap_or_default(),
                ),
                span: entry.value,
            }),
            (Some(entry), None) => Some(Patch {
                span: self.whole(&entry),
                with: String::new(),
            }),
            (None, Some(value)) => Some(self.put_in(slot, value).ok_or(NoPlace)?),
            (None, None) => None,
        };
        Ok(patch)
    }

    fn entry(&self, key: &str) -> Option<Entry> {
        let (name, value) = self.owner.get_ref().as_table()?.get_key_value(key)?;
        Some(Entry {
            key: name.span(),
            value: value.span(),
        })
    }

    fn is_inline(&self) -> bool {
        self.after(self.owner.span().start).starts_with('{')
    }

    fn after(&self, at_byte: usize) -> &str {
        self.text.get(at_byte..).unwrap_or_default()
    }

    fn before(&self, at_byte: usize) -> &str {
        self.text.get(..at_byte).unwrap_or_default()
    }

    fn literal(&self, value: &Value, old: &str) -> String {
        match value {
            Value::Text(text) => quote(text, old, self.line_end()),
            Value::Number(number) => figure(*number),
        }
    }

    /// How the file ends its lines, by its first line.
    fn line_end(&self) -> &'static str {
        match self.text.find('\n') {
            Some(newline) if self.before(newline).ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// A field that is not there yet.
    fn put_in(&self, slot: &Slot, value: &Value) -> Option<Patch> {
        let literal = self.literal(value, "\"\"");
        self.put_in_literal(slot.key(), &literal, neighbours(slot))
    }

    /// The same, with the value as it is to be written, behind the first of the neighbours that is there.
    fn put_in_literal(&self, key: &str, literal: &str, neighbours: &[&str]) -> Option<Patch> {
        let neighbour = neighbours.iter().find_map(|&key| self.entry(key))?;
        if self.is_inline() {
            let at = neighbour.value.end;
            let with = format!(", {key} = {literal}");
            return Some(Patch { span: at..at, with });
        }
        let line_start = self.line_start(neighbour.key.start);
        let indent = self.text.get(line_start..neighbour.key.start)?;
        let line = format!("{indent}{key}{}{literal}", self.equals(key, &neighbour)?);
        let rest = self.after(neighbour.value.end);
        let (at, with) = match rest.find('\n') {
            Some(newline) => (
                neighbour.value.end + newline + 1,
                format!("{line}{}", self.line_end()),
            ),
            None => (self.text.len(), format!("{}{line}", self.line_end())),
        };
        Some(Patch { span: at..at, with })
    }

    /// All the bytes that go with a field.
    fn whole(&self, entry: &Entry) -> Range<usize> {
        if self.is_inline() {
            return self.inline_whole(entry);
        }
        let start = self.line_start(entry.key.start);
        let rest = self.after(entry.value.end);
        let line = rest.split_inclusive('\n').next().unwrap_or_default();
        if !line.trim().is_empty() {
            // A comment stands behind the value: it stays, and keeps its place in the line.
            let blank = line.len() - line.trim_start().len();
            return entry.key.start..entry.value.end + blank;
        }
        if line.ends_with('\n') {
            return start..entry.value.end + line.len();
        }
        // The last line of a file that ends without a line end: the line end before it goes instead.
        let before = self.before(start);
        let before = before.strip_suffix('\n').unwrap_or(before);
        let before = before.strip_suffix('\r').unwrap_or(before);
        before.len()..self.text.len()
    }

    /// A field of an inline table goes with the comma before it, the first one with the comma after it.
    fn inline_whole(&self, entry: &Entry) -> Range<usize> {
        let before = self.before(entry.key.start).trim_end();
        if let Some(start) = before.strip_suffix(',').map(str::len) {
            return start..entry.value.end;
        }
        let rest = self.after(entry.value.end);
        let Some(next) = rest.trim_start().strip_prefix(',') else {
            return entry.key.start..entry.value.end;
        };
        let comma = entry.value.end + rest.len() - next.len();
        entry.key.start..comma + next.len() - next.trim_start_matches([' ', '\t']).len()
    }

    /// The sign between key and value, as the neighbour has it; in the same column, where the table has columns.
    fn equals(&self, key: &str, neighbour: &Entry) -> Option<String> {
        let sign = self
            .text
            .get(neighbour.key.end..neighbour.value.start)?
            .trim_start();
        let padding = neighbour.value.start - neighbour.key.end - sign.len();
        let blanks = if padding > 0 && self.has_columns() {
            (neighbour.key.len() + padding)
                .saturating_sub(key.len())
                .max(1)
        } else {
            padding
        };
        Some(format!("{}{sign}", " ".repeat(blanks)))
    }

    /// Whether the signs between keys and values stand below one another.
    fn has_columns(&self) -> bool {
        let table = self.owner.get_ref().as_table();
        table.into_iter().flatten().any(|(key, value)| {
            let sign = self.text.get(key.span().end..value.span().start);
            sign.is_some_and(|sign| sign.starts_with("  "))
        })
    }

    fn line_start(&self, at_byte: usize) -> usize {
        self.before(at_byte)
            .rfind('\n')
            .map_or_else(|| self.bom_bytes(), |newline| newline + 1)
    }

    fn bom_bytes(&self) -> usize {
        self.text.len() - self.text.trim_start_matches('\u{FEFF}').len()
    }
}

/// A number as a person writes it: whole ones without a point.
fn figure(number: f64) -> String {
    // Whole numbers up to this are exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.abs() <= EXACT {
        // Minus zero is nobody's figure.
        format!("{}", number + 0.0)
    } else {
        format!("{number:?}")
    }
}

#[cfg(test)]
mod tests;
