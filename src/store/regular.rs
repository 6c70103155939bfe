//! Opening regular files and nothing else. In a folder that others can write, any name may lead to a link, a pipe or a
//! device by the time it is opened: a link would send the bytes elsewhere, and a pipe would block for ever.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
#[cfg(unix)]
use std::thread;

#[cfg(unix)]
use crate::store::flock;

/// Opens the file of this very name for reading.
///
/// # Errors
///
/// As the system; [`io::ErrorKind::InvalidInput`] where it is no regular file, also where it is a link to one.
pub fn open_to_read(path: &Path) -> io::Result<File> {
    open(path, false).and_then(only_regular)
}

/// Opens the file of this very name for reading and writing. It is neither created nor truncated.
///
/// # Errors
///
/// As [`open_to_read`].
pub fn open_to_write(path: &Path) -> io::Result<File> {
    open(path, true).and_then(only_regular)
}

fn only_regular(file: File) -> io::Result<File> {
    let is_regular = file.metadata()?.is_file();
    is_regular
        .then_some(file)
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))
}

#[cfg(unix)]
fn open(path: &Path, is_written: bool) -> io::Result<File> {
    use rustix::fs::OFlags;
    let access = if is_written {
        OFlags::RDWR
    } else {
        OFlags::RDONLY
    };
    open_unharmed(path, access | OFlags::NOFOLLOW)
}

/// Opens a file without waiting for a pipe's other end, without making a terminal this program's own, and without
/// handing it down to programs that are started. A file that `flags` create is its user's alone.
///
/// # Errors
///
/// As the system; [`io::ErrorKind::InvalidInput`] for a link that is not to be followed and for a socket.
#[cfg(unix)]
pub fn open_unharmed(path: &Path, flags: rustix::fs::OFlags) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;
    let flags = flags | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    for _ in 0..flock::TRIES {
        match rustix::fs::open(path, flags, Mode::RUSR | Mode::WUSR) {
            Ok(file) => return Ok(File::from(file)),
            // A file server has lent it out to another machine, and is asking for it back.
            Err(Errno::AGAIN) => thread::sleep(flock::BETWEEN),
            Err(Errno::LOOP) if flags.contains(OFlags::NOFOLLOW) => {
                return Err(io::Error::from(io::ErrorKind::InvalidInput));
            }
            Err(Errno::NXIO) => return Err(io::Error::from(io::ErrorKind::InvalidInput)),
            Err(error) => return Err(error.into()),
        }
    }
    Err(io::Error::from(io::ErrorKind::ResourceBusy))
}

#[cfg(not(unix))]
fn open(path: &Path, is_written: bool) -> io::Result<File> {
    File::options().read(true).write(is_written).open(path)
}

/// Which file it is, whatever its name. Where the system does not number files, all are taken for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileId {
    #[cfg(unix)]
    device_and_inode: (u64, u64),
}

impl FileId {
    /// The file that the system says this of.
    #[cfg_attr(not(unix), expect(unused_variables, reason = "files have no numbers"))]
    pub fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            #[cfg(unix)]
            device_and_inode: (metadata.dev(), metadata.ino()),
        }
    }
}

/// Whether the name still leads to this open file, itself and not through a link.
///
/// # Errors
///
/// As the system; [`io::ErrorKind::NotFound`] where the name is gone.
pub fn is_named(file: &File, path: &Path) -> io::Result<bool> {
    let named = std::fs::symlink_metadata(path)?;
    Ok(FileId::of(&named) == FileId::of(&file.metadata()?))
}
