//! What can come of a save. There are only these outcomes, and each must be told to the user in plain words.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::ledger::{IoCause, ItemKey, NotApplied, Problem, Unresolved};

/// The edit is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// And on the disk, as far as the system can say.
    Durable,
    /// But the system would not confirm that it reached the disk.
    Unconfirmed,
}

/// The edit is not in the file, and the file is as it was.
#[derive(Debug)]
pub enum NotSaved {
    /// Somebody else saved again and again while this was tried.
    ChangedElsewhere,
    /// Somebody else's version has mistakes, in the order of the file, or is no ledger at all; perhaps it is being
    /// written just now.
    Broken(Vec<Problem>),
    /// The file is gone.
    Missing,
    /// The ledger was opened read-only.
    ReadOnly(ReadOnly),
    /// What the edit changes is not in the file any more as it was when the edit was made.
    StaleEdit,
    /// It is not sure which item of the file the edit was made for.
    Unresolved {
        /// What it was made for.
        wanted: ItemKey,
        /// What stands in the way.
        why: Unresolved,
    },
    /// The new file would not have read back as intended. A fault of this program; nothing was written.
    WouldNotReadBack,
    /// Others saved twice while this was tried. The later version is the file, and what it replaced has this name.
    SetAside(PathBuf),
    /// The file can only be written over in place, and the copies that must be kept for that cannot be kept.
    CopiesNotKept(NotKept),
    /// The system refused.
    System(io::Error),
}

impl NotSaved {
    /// Why an edit that was made for an item cannot be put into the file.
    pub fn of_edit(wanted: ItemKey, why: NotApplied) -> Self {
        match why {
            NotApplied::Unresolved(why) => Self::Unresolved { wanted, why },
            NotApplied::Stale => Self::StaleEdit,
        }
    }
}

/// Why a ledger can be read but not written; named when it is opened, not when it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The user asked for it.
    Asked,
    /// It is the demonstration, which is no file.
    Demo,
    /// The file may not be written by this user.
    File,
    /// The folder may not be written by this user, so no new version can be put beside the old one.
    Folder,
    /// The file is in the encoding of older Chinese programs; TOML must be UTF-8.
    Gb18030,
    /// The file has the schema of a newer program, which may mean more than this one understands.
    NewerSchema,
}

/// Why the state folder did not take a draft or a version. What was said of the ledger's own file holds all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// This system names no such folder.
    NoFolder,
    /// The folder of this name is a link, another user's, or open to others.
    Unsafe(String),
    /// The system refused.
    System(IoCause),
}

impl From<io::Error> for NotKept {
    fn from(error: io::Error) -> Self {
        Self::System(IoCause::of(&error))
    }
}

impl fmt::Display for NotKept {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder => out.write_str("no state folder"),
            Self::Unsafe(folder) => write!(out, "{folder} is not a folder of this user alone"),
            Self::System(cause) => write!(out, "{cause:?}"),
        }
    }
}

impl Error for NotKept {}
