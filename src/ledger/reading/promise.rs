//! What was promised, as the title says it: as a whole, and of one measure.

use std::collections::HashSet;

use crate::ledger::lexicon::{BEGINNINGS, BEGUN, DOING, LEVELS, List, OWN_RESULTS, has_any};
use crate::ledger::passage::{Passage, Stretch};
use crate::ledger::quantity::Quantity;
use crate::ledger::reading::elsewhere::{PLACE_CHARS, ends_with_place};
use crate::ledger::{Indicator, Kind};

/// What is kept by being carried out.
const RESEARCH: [&str; 3] = ["攻关", "研究", "研发"];

/// The title of a promise, tokenised.
#[derive(Debug)]
pub struct Title<'t> {
    /// Its text.
    pub text: &'t str,
    pub(super) passage: Passage<'t>,
    /// Where the clause of each of its quantities begins, by every comma and by those that part no list.
    clause_starts: Vec<usize>,
    lead_starts: Vec<usize>,
    /// The first level of government that it names, and whether it names another one.
    levels: (Option<usize>, bool),
    /// Where words that may tell a promise from another stand last in it.
    last: Vec<(&'static str, usize)>,
    has_new: bool,
    counts_higher: bool,
    /// What may be the name of a place in it.
    places: HashSet<&'t str>,
}

impl<'t> Title<'t> {
    /// Tokenises a title.
    pub fn of(text: &'t str) -> Self {
        let passage = Passage::of(text, &[]);
        let levels = LEVELS.iter().enumerate();
        let mut levels = levels
            .filter(|(_, level)| text.contains(**level))
            .map(|(place, _)| place);
        let telling = BEGINNINGS.iter().chain(&BEGUN).chain(&DOING).chain(&LEVELS);
        let telling = telling.chain(&RESEARCH);
        let last = telling.filter_map(|word| Some((*word, text.rfind(word)?)));
        Self {
            text,
            clause_starts: clause_starts(&passage, &['，', ',', '、']),
            lead_starts: clause_starts(&passage, &LEAD_ENDS),
            levels: (levels.next(), levels.next().is_some()),
            last: last.collect(),
            has_new: text.contains("新增"),
            counts_higher: text.contains("以上"),
            passage,
            places: places(text),
        }
    }

    /// Whether it promises something new.
    pub(super) fn has_new(&self) -> bool {
        self.has_new
    }

    /// Which words of a list it has.
    pub(super) fn named(&self, list: List) -> Vec<bool> {
        let mut named = vec![false; list.words().len()];
        for it in self.passage.all(list).all() {
            if let Some(named) = named.get_mut(it.word) {
                *named = true;
            }
        }
        named
    }

    /// Whether it has a name of a place or an owner.
    pub(super) fn names_place(&self, name: &str) -> bool {
        self.places.contains(name)
    }

    /// Whether one of some words stands in it from a byte on.
    fn has_from(&self, start: usize, words: &[&str]) -> bool {
        let mut last = self.last.iter();
        last.any(|(word, at)| *at >= start && words.contains(word))
    }

    /// The first level of government that it names, and whether it names another one.
    pub(super) fn levels(&self) -> (Option<usize>, bool) {
        self.levels
    }

    /// Whether levels above the one that it names count, too.
    pub(super) fn counts_higher(&self) -> bool {
        self.counts_higher
    }

    /// What stands before the target of a measure in its clause; before the end of the title where it names no target.
    pub(super) fn lead(&self, indicator: &Indicator) -> Stretch<'_> {
        let target = self.target(indicator);
        let start = target.and_then(|it| self.lead_starts.get(it)).copied();
        let end = target.and_then(|it| self.passage.quantities.get(it));
        let end = end.map_or(self.text.len(), |it| it.bytes.start);
        let start = start.unwrap_or_else(|| {
            let last = self.text.split(LEAD_ENDS).next_back();
            end - last.map_or(0, str::len)
        });
        self.passage.stretch(start..end)
    }

    /// The place among its quantities of the one that is the target of a measure.
    pub(super) fn target(&self, indicator: &Indicator) -> Option<usize> {
        let quantities = &self.passage.quantities;
        let mut quantities = quantities.iter();
        quantities.position(|it| is_size(it, indicator.target))
    }
}

/// What parts the clauses of a title that name a target.
const LEAD_ENDS: [char; 5] = ['，', ',', '；', ';', '。'];

/// The byte behind the last of some marks before each quantity of a title.
fn clause_starts(title: &Passage<'_>, marks: &[char]) -> Vec<usize> {
    let (mut start, mut at) = (0, 0);
    let starts = title.quantities.iter().map(|it| {
        let between = title.text.get(at..it.bytes.start).unwrap_or_default();
        if let Some(mark) = between.rfind(marks) {
            let behind = between.get(mark..).unwrap_or_default();
            start = it.bytes.start - behind.trim_start_matches(marks).len();
        }
        at = it.bytes.start;
        start
    });
    starts.collect()
}

/// All that could be the name of a place in a title: what ends like one, as far as names of places go.
fn places(title: &str) -> HashSet<&str> {
    let starts: Vec<usize> = title.char_indices().map(|it| it.0).collect();
    let ends = starts.iter().skip(1).copied().chain([title.len()]);
    let mut places = HashSet::new();
    for (last, end) in ends.enumerate() {
        let before = title.get(..end).unwrap_or_default();
        if ends_with_place(before) {
            let first = (last + 1).saturating_sub(PLACE_CHARS);
            let starts = starts.get(first..last).unwrap_or_default();
            places.extend(starts.iter().filter_map(|start| title.get(*start..end)));
        }
    }
    places
}

/// The promise of one measure, as the title says it.
#[derive(Clone, Debug)]
pub struct Promise<'t> {
    pub(super) name: &'t str,
    pub(super) kind: Kind,
    target: Option<f64>,
    is_kept_by_beginning: bool,
    is_of_beginnings: bool,
    /// The verbs of what is being done that its clause says.
    pub(super) doing: Vec<bool>,
    /// The verbs that are results where a promise says them, with which its clause begins.
    pub(super) opening: Vec<bool>,
    /// The levels of government that its clause says.
    levels: Vec<bool>,
}

impl<'t> Promise<'t> {
    /// The promise that an indicator measures.
    pub fn of(title: &Title<'t>, indicator: &'t Indicator) -> Self {
        // The clause of the title that names the target; the whole title where none does.
        let target = title.target(indicator);
        let start = target.and_then(|it| title.clause_starts.get(it)).copied();
        let start = start.unwrap_or(0);
        let clause = title.text.get(start..).unwrap_or_default().trim_start();
        let said = |words: &[&'static str]| -> Vec<bool> {
            let said = words.iter().map(|word| title.has_from(start, &[*word]));
            said.collect()
        };
        let name: &str = &indicator.name;
        Self {
            name,
            kind: indicator.kind,
            target: indicator.target,
            is_kept_by_beginning: title.has_from(start, &BEGINNINGS)
                || has_any(name, &BEGUN)
                // Research is carried out from its first day on: 实施30项关键技术攻关.
                || (title.has_from(start, &["实施"]) && title.has_from(start, &RESEARCH)),
            is_of_beginnings: title.has_from(start, &BEGUN) || has_any(name, &BEGUN),
            doing: said(&DOING),
            opening: OWN_RESULTS
                .iter()
                .map(|it| clause.starts_with(it))
                .collect(),
            levels: said(&LEVELS),
        }
    }

    /// Whether beginning is what was promised: 开工建设16个项目.
    pub fn is_kept_by_beginning(&self) -> bool {
        self.is_kept_by_beginning
    }

    /// Whether work on the spot was promised to begin, and nothing more.
    pub fn is_of_beginnings(&self) -> bool {
        self.is_of_beginnings
    }

    /// Whether the clause of the target names this one of the [`LEVELS`].
    pub fn names_level(&self, level: usize) -> bool {
        self.levels.get(level).copied().unwrap_or(false)
    }

    /// Whether a quantity is the target, in its own unit or in single ones.
    pub fn is_target(&self, quantity: &Quantity) -> bool {
        is_size(quantity, self.target)
    }
}

/// Whether a quantity is a target, in its own unit or in single ones.
pub fn is_size(quantity: &Quantity, target: Option<f64>) -> bool {
    let number = quantity.number.abs();
    target.is_some_and(|target| {
        let target = target.abs();
        let scaled = number * quantity.unit.scale;
        (number - target).abs() < 1e-9 || (scaled - target).abs() < 1e-6
    })
}
