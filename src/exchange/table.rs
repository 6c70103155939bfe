//! Tables for spreadsheets: comma- and tab-separated values, one row an item.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{ErrorKind, Writer, WriterBuilder};

use crate::exchange::Row;

/// The columns; scripts rely on their names and their order.
const COLUMNS: [&str; 13] = [
    "id",
    "title",
    "status",
    "computed",
    "reason",
    "completion",
    "time_line",
    "category",
    "lead",
    "tags",
    "progress",
    "problem",
    "next",
];

/// Writes the rows with their heads, fields parted by `delimiter`.
///
/// # Errors
///
/// As the writer.
pub fn write<'l>(
    rows: impl Iterator<Item = Row<'l>>,
    delimiter: u8,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut table = WriterBuilder::new().delimiter(delimiter).from_writer(out);
    put(&mut table, COLUMNS)?;
    for row in rows {
        let Row { item, verdict, .. } = &row;
        let number = |figure: Option<f64>| figure.map(|it| it.to_string()).unwrap_or_default();
        let fields = [
            &*item.id.to_string(),
            &item.title,
            verdict.status().name(),
            verdict.computed.name(),
            &row.reason,
            &number(row.completion()),
            &number(row.time_line),
            text(item.category.as_ref()),
            text(item.lead.as_ref()),
            &item.tags.join(" "),
            &item.progress,
            text(item.problem.as_ref()),
            text(item.next.as_ref()),
        ];
        put(&mut table, fields)?;
    }
    table.flush()
}

/// Writes one row. What the writer says of an error stays what it was: a pipe that somebody closed is none.
pub(super) fn put<F>(table: &mut Writer<impl Write>, fields: F) -> io::Result<()>
where
    F: IntoIterator<Item: AsRef<str>>,
{
    let mut fields = fields.into_iter();
    let written = fields
        .try_for_each(|field| table.write_field(&*harmless(field.as_ref())))
        .and_then(|()| table.write_record(None::<&[u8]>));
    written.map_err(|error| match error.into_kind() {
        ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    })
}

fn text(field: Option<&String>) -> &str {
    field.map_or("", String::as_str)
}

/// A text that begins like a formula would be computed by a spreadsheet that opens the table; a quote before it keeps
/// it a text. Numbers are no formulas.
fn harmless(field: &str) -> Cow<'_, str> {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && field.parse::<f64>().is_err() {
        Cow::Owned(format!("'{field}"))
    } else {
        Cow::Borrowed(field)
    }
}
