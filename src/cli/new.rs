//! `taizhang new`: writes a template of a ledger.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::cli::{DEFAULT_LEDGER, FINE, UNUSABLE, io_cause, print, print_line, refusal};
use crate::store;
use crate::text::shown;
use crate::words::Words;

pub fn command(words: &Words) -> Command {
    let file = Arg::new("file")
        .value_name("FILE")
        .help(format!(
            "{} [{DEFAULT_LEDGER}]",
            words.beginning.about_new_file
        ))
        .value_parser(value_parser!(PathBuf));
    Command::new("new")
        .about(words.beginning.about_new)
        .disable_help_flag(true)
        .arg(file)
}

/// Writes the template and says what to do next.
pub fn new(matches: &ArgMatches, words: &Words) -> u8 {
    let file = matches.get_one::<PathBuf>("file");
    let path = file.map_or(Path::new(DEFAULT_LEDGER), PathBuf::as_path);
    put(path, words.beginning.template, words.beginning.made, words)
}

/// Writes a new file and says so, or why it could not be; `-` is the standard output.
pub fn put(path: &Path, text: &str, said: fn(&str) -> String, words: &Words) -> u8 {
    if path.as_os_str() == "-" {
        return print(FINE, words, |out| out.write_all(text.as_bytes()));
    }
    match store::create(path, text.as_bytes(), false) {
        Ok(()) => {
            let name = shown(&path.to_string_lossy());
            print_line(&said(&name), FINE, words)
        }
        Err(error) => {
            refusal::say(&why_not(path, &error, words));
            UNUSABLE
        }
    }
}

/// Why a file could not be made.
pub fn why_not(path: &Path, error: &io::Error, words: &Words) -> String {
    let why = match error.kind() {
        io::ErrorKind::AlreadyExists => words.beginning.is_there.to_owned(),
        _ => (words.problems.not_written)(&io_cause(words, error)),
    };
    format!("{}: {why}", shown(&path.to_string_lossy()))
}
