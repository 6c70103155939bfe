//! The words around the help of the command line, in Chinese.

use crate::words::UsageWords;

pub const WORDS: UsageWords = UsageWords {
    usage: "用法",
    arguments: "参数",
    options: "选项",
    unknown: |argument, near| match near {
        Some(near) => format!("没有 {argument} 这个选项；是不是 {near}？"),
        None => format!("没有 {argument} 这个选项，或它写在了不该写的地方"),
    },
    unknown_command: |name, near| match near {
        Some(near) => format!("没有 {name} 这个命令；是不是 {near}？"),
        None => format!("没有 {name} 这个命令"),
    },
    bad_value: |argument, value| format!("{argument} 不能是“{value}”"),
    allowed: |values| format!("；可以是：{values}"),
    no_value: |argument| format!("{argument} 后面缺少内容"),
    missing: |arguments| format!("缺少参数：{arguments}"),
    conflict: |argument, other| format!("{argument} 和 {other} 不能同时用"),
    other: |argument| format!("命令行写得不对：{argument}"),
    try_help: "加 --help 看用法，如：taizhang --help、taizhang set --help",
};
