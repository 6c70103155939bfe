//! Parts against their total, and against the target.

use std::ops::Range;

use crate::ledger::audit::figures::is_same;
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::passage::Mention;
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

/// A total with the parts told behind `其中`. A list of parts need not be whole; more than the total is always a
/// question, less only where nearly all is told.
fn totals(case: &mut Case<'_>) {
    let mut found = Vec::new();
    let mentions: Vec<Mention<'_>> = case.note.mentions().collect();
    for (at, total) in mentions.iter().enumerate() {
        let parts = parts_of(case, total, mentions.get(at + 1..).unwrap_or_default());
        let sum: f64 = parts.iter().map(|(part, _)| part).sum();
        let is_list = parts.len() >= 2 && sum >= total.quantity.number * NEARLY_ALL;
        let is_off = !is_same(sum, total.quantity.number);
        let is_more = sum > total.quantity.number;
        if !parts.is_empty() && is_off && (is_more || is_list) {
            let end = parts.last().map_or(total.clause.bytes.end, |(_, end)| *end);
            let unit = case.note.text.get(total.quantity.unit_bytes.clone());
            let trouble = Trouble::PartsTotal {
                total: total.quantity.number,
                sum: (sum * 1e6).round() / 1e6,
                unit: unit.unwrap_or_default().trim().to_owned(),
            };
            found.push((trouble, total.clause.bytes.start..end));
        }
    }
    for (trouble, words) in found {
        case.find(trouble, Some(words));
    }
}

/// The parts of a total: quantities of its unit and its verb behind the `其中` that follows it, with where they end.
fn parts_of(case: &Case<'_>, total: &Mention<'_>, behind: &[Mention<'_>]) -> Vec<(f64, usize)> {
    let Some(list) = list_behind(case, total) else {
        return Vec::new();
    };
    let verb = verb_of(total);
    let mut parts = Vec::new();
    for part in behind {
        if part.quantity.bytes.start >= list.end {
            break;
        }
        if part.quantity.bytes.start < list.start {
            // Another figure stands between the total and its parts: they may be the parts of that one, too.
            let is_rival = part.quantity.unit == total.quantity.unit && verb_of(part) == verb;
            if is_rival {
                return Vec::new();
            }
            continue;
        }
        let is_whole = part.after.contains("全部") || part.after.contains('均');
        let own = verb_of(part);
        let is_same_verb = own == verb || own == Role::Unsaid || verb == Role::Unsaid || is_whole;
        if part.quantity.unit == total.quantity.unit
            && part.quantity.hedge == Hedge::Exact
            && is_same_verb
        {
            parts.push((part.quantity.number, part.clause.bytes.end));
        }
    }
    parts
}

/// The bytes of the list of parts behind a total: from `其中` in its sentence or at the head of the next one, to the end
/// of that sentence or to the next `其中`.
fn list_behind(case: &Case<'_>, total: &Mention<'_>) -> Option<Range<usize>> {
    if is_part(&case.note, total) {
        return None;
    }
    let own = total.clause.sentence;
    let text = case.note.text;
    let mut clauses = case
        .note
        .clauses
        .iter()
        .filter(|it| it.bytes.end > total.quantity.bytes.end);
    let head = clauses.find(|clause| {
        let words = case.note.words(clause).trim_start();
        let is_next = clause.sentence == own + 1 && clause.paragraph == total.clause.paragraph;
        words.starts_with("其中") && (clause.sentence == own || is_next)
    })?;
    let sentence = case
        .note
        .clauses
        .iter()
        .filter(|it| it.sentence == head.sentence);
    let end = sentence.map(|it| it.bytes.end).max()?;
    // Between a total of the sentence before and its parts no other sentence stands.
    let gap = text.get(total.quantity.bytes.end..head.bytes.start)?;
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
    let is_clear = of(&[Role::Remaining]) == 1
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
