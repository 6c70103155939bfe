//! 中文：程序、终端、文件夹和台账的情况.

use crate::words::DoctorWords;

pub const WORDS: DoctorWords = DoctorWords {
    program: "程序",
    terminal: "终端",
    size: "窗口",
    size_unknown: "不知道",
    colours: "颜色数",
    is_terminal: |input, output| match (input, output) {
        (true, true) => "输入、输出都是终端",
        (true, false) => "输出不是终端",
        (false, true) => "输入不是终端",
        (false, false) => "输入、输出都不是终端",
    },
    width: "“占几格",
    width_is: |cols, asked| match cols {
        Some(cols) => format!("{cols}（问终端得到；--ambiguous {asked}）"),
        None => format!("没有问，或终端不回答（--ambiguous {asked}）"),
    },
    background: "背景颜色",
    background_is: |told| match told {
        Some((colour, true)) => format!("{colour}，浅色（问终端得到）"),
        Some((colour, false)) => format!("{colour}，深色（问终端得到）"),
        None => "没有问，或终端不回答".to_owned(),
    },
    locale: "区域设置",
    language: "界面语言",
    language_name: "中文",
    not_set: "未设",
    state_folder: "状态文件夹",
    config_folder: "配置文件夹",
    versions: "旧版本",
    drafts: "草稿",
    no_folder: "没有",
    writable: "可写",
    to_be_made: "用到时新建",
    refused: |why| format!("不可写：{why}"),
    editor: "外部编辑器",
    ledger: "台账",
    counts: |bytes, items, indicators| format!("{bytes}字节，{items}项，{indicators}个指标"),
    findings: |errors, warnings| format!("核对：错误{errors}处，提示{warnings}处"),
    may_be_written: "可以保存",
    problems: |count| format!("读不成台账，{count}处错误；用 taizhang check 看"),
    encoding: "编码",
    disk: "磁盘",
    disk_is: |kind| {
        kind.map_or_else(
            || "没看出是网络文件系统".to_owned(),
            |kind| format!("{kind}，可能有别的机器同时在写"),
        )
    },
};
