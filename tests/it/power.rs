//! The power is cut at every system call of a save: on a real file system that is shut down without writing anything
//! more, and mounted again. Needs root, loop devices, `mkfs.ext4`, `strace` and `python3` (for one call that the shell
//! has no word for); where one is missing, the test says so and stops.
#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stderr,
    reason = "a skipped test says so, and the count of cuts is worth a line"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use taizhang::ledger::{Draft, ItemId, ItemKey, ItemRef, Slot, Unsaved};
use taizhang::store::{Document, Drafts, Origin, Versions, parse};
use tempfile::TempDir;

use crate::faults::{NOTE, OLD, STAGE};

/// The calls before which the power is cut, and how many of each there are at the most.
const CALLS: [(&str, usize); 7] = [
    ("openat", 20),
    ("write", 5),
    ("fsync", 3),
    ("renameat2", 2),
    ("fchmod", 2),
    ("unlink", 2),
    // Never called: the save comes to its end, and then the power is cut.
    ("sync", 1),
];

/// `FS_IOC_SHUTDOWN` without flushing the journal, as `ext4(5)` and `xfs_io` know it.
const SHUT_DOWN: &str = "import fcntl,os,struct,sys; \
    fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))";

/// A file system of its own in a file.
struct Disk {
    folder: TempDir,
}

impl Disk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let image = folder.path().join("image");
        fs::File::create(&image).ok()?.set_len(24 << 20).ok()?;
        run("mkfs.ext4", &["-q", "-F", &image.to_string_lossy()])?;
        fs::create_dir(folder.path().join("disk")).ok()?;
        let disk = Self { folder };
        disk.mount()?;
        Some(disk)
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    fn mount(&self) -> Option<()> {
        let image = self.folder.path().join("image");
        run(
            "mount",
            &[
                "-o",
                "loop",
                &image.to_string_lossy(),
                &self.root().to_string_lossy(),
            ],
        )
    }

    /// Cuts the power, and switches it on again.
    fn cut(&self) -> Option<()> {
        run(
            "python3",
            &["-c", SHUT_DOWN, &self.root().to_string_lossy()],
        )?;
        run("umount", &[&self.root().to_string_lossy()])?;
        self.mount()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run("umount", &[&self.root().to_string_lossy()]);
    }
}

fn run(program: &str, arguments: &[&str]) -> Option<()> {
    let status = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.ok()?.success().then_some(())
}

/// The ledger of the stage for drafts, and the file outside of the disk where it says how many it has kept.
const DRAFT_STAGE: &str = "TAIZHANG_DRAFT_STAGE";
const ACKNOWLEDGED: &str = "TAIZHANG_DRAFT_ACKNOWLEDGED";

/// What is typed one after the other.
const TYPED: [&str; 4] = ["一", "一二", "一二三", "一二三四"];

/// The calls of keeping drafts before which the power is cut, and how many of each there are at the most.
const DRAFT_CALLS: [(&str, usize); 6] = [
    ("openat", 44),
    ("write", 12),
    ("fsync", 9),
    ("rename,renameat", 5),
    ("unlink", 2),
    // Never called: all is typed, and then the power is cut.
    ("sync", 1),
];

fn drafts(ledger: &Path) -> Drafts {
    let origin = Origin::of(ledger, "甲");
    let state = ledger.with_file_name("state");
    Drafts::open(&state, origin, &parse(OLD).unwrap(), 1 << 16).unwrap()
}

/// This test is a stage for another one: run by it, it types, and says after every word how many are kept.
#[test]
#[expect(
    clippy::exit,
    reason = "nothing may be cleared away: the program is killed"
)]
fn stage_for_drafts() {
    let Some(ledger) = std::env::var_os(DRAFT_STAGE) else {
        return;
    };
    let acknowledged = PathBuf::from(std::env::var_os(ACKNOWLEDGED).unwrap());
    let mut drafts = drafts(Path::new(&ledger));
    for (index, text) in TYPED.iter().enumerate() {
        let draft = Draft {
            item: ItemRef::of_key(&ItemKey {
                id: ItemId::Number(1),
                title: "乙".to_owned(),
            }),
            fields: vec![Unsaved {
                slot: Slot::Progress,
                base: "旧".to_owned(),
                text: (*text).to_owned(),
            }],
        };
        drafts.keep(&draft).unwrap();
        fs::write(&acknowledged, (index + 1).to_string()).unwrap();
    }
    std::process::exit(0)
}

/// Types on the disk until the process is killed before the call; gives how many texts it said are kept.
fn type_until(ledger: &Path, call: &str, when: usize) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let acknowledged = folder.path().join("acknowledged");
    let _ = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject={call}:signal=KILL:when={when}"))
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "power::stage_for_drafts",
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env(DRAFT_STAGE, ledger)
        .env(ACKNOWLEDGED, &acknowledged)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let said = fs::read_to_string(acknowledged).unwrap_or_default();
    said.parse().unwrap_or(0)
}

#[test]
fn whenever_the_power_is_cut_what_was_kept_of_a_draft_is_offered() {
    let Some(disk) = Disk::new().filter(|disk| disk.cut().is_some()) else {
        eprintln!("skipped: no file system can be made, mounted and shut down here");
        return;
    };
    let ledger = disk.root().join("ledger.toml");
    fs::write(&ledger, OLD).unwrap();
    fs::File::open(&ledger).unwrap().sync_all().unwrap();
    let (mut cuts, mut offered, mut acknowledged) = (0, 0, 0);
    for (call, most) in DRAFT_CALLS {
        // Of the files that are opened most are the test program's own.
        for when in (1..=most).step_by(if most > 20 { 3 } else { 1 }) {
            for others_sync in [false, true] {
                let _ = fs::remove_dir_all(disk.root().join("state"));
                fs::File::open(disk.root()).unwrap().sync_all().unwrap();
                let kept = type_until(&ledger, call, when);
                if others_sync {
                    let other = fs::File::create(disk.root().join("other")).unwrap();
                    other.sync_all().unwrap();
                }
                disk.cut().unwrap();
                cuts += 1;
                acknowledged += usize::from(kept > 0);
                let drafts = drafts(&ledger);
                let found = drafts.offered().map(|it| it.draft.fields[0].text.clone());
                let typed = found.as_ref().map_or(0, |found| {
                    let at = TYPED.iter().position(|text| text == found);
                    at.expect("a text that was typed") + 1
                });
                offered += usize::from(typed > 0);
                assert!(
                    typed >= kept,
                    "{call} {when}: {kept} texts were kept, and {found:?} is offered"
                );
            }
        }
    }
    eprintln!("{cuts} power cuts: {acknowledged} with kept drafts, {offered} offered, none lost");
    assert!(
        acknowledged > 9 && offered >= acknowledged,
        "the cuts reached the drafts"
    );
}

/// Saves on the disk until the process is killed before the call; gives its exit status.
fn save_until(ledger: &Path, note: &str, call: &str, when: usize) -> Option<i32> {
    let status = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject={call}:signal=KILL:when={when}"))
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "faults::stage_for_a_save",
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env(STAGE, ledger)
        .env(NOTE, note)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    status.code()
}

#[test]
fn whenever_the_power_is_cut_the_file_is_old_or_new() {
    let new = OLD.replace("\"旧\"", "\"新文\"");
    let Some(disk) = Disk::new().filter(|disk| disk.cut().is_some()) else {
        eprintln!("skipped: no file system can be made, mounted and shut down here");
        return;
    };
    let ledger = disk.root().join("ledger.toml");
    let (mut olds, mut news, mut kept, mut versions) = (0, 0, 0, 0);
    for (call, most) in CALLS {
        for when in 1..=most {
            // Some other program brings its own file to the disk just before: the journal is written then.
            for others_sync in [false, true] {
                let _ = fs::remove_dir_all(disk.root().join("state"));
                fs::write(&ledger, OLD).unwrap();
                fs::File::open(&ledger).unwrap().sync_all().unwrap();
                fs::File::open(disk.root()).unwrap().sync_all().unwrap();
                let status = save_until(&ledger, "新文", call, when);
                if others_sync {
                    let other = fs::File::create(disk.root().join("other")).unwrap();
                    other.sync_all().unwrap();
                }
                disk.cut().unwrap();
                let text = fs::read_to_string(&ledger).unwrap();
                let is_new = text == new;
                assert!(
                    is_new || text == OLD,
                    "{call} {when}: the file is torn: {text:?}"
                );
                let found = Versions::of(&disk.root().join("state"), &ledger).unwrap();
                let found = found.list();
                for version in &found {
                    let text = fs::read_to_string(&version.file).unwrap();
                    assert_eq!(text, OLD, "{call} {when}: a version is torn");
                }
                if status == Some(10) {
                    assert!(is_new, "{call} {when}: said to be on the disk, and is not");
                    assert_eq!(found.len(), 1, "{call} {when}: the version is lost");
                    kept += 1;
                }
                versions += found.len();
                if is_new { news += 1 } else { olds += 1 }
            }
        }
    }
    let cuts = olds + news;
    eprintln!(
        "{cuts} power cuts: {olds} old, {news} new, none torn; {kept} saves told, all kept; {versions} versions, all whole"
    );
    assert!(
        olds > 0 && kept > 0 && versions >= kept,
        "the cuts reached the save"
    );
}

/// The calls of a save in place.
const CALLS_IN_PLACE: [(&str, usize); 8] = [
    ("openat", 20),
    ("?open", 14),
    ("write", 9),
    ("fsync", 10),
    ("ftruncate", 1),
    ("unlink", 3),
    ("unlinkat", 5),
    // Never called.
    ("sync", 1),
];

#[test]
fn whenever_the_power_is_cut_a_file_that_is_written_in_place_comes_back_whole() {
    // A shorter note: between writing it and cutting off the rest, the file is torn.
    let new = OLD.replace('旧', "");
    let Some(disk) = Disk::new().filter(|disk| disk.cut().is_some()) else {
        eprintln!("skipped: no file system can be made, mounted and shut down here");
        return;
    };
    let (ledger, other) = (
        disk.root().join("ledger.toml"),
        disk.root().join("name.toml"),
    );
    let state = disk.root().join("state");
    let (mut olds, mut news, mut mended, mut kept) = (0, 0, 0, 0);
    for (call, most) in CALLS_IN_PLACE {
        for (when, others_sync) in (1..=most).flat_map(|when| [(when, false), (when, true)]) {
            let _ = fs::remove_file(&other);
            let _ = fs::remove_dir_all(&state);
            fs::write(&ledger, OLD).unwrap();
            fs::hard_link(&ledger, &other).unwrap();
            fs::File::open(&ledger).unwrap().sync_all().unwrap();
            fs::File::open(disk.root()).unwrap().sync_all().unwrap();
            let status = save_until(&ledger, "", call, when);
            if others_sync {
                fs::File::open(&ledger).unwrap().sync_all().unwrap();
            }
            disk.cut().unwrap();
            let found = fs::read(&ledger).unwrap();
            // The next start.
            drop(Document::open_with(&ledger, Some(&state)));
            let text = fs::read_to_string(&ledger).unwrap();
            let is_new = text == new;
            assert!(is_new || text == OLD, "{call} {when}: torn: {text:?}");
            assert_eq!(fs::read_to_string(&other).unwrap(), text, "{call} {when}");
            if status == Some(10) {
                assert!(is_new, "{call} {when}: said to be on the disk, and is not");
                kept += 1;
            }
            mended += usize::from(found != text.as_bytes());
            if is_new { news += 1 } else { olds += 1 }
        }
    }
    let cuts = olds + news;
    eprintln!(
        "{cuts} power cuts in place: {olds} old ({mended} mended), {news} new, none torn; {kept} saves told, all kept"
    );
    assert!(mended > 0 && kept > 0, "the cuts reached the save");
}
