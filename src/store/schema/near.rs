//! The known word that somebody meant who wrote another one.

use strsim::{jaro, osa_distance};

use crate::store::schema::{TABLES, Table, WORDS};

/// How alike two words must be, from 0 to 1, where more than slips of the finger part them.
const ALIKE: f64 = 0.83;

/// What was perhaps meant by an unknown key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// This key of the same table.
    Key(&'static str),
    /// The very key, but of this other table.
    In(&'static str),
    /// Nothing that is known.
    Nothing,
}

/// What was perhaps meant by a key that a table does not have.
pub fn near(table: &'static Table, key: &str) -> Near {
    let names = table.keys.iter().map(|key| key.name);
    let aliases = table.keys.iter().map(|key| (key.name, key.aliases));
    let key = plain(key);
    if let Some(name) = names.clone().find(|name| *name == key) {
        return Near::Key(name);
    }
    if let Some((name, _)) = aliases.clone().find(|(_, all)| is_among(all, &key)) {
        return Near::Key(name);
    }
    let elsewhere = TABLES
        .into_iter()
        .find(|other| other.header != table.header && other.key(&key).is_some());
    match (similar(&key, names), elsewhere) {
        (Some(name), None) => Near::Key(name),
        (_, Some(other)) => Near::In(other.header),
        (None, None) => aliases
            .filter_map(|(name, all)| Some((name, shared(all, &key)?)))
            .max_by_key(|(_, chars)| *chars)
            .map_or(Near::Nothing, |(name, _)| Near::Key(name)),
    }
}

/// The known word that an unknown one is most like, if it is like any.
pub fn near_word(
    key: &str,
    word: &str,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Option<&'static str> {
    let word = plain(word);
    let same = known.clone().find(|name| *name == word);
    let of_key = WORDS.iter().filter(|(known, _, _)| *known == key);
    let mut meant = of_key.filter(|(_, _, aliases)| is_among(aliases, &word));
    same.or_else(|| meant.next().map(|(_, name, _)| *name))
        .or_else(|| similar(&word, known))
}

/// A key without what makes no difference to a person: width, case, hyphens for underscores.
fn plain(key: &str) -> String {
    let half = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let joined = |c: char| if matches!(c, '-' | ' ') { '_' } else { c };
    let key = key.trim().chars().map(half).map(joined);
    key.flat_map(char::to_lowercase).collect()
}

/// A name that one or two slips of the finger made of another, or that has it as a word: `due_date`.
fn similar(key: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let chars = key.chars().count();
    let slips = |name: &str| match name.len().min(chars) {
        0..=1 => 0,
        2..=4 => 1,
        5..=7 => 2,
        _ => 3,
    };
    let likeness = |name: &'static str| {
        let distance = osa_distance(key, name);
        let is_part = key.split('_').any(|part| part == name);
        let likeness = jaro(key, name);
        let is_alike = is_part || distance <= slips(name) || likeness > ALIKE;
        is_alike.then_some((distance, likeness, name))
    };
    let mut alike: Vec<_> = names.filter_map(likeness).collect();
    alike.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    alike.first().map(|(_, _, name)| *name)
}

fn is_among(aliases: &str, key: &str) -> bool {
    aliases.split(' ').any(|alias| alias == key)
}

/// How many characters the longest alias has that a Chinese key contains.
fn shared(aliases: &str, key: &str) -> Option<usize> {
    let contained = aliases.split(' ').filter(|alias| {
        !alias.is_ascii()
            && alias.chars().count() > 1
            && (key.contains(alias) || alias.contains(key))
    });
    if key.is_ascii() || key.chars().count() < 2 {
        return None;
    }
    contained.map(|alias| alias.chars().count()).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema::FILE;

    fn item() -> &'static Table {
        FILE.table("item").unwrap()
    }

    #[test]
    fn slips_of_the_finger_are_understood() {
        for (key, meant) in [
            ("leed", "lead"),
            ("due_date", "due"),
            ("Title", "title"),
            ("ID", "id"),
            ("tittle", "title"),
            ("porgress", "progress"),
            ("progess", "progress"),
            ("tag", "tags"),
            ("status-reason", "status_reason"),
            ("ｉｄ", "id"),
            ("indicators", "indicator"),
            ("orders", "order"),
            ("序号", "id"),
            ("牵头单位", "lead"),
            ("主要牵头单位", "lead"),
            ("备注", "extra"),
            ("deadline", "due"),
        ] {
            assert_eq!(near(item(), key), Near::Key(meant), "{key}");
        }
        let indicator = item().table("indicator").unwrap();
        for (key, meant) in [
            ("actaul", "actual"),
            ("Actual", "actual"),
            ("完成值", "actual"),
            ("targe", "target"),
            ("evidense", "evidence"),
            ("unti", "unit"),
        ] {
            assert_eq!(near(indicator, key), Near::Key(meant), "{key}");
        }
        for (key, meant) in [("items", "item"), ("rule", "rules"), ("Ledger", "ledger")] {
            assert_eq!(near(&FILE, key), Near::Key(meant), "{key}");
        }
    }

    #[test]
    fn a_key_of_another_table_and_one_of_none_are_told_apart() {
        assert_eq!(near(item(), "actual"), Near::In("[[item.indicator]]"));
        assert_eq!(near(item(), "zzz"), Near::Nothing);
        assert_eq!(near(item(), "预算"), Near::Nothing);
        let indicator = item().table("indicator").unwrap();
        assert_eq!(near(indicator, "lead"), Near::In("[[item]]"));
    }
}
