//! Judgement: how a promise stands against the time line, and why, by the rules of the file format (`[rules]` and the
//! status table in README.md).
//!
//! Owns every comparison of figures in the program. A verdict carries its reason with the numbers it was made from, so
//! that it can be said in one line; it must never know the words or the language of that line.

mod measure;

use crate::ledger::{Item, Ledger, Status};

pub use measure::{Judged, Measured, Reason, Standing, measure};

/// What can be said of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The status the figures give.
    pub computed: Status,
    /// The status a person set, where one did. Shown beside the computed one, never instead of it.
    pub set_by_person: Option<Status>,
    /// One entry an indicator, in the order of the item.
    pub measures: Vec<Measured>,
    /// The index of the indicator that decided; `None` where no measure is promised.
    pub decisive: Option<usize>,
    /// Whether the worst measure had not started while another had moved, which makes the item behind, not unstarted.
    pub partly_started: bool,
}

impl Verdict {
    /// The status to show first: the person's where there is one.
    pub fn status(&self) -> Status {
        self.set_by_person.unwrap_or(self.computed)
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
    let standing = Standing {
        time_line: ledger.time_line(item),
        is_due: ledger.is_due(item),
        rules: ledger.rules,
    };
    let measures: Vec<Measured> = item
        .indicators
        .iter()
        .map(|indicator| measure(indicator, standing))
        .collect();
    let statuses = || {
        measures
            .iter()
            .filter_map(|measured| Some(measured.judged.as_ref()?.status))
    };
    let worst = statuses().min();
    let decisive = worst.and_then(|worst| {
        measures
            .iter()
            .position(|measured| measured.status() == Some(worst))
    });
    let partly_started = worst == Some(Status::NotStarted) && measures.iter().any(has_moved);
    let computed = match worst {
        Some(Status::NotStarted) if partly_started => Status::Behind,
        Some(worst) => worst,
        // A promise without a measure never turns green, and never turns red.
        None => Status::Unquantified,
    };
    let set_by_person = item.verdict.as_ref().map(|verdict| verdict.status);
    Verdict {
        computed,
        set_by_person,
        measures,
        decisive,
        partly_started,
    }
}

/// Judges every item of a ledger, in its order.
pub fn judge_all(ledger: &Ledger) -> Vec<Verdict> {
    let items = ledger.items.iter();
    items.map(|item| judge(ledger, item)).collect()
}

/// Whether anything was done or begun of a promised measure, also where that cannot be held against a line.
fn has_moved(measured: &Measured) -> bool {
    let Some(judged) = &measured.judged else {
        return false;
    };
    match (judged.status, &judged.reason) {
        (Status::Unquantified, Reason::OnlyUnderway(underway)) => *underway > 0.0,
        (Status::Unquantified, Reason::NoTimeLine) => {
            measured.completion.is_some_and(|done| done != 0.0)
        }
        (Status::NotStarted | Status::Unquantified, _) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests;
