//! Every system call of a save fails in turn, and the program is killed at each: the file is the old one or the new
//! one, and what the program says of it is true. Needs `strace`; where it is missing or may not trace, the test says so
//! and stops.
#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stderr,
    reason = "a skipped test says so, and the count of faults is worth a line"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use taizhang::ledger::{Edit, ItemId, Saved};
use taizhang::store::Document;

pub const OLD: &str = "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"乙\"\nprogress = \"旧\" # 尾注\n";
pub const STAGE: &str = "TAIZHANG_FAULT_STAGE";

/// The calls that a save is made of, and how many of each are failed at the most.
const CALLS: [(&str, usize); 15] = [
    ("openat", 20),
    ("write", 9),
    ("fsync", 5),
    ("ftruncate", 2),
    ("lseek", 2),
    ("renameat", 2),
    ("renameat2", 2),
    ("mkdir", 6),
    ("fchmod", 2),
    ("fchown", 2),
    ("flock", 2),
    ("statx", 21),
    ("unlink", 2),
    ("unlinkat", 5),
    ("getrandom", 4),
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
    let edit = Edit::of_note(ItemId::Number(1), "旧", "新文");
    std::process::exit(match document.save(&edit) {
        Ok(Saved::Durable) => 10,
        Ok(Saved::Unconfirmed) => 11,
        Err(_) => 20,
    })
}

fn state_of(path: &Path) -> PathBuf {
    path.with_file_name("state")
}

/// The two ways in which a new version comes into a file.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// A new file takes the place of the old one.
    Replace,
    /// The file has another name and is written over in place.
    Overwrite,
}

struct Run {
    status: Option<i32>,
    text: String,
    others: Vec<PathBuf>,
}

/// Saves once under strace with a fault, and opens the file again.
fn save_with(fault: &str, way: Way) -> Option<Run> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    fs::write(&path, OLD).unwrap();
    if way == Way::Overwrite {
        fs::hard_link(&path, folder.path().join("other.toml")).unwrap();
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
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    let others = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let others = others
        .filter(|other| {
            let known = ["ledger.toml", "other.toml", "state", ".ledger.toml.lock"];
            !known.iter().any(|name| other.ends_with(name))
        })
        .collect();
    // The next start: a file that was torn is put back.
    drop(Document::open_with(&path, Some(&state_of(&path))));
    Some(Run {
        status: status.code(),
        text: fs::read_to_string(&path).unwrap(),
        others,
    })
}

#[test]
fn whatever_fails_the_file_is_old_or_new_and_the_word_is_true() {
    let new = OLD.replace("\"旧\"", "\"新文\"");
    let probe = save_with("sync:error=EIO:when=1", Way::Replace);
    if probe.as_ref().is_none_or(|run| run.status != Some(10)) {
        eprintln!("skipped: strace is not there or may not trace here");
        return;
    }
    let mut counts = Counts::default();
    for (call, most) in CALLS {
        for when in 1..=most {
            for how in [
                "error=EIO",
                "error=ENOSPC",
                "error=EACCES",
                "error=EINTR",
                "signal=KILL",
            ] {
                let fault = format!("{call}:{how}:when={when}");
                check(&fault, Way::Replace, &new, &mut counts);
                if matches!(how, "error=ENOSPC" | "signal=KILL") {
                    check(&fault, Way::Overwrite, &new, &mut counts);
                }
            }
        }
    }
    let Counts { olds, news } = counts;
    eprintln!(
        "{} faults: {olds} old, {news} new, none torn, no word untrue",
        olds + news
    );
    assert!(olds > 0 && news > 0, "the faults reached the save");
}

#[derive(Default)]
struct Counts {
    olds: usize,
    news: usize,
}

fn check(fault: &str, way: Way, new: &str, counts: &mut Counts) {
    let run = save_with(fault, way).unwrap();
    let is_new = run.text == new;
    assert!(
        is_new || run.text == OLD,
        "{fault} {way:?}: the file is torn: {:?}",
        run.text
    );
    match run.status {
        Some(10 | 11) => assert!(is_new, "{fault} {way:?}: said to be saved"),
        Some(20) => assert!(!is_new, "{fault} {way:?}: said not to be saved"),
        // Killed, or stopped before the save began.
        _ => {}
    }
    let was_killed = fault.contains("signal=KILL") || run.status.is_none();
    // The unlink that failed is the one that would have removed it.
    let could_remove = !fault.starts_with("unlink");
    assert!(
        was_killed || !could_remove || run.others.is_empty(),
        "{fault} {way:?}: left {:?}",
        run.others
    );
    if is_new {
        counts.news += 1;
    } else {
        counts.olds += 1;
    }
}
