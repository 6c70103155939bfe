//! 中文：外部编辑器和留下的草稿.

use crate::app::Fallback;
use crate::words::HandingWords;

pub const WORDS: HandingWords = HandingWords {
    none_set_title: "没有设置外部编辑器",
    none_set: |fallback| match fallback {
        Fallback::Vi => {
            "环境变量 VISUAL、EDITOR 都没有设，可用 vi 打开。在 vi 里按 i 开始改；改完按 Esc，键入 :wq 再按 Enter，存好并返回；不想改，按 Esc，键入 :q! 再按 Enter 返回。"
        }
        Fallback::Nano => {
            "环境变量 VISUAL、EDITOR 都没有设，可用 nano 打开。改完按 Ctrl-O、Enter 存好，再按 Ctrl-X 返回。"
        }
    },
    none_there: "没有外部编辑器可用，进展没有变；请安装一个，并把环境变量 EDITOR 设为它",
    no_command: |variable, value| {
        format!(
            "环境变量 {variable} 不是一条完整的命令（引号不成对，或有读不懂的字符）：{value}；没有启动编辑器，请改正它"
        )
    },
    gone: |program| format!("外部编辑器 {program} 没有留下文件，进展没有变；请再试一次"),
    saved: |program| {
        format!(
            "外部编辑器 {program} 没有正常结束；它最后存的文字已取回，请核对（Ctrl-Z 恢复原样）"
        )
    },
    converted: |encoding| format!("外部编辑器存的是{encoding}编码，已转换，请核对文字"),
    at_once: |program, variable, waiting| {
        format!(
            "{program} 没有等您改完就返回了，文字还没有变。在它里面存好后，再按一次 F7 取回；以后请把 {variable} 设为会等待的命令，如 {waiting}"
        )
    },
    too_long: |file, limit_bytes| {
        format!(
            "外部编辑器存的文字超过{}KB，放不进这里，进展没有变；全文留在 {file}",
            limit_bytes / 1024
        )
    },
    no_text: |file| {
        format!(
            "外部编辑器存的不是文字（或编码不明），进展没有变；原样留在 {file}，请用UTF-8编码另存"
        )
    },
    not_kept: |why| format!("没能用外部编辑器，进展没有变：{why}"),
    moved_from: |path| format!("写它的时候，台账在 {path}。"),
    unread: |names, file| format!("还有这个版本的程序不认识的内容（{names}），留在 {file}。"),
    left: |file| format!("外部编辑器存的另一份太长或不是文字，留在 {file}。"),
};
