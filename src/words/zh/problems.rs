//! What is said of a file that cannot be read as a ledger, in Chinese.

use crate::ledger::problem::{Expected, Found};
use crate::words::ProblemWords;

pub const WORDS: ProblemWords = ProblemWords {
    of_item: |id| format!("第{id}项："),
    problem_count: |count, told| match count - told {
        0 => format!("共{count}处错误，文件未改动。"),
        more => format!("共{count}处错误，另有{more}处未列出；文件未改动。"),
    },
    empty_file: "文件是空的，没有台账；请用 taizhang restore 取回旧版本，或换一个名字用 taizhang new 新建",
    not_utf8: "不是UTF-8文字；请用记事本或WPS另存为UTF-8编码再打开",
    missing: |key| format!("缺少 {key}；请补上"),
    wrong_type: |key, expected, found| format!("{key} 应为{expected}，这里是{found}"),
    expected: |expected| match expected {
        Expected::Text => "带引号的文字",
        Expected::Texts => "文字的列表，如 [\"甲\", \"乙\"]",
        Expected::Number => "数字（不带引号和单位）",
        Expected::Whole => "整数",
        Expected::Date => "日期，如 2025-06-30（不带引号）",
        Expected::Truth => "true 或 false",
        Expected::Id => "非负整数或带引号的文字",
        Expected::Table => "一个表，写作 [名称]",
        Expected::Tables => "一组表，写作 [[名称]]",
    },
    found: |found| match found {
        Found::Text => "文字",
        Found::Whole => "整数",
        Found::Number => "小数",
        Found::Truth => "true 或 false",
        Found::DateTime => "日期时间",
        Found::List => "列表",
        Found::Table => "表",
    },
    not_finite: |key| format!("{key} 不是有限的数；请写实际数字，没有数就删去这一行"),
    empty: |key| format!("{key} 是空的；请填写"),
    duplicate_id: |line| format!("序号重复，第{line}行已用过；请改成不同的 id"),
    unknown_word: |key, word, allowed, near| match near {
        Some(near) => format!("{key} 不认识“{word}”，是不是 {near}？可用：{allowed}"),
        None => format!("{key} 不认识“{word}”；可用：{allowed}"),
    },
    override_without_reason: "人工判定（status）必须写明理由；请补上 status_reason",
    unknown_stage: |word| format!("stage 是“{word}”，不在 stages 之中；请改成其中之一"),
    bad_schema: "schema 至少是 1",
    year_out_of_range: "year 应在 1 到 9999 之间",
    tolerance_out_of_range: |key| format!("{key} 应在 0 到 100 个百分点之间"),
    missing_file: "没有这个文件；请写明台账的路径，如：taizhang 台账.toml",
    is_folder: "这是文件夹；请写明其中的台账文件",
    not_a_file: "这不是普通文件（是设备、管道或套接字）；请指定普通文件",
    too_large: |bytes, limit| {
        format!(
            "文件有{}MB，超过{}MB的上限；请确认是不是台账",
            bytes >> 20,
            limit >> 20
        )
    },
    all_zeros: "文件内容全为0，可能因断电损坏；请用备份恢复",
    cut_off: "上次保存中途断了，文件没有写完；用 taizhang 打开它，或运行 taizhang restore，就会恢复成保存前的样子",
    put_back: "上次保存中途断了，文件没有写完；已恢复成保存前的样子",
    being_written: "别的程序正在写这个文件；请稍后再试",
    save_again: "没有保存：别人一直在改这个文件；请稍后再运行一次",
    show_first: "没有保存：文件里的这一项刚被别人改过；请先用 taizhang show 看一看，再运行一次",
    utf16: "文件是UTF-16编码；请用记事本或WPS另存为UTF-8编码再打开",
    not_written: |why| format!("写不出去：{why}"),
    empty_input: "标准输入是空的，没有写；要清空进展，请写 --progress \"\"",
    unreadable: |why| format!("无法读取：{why}"),
};
