//! Somebody plants links, pipes, devices and locks where the program saves: nothing planted is followed or waited for
//! without end, nothing is made elsewhere, and the save still works.
#![cfg(unix)]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::thread;

use rustix::fs::{CWD, FileType, Mode, mkfifoat, mknodat};
use tempfile::TempDir;

use crate::pseudo_terminal::{PATIENCE, Window, binary};
use crate::support::shipped;

/// A ledger in a folder of its own, and what its user has elsewhere.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(desk.shared()).unwrap();
        fs::create_dir(desk.home()).unwrap();
        fs::copy(shipped(), desk.ledger()).unwrap();
        fs::write(desk.home().join("victim"), "untouched").unwrap();
        desk
    }

    fn shared(&self) -> PathBuf {
        self.folder.path().join("shared")
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    fn ledger(&self) -> PathBuf {
        self.shared().join("ledger.toml")
    }

    fn lock(&self) -> PathBuf {
        self.shared().join(".ledger.toml.lock")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.ledger()).unwrap()
    }

    /// Runs a command about the ledger; fails if it does not end.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(binary());
        command.args(arguments);
        self.end(command)
    }

    fn end(&self, mut command: Command) -> Output {
        command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
        command.env("XDG_STATE_HOME", self.home().join("state"));
        command.env("XDG_CONFIG_HOME", self.home().join("config"));
        command.stdin(Stdio::null());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        ended(child.spawn().unwrap())
    }

    fn set(&self, note: &str) -> Output {
        let ledger = self.ledger();
        self.run(&["set", "21", ledger.to_str().unwrap(), "--progress", note])
    }

    /// Whether nothing but what was there is elsewhere, and that as it was.
    #[track_caller]
    fn check_home(&self) {
        let entries = fs::read_dir(self.home()).unwrap();
        let names: Vec<_> = entries.map(|it| it.unwrap().file_name()).collect();
        let known = |name: &&std::ffi::OsString| *name != "victim" && *name != "state";
        assert_eq!(names.iter().filter(known).count(), 0, "{names:?}");
        let victim = fs::read_to_string(self.home().join("victim")).unwrap();
        assert_eq!(victim, "untouched");
    }
}

/// What a program says, which must end in bearable time.
#[track_caller]
fn ended(child: Child) -> Output {
    let pid = rustix::process::Pid::from_child(&child);
    let (sender, receiver) = channel();
    thread::spawn(move || sender.send(child.wait_with_output()));
    receiver.recv_timeout(PATIENCE).map_or_else(
        |_| {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
            panic!("it does not end")
        },
        Result::unwrap,
    )
}

/// Puts something in the place of a file; gives what must be kept for that.
type Plant = fn(&Path, &Path) -> Box<dyn std::any::Any>;

fn pipe(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    mkfifoat(CWD, path, Mode::from_raw_mode(0o666)).unwrap();
    Box::new(())
}

fn socket(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    Box::new(UnixListener::bind(path).unwrap())
}

/// Nothing else can be opened as a terminal here, but everybody has one that never ends.
fn device(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    let zero = rustix::fs::makedev(1, 5);
    let kind = FileType::CharacterDevice;
    if mknodat(CWD, path, kind, Mode::from_raw_mode(0o666), zero).is_err() {
        symlink("/dev/zero", path).unwrap();
    }
    Box::new(())
}

fn folder(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    fs::create_dir(path).unwrap();
    Box::new(())
}

fn link_to_nothing(path: &Path, home: &Path) -> Box<dyn std::any::Any> {
    symlink(home.join(".hushlogin"), path).unwrap();
    Box::new(())
}

fn link_to_a_file(path: &Path, home: &Path) -> Box<dyn std::any::Any> {
    symlink(home.join("victim"), path).unwrap();
    Box::new(())
}

fn link_to_itself(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    symlink(path, path).unwrap();
    Box::new(())
}

/// A second name of somebody's file.
fn hard_link(path: &Path, home: &Path) -> Box<dyn std::any::Any> {
    fs::hard_link(home.join("victim"), path).unwrap();
    Box::new(())
}

/// A file of another user that nobody may write.
fn foreign(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    fs::write(path, "").unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o444)).unwrap();
    let _ = chown(path, Some(65_534), Some(65_534));
    Box::new(())
}

/// A lock that somebody never gives back.
fn held(path: &Path, _: &Path) -> Box<dyn std::any::Any> {
    let file = File::create(path).unwrap();
    file.lock().unwrap();
    Box::new(file)
}

const PLANTS: [(&str, Plant); 10] = [
    ("a pipe", pipe),
    ("a socket", socket),
    ("a device", device),
    ("a folder", folder),
    ("a link to nothing", link_to_nothing),
    ("a link to a file", link_to_a_file),
    ("a link to itself", link_to_itself),
    ("a second name of a file", hard_link),
    ("somebody's file", foreign),
    ("a lock that is held", held),
];

#[test]
fn whatever_stands_in_the_place_of_the_lock_a_save_works() {
    for (name, plant) in PLANTS {
        for is_linked in [false, true] {
            let desk = Desk::new();
            if is_linked {
                fs::hard_link(desk.ledger(), desk.shared().join("other.toml")).unwrap();
            }
            let kept = plant(&desk.lock(), &desk.home());
            let planted = fs::symlink_metadata(desk.lock()).unwrap().file_type();
            let output = desk.set("新文");
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}: {told}");
            assert!(desk.text().contains("\"新文\""), "{name}");
            desk.check_home();
            // What was not made by this program stays what it is; an empty file may be a lock that was left.
            if name != "somebody's file" {
                let now = fs::symlink_metadata(desk.lock()).map(|it| it.file_type());
                assert!(now.is_ok_and(|now| now == planted), "{name} is gone");
            }
            drop(kept);
        }
    }
}

#[test]
fn a_save_leaves_no_lock_behind() {
    let desk = Desk::new();
    assert!(desk.set("新文").status.success());
    // What a program that was killed has left, goes with the next save.
    File::create(desk.lock()).unwrap();
    assert!(desk.set("再改").status.success());
    let entries = fs::read_dir(desk.shared()).unwrap();
    let names: Vec<_> = entries.map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names, ["ledger.toml"]);
}

#[test]
fn with_a_pipe_as_lock_the_program_saves_and_can_be_left() {
    let mut window = Window::open(80, 24);
    let lock = window.folder.path().join(".ledger.toml.lock");
    mkfifoat(CWD, &lock, Mode::from_raw_mode(0o666)).unwrap();
    window.wait_for("1/44");
    window.type_in("21\r\u{1B}OQ");
    window.wait_for("编辑进展");
    window.type_in("新文\u{13}");
    window.wait_for("第21项已保存");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    let text = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    assert!(text.contains("新文"));
}

#[test]
fn what_is_no_file_is_refused_as_a_ledger_and_not_waited_for() {
    for (name, plant) in PLANTS.into_iter().take(7) {
        for command in ["list", "show", "summary", "check", "set", "doctor"] {
            let desk = Desk::new();
            fs::remove_file(desk.ledger()).unwrap();
            let _kept = plant(&desk.ledger(), &desk.home());
            let ledger = desk.ledger();
            let ledger = ledger.to_str().unwrap();
            let output = match command {
                "show" => desk.run(&["show", "21", ledger]),
                "set" => desk.set("新文"),
                command => desk.run(&[command, ledger]),
            };
            let told = String::from_utf8_lossy(&output.stderr);
            let exit = output.status.code();
            assert_eq!(
                exit,
                Some(if command == "doctor" { 0 } else { 2 }),
                "{name}: {told}"
            );
            desk.check_home();
        }
    }
}

#[test]
fn a_ledger_that_became_something_else_is_not_waited_for() {
    for (name, plant) in PLANTS.into_iter().take(7) {
        let desk = Desk::new();
        let mut document = taizhang::store::Document::open(&desk.ledger()).unwrap();
        let ledger = document.ledger();
        let note = ledger.items[20].progress.as_str();
        let edit = taizhang::ledger::Edit::of_note(ledger.item_ref(20).unwrap(), note, "新文");
        fs::remove_file(desk.ledger()).unwrap();
        let kept = plant(&desk.ledger(), &desk.home());
        let (sender, receiver) = channel();
        thread::spawn(move || sender.send(document.save(&edit).is_err()));
        assert!(
            receiver.recv_timeout(PATIENCE).expect(name),
            "{name} is no file"
        );
        desk.check_home();
        drop(kept);
    }
}

#[test]
fn a_limit_of_file_sizes_is_an_error_like_any_other() {
    for is_linked in [false, true] {
        let desk = Desk::new();
        if is_linked {
            fs::hard_link(desk.ledger(), desk.shared().join("other.toml")).unwrap();
        }
        let before = desk.text();
        let mut command = Command::new("sh");
        command
            .args(["-c", "ulimit -f 8; exec \"$@\"", "sh"])
            .arg(binary());
        command.args(["set", "21"]).arg(desk.ledger());
        let output = desk.end({
            command.args(["--progress", "新文"]);
            command
        });
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "it is not killed: {told}");
        assert!(told.starts_with("error: "), "{told}");
        assert_eq!(desk.text(), before);
        let left = fs::read_dir(desk.shared()).unwrap().count();
        assert_eq!(
            left,
            1 + usize::from(is_linked),
            "nothing is left beside it"
        );
        let copies = fs::read_dir(desk.home().join("state/taizhang/overwrites"));
        assert_eq!(copies.map_or(0, Iterator::count), 0, "no copies are left");
    }
}
