//! Where a whole row of an item goes in a file, and which bytes go with it when it leaves.
//!
//! A new row stands behind the last one of its list and looks like it; the first of its list stands behind all that the
//! item has. What is above or below and belongs to something else, comments too, stays where it is. A row that somebody
//! wrote more into than this program reads never goes.

mod inline;
mod look;
mod rewrite;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::ledger::{Row, RowChange};
use crate::store::locate::{Entry, Page, nth};
use crate::store::splice::{Patch, splice};

use look::{Look, fields, is_known};

/// The patches that make a change of rows to the item at `position` of the file. `None` where the file has no such
/// place, or where something would go with a row that this program did not write.
pub fn patches(text: &str, position: usize, change: &RowChange) -> Option<Vec<Patch>> {
    let file = DeTable::parse(text).ok()?;
    let items = file.get_ref().get("item")?;
    let owner = nth(items, position)?;
    let item = Page { text, owner };
    let table = owner.get_ref().as_table()?;
    let row = match change {
        RowChange::Append(row) | RowChange::RemoveLast(row) => row,
        RowChange::Rewrite {
            place,
            before,
            after,
        } => {
            let owner = nth(table.get("order")?, *place)?;
            let at_once = rewrite::patches(&Page { text, owner }, before, after)?;
            if at_once.len() < 2 || splice(text, at_once.clone()).is_some() {
                return Some(at_once);
            }
            return rewrite::one_by_one(text, position, (*place, before, after));
        }
    };
    let list = table.get(list_key(row));
    let is_inline = item.is_inline() || list.is_some_and(|list| is_inline_list(text, list));
    match (change, list) {
        (RowChange::Append(row), Some(list)) if is_inline => inline::append(text, list, row),
        (RowChange::Append(row), _) if is_inline => inline::begin(&item, row),
        (RowChange::Append(row), _) => append(text, items, position, row).map(|patch| vec![patch]),
        (RowChange::RemoveLast(_), Some(list)) if is_inline => inline::remove_last(text, list),
        (RowChange::RemoveLast(_), list) => {
            let owner = list?.get_ref().as_array()?.last()?;
            remove(&Page { text, owner })
        }
        (RowChange::Rewrite { .. }, _) => None,
    }
}

/// The list of the item that a row belongs to.
const fn list_key(row: &Row) -> &'static str {
    match row {
        Row::Indicator(_) => "indicator",
        Row::Order(_) => "order",
    }
}

/// Whether a list is written as one value, `[{…}, {…}]`, and not as tables with headers of their own.
fn is_inline_list(text: &str, list: &Spanned<DeValue<'_>>) -> bool {
    let rows = list.get_ref().as_array();
    let first = rows.and_then(|rows| rows.first());
    first.is_none_or(|owner| Page { text, owner }.is_inline())
}

/// A new table, behind the last one of its list or behind the whole item.
fn append(text: &str, items: &Spanned<DeValue<'_>>, position: usize, row: &Row) -> Option<Patch> {
    let owner = nth(items, position)?;
    let item = Page { text, owner };
    let before = last_row(text, owner, list_key(row));
    let end = end_of(before.as_ref().map_or(owner, |row| row.owner));
    let at = item.below_comments(item.line_after(end));
    let (look, header) = model(text, items, position, row)?;
    let line_end = item.line_end();
    let mut lines: Vec<String> = Vec::new();
    if look.has_blank_line_before {
        lines.push(String::new());
    }
    lines.push(format!("{}{header}", look.header_indent));
    let written = fields(row).into_iter().map(|(key, content)| {
        let literal = content.literal(look.quotes(key), line_end);
        format!("{}{}{literal}", look.indent, look.key_and_sign(key, row))
    });
    lines.extend(written);
    let table = lines.join(line_end);
    let with = if text.get(..at)?.ends_with('\n') {
        format!("{table}{line_end}")
    } else {
        format!("{line_end}{table}")
    };
    Some(Patch { span: at..at, with })
}

/// The table that a new one is to look like, and the header to write: the nearest of the same kind, else one of the
/// other kind, else the item itself.
fn model<'a, 't>(
    text: &'t str,
    items: &'a Spanned<DeValue<'t>>,
    position: usize,
    row: &Row,
) -> Option<(Look<'a, 't>, String)> {
    let own = list_key(row);
    let items = items.get_ref().as_array()?;
    let (before, from) = items.split_at_checked(position)?;
    let nearest = || {
        from.iter()
            .take(1)
            .chain(before.iter().rev())
            .chain(from.iter().skip(1))
    };
    let rows = |key: &'static str| nearest().find_map(move |item| last_row(text, item, key));
    if let Some(same) = rows(own) {
        let header = text.get(same.owner.span())?.to_owned();
        return Some((Look::of(same)?, header));
    }
    let other = ["indicator", "order", "report"].into_iter().find_map(rows);
    let owner = items.get(position)?;
    let look = Look::of(other.unwrap_or(Page { text, owner }))?;
    Some((look, format!("[[item.{own}]]")))
}

/// The last row of a list of an item, where it is a table of its own.
fn last_row<'a, 't>(
    text: &'t str,
    item: &'a Spanned<DeValue<'t>>,
    list: &str,
) -> Option<Page<'a, 't>> {
    let owner = item.get_ref().as_table()?.get(list)?;
    let owner = owner.get_ref().as_array()?.last()?;
    let row = Page { text, owner };
    (!row.is_inline()).then_some(row)
}

/// The first byte behind a value and everything in it, tables with headers of their own included.
fn end_of(value: &Spanned<DeValue<'_>>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Array(values) => values.iter().map(end_of).max(),
        DeValue::Table(table) => table.iter().map(|(_, value)| end_of(value)).max(),
        _ => None,
    };
    value.span().end.max(inner.unwrap_or(0))
}

/// Takes a table away with its header and the blank line above it, but no comment.
fn remove(row: &Page<'_, '_>) -> Option<Vec<Patch>> {
    let fields = row.fields_alone()?;
    let header = row.owner.span();
    let header = Entry {
        key: header.clone(),
        value: header,
    };
    let end = fields.last()?.value.end;
    let start = row.line_start(header.key.start);
    let pieces: Vec<&Entry> = std::iter::once(&header).chain(&fields).collect();
    let between = pieces.windows(2).any(|pair| match pair {
        [left, right] => row.has_comment(left.value.end..right.key.start),
        _ => false,
    });
    let last_byte = row.line_after(end);
    if !between && !row.has_comment(end..last_byte) {
        let span = row.with_line_end(row.with_blank_line_before(start)..last_byte);
        return Some(vec![deletion(span)]);
    }
    let spans = pieces.into_iter().map(|entry| row.whole(entry));
    Some(joined(spans).into_iter().map(deletion).collect())
}

const fn deletion(span: Range<usize>) -> Patch {
    Patch {
        span,
        with: String::new(),
    }
}

/// Spans in the order of the text, those that overlap as one.
fn joined(spans: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

impl Page<'_, '_> {
    /// The fields of the table in their order, where it has nothing else and none that is not of the format.
    fn fields_alone(&self) -> Option<Vec<Entry>> {
        let table = self.owner.get_ref().as_table()?;
        let fields = self.fields();
        let is_alone = fields.len() == table.len()
            && table.iter().all(|(key, _)| is_known(key.get_ref()))
            && table
                .iter()
                .all(|(_, value)| !self.has_comment_inside(value));
        is_alone.then_some(fields)
    }

    /// The fields that stand as `key = value`, in the order of the file.
    fn fields(&self) -> Vec<Entry> {
        let table = self.owner.get_ref().as_table();
        let entries = table.into_iter().flatten().map(|(key, value)| Entry {
            key: key.span(),
            value: value.span(),
        });
        let mut fields: Vec<Entry> = entries.filter(|entry| self.sign(entry).is_some()).collect();
        fields.sort_by_key(|entry| entry.key.start);
        fields
    }

    /// What stands between a key and its value; `None` where that is no field of one line of its own.
    fn sign(&self, entry: &Entry) -> Option<&str> {
        let sign = self.text.get(entry.key.end..entry.value.start)?;
        sign.trim_start().starts_with('=').then_some(sign)
    }

    /// Whether a list has comments between its values.
    fn has_comment_inside(&self, value: &Spanned<DeValue<'_>>) -> bool {
        let Some(values) = value.get_ref().as_array() else {
            return false;
        };
        let mut from = value.span().start;
        let mut ends = values.iter().map(Spanned::span).collect::<Vec<_>>();
        ends.push(value.span().end..value.span().end);
        ends.into_iter().any(|next| {
            let gap = std::mem::replace(&mut from, next.end)..next.start;
            self.has_comment(gap)
        })
    }

    /// Whether there is a comment in bytes that hold no value.
    fn has_comment(&self, gap: Range<usize>) -> bool {
        self.text.get(gap).is_some_and(|gap| gap.contains('#'))
    }

    /// The first byte of the line after the one with this byte.
    fn line_after(&self, at_byte: usize) -> usize {
        let newline = self.after(at_byte).find('\n');
        newline.map_or(self.text.len(), |newline| at_byte + newline + 1)
    }

    /// Steps over comments right below what ends there. Those right above the next table belong to that one.
    fn below_comments(&self, at_byte: usize) -> usize {
        let mut end = at_byte;
        for line in self.after(at_byte).split_inclusive('\n') {
            match line.trim_start().chars().next() {
                Some('#') => end += line.len(),
                Some(_) => return at_byte,
                None => break,
            }
        }
        end
    }

    /// The start of the line above, where that is blank.
    fn with_blank_line_before(&self, line_start: usize) -> usize {
        let above = self.before(line_start).split_inclusive('\n').next_back();
        let blank = above.filter(|line| line.ends_with('\n') && line.trim().is_empty());
        line_start - blank.map_or(0, str::len)
    }

    /// Whole lines at the end of a file without a last line end go with the line end before them instead.
    fn with_line_end(&self, lines: Range<usize>) -> Range<usize> {
        if self.before(lines.end).ends_with('\n') {
            return lines;
        }
        let before = self.before(lines.start);
        let before = before.strip_suffix('\n').unwrap_or(before);
        let before = before.strip_suffix('\r').unwrap_or(before);
        before.len()..lines.end
    }
}

#[cfg(test)]
mod tests;
