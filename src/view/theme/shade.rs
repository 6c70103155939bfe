//! One colour, and what becomes of it on terminals that have fewer of them.

use ratatui::style::Color;

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Depth {
    /// The sixteen whose values are the terminal's own affair.
    #[default]
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// Every colour.
    Full,
}

/// A colour, and which of the sixteen stands for it where there are no more. That one is chosen by hand: nobody knows
/// the values of the sixteen, but everybody calls them by the same names.
#[derive(Clone, Copy, Debug)]
pub struct Shade {
    rgb: [u8; 3],
    of_sixteen: Color,
}

/// The steps of each part of a colour in the cube of the 256.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
/// Where the cube begins among the 256: behind the sixteen.
const CUBE_START: u8 = 16;
/// Where the greys begin, behind the cube, and how many there are.
const GREYS_START: u8 = 232;
const GREYS: u8 = 24;

impl Shade {
    /// A colour by its parts.
    pub const fn new(rgb: [u8; 3], of_sixteen: Color) -> Self {
        Self { rgb, of_sixteen }
    }

    /// The colour as such a terminal can show it.
    pub fn at(self, depth: Depth) -> Color {
        let [red, green, blue] = self.rgb;
        match depth {
            Depth::Sixteen => self.of_sixteen,
            Depth::Indexed => Color::Indexed(nearest(self.rgb)),
            Depth::Full => Color::Rgb(red, green, blue),
        }
    }
}

/// The nearest of the 256 that are the same everywhere: the cube and the greys.
fn nearest(rgb: [u8; 3]) -> u8 {
    let [red, green, blue] = rgb.map(nearest_step);
    let cube = CUBE_START + 36 * red.0 + 6 * green.0 + blue.0;
    let cube_rgb = [red.1, green.1, blue.1];
    let greys = (0..GREYS).map(|step| {
        let value = 8 + 10 * step;
        (GREYS_START + step, [value; 3])
    });
    std::iter::once((cube, cube_rgb))
        .chain(greys)
        .min_by_key(|(_, other)| distance(rgb, *other))
        .map_or(cube, |(index, _)| index)
}

/// The nearest step of one part of a colour: its place and its value.
fn nearest_step(value: u8) -> (u8, u8) {
    (0..)
        .zip(STEPS)
        .min_by_key(|(_, step)| step.abs_diff(value))
        .unwrap_or_default()
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let parts = one.into_iter().zip(other);
    parts
        .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_the_256_is_found_in_the_cube_and_among_the_greys() {
        for (rgb, index) in [
            ([0, 0, 0], 16),
            ([255, 255, 255], 231),
            ([255, 0, 0], 196),
            ([95, 135, 175], 67),
            ([100, 130, 170], 67),
            ([18, 18, 18], 233),
            ([240, 240, 240], 255),
            ([128, 128, 128], 244),
        ] {
            assert_eq!(nearest(rgb), index, "{rgb:?}");
        }
    }

    #[test]
    fn a_terminal_gets_what_it_can_show() {
        let shade = Shade::new([255, 0, 0], Color::LightRed);
        let shown = [Depth::Full, Depth::Indexed, Depth::Sixteen].map(|depth| shade.at(depth));
        let expected = [Color::Rgb(255, 0, 0), Color::Indexed(196), Color::LightRed];
        assert_eq!(shown, expected);
    }
}
