//! Markdown: a table for reports and chats.

use std::io::{self, Write};

use crate::exchange::Row;
use crate::ledger::Ledger;

/// The heads of the columns, in the user's language: number, status, promise, reason, note.
pub type Heads = [&'static str; 5];

/// Writes the ledger's title and a table of the rows.
///
/// # Errors
///
/// As the writer.
pub fn write<'l>(
    ledger: &Ledger,
    rows: impl Iterator<Item = Row<'l>>,
    heads: Heads,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "# {}\n", cell(&ledger.heading.title))?;
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
    for row in rows {
        writeln!(out, "{}", self::row(&row))?;
    }
    Ok(())
}

/// One row of the table, without a line end.
pub fn row(row: &Row<'_>) -> String {
    let item = row.item;
    let fields = [
        item.id.to_string(),
        row.verdict.sign(),
        item.title.clone(),
        row.reason.clone(),
        item.progress.clone(),
    ];
    let cells: Vec<String> = fields.iter().map(|field| cell(field)).collect();
    format!("| {} |", cells.join(" | "))
}

/// A text inside a cell: the signs that would end it, or be read as markup, are escaped; paragraphs stay.
pub(super) fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => cell.push_str("<br>"),
            '\r' => {}
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' => cell.extend(['\\', c]),
            c => cell.push(c),
        }
    }
    cell
}
