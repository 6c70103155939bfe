//! The list as plain text, for pipes and files.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::ledger::{Ledger, Status, Verdict, judge_all};
use crate::text::{cols_of, shown};
use crate::words::{Words, say};

/// Prints the head of the ledger, its counts, and one line for each of these items: number, status, promise, reason.
pub fn print(
    ledger: &Ledger,
    positions: &[usize],
    words: &Words,
    out: &mut impl Write,
) -> io::Result<()> {
    let verdicts = judge_all(ledger);
    writeln!(out, "{}", shown(&ledger.heading.title))?;
    let facts = facts(ledger, words).chain([counts(&verdicts, words)]);
    writeln!(out, "{}\n", facts.collect::<Vec<_>>().join("  "))?;
    let row = |&at: &usize| Some((ledger.items.get(at)?, verdicts.get(at)?));
    let rows: Vec<_> = positions.iter().filter_map(row).collect();
    let widest = rows
        .iter()
        .map(|(item, _)| cols_of(&item.id.to_string()))
        .max()
        .unwrap_or(0);
    for (item, verdict) in rows {
        let id = shown(&item.id.to_string());
        let blank = " ".repeat(widest.saturating_sub(cols_of(&id)));
        // One item is one line, whatever line ends a title or a name contains.
        let title = shown(&item.title);
        let reason = shown(&say::with_person(words, item, verdict));
        writeln!(out, "{blank}{id} {} {title} [{reason}]", verdict.sign())?;
    }
    Ok(())
}

/// The date of the figures and the time line, as far as they are known.
pub fn facts(ledger: &Ledger, words: &Words) -> impl Iterator<Item = String> {
    let date = ledger.heading.as_of;
    let date = date.map(|date| (words.as_of)(&date.to_string()));
    let line = ledger.year_time_line();
    let line = line.map(|line| (words.time_line)(&say::line(line)));
    date.into_iter().chain(line)
}

fn counts(verdicts: &[Verdict], words: &Words) -> String {
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    for verdict in verdicts {
        *counts.entry(verdict.status()).or_default() += 1;
    }
    let counted = counts
        .iter()
        .map(|(&status, count)| (words.status_count)(status, *count));
    let all = format!("{}{}", words.all, verdicts.len());
    std::iter::once(all)
        .chain(counted)
        .collect::<Vec<_>>()
        .join(" ")
}
