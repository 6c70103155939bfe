//! Quantities in Chinese prose: a number with its unit, as departments write them.
//!
//! Owns which digits of a text are a figure at all. Most are not: dates, ordinals (第三批), lines (8号线), ranges
//! (2021-2035年), codes (10+1, 5G), numbers in the name of a document. Only a number with a unit of a known list is one,
//! because a figure that is read wrongly is worse than one that is not read. It must never know what is promised.

mod number;
mod unit;

use std::ops::Range;

use number::{Number, is_numeral, number_at};

pub use unit::{Unit, Units};

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The bytes of number and unit; what is said of it (`以上`) is not among them.
    pub bytes: Range<usize>,
    /// The bytes of the unit, with its multiple and what stands before it: `万户`.
    pub unit_bytes: Range<usize>,
    /// The number as printed: `1.2` of `1.2万户`. Negative only where a minus is printed.
    pub number: f64,
    /// What is counted, and in what multiples: 万 and 户.
    pub unit: Unit,
    /// How exactly it is said.
    pub hedge: Hedge,
}

/// How exactly a quantity is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// No more and no less.
    Exact,
    /// 以上, 不少于: the number itself is enough.
    AtLeast,
    /// 以内, 以下, 不超过.
    AtMost,
    /// 左右, 约.
    About,
    /// 余, 多, 超过: more, but how much more is not said.
    Over,
    /// 近, 不足: less, but how much less is not said.
    Nearly,
}

impl Quantity {
    /// The same quantity counted in another unit; `None` where that counts something else.
    pub fn counted_in(&self, unit: &Unit) -> Option<f64> {
        let same = self.unit.counts_the_same(unit);
        // Twelve digits: 0.2万 is 2000 and not 2000.0000000000002.
        let exact = self.number * self.unit.scale / unit.scale;
        same.then(|| (exact * 1e6).round() / 1e6)
    }

    /// Whether it is a share in percent.
    pub fn is_percent(&self) -> bool {
        self.unit.base == "%"
    }
}

/// The quantities of a text, in its order. `own_units` are units to be known beside the common ones.
pub fn quantities(text: &str, own_units: &[Unit]) -> Vec<Quantity> {
    let mut scan = Scan {
        text,
        units: Units::with(own_units),
        found: Vec::new(),
        bare_end: None,
    };
    // What closes the name of a document, where anything does.
    let last_close = text.rfind(['》', '\n']).unwrap_or(0);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at = match number_at(text, at) {
            Some(number) => scan.take(&number),
            // The numbers in the name of a document are its own.
            None if c == '《' && at < last_close => end_of_name(text, at),
            None => at + c.len_utf8(),
        };
    }
    scan.found
}

fn end_of_name(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let closed = rest.find(['》', '\n']);
    at + closed.unwrap_or('《'.len_utf8())
}

/// A text being gone through.
struct Scan<'t> {
    text: &'t str,
    units: Units<'t>,
    found: Vec<Quantity>,
    /// Where the last number without a unit ended.
    bare_end: Option<usize>,
}

/// What stands between the two ends of a range, or joins two numbers to a name.
const JOINS: [&str; 11] = ["-", "－", "–", "—", "~", "～", "+", "/", ":", "至", "×"];

impl Scan<'_> {
    /// Takes a number for a quantity or leaves it; says where to go on.
    fn take(&mut self, number: &Number) -> usize {
        let Some((unit, unit_end, is_over)) = self.unit_behind(number) else {
            self.bare_end = Some(number.bytes.end);
            return number.bytes.end;
        };
        let text: &str = self.text;
        let before = text.get(..number.bytes.start).unwrap_or_default();
        let after = text.get(unit_end..).unwrap_or_default();
        if self.is_joined(number.bytes.start, &unit)
            || is_named(before, number)
            || is_span(&unit, after)
        {
            self.bare_end = Some(unit_end);
            return unit_end;
        }
        let (sign, start) = signed(before, &unit).unwrap_or((1.0, number.bytes.start));
        self.found.push(Quantity {
            bytes: start..unit_end,
            unit_bytes: number.bytes.end..unit_end,
            number: number.value * sign,
            hedge: hedge(before, after, is_over),
            unit,
        });
        unit_end
    }

    /// The unit behind a number, where it ends, and whether 余 or 多 stands between them.
    fn unit_behind(&self, number: &Number) -> Option<(Unit, usize, bool)> {
        if number.is_share {
            return Some((Unit::percent(), number.bytes.end, false));
        }
        let rest = self.text.get(number.bytes.end..)?;
        let (unit, bytes, is_over) = Unit::at_start(rest, &self.units)?;
        let is_fit = !number.is_spelled || unit.is_counter();
        is_fit.then_some((unit, number.bytes.end + bytes, is_over))
    }

    /// Whether the number is the other end of a range: `10-20家`, `10家至20家`. Then the first end is no figure either.
    fn is_joined(&mut self, start: usize, unit: &Unit) -> bool {
        let before = self.text.get(..start).unwrap_or_default();
        let join = JOINS.iter().find_map(|join| before.strip_suffix(join));
        let Some(end) = join.map(str::len) else {
            return false;
        };
        if let Some(last) = self.found.last().filter(|last| last.bytes.end == end) {
            // 10万千瓦/20万千瓦时 are two figures of one thing.
            let is_range = last.unit.counts_the_same(unit);
            if is_range {
                self.found.pop();
            }
            return is_range;
        }
        self.bare_end == Some(end)
    }
}

/// Whether what stands before makes the number a name or a place in an order: 第三批, H01, 几十家.
fn is_named(before: &str, number: &Number) -> bool {
    let last = before.chars().next_back();
    last.is_some_and(|last| {
        last.is_ascii_alphanumeric()
            || last == '第'
            || (number.is_spelled && (matches!(last, '几' | '数') || is_numeral(last)))
    })
}

/// Whether it is a span of time after all: 3个月, 5个工作日.
fn is_span(unit: &Unit, after: &str) -> bool {
    const SPANS: [&str; 6] = ["月", "多月", "工作日", "小时", "季度", "年"];
    unit.base == "个" && SPANS.iter().any(|span| after.starts_with(span))
}

/// The minus before a percentage, where one is printed; a hyphen after a word or a digit joins and is none.
fn signed(before: &str, unit: &Unit) -> Option<(f64, usize)> {
    let rest = before.strip_suffix(['-', '－', '−'])?;
    let last = rest.chars().next_back();
    let is_minus = unit.base == "%" && !last.is_some_and(|last| last.is_ascii_alphanumeric());
    is_minus.then_some((-1.0, rest.len()))
}

fn hedge(before: &str, after: &str, is_over: bool) -> Hedge {
    const BEFORE: [(&str, Hedge); 13] = [
        ("不少于", Hedge::AtLeast),
        ("不低于", Hedge::AtLeast),
        ("不超过", Hedge::AtMost),
        ("控制在", Hedge::AtMost),
        ("超过", Hedge::Over),
        ("突破", Hedge::Over),
        ("不足", Hedge::Nearly),
        ("接近", Hedge::Nearly),
        ("大约", Hedge::About),
        ("约", Hedge::About),
        ("近", Hedge::Nearly),
        ("超", Hedge::Over),
        ("逾", Hedge::Over),
    ];
    const AFTER: [(&str, Hedge); 6] = [
        ("以上", Hedge::AtLeast),
        ("及以上", Hedge::AtLeast),
        ("左右", Hedge::About),
        ("以内", Hedge::AtMost),
        ("以下", Hedge::AtMost),
        ("余", Hedge::Over),
    ];
    if is_over {
        return Hedge::Over;
    }
    let behind = AFTER.iter().find(|(word, _)| after.starts_with(word));
    let ahead = || BEFORE.iter().find(|(word, _)| before.ends_with(word));
    behind.or_else(ahead).map_or(Hedge::Exact, |found| found.1)
}

#[cfg(test)]
mod tests;
