//! What was promised of one measure.

use crate::ledger::quantity::{Quantity, quantities};
use crate::ledger::reading::lexicon::{BEGINNINGS, BEGUN, has_any};
use crate::ledger::{Indicator, Kind};

/// The promise of one measure, as the title says it.
#[derive(Clone, Copy, Debug)]
pub struct Promise<'t> {
    pub(super) title: &'t str,
    /// The clause of the title that names the target; the whole title where none does.
    pub(super) clause: &'t str,
    pub(super) name: &'t str,
    pub(super) kind: Kind,
    target: Option<f64>,
}

impl<'t> Promise<'t> {
    /// The promise that an indicator measures.
    pub fn of(title: &'t str, indicator: &'t Indicator) -> Self {
        let named = quantities(title, &[]);
        let named = named.into_iter().find(|it| is_size(it, indicator.target));
        let clause = named.and_then(|it| {
            let start = title.get(..it.bytes.start)?.rfind(['，', ',', '、']);
            title
                .get(start.unwrap_or(0)..)
                .map(|it| it.trim_start_matches(['，', ',', '、']))
        });
        Self {
            title,
            clause: clause.unwrap_or(title),
            name: &indicator.name,
            kind: indicator.kind,
            target: indicator.target,
        }
    }

    /// Whether beginning is what was promised: 开工建设16个项目.
    pub fn is_kept_by_beginning(&self) -> bool {
        has_any(self.clause, &BEGINNINGS) || has_any(self.name, &BEGUN) || self.is_of_research()
    }

    /// Whether research was promised to be carried out, which it is from its first day on: 实施30项关键技术攻关.
    fn is_of_research(&self) -> bool {
        self.clause.contains("实施") && has_any(self.clause, &["攻关", "研究", "研发"])
    }

    /// Whether work on the spot was promised to begin, and nothing more.
    pub fn is_of_beginnings(&self) -> bool {
        has_any(self.clause, &BEGUN) || has_any(self.name, &BEGUN)
    }

    /// Whether the clause of the target has these words.
    pub fn names(&self, words: &str) -> bool {
        self.clause.contains(words)
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
