//! Why an item is `unquantified`: one of seven kinds, each with a remedy of its own.

/// What is missing for a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// 在办: steps or beginnings are told, and no result yet.
    Underway,
    /// 旁数: there are figures, of something else than was promised.
    SideFigure,
    /// 未报: the note gives no figure at all.
    Silent,
    /// 无基数: a level short of its target, of which nobody knows where it began.
    NoBaseline,
    /// 缺指标: the ledger lacks a measure that was promised.
    NoMeasure,
    /// 跨年: promised over several years, with no dates to draw a time line between.
    SeveralYears,
    /// 年底评: counted only at the end of the year.
    YearEnd,
}

impl Gap {
    /// Every gap, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Underway,
        Self::SideFigure,
        Self::Silent,
        Self::NoBaseline,
        Self::NoMeasure,
        Self::SeveralYears,
        Self::YearEnd,
    ];

    /// The word that stands for it in machine formats and queries.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Underway => "underway",
            Self::SideFigure => "side_figure",
            Self::Silent => "silent",
            Self::NoBaseline => "no_baseline",
            Self::NoMeasure => "no_measure",
            Self::SeveralYears => "several_years",
            Self::YearEnd => "year_end",
        }
    }

    /// The word that stands for it on a Chinese screen and in queries.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Underway => "在办",
            Self::SideFigure => "旁数",
            Self::Silent => "未报",
            Self::NoBaseline => "无基数",
            Self::NoMeasure => "缺指标",
            Self::SeveralYears => "跨年",
            Self::YearEnd => "年底评",
        }
    }
}
