//! 中文：复制.

use crate::app::copying::CopyForm;
use crate::words::CopyingWords;

/// The words of copying in Chinese.
pub const WORDS: CopyingWords = CopyingWords {
    title: |id| format!("复制 第{id}项"),
    form: |form| match form {
        CopyForm::Whole => "整条（序号＋事项＋进展）",
        CopyForm::Title => "事项内容",
        CopyForm::Note => "进展情况",
        CopyForm::MarkdownRow => "Markdown 表格行",
        CopyForm::Json => "JSON",
    },
    hint: "数字 1-5 或字母，一按就复制",
    of_item: |id, form| {
        let form = match form {
            CopyForm::Whole => "整条内容",
            CopyForm::Title => "事项内容",
            CopyForm::Note => "进展情况",
            CopyForm::MarkdownRow => "Markdown表格行",
            CopyForm::Json => "JSON",
        };
        format!("第{id}项的{form}")
    },
    selection: "选中的文字",
    copied: |what, chars| format!("已复制{what}（{chars}字）"),
    sent: |what, chars| {
        format!("已把{what}（{chars}字）发给终端，请它放进剪贴板；终端可能不允许，粘贴时请看一眼")
    },
    too_long: |what, limit| format!("{what}超过{limit}KB，终端接收不了，没有复制"),
    empty: |what| format!("{what}是空的，没有复制"),
    failed: |what, why| format!("没能复制{what}：{why}"),
    no_clipboard: "用不了这台机器的剪贴板；请用鼠标选中文字，由终端来复制",
    occupied: "别的程序正占用着剪贴板；请再试一次",
    nothing_to_copy: "这里没有可复制的事项",
    nothing_selected: "没有选中文字：按住 Shift 移动光标来选，再复制",
};
