//! How a new version of a file takes the place of the old one: whole or not at all.
//!
//! The new version is written beside the old one and brought to the disk; only then do the two change places, and the
//! folder is brought to the disk too. Each step is there because leaving it out was seen to lose files: without the
//! first sync the name can point at zeros after a power cut, without the second a save that was confirmed can be gone.
//! Changing places (instead of a rename over the old one) leaves the old version in hand, so that a version which
//! somebody else saved in the very last moment is seen and put back, not lost.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use tempfile::NamedTempFile;

use crate::ledger::{NotSaved, ReadOnly, Saved};
use crate::store::read::{Unreadable, read_bytes};
use crate::store::sweep::{TEMPORARY, sweep};
use crate::store::turn::Turn;

/// Replaces the file at `path`, which must hold exactly `old`, by `new`.
///
/// # Errors
///
/// The file is untouched whenever this fails.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<Saved, NotSaved> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // Two programs that save at the same moment take turns; the second then sees that the file changed.
    let _turn = Turn::take(path, folder);
    let seen = fs::metadata(path).map_err(gone_or_refused)?;
    if current(path)? != old {
        return Err(NotSaved::ChangedElsewhere);
    }
    let mut beside = beside(path, folder).map_err(NotSaved::System)?;
    beside.write_all(new).map_err(NotSaved::System)?;
    keep_attributes(beside.as_file(), &seen).map_err(NotSaved::System)?;
    let file_is_durable = sync(beside.as_file()).map_err(NotSaved::System)?;
    // Writing took time: look once more before the old version goes.
    let now = fs::metadata(path).map_err(gone_or_refused)?;
    if marks(&now) != marks(&seen) {
        return Err(NotSaved::ChangedElsewhere);
    }
    take_place(beside, path, old)?;
    let folder_is_durable = sync_folder(folder);
    Ok(if file_is_durable && folder_is_durable {
        Saved::Durable
    } else {
        Saved::Unconfirmed
    })
}

/// Puts the new file under the name of the old one.
fn take_place(beside: NamedTempFile, path: &Path, old: &[u8]) -> Result<(), NotSaved> {
    if !change_places(beside.path(), path).map_err(NotSaved::System)? {
        // A system or a file system that cannot do this replaces the old file in one step all the same.
        return beside
            .persist(path)
            .map(|_| ())
            .map_err(|error| NotSaved::System(error.error));
    }
    // The old version stands under the temporary name now and goes with it, unless it is not the old version at all.
    if current(beside.path()).is_ok_and(|displaced| displaced == old) {
        return Ok(());
    }
    if !change_places(beside.path(), path).is_ok_and(|is_back| is_back) {
        // Whatever stands under the temporary name is somebody's work: it stays, under a name that is not swept.
        let displaced = path.with_extension("displaced.toml");
        let _ = beside
            .persist_noclobber(displaced)
            .map_err(|error| error.file.keep());
    }
    Err(NotSaved::ChangedElsewhere)
}

/// Lets two files change names in one step. `Ok(false)` where that cannot be done here.
#[cfg(target_os = "linux")]
fn change_places(left: &Path, right: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, left, CWD, right, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn change_places(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Why this user cannot write the file, if so.
pub fn read_only(path: &Path) -> Option<ReadOnly> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // A file without any write permission is meant to stay as it is, even where the user (root, or the owner of the
    // folder) could replace it all the same.
    let protected = fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly());
    if protected || !may_write(path) {
        Some(ReadOnly::File)
    } else if !may_write(folder) {
        Some(ReadOnly::Folder)
    } else {
        None
    }
}

fn current(path: &Path) -> Result<Vec<u8>, NotSaved> {
    read_bytes(path).map_err(|why| match why {
        Unreadable::Missing => NotSaved::Missing,
        Unreadable::System(error) => NotSaved::System(error),
        _ => NotSaved::ChangedElsewhere,
    })
}

fn gone_or_refused(error: io::Error) -> NotSaved {
    if error.kind() == io::ErrorKind::NotFound {
        NotSaved::Missing
    } else {
        NotSaved::System(error)
    }
}

/// A new file in the same folder: only there can it be renamed over the old one in one step. It removes itself unless
/// it is kept.
fn beside(path: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(&prefix(path))
        .suffix(TEMPORARY)
        .tempfile_in(folder)
}

/// Clears away new versions that were never finished, because the program was killed while it wrote them.
pub fn sweep_beside(path: &Path) {
    sweep(path.parent().unwrap_or(Path::new(".")), &prefix(path));
}

fn prefix(path: &Path) -> String {
    format!(
        ".{}.",
        path.file_name().unwrap_or_default().to_string_lossy()
    )
}

/// Brings a file to the disk. `Ok(false)` where the file system cannot say that it did.
fn sync(file: &File) -> io::Result<bool> {
    match file.sync_all() {
        Ok(()) => Ok(true),
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
            ) =>
        {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn keep_attributes(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // Only root may give files away; for anybody else the new version belongs to who wrote it.
        let owner = Some(rustix::fs::Uid::from_raw(old.uid()));
        let group = Some(rustix::fs::Gid::from_raw(old.gid()));
        let _ = rustix::fs::fchown(file, owner, group)
            .or_else(|_| rustix::fs::fchown(file, None, group));
    }
    file.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep_attributes(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// The marks by which a version of a file is known without reading it. Versions with the same marks are taken to be the
/// same only to save reading; nothing is ever overwritten on their word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    size_bytes: u64,
    modified: Option<SystemTime>,
    /// Device, number of the file, and the time of its last change in seconds and nanoseconds.
    #[cfg(unix)]
    inode: (u64, u64, i64, i64),
}

impl Seen {
    /// The marks of the file as it is now; `None` where there is none.
    pub fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|metadata| marks(&metadata))
    }
}

fn marks(metadata: &Metadata) -> Seen {
    #[cfg(unix)]
    use std::os::unix::fs::MetadataExt;
    Seen {
        size_bytes: metadata.len(),
        modified: metadata.modified().ok(),
        #[cfg(unix)]
        inode: (
            metadata.dev(),
            metadata.ino(),
            metadata.ctime(),
            metadata.ctime_nsec(),
        ),
    }
}

#[cfg(unix)]
fn may_write(path: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    accessat(CWD, path, Access::WRITE_OK, AtFlags::EACCESS).is_ok()
}

#[cfg(not(unix))]
fn may_write(path: &Path) -> bool {
    path.is_dir() || fs::OpenOptions::new().append(true).open(path).is_ok()
}

/// Whether the new name is known to be on the disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> bool {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .is_ok()
}

/// A folder cannot be opened for this on Windows; the rename itself is written through.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> bool {
    true
}
