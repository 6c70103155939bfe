//! The terminal is asked for its background, and no key is lost or made up by that.

use std::fs;

use portable_pty::{CommandBuilder, PtySize};
use tempfile::TempDir;

use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

const QUESTION: &str = "\u{1B}]11;?\u{1B}\\";
const DARK: &str = "\u{1B}]11;rgb:1d1d/1f1f/2121\u{1B}\\";
const LIGHT: &str = "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{7}";
const ATTRIBUTES: &str = "\u{1B}[?62;22c";
const CURSOR: &str = "\u{1B}[2;2R";

/// Starts the program with these variables and options; the terminal answers by itself only when it is told to.
fn start(variables: &[&str], options: &[&str]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    start_in(folder, variables, options)
}

fn start_in(folder: TempDir, variables: &[&str], options: &[&str]) -> Window {
    let mut command = CommandBuilder::new("env");
    for name in ["COLORTERM", "COLORFGBG", "NO_COLOR", "TMUX", "STY"] {
        command.args(["-u", name]);
    }
    command.args(variables);
    command.arg(binary());
    command.args(options);
    command.cwd(folder.path());
    let mut window = Window::start(command, folder, 80, 24);
    window.ambiguous_cols = None;
    window
}

fn said(window: &Window) -> String {
    String::from_utf8_lossy(&window.bytes).into_owned()
}

/// Whether something was drawn in this one of the sixteen.
fn has_colour(window: &Window, number: u8) -> bool {
    let said = said(window);
    [';', 'm'].map(|after| said.contains(&format!("38;5;{number}{after}"))) != [false; 2]
}

/// Whether the picture is one for a light background: blue instead of cyan.
#[track_caller]
fn is_light(window: &mut Window) -> bool {
    window.wait_for("1/44");
    window.wait_for("全市生产总值");
    let (blue, cyan) = (has_colour(window, 4), has_colour(window, 6));
    assert_ne!(blue, cyan, "one of the two");
    blue
}

#[track_caller]
fn leave(mut window: Window) {
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.check_restored();
}

#[test]
fn the_background_decides_about_the_colours() {
    for (background, variable, expected) in [
        (DARK, "A=", false),
        (LIGHT, "A=", true),
        ("", "A=", false),
        // What the terminal says counts more than a variable that may be of another window.
        (DARK, "COLORFGBG=0;15", false),
        (LIGHT, "COLORFGBG=15;0", true),
        ("", "COLORFGBG=0;15", true),
        ("\u{1B}]11;rgb:zz/1/2\u{7}", "A=", false),
    ] {
        let mut window = start(&[variable], &[]);
        (window.ambiguous_cols, window.background) = (Some(1), background);
        let about = format!("{background:?} {variable}");
        assert_eq!(is_light(&mut window), expected, "{about}");
        assert!(said(&window).contains(QUESTION));
        leave(window);
    }
}

#[test]
fn a_key_goes_round_to_the_theme_with_the_background_that_was_told() {
    let mut window = start(&[], &[]);
    (window.ambiguous_cols, window.background) = (Some(1), LIGHT);
    assert!(is_light(&mut window));
    for name in ["深色", "浅色", "高对比", "色觉友好", "单色", "终端自带"] {
        window.type_in("T");
        window.wait_for(&format!("配色：{name}"));
    }
    assert!(!has_colour(&window, 6));
    leave(window);
}

#[test]
fn only_where_it_matters_and_answers_come_in_order_it_is_asked() {
    for (variable, options, is_asked) in [
        ("A=", &["--ambiguous", "narrow"][..], true),
        ("A=", &["--theme", "terminal"][..], true),
        ("A=", &["--theme", "dark"][..], false),
        ("A=", &["--theme", "plain"][..], false),
        ("NO_COLOR=1", &[][..], false),
        ("TERM=dumb", &[][..], false),
        ("TERM=linux", &[][..], false),
        ("TERM=screen.xterm-256color", &[][..], false),
        ("STY=1.tty", &[][..], false),
    ] {
        let mut window = start(&[variable], options);
        (window.ambiguous_cols, window.background) = (Some(1), LIGHT);
        window.wait_for("1/44");
        let about = format!("{variable} {options:?}");
        assert_eq!(said(&window).contains(QUESTION), is_asked, "{about}");
        leave(window);
    }
}

#[test]
fn keys_typed_between_the_answers_arrive_once_and_in_order() {
    let mut window = start(&[], &[]);
    window.wait_for_bytes(b"\x1B[c");
    window.type_in("2");
    window.type_in(ATTRIBUTES);
    window.wait_for_bytes(QUESTION.as_bytes());
    // Answers and keys in parts that end anywhere.
    for part in ["6", "\u{1B}]11;rgb:fd", "fd/f6f6/e3", "e3\u{7}", "\r\u{1B}"] {
        window.type_in(part);
    }
    window.type_in("OB\u{1B}[2");
    window.type_in(&format!(";3R{ATTRIBUTES}/海"));
    window.type_in("运");
    window.wait_for("海运");
    window.wait_for("命中 1/");
    let screen = window.parser.screen().contents();
    assert!(screen.contains("+-"), "two columns wide:\n{screen}");
    assert!(has_colour(&window, 4), "a light background");
    window.type_in("\u{1B}");
    window.wait_for("27/44");
    leave(window);
}

#[test]
fn a_paste_during_the_questions_arrives_whole() {
    let mut window = start(&[], &[]);
    window.wait_for_bytes(b"\x1B[c");
    window.type_in(&format!("/{ATTRIBUTES}\u{1B}[200~海"));
    window.wait_for_bytes(QUESTION.as_bytes());
    window.type_in("运\u{1B}[201~");
    window.type_in(&format!("{DARK}{CURSOR}{ATTRIBUTES}"));
    window.wait_for("命中 1/");
    window.type_in("\r");
    leave(window);
}

#[test]
fn a_terminal_that_only_says_what_it_is_is_not_waited_for() {
    let mut window = start(&["COLORFGBG=0;15"], &[]);
    window.wait_for_bytes(b"\x1B[c");
    window.type_in(ATTRIBUTES);
    window.wait_for_bytes(QUESTION.as_bytes());
    window.type_in(&format!("26\r{ATTRIBUTES}"));
    window.wait_for("26/44");
    assert!(has_colour(&window, 4), "as the variable says");
    leave(window);
}

#[test]
fn nothing_is_asked_of_a_terminal_that_does_not_show_that_it_answers() {
    let mut window = start(&[], &[]);
    window.wait_for_bytes(b"\x1B[c");
    // A key is no answer.
    window.type_in("26\r");
    window.wait_for("26/44");
    assert!(!said(&window).contains(QUESTION));
    window.type_in(ATTRIBUTES);
    window.type_in("5\r");
    window.wait_for("5/44");
    leave(window);
}

/// The line stalls after the questions were put; there is a picture all the same.
fn stalled() -> Window {
    let mut window = start(&[], &[]);
    window.wait_for_bytes(b"\x1B[c");
    window.type_in(ATTRIBUTES);
    window.wait_for_bytes(QUESTION.as_bytes());
    window.wait_for("1/44");
    window
}

#[test]
fn an_answer_that_is_late_is_no_key() {
    let mut window = stalled();
    window.type_in("2");
    window.type_in("\u{1B}]11;rgb:1111/22");
    window.type_in(&format!("22/3333\u{1B}\\{CURSOR}6"));
    window.type_in(&format!("{ATTRIBUTES}\r"));
    window.wait_for("26/44");
    window.type_in("5\r");
    window.wait_for("5/44");
    leave(window);
}

#[test]
fn a_background_that_is_told_after_all_the_rest_is_no_key() {
    let mut window = start(&[], &[]);
    window.wait_for_bytes(b"\x1B[c");
    window.type_in(ATTRIBUTES);
    window.wait_for_bytes(QUESTION.as_bytes());
    window.type_in(&format!("{CURSOR}{ATTRIBUTES}"));
    window.wait_for("1/44");
    window.type_in("2");
    window.type_in("\u{1B}]11;rgb:11");
    window.type_in("11/2222/3333\u{7}6\r");
    window.wait_for("26/44");
    window.type_in("5\r");
    window.wait_for("5/44");
    leave(window);
}

#[test]
fn keys_and_sizes_are_taken_while_an_answer_is_late() {
    let mut window = stalled();
    window.type_in("26\r");
    window.wait_for("26/44");
    window.type_in("\u{1B}");
    let size = PtySize {
        rows: 30,
        cols: 120,
        pixel_width: 0,
        pixel_height: 0,
    };
    window.master.as_ref().unwrap().resize(size).unwrap();
    let cells = |count| std::num::NonZero::new(count).unwrap();
    window.parser.screen_mut().set_size(cells(30), cells(120));
    window.wait_for("┌─ 指标");
    window.type_in("\u{1B}[200~海运\u{1B}[201~");
    window.type_in("/海运");
    window.wait_for("命中 1/");
    window.type_in(&format!("{LIGHT}{CURSOR}{ATTRIBUTES}\r"));
    leave(window);
}

#[test]
fn what_was_typed_before_there_is_a_ledger_is_kept() {
    let mut window = start_in(tempfile::tempdir().unwrap(), &[], &[]);
    window.wait_for_bytes(b"\x1B[c");
    window.type_in(ATTRIBUTES);
    window.wait_for_bytes(QUESTION.as_bytes());
    window.type_in(&format!("{LIGHT}q{CURSOR}{ATTRIBUTES}"));
    assert_eq!(window.wait_for_end(), 0);
}

#[test]
fn the_report_tells_the_background() {
    for (background, expected) in [
        (DARK, "背景颜色: #1d1f21，深色"),
        (LIGHT, "背景颜色: #fdf6e3，浅色"),
        ("", "背景颜色: 没有问，或终端不回答"),
    ] {
        let mut window = start(&[], &["doctor"]);
        (window.ambiguous_cols, window.background) = (Some(1), background);
        assert_eq!(window.wait_for_end(), 0);
        let said = said(&window);
        assert!(said.contains(expected), "{said}");
    }
}
