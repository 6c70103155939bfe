//! 中文：字段、操作和状态的名称.

use crate::app::Action;
use crate::ledger::{Part, Slot};
use crate::search::{Advice, Scope};
use crate::text::shown;
use crate::words::zh::menus::MENUS;
use crate::words::zh::orders::part_of_order;

pub fn action(action: Action) -> &'static str {
    match action {
        Action::Up => "上移",
        Action::Down => "下移",
        Action::Left => "左移",
        Action::Right => "右移",
        Action::PageUp => "上一页",
        Action::PageDown => "下一页",
        Action::First => "到开头",
        Action::Last => "到末尾",
        Action::NextLate => "下一个慢于序时项",
        Action::PreviousLate => "上一个慢于序时项",
        Action::ScrollUp => "详情上滚",
        Action::ScrollDown => "详情下滚",
        Action::NextIndicator => "下一指标",
        Action::PreviousIndicator => "上一指标",
        Action::SwitchPane => "换栏",
        Action::Zoom => "放大当前栏",
        Action::Open => "打开详情",
        Action::Overview => "汇总",
        Action::Findings => "核对",
        Action::Propose => "从原文取数",
        Action::Filter => "筛选",
        Action::Sort => "排序",
        Action::Star => "标星",
        Action::Copy => "复制",
        Action::Search => "搜索",
        Action::NextHit => "下一处命中",
        Action::PreviousHit => "上一处命中",
        Action::Edit | Action::RewriteOrder => "编辑",
        Action::EditFields => "问题、打算、数据",
        Action::NextEntry => "下一字段",
        Action::PreviousEntry => "上一字段",
        Action::Undo => "撤销",
        Action::Redo => "重做",
        Action::Reload => "重新载入",
        Action::Palette => "命令",
        Action::Help => "帮助",
        Action::Back => "返回",
        Action::Quit => "退出",
        Action::Redraw => "重画屏幕",
        Action::Theme => "换配色",
        Action::Keep => "保留结果",
        Action::NameSearch => "存下现在的搜索、筛选、排序",
        Action::Forget => "删除所存的搜索",
        Action::SwitchScope => "换范围",
        Action::ClearField => "清空",
        Action::Save => "保存",
        Action::AppendDated => "追加一条（带日期）",
        Action::InsertDate => "插入日期",
        Action::HandOver => "外部编辑器",
        Action::Compare => "对照原文",
        Action::NewLine => "换行",
        Action::DeleteBefore => "删前一字",
        Action::DeleteAfter => "删后一字",
        Action::DeleteWordBefore => "删前一词",
        Action::DeleteWordAfter => "删后一词",
        Action::LeftWord => "左移一词",
        Action::RightWord => "右移一词",
        Action::SelectAll => "全选",
        Action::CopySelection => "复制选中的文字",
        Action::RowStart => "到行首",
        Action::RowEnd => "到行末",
        Action::Present => "演示",
        Action::GoTo => "跳到所输序号，未输则下一项",
        Action::NextItem => "下一项",
        Action::PreviousItem => "上一项",
        Action::Blank => "黑屏",
        Action::LeaveHere => "退出演示，停在本项",
        Action::NextChoice => "换一个",
        Action::PreviousChoice => "换回前一个",
        Action::RecordOrder => "记会议交办",
        Action::Orders => "会议交办",
        Action::MarkDone => "标为已办、未办",
        Action::Take => "采用",
        Action::Choose => "选定",
    }
}

pub fn slot(slot: &Slot) -> &'static str {
    match slot {
        Slot::Progress => "进展情况",
        Slot::Problem => "存在问题",
        Slot::Next => "下步打算",
        Slot::Lead => "牵头单位",
        Slot::Status => "人工判定",
        Slot::Reason => "判定理由",
        Slot::Order(part) => part_of_order(*part),
        Slot::Of(_, part) => match part {
            Part::Target => "目标",
            Part::Actual => "完成",
            Part::Underway => "已着手",
            Part::Reported => "部门自报（%）",
            Part::Stage => "阶段",
            Part::Evidence => "依据原文",
        },
    }
}

/// Where a search looks.
pub fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::All => "全部",
        Scope::Titles => "事项",
        Scope::Notes => "进展",
    }
}

/// What to try where nothing is found.
pub fn advice(advice: &Advice) -> String {
    match advice {
        Advice::Scope(scope, count) => format!("范围“{}”里有 {count} 条。", self::scope(*scope)),
        Advice::Status(status) => format!("要找这样判定的事项，输入 状态:{}", status.chinese()),
        Advice::Lead(name, count) => {
            let name = shown(name);
            format!("牵头单位含“{name}”的有 {count} 条，输入 单位:{name}")
        }
        Advice::Tag(name, count) => {
            let name = shown(name);
            format!("标签含“{name}”的有 {count} 条，输入 标签:{name}")
        }
        Advice::Category(name, count) => {
            let name = shown(name);
            format!("类别含“{name}”的有 {count} 条，输入 类别:{name}")
        }
        Advice::Silent => "要找未报的事项，输入 状态:未报".to_owned(),
        Advice::Words(key) => (MENUS.known_words)(*key),
        Advice::Names(kind, names) => (MENUS.known_names)(kind, names),
        Advice::Piece(piece, count) => format!("含“{}”的有 {count} 条。", shown(piece)),
    }
}
