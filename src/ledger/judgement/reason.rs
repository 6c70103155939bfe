//! Why a measure was judged as it was, with the numbers.

use crate::ledger::Status;

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
    /// The department's own ratio held against the time line, where no result stands beside it or no target. Never
    /// better than on the line.
    Reported {
        /// The ratio that the department printed, in percent.
        reported: f64,
        /// The time line.
        line: f64,
    },
    /// The used share of an allowance held against the time line, both in percent.
    UsedOfCeiling {
        /// Percent of the allowance.
        used: f64,
        /// The time line.
        line: f64,
    },
    /// A rate, a level or a limit that meets its target so far.
    TargetMet {
        /// The figure.
        actual: f64,
        /// The target.
        target: f64,
    },
    /// More than an allowance of which no share can be told, because it is zero.
    CeilingBroken {
        /// The figure.
        actual: f64,
        /// The allowance.
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
    /// A level that misses its target when it should have reached it, or breaks a limit.
    LevelShort {
        /// The figure.
        actual: f64,
        /// The target.
        target: f64,
        /// Whether the due date has come.
        overdue: bool,
    },
    /// A level that has not reached its target yet, and of which nobody knows where it began.
    NoBaseline {
        /// The figure.
        actual: f64,
        /// The target.
        target: f64,
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
    /// Something is under way, but there is no result.
    OnlyUnderway(f64),
    /// There is no figure.
    NoFigure,
    /// There is a figure, but no date to hold it against.
    NoTimeLine,
    /// There is a figure, but it is promised over several years without dates.
    SeveralYears,
    /// The target is zero, so that no share of it can be told.
    NoScale,
}
