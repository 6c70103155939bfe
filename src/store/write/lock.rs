//! The lock that a program holds while it saves a ledger: a side file next to it, `.ledger.toml.lock`, that is there
//! only meanwhile.
//!
//! A lock on the ledger itself would belong to the old version, and the next program would get one on the new version
//! at once. The side file is taken only if it is a regular file that this user can read, created with the permissions
//! of the ledger so that everybody who can write the ledger can lock it, and removed by its holder.
//!
//! Where there can be no side file, as in a folder that takes no files, or where it is stuck, the ledger itself is locked
//! after all: most programs then write it over in place, and it stays the same file. A lock that cannot be had, or is
//! stuck, is done without. It keeps programs from disturbing each other; the comparisons before and after a new
//! version comes in keep them from overwriting each other.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use crate::store::flock::{BETWEEN, Kind, Locking, TRIES, try_lock};
use crate::store::marks::Seen;
use crate::store::regular::{self, FileId};
use crate::store::trial::{Step, reach};
use crate::store::write::{attributes, names};

/// How often to try in all, while one program after the other has the lock: ten seconds.
const TRIES_IN_ALL: u32 = 5 * TRIES;

/// How often to try to open a side file that this user may not read. Whoever has just created it may be about to share
/// it; a foreign one stays as it is.
const TRIES_TO_OPEN: u32 = 10;

/// The right to save a ledger, until it is dropped.
#[derive(Debug)]
pub struct Lock {
    ledger: PathBuf,
    side_file: PathBuf,
    held: Held,
}

/// What is locked, until it is closed.
#[derive(Debug)]
enum Held {
    SideFile(File),
    Ledger(#[expect(dead_code, reason = "closing it gives the lock back")] File),
    Nothing,
}

/// What came of trying to lock the side file.
enum Attempt {
    Held(File),
    /// Somebody else holds this one.
    Busy(FileId),
    /// This user may not read it.
    Denied,
    /// It came or went while it was tried.
    Changed,
    /// There can be none here, or what stands in its place is no file.
    Impossible,
}

impl Lock {
    /// Waits for the lock as long as it keeps changing hands, and gives up on one that is stuck.
    pub fn acquire(ledger: &Path) -> Self {
        let mut lock = Self::none(ledger);
        let (mut holder, mut tries_of_holder, mut denied) = (None, 0, 0);
        for _ in 0..TRIES_IN_ALL {
            match lock.attempt() {
                Attempt::Held(file) => {
                    lock.held = Held::SideFile(file);
                    return lock;
                }
                Attempt::Busy(id) if holder == Some(id) => tries_of_holder += 1,
                Attempt::Busy(id) => (holder, tries_of_holder) = (Some(id), 0),
                Attempt::Denied => denied += 1,
                // Nothing to wait for: what is there now is not what was there a moment ago.
                Attempt::Changed => continue,
                Attempt::Impossible => break,
            }
            if tries_of_holder >= TRIES || denied >= TRIES_TO_OPEN {
                break;
            }
            thread::sleep(BETWEEN);
        }
        lock.held = locked_ledger(ledger).map_or(Held::Nothing, Held::Ledger);
        lock
    }

    /// The lock of this ledger, waited for unless it is held already. The lock of another ledger is given back first.
    pub fn ensure<'l>(lock: &'l mut Option<Self>, ledger: &Path) -> &'l Self {
        if lock.as_ref().is_some_and(|it| it.ledger != ledger) {
            *lock = None;
        }
        lock.get_or_insert_with(|| Self::acquire(ledger))
    }

    /// The lock, if it can be had at once.
    pub fn try_acquire(ledger: &Path) -> Option<Self> {
        let mut lock = Self::none(ledger);
        let Attempt::Held(file) = lock.attempt() else {
            return None;
        };
        lock.held = Held::SideFile(file);
        Some(lock)
    }

    fn none(ledger: &Path) -> Self {
        Self {
            side_file: ledger.with_file_name(format!("{}.lock", names::hidden(ledger))),
            ledger: ledger.to_path_buf(),
            held: Held::Nothing,
        }
    }

    /// Whether other programs that take the lock are kept out.
    pub fn is_held(&self) -> bool {
        !matches!(self.held, Held::Nothing)
    }

    /// Whether the ledger itself is locked, so that nobody else, not even this program, gets a lock on it.
    pub fn is_on_ledger(&self) -> bool {
        matches!(self.held, Held::Ledger(_))
    }

    fn attempt(&self) -> Attempt {
        let file = match self.open() {
            Ok(file) => file,
            Err(attempt) => return attempt,
        };
        match self.attempt_on(file) {
            // Network file systems lock only what is open for writing.
            Attempt::Impossible => regular::open_to_write(&self.side_file)
                .map_or(Attempt::Impossible, |file| self.attempt_on(file)),
            attempt => attempt,
        }
    }

    fn attempt_on(&self, file: File) -> Attempt {
        match try_lock(&file, Kind::Exclusive) {
            Locking::Held => {}
            Locking::Busy => {
                let holder = file.metadata().map(|it| FileId::of(&it));
                return holder.map_or(Attempt::Changed, Attempt::Busy);
            }
            Locking::Unsupported => return Attempt::Impossible,
        }
        // A side file that was removed by its last holder while it was waited for keeps nobody out.
        match regular::is_named(&file, &self.side_file) {
            Ok(true) => Attempt::Held(file),
            _ => Attempt::Changed,
        }
    }

    fn open(&self) -> Result<File, Attempt> {
        reach(Step::Lock).or(Err(Attempt::Impossible))?;
        match fs::symlink_metadata(&self.side_file) {
            // Opening a device can do things by itself.
            Ok(found) if !found.is_file() => return Err(Attempt::Impossible),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return self.create(),
            Err(_) => return Err(Attempt::Impossible),
        }
        regular::open_to_read(&self.side_file).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Attempt::Changed,
            io::ErrorKind::PermissionDenied => Attempt::Denied,
            _ => Attempt::Impossible,
        })
    }

    fn create(&self) -> Result<File, Attempt> {
        let ledger = fs::symlink_metadata(&self.ledger).or(Err(Attempt::Impossible))?;
        let mut options = File::options();
        attributes::limit(options.read(true).write(true).create_new(true), &ledger);
        match options.open(&self.side_file) {
            Ok(file) => {
                attributes::share(&file, &ledger, &self.ledger);
                Ok(file)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Attempt::Changed),
            Err(_) => Err(Attempt::Impossible),
        }
    }
}

impl Drop for Lock {
    /// Removes the side file while it is still locked: whoever waits for it sees that it is gone, and makes another.
    fn drop(&mut self) {
        let Held::SideFile(file) = &self.held else {
            return;
        };
        // Windows removes no open file; and what somebody wrote something into is not this program's.
        let is_ours = cfg!(unix)
            && file.metadata().is_ok_and(|it| it.len() == 0)
            && regular::is_named(file, &self.side_file).unwrap_or(false);
        if is_ours {
            let _ = fs::remove_file(&self.side_file);
        }
    }
}

/// The ledger, locked while its name leads to it. Waits as long as others save, and gives up on a lock that is stuck.
fn locked_ledger(ledger: &Path) -> Option<File> {
    if cfg!(windows) {
        // There this program itself could not read it any more.
        return None;
    }
    let (mut last_save, mut tries_since) = (None, 0);
    for _ in 0..TRIES_IN_ALL {
        let writable = regular::open_to_write(ledger);
        let file = writable.or_else(|_| regular::open_to_read(ledger)).ok()?;
        match try_lock(&file, Kind::Exclusive) {
            Locking::Held if regular::is_named(&file, ledger).ok()? => return Some(file),
            Locking::Held => continue,
            Locking::Unsupported => return None,
            Locking::Busy => {}
        }
        let marks = Seen::of(ledger);
        tries_since = if marks == last_save {
            tries_since + 1
        } else {
            0
        };
        last_save = marks;
        if tries_since >= TRIES {
            return None;
        }
        thread::sleep(BETWEEN);
    }
    None
}

#[cfg(all(test, unix))]
mod tests;
