//! Promised measures: that what stands as their result is one, and that there is one.

use std::ops::Range;

use crate::ledger::audit::figures::{counted_alike, is_same};
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::passage::Mention;
use crate::ledger::quantity::{Hedge, Unit};
use crate::ledger::reading::{Promise, Role, pipeline_step, role_for, verb_of};
use crate::ledger::{Indicator, Kind};

/// A promised measure: its result must be one, and there must be one.
pub fn look(case: &mut Case<'_>, indicator: &Indicator) {
    let measure = indicator.name.clone();
    if indicator.actual.is_some() {
        if let Some((role, words)) = counted_role(case, indicator) {
            let trouble = match role {
                Role::Pipeline => Trouble::Pipeline {
                    measure,
                    step: step_named(case, &words).to_owned(),
                    is_counted: true,
                },
                role => Trouble::NotAResult { measure, role },
            };
            case.find(trouble, Some(words));
        }
        return;
    }
    if indicator.reported.is_some() {
        return;
    }
    let unit = indicator.unit.clone();
    if let Some((step, words)) = told_step(case, indicator) {
        let is_counted = false;
        let trouble = Trouble::Pipeline {
            measure,
            step,
            is_counted,
        };
        case.find(trouble, Some(words));
    } else if indicator.underway.is_none()
        && let Some((target, words)) = repeated(case, indicator)
    {
        let trouble = Trouble::TargetRepeated {
            measure,
            target,
            unit,
        };
        case.find(trouble, Some(words));
    } else {
        let underway = indicator.underway;
        let words = case.evidence_of(indicator);
        let trouble = Trouble::NoFigure {
            measure,
            underway,
            unit,
        };
        case.find(trouble, words);
    }
}

type Step = (String, Range<usize>);

/// What the ledger counts as a result and the note tells as something else: a step, a plan, what is left, a beginning.
/// A figure that the note tells more than once is a result where any of its places says so.
fn counted_role(case: &Case<'_>, indicator: &Indicator) -> Option<(Role, Range<usize>)> {
    let unit = Unit::named(&indicator.unit)?;
    let actual = indicator.actual?;
    let place = case.evidence_of(indicator);
    let told: Vec<(Role, Range<usize>)> = case
        .note
        .mentions()
        .filter(|mention| {
            let at = mention.quantity.bytes.start;
            place.as_ref().is_none_or(|place| place.contains(&at))
        })
        .filter(|mention| {
            let size = mention.quantity.counted_in(&unit);
            size.is_some_and(|size| is_same(size, actual))
        })
        .map(|mention| {
            let role = role_for(&case.note, &mention, &case.item.title, indicator);
            (role, mention.clause.bytes.clone())
        })
        .collect();
    let is_kept = is_kept_by_beginning(case, indicator);
    let is_wrong = |role: &Role| match role {
        // 已签订任务书，正在开展研发: the step led to what was promised.
        Role::Pipeline => !(is_kept && is_being_done(case, place.as_ref())),
        Role::Planned | Role::Remaining => true,
        Role::Begun => indicator.kind == Kind::Amount && !is_kept,
        Role::Result | Role::Part | Role::Unsaid => false,
    };
    let all_wrong = told.iter().all(|(role, _)| is_wrong(role));
    told.into_iter().next().filter(|_| all_wrong)
}

/// Whether the evidence says that the work itself goes on.
fn is_being_done(case: &Case<'_>, place: Option<&Range<usize>>) -> bool {
    let words = place.and_then(|place| case.item.progress.get(place.clone()));
    words.is_some_and(|words| words.contains("正在开展") || words.contains("正在实施"))
}

fn is_kept_by_beginning(case: &Case<'_>, indicator: &Indicator) -> bool {
    Promise::of(&case.item.title, indicator).is_kept_by_beginning()
}

/// The step that some words of the note name.
fn step_named(case: &Case<'_>, words: &Range<usize>) -> &'static str {
    let clause = case.item.progress.get(words.clone()).unwrap_or_default();
    pipeline_step(clause, &case.item.title).unwrap_or_default()
}

/// A step that is all that the note tells of a measure; best one in the words that the ledger has as evidence.
fn told_step(case: &Case<'_>, indicator: &Indicator) -> Option<Step> {
    let unit = Unit::named(&indicator.unit)?;
    let evidence = indicator.evidence.as_deref();
    let is_step = evidence.is_none_or(|it| pipeline_step(it, &case.item.title).is_some());
    if indicator.underway.is_some() && !is_step {
        // Somebody has looked: what is under way is told by words that are no step.
        return None;
    }
    let place = case.evidence_of(indicator);
    let told: Vec<Mention<'_>> = case
        .note
        .mentions()
        .filter(|mention| counted_alike(mention.quantity, &unit).is_some())
        .filter(|mention| !is_sisters(case, indicator, mention))
        .filter(|mention| {
            let role = role_for(&case.note, mention, &case.item.title, indicator);
            matches!(role, Role::Pipeline | Role::Part | Role::Unsaid)
        })
        .collect();
    let mut all = case.note.mentions();
    let tells_result = all.any(|mention| {
        mention.quantity.counted_in(&unit).is_some()
            && role_for(&case.note, &mention, &case.item.title, indicator) == Role::Result
            && is_about(case, indicator, &mention)
    });
    if tells_result {
        return None;
    }
    let is_evidence = |it: &&Mention<'_>| {
        place
            .as_ref()
            .is_some_and(|place| place.contains(&it.quantity.bytes.start))
    };
    let known = told
        .iter()
        .filter(is_evidence)
        .find_map(|it| step_of(case, it));
    known.or_else(|| {
        let mut own = told
            .iter()
            .filter(|mention| is_about(case, indicator, mention));
        own.find_map(|it| step_of(case, it))
    })
}

/// Whether a mention is in the very unit of another promised measure and not in that of this one.
fn is_sisters(case: &Case<'_>, indicator: &Indicator, mention: &Mention<'_>) -> bool {
    let printed = case.note.text.get(mention.quantity.unit_bytes.clone());
    let printed = printed.unwrap_or_default().trim();
    let mut promised = case.item.indicators.iter().filter(|it| it.is_promised());
    printed != indicator.unit && promised.any(|it| it.unit == printed)
}

/// Whether a mention is about this measure and not about a sister of it with the same unit.
fn is_about(case: &Case<'_>, indicator: &Indicator, mention: &Mention<'_>) -> bool {
    let sentence = case.note.sentence(mention.clause);
    let near = |it: &Indicator| shared_pairs(&it.name, sentence);
    let promised = case.item.indicators.iter().filter(|it| it.is_promised());
    let mut sisters = promised.filter(|it| it.unit == indicator.unit && it.name != indicator.name);
    sisters.all(|sister| near(sister) < near(indicator))
}

fn shared_pairs(name: &str, words: &str) -> usize {
    let chars: Vec<char> = name.chars().collect();
    chars
        .windows(2)
        .filter(|pair| words.contains(&pair.iter().collect::<String>()))
        .count()
}

/// The step that the clause of a mention names, or where it names none, the last one of its sentence.
fn step_of(case: &Case<'_>, mention: &Mention<'_>) -> Option<Step> {
    let clause = case.note.words(mention.clause);
    let title = &case.item.title;
    let lead = || {
        // A list shares the step of its sentence; what has a verb of its own does not.
        let own_verbs = ["启动", "实施", "推进", "正在", "开展"];
        let has_verb = own_verbs.iter().any(|verb| clause.contains(verb));
        let sentence = case.note.sentence(mention.clause);
        let goes_on =
            verb_of(mention) == Role::Unsaid && !has_verb && !sentence.contains(['；', ';']);
        pipeline_step(sentence, title).filter(|_| goes_on)
    };
    let step = pipeline_step(clause, title).or_else(lead)?;
    Some((step.to_owned(), mention.clause.bytes.clone()))
}

/// The target in the note.
fn repeated(case: &Case<'_>, indicator: &Indicator) -> Option<(f64, Range<usize>)> {
    let unit = Unit::named(&indicator.unit)?;
    let target = indicator.target?;
    let is_target = |mention: &Mention<'_>| {
        let is_begun = role_for(&case.note, mention, &case.item.title, indicator) == Role::Begun;
        let size = mention.quantity.counted_in(&unit);
        !is_begun
            && matches!(
                mention.quantity.hedge,
                Hedge::Exact | Hedge::AtLeast | Hedge::About
            )
            && size.is_some_and(|size| is_same(size, target.abs()))
    };
    let found = case.note.mentions().find(is_target)?;
    Some((target, found.clause.bytes.clone()))
}
