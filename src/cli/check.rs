//! `taizhang check`: what does not add up, for the clerk before the leader sees it, and for scripts.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::cli::language::Speech;
use crate::cli::{DEFAULT_LEDGER, FINE, NOTHING, UNUSABLE, find, refused};
use crate::exchange::check::{Checked, Found, write_json, write_markdown, write_table};
use crate::ledger::{Audit, Finding, Ledger, judge_all};
use crate::store::Document;
use crate::text::shown;
use crate::words::Words;

/// The command.
pub fn command(words: &'static Words) -> Command {
    Command::new("check")
        .about(words.options.about_check)
        .disable_help_flag(true)
        .arg(
            Arg::new("ledgers")
                .value_name("LEDGER")
                .num_args(0..)
                .help(format!("{} [{DEFAULT_LEDGER}]", words.options.about_ledger))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("strict")
                .long("strict")
                .action(ArgAction::SetTrue)
                .help(words.options.about_strict),
        )
        .arg(find::format_argument(words))
}

/// One ledger, and what was found in it.
struct Looked {
    path: PathBuf,
    ledger: std::sync::Arc<Ledger>,
    audit: Audit,
}

/// Checks every ledger that can be read; one that cannot is told, and the others are checked all the same.
pub fn check(matches: &ArgMatches, state: Option<&Path>, speech: Speech) -> u8 {
    let paths: Vec<PathBuf> = matches.get_many("ledgers").map_or_else(
        || vec![DEFAULT_LEDGER.into()],
        |paths| paths.cloned().collect(),
    );
    let (mut looked, mut exit) = (Vec::new(), FINE);
    for path in paths {
        match Document::read(&path, state) {
            Ok(document) => looked.push(look(path, document.ledger())),
            Err(refusal) => exit = refused(&refusal, speech.words()),
        }
    }
    let words = speech.words_for(looked.iter().map(|it| &*it.ledger));
    let checked: Vec<Checked<'_>> = looked.iter().map(|it| told(it, words)).collect();
    let format = matches.get_one::<String>("format");
    let format = format.map_or("text", String::as_str);
    let is_strict = matches.get_flag("strict");
    let fails = |it: &Checked<'_>| it.errors() > 0 || (is_strict && it.warnings() > 0);
    let exit = match exit {
        UNUSABLE => UNUSABLE,
        _ if checked.iter().any(fails) => NOTHING,
        _ => FINE,
    };
    super::print(exit, words, |out| match format {
        "json" => write_json(&checked, out),
        "csv" => write_table(&checked, b',', out),
        "tsv" => write_table(&checked, b'\t', out),
        "md" => write_markdown(&checked, words.finding_columns, out),
        _ => checked.iter().try_for_each(|it| print(it, words, out)),
    })
}

fn look(path: PathBuf, ledger: std::sync::Arc<Ledger>) -> Looked {
    let audit = Audit::of(&ledger, &judge_all(&ledger));
    Looked {
        path,
        ledger,
        audit,
    }
}

fn told<'l>(looked: &'l Looked, words: &Words) -> Checked<'l> {
    let found = |finding: &'l Finding| {
        let item = finding.position.and_then(|at| looked.ledger.items.get(at));
        Found {
            item: item.map(|item| &**item),
            finding,
            words: item
                .zip(finding.words.clone())
                .and_then(|(item, words)| item.progress.get(words)),
            explanation: (words.finding)(&finding.trouble),
        }
    };
    let Audit { findings, silenced } = &looked.audit;
    Checked {
        file: looked.path.to_string_lossy().into_owned(),
        title: &looked.ledger.heading.title,
        findings: findings.iter().map(found).collect(),
        silenced: silenced
            .iter()
            .map(|(finding, reason)| (found(finding), &**reason))
            .collect(),
    }
}

/// As text: a line a finding and below it the words it is about, then the count.
fn print(checked: &Checked<'_>, words: &Words, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}  {}", shown(&checked.file), shown(checked.title))?;
    for found in &checked.findings {
        line(
            found,
            (words.severity)(found.finding.trouble.severity()),
            words,
            out,
        )?;
    }
    for (found, reason) in &checked.silenced {
        line(found, words.known, words, out)?;
        writeln!(out, "    {}", (words.known_finding)(&shown(reason)))?;
    }
    let known = checked.silenced.len();
    writeln!(
        out,
        "{}",
        (words.finding_count)(checked.errors(), checked.warnings(), known)
    )
}

fn line(found: &Found<'_>, severity: &str, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let item = found
        .item
        .map(|item| (words.item_number)(&shown(&item.id.to_string())));
    let item = item.unwrap_or_else(|| words.whole_ledger.to_owned());
    let trouble = &found.finding.trouble;
    let sentence = shown(&found.explanation);
    writeln!(out, "{severity}[{}] {item} {sentence}", trouble.code())?;
    match found.words {
        Some(said) => writeln!(out, "    “{}”", shown(said)),
        None => Ok(()),
    }
}
