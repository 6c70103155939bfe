//! What is typed to find an action or its key: by its names, as they are or by their sound, or by the key itself.
//!
//! Pure: it is asked about one entry at a time. It must never know in which list the entries stand.

use crate::search::{Marker, Query, has_initial};
use crate::text::folded;

/// What is typed, ready to be held against many entries.
#[derive(Debug)]
pub struct Narrowing {
    /// What is typed, folded.
    typed: String,
    marker: Marker,
}

/// How an entry is what is typed; the surest way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// One of its names or keys is just that.
    Whole,
    /// One of its names or keys begins so, or sounds as if it did.
    Beginning,
    /// It has it somewhere, or sounds like it.
    Somewhere,
}

impl Narrowing {
    /// Makes what is typed ready.
    pub fn new(typed: &str) -> Self {
        Self {
            typed: fold(typed.trim()),
            marker: Marker::new(&Query::new(typed)),
        }
    }

    /// How an entry with these names and keys is what is typed; `None` where it is not. Nothing typed is everything.
    pub fn fit(&self, names: &[&str], keys: &[String]) -> Option<Fit> {
        if self.typed.is_empty() {
            return Some(Fit::Somewhere);
        }
        let names = names.iter().filter_map(|name| self.fit_name(name));
        let keys = keys.iter().filter_map(|key| self.fit_key(key));
        names.chain(keys).min()
    }

    fn fit_name(&self, name: &str) -> Option<Fit> {
        let folded = fold(name);
        let mut chars = self.typed.chars();
        match (chars.next(), chars.next()) {
            _ if folded == self.typed => Some(Fit::Whole),
            _ if folded.starts_with(&self.typed) => Some(Fit::Beginning),
            // A letter alone is in half of all English names: it is the beginning of a word or of a sound.
            (Some(letter), None) if letter.is_ascii() => {
                has_initial(&folded, letter).then_some(Fit::Somewhere)
            }
            _ if !self.marker.are_all_in(name) => None,
            _ => Some(match self.marker.marks(name).first() {
                Some(mark) if mark.start == 0 => Fit::Beginning,
                _ => Fit::Somewhere,
            }),
        }
    }

    fn fit_key(&self, key: &str) -> Option<Fit> {
        let (key, typed) = (joined(&fold(key)), joined(&self.typed));
        let is_part = typed.chars().count() > 1;
        match key.find(&typed) {
            _ if key == typed => Some(Fit::Whole),
            Some(0) if is_part => Some(Fit::Beginning),
            Some(_) if is_part => Some(Fit::Somewhere),
            _ => None,
        }
    }
}

fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}

/// `Ctrl-Z`, `ctrl+z` and `ctrl z` are one key; the sign alone is a key, too.
fn joined(key: &str) -> String {
    if key.chars().count() < 2 {
        return key.to_owned();
    }
    let is_joint = |c: &char| matches!(c, '-' | '+' | ' ');
    key.chars().filter(|c| !is_joint(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, names: &[&str], keys: &[&str]) -> Option<Fit> {
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        Narrowing::new(typed).fit(names, &keys)
    }

    #[test]
    fn names_are_found_in_both_languages_and_by_their_sound() {
        let names = ["编辑进展", "Edit the note"];
        for (typed, expected) in [
            ("", Fit::Somewhere),
            ("编辑进展", Fit::Whole),
            ("编辑", Fit::Beginning),
            ("bianji", Fit::Beginning),
            ("bjjz", Fit::Beginning),
            ("jinzhan", Fit::Somewhere),
            ("b", Fit::Somewhere),
            ("j", Fit::Somewhere),
            ("ｅdit", Fit::Beginning),
            ("NOTE", Fit::Somewhere),
            ("note edit", Fit::Beginning),
            ("n", Fit::Somewhere),
        ] {
            assert_eq!(fit(typed, &names, &["F2"]), Some(expected), "{typed}");
        }
        for typed in ["筛选", "shaixuan", "i", "o", "edit sort"] {
            assert_eq!(fit(typed, &names, &["F2"]), None, "{typed}");
        }
    }

    #[test]
    fn keys_are_found_as_they_are_written_and_otherwise() {
        let keys = ["Ctrl-Z", "u"];
        for typed in ["ctrl-z", "Ctrl+Z", "ctrl z", "ctrlz", "U", "ｕ"] {
            assert_eq!(fit(typed, &["甲"], &keys), Some(Fit::Whole), "{typed}");
        }
        assert_eq!(fit("ctrl", &["甲"], &keys), Some(Fit::Beginning));
        assert_eq!(
            fit("z", &["甲"], &keys),
            None,
            "a letter is a key of its own"
        );
        for sign in ["/", "+", "-", "[", ":", "'", "!", "*"] {
            assert_eq!(fit(sign, &["甲"], &[sign]), Some(Fit::Whole), "{sign}");
            assert_eq!(fit(sign, &["甲"], &["F1"]), None, "{sign}");
        }
        assert_eq!(fit("f1", &["甲"], &["F1"]), Some(Fit::Whole));
        assert_eq!(fit("f1", &["甲"], &["F11"]), Some(Fit::Beginning));
    }
}
