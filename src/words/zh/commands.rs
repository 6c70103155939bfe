//! 中文：命令面板、帮助和按键提示.

use crate::app::Action;
use crate::words::CommandWords;

/// The words of the palette and of the help in Chinese.
pub const WORDS: CommandWords = CommandWords {
    palette: "命令面板",
    full: |action| match action {
        Action::Edit => Some("编辑进展"),
        Action::EditFields => Some("编辑存在问题、下步打算、数据"),
        Action::Findings => Some("核对：对不上的地方"),
        Action::HandOver => Some("用外部编辑器编辑"),
        Action::Palette => Some("命令面板：按名称找操作"),
        Action::Present => Some("演示：一项一屏"),
        Action::RewriteOrder => Some("修改这条交办"),
        Action::Search => Some("搜索、查找"),
        Action::Star => Some("标星、取消标星"),
        Action::SwitchPane => Some("换栏（列表、详情、指标）"),
        Action::Undo => Some("撤销上一步"),
        _ => None,
    },
    find_key: "查找按键：/ 或 F3",
    nothing_left: "没有这样的按键或操作",
    others: |numbers| format!("另有 {numbers}"),
};
