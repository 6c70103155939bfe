//! Reading the file: every key is one that is known, and every value one that it can have.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::settings::names::{LANGUAGES, Named, SCOPES, SORTS, WIDTHS, near, themes};
use crate::settings::rebinding;
use crate::settings::{Fault, Mistake, Settings, Wanted};
use crate::store::{Places, Slip, diagnose};

/// The keys of the file itself.
const KEYS: [&str; 7] = [
    "language",
    "theme",
    "ambiguous",
    "ascii",
    "mouse",
    "display",
    "keys",
];

/// The keys of `[display]`.
const DISPLAY_KEYS: [&str; 2] = ["sort", "scope"];

/// A value and where it stands.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// What is wrong, by the first byte of it.
#[derive(Default)]
pub struct Faults(BTreeMap<usize, Fault>);

impl Faults {
    /// Notes what is wrong; of two things at the same place the first.
    pub fn add(&mut self, place: &Range<usize>, fault: Fault) {
        self.0.entry(place.start).or_insert(fault);
    }

    fn placed(self, text: &str) -> Vec<Mistake> {
        let mut places = Places::new(text);
        let place = |(at_byte, fault)| Mistake {
            place: places.of(at_byte),
            fault,
        };
        self.0.into_iter().map(place).collect()
    }

    /// One of a few words.
    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        all: &[Named<T>],
    ) -> Option<T> {
        let DeValue::String(word) = value.get_ref() else {
            self.wrong_type(key, value, Wanted::Text);
            return None;
        };
        if let Some((_, meant)) = all.iter().find(|(name, _)| name == word) {
            return Some(*meant);
        }
        let allowed: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
        let fault = Fault::UnknownWord {
            key,
            word: word.to_string(),
            near: near(word, allowed.iter().copied()),
            allowed,
        };
        self.add(&value.span(), fault);
        None
    }

    fn truth(&mut self, key: &'static str, value: &Value<'_>) -> Option<bool> {
        if let DeValue::Boolean(truth) = value.get_ref() {
            return Some(*truth);
        }
        self.wrong_type(key, value, Wanted::Truth);
        None
    }

    /// The entries of a table.
    pub fn table<'v, 't>(&mut self, key: &str, value: &'v Value<'t>) -> Option<&'v DeTable<'t>> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(table);
        }
        self.wrong_type(key, value, Wanted::Table);
        None
    }

    /// Notes that a value has another type.
    pub fn wrong_type(&mut self, key: &str, value: &Value<'_>, wanted: Wanted) {
        let key = key.to_owned();
        self.add(&value.span(), Fault::WrongType { key, wanted });
    }

    /// Notes that a key means nothing, and which was perhaps meant.
    pub fn unknown_key(
        &mut self,
        key: &Spanned<impl AsRef<str>>,
        known: impl IntoIterator<Item = &'static str>,
    ) {
        let name = key.get_ref().as_ref();
        let fault = Fault::UnknownKey {
            key: name.to_owned(),
            near: near(name, known),
        };
        self.add(&key.span(), fault);
    }
}

/// Reads the text of a file.
pub fn read(text: &str) -> Result<Settings, Vec<Mistake>> {
    let mut faults = Faults::default();
    let mut settings = Settings::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        take(table.get_ref(), &mut settings, &mut faults);
    } else {
        for Slip { at_byte, slip } in diagnose(text, &errors, None) {
            faults.add(&(at_byte..at_byte), Fault::Syntax(slip));
        }
    }
    if faults.0.is_empty() {
        Ok(settings)
    } else {
        Err(faults.placed(text))
    }
}

fn take(table: &DeTable<'_>, settings: &mut Settings, faults: &mut Faults) {
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "language" => settings.language = faults.word("language", value, &LANGUAGES),
            "theme" => settings.theme = faults.word("theme", value, &themes()),
            "ambiguous" => settings.ambiguous = faults.word("ambiguous", value, &WIDTHS),
            "ascii" => settings.ascii = faults.truth("ascii", value),
            "mouse" => settings.mouse = faults.truth("mouse", value),
            "display" => take_display(value, settings, faults),
            "keys" => settings.keys = rebinding::take(value, faults),
            _ => faults.unknown_key(key, KEYS),
        }
    }
}

fn take_display(value: &Value<'_>, settings: &mut Settings, faults: &mut Faults) {
    let Some(table) = faults.table("display", value) else {
        return;
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "sort" => settings.sort = faults.word("sort", value, &SORTS),
            "scope" => settings.scope = faults.word("scope", value, &SCOPES),
            _ => faults.unknown_key(key, DISPLAY_KEYS),
        }
    }
}
