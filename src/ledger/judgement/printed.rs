//! A share and the line it is held against, as they are printed: with as many decimals as it takes for a reader who
//! compares and subtracts the printed numbers to come to the same verdict. One where that is enough.

use crate::ledger::judgement::bands::{NOISE, against_line};
use crate::ledger::judgement::reason::Reason;
use crate::ledger::{Rules, Status};

/// The most decimals that a comparison is printed with.
const MOST_DECIMALS: i32 = 9;

/// Rounding noise in units of the last decimal.
const UNIT_NOISE: f64 = 1e-6;

/// Two percentages and the points between them, rounded as they are printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Printed {
    /// What is done, or used.
    pub share: f64,
    /// The time line, or the limit.
    pub line: f64,
    /// The points between the two.
    pub gap: f64,
    /// With how many decimals all three are printed.
    pub decimals: usize,
}

impl Printed {
    /// The numbers of a reason that holds a share against a line; `None` for the others.
    pub fn of(reason: &Reason, rules: Rules) -> Option<Self> {
        match *reason {
            // What is almost there is not there yet: it is cut.
            Reason::AgainstLine { completion, line } => Some(Self::apart(
                (completion, line),
                rules,
                Side::MoreIsBetter,
                1,
            )),
            // The department's own digits, all of them.
            Reason::Reported { reported, line } => {
                let own = (1..MOST_DECIMALS).find(|decimals| {
                    let size = reported * 10_f64.powi(*decimals);
                    (size - size.round()).abs() < UNIT_NOISE
                });
                let own = own.unwrap_or(MOST_DECIMALS);
                Some(Self::apart(
                    (reported, line),
                    rules,
                    Side::MoreIsBetter,
                    own,
                ))
            }
            Reason::UsedOfCeiling { used, line } => {
                Some(Self::apart((used, line), rules, Side::LessIsBetter, 1))
            }
            _ => None,
        }
    }

    /// With the fewest decimals, and at least so many, that keep the share apart from everything at which a verdict
    /// turns.
    fn apart((share, line): (f64, f64), rules: Rules, better: Side, least: i32) -> Self {
        let side = better.sign();
        let judged =
            |share: f64, line: f64| -> Status { against_line((share - line) * side, rules) };
        let turns = [
            line,
            line - side * rules.late,
            line + side * rules.ahead,
            100.0,
        ];
        let is_at = |turn: &f64| (share - turn).abs() <= NOISE;
        let printed = |decimals: i32| {
            let unit = 10_f64.powi(decimals);
            let line = (line * unit).round() / unit;
            // What stands on a turn is no nearer to either side of it.
            let share = if turns.iter().any(is_at) {
                (share * unit).round() / unit
            } else {
                better.cut(share * unit) / unit
            };
            Self {
                share: share + 0.0,
                line: line + 0.0,
                gap: ((share - line).abs() * unit).round() / unit,
                decimals: usize::try_from(decimals).unwrap_or(1),
            }
        };
        let is_apart = |it: &Self| {
            let least = 10_f64.powi(-i32::try_from(it.decimals).unwrap_or(1)) * (1.0 - UNIT_NOISE);
            let far = |turn: &f64| is_at(turn) || (share - turn).abs() >= least;
            turns.iter().all(far) && judged(it.share, it.line) == judged(share, line)
        };
        let mut all = (least..=MOST_DECIMALS).map(printed);
        all.find(is_apart).unwrap_or_else(|| printed(MOST_DECIMALS))
    }
}

/// On which side of the line a share is well.
#[derive(Clone, Copy)]
enum Side {
    MoreIsBetter,
    LessIsBetter,
}

impl Side {
    const fn sign(self) -> f64 {
        match self {
            Self::MoreIsBetter => 1.0,
            Self::LessIsBetter => -1.0,
        }
    }

    /// Cuts towards the failing side.
    fn cut(self, share: f64) -> f64 {
        match self {
            Self::MoreIsBetter => (share + UNIT_NOISE).floor(),
            Self::LessIsBetter => (share - UNIT_NOISE).ceil(),
        }
    }
}

/// A positive number of points with the fewest decimals that tell it from a limit and from nothing.
pub fn apart_from(points: f64, limit: f64) -> (f64, usize) {
    let printed = |decimals: i32| {
        let unit = 10_f64.powi(decimals);
        let rounded = (points * unit).round() / unit;
        (rounded, usize::try_from(decimals).unwrap_or(1))
    };
    let is_apart = |&(rounded, _): &(f64, usize)| {
        let is_same_side = (rounded <= limit + NOISE) == (points <= limit + NOISE);
        rounded > 0.0 && is_same_side
    };
    let mut all = (1..=MOST_DECIMALS).map(printed);
    all.find(is_apart).unwrap_or_else(|| printed(MOST_DECIMALS))
}
