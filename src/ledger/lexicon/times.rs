//! Words of time, place and comparison.

/// The period that is reported.
pub const THIS_YEAR: [&str; 5] = ["今年", "上半年", "季度", "年初以来", "本年"];

/// Another time than the period that is reported.
pub const OTHER_TIMES: [&str; 15] = [
    "去年",
    "上年",
    "往年",
    "结转",
    "以前年度",
    "当月",
    "单月",
    "每月",
    "月均",
    "日均",
    "平均",
    "假期",
    "每年",
    "连续",
    "历年",
];

/// The same time of last year, which a rate is held against as a matter of course.
pub const SAME_TIMES: [&str; 14] = [
    "上年同期",
    "去年同期",
    "较上年",
    "较去年",
    "比上年",
    "比去年",
    "与上年",
    "与去年",
    "和上年",
    "和去年",
    "由上年",
    "由去年",
    "从上年",
    "从去年",
];

/// Since a time; of this year, that is the period which is reported.
pub const SINCE: [&str; 1] = ["以来"];
/// Since the beginning of this year.
pub const SINCE_THIS_YEAR: [&str; 2] = ["今年以来", "年初以来"];

/// The end of a year, a stock from before where the year is named.
pub const YEAR_ENDS: [&str; 2] = ["年底", "年末"];

/// Behind the number of a month.
pub const OF_MONTH: [&str; 1] = ["月份"];

/// A part of the whole by another measure: by place, by partner, by currency.
pub const OTHER_MEASURES: [&str; 4] = ["每个", "计价", "不变价", "分别"];

/// A season, which is not the period that is reported where the promise does not name it.
pub const SEASONS: [&str; 8] = [
    "春季",
    "夏季",
    "秋季",
    "冬季",
    "三夏",
    "三秋",
    "汛期",
    "采暖季",
];

/// What says that a note is about a city, a county or a district of its own.
pub const OWN_PLACES: [&str; 6] = ["全市", "我市", "全县", "我县", "全区", "我区"];

/// Compared with something.
pub const THAN: [&str; 2] = ["较", "比"];
/// Compared with the same time, or with the time right before.
pub const RATIOS: [&str; 2] = ["同比", "环比"];
