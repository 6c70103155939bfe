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
    going_on: |what| format!("under way: {what}, no result yet"),
    at_step: |step, figure| {
        if step.is_empty() {
            figure.to_owned()
        } else {
            format!("{step} {figure}")
        }
    },
    step_of: |step, number, steps| format!("“{step}”, step {number} of {steps}"),
    side_figures: |figures| format!("no result; figures of something else: {figures}"),
    unassigned: "the ledger has no figure for it; the note has numbers of its unit, to be assigned",
    silent: "the note gives no figure for it",
    no_note: "nothing was reported, and the ledger records no measure",
    missing: |measures| format!("the ledger lacks a measure: {measures}"),
    year_end: |last| format!("no figure before “{last}”"),
    several_years: "promised over several years without dates (start, due), so there is no time line",
    done_so_far: |percent| format!("; {percent}% done"),
    reported_ahead: |reported, line, gap| {
        format!("reported by the department: {reported}% ≥ time {line}%, {gap} points ahead")
    },
    reported_behind: |reported, line, gap| {
        format!("reported by the department: {reported}% < time {line}%, {gap} points behind")
    },
    level_short: |actual, target, gap| format!("{actual}, short of {target} by {gap}"),
    level_over: |actual, target, gap| format!("{actual}, above {target} by {gap}"),
    no_baseline: "; no baseline",
    points: |points| format!("{points} points"),
    pace: |needed, so_far, times| {
        let times = times.map(|times| format!(", {times} times as fast"));
        format!(
            "{needed} a month needed from now on, {so_far} so far{}",
            times.unwrap_or_default()
        )
    },
    between: "; ",
    colon: ": ",
    no_time_line: "there is no time line: no date (as_of), or it is due before it starts",
    no_scale: "the target is zero, so no share can be told",
    partly_started: "; another measure has moved, so the item is behind",
};
