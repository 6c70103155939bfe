//! Why a verdict is what it is, in English.

use crate::words::ReasonWords;

pub const WORDS: ReasonWords = ReasonWords {
    complete: |completion| format!("{completion}% done ≥ target 100%"),
    complete_about: |completion| format!("{completion}% done, within the tolerance of \"about\""),
    ahead_of_line: |completion, line, gap| {
        format!("{completion}% ≥ time {line}%, {gap} points ahead")
    },
    behind_line: |completion, line, gap| {
        format!("{completion}% < time {line}%, {gap} points behind")
    },
    under_ceiling: |used, line, gap| {
        format!("{used}% of the limit used ≤ time {line}%, {gap} points below")
    },
    over_ceiling: |used, line, gap| {
        format!("{used}% of the limit used > {line}%, {gap} points over")
    },
    target_met: |actual, target| format!("{actual}, target {target} met"),
    target_met_about: |actual, target| format!("{actual}, within the tolerance of about {target}"),
    ceiling_broken: |actual, target| format!("{actual}, above the limit of {target}"),
    ceiling_kept: |actual, target| format!("{actual}, not above {target}"),
    target_missed: |actual, target, points| {
        format!("{actual}, target {target}, {points} points short")
    },
    stage_reached: |stage, reached, stages| format!("at “{stage}”, step {reached} of {stages}"),
    before_first_stage: "before the first step",
    overdue: ", due date passed",
    nothing_begun: "0 done, and nothing begun",
    only_underway: |figure| format!("only {figure} begun, which is no result"),
    no_time_line: "there is no time line: no date (as_of), or it is due before it starts",
    no_scale: "the target is not above zero, so no share can be told",
    partly_started: "; another measure has moved, so the item is behind",
};
