//! JSON: one object with the ledger's head and its items. Percentages are numbers out of 100, what is absent is null.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::exchange::Row;
use crate::ledger::item::Figures;
use crate::ledger::{Indicator, ItemId, Ledger, Order, Report, Status};

/// The version of these shapes; it changes when a script could notice.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Whole<'l, R>
where
    R: Iterator<Item = Row<'l>> + Clone,
{
    schema: u32,
    ledger: Head<'l>,
    #[serde(serialize_with = "one_by_one")]
    items: R,
}

/// Writes every row before the next one is made.
fn one_by_one<'l, R, S>(rows: &R, serializer: S) -> Result<S::Ok, S::Error>
where
    R: Iterator<Item = Row<'l>> + Clone,
    S: Serializer,
{
    serializer.collect_seq(rows.clone())
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        item(self).serialize(serializer)
    }
}

#[derive(Serialize)]
struct Head<'l> {
    title: &'l str,
    year: Option<i16>,
    period: Option<&'l str>,
    as_of: Option<String>,
    time_line: Option<f64>,
}

#[derive(Serialize)]
struct JsonItem<'l> {
    id: Id<'l>,
    title: &'l str,
    status: &'static str,
    computed: &'static str,
    reason: &'l str,
    completion: Option<f64>,
    time_line: Option<f64>,
    category: Option<&'l str>,
    lead: Option<&'l str>,
    tags: &'l [String],
    progress: &'l str,
    problem: Option<&'l str>,
    next: Option<&'l str>,
    indicators: Vec<JsonIndicator<'l>>,
    reports: Vec<JsonReport<'l>>,
    orders: Vec<JsonOrder<'l>>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Id<'l> {
    Number(u64),
    Text(&'l str),
}

impl<'l> Id<'l> {
    pub(super) fn of(id: &'l ItemId) -> Self {
        match id {
            ItemId::Number(number) => Self::Number(*number),
            ItemId::Text(text) => Self::Text(text),
        }
    }
}

#[derive(Serialize)]
struct JsonIndicator<'l> {
    name: &'l str,
    kind: &'static str,
    target: Option<f64>,
    compare: &'static str,
    unit: &'l str,
    actual: Option<f64>,
    underway: Option<f64>,
    reported: Option<f64>,
    completion: Option<f64>,
    status: Option<&'static str>,
    evidence: Option<&'l str>,
}

#[derive(Serialize)]
struct JsonReport<'l> {
    period: &'l str,
    as_of: Option<String>,
    progress: Option<&'l str>,
    figures: BTreeMap<&'l str, JsonFigures>,
}

#[derive(Serialize)]
struct JsonFigures {
    actual: Option<f64>,
    underway: Option<f64>,
    reported: Option<f64>,
}

#[derive(Serialize)]
struct JsonOrder<'l> {
    date: Option<String>,
    text: &'l str,
    owner: Option<&'l str>,
    due: Option<String>,
    done: bool,
}

/// Writes the ledger's head and these rows.
///
/// # Errors
///
/// As the writer.
pub fn write<'l>(
    ledger: &'l Ledger,
    rows: impl Iterator<Item = Row<'l>> + Clone,
    out: &mut impl Write,
) -> io::Result<()> {
    let heading = &ledger.heading;
    let whole = Whole {
        schema: SCHEMA,
        ledger: Head {
            title: &heading.title,
            year: heading.year,
            period: heading.period.as_deref(),
            as_of: heading.as_of.map(day),
            time_line: ledger.year_time_line(),
        },
        items: rows,
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn item<'l>(row: &'l Row<'_>) -> JsonItem<'l> {
    let Row { item, verdict, .. } = row;
    let measures = verdict.measures.iter().map(|measured| {
        let status = measured.status().map(Status::name);
        (measured.completion, status)
    });
    JsonItem {
        id: Id::of(&item.id),
        title: &item.title,
        status: verdict.status().name(),
        computed: verdict.computed.name(),
        reason: &row.reason,
        completion: row.completion(),
        time_line: row.time_line,
        category: item.category.as_deref(),
        lead: item.lead.as_deref(),
        tags: &item.tags,
        progress: &item.progress,
        problem: item.problem.as_deref(),
        next: item.next.as_deref(),
        indicators: item
            .indicators
            .iter()
            .zip(measures)
            .map(indicator)
            .collect(),
        reports: item.reports.iter().map(report).collect(),
        orders: item.orders.iter().map(order).collect(),
    }
}

fn indicator<'l>(
    (indicator, (completion, status)): (&'l Indicator, (Option<f64>, Option<&'static str>)),
) -> JsonIndicator<'l> {
    JsonIndicator {
        name: &indicator.name,
        kind: indicator.kind.name(),
        target: indicator.target,
        compare: indicator.compare.sign(),
        unit: &indicator.unit,
        actual: indicator.actual,
        underway: indicator.underway,
        reported: indicator.reported,
        completion,
        status,
        evidence: indicator.evidence.as_deref(),
    }
}

fn report(report: &Report) -> JsonReport<'_> {
    let figures = |figures: &Figures| JsonFigures {
        actual: figures.actual,
        underway: figures.underway,
        reported: figures.reported,
    };
    let named = report
        .figures
        .iter()
        .map(|it| (it.name.as_str(), figures(it)));
    JsonReport {
        period: &report.period,
        as_of: report.as_of.map(day),
        progress: report.progress.as_deref(),
        figures: named.collect(),
    }
}

fn order(order: &Order) -> JsonOrder<'_> {
    JsonOrder {
        date: order.date.map(day),
        text: &order.text,
        owner: order.owner.as_deref(),
        due: order.due.map(day),
        done: order.done,
    }
}

fn day(date: Date) -> String {
    date.to_string()
}
