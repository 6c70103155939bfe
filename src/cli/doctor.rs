//! `taizhang doctor`: facts for whoever is to find a fault on a machine that he cannot see.
//!
//! Nothing of a ledger's text is printed, and a home folder is called `~`: the report is meant to be passed on.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::{ArgMatches, Command};

use crate::app::Notice;
use crate::cli::session::{asked_width, questions};
use crate::cli::{FINE, colours, config, editor, ledger_argument, ledger_of, print, refusal};
use crate::ledger::{Audit, ReadOnly, judge_all};
use crate::store::{self, Access, Document, Unreadable};
use crate::terminal::{self, EditorChoice, EditorCommand, Questions, output};
use crate::text::shown;
use crate::words::{Words, say};

/// What the environment says of terminal and language.
const VARIABLES: [&str; 6] = [
    "TERM",
    "TERM_PROGRAM",
    "COLORTERM",
    "COLORFGBG",
    "NO_COLOR",
    "WT_SESSION",
];
const LOCALE: [&str; 4] = ["LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE"];

pub fn command(words: &Words) -> Command {
    Command::new("doctor")
        .about(words.beginning.about_doctor)
        .disable_help_flag(true)
        .arg(ledger_argument(words))
}

/// Prints the report. Nothing in it is an error of this command.
pub fn doctor(matches: &ArgMatches, state: Option<&Path>, words: &Words) -> u8 {
    let mut report = Report { lines: Vec::new() };
    report.program();
    report.terminal(matches, words);
    report.language(words);
    report.folders(state, words);
    report.editor(words);
    report.ledger(&ledger_of(matches), state, words);
    let mut lines = report.lines.iter();
    print(FINE, words, |out| {
        lines.try_for_each(|line| writeln!(out, "{line}"))
    })
}

struct Report {
    lines: Vec<String>,
}

impl Report {
    fn say(&mut self, name: &str, fact: &str) {
        self.lines.push(format!("{name}: {}", shown(fact)));
    }

    fn program(&mut self) {
        let version = env!("CARGO_PKG_VERSION");
        let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
        self.say("taizhang", &format!("{version} {system} {machine}"));
    }

    fn editor(&mut self, words: &Words) {
        let line = |command: &EditorCommand| {
            let words = std::iter::once(&command.program).chain(&command.arguments);
            words.cloned().collect::<Vec<_>>().join(" ")
        };
        let said = match editor::choice() {
            EditorChoice::Set(command, _) => line(&command),
            EditorChoice::Unset(command, _) => {
                format!(
                    "{} (VISUAL, EDITOR: {})",
                    line(&command),
                    words.doctor.not_set
                )
            }
            EditorChoice::Unusable(fault) => say::notice(words, &Notice::EditorFailed(fault)),
        };
        self.say(words.doctor.editor, &said);
    }

    fn variables(&mut self, names: &[&str], words: &Words) {
        let value = |name: &str| {
            let value: Option<OsString> = std::env::var_os(name);
            let value = value.map(|value| value.to_string_lossy().into_owned());
            value.unwrap_or_else(|| words.doctor.not_set.to_owned())
        };
        let said: Vec<String> = names
            .iter()
            .map(|name| format!("{name}={}", value(name)))
            .collect();
        self.lines.push(format!("  {}", shown(&said.join("  "))));
    }

    fn terminal(&mut self, matches: &ArgMatches, words: &Words) {
        let doctor = &words.doctor;
        let (input, output) = (io::stdin().is_terminal(), output::is_terminal());
        // What is wrong with the settings is for `config check` to say.
        let settings = config::read().ok().unwrap_or_default();
        let theme = colours::theme(matches, settings.theme);
        let asked = questions(matches, &settings, theme);
        let facts = terminal::facts(if output { asked } else { Questions::default() });
        self.say(doctor.terminal, (doctor.is_terminal)(input, output));
        self.variables(&VARIABLES, words);
        let size = facts.size.filter(|_| output);
        let size = size.map_or_else(
            || doctor.size_unknown.to_owned(),
            |(cols, rows)| format!("{cols}x{rows}"),
        );
        self.say(doctor.size, &size);
        self.say(doctor.colours, &facts.colours.to_string());
        let width = (doctor.width_is)(facts.sample_cols, asked_width(matches, &settings).name());
        self.say(doctor.width, &width);
        let background = facts.background.map(|it| (it.name(), it.is_light()));
        self.say(doctor.background, &(doctor.background_is)(background));
    }

    fn language(&mut self, words: &Words) {
        let locale = sys_locale::get_locale();
        let locale = locale.unwrap_or_else(|| words.doctor.not_set.to_owned());
        self.say(words.doctor.locale, &locale);
        self.variables(&LOCALE, words);
        self.say(words.doctor.language, words.doctor.language_name);
    }

    fn folders(&mut self, state: Option<&Path>, words: &Words) {
        let doctor = &words.doctor;
        let config = dirs::config_dir().map(|folder| folder.join("taizhang"));
        let below = |name: &str| state.map(|state| state.join(name));
        for (name, folder) in [
            (doctor.state_folder, state.map(Path::to_path_buf)),
            (doctor.versions, below("versions")),
            (doctor.drafts, below("drafts")),
            (doctor.config_folder, config),
        ] {
            let fact = folder.map_or_else(
                || doctor.no_folder.to_owned(),
                |folder| {
                    let access = match store::access(&folder) {
                        Access::Writable => doctor.writable.to_owned(),
                        Access::ToBeMade => doctor.to_be_made.to_owned(),
                        Access::Refused(cause) => (doctor.refused)(&(words.io_cause)(cause)),
                    };
                    format!("{} ({access})", at_home(&folder))
                },
            );
            self.say(name, &fact);
        }
    }

    fn ledger(&mut self, path: &Path, state: Option<&Path>, words: &Words) {
        let doctor = &words.doctor;
        self.say(doctor.ledger, &at_home(path));
        let document = match Document::read(path, state) {
            Ok(document) => document,
            Err(refused) => {
                let why = match &refused.why {
                    // What is wrong with it may quote it.
                    Unreadable::Problems(problems) => (doctor.problems)(problems.len()),
                    _ => refusal::reason(&refused.why, words),
                };
                self.lines.push(format!("  {}", shown(&why)));
                return;
            }
        };
        let ledger = document.ledger();
        let bytes = path.metadata().map_or(0, |metadata| metadata.len());
        let indicators = ledger.items.iter().map(|item| item.indicators.len()).sum();
        let counts = (doctor.counts)(bytes, ledger.items.len(), indicators);
        self.lines.push(format!("  {counts}"));
        let audit = Audit::of(&ledger, &judge_all(&ledger));
        let errors = audit.errors();
        let findings = (doctor.findings)(errors, audit.findings.len() - errors);
        self.lines.push(format!("  {findings}"));
        let unread = &ledger.unread;
        if unread.count > 0 {
            let count = (words.unread_count)(unread.count, unread.count, unread.promises);
            self.lines.push(format!("  {count}"));
        }
        let encoding = match document.read_only() {
            Some(ReadOnly::Gb18030) => "GB18030",
            _ => "UTF-8",
        };
        self.lines
            .push(format!("  {}: {encoding}", doctor.encoding));
        let saving = document.read_only().map(words.read_only);
        let saving = saving.unwrap_or(doctor.may_be_written);
        self.lines.push(format!("  {saving}"));
        let disk = (doctor.disk_is)(store::shared_disk(document.real_path()));
        self.lines.push(format!("  {}: {disk}", doctor.disk));
    }
}

/// A path with the home folder called `~`: whose it is, nobody needs to know.
fn at_home(path: &Path) -> String {
    let home = dirs::home_dir();
    let below = home
        .as_deref()
        .and_then(|home| path.strip_prefix(home).ok());
    let below = below.map(|below| Path::new("~").join(below));
    below
        .as_deref()
        .unwrap_or(path)
        .to_string_lossy()
        .into_owned()
}
