//! One measure of a promise: what was aimed at and what has been reached.

use std::ops::Range;

/// A measure of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// A short name: `无障碍改造`.
    pub name: String,
    /// How its figures behave over the year.
    pub kind: Kind,
    /// What was promised, in `unit`.
    pub target: Option<f64>,
    /// On which side of the target the promise is kept.
    pub compare: Compare,
    /// The unit of target, actual and underway: `户`, `%`.
    pub unit: String,
    /// Results on the promised measure only; `None` is not zero.
    pub actual: Option<f64>,
    /// Begun but not yet a result: 开工, 公示, 推荐, 在审.
    pub underway: Option<f64>,
    /// The department's own completion percentage, as printed.
    pub reported: Option<f64>,
    /// Where a level stood before the work began; its completion is measured from there.
    pub baseline: Option<f64>,
    /// The steps of a `stage` measure, first to last.
    pub stages: Vec<String>,
    /// The step reached: one of `stages`, or empty for "before the first".
    pub stage: Option<String>,
    /// The words of the note that the figures were read from, exactly.
    pub evidence: Option<String>,
}

impl Indicator {
    /// An indicator of this kind with a name and nothing else.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            target: None,
            compare: Compare::AtLeast,
            unit: String::new(),
            actual: None,
            underway: None,
            reported: None,
            baseline: None,
            stages: Vec::new(),
            stage: None,
            evidence: None,
        }
    }

    /// Whether this measure was promised. One without target, reported ratio and stages is context: shown, never judged.
    pub fn is_promised(&self) -> bool {
        self.target.is_some() || self.reported.is_some() || !self.stages.is_empty()
    }

    /// The bytes of a note in which the evidence stands. Words that stand there twice could be either, so both are told.
    pub fn evidence_in<'t>(&'t self, note: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let evidence = self.evidence.as_deref().filter(|words| !words.is_empty());
        evidence
            .into_iter()
            .flat_map(|words| note.match_indices(words))
            .map(|(start, words)| start..start + words.len())
    }

    /// Whether there is evidence, and it is not in the note.
    pub fn misses_evidence(&self, note: &str) -> bool {
        let evidence = self.evidence.as_deref().filter(|words| !words.is_empty());
        evidence.is_some_and(|words| !note.contains(words))
    }

    /// How many of `stages` have been reached: 0 before the first; `None` where no stage is known.
    pub fn stages_reached(&self) -> Option<usize> {
        let stage = self.stage.as_deref()?;
        if stage.is_empty() {
            return Some(0);
        }
        self.stages
            .iter()
            .position(|name| name == stage)
            .map(|index| index + 1)
    }
}

/// How the figures of a measure behave over the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Accumulates from zero over the year.
    Amount,
    /// A growth rate; may be negative; never a share of work done.
    Rate,
    /// A stock or share at a moment.
    Level,
    /// A step of a known procedure.
    Stage,
}

impl Kind {
    /// Every kind, in the order of the format's documentation.
    pub const ALL: [Self; 4] = [Self::Amount, Self::Rate, Self::Level, Self::Stage];

    /// The word that stands for it in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Rate => "rate",
            Self::Level => "level",
            Self::Stage => "stage",
        }
    }
}

/// On which side of the target a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// 以上, 达到, a bare number; the number itself is enough.
    AtLeast,
    /// 以内, 不超过.
    AtMost,
    /// 左右: a small miss is accepted.
    About,
}

impl Compare {
    /// Every comparison.
    pub const ALL: [Self; 3] = [Self::AtLeast, Self::AtMost, Self::About];

    /// The sign that stands for it in the file.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::About => "~",
        }
    }
}
