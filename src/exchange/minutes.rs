//! The minutes of what meetings ordered, by meeting, to be handed round: Markdown, plain text, and a document for Word
//! and WPS.
//!
//! What is said comes with the rows, in the user's language. Text of a ledger is hostile here, too: a control or a sign
//! that turns the line is shown, not passed on.

mod docx;

use std::io::{self, Write};

use crate::exchange::markdown::cell;
use crate::text::shown;

pub use docx::docx;

/// The minutes.
#[derive(Debug)]
pub struct Minutes {
    /// The title of the ledger.
    pub ledger: String,
    /// What it is.
    pub title: &'static str,
    /// How the orders stand, and on which day.
    pub standing: String,
    /// The heads of the columns: number, promise, order, owner, due, state.
    pub columns: [&'static str; COLUMNS],
    /// The meetings, the latest first.
    pub meetings: Vec<Meeting>,
}

/// What one meeting ordered.
#[derive(Debug)]
pub struct Meeting {
    /// Which meeting.
    pub heading: String,
    /// A row an order.
    pub rows: Vec<[String; COLUMNS]>,
}

/// How many columns there are.
pub const COLUMNS: usize = 6;

/// Writes the minutes as Markdown, a table a meeting.
///
/// # Errors
///
/// As the writer.
pub fn write_markdown(minutes: &Minutes, out: &mut impl Write) -> io::Result<()> {
    let said = |text: &str| cell(&lines(text));
    writeln!(out, "# {}\n", said(&minutes.ledger))?;
    writeln!(out, "{}  {}", minutes.title, said(&minutes.standing))?;
    for meeting in &minutes.meetings {
        writeln!(out, "\n## {}\n", said(&meeting.heading))?;
        write_table(&minutes.columns, &meeting.rows, out)?;
    }
    Ok(())
}

/// Writes a table of orders as Markdown.
///
/// # Errors
///
/// As the writer.
pub fn write_table<const N: usize>(
    columns: &[&str; N],
    rows: &[[String; N]],
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "| {} |", columns.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(N))?;
    for row in rows {
        let cells: Vec<String> = row.iter().map(|field| cell(&lines(field))).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// Writes the minutes as plain text, a paragraph an order.
///
/// # Errors
///
/// As the writer.
pub fn write_text(minutes: &Minutes, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", lines(&minutes.ledger))?;
    writeln!(out, "{}  {}", minutes.title, lines(&minutes.standing))?;
    for meeting in &minutes.meetings {
        writeln!(out, "\n{}", lines(&meeting.heading))?;
        for [number, promise, order, owner, due, state] in &meeting.rows {
            writeln!(out, "\n[{state}] {} {}", shown(number), flat(promise))?;
            let [_, _, order_head, owner_head, due_head, _] = minutes.columns;
            for (head, said) in [(order_head, order), (owner_head, owner), (due_head, due)] {
                if !said.is_empty() {
                    writeln!(out, "  {head}：{}", flat(said))?;
                }
            }
        }
    }
    Ok(())
}

/// A text of several lines, each made safe for whoever shows it.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(shown).collect();
    lines.join("\n")
}

/// The same on one line.
fn flat(text: &str) -> String {
    lines(text).replace('\n', " ")
}
