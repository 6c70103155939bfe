//! What a new row says, field by field, and how the rows around it are written.

use jiff::civil::Date;

use crate::ledger::{Compare, Indicator, Order, Row};
use crate::store::locate::{Page, figure};
use crate::store::quote::quote;

/// The keys of the two kinds of rows: whatever else stands in one, somebody else wrote there.
const KEYS: [&str; 17] = [
    "name", "kind", "target", "compare", "unit", "actual", "underway", "reported", "baseline",
    "stages", "stage", "evidence", "date", "text", "owner", "due", "done",
];

/// Whether a key is one of the format.
pub fn is_known(key: &str) -> bool {
    KEYS.contains(&key)
}

/// What a field says.
#[derive(PartialEq)]
pub enum Content<'r> {
    /// A text, verbatim.
    Text(&'r str),
    /// A finite number.
    Number(f64),
    /// Several texts.
    Texts(&'r [String]),
    /// A day.
    Day(Date),
    /// Yes.
    Yes,
}

impl Content<'_> {
    /// How it is written; texts in the style of `quotes`, a string of the file.
    pub fn literal(&self, quotes: &str, line_end: &str) -> String {
        match self {
            Self::Text(text) => quote(text, quotes, line_end),
            Self::Number(number) => figure(*number),
            Self::Texts(texts) => {
                let texts: Vec<String> = texts
                    .iter()
                    .map(|text| quote(text, quotes, line_end))
                    .collect();
                format!("[{}]", texts.join(", "))
            }
            Self::Day(day) => day.to_string(),
            Self::Yes => "true".to_owned(),
        }
    }
}

/// The fields of a row that say something, in the order of the format's documentation.
pub fn fields(row: &Row) -> Vec<(&'static str, Content<'_>)> {
    let fields = match row {
        Row::Indicator(indicator) => of_indicator(indicator),
        Row::Order(order) => of_order(order),
    };
    let said = |(key, content): (_, Option<_>)| content.map(|content| (key, content));
    fields.into_iter().filter_map(said).collect()
}

fn of_indicator(indicator: &Indicator) -> Vec<(&'static str, Option<Content<'_>>)> {
    let number = |number: Option<f64>| number.map(Content::Number);
    let compare = (indicator.compare != Compare::AtLeast).then(|| indicator.compare.sign());
    let unit = Some(&*indicator.unit).filter(|unit| !unit.is_empty());
    let stages = Some(&*indicator.stages).filter(|stages| !stages.is_empty());
    vec![
        ("name", Some(Content::Text(&indicator.name))),
        ("kind", Some(Content::Text(indicator.kind.name()))),
        ("target", number(indicator.target)),
        ("compare", compare.map(Content::Text)),
        ("unit", unit.map(Content::Text)),
        ("actual", number(indicator.actual)),
        ("underway", number(indicator.underway)),
        ("reported", number(indicator.reported)),
        ("baseline", number(indicator.baseline)),
        ("stages", stages.map(Content::Texts)),
        ("stage", indicator.stage.as_deref().map(Content::Text)),
        ("evidence", indicator.evidence.as_deref().map(Content::Text)),
    ]
}

/// The fields of an order, also those that say nothing.
pub fn of_order(order: &Order) -> Vec<(&'static str, Option<Content<'_>>)> {
    vec![
        ("date", order.date.map(Content::Day)),
        ("text", Some(Content::Text(&order.text))),
        ("owner", order.owner.as_deref().map(Content::Text)),
        ("due", order.due.map(Content::Day)),
        ("done", order.done.then_some(Content::Yes)),
    ]
}

/// How a table of the file is written.
pub struct Look<'a, 't> {
    page: Page<'a, 't>,
    /// What stands before its header.
    pub header_indent: &'t str,
    /// What stands before its keys.
    pub indent: &'t str,
    /// Whether there is a blank line above it, or above the comments right above it.
    pub has_blank_line_before: bool,
    /// The sign between key and value, with the blanks behind it.
    sign: &'t str,
    /// The blanks before the sign, where the signs do not stand below one another.
    padding: usize,
    /// The column of the signs, counted from the keys, where they do.
    column: Option<usize>,
}

impl<'a, 't> Look<'a, 't> {
    /// How this table is written; `None` for one without fields.
    pub fn of(page: Page<'a, 't>) -> Option<Self> {
        let fields = page.fields();
        let first = fields.first()?;
        let text = page.text;
        let blanks_before = |at_byte: usize| {
            let before = text.get(page.line_start(at_byte)..at_byte)?;
            Some(before).filter(|before| before.trim().is_empty())
        };
        let sign = text.get(first.key.end..first.value.start)?;
        let ends = fields.iter().filter_map(|field| {
            let key = text.get(field.key.clone())?.chars().count();
            let sign = page.sign(field)?;
            Some(key + sign.len() - sign.trim_start().len())
        });
        let column = ends.max().filter(|_| page.has_columns());
        let header = page.owner.span().start;
        Some(Self {
            header_indent: blanks_before(header).unwrap_or_default(),
            indent: blanks_before(first.key.start).unwrap_or_default(),
            has_blank_line_before: has_blank_line_before(&page, header),
            sign: sign.trim_start(),
            padding: sign.len() - sign.trim_start().len(),
            column,
            page,
        })
    }

    /// A key with the sign behind it, in the column of the others, or further right where a key of the row needs it.
    pub fn key_and_sign(&self, key: &str, row: &Row) -> String {
        let longest = fields(row).iter().map(|(key, _)| key.len() + 1).max();
        let blanks = self.column.map_or(self.padding, |column| {
            column.max(longest.unwrap_or(0)) - key.len()
        });
        format!("{key}{}{}", " ".repeat(blanks), self.sign)
    }

    /// The sign between key and value in a table that is written in one line.
    pub fn sign_in_braces(&self) -> String {
        format!("{}{}", if self.padding > 0 { " " } else { "" }, self.sign)
    }

    /// A string of the file in whose style the text of a field is to be written: that of the same field, else that of
    /// the first text of one line.
    pub fn quotes(&self, key: &str) -> &'t str {
        let literal = |entry: &super::Entry| self.page.text.get(entry.value.clone());
        let is_text = |literal: &&str| literal.starts_with(['"', '\'']);
        let same = self.page.entry(key).and_then(|entry| literal(&entry));
        if let Some(same) = same.filter(is_text) {
            return same;
        }
        let fields = self.page.fields();
        let first = fields.iter().filter_map(literal).find(is_text);
        if first.is_some_and(|first| first.starts_with('\'')) {
            "''"
        } else {
            "\"\""
        }
    }
}

fn has_blank_line_before(page: &Page<'_, '_>, header: usize) -> bool {
    let above = page.before(page.line_start(header));
    let mut lines = above.lines().rev();
    let first = lines.find(|line| !line.trim_start().starts_with('#'));
    first.is_some_and(|line| line.trim().is_empty())
}
