//! Figures of another time, place or owner than the promise is about.

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::lexicon::{THIS_YEAR, ends_with_any, has_any, starts_with_any};
use crate::text::wrap::is_han;

/// Another time than the period that is reported.
const OTHER_TIMES: [&str; 15] = [
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

/// A part of the whole by another measure: by place, by partner, by currency.
const OTHER_MEASURES: [&str; 4] = ["每个", "计价", "不变价", "分别"];

/// A season, which is not the period that is reported where the promise does not name it.
const SEASONS: [&str; 8] = [
    "春季",
    "夏季",
    "秋季",
    "冬季",
    "三夏",
    "三秋",
    "汛期",
    "采暖季",
];

/// What the name of a place or an owner ends in.
const PLACES: [&str; 7] = ["县", "区", "镇", "乡", "街道", "公司", "集团"];

/// The most characters of a place's name at the head of a clause.
const PLACE_CHARS: usize = 8;

/// Whether a quantity is of another time, place or owner.
pub fn is_elsewhere(passage: &Passage<'_>, mention: &Mention<'_>, title: &str) -> bool {
    let before = passage.clause_before(mention);
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    // A rate is held against the same time of last year as a matter of course.
    let is_rate = mention.quantity.is_percent();
    let is_time = |words: &str| {
        let plain = |words: &str| {
            let mut words = words.replace("上年同期", "").replace("去年同期", "");
            for sign in ["较", "比", "与", "和", "由", "从"] {
                for year in ["上年", "去年"] {
                    words = words.replace(&format!("{sign}{year}"), "");
                }
            }
            words
        };
        if is_rate {
            is_other_time(&plain(words))
        } else {
            is_other_time(words)
        }
    };
    is_time(sentence)
        || is_time(before)
        || has_any(before, &OTHER_MEASURES)
        || is_other_place(passage.text, before, title)
        || is_earlier_year(passage.text, sentence)
        || SEASONS
            .iter()
            .any(|season| sentence.contains(season) && !title.contains(season))
}

/// From the last word of the reported period on nothing may lead to another one.
fn is_other_time(sentence: &str) -> bool {
    let this_year = THIS_YEAR.iter().filter_map(|word| sentence.rfind(word));
    let said = sentence
        .get(this_year.max().unwrap_or(0)..)
        .unwrap_or(sentence);
    let said = said.replace("今年以来", "").replace("年初以来", "");
    has_any(&said, &OTHER_TIMES)
        || said.contains("以来")
        || ends_a_year(&said)
        || is_one_month(&said)
}

/// `截至2024年底`, `截至上年底`: a stock from before.
fn ends_a_year(said: &str) -> bool {
    let digits_before = |word: &str| {
        let before = said
            .split(word)
            .next()
            .filter(|before| before.len() < said.len());
        before.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    };
    digits_before("年底") || digits_before("年末")
}

/// Whether a sentence names a year before another one that the note names.
fn is_earlier_year(note: &str, sentence: &str) -> bool {
    let last = |text: &str| {
        let ends = text.match_indices('年').map(|(at, _)| at);
        let years = ends.filter_map(|end| text.get(end.checked_sub(4)?..end)?.parse::<u16>().ok());
        years.filter(|year| (1900..2200).contains(year)).max()
    };
    last(sentence).is_some_and(|year| last(note) > Some(year))
}

/// `6月份`, but not `1-6月份`, which is all of them.
fn is_one_month(said: &str) -> bool {
    let Some((before, _)) = said.split_once("月份") else {
        return false;
    };
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.len() < before.len() && !ends_with_any(rest, &["-", "－", "–", "—", "~", "～", "至"])
}

/// Whether a clause is about a place or an owner: the country, a county, a company.
fn is_other_place(note: &str, before: &str, title: &str) -> bool {
    let head = before.trim_start();
    let names_lower = || has_any(note, &["全市", "我市", "全县", "我县", "全区", "我区"]);
    let is_wider = head.starts_with("全国") || (head.starts_with("全省") && names_lower());
    // 对东盟增长: to one partner of all.
    if is_wider || head.starts_with('对') {
        return true;
    }
    if starts_with_any(head, &["全", "我", "各", "本", "该", "辖"]) {
        return false;
    }
    let mut name = String::new();
    for c in head.chars().take(PLACE_CHARS).take_while(|c| is_han(*c)) {
        name.push(c);
        let behind = head.get(name.len()..).unwrap_or_default();
        // 县级 and 区域 are no places.
        let is_name = !starts_with_any(behind, &["级", "域", "内", "以上"]);
        let ends = name.chars().count() > 1 && ends_with_any(&name, &PLACES);
        if ends && is_name && !title.contains(&name) {
            return true;
        }
    }
    false
}

/// Whether an amount is a difference to another time: `较年初新增`, `比上年同期多`.
pub fn is_compared(before: &str) -> bool {
    let since = before.rsplit(['较', '比']).next().unwrap_or_default();
    let times = [
        "上年",
        "去年",
        "年初",
        "同期",
        "上月",
        "一季度",
        "2",
        "增",
        "多",
        "新增",
    ];
    since.len() < before.len() && starts_with_any(since, &times)
}
