//! The signs that bars are drawn with, in sets, and the ruler that text beside them is measured with: what a terminal shows and how wide it draws it is not the same
//! everywhere. Every sign is one column wide, and no two that stand for different things in one set are alike.

use crate::text::Ruler;

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Blocks and lines, eight steps a cell. Some terminals set up for Chinese draw them two columns wide.
    #[default]
    Blocks,
    /// Only signs that no terminal draws two columns wide, for one that draws others so; two steps a cell.
    Neutral,
    /// Only ASCII; one step a cell.
    Ascii,
    /// The same on a terminal that draws other characters two columns wide.
    AsciiWide,
}

impl Glyphs {
    /// Every set.
    pub const ALL: [Self; 4] = [Self::Blocks, Self::Neutral, Self::Ascii, Self::AsciiWide];

    /// The set for a terminal that draws characters of ambiguous width two columns wide.
    #[must_use]
    pub const fn on_wide(self) -> Self {
        match self {
            Self::Blocks | Self::Neutral => Self::Neutral,
            Self::Ascii | Self::AsciiWide => Self::AsciiWide,
        }
    }

    /// What text is measured with beside these signs.
    pub const fn ruler(self) -> Ruler {
        match self {
            Self::Blocks => Ruler::NARROW,
            Self::Neutral => Ruler::WIDE,
            Self::Ascii => Ruler::ASCII,
            Self::AsciiWide => Ruler::ASCII_WIDE,
        }
    }

    /// A cell that is done.
    pub const fn full(self) -> char {
        self.choose('█', '⣿', '#')
    }

    /// A cell that is done in part, from the least part to the most.
    pub const fn partial(self) -> &'static [char] {
        match self {
            Self::Blocks => &['▏', '▎', '▍', '▌', '▋', '▊', '▉'],
            Self::Neutral => &['⡇'],
            Self::Ascii | Self::AsciiWide => &[],
        }
    }

    /// A cell that is begun.
    pub const fn underway(self) -> char {
        self.choose('░', '░', '-')
    }

    /// A cell with nothing in it.
    pub const fn empty(self) -> char {
        self.choose('·', '.', '.')
    }

    /// The time line.
    pub const fn line(self) -> char {
        self.choose('│', '|', '|')
    }

    /// The target.
    pub const fn target(self) -> char {
        self.choose('┃', '!', '!')
    }

    /// The zero of a rate.
    pub const fn axis(self) -> char {
        '0'
    }

    /// More than the scale can show.
    pub const fn beyond(self) -> char {
        self.choose('»', '»', '>')
    }

    /// Less than the scale can show.
    pub const fn below(self) -> char {
        self.choose('‹', '‹', '<')
    }

    /// A stage that is passed, to be followed by its name.
    pub const fn passed(self) -> &'static str {
        match self {
            Self::Blocks | Self::Neutral => "✓",
            Self::Ascii | Self::AsciiWide => "+",
        }
    }

    /// What stands around the stage that is reached.
    pub const fn reached(self) -> [&'static str; 2] {
        match self {
            Self::Blocks | Self::Neutral => ["【", "】"],
            Self::Ascii | Self::AsciiWide => ["[", "]"],
        }
    }

    /// What stands between two stages.
    pub const fn then(self) -> &'static str {
        match self {
            Self::Blocks | Self::Neutral => " › ",
            Self::Ascii | Self::AsciiWide => " > ",
        }
    }

    const fn choose(self, blocks: char, neutral: char, ascii: char) -> char {
        match self {
            Self::Blocks => blocks,
            Self::Neutral => neutral,
            Self::Ascii | Self::AsciiWide => ascii,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use unicode_width::UnicodeWidthChar;

    /// Every sign of a bar.
    fn signs(glyphs: Glyphs) -> Vec<char> {
        let mut signs = vec![
            glyphs.full(),
            glyphs.underway(),
            glyphs.empty(),
            glyphs.line(),
            glyphs.target(),
            glyphs.axis(),
            glyphs.beyond(),
            glyphs.below(),
        ];
        signs.extend(glyphs.partial());
        signs
    }

    #[test]
    fn every_sign_takes_one_column() {
        for glyphs in Glyphs::ALL {
            for sign in signs(glyphs) {
                assert_eq!(sign.width(), Some(1), "{sign}");
            }
        }
        // Also where everything that may be wide is wide.
        for glyphs in [Glyphs::Neutral, Glyphs::Ascii, Glyphs::AsciiWide] {
            for sign in signs(glyphs) {
                assert_eq!(sign.width_cjk(), Some(1), "{sign}");
            }
            let stages = [glyphs.passed(), glyphs.then()]
                .into_iter()
                .chain(glyphs.reached());
            for sign in stages.flat_map(str::chars) {
                assert_eq!(sign.width(), sign.width_cjk(), "{sign}");
            }
        }
    }

    #[test]
    fn ascii_is_ascii() {
        assert!(signs(Glyphs::Ascii).iter().all(char::is_ascii));
        let stages = [Glyphs::Ascii.passed(), Glyphs::Ascii.then()];
        assert!(stages.iter().all(|sign| sign.is_ascii()));
        assert!(Glyphs::Ascii.reached().iter().all(|sign| sign.is_ascii()));
    }

    #[test]
    fn no_two_signs_of_a_set_are_alike() {
        for glyphs in Glyphs::ALL {
            let signs = signs(glyphs);
            let distinct: HashSet<char> = signs.iter().copied().collect();
            assert_eq!(distinct.len(), signs.len(), "{glyphs:?}");
        }
    }
}
