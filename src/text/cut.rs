//! Measuring, cutting and padding one line by columns.

use std::borrow::Cow;

use crate::text::glyph::{is_ordinary, is_plain};
use crate::text::{Ruler, glyphs, is_safe};

/// How many columns `text` takes in a pipe, where nobody knows what will show it.
pub fn cols_of(text: &str) -> usize {
    Ruler::NARROW.cols_of(text)
}

/// `text` as it may be sent to a terminal, whole. See [`crate::text::glyph`].
pub fn shown(text: &str) -> String {
    if is_ordinary(text) {
        return text.to_owned();
    }
    glyphs(text).map(|glyph| glyph.shown).collect()
}

/// A text of several lines as it may be sent to a terminal: line ends and tabs stay, for they are the form of what is
/// printed.
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut lines = String::with_capacity(text.len() + text.len() / 8);
    for piece in text.split_inclusive(['\n', '\t']) {
        let body = piece.trim_end_matches(['\n', '\t']);
        lines.push_str(&shown(body));
        lines.extend(piece.chars().skip(body.chars().count()));
    }
    Cow::Owned(lines)
}

impl Ruler {
    /// `text` as it may be sent to a terminal with this ruler; most is sent as it stands.
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        if !self.has_substitutes() && is_safe(text) {
            return Cow::Borrowed(text);
        }
        let signs = self.glyphs(text).map(|glyph| glyph.shown);
        Cow::Owned(signs.collect())
    }

    /// How many columns `text` takes on one line, as it is shown.
    pub fn cols_of(self, text: &str) -> usize {
        self.glyphs(text).map(|glyph| glyph.cols).sum()
    }

    /// Whether `text` takes at most `cols` columns; of a longer one only as much is looked at as that takes.
    pub fn fits(self, text: &str, cols: usize) -> bool {
        let mut used = 0;
        self.glyphs(text).all(|glyph| {
            used += glyph.cols;
            used <= cols
        })
    }

    /// `text` as shown, in at most `cols` columns: what does not fit is replaced by one ellipsis at the end.
    pub fn fit(self, text: &str, cols: usize) -> String {
        let mut kept = String::new();
        let mut used = 0;
        // The place to fall back to when the rest turns out not to fit: always room for the ellipsis.
        let mut with_ellipsis = 0;
        let ellipsis_cols = self.cols_of(self.ellipsis());
        for glyph in self.glyphs(text) {
            if used + glyph.cols > cols {
                kept.truncate(with_ellipsis);
                if ellipsis_cols <= cols {
                    kept.push_str(self.ellipsis());
                }
                return kept;
            }
            kept.push_str(&glyph.shown);
            used += glyph.cols;
            if used + ellipsis_cols <= cols {
                with_ellipsis = kept.len();
            }
        }
        kept
    }

    /// The end of `text` as shown, in at most `cols` columns: of what is being typed, the end is where one types.
    pub fn fit_end(self, text: &str, cols: usize) -> String {
        let glyphs: Vec<_> = self.glyphs(text).collect();
        let mut used = 0;
        let in_sight = glyphs.iter().rev().take_while(|glyph| {
            used += glyph.cols;
            used <= cols
        });
        let hidden = glyphs.len() - in_sight.count();
        let in_sight = glyphs.iter().skip(hidden);
        in_sight.map(|glyph| glyph.shown.as_ref()).collect()
    }

    /// `text` cut to `cols` columns and filled with blanks on the right: exactly `cols` columns wide.
    pub fn pad(self, text: &str, cols: usize) -> String {
        let mut line = self.fit(text, cols);
        let used = self.cols_of(&line);
        line.push_str(&" ".repeat(cols.saturating_sub(used)));
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_wide_characters() {
        for (cols, expected) in [
            (0, ""),
            (1, "…"),
            (2, "…"),
            (3, "新…"),
            (5, "新能…"),
            (6, "新能源"),
            (9, "新能源"),
        ] {
            assert_eq!(
                Ruler::NARROW.fit("新能源", cols),
                expected,
                "{cols} columns"
            );
        }
        assert_eq!(Ruler::NARROW.fit("a新能", 4), "a新…");
    }

    #[test]
    fn of_what_is_typed_the_end_is_in_sight() {
        for (cols, expected) in [
            (0, ""),
            (1, ""),
            (2, "源"),
            (3, "源"),
            (6, "新能源"),
            (9, "新能源"),
        ] {
            assert_eq!(
                Ruler::NARROW.fit_end("新能源", cols),
                expected,
                "{cols} columns"
            );
        }
    }

    #[test]
    fn padding_is_exact_at_odd_and_even_columns() {
        for cols in 0..20 {
            assert_eq!(
                cols_of(&Ruler::NARROW.pad("a新能源b装机", cols)),
                cols,
                "{cols} columns"
            );
        }
    }

    #[test]
    fn of_several_lines_all_stay_lines() {
        for text in ["", "\n", "甲\n\n乙\t丙", "\t\t\n", "甲乙"] {
            assert_eq!(shown_lines(text), text);
        }
        assert_eq!(shown_lines("甲\u{1B}\r\n\n乙\t\u{7F}\n"), "甲␛␍\n\n乙\t␡\n");
        let once = shown_lines("a\u{200D}b\u{301}\n\u{301}\u{202E}").into_owned();
        assert_eq!(shown_lines(&once), once, "what is shown stays as it is");
    }

    #[test]
    fn ordinary_text_is_shown_by_the_shorter_way_as_by_the_longer() {
        for text in [
            "",
            "实施50条背街小巷“综合整治”。 [42.0% < 序时50.0%]",
            "e\u{301} 葛\u{E0100} 👨\u{200D}👩 🇨🇳🇨🇳 ⚠\u{FE0F}",
            "\u{1100}\u{1161}\u{11A8} ｶﾞ \u{301}",
            "甲\u{1B}乙\t",
        ] {
            let longer: String = glyphs(text).map(|glyph| glyph.shown).collect();
            assert_eq!(shown(text), longer);
        }
    }

    #[test]
    fn an_escape_is_measured_as_it_is_shown() {
        assert_eq!(cols_of("\u{1B}"), 1);
        assert_eq!(shown("\u{1B}[31m"), "␛[31m");
    }
}
