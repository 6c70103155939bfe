//! Judgement: how a promise stands against the time line, and why, by the rules of the file format (`[rules]` and the
//! status table in README.md).
//!
//! Owns every comparison of figures in the program. A verdict carries its reason with the numbers it was made from, so
//! that it can be said in one line; it must never know the words or the language of that line.

mod aim;
mod bands;
mod gaps;
mod measure;
mod pace;
mod printed;
mod reason;
mod wording;

use crate::ledger::lacking::lacking;
use crate::ledger::timeline::Months;
use crate::ledger::years::{Quantified, YearSpan, year_span};
use crate::ledger::{Gap, Indicator, Item, Ledger, Rules, Status};

pub use aim::Aim;
pub use bands::RATE_SLIP_POINTS;
pub use gaps::{is_going_on, is_judged_at_year_end, is_side_figure};
pub use measure::{Measured, Standing, measure};
pub use pace::Pace;
pub use printed::{Printed, apart_from};
pub use reason::{Judged, Reason};

/// What can be said of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The status the figures give.
    pub computed: Status,
    /// The status a person set, where one did. Shown beside the computed one, never instead of it.
    pub set_by_person: Option<Status>,
    /// One entry an indicator, in the order of the item.
    pub measures: Vec<Measured>,
    /// The index of the indicator that decided; `None` where no measure did.
    pub decisive: Option<usize>,
    /// Whether the worst measure had not started while another had moved, which makes the item behind, not unstarted.
    pub partly_started: bool,
    /// What keeps the figures from a verdict, where they give none.
    pub computed_gap: Option<Gap>,
    /// The measures that the title promises and the ledger lacks, where that is why there is no verdict.
    pub missing: Vec<Indicator>,
    /// The time line that the item is held against; `None` where there is none.
    pub time_line: Option<f64>,
    /// The tolerances by which it was judged.
    pub rules: Rules,
}

impl Verdict {
    /// The status to show first: the person's where there is one.
    pub fn status(&self) -> Status {
        self.set_by_person.unwrap_or(self.computed)
    }

    /// What keeps the item from a verdict, where the one that is shown is `unquantified`.
    pub fn gap(&self) -> Option<Gap> {
        let is_shown = self.status() == Status::Unquantified;
        self.computed_gap.filter(|_| is_shown)
    }

    /// The character of the verdict; of one that a person set, a star and the character of the computed one beside it:
    /// `缓*完`.
    pub fn sign(&self) -> String {
        match self.set_by_person {
            Some(set) => format!("{}*{}", set.character(), self.computed.character()),
            None => self.computed.character().to_string(),
        }
    }

    /// The judged measure that decided, where one did.
    pub fn deciding(&self) -> Option<&Judged> {
        self.measures.get(self.decisive?)?.judged.as_ref()
    }

    /// The completion of the measure that decided, in percent.
    pub fn completion(&self) -> Option<f64> {
        self.measures.get(self.decisive?)?.completion
    }

    /// The required pace of the measure that decided.
    pub fn pace(&self) -> Option<Pace> {
        self.measures.get(self.decisive?)?.pace
    }

    /// The order in which to show the indicators: promised before context, worst first, otherwise as in the file.
    pub fn worst_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.measures.len()).collect();
        order.sort_by_key(|&index| {
            let judged = self
                .measures
                .get(index)
                .and_then(|measured| measured.judged.as_ref());
            (judged.is_none(), judged.map(|judged| judged.status))
        });
        order
    }
}

/// Judges one item of a ledger: the worst of its promised measures. Several indicators are never averaged.
pub fn judge(ledger: &Ledger, item: &Item) -> Verdict {
    judge_by(ledger, item, ledger.rules)
}

/// Judges every item of a ledger, in its order.
pub fn judge_all(ledger: &Ledger) -> Vec<Verdict> {
    judge_all_by(ledger, ledger.rules)
}

/// Judges every item by other tolerances than those of the ledger.
pub fn judge_all_by(ledger: &Ledger, rules: Rules) -> Vec<Verdict> {
    let year = ledger.year_months();
    let items = ledger.items.iter();
    let judged = items.map(|item| {
        let is_of_year = item.start.is_none() && item.due.is_none();
        let months = if is_of_year {
            year
        } else {
            ledger.months(item)
        };
        Judging::new(ledger, item, months, rules).verdict()
    });
    judged.collect()
}

/// Judges one item by other tolerances than those of the ledger.
pub fn judge_by(ledger: &Ledger, item: &Item, rules: Rules) -> Verdict {
    Judging::new(ledger, item, ledger.months(item), rules).verdict()
}

/// One item being judged.
struct Judging<'l> {
    ledger: &'l Ledger,
    item: &'l Item,
    standing: Standing,
}

impl<'l> Judging<'l> {
    fn new(ledger: &'l Ledger, item: &'l Item, months: Option<Months>, rules: Rules) -> Self {
        let standing = Standing {
            time_line: months.map(Months::share),
            months,
            is_due: ledger.is_due(item),
            is_over_years: false,
            rules,
        };
        Self {
            ledger,
            item,
            standing,
        }
    }

    fn verdict(self) -> Verdict {
        let Self { item, standing, .. } = &self;
        let (mut measures, is_due, time_line) = self.measures();
        for (indicator, measured) in item.indicators.iter().zip(&mut measures) {
            measured.gap = gaps::gap_of(item, indicator, measured, is_due);
        }
        let statuses = || measures.iter().filter_map(Measured::status);
        let worst = statuses().min();
        let (decisive, computed_gap) = decisive(item, &measures, worst);
        let partly_started = worst == Some(Status::NotStarted) && measures.iter().any(has_moved);
        let computed = match worst {
            Some(Status::NotStarted) if partly_started => Status::Behind,
            Some(worst) => worst,
            // A promise without a measure never turns green, and never turns red.
            None => Status::Unquantified,
        };
        let mut verdict = Verdict {
            computed,
            set_by_person: item.verdict.as_ref().map(|verdict| verdict.status),
            measures,
            decisive,
            partly_started,
            computed_gap,
            missing: Vec::new(),
            time_line,
            rules: standing.rules,
        };
        if computed > Status::Unquantified {
            verdict.hold_back(lacking(item, self.ledger.year_of_line()));
        }
        verdict
    }

    /// All measures, whether they are due, and the time line they are held against: none where all of them run over
    /// several years of which nobody has written the dates.
    fn measures(&self) -> (Vec<Measured>, bool, Option<f64>) {
        let Self { item, standing, .. } = self;
        let judged = |indicator| measure(indicator, *standing, &item.title);
        let mut measures: Vec<Measured> = item.indicators.iter().map(judged).collect();
        let Some(span) = self.undated_span(&measures) else {
            return (measures, standing.is_due, standing.time_line);
        };
        let over_years = Standing {
            time_line: None,
            months: None,
            is_due: false,
            is_over_years: true,
            ..*standing
        };
        let title = Quantified::of(&item.title);
        let mut is_any_of_year = false;
        for (indicator, measured) in item.indicators.iter().zip(&mut measures) {
            if span.covers(&title, indicator.target, self.ledger.year_of_line()) {
                *measured = measure(indicator, over_years, &item.title);
            } else {
                is_any_of_year |= measured.judged.is_some();
            }
        }
        let is_due = standing.is_due && is_any_of_year;
        let line = standing.time_line.filter(|_| is_any_of_year);
        (measures, is_due, line)
    }

    /// The span of years that the title names, where the item has no dates for it and any measure depends on them.
    fn undated_span(&self, measures: &[Measured]) -> Option<YearSpan> {
        let item = self.item;
        if (item.start.is_some() && item.due.is_some())
            || !measures.iter().any(|it| it.judged.is_some())
        {
            return None;
        }
        let span = year_span(&item.title, self.ledger.year_of_line()?)?;
        // 到2027年 says no beginning: a due date is all that it needs.
        let is_dated = item.due.is_some() && span.from.is_none();
        (!is_dated).then_some(span)
    }
}

impl Verdict {
    /// Half a promise is never green.
    fn hold_back(&mut self, missing: Vec<Indicator>) {
        if missing.is_empty() {
            return;
        }
        self.computed = Status::Unquantified;
        self.computed_gap = Some(Gap::NoMeasure);
        self.decisive = None;
        self.missing = missing;
    }
}

/// The measure that decides, and the gap that it leaves. Of several that cannot be judged the one of which least is
/// known.
fn decisive(
    item: &Item,
    measures: &[Measured],
    worst: Option<Status>,
) -> (Option<usize>, Option<Gap>) {
    let Some(worst) = worst else {
        let gap = if item.progress.trim().is_empty() {
            Gap::Silent
        } else {
            Gap::NoMeasure
        };
        return (None, Some(gap));
    };
    let places = measures.iter().enumerate();
    let worst_places = places.filter(|(_, it)| it.status() == Some(worst));
    let decisive = worst_places.min_by_key(|(_, it)| gaps::worst_first(it.gap));
    decisive.map_or((None, None), |(place, it)| (Some(place), it.gap))
}

/// Whether anything was done or begun of a promised measure, also where that cannot be held against a line.
fn has_moved(measured: &Measured) -> bool {
    let Some(judged) = &measured.judged else {
        return false;
    };
    match (judged.status, &judged.reason) {
        (Status::Unquantified, Reason::OnlyUnderway(underway)) => *underway != 0.0,
        (Status::Unquantified, Reason::NoTimeLine | Reason::SeveralYears) => {
            measured.filled().is_some_and(|done| done != 0.0)
        }
        (Status::NotStarted | Status::Unquantified, _) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests;
