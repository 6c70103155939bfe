//! Which figures keep a promise: on which side of the target, and how far from it.
//!
//! A negative target is a fall: a deeper one keeps it, whatever sign of comparison stands beside it. 左右 has no side of
//! its own; it is that of the thing: what should stay low (prices, unemployment, accidents) may be lower, anything else
//! may be higher, so that nobody is accused for the good side.

use crate::ledger::judgement::bands::NOISE;
use crate::ledger::{Compare, Indicator, Kind, Rules};

/// The figures that keep a promise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// What was promised.
    pub target: f64,
    /// Whether less is better.
    pub is_upper_limit: bool,
    /// How far on the wrong side of the target still keeps the promise: what 左右 allows.
    pub tolerance: f64,
}

impl Aim {
    /// The aim of an indicator; `None` where it has no target.
    pub fn of(indicator: &Indicator, rules: Rules) -> Option<Self> {
        let target = indicator.target?;
        Some(Self::toward(indicator, target, rules))
    }

    /// The aim of an indicator with this target.
    pub fn toward(indicator: &Indicator, target: f64, rules: Rules) -> Self {
        let is_upper_limit = target < 0.0
            || match indicator.compare {
                Compare::AtLeast => false,
                Compare::AtMost => true,
                Compare::About => should_stay_low(indicator),
            };
        let tolerance = match indicator.compare {
            Compare::About => target.abs() * rules.about / 100.0,
            Compare::AtLeast | Compare::AtMost => 0.0,
        };
        Self {
            target,
            is_upper_limit,
            tolerance,
        }
    }

    /// By how much a figure lies on the wrong side of the target; negative on the good side.
    pub fn short(self, actual: f64) -> f64 {
        if self.is_upper_limit {
            actual - self.target
        } else {
            self.target - actual
        }
    }

    /// Whether a figure keeps the promise.
    pub fn is_met(self, actual: f64) -> bool {
        self.short(actual) <= self.tolerance + NOISE
    }

    /// Whether it is a limit that a figure must not exceed, rather than a fall to be reached.
    pub fn is_limit(self) -> bool {
        self.is_upper_limit && self.target >= 0.0
    }

    /// Whether an amount is an allowance that is used up over the year. A fall accumulates like any other amount.
    pub fn is_allowance(self, kind: Kind) -> bool {
        kind == Kind::Amount && self.is_limit()
    }
}

/// Things that a city wants less of.
const LOW: [&str; 60] = [
    "价格",
    "物价",
    "涨幅",
    "通胀",
    "失业",
    "能耗",
    "电耗",
    "水耗",
    "煤耗",
    "消耗",
    "损耗",
    "漏损",
    "排放",
    "浓度",
    "PM2.5",
    "PM10",
    "污染",
    "超标",
    "事故",
    "死亡",
    "伤亡",
    "发案",
    "火灾",
    "投诉",
    "信访",
    "负债",
    "债务",
    "赤字",
    "不良",
    "坏账",
    "逾期",
    "拖欠",
    "辍学",
    "空置",
    "败诉",
    "差错",
    "时限",
    "时长",
    "用时",
    "成本",
    "税负",
    "杠杆",
    "发病",
    "感染",
    "流失",
    "拥堵",
    "落后产能",
    "inflation",
    "price",
    "unemploy",
    "emission",
    "pollut",
    "accident",
    "death",
    "crime",
    "debt",
    "deficit",
    "complaint",
    "vacan",
    "waiting",
];

/// Words of doing away with such things, of which a city wants more.
const REMOVAL: [&str; 24] = [
    "化解", "减", "压降", "压缩", "节", "治理", "整治", "处置", "清收", "清理", "清偿", "查处",
    "破获", "办结", "降低", "下降", "消除", "关停", "淘汰", "退出", "监测", "reduc", "sav",
    "resol",
];

/// Whether a measure is of something that should stay low, by its name. Where the name does not tell, it should not.
fn should_stay_low(indicator: &Indicator) -> bool {
    let name = indicator.name.to_lowercase();
    let has = |words: &[&str]| {
        let mut words = words.iter();
        words.any(|word| name.contains(word) || indicator.name.contains(word))
    };
    has(&LOW) && !has(&REMOVAL)
}
