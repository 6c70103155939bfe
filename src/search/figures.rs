//! Figures that are written another way: with commas between their digits, or a blank before their unit.

use std::ops::Range;

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
pub fn ungrouped(word: &[char]) -> Vec<char> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, word: &str) -> Option<&'t str> {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let range = figures(&chars(text), &chars(word))?;
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
            assert_eq!(found(text, word), expected, "{text} {word}");
        }
    }
}
