//! Which gap keeps a measure, or an item, from a verdict.

use crate::ledger::judgement::measure::Measured;
use crate::ledger::judgement::reason::Reason;
use crate::ledger::quantity::{Quantity, Unit, quantities};
use crate::ledger::reading::is_size;
use crate::ledger::{Gap, Indicator, Item, Kind, Status};

/// How a last stage is named that is reached only when the year ends.
const YEAR_ENDS: [&str; 7] = [
    "年底",
    "年末",
    "年终",
    "岁末",
    "year-end",
    "year end",
    "end of the year",
];

/// The gap of a measure of an item; `None` where it is judged, or where the ledger lacks a date or a scale.
pub fn gap_of(
    item: &Item,
    indicator: &Indicator,
    measured: &Measured,
    is_due: bool,
) -> Option<Gap> {
    let judged = measured.judged.as_ref()?;
    if judged.status != Status::Unquantified {
        return None;
    }
    match judged.reason {
        Reason::OnlyUnderway(underway) if underway != 0.0 => Some(Gap::Underway),
        Reason::OnlyUnderway(_) | Reason::NoFigure => Some(without_figure(item, indicator, is_due)),
        Reason::NoBaseline { .. } => Some(Gap::NoBaseline),
        Reason::SeveralYears => Some(Gap::SeveralYears),
        _ => None,
    }
}

/// The gap of a measure without any figure of its own: what else the ledger has of the item tells which.
fn without_figure(item: &Item, indicator: &Indicator, is_due: bool) -> Gap {
    if !is_due && item.indicators.iter().any(is_judged_at_year_end) {
        Gap::YearEnd
    } else if item.indicators.iter().any(is_going_on) {
        Gap::Underway
    } else if item.indicators.iter().any(is_side_figure)
        || indicator.reported.is_some()
        || names_another_number(item, indicator)
    {
        Gap::SideFigure
    } else {
        Gap::Silent
    }
}

/// A procedure whose last step is named for the end of the year: nothing can be counted before.
pub fn is_judged_at_year_end(indicator: &Indicator) -> bool {
    let last = indicator.stages.last();
    let is_named = |last: &String| YEAR_ENDS.iter().any(|word| last.contains(word));
    indicator.kind == Kind::Stage && last.is_some_and(is_named)
}

/// A procedure that is past its first step, or context of which something is begun.
pub fn is_going_on(indicator: &Indicator) -> bool {
    let is_begun = indicator.underway.is_some_and(|begun| begun != 0.0);
    indicator
        .stages_reached()
        .is_some_and(|reached| reached > 0)
        || (is_begun && !indicator.is_promised())
}

/// Context with a figure.
pub fn is_side_figure(indicator: &Indicator) -> bool {
    !indicator.is_promised() && indicator.actual.is_some()
}

/// Whether a note has a number of an indicator's unit that is no target and that no other indicator has: then it is not
/// silent, whatever the number is of.
fn names_another_number(item: &Item, indicator: &Indicator) -> bool {
    let note = item.progress.as_str();
    let Some(unit) = Unit::named(&indicator.unit) else {
        return false;
    };
    // Most notes do not have the unit at all, which is known sooner than their quantities.
    let spellings = match &*unit.base {
        "人" => vec!["人", "名", "位"],
        "%" => vec!["%", "％", "﹪", "百分"],
        base => vec![base, indicator.unit.trim()],
    };
    if !spellings.iter().any(|spelling| note.contains(spelling)) {
        return false;
    }
    let own = [unit];
    let [unit] = &own;
    let said = quantities(note, &own).into_iter();
    // Numbers in numerals (四项任务) are words as often as figures.
    let is_in_digits = |it: &Quantity| {
        let said = note.get(it.bytes.clone()).unwrap_or_default();
        said.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '-')
    };
    let mut said = said.filter(|it| it.counted_in(unit).is_some() && is_in_digits(it));
    let figures = |it: &Indicator| [it.target, it.actual, it.underway];
    said.any(|it| {
        let mut known = item.indicators.iter().flat_map(figures);
        !known.any(|known| is_size(&it, known))
    })
}

/// What is said of an item of which several measures cannot be judged: nothing reported before what is on its way.
pub fn worst_first(gap: Option<Gap>) -> u8 {
    match gap {
        Some(Gap::Silent) => 0,
        Some(Gap::NoMeasure) => 1,
        Some(Gap::SideFigure) => 2,
        None => 3,
        Some(Gap::NoBaseline) => 4,
        Some(Gap::SeveralYears) => 5,
        Some(Gap::Underway) => 6,
        Some(Gap::YearEnd) => 7,
    }
}
