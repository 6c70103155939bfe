//! `taizhang show`: one item in full.

use std::io::{self, Write};

use clap::{ArgMatches, Command};

use crate::cli::{FINE, NOTHING, export, find, id_argument, item_at, ledger_argument, refusal};
use crate::exchange::minutes::write_table;
use crate::ledger::offer::unwritten;
use crate::ledger::{Item, Ledger, Verdict, judge};
use crate::terminal::today;
use crate::text::shown;
use crate::words::{Words, say};

/// The command.
pub fn command(words: &'static Words) -> Command {
    Command::new("show")
        .about(words.options.about_show)
        .disable_help_flag(true)
        .arg(id_argument(words))
        .arg(ledger_argument(words))
        .arg(find::format_argument(words))
}

/// Prints the item.
pub fn show(matches: &ArgMatches, ledger: &Ledger, words: &Words) -> u8 {
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let Some(at) = item_at(ledger, id) else {
        refusal::say(&(words.notices.no_such_item)(&shown(id)));
        return NOTHING;
    };
    let format = matches.get_one::<String>("format");
    let format = format.map_or("text", String::as_str);
    super::print(FINE, words, |out| match ledger.items.get(at) {
        Some(item) if format == "text" => print(ledger, item, words, out),
        Some(item) if format == "md" => {
            find::write(ledger, &[at], format, words, out)?;
            orders_as_markdown(item, words, out)
        }
        _ => find::write(ledger, &[at], format, words, out),
    })
}

/// The item as text: what was promised, how it stands and by which figures, and every text of it.
fn print(ledger: &Ledger, item: &Item, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let verdict = judge(ledger, item);
    let status = verdict.status();
    writeln!(
        out,
        "{} {}",
        shown(&item.id.to_string()),
        lines(&item.title)
    )?;
    writeln!(
        out,
        "{} {}  {}",
        verdict.sign(),
        (words.status)(status),
        shown(&say::with_person(words, item, &verdict)),
    )?;
    if let Some(lead) = &item.lead {
        writeln!(out, "{}", (words.lead)(&shown(lead)))?;
    }
    figures(item, &verdict, words, out)?;
    let unwritten = unwritten(item);
    if !unwritten.is_empty() {
        writeln!(out, "{}", words.read_from_text)?;
    }
    for indicator in unwritten {
        let line = format!("{} {}", indicator.name, say::figures(words, &indicator));
        writeln!(out, "- {}", shown(&line))?;
    }
    let texts = [
        (words.note, Some(&item.progress)),
        (words.problem, item.problem.as_ref()),
        (words.next, item.next.as_ref()),
    ];
    for (head, text) in texts {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            writeln!(out, "\n{head}\n{}", lines(text))?;
        }
    }
    orders(item, words, out)
}

/// What meetings ordered about it, what is open first.
fn orders(item: &Item, words: &Words, out: &mut impl Write) -> io::Result<()> {
    if item.orders.is_empty() {
        return Ok(());
    }
    let today = Some(today());
    writeln!(out, "\n{}", say::orders::heading(words, item, today))?;
    for order in item.orders_as_read() {
        let sentence = say::orders::sentence(words, order, today);
        writeln!(out, "- {}", lines(&sentence))?;
    }
    Ok(())
}

/// The same as a table.
fn orders_as_markdown(item: &Item, words: &Words, out: &mut impl Write) -> io::Result<()> {
    if item.orders.is_empty() {
        return Ok(());
    }
    let heading = say::orders::heading(words, item, Some(today()));
    writeln!(out, "\n## {}\n", shown(&heading))?;
    let rows = item.orders_as_read().into_iter();
    let rows = rows.map(|order| {
        let [_, _, order, owner, due, state] = export::row(item, order, today(), words);
        [order, owner, due, state]
    });
    let [_, _, order, owner, due, state] = words.orders.columns;
    let rows: Vec<[String; 4]> = rows.collect();
    write_table(&[order, owner, due, state], &rows, out)
}

/// One line a measure, worst first, promised before context.
fn figures(item: &Item, verdict: &Verdict, words: &Words, out: &mut impl Write) -> io::Result<()> {
    for index in verdict.worst_first() {
        let measured = verdict.measures.get(index);
        let Some((indicator, measured)) = item.indicators.get(index).zip(measured) else {
            continue;
        };
        let figures = say::figures(words, indicator);
        let said = say::measure(words, item, verdict, index).unwrap_or_default();
        let pace = measured.pace.map(|pace| say::pace(words, indicator, pace));
        let parts = [
            Some(indicator.name.clone()),
            Some(figures),
            Some(said),
            pace,
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|it| !it.is_empty())
            .collect();
        let line = parts.join(" ");
        writeln!(out, "- {}", shown(line.trim_end()))?;
        if let Some(evidence) = indicator.evidence.as_ref().filter(|it| !it.is_empty()) {
            writeln!(out, "  “{}”", shown(evidence))?;
        }
    }
    Ok(())
}

/// A text of several lines, each made safe for a terminal.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(shown).collect();
    lines.join("\n")
}
