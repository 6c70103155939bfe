//! Locks on open files, waited for no longer than a user can bear. Whoever may read a file can hold a lock on it for
//! ever, so nothing may depend on getting one.

use std::fs::{File, TryLockError};
use std::io;
use std::thread;
use std::time::Duration;

/// How long to wait between two tries.
pub const BETWEEN: Duration = Duration::from_millis(5);

/// How often to try until a lock is taken to be stuck: two seconds in all.
pub const TRIES: u32 = 400;

/// What others may do with the file meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They may hold the same kind of lock.
    Shared,
    /// They may hold none.
    Exclusive,
}

/// What came of locking.
#[derive(Debug)]
pub enum Locking {
    /// The lock is held until the file is closed.
    Held,
    /// Somebody else holds one.
    Busy,
    /// The file system has no locks, or not of this kind.
    Unsupported,
}

/// Tries once.
pub fn try_lock(file: &File, kind: Kind) -> Locking {
    loop {
        let tried = match kind {
            Kind::Shared => file.try_lock_shared(),
            Kind::Exclusive => file.try_lock(),
        };
        return match tried {
            Ok(()) => Locking::Held,
            Err(TryLockError::WouldBlock) => Locking::Busy,
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {
                continue;
            }
            Err(TryLockError::Error(_)) => Locking::Unsupported,
        };
    }
}

/// Waits for the lock, but not for one that is stuck.
pub fn lock(file: &File, kind: Kind) -> Locking {
    lock_within(file, kind, TRIES)
}

/// Waits for the lock for so many tries.
pub fn lock_within(file: &File, kind: Kind, tries: u32) -> Locking {
    for _ in 0..tries {
        match try_lock(file, kind) {
            Locking::Busy => thread::sleep(BETWEEN),
            outcome => return outcome,
        }
    }
    Locking::Busy
}
