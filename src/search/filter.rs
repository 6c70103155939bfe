//! What words such as `状态:滞后` and `sort:behind` ask for.
//!
//! Owns the names of filters and orders in queries, in both languages. What only a session knows (stars, findings,
//! what was changed) is understood here and looked up by whoever has it.

use crate::ledger::Status;

/// Something an item must be, beside its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What.
    pub kind: FilterKind,
    /// `!状态:滞后`: what it must not be.
    pub is_not: bool,
}

/// What an item can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterKind {
    /// `状态:滞后`, `is:behind`: its verdict, one of these.
    Status(Vec<Status>),
    /// `状态:未报`, `is:silent`: nothing was reported for this period.
    Silent,
    /// `状态:标星`, `is:starred`: a star of this session.
    Starred,
    /// `核对:有`, `has:findings`: something in it does not add up.
    Findings,
    /// `判定:人工`, `has:verdict`: a person set its verdict.
    ByPerson,
    /// `有:交办`, `is:ordered`: a meeting ordered something about it, done or not.
    Ordered,
    /// `单位:科技局`, `lead:`: part of the name of the unit that leads, folded.
    Lead(String),
    /// `类别:民生`, `cat:`: part of the name of its category, folded.
    Category(String),
    /// `#34`: its number.
    Number(String),
    /// `标签:重点`, `tag:`: part of one of its labels, folded.
    Tag(String),
    /// A word that such a key does not know; no item is that.
    Unknown(Key),
}

impl FilterKind {
    /// Whether the items themselves tell. A search cannot know the rest, and leaves it to who asked.
    pub const fn is_in_items(&self) -> bool {
        !matches!(self, Self::Starred | Self::Findings)
    }
}

/// In which order items are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By their numbers.
    Number,
    /// Furthest below the time line first.
    Behind,
    /// The highest completion first.
    Completion,
    /// What was changed in this session first, the last change before the others.
    Changed,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Number, Self::Behind, Self::Completion, Self::Changed];

    /// The words that stand for it in queries, Chinese and English.
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Number => ["序号", "number"],
            Self::Behind => ["滞后", "behind"],
            Self::Completion => ["完成", "completion"],
            Self::Changed => ["改动", "changed"],
        }
    }
}

/// The keys that know only certain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `状态:`, `is:`.
    Is,
    /// `核对:`, `判定:`, `有:`, `has:`.
    Has,
    /// `排序:`, `sort:`.
    Sort,
}

/// What `is:` knows beside verdicts.
const BEING: [([&str; 2], FilterKind); 3] = [
    (["未报", "silent"], FilterKind::Silent),
    (["标星", "starred"], FilterKind::Starred),
    (["交办", "ordered"], FilterKind::Ordered),
];

/// What `has:` knows.
const HAVING: [([&str; 2], FilterKind); 3] = [
    (["有", "findings"], FilterKind::Findings),
    (["人工", "verdict"], FilterKind::ByPerson),
    (["交办", "orders"], FilterKind::Ordered),
];

/// What a word with a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// For items that are so.
    For(FilterKind),
    /// For an order; `None` while its word is still to be typed.
    InOrder(Option<Sort>),
}

/// `key:value` understood; `None` where it is no such word, as in `比例3:7`. A value that is still being typed filters
/// nothing out as long as it could become something.
pub fn asked(key: &str, value: &str) -> Option<Asked> {
    Some(Asked::For(match key {
        "is" | "status" | "状态" => being(value),
        "has" | "有" | "核对" | "判定" => {
            one_of(&HAVING, value).unwrap_or_else(|| open(Key::Has, value))
        }
        "sort" | "排序" => return Some(in_order(value)),
        "lead" | "单位" | "牵头" => FilterKind::Lead(value.to_owned()),
        "cat" | "category" | "类别" | "分类" => FilterKind::Category(value.to_owned()),
        "tag" | "标签" => FilterKind::Tag(value.to_owned()),
        _ => return None,
    }))
}

fn being(value: &str) -> FilterKind {
    // `is:behind,slipping` is one or the other.
    let values = value.split([',', '、']).filter(|value| !value.is_empty());
    let values: Vec<&str> = values.collect();
    let could_be = |status: &Status| values.iter().any(|value| is_meant(*status, value));
    let statuses: Vec<Status> = Status::ALL.into_iter().filter(could_be).collect();
    if statuses.is_empty() {
        one_of(&BEING, value).unwrap_or_else(|| open(Key::Is, value))
    } else {
        FilterKind::Status(statuses)
    }
}

fn is_meant(status: Status, value: &str) -> bool {
    let names = [status.name(), status.chinese()];
    let begins = names.iter().any(|name| name.starts_with(value));
    begins || value.chars().eq([status.character()])
}

fn in_order(value: &str) -> Asked {
    let is_meant = |sort: &Sort| sort.names().iter().any(|name| name.starts_with(value));
    if value.is_empty() {
        return Asked::InOrder(None);
    }
    match Sort::ALL.into_iter().find(is_meant) {
        Some(sort) => Asked::InOrder(Some(sort)),
        None => Asked::For(FilterKind::Unknown(Key::Sort)),
    }
}

fn one_of(known: &[([&str; 2], FilterKind)], value: &str) -> Option<FilterKind> {
    let begins = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(value));
    let mut known = known.iter().filter(|_| !value.is_empty());
    let (_, kind) = known.find(|(names, _)| begins(names))?;
    Some(kind.clone())
}

/// What a value without a meaning asks for: nothing while it is still to be typed.
fn open(key: Key, value: &str) -> FilterKind {
    if value.is_empty() {
        FilterKind::Status(Status::ALL.to_vec())
    } else {
        FilterKind::Unknown(key)
    }
}
