//! Nobody's way through the program: any keys, any gestures, any pastes, any sizes, and somebody else at the same file.
//! It never stops, nothing reaches a cell that acts on a terminal, and the file is always a ledger.

use std::collections::VecDeque;
use std::fs;

use ratatui::crossterm::event::{MouseButton, MouseEventKind};
use taizhang::store::parse;
use taizhang::view::Glyphs;

use crate::screens::{EVERY_SCREEN, UNUSUAL, check_cells};
use crate::support::{CHINESE, ENGLISH, Walk, shipped};

/// How many ways are gone through each ledger, and how far. More of them are for whoever hunts a fault.
const SEEDS: u64 = 5;
const STEPS: usize = 70;

/// Stands at the end of the file; nobody edits it.
const REMARK: &str = "# 谁也不改这一行";

/// What is typed: every key that does something somewhere, and text.
const KEYS: &[&str] = &[
    "<Up>",
    "<Down>",
    "<Left>",
    "<Right>",
    "<PgUp>",
    "<PgDn>",
    "<Home>",
    "<End>",
    "<Enter>",
    "<Enter>",
    "<Enter>",
    "<Esc>",
    "<Esc>",
    "<Tab>",
    "<S-Tab>",
    "<BS>",
    "<Del>",
    "<Insert>",
    "<F1>",
    "<F2>",
    "<F2>",
    "<F3>",
    "<F4>",
    "<F5>",
    "<F6>",
    "<F7>",
    "<F8>",
    "<F9>",
    "<F10>",
    "<F11>",
    "<F12>",
    "<S-Up>",
    "<S-Down>",
    "<S-Left>",
    "<S-Right>",
    "<S-Home>",
    "<S-End>",
    "<C-a>",
    "<C-c>",
    "<C-d>",
    "<C-e>",
    "<C-f>",
    "<C-g>",
    "<C-k>",
    "<C-l>",
    "<C-n>",
    "<C-o>",
    "<C-o>",
    "<C-p>",
    "<C-q>",
    "<C-r>",
    "<C-s>",
    "<C-s>",
    "<C-t>",
    "<C-u>",
    "<C-w>",
    "<C-x>",
    "<C-y>",
    "<C-z>",
    "j",
    "k",
    "z",
    "/",
    "f",
    "o",
    "e",
    "a",
    "E",
    "m",
    "M",
    "d",
    "u",
    "U",
    "y",
    "x",
    "s",
    "p",
    "b",
    ":",
    "?",
    "T",
    "R",
    "n",
    "N",
    "[",
    "]",
    "c",
    "r",
    "t",
    "q",
    "J",
    "K",
    "0",
    "1",
    "2",
    "3",
    "-",
    ".",
    " ",
    "，",
    "一",
    "项",
    "3",
    "8月底前",
    "2025-08-31",
    "市",
];

const PASTES: &[&str] = &[
    "",
    "\n\n",
    "\u{1b}[31m\u{202e}\u{7}\t\r\n\"\"\"''''\\",
    "上半年，全市已开工48户，完工30户。",
    "👨‍👩‍👧e\u{301}\u{2028}\u{85}",
    "状态:滞后 is:starred !\" sort:behind",
];

/// Numbers that are the same in every run of a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % limit
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn size(&mut self) -> (u16, u16) {
        let mut side = |usual: u16| match self.below(4) {
            0 => u16::try_from(1 + self.below(8)).unwrap(),
            1 | 2 => u16::try_from(1 + self.below(45)).unwrap(),
            _ => usual,
        };
        (side(120), side(36))
    }

    fn gesture(&mut self) -> MouseEventKind {
        let left = MouseButton::Left;
        self.of(&[
            MouseEventKind::Down(left),
            MouseEventKind::Down(left),
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::Down(MouseButton::Middle),
            MouseEventKind::Drag(left),
            MouseEventKind::Up(left),
            MouseEventKind::ScrollDown,
            MouseEventKind::ScrollUp,
            MouseEventKind::ScrollLeft,
            MouseEventKind::Moved,
        ])
    }
}

/// One step of nobody's way; what it was.
fn step(walk: &mut Walk, chance: &mut Chance, (cols, rows): &mut (u16, u16)) -> String {
    match chance.below(20) {
        0 => {
            (*cols, *rows) = chance.size();
            walk.resize(*cols, *rows);
            format!("size {cols}x{rows}")
        }
        1 => {
            let text = chance.of(PASTES);
            walk.paste(text);
            format!("paste {text:?}")
        }
        2 => {
            walk.pause();
            "pause".to_owned()
        }
        3 if chance.below(2) == 0 => {
            // The doors take their time, or answer at last.
            if walk.held.is_some() {
                walk.answer();
                walk.held = None;
            } else {
                walk.held = Some(VecDeque::new());
            }
            "the doors".to_owned()
        }
        3 if chance.below(4) == 0 => {
            let text = walk.text();
            let other = text.replacen("完成", "办完", 3).replace("一\"", "一一\"");
            fs::write(walk.path(), other).unwrap();
            if chance.below(2) == 0 {
                walk.notice_change();
            }
            "somebody else".to_owned()
        }
        4..8 => {
            // Also beyond the edges: the window may have shrunk since.
            let (col, row) = (chance.below(130), chance.below(40));
            let within = chance.below(8) > 0;
            let at = |place: usize, size: u16| {
                let place = u16::try_from(place).unwrap();
                if within { place % size } else { place }
            };
            let (kind, cell) = (chance.gesture(), (at(col, *cols), at(row, *rows)));
            walk.mouse(kind, cell);
            format!("{kind:?} at {cell:?}")
        }
        _ => {
            let keys = chance.of(KEYS);
            walk.keys(keys);
            keys.to_owned()
        }
    }
}

#[expect(
    clippy::print_stdout,
    reason = "a test that fails shows the way it went"
)]
fn wander(text: &str, seed: u64) {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut size = (120, 36);
    let mut walk = Walk::of(&format!("{text}\n{REMARK}"), size.0, size.1);
    walk.look = chance.of(&[CHINESE, ENGLISH]);
    walk.look.glyphs = chance.of(&[Glyphs::Blocks, Glyphs::Neutral, Glyphs::AsciiWide]);
    walk.keys(chance.of(EVERY_SCREEN));
    for _ in 0..STEPS {
        println!("{seed}: {}", step(&mut walk, &mut chance, &mut size));
        check_cells(&mut walk, size.0, size.1);
    }
    walk.answer();
    let text = walk.text();
    let ledger =
        parse(&text).unwrap_or_else(|problems| panic!("seed {seed}: {problems:?}\n{text}"));
    assert!(text.ends_with(REMARK), "seed {seed}: {text}");
    walk.keys("<Esc>").notice_change();
    let shown = walk.app.ledger();
    assert_eq!(shown.items.len(), ledger.items.len(), "seed {seed}");
}

#[test]
fn nobodys_way_never_breaks_anything() {
    let shipped = fs::read_to_string(shipped()).unwrap();
    for seed in 0..SEEDS {
        wander(&shipped, seed);
        wander(UNUSUAL, seed);
    }
}

/// Screens that stand over others, or that only a quarrel about the file leads to.
const MORE_SCREENS: &[&str] = &[
    "<F5><F9>",
    "<F5>y<Down>",
    "<F5><F1>",
    "<C-o>一<F1>",
    "<F2>一<F9>",
    "<F7><F1>",
    "/一<F9>",
    "<F7>一<F9>",
    "c<F9>",
    "<F4><F9>",
    "<C-g><F9>",
    "<C-g><F1>",
    "1<F9>",
];

/// Every screen there is.
fn screens(text: &str) -> impl Iterator<Item = (String, Walk)> {
    let keys = EVERY_SCREEN.iter().chain(MORE_SCREENS);
    let plain = keys.map(move |keys| {
        let mut walk = Walk::of(text, 120, 36);
        walk.keys(keys);
        ((*keys).to_owned(), walk)
    });
    let quarrels = ["", "<F9>", "<F1>"].map(move |keys| {
        let mut walk = Walk::of(text, 120, 36);
        walk.keys("<F2>一");
        let other = walk
            .text()
            .replacen("progress = \"\"", "progress = \"二\"", 1);
        let other = other.replacen("8587.33亿元，同比", "8587.34亿元，同比", 1);
        fs::write(walk.path(), other).unwrap();
        walk.keys("<C-s>").keys(keys);
        (format!("quarrel {keys}"), walk)
    });
    plain.chain(quarrels)
}

#[test]
fn the_smallest_windows_hold_every_screen_and_the_mouse() {
    for (_, mut walk) in screens(UNUSUAL) {
        for (cols, rows) in [
            (1, 1),
            (2, 1),
            (1, 3),
            (3, 2),
            (5, 5),
            (8, 4),
            (9, 4),
            (7, 8),
        ] {
            walk.resize(cols, rows);
            walk.mouse(
                MouseEventKind::Drag(MouseButton::Left),
                (cols - 1, rows - 1),
            );
            walk.mouse(MouseEventKind::ScrollDown, (cols / 2, rows / 2));
            check_cells(&mut walk, cols, rows);
        }
    }
}

/// The items whose notes are not what they were.
fn changed(walk: &Walk, before: &str) -> usize {
    let (old, new) = (parse(before).unwrap(), parse(&walk.text()).unwrap());
    let pairs = old.items.iter().zip(&new.items);
    pairs
        .filter(|(old, new)| old.progress != new.progress)
        .count()
}

#[test]
fn undo_waits_for_what_is_being_saved() {
    let mut walk = Walk::shipped(120, 36);
    let before = walk.text();
    walk.keys("1<Enter><F2>甲<C-s><Esc>2<Enter><F2>乙<C-s><Esc>");
    assert_eq!(changed(&walk, &before), 2);
    walk.held = Some(VecDeque::new());
    walk.keys("uu").answer();
    assert_eq!(walk.text(), before, "{}", walk.screen());
    walk.keys("UU").answer();
    assert_eq!(changed(&walk, &before), 2);
}

#[test]
fn undo_takes_back_the_order_just_marked_and_not_what_was_before_it() {
    let mut walk = Walk::of(crate::orders::LEDGER, 80, 24);
    walk.keys("<F2>甲<C-s><Esc>");
    let before = walk.text();
    walk.keys("<C-g>");
    walk.held = Some(VecDeque::new());
    walk.keys(" ");
    assert_ne!(walk.text(), before);
    walk.keys("<C-z>").answer();
    assert_eq!(walk.text(), before, "{}", walk.screen());
}
