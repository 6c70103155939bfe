//! Why a verdict is what it is.

/// Why a verdict is what it is, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct ReasonWords {
    pub complete: fn(&str) -> String,
    pub complete_about: fn(&str) -> String,
    pub ahead_of_line: fn(&str, &str, &str) -> String,
    pub behind_line: fn(&str, &str, &str) -> String,
    pub under_ceiling: fn(&str, &str, &str) -> String,
    pub over_ceiling: fn(&str, &str, &str) -> String,
    pub target_met: fn(&str, &str) -> String,
    pub target_met_about: fn(&str, &str) -> String,
    pub ceiling_broken: fn(&str, &str) -> String,
    pub ceiling_kept: fn(&str, &str) -> String,
    pub target_missed: fn(&str, &str, &str) -> String,
    pub stage_reached: fn(&str, usize, usize) -> String,
    pub before_first_stage: &'static str,
    pub overdue: &'static str,
    pub nothing_begun: &'static str,
    /// What is going on, without a result.
    pub going_on: fn(&str) -> String,
    /// A step, which may be empty, and how many are at it.
    pub at_step: fn(&str, &str) -> String,
    /// A step, its number, and of how many.
    pub step_of: fn(&str, usize, usize) -> String,
    pub side_figures: fn(&str) -> String,
    pub unassigned: &'static str,
    pub silent: &'static str,
    pub no_note: &'static str,
    pub missing: fn(&str) -> String,
    pub year_end: fn(&str) -> String,
    pub several_years: &'static str,
    pub done_so_far: fn(&str) -> String,
    pub reported_ahead: fn(&str, &str, &str) -> String,
    pub reported_behind: fn(&str, &str, &str) -> String,
    pub level_short: fn(&str, &str, &str) -> String,
    pub level_over: fn(&str, &str, &str) -> String,
    pub no_baseline: &'static str,
    pub points: fn(&str) -> String,
    /// What is needed a month, what was done a month so far, and how many times as much that is.
    pub pace: fn(&str, &str, Option<&str>) -> String,
    pub between: &'static str,
    pub colon: &'static str,
    pub no_time_line: &'static str,
    pub no_scale: &'static str,
    pub partly_started: &'static str,
}
