//! What belongs to a file beside its bytes: owner, permissions, access list, marks of other programs.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

/// Gives a new file what the old one at `path` has.
///
/// # Errors
///
/// Where something of it cannot be given; the new file is then no worthy successor.
#[cfg(unix)]
pub fn keep(file: &File, old: &Metadata, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        let owner = Some(rustix::fs::Uid::from_raw(old.uid()));
        let group = Some(rustix::fs::Gid::from_raw(old.gid()));
        rustix::fs::fchown(file, owner, group)?;
    }
    keep_extended(file, path, |name| {
        name == ACCESS_LIST || name.to_string_lossy().starts_with("user.")
    })?;
    // Last, because an access list changes the permissions, too.
    match file.set_permissions(old.permissions()) {
        Err(error) if file.metadata()?.mode() != old.mode() => Err(error),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
pub fn keep(file: &File, old: &Metadata, _: &Path) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// Lets a file be created with no more permissions than another one has.
#[cfg(unix)]
pub fn limit(options: &mut OpenOptions, other: &Metadata) {
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    options.mode(other.mode() & READ_AND_WRITE);
}

#[cfg(not(unix))]
pub fn limit(_: &mut OpenOptions, _: &Metadata) {}

#[cfg(unix)]
const READ_AND_WRITE: u32 = 0o666;

/// Lets everybody into a new and empty file who may use the one at `path`, as far as this user can: its group, its
/// access list, its permissions whatever the umask says. Where the group cannot be given, its members come in as others.
#[cfg(unix)]
pub fn share(file: &File, with: &Metadata, path: &Path) {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let mut mode = with.mode() & READ_AND_WRITE;
    if file.metadata().is_ok_and(|new| new.gid() != with.gid()) {
        let group = Some(rustix::fs::Gid::from_raw(with.gid()));
        if rustix::fs::fchown(file, None, group).is_err() && mode & 0o040 != 0 {
            mode |= 0o004;
        }
    }
    let _ = keep_extended(file, path, |name| name == ACCESS_LIST);
    // Last, because an access list changes the permissions, too.
    let _ = file.set_permissions(Permissions::from_mode(mode));
}

#[cfg(not(unix))]
pub fn share(_: &File, _: &Metadata, _: &Path) {}

/// The access list of a file, which a new file may have from its folder without being asked.
#[cfg(unix)]
const ACCESS_LIST: &str = "system.posix_acl_access";

/// Copies extended attributes: of the access list and what users and programs put there, those that are `wanted`. What
/// the kernel keeps for itself (`security.*`, `trusted.*`) it gives to every new file as it sees fit.
#[cfg(unix)]
fn keep_extended(
    file: &File,
    path: &Path,
    wanted: impl Fn(&std::ffi::OsStr) -> bool,
) -> io::Result<()> {
    use xattr::FileExt;
    // A file system without such attributes has none to lose.
    let names: Vec<_> = xattr::list(path)
        .into_iter()
        .flatten()
        .filter(|name| wanted(name))
        .collect();
    if !names.iter().any(|name| name == ACCESS_LIST) {
        let _ = file.remove_xattr(ACCESS_LIST);
    }
    for name in names {
        let Some(value) = xattr::get(path, &name)? else {
            continue;
        };
        if file.get_xattr(&name)?.as_deref() != Some(&value) {
            file.set_xattr(&name, &value)?;
        }
    }
    Ok(())
}

/// Whether the file has other names (hard links), which a new file in its place would not have.
#[cfg(unix)]
pub fn has_other_names(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.nlink() > 1
}

#[cfg(not(unix))]
pub fn has_other_names(_: &Metadata) -> bool {
    false
}
