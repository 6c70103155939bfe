//! The file format as serde sees it: one struct a table, one field a key. The format is documented in README.md; keys
//! that are not named here are left alone, in the file and in every save.

use jiff::civil::Date;
use serde::Deserialize;
use toml::{Table, Value};

use crate::ledger::problem::{Expected, Found};
use crate::store::field::{Field, Leaf, Many, One, Shaped, found};

/// The whole file.
#[derive(Debug, Deserialize)]
pub struct FileTable {
    pub schema: Option<Field<i64>>,
    pub ledger: Option<One<HeadingTable>>,
    pub rules: Option<One<RulesTable>>,
    pub check: Option<One<CheckTable>>,
    pub item: Option<Many<ItemTable>>,
}

/// `[ledger]`
#[derive(Debug, Deserialize)]
pub struct HeadingTable {
    pub title: Option<Field<String>>,
    pub year: Option<Field<i64>>,
    pub period: Option<Field<String>>,
    pub as_of: Option<Field<Date>>,
    pub publisher: Option<Field<String>>,
}

/// `[rules]`, in percentage points
#[derive(Debug, Deserialize)]
pub struct RulesTable {
    pub ahead: Option<Field<f64>>,
    pub late: Option<Field<f64>>,
    pub about: Option<Field<f64>>,
}

/// `[check]`
#[derive(Debug, Deserialize)]
pub struct CheckTable {
    pub ignore: Option<Field<Vec<String>>>,
}

/// `[[item]]`
#[derive(Debug, Deserialize)]
pub struct ItemTable {
    pub id: Option<Field<Id>>,
    pub title: Option<Field<String>>,
    pub progress: Option<Field<String>>,
    pub category: Option<Field<String>>,
    pub lead: Option<Field<String>>,
    pub with: Option<Field<Vec<String>>>,
    pub start: Option<Field<Date>>,
    pub due: Option<Field<Date>>,
    pub tags: Option<Field<Vec<String>>>,
    pub problem: Option<Field<String>>,
    pub next: Option<Field<String>>,
    pub status: Option<Field<String>>,
    pub status_reason: Option<Field<String>>,
    pub indicator: Option<Many<IndicatorTable>>,
    pub report: Option<Many<ReportTable>>,
    pub order: Option<Many<OrderTable>>,
}

/// `[[item.indicator]]`
#[derive(Debug, Deserialize)]
pub struct IndicatorTable {
    pub name: Option<Field<String>>,
    pub kind: Option<Field<String>>,
    pub target: Option<Field<f64>>,
    pub compare: Option<Field<String>>,
    pub unit: Option<Field<String>>,
    pub actual: Option<Field<f64>>,
    pub underway: Option<Field<f64>>,
    pub reported: Option<Field<f64>>,
    pub baseline: Option<Field<f64>>,
    pub stages: Option<Field<Vec<String>>>,
    pub stage: Option<Field<String>>,
    pub evidence: Option<Field<String>>,
}

/// `[[item.report]]`
#[derive(Debug, Deserialize)]
pub struct ReportTable {
    pub period: Option<Field<String>>,
    pub as_of: Option<Field<Date>>,
    pub progress: Option<Field<String>>,
    pub figures: Option<Field<Table>>,
}

/// `[[item.order]]`
#[derive(Debug, Deserialize)]
pub struct OrderTable {
    pub date: Option<Field<Date>>,
    pub text: Option<Field<String>>,
    pub owner: Option<Field<String>>,
    pub due: Option<Field<Date>>,
    pub done: Option<Field<bool>>,
}

impl Shaped for HeadingTable {}
impl Shaped for RulesTable {}
impl Shaped for CheckTable {}
impl Shaped for ItemTable {}
impl Shaped for IndicatorTable {}
impl Shaped for ReportTable {}
impl Shaped for OrderTable {}

/// An item's number: a whole number or a text.
#[derive(Debug)]
pub enum Id {
    Number(u64),
    Text(String),
}

impl Leaf for Id {
    const EXPECTED: Expected = Expected::Id;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::Integer(number) => u64::try_from(number)
                .map(Self::Number)
                .or(Err(Found::Whole)),
            Value::String(text) => Ok(Self::Text(text)),
            other => Err(found(&other)),
        }
    }
}
