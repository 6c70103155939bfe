//! Different users of one machine hammer one ledger in a shared folder. Every save that was acknowledged is in the file
//! at the end, and hardly one is refused. Needs root, to be several users; elsewhere the tests say so and stop.
#![cfg(unix)]
#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a skipped test says so, writers answer on their output, and the counts are worth a line"
)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::{self, ScopedJoinHandle};

use taizhang::ledger::{Edit, ItemId};
use taizhang::store::Document;
use tempfile::TempDir;

/// The group that shares the folder.
const GROUP: u32 = 62_000;
/// The user whom folder and ledger belong to.
const OWNER: u32 = 62_001;
/// Who saves at the same time: five writers of three users.
const WRITERS: [u32; 5] = [OWNER, OWNER, 62_002, 62_002, 62_003];

/// How often somebody looks at the ledger meanwhile, at the most.
const READS: usize = 500;

const LEDGER: &str = "TAIZHANG_USERS_LEDGER";
const STATE: &str = "TAIZHANG_USERS_STATE";
const ITEM: &str = "TAIZHANG_USERS_ITEM";
const SAVES: &str = "TAIZHANG_USERS_SAVES";

/// This test is a stage for the others: run by them as some user, it saves again and again into one item, each time with
/// one more number at the end of the note, and tells what came of each save.
#[test]
fn stage_for_a_writer() {
    let Some(path) = std::env::var_os(LEDGER) else {
        return;
    };
    let number = |name| std::env::var(name).unwrap().parse::<u64>().unwrap();
    let state = PathBuf::from(std::env::var_os(STATE).unwrap());
    let item = number(ITEM);
    let mut document = match Document::open_with(Path::new(&path), Some(&state)) {
        Ok(document) => document,
        Err(refusal) => {
            println!("\nunreadable {:?}", refusal.why);
            return;
        }
    };
    for turn in 0..number(SAVES) {
        let note = note(&document, item);
        let edit = Edit::of_note(
            document
                .ledger()
                .item_ref_of(&ItemId::Number(item))
                .unwrap(),
            note.as_str(),
            format!("{note}{turn};"),
        );
        match document.save(&edit) {
            Ok(_) => println!("\nsaved {turn}"),
            Err(why) => println!("\nrefused {turn} {why:?}"),
        }
    }
}

fn note(document: &Document, item: u64) -> String {
    let ledger = document.ledger();
    let position = ledger.position(&ItemId::Number(item)).unwrap();
    ledger.items[position].progress.clone()
}

/// What may stand in the place of the lock before anybody saves.
#[derive(Clone, Copy, PartialEq)]
enum Planted {
    Nothing,
    /// A file that none of the writers can open.
    Foreign,
    /// A lock that somebody never gives back.
    Stuck,
}

/// How a shared folder is set up.
#[derive(Clone, Copy)]
struct Case {
    folder_owner: u32,
    folder_mode: u32,
    ledger_mode: u32,
    umask: &'static str,
    /// Whether the ledger has a second name, so that everybody writes it in place.
    is_linked: bool,
    /// Whether the shared group is only a supplementary one of the writers.
    is_supplementary: bool,
    /// What stands in the place of the lock.
    lock: Planted,
    /// How many bytes of comments the ledger has, so that it is not written in one piece.
    comment_bytes: usize,
    saves: usize,
}

/// A folder for a group, as departments have it.
const SHARED: Case = Case {
    folder_owner: OWNER,
    folder_mode: 0o2775,
    ledger_mode: 0o664,
    umask: "022",
    is_linked: false,
    is_supplementary: false,
    lock: Planted::Nothing,
    comment_bytes: 0,
    saves: 20,
};

/// A shared folder with a ledger, and the test program where every user can run it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(case: Case) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let desk = Self { folder };
        fs::copy(std::env::current_exe().unwrap(), desk.program()).unwrap();
        fs::create_dir(desk.shared()).unwrap();
        let items = (1..=WRITERS.len()).map(|id| {
            let fields = "title = \"甲\"\nprogress = \"\"\n";
            format!("[[item]]\nid = {id}\n{fields}")
        });
        let comment = "# 注\n".repeat(case.comment_bytes / 6);
        let items = items.collect::<Vec<_>>().concat() + &comment;
        fs::write(
            desk.ledger(),
            format!("schema = 1\n[ledger]\ntitle = \"甲\"\n{items}"),
        )
        .unwrap();
        if case.is_linked {
            fs::hard_link(desk.ledger(), desk.shared().join("other.toml")).unwrap();
        }
        for (path, owner, mode) in [
            (desk.ledger(), OWNER, case.ledger_mode),
            (desk.shared(), case.folder_owner, case.folder_mode),
        ] {
            chown(&path, Some(owner), Some(GROUP)).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        }
        if case.lock != Planted::Nothing {
            fs::write(desk.lock(), "").unwrap();
            let mode = if case.lock == Planted::Stuck {
                0o644
            } else {
                0o600
            };
            fs::set_permissions(desk.lock(), Permissions::from_mode(mode)).unwrap();
        }
        for user in WRITERS {
            let _ = fs::create_dir(desk.state(user));
            chown(desk.state(user), Some(user), Some(user)).unwrap();
        }
        desk
    }

    fn program(&self) -> PathBuf {
        self.folder.path().join("program")
    }

    fn shared(&self) -> PathBuf {
        self.folder.path().join("shared")
    }

    fn ledger(&self) -> PathBuf {
        self.shared().join("ledger.toml")
    }

    fn lock(&self) -> PathBuf {
        self.shared().join(".ledger.toml.lock")
    }

    fn state(&self, user: u32) -> PathBuf {
        self.folder.path().join(format!("state-{user}"))
    }

    /// One writer, until it has saved so often.
    fn write(&self, case: Case, at: usize) -> Output {
        let user = WRITERS[at];
        let mut command = Command::new("sh");
        let line = format!("umask {}; exec \"$@\"", case.umask);
        command.args(["-c", &line, "sh"]);
        if case.is_supplementary {
            command.args([
                "setpriv",
                &format!("--reuid={user}"),
                &format!("--regid={user}"),
            ]);
            command.arg(format!("--groups={GROUP}"));
        } else {
            command.uid(user).gid(GROUP);
        }
        command.arg(self.program());
        command.args(["--exact", "users::stage_for_a_writer", "--nocapture"]);
        command.args(["--test-threads", "1"]);
        command
            .env(LEDGER, self.ledger())
            .env(STATE, self.state(user));
        command
            .env(ITEM, (at + 1).to_string())
            .env(SAVES, case.saves.to_string());
        command.stdin(Stdio::null()).output().unwrap()
    }

    /// What is in a folder of the case that should not be there.
    fn left(&self, is_lock_kept: bool) -> Vec<String> {
        let entries = fs::read_dir(self.shared()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut left: Vec<String> = names
            .filter(|name| !["ledger.toml", "other.toml"].contains(&name.as_str()))
            .filter(|name| !is_lock_kept || name != ".ledger.toml.lock")
            .collect();
        for user in WRITERS {
            let copies = fs::read_dir(self.state(user).join("overwrites"));
            let copies = copies.into_iter().flatten().flatten();
            left.extend(copies.map(|copy| copy.path().to_string_lossy().into_owned()));
        }
        left
    }
}

/// Lets all writers of a case save at once, and counts.
fn hammer(name: &str, case: Case) {
    let desk = Desk::new(case);
    let stuck = (case.lock == Planted::Stuck).then(|| fs::File::open(desk.lock()).unwrap());
    if let Some(stuck) = &stuck {
        stuck.lock().unwrap();
    }
    let (mut reads, mut unread) = (0, Vec::new());
    let outputs: Vec<Output> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS.len())
            .map(|at| {
                scope.spawn({
                    let desk = &desk;
                    move || desk.write(case, at)
                })
            })
            .collect();
        let is_over = || writers.iter().all(ScopedJoinHandle::is_finished);
        while reads + unread.len() < READS && !is_over() {
            // Somebody else looks at the ledger meanwhile.
            match Document::read(&desk.ledger(), None) {
                Ok(_) => reads += 1,
                Err(refusal) => unread.push(format!("{:?}", refusal.why)),
            }
        }
        writers.into_iter().map(|it| it.join().unwrap()).collect()
    });
    let end = Document::open(&desk.ledger()).unwrap();
    let (mut acked, mut lost, mut refused) = (0, Vec::new(), Vec::new());
    for (at, output) in outputs.iter().enumerate() {
        let told = String::from_utf8_lossy(&output.stdout);
        let note = note(&end, at as u64 + 1);
        let held: Vec<&str> = note.split(';').collect();
        for line in told.lines() {
            if let Some(turn) = line.strip_prefix("saved ") {
                acked += 1;
                if !held.contains(&turn) {
                    lost.push(format!("{turn} of writer {at}"));
                }
            } else if line.starts_with("refused ") || line.starts_with("unreadable ") {
                refused.push(line.to_owned());
            }
        }
        assert!(
            output.status.success(),
            "writer {at}: {told} {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    eprintln!(
        "{name}: {acked} saves acknowledged, {} lost, {} refused; {reads} times read, {} times not",
        lost.len(),
        refused.len(),
        unread.len()
    );
    assert_eq!(
        unread,
        Vec::<String>::new(),
        "{name}: a sound ledger is called broken"
    );
    assert_eq!(
        lost,
        Vec::<String>::new(),
        "{name}: acknowledged saves are lost"
    );
    let all = acked + refused.len();
    assert_eq!(
        all,
        WRITERS.len() * case.saves,
        "{name}: every save has an answer"
    );
    assert!(refused.len() * 100 < all.max(1), "{name}: {refused:?}");
    let is_lock_kept = case.folder_mode & 0o1000 != 0 || case.lock != Planted::Nothing;
    assert_eq!(desk.left(is_lock_kept), Vec::<String>::new(), "{name}");
    let found = fs::metadata(desk.ledger()).unwrap();
    assert_eq!((found.uid(), found.gid()), (OWNER, GROUP), "{name}");
    let mode = found.permissions().mode();
    assert_eq!(
        mode & 0o7777,
        case.ledger_mode,
        "{name}: the permissions stay"
    );
}

fn is_root() -> bool {
    let is_root = rustix::process::geteuid().is_root();
    if !is_root {
        eprintln!("skipped: only root can be several users");
    }
    is_root
}

#[test]
fn five_writers_of_three_users_lose_no_acknowledged_save() {
    if is_root() {
        hammer(
            "shared folder",
            Case {
                saves: 100,
                ..SHARED
            },
        );
    }
}

#[test]
fn users_who_keep_their_files_to_themselves_lose_none() {
    if is_root() {
        let case = Case {
            umask: "077",
            ledger_mode: 0o660,
            ..SHARED
        };
        hammer("umask 077", case);
    }
}

#[test]
fn a_supplementary_group_is_enough() {
    if !is_root() {
        return;
    }
    if Command::new("setpriv").arg("--version").output().is_err() {
        eprintln!("skipped: no setpriv here");
        return;
    }
    let case = Case {
        umask: "077",
        ledger_mode: 0o660,
        is_supplementary: true,
        ..SHARED
    };
    hammer("supplementary group", case);
}

#[test]
fn in_a_sticky_folder_none_is_lost() {
    if is_root() {
        let case = Case {
            folder_owner: 0,
            folder_mode: 0o1777,
            ledger_mode: 0o666,
            ..SHARED
        };
        hammer("sticky folder", case);
    }
}

#[test]
fn in_a_folder_that_takes_no_files_none_is_lost() {
    if is_root() {
        let case = Case {
            folder_owner: 0,
            folder_mode: 0o755,
            ..SHARED
        };
        hammer("folder that takes no files", case);
    }
}

#[test]
fn a_ledger_with_two_names_loses_none() {
    if is_root() {
        hammer(
            "two names",
            Case {
                is_linked: true,
                comment_bytes: 30_000,
                saves: 10,
                ..SHARED
            },
        );
    }
}

#[test]
fn a_lock_that_nobody_can_open_or_get_loses_none() {
    if !is_root() {
        return;
    }
    for (name, lock, saves) in [
        ("foreign lock", Planted::Foreign, 10),
        ("stuck lock", Planted::Stuck, 1),
    ] {
        hammer(
            name,
            Case {
                lock,
                saves,
                ..SHARED
            },
        );
    }
}
