//! What a note says of itself: praise, units, levels of government, plans.

use std::ops::Range;

use crate::ledger::audit::ratios::said_outside_names;
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::Unit;
use crate::ledger::reading::{LEVELS, NEXT_WORDS, Promise, Role, is_part, is_size, role_for};
use crate::ledger::{Indicator, Kind, Status};

pub fn look(case: &mut Case<'_>) {
    let status = case.verdict.computed;
    if matches!(status, Status::Behind | Status::NotStarted) {
        praise(case, status);
        plan(case, status);
    }
    let item = case.item;
    for indicator in item.indicators.iter().filter(|it| it.is_promised()) {
        unit(case, indicator);
    }
    level(case);
}

/// Words by which a note says that all is well.
const PRAISE: [&str; 12] = [
    "按计划",
    "顺利",
    "进展良好",
    "有序推进",
    "正常推进",
    "稳步推进",
    "扎实推进",
    "按序时",
    "达序时",
    "按时间节点",
    "按期推进",
    "圆满",
];

fn praise(case: &mut Case<'_>, status: Status) {
    if let Some((words, place)) = said_outside_names(&case.item.progress, &PRAISE) {
        let words = words.to_owned();
        case.find(Trouble::SelfPraise { words, status }, Some(place));
    }
}

/// Behind, and neither a field nor a word of the note about why and what next.
fn plan(case: &mut Case<'_>, status: Status) {
    const WHY: [&str; 11] = [
        "存在", "困难", "问题", "原因", "影响", "制约", "不足", "受限", "难点", "短板", "缺口",
    ];
    let item = case.item;
    let is_said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let has_words = |words: &[&str]| words.iter().any(|word| item.progress.contains(word));
    if !is_said(&item.problem)
        && !is_said(&item.next)
        && !has_words(&WHY)
        && !has_words(&NEXT_WORDS)
    {
        case.find(Trouble::NoPlan { status }, None);
    }
}

/// 场 is not 场次: one counts events, the other how often they were held.
fn unit(case: &mut Case<'_>, indicator: &Indicator) {
    if indicator.kind != Kind::Amount {
        return;
    }
    let title = Passage::of(&case.item.title, &case.units);
    let promise = Promise::of(&case.item.title, indicator);
    let promised = title.mentions().find(|it| promise.is_target(it.quantity));
    let Some(promised) = promised else { return };
    let printed = |passage: &Passage<'_>, mention: &Mention<'_>| {
        let unit = passage.text.get(mention.quantity.unit_bytes.clone());
        unit.unwrap_or_default().trim().to_owned()
    };
    let promised_unit = printed(&title, &promised);
    let found = case.note.mentions().find_map(|it| {
        let said = printed(&case.note, &it);
        let differs = said.ends_with('次') && !promised_unit.ends_with('次');
        let is_same = it.quantity.unit.counts_the_same(&promised.quantity.unit);
        let is_figure = is_size(it.quantity, indicator.actual);
        (differs && is_same && is_figure).then(|| (said, it.clause.bytes.clone()))
    });
    if let Some((said, words)) = found {
        let promised = promised_unit
            .trim_start_matches(['百', '千', '万', '亿'])
            .to_owned();
        case.find(Trouble::UnitDiffers { promised, said }, Some(words));
    }
}

/// Promised at one level, and what is told has been reached only at a lower one.
fn level(case: &mut Case<'_>) {
    let title = &case.item.title;
    let mut named = LEVELS
        .iter()
        .enumerate()
        .filter(|(_, level)| title.contains(**level));
    let (Some((rank, &promised)), None) = (named.next(), named.next()) else {
        return;
    };
    let lower = LEVELS.get(rank + 1..).unwrap_or_default();
    let item = case.item;
    let mut found = None;
    let is_own = |it: &Indicator| {
        let clause = Promise::of(title, it);
        clause.names(promised)
    };
    for indicator in item
        .indicators
        .iter()
        .filter(|it| it.target.is_some() && it.actual.is_none() && is_own(it))
    {
        found = found.or_else(|| lower_level(case, indicator, promised, lower));
    }
    if let Some((said, words)) = found {
        case.find(Trouble::LevelDiffers { promised, said }, Some(words));
    }
}

/// A quantity of the measure's unit in a sentence that names a lower level and not the promised one.
fn lower_level(
    case: &Case<'_>,
    indicator: &Indicator,
    promised: &str,
    lower: &[&'static str],
) -> Option<(&'static str, Range<usize>)> {
    let unit = Unit::named(&indicator.unit)?;
    let mut mentions = case
        .note
        .mentions()
        .filter(|it| it.quantity.counted_in(&unit).is_some());
    mentions.find_map(|mention| {
        let said = case
            .note
            .said_before(mention.clause, mention.quantity.bytes.start);
        let level = lower.iter().find(|level| said.contains(**level))?;
        let role = role_for(&case.note, &mention, &case.item.title, indicator);
        let is_told =
            role != Role::Planned && !is_part(&case.note, &mention) && !said.contains(promised);
        is_told.then(|| (*level, mention.clause.bytes.clone()))
    })
}
