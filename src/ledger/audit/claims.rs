//! What a note says of itself: praise, units, levels of government, plans.

use std::ops::Range;

use crate::ledger::audit::ratios::said_outside_names;
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::{LEVELS, Measure, NEXT_WORDS, Role, is_size, role};
use crate::ledger::{Kind, Status};

pub fn look(case: &mut Case<'_>) {
    let status = case.verdict.computed;
    if matches!(status, Status::Behind | Status::NotStarted) {
        praise(case, status);
        plan(case, status);
    }
    for measure in case.measures {
        if measure.indicator.is_promised() {
            unit(case, measure);
        }
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
fn unit(case: &mut Case<'_>, measure: &Measure<'_>) {
    let indicator = measure.indicator;
    if indicator.kind != Kind::Amount {
        return;
    }
    let title = case.title;
    let mut titled = title.mentions();
    let promised = titled.find(|it| measure.promise.is_target(it.quantity));
    let Some(promised) = promised else { return };
    let promised_unit = printed(title, &promised);
    if promised_unit.ends_with('次') {
        return;
    }
    let note = case.note.passage;
    let mut same = case.note.counting(&promised.quantity.unit);
    let found = same.find_map(|it| {
        let said = printed(note, it);
        let is_figure = is_size(it.quantity, indicator.actual);
        (said.ends_with('次') && is_figure).then(|| (said.to_owned(), note.said(it)))
    });
    if let Some((said, words)) = found {
        let promised = promised_unit
            .trim_start_matches(['百', '千', '万', '亿'])
            .to_owned();
        case.find(Trouble::UnitDiffers { promised, said }, Some(words));
    }
}

/// The unit of a mention as it is printed.
fn printed<'t>(passage: &Passage<'t>, mention: &Mention<'_>) -> &'t str {
    let unit = passage.text.get(mention.quantity.unit_bytes.clone());
    unit.unwrap_or_default().trim()
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
    let is_own = |it: &&Measure<'_>| {
        let indicator = it.indicator;
        indicator.target.is_some() && indicator.actual.is_none() && it.promise.names_level(rank)
    };
    let mut own = case.measures.iter().filter(is_own);
    let found = own.find_map(|measure| lower_level(case, measure, rank));
    if let Some((said, words)) = found {
        case.find(Trouble::LevelDiffers { promised, said }, Some(words));
    }
}

/// A quantity of the measure's unit in a sentence that names a lower level and not the promised one.
fn lower_level(
    case: &Case<'_>,
    measure: &Measure<'_>,
    promised: usize,
) -> Option<(&'static str, Range<usize>)> {
    let note = case.note;
    note.counted_by(measure).find_map(|mention| {
        let start = mention.quantity.bytes.start;
        let said = note.passage.said_before(mention.clause, start);
        let lower = (promised + 1..LEVELS.len()).find(|level| note.names_level(said, *level));
        let level = LEVELS.get(lower?)?;
        let is_told = !note.names_level(said, promised)
            && !note.is_part(mention)
            && role(note, mention, measure) != Role::Planned;
        is_told.then(|| (*level, note.passage.said(mention)))
    })
}
