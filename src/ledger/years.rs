//! Promises over several years: 2015—2017年, 五年内, 到2027年, “十四五”期间, by 2027.
//!
//! Owns which words of a title are such a span. A single year that is the ledger's own is none, nor is a year in the
//! name of a document or plan (《…规划（2021-2035年）》, 三年行动计划), nor one that something is compared with.

mod english;

use std::ops::Range;

use crate::ledger::clause::clause_at;
use crate::ledger::quantity::{Quantity, quantities};
use crate::ledger::reading::is_size;

/// A title with its quantities, which are looked for once for all its measures.
#[derive(Debug)]
pub struct Quantified<'t> {
    title: &'t str,
    quantities: Vec<Quantity>,
}

impl<'t> Quantified<'t> {
    /// Looks for the quantities of a title.
    pub fn of(title: &'t str) -> Self {
        Self {
            title,
            quantities: quantities(title, &[]),
        }
    }
}

/// A span of years in a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearSpan {
    /// The bytes of the title that name it.
    pub bytes: Range<usize>,
    /// The year in which it begins, where the title says it.
    pub from: Option<i16>,
    /// The year in which it ends, where the title says it.
    pub to: Option<i16>,
    /// How many years it takes, where only that is said: 五年内.
    pub years: Option<i16>,
}

impl YearSpan {
    /// Whether the measure of a title with this target is promised over the span: not where its own clause says that
    /// it is of the year alone (`到2027年建成5万个，2025年建成1.2万个`).
    pub fn covers(&self, title: &Quantified<'_>, target: Option<f64>, year: Option<i16>) -> bool {
        let Quantified { title, quantities } = title;
        let named = quantities.iter().find(|it| is_size(it, target));
        let Some(named) = named else {
            return true;
        };
        let clause = clause_at(title, named.bytes.start);
        let start = clause.as_ptr().addr() - title.as_ptr().addr();
        let year = year.map(|year| format!("{year}年"));
        let own = ["今年", "本年", "当年", "年内", "this year"].into_iter();
        let mut own = own.chain(year.as_deref());
        !own.any(|word| {
            clause.match_indices(word).any(|(at, _)| {
                let lead = clause.get(..at).unwrap_or_default();
                !self.bytes.contains(&(start + at)) && last_count(lead).is_none()
            })
        })
    }
}

/// The first span of several years that a title names, seen from the year of the ledger.
pub fn year_span(title: &str, this_year: i16) -> Option<YearSpan> {
    if !is_worth_reading(title) {
        return None;
    }
    let found = [
        range(title, this_year),
        plan_period(title, this_year),
        end_year(title, this_year),
        length(title),
        english::span(title, this_year),
    ];
    let found = found.into_iter().flatten();
    found.min_by_key(|span| span.bytes.start)
}

/// Most titles name no year at all.
fn is_worth_reading(title: &str) -> bool {
    title.contains('年') || title.contains("20") || title.contains("２０") || {
        title.contains("year") || title.contains("“十") || title.contains("期间")
    }
}

/// A year in digits of either width, and where it stands.
#[derive(Clone, Debug)]
struct Year {
    bytes: Range<usize>,
    number: i16,
}

/// The years from 1990 to 2099 of a text, which are no part of a longer number and count nothing.
fn years(text: &str) -> Vec<Year> {
    let mut years = Vec::new();
    let mut run: Vec<(usize, char)> = Vec::new();
    let ended = [(text.len(), '\n')];
    for (at, c) in text.char_indices().chain(ended) {
        if let Some(digit) = digit(c) {
            run.push((at, digit));
            continue;
        }
        let number = run.iter().map(|(_, digit)| digit).collect::<String>();
        let start = run.first().map_or(at, |(start, _)| *start);
        let lead = text.get(..start).unwrap_or_default();
        let is_decimal =
            lead.ends_with(['.', '．']) || lead.ends_with(|c: char| c.is_ascii_alphabetic());
        let is_grouped =
            matches!(c, '.' | '．') && text.get(at + 1..).is_some_and(begins_with_digit);
        if let Ok(number @ 1990..=2099) = number.parse()
            && run.len() == 4
            && !is_decimal
            && !is_grouped
        {
            let bytes = start..at;
            years.push(Year { bytes, number });
        }
        run.clear();
    }
    years
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn begins_with_digit(text: &str) -> bool {
    text.chars().next().and_then(digit).is_some()
}

/// What stands between the two ends of a range.
const JOINS: [&str; 14] = [
    "——", "--", "-", "－", "–", "—", "~", "～", "至", "到", " to ", " and ", "−", "﹣",
];
/// Years of schools and of heating are one, though they have two numbers.
const SEASONS: [&str; 8] = [
    "学年",
    "采暖季",
    "供暖季",
    "供热季",
    "雪季",
    "榨季",
    "赛季",
    "冬",
];
/// What a range behind it belongs to, rather than to the promise.
const NAMES: [&str; 12] = [
    "规划", "计划", "纲要", "方案", "行动", "条例", "意见", "办法", "战略", "年鉴", "目录", "》",
];
/// The longest span that a promise is taken to have; longer ones are those of plans.
const LONGEST_YEARS: i16 = 10;

/// `（2015—2017年）`, `2024-2026`, `2024年至2026年`.
fn range(title: &str, this_year: i16) -> Option<YearSpan> {
    let years = years(title);
    let spans = years.windows(2).filter_map(|pair| {
        let [from, to] = pair else { return None };
        let between = title.get(from.bytes.end..to.bytes.start)?;
        let between = between.strip_prefix('年').unwrap_or(between);
        let is_joined = JOINS.iter().any(|join| between.trim() == join.trim());
        let length = to.number - from.number;
        let behind = title.get(to.bytes.end..)?;
        let has_sign = behind.starts_with('年');
        let behind = behind.strip_prefix('年').unwrap_or(behind);
        let ends = |c: char| !c.is_alphanumeric() || !c.is_ascii();
        let is_whole = has_sign
            || behind.is_empty()
            || behind.starts_with([')', '）', ',', '，', '.', '。', ' ', ';', '；']);
        let lead = title.get(..from.bytes.start)?;
        let is_ours = is_joined
            && is_whole
            && behind.chars().next().is_none_or(ends)
            && (1..=LONGEST_YEARS).contains(&length)
            && to.number >= this_year
            && !SEASONS.iter().any(|season| behind.starts_with(season))
            && !is_inside_name(lead)
            && !is_named(lead)
            && !is_named_behind(behind);
        is_ours.then(|| YearSpan {
            bytes: from.bytes.start..to.bytes.end + if has_sign { '年'.len_utf8() } else { 0 },
            from: Some(from.number),
            to: Some(to.number),
            years: None,
        })
    });
    let mut spans = spans;
    spans.next()
}

/// Whether what follows stands inside the name of a document.
fn is_inside_name(lead: &str) -> bool {
    let lead = last(lead, LONGEST_NAME_BYTES);
    lead.rfind('《') > lead.rfind('》')
}

/// The longest name of a document.
const LONGEST_NAME_BYTES: usize = 300;
/// The longest run of words before a year that say what it is.
const LONGEST_LEAD_BYTES: usize = 80;

/// The end of a text: what is farther away says nothing.
fn last(text: &str, bytes: usize) -> &str {
    let near = text.floor_char_boundary(text.len().saturating_sub(bytes));
    text.get(near..).unwrap_or_default()
}

/// Whether what follows, in brackets or not, belongs to the name of a plan that stands before it.
fn is_named(lead: &str) -> bool {
    let lead = lead.trim_end_matches(['（', '(', ' ', '，']);
    NAMES.iter().any(|name| lead.ends_with(name))
}

/// Whether what stands before belongs to the name of a plan that follows.
fn is_named_behind(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['）', ')', '”', ' ', '度']);
    let near: String = behind.chars().take(6).collect();
    ["规划", "行动", "计划", "纲要", "攻坚", "方案", "战略"]
        .iter()
        .any(|name| near.contains(name))
}

/// `“十四五”期间`, `到“十五五”末`.
fn plan_period(title: &str, this_year: i16) -> Option<YearSpan> {
    let ordinals = [
        ('二', 2011),
        ('三', 2016),
        ('四', 2021),
        ('五', 2026),
        ('六', 2031),
    ];
    ordinals.into_iter().find_map(|(ordinal, from)| {
        let name = format!("十{ordinal}五");
        let start = title.find(&name)?;
        let rest = title.get(start + name.len()..)?;
        let behind = rest.trim_start_matches(['”', '"', '」']);
        let said = ["期间", "时期", "期末", "末"]
            .into_iter()
            .find(|word| behind.starts_with(word))?;
        let end = title.len() - behind.len() + said.len();
        let lead = title.get(..start)?.trim_end_matches(['“', '"', '「']);
        (from + 4 >= this_year && !is_inside_name(lead)).then(|| YearSpan {
            bytes: lead.len()..end,
            from: Some(from),
            to: Some(from + 4),
            years: None,
        })
    })
}

/// `到2027年`, `2027年底前`.
fn end_year(title: &str, this_year: i16) -> Option<YearSpan> {
    years(title).into_iter().find_map(|year| {
        let lead = title.get(..year.bytes.start)?;
        let behind = title.get(year.bytes.end..)?.strip_prefix('年')?;
        let until = ["到", "至", "力争", "争取", "确保", "力争到"]
            .into_iter()
            .find(|word| lead.ends_with(word));
        let before = ["底前", "年底", "底", "末", "前", "之前", "以前"]
            .into_iter()
            .find(|word| behind.starts_with(word));
        let is_before = before.is_some_and(|word| ["前", "之前", "以前"].contains(&word));
        let to = if is_before && until.is_none() {
            year.number - 1
        } else {
            year.number
        };
        let is_ours =
            (until.is_some() || before.is_some()) && to > this_year && !is_inside_name(lead);
        is_ours.then(|| YearSpan {
            bytes: year.bytes.start - until.map_or(0, str::len)
                ..year.bytes.end + '年'.len_utf8() + before.map_or(0, str::len),
            from: None,
            to: Some(to),
            years: None,
        })
    })
}

/// What a number of years may begin with where the promise itself runs over them.
const LEADS: [&str; 14] = [
    "用",
    "力争",
    "争取",
    "未来",
    "今后",
    "分",
    "利用",
    "计划",
    "接下来",
    "到",
    "经过",
    "在",
    "今后的",
    "未来的",
];
/// What such years are of, where they belong to somebody or something else.
const OTHERS: [&str; 16] = [
    "毕业", "满", "近", "过去", "前", "连续", "第", "成立", "注册", "入职", "工作", "退役", "设立",
    "使用", "离校", "上",
];
/// What a promise goes on with that begins with its years: 三年新增1000个.
const VERBS: [&str; 22] = [
    "新增", "新建", "建成", "改造", "完成", "累计", "培育", "打造", "建设", "实施", "投入", "治理",
    "引进", "达到", "发展", "创建", "全部", "基本", "实现", "净增", "整治", "新改",
];

/// `五年内`, `用三年时间`, `三年新增1000个`.
fn length(title: &str) -> Option<YearSpan> {
    title.match_indices('年').find_map(|(at, _)| {
        let (start, years) = last_count(title.get(..at)?)?;
        let lead = title.get(..start)?;
        let behind = title.get(at + '年'.len_utf8()..)?;
        let within = ["之内", "以内", "内", "时间", "左右时间", "间"]
            .into_iter()
            .find(|word| behind.starts_with(word));
        let rest = behind.get(within.map_or(0, str::len)..)?;
        let begins = lead.is_empty() || lead.ends_with(['，', ',', '；', ';', '。', '、', '：']);
        let is_led = LEADS.iter().any(|word| lead.ends_with(word));
        let goes_on = VERBS.iter().any(|verb| behind.starts_with(verb));
        let is_of_others = OTHERS.iter().any(|word| lead.ends_with(word)) || rest.starts_with('的');
        let is_ours = (within.is_some() || (goes_on && (begins || is_led)))
            && !is_of_others
            && !is_inside_name(lead)
            && !is_named_behind(behind);
        is_ours.then(|| YearSpan {
            bytes: start..at + '年'.len_utf8() + within.map_or(0, str::len),
            from: None,
            to: None,
            years: Some(years),
        })
    })
}

/// The count of years at the end of a text, from 2 to 10: where it begins, and how many.
fn last_count(text: &str) -> Option<(usize, i16)> {
    const NUMERALS: [(&str, i16); 10] = [
        ("两", 2),
        ("二", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
        ("七", 7),
        ("八", 8),
        ("九", 9),
        ("十", 10),
    ];
    let spelled = NUMERALS.into_iter().find_map(|(word, count)| {
        let rest = text.strip_suffix(word)?;
        let joins = |c: char| NUMERALS.iter().any(|(word, _)| word.starts_with(c)) || c == '几';
        (!rest.ends_with(joins) && !rest.ends_with('第')).then_some((rest.len(), count))
    });
    let digits = || {
        let run = text.trim_end_matches(|c| digit(c).is_some());
        let number: String = text.get(run.len()..)?.chars().filter_map(digit).collect();
        let count: i16 = number.parse().ok()?;
        let is_count =
            (2..=LONGEST_YEARS).contains(&count) && !run.ends_with(['.', '-', '－', '—', '第']);
        is_count.then_some((run.len(), count))
    };
    spelled.or_else(digits)
}

#[cfg(test)]
mod tests;
