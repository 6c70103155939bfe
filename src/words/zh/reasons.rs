//! Why a verdict is what it is, in Chinese.

use crate::words::ReasonWords;

pub const WORDS: ReasonWords = ReasonWords {
    complete: |completion| format!("完成{completion}% ≥ 目标100%"),
    complete_about: |completion| format!("完成{completion}%，在“左右”的允差之内"),
    ahead_of_line: |completion, line, gap| format!("{completion}% ≥ 序时{line}%，快{gap}个百分点"),
    behind_line: |completion, line, gap| format!("{completion}% < 序时{line}%，慢{gap}个百分点"),
    under_ceiling: |used, line, gap| format!("已用限额{used}% ≤ 序时{line}%，低{gap}个百分点"),
    over_ceiling: |used, line, gap| format!("已用限额{used}% > {line}%，高{gap}个百分点"),
    target_met: |actual, target| format!("{actual}，达到目标{target}"),
    target_met_about: |actual, target| format!("{actual}，在目标{target}左右的允差之内"),
    ceiling_broken: |actual, target| format!("{actual}，超过限额{target}"),
    ceiling_kept: |actual, target| format!("{actual}，未超过{target}"),
    target_missed: |actual, target, points| format!("{actual}，目标{target}，差{points}个百分点"),
    stage_reached: |stage, reached, stages| format!("已到“{stage}”，第{reached}步，共{stages}步"),
    before_first_stage: "尚未进入第一步",
    overdue: "，期限已到",
    nothing_begun: "完成0，也没有已着手的数，尚未启动",
    only_underway: |figure| format!("只有已着手数{figure}，没有完成数，不作结果"),
    no_time_line: "没有可对照的序时：未写数据截至日期（as_of），或期限早于开始日期",
    no_scale: "目标不大于零，算不出完成比例",
    partly_started: "；另有指标已在推进，故判滞后",
};
