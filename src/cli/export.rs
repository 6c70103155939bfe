//! `taizhang export`: what meetings ordered, as a document to be handed round.

use std::io::{self, Write};
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::{FINE, NOTHING, UNUSABLE, io_cause, ledger_argument, ledger_of, print, refusal};
use crate::exchange::minutes::{COLUMNS, Meeting, Minutes, docx, write_markdown, write_text};
use crate::ledger::{Item, Ledger, Order, OrderCount};
use crate::store::{create, is_same_file};
use crate::terminal::{output, today};
use crate::text::shown;
use crate::words::{Words, say};

/// The formats, in the order of the help.
const FORMATS: [&str; 3] = ["md", "docx", "text"];

/// The endings of files and the formats that they stand for.
const ENDINGS: [(&str, &str); 5] = [
    ("md", "md"),
    ("markdown", "md"),
    ("docx", "docx"),
    ("txt", "text"),
    ("text", "text"),
];

/// The file that stands for standard output.
const STANDARD_OUTPUT: &str = "-";

/// The command.
pub fn command(words: &'static Words) -> Command {
    let words_of = &words.orders;
    Command::new("export")
        .about(words_of.about_export)
        .disable_help_flag(true)
        .arg(ledger_argument(words))
        .arg(
            Arg::new("orders")
                .long("orders")
                .action(ArgAction::SetTrue)
                .help(words_of.about_orders),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("FILE")
                .help(words_of.about_output),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help(words_of.about_format)
                .value_parser(FORMATS),
        )
        .arg(
            Arg::new("force")
                .long("force")
                .action(ArgAction::SetTrue)
                .help(words_of.about_force),
        )
}

/// Whether it was said what to export; otherwise says what can be.
pub fn is_asked(matches: &ArgMatches, words: &Words) -> bool {
    let is_asked = matches.get_flag("orders");
    if !is_asked {
        say_error(words.orders.only_orders);
    }
    is_asked
}

/// Writes what was asked for.
pub fn export(matches: &ArgMatches, ledger: &Ledger, words: &Words) -> u8 {
    let file = matches.get_one::<String>("output").map(String::as_str);
    let file = file.filter(|file| *file != STANDARD_OUTPUT);
    let asked = matches.get_one::<String>("format").map(String::as_str);
    let Some(format) = asked.or_else(|| file.map_or(Some("md"), format_of)) else {
        let name = shown(file.unwrap_or_default());
        say_error(&(words.orders.unknown_ending)(&name));
        return UNUSABLE;
    };
    if file.is_none() && format == "docx" && output::is_terminal() {
        say_error(words.orders.needs_file);
        return UNUSABLE;
    }
    let minutes = minutes(ledger, today(), words);
    if minutes.meetings.is_empty() {
        say_error(words.orders.none);
        return NOTHING;
    }
    let bytes = match bytes(&minutes, format) {
        Ok(bytes) => bytes,
        Err(error) => {
            say_error(&(words.problems.not_written)(&io_cause(words, &error)));
            return UNUSABLE;
        }
    };
    match file {
        None => print(FINE, words, |out| out.write_all(&bytes)),
        Some(file) => {
            let orders = minutes.meetings.iter().map(|meeting| meeting.rows.len());
            put(matches, file, &bytes, orders.sum(), words)
        }
    }
}

/// Writes the file, which must not be there yet unless that was said, and never be the ledger.
fn put(matches: &ArgMatches, file: &str, bytes: &[u8], orders: usize, words: &Words) -> u8 {
    let path = Path::new(file);
    let file = shown(file);
    if is_same_file(path, &ledger_of(matches)) {
        say_error(words.orders.is_ledger);
        return UNUSABLE;
    }
    match create(path, bytes, matches.get_flag("force")) {
        Ok(()) => {
            refusal::add(&(words.orders.exported)(&file, orders));
            FINE
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            say_error(&(words.orders.exists)(&file));
            UNUSABLE
        }
        Err(error) => {
            let why = (words.problems.not_written)(&io_cause(words, &error));
            say_error(&format!("{file}: {why}"));
            UNUSABLE
        }
    }
}

fn say_error(text: &str) {
    refusal::say(text);
}

/// The format that the ending of a file stands for.
fn format_of(file: &str) -> Option<&'static str> {
    let ending = Path::new(file).extension()?.to_str()?.to_ascii_lowercase();
    let known = ENDINGS.iter().find(|(known, _)| *known == ending);
    known.map(|(_, format)| *format)
}

fn bytes(minutes: &Minutes, format: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        "docx" => return docx(minutes),
        "text" => write_text(minutes, &mut bytes)?,
        _ => write_markdown(minutes, &mut bytes)?,
    }
    Ok(bytes)
}

/// The minutes of all meetings, the latest first; in each what is open first, by the day when it is due.
fn minutes(ledger: &Ledger, today: Date, words: &Words) -> Minutes {
    let places = ledger.orders();
    let orders: Vec<(&Item, &Order)> = places.iter().filter_map(|at| at.find(ledger)).collect();
    let mut dates: Vec<Option<Date>> = orders.iter().map(|(_, order)| order.date).collect();
    dates.sort_unstable();
    dates.dedup();
    let meetings = dates.into_iter().rev().map(|date| {
        let of_meeting = orders.iter().filter(|(_, order)| order.date == date);
        let count = OrderCount::of(of_meeting.clone().map(|(_, order)| *order), Some(today));
        let count = (words.orders.count)(count, None);
        Meeting {
            heading: format!("{}  {count}", say::orders::meeting(words, date)),
            rows: of_meeting
                .map(|(item, order)| row(item, order, today, words))
                .collect(),
        }
    });
    let all = OrderCount::of(orders.iter().map(|(_, order)| *order), Some(today));
    Minutes {
        ledger: ledger.heading.title.clone(),
        title: words.orders.minutes,
        standing: (words.orders.count)(all, Some(&today.to_string())),
        columns: words.orders.columns,
        meetings: meetings.collect(),
    }
}

/// What is said of an order: number, promise, order, owner, due, state.
pub fn row(item: &Item, order: &Order, today: Date, words: &Words) -> [String; COLUMNS] {
    [
        item.id.to_string(),
        item.title.clone(),
        order.text.clone(),
        order.owner.clone().unwrap_or_default(),
        order.due.map(|due| due.to_string()).unwrap_or_default(),
        (words.orders.state)(order.state(Some(today))),
    ]
}
