//! The sets of signs that bars are drawn with, on whole screens and from the command line.

use std::fs;
use std::process::Command;

use insta::assert_snapshot;
use portable_pty::CommandBuilder;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use taizhang::view::{Glyphs, loading};

use crate::pseudo_terminal::{Window, binary};
use crate::support::{CHINESE, Walk, shipped, text_of};

fn walk(glyphs: Glyphs, cols: u16, rows: u16) -> Walk {
    let mut walk = Walk::shipped(cols, rows);
    walk.look.glyphs = glyphs;
    walk
}

#[test]
fn a_screen_in_ascii() {
    let screen = walk(Glyphs::Ascii, 120, 36).keys("14<Enter>").screen();
    assert_snapshot!("bars_in_ascii-120x36", screen);
}

#[test]
fn a_screen_in_neutral_signs() {
    let screen = walk(Glyphs::Neutral, 120, 36).keys("14<Enter>").screen();
    assert_snapshot!("bars_in_neutral_signs-120x36", screen);
}

#[test]
fn no_screen_mixes_the_sets() {
    let blocks = "█▏▎▍▌▋▊▉┃░";
    let neutral = "⣿⡇░✓【】";
    for (glyphs, foreign, own) in [
        (Glyphs::Blocks, "⣿⡇#", "█"),
        (Glyphs::Neutral, "█▏▎▍▌▋▊▉┃#", "⣿"),
        (Glyphs::Ascii, &format!("{blocks}{neutral}"), "#"),
    ] {
        // List and gauges; strip; the item; the gauges alone; the summary; the presentation.
        for (cols, rows, keys) in [
            (120, 36, "4<Enter>"),
            (120, 36, "14<Enter><Tab><Tab>"),
            (80, 24, "34<Enter>"),
            (60, 20, "26<Enter>"),
            (20, 5, "26<Enter>"),
            (80, 24, "30<Enter><Enter>"),
            (80, 24, "<F4>"),
            (120, 36, "43<Enter><F5>"),
        ] {
            let screen = walk(glyphs, cols, rows).keys(keys).screen();
            let strangers: Vec<char> = screen.chars().filter(|&c| foreign.contains(c)).collect();
            assert_eq!(strangers, [], "{glyphs:?} at {cols}x{rows}:\n{screen}");
            assert!(cols < 60 || screen.contains(own), "{screen}");
        }
    }
}

#[test]
fn the_bar_of_a_ledger_that_is_read_is_of_the_set_too() {
    let mut look = CHINESE;
    for (glyphs, bar) in [
        (Glyphs::Blocks, "████░░░░"),
        (Glyphs::Neutral, "⣿⣿⣿⣿░░░░"),
        (Glyphs::Ascii, "####----"),
    ] {
        look.glyphs = glyphs;
        let mut terminal = Terminal::new(TestBackend::new(12, 5)).unwrap();
        terminal
            .draw(|frame| loading::draw("甲", Some(50), look, frame))
            .unwrap();
        let screen = text_of(terminal.backend().buffer());
        assert!(screen.contains(bar), "{screen}");
    }
}

/// Opens the program at a terminal with these options: its bars are of this sign and no other.
fn check_options(options: &[&str], sign: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.args(options);
    let mut window = Window::start(command, folder, 120, 36);
    window.wait_for("1/44");
    window.wait_for("全市生产总值");
    let screen = window.parser.screen().contents();
    for other in ["█", "⣿", "#"] {
        let is_there = screen.contains(other);
        assert_eq!(is_there, other == sign, "{options:?}: {other}\n{screen}");
    }
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}

#[test]
fn the_signs_are_chosen_on_the_command_line() {
    check_options(&[], "█");
    check_options(&["--ambiguous", "auto"], "█");
    check_options(&["--ambiguous=narrow"], "█");
    check_options(&["--ambiguous", "wide"], "⣿");
    check_options(&["--ascii"], "#");
    check_options(&["--ascii", "--ambiguous", "wide"], "#");
}

#[test]
fn the_options_are_in_the_help_and_nothing_else_is_taken() {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(binary());
        command.args(arguments).env("LC_ALL", "C.UTF-8");
        command.env_remove("LANG").output().unwrap()
    };
    for (language, words) in [("zh", "只用ASCII字符"), ("en", "ASCII characters only")] {
        let help = run(&["--help", "--lang", language]);
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        let has_all = ["--ascii", "--ambiguous", words].map(|part| help.contains(part));
        assert_eq!(has_all, [true; 3], "{help}");
    }
    assert_eq!(run(&["--ambiguous", "broad"]).status.code(), Some(2));
    let ledger = shipped();
    let listed = ["list", ledger.to_str().unwrap(), "--ascii"];
    assert_eq!(run(&listed).status.code(), Some(0), "anywhere on the line");
}

/// A ledger of one item with two measures: this one, and one that is half done.
fn measured(actual: &str, as_of: &str) -> String {
    let measure = |name: &str, actual: &str| {
        format!(
            "[[item.indicator]]\nname = \"{name}\"\nkind = \"amount\"\ntarget = 10000\nunit = \"件\"\nactual = {actual}\n"
        )
    };
    let (one, other) = (measure("甲", actual), measure("乙", "5000"));
    format!(
        "schema = 1\n[ledger]\ntitle = \"条\"\nyear = 2025\nas_of = {as_of}\n[[item]]\nid = 1\ntitle = \"甲\"\nprogress = \"乙\"\n{one}{other}"
    )
}

/// What is said under the bars of a screen, and what stands in the bar above each `^`.
fn axis(walk: &mut Walk) -> Option<(String, Vec<String>)> {
    let buffer = walk.buffer();
    let cells: Vec<(u16, u16)> = (0..buffer.area.height)
        .flat_map(|y| (0..buffer.area.width).map(move |x| (x, y)))
        .filter(|&(x, y)| buffer[(x, y)].symbol() == "^")
        .collect();
    let (_, y) = *cells.first()?;
    let above = cells
        .iter()
        .map(|&(x, y)| buffer[(x, y - 1)].symbol().to_owned());
    let row = walk
        .screen()
        .lines()
        .nth(usize::from(y))
        .unwrap()
        .to_owned();
    Some((row, above.collect()))
}

#[test]
fn a_full_bar_keeps_its_line_and_the_labels_under_it() {
    let cases = [
        ("2025-06-30", "序时50.0%"),
        ("2025-11-30", "序时91.7%"),
        ("2025-12-31", "序时100.0%"),
    ];
    for (as_of, line) in cases {
        for actual in [
            "0", "4999", "9999", "10000", "10004", "10010", "11300", "13000", "90000",
        ] {
            for keys in ["", "<Tab><Tab>z", "<F5>"] {
                for (cols, rows) in [(120, 36), (100, 24), (80, 24), (60, 20), (44, 18)] {
                    let mut walk = Walk::of(&measured(actual, as_of), cols, rows);
                    walk.keys(keys);
                    let Some((row, above)) = axis(&mut walk) else {
                        // Where there is no room for an axis there is none.
                        assert!(cols <= 80 && keys != "<F5>", "{}", walk.screen());
                        continue;
                    };
                    let about =
                        format!("{as_of} {actual} {keys} {cols}x{rows}:\n{}", walk.screen());
                    let is_beyond = ["10010", "11300", "13000", "90000"].contains(&actual);
                    let marks = if is_beyond {
                        &["│", "┃"][..]
                    } else {
                        &["│"]
                    };
                    assert_eq!(above, marks, "{about}");
                    assert!(row.contains("目标100%"), "{about}");
                    // Of nine times the target the whole way to it is five cells.
                    assert!(row.contains(line) || actual == "90000", "{about}");
                }
            }
        }
    }
}
