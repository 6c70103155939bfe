//! Percentages of a note: growth, and the department's own share of the target.

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::lexicon::{
    AHEAD, LESS, MORE, SHARES, has_any, last_of, starts_with_any,
};
use crate::ledger::reading::role::{is_former, is_part, is_planned};

/// The sign of a growth in percent: 1 or -1; `None` where no growth over the same time of last year is told.
pub fn growth(passage: &Passage<'_>, mention: &Mention<'_>) -> Option<f64> {
    let before = passage.clause_before(mention);
    if !mention.quantity.is_percent()
        || is_planned(passage, mention, "")
        || has_any(mention.after, &AHEAD)
        || mention.after.starts_with('的')
        || is_part(passage, mention)
        || is_former(mention)
        || is_from_another_day(before)
    {
        return None;
    }
    let (more, less) = (last_of(before, &MORE), last_of(before, &LESS));
    let is_less = less.is_some() && less >= more;
    let word = before.get(more.max(less)?..)?;
    // 增长 and the figure stand together; a longer gap is about something else, and 提高到 tells a level.
    let is_near = word.chars().count() <= 5 && !word.ends_with(['到', '至']);
    is_near.then_some(if is_less { -1.0 } else { 1.0 })
}

/// `较2024年底增长28%`: grown since a day, not over the same time of last year.
fn is_from_another_day(before: &str) -> bool {
    let before = before.replace("同比", "").replace("环比", "较上月");
    let since = before.rsplit(['较', '比']).next().unwrap_or_default();
    let same_time = ["上年", "去年", "增长", "下降"];
    since.len() < before.len() && !starts_with_any(since, &same_time)
}

/// Whether a percentage is the department's own share of the target.
pub fn is_share_of_target(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let before = passage.clause_before(mention);
    let before = before.trim_end_matches(['为', '达', '到', '约', ' ']);
    let of_years = ["规划", "三年", "五年", "十四五", "十五五"];
    !has_any(before, &of_years)
        && SHARES.iter().any(|word| before.ends_with(word))
        && !is_planned_share(before)
}

fn is_planned_share(before: &str) -> bool {
    ["将", "力争", "确保", "预计", "争取"]
        .iter()
        .any(|word| before.contains(word))
}
