//! What does not add up, in Chinese: one sentence a finding.

use crate::ledger::reading::Role;
use crate::ledger::{Part, Severity, Trouble};
use crate::words::say::{figure, quoted, rounded};
use crate::words::zh::unread::unread;

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "提示",
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm a finding: one that is missing does not compile"
)]
pub fn finding(trouble: &Trouble) -> String {
    match trouble {
        Trouble::FigureNotInNote {
            measure,
            part,
            value,
            unit,
        } => {
            let (part, value) = (name_of(*part), figure(*value));
            format!(
                "{}的{part}数{value}{unit}，在所据原文里找不到，也不是其中各数之和",
                named(measure)
            )
        }
        Trouble::WrongSign { measure, value } => {
            format!(
                "{}记为{}，与所据原文的升降方向相反",
                named(measure),
                figure(*value)
            )
        }
        Trouble::EvidenceNotInNote { measure } => {
            format!(
                "{}所据的原文不在进展里，进展改过后没有跟着改",
                named(measure)
            )
        }
        Trouble::PartsTotal { total, sum, unit } => {
            format!(
                "“其中”各部分合计{}{unit}，总数写的是{}{unit}",
                figure(*sum),
                figure(*total)
            )
        }
        Trouble::PartsTarget { sum, target, unit } => {
            format!(
                "已做、在做和剩余的合计{}{unit}，与目标{}{unit}不合",
                figure(*sum),
                figure(*target)
            )
        }
        Trouble::Ratio {
            printed,
            computed,
            base,
            unit,
        } => {
            let (printed, computed, base) = (figure(*printed), rounded(*computed), rounded(*base));
            format!(
                "印出的比例是{printed}%，按所列的数算是{computed}%；分母可能是另一个数（约{base}{unit}）"
            )
        }
        Trouble::Pace { said, computed } => {
            format!(
                "文中说{}，按文中的比例和序时算应{}",
                pace(*said),
                pace(*computed)
            )
        }
        Trouble::PaceClaim { words, status } => {
            format!("文中说“{words}”，按数判定为{}", status.chinese())
        }
        Trouble::LowerThanBefore {
            measure,
            period,
            before,
            after,
            unit,
        } => {
            let (before, after) = (figure(*before), figure(*after));
            format!(
                "{}是累计数，{}为{before}{unit}，本期反而是{after}{unit}",
                named(measure),
                named(period)
            )
        }
        Trouble::NoteUnchanged { period } => {
            format!("进展与{}一字不差，可能没有更新", named(period))
        }
        Trouble::SelfPraise { words, status } => {
            format!("文中自称“{words}”，按数判定为{}", status.chinese())
        }
        Trouble::Pipeline {
            measure,
            step,
            is_counted: true,
        } => {
            format!(
                "{}的完成数出自“{step}”环节，是过程，不是结果",
                named(measure)
            )
        }
        Trouble::Pipeline {
            measure,
            step,
            is_counted: false,
        } => {
            format!("{}只有“{step}”环节的数，没有结果数", named(measure))
        }
        Trouble::NotAResult { measure, role } => {
            let told = match role {
                Role::Begun => "开工数",
                Role::Remaining => "剩余或未做的数",
                _ => "计划数",
            };
            format!("{}的完成数，原文说的是{told}，不是结果", named(measure))
        }
        Trouble::TargetDiffers {
            measure,
            target,
            titled,
            unit,
        } => {
            let (target, titled) = (figure(*target), figure(*titled));
            format!(
                "{}的目标记为{target}{unit}，事项写的是{titled}{unit}",
                named(measure)
            )
        }
        Trouble::OtherFigure {
            measure,
            part,
            known,
            told,
            unit,
        } => {
            let unit = if *part == Part::Reported { "%" } else { unit };
            let (part, known, told) = (name_of(*part), figure(*known), figure(*told));
            format!(
                "原文读出{}的{part}数{told}{unit}，台账记的是{known}{unit}",
                named(measure)
            )
        }
        Trouble::NoMeasure { measure } => {
            format!("事项承诺了{}，台账没有记指标，无法判定", named(measure))
        }
        Trouble::LaterThanLedger { day } => {
            format!("进展写到{}，晚于台账的数据截至日期，判定会偏好", named(day))
        }
        Trouble::NoNote => "没有进展".to_owned(),
        Trouble::TargetRepeated {
            measure,
            target,
            unit,
        } => {
            format!(
                "{}只重提了目标{}{unit}，没有进展数",
                named(measure),
                figure(*target)
            )
        }
        Trouble::UnitDiffers { promised, said } => {
            format!(
                "承诺以“{}”计，进展以“{}”计，口径不同",
                quoted(promised),
                quoted(said)
            )
        }
        Trouble::LevelDiffers { promised, said } => {
            format!("承诺的是{promised}，进展说的是{said}")
        }
        Trouble::NoPlan { status } => {
            format!(
                "判定为{}，但没有写存在问题，也没有写下步打算",
                status.chinese()
            )
        }
        Trouble::NoFigure {
            measure,
            underway: None,
            ..
        } => format!("承诺的{}没有进展数", named(measure)),
        Trouble::NoFigure {
            measure,
            underway: Some(underway),
            unit,
        } => {
            format!(
                "{}只有已着手的{}{unit}，没有完成数",
                named(measure),
                figure(*underway)
            )
        }
        Trouble::Magnitude {
            measure,
            actual,
            target,
            unit,
        } => {
            let (actual, target) = (figure(*actual), figure(*target));
            format!(
                "{}的{actual}{unit}超过目标{target}{unit}的十倍，可能是单位错了",
                named(measure)
            )
        }
        Trouble::IdGap { missing } => {
            let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
            format!("序号不连续，缺{}", missing.join("、"))
        }
        Trouble::IdTwin { other } => format!("序号与{}只差写法，看起来是同一项", named(other)),
        Trouble::TitleTwin { other } => format!("事项与第{}项一字不差", quoted(other)),
        Trouble::DueBeforeStart => "完成时限早于开始时间".to_owned(),
        Trouble::ReportOrder { period } => {
            format!("往期{}的日期不在前一期之后，或不在本期之前", named(period))
        }
        Trouble::OrderDueBeforeGiven => "会议交办的期限早于交办的日期".to_owned(),
        Trouble::NoDate => {
            "台账没有数据截至日期（as_of），画不出序时，累计类指标无法判定".to_owned()
        }
        Trouble::DateOutsideYear { year } => format!("数据截至日期不在台账的年份{year}年内"),
        Trouble::OverrideBetter { computed } => {
            format!("人工判定好于按数判定的{}，请复核理由", computed.chinese())
        }
        Trouble::ManyMeasures { read } => {
            format!("指标超过{read}项：其余的不从文字里读取，也没有核对；请拆成几项")
        }
        Trouble::OverrideIdle => "人工判定与按数判定相同，可以去掉".to_owned(),
        Trouble::ReasonWithoutStatus => "写了判定理由，没有写人工判定".to_owned(),
        Trouble::Unread(key) => {
            let place = key.place;
            format!("{}:{}：{}", place.line, place.column, unread(key))
        }
        Trouble::MoreUnread { count } => format!("还有{count}处没有读入"),
        Trouble::IgnoredInVain { entry } => {
            format!("[check] ignore 的{}没有对应的问题，可以去掉", named(entry))
        }
        Trouble::IgnoredWithoutReason { entry } => {
            format!(
                "[check] ignore 的{}没有写理由，不起作用；在代码后空一格写上理由",
                named(entry)
            )
        }
    }
}

fn name_of(part: Part) -> &'static str {
    match part {
        Part::Underway => "已着手",
        Part::Reported => "部门自报",
        _ => "完成",
    }
}

/// A name of the ledger in quotes; one that has quotes of its own is told apart by them.
fn named(name: &str) -> String {
    let name = quoted(name);
    if name.contains('“') {
        name
    } else {
        format!("“{name}”")
    }
}

fn pace(points: f64) -> String {
    let word = if points < 0.0 { "慢" } else { "快" };
    format!("{word}于序时{}个百分点", rounded(points.abs()))
}
