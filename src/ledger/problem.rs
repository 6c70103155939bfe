//! What can be wrong with a ledger file, as values: the words for them are chosen where they are shown.

use crate::ledger::{Compare, Kind, Status, SyntaxSlip};

/// One thing wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file.
    pub place: Place,
    /// The item it belongs to, as the file names it.
    pub item: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// A place in a text file, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters of the line, as editors count it.
    pub column: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file breaks the grammar of TOML.
    Syntax(SyntaxSlip),
    /// There is nothing in the file, or nothing but comments.
    EmptyFile,
    /// Bytes that are no UTF-8 text.
    NotUtf8,
    /// A field that must be there is not.
    Missing {
        /// Its key.
        key: &'static str,
    },
    /// A field holds a value of another type.
    WrongType {
        /// Its key.
        key: &'static str,
        /// The type it must have.
        expected: Expected,
        /// The type it has.
        found: Found,
    },
    /// A number that is infinite or not a number.
    NotFinite {
        /// Its key.
        key: &'static str,
    },
    /// A required text with nothing in it.
    Empty {
        /// Its key.
        key: &'static str,
    },
    /// Two items with the same id.
    DuplicateId {
        /// The line of the first.
        first_line: usize,
    },
    /// A word that is none of the allowed ones.
    Unknown {
        /// The key.
        key: &'static str,
        /// The word, as the file has it.
        word: String,
        /// The allowed word that was perhaps meant.
        near: Option<&'static str>,
    },
    /// A status set by a person without a reason.
    OverrideWithoutReason,
    /// A stage that is none of the indicator's stages.
    UnknownStage {
        /// The stage, as the file has it.
        word: String,
    },
    /// A `schema` below 1.
    BadSchema,
    /// A year that is no year.
    YearOutOfRange,
    /// A tolerance outside 0 to 100 percentage points.
    ToleranceOutOfRange {
        /// Its key.
        key: &'static str,
    },
}

impl Fault {
    /// The words allowed where `Unknown` was found under `key`.
    pub fn allowed(key: &str) -> Vec<&'static str> {
        match key {
            "kind" => Kind::ALL.map(Kind::name).to_vec(),
            "compare" => Compare::ALL.map(Compare::sign).to_vec(),
            "status" => Status::ALL.map(Status::name).to_vec(),
            _ => Vec::new(),
        }
    }
}

/// The types a field can be required to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text in quotes.
    Text,
    /// A list of texts.
    Texts,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A day.
    Date,
    /// `true` or `false`.
    Truth,
    /// A whole number or a text.
    Id,
    /// A table, `[key]`.
    Table,
    /// A list of tables, `[[key]]`.
    Tables,
}

/// The type of value that was found instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// A number with a fraction.
    Number,
    /// `true` or `false`.
    Truth,
    /// A date, a time or both.
    DateTime,
    /// A list.
    List,
    /// A table.
    Table,
}
