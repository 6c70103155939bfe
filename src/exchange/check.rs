//! What does not add up, for scripts and spreadsheets: one row a finding.

use std::io::{self, Write};

use csv::WriterBuilder;
use serde::Serialize;

use crate::exchange::json::Id;
use crate::exchange::markdown::cell;
use crate::exchange::table::put;
use crate::ledger::{Finding, Item};

/// The version of the JSON shape; it changes when a script could notice.
const SCHEMA: u32 = 1;

/// The columns of the tables; scripts rely on their names and their order.
const COLUMNS: [&str; 6] = ["file", "item", "code", "severity", "words", "explanation"];

/// One ledger, looked through.
pub struct Checked<'l> {
    /// Its file, as the user named it.
    pub file: String,
    /// Its title.
    pub title: &'l str,
    /// What is to be looked at.
    pub findings: Vec<Found<'l>>,
    /// What the ledger says is known, with the reason.
    pub silenced: Vec<(Found<'l>, &'l str)>,
}

/// One finding with its words and its sentence.
pub struct Found<'l> {
    /// Its item; `None` for the ledger as a whole.
    pub item: Option<&'l Item>,
    /// What it is.
    pub finding: &'l Finding,
    /// The words of the note that it is about, verbatim.
    pub words: Option<&'l str>,
    /// One sentence in the user's language.
    pub explanation: String,
}

#[derive(Serialize)]
struct Whole<'l> {
    schema: u32,
    ledgers: Vec<JsonLedger<'l>>,
}

#[derive(Serialize)]
struct JsonLedger<'l> {
    file: &'l str,
    title: &'l str,
    errors: usize,
    warnings: usize,
    findings: Vec<JsonFinding<'l>>,
    silenced: Vec<JsonFinding<'l>>,
}

#[derive(Serialize)]
struct JsonFinding<'l> {
    item: Option<Id<'l>>,
    code: &'static str,
    severity: &'static str,
    words: Option<&'l str>,
    explanation: &'l str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'l str>,
}

impl Checked<'_> {
    /// How many findings are errors.
    pub fn errors(&self) -> usize {
        let is_error = |found: &&Found<'_>| found.finding.trouble.is_error();
        self.findings.iter().filter(is_error).count()
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.errors()
    }
}

/// Writes one JSON object with all ledgers.
///
/// # Errors
///
/// As the writer.
pub fn write_json(checked: &[Checked<'_>], out: &mut impl Write) -> io::Result<()> {
    let ledgers = checked.iter().map(|checked| JsonLedger {
        file: &checked.file,
        title: checked.title,
        errors: checked.errors(),
        warnings: checked.warnings(),
        findings: checked.findings.iter().map(|it| json(it, None)).collect(),
        silenced: checked
            .silenced
            .iter()
            .map(|(found, reason)| json(found, Some(*reason)))
            .collect(),
    });
    let whole = Whole {
        schema: SCHEMA,
        ledgers: ledgers.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

fn json<'l>(found: &'l Found<'_>, reason: Option<&'l str>) -> JsonFinding<'l> {
    JsonFinding {
        item: found.item.map(|item| Id::of(&item.id)),
        code: found.finding.trouble.code(),
        severity: found.finding.trouble.severity().name(),
        words: found.words,
        explanation: &found.explanation,
        reason,
    }
}

/// Writes a table of the findings, fields parted by `delimiter`.
///
/// # Errors
///
/// As the writer.
pub fn write_table(checked: &[Checked<'_>], delimiter: u8, out: &mut impl Write) -> io::Result<()> {
    let mut table = WriterBuilder::new().delimiter(delimiter).from_writer(out);
    put(&mut table, COLUMNS)?;
    for fields in rows(checked) {
        put(&mut table, &fields)?;
    }
    table.flush()
}

/// Writes a Markdown table of the findings; `heads` are its columns in the user's language.
///
/// # Errors
///
/// As the writer.
pub fn write_markdown(
    checked: &[Checked<'_>],
    heads: [&str; 6],
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
    for fields in rows(checked) {
        let cells: Vec<String> = fields.iter().map(|field| cell(field)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn rows<'c>(checked: &'c [Checked<'_>]) -> impl Iterator<Item = [String; 6]> + 'c {
    checked.iter().flat_map(|checked| {
        checked.findings.iter().map(|found| {
            let trouble = &found.finding.trouble;
            [
                checked.file.clone(),
                found
                    .item
                    .map(|item| item.id.to_string())
                    .unwrap_or_default(),
                trouble.code().to_owned(),
                trouble.severity().name().to_owned(),
                found.words.unwrap_or_default().to_owned(),
                found.explanation.clone(),
            ]
        })
    })
}
