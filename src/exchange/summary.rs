//! A summary for scripts and for documents.

use std::io::{self, Write};

use csv::WriterBuilder;
use serde::Serialize;

use crate::exchange::json::Id;
use crate::exchange::markdown::cell;
use crate::exchange::table::put;
use crate::exchange::{Row, rows};
use crate::ledger::summary::{Count, Group, Shortfall, Summary};
use crate::ledger::{Item, Ledger, Verdict};

/// A summary with what is said of it in the user's language.
#[derive(Debug)]
pub struct Summed<'l> {
    /// The title of the ledger.
    pub title: &'l str,
    /// The summary.
    pub summary: &'l Summary,
    /// The paragraph for a bulletin.
    pub paragraph: String,
    /// The items below their time line.
    pub below_line: Vec<Short<'l>>,
    /// The items that miss a rate.
    pub short_rates: Vec<Short<'l>>,
}

/// An item that is short of what it should be by now, with what is said of it.
#[derive(Debug)]
pub struct Short<'l> {
    /// The item.
    pub row: Row<'l>,
    /// By how many percentage points, in tenths.
    pub points: f64,
}

impl<'l> Short<'l> {
    /// What is said of some shortfalls; `reason` puts a verdict into words.
    pub fn of(
        ledger: &'l Ledger,
        shortfalls: &[Shortfall],
        reason: &dyn Fn(&Item, &Verdict) -> String,
    ) -> Vec<Self> {
        let positions: Vec<usize> = shortfalls.iter().map(|it| it.position).collect();
        let rows = rows(ledger, &positions, reason);
        let points = shortfalls
            .iter()
            .map(|it| (it.points * 10.0).round() / 10.0);
        rows.zip(points)
            .map(|(row, points)| Self { row, points })
            .collect()
    }
}

#[derive(Serialize)]
struct Whole<'l> {
    schema: u32,
    title: &'l str,
    items: usize,
    counts: Vec<JsonCount>,
    set_by_person: usize,
    computed: Vec<JsonCount>,
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
    let whole = Whole {
        schema: 1,
        title: summed.title,
        items: summary.items,
        counts: summary.counts.iter().map(count).collect(),
        set_by_person: summary.set_by_person,
        computed: summary.computed.iter().map(count).collect(),
        below_line: summed.below_line.iter().map(shortfall).collect(),
        short_rates: summed.short_rates.iter().map(shortfall).collect(),
        leads: summary.leads.iter().map(group).collect(),
        categories: summary.categories.iter().map(group).collect(),
        paragraph: &summed.paragraph,
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn count(count: &Count) -> JsonCount {
    JsonCount {
        status: count.status.name(),
        items: count.items,
        percent: count.percent(),
    }
}

fn shortfall<'l>(Short { row, points }: &'l Short<'l>) -> JsonShortfall<'l> {
    JsonShortfall {
        id: Id::of(&row.item.id),
        title: &row.item.title,
        lead: row.item.lead.as_deref(),
        points: *points,
        reason: &row.reason,
    }
}

fn group(group: &Group) -> JsonGroup<'_> {
    JsonGroup {
        name: group.name.as_deref(),
        items: group.items,
        late: group.late,
    }
}

/// The columns of the table; scripts rely on their names and their order. `part` is `status`, `below_line`, `short_rates`,
/// `lead` or `category`; `name` a status, the number of an item, a unit or a category.
const COLUMNS: [&str; 9] = [
    "part", "name", "title", "lead", "items", "percent", "late", "points", "reason",
];

/// Writes everything as one table, fields parted by `delimiter`; what a row has nothing to say of is empty.
///
/// # Errors
///
/// As the writer.
pub fn write_table(summed: &Summed<'_>, delimiter: u8, out: &mut impl Write) -> io::Result<()> {
    let mut table = WriterBuilder::new().delimiter(delimiter).from_writer(out);
    put(&mut table, COLUMNS)?;
    let summary = summed.summary;
    let none = String::new;
    let counts = summary.counts.iter().map(|count| {
        let percent = count.percent().to_string();
        let (name, items) = (count.status.name().to_owned(), count.items.to_string());
        [
            "status".to_owned(),
            name,
            none(),
            none(),
            items,
            percent,
            none(),
            none(),
            none(),
        ]
    });
    let lists = [
        ("below_line", &summed.below_line),
        ("short_rates", &summed.short_rates),
    ];
    let shortfalls = lists.into_iter().flat_map(|(part, list)| {
        list.iter().map(move |Short { row, points }| {
            let item = row.item;
            let lead = item.lead.clone().unwrap_or_default();
            let (id, title) = (item.id.to_string(), item.title.clone());
            let (points, reason) = (points.to_string(), row.reason.clone());
            [
                part.to_owned(),
                id,
                title,
                lead,
                none(),
                none(),
                none(),
                points,
                reason,
            ]
        })
    });
    let groups = [("lead", &summary.leads), ("category", &summary.categories)];
    let groups = groups.into_iter().flat_map(|(part, groups)| {
        groups.iter().map(move |group| {
            let name = group.name.clone().unwrap_or_default();
            let (items, late) = (group.items.to_string(), group.late.to_string());
            [
                part.to_owned(),
                name,
                none(),
                none(),
                items,
                none(),
                late,
                none(),
                none(),
            ]
        })
    });
    for fields in counts.chain(shortfalls).chain(groups) {
        put(&mut table, &fields)?;
    }
    table.flush()
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
    let lists = [&summed.below_line, &summed.short_rates];
    for (head, list) in heads.into_iter().zip(lists) {
        if list.is_empty() {
            continue;
        }
        writeln!(out, "\n## {head}\n")?;
        writeln!(out, "| {} |", columns.join(" | "))?;
        writeln!(out, "|{}", " --- |".repeat(columns.len()))?;
        for Short { row, points } in list {
            let fields = [
                row.item.id.to_string(),
                row.item.title.clone(),
                row.item.lead.clone().unwrap_or_default(),
                format!("{points:.1}"),
                row.reason.clone(),
            ];
            let cells: Vec<String> = fields.iter().map(|field| cell(field)).collect();
            writeln!(out, "| {} |", cells.join(" | "))?;
        }
    }
    Ok(())
}
