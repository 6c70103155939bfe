//! Rows of a list that is written as one value: `indicator = [{…}, {…}]`.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::look::{Look, fields};
use super::{deletion, list_key};
use crate::ledger::Row;
use crate::store::locate::Page;
use crate::store::splice::Patch;

/// A list with one row, as a new field of an item that is itself written inline.
pub fn begin(item: &Page<'_, '_>, row: &Row) -> Option<Vec<Patch>> {
    let at = item.fields().last()?.value.end;
    let look = Look::of(Page {
        text: item.text,
        owner: item.owner,
    })?;
    let table = written(&look, row, item.line_end());
    let with = format!(", {} = [{{ {table} }}]", list_key(row));
    Some(vec![put_in(at, with)])
}

/// A row at the end of a list.
pub fn append(text: &str, list: &Spanned<DeValue<'_>>, row: &Row) -> Option<Vec<Patch>> {
    let whole = Page { text, owner: list };
    let Some(owner) = list.get_ref().as_array()?.last() else {
        return begin_list(&whole, row);
    };
    let previous = Page { text, owner };
    let table = like(&previous, row)?;
    let (span, inside) = (owner.span(), list.span().end.checked_sub(1)?);
    let comma = comma(text, span.end..inside);
    let Some(indent) = previous.alone_in_line() else {
        return Some(vec![match comma {
            Some(comma) => put_in(comma + 1, format!(" {table},")),
            None => put_in(span.end, format!(", {table}")),
        }]);
    };
    let at = line_end_within(text, comma.map_or(span.end, |comma| comma + 1)..inside);
    let line = format!("{}{indent}{table}", whole.line_end());
    Some(match comma {
        Some(_) => vec![put_in(at, format!("{line},"))],
        None => vec![put_in(span.end, ",".to_owned()), put_in(at, line)],
    })
}

/// The first row of a list that is there and empty.
fn begin_list(list: &Page<'_, '_>, row: &Row) -> Option<Vec<Patch>> {
    let at = list.owner.span().start + 1;
    let fields: Vec<String> = fields(row)
        .into_iter()
        .map(|(key, content)| format!("{key} = {}", content.literal("\"\"", list.line_end())))
        .collect();
    list.text.get(at..)?;
    Some(vec![put_in(at, format!("{{ {} }}", fields.join(", ")))])
}

/// Takes the last row away, with the comma that it needed.
pub fn remove_last(text: &str, list: &Spanned<DeValue<'_>>) -> Option<Vec<Patch>> {
    let (owner, before) = list.get_ref().as_array()?.split_last()?;
    let gone = Page { text, owner };
    let fields = gone.fields_alone()?;
    let span = owner.span();
    let mut from = span.start;
    for field in &fields {
        let gap = std::mem::replace(&mut from, field.value.end)..field.key.start;
        (!gone.has_comment(gap)).then_some(())?;
    }
    (!gone.has_comment(from..span.end)).then_some(())?;
    let behind = before.last().map(|before| before.span().end..span.start);
    if let Some(gap) = behind.filter(|gap| !gone.has_comment(gap.clone())) {
        // The comma behind the last row, where there is one, is now that of the row before it.
        return Some(vec![deletion(gap.start..span.end)]);
    }
    let inside = list.span().end.checked_sub(1)?;
    let end = comma(text, span.end..inside).map_or(span.end, |comma| comma + 1);
    if gone.has_comment(span.end..end) {
        return None;
    }
    let rest = text.get(end..inside)?;
    let line = rest.split_inclusive('\n').next().unwrap_or_default();
    let is_whole_line = line.ends_with('\n') && line.trim().is_empty();
    Some(vec![deletion(match gone.alone_in_line() {
        Some(indent) if is_whole_line => span.start - indent.len()..end + line.len(),
        _ => span.start..end,
    })])
}

const fn put_in(at: usize, with: String) -> Patch {
    Patch { span: at..at, with }
}

/// A row written as the one before it: the same blanks inside the braces.
fn like(last: &Page<'_, '_>, row: &Row) -> Option<String> {
    let look = Look::of(Page {
        text: last.text,
        owner: last.owner,
    })?;
    let first = last.fields().first()?.key.start;
    let lead = last.text.get(last.owner.span().start + 1..first)?;
    let blank = if lead.is_empty() { "" } else { " " };
    let table = written(&look, row, last.line_end());
    Some(format!("{{{blank}{table}{blank}}}"))
}

fn written(look: &Look<'_, '_>, row: &Row, line_end: &str) -> String {
    let fields = fields(row).into_iter().map(|(key, content)| {
        let literal = content.literal(look.quotes(key), line_end);
        format!("{key}{}{literal}", look.sign_in_braces())
    });
    fields.collect::<Vec<_>>().join(", ")
}

impl<'t> Page<'_, 't> {
    /// The blanks before a row that is the first thing of its line; `None` where it is not.
    fn alone_in_line(&self) -> Option<&'t str> {
        let start = self.owner.span().start;
        let before = self.text.get(self.line_start(start)..start)?;
        before.trim().is_empty().then_some(before)
    }
}

/// The comma in bytes that hold only blanks, comments and perhaps that comma.
fn comma(text: &str, within: Range<usize>) -> Option<usize> {
    let mut at = within.start;
    for line in text.get(within)?.split_inclusive('\n') {
        let code = line.split('#').next().unwrap_or_default();
        if let Some(comma) = code.find(',') {
            return Some(at + comma);
        }
        at += line.len();
    }
    None
}

/// Where the line ends, behind its comment; right at the start where the list ends in that line.
fn line_end_within(text: &str, within: Range<usize>) -> usize {
    let rest = text.get(within.clone()).unwrap_or_default();
    let line = rest.split_once('\n').map(|(line, _)| line);
    let line = line.map(|line| line.strip_suffix('\r').unwrap_or(line));
    let line = line.filter(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    within.start + line.map_or(0, str::len)
}

#[cfg(test)]
mod tests;
