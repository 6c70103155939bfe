//! `taizhang summary`: the ledger at a glance, for the head of a bulletin.

use std::io::{self, Write};

use clap::{ArgMatches, Command};

use crate::cli::{FINE, find, ledger_argument, listing};
use crate::exchange::summary::{Short, Summed, write_json, write_markdown, write_table};
use crate::ledger::summary::{Group, Summary};
use crate::ledger::{Item, Ledger, Verdict, judge_all};
use crate::text::shown;
use crate::words::{Words, say};

/// The command.
pub fn command(words: &'static Words) -> Command {
    Command::new("summary")
        .about(words.options.about_summary)
        .disable_help_flag(true)
        .arg(ledger_argument(words))
        .arg(find::format_argument(words))
}

/// Prints the summary.
pub fn summary(matches: &ArgMatches, ledger: &Ledger, words: &Words) -> u8 {
    let summary = Summary::of(ledger, &judge_all(ledger));
    let reason = |item: &Item, verdict: &Verdict| say::verdict(words, item, verdict);
    let summed = Summed {
        title: &ledger.heading.title,
        paragraph: say::summary(words, &summary),
        below_line: Short::of(ledger, &summary.below_line, &reason),
        short_rates: Short::of(ledger, &summary.short_rates, &reason),
        summary: &summary,
    };
    let format = matches.get_one::<String>("format");
    let format = format.map_or("text", String::as_str);
    super::print(FINE, words, |out| match format {
        "json" => write_json(&summed, out),
        "csv" => write_table(&summed, b',', out),
        "tsv" => write_table(&summed, b'\t', out),
        "md" => write_markdown(&summed, words.summary_lists, words.summary_columns, out),
        _ => print(ledger, &summed, words, out),
    })
}

fn print(
    ledger: &Ledger,
    summed: &Summed<'_>,
    words: &Words,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{}", shown(summed.title))?;
    let facts: Vec<String> = listing::facts(ledger, words).collect();
    if !facts.is_empty() {
        writeln!(out, "{}", facts.join("  "))?;
    }
    writeln!(out, "\n{}", summed.paragraph)?;
    let [below_line, short_rates] = words.summary_lists;
    shortfalls(below_line, &summed.below_line, out)?;
    shortfalls(short_rates, &summed.short_rates, out)?;
    groups(words.by_lead, &summed.summary.leads, words, out)?;
    groups(words.by_category, &summed.summary.categories, words, out)
}

fn shortfalls(head: &str, list: &[Short<'_>], out: &mut impl Write) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{head}")?;
    for Short { row, points } in list {
        let (id, title) = (shown(&row.item.id.to_string()), shown(&row.item.title));
        writeln!(out, "{points:>6.1}  {id} {title} [{}]", shown(&row.reason))?;
    }
    Ok(())
}

fn groups(head: &str, groups: &[Group], words: &Words, out: &mut impl Write) -> io::Result<()> {
    if groups.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{head}")?;
    for group in groups {
        let name = group
            .name
            .as_deref()
            .map_or(words.no_name.to_owned(), shown);
        writeln!(out, "{}", (words.group)(&name, group.items, group.late))?;
    }
    Ok(())
}
