//! What is nearly there: a figure written another way, a phrase with one wrong, missing or superfluous character.

use std::ops::Range;

/// The shortest phrase in which a character may be wrong. In shorter ones nothing would be sure any more.
const NEAR_CHARS: usize = 4;

/// The longest; longer ones are pasted, not typed.
const LONGEST_CHARS: usize = 32;

/// Where `word` stands in `text` with its figures written another way: `1000万` is `1,000 万`, too.
pub fn figures(text: &[char], word: &[char]) -> Option<Range<usize>> {
    if !word.iter().any(char::is_ascii_digit) {
        return None;
    }
    let word: Vec<char> = ungrouped(word);
    (0..text.len()).find_map(|start| {
        let end = follow_figures(text, &word, start)?;
        Some(start..end)
    })
}

/// A word without the commas between its digits.
fn ungrouped(word: &[char]) -> Vec<char> {
    let between_digits = |at: usize| {
        let digit = |at: Option<usize>| {
            at.and_then(|at| word.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    let kept = |(at, c): (usize, &char)| (*c != ',' || !between_digits(at)).then_some(*c);
    word.iter().enumerate().filter_map(kept).collect()
}

fn follow_figures(text: &[char], word: &[char], start: usize) -> Option<usize> {
    let mut at = start;
    let mut after_digit = false;
    for &wanted in word {
        let here = *text.get(at)?;
        let skips = after_digit && here != wanted && matches!(here, ',' | ' ');
        if skips && (here == ' ' || wanted.is_ascii_digit()) {
            at += 1;
        }
        if *text.get(at)? != wanted {
            return None;
        }
        after_digit = wanted.is_ascii_digit();
        at += 1;
    }
    // `12` is no part of `312` or `1,200`: a figure is a figure whole.
    let digit = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    let begins = word.first().is_some_and(char::is_ascii_digit) && digit(start.checked_sub(1));
    let ends =
        after_digit && (digit(Some(at)) || (text.get(at) == Some(&',') && digit(Some(at + 1))));
    (!begins && !ends).then_some(at)
}

/// Where `word` stands in `text` with one character wrong, missing or too much. Figures must be right: another number
/// is another thing.
pub fn one_wrong(text: &[char], word: &[char]) -> Option<Range<usize>> {
    if !(NEAR_CHARS..=LONGEST_CHARS).contains(&word.len()) {
        return None;
    }
    (0..text.len()).find_map(|start| {
        let rest = text.get(start..)?;
        let same = rest
            .iter()
            .zip(word)
            .take_while(|(left, right)| left == right)
            .count();
        let wrong = one_edit(rest, word, same)?;
        Some(start..start + wrong)
    })
}

/// How many characters of `text` are `word` with one edit after the first `same` characters.
fn one_edit(text: &[char], word: &[char], same: usize) -> Option<usize> {
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

    fn found<'t>(
        find: fn(&[char], &[char]) -> Option<Range<usize>>,
        text: &'t str,
        word: &str,
    ) -> Option<&'t str> {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let range = find(&chars(text), &chars(word))?;
        let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let start = places.clone().nth(range.start)?;
        text.get(start..places.nth(range.end)?)
    }

    #[test]
    fn figures_are_found_however_they_are_grouped() {
        for (text, word, expected) in [
            ("投资1,000 万元", "1000万", Some("1,000 万")),
            ("投资1000万元", "1,000万", Some("1000万")),
            ("完成 120,000 件", "120000件", Some("120,000 件")),
            ("投资11000万元", "1000万", None),
            ("1,200条", "1", None),
            ("投资", "投资", None),
        ] {
            assert_eq!(found(figures, text, word), expected, "{text} {word}");
        }
    }

    #[test]
    fn one_character_may_be_wrong_in_four() {
        for (text, word, expected) in [
            ("村庄污水处理", "污水除理", Some("污水处理")),
            ("村庄污水处理", "污水处里", Some("污水处理")),
            ("村庄污水处理", "无水处理", Some("污水处理")),
            ("高新技术企业", "高技术企业", Some("高新技术企业")),
            ("高技术企业", "高新技术企业", Some("高技术企业")),
            ("村庄污水处理", "无水除理", None),
            ("污水", "污泥", None),
            ("增长5.5%左右", "增长5.6%左右", None),
        ] {
            assert_eq!(found(one_wrong, text, word), expected, "{text} {word}");
        }
    }
}
