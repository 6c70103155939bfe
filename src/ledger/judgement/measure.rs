//! Judging one indicator.

use crate::ledger::judgement::aim::Aim;
use crate::ledger::judgement::bands::{NOISE, RATE_SLIP_POINTS, against_line};
use crate::ledger::judgement::pace::Pace;
use crate::ledger::judgement::reason::{Judged, Reason};
use crate::ledger::judgement::wording::is_kept_all_along;
use crate::ledger::timeline::Months;
use crate::ledger::{Compare, Gap, Indicator, Kind, Rules, Status};

/// What an item's indicators are held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The time line in percent; `None` where the ledger has no date, or the promise runs over years without dates.
    pub time_line: Option<f64>,
    /// The months that the time line is made of.
    pub months: Option<Months>,
    /// Whether the due date has come.
    pub is_due: bool,
    /// Whether the promise runs over several years and nobody has written from when to when.
    pub is_over_years: bool,
    /// The tolerances.
    pub rules: Rules,
}

/// What can be said of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// How much of it is done, in percent of the target, or as the department says; may exceed 100 or be negative.
    /// `None` where it has no figure, and where no share of work can be told: of a rate, a limit, a level without a
    /// baseline.
    pub completion: Option<f64>,
    /// How much of an allowance is used, in percent. Drawn like a completion, and none.
    pub used: Option<f64>,
    /// What is begun but no result yet, in percent of the target. Drawn, never judged.
    pub underway: Option<f64>,
    /// The required pace of an amount that is not there yet.
    pub pace: Option<Pace>,
    /// The verdict on a promised measure; `None` for context.
    pub judged: Option<Judged>,
    /// What keeps it from a verdict, where it has none.
    pub gap: Option<Gap>,
}

impl Measured {
    /// The status of a promised measure.
    pub fn status(&self) -> Option<Status> {
        self.judged.as_ref().map(|judged| judged.status)
    }

    /// What a bar shows as filled: what is done, or what is used of an allowance.
    pub fn filled(&self) -> Option<f64> {
        self.completion.or(self.used)
    }
}

/// How much is done, and who says so.
#[derive(Clone, Copy)]
enum Share {
    /// Computed from the figures.
    Computed(f64),
    /// As the department printed it, with no result beside it or no target.
    Reported(f64),
}

impl Share {
    fn percent(self) -> f64 {
        match self {
            Self::Computed(percent) | Self::Reported(percent) => percent,
        }
    }
}

/// Judges one indicator of an item with this title.
pub fn measure(indicator: &Indicator, standing: Standing, title: &str) -> Measured {
    let aim = Aim::of(indicator, standing.rules);
    let allowance = aim.filter(|aim| aim.is_allowance(indicator.kind));
    let share = if allowance.is_some() {
        None
    } else {
        share(indicator)
    };
    let used = allowance.and_then(|aim| part_of(indicator.actual?, aim.target));
    let underway = indicator
        .underway
        .and_then(|underway| part_of(underway, indicator.target?));
    let judged = indicator
        .is_promised()
        .then(|| judge(indicator, aim, share, standing, title));
    let is_done = judged.as_ref().is_some_and(|it| it.status == Status::Done);
    let accumulates = indicator.kind == Kind::Amount && matches!(share, Some(Share::Computed(_)));
    let pace = aim
        .filter(|_| accumulates && !is_done)
        .and_then(|aim| Pace::of(aim.target, indicator.actual?, standing.months?));
    Measured {
        completion: share.map(Share::percent),
        used,
        underway,
        pace,
        judged,
        // Seen from the whole item, which may have more to say of it.
        gap: None,
    }
}

fn judge(
    indicator: &Indicator,
    aim: Option<Aim>,
    share: Option<Share>,
    standing: Standing,
    title: &str,
) -> Judged {
    match (indicator.kind, aim.zip(indicator.actual)) {
        (Kind::Amount, Some((aim, actual))) if aim.is_allowance(Kind::Amount) => {
            judge_allowance(aim, actual, standing)
        }
        (Kind::Level, Some((aim, actual))) if baseline(indicator).is_none() => {
            judge_level(indicator, aim, actual, standing, title)
        }
        (Kind::Amount | Kind::Level, _) => judge_share(indicator, share, standing),
        (Kind::Rate, Some((aim, actual))) => judge_rate(aim, actual, standing),
        (Kind::Rate, None) => judge_without_share(indicator),
        (Kind::Stage, _) => judge_stage(indicator, share, standing),
    }
}

/// Where the way of a level begins. An amount accumulates from zero, whatever stands in the file.
fn baseline(indicator: &Indicator) -> Option<f64> {
    indicator.baseline.filter(|_| indicator.kind == Kind::Level)
}

/// `part` in percent of `whole`; `None` where that says nothing. Of a fall both are negative and their ratio is not.
fn part_of(part: f64, whole: f64) -> Option<f64> {
    let percent = part / whole * 100.0;
    // Minus zero is nobody's figure.
    (whole != 0.0 && percent.is_finite()).then_some(percent + 0.0)
}

/// How much is done: actual over target, from the baseline where a level has one; the department's own ratio where the
/// target or the actual is missing.
fn share(indicator: &Indicator) -> Option<Share> {
    let figures = indicator.target.zip(indicator.actual);
    let Some((target, actual)) = figures.filter(|_| indicator.kind != Kind::Stage) else {
        let is_share = indicator.kind != Kind::Rate;
        return indicator.reported.filter(|_| is_share).map(Share::Reported);
    };
    match (indicator.kind, baseline(indicator)) {
        (Kind::Amount, _) => part_of(actual, target).map(Share::Computed),
        // The way may lead down (35 to 30): both differences then are negative and their ratio is not.
        (Kind::Level, Some(baseline)) => {
            part_of(actual - baseline, target - baseline).map(Share::Computed)
        }
        _ => None,
    }
}

const fn judged(status: Status, reason: Reason) -> Judged {
    Judged { status, reason }
}

fn judge_share(indicator: &Indicator, share: Option<Share>, standing: Standing) -> Judged {
    let completion = match share {
        None => return judge_without_share(indicator),
        Some(Share::Reported(reported)) => return judge_reported(indicator, reported, standing),
        Some(Share::Computed(completion)) => completion,
    };
    if completion >= 100.0 - NOISE {
        // A level that must stay below its target counts only on the day.
        let is_limit = indicator.kind == Kind::Level && indicator.compare == Compare::AtMost;
        if !is_limit || standing.is_due {
            return judged(Status::Done, Reason::Complete(completion));
        }
    }
    // Before all that a tolerance may accept: nothing begun is never done.
    if is_unstarted(indicator, completion) {
        return judged(Status::NotStarted, Reason::NothingBegun);
    }
    let is_about = indicator.compare == Compare::About;
    if is_about && completion >= 100.0 - standing.rules.about - NOISE {
        return judged(Status::Done, Reason::CompleteAbout(completion));
    }
    let Some(line) = standing.time_line else {
        return without_line(standing);
    };
    let status = against_line(completion - line, standing.rules);
    judged(status, Reason::AgainstLine { completion, line })
}

/// A ratio that the department printed, with nothing that it could be computed from: never better than on the line.
fn judge_reported(indicator: &Indicator, reported: f64, standing: Standing) -> Judged {
    if is_unstarted(indicator, reported) {
        return judged(Status::NotStarted, Reason::NothingBegun);
    }
    let Some(line) = standing.time_line else {
        return without_line(standing);
    };
    let status = against_line(reported - line, standing.rules).min(Status::OnTrack);
    judged(status, Reason::Reported { reported, line })
}

fn without_line(standing: Standing) -> Judged {
    let reason = if standing.is_over_years {
        Reason::SeveralYears
    } else {
        Reason::NoTimeLine
    };
    judged(Status::Unquantified, reason)
}

/// A promised measure of which no share can be told: no figure, only a pipeline, or no scale.
fn judge_without_share(indicator: &Indicator) -> Judged {
    let reason = match (indicator.actual, indicator.underway) {
        (Some(_), _) => Reason::NoScale,
        (None, Some(underway)) => Reason::OnlyUnderway(underway),
        (None, None) => Reason::NoFigure,
    };
    judged(Status::Unquantified, reason)
}

/// Zero and nothing under way. A level stands at its baseline before anything is done.
fn is_unstarted(indicator: &Indicator, completion: f64) -> bool {
    let nothing_done = match (indicator.actual, baseline(indicator)) {
        (Some(actual), Some(baseline)) => (actual - baseline).abs() < NOISE,
        (Some(actual), None) => actual.abs() < NOISE,
        (None, _) => completion.abs() < NOISE,
    };
    nothing_done && indicator.underway.is_none_or(|underway| underway == 0.0)
}

/// An allowance is used over the year, so its bands are those of the time line mirrored. Done only on the due date.
fn judge_allowance(aim: Aim, actual: f64, standing: Standing) -> Judged {
    let target = aim.target;
    let used = part_of(actual, target);
    let Some(used) = used.filter(|_| !(aim.is_met(actual) && standing.is_due)) else {
        // Of nothing no share can be told: it is kept, or broken by anything at all.
        return match (aim.is_met(actual), standing.is_due) {
            (true, true) => judged(Status::Done, Reason::TargetMet { actual, target }),
            (true, false) => judged(Status::OnTrack, Reason::TargetMet { actual, target }),
            (false, _) => judged(Status::Behind, Reason::CeilingBroken { actual, target }),
        };
    };
    if !aim.is_met(actual) {
        let broken = Reason::UsedOfCeiling { used, line: 100.0 };
        return judged(Status::Behind, broken);
    }
    let Some(line) = standing.time_line else {
        return without_line(standing);
    };
    let status = against_line(line - used, standing.rules);
    judged(status, Reason::UsedOfCeiling { used, line })
}

/// A level of which nobody knows where it began has no time line: it has reached its target, or not yet.
fn judge_level(
    indicator: &Indicator,
    aim: Aim,
    actual: f64,
    standing: Standing,
    title: &str,
) -> Judged {
    let target = aim.target;
    if aim.is_met(actual) {
        // What must stay low counts only on the day.
        let status = if standing.is_due || !aim.is_upper_limit {
            Status::Done
        } else {
            Status::OnTrack
        };
        return judged(status, Reason::TargetMet { actual, target });
    }
    let overdue = standing.is_due;
    if target > 0.0 && is_unstarted(indicator, actual) {
        return judged(Status::NotStarted, Reason::NothingBegun);
    }
    // 控制在…以内 is to be kept all along, 降至…以下 is a way.
    if overdue || (aim.is_upper_limit && is_kept_all_along(title, target)) {
        let short = Reason::LevelShort {
            actual,
            target,
            overdue,
        };
        return judged(Status::Behind, short);
    }
    let reason = if standing.is_over_years {
        Reason::SeveralYears
    } else {
        Reason::NoBaseline { actual, target }
    };
    judged(Status::Unquantified, reason)
}

fn judge_rate(aim: Aim, actual: f64, standing: Standing) -> Judged {
    let target = aim.target;
    if aim.is_met(actual) {
        let status = if standing.is_due {
            Status::Done
        } else {
            Status::OnTrack
        };
        return judged(status, Reason::TargetMet { actual, target });
    }
    let points = aim.short(actual);
    let status = if points <= RATE_SLIP_POINTS + NOISE {
        Status::Slipping
    } else {
        Status::Behind
    };
    let short = Reason::RateShort {
        actual,
        target,
        points,
    };
    judged(status, short)
}

/// A procedure: before its first stage, between, or at its last. "Before the first" must be said (`stage = ""`); a
/// stage that is not given is a missing figure, not a zero.
fn judge_stage(indicator: &Indicator, share: Option<Share>, standing: Standing) -> Judged {
    let stages = indicator.stages.len();
    let Some(reached) = indicator.stages_reached() else {
        return judge_share(indicator, share, standing);
    };
    let status = match reached {
        0 => Status::NotStarted,
        _ if reached == stages => Status::Done,
        _ => Status::OnTrack,
    };
    let overdue = standing.is_due && reached < stages;
    let stage = Reason::Stage {
        reached,
        stages,
        overdue,
    };
    judged(status, stage)
}
