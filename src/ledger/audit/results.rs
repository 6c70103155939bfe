//! Promised measures: that what stands as their result is one, and that there is one.

use std::collections::HashSet;
use std::ops::Range;

use crate::ledger::Kind;
use crate::ledger::audit::about::About;
use crate::ledger::audit::figures::{counted_alike, is_same};
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::lexicon::List;
use crate::ledger::passage::Mention;
use crate::ledger::quantity::Hedge;
use crate::ledger::reading::{Measure, Role, pipeline_step, role, verb_of};

/// What the promised measures of an item share.
#[derive(Default)]
pub struct Results<'l> {
    /// The units of the promised measures; made when first needed.
    units: Option<HashSet<&'l str>>,
    about: About<'l>,
}

impl<'l> Results<'l> {
    /// A promised measure: its result must be one, and there must be one.
    pub fn look(&mut self, case: &mut Case<'l>, index: usize, measure: &'l Measure<'l>) {
        let indicator = measure.indicator;
        let name = indicator.name.clone();
        if indicator.actual.is_some() {
            if let Some((role, words)) = counted_role(case, index, measure) {
                let trouble = match role {
                    Role::Pipeline => Trouble::Pipeline {
                        measure: name,
                        step: step_named(case, &words).to_owned(),
                        is_counted: true,
                    },
                    role => Trouble::NotAResult {
                        measure: name,
                        role,
                    },
                };
                case.find(trouble, Some(words));
            }
            return;
        }
        if indicator.reported.is_some() {
            return;
        }
        let unit = indicator.unit.clone();
        if let Some((step, words)) = self.told_step(case, index, measure) {
            let is_counted = false;
            let trouble = Trouble::Pipeline {
                measure: name,
                step,
                is_counted,
            };
            case.find(trouble, Some(words));
        } else if indicator.underway.is_none()
            && let Some((target, words)) = repeated(case, measure)
        {
            let trouble = Trouble::TargetRepeated {
                measure: name,
                target,
                unit,
            };
            case.find(trouble, Some(words));
        } else {
            let underway = indicator.underway;
            let words = case.evidence_of(index);
            let trouble = Trouble::NoFigure {
                measure: name,
                underway,
                unit,
            };
            case.find(trouble, words);
        }
    }

    /// A step that is all that the note tells of a measure; best one in the words that the ledger has as evidence.
    fn told_step(
        &mut self,
        case: &Case<'l>,
        index: usize,
        measure: &'l Measure<'l>,
    ) -> Option<Step> {
        let unit = measure.unit.as_ref()?;
        let indicator = measure.indicator;
        let evidence = indicator.evidence.as_deref();
        let is_step = evidence.is_none_or(|it| pipeline_step(it, &case.item.title).is_some());
        if indicator.underway.is_some() && !is_step {
            // Somebody has looked: what is under way is told by words that are no step.
            return None;
        }
        let units = self.units.get_or_insert_with(|| {
            let promised = case.measures.iter().map(|it| it.indicator);
            let promised = promised.filter(|it| it.is_promised());
            promised.map(|it| &*it.unit).collect()
        });
        let about = self.about.of(case, measure);
        let mut told = Vec::new();
        for mention in &case.note.mentions {
            if counted_alike(mention.quantity, unit).is_none() {
                continue;
            }
            let role = role(case.note, mention, measure);
            let is_counted = mention.quantity.counted_in(unit).is_some();
            if role == Role::Result && is_counted && about.is_about(mention) {
                return None;
            }
            let is_sisters = {
                let printed = case
                    .note
                    .passage
                    .text
                    .get(mention.quantity.unit_bytes.clone());
                let printed = printed.unwrap_or_default().trim();
                printed != indicator.unit && units.contains(printed)
            };
            if !is_sisters && matches!(role, Role::Pipeline | Role::Part | Role::Unsaid) {
                told.push(mention);
            }
        }
        let place = case.evidence_of(index);
        let is_evidence = |it: &&&Mention<'_>| {
            place
                .as_ref()
                .is_some_and(|place| place.contains(&it.quantity.bytes.start))
        };
        let known = told
            .iter()
            .filter(is_evidence)
            .find_map(|it| step_of(case, it));
        known.or_else(|| {
            let mut own = told.iter().filter(|mention| about.is_about(mention));
            own.find_map(|it| step_of(case, it))
        })
    }
}

type Step = (String, Range<usize>);

/// What the ledger counts as a result and the note tells as something else: a step, a plan, what is left, a beginning.
/// A figure that the note tells more than once is a result where any of its places says so.
fn counted_role(
    case: &Case<'_>,
    index: usize,
    measure: &Measure<'_>,
) -> Option<(Role, Range<usize>)> {
    let indicator = measure.indicator;
    let actual = indicator.actual?;
    let place = case.evidence_of(index);
    let is_kept = measure.promise.is_kept_by_beginning();
    let is_wrong = |role: Role| match role {
        // 已签订任务书，正在开展研发: the step led to what was promised.
        Role::Pipeline => !(is_kept && is_being_done(case, place.as_ref())),
        Role::Planned | Role::Remaining => true,
        Role::Begun => indicator.kind == Kind::Amount && !is_kept,
        Role::Result | Role::Part | Role::Unsaid => false,
    };
    let mut first = None;
    for mention in case.note.counted_by(measure) {
        let at = mention.quantity.bytes.start;
        let is_evidence = place.as_ref().is_none_or(|place| place.contains(&at));
        let size = measure.size(mention).filter(|_| is_evidence);
        if !size.is_some_and(|size| is_same(size, actual)) {
            continue;
        }
        let role = role(case.note, mention, measure);
        if !is_wrong(role) {
            return None;
        }
        first = first.or_else(|| Some((role, case.note.passage.said(mention))));
    }
    first
}

/// Whether the evidence says that the work itself goes on.
fn is_being_done(case: &Case<'_>, place: Option<&Range<usize>>) -> bool {
    let words = place.and_then(|place| case.item.progress.get(place.clone()));
    words.is_some_and(|words| words.contains("正在开展") || words.contains("正在实施"))
}

/// The step that some words of the note name.
fn step_named(case: &Case<'_>, words: &Range<usize>) -> &'static str {
    let words = case.note.passage.stretch(words.clone());
    case.note.last_step(words).unwrap_or_default()
}

/// The step that the clause of a mention names, or where it names none, the last one of its sentence.
fn step_of(case: &Case<'_>, mention: &Mention<'_>) -> Option<Step> {
    let passage = case.note.passage;
    let clause = passage.words(mention.clause);
    let lead = || {
        // A list shares the step of its sentence; what has a verb of its own does not.
        let sentence = passage.sentence(mention.clause);
        let goes_on = verb_of(mention) == Role::Unsaid
            && !clause.has(List::OwnVerbs)
            && !sentence.has(List::Semicolons);
        case.note.last_step(sentence).filter(|_| goes_on)
    };
    let step = case.note.last_step(clause).or_else(lead)?;
    Some((step.to_owned(), passage.said(mention)))
}

/// The target in the note.
fn repeated(case: &Case<'_>, measure: &Measure<'_>) -> Option<(f64, Range<usize>)> {
    let target = measure.indicator.target?;
    let is_target = |mention: &&Mention<'_>| {
        let size = measure.size(mention);
        matches!(
            mention.quantity.hedge,
            Hedge::Exact | Hedge::AtLeast | Hedge::About
        ) && size.is_some_and(|size| is_same(size, target.abs()))
            && role(case.note, mention, measure) != Role::Begun
    };
    let found = case.note.counted_by(measure).find(is_target)?;
    Some((target, case.note.passage.said(found)))
}
