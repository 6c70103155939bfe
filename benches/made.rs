//! Ledgers of any size, made of the shipped one: its promises, and its sentences put together anew with new figures.

use taizhang::ledger::Ledger;
use taizhang::store::parse;

/// Promise and note of one made item.
pub struct Made {
    pub title: String,
    pub note: String,
}

/// Makes items, the same ones on every machine.
pub struct Maker {
    shipped: Ledger,
    sentences: Vec<String>,
    random: u64,
}

impl Maker {
    /// Reads the shipped ledger.
    pub fn new() -> Self {
        let shipped = parse(&shipped()).unwrap();
        let notes = shipped.items.iter();
        let sentences = notes
            .flat_map(|item| item.progress.split_inclusive('。'))
            .map(|sentence| sentence.trim().to_owned())
            .collect();
        Self {
            shipped,
            sentences,
            random: 20_251_123,
        }
    }

    /// The next item.
    pub fn item(&mut self) -> Made {
        let at = self.below(self.shipped.items.len());
        let title = self.shipped.items[at].title.clone();
        let sentences = 2 + self.below(3);
        let note = (0..sentences).map(|_| self.sentence()).collect();
        Made { title, note }
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        // A linear congruential generator is random enough to mix sentences.
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.random >> 33).unwrap() % limit
    }

    /// A sentence with other digits than it had, but for every second one.
    fn sentence(&mut self) -> String {
        let at = self.below(self.sentences.len());
        let sentence = self.sentences[at].clone();
        if self.below(2) == 0 {
            return sentence;
        }
        let digit = |c: char| match c {
            '0'..='9' => char::from(b'0' + u8::try_from(self.below(10)).unwrap()),
            other => other,
        };
        sentence.chars().map(digit).collect()
    }
}

/// The shipped ledger.
pub fn shipped() -> String {
    include_str!("../ledger.toml").to_owned()
}

/// Queries as people type them: phrases, two words, sounds, initials, a slip, a single character, figures.
pub const QUERIES: [&str; 13] = [
    "地铁",
    "海洋项目",
    "污水处理",
    "技改投资",
    "省重点实验室",
    "dt",
    "ditie",
    "5.5%",
    "GDP",
    "青岛",
    "市",
    "污水除理",
    "海洋 投资",
];
