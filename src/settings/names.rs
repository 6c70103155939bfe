//! The words of the file, and the one that somebody may have meant.

use crate::app::ThemeName;
use crate::search::{Scope, Sort};
use crate::words::Language;

/// How alike two words must be for one to be a slip of the other, from 0 to 1.
const ALIKE: f64 = 0.7;

/// How wide a terminal draws characters whose width is ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ambiguous {
    /// As it answers when asked.
    Auto,
    /// In one column.
    Narrow,
    /// In two columns.
    Wide,
}

impl Ambiguous {
    /// Its name.
    pub fn name(self) -> &'static str {
        let named = WIDTHS.iter().find(|(_, width)| *width == self);
        named.map_or("", |(name, _)| name)
    }

    /// The one with this name.
    pub fn of_name(name: &str) -> Option<Self> {
        let named = WIDTHS.iter().find(|(known, _)| *known == name);
        named.map(|(_, width)| *width)
    }
}

/// A word of the file and what it stands for.
pub type Named<T> = (&'static str, T);

/// What `language` can be.
pub const LANGUAGES: [Named<Language>; 2] = [("zh", Language::Chinese), ("en", Language::English)];

/// What `theme` can be.
pub fn themes() -> [Named<ThemeName>; 6] {
    ThemeName::ALL.map(|theme| (theme.name(), theme))
}

/// What `ambiguous` can be.
pub const WIDTHS: [Named<Ambiguous>; 3] = [
    ("auto", Ambiguous::Auto),
    ("narrow", Ambiguous::Narrow),
    ("wide", Ambiguous::Wide),
];

/// What `display.sort` can be.
pub const SORTS: [Named<Sort>; 4] = [
    ("number", Sort::Number),
    ("behind", Sort::Behind),
    ("completion", Sort::Completion),
    ("changed", Sort::Changed),
];

/// What `display.scope` can be.
pub const SCOPES: [Named<Scope>; 3] = [
    ("all", Scope::All),
    ("titles", Scope::Titles),
    ("notes", Scope::Notes),
];

/// The known word that an unknown one is most like, if it is like any.
pub fn near(word: &str, known: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    let alike = known
        .into_iter()
        .map(|name| (strsim::jaro(word, name), name));
    alike
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name)
}
