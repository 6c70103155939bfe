//! Themes: chosen on the command line, by the surroundings, and by a key.

use std::fs;
use std::process::Command;

use portable_pty::CommandBuilder;
use taizhang::app::{Mode, ThemeName};
use taizhang::view::{Abilities, Depth, Theme};

use crate::pseudo_terminal::{Window, binary};
use crate::styles::styled_row;
use crate::support::{ENGLISH, Walk, shipped};

#[test]
fn a_key_goes_round_the_themes_and_names_them() {
    let mut walk = Walk::shipped(80, 24);
    let abilities = Abilities {
        depth: Depth::Full,
        ..Abilities::ORDINARY
    };
    walk.look.theme = Theme::new(ThemeName::Terminal, abilities);
    let mut seen = Vec::new();
    for name in ["深色", "浅色", "高对比", "色觉友好", "单色", "终端自带"] {
        let screen = walk.keys("T").screen();
        assert!(screen.contains(&format!(" 配色：{name}")), "{screen}");
        seen.push(styled_row(&walk.buffer(), 0));
    }
    let last = seen[5].clone();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6, "each looks different: {seen:#?}");
    assert_eq!(walk.app.theme(), ThemeName::Terminal);
    assert_eq!(styled_row(&Walk::shipped(80, 24).buffer(), 0), last);
    walk.keys("T");
    assert_eq!(walk.app.theme(), ThemeName::Dark, "through an input method");
    walk.look = ENGLISH;
    let screen = walk.keys("T").screen();
    assert!(
        screen.contains(" Colours: dark on light (light)"),
        "{screen}"
    );
}

#[test]
fn digits_typed_before_are_forgotten() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("2T6<Enter>");
    assert_eq!(walk.number(), 6);
}

#[test]
fn a_presentation_changes_its_colours_and_goes_on() {
    let mut walk = Walk::shipped(120, 36);
    let screen = walk.keys("26<Enter><F5>TTT").screen();
    assert!(matches!(walk.app.mode(), Mode::Present(_)));
    assert!(screen.contains(" 配色：高对比（投影）"), "{screen}");
    walk.keys("T");
    assert_eq!(walk.app.theme(), ThemeName::Safe);
    walk.keys("bT");
    assert_eq!(
        walk.app.theme(),
        ThemeName::Safe,
        "a key only wakes the screen"
    );
    walk.keys("<Esc>");
    assert_eq!((walk.number(), walk.app.theme()), (26, ThemeName::Safe));
}

#[test]
fn nothing_moves_when_the_theme_changes() {
    for (cols, rows) in [(120, 36), (80, 24), (40, 10), (20, 5)] {
        for keys in ["26<Enter>", "/海运<Enter>", "<F4>", "<F2>新<Esc>", "<F5>"] {
            let mut walk = Walk::shipped(cols, rows);
            let screen = walk.keys(keys).screen();
            for theme in ThemeName::ALL {
                walk.app.choose_theme(theme);
                assert_eq!(walk.screen(), screen, "{theme:?} {keys} {cols}x{rows}");
            }
        }
    }
}

#[test]
fn only_the_themes_name_colours() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.to_string_lossy().contains("theme") {
                let text = fs::read_to_string(&path).unwrap();
                // Whether a cell has any colour may be asked.
                let text = text.replace("Color::Reset", "");
                assert!(!text.contains("Color::"), "{}", path.display());
            }
        }
    }
}

/// Opens the program with these variables and options.
fn open(variables: &[&str], options: &[&str]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let mut command = CommandBuilder::new("env");
    command.args([
        "-u",
        "COLORTERM",
        "-u",
        "COLORFGBG",
        "-u",
        "NO_COLOR",
        "-u",
        "TMUX",
    ]);
    command.args(variables);
    command.arg(binary());
    command.args(options);
    command.cwd(folder.path());
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("1/44");
    window
}

/// What is written until the program ends.
fn written(mut window: Window) -> String {
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    String::from_utf8(window.bytes).unwrap()
}

#[test]
#[cfg(unix)]
fn the_terminal_gets_the_colours_that_it_can_show() {
    const GROUND: &str = "48;2;28;32;40";
    let dark = ["--theme", "dark"];
    let full = written(open(&["COLORTERM=truecolor"], &dark));
    assert!(full.contains(GROUND));
    let indexed = written(open(&["TERM=xterm-256color"], &dark));
    assert!(!indexed.contains("48;2;") && indexed.contains("48;5;235"));
    let sixteen = written(open(&["TERM=xterm"], &["--theme=dark"]));
    assert!(!sixteen.contains("48;2;") && sixteen.contains("48;5;0"));
    let own = written(open(&["COLORTERM=truecolor"], &[]));
    assert!(!own.contains("48;") && own.contains("38;5;6"), "cyan");
}

#[test]
#[cfg(unix)]
fn no_colours_where_they_are_not_wanted_or_not_there() {
    for variable in ["NO_COLOR=1", "TERM=dumb", "TERM=vt100"] {
        let bytes = written(open(&[variable, "COLORTERM=truecolor"], &[]));
        assert!(
            !bytes.contains("38;") && !bytes.contains("48;"),
            "{variable}"
        );
        assert!(bytes.contains("\u{1B}[7m"), "reversed");
    }
    let empty = written(open(&["NO_COLOR="], &[]));
    assert!(
        empty.contains("38;5;6"),
        "an empty NO_COLOR asks for nothing"
    );
}

#[test]
#[cfg(unix)]
fn what_is_asked_for_holds_over_the_surroundings() {
    let asked = written(open(
        &["NO_COLOR=1", "COLORTERM=24bit"],
        &["--theme", "light"],
    ));
    assert!(asked.contains("48;2;255;255;255"));
    let mut window = open(&["NO_COLOR=1", "COLORTERM=24bit"], &[]);
    window.type_in("T");
    window.wait_for("配色：终端自带");
    window.type_in("T");
    window.wait_for("配色：深色");
    assert!(written(window).contains("48;2;28;32;40"));
}

#[test]
#[cfg(unix)]
fn nothing_is_dim_on_the_console() {
    let dim = "\u{1B}[2m";
    assert!(!written(open(&["TERM=linux"], &[])).contains(dim));
    assert!(written(open(&["TERM=xterm"], &[])).contains(dim));
}

#[test]
fn an_unknown_theme_is_told_with_the_known_ones() {
    let output = Command::new(binary())
        .args(["--theme", "solarized"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    for name in ThemeName::ALL.map(ThemeName::name) {
        assert!(error.contains(name), "{name} in {error}");
    }
    assert!(error.contains("solarized"), "{error}");
    for language in ["zh", "en"] {
        let help = Command::new(binary())
            .args(["--help", "--lang", language])
            .output()
            .unwrap();
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        assert!(help.contains("--theme <NAME>") && help.contains("contrast"));
    }
    let ledger = shipped();
    let listed = Command::new(binary())
        .args(["list", ledger.to_str().unwrap(), "--theme", "dark"])
        .output();
    assert_eq!(
        listed.unwrap().status.code(),
        Some(0),
        "anywhere on the line"
    );
}
