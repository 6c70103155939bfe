//! 中文：演示.

use crate::words::PresentationWords;

/// The words of the presentation in Chinese.
pub const WORDS: PresentationWords = PresentationWords {
    item_of: |id, items| format!("第{id}项 / 共{items}项"),
    progress: "进度",
    blank_hint: "按任意键恢复",
    time: |minutes, seconds| format!("{minutes}分{seconds:02}秒"),
    before: |time| format!("本项此前{time}"),
    took: |id, time| format!("第{id}项用时{time}"),
    in_all: |time| format!("共{time}"),
    is_over: |items, time| format!("演示结束：{items}项，共{time}"),
    not_on_agenda: |digits| format!("第{digits}项不在这次演示的事项中"),
    nothing_to_present: "列表里没有可演示的事项",
};
