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
    going_on: |what| format!("在办：{what}，尚无完成数"),
    at_step: |step, figure| format!("{step}{figure}"),
    step_of: |step, number, steps| format!("{step}（第{number}步，共{steps}步）"),
    side_figures: |figures| format!("没有完成数；旁数：{figures}"),
    unassigned: "台账没有记它的数；进展里有同一单位的数，待认",
    silent: "进展中没有它的数",
    no_note: "没有报进展，台账也没有记指标",
    missing: |measures| format!("台账缺指标：{measures}"),
    year_end: |last| format!("要到“{last}”才有数"),
    several_years: "承诺跨年，未写起止时间（start、due），不比序时",
    done_so_far: |percent| format!("；已完成{percent}%"),
    reported_ahead: |reported, line, gap| {
        format!("部门自报{reported}% ≥ 序时{line}%，快{gap}个百分点")
    },
    reported_behind: |reported, line, gap| {
        format!("部门自报{reported}% < 序时{line}%，慢{gap}个百分点")
    },
    level_short: |actual, target, gap| format!("{actual}，未达{target}，差{gap}"),
    level_over: |actual, target, gap| format!("{actual}，高于{target}，高{gap}"),
    no_baseline: "；无基数",
    points: |points| format!("{points}个百分点"),
    pace: |needed, so_far, times| {
        let times = times.map(|times| format!("，{times}倍"));
        format!(
            "此后月均需{needed}，此前{so_far}{}",
            times.unwrap_or_default()
        )
    },
    between: "；",
    colon: "：",
    no_time_line: "没有可对照的序时：未写数据截至日期（as_of），或期限早于开始日期",
    no_scale: "目标为零，算不出完成比例",
    partly_started: "；另有指标已在推进，故判滞后",
};
