//! Printed percentages against the figures beside them, and against the time line.

use std::collections::HashSet;
use std::ops::Range;

use crate::ledger::audit::figures::is_same;
use crate::ledger::audit::{Case, Trouble};
use crate::ledger::passage::{Clause, Mention};
use crate::ledger::reading::growth;
use crate::ledger::{Indicator, Part, Status};

pub fn look(case: &mut Case<'_>) {
    for (index, measure) in case.measures.iter().enumerate() {
        reported(case, index, measure.indicator);
    }
    in_sentences(case);
    pace(case);
}

/// A figure as printed: with its rounding it stands for everything from `low` to `high`.
#[derive(Clone, Copy)]
struct Printed {
    value: f64,
    low: f64,
    high: f64,
}

impl Printed {
    /// A number with so many decimals. Whole numbers are counts, and counts are exact.
    fn rounded(value: f64, decimals: usize) -> Self {
        let half = match decimals {
            0 => 0.0,
            _ => 0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0)),
        };
        Self {
            value,
            low: value - half,
            high: value + half,
        }
    }

    /// A percentage with so many decimals. Offices round, and some cut: half a last digit less, a whole one more.
    fn percent(value: f64, decimals: usize) -> Self {
        let digit = 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        Self {
            value,
            low: value - 0.5 * digit,
            high: value + digit,
        }
    }

    /// A figure of the ledger, which is as precise as it is written.
    fn of(value: f64) -> Self {
        Self::rounded(value, decimals(&value.to_string()))
    }
}

fn decimals(printed: &str) -> usize {
    let fraction = printed.split(['.', '．']).nth(1);
    fraction.map_or(0, |it| it.chars().take_while(char::is_ascii_digit).count())
}

/// Whether a percentage can be `part` of `whole`, everything taken as printed.
fn agrees(percent: Printed, part: Printed, whole: Printed) -> bool {
    const NOISE: f64 = 1e-9;
    let low = part.low / whole.high * 100.0;
    let high = part.high / whole.low * 100.0;
    low <= percent.high + NOISE && percent.low - NOISE <= high
}

/// The percentage of the ledger against its figures.
fn reported(case: &mut Case<'_>, index: usize, indicator: &Indicator) {
    let (Some(actual), Some(target)) = (indicator.actual, indicator.target) else {
        return;
    };
    let Some((reported, words)) = indicator
        .reported
        .map(|reported| (reported, None))
        .or_else(|| told_ratio(case, index))
    else {
        return;
    };
    if target <= 0.0 || reported <= 0.0 {
        return;
    }
    let percent = Printed::percent(reported, decimals(&reported.to_string()));
    if !agrees(percent, Printed::of(actual), Printed::of(target)) {
        let evidence = case.evidence_of(index);
        let words = words.or(evidence);
        case.find(trouble(percent, actual, target, &indicator.unit), words);
    }
}

/// The department's ratio as the note tells it, where the ledger has none.
fn told_ratio(case: &Case<'_>, index: usize) -> Option<(f64, Option<Range<usize>>)> {
    let mut own = case.readings.iter().filter(|it| it.indicator == index);
    let told = own.find(|it| it.part == Part::Reported)?;
    Some((told.value, Some(told.words.clone())))
}

fn trouble(percent: Printed, part: f64, whole: f64, unit: &str) -> Trouble {
    Trouble::Ratio {
        printed: percent.value,
        computed: part / whole * 100.0,
        base: part / percent.value * 100.0,
        unit: unit.to_owned(),
    }
}

/// `170个项目开工137个，开工率80.59%`: a whole and a part of it in one clause, and their ratio right behind.
fn in_sentences(case: &mut Case<'_>) {
    let passage = case.note.passage;
    let mut found = Vec::new();
    let mentions = passage.mentions();
    let (parts, percents) = (mentions.clone().skip(1), mentions.clone().skip(2));
    for ((whole, part), percent) in mentions.zip(parts).zip(percents) {
        let (w, p) = (whole.quantity, part.quantity);
        let fits = whole.clause == part.clause
            && whole.unit == part.unit
            && !w.is_percent()
            && w.number >= p.number
            && percent.quantity.is_percent()
            && percent.clause.sentence == part.clause.sentence
            && is_of_verb(&percent, &part)
            && !percent.before.text().contains("投资")
            && !case.note.is_part(&percent);
        if !fits {
            continue;
        }
        let printed = |mention: &Mention<'_>| {
            let digits = passage.text.get(mention.quantity.bytes.clone());
            decimals(digits.unwrap_or_default())
        };
        let percentage = Printed::percent(percent.quantity.number, printed(&percent));
        let (of_whole, of_part) = (
            Printed::rounded(w.number, printed(&whole)),
            Printed::rounded(p.number, printed(&part)),
        );
        if !agrees(percentage, of_part, of_whole) {
            let unit = passage.text.get(w.unit_bytes.clone()).unwrap_or_default();
            let words = passage.said(&whole).start..passage.said(&percent).end;
            found.push((trouble(percentage, p.number, w.number, unit.trim()), words));
        }
    }
    let known = case.findings.iter().filter_map(|it| key(&it.trouble));
    let mut known: HashSet<_> = known.collect();
    for (trouble, words) in found {
        // What the ledger already has as the department's own ratio is said once.
        if key(&trouble).is_some_and(|key| known.insert(key)) {
            case.find(trouble, Some(words));
        }
    }
}

/// What makes a ratio the same as another one.
fn key(trouble: &Trouble) -> Option<([u64; 3], String)> {
    match trouble {
        Trouble::Ratio {
            printed,
            computed,
            base,
            unit,
        } => Some((
            [printed, computed, base].map(|it| it.to_bits()),
            unit.clone(),
        )),
        _ => None,
    }
}

/// Whether a rate is that of the verb of a part: 开工率 of `开工137个`.
fn is_of_verb(percent: &Mention<'_>, part: &Mention<'_>) -> bool {
    let name = percent.before.text();
    let name = name.trim_end_matches(['为', '达', '到']);
    let verb = name.strip_suffix('率').map(|verb| {
        let start = verb.char_indices().rev().nth(1);
        verb.get(start.map_or(0, |(at, _)| at)..).unwrap_or(verb)
    });
    let is_said = |verb: &str| {
        let words = part.before.text();
        let before = words.split(verb).next().unwrap_or_default();
        before.len() < words.len() && !before.ends_with(['不', '未'])
    };
    verb.is_some_and(|verb| !verb.is_empty() && is_said(verb))
}

/// Claims to be ahead of the line: with points, against the percentage before them; without, against the verdict.
const AHEAD: [&str; 6] = [
    "快于序时",
    "高于序时",
    "超序时",
    "超过序时",
    "超出序时",
    "快于时序",
];
const BEHIND: [&str; 4] = ["慢于序时", "低于序时", "落后序时", "滞后序时"];

fn pace(case: &mut Case<'_>) {
    let Some(line) = case.ledger.time_line(case.item) else {
        return;
    };
    let mut found = Vec::new();
    let mut last = None;
    for clause in &case.note.passage.clauses {
        let trouble = pace_of(case, clause, line, &mut last);
        found.extend(trouble.map(|trouble| (trouble, clause.bytes.clone())));
    }
    for (trouble, words) in found {
        case.find(trouble, Some(words));
    }
}

/// What is wrong with the pace that a clause claims. `last` is the last percentage before it that is no growth, and its
/// sentence.
fn pace_of(
    case: &Case<'_>,
    clause: &Clause,
    line: f64,
    last: &mut Option<(usize, f64)>,
) -> Option<Trouble> {
    let note = case.note;
    let mut mentions = note.passage.mentions_of(clause);
    let points = mentions
        .clone()
        .find(|it| it.quantity.unit.base == "百分点");
    let is_before = |it: &Mention<'_>| points.is_none_or(|points| it.index < points.index);
    let is_share = |it: &Mention<'_>| it.quantity.is_percent() && growth(note, it).is_none();
    let mut before = *last;
    for mention in mentions.clone().filter(is_share) {
        *last = Some((clause.sentence, mention.quantity.number));
        if is_before(&mention) {
            before = *last;
        }
    }
    let words = note.passage.words(clause).text();
    let ahead = AHEAD.iter().find(|word| words.contains(**word));
    let behind = BEHIND.iter().find(|word| words.contains(**word));
    // 未达到超序时要求, 7个县区超序时: no claim of the item itself.
    let is_counted = mentions.any(|it| it.quantity.unit.is_counter());
    if is_counted || words.contains('未') || words.contains('不') {
        return None;
    }
    let sign = match (ahead, behind) {
        (Some(_), None) => 1.0,
        (None, Some(_)) => -1.0,
        _ => return None,
    };
    match points {
        Some(points) => {
            let percent = before.filter(|(sentence, _)| *sentence == clause.sentence);
            let (_, percent) = percent?;
            against_line(sign * points.quantity.number, percent - line)
        }
        None => against_verdict(case, ahead.copied()),
    }
}

fn against_line(said: f64, computed: f64) -> Option<Trouble> {
    // Both are printed with one decimal at most times, and the line itself is rounded.
    let is_off = (said - computed).abs() > 0.1 + 1e-9;
    (is_off && !is_same(said, computed)).then_some(Trouble::Pace { said, computed })
}

fn against_verdict(case: &Case<'_>, words: Option<&str>) -> Option<Trouble> {
    let status = case.verdict.computed;
    let is_behind = matches!(
        status,
        Status::Behind | Status::NotStarted | Status::Slipping
    );
    let words = words.filter(|_| is_behind)?.to_owned();
    Some(Trouble::PaceClaim { words, status })
}

/// Where one of some words stands in the note, outside the names of documents.
pub fn said_outside_names<'w>(text: &str, words: &[&'w str]) -> Option<(&'w str, Range<usize>)> {
    let marks: Vec<(usize, &str)> = text.match_indices(['《', '》']).collect();
    let is_inside = |at: usize| {
        let before = marks.partition_point(|mark| mark.0 < at);
        let last = before.checked_sub(1).and_then(|last| marks.get(last));
        last.is_some_and(|(_, mark)| *mark == "《")
    };
    words.iter().find_map(|word| {
        let mut places = text.match_indices(word);
        let (at, _) = places.find(|(at, _)| !is_inside(*at) && !is_denied(text, *at, word))?;
        Some((*word, at..at + word.len()))
    })
}

/// `未按计划`, `不顺利`, `按计划应完工10条`, `5件进展顺利`: no praise of the whole.
fn is_denied(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + word.len()..).unwrap_or_default();
    let start = before.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    let near = before.get(start..).unwrap_or(before);
    let clause = near
        .rsplit(['，', '。', '；', ',', ';', '\n'])
        .next()
        .unwrap_or(near);
    clause.contains(['未', '不', '难'])
        || after.starts_with(['应', '原', '要'])
        || clause.contains(|c: char| c.is_ascii_digit())
}
