//! Percentages of a note: growth, and the department's own share of the target.

use crate::ledger::lexicon::{AHEAD, List, SHARES, ends_with_any, has_any, starts_with_any};
use crate::ledger::passage::{Mention, Passage, Stretch};
use crate::ledger::reading::note::Note;
use crate::ledger::reading::role::{is_former, is_planned};

/// The sign of a growth in percent: 1 or -1; `None` where no growth over the same time of last year is told.
pub fn growth(note: &Note<'_>, mention: &Mention<'_>) -> Option<f64> {
    let passage = note.passage;
    let before = passage.clause_before(mention);
    let after = mention.after.text();
    if !mention.quantity.is_percent()
        || is_planned(passage, mention, passage.all(List::Planned))
        || has_any(after, &AHEAD)
        || after.starts_with('的')
        || note.is_part(mention)
        || is_former(mention)
        || is_from_another_day(note, before)
    {
        return None;
    }
    let start = |list| before.last(list).map(|it| it.start);
    let (more, less) = (start(List::More), start(List::Less));
    let is_less = less.is_some() && less >= more;
    let word = before.from(more.max(less)?).text();
    // 增长 and the figure stand together; a longer gap is about something else, and 提高到 tells a level.
    let is_near = word.chars().nth(5).is_none() && !word.ends_with(['到', '至']);
    is_near.then_some(if is_less { -1.0 } else { 1.0 })
}

/// `较2024年底增长28%`: grown since a day, not over the same time of last year. 环比 is since the month before.
fn is_from_another_day(note: &Note<'_>, before: Stretch<'_>) -> bool {
    let end = |words| before.last_of(words).map(|it| it.end);
    let (than, monthly) = (end(&note.than), end(&note.monthly));
    let same_time = ["上年", "去年", "增长", "下降"];
    match than {
        Some(than) if than > monthly.unwrap_or(0) => {
            !starts_with_any(before.from(than).text(), &same_time)
        }
        _ => monthly.is_some(),
    }
}

/// Whether a percentage is the department's own share of the target.
pub fn is_share_of_target(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let before = passage.clause_before(mention);
    let trimmed = before
        .text()
        .trim_end_matches(['为', '达', '到', '约', ' ']);
    let before = before.up_to(before.start + trimmed.len());
    ends_with_any(trimmed, &SHARES) && !before.has(List::OfYears) && !before.has(List::PlannedShare)
}
