//! Wide characters on a terminal that forgets the other half of one that was half overwritten: what it shows after every
//! step is the picture that was meant, to the colour of the last cell.

use std::fs;

use taizhang::app::ThemeName;
use taizhang::terminal::Screen;
use taizhang::view::{Abilities, Depth, Glyphs, Theme};

use crate::screens::UNUSUAL;
use crate::support::{CHINESE, ENGLISH, Habits, Pane, Walk, shipped};

/// What people do, in no order.
const STEPS: [&str; 48] = [
    "<Down>", "<Down>", "<Down>", "<Up>", "<PgDn>", "<PgUp>", "<Home>", "<End>", "]", "[", "<Tab>",
    "<Tab>", "z", "<S-Down>", "<S-Up>", "<Enter>", "<Esc>", "<Esc>", "<Esc>", "/海", "/一", "洋",
    "<BS>", "a", "1", "<F1>", "<F4>", "<F5>", "<F7>", "<F8>", "<F9>", "<F12>", "<C-g>", "<C-o>",
    "<C-t>", "c", "y", "<F2>", "一", "x", "，", "“", "<Left>", "<Right>", "<C-z>", "b", " ", "T",
];

/// A sequence of numbers that looks like none.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

/// A program and the terminal that it is shown on.
struct Shown {
    walk: Walk,
    screen: Screen<Pane>,
}

impl Shown {
    fn new(text: &str, (cols, rows): (u16, u16), glyphs: Glyphs, habits: Habits) -> Self {
        let mut walk = Walk::of(text, cols, rows);
        walk.look.glyphs = glyphs;
        let screen = Screen::new(Pane::new(cols, rows, habits)).unwrap();
        Self { walk, screen }
    }

    fn themed(mut self, theme: ThemeName) -> Self {
        let abilities = Abilities {
            depth: Depth::Full,
            ..Abilities::ORDINARY
        };
        self.walk.look.theme = Theme::new(ThemeName::Terminal, abilities);
        self.walk.app.choose_theme(theme);
        self
    }

    #[track_caller]
    fn check(&mut self, about: &dyn Fn() -> String) {
        self.screen.draw(&self.walk.app, self.walk.look).unwrap();
        let picture = self.walk.buffer();
        if let Some(difference) = self.screen.surface().tmux.borrow().difference(&picture) {
            panic!("{difference}\n{}\n{}", about(), self.walk.screen());
        }
    }
}

const SIZES: [(u16, u16); 5] = [(40, 10), (60, 20), (80, 24), (101, 31), (120, 36)];

/// Walks at random, looking at every step.
#[track_caller]
fn wander(text: &str, glyphs: Glyphs, habits: Habits, steps: usize) {
    for (seed, (theme, size)) in ThemeName::ALL
        .into_iter()
        .flat_map(|theme| SIZES.map(|size| (theme, size)))
        .enumerate()
        // Themes and sizes in turn: half of all pairs.
        .filter(|(seed, _)| seed % 2 == 0)
    {
        let mut dice = Dice(seed as u64);
        let mut shown = Shown::new(text, size, glyphs, habits).themed(theme);
        let words = if seed % 4 == 0 { CHINESE } else { ENGLISH }.words;
        shown.walk.look.words = words;
        let mut taken = Vec::new();
        for _ in 0..steps {
            let keys = STEPS[dice.below(STEPS.len())];
            taken.push(keys);
            shown.walk.keys(keys);
            if dice.below(20) == 0 {
                let (cols, rows) = SIZES[dice.below(SIZES.len())];
                taken.push("another size");
                shown.screen.surface().tmux.borrow_mut().resize(cols, rows);
                shown.walk.resize(cols, rows);
            }
            shown.check(&|| format!("{theme:?} {size:?} {glyphs:?} {habits:?} {taken:?}"));
        }
    }
}

#[test]
fn down_once_in_a_painted_theme_leaves_no_black_cell() {
    let text = fs::read_to_string(shipped()).unwrap();
    for theme in [ThemeName::Light, ThemeName::Dark] {
        for size in [(80, 24), (120, 36)] {
            let mut shown =
                Shown::new(&text, size, Glyphs::Blocks, Habits::default()).themed(theme);
            shown.check(&|| "at first".to_owned());
            for step in 0..43 {
                shown.walk.keys("<Down>");
                shown.check(&|| format!("{theme:?} {size:?} {step}"));
            }
        }
    }
}

#[test]
fn walks_leave_no_half_of_a_wide_character() {
    let text = fs::read_to_string(shipped()).unwrap();
    wander(&text, Glyphs::Blocks, Habits::default(), 24);
}

#[test]
fn nor_where_halves_are_left_as_rubble() {
    let habits = Habits {
        leaves_rubble: true,
        ..Habits::default()
    };
    wander(
        &fs::read_to_string(shipped()).unwrap(),
        Glyphs::Blocks,
        habits,
        15,
    );
    wander(UNUSUAL, Glyphs::Ascii, habits, 10);
}

#[test]
fn nor_where_quotation_marks_are_wide() {
    let habits = Habits {
        is_wide: true,
        leaves_rubble: true,
        ..Habits::default()
    };
    wander(
        &fs::read_to_string(shipped()).unwrap(),
        Glyphs::Neutral,
        habits,
        12,
    );
}

/// Emoji of several characters, which some terminals draw one column wide.
#[test]
fn nor_where_an_emoji_takes_one_column() {
    let text = fs::read_to_string(shipped()).unwrap();
    let text = text
        .replace('，', "⚠\u{FE0F}")
        .replace('市', "🇨🇳市")
        .replace('。', "☎\u{FE0F}。");
    let habits = Habits {
        splits_clusters: true,
        leaves_rubble: true,
        ..Habits::default()
    };
    let mut shown = Shown::new(&text, (80, 24), Glyphs::Blocks, habits).themed(ThemeName::Light);
    for keys in [
        "", "<Down>", "<Down>", "<PgDn>", "<F4>", "<Esc>", "<F5>", "<Right>", "<Esc>", "z",
    ] {
        shown.walk.keys(keys);
        shown.check(&|| keys.to_owned());
    }
}

#[test]
fn a_picture_that_is_shown_already_sends_no_cell() {
    let text = fs::read_to_string(shipped()).unwrap();
    let size = (120, 36);
    let mut shown =
        Shown::new(&text, size, Glyphs::Blocks, Habits::default()).themed(ThemeName::Light);
    shown.check(&String::new);
    let sent = |shown: &Shown| shown.screen.surface().sent_cells;
    let before = sent(&shown);
    shown.check(&String::new);
    assert_eq!(sent(&shown), before);
    shown.walk.keys("<F9>");
    shown.check(&String::new);
    let before = sent(&shown);
    shown.walk.keys("<Down>");
    shown.check(&String::new);
    let cost = sent(&shown) - before;
    assert!(cost < 250, "two rows of a menu: {cost}");
}
