//! The words of the menus over the list, and of what narrows and orders it.

use crate::app::filtering::{Choice, Family};
use crate::search::{FilterKind, Key, Sort};

/// These words of one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct Menus {
    pub filters: &'static str,
    pub sorts: &'static str,
    pub typing_narrows: &'static str,
    pub nothing_left: &'static str,
    pub clear: &'static str,
    /// A choice as the menu explains it.
    pub choice: fn(&Choice) -> String,
    /// A choice in a word, for the line that says what narrows the list.
    pub chip: fn(&Choice) -> String,
    /// What stands before the chips of a kind.
    pub family: fn(Family) -> &'static str,
    /// An order as the menu explains it; `None` is that of the list itself.
    pub sort: fn(Option<Sort>) -> &'static str,
    /// An order in a word.
    pub sort_chip: fn(Sort) -> &'static str,
    pub sorted: &'static str,
    /// Stands beside the count while the list is narrowed.
    pub narrowed_mark: &'static str,
    /// Stands there while it is in another order.
    pub sorted_mark: &'static str,
    pub nothing_fits: fn(usize) -> String,
    pub change_filters: &'static str,
    pub still_listed: fn(&str) -> String,
    pub starred: fn(&str, bool) -> String,
    pub filters_dropped: &'static str,
    /// The words that a key of a query knows.
    pub known_words: fn(Key) -> String,
    /// Names that there are, where the one asked for is none of them.
    pub known_names: fn(&FilterKind, &[String]) -> String,
}
