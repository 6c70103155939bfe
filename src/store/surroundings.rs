//! What lies around: the ledgers of a folder, whether a folder can be written, whether a disk is on another machine.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::ledger::IoCause;
use crate::store::read::open_regular;

/// How much of a file is looked at to tell whether it is a ledger.
const LOOKED_AT_BYTES: u64 = 64 * 1_024;
/// The most ledgers that are named.
const NAMED: usize = 50;

/// The ledgers in a folder, by name. Only the beginnings of its `.toml` files are looked at.
pub fn ledgers_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_ledger = |path: &PathBuf| {
        path.extension().is_some_and(|it| it == "toml") && begins_as_ledger(path).unwrap_or(false)
    };
    let files = entries.map(|entry| entry.path());
    let mut ledgers: Vec<PathBuf> = files.filter(is_ledger).take(NAMED).collect();
    ledgers
        .sort_by(|left, right| natord::compare(&left.to_string_lossy(), &right.to_string_lossy()));
    ledgers
}

/// Whether a file has what every ledger begins with. Lines are asked for as they are written by hand.
fn begins_as_ledger(path: &Path) -> io::Result<bool> {
    let Ok(file) = open_regular(path) else {
        return Ok(false);
    };
    let mut beginning = Vec::new();
    file.take(LOOKED_AT_BYTES).read_to_end(&mut beginning)?;
    let beginning = String::from_utf8_lossy(&beginning);
    let has = |wanted: fn(&str) -> bool| beginning.lines().map(str::trim).any(wanted);
    Ok(has(|line| line.starts_with("[ledger]"))
        && has(|line| {
            line.strip_prefix("schema")
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        }))
}

/// What can be done in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Files can be made there.
    Writable,
    /// It is not there, and will be made when it is needed.
    ToBeMade,
    /// No files can be made there.
    Refused(IoCause),
}

/// Tries whether files can be made in a folder; leaves nothing behind.
pub fn access(folder: &Path) -> Access {
    let is_there = folder.is_dir();
    let nearest = folder.ancestors().find(|above| above.is_dir());
    match nearest.map(tempfile::tempfile_in) {
        Some(Ok(_)) if is_there => Access::Writable,
        Some(Ok(_)) => Access::ToBeMade,
        Some(Err(error)) => Access::Refused(IoCause::of(&error)),
        None => Access::Refused(IoCause::NotFound),
    }
}

/// What kind of disk a file is on, where it is one that another machine may write to at the same time.
#[cfg(target_os = "linux")]
pub fn shared_disk(path: &Path) -> Option<&'static str> {
    // The numbers are those of the system's own list (`linux/magic.h`).
    match u64::try_from(rustix::fs::statfs(path).ok()?.f_type).ok()? & 0xFFFF_FFFF {
        0x6969 => Some("NFS"),
        0x517B | 0xFF53_4D42 | 0xFE53_4D42 => Some("SMB"),
        0x0102_1997 => Some("9P"),
        0x6573_5546 => Some("FUSE"),
        0x00C3_6400 => Some("Ceph"),
        0x5346_414F => Some("AFS"),
        _ => None,
    }
}

/// Elsewhere nobody knows.
#[cfg(not(target_os = "linux"))]
pub fn shared_disk(_: &Path) -> Option<&'static str> {
    None
}
