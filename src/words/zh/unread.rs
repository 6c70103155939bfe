//! 中文：文件里没有读入的内容，多半是键或表的名字写错了.

use crate::ledger::{NearKey, UnreadKey, UnreadKind};
use crate::words::say::quoted;

/// 没有读入的是什么，多半想写什么.
pub fn unread(key: &UnreadKey) -> String {
    let name = quoted(&key.name);
    match (&key.what, key.near) {
        (UnreadKind::Promise { called }, NearKey::This(near)) => {
            format!(
                "事项“{}”写在 {name} 里，没有读入；请把 {name} 改成 {near}",
                quoted(called)
            )
        }
        (UnreadKind::Promise { called }, _) => {
            format!(
                "事项“{}”写在 {name} 里，没有读入；请改成 [[item]]",
                quoted(called)
            )
        }
        (UnreadKind::Table, NearKey::This(near)) => {
            format!("没有 {name} 这个表，整个表没有读入；是不是 {near}？")
        }
        (UnreadKind::Table, NearKey::In(table)) => {
            format!("{name} 不能写在这里，整个表没有读入；请移到 {table} 里面")
        }
        (UnreadKind::Table, NearKey::Nothing) => {
            format!("没有 {name} 这个表，没有读入；单位自己的内容请写进 extra")
        }
        (UnreadKind::Value, NearKey::This(near)) => {
            format!("没有“{name}”这个键，这一行没有读入；是不是 {near}？")
        }
        (UnreadKind::Value, NearKey::In(table)) => {
            format!("“{name}”是 {table} 的键，写在这里没有读入；请移到那里")
        }
        (UnreadKind::Value, NearKey::Nothing) => {
            format!("没有“{name}”这个键，没有读入；单位自己的内容请写进 extra")
        }
    }
}

/// 一共多少，列出了多少，其中多少是事项.
pub fn count(count: usize, told: usize, promises: usize) -> String {
    let items = match promises {
        0 => String::new(),
        _ => format!("，其中{promises}个是整项事项"),
    };
    let more = match count - told {
        0 => String::new(),
        more => format!("；另有{more}处未列出，用 taizhang check 查看"),
    };
    format!("共{count}处没有读入{items}{more}。")
}

/// 打开时说一次.
pub fn notice(first: &UnreadKey, count: usize, promises: usize) -> String {
    let line = first.place.line;
    let name = quoted(&first.name);
    let near = match first.near {
        NearKey::This(near) => format!("（是不是 {near}？）"),
        _ => String::new(),
    };
    match promises {
        0 => format!("第{line}行的 {name} 没有读入{near}；共{count}处，详见核对（Ctrl-K）"),
        _ => format!(
            "有{promises}项事项没有读入：第{line}行的 {name}{near}；共{count}处没有读入，详见核对（Ctrl-K）"
        ),
    }
}
