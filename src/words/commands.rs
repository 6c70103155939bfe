//! The words of the palette, of the help, and of what can follow a key. An action has the same name wherever there is
//! room for it, and is found by its names in every language.

use crate::app::{Action, Command};
use crate::keys::{Context, Keys};
use crate::text::Ruler;
use crate::words::{Language, Words};

/// What is said of actions and of their keys, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct CommandWords {
    pub palette: &'static str,
    /// An action by itself, where its name beside a key says too little.
    pub full: fn(Action) -> Option<&'static str>,
    pub find_key: &'static str,
    pub nothing_left: &'static str,
    /// Numbers that begin as the one typed.
    pub others: fn(&str) -> String,
}

/// The name of an action where there is room for it.
pub fn name(words: &Words, action: Action) -> &'static str {
    (words.commands.full)(action).unwrap_or_else(|| (words.action)(action))
}

/// The same in a place of so many columns: the short name where the other is too long.
pub fn name_within(words: &Words, action: Action, ruler: Ruler, cols: usize) -> String {
    let full = name(words, action);
    let name = if ruler.fits(full, cols) {
        full
    } else {
        (words.action)(action)
    };
    ruler.fit(name, cols)
}

/// All names of an action, in every language.
pub fn names(action: Action) -> Vec<&'static str> {
    let of = |language: Language| {
        let words = language.words();
        let full = (words.commands.full)(action);
        full.into_iter().chain([(words.action)(action)])
    };
    Language::ALL.into_iter().flat_map(of).collect()
}

/// The actions of a screen for its palette, in the order of the key table.
pub fn commands(keys: &Keys, context: Context) -> Vec<Command> {
    keys.bindings(context)
        .filter(|binding| binding.action != Action::Palette)
        .map(|binding| Command {
            action: binding.action,
            names: names(binding.action),
            keys: binding.chords.iter().map(ToString::to_string).collect(),
        })
        .collect()
}
