//! How long the items of a presentation took, summed over all visits. Knows moments only as they are told.

use std::collections::BTreeMap;

use crate::ledger::ItemId;
use crate::ledger::compare::Succession;

/// The times of the items that were left, and since when the present one is on screen.
#[derive(Clone, Debug, Default)]
pub struct Times {
    millis: BTreeMap<ItemId, u64>,
    /// The item on screen, and when it came there.
    running: Option<(ItemId, u64)>,
    last_left: Option<ItemId>,
    /// What items took that are not in the ledger any more.
    gone_millis: u64,
}

impl Times {
    /// At this moment this item is on screen; the time before belongs to the one that was there.
    pub(super) fn turn_to(&mut self, item: Option<ItemId>, now_millis: u64) {
        if let Some((running, _)) = &self.running
            && item.as_ref() == Some(running)
        {
            return;
        }
        if let Some((left, since_millis)) = self.running.take() {
            *self.millis.entry(left.clone()).or_default() +=
                now_millis.saturating_sub(since_millis);
            self.last_left = Some(left);
        }
        self.running = item.map(|item| (item, now_millis));
    }

    /// Another version of the ledger follows: times go with their items. What was spent on one that is gone was spent.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        let mut millis = BTreeMap::new();
        for (item, spent) in std::mem::take(&mut self.millis) {
            *match succession.of_id(&item) {
                Some(now) => millis.entry(now).or_default(),
                None => &mut self.gone_millis,
            } += spent;
        }
        self.millis = millis;
        let follow = |item: ItemId| succession.of_id(&item);
        self.last_left = self.last_left.take().and_then(follow);
        self.running = self
            .running
            .take()
            .and_then(|(item, since)| Some((follow(item)?, since)));
    }

    /// How many items were left.
    pub fn items(&self) -> usize {
        self.millis.len()
    }

    /// How long all of them took together.
    pub fn total_millis(&self) -> u64 {
        self.millis.values().sum::<u64>() + self.gone_millis
    }

    /// How long an item took in the visits that are over.
    pub fn of(&self, item: &ItemId) -> Option<u64> {
        self.millis.get(item).copied()
    }

    /// The item that was left last, with the time it took so far.
    pub fn last_left(&self) -> Option<(&ItemId, u64)> {
        let item = self.last_left.as_ref()?;
        Some((item, self.of(item)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_visits_of_an_item_are_summed_up() {
        let mut times = Times::default();
        let (first, second) = (ItemId::Number(1), ItemId::Number(2));
        times.turn_to(Some(first.clone()), 10_000);
        assert_eq!(times.items(), 0, "nothing is over yet");
        times.turn_to(Some(first.clone()), 15_000);
        times.turn_to(Some(second.clone()), 40_000);
        assert_eq!(times.last_left(), Some((&first, 30_000)));
        times.turn_to(Some(first.clone()), 50_000);
        assert_eq!(times.last_left(), Some((&second, 10_000)));
        times.turn_to(None, 55_000);
        assert_eq!(times.of(&first), Some(35_000));
        assert_eq!((times.items(), times.total_millis()), (2, 45_000));
    }

    #[test]
    fn a_clock_that_goes_back_takes_nothing_away() {
        let mut times = Times::default();
        times.turn_to(Some(ItemId::Number(1)), 10_000);
        times.turn_to(None, 5_000);
        assert_eq!((times.items(), times.total_millis()), (1, 0));
    }
}
