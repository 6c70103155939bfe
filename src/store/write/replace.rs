//! Putting a new file in the place of the old one, in one step.
//!
//! The new version is written beside the old one and brought to the disk; only then do the two change places, and the
//! folder is brought to the disk too. Each step is there because leaving it out was seen to lose files: without the
//! first sync the name can point at zeros after a power cut, without the second a save that was confirmed can be gone.
//! Changing places (instead of a rename over the old one) leaves the old version in hand, so that a version which
//! somebody else saved in the very last moment is seen and put back, not lost.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::ledger::{NotSaved, Saved};
use crate::store::marks::Seen;
use crate::store::regular::{is_named, open_to_read};
use crate::store::sweep::{TEMPORARY, abandoned};
use crate::store::trial::{Step, reach};
use crate::store::write::lock::Lock;
use crate::store::write::{Refused, Written, attributes, current, names, regular, sync};

/// Replaces the file at `path`, which held exactly `old` when it was `seen`, by `new`.
///
/// # Errors
///
/// The file is untouched whenever this fails.
pub fn replace(path: &Path, seen: &Metadata, old: &[u8], new: &[u8]) -> Result<Written, Refused> {
    let folder = path.parent().unwrap_or(Path::new("."));
    reach(Step::Create)?;
    let mut beside = beside(path, folder).map_err(refused_here)?;
    reach(Step::Write)?;
    beside.write_all(new)?;
    reach(Step::Attributes)
        .and_then(|()| attributes::keep(beside.as_file(), seen, path))
        .map_err(Refused::WouldLose)?;
    reach(Step::Sync)?;
    let file_is_durable = sync(beside.as_file())?;
    // Writing took time: look once more before the old version goes.
    let now = regular(path).map_err(Refused::NotSaved)?;
    if Seen::of_metadata(&now) != Seen::of_metadata(seen) {
        return Err(Refused::NotSaved(NotSaved::ChangedElsewhere));
    }
    reach(Step::Exchange)?;
    let seen = take_place(beside, path, (old, new))?;
    let folder_is_durable = sync_folder(folder);
    let saved = if file_is_durable && folder_is_durable {
        Saved::Durable
    } else {
        Saved::Unconfirmed
    };
    Ok(Written { saved, seen })
}

/// A folder may take no new file, or let none take another one's place, though its permissions say that it would: the
/// file can still be written over in place.
fn refused_here(error: io::Error) -> Refused {
    if error.kind() == io::ErrorKind::PermissionDenied {
        Refused::WouldLose(error)
    } else {
        error.into()
    }
}

/// Puts the new file under the name of the old one. Gives its marks.
fn take_place(
    beside: NamedTempFile,
    path: &Path,
    (old, new): (&[u8], &[u8]),
) -> Result<Option<Seen>, Refused> {
    let marks = |file: &File| file.metadata().ok().map(|it| Seen::of_metadata(&it));
    if !change_places(beside.path(), path).map_err(refused_here)? {
        // A system or a file system that cannot do this replaces the old file in one step all the same.
        let placed = beside
            .persist(path)
            .map_err(|error| refused_here(error.error))?;
        return Ok(marks(&placed));
    }
    // The old version stands under the temporary name now and goes with it, unless it is not the old version at all.
    if current(beside.path()).is_ok_and(|displaced| displaced == old) {
        return Ok(marks(beside.as_file()));
    }
    Err(Refused::NotSaved(give_back(beside, path, new)))
}

/// Puts a version back that somebody else saved just before ours took its place. Nothing that others wrote is removed
/// here: only what is known to be the version that this save has made.
fn give_back(beside: NamedTempFile, path: &Path, new: &[u8]) -> NotSaved {
    let is_back = reach(Step::ExchangeBack).and_then(|()| change_places(beside.path(), path));
    if is_back.is_ok_and(|is_back| is_back) {
        if is_ours(beside.as_file(), beside.path(), new) {
            return NotSaved::ChangedElsewhere;
        }
        // Somebody saved once more, over our version. Theirs is the newest one and stays the file.
        let _ = change_places(beside.path(), path);
        return set_aside(beside, path);
    }
    let is_gone = fs::symlink_metadata(path).is_err_and(|it| it.kind() == io::ErrorKind::NotFound);
    let placed = if is_gone {
        beside.persist_noclobber(path)
    } else if is_ours(beside.as_file(), path, new) {
        beside.persist(path)
    } else {
        return set_aside(beside, path);
    };
    match placed {
        Ok(_) => NotSaved::ChangedElsewhere,
        Err(error) => set_aside(error.file, path),
    }
}

/// Whether the name leads to the file that this save has made, and nobody has written into it since.
fn is_ours(file: &File, path: &Path, new: &[u8]) -> bool {
    let is_unchanged = || {
        use std::io::Read;
        let mut bytes = Vec::new();
        open_to_read(path)?.read_to_end(&mut bytes)?;
        io::Result::Ok(bytes == new)
    };
    is_named(file, path).unwrap_or(false) && is_unchanged().unwrap_or(false)
}

/// Keeps what stands under the temporary name: it is somebody's work, and has no other name. Under the new one it is
/// found, and never swept.
fn set_aside(mut beside: NamedTempFile, path: &Path) -> NotSaved {
    for number in 1..=NAMES_ASIDE {
        match beside.persist_noclobber(names::set_aside(path, number)) {
            Ok(_) => return NotSaved::SetAside(names::set_aside(path, number)),
            Err(error) => beside = error.file,
        }
    }
    let name = beside.path().to_path_buf();
    let _ = beside.keep();
    NotSaved::SetAside(name)
}

/// How many names are tried for a version that is set aside.
const NAMES_ASIDE: usize = 99;

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
    let prefix = prefix(path);
    let folder = path.parent().unwrap_or(Path::new("."));
    let found = abandoned(folder, |name| is_temporary(name, &prefix));
    // A program that was stopped in the middle of a save goes on some day, and needs its file then.
    let Some(_lock) = found.first().and_then(|_| Lock::try_acquire(path)) else {
        return;
    };
    for file in found {
        let _ = fs::remove_file(file);
    }
}

/// Whether it is a name as this program makes it, with six letters and digits of chance. The folder is shared: what
/// somebody else calls so by hand is not cleared away.
fn is_temporary(name: &str, prefix: &str) -> bool {
    let rest = name.strip_prefix(prefix);
    let chance = rest.and_then(|rest| rest.strip_suffix(TEMPORARY));
    chance.is_some_and(|it| it.len() == 6 && it.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn prefix(path: &Path) -> String {
    format!("{}.", names::hidden(path))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_program_are_temporary() {
        let is_temporary = |name| is_temporary(name, ".l.toml.");
        assert!(is_temporary(".l.toml.a1B2c3.tmp"));
        for name in [
            ".l.toml.backup-1.tmp",
            ".l.toml.tmp",
            ".m.toml.a1B2c3.tmp",
            "l.toml.a1B2c3.tmp",
        ] {
            assert!(!is_temporary(name), "{name}");
        }
    }
}
