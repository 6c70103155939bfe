//! What can be wrong, each with the numbers and names that a sentence about it needs.

use crate::ledger::reading::Role;
use crate::ledger::{Part, Status, UnreadKey, UnreadKind};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The ledger contradicts itself: what it says was read is not there.
    Error,
    /// A person should look.
    Warning,
}

impl Severity {
    /// The word for it in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What does not add up.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// A figure of the ledger is neither printed in the words it was read from nor a sum of what is.
    FigureNotInNote {
        /// The indicator.
        measure: String,
        /// Which of its figures.
        part: Part,
        /// The figure.
        value: f64,
        /// Its unit.
        unit: String,
    },
    /// The words tell a fall and the figure a rise, or the other way round.
    WrongSign {
        /// The indicator.
        measure: String,
        /// The figure.
        value: f64,
    },
    /// The evidence is no piece of the note.
    EvidenceNotInNote {
        /// The indicator.
        measure: String,
    },
    /// The parts of a total do not make the total.
    PartsTotal {
        /// The total as printed.
        total: f64,
        /// The sum of its parts.
        sum: f64,
        /// Their unit.
        unit: String,
    },
    /// What is done, under way and left does not make the target.
    PartsTarget {
        /// The sum.
        sum: f64,
        /// The target.
        target: f64,
        /// Their unit.
        unit: String,
    },
    /// A printed ratio is not that of the figures beside it.
    Ratio {
        /// As printed, in percent.
        printed: f64,
        /// From the figures, in percent.
        computed: f64,
        /// The other denominator that would give the printed one.
        base: f64,
        /// Its unit.
        unit: String,
    },
    /// The note is so many points before or behind the time line; the figures say otherwise.
    Pace {
        /// As printed, in points above the line.
        said: f64,
        /// From the percentage beside it.
        computed: f64,
    },
    /// The note claims to be ahead of the line, and the figures are behind it.
    PaceClaim {
        /// The words.
        words: String,
        /// The verdict of the figures.
        status: Status,
    },
    /// An accumulated figure is lower than at the end of an earlier period.
    LowerThanBefore {
        /// The indicator.
        measure: String,
        /// The earlier period.
        period: String,
        /// The figure then.
        before: f64,
        /// The figure now.
        after: f64,
        /// Their unit.
        unit: String,
    },
    /// The note is that of the period before, to the letter.
    NoteUnchanged {
        /// The period before.
        period: String,
    },
    /// The note praises itself, and the figures are behind.
    SelfPraise {
        /// The words.
        words: String,
        /// The verdict of the figures.
        status: Status,
    },
    /// A step on the way stands as the result, or is all that is told of it.
    Pipeline {
        /// The indicator.
        measure: String,
        /// The word of the step: 推荐, 公示.
        step: String,
        /// Whether the ledger has it as the result.
        is_counted: bool,
    },
    /// What the ledger has as a result is told as a plan, as what is left, or as a beginning.
    NotAResult {
        /// The indicator.
        measure: String,
        /// As what it is told.
        role: Role,
    },
    /// The note names the target again and gives no figure.
    TargetRepeated {
        /// The indicator.
        measure: String,
        /// The target.
        target: f64,
        /// Its unit.
        unit: String,
    },
    /// Promised in one unit, reported in another.
    UnitDiffers {
        /// The unit of the promise.
        promised: String,
        /// That of the note.
        said: String,
    },
    /// Promised at one level of government, reported at a lower one.
    LevelDiffers {
        /// The level of the promise.
        promised: &'static str,
        /// That of the note.
        said: &'static str,
    },
    /// Behind, and nothing about why and what next.
    NoPlan {
        /// The verdict.
        status: Status,
    },
    /// A promised measure without a result.
    NoFigure {
        /// The indicator.
        measure: String,
        /// What has begun, where that is told.
        underway: Option<f64>,
        /// Its unit.
        unit: String,
    },
    /// More than ten times the target: probably a slip of the unit.
    Magnitude {
        /// The indicator.
        measure: String,
        /// The figure.
        actual: f64,
        /// The target.
        target: f64,
        /// Their unit.
        unit: String,
    },
    /// Numbers are missing between the first and the last item.
    IdGap {
        /// The first missing ones.
        missing: Vec<u64>,
    },
    /// Two numbers look the same.
    IdTwin {
        /// The other one.
        other: String,
    },
    /// The target of the ledger is not the one that the title names.
    TargetDiffers {
        /// The indicator.
        measure: String,
        /// The target of the ledger.
        target: f64,
        /// That of the title.
        titled: f64,
        /// Their unit.
        unit: String,
    },
    /// The note says another figure than the ledger has.
    OtherFigure {
        /// The indicator.
        measure: String,
        /// Which of its figures.
        part: Part,
        /// In the ledger.
        known: f64,
        /// In the note.
        told: f64,
        /// Their unit.
        unit: String,
    },
    /// The title promises figures, and the ledger has no measure of them.
    NoMeasure {
        /// The first one that the title names.
        measure: String,
    },
    /// An item has more measures than are read and checked.
    ManyMeasures {
        /// How many are.
        read: usize,
    },
    /// A line of the note has a date after that of the ledger: its figures are held against a line too early for them.
    LaterThanLedger {
        /// The date, as the note has it.
        day: String,
    },
    /// Nothing was reported at all.
    NoNote,
    /// Two items promise the same in the same words.
    TitleTwin {
        /// The number of the other one.
        other: String,
    },
    /// Due before it starts.
    DueBeforeStart,
    /// A closed period does not come after the one before it, or not before the present one.
    ReportOrder {
        /// The period.
        period: String,
    },
    /// An order of a meeting that is due before it was given.
    OrderDueBeforeGiven,
    /// The ledger has no date to draw the time line from.
    NoDate,
    /// The date is not in the year of the ledger.
    DateOutsideYear {
        /// The year.
        year: i16,
    },
    /// A person judged better than the figures.
    OverrideBetter {
        /// The verdict of the figures.
        computed: Status,
    },
    /// A person set what the figures say anyway.
    OverrideIdle,
    /// A reason for a verdict that nobody set.
    ReasonWithoutStatus,
    /// A key, a table or a promise of the file that was not read.
    Unread(UnreadKey),
    /// So many more of them.
    MoreUnread {
        /// How many.
        count: usize,
    },
    /// An entry of `[check] ignore` that fits no finding.
    IgnoredInVain {
        /// The entry.
        entry: String,
    },
    /// An entry of `[check] ignore` that gives no reason, and so silences nothing.
    IgnoredWithoutReason {
        /// The entry.
        entry: String,
    },
}

impl Trouble {
    /// The code by which scripts and `[check] ignore` name it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FigureNotInNote { .. } => "figure-not-in-note",
            Self::WrongSign { .. } => "wrong-sign",
            Self::EvidenceNotInNote { .. } => "evidence-not-in-note",
            Self::PartsTotal { .. } => "parts-total",
            Self::PartsTarget { .. } => "parts-target",
            Self::Ratio { .. } => "ratio",
            Self::Pace { .. } | Self::PaceClaim { .. } => "pace",
            Self::LowerThanBefore { .. } => "lower-than-before",
            Self::NoteUnchanged { .. } => "note-unchanged",
            Self::SelfPraise { .. } => "self-praise",
            Self::Pipeline { .. } => "pipeline",
            Self::NotAResult { .. } => "not-a-result",
            Self::TargetRepeated { .. } => "target-repeated",
            Self::UnitDiffers { .. } => "unit-differs",
            Self::LevelDiffers { .. } => "level-differs",
            Self::NoPlan { .. } => "no-plan",
            Self::NoFigure { .. } => "no-figure",
            Self::Magnitude { .. } => "magnitude",
            Self::IdGap { .. } => "id-gap",
            Self::IdTwin { .. } => "id-twin",
            Self::TargetDiffers { .. } => "target-differs",
            Self::OtherFigure { .. } => "other-figure",
            Self::NoMeasure { .. } => "no-measure",
            Self::ManyMeasures { .. } => "many-measures",
            Self::LaterThanLedger { .. } => "later-than-ledger",
            Self::NoNote => "no-note",
            Self::TitleTwin { .. } => "title-twin",
            Self::DueBeforeStart => "due-before-start",
            Self::ReportOrder { .. } => "report-order",
            Self::OrderDueBeforeGiven => "order-due",
            Self::NoDate => "no-date",
            Self::DateOutsideYear { .. } => "date-outside-year",
            Self::OverrideBetter { .. } => "override-better",
            Self::OverrideIdle => "override-idle",
            Self::ReasonWithoutStatus => "reason-without-status",
            Self::Unread(key) => match key.what {
                UnreadKind::Value => "unknown-key",
                UnreadKind::Table => "unknown-table",
                UnreadKind::Promise { .. } => "unread-item",
            },
            Self::MoreUnread { .. } => "unknown-key",
            Self::IgnoredInVain { .. } => "ignored-in-vain",
            Self::IgnoredWithoutReason { .. } => "ignored-without-reason",
        }
    }

    /// Whether the ledger contradicts itself.
    pub const fn is_error(&self) -> bool {
        matches!(self.severity(), Severity::Error)
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::FigureNotInNote { .. }
            | Self::WrongSign { .. }
            | Self::EvidenceNotInNote { .. }
            | Self::DueBeforeStart
            | Self::ReportOrder { .. } => Severity::Error,
            Self::Unread(key) if key.is_error() => Severity::Error,
            _ => Severity::Warning,
        }
    }
}
