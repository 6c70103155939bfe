//! What does not add up: a second look at a ledger before a leader takes the first.
//!
//! Owns every check of the notes and figures against each other, against the promise and against the period before. A
//! finding is a question to the person who keeps the ledger, with the numbers and the words it comes from; it changes no
//! verdict and no figure. Rather one finding less than one that a careful auditor would not agree with. It must never
//! know the language in which a finding is told.

mod about;
mod claims;
mod figures;
mod ratios;
mod record;
mod results;
mod sums;
mod trouble;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use crate::ledger::passage::Passage;
use crate::ledger::quantity::Unit;
use crate::ledger::reading::{MEASURES_READ, Measure, Note, Reading, Title, read_for};
use crate::ledger::{Indicator, Item, ItemId, Ledger, Verdict};
use figures::Said;

pub use trouble::{Severity, Trouble};

/// One thing that does not add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The place of the item in the ledger; `None` for what is wrong with the ledger as a whole.
    pub position: Option<usize>,
    /// What it is.
    pub trouble: Trouble,
    /// The bytes of the item's note that it is about.
    pub words: Option<Range<usize>>,
}

/// A finding that the ledger says is known (`[check] ignore`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// As the file has it.
    pub entry: String,
    /// The number of the item as printed; empty for findings of the whole ledger.
    pub item: String,
    /// The code of the finding.
    pub code: String,
    /// Why it may stay, in the words of the person who keeps the ledger; empty where none is given.
    pub reason: String,
}

impl Ignored {
    /// An entry of the file: `35:level-differs 省级认定年底才启动`, the item, the code, and behind a blank the reason.
    pub fn of(entry: &str) -> Self {
        let (named, reason) = entry.split_once(char::is_whitespace).unwrap_or((entry, ""));
        let (item, code) = named.rsplit_once(':').unwrap_or(("", named));
        Self {
            entry: entry.to_owned(),
            item: item.to_owned(),
            code: code.to_owned(),
            reason: reason.trim().to_owned(),
        }
    }
}

/// All findings of a ledger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    /// What is to be looked at, in the natural order of the items, errors of an item first.
    pub findings: Vec<Finding>,
    /// What the ledger says is known, with the reason.
    pub silenced: Vec<(Finding, String)>,
}

impl Audit {
    /// Looks through a ledger. `verdicts` are those of its items, in its order.
    pub fn of(ledger: &Ledger, verdicts: &[Verdict]) -> Self {
        let mut findings = record::of_ledger(ledger);
        let items = ledger.items.iter().zip(verdicts).enumerate();
        for (position, (item, verdict)) in items {
            findings.extend(look(ledger, position, item, verdict));
        }
        let id = |finding: &Finding| -> Option<&ItemId> {
            Some(&ledger.items.get(finding.position?)?.id)
        };
        findings.sort_by(|one, other| {
            let rank = |finding: &Finding| finding.trouble.severity();
            (id(one), rank(one)).cmp(&(id(other), rank(other)))
        });
        silence(ledger, findings)
    }

    /// How many of the findings are errors.
    pub fn errors(&self) -> usize {
        let is_error = |finding: &&Finding| finding.trouble.is_error();
        self.findings.iter().filter(is_error).count()
    }
}

/// What does not add up in one item.
fn look(ledger: &Ledger, position: usize, item: &Item, verdict: &Verdict) -> Vec<Finding> {
    let read = item.indicators.get(..MEASURES_READ);
    let read = read.unwrap_or(&item.indicators);
    let units = read.iter().filter_map(|it| Unit::named(&it.unit));
    let units: Vec<Unit> = units.collect();
    let passage = Passage::of(&item.progress, &units);
    let titled = Passage::of(&item.title, &units);
    let title = Title::of(&item.title);
    let note = Note::of(&passage, &title);
    let measures: Vec<Measure<'_>> = read.iter().map(|it| Measure::of(&note, it)).collect();
    let mut case = Case {
        ledger,
        position,
        item,
        verdict,
        said: Said::of(&passage),
        title: &titled,
        readings: read_for(&note, &measures),
        evidence: read.iter().map(|it| place_of(it, &item.progress)).collect(),
        note: &note,
        measures: &measures,
        units: &units,
        in_batches: OnceCell::new(),
        findings: Vec::new(),
    };
    figures::look(&mut case);
    sums::look(&mut case);
    ratios::look(&mut case);
    claims::look(&mut case);
    record::look(&mut case);
    case.findings
}

/// One item under the glass.
struct Case<'l> {
    ledger: &'l Ledger,
    position: usize,
    item: &'l Item,
    verdict: &'l Verdict,
    note: &'l Note<'l>,
    /// What the note says as a whole.
    said: Said<'l>,
    title: &'l Passage<'l>,
    /// Its indicators, the first [`MEASURES_READ`] of them.
    measures: &'l [Measure<'l>],
    /// Their units.
    units: &'l [Unit],
    /// Where their evidence stands in the note.
    evidence: Vec<Option<Range<usize>>>,
    /// What the note says of them.
    readings: Vec<Reading>,
    /// Whether the note tells of batches.
    in_batches: OnceCell<bool>,
    findings: Vec<Finding>,
}

/// How much of a note a finding quotes at most.
const QUOTED_BYTES: usize = 4_096;

impl Case<'_> {
    /// Notes a finding, with the bytes of the note that it is about.
    fn find(&mut self, trouble: Trouble, words: Option<Range<usize>>) {
        let note = &self.item.progress;
        let quoted = |words: Range<usize>| {
            let end = words.end.min(words.start.saturating_add(QUOTED_BYTES));
            words.start..note.floor_char_boundary(end)
        };
        self.findings.push(Finding {
            position: Some(self.position),
            trouble,
            words: words.map(quoted),
        });
    }

    /// Where the words stand in the note that the figures of an indicator were read from.
    fn evidence_of(&self, indicator: usize) -> Option<Range<usize>> {
        self.evidence.get(indicator).cloned().flatten()
    }

    /// Where words stand in the note.
    fn place(&self, words: &str) -> Option<Range<usize>> {
        place(words, &self.item.progress)
    }

    /// Whether the note tells of batches, whose figures contain each other.
    fn is_in_batches(&self) -> bool {
        *self.in_batches.get_or_init(|| {
            let note = &self.item.progress;
            note.contains('批') && note.contains('第')
        })
    }
}

fn place_of(indicator: &Indicator, note: &str) -> Option<Range<usize>> {
    place(indicator.evidence.as_deref()?, note)
}

fn place(words: &str, note: &str) -> Option<Range<usize>> {
    let start = memmem::find(note.as_bytes(), words.as_bytes())?;
    Some(start..start + words.len())
}

/// Takes out what the ledger says is known, and finds fault with entries that say nothing.
fn silence(ledger: &Ledger, findings: Vec<Finding>) -> Audit {
    let mut audit = Audit::default();
    let mut used = vec![false; ledger.ignored.len()];
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for (at, ignored) in ledger.ignored.iter().enumerate() {
        known.entry((&ignored.item, &ignored.code)).or_insert(at);
    }
    let mut looked = Vec::new();
    for finding in findings {
        let item = finding.position.and_then(|it| ledger.items.get(it));
        let item = item.map(|item| item.id.to_string()).unwrap_or_default();
        let at = known.get(&(&*item, finding.trouble.code())).copied();
        if let Some(used) = at.and_then(|at| used.get_mut(at)) {
            *used = true;
        }
        let known = at.and_then(|at| ledger.ignored.get(at));
        let reason = known.map(|known| known.reason.clone());
        match reason.filter(|reason| !reason.is_empty()) {
            Some(reason) => audit.silenced.push((finding, reason)),
            None => looked.push(finding),
        }
    }
    // The last entry of the file comes first.
    for (ignored, is_used) in ledger.ignored.iter().zip(used).rev() {
        let entry = ignored.entry.clone();
        let trouble = match (is_used, ignored.reason.is_empty()) {
            (true, false) => continue,
            (true, true) => Trouble::IgnoredWithoutReason { entry },
            (false, _) => Trouble::IgnoredInVain { entry },
        };
        audit.findings.push(Finding {
            position: None,
            trouble,
            words: None,
        });
    }
    audit.findings.append(&mut looked);
    audit
}

#[cfg(test)]
mod tests;
