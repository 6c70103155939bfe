//! Which item is meant, across versions of the ledger: its number and its title together.
//!
//! Other people insert, remove, reorder and renumber items while something is open here. A number alone then leads to
//! another promise. An [`ItemRef`] follows its item to its new number, or says that nobody can be sure which one it is.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::ledger::{Item, ItemId, Ledger};

/// The number and the title of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemKey {
    /// The number.
    pub id: ItemId,
    /// The title, verbatim.
    pub title: String,
}

impl From<&Item> for ItemKey {
    fn from(item: &Item) -> Self {
        Self {
            id: item.id.clone(),
            title: item.title.clone(),
        }
    }
}

/// A reference to an item that holds across versions of the ledger.
#[derive(Clone, Debug)]
pub struct ItemRef {
    /// The item, as it was in the version in which it was found last.
    item: Arc<Item>,
    /// The numbers of the other items that had the same title there; mostly there are none.
    namesakes: Vec<ItemId>,
}

/// Why no item of a ledger is surely the one that a reference means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// No item has the title any more, and this one has the number.
    Replaced(ItemKey),
    /// Several items may be meant; their numbers.
    Ambiguous(Vec<ItemId>),
    /// No item has the number or the title.
    Gone,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Replaced(now) => write!(out, "item {} is another one: {}", now.id, now.title),
            Self::Ambiguous(ids) => write!(out, "{} items may be meant", ids.len()),
            Self::Gone => out.write_str("the item is gone"),
        }
    }
}

impl Error for Unresolved {}

impl ItemRef {
    /// A reference of which only number and title are known, as a draft on the disk keeps them.
    pub fn of_key(key: &ItemKey) -> Self {
        Self {
            item: Arc::new(Item::new(key.id.clone(), key.title.clone(), "")),
            namesakes: Vec::new(),
        }
    }

    /// A reference to an item that has no namesakes, as far as is known.
    pub fn of_item(item: &Arc<Item>) -> Self {
        Self {
            item: Arc::clone(item),
            namesakes: Vec::new(),
        }
    }

    /// The number that the item had when it was found last.
    pub fn id(&self) -> &ItemId {
        &self.item.id
    }

    /// Its title then.
    pub fn title(&self) -> &str {
        &self.item.title
    }

    /// Whether another reference means the same item, perhaps under another number.
    pub fn goes_on_in(&self, other: &Self) -> bool {
        let is_alike = says_something(&self.item) && self.item.is_same_but_for_id(&other.item);
        self == other || is_alike
    }

    /// Number and title.
    pub fn key(&self) -> ItemKey {
        ItemKey::from(&*self.item)
    }
}

/// The same number and title.
impl PartialEq for ItemRef {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id() && self.title() == other.title()
    }
}

impl Eq for ItemRef {}

impl Ledger {
    /// A reference to the item at a position.
    pub fn item_ref(&self, position: usize) -> Option<ItemRef> {
        let item = self.items.get(position)?;
        Some(ItemRef {
            item: Arc::clone(item),
            namesakes: self.namesakes(item, position),
        })
    }

    /// A reference to the item with a number.
    pub fn item_ref_of(&self, id: &ItemId) -> Option<ItemRef> {
        self.item_ref(self.position(id)?)
    }

    /// Returns the position of the item that a reference means.
    ///
    /// # Errors
    ///
    /// With what stands in the way of being sure.
    pub fn resolve(&self, wanted: &ItemRef) -> Result<usize, Unresolved> {
        let items = self.items.iter().enumerate();
        let titled = items.filter(|(_, item)| item.title == wanted.title());
        let titled: Vec<usize> = titled.map(|(position, _)| position).collect();
        choose(self, wanted, self.position(wanted.id()), &titled)
    }

    fn namesakes(&self, item: &Item, position: usize) -> Vec<ItemId> {
        let others = self.items.iter().enumerate();
        others
            .filter(|(at, other)| *at != position && other.title == item.title)
            .map(|(_, other)| other.id.clone())
            .collect()
    }
}

/// The items of a ledger by number and by title, for whoever has many references to resolve.
#[derive(Debug)]
pub struct Directory<'l> {
    ledger: &'l Ledger,
    ids: HashMap<&'l ItemId, usize>,
    titles: HashMap<&'l str, Vec<usize>>,
}

impl<'l> Directory<'l> {
    /// The directory of a ledger.
    pub fn of(ledger: &'l Ledger) -> Self {
        let count = ledger.items.len();
        let (mut ids, mut titles) = (
            HashMap::with_capacity(count),
            HashMap::<&str, Vec<usize>>::with_capacity(count),
        );
        for (position, item) in ledger.items.iter().enumerate() {
            ids.insert(&item.id, position);
            titles.entry(&item.title).or_default().push(position);
        }
        Self {
            ledger,
            ids,
            titles,
        }
    }

    /// The same as [`Ledger::resolve`].
    ///
    /// # Errors
    ///
    /// As [`Ledger::resolve`].
    pub fn resolve(&self, wanted: &ItemRef) -> Result<usize, Unresolved> {
        let titled = self.titles.get(wanted.title());
        let at_id = self.position(wanted.id());
        choose(
            self.ledger,
            wanted,
            at_id,
            titled.map_or(&[], Vec::as_slice),
        )
    }

    /// The position of the item with a number.
    pub fn position(&self, id: &ItemId) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// A reference to the item with a number.
    pub fn item_ref(&self, id: &ItemId) -> Option<ItemRef> {
        self.item_ref_at(self.position(id)?)
    }

    /// A reference to the item at a position.
    pub fn item_ref_at(&self, position: usize) -> Option<ItemRef> {
        let item = self.ledger.items.get(position)?;
        let titled = self.titles.get(item.title.as_str()).into_iter().flatten();
        let titled = titled.filter_map(|&at| self.ledger.items.get(at));
        let others = titled.filter(|other| other.id != item.id);
        Some(ItemRef {
            item: Arc::clone(item),
            namesakes: others.map(|other| other.id.clone()).collect(),
        })
    }
}

/// Chooses between the item with the number and those with the title.
fn choose(
    ledger: &Ledger,
    wanted: &ItemRef,
    at_id: Option<usize>,
    titled: &[usize],
) -> Result<usize, Unresolved> {
    let item = |position: usize| ledger.items.get(position);
    // The same item with a corrected title, as far as anybody can tell.
    let corrected =
        at_id.filter(|&position| item(position).is_some_and(|now| is_corrected(&wanted.item, now)));
    match *titled {
        [] => match (corrected, at_id.and_then(item)) {
            (Some(position), _) => Ok(position),
            (None, Some(now)) => Err(Unresolved::Replaced(ItemKey::from(&**now))),
            (None, None) => Err(Unresolved::Gone),
        },
        [only] if wanted.namesakes.is_empty() && corrected.is_none() => Ok(only),
        [only] if wanted.namesakes.is_empty() && at_id == Some(only) => Ok(only),
        _ => among_namesakes(ledger, wanted, at_id, titled, corrected),
    }
}

/// Chooses between items with one title. The rest of the item tells which one it is; where that does not, the number does,
/// as long as the same numbers have the title.
fn among_namesakes(
    ledger: &Ledger,
    wanted: &ItemRef,
    at_id: Option<usize>,
    titled: &[usize],
    corrected: Option<usize>,
) -> Result<usize, Unresolved> {
    let item = |&position: &usize| ledger.items.get(position);
    let is_alike = |position: &usize| {
        item(position)
            .is_some_and(|now| says_something(now) && wanted.item.is_same_but_for_key(now))
    };
    let candidates = || titled.iter().copied().chain(corrected);
    let mut alike = candidates().filter(is_alike);
    if let (Some(only), None) = (alike.next(), alike.next()) {
        return Ok(only);
    }
    let mut known: Vec<&ItemId> = wanted.namesakes.iter().chain([wanted.id()]).collect();
    let mut now: Vec<&ItemId> = titled
        .iter()
        .filter_map(item)
        .map(|item| &item.id)
        .collect();
    known.sort();
    now.sort();
    match at_id {
        Some(position) if known == now => Ok(position),
        _ => {
            let ids = candidates().filter_map(|position| item(&position));
            Err(Unresolved::Ambiguous(
                ids.map(|item| item.id.clone()).collect(),
            ))
        }
    }
}

/// Whether an item has something by which it can be recognised apart from number and title.
fn says_something(item: &Item) -> bool {
    !item.progress.trim().is_empty()
}

/// Whether an item is a known one with a corrected title: nothing else about it is different.
fn is_corrected(known: &Item, now: &Item) -> bool {
    known.title != now.title
        && says_something(now)
        && known.is_same_but_for_key(now)
        && is_near(&known.title, &now.title)
}

/// Whether two titles differ in one place only, by at most a third of the longer one.
fn is_near(left: &str, right: &str) -> bool {
    let (left_chars, right_chars) = (left.chars().count(), right.chars().count());
    let is_same = |(left, right): &(char, char)| left == right;
    let before = left.chars().zip(right.chars()).take_while(is_same).count();
    let behind = left.chars().rev().zip(right.chars().rev());
    let behind = behind.take_while(is_same).count();
    let same = (before + behind).min(left_chars.min(right_chars));
    let chars = left_chars.max(right_chars);
    (chars - same) * 3 <= chars
}

#[cfg(test)]
mod tests;
