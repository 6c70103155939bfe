//! `taizhang summary`: the ledger at a glance, for the head of a bulletin.

use std::io::{self, Write};

use clap::{Arg, ArgMatches, Command};

use crate::cli::{FINE, ledger_argument};
use crate::exchange::Row;
use crate::exchange::summary::{Summed, write_json, write_markdown};
use crate::ledger::summary::{Group, Shortfall, Summary};
use crate::ledger::{Item, Ledger, Verdict};
use crate::text::shown;
use crate::words::{Words, say};

/// The formats, in the order of the help.
const FORMATS: [&str; 3] = ["text", "md", "json"];

/// The command.
pub fn command(words: &'static Words) -> Command {
    Command::new("summary")
        .about(words.about_summary)
        .disable_help_flag(true)
        .arg(ledger_argument(words))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("text")
                .help(words.about_summary_format)
                .value_parser(FORMATS),
        )
}

/// Prints the summary.
pub fn summary(matches: &ArgMatches, ledger: &Ledger, words: &Words) -> u8 {
    let summary = Summary::of(ledger);
    let positions: Vec<usize> = (0..ledger.items.len()).collect();
    let reason = |item: &Item, verdict: &Verdict| say::verdict(words, item, verdict);
    let summed = Summed {
        title: &ledger.heading.title,
        summary: &summary,
        paragraph: say::summary(words, &summary),
        rows: Row::of(ledger, &positions, &reason),
    };
    let format = matches.get_one::<String>("format");
    let mut out = io::stdout().lock();
    // A reader that closes the pipe early has what it wants.
    let _ = match format.map_or("text", String::as_str) {
        "json" => write_json(&summed, &mut out),
        "md" => write_markdown(
            &summed,
            words.summary_lists,
            words.summary_columns,
            &mut out,
        ),
        _ => print(ledger, &summed, words, &mut out),
    };
    FINE
}

fn print(
    ledger: &Ledger,
    summed: &Summed<'_>,
    words: &Words,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{}", shown(summed.title))?;
    let date = ledger
        .heading
        .as_of
        .map(|date| (words.as_of)(&date.to_string()));
    let line = ledger.year_time_line();
    let line = line.map(|line| (words.time_line)(&say::line(line)));
    let facts: Vec<String> = [date, line].into_iter().flatten().collect();
    if !facts.is_empty() {
        writeln!(out, "{}", facts.join("  "))?;
    }
    writeln!(out, "\n{}", summed.paragraph)?;
    let [below_line, short_rates] = words.summary_lists;
    let summary = summed.summary;
    shortfalls(below_line, &summary.below_line, summed, out)?;
    shortfalls(short_rates, &summary.short_rates, summed, out)?;
    groups(words.by_lead, &summary.leads, words, out)?;
    groups(words.by_category, &summary.categories, words, out)
}

fn shortfalls(
    head: &str,
    list: &[Shortfall],
    summed: &Summed<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{head}")?;
    for shortfall in list {
        if let Some(row) = summed.rows.get(shortfall.position) {
            let (id, title) = (row.item.id.to_string(), shown(&row.item.title));
            let points = format!("{:.1}", shortfall.points);
            writeln!(
                out,
                "{points:>6}  {} {title} [{}]",
                shown(&id),
                shown(&row.reason)
            )?;
        }
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
