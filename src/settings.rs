//! What a person prefers, read from `config.toml`: only what people ask to change. Everything has a default, an empty
//! file is a fine one, and what a command line says counts more.
//!
//! Owns the names in that file and what is wrong with it. It must never touch a file: `cli` finds and reads it. Nothing
//! here is about a ledger: how promises are judged stands in the ledger, where all who read it see the same.

mod fault;
mod names;
mod reader;
mod rebinding;
pub mod say;
pub mod template;

use crate::app::ThemeName;
use crate::keys::Binding;
use crate::search::{Scope, Sort};
use crate::words::Language;

pub use fault::{Fault, Mistake, Wanted};
pub use names::Ambiguous;

/// What a person prefers; `None` and an empty list where the file does not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// `language`: that of the interface.
    pub language: Option<Language>,
    /// `theme`: the colours at the start.
    pub theme: Option<ThemeName>,
    /// `ambiguous`: how wide the terminal draws characters such as `“`.
    pub ambiguous: Option<Ambiguous>,
    /// `ascii`: whether bars and frames are drawn with ASCII only.
    pub ascii: Option<bool>,
    /// `mouse`: whether the mouse is the program's.
    pub mouse: Option<bool>,
    /// `display.sort`: the order of the list at the start.
    pub sort: Option<Sort>,
    /// `display.scope`: where a search looks at first.
    pub scope: Option<Scope>,
    /// `keys`: actions with other keys.
    pub keys: Vec<Binding>,
}

/// Reads the text of a file.
///
/// # Errors
///
/// All that is wrong with it, in the order of the file.
pub fn read(text: &str) -> Result<Settings, Vec<Mistake>> {
    reader::read(text)
}

#[cfg(test)]
mod tests;
