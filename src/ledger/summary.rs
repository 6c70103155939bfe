//! A ledger at a glance: counts by verdict, who is furthest below the line, and the same by unit and by category.
//!
//! A total over all items is a count, never a mean percentage: promises are of different kinds and sizes.

use std::collections::BTreeMap;

use crate::ledger::{Item, Ledger, Reason, Status, Verdict};

/// A ledger at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How many items there are.
    pub items: usize,
    /// The verdicts that items have, best first, as bulletins name them.
    pub counts: Vec<Count>,
    /// How many of them a person set.
    pub set_by_person: usize,
    /// The verdicts that items would have by the figures alone.
    pub computed: Vec<Count>,
    /// The items below their time line, furthest first.
    pub below_line: Vec<Shortfall>,
    /// The items that miss a rate, furthest first. Points of a rate are no points of progress: they have a list of
    /// their own.
    pub short_rates: Vec<Shortfall>,
    /// By the unit that leads; empty where no item names one.
    pub leads: Vec<Group>,
    /// By category; empty where no item has one.
    pub categories: Vec<Group>,
}

/// How many items have a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The verdict.
    pub status: Status,
    /// How many items.
    pub items: usize,
    /// Their share in tenths of a percent. All shares together are exactly 1,000.
    pub tenths: usize,
}

impl Count {
    /// The share in percent.
    #[expect(clippy::cast_precision_loss, reason = "a thousand at most")]
    pub fn percent(self) -> f64 {
        self.tenths as f64 / 10.0
    }
}

/// An item that is short of what it should be by now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortfall {
    /// The place of the item in the ledger.
    pub position: usize,
    /// By how many percentage points.
    pub points: f64,
}

/// The items of one unit or category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name; `None` for the items that name none.
    pub name: Option<String>,
    /// How many items it has.
    pub items: usize,
    /// How many of them are late: slipping, behind or not started.
    pub late: usize,
}

impl Summary {
    /// Sums a ledger up whose items have these verdicts, in its order.
    pub fn of(ledger: &Ledger, verdicts: &[Verdict]) -> Self {
        let judged = || ledger.items.iter().map(AsRef::as_ref).zip(verdicts);
        let is_set = |verdict: &&Verdict| verdict.set_by_person.is_some();
        let set_by_person = verdicts.iter().filter(is_set);
        Self {
            items: ledger.items.len(),
            counts: counts(verdicts, Verdict::status),
            set_by_person: set_by_person.count(),
            computed: counts(verdicts, |verdict| verdict.computed),
            below_line: shortfalls(verdicts, below_line),
            short_rates: shortfalls(verdicts, short_of_rate),
            leads: groups(judged(), |item| item.lead.as_ref()),
            categories: groups(judged(), |item| item.category.as_ref()),
        }
    }
}

fn counts(verdicts: &[Verdict], status_of: fn(&Verdict) -> Status) -> Vec<Count> {
    let counted: Vec<(Status, usize)> = Status::ALL
        .into_iter()
        .rev()
        .map(|status| {
            let has = verdicts
                .iter()
                .filter(|verdict| status_of(verdict) == status);
            (status, has.count())
        })
        .filter(|(_, items)| *items > 0)
        .collect();
    let items: Vec<usize> = counted.iter().map(|(_, items)| *items).collect();
    let shares = shares(&items);
    counted
        .into_iter()
        .zip(shares)
        .map(|((status, items), tenths)| Count {
            status,
            items,
            tenths,
        })
        .collect()
}

/// Shares in tenths of a percent that add up to 1,000: each is cut, and what is missing goes to those that lost most.
fn shares(items: &[usize]) -> Vec<usize> {
    let all: usize = items.iter().sum();
    if all == 0 {
        return vec![0; items.len()];
    }
    let mut shares: Vec<usize> = items.iter().map(|items| items * 1_000 / all).collect();
    let mut by_loss: Vec<usize> = (0..items.len()).collect();
    let lost = |index: &usize| items.get(*index).map_or(0, |items| items * 1_000 % all);
    by_loss.sort_by_key(|index| std::cmp::Reverse(lost(index)));
    let missing = 1_000 - shares.iter().sum::<usize>();
    for index in by_loss.into_iter().take(missing) {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares
}

fn shortfalls(verdicts: &[Verdict], points: fn(&Reason) -> Option<f64>) -> Vec<Shortfall> {
    let short = |(position, verdict): (usize, &Verdict)| {
        let points = furthest(verdict, points)?;
        Some(Shortfall { position, points })
    };
    let mut all: Vec<Shortfall> = verdicts.iter().enumerate().filter_map(short).collect();
    all.sort_by(|one, other| other.points.total_cmp(&one.points));
    all
}

/// By how many percentage points an item is below its time line; `None` where it is not.
pub fn points_below_line(verdict: &Verdict) -> Option<f64> {
    furthest(verdict, below_line)
}

/// By how many percentage points an item misses a rate; `None` where it misses none.
pub fn points_short_of_rate(verdict: &Verdict) -> Option<f64> {
    furthest(verdict, short_of_rate)
}

/// An item is as far below as its furthest measure.
fn furthest(verdict: &Verdict, points: fn(&Reason) -> Option<f64>) -> Option<f64> {
    let reasons = verdict.measures.iter().filter_map(|it| it.judged.as_ref());
    let points = reasons.filter_map(|judged| points(&judged.reason));
    points.max_by(f64::total_cmp)
}

/// Rounding noise of floating point, in percentage points.
const SAME_POINTS: f64 = 1e-9;

fn below_line(reason: &Reason) -> Option<f64> {
    match reason {
        Reason::AgainstLine { completion, line } => {
            let points = points_below(*completion, *line);
            // What is on the line may be printed a tenth below it.
            (*completion < *line - SAME_POINTS).then_some(points)
        }
        _ => None,
    }
}

/// By how many points a completion is below the line, in tenths, as both are said: what is done is cut, never rounded
/// up.
fn points_below(completion: f64, line: f64) -> f64 {
    ((line * 10.0).round() - (completion * 10.0 + 1e-9).floor()) / 10.0
}

fn short_of_rate(reason: &Reason) -> Option<f64> {
    match reason {
        Reason::RateShort { points, .. } => Some(*points),
        _ => None,
    }
}

/// Groups with the most late items first; those without a name last.
fn groups<'l>(
    judged: impl Iterator<Item = (&'l Item, &'l Verdict)>,
    name: fn(&Item) -> Option<&String>,
) -> Vec<Group> {
    let mut groups: BTreeMap<Option<&String>, (usize, usize)> = BTreeMap::new();
    for (item, verdict) in judged {
        let (items, late) = groups.entry(name(item)).or_default();
        *items += 1;
        *late += usize::from(verdict.status().is_late());
    }
    if groups.keys().all(Option::is_none) {
        return Vec::new();
    }
    let mut groups: Vec<Group> = groups
        .into_iter()
        .map(|(name, (items, late))| Group {
            name: name.cloned(),
            items,
            late,
        })
        .collect();
    groups.sort_by_key(|group| (group.name.is_none(), std::cmp::Reverse(group.late)));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn shares_add_up_and_are_fair(items in prop::collection::vec(1..5_000_usize, 1..8)) {
            let all: usize = items.iter().sum();
            let shares = shares(&items);
            prop_assert_eq!(shares.iter().sum::<usize>(), 1_000);
            for (share, items) in shares.iter().zip(&items) {
                let exact = items * 1_000 / all;
                prop_assert!(*share == exact || *share == exact + 1);
            }
        }
    }

    #[test]
    fn points_are_those_that_are_said() {
        for (completion, line, points) in [
            (4.166_666, 50.0, 45.9),
            (3.333, 50.0, 46.7),
            (50.0, 50.0, 0.0),
        ] {
            assert!((points_below(completion, line) - points).abs() < 1e-9);
        }
    }

    #[test]
    fn what_is_on_the_line_is_not_below_it() {
        let against = |completion, line| below_line(&Reason::AgainstLine { completion, line });
        let november = 275.0 / 3.0;
        assert_eq!(against(november, november), None);
        assert_eq!(against(91.68, november), None);
        assert_eq!(against(41.0, 50.0), Some(9.0));
        assert_eq!(against(91.62, 91.64), Some(0.0));
    }

    #[test]
    fn nothing_has_no_shares() {
        assert_eq!(shares(&[]), [0_usize; 0]);
        assert_eq!(shares(&[0, 0]), [0, 0]);
        assert_eq!(shares(&[1, 1, 1]).iter().sum::<usize>(), 1_000);
    }
}
