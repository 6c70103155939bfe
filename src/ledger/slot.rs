//! The fields of an item that a person may rewrite, each by a name of its own, and what can stand in them.
//!
//! The promise itself, the item's number and its closed periods have no slot: they are the record, and no screen of
//! this program rewrites them.

use std::fmt;

use crate::ledger::{Indicator, Item, OrderPart};

/// A field of an item that may be rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The progress note.
    Progress,
    /// 存在问题
    Problem,
    /// 下步打算
    Next,
    /// 牵头单位
    Lead,
    /// A person's verdict, by the word of the file; never without [`Slot::Reason`].
    Status,
    /// The reason for that verdict.
    Reason,
    /// A part of one indicator.
    Of(IndicatorKey, Part),
    /// A part of the order that is being written: no field of the item, for the whole order becomes a row of it.
    Order(OrderPart),
}

/// Which indicator of an item: by its name, because another person may have put a new one before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IndicatorKey {
    /// Its name.
    pub name: String,
    /// Which of several with that name, counted from 0.
    pub nth: usize,
}

/// A part of an indicator that may be rewritten. Its name, kind and unit are what was promised and may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What was promised.
    Target,
    /// Results.
    Actual,
    /// Begun, but not yet a result.
    Underway,
    /// The department's own percentage.
    Reported,
    /// The step reached.
    Stage,
    /// The words of the note that the figures were read from.
    Evidence,
}

/// What stands in a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, verbatim.
    Text(String),
    /// A finite number.
    Number(f64),
}

impl Slot {
    /// The slot with this key, of an indicator where one is given; `None` where there is none.
    pub fn of_key(key: &str, indicator: Option<IndicatorKey>) -> Option<Self> {
        if let Some(indicator) = indicator {
            let part = Part::ALL.into_iter().find(|part| part.key() == key)?;
            return Some(Self::Of(indicator, part));
        }
        let own = [
            Self::Progress,
            Self::Problem,
            Self::Next,
            Self::Lead,
            Self::Status,
            Self::Reason,
        ];
        let orders = OrderPart::ALL.map(Self::Order);
        let mut slots = own.into_iter().chain(orders);
        slots.find(|slot| slot.key() == key)
    }

    /// The indicator it belongs to.
    pub const fn indicator(&self) -> Option<&IndicatorKey> {
        match self {
            Self::Of(key, _) => Some(key),
            _ => None,
        }
    }

    /// Whether a number stands in it.
    pub const fn is_figure(&self) -> bool {
        matches!(
            self,
            Self::Of(
                _,
                Part::Target | Part::Actual | Part::Underway | Part::Reported
            )
        )
    }

    /// Whether its text may have several lines.
    pub const fn has_lines(&self) -> bool {
        matches!(self, Self::Progress | Self::Problem | Self::Next)
    }

    /// The key of the file.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Problem => "problem",
            Self::Next => "next",
            Self::Lead => "lead",
            Self::Status => "status",
            Self::Reason => "status_reason",
            Self::Of(_, part) => part.key(),
            Self::Order(part) => part.key(),
        }
    }
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 6] = [
        Self::Target,
        Self::Actual,
        Self::Underway,
        Self::Reported,
        Self::Stage,
        Self::Evidence,
    ];

    /// The key of the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Actual => "actual",
            Self::Underway => "underway",
            Self::Reported => "reported",
            Self::Stage => "stage",
            Self::Evidence => "evidence",
        }
    }
}

impl Value {
    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) => None,
        }
    }
}

/// As a person types it: figures without blanks or commas.
impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            // Minus zero is nobody's figure.
            Self::Number(number) => write!(out, "{}", number + 0.0),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Item {
    /// What stands in a slot; `None` where nothing does, or where the item has no such indicator.
    pub fn value(&self, slot: &Slot) -> Option<Value> {
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        match slot {
            Slot::Progress => Some(Value::Text(self.progress.clone())),
            Slot::Problem => text(&self.problem),
            Slot::Order(_) => None,
            Slot::Next => text(&self.next),
            Slot::Lead => text(&self.lead),
            Slot::Status => self.verdict.as_ref().map(|set| set.status.name().into()),
            Slot::Reason => {
                let set = self.verdict.as_ref().map(|set| &set.reason);
                set.or(self.loose_reason.as_ref()).cloned().map(Value::Text)
            }
            Slot::Of(key, part) => {
                let indicator = self.indicators.get(self.place_of(key)?)?;
                match part {
                    Part::Target => indicator.target.map(Value::Number),
                    Part::Actual => indicator.actual.map(Value::Number),
                    Part::Underway => indicator.underway.map(Value::Number),
                    Part::Reported => indicator.reported.map(Value::Number),
                    Part::Stage => text(&indicator.stage),
                    Part::Evidence => text(&indicator.evidence),
                }
            }
        }
    }

    /// The place of an indicator among the item's own.
    pub fn place_of(&self, key: &IndicatorKey) -> Option<usize> {
        let named = |(_, indicator): &(usize, &Indicator)| indicator.name == key.name;
        let mut places = self.indicators.iter().enumerate().filter(named);
        places.nth(key.nth).map(|(place, _)| place)
    }

    /// The key of the indicator at a place.
    pub fn key_of(&self, place: usize) -> Option<IndicatorKey> {
        let name = self.indicators.get(place)?.name.clone();
        let before = self.indicators.iter().take(place);
        let nth = before.filter(|indicator| indicator.name == name).count();
        Some(IndicatorKey { name, nth })
    }

    /// Whether the item has this slot at all, filled or not.
    pub fn has(&self, slot: &Slot) -> bool {
        match slot {
            Slot::Of(key, _) => self.place_of(key).is_some(),
            Slot::Order(_) => false,
            _ => true,
        }
    }
}
