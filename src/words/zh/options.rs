//! The help of the command line, in Chinese.

use crate::words::OptionWords;

pub const WORDS: OptionWords = OptionWords {
    about_check: "核对台账：数与原文、各部分之和、比例、序时、口径；有错误时退出状态为1",
    about_strict: "有提示时退出状态也为1",
    about_program: "台账：在终端里浏览、搜索、修改政府工作报告事项的台账。\n输出不是终端时（重定向或管道），打印事项列表。",
    about_ledger: "台账文件",
    about_language: "界面语言：zh 中文，en 英文；不写则按系统语言，再按台账文字",
    about_read_only: "只看不改：不写台账文件",
    about_no_mouse: "不用鼠标：由终端自己选择文字",
    about_ascii: "除汉字和全角标点外，只用ASCII字符",
    about_ambiguous: "终端把“│”“—”这类字符画多宽：auto 问终端（默认），narrow 一格，wide 两格（线框和进度条改用总是一格的字符）",
    about_help: "显示本帮助",
    about_version: "显示版本",
    commands: "命令",
    about_list: "列出事项",
    about_search: "搜索事项，与屏幕上的次序相同；没有命中时退出状态为1",
    about_query: "要搜的词，写法与屏幕上的搜索相同，如：海洋、dt、状态:滞后",
    about_show: "显示一项的全部内容",
    about_set: "写一项的进展情况，与编辑界面一样安全",
    about_summary: "汇总：各状态的项数、慢于序时最多的事项",
    about_set_progress: "新的进展情况；写 - 则从标准输入读",
    about_id: "事项的序号",
    about_status: "只要这些状态，以逗号隔开",
    about_format: "格式：text（不写时）、tsv、csv、md、json",
    about_restore: "列出保存前留下的旧版本；加 --version N 取回其中一个",
    about_restore_version: "取回第N个版本（现在的文件也会先留底）",
};
