//! The book-keeping: numbers, dates, closed periods, verdicts of persons.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::ledger::audit::{Case, Finding, Trouble};
use crate::ledger::quantity::Unit;
use crate::ledger::reading::promised;
use crate::ledger::{Item, ItemId, Kind, Ledger, Status};

/// What is wrong with the ledger as a whole, and between its items.
pub fn of_ledger(ledger: &Ledger) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |position: Option<usize>, trouble: Trouble| {
        findings.push(Finding {
            position,
            trouble,
            words: None,
        });
    };
    for key in &ledger.unread.keys {
        find(key.item, Trouble::Unread(key.clone()));
    }
    let more = ledger.unread.count.saturating_sub(ledger.unread.keys.len());
    if more > 0 {
        find(None, Trouble::MoreUnread { count: more });
    }
    let heading = &ledger.heading;
    match (heading.as_of, heading.year) {
        (None, _) if has_amounts(ledger) => find(None, Trouble::NoDate),
        (Some(as_of), Some(year)) if as_of.year() != year => {
            find(None, Trouble::DateOutsideYear { year });
        }
        _ => {}
    }
    let missing = missing_numbers(ledger);
    if !missing.is_empty() {
        find(None, Trouble::IdGap { missing });
    }
    let (mut ids, mut titles) = (HashMap::new(), HashMap::new());
    for (position, item) in ledger.items.iter().enumerate() {
        let other = ids.insert(plain_id(&item.id), item.id.to_string());
        if let Some(other) = other {
            find(Some(position), Trouble::IdTwin { other });
        }
        let other = titles.insert(item.title.trim(), item.id.to_string());
        if let Some(other) = other {
            find(Some(position), Trouble::TitleTwin { other });
        }
    }
    findings
}

fn has_amounts(ledger: &Ledger) -> bool {
    let is_amount = |item: &Item| {
        let mut indicators = item.indicators.iter();
        indicators.any(|it| it.kind == Kind::Amount && it.is_promised())
    };
    ledger.items.iter().any(|item| is_amount(item))
}

/// The most missing numbers that are named.
const NAMED_GAPS: usize = 5;

/// Whole numbers missing below the highest, where nearly all are there: a ledger that takes up the numbers of another
/// document has no gaps.
fn missing_numbers(ledger: &Ledger) -> Vec<u64> {
    let numbers: Vec<u64> = ledger
        .items
        .iter()
        .filter_map(|item| match item.id {
            ItemId::Number(number) => Some(number),
            ItemId::Text(_) => None,
        })
        .collect();
    let (Some(&first), Some(&last)) = (numbers.iter().min(), numbers.iter().max()) else {
        return Vec::new();
    };
    let count = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
    let missing = (last - first).saturating_add(1).saturating_sub(count);
    if numbers.len() < ledger.items.len() || missing == 0 || missing > count / 10 + 1 {
        return Vec::new();
    }
    let known: std::collections::HashSet<u64> = numbers.into_iter().collect();
    let gaps = (first..=last).filter(|number| !known.contains(number));
    gaps.take(NAMED_GAPS).collect()
}

/// A number as a reader takes it: without leading zeros, blanks, wide digits and capitals.
fn plain_id(id: &ItemId) -> String {
    let folded: String = id
        .to_string()
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(narrow)
        .collect();
    let plain = folded.trim_start_matches('0').to_lowercase();
    if plain.is_empty() { folded } else { plain }
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// What is wrong with the book-keeping of one item.
pub fn look(case: &mut Case<'_>) {
    if case.item.progress.trim().is_empty() {
        case.find(Trouble::NoNote, None);
    }
    targets(case);
    later_lines(case);
    dates(case);
    periods(case);
    person(case);
}

/// A target against the only figure of its unit that the title names.
fn targets(case: &mut Case<'_>) {
    let titled = promised(&case.item.title).into_iter();
    let titled = titled.filter_map(|it| Some((it.kind, it.target?, Unit::named(&it.unit)?)));
    let titled: Vec<(Kind, f64, Unit)> = titled.collect();
    let item = case.item;
    let mut of_unit: HashMap<&str, usize> = HashMap::new();
    for indicator in item.indicators.iter().filter(|it| it.target.is_some()) {
        *of_unit.entry(&indicator.unit).or_default() += 1;
    }
    for measure in case.measures {
        let indicator = measure.indicator;
        let (Some(target), Some(unit)) = (indicator.target, &measure.unit) else {
            continue;
        };
        let mut sizes = titled
            .iter()
            .filter(|(kind, _, other)| *kind == indicator.kind && other.counts_the_same(unit))
            .map(|(_, target, other)| target * other.scale / unit.scale);
        let (Some(titled), None) = (sizes.next(), sizes.next()) else {
            continue;
        };
        let is_only = of_unit.get(&*indicator.unit) == Some(&1);
        // A fall may be written down as a fall or as a negative growth.
        if is_only && (titled.abs() - target.abs()).abs() > 1e-6 * target.abs().max(1.0) {
            let trouble = Trouble::TargetDiffers {
                measure: indicator.name.clone(),
                target,
                titled,
                unit: indicator.unit.clone(),
            };
            case.find(trouble, None);
        }
    }
}

/// Lines with a date of their own after that of the ledger.
fn later_lines(case: &mut Case<'_>) {
    let Some(as_of) = case.ledger.heading.as_of else {
        return;
    };
    let paragraphs = case.item.progress.split('\n');
    let mut later = paragraphs.filter_map(|paragraph| {
        let (month, rest) = paragraph.trim_start().split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        let day = Date::new(as_of.year(), month.parse().ok()?, day.parse().ok()?).ok()?;
        (day > as_of).then(|| format!("{}月{}日", day.month(), day.day()))
    });
    if let Some(day) = later.next() {
        let words = case.place(&day);
        case.find(Trouble::LaterThanLedger { day }, words);
    }
}

fn dates(case: &mut Case<'_>) {
    let item = case.item;
    if item
        .start
        .zip(item.due)
        .is_some_and(|(start, due)| due < start)
    {
        case.find(Trouble::DueBeforeStart, None);
    }
    let given = |order: &&crate::ledger::Order| {
        order
            .date
            .zip(order.due)
            .is_some_and(|(date, due)| due < date)
    };
    if item.orders.iter().any(|order| given(&order)) {
        case.find(Trouble::OrderDueBeforeGiven, None);
    }
}

/// Closed periods against each other, and the present one against the last.
fn periods(case: &mut Case<'_>) {
    let item = case.item;
    let mut latest = None;
    for report in &item.reports {
        let is_late = report
            .as_of
            .zip(latest)
            .is_some_and(|(as_of, latest)| as_of <= latest);
        let is_future = report
            .as_of
            .zip(case.ledger.heading.as_of)
            .is_some_and(|(as_of, now)| as_of >= now);
        if is_late || is_future {
            let period = report.period.clone();
            case.find(Trouble::ReportOrder { period }, None);
        }
        latest = report.as_of.or(latest);
    }
    let Some(last) = item.reports.last() else {
        return;
    };
    let is_same = |note: &String| !note.trim().is_empty() && note.trim() == item.progress.trim();
    if last.progress.as_ref().is_some_and(is_same) {
        let period = last.period.clone();
        case.find(Trouble::NoteUnchanged { period }, None);
    }
    let mut figures = HashMap::new();
    for then in last.figures.iter().rev() {
        figures.insert(&*then.name, then);
    }
    for (index, measure) in case.measures.iter().enumerate() {
        let indicator = measure.indicator;
        let Some(after) = indicator.actual.filter(|_| indicator.kind == Kind::Amount) else {
            continue;
        };
        let then = figures.get(&*indicator.name);
        if let Some(before) = then
            .and_then(|it| it.actual)
            .filter(|before| after < *before)
        {
            let trouble = Trouble::LowerThanBefore {
                measure: indicator.name.clone(),
                period: last.period.clone(),
                before,
                after,
                unit: indicator.unit.clone(),
            };
            let words = case.evidence_of(index);
            case.find(trouble, words);
        }
    }
}

/// A person's verdict beside that of the figures.
fn person(case: &mut Case<'_>) {
    let computed = case.verdict.computed;
    match (&case.item.verdict, &case.item.loose_reason) {
        (Some(set), _) if set.status == computed => case.find(Trouble::OverrideIdle, None),
        (Some(set), _) if set.status > computed && computed != Status::Unquantified => {
            case.find(Trouble::OverrideBetter { computed }, None);
        }
        (None, Some(_)) => case.find(Trouble::ReasonWithoutStatus, None),
        _ => {}
    }
}
