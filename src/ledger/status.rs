//! The seven verdicts and their order.

/// How a promise stands against the time line. The order is from worst to best; an item takes the worst of its
/// promised measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 未启动: nothing done and nothing under way.
    NotStarted,
    /// 滞后: below the time line by the rule `late` or more.
    Behind,
    /// 趋缓: below the time line by less.
    Slipping,
    /// 无法判定: what a promise lacks for a verdict, its `Gap` tells. Never green, never red.
    Unquantified,
    /// 达序时: at or above the time line.
    OnTrack,
    /// 超序时: above the time line by the rule `ahead` or more.
    Ahead,
    /// 已完成.
    Done,
}

impl Status {
    /// Every status, worst first.
    pub const ALL: [Self; 7] = [
        Self::NotStarted,
        Self::Behind,
        Self::Slipping,
        Self::Unquantified,
        Self::OnTrack,
        Self::Ahead,
        Self::Done,
    ];

    /// The word that stands for it in files and machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Behind => "behind",
            Self::Slipping => "slipping",
            Self::Unquantified => "unquantified",
            Self::OnTrack => "on_track",
            Self::Ahead => "ahead",
            Self::Done => "done",
        }
    }

    /// The one Han character that stands beside every colour.
    pub const fn character(self) -> char {
        match self {
            Self::NotStarted => '未',
            Self::Behind => '滞',
            Self::Slipping => '缓',
            Self::Unquantified => '无',
            Self::OnTrack => '达',
            Self::Ahead => '超',
            Self::Done => '完',
        }
    }

    /// The word that stands for it in the bulletins of the field, and in queries.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::NotStarted => "未启动",
            Self::Behind => "滞后",
            Self::Slipping => "趋缓",
            Self::Unquantified => "无法判定",
            Self::OnTrack => "达序时",
            Self::Ahead => "超序时",
            Self::Done => "已完成",
        }
    }

    /// Whether the meeting must talk about it: slipping, behind or not started.
    pub const fn is_late(self) -> bool {
        matches!(self, Self::NotStarted | Self::Behind | Self::Slipping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_worst_first() {
        let mut sorted = Status::ALL;
        sorted.sort();
        assert_eq!(sorted, Status::ALL);
        assert!(Status::NotStarted < Status::Behind && Status::Ahead < Status::Done);
    }
}
