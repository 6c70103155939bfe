//! 中文：会议交办.

use jiff::civil::{Date, Weekday};

use crate::ledger::{OrderPart, OrderState};
use crate::words::OrderWords;

/// The words of orders in Chinese.
pub const WORDS: OrderWords = OrderWords {
    heading: "会议交办",
    state: |state| match state {
        OrderState::Overdue(days) => format!("逾期{days}天"),
        OrderState::Open => "未办".to_owned(),
        OrderState::Done => "已办".to_owned(),
    },
    state_short: |state| match state {
        OrderState::Overdue(_) => "逾期",
        OrderState::Open => "未办",
        OrderState::Done => "已办",
    },
    day: |day| format!("{}月{}日", day.month(), day.day()),
    count: |count, day| {
        let day = day.map(|day| format!("（截至{day}）")).unwrap_or_default();
        match (count.open, count.overdue) {
            (0, _) => format!("{}条，都已办{day}", count.all),
            (open, 0) => format!("{}条，未办{open}条，无逾期{day}", count.all),
            (open, overdue) => format!("{}条，未办{open}条，逾期{overdue}条{day}", count.all),
        }
    },
    more: |orders| format!("另有{orders}条"),
    sentence: |facts, text| format!("{facts}：{text}"),
    due: |day| format!("时限{day}"),
    owner: |owner| format!("责任：{owner}"),
    meeting: |day| format!("{day}会议"),
    without_meeting: "未写会议日期",
    none: "还没有会议交办。",
    how_to_begin: "按 Esc 回到列表，选中事项后按 Ctrl-O（或 m）记一条；演示时也可以。",
    recording: |id| format!("第{id}项  记会议交办"),
    rewriting: |id| format!("第{id}项  修改会议交办"),
    understood: |day| format!("即{day}周{}", weekday(day)),
    before_meeting: |day| format!("即{day}周{}，早于会议", weekday(day)),
    not_understood: "看不懂这个日期，请写 2025-08-31、8-31 或 8月31日",
    take_lead: |lead| format!("按 → 填入牵头单位 {lead}"),
    text_missing: "请写交办内容；没有保存",
    no_day: |field| format!("{field}看不懂，请写 2025-08-31、8-31 或 8月31日；没有保存"),
    changed_by_others: "没有保存：这条交办已被别人改动。您的文字还在，再按一次 F2 就另记一条",
    minutes: "会议议定事项督办清单",
    columns: ["序号", "事项", "交办内容", "责任单位", "时限", "状态"],
    about_export: "导出；目前只有会议交办（--orders）",
    about_orders: "会议议定事项督办清单：按会议日期分组，未办的在前；没有交办时退出状态为1",
    about_output: "写到这个文件；不写或写 - 则打印",
    about_format: "格式：md、docx、text；不写则按文件名的结尾，否则md",
    about_force: "文件已存在时也写，原来的内容就没有了",
    only_orders: "export 目前只能导出会议交办；请写明 --orders，如：taizhang export --orders 台账.toml -o 督办清单.docx",
    unknown_ending: |file| {
        format!("{file}: 从文件名看不出格式；请用 .md、.docx、.txt 结尾，或写 --format")
    },
    needs_file: "docx 不能打印在屏幕上；请用 -o 写明文件，如 -o 督办清单.docx",
    exists: |file| format!("{file}: 文件已存在，没有写；要覆盖，请加 --force"),
    is_ledger: "-o 写的是台账文件本身，没有写；请换一个文件名",
    exported: |file, orders| format!("已写入 {file}：{orders}条"),
};

/// The part of an order, as the form names it.
pub const fn part_of_order(part: OrderPart) -> &'static str {
    match part {
        OrderPart::Text => "交办内容",
        OrderPart::Owner => "责任单位",
        OrderPart::Due => "完成时限",
        OrderPart::Date => "会议日期",
    }
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "一",
        Weekday::Tuesday => "二",
        Weekday::Wednesday => "三",
        Weekday::Thursday => "四",
        Weekday::Friday => "五",
        Weekday::Saturday => "六",
        Weekday::Sunday => "日",
    }
}
