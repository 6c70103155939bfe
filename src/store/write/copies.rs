//! Copies of both versions of a ledger, in the user's own folder while the ledger is written over in place.
//!
//! They are on the disk before the first byte of the ledger changes, and go when it is whole. Their writer holds a lock
//! next to them as long as it runs: copies whose lock is free are those of a program that was killed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::ledger::NotKept;
use crate::store::flock::{Kind, Locking, try_lock};
use crate::store::private;
use crate::store::read::SIZE_LIMIT_BYTES;
use crate::store::trial::{Step, reach};

/// The folder of all copies in the user's own folder.
const FOLDER: &str = "overwrites";
/// How the name of the folder of one save begins.
const PREFIX: &str = "of-";

/// The file that names the ledger; written last, so that copies which have it are complete.
const NAME: &str = "ledger";
const OLD: &str = "old";
const NEW: &str = "new";
/// Locked by the writer as long as it runs.
const LOCK: &str = "lock";

/// The longest path of a ledger that is read.
const NAME_LIMIT_BYTES: u64 = 1 << 16;

/// Incomplete copies younger than this may be in the making.
const AGE: Duration = Duration::from_mins(1);

/// Copies of both versions. They stay when this is dropped, unless they are removed.
#[derive(Debug)]
pub struct Copies {
    folder: PathBuf,
    _lock: Option<File>,
}

impl Copies {
    /// Brings both versions to the disk in the user's own folder.
    ///
    /// # Errors
    ///
    /// As the disk; also where somebody else can write into that folder.
    pub fn keep(ledger: &Path, old: &[u8], new: &[u8], state: &Path) -> Result<Self, NotKept> {
        reach(Step::Copies)?;
        let missing = missing(&state.join(FOLDER));
        let all = private::folder(state, FOLDER)?;
        let mut builder = tempfile::Builder::new();
        close(builder.prefix(PREFIX));
        // Removed again unless it is complete.
        let folder = builder.tempdir_in(&all)?;
        let lock = private::open(&folder.path().join(LOCK), true)?;
        // A file system without locks cannot tell who is gone: copies are then taken for abandoned too early, and a
        // comparison of the bytes is all that protects a save in progress.
        let _ = try_lock(&lock, Kind::Exclusive);
        for (name, bytes) in [(OLD, old), (NEW, new), (NAME, private::bytes_of(ledger))] {
            let mut file = private::open(&folder.path().join(name), true)?;
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        // A file that is on the disk without its name cannot be found after a power cut.
        private::sync_folder(folder.path())?;
        private::sync_folder(&all)?;
        for above in missing.iter().filter_map(|folder| folder.parent()) {
            private::sync_folder(above)?;
        }
        Ok(Self {
            folder: folder.keep(),
            _lock: Some(lock),
        })
    }

    /// The copies of a program that was killed while it wrote this ledger, if there are any. Nothing is changed. They
    /// are not looked at by others before they are dropped.
    pub fn abandoned(ledger: &Path, state: &Path, kind: Kind) -> Vec<Self> {
        if kind == Kind::Exclusive {
            // Closes a folder that an older program has left open to others.
            let _ = private::existing(state, FOLDER);
        }
        let is_of_ledger = |folder: &PathBuf| {
            private::read(&folder.join(NAME), NAME_LIMIT_BYTES)
                .is_ok_and(|name| name == private::bytes_of(ledger))
        };
        let folders = folders(state).into_iter().filter(is_of_ledger);
        let of_the_gone = |folder: PathBuf| match Writer::of(&folder, kind) {
            Writer::IsGone(lock) => Some(Self {
                folder,
                _lock: lock,
            }),
            Writer::Runs => None,
        };
        folders.filter_map(of_the_gone).collect()
    }

    /// The old version and the new one.
    ///
    /// # Errors
    ///
    /// As the disk.
    pub fn read(&self) -> io::Result<(Vec<u8>, Vec<u8>)> {
        let read = |name| private::read(&self.folder.join(name), SIZE_LIMIT_BYTES);
        Ok((read(OLD)?, read(NEW)?))
    }

    /// Removes them: the ledger is whole.
    pub fn remove(self) {
        remove(&self.folder);
    }
}

/// Removes what programs left behind that were killed before their copies were complete, or while they removed them.
pub fn sweep(state: &Path) {
    for folder in folders(state) {
        let has = |name: &str| folder.join(name).symlink_metadata().is_ok();
        let is_complete = has(NAME) && has(OLD) && has(NEW);
        let age = fs::symlink_metadata(&folder).and_then(|it| it.modified());
        let is_old = age.is_ok_and(|it| it.elapsed().is_ok_and(|age| age > AGE));
        if is_complete || !is_old {
            continue;
        }
        if let Writer::IsGone(_lock) = Writer::of(&folder, Kind::Exclusive) {
            remove(&folder);
        }
    }
}

/// The folders that would have to be created for this one.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let above = folder.ancestors().take_while(|it| !it.exists());
    above.map(Path::to_path_buf).collect()
}

/// The folders of all copies that only this user can have put there.
fn folders(state: &Path) -> Vec<PathBuf> {
    let all = state.join(FOLDER);
    if ![state, &all].into_iter().all(is_trusted) {
        return Vec::new();
    }
    let entries = fs::read_dir(all).into_iter().flatten().flatten();
    let names = entries.filter(|it| it.file_name().to_string_lossy().starts_with(PREFIX));
    let folders = names.map(|it| it.path());
    folders.filter(|folder| is_trusted(folder)).collect()
}

/// Whether it is a folder of this user that others cannot write. Whoever could would choose what the ledger becomes.
#[cfg(unix)]
fn is_trusted(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let user = rustix::process::geteuid().as_raw();
    fs::symlink_metadata(folder)
        .is_ok_and(|it| it.is_dir() && it.uid() == user && it.mode() & 0o022 == 0)
}

#[cfg(not(unix))]
fn is_trusted(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|it| it.is_dir())
}

/// The program that made copies.
enum Writer {
    Runs,
    /// With the lock that it would hold. One that was killed early has made none.
    IsGone(Option<File>),
}

impl Writer {
    fn of(folder: &Path, kind: Kind) -> Self {
        // Network file systems give this lock only for what is open for writing.
        match private::open(&folder.join(LOCK), kind == Kind::Exclusive) {
            Ok(lock) if matches!(try_lock(&lock, kind), Locking::Busy) => Self::Runs,
            Ok(lock) => Self::IsGone(Some(lock)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::IsGone(None),
            Err(_) => Self::Runs,
        }
    }
}

#[cfg(unix)]
fn close(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o700));
}

#[cfg(not(unix))]
fn close(_: &mut tempfile::Builder<'_, '_>) {}

/// The name goes first: what is left when the power is cut in between is incomplete, and swept.
fn remove(folder: &Path) {
    let _ = fs::remove_file(folder.join(NAME));
    let _ = fs::remove_dir_all(folder);
}
