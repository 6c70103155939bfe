//! The program is killed at every step of typing and saving: what it said is saved is in the file, what was on the disk
//! as a draft is offered, and never a text that is older than the file. Needs `strace`; where it is missing or may not
//! trace, the test says so and stops.
#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stderr,
    reason = "a skipped test says so, and the count of kills is worth a line"
)]

use std::fs;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

/// The calls before which the program is killed: of each the first and the last one, and the step between. A program that
/// only starts opens some files, too.
const CALLS: [(&str, usize, usize, usize); 7] = [
    ("fsync", 1, 12, 1),
    ("rename,renameat", 1, 4, 1),
    ("renameat2", 1, 3, 1),
    ("unlink,unlinkat", 1, 4, 1),
    ("fchmod", 1, 3, 1),
    ("openat", 90, 170, 8),
    ("write,writev,pwrite64", 18, 36, 3),
];

/// What the note begins with, and what is typed behind it, one after the other; each is saved before the next. The last
/// one is saved in the same moment.
const NOTE: &str = "上半年我市已新开通海运航线12条。";
const TYPED: [&str; 3] = ["甲乙", "丙丁", "戊己"];

#[derive(Default, Debug)]
struct Counts {
    kills: usize,
    offered: usize,
    saved: usize,
}

/// What was acknowledged until the program died.
#[derive(Default)]
struct Known {
    /// How many of the texts it said are saved.
    saved: usize,
    /// How many were on the disk, as drafts at least.
    kept: usize,
    has_died: bool,
}

fn can_trace() -> bool {
    let status = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

/// Whether a draft on the disk has this text; false also where the program ends first.
fn is_kept(window: &mut Window, text: &str) -> bool {
    let drafts = window.folder.path().join("state/taizhang/drafts");
    loop {
        let has_ended = window.child.try_wait().unwrap().is_some();
        let files = fs::read_dir(&drafts).into_iter().flatten().flatten();
        let mut drafts = files
            .map(|file| file.path())
            .filter(|file| file.extension().is_some_and(|it| it == "toml"))
            .filter_map(|file| fs::read_to_string(file).ok());
        if drafts.any(|draft| draft.contains(text)) {
            return true;
        }
        if has_ended {
            return false;
        }
        std::thread::yield_now();
    }
}

/// Types and saves until the program is killed before the call; tells what it had acknowledged.
fn type_until(call: &str, when: usize) -> (Window, Known) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let mut command = CommandBuilder::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e"]);
    command.arg(format!("trace={call}"));
    command.arg("-e");
    command.arg(format!("inject={call}:signal=KILL:when={when}"));
    command.arg(binary());
    command.cwd(folder.path());
    let mut window = Window::start(command, folder, 80, 24);
    let mut known = Known::default();
    known.has_died = drive(&mut window, &mut known).is_none();
    if !known.has_died {
        window.type_in("q");
    }
    window.wait_for_end();
    (window, known)
}

/// `None` as soon as the program is gone.
fn drive(window: &mut Window, known: &mut Known) -> Option<()> {
    window.wait_for_any(&["1/44"])?;
    window.type_in("21\r");
    window.wait_for_any(&["21/44"])?;
    let mut text = NOTE.to_owned();
    for (index, typed) in TYPED.iter().enumerate() {
        window.type_in("\u{1B}OQ");
        window.wait_for_any(&["编辑进展"])?;
        text += typed;
        if index + 1 < TYPED.len() {
            window.type_in(typed);
            if is_kept(window, &text) {
                known.kept = index + 1;
            }
            window.wait_for_any(&[typed])?;
            window.type_in("\u{13}");
        } else {
            window.type_in(&format!("{typed}\u{13}"));
        }
        // The word of the save before may still be there while the editor is drawn from above.
        window.wait_for_screen(|screen| {
            let is_saved = screen.contains("第21项已保存") && !screen.contains("编辑进展");
            is_saved.then_some(())
        })?;
        known.saved = index + 1;
    }
    Some(())
}

/// The note with the first so many texts behind it.
fn note(count: usize) -> String {
    NOTE.to_owned() + &TYPED[..count].concat()
}

/// How many of the texts are in the file.
fn in_file(window: &Window) -> usize {
    let file = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    let has = |count: &usize| file.contains(&format!("\"{}\"", note(*count)));
    (0..=TYPED.len()).rev().find(has).unwrap()
}

/// Whether the program offers a draft when it starts.
fn is_offered(window: &mut Window) -> bool {
    window.wait_for_any(&["找到未保存的文字", "1/44"]) == Some(0)
}

#[test]
fn whenever_the_program_is_killed_what_it_acknowledged_is_there() {
    if !can_trace() {
        eprintln!("skipped: strace is not there or may not trace here");
        return;
    }
    let mut counts = Counts::default();
    for (call, first, last, step) in CALLS {
        for when in (first..=last).step_by(step) {
            let (window, known) = type_until(call, when);
            let place = format!("{call} {when}");
            counts.kills += usize::from(known.has_died);
            let saved = in_file(&window);
            counts.saved += saved;
            assert!(
                saved >= known.saved,
                "{place}: said to be saved, and is not"
            );
            let mut window = window.open_again();
            let is_offered = is_offered(&mut window);
            assert!(
                is_offered || saved >= known.kept,
                "{place}: kept, and neither in the file nor offered"
            );
            if is_offered {
                counts.offered += 1;
                window.type_in("\r");
                // Nobody else changed anything: there is nothing to choose about.
                window.wait_for("[未保存]");
                window.type_in("\u{13}");
                window.wait_for("第21项已保存");
                let now = in_file(&window);
                assert!(now > saved, "{place}: what was offered was in the file");
                assert!(now >= known.kept, "{place}: an older draft was offered");
            }
            window.type_in("q");
            assert_eq!(window.wait_for_end(), 0);
            let mut window = window.open_again();
            assert!(!self::is_offered(&mut window), "{place}: offered once more");
            window.type_in("q");
            assert_eq!(window.wait_for_end(), 0);
        }
    }
    let Counts {
        kills,
        offered,
        saved,
    } = counts;
    eprintln!(
        "{kills} kills: {offered} drafts offered, {saved} texts in the file, none lost, none stale"
    );
    assert!(
        kills > 9 && offered > 3 && saved > 9,
        "the kills reached the work"
    );
}
