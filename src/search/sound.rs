//! How typed letters sound: whether `ditie`, `dt` or `污水cl` is what stands in a text.
//!
//! A reading is whole (`ditie`), with its last syllable perhaps not finished (`dit`); or some characters stand as
//! themselves or are abbreviated to their initial (`污水cl`, `wshuicl`); or all are (`dt`). Every common reading of a
//! character counts: 银行 is `yinhang` although 行 alone is mostly `xing`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use pinyin::ToPinyin;

use crate::search::slot::CharSet;

/// How a text was meant by letters; the surer way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// Every syllable is whole; the last one may be unfinished.
    Whole,
    /// Some are whole or stand as characters, others are initials.
    Mixed,
    /// All are initials.
    Initials,
}

/// The longest word that is taken for sounds, in characters.
pub const SOUND_CHARS: usize = 32;

/// Whether a word can be meant as sounds at all: letters, perhaps with characters and digits between them.
pub fn can_sound(word: &[char]) -> bool {
    let letters = word.iter().filter(|c| is_letter(**c)).count();
    let only_sounds = word.iter().all(|c| c.is_alphanumeric());
    letters > 0 && word.len() >= 2 && word.len() <= SOUND_CHARS && only_sounds
}

/// How many characters from the beginning of `text` sound like the whole of `word`, both folded, and in what manner;
/// the surest of several ways.
pub fn sounds(text: &[char], word: &[char]) -> Option<(usize, Manner)> {
    let way = Way::default();
    follow(text, word, 0, way)
        .filter(|(_, way)| way.sounds())
        .map(|(chars, way)| (chars, way.manner()))
}

/// What a word has been read as so far: how many of a text's characters it took in each way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// By their sounds.
    pub syllables: usize,
    /// By their initials.
    pub initials: usize,
    /// As they are.
    pub themselves: usize,
}

impl Way {
    /// Whether anything is meant by its sound at all.
    pub fn sounds(self) -> bool {
        self.syllables > 0 || self.initials > 0
    }

    /// How the word is meant.
    pub fn manner(self) -> Manner {
        match self {
            Self { initials: 0, .. } => Manner::Whole,
            Self {
                syllables: 0,
                themselves: 0,
                ..
            } => Manner::Initials,
            _ => Manner::Mixed,
        }
    }
}

/// Reads on from the `at`th character of `text`.
fn follow(text: &[char], word: &[char], at: usize, way: Way) -> Option<(usize, Way)> {
    let Some((&next, after)) = word.split_first() else {
        return Some((at, way));
    };
    let &c = text.get(at)?;
    let mut best: Option<(usize, Way)> = None;
    let mut offer = |found: Option<(usize, Way)>| {
        let surer = |(_, way): (usize, Way)| std::cmp::Reverse(way.manner());
        if found.is_some_and(|found| best.is_none_or(|best| surer(found) > surer(best))) {
            best = found;
        }
    };
    if same(c, next) {
        let way = Way {
            themselves: way.themselves + 1,
            ..way
        };
        offer(follow(text, after, at + 1, way));
    }
    if is_letter(next) {
        for reading in readings(c) {
            let common = reading
                .chars()
                .zip(word)
                .take_while(|(sound, typed)| same(*sound, **typed))
                .count();
            let (is_whole, is_last) = (common == reading.chars().count(), common == word.len());
            let has_begun = way.syllables + way.themselves > 0;
            if is_whole || (is_last && (common > 1 || has_begun)) {
                let way = Way {
                    syllables: way.syllables + 1,
                    ..way
                };
                offer(follow(text, word.get(common..)?, at + 1, way));
            }
            if common > 0 {
                let way = Way {
                    initials: way.initials + 1,
                    ..way
                };
                offer(follow(text, after, at + 1, way));
                // 除 can be `c` or `ch`.
                if common > 1 && reading.chars().nth(1) == Some('h') {
                    offer(follow(text, word.get(2..)?, at + 1, way));
                }
            }
        }
    }
    best
}

/// Where in `text` something sounds like `word`, in the surest manner there is. `beginnings` are the characters with
/// which it can begin; most places of a text are ruled out by them.
pub fn heard(text: &[char], word: &[char], beginnings: &CharSet) -> Option<(Range<usize>, Manner)> {
    let mut best: Option<(Range<usize>, Manner)> = None;
    let may_begin = |(start, c): (usize, &char)| beginnings.has(*c).then_some(start);
    for start in text.iter().enumerate().filter_map(may_begin) {
        let Some((chars, manner)) = text.get(start..).and_then(|text| sounds(text, word)) else {
            continue;
        };
        if best.as_ref().is_none_or(|(_, known)| manner < *known) {
            best = Some((start..start + chars, manner));
        }
        if manner == Manner::Whole {
            break;
        }
    }
    best
}

/// Whether two characters are the same or can be read the same.
pub fn sound_alike(one: char, other: char) -> bool {
    one == other || readings(one).any(|reading| readings(other).any(|it| it == reading))
}

/// Whether a typed letter is this one; ü is typed as `v`, `u` or `ü`.
pub fn same(sound: char, typed: char) -> bool {
    sound == typed || (sound == 'ü' && matches!(typed, 'v' | 'u'))
}

/// Whether it is a letter that sounds are typed with.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c == 'ü'
}

/// The common readings of characters that have several, a line a character.
const POLYPHONES: &str = include_str!("polyphones.txt");

/// The same, by character. Made of a constant, once.
static COMMON: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (c, readings) = line.split_once(' ')?;
        Some((c.chars().next()?, readings.split(' ').collect()))
    };
    POLYPHONES.lines().filter_map(line).collect()
});

/// The common readings of a character without their tones. A dictionary has rare ones beside them (治 as `chi`), which
/// would find what nobody meant: of a character that is not known for several, the first one counts.
pub fn readings(c: char) -> impl Iterator<Item = &'static str> {
    let several = COMMON.get(&c).map(Vec::as_slice).unwrap_or_default();
    let single = several.is_empty().then(|| c.to_pinyin()).flatten();
    several
        .iter()
        .copied()
        .chain(single.map(pinyin::Pinyin::plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manner(text: &str, word: &str) -> Option<(usize, Manner)> {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        sounds(&chars(text), &chars(word))
    }

    #[test]
    fn every_common_reading_counts() {
        for (text, word) in [
            ("银行", "yinhang"),
            ("重组", "chongzu"),
            ("长期", "changqi"),
            ("行业", "hangye"),
            ("调整", "tiaozheng"),
            ("绿色", "lvse"),
            ("绿色", "luse"),
            ("绿色", "lüse"),
            ("重点", "zhongdian"),
            ("地铁", "ditie"),
        ] {
            let chars = text.chars().count();
            assert_eq!(manner(text, word), Some((chars, Manner::Whole)), "{word}");
        }
    }

    #[test]
    fn the_table_of_readings_is_whole() {
        assert_eq!(
            COMMON.len(),
            POLYPHONES.lines().count(),
            "no line is broken or there twice"
        );
        let is_reading = |reading: &&str| !reading.is_empty() && reading.chars().all(is_letter);
        assert!(COMMON.values().flatten().all(is_reading));
        assert_eq!(manner("治理", "cl"), None, "a rare reading is not meant");
    }

    #[test]
    fn the_last_syllable_may_be_unfinished() {
        for word in ["haiy", "haiya", "haiyan", "haiyang"] {
            assert_eq!(manner("海洋项目", word), Some((2, Manner::Whole)), "{word}");
        }
        assert_eq!(manner("海洋", "haiyx"), None);
        assert_eq!(manner("海", "haiy"), None);
    }

    #[test]
    fn initials_and_characters_mix() {
        assert_eq!(manner("地铁", "dt"), Some((2, Manner::Initials)));
        assert_eq!(manner("污水处理", "污水cl"), Some((4, Manner::Mixed)));
        assert_eq!(manner("污水处理", "wshuichl"), Some((4, Manner::Mixed)));
        assert_eq!(manner("污水处理", "wscl"), Some((4, Manner::Initials)));
        assert_eq!(manner("5g基站", "5gjz"), Some((4, Manner::Mixed)));
        assert_eq!(
            manner("地方铁路", "dt"),
            None,
            "initials stand side by side"
        );
    }

    #[test]
    fn what_is_no_sound_is_not_taken_for_one() {
        let can = |word: &str| can_sound(&word.chars().collect::<Vec<_>>());
        assert!(can("dt") && can("污水cl") && can("5gjz"));
        assert!(!can("地铁") && !can("d") && !can("5.5%") && !can("a b"));
        assert_eq!(
            manner("gdp", "gdp"),
            None,
            "letters that stand as themselves are found otherwise"
        );
    }
}
