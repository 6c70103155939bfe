//! Commands that only read leave everything as it is: the ledger, its folder, and the user's own folder.
#![cfg(unix)]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

/// Every command that reads a ledger; the ledger goes in the place of `@`.
const READING: [&[&str]; 9] = [
    &["list", "@"],
    &["list", "@", "--read-only"],
    &["search", "科技", "@"],
    &["show", "21", "@"],
    &["summary", "@"],
    &["check", "@"],
    &["doctor", "@"],
    &["export", "--orders", "@"],
    &["@"],
];

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(desk.shared()).unwrap();
        fs::copy(shipped(), desk.ledger()).unwrap();
        desk
    }

    fn shared(&self) -> PathBuf {
        self.folder.path().join("shared")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn ledger(&self) -> PathBuf {
        self.shared().join("ledger.toml")
    }

    fn run(&self, program: &[&str], arguments: &[&str]) -> Output {
        let ledger = self.ledger();
        let arguments = arguments.iter().map(|argument| match *argument {
            "@" => ledger.to_str().unwrap(),
            other => other,
        });
        let binary = binary();
        let (first, rest) = program.split_first().unwrap_or((&"", &[]));
        let mut command = if first.is_empty() {
            Command::new(&binary)
        } else {
            let mut command = Command::new(first);
            command.args(rest).arg(&binary);
            command
        };
        command.args(arguments);
        command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
        command.env("XDG_STATE_HOME", self.state());
        command.env("XDG_CONFIG_HOME", self.state());
        command.stdin(Stdio::null()).output().unwrap()
    }

    /// Both versions of a save in place that was cut off, as a killed program leaves them.
    fn tear(&self) -> String {
        let old = fs::read_to_string(self.ledger()).unwrap();
        let new = old.replacen("海运航线12条", "海运航线13条", 1);
        assert_ne!(old, new);
        let copies = self.state().join("taizhang/overwrites/of-torn");
        fs::create_dir_all(&copies).unwrap();
        fs::write(copies.join("old"), &old).unwrap();
        fs::write(copies.join("new"), &new).unwrap();
        let real = self.ledger().canonicalize().unwrap();
        fs::write(copies.join("ledger"), real.to_str().unwrap()).unwrap();
        // Cut off in the middle of a character, as the program wrote.
        let cut = new.find("海运航线").unwrap() + 1;
        fs::write(self.ledger(), &new.as_bytes()[..cut]).unwrap();
        old
    }
}

/// Everything below a folder: its name, what it is, when it was changed, and what is in it.
fn all_of(folder: &Path) -> Vec<(PathBuf, SystemTime, Vec<u8>)> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let modified = fs::symlink_metadata(&path).unwrap().modified().unwrap();
            let is_folder = path.is_dir();
            let bytes = if is_folder {
                Vec::new()
            } else {
                fs::read(&path).unwrap()
            };
            if is_folder {
                folders.push(path.clone());
            }
            all.push((path, modified, bytes));
        }
    }
    all.sort();
    all
}

#[test]
fn a_reading_command_changes_nothing_anywhere() {
    let desk = Desk::new();
    // What a killed save has left: whoever saves next clears it away, and nobody else.
    let left = desk.shared().join(".ledger.toml.a1b2c3.tmp");
    let time = SystemTime::now() - Duration::from_mins(10);
    File::create(&left).unwrap().set_modified(time).unwrap();
    let restore: &[&str] = &["restore", "@", "--read-only"];
    for command in READING.into_iter().chain([restore]) {
        let before = all_of(desk.folder.path());
        let output = desk.run(&[], command);
        assert!(
            output.status.code().is_some_and(|it| it < 2),
            "{command:?}: {output:?}"
        );
        assert_eq!(all_of(desk.folder.path()), before, "{command:?}");
    }
    let output = desk.run(&[], &["set", "21", "@", "--progress", "新文"]);
    assert!(output.status.success());
    assert!(!left.exists(), "a writing command clears it away");
}

#[test]
fn a_reading_command_tells_of_a_save_that_was_cut_off_and_mends_nothing() {
    let desk = Desk::new();
    let whole = desk.tear();
    let torn = all_of(desk.folder.path());
    for command in READING {
        let output = desk.run(&[], command);
        let told = String::from_utf8_lossy(&output.stderr).into_owned()
            + &String::from_utf8_lossy(&output.stdout);
        if command[0] != "doctor" {
            assert_eq!(output.status.code(), Some(2), "{command:?}: {told}");
        }
        assert!(told.contains("没有写完"), "{command:?}: {told}");
        assert!(told.contains("taizhang restore"), "{command:?}: {told}");
        assert_eq!(all_of(desk.folder.path()), torn, "{command:?}");
    }
    // The way out that it names.
    let output = desk.run(&[], &["restore", "@"]);
    assert_eq!(
        fs::read_to_string(desk.ledger()).unwrap(),
        whole,
        "{output:?}"
    );
}

#[test]
fn a_writing_command_mends_first() {
    let desk = Desk::new();
    let whole = desk.tear();
    let output = desk.run(&[], &["set", "21", "@", "--progress", "新文"]);
    assert!(output.status.success(), "{output:?}");
    let text = fs::read_to_string(desk.ledger()).unwrap();
    assert!(text.contains("\"新文\"") && text.lines().count() + 10 > whole.lines().count());
    let copies = fs::read_dir(desk.state().join("taizhang/overwrites")).unwrap();
    assert_eq!(copies.count(), 0);
}

#[test]
fn what_else_is_in_the_folder_is_not_looked_at() {
    let desk = Desk::new();
    for number in 0..2_000 {
        File::create(desk.shared().join(format!("{number}.docx"))).unwrap();
    }
    let calls = desk.folder.path().join("calls");
    let trace = ["strace", "-f", "-qq", "-o", calls.to_str().unwrap()];
    let commands = READING.iter().copied();
    let set: &[&str] = &["set", "21", "@", "--progress", "新文"];
    for command in commands.chain([set]) {
        let traced = [&trace[..], &["-e", "trace=file,fstat,statx,newfstatat"]].concat();
        let output = desk.run(&traced, command);
        let Ok(text) = fs::read_to_string(&calls) else {
            eprintln!("skipped: strace is not there or may not trace here: {output:?}");
            return;
        };
        let looked = text.lines().filter(|line| line.contains(".docx")).count();
        assert_eq!(looked, 0, "{command:?}");
        assert!(text.lines().count() < 1_000, "{command:?}");
        let _ = fs::remove_file(&calls);
    }
}

#[test]
fn a_session_that_only_reads_changes_nothing_either() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    let left = folder.path().join(".ledger.toml.a1b2c3.tmp");
    let time = SystemTime::now() - Duration::from_mins(10);
    File::create(&left).unwrap().set_modified(time).unwrap();
    let before = all_of(folder.path());
    let mut command = CommandBuilder::new(binary());
    command.args(["--read-only", "ledger.toml"]);
    command.cwd(folder.path());
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("1/44");
    window.type_in("j");
    window.wait_for("2/44");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    assert_eq!(all_of(window.folder.path()), before);
}
