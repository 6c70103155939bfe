//! A new file, whole or not at all: it is written beside its place and brought to the disk before it gets its name,
//! and so is the name.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::store::private;
use crate::store::sweep::TEMPORARY;

/// Writes a file that is not there yet; where `replaces`, one that is there goes.
///
/// # Errors
///
/// As the disk, or because there is such a file. Whatever was there is then as it was.
pub fn create(path: &Path, bytes: &[u8], replaces: bool) -> io::Result<()> {
    let found = fs::metadata(path);
    if !replaces && found.is_ok() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists));
    }
    // A folder or a device is nothing to put a file in the place of.
    match found {
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => return Err(io::ErrorKind::InvalidInput.into()),
        _ => {}
    }
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".taizhang-").suffix(TEMPORARY);
    readable(&mut builder);
    let folder = folder.unwrap_or(Path::new("."));
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    private::sync(beside.as_file())?;
    let placed = if replaces {
        beside.persist(path)
    } else {
        beside.persist_noclobber(path)
    };
    placed.map_err(|error| error.error)?;
    // The file is there by now, and whole; a folder that cannot be opened does not change that.
    let _ = private::sync_folder(folder);
    Ok(())
}

/// Whether two names are those of one file.
pub fn is_same_file(left: &Path, right: &Path) -> bool {
    let (left, right) = (left.canonicalize(), right.canonicalize());
    matches!((left, right), (Ok(left), Ok(right)) if left == right)
}

/// Others may read it, as far as this user lets them read other files.
#[cfg(unix)]
fn readable(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn readable(_: &mut tempfile::Builder<'_, '_>) {}
