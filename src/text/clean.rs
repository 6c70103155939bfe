//! What may enter a text from outside: a paste, a key.
//!
//! Text that is already in a file is never touched by this; it is shown safely instead (see [`crate::text::glyph`]).

/// A pasted text as it may enter a note: every kind of line end becomes `\n`, and characters that act on a terminal or
/// turn the direction of text are left out. Joiners and variation selectors, which shape characters, stay.
pub fn clean(pasted: &str) -> String {
    let mut cleaned = String::with_capacity(pasted.len());
    let mut chars = pasted.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                cleaned.push('\n');
            }
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push('\t'),
            c if c.is_control() || is_direction_mark(c) => {}
            c => cleaned.push(c),
        }
    }
    cleaned
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_becomes_the_same() {
        assert_eq!(
            clean("甲\r\n乙\r丙\n丁\u{2028}戊\u{85}己"),
            "甲\n乙\n丙\n丁\n戊\n己"
        );
        assert_eq!(
            clean("第一行\r\n第二行\r\n\r\n第四行"),
            "第一行\n第二行\n\n第四行"
        );
    }

    #[test]
    fn what_acts_stays_outside() {
        assert_eq!(
            clean("甲\u{1B}[31m乙\u{202E}丙\0丁\u{FEFF}"),
            "甲[31m乙丙丁"
        );
        assert_eq!(clean("👨‍👩‍👧 葛\u{E0100}\t"), "👨‍👩‍👧 葛\u{E0100}\t");
    }
}
