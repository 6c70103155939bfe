//! What is nearly there: a phrase with something put into it, or with one wrong, missing or superfluous character.
//!
//! Either way some part of the phrase stands as it was typed. That part is looked for first, and only around it the rest.

use std::ops::Range;

use memchr::memmem::Finder;

/// The shortest phrase that can be nearly there. In shorter ones nothing would be sure any more.
const NEAR_CHARS: usize = 4;

/// The longest; longer ones are pasted, not typed.
const LONGEST_CHARS: usize = 32;

/// The most places of one part in one text that are looked at.
const PLACES: usize = 64;

/// What of a phrase stands as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// The first half, and whatever is not right is behind it.
    First,
    /// The second half, and whatever is not right is before it.
    Second,
}

impl Whole {
    /// Both, in the order of their weight.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// What `find` finds for the one, else for the other.
    pub fn first<T>(find: impl FnMut(Self) -> Option<T>) -> Option<T> {
        Self::BOTH.into_iter().find_map(find)
    }
}

/// A phrase that may nearly stand somewhere.
#[derive(Debug)]
pub struct Near {
    word: Vec<char>,
    /// The first half of the phrase, and the rest.
    halves: [Finder<'static>; 2],
    /// The rest with the character before it.
    more_than_half: Finder<'static>,
}

impl Near {
    /// `None` for a phrase that is too short or too long for it.
    pub fn new(word: &[char]) -> Option<Self> {
        let finder = |part: &[char]| {
            let part: String = part.iter().collect();
            Finder::new(&part).into_owned()
        };
        let middle = word.len() / 2;
        let (first, second) = word.split_at(middle);
        let can_be_near = (NEAR_CHARS..=LONGEST_CHARS).contains(&word.len());
        can_be_near.then(|| Self {
            word: word.to_vec(),
            halves: [finder(first), finder(second)],
            more_than_half: finder(word.get(middle - 1..).unwrap_or_default()),
        })
    }

    fn middle(&self) -> usize {
        self.word.len() / 2
    }

    /// The bytes of `text` in which the phrase stands with up to half as many characters put into one place of it; the
    /// fewest.
    pub fn parted(&self, text: &str, whole: Whole) -> Option<Range<usize>> {
        let most = self.middle();
        let by_fewest = |(between, piece): &(usize, Range<usize>)| (*between, piece.start);
        let found = match whole {
            Whole::First => {
                let [first, _] = &self.halves;
                let wanted = self.word.get(most..)?;
                let starts = first.find_iter(text.as_bytes()).take(PLACES);
                let pieces = starts.filter_map(|at| {
                    let behind = text.get(at + first.needle().len()..)?;
                    let (rest, between) = follow(&behind.chars(), wanted, most)?;
                    Some((between, at..text.len() - rest.as_str().len()))
                });
                pieces.min_by_key(by_fewest)
            }
            Whole::Second => {
                let last = &self.more_than_half;
                let wanted = self.word.get(..most - 1)?.iter().rev();
                let wanted: Vec<char> = wanted.copied().collect();
                let starts = last.find_iter(text.as_bytes()).take(PLACES);
                let pieces = starts.filter_map(|at| {
                    let (rest, between) = follow(&text.get(..at)?.chars().rev(), &wanted, most)?;
                    let start = rest.map(char::len_utf8).sum();
                    Some((between, start..at + last.needle().len()))
                });
                pieces.min_by_key(by_fewest)
            }
        };
        found.map(|(_, piece)| piece)
    }

    /// The bytes of `text` in which the phrase stands with one character wrong, missing or too much. Figures must be
    /// right: another number is another thing.
    pub fn one_wrong(&self, text: &str, whole: Whole) -> Option<Range<usize>> {
        let [first, second] = &self.halves;
        let edited = |start: usize| {
            let behind = text.get(start..)?;
            let chars: Vec<char> = behind.chars().take(self.word.len() + 1).collect();
            let wrong = one_edit(&chars, &self.word)?;
            let bytes: usize = chars.get(..wrong)?.iter().map(|c| c.len_utf8()).sum();
            Some(start..start + bytes)
        };
        match whole {
            Whole::First => {
                let mut starts = first.find_iter(text.as_bytes()).take(PLACES);
                starts.find_map(edited)
            }
            // With one too many or too few the phrase begins a character later or earlier.
            Whole::Second => {
                let ends = second.find_iter(text.as_bytes()).take(PLACES);
                let mut starts = ends.flat_map(|at| {
                    let before = text.get(..at).unwrap_or_default();
                    let starts = before.char_indices().rev().skip(self.middle() - 2).take(3);
                    let starts: Vec<usize> = starts.map(|(start, _)| start).collect();
                    starts.into_iter().rev()
                });
                starts.find_map(edited)
            }
        }
    }
}

/// Follows `wanted` through characters with up to `most` put into one place, the fewest; what is left then, and how many
/// were put in.
fn follow<I: Iterator<Item = char> + Clone>(
    chars: &I,
    wanted: &[char],
    most: usize,
) -> Option<(I, usize)> {
    // Mostly it ends here: after what was put in, or at once, the next one must come.
    let next = wanted.first()?;
    if !chars.clone().take(most + 1).any(|c| c == *next) {
        return None;
    }
    let stands = |mut chars: I, wanted: &[char]| {
        let all = wanted.iter().all(|c| chars.next() == Some(*c));
        all.then_some(chars)
    };
    (1..=most).find_map(|between| {
        let mut here = chars.clone();
        let mut rest = wanted;
        loop {
            let mut behind = here.clone();
            behind.nth(between - 1)?;
            if let Some(left) = stands(behind, rest) {
                return Some((left, between));
            }
            let (next, after) = rest.split_first()?;
            if after.is_empty() || here.next() != Some(*next) {
                return None;
            }
            rest = after;
        }
    })
}

/// How many characters of `text` are `word` with one edit.
fn one_edit(text: &[char], word: &[char]) -> Option<usize> {
    let same = text
        .iter()
        .zip(word)
        .take_while(|(one, other)| one == other);
    let same = same.count();
    let typed = word.get(same)?;
    let stands = text.get(same)?;
    if typed.is_ascii_digit() || stands.is_ascii_digit() {
        return None;
    }
    let begins =
        |from: usize, of: usize| text.get(from..)?.starts_with(word.get(of..)?).then_some(());
    // Another one in its place.
    if begins(same + 1, same + 1).is_some() {
        return Some(word.len());
    }
    // One too few was typed. At its very beginning that is no mistake but a shorter phrase, which is found otherwise.
    if same > 0 && begins(same + 1, same).is_some() {
        return Some(word.len() + 1);
    }
    // One too many was typed; not at the end, where the phrase without it is found otherwise.
    (same > 0 && same + 1 < word.len() && begins(same, same + 1).is_some()).then(|| word.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        find: impl Fn(&Near, &str) -> Option<Range<usize>>,
        cases: &[(&str, &str, Option<&str>)],
    ) {
        for (text, word, expected) in cases {
            let word: Vec<char> = word.chars().collect();
            let found = Near::new(&word).and_then(|near| find(&near, text));
            assert_eq!(found.and_then(|range| text.get(range)), *expected, "{text}");
        }
    }

    #[test]
    fn something_may_be_put_into_one_place() {
        check(
            |near, text| Whole::first(|whole| near.parted(text, whole)),
            &[
                ("生活污水的处理", "污水处理", Some("污水的处理")),
                ("海洋重点项目", "海洋项目", Some("海洋重点项目")),
                ("海重点洋项目", "海洋项目", Some("海重点洋项目")),
                ("海洋项重点目录", "海洋项目", Some("海洋项重点目")),
                ("海洋重大产业项目", "海洋项目", None),
                ("污的水的处理", "污水处理", None),
                ("污水集中处理，污水再处理", "污水处理", Some("污水再处理")),
                ("高效新技术企业", "高新技术企业", Some("高效新技术企业")),
                ("污水集中", "污水处理", None),
                ("", "污水处理", None),
            ],
        );
    }

    #[test]
    fn one_character_may_be_wrong_in_four() {
        check(
            |near, text| Whole::first(|whole| near.one_wrong(text, whole)),
            &[
                ("村庄污水处理", "污水除理", Some("污水处理")),
                ("村庄污水处理", "污水处里", Some("污水处理")),
                ("村庄污水处理", "无水处理", Some("污水处理")),
                ("污水处理", "无水处理", Some("污水处理")),
                ("高新技术企业", "高技术企业", Some("高新技术企业")),
                ("高技术企业", "高新技术企业", Some("高技术企业")),
                ("一高新技术企业", "高新新技术企业", Some("高新技术企业")),
                ("村庄污水处理", "无水除理", None),
                ("污水", "污泥", None),
                ("增长5.5%左右", "增长5.6%左右", None),
            ],
        );
    }

    #[test]
    fn short_and_long_phrases_are_not_nearly_there() {
        assert!(Near::new(&['a'; 3]).is_none() && Near::new(&['a'; 4]).is_some());
        assert!(Near::new(&['a'; 32]).is_some() && Near::new(&['a'; 33]).is_none());
    }
}
