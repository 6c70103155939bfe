//! What a person is offered to take from the text into the figures of an item, one by one.
//!
//! A figure for a measure that is in the ledger, or a whole measure for an item that has none. Nothing is ever taken by
//! itself: an offer becomes an edit only when somebody accepts it.

use std::ops::Range;

use crate::ledger::proposal::{Proposal, proposals};
use crate::ledger::reading::{promised, read};
use crate::ledger::{Edit, Indicator, Item, Ledger, Part, Row, RowChange};

/// Something to accept or to leave.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// A figure of a measure.
    Figure(Proposal),
    /// A measure, with the figures that the note gives for it.
    Measure(Box<Indicator>),
}

/// What an item offers. After its note was rewritten (`old_note` is what stood there) only what the new words say.
pub fn offers(item: &Item, old_note: Option<&str>) -> Vec<Offer> {
    if !item.indicators.is_empty() {
        let figures = proposals(item, old_note.unwrap_or_default());
        return figures.into_iter().map(Offer::Figure).collect();
    }
    let is_new = |indicator: &Indicator| match (old_note, &indicator.evidence) {
        (Some(old_note), Some(words)) => !old_note.contains(words.as_str()),
        (Some(_), None) => false,
        (None, _) => true,
    };
    let measures = unwritten(item).into_iter().filter(is_new);
    measures.map(|it| Offer::Measure(Box::new(it))).collect()
}

impl Offer {
    /// The edit that accepts it.
    pub fn edit(&self, ledger: &Ledger, position: usize) -> Option<Edit> {
        let (of, item) = (ledger.item_ref(position)?, ledger.items.get(position)?);
        match self {
            Self::Figure(proposal) => proposal.edit(of, item),
            Self::Measure(indicator) => {
                let row = Row::Indicator(indicator.clone());
                Some(Edit::of_row(of, RowChange::Append(row)))
            }
        }
    }

    /// The words of the note that it comes from.
    pub fn words<'n>(&'n self, note: &'n str) -> Option<&'n str> {
        match self {
            Self::Figure(proposal) => note.get(proposal.words.clone()),
            Self::Measure(indicator) => indicator.evidence.as_deref(),
        }
    }

    /// Whether an item has it by now.
    pub fn is_taken(&self, item: &Item) -> bool {
        match self {
            Self::Figure(_) => false,
            Self::Measure(offered) => item.indicators.iter().any(|it| it.name == offered.name),
        }
    }
}

/// The measures of an item that has none in the ledger, as its title and its note say them: shown as read from the
/// text, and in the file only when somebody accepts them.
pub fn unwritten(item: &Item) -> Vec<Indicator> {
    if !item.indicators.is_empty() {
        return Vec::new();
    }
    let mut indicators = promised(&item.title);
    let mut words: Vec<Option<Range<usize>>> = vec![None; indicators.len()];
    for reading in read(&item.title, &indicators.clone(), &item.progress) {
        let found = indicators
            .get_mut(reading.indicator)
            .zip(words.get_mut(reading.indicator));
        let Some((indicator, words)) = found else {
            continue;
        };
        let place = match reading.part {
            Part::Underway => &mut indicator.underway,
            Part::Reported => &mut indicator.reported,
            _ => &mut indicator.actual,
        };
        *place = Some(reading.value);
        let both = words.as_ref().map_or(reading.words.clone(), |words| {
            words.start.min(reading.words.start)..words.end.max(reading.words.end)
        });
        *words = Some(both);
    }
    for (indicator, words) in indicators.iter_mut().zip(words) {
        indicator.evidence = words
            .and_then(|words| item.progress.get(words))
            .map(str::to_owned);
    }
    indicators
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{ItemId, Kind};

    fn item(title: &str, indicators: Vec<Indicator>, note: &str) -> Item {
        Item {
            indicators,
            ..Item::new(ItemId::Number(33), title, note)
        }
    }

    #[test]
    fn an_item_without_measures_shows_those_of_its_text() {
        let bare = item(
            "新增绿色建筑1000万平方米。",
            Vec::new(),
            "新增绿色建筑649.53万平方米。",
        );
        let found = unwritten(&bare);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (
                &*found[0].name,
                found[0].target,
                found[0].actual,
                found[0].evidence.as_deref()
            ),
            (
                "绿色建筑",
                Some(1000.0),
                Some(649.53),
                Some("新增绿色建筑649.53万平方米")
            )
        );
        let written = item("新增绿色建筑1000万平方米。", found, "");
        assert_eq!(unwritten(&written), []);
    }

    #[test]
    fn after_a_note_was_rewritten_only_its_new_words_are_offered() {
        let bare = item(
            "新增绿色建筑1000万平方米。",
            Vec::new(),
            "新增绿色建筑649万平方米。",
        );
        assert_eq!(offers(&bare, None).len(), 1);
        assert_eq!(offers(&bare, Some("新增绿色建筑500万平方米。")).len(), 1);
        assert_eq!(offers(&bare, Some(&bare.progress)), []);
        let silent = item("新增绿色建筑1000万平方米。", Vec::new(), "召开推进会。");
        assert_eq!(
            offers(&silent, None).len(),
            1,
            "the promise itself can be written down"
        );
        assert_eq!(offers(&silent, Some("")), []);
    }

    #[test]
    fn accepting_a_measure_puts_it_into_the_item() {
        let bare = item(
            "新增绿色建筑1000万平方米。",
            Vec::new(),
            "新增绿色建筑649万平方米。",
        );
        let offer = offers(&bare, None).remove(0);
        assert!(!offer.is_taken(&bare));
        let mut ledger = Ledger {
            items: vec![std::sync::Arc::new(bare)],
            ..Ledger::default()
        };
        let edit = offer.edit(&ledger, 0).expect("an edit");
        assert_eq!(edit.apply(&mut ledger), Ok(0));
        let item = &ledger.items[0];
        assert_eq!(
            (item.indicators[0].kind, item.indicators[0].actual),
            (Kind::Amount, Some(649.0))
        );
        assert!(offer.is_taken(item));
    }
}
