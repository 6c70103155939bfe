//! 中文：还没有台账的时候.

use crate::words::BeginningWords;

pub const WORDS: BeginningWords = BeginningWords {
    title: " 台账 taizhang",
    nothing_here: "这个文件夹里没有 ledger.toml。从哪里开始？",
    open_this: |name| format!("打开 {name}"),
    make_new: |path| format!("新建台账 (n)：模板写到 {path}"),
    see_demo: "看演示台账 (d)：只看，什么也不写",
    open_other: "打开别的文件 (o)：输入文件名，或把文件拖进窗口",
    quit: "退出 (q)",
    path_label: " 文件：",
    advice: "taizhang 台账.toml    打开别处的台账\ntaizhang new          在这里写一个模板\ntaizhang demo         看演示台账，什么也不写",
    demo_name: "演示台账",
    demo_only: "这是演示台账，改动不保存；想留一份自己改：taizhang demo -o 我的.toml",
    copied: |file| format!("演示台账已写到 {file}\n打开它：taizhang {file}"),
    made: |file| {
        format!(
            "台账模板已写到 {file}\n打开它：taizhang {file}\n添事项、添指标，用记事本等改这个文件（存成UTF-8），文件里有说明"
        )
    },
    is_there: "已有这个文件，未改动；请换个名字",
    template: include_str!("template.toml"),
    about_new: "写一个带说明的台账模板；已有的文件不动",
    about_new_file: "新台账写到哪里",
    about_demo: "看演示台账：不写任何文件；输出不是终端时打印列表",
    about_copy: "把演示台账写成这个文件，留着自己改；已有的文件不动",
    about_doctor: "打印程序、终端、文件夹和台账的情况，报告问题时附上；不含台账的文字",
};
