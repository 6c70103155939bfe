//! Reading one table: every field is taken out, and what is wrong with it is noted.

use std::ops::RangeInclusive;

use crate::ledger::problem::{Expected, Found};
use crate::ledger::{Fault, SyntaxSlip};
use crate::store::field::{Field, Leaf, Many, One, Shape};
use crate::store::quote::has_escaped_return;
use crate::store::schema::{header, near_word};

/// A fault and where it stands.
#[derive(Debug)]
pub struct Mistake {
    /// The first byte of what is wrong.
    pub at_byte: usize,
    /// The item it belongs to, as the file names it.
    pub item: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// Takes the fields out of one table.
pub struct Reader<'m> {
    mistakes: &'m mut Vec<Mistake>,
    /// The file itself.
    file: &'m str,
    /// Where the table begins, for fields that are missing.
    table_at: usize,
    item: Option<String>,
}

impl<'m> Reader<'m> {
    /// A reader of the file as a whole.
    pub fn new(mistakes: &'m mut Vec<Mistake>, file: &'m str) -> Self {
        Self {
            mistakes,
            file,
            table_at: 0,
            item: None,
        }
    }

    /// A reader of a table inside this one.
    pub fn inside(&mut self, table_at: usize, item: Option<String>) -> Reader<'_> {
        let item = item.or_else(|| self.item.clone());
        Reader {
            mistakes: self.mistakes,
            file: self.file,
            table_at,
            item,
        }
    }

    pub fn add(&mut self, at_byte: usize, fault: Fault) {
        self.mistakes.push(Mistake {
            at_byte,
            item: self.item.clone(),
            fault,
        });
    }

    /// What was noted so far.
    pub fn mistakes(&mut self) -> &mut [Mistake] {
        self.mistakes
    }

    /// Notes a mistake that was found otherwise.
    pub fn note(&mut self, mistake: Mistake) {
        self.mistakes.push(mistake);
    }

    pub fn missing(&mut self, key: &'static str, at_byte: usize) {
        self.add(at_byte, Fault::Missing { key });
    }

    /// Notes that the table itself lacks a field.
    pub fn missing_here(&mut self, key: &'static str) {
        self.missing(key, self.table_at);
    }

    pub fn wrong_type<T: Leaf>(&mut self, key: &'static str, at_byte: usize, found: Found) {
        self.add(
            at_byte,
            Fault::WrongType {
                key,
                expected: T::EXPECTED,
                found,
            },
        );
    }

    /// A field that may be missing.
    pub fn optional<T: Leaf>(&mut self, key: &'static str, field: Option<Field<T>>) -> Option<T> {
        let field = field?;
        match field.value {
            Ok(value) => Some(value),
            Err(found) => {
                self.wrong_type::<T>(key, field.span.start, found);
                None
            }
        }
    }

    /// A text that may be missing. In a file with `\r\n` line ends, a text written over several lines reads back with
    /// them; they are the file's way of ending lines and not part of what somebody wrote.
    pub fn text(&mut self, key: &'static str, field: Option<Field<String>>) -> Option<String> {
        let field = field?;
        let literal = self.file.get(field.span.clone()).unwrap_or_default();
        let file_ends_lines_with_cr = literal.contains("\r\n") && !has_escaped_return(literal);
        let text = self.optional(key, Some(field))?;
        Some(if file_ends_lines_with_cr {
            text.replace("\r\n", "\n")
        } else {
            text
        })
    }

    /// A text that must be there and say something.
    pub fn required(&mut self, key: &'static str, field: Option<Field<String>>) -> String {
        let Some(at_byte) = field.as_ref().map(|field| field.span.start) else {
            self.missing_here(key);
            return String::new();
        };
        let text = self.text(key, field);
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.add(at_byte, Fault::Empty { key });
        }
        text.unwrap_or_default()
    }

    /// A figure: a number that is finite. NaN and infinity are refused here, so that no judgement meets them.
    pub fn figure(&mut self, key: &'static str, field: Option<Field<f64>>) -> Option<f64> {
        let at_byte = field.as_ref()?.span.start;
        let number = self.optional(key, field)?;
        if number.is_finite() {
            return Some(number);
        }
        self.add(at_byte, Fault::NotFinite { key });
        None
    }

    /// A tolerance in percentage points.
    pub fn tolerance(&mut self, key: &'static str, field: Option<Field<f64>>) -> Option<f64> {
        const POINTS: RangeInclusive<f64> = 0.0..=100.0;
        let at_byte = field.as_ref()?.span.start;
        let number = self.figure(key, field)?;
        if POINTS.contains(&number) {
            return Some(number);
        }
        self.add(at_byte, Fault::ToleranceOutOfRange { key });
        None
    }

    /// One of a fixed set of words, told apart by `name`.
    pub fn word<T: Copy>(
        &mut self,
        key: &'static str,
        field: Option<Field<String>>,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let at_byte = field.as_ref()?.span.start;
        let word = self.optional(key, field)?;
        let meant = all.iter().copied().find(|&one| name(one) == word);
        if meant.is_none() {
            let near = near_word(key, &word, all.iter().map(|&one| name(one)));
            self.add(at_byte, Fault::Unknown { key, word, near });
        }
        meant
    }

    /// One table and the byte where it begins.
    pub fn table<T>(&mut self, key: &'static str, table: Option<One<T>>) -> Option<(usize, T)> {
        let table = table?;
        let at_byte = table.span().start;
        match table.into_inner() {
            Shape::Fine(table) => Some((at_byte, table)),
            Shape::Wrong(found) => {
                let header = header(key).filter(|_| found == Found::List);
                let fault = match header {
                    Some(header) => Fault::Syntax(SyntaxSlip::DoubleBrackets { header }),
                    None => Fault::WrongType {
                        key,
                        expected: Expected::Table,
                        found,
                    },
                };
                self.add(at_byte, fault);
                None
            }
        }
    }

    /// The tables of a list, each with the byte where it begins.
    pub fn tables<T>(&mut self, key: &'static str, tables: Option<Many<T>>) -> Vec<(usize, T)> {
        let Some(tables) = tables else {
            return Vec::new();
        };
        let at_byte = tables.span().start;
        match tables.into_inner() {
            Shape::Fine(list) => list
                .0
                .into_iter()
                .filter_map(|one| self.table(key, Some(one)))
                .collect(),
            Shape::Wrong(found) => {
                let header = header(key).filter(|_| found == Found::Table);
                let fault = match header {
                    Some(header) => Fault::Syntax(SyntaxSlip::SingleBrackets { header }),
                    None => Fault::WrongType {
                        key,
                        expected: Expected::Tables,
                        found,
                    },
                };
                self.add(at_byte, fault);
                Vec::new()
            }
        }
    }
}
