//! 中文：筛选和排序.

use crate::app::filtering::{Choice, Family};
use crate::ledger::Status;
use crate::search::{FilterKind, Key, Sort};
use crate::text::shown;
use crate::words::menus::Menus;

pub const MENUS: Menus = Menus {
    filters: "筛选（同类任一，不同类须同时满足）",
    sorts: "排序",
    typing_narrows: "输入文字或拼音，缩小范围",
    nothing_left: "没有这样的选项",
    clear: "取消全部筛选",
    choice,
    chip,
    family: |family| match family {
        Family::Lead => "牵头",
        Family::Category => "类别",
        Family::Tag => "标签",
        _ => "筛选",
    },
    sort: |sort| match sort {
        None | Some(Sort::Number) => "按序号（搜索时，命中好的在先）",
        Some(Sort::Behind) => "滞后最多的在先，无法判断的在后",
        Some(Sort::Completion) => "完成率高的在先",
        Some(Sort::Changed) => "本次改动过的在先",
    },
    sort_chip: |sort| match sort {
        Sort::Number => "序号",
        Sort::Behind => "滞后最多",
        Sort::Completion => "完成率",
        Sort::Changed => "本次改动",
    },
    sorted: "排序",
    narrowed_mark: "筛",
    sorted_mark: "序",
    nothing_fits: |found| format!("{found}项都不合筛选。"),
    change_filters: "F7 改筛选，Esc 取消",
    still_listed: |id| {
        format!("第{id}项已保存；它已不合筛选，暂留在列表里（~），下次搜索或筛选时移出")
    },
    starred: |id, is_starred| {
        if is_starred {
            format!("第{id}项已标星（+），退出程序后不保留")
        } else {
            format!("第{id}项已取消标星")
        }
    },
    filters_dropped: "这一项不在筛选之内，已取消筛选",
    known_words: |key| match key {
        Key::Is => {
            let statuses = Status::ALL.map(Status::chinese).join("、");
            format!("状态: 后面可以写：{statuses}、未报、标星、交办")
        }
        Key::Has => {
            "核对:有 是有核对问题的，判定:人工 是人工判定的，有:交办 是有会议交办的".to_owned()
        }
        Key::Sort => {
            let sorts = Sort::ALL.map(|sort| sort.names()[0]).join("、");
            format!("排序: 后面可以写：{sorts}")
        }
    },
    known_names: |kind, names| {
        let of = match kind {
            FilterKind::Lead(_) => "牵头单位",
            FilterKind::Category(_) => "类别",
            _ => "标签",
        };
        if names.is_empty() {
            return format!("台账里没有写{of}。");
        }
        let names: Vec<String> = names.iter().map(|name| shown(name)).collect();
        format!("台账里的{of}有：{}", names.join("、"))
    },
};

fn choice(choice: &Choice) -> String {
    let name = chip(choice);
    match choice {
        Choice::Late => "慢于序时（未启动、滞后、趋缓）".to_owned(),
        Choice::Status(_) => format!("状态：{name}"),
        Choice::ByPerson => "有人工判定".to_owned(),
        Choice::Silent => "未报：没有进展，或与上期相同".to_owned(),
        Choice::Findings => "有核对问题".to_owned(),
        Choice::Starred => "标星".to_owned(),
        Choice::Lead(_) => format!("牵头：{name}"),
        Choice::Category(_) => format!("类别：{name}"),
        Choice::Tag(_) => format!("标签：{name}"),
    }
}

fn chip(choice: &Choice) -> String {
    match choice {
        Choice::Late => "慢于序时".to_owned(),
        Choice::Status(status) => status.chinese().to_owned(),
        Choice::ByPerson => "人工判定".to_owned(),
        Choice::Silent => "未报".to_owned(),
        Choice::Findings => "有核对问题".to_owned(),
        Choice::Starred => "标星".to_owned(),
        Choice::Lead(None) | Choice::Category(None) => "（未写）".to_owned(),
        Choice::Lead(Some(name)) | Choice::Category(Some(name)) | Choice::Tag(name) => shown(name),
    }
}
