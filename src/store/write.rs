//! How a new version of a file comes into it: whole or not at all.
//!
//! The usual way ([`replace`]) puts a new file in the place of the old one. Where that would lose what belongs to the old
//! file (other names of it, its owner, its access list), or where the folder takes no new files, the file is written
//! over in place instead ([`overwrite`]), with both versions kept elsewhere until it is done.

mod access;
mod attributes;
pub mod overwrite;
mod replace;
mod turn;

use std::fs;
use std::io;
use std::path::Path;

use crate::ledger::{NotSaved, Saved};
use crate::store::read::{Unreadable, read_bytes};
use attributes::has_other_names;
use turn::Turn;

pub use access::read_only;
pub use replace::sweep_beside;

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
    let folder = path.parent().unwrap_or(Path::new("."));
    // Two programs that save at the same moment take turns; the second then sees that the file changed.
    let _turn = Turn::take(path, folder);
    let seen = fs::metadata(path).map_err(gone_or_refused)?;
    if current(path)? != old {
        return Err(NotSaved::ChangedElsewhere);
    }
    let must_overwrite = has_other_names(&seen) || !access::may_write(folder);
    match state.filter(|_| must_overwrite) {
        Some(state) => return overwrite::overwrite(path, &seen, old, new, state),
        None if must_overwrite && !access::may_write(folder) => {
            let error = io::Error::from(io::ErrorKind::PermissionDenied);
            return Err(NotSaved::System(error));
        }
        None => {}
    }
    match (replace::replace(path, &seen, old, new), state) {
        (Ok(saved), _) => Ok(saved),
        (Err(Refused::NotSaved(why)), _) => Err(why),
        (Err(Refused::WouldLose(_)), Some(state)) => {
            overwrite::overwrite(path, &seen, old, new, state)
        }
        (Err(Refused::WouldLose(error)), None) => Err(NotSaved::System(error)),
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
