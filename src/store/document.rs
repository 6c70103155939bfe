//! One open ledger file: its bytes, the ledger read from them, and where each note stands.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use toml::de::{DeTable, Deserializer};

use crate::ledger::{Fault, ItemId, Ledger, NotSaved, NoteEdit, Problem, ReadOnly, Saved};
use crate::store::place::Places;
use crate::store::read::{Refusal, Unreadable, read};
use crate::store::replace::{read_only, replace, sweep_beside};
use crate::store::splice::{literal, splice};
use crate::store::translate::{Mistake, SCHEMA, translate};
use crate::store::wire::FileTable;

/// A ledger file as it was last read or written.
#[derive(Debug)]
pub struct Document {
    /// As the user named it.
    path: PathBuf,
    /// The file itself, behind all symbolic links: that one is replaced, and the links stay links.
    real: PathBuf,
    text: String,
    reading: Reading,
    /// What saves of this session replaced: undo puts the very bytes back, not a string that reads the same.
    replaced: Vec<Replaced>,
    read_only: Option<ReadOnly>,
    /// Whether the user wants it never to be written.
    is_forbidden: bool,
}

/// A note as it was written in the file before it was replaced.
#[derive(Debug)]
struct Replaced {
    id: ItemId,
    text: String,
    literal: String,
}

/// A file's text, read.
#[derive(Debug)]
struct Reading {
    ledger: Arc<Ledger>,
    /// For every item, the bytes of its note in the text.
    notes: Vec<Range<usize>>,
    schema: i64,
}

impl Document {
    /// Opens the ledger at `path`.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the file at once. The file is never changed.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        let refuse = |why| Refusal {
            path: path.to_path_buf(),
            why,
        };
        let text = read(path).map_err(refuse)?;
        let reading = reading(&text).map_err(|problems| refuse(Unreadable::Problems(problems)))?;
        let real = path
            .canonicalize()
            .map_err(|error| refuse(Unreadable::System(error)))?;
        let newer = (reading.schema > SCHEMA).then_some(ReadOnly::NewerSchema);
        let read_only = newer.or_else(|| read_only(&real));
        if read_only.is_none() {
            sweep_beside(&real);
        }
        Ok(Self {
            path: path.to_path_buf(),
            real,
            text,
            reading,
            replaced: Vec::new(),
            read_only,
            is_forbidden: false,
        })
    }

    /// The ledger as the file has it.
    pub fn ledger(&self) -> Arc<Ledger> {
        Arc::clone(&self.reading.ledger)
    }

    /// The file, as the user named it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file itself, behind all symbolic links.
    pub fn real_path(&self) -> &Path {
        &self.real
    }

    /// Never writes this file, whatever its permissions say.
    pub fn forbid_writing(&mut self) {
        self.is_forbidden = true;
        self.read_only = Some(ReadOnly::Asked);
    }

    /// Why the file cannot be written, if so.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// Reads the file again, as another program may have left it.
    ///
    /// # Errors
    ///
    /// As [`Document::open`]; the document is then as it was.
    pub fn reload(&mut self) -> Result<(), Refusal> {
        let is_forbidden = self.is_forbidden;
        *self = Self::open(&self.path)?;
        if is_forbidden {
            self.forbid_writing();
        }
        Ok(())
    }

    /// Writes one edit into the file: only the bytes of that note change.
    ///
    /// # Errors
    ///
    /// Whenever this fails the file is as it was, and so is the document.
    pub fn save(&mut self, edit: &NoteEdit) -> Result<Saved, NotSaved> {
        if let Some(why) = self.read_only {
            return Err(NotSaved::ReadOnly(why));
        }
        let mut intended = Ledger::clone(&self.reading.ledger);
        let position = edit.apply(&mut intended).ok_or(NotSaved::StaleEdit)?;
        let span = self
            .reading
            .notes
            .get(position)
            .cloned()
            .ok_or(NotSaved::StaleEdit)?;
        let literal = self
            .literal(edit, &span)
            .ok_or(NotSaved::WouldNotReadBack)?;
        let text = splice(&self.text, &span, &literal).ok_or(NotSaved::WouldNotReadBack)?;
        // Read the new version before anybody else can: it must be what was meant, and nothing more.
        let reading = reading(&text).or(Err(NotSaved::WouldNotReadBack))?;
        if *reading.ledger != intended {
            return Err(NotSaved::WouldNotReadBack);
        }
        let saved = replace(&self.real, self.text.as_bytes(), text.as_bytes())?;
        let old = self.text.get(span).unwrap_or_default().to_owned();
        self.replaced.push(Replaced {
            id: edit.id.clone(),
            text: edit.before.clone(),
            literal: old,
        });
        self.text = text;
        self.reading = reading;
        Ok(saved)
    }
}

impl Document {
    /// How to write the new note: as it stood before, where this takes an edit back; else in the style of the old one.
    fn literal(&self, edit: &NoteEdit, span: &Range<usize>) -> Option<String> {
        let stood = self
            .replaced
            .iter()
            .rev()
            .find(|old| old.id == edit.id && old.text == edit.after);
        stood
            .map(|old| old.literal.clone())
            .or_else(|| literal(&self.text, span, &edit.after))
    }
}

/// Reads the text of a file as a ledger.
///
/// # Errors
///
/// All that is wrong with it, in the order of the file.
pub fn parse(text: &str) -> Result<Ledger, Vec<Problem>> {
    reading(text).map(|reading| Arc::unwrap_or_clone(reading.ledger))
}

fn reading(text: &str) -> Result<Reading, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let mistakes = errors.iter().map(|error| syntax(error, text)).collect();
        return Err(problems(text, mistakes));
    }
    let file = FileTable::deserialize(Deserializer::from(table))
        .map_err(|error| problems(text, vec![syntax(&error, text)]))?;
    let translated = translate(file, text);
    if !translated.mistakes.is_empty() {
        return Err(problems(text, translated.mistakes));
    }
    Ok(Reading {
        ledger: Arc::new(translated.ledger),
        notes: translated.notes,
        schema: translated.schema,
    })
}

fn syntax(error: &toml::de::Error, text: &str) -> Mistake {
    let at_byte = error.span().map_or(text.len(), |span| span.start);
    Mistake {
        at_byte,
        item: None,
        fault: Fault::Syntax(error.message().to_owned()),
    }
}

/// The most problems that are kept; a file with more is no ledger.
const PROBLEMS_KEPT: usize = 10_000;

/// Brings mistakes into the order of the file and their bytes to lines and columns.
fn problems(text: &str, mut mistakes: Vec<Mistake>) -> Vec<Problem> {
    mistakes.sort_by_key(|mistake| mistake.at_byte);
    mistakes.truncate(PROBLEMS_KEPT);
    let mut places = Places::new(text);
    mistakes
        .into_iter()
        .map(|mistake| Problem {
            place: places.of(mistake.at_byte),
            item: mistake.item,
            fault: mistake.fault,
        })
        .collect()
}
