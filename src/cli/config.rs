//! The settings of this user: where they are, what they say, and `taizhang config`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::cli::{FINE, UNUSABLE, io_cause, print, print_line, refusal};
use crate::settings::{self, Mistake, Settings};
use crate::store;
use crate::text::shown;
use crate::words::Words;

/// The most mistakes that are listed; nobody reads more at once.
const MISTAKES_TOLD: usize = 50;

/// Why the settings cannot be used.
pub enum Unusable {
    /// The file cannot be read.
    System(io::Error),
    /// It has mistakes; all of them.
    Mistakes(Vec<Mistake>),
}

/// The command.
pub fn command(words: &'static Words) -> Command {
    let says = &words.settings;
    let file = Arg::new("file")
        .short('o')
        .long("output")
        .value_name("FILE")
        .help(says.about_file)
        .value_parser(value_parser!(PathBuf));
    Command::new("config")
        .about(says.about_config)
        .disable_help_flag(true)
        .subcommand_help_heading(words.options.commands)
        .subcommand(
            Command::new("check")
                .about(says.about_check)
                .disable_help_flag(true),
        )
        .subcommand(
            Command::new("init")
                .about(says.about_init)
                .disable_help_flag(true)
                .arg(file),
        )
}

/// Where the settings of this user are, or would be.
pub fn path() -> Option<PathBuf> {
    dirs::config_dir().map(|folder| folder.join("taizhang").join("config.toml"))
}

/// What this user prefers. Nobody has to have such a file.
pub fn read() -> Result<Settings, Unusable> {
    let text = path().map_or(Ok(None), |path| store::text(&path));
    match text.map_err(Unusable::System)? {
        Some(text) => settings::read(&text).map_err(Unusable::Mistakes),
        None => Ok(Settings::default()),
    }
}

/// Says all that is wrong with the settings.
pub fn refuse(unusable: &Unusable, words: &Words) {
    let file = name(&path().unwrap_or_default());
    match unusable {
        Unusable::System(error) => {
            let text = (words.problems.unreadable)(&io_cause(words, error));
            refusal::say(&format!("{file}: {text}"));
        }
        Unusable::Mistakes(mistakes) => {
            for mistake in mistakes.iter().take(MISTAKES_TOLD) {
                let text = settings::say::mistake(words, mistake);
                refusal::say(&format!("{file}:{text}"));
            }
            let told = mistakes.len().min(MISTAKES_TOLD);
            if told < mistakes.len() {
                refusal::add(&(words.problems.problem_count)(mistakes.len(), told));
            }
        }
    }
}

/// Does what the command says.
pub fn config(matches: &ArgMatches, words: &'static Words) -> u8 {
    match matches.subcommand() {
        Some(("init", matches)) => init(matches.get_one::<PathBuf>("file"), words),
        Some(("check", _)) => check(words),
        _ => tell(words),
    }
}

/// Where the settings are.
fn tell(words: &Words) -> u8 {
    let Some(path) = path() else {
        return no_folder(words);
    };
    let text = if is_there(&path) {
        name(&path)
    } else {
        (words.settings.none)(&name(&path))
    };
    print_line(&text, FINE, words)
}

fn check(words: &Words) -> u8 {
    let Some(path) = path().filter(|path| is_there(path)) else {
        return tell(words);
    };
    match read() {
        Ok(_) => {
            let text = (words.settings.fine)(&name(&path));
            print_line(&text, FINE, words)
        }
        Err(unusable) => {
            refuse(&unusable, words);
            UNUSABLE
        }
    }
}

/// Writes the file to begin with, never over one that is there.
fn init(file: Option<&PathBuf>, words: &Words) -> u8 {
    let text = settings::template::text(words);
    if file.is_some_and(|file| file.as_os_str() == "-") {
        return print(FINE, words, |out| out.write_all(text.as_bytes()));
    }
    let Some(path) = file.cloned().or_else(path) else {
        return no_folder(words);
    };
    let says = &words.settings;
    match store::begin(&path, text.as_bytes()) {
        Ok(()) => {
            let text = (says.written)(&name(&path));
            print_line(&text, FINE, words)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            refusal::say(&(says.exists)(&name(&path)));
            UNUSABLE
        }
        Err(error) => {
            let text = (words.problems.not_written)(&io_cause(words, &error));
            let text = format!("{}: {text}", name(&path));
            refusal::say(&text);
            UNUSABLE
        }
    }
}

fn no_folder(words: &Words) -> u8 {
    refusal::say(words.settings.no_folder);
    UNUSABLE
}

/// Whether anything has this name, also a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn name(path: &Path) -> String {
    shown(&path.to_string_lossy())
}
