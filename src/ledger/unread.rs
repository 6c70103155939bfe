//! What stands in a file and was not read: keys and tables that the format does not have, most of them slips of the
//! finger. They survive every save all the same.

use crate::ledger::Place;

/// The most keys that are kept; the others are counted.
pub const KEPT: usize = 1_000;

/// What was not read of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The first ones, in the order of the file.
    pub keys: Vec<UnreadKey>,
    /// How many there are in all.
    pub count: usize,
    /// How many of them are promises.
    pub promises: usize,
}

/// A key or a table that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadKey {
    /// Where it stands.
    pub place: Place,
    /// The place in the ledger of the item that it stands in.
    pub item: Option<usize>,
    /// Its name, as the file has it: `leed`, `[rule]`, `[[items]]`.
    pub name: String,
    /// What it is.
    pub what: UnreadKind,
    /// What was perhaps meant.
    pub near: NearKey,
}

/// What a key that was not read stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadKind {
    /// A value.
    Value,
    /// A table or a list of tables.
    Table,
    /// A promise in a list of another name than `item`.
    Promise {
        /// Its number and its title, as far as it has them.
        called: String,
    },
}

/// What was perhaps meant by an unknown key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NearKey {
    /// This key, or this table.
    This(&'static str),
    /// The very key, which belongs into this table.
    In(&'static str),
    /// Nothing that is known.
    Nothing,
}

impl UnreadKey {
    /// Whether more is lost than one value: a promise, or a table that would have been read under its right name.
    pub const fn is_error(&self) -> bool {
        match self.what {
            UnreadKind::Promise { .. } => true,
            UnreadKind::Table => !matches!(self.near, NearKey::Nothing),
            UnreadKind::Value => false,
        }
    }
}

impl Unread {
    /// Takes what was not read of a later part of the file.
    pub fn extend(&mut self, later: Self) {
        self.count += later.count;
        self.promises += later.promises;
        let room = KEPT.saturating_sub(self.keys.len());
        self.keys.extend(later.keys.into_iter().take(room));
    }

    /// The one to name where only one can be: the first promise, else the first.
    pub fn first(&self) -> Option<&UnreadKey> {
        let is_promise = |key: &&UnreadKey| matches!(key.what, UnreadKind::Promise { .. });
        self.keys.iter().find(is_promise).or(self.keys.first())
    }

    /// Whether the same is unread in another version of the file, wherever it stands there.
    pub fn is_same(&self, other: &Self) -> bool {
        let names = |unread: &Self| {
            let names = unread.keys.iter();
            names
                .map(|key| (key.item, key.name.clone()))
                .collect::<Vec<_>>()
        };
        self.count == other.count && names(self) == names(other)
    }
}
