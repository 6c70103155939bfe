//! What a rewritten note suggests for the figures beside it.
//!
//! Owns which readings are worth asking a person about: only figures whose words are new in the note, and that differ
//! from what the ledger has. Nothing is applied here; accepting one makes an edit like any other.

use std::ops::Range;

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::Unit;
use crate::ledger::reading::{MEASURES_READ, Reading, read, read_in};
use crate::ledger::{Change, Edit, Indicator, Item, ItemRef, Part, Slot, Value};

/// A figure that could be written beside a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Which indicator of the item it belongs to.
    pub indicator: usize,
    /// Which of its figures.
    pub part: Part,
    /// What the ledger has.
    pub before: Option<f64>,
    /// What the note says, in the unit of the indicator.
    pub after: f64,
    /// The bytes of the note that say it.
    pub words: Range<usize>,
}

/// What the note of an item suggests after it was rewritten; `old_note` is what stood there before.
pub fn proposals(item: &Item, old_note: &str) -> Vec<Proposal> {
    let note = Passage::of(&item.progress, &units_of(item));
    let readings = read_in(&note, &item.title, &item.indicators);
    proposals_of(item, &note, readings, old_note)
}

/// The indicators of an item that figures are read for.
fn measures_of(item: &Item) -> &[Indicator] {
    let indicators = &item.indicators;
    indicators.get(..MEASURES_READ).unwrap_or(indicators)
}

/// The units of the indicators that figures are read for.
fn units_of(item: &Item) -> Vec<Unit> {
    let units = measures_of(item).iter();
    units.filter_map(|it| Unit::named(&it.unit)).collect()
}

/// The same from what was read from the note already.
pub fn proposals_of(
    item: &Item,
    note: &Passage<'_>,
    mut readings: Vec<Reading>,
    old_note: &str,
) -> Vec<Proposal> {
    for again in said_again(item, note) {
        let same = |it: &Reading| it.indicator == again.indicator && it.part == again.part;
        // The words of the evidence with another figure are surer than any reading; a later line is newer than they are.
        if let Some(known) = readings.iter_mut().find(|it| same(it)) {
            if known.words.start <= again.words.start {
                *known = again;
            }
        } else {
            readings.push(again);
        }
    }
    let is_new = |reading: &Reading| {
        let words = item.progress.get(reading.words.clone());
        words.is_some_and(|words| !old_note.contains(words))
    };
    readings.retain(is_new);
    readings.sort_by_key(|reading| (reading.indicator, reading.words.start));
    let proposed = readings.into_iter().filter_map(|it| differing(item, it));
    proposed.collect()
}

fn differing(item: &Item, reading: Reading) -> Option<Proposal> {
    let before = figure(item.indicators.get(reading.indicator)?, reading.part);
    let is_known = before.is_some_and(|before| (before - reading.value).abs() < 1e-9);
    (!is_known).then_some(Proposal {
        indicator: reading.indicator,
        part: reading.part,
        before,
        after: reading.value,
        words: reading.words,
    })
}

/// The figure of an indicator in one of its parts.
fn figure(indicator: &Indicator, part: Part) -> Option<f64> {
    match part {
        Part::Actual => indicator.actual,
        Part::Underway => indicator.underway,
        Part::Reported => indicator.reported,
        Part::Target => indicator.target,
        Part::Stage | Part::Evidence => None,
    }
}

/// How many characters around a figure must be the same for its words to be the same.
const SAME_CHARS: usize = 4;

/// Figures that the note says in the very words of the evidence, with another number in them.
fn said_again(item: &Item, note: &Passage<'_>) -> Vec<Reading> {
    let units = units_of(item);
    let mut again = Vec::new();
    for (index, indicator) in measures_of(item).iter().enumerate() {
        let Some(evidence) = &indicator.evidence else {
            continue;
        };
        let evidence = Passage::of(evidence, &units);
        for part in [Part::Actual, Part::Underway, Part::Reported] {
            again.extend(again_of(note, &evidence, index, indicator, part));
        }
    }
    again
}

fn again_of(
    note: &Passage<'_>,
    evidence: &Passage<'_>,
    index: usize,
    indicator: &Indicator,
    part: Part,
) -> Option<Reading> {
    let known = figure(indicator, part)?;
    let unit = match part {
        Part::Reported => Unit::percent(),
        _ => Unit::named(&indicator.unit)?,
    };
    // A rate that falls is printed without its minus.
    let size = |mention: &Mention<'_>| mention.quantity.counted_in(&unit).map(f64::abs);
    let is_known =
        |mention: &Mention<'_>| size(mention).is_some_and(|size| (size - known.abs()).abs() < 1e-9);
    let mut old = evidence.mentions().filter(is_known);
    let (old, None) = (old.next()?, old.next()) else {
        return None;
    };
    let (lead, tail) = (last_chars(old.before.text()), first_chars(old.after.text()));
    if lead.chars().count() + tail.chars().count() < 2 {
        return None;
    }
    let same = |mention: &Mention<'_>| {
        mention.before.text().ends_with(lead)
            && mention.after.text().starts_with(tail)
            && size(mention).is_some()
    };
    let mut found = note.mentions().filter(same);
    let (one, None) = (found.next()?, found.next()) else {
        return None;
    };
    Some(Reading {
        indicator: index,
        part,
        value: size(&one)? * if known < 0.0 { -1.0 } else { 1.0 },
        words: note.said(&one),
    })
}

fn last_chars(words: &str) -> &str {
    let start = words.char_indices().rev().nth(SAME_CHARS - 1);
    words.get(start.map_or(0, |(at, _)| at)..).unwrap_or(words)
}

fn first_chars(words: &str) -> &str {
    let end = words.char_indices().nth(SAME_CHARS);
    words
        .get(..end.map_or(words.len(), |(at, _)| at))
        .unwrap_or(words)
}

impl Proposal {
    /// The edit that accepts it: the figure, and the words it was read from as its evidence.
    pub fn edit(&self, of: ItemRef, item: &Item) -> Option<Edit> {
        let key = item.key_of(self.indicator)?;
        let slot = Slot::Of(key.clone(), self.part);
        let figure = Change {
            before: item.value(&slot),
            after: Some(Value::Number(self.after)),
            slot,
        };
        let slot = Slot::Of(key, Part::Evidence);
        let evidence = Change {
            before: item.value(&slot),
            after: Some(Value::Text(self.evidence(item)?)),
            slot,
        };
        let mut changes = vec![figure, evidence];
        changes.retain(|change| change.before != change.after);
        Some(Edit {
            item: of,
            changes,
            rows: Vec::new(),
        })
    }

    /// Its words; together with the evidence that stands, where that has another figure of the indicator which these
    /// words do not say.
    fn evidence(&self, item: &Item) -> Option<String> {
        let note = &item.progress;
        let indicator = item.indicators.get(self.indicator)?;
        let own = note.get(self.words.clone())?;
        let standing = indicator.evidence.as_deref().filter(|it| !it.is_empty());
        let place = standing.and_then(|it| note.find(it).map(|at| at..at + it.len()));
        let place = place.or_else(|| self.sisters_words(item, indicator));
        let others = [Part::Actual, Part::Underway, Part::Reported];
        let mut others = others
            .into_iter()
            .filter(|part| *part != self.part)
            .filter_map(|part| Some((part, figure(indicator, part)?)));
        let needs_old = others.any(|(part, value)| !says(own, indicator, part, value));
        let words = match place.filter(|_| needs_old) {
            Some(old) => {
                let both = self.words.start.min(old.start)..self.words.end.max(old.end);
                let is_short = both.len() <= EVIDENCE_LIMIT_BYTES;
                if is_short { both } else { self.words.clone() }
            }
            None => self.words.clone(),
        };
        note.get(words).map(str::to_owned)
    }

    /// The words of another figure of the indicator that the note says as the ledger has it, in the same paragraph.
    fn sisters_words(&self, item: &Item, indicator: &Indicator) -> Option<Range<usize>> {
        let read = read(&item.title, &item.indicators, &item.progress);
        let is_sister = |it: &Reading| {
            let known = figure(indicator, it.part);
            it.indicator == self.indicator
                && it.part != self.part
                && known.is_some_and(|known| (known - it.value).abs() < 1e-9)
        };
        let words = read.into_iter().find(is_sister)?.words;
        let both = self.words.start.min(words.start)..self.words.end.max(words.end);
        let is_near = item.progress.get(both)?.find('\n').is_none();
        is_near.then_some(words)
    }
}

/// The longest evidence that is made of two pieces of a note; more is no evidence but the note.
const EVIDENCE_LIMIT_BYTES: usize = 1_024;

/// Whether words have a figure of an indicator.
fn says(words: &str, indicator: &Indicator, part: Part, value: f64) -> bool {
    let unit = match part {
        Part::Reported => Some(Unit::percent()),
        _ => Unit::named(&indicator.unit),
    };
    let Some(unit) = unit else { return false };
    let said = Passage::of(words, std::slice::from_ref(&unit));
    let mut sizes = said.quantities.iter().filter_map(|it| it.counted_in(&unit));
    sizes.any(|size| (size.abs() - value.abs()).abs() < 1e-9)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ledger::{ItemId, Kind};

    fn item(title: &str, indicators: Vec<Indicator>, note: &str) -> Item {
        Item {
            indicators,
            ..Item::new(ItemId::Number(33), title, note)
        }
    }

    fn works() -> Indicator {
        Indicator {
            target: Some(16.0),
            unit: "个".into(),
            actual: Some(12.0),
            evidence: Some("目前16个项目已开工12个".into()),
            ..Indicator::new("开工项目", Kind::Amount)
        }
    }

    const TITLE: &str = "开工建设张村河水质净化厂二期等16个污水处理项目。";
    const OLD: &str = "目前16个项目已开工12个，未开工项目正在加紧推进前期工作。";

    #[track_caller]
    fn check(note: &str, expected: &[(Part, f64, &str)]) {
        let item = item(TITLE, vec![works()], note);
        let found = proposals(&item, OLD);
        let said: Vec<(Part, f64, &str)> = found
            .iter()
            .map(|it| {
                (
                    it.part,
                    it.after,
                    item.progress.get(it.words.clone()).unwrap(),
                )
            })
            .collect();
        assert_eq!(said, expected, "{note}");
    }

    #[test]
    fn a_changed_figure_is_proposed_with_its_words() {
        check(
            "目前16个项目已开工13个，未开工项目正在加紧推进前期工作。",
            &[(Part::Actual, 13.0, "目前16个项目已开工13个")],
        );
    }

    #[test]
    fn an_added_line_counts_by_its_total_not_by_its_growth() {
        let added = format!("{OLD}\n7月25日：新开工1个，累计开工13个，开工率81.25%。");
        check(&added, &[(Part::Actual, 13.0, "累计开工13个")]);
    }

    #[test]
    fn what_was_said_before_or_is_to_come_is_not_proposed() {
        check(OLD, &[]);
        check(&format!("{OLD}\n8月底前力争开工15个。"), &[]);
        check(&format!("{OLD}\n新增储备项目20个，已申报5个。"), &[]);
    }

    #[test]
    fn accepting_writes_the_figure_and_its_evidence() {
        let note = "目前16个项目已开工13个。";
        let item = item(TITLE, vec![works()], note);
        let edit = proposals(&item, OLD)[0]
            .edit(ItemRef::of_item(&Arc::new(item.clone())), &item)
            .expect("an edit");
        let after: Vec<Option<Value>> = edit.changes.into_iter().map(|it| it.after).collect();
        assert_eq!(
            after,
            [
                Some(Value::Number(13.0)),
                Some("目前16个项目已开工13个".into())
            ]
        );
    }

    #[test]
    fn evidence_covers_both_figures_of_one_measure() {
        let streets = Indicator {
            target: Some(50.0),
            unit: "条".into(),
            actual: Some(21.0),
            underway: Some(46.0),
            ..Indicator::new("背街小巷整治", Kind::Amount)
        };
        let note = "上半年，46条背街小巷已开工，25条已完工。";
        let item = item("实施50条背街小巷综合整治。", vec![streets], note);
        let found = proposals(&item, "");
        assert_eq!(found.len(), 1, "46 is known");
        let edit = found[0]
            .edit(ItemRef::of_item(&Arc::new(item.clone())), &item)
            .expect("an edit");
        assert_eq!(
            edit.changes[1].after,
            Some("46条背街小巷已开工，25条已完工".into())
        );
    }
}
