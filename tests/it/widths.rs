//! Terminals that draw characters of ambiguous width two columns wide, and screens in ASCII.

use std::collections::HashSet;
use std::fs;

use insta::assert_snapshot;
use portable_pty::CommandBuilder;
use ratatui::buffer::{Buffer, CellWidth};
use taizhang::view::Glyphs;
use unicode_width::UnicodeWidthStr;

use crate::pseudo_terminal::{Window, binary};
use crate::screens::{EVERY_SCREEN, UNUSUAL};
use crate::support::{Walk, shipped};

/// Windows of every shape.
const SIZES: [(u16, u16); 16] = [
    (1, 1),
    (2, 5),
    (7, 3),
    (20, 5),
    (21, 6),
    (33, 9),
    (40, 10),
    (57, 12),
    (60, 20),
    (75, 19),
    (76, 23),
    (80, 24),
    (81, 24),
    (101, 30),
    (120, 36),
    (135, 40),
];

/// What a terminal with wide ambiguous characters makes of a picture: every glyph takes the columns that the picture
/// gives it, what stands behind it there is blank, and the row ends where the window does.
#[track_caller]
fn check_rows(buffer: &Buffer, is_wide: bool, about: &str) {
    let cols = usize::from(buffer.area.width);
    for row in buffer.content.chunks(cols) {
        let mut x = 0;
        while x < cols {
            let cell = &row[x];
            let drawn = if is_wide {
                cell.symbol().width_cjk()
            } else {
                cell.symbol().width()
            };
            let meant = usize::from(cell.cell_width());
            assert_eq!(drawn, meant, "{:?} {about}", cell.symbol());
            let behind = row.get(x + 1..x + drawn);
            let behind = behind.unwrap_or_else(|| panic!("{:?} {about}", cell.symbol()));
            assert!(behind.iter().all(|cell| cell.symbol() == " "), "{about}");
            x += drawn;
        }
    }
}

/// Looks at every screen in windows of every shape.
fn every_screen(text: &str, glyphs: Glyphs, check: impl Fn(&Buffer, &str)) {
    for keys in EVERY_SCREEN {
        let mut walk = Walk::of(text, 120, 36);
        walk.look.glyphs = glyphs;
        walk.keys(keys);
        for (cols, rows) in SIZES {
            walk.resize(cols, rows);
            let about = format!("{glyphs:?} {keys:?} at {cols}x{rows}:\n{}", walk.screen());
            check(&walk.buffer(), &about);
            if let Some((x, y)) = walk.cursor() {
                assert!(x < cols && y < rows, "{about}");
            }
        }
    }
}

#[test]
fn every_row_is_whole_on_a_wide_terminal() {
    for text in [fs::read_to_string(shipped()).unwrap(), UNUSUAL.to_owned()] {
        every_screen(&text, Glyphs::Neutral, |buffer, about| {
            check_rows(buffer, true, about);
            let drawn = |cell: &ratatui::buffer::Cell| {
                let foreign = "─│┌┐└┘█▏┃›‹▴▾▸↑↓←";
                cell.symbol().chars().any(|c| foreign.contains(c))
            };
            assert!(!buffer.content.iter().any(drawn), "{about}");
        });
    }
}

#[test]
fn every_screen_in_ascii_has_only_han_text_beside() {
    for text in [fs::read_to_string(shipped()).unwrap(), UNUSUAL.to_owned()] {
        let substituted: HashSet<char> = "─│┌┐└┘›‹▴▾▸→←↑↓≥≤±×✓·…—“”‘’»«".chars().collect();
        let of_ledger: HashSet<char> = text.chars().filter(|c| !substituted.contains(c)).collect();
        let is_text = |c: char| {
            c.is_ascii()
                || matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
                || of_ledger.contains(&c)
                // A mark on a letter of the unusual ledger.
                || c == '\u{301}'
        };
        for glyphs in [Glyphs::Ascii, Glyphs::AsciiWide] {
            every_screen(&text, glyphs, |buffer, about| {
                check_rows(buffer, glyphs == Glyphs::AsciiWide, about);
                let mut drawn = buffer.content.iter().flat_map(|cell| cell.symbol().chars());
                let stranger = drawn.find(|&c| !is_text(c));
                assert_eq!(stranger, None, "{about}");
            });
        }
    }
}

#[test]
fn the_caret_stands_behind_what_was_typed_on_a_wide_terminal() {
    let mut walk = Walk::shipped(80, 24);
    walk.look.glyphs = Glyphs::Neutral;
    walk.keys("26<Enter><F2><C-a>“甲”—");
    let (x, _) = walk.cursor().unwrap();
    let screen = walk.screen();
    assert!(screen.contains("“甲”—"), "{screen}");
    assert_eq!(x, 1 + 2 + 2 + 2 + 2, "{screen}");
    walk.keys("<Esc><Right><Enter>/“”");
    let (x, _) = walk.cursor().unwrap();
    walk.keys("<BS>");
    assert_eq!(walk.cursor().unwrap().0, x - 2);
    walk.keys("<Enter><C-s>“");
    let (x, _) = walk.cursor().unwrap();
    walk.keys("“");
    assert_eq!(walk.cursor().unwrap().0, x + 2, "{}", walk.screen());
}

#[test]
fn a_dialog_leaves_no_half_of_what_is_behind_it() {
    // Han text behind both edges of the box, whose left and right columns fall into the middle of a glyph.
    let text = fs::read_to_string(shipped()).unwrap();
    for glyphs in [Glyphs::Blocks, Glyphs::Neutral] {
        let mut walk = Walk::of(&text, 80, 24);
        walk.look.glyphs = glyphs;
        walk.keys("<F2>一<Esc>");
        for cols in 40..90 {
            walk.resize(cols, 24);
            check_rows(&walk.buffer(), glyphs == Glyphs::Neutral, &walk.screen());
        }
    }
}

#[test]
fn long_titles_end_in_an_ellipsis() {
    let long = "甲“乙”".repeat(60);
    let text = format!(
        "schema = 1\n[ledger]\ntitle = \"{long}\"\n[[item]]\nid = \"{long}\"\ntitle = \"{long}\"\nprogress = \"丙\"\nlead = \"{long}\"\n"
    );
    for (glyphs, ellipsis) in [
        (Glyphs::Blocks, "…"),
        (Glyphs::Neutral, ".."),
        (Glyphs::Ascii, ".."),
    ] {
        for keys in ["", "<F2>", "<F7>", "<F12>", "<F4>", "<F2>一<Esc>"] {
            let mut walk = Walk::of(&text, 60, 20);
            walk.look.glyphs = glyphs;
            let screen = walk.keys(keys).screen();
            assert!(screen.contains(ellipsis), "{keys}:\n{screen}");
            check_rows(&walk.buffer(), glyphs == Glyphs::Neutral, &screen);
        }
    }
}

#[test]
fn a_screen_on_a_wide_terminal() {
    let mut walk = Walk::shipped(80, 24);
    walk.look.glyphs = Glyphs::Neutral;
    assert_snapshot!("wide_terminal-80x24", walk.keys("35<Enter>").screen());
}

/// Opens the program on a terminal that says that `“` takes so many columns.
fn open_on(ambiguous_cols: Option<u16>, options: &[&str]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.args(options);
    let mut window = Window::start(command, folder, 120, 36);
    window.ambiguous_cols = ambiguous_cols;
    window
}

/// What the program drew on such a terminal.
fn screen_on(ambiguous_cols: Option<u16>, options: &[&str]) -> String {
    let mut window = open_on(ambiguous_cols, options);
    window.wait_for("1/44");
    window.wait_for("全市生产总值");
    let screen = window.parser.screen().contents();
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
    screen
}

#[test]
fn the_terminal_is_asked_how_wide_it_draws() {
    for (cols, options, border) in [
        (Some(1), &[][..], "┌─"),
        (Some(2), &[][..], "+-"),
        (None, &[][..], "┌─"),
        (Some(2), &["--ambiguous", "narrow"][..], "┌─"),
        (Some(1), &["--ambiguous", "wide"][..], "+-"),
        (Some(2), &["--ambiguous", "auto", "--ascii"][..], "+-"),
    ] {
        let screen = screen_on(cols, options);
        assert!(screen.contains(border), "{cols:?} {options:?}\n{screen}");
        let other = if border == "+-" { "┌─" } else { "+-" };
        assert!(!screen.contains(other), "{cols:?} {options:?}\n{screen}");
        let has_sample = screen.lines().next().unwrap().contains('“');
        assert!(!has_sample, "nothing is left of the question:\n{screen}");
    }
}

#[test]
fn nobody_is_asked_who_was_told_or_is_dumb() {
    let mut window = open_on(Some(2), &["--ambiguous=wide"]);
    window.wait_for("1/44");
    let asked = |window: &Window| String::from_utf8_lossy(&window.bytes).contains("\u{1B}[6n");
    assert!(!asked(&window));
    let mut window = open_on(Some(2), &[]);
    window.wait_for("1/44");
    assert!(asked(&window));
}

#[test]
fn keys_typed_while_the_terminal_is_asked_are_kept() {
    for cols in [Some(1), Some(2), None] {
        let mut window = open_on(None, &[]);
        window.wait_for_bytes(b"\x1B[c");
        window.type_in("26\r");
        window.ambiguous_cols = cols;
        window.wait_for("26/44");
        window.type_in("q");
        assert_eq!(window.wait_for_end(), 0);
    }
}

#[test]
fn a_terminal_that_answers_nothing_is_not_waited_for_long() {
    let mut window = open_on(None, &[]);
    window.wait_for("1/44");
    // The question for the cursor would be waited for two seconds.
    let is_asked = String::from_utf8_lossy(&window.bytes).contains("\u{1B}[6n");
    assert!(!is_asked);
}
