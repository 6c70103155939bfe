//! How a new version of a file comes into it: whole or not at all.
//!
//! The usual way ([`replace`]) puts a new file in the place of the old one. Where that would lose what belongs to the old
//! file (other names of it, its owner, its access list), or where the folder takes no new files, the file is written
//! over in place instead ([`overwrite`]), with both versions kept elsewhere until it is done.

mod access;
mod attributes;
pub mod copies;
mod lock;
mod names;
pub mod overwrite;
mod replace;

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use crate::ledger::{NotSaved, Saved};
use crate::store::marks::Seen;
use crate::store::read::{Unreadable, read_bytes};
use attributes::has_other_names;

pub use access::read_only;
pub use lock::Lock;
pub use replace::sweep_beside;

/// A new version that came into the file.
#[derive(Debug)]
pub struct Written {
    /// Whether it is known to be on the disk.
    pub saved: Saved,
    /// The marks of the file that has it. Whatever has other marks was saved later, by somebody else.
    pub seen: Option<Seen>,
}

/// Why a new version did not come in the usual way; the file is as it was.
enum Refused {
    /// It would not belong to whom the old one belongs, or lack its access list.
    WouldLose(io::Error),
    /// Anything else.
    NotSaved(NotSaved),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::NotSaved(NotSaved::System(error))
    }
}

/// Writes `new` into the file at `path`, which must hold exactly `old`. `state` is the user's own folder, for what must
/// be kept while a file is written over in place; without it that is not done.
///
/// # Errors
///
/// The file is untouched whenever this fails.
pub fn write(path: &Path, old: &[u8], new: &[u8], state: Option<&Path>) -> Result<Saved, NotSaved> {
    write_locked(path, (old, new), state, &mut None).map(|written| written.saved)
}

/// The same, under a lock that the caller goes on to hold: when the file was changed, nobody else gets in between before
/// the next try.
///
/// # Errors
///
/// As [`write`].
pub fn write_locked(
    path: &Path,
    (old, new): (&[u8], &[u8]),
    state: Option<&Path>,
    lock: &mut Option<Lock>,
) -> Result<Written, NotSaved> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // Without a file there is nothing to be locked.
    regular(path)?;
    let held = Lock::ensure(lock, path);
    let seen = regular(path)?;
    if current(path)? != old {
        return Err(NotSaved::ChangedElsewhere);
    }
    let overwrite = |state: &Path| overwrite::overwrite(path, &seen, (old, new), state, held);
    let must_overwrite = has_other_names(&seen) || !access::may_write(folder);
    match state.filter(|_| must_overwrite) {
        Some(state) => return overwrite(state),
        None if must_overwrite && !access::may_write(folder) => {
            let error = io::Error::from(io::ErrorKind::PermissionDenied);
            return Err(NotSaved::System(error));
        }
        None => {}
    }
    match (replace::replace(path, &seen, old, new), state) {
        (Ok(written), _) => Ok(written),
        (Err(Refused::NotSaved(why)), _) => Err(why),
        (Err(Refused::WouldLose(_)), Some(state)) => overwrite(state),
        (Err(Refused::WouldLose(error)), None) => Err(NotSaved::System(error)),
    }
}

/// Puts the ledger at `path` (its real path) back where a save in place was cut off; says whether it was.
pub fn mend(path: &Path, state: &Path) -> bool {
    overwrite::mend(path, state, &mut None)
}

/// What the system says of the file of this very name.
fn regular(path: &Path) -> Result<Metadata, NotSaved> {
    let found = fs::symlink_metadata(path).map_err(gone_or_refused)?;
    if found.is_symlink() {
        // The name became a link since the file was opened.
        return Err(NotSaved::ChangedElsewhere);
    }
    if !found.is_file() {
        let kind = if found.is_dir() {
            io::ErrorKind::IsADirectory
        } else {
            io::ErrorKind::InvalidInput
        };
        return Err(NotSaved::System(io::Error::from(kind)));
    }
    Ok(found)
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

/// Brings a file to the disk. `Ok(false)` where the file system cannot say that it did. Never asked twice: after an
/// error the system forgets what it could not write.
fn sync(file: &fs::File) -> io::Result<bool> {
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

#[cfg(test)]
mod tests;
