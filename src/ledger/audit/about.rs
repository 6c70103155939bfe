//! Which of several measures in the same unit a sentence is about: the one whose name has most in common with it.

use std::collections::HashMap;

use crate::ledger::Indicator;
use crate::ledger::audit::Case;
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::Measure;

/// The two names that have most in common with a sentence, and how much.
type Nearest<'l> = [Option<(&'l str, u32)>; 2];

/// What was found out for the measures of each unit: the nearest of them for each sentence.
#[derive(Default)]
pub struct About<'l> {
    nearest: HashMap<&'l str, Vec<Nearest<'l>>>,
}

/// Whether sentences are about one measure.
pub struct OfMeasure<'a, 'l> {
    name: &'l str,
    /// How much each sentence has in common with its name.
    own: Vec<u32>,
    /// The two names that have most in common with each sentence.
    nearest: &'a [Nearest<'l>],
}

impl<'l> About<'l> {
    /// One measure beside its sisters of the same unit.
    pub fn of(&mut self, case: &Case<'l>, measure: &'l Measure<'l>) -> OfMeasure<'_, 'l> {
        let passage = case.note.passage;
        let indicator: &'l Indicator = measure.indicator;
        let nearest = self.nearest.entry(&indicator.unit).or_insert_with(|| {
            let promised = case.measures.iter().map(|it| it.indicator);
            let promised = promised.filter(|it| it.is_promised() && it.unit == indicator.unit);
            nearest(passage, promised)
        });
        OfMeasure {
            name: &indicator.name,
            own: shared(passage, &indicator.name),
            nearest,
        }
    }
}

impl OfMeasure<'_, '_> {
    /// Whether a mention is about this measure and not about a sister of it with the same unit.
    pub fn is_about(&self, mention: &Mention<'_>) -> bool {
        let sentence = mention.clause.sentence;
        let own = self.own.get(sentence).copied().unwrap_or(0);
        let nearest = self.nearest.get(sentence).into_iter().flatten().flatten();
        let mut sisters = nearest.filter(|(name, _)| *name != self.name);
        sisters.next().is_none_or(|(_, other)| *other < own)
    }
}

/// The two names that have most in common with each sentence.
fn nearest<'l>(
    passage: &Passage<'_>,
    measures: impl Iterator<Item = &'l Indicator>,
) -> Vec<Nearest<'l>> {
    let mut nearest: Vec<Nearest<'l>> = Vec::new();
    for measure in measures {
        let name: &str = &measure.name;
        for (sentence, near) in shared(passage, name).into_iter().enumerate() {
            if nearest.len() <= sentence {
                nearest.push([None, None]);
            }
            let Some([first, second]) = nearest.get_mut(sentence) else {
                continue;
            };
            match (*first, *second) {
                (Some((known, _)), _) if known == name => {}
                (Some((_, best)), _) if best >= near => {
                    if second.is_none_or(|(_, best)| best < near) {
                        *second = Some((name, near));
                    }
                }
                (known, _) => (*first, *second) = (Some((name, near)), known),
            }
        }
    }
    nearest
}

/// How many of the pairs of characters of a name each sentence has.
fn shared(passage: &Passage<'_>, name: &str) -> Vec<u32> {
    let pairs = passage.pairs();
    let mut weights = vec![0_u32; pairs.kinds()];
    for pair in name.chars().zip(name.chars().skip(1)) {
        if let Some(weight) = pairs.id(pair).and_then(|id| weights.get_mut(id)) {
            *weight += 1;
        }
    }
    let mut met: Vec<Option<usize>> = vec![None; pairs.kinds()];
    let sentences = passage.clauses.last().map_or(0, |last| last.sentence + 1);
    let mut shared = vec![0; sentences];
    for (sentence, shared) in shared.iter_mut().enumerate() {
        let clauses = passage.clauses_of_sentence(sentence);
        let (Some(first), Some(last)) = (clauses.first(), clauses.last()) else {
            continue;
        };
        for pair in pairs.at(pairs.places(first.bytes.start..last.bytes.end)) {
            let weight = weights.get(pair.id).copied().unwrap_or(0);
            let met = met.get_mut(pair.id).filter(|_| weight > 0);
            if let Some(met) = met
                && met.replace(sentence) != Some(sentence)
            {
                *shared += weight;
            }
        }
    }
    shared
}
