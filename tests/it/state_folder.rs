//! What the user's own folder may hold: drafts of ledgers that were moved or have odd names, and what was planted there.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::interruptions::{signal, wait_for_draft, wait_until};
use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

/// Opens a ledger of this name.
fn open(folder: tempfile::TempDir, name: &OsStr) -> Window {
    let mut command = CommandBuilder::new(binary());
    command.arg(name);
    command.cwd(folder.path());
    Window::start(command, folder, 100, 30)
}

/// Types something into item 21 and kills the program as soon as it is kept.
fn type_and_die(mut window: Window, text: &str) -> tempfile::TempDir {
    window.wait_for("1/44");
    window.type_in("21\r\u{1B}OQ");
    window.wait_for("编辑进展");
    window.type_in(text);
    wait_for_draft(&window, &[text]);
    signal(&window, Signal::KILL);
    assert_ne!(window.wait_for_end(), 0);
    window.folder
}

fn is_offered(window: &mut Window) -> bool {
    window.wait_for_any(&["找到未保存的文字", "1/44"]) == Some(0)
}

fn leave(mut window: Window) -> tempfile::TempDir {
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    window.folder
}

fn state(window: &Window) -> PathBuf {
    window.folder.path().join("state/taizhang")
}

#[test]
fn a_ledger_with_a_name_that_is_no_utf_8_has_drafts_and_versions() {
    let (name, other) = (
        OsStr::from_bytes(b"\xCC\xA8\xD5\xCB.toml"),
        b"\xCC\xA9\xD5\xCB.toml",
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    if fs::copy(shipped(), &path).is_err() {
        return;
    }
    let other = folder.path().join(OsStr::from_bytes(other));
    fs::copy(shipped(), &other).unwrap();
    let folder = type_and_die(open(folder, name), "新增一段");
    let mut window = open(folder, other.file_name().unwrap());
    assert!(!is_offered(&mut window), "another ledger");
    let folder = leave(window);
    let mut window = open(folder, name);
    assert!(is_offered(&mut window));
    window.type_in("\r");
    window.wait_for("新增一段");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("12条。新增一段\""));
    let versions = |path: &Path| {
        taizhang::store::Versions::of(&state(&window), &path.canonicalize().unwrap())
            .unwrap()
            .list()
            .len()
    };
    assert_eq!((versions(&path), versions(&other)), (1, 0));
    leave(window);
}

#[test]
fn a_ledger_that_was_moved_finds_its_draft_and_a_copy_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let at = |folder: &tempfile::TempDir, name: &str| folder.path().join(name);
    fs::copy(shipped(), at(&folder, "上半年.toml")).unwrap();
    let name = OsStr::new("上半年.toml");
    let folder = type_and_die(open(folder, name), "新增一段");
    fs::copy(at(&folder, "上半年.toml"), at(&folder, "三季度.toml")).unwrap();
    let mut window = open(folder, OsStr::new("三季度.toml"));
    assert!(!is_offered(&mut window), "a copy");
    let folder = leave(window);
    fs::create_dir(at(&folder, "归档")).unwrap();
    fs::rename(at(&folder, "上半年.toml"), at(&folder, "归档/2025.toml")).unwrap();
    let mut window = open(folder, OsStr::new("三季度.toml"));
    assert!(!is_offered(&mut window), "a copy of one that is elsewhere");
    let folder = leave(window);
    let mut window = open(folder, OsStr::new("归档/2025.toml"));
    assert!(is_offered(&mut window), "moved");
    window.wait_for("上半年.toml");
    window.type_in("\r");
    window.wait_for("新增一段");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    let folder = leave(window);
    let text = fs::read_to_string(at(&folder, "归档/2025.toml")).unwrap();
    assert!(text.contains("12条。新增一段\""));
    let mut window = open(folder, OsStr::new("归档/2025.toml"));
    assert!(!is_offered(&mut window), "saved");
    leave(window);
}

#[test]
fn a_draft_with_fields_of_a_newer_program_is_offered_and_they_are_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let name = OsStr::new("ledger.toml");
    let folder = type_and_die(open(folder, name), "新增一段");
    let drafts = fs::read_dir(folder.path().join("state/taizhang/drafts")).unwrap();
    for file in drafts.map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|it| it == "toml") {
            let text = fs::read_to_string(&file).unwrap();
            let newer = "[[field]]\nkey = \"mood\"\ntext = \"好\"\nbase = \"\"\n\n[whole]";
            fs::write(&file, text.replace("[whole]", newer)).unwrap();
        }
    }
    let mut window = open(folder, name);
    assert!(is_offered(&mut window));
    window.wait_for("mood");
    window.type_in("\r");
    window.wait_for("新增一段");
    window.type_in("\u{13}");
    window.wait_for("第21项已保存");
    leave(window);
}

/// Keeps a search while this is planted, which is told at once or after a while; then saves, and leaves.
fn keep_search_beside(plant: impl FnOnce(&Path), told: &str, is_late: bool) {
    let mut window = Window::open(100, 30);
    window.wait_for("1/44");
    plant(&state(&window));
    window.type_in("/\u{5EFA}\u{8BBE}\r");
    window.wait_for("命中");
    window.type_in("\u{13}");
    window.wait_for("搜索存为");
    window.type_in("常用\r");
    if !is_late {
        window.wait_for(told);
    }
    // Nothing else waits for it.
    window.type_in("\u{1B}OQ");
    window.wait_for("编辑进展");
    window.type_in("新增");
    wait_for_draft(&window, &["新增"]);
    window.type_in("\u{13}");
    let ledger = window.folder.path().join("ledger.toml");
    let is_saved = || fs::read_to_string(&ledger).unwrap().contains("新增");
    wait_until(is_saved, "not saved");
    if is_late {
        window.wait_for(told);
    }
    window.wait_for_screen(|screen| (!screen.contains("编辑进展")).then_some(()));
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}

#[test]
fn kept_searches_that_are_held_or_planted_keep_nothing_waiting() {
    let fifo = |name: &'static str| {
        move |state: &Path| {
            let mode = rustix::fs::Mode::RWXU;
            rustix::fs::mkfifoat(rustix::fs::CWD, state.join(name), mode).unwrap();
        }
    };
    keep_search_beside(fifo(".searches.lock"), "所存的搜索读写不了", false);
    keep_search_beside(fifo("searches.toml"), "所存的搜索读写不了", false);
    let mut held = None;
    keep_search_beside(
        |state| {
            let lock = fs::File::create(state.join(".searches.lock")).unwrap();
            lock.lock().unwrap();
            held = Some(lock);
        },
        "占用",
        true,
    );
    for name in [".searches.lock", "searches.toml"] {
        let elsewhere = tempfile::tempdir().unwrap();
        for victim in ["missing", "there"] {
            let victim = elsewhere.path().join(victim);
            if victim.ends_with("there") {
                fs::write(&victim, "").unwrap();
            }
            keep_search_beside(
                |state| symlink(&victim, state.join(name)).unwrap(),
                "所存的搜索读写不了",
                false,
            );
        }
        let left: Vec<_> = fs::read_dir(elsewhere.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing is made elsewhere");
        let there = fs::read(elsewhere.path().join("there")).unwrap();
        assert!(there.is_empty(), "nothing is written elsewhere");
    }
}
