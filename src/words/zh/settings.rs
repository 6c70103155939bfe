//! The words about the file of settings, in Chinese.

use crate::words::SettingsWords;

pub const WORDS: SettingsWords = SettingsWords {
    head: "taizhang 的设置。每行都是默认值，前面有 # 的不起作用；要改哪项，去掉它前面的 #。\n命令行里写的优先。改完可用 taizhang config check 核对。",
    language: "界面语言；不写时看系统",
    theme: "打开时的配色；不写时用终端自带的颜色，终端没有颜色或设了 NO_COLOR 时用 plain",
    ambiguous: "“、—、① 这类字符终端画几栏宽；auto 为自动探测",
    ascii: "进度条和边框只用 ASCII 字符",
    mouse: "使用鼠标；false 时鼠标归终端（可直接拖选文字）",
    sort: "打开时的排序",
    scope: "搜索的起始范围",
    keys: "按键。把某个键给了一项操作，原来用它的操作就不再用它；每项操作至少留一个键。\n键名如 \"F2\"、\"e\"、\"Ctrl-S\"、\"Shift-Tab\"、\"PgDn\"、\"Up\"、\"Space\"。",
    unknown_key: |key, near| match near {
        Some(near) => format!("没有 {key} 这个设置；是不是 {near}？"),
        None => format!("没有 {key} 这个设置；taizhang config init 会列出全部设置"),
    },
    unknown_word: |key, word, allowed, near| match near {
        Some(near) => format!("{key} 不能是“{word}”；是不是 {near}？可以是：{allowed}"),
        None => format!("{key} 不能是“{word}”；可以是：{allowed}"),
    },
    wrong_type: |key, wanted| format!("{key} 应是{wanted}"),
    text: "引号里的文字",
    truth: " true 或 false",
    table: "一个表，写作 [名称]",
    key_list: "引号里的键名，或几个键名，如 [\"F2\", \"e\"]",
    no_key: |name| format!("没有叫“{name}”的键；写法如 F2、e、Ctrl-S、Shift-Tab、PgDn、Up、Space"),
    no_keys: |action| format!("{action} 一个键也没有了；至少写一个"),
    is_text: |chord, context| {
        format!("在 {context} 里 {chord} 是要输入的文字，不能当命令；换成功能键或 Ctrl 组合键")
    },
    never_sent: |chord| {
        format!(
            "终端分不出 {chord}（Ctrl-M 就是 Enter，Ctrl-I 就是 Tab，Ctrl 加符号多半什么也不是）；换一个键"
        )
    },
    twice: |chord, action| format!("{chord} 已经给了 {action}；换一个键"),
    last_key: |chord, action| {
        format!("{chord} 是 {action} 剩下的最后一个键；请也给 {action} 另写一个键")
    },
    about_config: "本机的设置文件（不写子命令时显示它在哪里）",
    about_check: "核对设置文件，有误则逐条指出，退出状态为2",
    about_init: "写出一份列有全部默认值的设置文件（已有则不动）；-o - 打印到标准输出",
    about_file: "写到这个文件",
    about_no_config: "不读设置文件",
    fine: |file| format!("{file}：没有问题"),
    none: |file| format!("{file}：还没有；用 taizhang config init 写一份"),
    written: |file| format!("已写入 {file}"),
    exists: |file| format!("{file}：已经有了，没有改动；要看默认值用 taizhang config init -o -"),
    no_folder: "本机没有放设置的目录（HOME 和 XDG_CONFIG_HOME 都没有）；用 -o 指定文件",
    way_out: "台账没有打开。改好设置文件再试，或加 --no-config 先按默认设置打开。",
};
