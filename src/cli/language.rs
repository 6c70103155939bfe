//! In which language to speak: as asked with `--lang`, else as the user's settings or the locale say, else as the ledger
//! is written.

use std::ffi::OsString;

use crate::ledger::Ledger;
use crate::words::{Language, Words};

/// The language to speak, where somebody has said it.
#[derive(Clone, Copy)]
pub struct Speech(Option<Language>);

impl Speech {
    /// What the command line says, else the user's settings, else the locale.
    pub fn of(arguments: &[OsString], preferred: Option<Language>) -> Self {
        Self(
            asked_language(arguments)
                .or(preferred)
                .or_else(system_language),
        )
    }

    /// The words where no ledger has been read.
    pub fn words(self) -> &'static Words {
        self.0.unwrap_or_default().words()
    }

    /// The words that fit these ledgers: Chinese where any of them is.
    pub fn words_for<'l>(self, ledgers: impl IntoIterator<Item = &'l Ledger>) -> &'static Words {
        if self.0.is_some() {
            return self.words();
        }
        let mut languages = ledgers.into_iter().map(Language::of_ledger).peekable();
        let is_english = languages.peek().is_some() && languages.all(|it| it == Language::English);
        if is_english {
            Language::English.words()
        } else {
            self.words()
        }
    }
}

/// The language asked for with `--lang`; whether it is one is checked later with all other arguments.
fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let name = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(name) = name {
            return Language::of_locale(name);
        }
    }
    None
}

fn system_language() -> Option<Language> {
    Language::of_locale(&sys_locale::get_locale()?)
}
