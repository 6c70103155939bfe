//! How much the program writes to the terminal, and what it does while nobody does anything.

use std::fs;
use std::time::Duration;

use crate::pseudo_terminal::Window;

/// How long nothing happens.
const IDLE: Duration = Duration::from_millis(700);

/// The time the program has had on the processor, in clock ticks, and how often it gave the processor up by itself.
#[cfg(target_os = "linux")]
fn work(window: &Window) -> (u64, u64) {
    let id = window.child.process_id().unwrap();
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let behind_name = stat.rsplit(')').next().unwrap();
    let field = |at: usize| -> u64 {
        behind_name
            .split_whitespace()
            .nth(at)
            .unwrap()
            .parse()
            .unwrap()
    };
    let switches = fs::read_dir(format!("/proc/{id}/task"))
        .unwrap()
        .map(|task| {
            let status =
                fs::read_to_string(task.unwrap().path().join("status")).unwrap_or_default();
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            line.and_then(|count| count.trim().parse::<u64>().ok())
                .unwrap_or(0)
        });
    (field(11) + field(12), switches.sum())
}

#[cfg(target_os = "linux")]
#[track_caller]
fn check_idle(keys: &str, expected: &str) {
    let mut window = Window::open(120, 36);
    window.wait_for("1/44");
    window.type_in(keys);
    window.wait_for(expected);
    window.take_all(IDLE);
    let (bytes, before) = (window.bytes.len(), work(&window));
    window.take_all(IDLE);
    let after = work(&window);
    assert_eq!(window.bytes.len(), bytes, "nothing is written");
    // A tick may fall on whatever the machine does to a sleeping process.
    assert!(after.0 - before.0 <= 1, "no processor time is used");
    // Whoever looks ten times a second wakes seven times here.
    assert!(after.1 - before.1 <= 6, "{before:?} {after:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn idle_is_idle() {
    check_idle("", "1/44");
}

/// The time of an item is known only once it is over: no clock runs meanwhile.
#[cfg(target_os = "linux")]
#[test]
fn a_presentation_is_idle_too() {
    check_idle("p ", "第1项用时0分");
}

/// Whoever hesitates over a number is told once where it leads, and then nothing wakes the program.
#[cfg(target_os = "linux")]
#[test]
fn a_number_half_typed_is_idle_too() {
    check_idle("2", "另有 20");
}

#[test]
fn a_key_writes_what_changed_and_no_more() {
    let mut window = Window::open(120, 36);
    window.wait_for("1/44");
    window.take_all(IDLE);
    let whole = window.bytes.len();
    let mut cost = |keys: &str, expected: &str| {
        let before = window.bytes.len();
        window.type_in(keys);
        window.wait_for(expected);
        window.take_all(IDLE);
        window.bytes.len() - before
    };
    let into_search = cost("/", "Enter 保留");
    assert!(into_search < 1_000, "the bar and the keys: {into_search}");
    let scope = cost("\t", "/ 事项");
    assert!(scope < 400, "one word: {scope}");
    let leave = cost("\u{1B}", "Enter 打开");
    assert!(leave < 1_000, "{leave}");
    assert!(whole > 3_000, "a whole picture is more: {whole}");
}
