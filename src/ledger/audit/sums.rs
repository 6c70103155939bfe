//! Parts against their total, and against the target.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::ledger::Kind;
use crate::ledger::audit::figures::is_same;
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::lexicon::List;
use crate::ledger::passage::{Clause, Mention, Passage};
use crate::ledger::quantity::Hedge;
use crate::ledger::reading::{Measure, Note, Role, role, verb_of};

pub fn look(case: &mut Case<'_>) {
    totals(case);
    for measure in case.measures {
        if measure.indicator.kind == Kind::Amount {
            target(case, measure);
        }
    }
}

/// From this share of the total on, parts that make less are taken for a slip; below it, for a list that names some.
const NEARLY_ALL: f64 = 0.9;

/// What the names of places and houses end in: things that are in one of them are in no other.
const PLACES: [&str; 12] = [
    "区", "市", "县", "镇", "乡", "街道", "旗", "州", "盟", "村", "院", "校",
];

/// A part of a total.
struct Part {
    /// Its place among the quantities.
    index: usize,
    size: f64,
    /// Where its clause ends in the note.
    end: usize,
    is_place: bool,
    verb: Role,
    is_whole: bool,
}

/// A total with the parts told behind `其中`. One part that is more than its total is always a question; a sum that is
/// more only for places, because kinds overlap (女性, 农民工); a sum that is less only where nearly all is told.
fn totals(case: &mut Case<'_>) {
    let passage = case.note.passage;
    let lists = Lists::of(case.note);
    let mut found = Vec::new();
    for total in passage.mentions() {
        let unit = &total.quantity.unit;
        // 省级22个、市级78个，其中…: the total of those parts is nowhere printed.
        let previous = total
            .index
            .checked_sub(1)
            .and_then(|it| passage.mention(it));
        let is_listed = previous.is_some_and(|previous| {
            let between = previous.quantity.bytes.end..total.quantity.bytes.start;
            let between = passage.text.get(between);
            previous.unit == total.unit && between.is_some_and(|it| it.starts_with('、'))
        });
        if is_listed || matches!(&*unit.base, "%" | "百分点" | "‰" | "倍") {
            continue;
        }
        // Means add up to nothing.
        if passage.sentence(total.clause).has(List::Means) {
            continue;
        }
        let parts = lists.parts_of(case.note, &total);
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
            let unit = passage.text.get(total.quantity.unit_bytes.clone());
            let trouble = Trouble::PartsTotal {
                total: total.quantity.number,
                sum: (sum / total.quantity.unit.scale * 1e6).round() / 1e6,
                unit: unit.unwrap_or_default().trim().to_owned(),
            };
            found.push((trouble, passage.said(&total).start..last.end));
        }
    }
    for (trouble, words) in found {
        case.find(trouble, Some(words));
    }
}

/// The lists of parts in a note: what stands behind each `其中`.
struct Lists {
    /// The clauses that begin with it.
    heads: Vec<usize>,
    /// The quantities of each list by what they count, made when first needed.
    counted: Vec<OnceCell<HashMap<String, Vec<Part>>>>,
}

impl Lists {
    fn of(note: &Note<'_>) -> Self {
        let text = note.passage.text;
        let opens = |clause: &&Clause| {
            let words = text.get(clause.head..clause.bytes.end);
            words.is_some_and(|words| words.starts_with("其中"))
        };
        let heads = note.passage.clauses.iter().filter(opens);
        let heads: Vec<usize> = heads.map(|it| it.index).collect();
        Self {
            counted: heads.iter().map(|_| OnceCell::new()).collect(),
            heads,
        }
    }

    /// The place among all lists of the one behind a total: from `其中` in its sentence, or at the head of the next one.
    fn behind(&self, passage: &Passage<'_>, total: &Mention<'_>) -> Option<usize> {
        let next = self.heads.partition_point(|it| *it < total.clause.index);
        let next_head = passage.clauses.get(*self.heads.get(next)?)?;
        if next_head.sentence == total.clause.sentence {
            return Some(next);
        }
        // In the next sentence it must be the first word.
        let sentence = passage.clauses_of_sentence(total.clause.sentence + 1);
        let first = sentence.first()?;
        let is_first = *first == *next_head && first.paragraph == total.clause.paragraph;
        is_first.then_some(next)
    }

    /// The bytes of a list: to the end of its sentence, or to the next `其中`.
    fn bytes(&self, passage: &Passage<'_>, list: usize) -> Option<Range<usize>> {
        let head = passage.clauses.get(*self.heads.get(list)?)?;
        let next = self.heads.get(list + 1);
        let next = next.and_then(|it| passage.clauses.get(*it));
        let next = next.filter(|it| it.sentence == head.sentence);
        let end = match next {
            Some(next) => next.bytes.start,
            None => passage.sentence(head).end,
        };
        Some(head.bytes.start..end)
    }

    /// The parts of a total: quantities of its unit and its verb behind the `其中` that follows it.
    fn parts_of(&self, note: &Note<'_>, total: &Mention<'_>) -> Vec<&Part> {
        let list = self
            .behind(note.passage, total)
            .filter(|_| !note.is_part(total));
        let bytes = list.and_then(|it| self.bytes(note.passage, it));
        let (Some(list), Some(bytes)) = (list, bytes) else {
            return Vec::new();
        };
        let unit = &total.quantity.unit;
        let verb = verb_of(total);
        for between in note
            .passage
            .mentions_at(total.index + 1..note.passage.quantities.len())
        {
            if between.quantity.bytes.start >= bytes.start {
                break;
            }
            // Another figure stands between the total and its parts: they may be the parts of that one, too.
            if between.quantity.unit.counts_the_same(unit) && verb_of(&between) == verb {
                return Vec::new();
            }
        }
        let counted = self.counted.get(list);
        let counted = counted.map(|it| it.get_or_init(|| counted_in(note, bytes)));
        let counted = counted.and_then(|it| it.get(&*unit.base));
        let parts = counted.into_iter().flatten();
        let is_own = |part: &&Part| {
            let is_same = part.verb == verb || part.verb == Role::Unsaid || verb == Role::Unsaid;
            part.index > total.index && (is_same || part.is_whole)
        };
        parts.filter(is_own).collect()
    }
}

/// The quantities of a list of parts, up to where it goes over to something else, by what they count.
fn counted_in(note: &Note<'_>, list: Range<usize>) -> HashMap<String, Vec<Part>> {
    let passage = note.passage;
    let quantities = &passage.quantities;
    let first = quantities.partition_point(|it| it.bytes.start < list.start);
    let behind = quantities.partition_point(|it| it.bytes.start < list.end);
    let mut counted: HashMap<String, Vec<Part>> = HashMap::new();
    for part in passage.mentions_at(first..behind) {
        if passage.clause_before(&part).has(List::NoParts) {
            break;
        }
        if part.quantity.hedge != Hedge::Exact {
            continue;
        }
        let after = part.after.text();
        let unit = &part.quantity.unit;
        let of_unit = counted.entry(unit.base.to_string()).or_default();
        of_unit.push(Part {
            index: part.index,
            size: part.quantity.number * unit.scale,
            end: part.clause.bytes.end,
            is_place: names_place(note, &part),
            verb: verb_of(&part),
            is_whole: after.contains("全部") || after.contains('均'),
        });
    }
    counted
}

/// Whether the clause of a part, or the one its verb goes on from, begins with the name of a place.
fn names_place(note: &Note<'_>, part: &Mention<'_>) -> bool {
    let before = note.passage.clause_before(part).from(part.clause.head);
    let verbs = note.passage.all(List::VerbsOfParts);
    let verb = verbs.within(before.bytes()).next();
    let name = match verb {
        Some(verb) => before.up_to(verb.start).text(),
        None => before.text().trim_end(),
    };
    // A list has one head; more than one are a slip.
    let heads = (0..2).fold(name, |name, _| name.strip_prefix("其中").unwrap_or(name));
    heads.trim_start().is_empty() || PLACES.iter().any(|place| name.ends_with(place))
}

/// What is done, what is on its way and what is left must make the target.
fn target(case: &mut Case<'_>, measure: &Measure<'_>) {
    let indicator = measure.indicator;
    let Some(target) = indicator.target else {
        return;
    };
    let note = case.note;
    let told: Vec<(Role, f64, Range<usize>)> = note
        .counted_by(measure)
        .filter(|mention| mention.quantity.hedge == Hedge::Exact)
        .filter_map(|mention| {
            let size = measure.size(mention)?;
            let role = if note.is_part(mention) {
                Role::Part
            } else {
                role(note, mention, measure)
            };
            Some((role, size, note.passage.said(mention)))
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
    let is_clear = there.all(|it| is_known(it.1))
        && !case.is_in_batches()
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
