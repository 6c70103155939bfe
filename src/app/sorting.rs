//! In which order places are listed. Pure: places in, places out; equal ones stay in the order of their numbers.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::ledger::summary::{points_below_line, points_short_of_rate};
use crate::ledger::{Ledger, Status, Verdict};
use crate::search::Sort;

/// What is known of the items, by their places in the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'l> {
    /// Their verdicts.
    pub verdicts: &'l [Verdict],
    /// All places in the natural order of the numbers.
    pub natural: &'l [usize],
    /// Those that were changed in this session, the last change first.
    pub changed: &'l [usize],
}

/// The places of all items of a ledger in the natural order of their numbers.
pub fn natural(ledger: &Ledger) -> Vec<usize> {
    let mut places: Vec<usize> = (0..ledger.items.len()).collect();
    let id_of = |&place: &usize| ledger.items.get(place).map(|item| &item.id);
    places.sort_by(|left, right| id_of(left).cmp(&id_of(right)));
    places
}

/// The same places in another order.
pub fn sorted(places: &[usize], sort: Sort, facts: Facts<'_>) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; facts.natural.len()];
    for (rank, &place) in facts.natural.iter().enumerate() {
        if let Some(known) = ranks.get_mut(place) {
            *known = rank;
        }
    }
    let since: HashMap<usize, u32> = facts.changed.iter().copied().zip(0..).collect();
    let keyed = |&place: &usize| {
        let verdict = facts.verdicts.get(place);
        let since = since.get(&place).copied();
        let key = verdict.map_or(Key::LAST, |verdict| key(verdict, since, sort));
        (key, ranks.get(place).copied().unwrap_or(usize::MAX), place)
    };
    let mut keyed: Vec<(Key, usize, usize)> = places.iter().map(keyed).collect();
    keyed.sort_by(|(one, rank, _), (other, other_rank, _)| {
        one.compare(*other).then(rank.cmp(other_rank))
    });
    keyed.into_iter().map(|(.., place)| place).collect()
}

/// What an item is ordered by: the group it belongs to, and in it the higher figure first.
#[derive(Clone, Copy)]
struct Key {
    group: u8,
    figure: f64,
}

impl Key {
    const LAST: Self = Self::of(u8::MAX, 0.0);

    const fn of(group: u8, figure: f64) -> Self {
        Self { group, figure }
    }

    fn compare(self, other: Self) -> Ordering {
        let groups = self.group.cmp(&other.group);
        groups.then(other.figure.total_cmp(&self.figure))
    }
}

fn key(verdict: &Verdict, changes_since: Option<u32>, sort: Sort) -> Key {
    let highest_first = |figure| Key::of(0, figure);
    match sort {
        Sort::Number => Key::of(0, 0.0),
        Sort::Behind => behind(verdict),
        Sort::Completion => verdict.completion().map_or(Key::LAST, highest_first),
        Sort::Changed => changes_since.map_or(Key::LAST, |since| highest_first(-f64::from(since))),
    }
}

/// Points below the line, then points of a rate, which are no points of progress; then what is late without points,
/// worst first; then what is in time; last what cannot be judged.
fn behind(verdict: &Verdict) -> Key {
    if let Some(points) = points_below_line(verdict) {
        return Key::of(0, points);
    }
    if let Some(points) = points_short_of_rate(verdict) {
        return Key::of(1, points);
    }
    match verdict.status() {
        Status::NotStarted => Key::of(2, 0.0),
        Status::Behind => Key::of(3, 0.0),
        Status::Slipping => Key::of(4, 0.0),
        Status::OnTrack | Status::Ahead | Status::Done => Key::of(5, 0.0),
        Status::Unquantified => Key::LAST,
    }
}
