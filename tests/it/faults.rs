//! Every system call of a save fails in turn, and the program is killed at each: the file is the old one or the new
//! one, and what the program says of it is true. Needs `strace`; where it is missing or may not trace, the test says so
//! and stops.
#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stderr,
    reason = "a skipped test says so, and the count of faults is worth a line"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use taizhang::ledger::{Edit, Saved};
use taizhang::store::Document;

pub const OLD: &str = "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"乙\"\nprogress = \"旧\" # 尾注\n";
pub const STAGE: &str = "TAIZHANG_FAULT_STAGE";
/// The note that is saved there; without it, a longer one than there was.
pub const NOTE: &str = "TAIZHANG_FAULT_NOTE";

/// The calls that a save is made of, and how many of each are failed at the most. A call that this machine has not
/// is passed over.
const CALLS: [(&str, usize); 24] = [
    ("openat", 20),
    ("?open", 14),
    ("read", 16),
    ("write", 9),
    ("fsync", 10),
    ("ftruncate", 2),
    ("lseek", 5),
    ("renameat", 2),
    ("renameat2", 2),
    ("mkdir", 6),
    ("?rmdir", 2),
    ("fchmod", 4),
    ("fchown", 2),
    ("flock", 6),
    ("statx", 48),
    ("?newfstatat", 12),
    ("?fstat", 8),
    ("unlink", 4),
    ("unlinkat", 6),
    ("getrandom", 4),
    ("readlink", 9),
    ("faccessat2", 4),
    ("llistxattr", 2),
    ("getdents64", 12),
];

/// How a call fails.
const HOWS: [&str; 5] = [
    "error=EIO",
    "error=ENOSPC",
    "error=EACCES",
    "error=EINTR",
    "signal=KILL",
];

/// This test is a stage for the next one: run by it, it saves one note and tells by its exit status what came of it.
#[test]
#[expect(
    clippy::exit,
    reason = "the exit status is the answer; nothing may come after it"
)]
fn stage_for_a_save() {
    let Some(path) = std::env::var_os(STAGE) else {
        return;
    };
    let path = Path::new(&path);
    let Ok(mut document) = Document::open_with(path, Some(&state_of(path))) else {
        std::process::exit(30)
    };
    let Some(item) = document.ledger().item_ref(0) else {
        std::process::exit(30)
    };
    let note = std::env::var(NOTE).unwrap_or_else(|_| "新文".to_owned());
    let edit = Edit::of_note(item, "旧", note);
    std::process::exit(match document.save(&edit) {
        Ok(Saved::Durable) => 10,
        Ok(Saved::Unconfirmed) => 11,
        Err(_) => 20,
    })
}

fn state_of(path: &Path) -> PathBuf {
    path.with_file_name("state")
}

/// The ways in which a new version comes into a file.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// A new file takes the place of the old one.
    Replace,
    /// The file has another name and is written over in place.
    Overwrite,
    /// As the first, and a program that was killed has left its lock.
    LockLeft,
}

impl Way {
    const ALL: [Self; 3] = [Self::Replace, Self::Overwrite, Self::LockLeft];

    /// The new note. A file that becomes shorter is torn between writing it and cutting off the rest.
    fn note(self) -> &'static str {
        match self {
            Self::Overwrite => "",
            Self::Replace | Self::LockLeft => "新文",
        }
    }

    /// How a call fails here.
    fn hows(self, call: &str) -> &'static [&'static str] {
        match self {
            Self::Replace => &HOWS,
            Self::Overwrite => &["error=ENOSPC", "error=EIO", "signal=KILL"],
            // The rest is as without that lock.
            Self::LockLeft if ["?open", "flock", "statx", "unlink"].contains(&call) => {
                &["error=EACCES", "signal=KILL"]
            }
            Self::LockLeft => &[],
        }
    }
}

struct Run {
    status: Option<i32>,
    text: String,
    others: Vec<PathBuf>,
    /// What the save after it came to, and what was left then.
    next: (bool, Vec<PathBuf>),
}

/// Saves once under strace with a fault, and opens the file again.
fn save_with(fault: &str, way: Way) -> Option<Run> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    fs::write(&path, OLD).unwrap();
    if way == Way::Overwrite {
        fs::hard_link(&path, folder.path().join("other.toml")).unwrap();
    }
    if way == Way::LockLeft {
        fs::File::create(folder.path().join(".ledger.toml.lock")).unwrap();
    }
    let status = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            &format!("inject={fault}"),
        ])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "faults::stage_for_a_save",
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env(STAGE, &path)
        .env(NOTE, way.note())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    let others = others(folder.path());
    // The next start: a file that was torn is put back.
    let document = Document::open_with(&path, Some(&state_of(&path)));
    let text = fs::read_to_string(&path).unwrap();
    let next = document.is_ok_and(|mut document| {
        let ledger = document.ledger();
        let note = ledger.items[0].progress.clone();
        let edit = Edit::of_note(ledger.item_ref(0).unwrap(), note, "再改");
        document.save(&edit).is_ok() && fs::read_to_string(&path).unwrap().contains("\"再改\"")
    });
    Some(Run {
        status: status.code(),
        text,
        others,
        next: (next, self::others(folder.path())),
    })
}

/// What is in the folder beside the ledger.
fn others(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let known = ["ledger.toml", "other.toml", "state"];
    paths
        .filter(|path| !known.iter().any(|name| path.ends_with(name)))
        .collect()
}

#[test]
fn whatever_fails_the_file_is_old_or_new_and_the_word_is_true() {
    let probe = save_with("sync:error=EIO:when=1", Way::Replace);
    if probe.as_ref().is_none_or(|run| run.status != Some(10)) {
        eprintln!("skipped: strace is not there or may not trace here");
        return;
    }
    let faults = CALLS.into_iter().flat_map(|(call, most)| {
        let ways = Way::ALL.into_iter();
        let runs = ways.flat_map(|way| way.hows(call).iter().map(move |how| (how, way)));
        runs.flat_map(move |(how, way)| {
            (1..=most).map(move |when| (call, format!("{call}:{how}:when={when}"), way))
        })
    });
    let faults = Mutex::new(faults);
    let counts = Mutex::new(Counts::default());
    let workers = thread::available_parallelism().map_or(2, std::num::NonZero::get);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((call, fault, way)) = { faults.lock().unwrap().next() } {
                    let run = save_with(&fault, way).unwrap();
                    counts.lock().unwrap().add(call, &fault, way, run);
                }
            });
        }
    });
    let Counts {
        by_call,
        olds,
        news,
        violations,
    } = counts.into_inner().unwrap();
    let by_call: Vec<String> = by_call
        .iter()
        .map(|(call, runs)| format!("{call} {runs}"))
        .collect();
    eprintln!(
        "{} runs, a fault in each: {olds} old, {news} new, {} violations ({})",
        olds + news,
        violations.len(),
        by_call.join(", ")
    );
    assert!(violations.is_empty(), "{}", violations.join("\n"));
    assert!(olds > 0 && news > 0, "the faults reached the save");
}

#[derive(Default)]
struct Counts {
    by_call: BTreeMap<&'static str, usize>,
    olds: usize,
    news: usize,
    violations: Vec<String>,
}

impl Counts {
    fn add(&mut self, call: &'static str, fault: &str, way: Way, run: Run) {
        let new = OLD.replace('旧', way.note());
        *self.by_call.entry(call).or_default() += 1;
        let is_new = run.text == new;
        if is_new {
            self.news += 1;
        } else {
            self.olds += 1;
        }
        let mut violation = |what: &str| {
            self.violations
                .push(format!("{fault} {way:?}: {what} ({:?})", run.status));
        };
        if !is_new && run.text != OLD {
            violation(&format!("the file is torn: {:?}", run.text));
        }
        match run.status {
            Some(10 | 11) if !is_new => violation("said to be saved"),
            Some(20) if is_new => violation("said not to be saved"),
            // Killed, or stopped before the save began.
            _ => {}
        }
        let was_killed = fault.contains("signal=KILL") || run.status.is_none();
        // The call that failed is the one that would have removed it, or said that it may be removed.
        let could_remove = !["unlink", "statx", "flock", "?newfstatat", "?fstat"]
            .iter()
            .any(|call| fault.starts_with(call));
        // What another program has left, only a save takes away, and only if it could lock it.
        let is_theirs = way == Way::LockLeft
            && (run.status.is_none_or(|it| it > 11) || fault.starts_with("?open"));
        if !was_killed && could_remove && !is_theirs && !run.others.is_empty() {
            violation(&format!("left {:?}", run.others));
        }
        let (is_saved, left) = run.next;
        if !is_saved {
            violation("the next save fails");
        }
        // What is not a minute old may still be needed by somebody.
        let is_temporary = |path: &PathBuf| path.extension().is_some_and(|end| end == "tmp");
        if !left.iter().all(is_temporary) {
            violation(&format!("the next save leaves {left:?}"));
        }
    }
}
