//! 中文：存下的搜索.

use crate::words::RememberingWords;

/// The words of kept searches in Chinese.
pub const WORDS: RememberingWords = RememberingWords {
    label: " 搜索存为 ",
    suggested: |name| format!("{name}（Enter 用这个名称）"),
    entry: |name, query| format!("搜索：{name}  {query}"),
    how_to_forget: "Delete 删除 ",
    kept: |name| format!("搜索已存为“{name}”，按 F7 取用"),
    kept_in_part: |name, left_out| {
        format!("搜索已存为“{name}”，但不含{left_out}：搜索词说不了，没有存")
    },
    not_said: |left_out| format!("没有存：{left_out}，搜索词说不了"),
    forgotten: |name| format!("已删除所存的搜索“{name}”；还要的话，照样搜出来按 Ctrl-S 再存"),
    nothing_to_keep: "现在没有搜索、筛选或排序可存",
    failed: |why| format!("所存的搜索读写不了（状态文件夹里的 searches.toml），文件没有动：{why}"),
};
