//! The command line: what was asked, in which language, and what to answer. Joins the floors and the doors.

mod beginning;
mod check;
mod colours;
mod config;
mod copying;
mod demo;
mod doctor;
mod editor;
mod export;
mod find;
mod language;
mod listing;
mod new;
mod open;
mod refusal;
mod restore;
mod session;
mod set;
mod show;
mod storage;
mod summary;
mod unread;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::app::Notice;
use crate::cli::config::Unusable;
use crate::cli::language::Speech;
use crate::cli::open::Opening;
use crate::ledger::{IoCause, Ledger, ReadOnly};
use crate::search::Scope;
use crate::settings::Settings;
use crate::store::{self, Document, Refusal, Unreadable};
use crate::terminal;
use crate::terminal::output::{self, Output};
use crate::words::{Words, say};

/// Everything went well.
pub const FINE: u8 = 0;
/// There is nothing of what was asked for.
pub const NOTHING: u8 = 1;
/// The command line was wrong or the file could not be read.
pub const UNUSABLE: u8 = 2;

/// The ledger that is opened where none is named.
const DEFAULT_LEDGER: &str = "ledger.toml";

/// Runs the program with the arguments of its command line, its own name first.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    output::report_panics();
    // Where this cannot be had, a limit ends the program as it ends others.
    let _ = terminal::survive_file_size_limit();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let settings = if arguments.iter().any(|argument| argument == "--no-config") {
        Ok(Settings::default())
    } else {
        config::read()
    };
    let preferred = settings.as_ref().ok().and_then(|it| it.language);
    // The language must be known before the help can be written in it.
    let speech = Speech::of(&arguments, preferred);
    let words = speech.words();
    match usage::dress(command(words), words).try_get_matches_from(arguments) {
        Ok(matches) => ExitCode::from(answer(&matches, settings, speech)),
        Err(error) => {
            // Wrong usage and a request for help both come here; only the first is an error.
            if error.use_stderr() {
                usage::refuse(&error, words);
                return ExitCode::from(UNUSABLE);
            }
            let help = error.render().to_string();
            ExitCode::from(print(FINE, words, |out| out.write_all(help.as_bytes())))
        }
    }
}

fn answer(matches: &ArgMatches, settings: Result<Settings, Unusable>, speech: Speech) -> u8 {
    let words = speech.words();
    let state = state_folder();
    let begins_session = match matches.subcommand() {
        Some(("demo", matches)) => output::is_terminal() && !demo::is_copied(matches),
        Some((name, matches)) => return obey(name, matches, state.as_deref(), speech),
        None => output::is_terminal(),
    };
    let path = ledger_of(matches);
    let opening = Opening {
        is_missing: !matches.contains_id("ledger") && !path.exists(),
        path,
        is_read_only: matches.get_flag("read-only"),
        state,
        speech,
        sort: None,
        scope: Scope::default(),
    };
    if begins_session {
        return session::run(matches, opening, settings);
    }
    match matches.subcommand() {
        Some((_, matches)) => demo::print(matches, words),
        None if opening.is_missing => without_ledger(&opening.path, words),
        None => reading(
            matches,
            opening.state.as_deref(),
            speech,
            |ledger, words| {
                let all = find::found(ledger, "");
                print(FINE, words, |out| listing::print(ledger, &all, words, out))
            },
        ),
    }
}

/// Says that there is no ledger, and how to come by one.
fn without_ledger(path: &Path, words: &Words) -> u8 {
    let refusal = Refusal {
        path: path.to_path_buf(),
        why: Unreadable::Missing,
    };
    let exit = refused(&refusal, words);
    refusal::add(words.beginning.advice);
    exit
}

/// Does what a command says.
fn obey(name: &str, matches: &ArgMatches, state: Option<&Path>, speech: Speech) -> u8 {
    let words = speech.words();
    let writes = matches!(name, "restore" | "set");
    if let Some(state) = state.filter(|state| writes && was_open(state)) {
        let notice = Notice::StateFolderClosed(state.to_string_lossy().into_owned());
        refusal::add(&say::notice(words, &notice));
    }
    match name {
        "restore" => {
            let version = matches.get_one::<usize>("version").copied();
            let is_written = !matches.get_flag("read-only");
            if version.is_some() && !is_written {
                refusal::say((words.read_only)(ReadOnly::Asked));
                return UNUSABLE;
            }
            restore::restore(&ledger_of(matches), version, is_written, state, words)
        }
        "new" => new::new(matches, words),
        "demo" => demo::print(matches, words),
        "doctor" => doctor::doctor(matches, state, words),
        "config" => config::config(matches, words),
        "export" if !export::is_asked(matches, words) => UNUSABLE,
        "export" => reading(matches, state, speech, |it, words| {
            export::export(matches, it, words)
        }),
        "check" => check::check(matches, state, speech),
        "set" => set::set(matches, &ledger_of(matches), state, speech),
        "show" => reading(matches, state, speech, |it, words| {
            show::show(matches, it, words)
        }),
        "summary" => reading(matches, state, speech, |it, words| {
            summary::summary(matches, it, words)
        }),
        _ => reading(matches, state, speech, |it, words| {
            find::find(matches, it, words)
        }),
    }
}

/// Does something with a ledger that is only read, in the words that fit it, or says why it cannot be read.
fn reading(
    matches: &ArgMatches,
    state: Option<&Path>,
    speech: Speech,
    act: impl FnOnce(&Ledger, &'static Words) -> u8,
) -> u8 {
    match Document::read(&ledger_of(matches), state) {
        Ok(document) => {
            let ledger = document.ledger();
            let words = speech.words_for([&*ledger]);
            unread::warn(document.path(), &ledger, words);
            act(&ledger, words)
        }
        Err(refusal) => refused(&refusal, speech.words()),
    }
}

/// Prints something; gives the exit status: what was to be told, unless it could not be. A reader that closes the pipe
/// early (`| head`) has what it wants; a full disk has not.
fn print(exit: u8, words: &Words, write: impl FnOnce(&mut Output) -> io::Result<()>) -> u8 {
    let mut out = Output::standard();
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            refusal::say(&(words.problems.not_written)(&io_cause(words, &error)));
            UNUSABLE
        }
        _ => exit,
    }
}

/// Why the system refused, in the user's language and with the way out.
fn io_cause(words: &Words, error: &io::Error) -> String {
    (words.io_cause)(IoCause::of(error))
}

/// Prints a line, likewise.
fn print_line(text: &str, exit: u8, words: &Words) -> u8 {
    print(exit, words, |out| writeln!(out, "{text}"))
}

/// Says why a ledger cannot be read.
fn refused(refusal: &Refusal, words: &Words) -> u8 {
    refusal::report(refusal, words);
    UNUSABLE
}

fn command(words: &'static Words) -> Command {
    Command::new("taizhang")
        // The help says this name, whatever the program was called by.
        .bin_name("taizhang")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.options.about_program)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.options.commands)
        .arg(ledger_argument(words))
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .global(true)
                .help(words.options.about_language)
                .hide_possible_values(true)
                .value_parser(["zh", "en"]),
        )
        .arg(
            Arg::new("read-only")
                .long("read-only")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(words.options.about_read_only),
        )
        .arg(colours::argument(words))
        .arg(
            Arg::new("no-mouse")
                .long("no-mouse")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(words.options.about_no_mouse),
        )
        .arg(
            Arg::new("ascii")
                .long("ascii")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(words.options.about_ascii),
        )
        .arg(
            Arg::new("ambiguous")
                .long("ambiguous")
                .value_name("WIDTH")
                .global(true)
                .help(words.options.about_ambiguous)
                .hide_possible_values(true)
                .value_parser(["auto", "narrow", "wide"]),
        )
        .arg(
            Arg::new("no-config")
                .long("no-config")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(words.settings.about_no_config),
        )
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help)
                .help(words.options.about_help),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.options.about_version),
        )
        .subcommands(find::commands(words))
        .subcommand(show::command(words))
        .subcommand(summary::command(words))
        .subcommand(check::command(words))
        .subcommand(config::command(words))
        .subcommand(set::command(words))
        .subcommand(export::command(words))
        .subcommand(new::command(words))
        .subcommand(demo::command(words))
        .subcommand(doctor::command(words))
        .subcommand(
            Command::new("restore")
                .about(words.options.about_restore)
                .disable_help_flag(true)
                .arg(ledger_argument(words))
                .arg(
                    Arg::new("version")
                        .long("version")
                        .short('n')
                        .value_name("N")
                        .help(words.options.about_restore_version)
                        .value_parser(value_parser!(usize)),
                ),
        )
}

/// The item that a command is about.
fn id_argument(words: &Words) -> Arg {
    Arg::new("id")
        .value_name("ID")
        .required(true)
        .help(words.options.about_id)
}

/// The place of the item with this number, which may have a `#` before it.
fn item_at(ledger: &Ledger, id: &str) -> Option<usize> {
    let id = id.strip_prefix('#').unwrap_or(id);
    let mut items = ledger.items.iter();
    items.position(|item| item.id.to_string() == id)
}

fn ledger_argument(words: &Words) -> Arg {
    Arg::new("ledger")
        .value_name("LEDGER")
        .help(format!("{} [{DEFAULT_LEDGER}]", words.options.about_ledger))
        .value_parser(value_parser!(PathBuf))
}

fn ledger_of(matches: &ArgMatches) -> PathBuf {
    matches
        .get_one::<PathBuf>("ledger")
        .cloned()
        .unwrap_or_else(|| DEFAULT_LEDGER.into())
}

/// Whether others could write into the state folder until now. They cannot any more.
fn was_open(state: &Path) -> bool {
    // A folder that is not there is made when it is needed.
    state.exists() && store::state_folder(state) == Ok(store::Found::WasOpen)
}

/// Where this user's programs keep what should outlive them.
fn state_folder() -> Option<PathBuf> {
    dirs::state_dir()
        .or_else(dirs::data_local_dir)
        .map(|folder| folder.join("taizhang"))
}
