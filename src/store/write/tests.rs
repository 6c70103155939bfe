//! Others act in the middle of a save: what they wrote is never lost, and what is said of ours is true.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{overwrite, write};
use crate::ledger::{NotSaved, Saved};
use crate::store::read::read_whole;
use crate::store::trial::{Step, at, fail_at};

const OLD: &str = "the old version";
const NEW: &str = "our new version, which is longer";
const THEIRS: &str = "their version";
const LATER: &str = "their later version";

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A file, which may have a second name and is then written over in place.
    fn new(is_linked: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = Self { folder };
        fs::create_dir(desk.folder.path().join("shared")).expect("a folder");
        fs::write(desk.file(), OLD).expect("a file");
        if is_linked {
            fs::hard_link(desk.file(), desk.other()).expect("a link");
        }
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("shared/l.toml")
    }

    fn other(&self) -> PathBuf {
        self.folder.path().join("shared/other.toml")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn write(&self) -> Result<Saved, NotSaved> {
        let (old, new) = (OLD.as_bytes(), NEW.as_bytes());
        let outcome = write(&self.file(), old, new, Some(&self.state()));
        fail_at(None);
        outcome
    }

    fn text(&self) -> String {
        text(&self.file())
    }

    /// The names in the shared folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("shared")).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|it| {
                it.expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    fn copies(&self) -> usize {
        fs::read_dir(self.state().join("overwrites")).map_or(0, Iterator::count)
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a file")
}

/// Saves as most programs do.
fn rename_over(path: &Path, text: &str) {
    let beside = path.with_file_name("theirs");
    fs::write(&beside, text).expect("a file");
    fs::rename(beside, path).expect("renamed");
}

#[test]
#[cfg(target_os = "linux")]
fn what_stood_there_at_either_exchange_is_kept() {
    let desk = Desk::new(false);
    let path = desk.file();
    at(Step::Exchange, {
        let path = path.clone();
        move || {
            rename_over(&path, THEIRS);
            at(Step::ExchangeBack, move || rename_over(&path, LATER));
        }
    });
    let outcome = desk.write();
    let Err(NotSaved::SetAside(aside)) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(desk.text(), LATER, "the last version that somebody saved");
    assert_eq!(text(&aside), THEIRS, "and what we had put out of its place");
    assert_eq!(desk.names(), ["l.displaced.toml", "l.toml"]);
    // The same once more: nothing that was set aside is overwritten.
    fs::write(&path, OLD).expect("a file");
    at(Step::Exchange, {
        let path = path.clone();
        move || {
            rename_over(&path, "theirs again");
            at(Step::ExchangeBack, move || rename_over(&path, LATER));
        }
    });
    assert!(matches!(desk.write(), Err(NotSaved::SetAside(_))));
    assert_eq!(text(&aside), THEIRS);
    assert_eq!(
        text(&path.with_extension("displaced-2.toml")),
        "theirs again"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_written_into_our_version_before_it_is_taken_back_is_kept() {
    let desk = Desk::new(false);
    let path = desk.file();
    at(Step::Exchange, move || {
        rename_over(&path, THEIRS);
        at(Step::ExchangeBack, move || {
            fs::write(&path, LATER).expect("a file");
        });
    });
    assert!(matches!(desk.write(), Err(NotSaved::SetAside(_))));
    assert_eq!(desk.text(), LATER);
    assert_eq!(text(&desk.file().with_extension("displaced.toml")), THEIRS);
}

#[test]
#[cfg(target_os = "linux")]
fn a_version_that_cannot_be_exchanged_back_comes_back_all_the_same() {
    for is_gone in [false, true] {
        let desk = Desk::new(false);
        let path = desk.file();
        at(Step::Exchange, move || {
            rename_over(&path, THEIRS);
            if is_gone {
                at(Step::ExchangeBack, move || {
                    fs::remove_file(path).expect("a file");
                });
            } else {
                fail_at(Some(Step::ExchangeBack));
            }
        });
        assert!(matches!(desk.write(), Err(NotSaved::ChangedElsewhere)));
        assert_eq!(desk.text(), THEIRS);
        assert_eq!(desk.names(), ["l.toml"]);
    }
}

#[test]
#[cfg(unix)]
fn a_link_that_is_planted_before_the_file_is_opened_is_not_followed() {
    for is_dangling in [false, true] {
        let desk = Desk::new(true);
        let victim = desk.folder.path().join("victim");
        if !is_dangling {
            fs::write(&victim, OLD).expect("a file");
        }
        let (path, target) = (desk.file(), victim.clone());
        at(Step::Open, move || {
            fs::remove_file(&path).expect("a file");
            std::os::unix::fs::symlink(target, path).expect("a link");
        });
        assert!(matches!(desk.write(), Err(NotSaved::ChangedElsewhere)));
        assert_eq!(victim.exists(), !is_dangling);
        assert!(is_dangling || text(&victim) == OLD);
        assert_eq!((text(&desk.other()), desk.copies()), (OLD.to_owned(), 0));
    }
}

#[test]
#[cfg(unix)]
fn a_link_that_takes_the_place_of_the_file_sends_nothing_elsewhere() {
    for theirs in [OLD, THEIRS] {
        let desk = Desk::new(false);
        let victim = desk.folder.path().join("victim");
        fs::write(&victim, theirs).expect("a file");
        let (path, target) = (desk.file(), victim.clone());
        at(Step::Exchange, move || {
            fs::remove_file(&path).expect("a file");
            std::os::unix::fs::symlink(target, path).expect("a link");
        });
        let outcome = desk.write();
        assert_eq!(text(&victim), theirs);
        assert_eq!(desk.names(), ["l.toml"]);
        // Where what it leads to is what we knew, our version takes its place; otherwise it is there again.
        assert_eq!(outcome.is_ok(), theirs == OLD || !cfg!(target_os = "linux"));
        assert_eq!(desk.file().is_symlink(), outcome.is_err());
    }
}

#[test]
#[cfg(unix)]
fn another_file_is_not_written_over_even_if_it_looks_the_same() {
    let desk = Desk::new(true);
    let path = desk.file();
    at(Step::Open, move || rename_over(&path, OLD));
    assert!(matches!(desk.write(), Err(NotSaved::ChangedElsewhere)));
    assert_eq!(
        (desk.text(), text(&desk.other())),
        (OLD.to_owned(), OLD.to_owned())
    );
}

#[test]
#[cfg(unix)]
fn what_went_into_a_file_that_was_replaced_is_not_told_to_be_saved() {
    for (theirs, expected) in [(Some(THEIRS), "changed"), (None, "missing")] {
        let desk = Desk::new(true);
        let path = desk.file();
        at(Step::Confirm, move || match theirs {
            Some(theirs) => rename_over(&path, theirs),
            None => fs::remove_file(&path).expect("a file"),
        });
        match desk.write() {
            Err(NotSaved::ChangedElsewhere) => assert_eq!(expected, "changed"),
            Err(NotSaved::Missing) => assert_eq!(expected, "missing"),
            outcome => panic!("{outcome:?}"),
        }
        assert_eq!(desk.file().exists().then(|| desk.text()).as_deref(), theirs);
        assert_eq!(
            text(&desk.other()),
            OLD,
            "and not under its other name either"
        );
        assert_eq!(desk.copies(), 0);
    }
}

#[test]
#[cfg(unix)]
fn a_save_in_progress_is_not_mended() {
    for is_torn in [false, true] {
        let desk = Desk::new(true);
        let (path, state) = (desk.file(), desk.state());
        at(Step::Overwrite, move || {
            if is_torn {
                fs::write(&path, "our new").expect("a file");
            }
            assert!(
                !overwrite::mend(&path, &state, &mut None),
                "its writer runs"
            );
            let modes = walk(&state);
            assert!(modes.len() >= 6, "{modes:?}");
            for (path, mode) in modes {
                assert_eq!(mode & 0o077, 0, "{} is open to others", path.display());
            }
        });
        assert_eq!(desk.write().expect("saved"), Saved::Durable);
        assert_eq!((desk.text(), desk.copies()), (NEW.to_owned(), 0));
    }
}

/// Everything below a folder, with its permissions.
#[cfg(unix)]
fn walk(folder: &Path) -> Vec<(PathBuf, u32)> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder).expect("there").permissions().mode();
    let below = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = below.flat_map(|entry| walk(&entry.path()));
    below.chain([(folder.to_path_buf(), mode)]).collect()
}

#[test]
#[cfg(unix)]
fn while_somebody_writes_in_place_a_reader_waits() {
    let desk = Desk::new(true);
    let path = desk.file();
    let writer = File::options().write(true).open(&path).expect("a file");
    writer.try_lock().expect("a lock");
    fs::write(&path, "half").expect("half a file");
    // The reader has opened the file by now; the writer comes to its end.
    at(Step::Read, {
        let path = path.clone();
        move || {
            at(Step::Read, move || {
                fs::write(path, NEW).expect("a file");
                drop(writer);
            });
        }
    });
    let content = read_whole(&path, false).expect("read");
    assert_eq!(content.bytes, NEW.as_bytes());
    assert!(!content.is_being_written);
    assert_eq!(
        desk.names(),
        ["l.toml", "other.toml"],
        "reading makes nothing"
    );
}

#[test]
#[cfg(unix)]
fn what_programs_left_that_were_killed_is_swept() {
    let desk = Desk::new(false);
    let all = desk.state().join("overwrites");
    let left = |name: &str, files: &[&str], age_secs: u64| {
        let folder = all.join(name);
        fs::create_dir_all(&folder).expect("a folder");
        for file in files {
            fs::write(folder.join(file), "").expect("a file");
        }
        let time = std::time::SystemTime::now() - std::time::Duration::from_secs(age_secs);
        File::open(&folder)
            .and_then(|it| it.set_modified(time))
            .expect("a time");
        folder
    };
    let swept = [
        left("of-empty", &[], 120),
        left("of-early", &["lock", "old"], 120),
        left("of-late", &["lock", "ledger", "new"], 120),
    ];
    let running = left("of-running", &["lock", "old"], 120);
    let lock = File::open(running.join("lock")).expect("a lock");
    lock.try_lock().expect("locked");
    let kept = [
        left("of-young", &["lock", "old"], 5),
        left("of-complete", &["lock", "old", "new", "ledger"], 120),
        running,
    ];
    assert!(!overwrite::mend(&desk.file(), &desk.state(), &mut None));
    for folder in swept {
        assert!(!folder.exists(), "{}", folder.display());
    }
    for folder in kept {
        assert!(folder.exists(), "{}", folder.display());
    }
}
