//! Words around totals and their parts.

/// What ends a list of parts, or makes a clause none of it.
pub const NO_PARTS: [&str; 13] = [
    "同比",
    "去年",
    "较",
    "其余",
    "总投资",
    "上年",
    "累计",
    "总数",
    "总量",
    "全市",
    "全县",
    "全区",
    "现有",
];

/// What makes a figure the mean of many.
pub const MEANS: [&str; 5] = ["人均", "户均", "亩均", "平均", "单价"];

/// Verbs behind the name of a place.
pub const VERBS_OF_PARTS: [&str; 7] = ["开工", "完工", "新增", "建成", "完成", "已", "分别"];

/// Verbs by which a figure is of something else than the step that its sentence names.
pub const OWN_VERBS: [&str; 5] = ["启动", "实施", "推进", "正在", "开展"];
