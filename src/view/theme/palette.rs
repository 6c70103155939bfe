//! The colours of the themes that paint their own background.
//!
//! Every colour here is read on the ground of its theme: the tests compute the contrast of each pair, by the formula of
//! the Web Content Accessibility Guidelines, at least 4.5 to 1, and 7 to 1 for projectors; and that the verdicts of
//! `SAFE` stay apart for eyes that lack one kind of cones.

use ratatui::style::Color;

use super::shade::Shade;

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// The background.
    pub ground: Shade,
    /// Ordinary text.
    pub text: Shade,
    /// What may be overlooked.
    pub quiet: Shade,
    /// Heads, keys and borders.
    pub chrome: Shade,
    /// What a search found, and what is slipping.
    pub mark: Shade,
    /// What a figure was read from.
    pub evidence: Shade,
    /// What is late, and what went wrong.
    pub late: Shade,
    /// What is on the line, and what went well.
    pub on_track: Shade,
    /// What is ahead of the line.
    pub ahead: Shade,
    /// What is done.
    pub done: Shade,
}

const fn shade(red: u8, green: u8, blue: u8, of_sixteen: Color) -> Shade {
    Shade::new([red, green, blue], of_sixteen)
}

pub const DARK: Palette = Palette {
    ground: shade(28, 32, 40, Color::Black),
    text: shade(223, 228, 236, Color::White),
    quiet: shade(154, 164, 178, Color::Gray),
    chrome: shade(124, 199, 234, Color::LightCyan),
    mark: shade(242, 204, 96, Color::LightYellow),
    evidence: shade(219, 167, 238, Color::LightMagenta),
    late: shade(255, 154, 154, Color::LightRed),
    on_track: shade(139, 212, 156, Color::LightGreen),
    ahead: shade(124, 199, 234, Color::LightCyan),
    done: shade(139, 212, 156, Color::LightGreen),
};

/// Of the sixteen, yellow, green and cyan are too bright to be read on white.
pub const LIGHT: Palette = Palette {
    ground: shade(255, 255, 255, Color::White),
    text: shade(27, 31, 36, Color::Black),
    quiet: shade(87, 96, 106, Color::Black),
    chrome: shade(10, 90, 148, Color::Blue),
    mark: shade(122, 71, 0, Color::Magenta),
    evidence: shade(124, 42, 144, Color::Magenta),
    late: shade(176, 18, 31, Color::Red),
    on_track: shade(26, 100, 49, Color::Blue),
    ahead: shade(10, 90, 148, Color::Blue),
    done: shade(26, 100, 49, Color::Blue),
};

pub const CONTRAST: Palette = Palette {
    ground: shade(0, 0, 0, Color::Black),
    text: shade(255, 255, 255, Color::White),
    quiet: shade(255, 255, 255, Color::White),
    chrome: shade(255, 255, 95, Color::LightYellow),
    mark: shade(255, 255, 95, Color::LightYellow),
    evidence: shade(255, 175, 255, Color::LightMagenta),
    late: shade(255, 135, 135, Color::LightRed),
    on_track: shade(95, 255, 135, Color::LightGreen),
    ahead: shade(135, 255, 255, Color::LightCyan),
    done: shade(95, 255, 135, Color::LightGreen),
};

/// After the colours of Okabe and Ito: orange is late, yellow slips, blue is well. Brightness differs, too.
pub const SAFE: Palette = Palette {
    ground: shade(16, 16, 16, Color::Black),
    text: shade(240, 240, 240, Color::White),
    quiet: shade(180, 180, 180, Color::Gray),
    chrome: shade(135, 200, 240, Color::LightCyan),
    mark: shade(240, 228, 66, Color::LightYellow),
    evidence: shade(216, 160, 200, Color::White),
    late: shade(232, 120, 30, Color::Yellow),
    on_track: shade(86, 180, 233, Color::LightCyan),
    ahead: shade(191, 227, 250, Color::White),
    done: shade(92, 143, 245, Color::LightBlue),
};
