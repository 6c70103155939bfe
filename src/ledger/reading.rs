//! Figures read from a note: which of its quantities says what about which measure of a promise.
//!
//! A proposal for a person, never a fact: nothing here is written anywhere until somebody accepts it. Rather no figure
//! than a wrong one, so a quantity counts only where the unit fits, the words around it are about the measure, and a verb
//! says that it is a result (or that work has begun, which is another figure). What is planned, left over, proposed to a
//! higher office, or only a part of a total that is given, is no result. It must never know the screen or the file.

mod candidate;
mod elsewhere;
mod lexicon;
mod percent;
mod promise;
mod role;
mod subject;
mod title;
mod verbs;

use std::ops::Range;

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::{Hedge, Unit};
use crate::ledger::{Indicator, Kind, Part};

use candidate::{Candidate, Tally, begins_with_date, is_increment, settle};
use elsewhere::is_elsewhere;
use percent::is_share_of_target;
use subject::{Subject, is_empty_of_subject};

pub use lexicon::{LEVELS, NEXT_WORDS};
pub use percent::growth;
pub use promise::{Promise, is_size};
pub use role::{Role, is_part, role};
pub use title::promised;
pub use verbs::verb_of;

/// A figure that a note gives for a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Which indicator it belongs to.
    pub indicator: usize,
    /// Which of its figures: actual, underway or reported.
    pub part: Part,
    /// The figure, in the unit of the indicator.
    pub value: f64,
    /// The bytes of the note that say it.
    pub words: Range<usize>,
}

/// A measure that figures are looked for.
struct Measure<'i> {
    indicator: &'i Indicator,
    unit: Option<Unit>,
    subject: Subject,
    promise: Promise<'i>,
}

/// Reads the figures of a note for the measures of a promise; at most one for each figure of each measure.
pub fn read(title: &str, indicators: &[Indicator], note: &str) -> Vec<Reading> {
    let measures: Vec<Measure<'_>> = indicators
        .iter()
        .map(|indicator| Measure {
            indicator,
            unit: Unit::named(&indicator.unit),
            subject: Subject::of(indicator, title),
            promise: Promise::of(title, indicator),
        })
        .collect();
    let own_units: Vec<Unit> = measures.iter().filter_map(|it| it.unit.clone()).collect();
    let passage = Passage::of(note, &own_units);
    let mut candidates: Vec<Candidate> = Vec::new();
    for mention in passage.mentions() {
        let found = candidate(&passage, &mention, &measures, &candidates);
        candidates.extend(found);
    }
    settle(candidates)
}

fn candidate(
    passage: &Passage<'_>,
    mention: &Mention<'_>,
    measures: &[Measure<'_>],
    earlier: &[Candidate],
) -> Option<Candidate> {
    if mention.quantity.hedge != Hedge::Exact {
        return None;
    }
    let share = || share_of_target(passage, mention, measures, earlier);
    let (index, part, value) = figure(passage, mention, measures).or_else(share)?;
    let paragraph = mention.clause.paragraph;
    let is_rate = measures
        .get(index)
        .is_some_and(|it| it.indicator.kind == Kind::Rate);
    let is_total = !is_rate && lexicon::has_total(passage.clause_before(mention));
    if is_total && is_stock(passage, mention, measures.get(index)?, value) {
        return None;
    }
    if part == Part::Underway && is_rest(passage, mention) {
        return None;
    }
    let is_dated = begins_with_date(passage, paragraph);
    let tally = if is_total {
        Tally::Total
    } else if is_increment(mention.before, is_dated) {
        Tally::Increment
    } else {
        Tally::Plain
    };
    Some(Candidate {
        mention: mention.index,
        paragraph,
        tally,
        is_dated,
        reading: Reading {
            indicator: index,
            part,
            value,
            words: mention.clause.bytes.clone(),
        },
    })
}

/// 在建 beside 建成, or the second lot beside the first, is only what is not finished yet; all that has begun is a sum that nobody has told.
fn is_rest(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let going_on = ["在建", "正在施工", "正在建设", "批"];
    let is_ongoing =
        lexicon::has_any(mention.before, &going_on) || lexicon::has_any(mention.after, &going_on);
    let mut others = passage.mentions().filter(|other| {
        other.index != mention.index
            && other.clause.paragraph == mention.clause.paragraph
            && other.quantity.unit == mention.quantity.unit
    });
    is_ongoing && others.any(|other| verb_of(&other) == Role::Result)
}

/// A running total far beyond the target, of which nothing says that it is of this year, began in another one.
fn is_stock(
    passage: &Passage<'_>,
    mention: &Mention<'_>,
    measure: &Measure<'_>,
    value: f64,
) -> bool {
    let said = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let year = lexicon::THIS_YEAR
        .iter()
        .filter_map(|it| said.rfind(it))
        .max();
    // 今年新建1680个，累计建成12560个: what is said of this year has a figure of its own.
    let since = year.and_then(|at| said.get(at..));
    let is_of_year = since.is_some_and(|since| !since.contains(|c: char| c.is_ascii_digit()));
    let is_beyond = |target: f64| value > target * 1.5;
    let indicator = measure.indicator;
    indicator.kind == Kind::Amount && indicator.target.is_some_and(is_beyond) && !is_of_year
}

/// A result, a beginning or a rate.
fn figure(
    passage: &Passage<'_>,
    mention: &Mention<'_>,
    measures: &[Measure<'_>],
) -> Option<(usize, Part, f64)> {
    let said = measures.iter().enumerate().filter_map(|(index, measure)| {
        let value = mention.quantity.counted_in(measure.unit.as_ref()?)?;
        let (part, value) = match measure.indicator.kind {
            Kind::Rate if is_elsewhere(passage, mention, measure.promise.title) => return None,
            Kind::Rate => (Part::Actual, growth(passage, mention)? * value),
            Kind::Amount | Kind::Level => (
                part_of(role(passage, mention, &measure.promise), measure)?,
                value,
            ),
            Kind::Stage => return None,
        };
        if has_nearer_part(passage, mention, &measure.subject) {
            return None;
        }
        let kinship = measure.subject.kinship(passage, mention)?;
        is_credible(measure.indicator, value).then_some((index, part, value, kinship))
    });
    let best = only_best(said.collect())?;
    Some((best.0, best.1, best.2))
}

/// Whether a part of this quantity is what was promised: `停车泊位5213个，其中公共停车泊位4120个`.
fn has_nearer_part(passage: &Passage<'_>, mention: &Mention<'_>, subject: &Subject) -> bool {
    if is_part(passage, mention) {
        return false;
    }
    let mut parts = passage.mentions().filter(|part| {
        let sentence = part.clause.sentence;
        part.index > mention.index
            && part.quantity.unit == mention.quantity.unit
            && (sentence == mention.clause.sentence || sentence == mention.clause.sentence + 1)
            && is_part(passage, part)
    });
    let said = |it: &Mention<'_>| passage.said_before(it.clause, it.clause.bytes.end);
    parts.any(|part| {
        let own = passage.words(mention.clause);
        // A part that names nothing goes on with what its sentence names.
        let goes_on = is_empty_of_subject(part.before);
        subject.is_nearer(part.before, own)
            || (goes_on && subject.is_nearer(said(&part), said(mention)))
    })
}

/// The one that is nearest to what the words are about; none where two are as near.
fn only_best(mut said: Vec<(usize, Part, f64, f64)>) -> Option<(usize, Part, f64, f64)> {
    said.sort_by(|one, other| other.3.total_cmp(&one.3));
    let best = *said.first()?;
    let is_tied = said.get(1).is_some_and(|next| next.3 >= best.3);
    (!is_tied).then_some(best)
}

fn part_of(role: Role, measure: &Measure<'_>) -> Option<Part> {
    match role {
        // What was promised to begin and is finished is told by how much has begun.
        Role::Result if measure.promise.is_of_beginnings() => None,
        Role::Result => Some(Part::Actual),
        Role::Begun if measure.promise.is_kept_by_beginning() => Some(Part::Actual),
        Role::Begun if measure.indicator.kind == Kind::Amount => Some(Part::Underway),
        _ => None,
    }
}

/// More than ten times the target is a slip of the unit, not a success.
fn is_credible(indicator: &Indicator, value: f64) -> bool {
    let limit = indicator.target.map(|target| target.abs() * 10.0);
    limit.is_none_or(|limit| limit == 0.0 || value.abs() <= limit)
}

/// The department's own percentage. It belongs to the figure before it in its sentence, or to what its clause is about.
fn share_of_target(
    passage: &Passage<'_>,
    mention: &Mention<'_>,
    measures: &[Measure<'_>],
    earlier: &[Candidate],
) -> Option<(usize, Part, f64)> {
    if !mention.quantity.is_percent() || !is_share_of_target(passage, mention) {
        return None;
    }
    if passage.clause_before(mention).contains("分别") {
        return None;
    }
    let of_investment = passage.words(mention.clause).contains("投资");
    let is_accumulated = |index: usize| {
        measures.get(index).is_some_and(|it| {
            it.indicator.kind == Kind::Amount && (!of_investment || it.is_about_money())
        })
    };
    // The ratio belongs to the figure right before it; where that is another measure's, to nothing that is known here.
    let previous = mention.index.checked_sub(1);
    let before = previous.and_then(|previous| passage.mentions().nth(previous));
    let before = before
        .filter(|it| it.clause.sentence == mention.clause.sentence && !it.quantity.is_percent());
    let is_before = |it: &&Candidate| previous == Some(it.mention);
    let of_figure = earlier
        .iter()
        .find(is_before)
        .map(|it| it.reading.indicator);
    if before.is_some_and(|it| verb_of(&it) != Role::Unsaid) && of_figure.is_none() {
        return None;
    }
    let of_figure = of_figure.filter(|_| before.is_some());
    let index = of_figure
        .filter(|&index| is_accumulated(index))
        .or_else(|| {
            let near = measures.iter().enumerate().filter_map(|(index, measure)| {
                let kinship = measure.subject.kinship_of_paragraph(passage, mention)?;
                is_accumulated(index).then_some((index, Part::Reported, 0.0, kinship))
            });
            only_best(near.collect()).map(|best| best.0)
        })?;
    Some((index, Part::Reported, mention.quantity.number))
}

impl Measure<'_> {
    fn is_about_money(&self) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.base == "元")
    }
}

/// What a quantity says about one indicator of a promise.
pub fn role_for(
    passage: &Passage<'_>,
    mention: &Mention<'_>,
    title: &str,
    indicator: &Indicator,
) -> Role {
    role(passage, mention, &Promise::of(title, indicator))
}

/// The last step on the way to a result that a sentence names, or the list it led to where it names none; a step that
/// is itself promised is none.
pub fn pipeline_step(sentence: &str, title: &str) -> Option<&'static str> {
    let steps = lexicon::PIPELINE.into_iter();
    let steps = steps.filter(|step| !title.contains(step));
    let told = steps.filter_map(|step| {
        let is_list = matches!(step, "名单" | "清单");
        Some((!is_list, sentence.rfind(step)?, step))
    });
    told.max().map(|(.., step)| step)
}

/// The step that words name at which something stands: one on the way to a result, else one of the work itself.
pub fn step_named<'w>(words: &'w str, title: &str) -> Option<&'w str> {
    let begun = lexicon::BEGUN.into_iter();
    let begun = begun.filter_map(|step| Some((words.rfind(step)?, step)));
    let step = pipeline_step(words, title).or(begun.max().map(|(_, step)| step))?;
    let at = words.rfind(step)?;
    words.get(at..at + step.len())
}

#[cfg(test)]
mod tests;
