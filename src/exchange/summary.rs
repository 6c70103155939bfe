//! A summary for scripts and for documents.

use std::io::{self, Write};

use serde::Serialize;

use crate::exchange::Row;
use crate::exchange::json::Id;
use crate::exchange::markdown::cell;
use crate::ledger::summary::{Group, Shortfall, Summary};

/// A summary with what is said of it in the user's language.
#[derive(Debug)]
pub struct Summed<'l> {
    /// The title of the ledger.
    pub title: &'l str,
    /// The summary.
    pub summary: &'l Summary,
    /// The paragraph for a bulletin.
    pub paragraph: String,
    /// The rows of all items, in the order of the ledger.
    pub rows: Vec<Row<'l>>,
}

#[derive(Serialize)]
struct Whole<'l> {
    schema: u32,
    title: &'l str,
    items: usize,
    counts: Vec<JsonCount>,
    below_line: Vec<JsonShortfall<'l>>,
    short_rates: Vec<JsonShortfall<'l>>,
    leads: Vec<JsonGroup<'l>>,
    categories: Vec<JsonGroup<'l>>,
    paragraph: &'l str,
}

#[derive(Serialize)]
struct JsonCount {
    status: &'static str,
    items: usize,
    percent: f64,
}

#[derive(Serialize)]
struct JsonShortfall<'l> {
    id: Id<'l>,
    title: &'l str,
    lead: Option<&'l str>,
    points: f64,
    reason: &'l str,
}

#[derive(Serialize)]
struct JsonGroup<'l> {
    name: Option<&'l str>,
    items: usize,
    late: usize,
}

/// Writes the summary as one JSON object.
///
/// # Errors
///
/// As the writer.
pub fn write_json(summed: &Summed<'_>, out: &mut impl Write) -> io::Result<()> {
    let summary = summed.summary;
    let shortfalls =
        |all: &[Shortfall]| all.iter().filter_map(|it| shortfall(summed, it)).collect();
    let counts = summary.counts.iter().map(|count| JsonCount {
        status: count.status.name(),
        items: count.items,
        percent: count.percent(),
    });
    let whole = Whole {
        schema: 1,
        title: summed.title,
        items: summary.items,
        counts: counts.collect(),
        below_line: shortfalls(&summary.below_line),
        short_rates: shortfalls(&summary.short_rates),
        leads: summary.leads.iter().map(group).collect(),
        categories: summary.categories.iter().map(group).collect(),
        paragraph: &summed.paragraph,
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn shortfall<'l>(summed: &'l Summed<'l>, shortfall: &Shortfall) -> Option<JsonShortfall<'l>> {
    let row = summed.rows.get(shortfall.position)?;
    Some(JsonShortfall {
        id: Id::of(&row.item.id),
        title: &row.item.title,
        lead: row.item.lead.as_deref(),
        points: tenths(shortfall.points),
        reason: &row.reason,
    })
}

fn group(group: &Group) -> JsonGroup<'_> {
    JsonGroup {
        name: group.name.as_deref(),
        items: group.items,
        late: group.late,
    }
}

/// Rounded to the tenth that is said everywhere else.
fn tenths(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

/// Writes the paragraph and the two lists as Markdown. `heads` are those of the items below the line and of those that
/// miss a rate, `columns` those of number, promise, lead unit, points and reason.
///
/// # Errors
///
/// As the writer.
pub fn write_markdown(
    summed: &Summed<'_>,
    heads: [&str; 2],
    columns: [&str; 5],
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        out,
        "# {}\n\n{}",
        cell(summed.title),
        cell(&summed.paragraph)
    )?;
    let lists = [&summed.summary.below_line, &summed.summary.short_rates];
    for (head, list) in heads.into_iter().zip(lists) {
        if list.is_empty() {
            continue;
        }
        writeln!(out, "\n## {head}\n")?;
        writeln!(out, "| {} |", columns.join(" | "))?;
        writeln!(out, "|{}", " --- |".repeat(columns.len()))?;
        for shortfall in list {
            let Some(row) = summed.rows.get(shortfall.position) else {
                continue;
            };
            let fields = [
                row.item.id.to_string(),
                row.item.title.clone(),
                row.item.lead.clone().unwrap_or_default(),
                format!("{:.1}", tenths(shortfall.points)),
                row.reason.clone(),
            ];
            let cells: Vec<String> = fields.iter().map(|field| cell(field)).collect();
            writeln!(out, "| {} |", cells.join(" | "))?;
        }
    }
    Ok(())
}
