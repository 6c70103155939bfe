//! Whether a file can be written at all, told when it is opened and not when somebody has typed for an hour.

use std::fs;
use std::path::Path;

use crate::ledger::ReadOnly;

/// Why this user cannot write the file, if so. `can_overwrite` says whether a file can be written over in place, where
/// its folder takes no new ones.
pub fn read_only(path: &Path, can_overwrite: bool) -> Option<ReadOnly> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // A file without any write permission is meant to stay as it is, even where the user (root, or the owner of the
    // folder) could replace it all the same.
    let protected = fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly());
    if protected || !may_write(path) {
        Some(ReadOnly::File)
    } else if !may_write(folder) && !can_overwrite {
        Some(ReadOnly::Folder)
    } else {
        None
    }
}

#[cfg(unix)]
pub fn may_write(path: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    accessat(CWD, path, Access::WRITE_OK, AtFlags::EACCESS).is_ok()
}

#[cfg(not(unix))]
pub fn may_write(path: &Path) -> bool {
    path.is_dir() || fs::OpenOptions::new().append(true).open(path).is_ok()
}
