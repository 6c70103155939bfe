//! Folding: the forms of a character that a reader takes for the same one, brought to one form for comparing.
//!
//! A clerk types `5.3%` and the department wrote `5.3％`; both must meet. Folding never changes how many `char`s a text
//! has, so a place found in folded text is the same place in the text itself.

use crate::text::simplified::simplified;

/// The form of `c` under which it is compared: full-width signs become half-width, capital letters small,
/// traditional characters simplified.
pub fn folded(c: char) -> char {
    let half = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '\u{3400}'..='\u{9FFF}' => return simplified(c),
        other => other,
    };
    let mut lower = half.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(single), None) => single,
        // A capital whose small form is two characters would shift every place after it: leave it.
        _ => half,
    }
}

/// The half-width form of `c` alone, for keys: a Chinese input method sends `ａ` and `？` where `a` and `?` are meant.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' => '/',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_case_meet() {
        let fold = |text: &str| text.chars().map(folded).collect::<String>();
        assert_eq!(fold("ＧＤＰ　５.３％（其中：１）"), "gdp 5.3%(其中:1)");
        assert_eq!(fold("地铁"), "地铁");
    }

    #[test]
    fn the_number_of_chars_never_changes() {
        let text = "İSTANBUL ß ﬁ Ａ㎡";
        assert_eq!(text.chars().map(folded).count(), text.chars().count());
    }
}
