//! 中文：取回旧版本.

use crate::words::RestoringWords;

pub const WORDS: RestoringWords = RestoringWords {
    restored: |time, is_kept| {
        let kept = if is_kept {
            "；刚才的文件也已留底，可再用 restore 取回"
        } else {
            ""
        };
        format!("已取回{time}保存之前的样子{kept}")
    },
    empty: "（空的，不能取回）",
    no_ledger: "（打不开，不能取回）",
    is_empty: |number| {
        format!(
            "第{number}个版本是空的（多半是断电时没有写完），没有取回，台账未动；请另选一个版本"
        )
    },
    is_no_ledger: |number, file| {
        format!(
            "第{number}个版本打不开，没有取回，台账未动；请另选一个版本，或用文本编辑器查看 {file}"
        )
    },
    present_not_kept: |why| format!("没有取回，台账未动：现在的文件须先留底，但留不了：{why}"),
};
