//! Traditional characters and the simplified ones that a reader of a mainland office takes for the same.
//!
//! The pairs in `simplified.txt` are those of the Open Chinese Convert project (`TSCharacters`, Apache-2.0) that older
//! Chinese encodings know, one character for one character: comparing needs no more, and places in a text stay places.

use std::sync::LazyLock;

/// Pairs of a traditional character and its simplified form, one after the other.
const PAIRS: &str = include_str!("simplified.txt");

/// The first character that can have a simplified form, and how many after it.
const FIRST: u32 = 0x3400;
const COUNT: usize = 0x6C00;

/// For every character from `FIRST` on its simplified form; 0 where it has none. Made of a constant, once.
static FORMS: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut forms = vec![0; COUNT].into_boxed_slice();
    let mut chars = PAIRS.chars().filter(|c| *c != '\n');
    while let (Some(traditional), Some(simplified)) = (chars.next(), chars.next()) {
        let form = u16::try_from(u32::from(simplified)).unwrap_or(0);
        if let Some(slot) = place(traditional).and_then(|place| forms.get_mut(place)) {
            *slot = form;
        }
    }
    forms
});

fn place(c: char) -> Option<usize> {
    usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()
}

/// The simplified form of a character; itself where it has none.
pub fn simplified(c: char) -> char {
    place(c)
        .and_then(|place| FORMS.get(place))
        .filter(|&&form| form != 0)
        .and_then(|&form| char::from_u32(u32::from(form)))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_and_simplified_characters_meet() {
        let simple = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(
            simple("汙水處理、農業產業園、電動車"),
            "污水处理、农业产业园、电动车"
        );
        assert_eq!(simple("污水处理"), "污水处理");
        assert_eq!(simple("a，5.3％\u{10FFFF}"), "a，5.3％\u{10FFFF}");
    }

    #[test]
    fn a_simplified_form_is_its_own() {
        let mut pairs = 0;
        for c in '\u{3400}'..='\u{9FFF}' {
            let form = simplified(c);
            pairs += usize::from(form != c);
            assert_eq!(simplified(form), form, "{c} {form}");
        }
        assert!(pairs > 2_000, "the pairs are there: {pairs}");
    }
}
