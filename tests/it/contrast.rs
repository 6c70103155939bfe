//! Whether the colours of the themes can be read, computed from whole screens as they are drawn.

use std::collections::BTreeSet;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use taizhang::app::ThemeName;
use taizhang::ledger::Status;
use taizhang::view::{Abilities, Depth, Theme};

use crate::styles::visible_cells;
use crate::support::Walk;

const PAINTED: [ThemeName; 4] = [
    ThemeName::Dark,
    ThemeName::Light,
    ThemeName::Contrast,
    ThemeName::Safe,
];

/// A colour by its parts, each from 0 to 1 and linear in light.
type Light = [f64; 3];

/// Every kind of screen there is.
fn screens(theme: ThemeName, depth: Depth) -> Vec<Walk> {
    let abilities = Abilities {
        depth,
        ..Abilities::ORDINARY
    };
    let keys = [
        "26<Enter>",
        "14<Enter><Right>",
        "/海运<Enter>",
        "/海运",
        "<F4>",
        "c<Down>",
        "<F7><Down>",
        "<F1>",
        "26<Enter><F2>新<S-Left>",
        "26<Enter><F2>新<Esc>",
        "26<Enter><F12>",
        "43<Enter><F5>",
        "33<Enter><F2><C-End>累计开工13个。<F2>",
        "<C-t>",
        "999<Enter>",
    ];
    let walks = keys.map(|keys| {
        let mut walk = Walk::shipped(120, 36);
        walk.look.theme = Theme::new(ThemeName::Terminal, abilities);
        walk.app.choose_theme(theme);
        walk.keys(keys);
        walk
    });
    walks.into()
}

/// The cells that are seen.
fn cells(walk: &mut Walk) -> Vec<Cell> {
    let buffer = walk.buffer();
    let rows = (0..buffer.area.height).flat_map(|row| visible_cells(&buffer, row));
    rows.cloned().collect()
}

fn light(color: Color) -> Light {
    let parts = match color {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
        Color::Indexed(index @ 16..) => {
            let cube = index - 16;
            [cube / 36, cube / 6 % 6, cube % 6]
                .map(|step| [0, 95, 135, 175, 215, 255][usize::from(step)])
        }
        other => panic!("nobody knows what {other} looks like"),
    };
    parts.map(|part| match f64::from(part) / 255.0 {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    })
}

fn luminance([red, green, blue]: Light) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast ratio of the Web Content Accessibility Guidelines.
fn contrast(one: Color, other: Color) -> f64 {
    let [one, other] = [one, other].map(|color| luminance(light(color)) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn the_formula_is_the_known_one() {
    let [black, white, grey] = [0, 255, 0x77].map(|part| Color::Rgb(part, part, part));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(grey, white) - 4.48).abs() < 0.005);
}

#[test]
fn every_pair_of_colours_on_every_screen_can_be_read() {
    for (theme, depth) in PAINTED
        .into_iter()
        .flat_map(|theme| [(theme, Depth::Full), (theme, Depth::Indexed)])
    {
        let least = if theme == ThemeName::Contrast {
            7.0
        } else {
            4.5
        };
        let mut pairs = BTreeSet::new();
        for mut walk in screens(theme, depth) {
            for cell in cells(&mut walk) {
                let ratio = contrast(cell.fg, cell.bg);
                assert!(ratio >= least, "{theme:?} {depth:?}: {ratio:.2} {cell:?}");
                assert!(!cell.modifier.contains(Modifier::DIM), "{theme:?}");
                pairs.insert((cell.fg.to_string(), cell.bg.to_string()));
            }
        }
        assert!(pairs.len() >= 5, "{theme:?} has colours: {pairs:?}");
    }
}

#[test]
fn high_contrast_is_bold_white_and_bright_on_black() {
    for mut walk in screens(ThemeName::Contrast, Depth::Full) {
        for cell in cells(&mut walk) {
            assert_eq!(cell.bg, Color::Rgb(0, 0, 0));
            let is_bold = cell.modifier.contains(Modifier::BOLD);
            assert!(is_bold || cell.modifier.contains(Modifier::UNDERLINED));
        }
    }
}

#[test]
fn sixteen_colours_are_enough_and_differ_from_their_ground() {
    for theme in PAINTED {
        for mut walk in screens(theme, Depth::Sixteen) {
            for cell in cells(&mut walk) {
                let is_of_sixteen =
                    |color| !matches!(color, Color::Reset | Color::Rgb(..) | Color::Indexed(_));
                assert!(is_of_sixteen(cell.fg) && is_of_sixteen(cell.bg), "{cell:?}");
                assert_ne!(cell.fg, cell.bg, "{theme:?}");
            }
        }
    }
}

#[test]
fn a_theme_without_paint_leaves_the_background_alone() {
    for theme in [ThemeName::Terminal, ThemeName::Plain] {
        for mut walk in screens(theme, Depth::Full) {
            for cell in cells(&mut walk) {
                assert_eq!(cell.bg, Color::Reset);
                // The two greys are invisible on one palette or another.
                assert!(!matches!(cell.fg, Color::DarkGray | Color::Gray));
                if theme == ThemeName::Plain {
                    assert_eq!(cell.fg, Color::Reset);
                    assert!(!cell.modifier.contains(Modifier::DIM));
                }
            }
        }
    }
}

#[test]
fn known_terminals_get_what_is_seen_on_them() {
    let on = |shows_dim, is_light| {
        let abilities = Abilities {
            shows_dim,
            is_light,
            ..Abilities::ORDINARY
        };
        Theme::new(ThemeName::Terminal, abilities)
    };
    let is_dim = |theme: Theme| theme.quiet().add_modifier.contains(Modifier::DIM);
    assert!(is_dim(on(true, false)) && !is_dim(on(false, false)));
    for status in Status::ALL {
        let color = on(true, true).status(status).fg;
        let too_bright = [Color::Yellow, Color::Cyan, Color::Green].map(Some);
        assert!(!too_bright.contains(&color), "{status:?} on white");
    }
    assert_eq!(
        on(true, false).status(Status::Slipping).fg,
        Some(Color::Yellow)
    );
}

/// What eyes without the cones for red, and those without the cones for green, see; after Viénot, Brettel and Mollon
/// (1999), in linear light.
const MISSING_CONES: [[Light; 3]; 2] = [
    [
        [0.112_38, 0.887_62, 0.0],
        [0.112_38, 0.887_62, 0.0],
        [0.004_01, -0.004_01, 1.0],
    ],
    [
        [0.292_75, 0.707_25, 0.0],
        [0.292_75, 0.707_25, 0.0],
        [-0.022_34, 0.022_34, 1.0],
    ],
];

fn times(matrix: [Light; 3], light: Light) -> Light {
    matrix.map(|row| (0..3).map(|at| row[at] * light[at]).sum())
}

/// Lightness and hue as eyes take them (CIELAB): whoever is 10 away is another colour at a glance.
fn perceived(light: Light) -> Light {
    const XYZ: [Light; 3] = [
        [0.4124, 0.3576, 0.1805],
        [0.2126, 0.7152, 0.0722],
        [0.0193, 0.1192, 0.9505],
    ];
    let [x, y, z] = times(XYZ, light.map(|part| part.clamp(0.0, 1.0)));
    let root = |part: f64| {
        if part > 0.008_856 {
            part.cbrt()
        } else {
            7.787 * part + 16.0 / 116.0
        }
    };
    let [x, y, z] = [root(x / 0.950_47), root(y), root(z / 1.088_83)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn apart(one: Light, other: Light) -> f64 {
    let squares = (0..3).map(|at| (one[at] - other[at]).powi(2));
    squares.sum::<f64>().sqrt()
}

/// The least distance between the colours of two verdicts of a theme, for such eyes.
fn least_distance(theme: ThemeName, depth: Depth, eyes: [Light; 3]) -> f64 {
    let abilities = Abilities {
        depth,
        ..Abilities::ORDINARY
    };
    let theme = Theme::new(theme, abilities);
    // What has not started and what is behind share a colour: both are late.
    let verdicts = Status::ALL
        .into_iter()
        .filter(|it| *it != Status::NotStarted);
    let seen: Vec<Light> = verdicts
        .map(|status| perceived(times(eyes, light(theme.status(status).fg.unwrap()))))
        .collect();
    let pairs = (0..seen.len()).flat_map(|at| (0..at).map(move |other| (at, other)));
    let distances = pairs.map(|(at, other)| apart(seen[at], seen[other]));
    distances.fold(f64::INFINITY, f64::min)
}

#[test]
fn the_verdicts_of_the_safe_theme_stay_apart_for_every_eye() {
    const ALL_CONES: [Light; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for eyes in MISSING_CONES.into_iter().chain([ALL_CONES]) {
        for depth in [Depth::Full, Depth::Indexed] {
            let least = least_distance(ThemeName::Safe, depth, eyes);
            assert!(least > 15.0, "{depth:?} {eyes:?}: {least:.1}");
        }
    }
}

#[test]
fn every_verdict_has_a_character_of_its_own() {
    let signs: BTreeSet<_> = Status::ALL.into_iter().map(Status::character).collect();
    assert_eq!(signs.len(), Status::ALL.len());
    let screen = Walk::shipped(120, 36).screen();
    for sign in ['滞', '缓', '无', '达', '超', '完'] {
        assert!(screen.contains(sign), "{screen}");
    }
}
