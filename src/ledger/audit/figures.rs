//! Figures against the words they were read from.

use crate::ledger::audit::{Case, Finding, Trouble, results};
use crate::ledger::passage::Passage;
use crate::ledger::proposal::proposals_of;
use crate::ledger::quantity::{Quantity, Unit};
use crate::ledger::reading::{growth, promised};
use crate::ledger::{Indicator, Kind, Part};

pub fn look(case: &mut Case<'_>) {
    let item = case.item;
    if item.indicators.is_empty()
        && let Some(first) = promised(&item.title).into_iter().next()
    {
        let measure = first.name;
        case.find(Trouble::NoMeasure { measure }, None);
    }
    for indicator in &item.indicators {
        evidence(case, indicator);
        printed(case, indicator);
        if indicator.is_promised() && indicator.kind != Kind::Stage {
            results::look(case, indicator);
        }
        magnitude(case, indicator);
    }
    others(case);
}

/// Figures that the note says otherwise than the ledger; those that the ledger does not have are offered, not found
/// fault with.
fn others(case: &mut Case<'_>) {
    let item = case.item;
    for told in proposals_of(item, case.readings.clone(), "") {
        let Some((known, indicator)) = told.before.zip(item.indicators.get(told.indicator)) else {
            continue;
        };
        let is_doubted = |found: &Finding| match &found.trouble {
            Trouble::FigureNotInNote { measure, part, .. } => {
                *measure == indicator.name && *part == told.part
            }
            _ => false,
        };
        if case.findings.iter().any(is_doubted) {
            continue;
        }
        let trouble = Trouble::OtherFigure {
            measure: indicator.name.clone(),
            part: told.part,
            known,
            told: told.after,
            unit: indicator.unit.clone(),
        };
        case.find(trouble, Some(told.words));
    }
}

fn evidence(case: &mut Case<'_>, indicator: &Indicator) {
    let Some(evidence) = &indicator.evidence else {
        return;
    };
    if case.place(evidence).is_none() {
        let measure = indicator.name.clone();
        case.find(Trouble::EvidenceNotInNote { measure }, None);
    }
}

/// Every figure must be printed in its evidence (in the note, where there is none), or be a sum of what is.
fn printed(case: &mut Case<'_>, indicator: &Indicator) {
    let evidence = indicator
        .evidence
        .as_deref()
        .filter(|it| !it.trim().is_empty());
    let words = evidence.unwrap_or(&case.item.progress);
    let passage = Passage::of(words, &case.units);
    let place = case.evidence_of(indicator);
    let figures = [
        (Part::Actual, indicator.actual),
        (Part::Underway, indicator.underway),
        (Part::Reported, indicator.reported),
    ];
    for (part, value) in figures {
        let Some(value) = value else { continue };
        let unit = match part {
            Part::Reported => Some(Unit::percent()),
            _ => Unit::named(&indicator.unit),
        };
        // What has no unit could be any number; and nothing is said without one: 尚未开工.
        let Some(unit) = unit.filter(|_| value != 0.0) else {
            continue;
        };
        let is_whole = is_same(value, 100.0)
            && ["全覆盖", "全部", "实现全"]
                .iter()
                .any(|it| words.contains(it));
        if is_whole || (is_same(value, 1.0) && is_one_spelled(words)) {
            continue;
        }
        // Things that are named and not counted were counted by the person: `市二中、县一中通过验收`.
        let is_named = words.contains('、') || is_same(value, 1.0);
        if passage.quantities.is_empty() && evidence.is_some() && is_named {
            continue;
        }
        if !is_printed(&passage, value, |it| counted_alike(it, &unit)) {
            let trouble = Trouble::FigureNotInNote {
                measure: indicator.name.clone(),
                part,
                value,
                unit: match part {
                    Part::Reported => "%".to_owned(),
                    _ => indicator.unit.clone(),
                },
            };
            case.find(trouble, place.clone());
        } else if part == Part::Actual
            && indicator.kind == Kind::Rate
            && !indicator.name.contains(['降', '减'])
            && has_wrong_sign(&passage, value)
        {
            let measure = indicator.name.clone();
            case.find(Trouble::WrongSign { measure, value }, place.clone());
        }
    }
}

/// A quantity in a unit. Single things have many words for one of them: 80项 are promised, and 54个 recommended.
pub fn counted_alike(quantity: &Quantity, unit: &Unit) -> Option<f64> {
    let alike = quantity.unit.is_counter() && unit.is_counter();
    let plain = || quantity.number * quantity.unit.scale / unit.scale;
    quantity.counted_in(unit).or_else(|| alike.then(plain))
}

/// The most quantities whose sums are tried; evidence with more is a list that nobody adds up in the head.
const SUMMED: usize = 10;

/// `一所养老院已竣工`: 一 is an article as often as a number, but here it can be the figure.
fn is_one_spelled(words: &str) -> bool {
    let mut ones = words.match_indices('一');
    ones.any(|(at, one)| {
        let behind = words.get(at + one.len()..).unwrap_or_default();
        Unit::at_start(behind, &[]).is_some_and(|(unit, ..)| unit.is_counter())
    })
}

fn is_printed(
    passage: &Passage<'_>,
    value: f64,
    counted_in: impl Fn(&Quantity) -> Option<f64>,
) -> bool {
    let counted = passage.quantities.iter().filter_map(counted_in);
    let counted: Vec<f64> = counted.map(f64::abs).collect();
    let value = value.abs();
    if counted.iter().any(|one| is_same(*one, value)) {
        return true;
    }
    // A figure that is none of many may be the sum of any of them.
    let sums = 1_usize << counted.len().min(SUMMED);
    (1..sums).any(|chosen| {
        let of_sum = counted.iter().enumerate();
        let of_sum = of_sum.filter(|(index, _)| *index < SUMMED && chosen & (1 << index) != 0);
        is_same(of_sum.map(|(_, one)| one).sum(), value)
    })
}

pub fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs().max(1.0)
}

fn has_wrong_sign(passage: &Passage<'_>, value: f64) -> bool {
    let of_value = passage
        .mentions()
        .filter(|it| is_same(it.quantity.number.abs(), value.abs()));
    let mut signs =
        of_value.filter_map(|mention| Some(growth(passage, &mention)? * mention.quantity.number));
    value != 0.0
        && signs
            .next()
            .is_some_and(|first| first.signum() != value.signum())
        && signs.next().is_none()
}

fn magnitude(case: &mut Case<'_>, indicator: &Indicator) {
    let (Some(actual), Some(target)) = (indicator.actual, indicator.target) else {
        return;
    };
    if matches!(indicator.kind, Kind::Amount | Kind::Level)
        && target > 0.0
        && actual > target * 10.0
    {
        let trouble = Trouble::Magnitude {
            measure: indicator.name.clone(),
            actual,
            target,
            unit: indicator.unit.clone(),
        };
        let words = case.evidence_of(indicator);
        case.find(trouble, words);
    }
}
