//! What narrows the list beside a search: choices of several kinds. Choices of one kind are one or the other, the kinds
//! must all be met. Pure: it is asked about one item at a time, and never knows where the items are listed.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{Item, Status, Verdict};
use crate::search::{FilterKind, Query};

/// One thing that items can be chosen by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// Slipping, behind or not started.
    Late,
    /// With this verdict.
    Status(Status),
    /// A person set the verdict.
    ByPerson,
    /// Nothing was reported for this period.
    Silent,
    /// Something does not add up.
    Findings,
    /// With a star of this session.
    Starred,
    /// Led by this unit; `None` for those that name none.
    Lead(Option<String>),
    /// Of this category; `None` for those that name none.
    Category(Option<String>),
    /// With this label.
    Tag(String),
}

/// The kinds of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Verdicts.
    Status,
    /// Who set the verdict.
    ByPerson,
    /// Whether something was reported.
    Silent,
    /// Whether it adds up.
    Findings,
    /// Stars.
    Starred,
    /// Units that lead.
    Lead,
    /// Categories.
    Category,
    /// Labels.
    Tag,
}

/// One item, and what is known of it beside the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Case<'l> {
    /// The item.
    pub item: &'l Item,
    /// Its verdict.
    pub verdict: &'l Verdict,
    /// Whether something in it does not add up.
    pub has_findings: bool,
    /// Whether it has a star.
    pub is_starred: bool,
}

impl Choice {
    /// Its kind.
    pub const fn family(&self) -> Family {
        match self {
            Self::Late | Self::Status(_) => Family::Status,
            Self::ByPerson => Family::ByPerson,
            Self::Silent => Family::Silent,
            Self::Findings => Family::Findings,
            Self::Starred => Family::Starred,
            Self::Lead(_) => Family::Lead,
            Self::Category(_) => Family::Category,
            Self::Tag(_) => Family::Tag,
        }
    }

    /// Whether an item is what is chosen.
    pub fn fits(&self, case: Case<'_>) -> bool {
        match self {
            Self::Late => case.verdict.status().is_late(),
            Self::Status(status) => case.verdict.status() == *status,
            Self::ByPerson => case.verdict.set_by_person.is_some(),
            Self::Silent => case.item.is_silent(),
            Self::Findings => case.has_findings,
            Self::Starred => case.is_starred,
            Self::Lead(lead) => case.item.lead == *lead,
            Self::Category(category) => case.item.category == *category,
            Self::Tag(tag) => case.item.tags.contains(tag),
        }
    }

    /// The words that it is found by among others: those of the ledger, else those of queries.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Late => vec!["慢于序时", "late"],
            Self::Status(status) => vec![status.chinese(), status.name()],
            Self::ByPerson => vec!["人工判定", "verdict"],
            Self::Silent => vec!["未报", "silent"],
            Self::Findings => vec!["核对", "findings"],
            Self::Starred => vec!["标星", "starred"],
            Self::Lead(None) => vec!["牵头单位", "lead"],
            Self::Category(None) => vec!["类别", "category"],
            Self::Lead(Some(name)) | Self::Category(Some(name)) | Self::Tag(name) => vec![name],
        }
    }
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(BTreeSet<Choice>);

impl Filters {
    /// Whether everything is let through.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this is chosen.
    pub fn has(&self, choice: &Choice) -> bool {
        self.0.contains(choice)
    }

    /// Chooses something, or no longer.
    pub fn toggle(&mut self, choice: Choice) {
        if !self.0.remove(&choice) {
            self.0.insert(choice);
        }
    }

    /// All that is chosen, kind by kind.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.0.iter()
    }

    /// Whether an item is let through: of every kind of which something is chosen, it is one of the choices.
    pub fn admit(&self, case: Case<'_>) -> bool {
        self.0.iter().all(|choice| {
            let mut same = self.0.iter().filter(|it| it.family() == choice.family());
            same.any(|choice| choice.fits(case))
        })
    }
}

/// Whether an item is what a query asks for beside what the items themselves tell, which the search has answered.
pub fn is_asked_for(query: &Query, case: Case<'_>) -> bool {
    query.filters.iter().all(|filter| match filter.kind {
        FilterKind::Starred => case.is_starred != filter.is_not,
        FilterKind::Findings => case.has_findings != filter.is_not,
        _ => true,
    })
}

/// Everything that items of a ledger can be chosen by, and how many are what is chosen; `None` where that is not known
/// yet. What nobody would find anything by is left out, unless it is chosen.
pub fn choices<'l>(
    cases: impl Iterator<Item = Case<'l>>,
    filters: &Filters,
    knows_findings: bool,
) -> Vec<(Choice, Option<usize>)> {
    let mut counts = Counts::default();
    for case in cases {
        counts.take(case);
    }
    let fixed = [Choice::Late]
        .into_iter()
        .chain(Status::ALL.map(Choice::Status))
        .chain([
            Choice::ByPerson,
            Choice::Silent,
            Choice::Findings,
            Choice::Starred,
        ]);
    let mut all: Vec<(Choice, Option<usize>)> = fixed
        .map(|choice| {
            let count = counts.fixed.get(&choice).copied().unwrap_or(0);
            let is_known = knows_findings || choice != Choice::Findings;
            (choice, is_known.then_some(count))
        })
        .collect();
    all.extend(named(&counts.leads, Choice::Lead));
    all.extend(named(&counts.categories, Choice::Category));
    let tags = counts.tags.iter();
    let mut tags: Vec<(&&str, &usize)> = tags.collect();
    tags.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let tag = |(tag, count): (&&str, &usize)| (Choice::Tag((*tag).to_owned()), Some(*count));
    all.extend(tags.into_iter().map(tag));
    all.retain(|(choice, count)| *count != Some(0) || filters.has(choice));
    let known: BTreeSet<&Choice> = all.iter().map(|(choice, _)| choice).collect();
    let gone = filters.iter().filter(|choice| !known.contains(choice));
    let gone: Vec<_> = gone.map(|choice| (choice.clone(), Some(0))).collect();
    all.extend(gone);
    all
}

/// How many items there are of everything.
#[derive(Default)]
struct Counts<'l> {
    fixed: BTreeMap<Choice, usize>,
    leads: BTreeMap<Option<&'l str>, usize>,
    categories: BTreeMap<Option<&'l str>, usize>,
    tags: BTreeMap<&'l str, usize>,
}

impl<'l> Counts<'l> {
    fn take(&mut self, case: Case<'l>) {
        let status = Choice::Status(case.verdict.status());
        let fixed = [
            Choice::Late,
            Choice::ByPerson,
            Choice::Silent,
            Choice::Findings,
            Choice::Starred,
        ];
        let fitting = fixed.into_iter().filter(|choice| choice.fits(case));
        for choice in fitting.chain([status]) {
            *self.fixed.entry(choice).or_default() += 1;
        }
        *self.leads.entry(case.item.lead.as_deref()).or_default() += 1;
        let category = case.item.category.as_deref();
        *self.categories.entry(category).or_default() += 1;
        let tags: BTreeSet<&str> = case.item.tags.iter().map(String::as_str).collect();
        for tag in tags {
            *self.tags.entry(tag).or_default() += 1;
        }
    }
}

/// The names that most items have first, those without a name last; nothing where none has a name.
fn named(
    counts: &BTreeMap<Option<&str>, usize>,
    choice: fn(Option<String>) -> Choice,
) -> Vec<(Choice, Option<usize>)> {
    let has_names = counts.keys().any(Option::is_some);
    let mut names: Vec<_> = counts.iter().filter(|_| has_names).collect();
    names.sort_by_key(|(name, count)| (name.is_none(), std::cmp::Reverse(**count)));
    let names = names.into_iter();
    names
        .map(|(name, count)| (choice(name.map(str::to_owned)), Some(*count)))
        .collect()
}
