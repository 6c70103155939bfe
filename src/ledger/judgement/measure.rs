//! Judging one indicator.

use crate::ledger::{Compare, Indicator, Kind, Rules, Status};

/// Rounding noise of floating point: 0.1 + 0.2 is still 0.3 for a judge.
const NOISE: f64 = 1e-9;

/// The share of a point by which a growth rate may miss its target and still only slip, in percentage points.
const RATE_SLIP_POINTS: f64 = 1.0;

/// What an item's indicators are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The time line in percent; `None` where the ledger has no date.
    pub time_line: Option<f64>,
    /// Whether the due date has come.
    pub is_due: bool,
    /// The tolerances.
    pub rules: Rules,
}

/// What can be said of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// How much of it is done, in percent of the target; may exceed 100 or be negative; `None` where it has no figure.
    /// Never given for a rate, which is no share of work.
    pub completion: Option<f64>,
    /// What is begun but no result yet, in percent of the target. Drawn, never judged.
    pub underway: Option<f64>,
    /// The verdict on a promised measure; `None` for context.
    pub judged: Option<Judged>,
}

impl Measured {
    /// The status of a promised measure.
    pub fn status(&self) -> Option<Status> {
        self.judged.as_ref().map(|judged| judged.status)
    }
}

/// A verdict on one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The verdict.
    pub status: Status,
    /// Why.
    pub reason: Reason,
}

/// Why a measure was judged as it was, with the numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Complete: percent of the target.
    Complete(f64),
    /// Complete within the tolerance of 左右: percent of the target.
    CompleteAbout(f64),
    /// Completion held against the time line, both in percent.
    AgainstLine {
        /// Percent of the target.
        completion: f64,
        /// The time line.
        line: f64,
    },
    /// The used share of a ceiling held against the time line, both in percent.
    UsedOfCeiling {
        /// Percent of the ceiling.
        used: f64,
        /// The time line.
        line: f64,
    },
    /// A rate or a ceiling that meets its target so far.
    TargetMet {
        /// The figure.
        actual: f64,
        /// The target.
        target: f64,
    },
    /// More than a ceiling allows of which no share can be told, because it is zero or below.
    CeilingBroken {
        /// The figure.
        actual: f64,
        /// The ceiling.
        target: f64,
    },
    /// A rate that misses its target.
    RateShort {
        /// The figure.
        actual: f64,
        /// The target.
        target: f64,
        /// By how many percentage points.
        points: f64,
    },
    /// So many of so many stages reached.
    Stage {
        /// How many.
        reached: usize,
        /// Of how many.
        stages: usize,
        /// Whether the due date has come all the same.
        overdue: bool,
    },
    /// Zero, and nothing under way.
    NothingBegun,
    /// Something is under way, but the note gives no result.
    OnlyUnderway(f64),
    /// The note gives no figure.
    NoFigure,
    /// There is a figure, but no date to hold it against.
    NoTimeLine,
    /// The target is zero or below, so that no share of it can be told.
    NoScale,
}

/// Judges one indicator.
pub fn measure(indicator: &Indicator, standing: Standing) -> Measured {
    let completion = completion(indicator);
    let underway = indicator
        .underway
        .and_then(|underway| share(underway, indicator.target?));
    if !indicator.is_promised() {
        return Measured {
            completion,
            underway,
            judged: None,
        };
    }
    let judged = match indicator.kind {
        Kind::Amount | Kind::Level if is_ceiling(indicator) => judge_ceiling(indicator, standing),
        Kind::Amount | Kind::Level => judge_amount(indicator, completion, standing),
        Kind::Rate => judge_rate(indicator, standing),
        Kind::Stage => judge_stage(indicator, standing),
    };
    Measured {
        completion,
        underway,
        judged: Some(judged),
    }
}

/// Whether less is better and no baseline tells how far the way is: then the figure is a used share of an allowance.
fn is_ceiling(indicator: &Indicator) -> bool {
    indicator.compare == Compare::AtMost
        && indicator.target.is_some()
        && baseline(indicator).is_none()
}

/// Where the way of a level begins. An amount accumulates from zero, whatever stands in the file.
fn baseline(indicator: &Indicator) -> Option<f64> {
    indicator.baseline.filter(|_| indicator.kind == Kind::Level)
}

/// `part` in percent of `whole`; `None` where that says nothing.
fn share(part: f64, whole: f64) -> Option<f64> {
    let percent = part / whole * 100.0;
    (whole > 0.0 && percent.is_finite()).then_some(percent)
}

/// Completion in percent: actual over target, from the baseline where a level has one; the department's own ratio
/// where the target or the actual is missing.
fn completion(indicator: &Indicator) -> Option<f64> {
    if !matches!(indicator.kind, Kind::Amount | Kind::Level) {
        return None;
    }
    let (Some(target), Some(actual)) = (indicator.target, indicator.actual) else {
        return indicator.reported;
    };
    match baseline(indicator) {
        Some(baseline) => {
            // The way may lead down (35 to 30): both differences then are negative and their ratio is not.
            let percent = (actual - baseline) / (target - baseline) * 100.0;
            percent.is_finite().then_some(percent)
        }
        None => share(actual, target),
    }
}

fn judge_amount(indicator: &Indicator, completion: Option<f64>, standing: Standing) -> Judged {
    let Some(completion) = completion else {
        return judge_without_share(indicator);
    };
    if completion >= 100.0 - NOISE {
        // A level that must stay below its target counts only on the day.
        if indicator.compare != Compare::AtMost || standing.is_due {
            return Judged {
                status: Status::Done,
                reason: Reason::Complete(completion),
            };
        }
    }
    // Before all that a tolerance may accept: nothing begun is never done.
    if is_unstarted(indicator, completion) {
        return Judged {
            status: Status::NotStarted,
            reason: Reason::NothingBegun,
        };
    }
    let is_about = indicator.compare == Compare::About;
    if is_about && completion >= 100.0 - standing.rules.about - NOISE {
        return Judged {
            status: Status::Done,
            reason: Reason::CompleteAbout(completion),
        };
    }
    let Some(line) = standing.time_line else {
        return Judged {
            status: Status::Unquantified,
            reason: Reason::NoTimeLine,
        };
    };
    let status = against_line(completion - line, standing.rules);
    Judged {
        status,
        reason: Reason::AgainstLine { completion, line },
    }
}

/// A promised measure of which no share can be told: no figure, only a pipeline, or no scale.
fn judge_without_share(indicator: &Indicator) -> Judged {
    let reason = match (indicator.actual, indicator.underway) {
        (Some(_), _) => Reason::NoScale,
        (None, Some(underway)) => Reason::OnlyUnderway(underway),
        (None, None) => Reason::NoFigure,
    };
    Judged {
        status: Status::Unquantified,
        reason,
    }
}

/// Zero and nothing under way. A level stands at its baseline before anything is done.
fn is_unstarted(indicator: &Indicator, completion: f64) -> bool {
    let nothing_done = match (indicator.actual, baseline(indicator)) {
        (Some(actual), Some(baseline)) => (actual - baseline).abs() < NOISE,
        (Some(actual), None) => actual.abs() < NOISE,
        (None, _) => completion.abs() < NOISE,
    };
    nothing_done && indicator.underway.is_none_or(|underway| underway <= 0.0)
}

fn against_line(points_above: f64, rules: Rules) -> Status {
    if points_above >= rules.ahead - NOISE {
        Status::Ahead
    } else if points_above >= -NOISE {
        Status::OnTrack
    } else if points_above > -rules.late + NOISE {
        Status::Slipping
    } else {
        Status::Behind
    }
}

/// An allowance that must not be used up (`<=` without a baseline). An amount is used over the year, so its bands are
/// those of the time line mirrored; a level is either kept or not. Done only on the due date.
fn judge_ceiling(indicator: &Indicator, standing: Standing) -> Judged {
    let (Some(target), Some(actual)) = (indicator.target, indicator.actual) else {
        return judge_without_share(indicator);
    };
    let kept = actual <= target + NOISE;
    let used = share(actual, target);
    // Of a ceiling of zero or below no share can be told: it is kept, or broken by anything at all.
    if kept && (standing.is_due || indicator.kind == Kind::Level || used.is_none()) {
        let status = if standing.is_due {
            Status::Done
        } else {
            Status::OnTrack
        };
        return Judged {
            status,
            reason: Reason::TargetMet { actual, target },
        };
    }
    let Some(used) = used else {
        return Judged {
            status: Status::Behind,
            reason: Reason::CeilingBroken { actual, target },
        };
    };
    let line = if kept {
        standing.time_line
    } else {
        Some(100.0)
    };
    let Some(line) = line else {
        return Judged {
            status: Status::Unquantified,
            reason: Reason::NoTimeLine,
        };
    };
    let status = if kept {
        against_line(line - used, standing.rules)
    } else {
        Status::Behind
    };
    Judged {
        status,
        reason: Reason::UsedOfCeiling { used, line },
    }
}

fn judge_rate(indicator: &Indicator, standing: Standing) -> Judged {
    let (Some(target), Some(actual)) = (indicator.target, indicator.actual) else {
        return judge_without_share(indicator);
    };
    let short = match indicator.compare {
        Compare::AtLeast => target - actual,
        Compare::AtMost => actual - target,
        Compare::About => target - actual - target.abs() * standing.rules.about / 100.0,
    };
    if short <= NOISE {
        let status = if standing.is_due {
            Status::Done
        } else {
            Status::OnTrack
        };
        return Judged {
            status,
            reason: Reason::TargetMet { actual, target },
        };
    }
    let points = (target - actual).abs();
    let status = if points <= RATE_SLIP_POINTS + NOISE {
        Status::Slipping
    } else {
        Status::Behind
    };
    Judged {
        status,
        reason: Reason::RateShort {
            actual,
            target,
            points,
        },
    }
}

/// A procedure: before its first stage, between, or at its last. "Before the first" must be said (`stage = ""`); a
/// stage that is not given is a missing figure, not a zero.
fn judge_stage(indicator: &Indicator, standing: Standing) -> Judged {
    let stages = indicator.stages.len();
    let Some(reached) = indicator.stages_reached() else {
        return judge_without_share(indicator);
    };
    let status = match reached {
        0 => Status::NotStarted,
        _ if reached == stages => Status::Done,
        _ => Status::OnTrack,
    };
    let overdue = standing.is_due && reached < stages;
    Judged {
        status,
        reason: Reason::Stage {
            reached,
            stages,
            overdue,
        },
    }
}
