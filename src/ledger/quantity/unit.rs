//! What quantities are counted in.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A unit with its multiple: 万人 counts persons by ten thousand.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// How many of `base` one of it is.
    pub scale: f64,
    /// What is counted, by its first name: 人 for 名, `%` for ％.
    pub base: Cow<'static, str>,
}

/// Units that count single things, with which a number may be spelled in numerals.
const COUNTERS: [&str; 34] = [
    "个", "家", "户", "条", "项", "座", "名", "场", "件", "处", "所", "套", "台", "辆", "艘", "架",
    "株", "棵", "头", "支", "种", "张", "班", "列", "片", "间", "栋", "幢", "宗", "例", "门", "款",
    "只", "村",
];

/// Units that measure, of two characters or one that no word begins with.
const MEASURES: [&str; 23] = [
    "人",
    "人次",
    "户次",
    "批次",
    "元",
    "美元",
    "欧元",
    "平方米",
    "立方米",
    "米",
    "海里",
    "吨",
    "千瓦",
    "千瓦时",
    "千伏安",
    "天",
    "小时",
    "分钟",
    "倍",
    "百分点",
    "%",
    "‰",
    "TEU",
];

/// Other names of the same unit, and how many of it one is.
const NAMES: [(&str, &str, f64); 21] = [
    ("％", "%", 1.0),
    ("﹪", "%", 1.0),
    ("个百分点", "百分点", 1.0),
    ("个点", "百分点", 1.0),
    ("名", "人", 1.0),
    ("位", "人", 1.0),
    ("场次", "场", 1.0),
    ("平米", "平方米", 1.0),
    ("㎡", "平方米", 1.0),
    ("m²", "平方米", 1.0),
    ("平方千米", "平方米", 1e6),
    ("平方公里", "平方米", 1e6),
    ("公顷", "平方米", 1e4),
    ("亩", "平方米", 1e4 / 15.0),
    ("公里", "米", 1e3),
    ("千米", "米", 1e3),
    ("km", "米", 1e3),
    ("标准箱", "TEU", 1.0),
    ("标箱", "TEU", 1.0),
    ("兆瓦", "千瓦", 1e3),
    ("MW", "千瓦", 1e3),
];

/// Multiples before a unit, the longest first.
const MULTIPLES: [(&str, f64); 9] = [
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("亿", 1e8),
    ("千万", 1e7),
    ("百万", 1e6),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 1e2),
];

impl Unit {
    /// The unit that an indicator names; any word is one. An empty one counts nothing that a text could name.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let common = Units::default();
        let whole = common.known(name).filter(|(_, bytes)| *bytes == name.len());
        if let Some((unit, _)) = whole {
            return Some(unit);
        }
        let multiple = MULTIPLES.iter().find_map(|&(word, scale)| {
            let rest = name.strip_prefix(word).filter(|rest| !rest.is_empty())?;
            Some((rest, scale))
        });
        let (rest, scale) = multiple.unwrap_or((name, 1.0));
        let whole = common.known(rest).filter(|(_, bytes)| *bytes == rest.len());
        let unit = whole.map_or_else(|| Self::base(rest.to_owned()), |(unit, _)| unit);
        Some(Self {
            scale: scale * unit.scale,
            ..unit
        })
    }

    /// The unit that a text begins with, behind a blank, 余 or a multiple: its bytes, and whether 余 or 多 is among them.
    pub fn at_start(text: &str, units: &Units<'_>) -> Option<(Self, usize, bool)> {
        let mut rest = text.strip_prefix(' ').unwrap_or(text);
        let mut is_over = false;
        let mut scale = 1.0;
        let mut over = |rest: &mut &str| {
            if let Some(behind) = rest.strip_prefix(['余', '多']) {
                *rest = behind;
                is_over = true;
            }
        };
        over(&mut rest);
        let found = units.known(rest).or_else(|| {
            let multiple = MULTIPLES.iter().find(|(word, _)| rest.starts_with(word))?;
            scale = multiple.1;
            rest = rest.strip_prefix(multiple.0)?;
            over(&mut rest);
            units.known(rest)
        });
        let (unit, bytes) = found?;
        let end = text.len() - rest.len() + bytes;
        let unit = Self {
            scale: scale * unit.scale,
            ..unit
        };
        Some((unit, end, is_over))
    }

    /// Whether both count the same thing, perhaps in other multiples.
    pub fn counts_the_same(&self, other: &Self) -> bool {
        self.base == other.base
    }

    /// Percent.
    pub const fn percent() -> Self {
        Self {
            scale: 1.0,
            base: Cow::Borrowed("%"),
        }
    }

    /// Whether single things are counted.
    pub fn is_counter(&self) -> bool {
        self.base == "人" || COUNTERS.contains(&&*self.base)
    }

    fn base(base: impl Into<Cow<'static, str>>) -> Self {
        Self {
            scale: 1.0,
            base: base.into(),
        }
    }
}

/// A name of a unit, and what it counts.
type Name<'u> = (&'u str, &'u str, f64);

/// The names of the common units by their first character, in the order in which they are told.
static COMMON: LazyLock<HashMap<char, Vec<Name<'static>>>> = LazyLock::new(|| {
    let plain = COUNTERS.iter().chain(&MEASURES);
    let plain = plain.map(|&base| (base, base, 1.0));
    by_first(NAMES.into_iter().chain(plain))
});

fn by_first<'u>(names: impl Iterator<Item = Name<'u>>) -> HashMap<char, Vec<Name<'u>>> {
    let mut by_first: HashMap<char, Vec<Name<'u>>> = HashMap::new();
    for name in names {
        if let Some(first) = name.0.chars().next() {
            let known = by_first.entry(first).or_default();
            if known.iter().all(|it| it.0 != name.0) {
                known.push(name);
            }
        }
    }
    by_first
}

/// The units that are looked for in a text: the common ones, and some of its own beside them.
#[derive(Debug, Default)]
pub struct Units<'u>(HashMap<char, Vec<Name<'u>>>);

impl<'u> Units<'u> {
    /// Units to be known beside the common ones.
    pub fn with(own: &'u [Unit]) -> Self {
        Self(by_first(own.iter().map(|it| (&*it.base, &*it.base, 1.0))))
    }

    /// The longest known unit that a text begins with, and its bytes.
    fn known(&self, text: &str) -> Option<(Unit, usize)> {
        let first = text.chars().next()?;
        let common = COMMON.get(&first).and_then(|names| longest(names, text));
        let own = self.0.get(&first).and_then(|names| longest(names, text));
        // Of names of one length the common one wins.
        let own = own.filter(|own| common.is_none_or(|common| own.0.len() > common.0.len()));
        let (bytes, base, scale) = match (own, common) {
            (Some((name, base, scale)), _) => (name.len(), Cow::Owned(base.to_owned()), scale),
            (None, Some((name, base, scale))) => (name.len(), Cow::Borrowed(base), scale),
            (None, None) => return None,
        };
        Some((Unit { scale, base }, bytes))
    }
}

/// The longest of some names that a text begins with. Of names of one length the first wins: 名 is 人.
fn longest<'u>(names: &[Name<'u>], text: &str) -> Option<Name<'u>> {
    let names = names.iter().copied();
    let fitting = names.filter(|(name, ..)| text.starts_with(name) && ends_there(text, name));
    fitting.reduce(|best, next| {
        if next.0.len() > best.0.len() {
            next
        } else {
            best
        }
    })
}

/// Whether a unit in letters is a word of its own: `5km`, but not `5kmh`.
fn ends_there(text: &str, name: &str) -> bool {
    let behind = text.get(name.len()..).unwrap_or_default();
    !(name.ends_with(|c: char| c.is_ascii_alphabetic())
        && behind.starts_with(|c: char| c.is_ascii_alphanumeric()))
}
