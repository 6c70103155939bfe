//! Files of this user alone, as the state folder holds them: folders that nobody else can enter, and regular files that
//! are opened without following a link and without waiting for anybody.
//!
//! Whoever can write into such a folder could plant a link, a pipe or a device under a name that this program opens.
//! So a folder that is a link or another user's is not used at all, and of a file only what `fstat` says of the open
//! descriptor counts.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::ledger::NotKept;
use crate::store::flock::{self, Kind, Locking};
#[cfg(unix)]
use crate::store::regular::open_unharmed;
use crate::store::sweep::TEMPORARY;

/// How a folder was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nobody else could write there.
    Private,
    /// Others could write there; now they cannot.
    WasOpen,
}

/// Makes the state folder where it is missing, and sees to it that it is this user's alone.
///
/// # Errors
///
/// Where it cannot be made, or is not to be trusted.
pub fn state_folder(state: &Path) -> Result<Found, NotKept> {
    make(state)?;
    check(state)
}

/// A folder of this name in the state folder, made where it is missing.
///
/// # Errors
///
/// As [`state_folder`].
pub fn folder(state: &Path, name: &str) -> Result<PathBuf, NotKept> {
    state_folder(state)?;
    let folder = state.join(name);
    make(&folder)?;
    check(&folder)?;
    Ok(folder)
}

/// The same; `None` where it is not there. Nothing is made.
///
/// # Errors
///
/// Where it is not to be trusted.
pub fn existing(state: &Path, name: &str) -> Result<Option<PathBuf>, NotKept> {
    let folder = state.join(name);
    for path in [state, &folder] {
        match path.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        check(path)?;
    }
    Ok(Some(folder))
}

/// Reads a regular file of this user, up to this size.
///
/// # Errors
///
/// As the system; also for what is no such file, or is larger.
pub fn read(path: &Path, limit_bytes: u64) -> io::Result<Vec<u8>> {
    let file = open(path, false)?;
    let mut bytes = Vec::new();
    file.take(limit_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit_bytes {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Puts a file of these bytes under a name of the folder, in the place of what stands there. When this returns, file
/// and name are on the disk; whoever looks sees the whole file or the one before.
///
/// # Errors
///
/// As the disk.
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut beside = beside(folder, name)?;
    beside.write_all(bytes)?;
    sync(beside.as_file())?;
    beside.persist(folder.join(name))?;
    sync_folder(folder)
}

/// The name of the file that a temporary file was to become, without its extension; `None` for other files.
pub fn stem_of_temporary(name: &str) -> Option<&str> {
    let name = name.strip_prefix('.')?.strip_suffix(TEMPORARY)?;
    Some(name.split_once('.').map_or(name, |(stem, _)| stem))
}

/// A temporary file in the folder, to be given this name.
pub fn beside(folder: &Path, name: &str) -> io::Result<NamedTempFile> {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let file = tempfile::Builder::new()
        .prefix(&format!(".{stem}."))
        .suffix(TEMPORARY)
        .tempfile_in(folder)?;
    close_to_others(file.as_file())?;
    Ok(file)
}

/// Opens the lock file at this path, which is made where it is missing, and takes the lock. Waits for two seconds at
/// the most.
///
/// # Errors
///
/// As the system; [`io::ErrorKind::ResourceBusy`] where somebody else holds it, also for what is no regular file.
pub fn lock(path: &Path) -> io::Result<File> {
    lock_within(path, flock::TRIES)
}

fn lock_within(path: &Path, tries: u32) -> io::Result<File> {
    let file = open(path, true)?;
    match flock::lock_within(&file, Kind::Exclusive, tries) {
        // A file system without locks: the change is written whole all the same.
        Locking::Held | Locking::Unsupported => Ok(file),
        Locking::Busy => Err(io::ErrorKind::ResourceBusy.into()),
    }
}

/// Writes what the system still holds back of a file to the disk. A file system that cannot say so is taken at its word.
pub fn sync(file: &File) -> io::Result<()> {
    match file.sync_all() {
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

/// Brings the names in a folder to the disk.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    sync(&File::open(folder)?)
}

/// A folder cannot be opened for this on Windows; a rename is written through there.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Opens a regular file of this user; for a lock also to be written, and made where it is missing.
#[cfg(unix)]
pub fn open(path: &Path, is_lock: bool) -> io::Result<File> {
    use rustix::fs::OFlags;
    let access = if is_lock {
        OFlags::RDWR | OFlags::CREATE
    } else {
        OFlags::RDONLY
    };
    let file = open_unharmed(path, access | OFlags::NOFOLLOW)?;
    let stat = rustix::fs::fstat(&file)?;
    let is_regular = rustix::fs::FileType::from_raw_mode(stat.st_mode).is_file();
    if !is_regular || stat.st_uid != rustix::process::geteuid().as_raw() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok(file)
}

#[cfg(not(unix))]
pub fn open(path: &Path, is_lock: bool) -> io::Result<File> {
    if path
        .symlink_metadata()
        .is_ok_and(|metadata| !metadata.is_file())
    {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut options = File::options();
    options.read(true).write(is_lock).create(is_lock);
    options.truncate(false).open(path)
}

/// Makes a folder and those above it, for this user alone.
fn make(folder: &Path) -> io::Result<()> {
    // A link that leads nowhere is there, too.
    if folder.symlink_metadata().is_ok() {
        return Ok(());
    }
    if let Some(above) = folder.parent().filter(|above| !above.exists()) {
        make(above)?;
    }
    match make_one(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

#[cfg(unix)]
fn make_one(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().mode(0o700).create(folder)?;
    // A umask may have taken away what this user needs.
    if fs::symlink_metadata(folder)?.permissions().mode() & 0o700 != 0o700 {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_one(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

/// Whether a folder is this user's alone. Permissions of others are taken away.
#[cfg(unix)]
fn check(folder: &Path) -> Result<Found, NotKept> {
    use rustix::fs::{Mode, OFlags, fchmod, fstat, open};
    use rustix::io::Errno;
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let is_unsafe = || NotKept::Unsafe(folder.to_string_lossy().into_owned());
    let opened = open(folder, flags, Mode::empty()).map_err(|error| match error {
        Errno::LOOP | Errno::NOTDIR => is_unsafe(),
        error => io::Error::from(error).into(),
    })?;
    let stat = fstat(&opened).map_err(io::Error::from)?;
    if stat.st_uid != rustix::process::geteuid().as_raw() {
        return Err(is_unsafe());
    }
    let others = Mode::RWXG | Mode::RWXO;
    let writable = Mode::WGRP | Mode::WOTH;
    let mode = Mode::from_raw_mode(stat.st_mode);
    if !mode.intersects(others) {
        return Ok(Found::Private);
    }
    let closed = fchmod(&opened, Mode::RWXU);
    let now = fstat(&opened).map_err(io::Error::from)?;
    if Mode::from_raw_mode(now.st_mode).intersects(writable) {
        closed.map_err(io::Error::from)?;
        return Err(is_unsafe());
    }
    Ok(if mode.intersects(writable) {
        Found::WasOpen
    } else {
        Found::Private
    })
}

#[cfg(not(unix))]
fn check(folder: &Path) -> Result<Found, NotKept> {
    // On Windows a profile is its user's alone.
    if folder.symlink_metadata()?.is_dir() {
        Ok(Found::Private)
    } else {
        Err(NotKept::Unsafe(folder.to_string_lossy().into_owned()))
    }
}

/// Permissions of a new folder for this user alone, whatever the umask left of them.
#[cfg(unix)]
pub fn close_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub fn close_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Permissions of a new file for this user alone, whatever the umask left of them.
#[cfg(unix)]
pub fn close_to_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if file.metadata()?.permissions().mode() & 0o777 != 0o600 {
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub fn close_to_others(_: &File) -> io::Result<()> {
    Ok(())
}

/// A name as the bytes that the system has for it: two names are never the same unless they lead to the same file.
pub fn bytes_of(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}

#[cfg(all(test, unix))]
mod tests;
