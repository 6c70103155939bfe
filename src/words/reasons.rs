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
    pub only_underway: fn(&str) -> String,
    pub no_time_line: &'static str,
    pub no_scale: &'static str,
    pub partly_started: &'static str,
}
