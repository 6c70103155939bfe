//! Where one verdict ends and the next begins.

use crate::ledger::{Rules, Status};

/// Rounding noise of floating point: 0.1 + 0.2 is still 0.3 for a judge.
pub const NOISE: f64 = 1e-9;

/// By how many percentage points a growth rate may miss its target and still only slip.
pub const RATE_SLIP_POINTS: f64 = 1.0;

/// The status of what stands so many points above the time line.
pub fn against_line(points_above: f64, rules: Rules) -> Status {
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
