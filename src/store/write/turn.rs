//! Taking turns: a lock that is held while a file is being replaced, and only then.
//!
//! The lock is on a side file that is never renamed. A lock on the ledger itself would belong to the old version, and
//! the next program would get one on the new version at once. It makes collisions rare; what makes them harmless is
//! the comparison before and after the replacement, so a file system without locks only loses the politeness.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How often to try, and how long to wait between: two seconds in all.
const TRIES: u32 = 100;
const BETWEEN: Duration = Duration::from_millis(20);

/// The right to replace a file, until it is dropped.
pub struct Turn {
    /// Locked as long as it is open; `None` where no lock could be had.
    _side_file: Option<File>,
}

impl Turn {
    /// Waits a moment for the turn, then goes on without.
    pub fn take(path: &Path, folder: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let side_file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(format!(".{name}.lock")))
            .ok()
            .filter(is_locked_in_time);
        Self {
            _side_file: side_file,
        }
    }
}

fn is_locked_in_time(side_file: &File) -> bool {
    for _ in 0..TRIES {
        match side_file.try_lock() {
            Ok(()) => return true,
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN),
            Err(TryLockError::Error(_)) => return false,
        }
    }
    false
}
