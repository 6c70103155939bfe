//! What was typed, understood.

use crate::text::folded;

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// In promises and notes.
    #[default]
    All,
    /// In promises only.
    Titles,
    /// In notes only.
    Notes,
}

impl Scope {
    /// The scope after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::Titles,
            Self::Titles => Self::Notes,
            Self::Notes => Self::All,
        }
    }

    /// Whether promises are looked at.
    pub const fn has_titles(self) -> bool {
        !matches!(self, Self::Notes)
    }

    /// Whether notes are looked at.
    pub const fn has_notes(self) -> bool {
        !matches!(self, Self::Titles)
    }
}

/// A query: words separated by blanks, all of which must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, folded; none of them empty.
    pub words: Vec<String>,
    /// The words as one phrase, folded, with single blanks between them.
    pub phrase: String,
    /// The item number that was asked for by `#34` or that the whole query could be.
    pub number: Option<String>,
}

impl Query {
    /// Understands what was typed. Full-width signs and blanks count as half-width ones.
    pub fn new(typed: &str) -> Self {
        let text: String = typed.chars().map(folded).collect();
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let number = match words.as_slice() {
            [only] => match only.strip_prefix('#') {
                Some(rest) => Some(rest.to_owned()),
                None => Some(only.clone()),
            },
            _ => None,
        };
        // `#34` asks for a number and nothing else.
        if text.trim_start().starts_with('#') && number.is_some() {
            words.clear();
        }
        Self {
            phrase: words.join(" "),
            words,
            number,
        }
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.number.as_ref().is_none_or(String::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_split_at_any_blank() {
        let query = Query::new("  海洋　投资 ＧＤＰ ");
        assert_eq!(query.words, ["海洋", "投资", "gdp"]);
        assert_eq!(query.phrase, "海洋 投资 gdp");
        assert_eq!(query.number, None);
    }

    #[test]
    fn a_number_is_asked_for_with_its_sign_or_alone() {
        let sign = Query::new("＃３４");
        assert_eq!((sign.words.len(), sign.number.as_deref()), (0, Some("34")));
        let bare = Query::new("34");
        assert_eq!((bare.words.len(), bare.number.as_deref()), (1, Some("34")));
        assert!(Query::new("  ").is_empty() && Query::new("#").is_empty());
    }
}
