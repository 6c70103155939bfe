//! The marks by which a version of a file is known without reading it.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

/// The marks of one version. Versions with the same marks are taken to be the same only to save reading; nothing is
/// ever overwritten on their word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    size_bytes: u64,
    modified: Option<SystemTime>,
    /// Device, number of the file, and the time of its last change in seconds and nanoseconds.
    #[cfg(unix)]
    inode: (u64, u64, i64, i64),
}

impl Seen {
    /// The marks of the file as it is now; `None` where there is none.
    pub fn of(path: &Path) -> Option<Self> {
        fs::metadata(path)
            .ok()
            .map(|metadata| Self::of_metadata(&metadata))
    }

    /// The marks in what the system says of a file.
    pub fn of_metadata(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            size_bytes: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            inode: (
                metadata.dev(),
                metadata.ino(),
                metadata.ctime(),
                metadata.ctime_nsec(),
            ),
        }
    }
}
