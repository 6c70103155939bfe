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
use crate::store::sweep::{TEMPORARY, sweep};
use crate::store::trial::{Step, reach};
use crate::store::write::{Refused, attributes, current, gone_or_refused, sync};

/// Replaces the file at `path`, which held exactly `old` when it was `seen`, by `new`.
///
/// # Errors
///
/// The file is untouched whenever this fails.
pub fn replace(path: &Path, seen: &Metadata, old: &[u8], new: &[u8]) -> Result<Saved, Refused> {
    let folder = path.parent().unwrap_or(Path::new("."));
    reach(Step::Create)?;
    let mut beside = beside(path, folder)?;
    reach(Step::Write)?;
    beside.write_all(new)?;
    reach(Step::Attributes)
        .and_then(|()| attributes::keep(beside.as_file(), seen, path))
        .map_err(Refused::WouldLose)?;
    reach(Step::Sync)?;
    let file_is_durable = sync(beside.as_file())?;
    // Writing took time: look once more before the old version goes.
    let now = fs::metadata(path)
        .map_err(gone_or_refused)
        .map_err(Refused::NotSaved)?;
    if Seen::of_metadata(&now) != Seen::of_metadata(seen) {
        return Err(Refused::NotSaved(NotSaved::ChangedElsewhere));
    }
    reach(Step::Exchange)?;
    take_place(beside, path, old).map_err(Refused::NotSaved)?;
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
