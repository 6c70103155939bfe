//! Figures against the words they were read from.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::ledger::audit::{Case, Trouble, results};
use crate::ledger::passage::Passage;
use crate::ledger::proposal::proposals_of;
use crate::ledger::quantity::{Quantity, Unit, Units};
use crate::ledger::reading::{MEASURES_READ, Measure, Note, growth, promised};
use crate::ledger::{Indicator, Kind, Part};

pub fn look<'l>(case: &mut Case<'l>) {
    let item = case.item;
    let mut measures = item.indicators.len();
    if measures == 0 {
        let promised = promised(&item.title);
        // One more than are read may be there.
        measures = promised.len() + usize::from(promised.len() == MEASURES_READ);
        if let Some(first) = promised.into_iter().next() {
            let measure = first.name;
            case.find(Trouble::NoMeasure { measure }, None);
        }
    }
    if measures > MEASURES_READ {
        let read = MEASURES_READ;
        case.find(Trouble::ManyMeasures { read }, None);
    }
    let mut results = results::Results::default();
    let measures: &'l [Measure<'l>] = case.measures;
    for (index, measure) in measures.iter().enumerate() {
        let indicator = measure.indicator;
        if indicator.evidence.is_some() && case.evidence_of(index).is_none() {
            let measure = indicator.name.clone();
            case.find(Trouble::EvidenceNotInNote { measure }, None);
        }
        printed(case, index, indicator);
        if indicator.is_promised() && indicator.kind != Kind::Stage {
            results.look(case, index, measure);
        }
        magnitude(case, index, indicator);
    }
    others(case);
}

/// Figures that the note says otherwise than the ledger; those that the ledger does not have are offered, not found
/// fault with.
fn others(case: &mut Case<'_>) {
    let item = case.item;
    let doubted: HashSet<(String, Part)> = case
        .findings
        .iter()
        .filter_map(|found| match &found.trouble {
            Trouble::FigureNotInNote { measure, part, .. } => Some((measure.clone(), *part)),
            _ => None,
        })
        .collect();
    let readings = std::mem::take(&mut case.readings);
    let proposals = proposals_of(item, case.note.passage, readings.clone(), "");
    case.readings = readings;
    for told in proposals {
        let Some((known, indicator)) = told.before.zip(item.indicators.get(told.indicator)) else {
            continue;
        };
        if doubted.contains(&(indicator.name.clone(), told.part)) {
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

/// Words that figures are printed in, and what they say as a whole.
pub struct Said<'p> {
    passage: &'p Passage<'p>,
    says_all: OnceCell<bool>,
    spells_one: OnceCell<bool>,
}

impl<'p> Said<'p> {
    pub fn of(passage: &'p Passage<'p>) -> Self {
        Self {
            passage,
            says_all: OnceCell::new(),
            spells_one: OnceCell::new(),
        }
    }

    fn says_all(&self) -> bool {
        let all = ["全覆盖", "全部", "实现全"];
        let words = self.passage.text;
        *self
            .says_all
            .get_or_init(|| all.iter().any(|it| words.contains(it)))
    }

    /// `一所养老院已竣工`: 一 is an article as often as a number, but here it can be the figure.
    fn spells_one(&self) -> bool {
        *self.spells_one.get_or_init(|| {
            let words = self.passage.text;
            let mut ones = words.match_indices('一');
            ones.any(|(at, one)| {
                let behind = words.get(at + one.len()..).unwrap_or_default();
                let unit = Unit::at_start(behind, &Units::default());
                unit.is_some_and(|(unit, ..)| unit.is_counter())
            })
        })
    }
}

/// Every figure must be printed in its evidence (in the note, where there is none), or be a sum of what is.
fn printed(case: &mut Case<'_>, index: usize, indicator: &Indicator) {
    let evidence = indicator
        .evidence
        .as_deref()
        .filter(|it| !it.trim().is_empty());
    let Some(words) = evidence else {
        let found = unprinted(&case.said, None, case.note, indicator);
        for trouble in found {
            case.find(trouble, None);
        }
        return;
    };
    let passage = Passage::of(words, case.units);
    let note = Note::of(&passage, case.note.title);
    let found = unprinted(&Said::of(&passage), evidence, &note, indicator);
    let place = case.evidence_of(index);
    for trouble in found {
        case.find(trouble, place.clone());
    }
}

/// What is wrong with the figures of an indicator, held against words.
fn unprinted(
    said: &Said<'_>,
    evidence: Option<&str>,
    note: &Note<'_>,
    indicator: &Indicator,
) -> Vec<Trouble> {
    let passage = said.passage;
    let figures = [
        (Part::Actual, indicator.actual),
        (Part::Underway, indicator.underway),
        (Part::Reported, indicator.reported),
    ];
    let mut found = Vec::new();
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
        let is_whole = is_same(value, 100.0) && said.says_all();
        if is_whole || (is_same(value, 1.0) && said.spells_one()) {
            continue;
        }
        // Things that are named and not counted were counted by the person: `市二中、县一中通过验收`.
        let is_named = |words: &str| words.contains('、') || is_same(value, 1.0);
        if passage.quantities.is_empty() && evidence.is_some_and(is_named) {
            continue;
        }
        if !is_printed(passage, value, |it| counted_alike(it, &unit)) {
            found.push(Trouble::FigureNotInNote {
                measure: indicator.name.clone(),
                part,
                value,
                unit: match part {
                    Part::Reported => "%".to_owned(),
                    _ => indicator.unit.clone(),
                },
            });
        } else if part == Part::Actual
            && indicator.kind == Kind::Rate
            && !indicator.name.contains(['降', '减'])
            && has_wrong_sign(note, value)
        {
            let measure = indicator.name.clone();
            found.push(Trouble::WrongSign { measure, value });
        }
    }
    found
}

/// A quantity in a unit. Single things have many words for one of them: 80项 are promised, and 54个 recommended.
pub fn counted_alike(quantity: &Quantity, unit: &Unit) -> Option<f64> {
    let alike = || quantity.unit.is_counter() && unit.is_counter();
    let plain = || quantity.number * quantity.unit.scale / unit.scale;
    quantity.counted_in(unit).or_else(|| alike().then(plain))
}

/// The most quantities whose sums are tried; evidence with more is a list that nobody adds up in the head.
const SUMMED: usize = 10;

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
    let counted = counted.get(..SUMMED).unwrap_or(&counted);
    (1..1_usize << counted.len()).any(|chosen| {
        let of_sum = counted.iter().enumerate();
        let of_sum = of_sum.filter(|(index, _)| chosen & (1 << index) != 0);
        is_same(of_sum.map(|(_, one)| one).sum(), value)
    })
}

pub fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs().max(1.0)
}

fn has_wrong_sign(note: &Note<'_>, value: f64) -> bool {
    let of_value = note
        .passage
        .mentions()
        .filter(|it| is_same(it.quantity.number.abs(), value.abs()));
    let mut signs =
        of_value.filter_map(|mention| Some(growth(note, &mention)? * mention.quantity.number));
    value != 0.0
        && signs
            .next()
            .is_some_and(|first| first.signum() != value.signum())
        && signs.next().is_none()
}

fn magnitude(case: &mut Case<'_>, index: usize, indicator: &Indicator) {
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
        let words = case.evidence_of(index);
        case.find(trouble, words);
    }
}
