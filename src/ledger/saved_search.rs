//! A search that a person keeps for another day. Plain words: whoever keeps it on the disk and whoever makes it do not
//! see each other.

/// A search with a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its name; no two have the same.
    pub name: String,
    /// What would be typed for it in the language of queries.
    pub query: String,
    /// Where it looks, by the name of that; `None` for everywhere.
    pub scope: Option<String>,
}

/// What is done with the searches that a person keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchChange {
    /// Nothing: they are only asked for.
    None,
    /// This one is kept, in the place of one of the same name.
    Keep(SavedSearch),
    /// The one of this name is kept no longer.
    Forget(String),
}
