//! Figures read from a note: which of its quantities says what about which measure of a promise.
//!
//! A proposal for a person, never a fact: nothing here is written anywhere until somebody accepts it. Rather no figure
//! than a wrong one, so a quantity counts only where the unit fits, the words around it are about the measure, and a verb
//! says that it is a result (or that work has begun, which is another figure). What is planned, left over, proposed to a
//! higher office, or only a part of a total that is given, is no result. It must never know the screen or the file.
//!
//! How it goes: note and title are tokenised ([`Passage`]). A [`Note`] holds what their words make of each mention,
//! whatever measure it is of. For each [`Measure`] the note is gone through once more: a [`Trace`] of its name tells how
//! near the words around each mention are to it. A mention is assigned to the measure that is nearest, and is a candidate
//! then. Of the candidates for one figure one is settled on. The cost is linear in the note for each measure.

mod candidate;
mod elsewhere;
mod measure;
mod nearest;
mod note;
mod percent;
mod promise;
mod role;
mod subject;
mod title;
mod trace;
mod verbs;

use std::ops::Range;

use crate::ledger::lexicon::{self, List};
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::{Hedge, Unit};
use crate::ledger::{Indicator, Kind, Part};

use candidate::{Candidate, Tally, is_increment, settle};
use percent::is_share_of_target;
use subject::Subject;
use trace::Trace;

pub use lexicon::{LEVELS, NEXT_WORDS};
pub use measure::Measure;
pub use note::Note;
pub use percent::growth;
pub use promise::{Promise, Title, is_size};
pub use role::{Role, role};
pub use title::promised;
pub use verbs::verb_of;

/// The most measures of one promise that figures are read for. A promise has one to five of them; a table of hundreds in
/// one item is looked through for the first ones only, and that is told.
pub const MEASURES_READ: usize = 256;

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

/// Reads the figures of a note for the measures of a promise; at most one for each figure of each measure, and for the
/// first [`MEASURES_READ`] of them.
pub fn read(title: &str, indicators: &[Indicator], note: &str) -> Vec<Reading> {
    let known = indicators.iter().take(MEASURES_READ);
    let units = known.filter_map(|it| Unit::named(&it.unit));
    read_in(
        &Passage::of(note, &units.collect::<Vec<_>>()),
        title,
        indicators,
    )
}

/// The same from a note that is tokenised, with the units of the indicators known.
pub fn read_in(passage: &Passage<'_>, title: &str, indicators: &[Indicator]) -> Vec<Reading> {
    let title = Title::of(title);
    let note = Note::of(passage, &title);
    let measures = indicators.iter().take(MEASURES_READ);
    let measures = measures.map(|it| Measure::of(&note, it));
    read_for(&note, &measures.collect::<Vec<_>>())
}

/// The same for measures that are known to the note.
pub fn read_for(note: &Note<'_>, measures: &[Measure<'_>]) -> Vec<Reading> {
    let assigned = Assigned::of(note, measures);
    let mut candidates: Vec<Candidate> = Vec::new();
    for mention in &note.mentions {
        let found = candidate(note, mention, measures, &assigned, candidates.last());
        candidates.extend(found);
    }
    settle(candidates)
}

/// To which measure each mention belongs.
struct Assigned {
    /// As a figure of its own, and what figure that is.
    figures: Vec<Nearest<(usize, Part, f64)>>,
    /// As the department's own share of a target, by what its paragraph is about. Another one where its clause is about
    /// investment: only for measures of money.
    shares: Vec<[Nearest<usize>; 2]>,
}

/// What is nearest, with how near it is. Of two that are as near none is.
#[derive(Clone, Copy)]
struct Nearest<T> {
    best: Option<(T, f64)>,
    is_tied: bool,
}

impl<T: Copy> Nearest<T> {
    const NONE: Self = Self {
        best: None,
        is_tied: false,
    };

    fn offer(&mut self, found: T, kinship: f64) {
        match self.best {
            Some((_, nearest)) if nearest > kinship => {}
            Some((_, nearest)) if nearest >= kinship => self.is_tied = true,
            _ => (self.best, self.is_tied) = (Some((found, kinship)), false),
        }
    }

    fn get(self) -> Option<T> {
        let best = self.best.filter(|_| !self.is_tied);
        best.map(|(found, _)| found)
    }
}

impl Assigned {
    /// Goes through the note for each measure.
    fn of(note: &Note<'_>, measures: &[Measure<'_>]) -> Self {
        let mentions = note.passage.quantities.len();
        let is_share =
            |it: &Mention<'_>| it.quantity.is_percent() && is_share_of_target(note.passage, it);
        let shares = note.mentions.iter().filter(|it| is_share(it));
        let shares: Vec<&Mention<'_>> = shares.collect();
        let mut assigned = Self {
            figures: vec![Nearest::NONE; mentions],
            shares: vec![[Nearest::NONE; 2]; mentions],
        };
        for (index, measure) in measures.iter().enumerate() {
            let is_amount = measure.indicator.kind == Kind::Amount;
            let own = note.counted_by(measure);
            if own.clone().next().is_none() && (shares.is_empty() || !is_amount) {
                continue;
            }
            let subject = Subject::of(measure.indicator, note.title);
            let trace = Trace::of(note, measure, &subject);
            for mention in own {
                let found = figure(note, mention, measure, &trace)
                    .and_then(|found| Some((found, subject.kinship(note, &trace, mention)?)));
                let nearest = assigned.figures.get_mut(mention.index);
                if let Some(((part, value), kinship)) = found
                    && let Some(nearest) = nearest
                {
                    nearest.offer((index, part, value), kinship);
                }
            }
            for mention in shares.iter().copied().filter(|_| is_amount) {
                let nearest = assigned.shares.get_mut(mention.index);
                if let Some([any, of_money]) = nearest
                    && let Some(kinship) = subject.kinship_of_paragraph(&trace, mention)
                {
                    any.offer(index, kinship);
                    if measure.is_about_money() {
                        of_money.offer(index, kinship);
                    }
                }
            }
        }
        assigned
    }
}

/// The figure of a measure that a mention would be: a result, a beginning or a rate.
fn figure(
    note: &Note<'_>,
    mention: &Mention<'_>,
    measure: &Measure<'_>,
    trace: &Trace,
) -> Option<(Part, f64)> {
    let value = measure.size(mention)?;
    if mention.quantity.hedge != Hedge::Exact {
        return None;
    }
    let (part, value) = match measure.indicator.kind {
        Kind::Rate if note.facts(mention)?.is_elsewhere => return None,
        Kind::Rate => (Part::Actual, growth(note, mention)? * value),
        Kind::Amount | Kind::Level => (part_of(role(note, mention, measure), measure)?, value),
        Kind::Stage => return None,
    };
    (!trace.has_nearer_part(mention) && measure.is_credible(value)).then_some((part, value))
}

fn candidate(
    note: &Note<'_>,
    mention: &Mention<'_>,
    measures: &[Measure<'_>],
    assigned: &Assigned,
    previous: Option<&Candidate>,
) -> Option<Candidate> {
    if mention.quantity.hedge != Hedge::Exact {
        return None;
    }
    let own = assigned.figures.get(mention.index)?.get();
    let share = || share_of_target(note, mention, measures, assigned, previous);
    let (index, part, value) = own.or_else(share)?;
    let measure = measures.get(index)?;
    let is_total = !measure.is_rate() && note.is_total(mention);
    if is_total && is_stock(note, mention, measure, value) {
        return None;
    }
    if part == Part::Underway && is_rest(note, mention) {
        return None;
    }
    let paragraph = mention.clause.paragraph;
    let is_dated = note.is_dated(paragraph);
    let tally = if is_total {
        Tally::Total
    } else if is_increment(note.passage, mention, is_dated) {
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
            words: note.passage.said(mention),
        },
    })
}

/// 在建 beside 建成, or the second lot beside the first, is only what is not finished yet; all that has begun is a sum that nobody has told.
fn is_rest(note: &Note<'_>, mention: &Mention<'_>) -> bool {
    let going_on = ["在建", "正在施工", "正在建设", "批"];
    let around = [mention.before, mention.after];
    let is_ongoing = around
        .into_iter()
        .any(|words| lexicon::has_any(words.text(), &going_on));
    is_ongoing && note.has_other_result(mention)
}

/// A running total far beyond the target, of which nothing says that it is of this year, began in another one.
fn is_stock(note: &Note<'_>, mention: &Mention<'_>, measure: &Measure<'_>, value: f64) -> bool {
    let start = mention.quantity.bytes.start;
    let said = note.passage.said_before(mention.clause, start);
    let this_year = note.passage.all(List::ThisYear);
    let this_year = this_year.within(said.bytes()).next_back();
    // 今年新建1680个，累计建成12560个: what is said of this year has a figure of its own.
    let is_of_year = this_year.is_some_and(|it| note.first_digit(said.from(it.start)).is_none());
    let is_beyond = |target: f64| value > target * 1.5;
    let indicator = measure.indicator;
    indicator.kind == Kind::Amount && indicator.target.is_some_and(is_beyond) && !is_of_year
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

/// The department's own percentage. It belongs to the figure before it in its sentence, or to what its clause is about.
fn share_of_target(
    note: &Note<'_>,
    mention: &Mention<'_>,
    measures: &[Measure<'_>],
    assigned: &Assigned,
    previous: Option<&Candidate>,
) -> Option<(usize, Part, f64)> {
    if !mention.quantity.is_percent() || !is_share_of_target(note.passage, mention) {
        return None;
    }
    if note.passage.clause_before(mention).has(List::Each) {
        return None;
    }
    let of_investment = note.passage.words(mention.clause).has(List::Investment);
    let is_accumulated = |index: usize| {
        measures.get(index).is_some_and(|it| {
            it.indicator.kind == Kind::Amount && (!of_investment || it.is_about_money())
        })
    };
    // The ratio belongs to the figure right before it; where that is another measure's, to nothing that is known here.
    let before = mention.index.checked_sub(1);
    let of_figure = previous.filter(|it| before == Some(it.mention));
    let of_figure = of_figure.map(|it| it.reading.indicator);
    let before = before.and_then(|before| note.passage.mention(before));
    let before = before
        .filter(|it| it.clause.sentence == mention.clause.sentence && !it.quantity.is_percent());
    if before.is_some_and(|it| verb_of(&it) != Role::Unsaid) && of_figure.is_none() {
        return None;
    }
    let of_figure = of_figure.filter(|&index| before.is_some() && is_accumulated(index));
    let of_paragraph = || {
        let [any, of_money] = assigned.shares.get(mention.index)?;
        let nearest = if of_investment { of_money } else { any };
        nearest.get()
    };
    let index = of_figure.or_else(of_paragraph)?;
    Some((index, Part::Reported, mention.quantity.number))
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
