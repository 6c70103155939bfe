//! `taizhang list` and `taizhang search`: items for pipes, scripts and spreadsheets, found and ordered as on the screen.

use std::collections::HashSet;
use std::io::{self, Write};

use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, Command};

use crate::app::filtering::{Case, is_asked_for};
use crate::app::sorting::{Facts, natural, sorted};
use crate::cli::{FINE, NOTHING, ledger_argument, listing, print};
use crate::exchange::{json, markdown, rows, table};
use crate::ledger::{Audit, Item, Ledger, Status, Verdict, judge, judge_all};
use crate::search::{Corpus, Hit, Query, Scope, search};
use crate::words::{Words, say};

/// The formats, in the order of the help.
const FORMATS: [&str; 5] = ["text", "tsv", "csv", "md", "json"];

/// The two commands.
pub fn commands(words: &'static Words) -> [Command; 2] {
    let list = Command::new("list")
        .about(words.options.about_list)
        .arg(ledger_argument(words))
        .arg(
            Arg::new("query")
                .long("query")
                .value_name("QUERY")
                .help(words.options.about_query),
        );
    let search = Command::new("search")
        .about(words.options.about_search)
        .arg(
            Arg::new("query")
                .value_name("QUERY")
                .required(true)
                .help(words.options.about_query),
        )
        .arg(ledger_argument(words));
    [list, search].map(|command| {
        command
            .disable_help_flag(true)
            .arg(
                Arg::new("status")
                    .long("status")
                    .value_name("STATUS")
                    .value_delimiter(',')
                    .help(words.options.about_status)
                    .value_parser(
                        Status::ALL.map(|status| {
                            PossibleValue::new(status.name()).alias(status.chinese())
                        }),
                    ),
            )
            .arg(format_argument(words))
    })
}

/// `--format`.
pub fn format_argument(words: &'static Words) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .default_value("text")
        .help(words.options.about_format)
        .value_parser(FORMATS)
}

/// Answers one of the two.
pub fn find(matches: &ArgMatches, ledger: &Ledger, words: &'static Words) -> u8 {
    let query = matches.get_one::<String>("query").map(String::as_str);
    let mut positions = found(ledger, query.unwrap_or_default());
    if let Some(names) = matches.get_many::<String>("status") {
        let names: Vec<&String> = names.collect();
        let has_status = |&at: &usize| {
            let status = ledger
                .items
                .get(at)
                .map(|item| judge(ledger, item).status());
            names.iter().any(|name| {
                status.is_some_and(|it| [it.name(), it.chinese()].contains(&name.as_str()))
            })
        };
        positions.retain(has_status);
    }
    let format = matches
        .get_one::<String>("format")
        .map_or("text", String::as_str);
    let exit = if positions.is_empty() { NOTHING } else { FINE };
    print(exit, words, |out| {
        write(ledger, &positions, format, words, out)
    })
}

/// The places of the items that a query finds, best first; of all items, in natural order, where nothing is asked.
pub fn found(ledger: &Ledger, typed: &str) -> Vec<usize> {
    let query = Query::new(typed);
    if query.is_empty() {
        return natural(ledger);
    }
    let mut corpus = Corpus::default();
    corpus.refresh(ledger);
    let hits = search(&corpus, &query, Scope::All, &|| true).unwrap_or_default();
    arranged(ledger, &query, hits.iter().map(Hit::position).collect())
}

/// What the items alone do not tell: findings, which are looked for, stars, which only a session has, and the order.
fn arranged(ledger: &Ledger, query: &Query, found: Vec<usize>) -> Vec<usize> {
    if query.sort.is_none() && query.filters.iter().all(|it| it.kind.is_in_items()) {
        return found;
    }
    let verdicts = judge_all(ledger);
    let audit = Audit::of(ledger, &verdicts);
    let findings = audit.findings.iter();
    let flagged: HashSet<usize> = findings.filter_map(|it| it.position).collect();
    let is_asked = |&place: &usize| {
        let judged = ledger.items.get(place).zip(verdicts.get(place));
        judged.is_some_and(|(item, verdict)| {
            let case = Case {
                item,
                verdict,
                has_findings: flagged.contains(&place),
                is_starred: false,
            };
            is_asked_for(query, case)
        })
    };
    let found: Vec<usize> = found.into_iter().filter(is_asked).collect();
    let facts = Facts {
        verdicts: &verdicts,
        natural: &natural(ledger),
        changed: &[],
    };
    query
        .sort
        .map_or_else(|| found.clone(), |sort| sorted(&found, sort, facts))
}

/// Writes these items in a format.
pub fn write(
    ledger: &Ledger,
    positions: &[usize],
    format: &str,
    words: &Words,
    out: &mut impl Write,
) -> io::Result<()> {
    let reason = |item: &Item, verdict: &Verdict| say::verdict(words, item, verdict);
    let with_person = |item: &Item, verdict: &Verdict| say::with_person(words, item, verdict);
    match format {
        "json" => json::write(ledger, rows(ledger, positions, &reason), out),
        "csv" => table::write(rows(ledger, positions, &reason), b',', out),
        "tsv" => table::write(rows(ledger, positions, &reason), b'\t', out),
        // People read it: what a person decided is said in words.
        "md" => {
            let rows = rows(ledger, positions, &with_person);
            markdown::write(ledger, rows, words.heads, out)
        }
        _ => listing::print(ledger, positions, words, out),
    }
}
