//! Parts against their total, and against the target.

use std::ops::Range;

use crate::ledger::audit::figures::is_same;
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::passage::{Clause, Mention};
use crate::ledger::quantity::{Hedge, Unit};
use crate::ledger::reading::{Role, is_part, role_for, verb_of};
use crate::ledger::{Indicator, Kind};

pub fn look(case: &mut Case<'_>) {
    totals(case);
    let item = case.item;
    for indicator in &item.indicators {
        if indicator.kind == Kind::Amount {
            target(case, indicator);
        }
    }
}

/// From this share of the total on, parts that make less are taken for a slip; below it, for a list that names some.
const NEARLY_ALL: f64 = 0.9;

/// What the names of places and houses end in: things that are in one of them are in no other.
const PLACES: [&str; 12] = [
    "区", "市", "县", "镇", "乡", "街道", "旗", "州", "盟", "村", "院", "校",
];

/// What ends a list of parts, or makes a clause none of it.
const NO_PARTS: [&str; 13] = [
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

/// A part of a total.
struct Part {
    size: f64,
    /// Where its clause ends in the note.
    end: usize,
    is_place: bool,
}

/// A total with the parts told behind `其中`. One part that is more than its total is always a question; a sum that is
/// more only for places, because kinds overlap (女性, 农民工); a sum that is less only where nearly all is told.
fn totals(case: &mut Case<'_>) {
    let mut found = Vec::new();
    let mentions: Vec<Mention<'_>> = case.note.mentions().collect();
    for (at, total) in mentions.iter().enumerate() {
        let unit = &total.quantity.unit;
        let sentence = case.note.sentence(total.clause);
        let is_mean = ["人均", "户均", "亩均", "平均", "单价"]
            .iter()
            .any(|word| sentence.contains(word));
        // 省级22个、市级78个，其中…: the total of those parts is nowhere printed.
        let previous = at.checked_sub(1).and_then(|at| mentions.get(at));
        let is_listed = previous.is_some_and(|previous| {
            let between = case
                .note
                .text
                .get(previous.quantity.bytes.end..total.quantity.bytes.start);
            previous.quantity.unit == *unit && between.is_some_and(|it| it.starts_with('、'))
        });
        if is_listed || is_mean || matches!(&*unit.base, "%" | "百分点" | "‰" | "倍") {
            continue;
        }
        let parts = parts_of(case, total, mentions.get(at + 1..).unwrap_or_default());
        let size = total.quantity.number * unit.scale;
        let sum: f64 = parts.iter().map(|part| part.size).sum();
        let is_one_more = parts
            .iter()
            .any(|part| part.size > size && !is_same(part.size, size));
        let are_places = parts.len() >= 2 && parts.iter().all(|part| part.is_place);
        let is_off = !is_same(sum, size);
        let is_wrong = is_one_more
            || (are_places && is_off && sum > size)
            || (parts.len() >= 2 && is_off && sum < size && sum >= size * NEARLY_ALL);
        if let Some(last) = parts.last().filter(|_| is_wrong) {
            let unit = case.note.text.get(total.quantity.unit_bytes.clone());
            let trouble = Trouble::PartsTotal {
                total: total.quantity.number,
                sum: (sum / total.quantity.unit.scale * 1e6).round() / 1e6,
                unit: unit.unwrap_or_default().trim().to_owned(),
            };
            found.push((trouble, total.clause.bytes.start..last.end));
        }
    }
    for (trouble, words) in found {
        case.find(trouble, Some(words));
    }
}

/// The parts of a total: quantities of its unit and its verb behind the `其中` that follows it.
fn parts_of(case: &Case<'_>, total: &Mention<'_>, behind: &[Mention<'_>]) -> Vec<Part> {
    let Some(list) = list_behind(case, total) else {
        return Vec::new();
    };
    let unit = &total.quantity.unit;
    let verb = verb_of(total);
    let mut parts = Vec::new();
    for part in behind {
        if part.quantity.bytes.start >= list.end {
            break;
        }
        let own = verb_of(part);
        let is_counted = part.quantity.unit.counts_the_same(unit);
        if part.quantity.bytes.start < list.start {
            // Another figure stands between the total and its parts: they may be the parts of that one, too.
            if is_counted && own == verb {
                return Vec::new();
            }
            continue;
        }
        let before = case.note.clause_before(part);
        if NO_PARTS.iter().any(|word| before.contains(word)) {
            break;
        }
        let is_whole = part.after.contains("全部") || part.after.contains('均');
        let is_same_verb = own == verb || own == Role::Unsaid || verb == Role::Unsaid || is_whole;
        if is_counted && part.quantity.hedge == Hedge::Exact && is_same_verb {
            parts.push(Part {
                size: part.quantity.number * part.quantity.unit.scale,
                end: part.clause.bytes.end,
                is_place: names_place(case, part),
            });
        }
    }
    parts
}

/// Whether the clause of a part, or the one its verb goes on from, begins with the name of a place.
fn names_place(case: &Case<'_>, part: &Mention<'_>) -> bool {
    let before = case
        .note
        .clause_before(part)
        .trim_start_matches("其中")
        .trim();
    let verbs = ["开工", "完工", "新增", "建成", "完成", "已", "分别"];
    let name = verbs
        .iter()
        .fold(before, |name, verb| name.split(verb).next().unwrap_or(name));
    name.is_empty() || PLACES.iter().any(|place| name.ends_with(place))
}

/// The bytes of the list of parts behind a total: from `其中` in its sentence or at the head of the next one, to the end
/// of that sentence or to the next `其中`.
fn list_behind(case: &Case<'_>, total: &Mention<'_>) -> Option<Range<usize>> {
    if is_part(&case.note, total) {
        return None;
    }
    let own = total.clause.sentence;
    let mut clauses = case
        .note
        .clauses
        .iter()
        .filter(|it| it.bytes.end > total.quantity.bytes.end);
    let opens = |clause: &Clause| case.note.words(clause).trim_start().starts_with("其中");
    let head = clauses.find(|clause| {
        let is_next = clause.sentence == own + 1 && clause.paragraph == total.clause.paragraph;
        // In the next sentence it must be the first word.
        let is_first = || {
            let mut sentence = case.note.clauses.iter();
            sentence.find(|it| it.sentence == clause.sentence) == Some(*clause)
        };
        opens(clause) && (clause.sentence == own || (is_next && is_first()))
    })?;
    let own = |it: &&Clause| it.sentence == head.sentence && it.bytes.start > head.bytes.start;
    let again = case.note.clauses.iter().filter(own).find(|it| opens(it));
    let sentence = case
        .note
        .clauses
        .iter()
        .filter(|it| it.sentence == head.sentence);
    let end = again
        .map(|it| it.bytes.start)
        .or(sentence.map(|it| it.bytes.end).max())?;
    // Between a total of the sentence before and its parts no other sentence stands.
    let gap = case
        .note
        .text
        .get(total.quantity.bytes.end..head.bytes.start)?;
    let sentences = gap.matches(['。', '\n']).count();
    (sentences <= 1).then_some(head.bytes.start..end)
}

/// What is done, what is on its way and what is left must make the target.
fn target(case: &mut Case<'_>, indicator: &Indicator) {
    let (Some(target), Some(unit)) = (indicator.target, Unit::named(&indicator.unit)) else {
        return;
    };
    let told: Vec<(Role, f64, Range<usize>)> = case
        .note
        .mentions()
        .filter(|mention| mention.quantity.hedge == Hedge::Exact)
        .filter_map(|mention| {
            let size = mention.quantity.counted_in(&unit)?;
            let role = role_for(&case.note, &mention, &case.item.title, indicator);
            let counts = !is_part(&case.note, &mention);
            let role = if counts { role } else { Role::Part };
            Some((role, size, mention.clause.bytes.clone()))
        })
        .collect();
    let of = |roles: &[Role]| told.iter().filter(|it| roles.contains(&it.0)).count();
    // One figure for what is there, one for what is left, and at most one for what is on its way; more cannot be told
    // apart from figures that contain each other.
    // What is there must be what the ledger has of this measure, or it may be told of another one.
    let is_known = |size: f64| {
        let known = [indicator.actual, indicator.underway];
        known
            .into_iter()
            .flatten()
            .any(|known| is_same(known, size))
    };
    let mut there = told
        .iter()
        .filter(|it| matches!(it.0, Role::Result | Role::Begun));
    let in_batches = case.note.text.contains('批') && case.note.text.contains('第');
    let is_clear = there.all(|it| is_known(it.1))
        && !in_batches
        && of(&[Role::Remaining]) == 1
        && of(&[Role::Pipeline]) <= 1
        && of(&[Role::Result, Role::Begun]) == 1
        && of(&[Role::Unsaid]) == 0;
    let parts = [Role::Result, Role::Begun, Role::Pipeline, Role::Remaining];
    let mut parts = told.iter().filter(|it| parts.contains(&it.0));
    let sum: f64 = parts.clone().map(|it| it.1).sum();
    let (first, last) = (parts.clone().next(), parts.next_back());
    if is_clear
        && !is_same(sum, target)
        && let Some((first, last)) = first.zip(last)
    {
        let words = first.2.start..last.2.end;
        let trouble = Trouble::PartsTarget {
            sum: (sum * 1e6).round() / 1e6,
            target,
            unit: indicator.unit.clone(),
        };
        case.find(trouble, Some(words));
    }
}
