//! Forgiving pieces of the wire format: a value of the wrong type is remembered with its place instead of ending the
//! reading, so that all problems of a file can be told at once.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use toml::{Spanned, Value};

use crate::ledger::problem::{Expected, Found};

/// A value of one field: where it stands in the file (bytes), and what it is or what it is instead.
#[derive(Debug)]
pub struct Field<T> {
    /// The bytes of the value in the file.
    pub span: Range<usize>,
    /// The value, or the type that was found instead.
    pub value: Result<T, Found>,
}

/// A type that a field of the format can have.
pub trait Leaf: Sized {
    /// What to call the type when something else was found.
    const EXPECTED: Expected;
    /// Takes the value, or tells what type it has instead.
    fn take(value: Value) -> Result<Self, Found>;
}

impl<'de, T: Leaf> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Value>::deserialize(source)?;
        Ok(Self {
            span: spanned.span(),
            value: T::take(spanned.into_inner()),
        })
    }
}

impl Leaf for String {
    const EXPECTED: Expected = Expected::Text;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(found(&other)),
        }
    }
}

impl Leaf for Vec<String> {
    const EXPECTED: Expected = Expected::Texts;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::Array(values) => values.into_iter().map(String::take).collect(),
            other => Err(found(&other)),
        }
    }
}

impl Leaf for f64 {
    const EXPECTED: Expected = Expected::Number;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::Float(number) => Ok(number),
            // Whole numbers above 2^53 lose their last digits here; no promise counts that far.
            #[expect(
                clippy::cast_precision_loss,
                reason = "a figure is a measure, not an identity"
            )]
            Value::Integer(number) => Ok(number as f64),
            other => Err(found(&other)),
        }
    }
}

impl Leaf for i64 {
    const EXPECTED: Expected = Expected::Whole;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::Integer(number) => Ok(number),
            other => Err(found(&other)),
        }
    }
}

impl Leaf for bool {
    const EXPECTED: Expected = Expected::Truth;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::Boolean(truth) => Ok(truth),
            other => Err(found(&other)),
        }
    }
}

impl Leaf for jiff::civil::Date {
    const EXPECTED: Expected = Expected::Date;
    fn take(value: Value) -> Result<Self, Found> {
        let Value::Datetime(moment) = &value else {
            return Err(found(&value));
        };
        let (Some(day), None) = (moment.date, moment.time) else {
            return Err(Found::DateTime);
        };
        let parts = (
            i16::try_from(day.year),
            i8::try_from(day.month),
            i8::try_from(day.day),
        );
        let (Ok(year), Ok(month), Ok(day)) = parts else {
            return Err(Found::DateTime);
        };
        Self::new(year, month, day).or(Err(Found::DateTime))
    }
}

/// The figures of a closed period, one table a name.
impl Leaf for toml::Table {
    const EXPECTED: Expected = Expected::Table;
    fn take(value: Value) -> Result<Self, Found> {
        match value {
            Value::Table(table) => Ok(table),
            other => Err(found(&other)),
        }
    }
}

/// The name of the type a value has.
pub fn found(value: &Value) -> Found {
    match value {
        Value::String(_) => Found::Text,
        Value::Integer(_) => Found::Whole,
        Value::Float(_) => Found::Number,
        Value::Boolean(_) => Found::Truth,
        Value::Datetime(_) => Found::DateTime,
        Value::Array(_) => Found::List,
        Value::Table(_) => Found::Table,
    }
}

/// A table of the format, or what stands in its place. Read in place, not through a [`Value`], so that the fields in
/// it keep their spans.
#[derive(Debug)]
pub enum Shape<T> {
    /// It is what it should be.
    Fine(T),
    /// It is something else.
    Wrong(Found),
}

/// One table.
pub type One<T> = Spanned<Shape<T>>;
/// A list of tables.
pub type Many<T> = Spanned<Shape<List<T>>>;

/// The tables of a list, each of them fine or not.
#[derive(Debug)]
pub struct List<T>(pub Vec<One<T>>);

impl<'de, T: Deserialize<'de> + Shaped> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Vec::deserialize(source).map(Self)
    }
}

impl<'de, T: Deserialize<'de> + Shaped> Deserialize<'de> for Shape<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(ShapeVisitor(PhantomData))
    }
}

/// Whether a part of the format is written as one table or as a list of them.
pub trait Shaped {
    /// Whether it is a list of tables.
    const IS_LIST: bool = false;
}

impl<T> Shaped for List<T> {
    const IS_LIST: bool = true;
}

struct ShapeVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Shaped> Visitor<'de> for ShapeVisitor<T> {
    type Value = Shape<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        if T::IS_LIST {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Shape::Wrong(Found::Table));
        }
        T::deserialize(MapAccessDeserializer::new(map)).map(Shape::Fine)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        if !T::IS_LIST {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Shape::Wrong(Found::List));
        }
        T::deserialize(SeqAccessDeserializer::new(list)).map(Shape::Fine)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Shape::Wrong(Found::Truth))
    }
    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Shape::Wrong(Found::Whole))
    }
    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Shape::Wrong(Found::Number))
    }
    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Shape::Wrong(Found::Text))
    }
}
