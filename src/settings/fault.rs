//! What can be wrong with a file of settings, as values: the words for them are chosen where they are shown.

use crate::ledger::{Place, SyntaxSlip};

/// One thing wrong with the file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file breaks the grammar of TOML.
    Syntax(SyntaxSlip),
    /// A key that means nothing.
    UnknownKey {
        /// The key, as the file has it.
        key: String,
        /// The known key that is most like it, where one is.
        near: Option<&'static str>,
    },
    /// A word that is none of the allowed ones.
    UnknownWord {
        /// The key.
        key: &'static str,
        /// The word, as the file has it.
        word: String,
        /// What it can be.
        allowed: Vec<&'static str>,
        /// The allowed word that is most like it, where one is.
        near: Option<&'static str>,
    },
    /// A value of another type.
    WrongType {
        /// The key, as the file has it.
        key: String,
        /// What it must be.
        wanted: Wanted,
    },
    /// What names no key of a keyboard.
    NoKey(String),
    /// An action with no key at all.
    NoKeys(&'static str),
    /// A letter or sign where characters are text.
    IsText {
        /// The key.
        chord: String,
        /// Where it was to be a command.
        context: &'static str,
    },
    /// A key that terminals cannot tell from another one.
    NeverSent(String),
    /// A key that the file gives to two actions of a context.
    Twice {
        /// The key.
        chord: String,
        /// The action that has it already.
        action: &'static str,
    },
    /// A key taken from an action that has no other.
    LastKey {
        /// The key.
        chord: String,
        /// The action that would be left without one.
        action: &'static str,
    },
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text in quotes.
    Text,
    /// `true` or `false`.
    Truth,
    /// A table.
    Table,
    /// A text, or a list of texts: keys.
    Keys,
}
