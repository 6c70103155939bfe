//! The ruler that text is measured with: how wide a terminal draws what it may draw one or two columns wide, and which
//! signs it is spared.

use crate::text::glyph::Glyph;

/// How a terminal draws text, handed to whoever measures or cuts some. Two rulers in one picture would tear its rows,
/// so nobody makes one for himself: the view asks its `Look`, the app was told by a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ruler {
    /// Whether characters of ambiguous width (`“`, `—`, `①`) take two columns.
    is_wide: bool,
    signs: Signs,
}

/// Which signs are shown as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Signs {
    /// All of them.
    #[default]
    Any,
    /// Lines and pointers are made of ASCII: they must take one column on every terminal.
    Safe,
    /// Arrows, comparisons and half-width punctuation too.
    Ascii,
}

impl Ruler {
    /// Characters of ambiguous width take one column.
    pub const NARROW: Self = Self {
        is_wide: false,
        signs: Signs::Any,
    };
    /// Characters of ambiguous width take two columns.
    pub const WIDE: Self = Self {
        is_wide: true,
        signs: Signs::Safe,
    };
    /// Everything but Han text and its full-width punctuation is shown in ASCII.
    pub const ASCII: Self = Self {
        is_wide: false,
        signs: Signs::Ascii,
    };
    /// The same where what is left of ambiguous width takes two columns.
    pub const ASCII_WIDE: Self = Self {
        is_wide: true,
        signs: Signs::Ascii,
    };

    /// Whether characters of ambiguous width take two columns.
    pub const fn is_wide(self) -> bool {
        self.is_wide
    }

    /// Whether some signs are shown as others.
    pub const fn has_substitutes(self) -> bool {
        !matches!(self.signs, Signs::Any)
    }

    /// What stands for the rest of a text that was cut.
    pub const fn ellipsis(self) -> &'static str {
        match self.signs {
            Signs::Any => "…",
            Signs::Safe | Signs::Ascii => "..",
        }
    }

    /// What a sign is shown as, where that is not the sign itself. The text is never changed by it.
    pub(super) const fn substitute(self, sign: char) -> Option<&'static str> {
        match (self.signs, frame(sign)) {
            (Signs::Safe | Signs::Ascii, Some(safe)) => Some(safe),
            (Signs::Ascii, None) => ascii(sign),
            (Signs::Any | Signs::Safe, _) => None,
        }
    }

    /// A glyph with its substitutes.
    pub(super) fn substituted(self, glyph: Glyph<'_>) -> Glyph<'_> {
        let is_whole = |c: char| self.substitute(c).is_none();
        if !self.has_substitutes() || glyph.shown.chars().all(is_whole) {
            return glyph;
        }
        let mut shown = String::new();
        for c in glyph.shown.chars() {
            match self.substitute(c) {
                Some(sign) => shown.push_str(sign),
                None => shown.push(c),
            }
        }
        Glyph {
            cols: self.width_of(&shown).max(1),
            shown: shown.into(),
            ..glyph
        }
    }
}

/// Lines, corners and pointers.
const fn frame(sign: char) -> Option<&'static str> {
    Some(match sign {
        '─' | '━' => "-",
        '│' | '┃' => "|",
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => "+",
        '›' | '▸' => ">",
        '‹' => "<",
        '▴' => "^",
        '▾' => "v",
        _ => return None,
    })
}

/// What is drawn in ASCII only where that is asked for.
const fn ascii(sign: char) -> Option<&'static str> {
    Some(match sign {
        '→' => "->",
        '←' => "<-",
        '↑' => "^",
        '↓' => "v",
        '≥' => ">=",
        '≤' => "<=",
        '±' => "+-",
        '×' => "x",
        '✓' => "+",
        '·' => ".",
        '…' => "...",
        '—' | '–' => "-",
        '“' | '”' => "\"",
        '‘' | '’' => "'",
        '»' => ">>",
        '«' => "<<",
        // What stands for characters that act, see `glyph`.
        '⟨' => "<",
        '⟩' => ">",
        '␉' => "^I",
        '␛' => "^[",
        '\u{2400}'..='\u{2421}' => "^?",
        '◌' => "o",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::shown;

    #[test]
    fn an_ambiguous_character_is_as_wide_as_the_terminal_draws_it() {
        let text = "“人工智能+”——①…";
        assert_eq!(Ruler::NARROW.cols_of(text), 15);
        assert_eq!(Ruler::WIDE.cols_of(text), 21);
        assert_eq!(Ruler::WIDE.shown(text), text, "text stays as it is");
        assert_eq!(Ruler::WIDE.fit(text, 7), "“人..");
        assert_eq!(Ruler::WIDE.fit(text, 1), "");
        let rows = Ruler::WIDE.wrap("甲“乙”丙", 6);
        assert_eq!(rows.len(), 3, "two columns more are a row more");
    }

    #[test]
    fn lines_and_pointers_take_one_column_everywhere() {
        for ruler in [Ruler::WIDE, Ruler::ASCII, Ruler::ASCII_WIDE] {
            assert_eq!(ruler.shown("┌─›┐│‹▸▴▾┘"), "+->+|<>^v+");
            assert_eq!(ruler.cols_of("┌─›┐│‹▸▴▾┘"), 10);
        }
    }

    #[test]
    fn ascii_is_ascii_but_for_han_text() {
        let text = "“甲”→乙，≥5·…—⟨";
        assert_eq!(Ruler::ASCII.shown(text), "\"甲\"->乙，>=5....-<");
        assert_eq!(Ruler::ASCII.cols_of(text), 19);
        assert_eq!(Ruler::ASCII.shown("\u{1B}[31m\u{202E}"), "^[[31m<202E>");
    }

    #[test]
    fn what_was_shown_once_is_shown_the_same_again() {
        let text = "甲\u{1B}“乙”→─\u{301}\u{7}…›";
        for ruler in [Ruler::NARROW, Ruler::WIDE, Ruler::ASCII, Ruler::ASCII_WIDE] {
            let once = ruler.shown(text).into_owned();
            assert_eq!(ruler.shown(&once), once);
            let cols = ruler.cols_of(text);
            assert_eq!(ruler.cols_of(&once), cols);
            assert_eq!(ruler.cols_of(&shown(text)), cols, "{ruler:?}");
        }
    }
}
