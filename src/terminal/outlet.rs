//! Where pictures leave the program. Once it is closed, nothing more does: a thread that puts the terminal back must
//! not find its shell drawn over by one that was just about to show a picture.

use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// Whether the terminal is ours. It belongs to the process, as the terminal does: the panic hook and the signal thread
/// have no other way to know. Held while writing.
static IS_OPEN: Mutex<bool> = Mutex::new(false);

/// How long to wait for a picture that is on its way. A terminal that was stopped (Ctrl-S) takes none, for ever.
const PATIENCE: Duration = Duration::from_millis(200);

/// Lets pictures out.
pub fn open() {
    set(true);
}

/// Lets no more pictures out. Says whether they were let out until now; of several threads only one is told so.
pub fn close() -> bool {
    // The lock is waited for on another thread, so that the wait can end.
    let (sender, receiver) = channel();
    thread::spawn(move || sender.send(set(false)));
    receiver.recv_timeout(PATIENCE).unwrap_or(true)
}

/// Whether the terminal is ours.
#[cfg(unix)]
pub fn is_open() -> bool {
    *IS_OPEN
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn set(is_open: bool) -> bool {
    // A poisoned lock only means that some thread panicked while writing; the flag is whole.
    let mut lock = IS_OPEN
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    std::mem::replace(&mut lock, is_open)
}

/// A writer to standard output that keeps everything back until it is flushed: one picture is one write.
#[derive(Debug, Default)]
pub struct Outlet {
    pending: Vec<u8>,
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let lock = IS_OPEN
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let pending = std::mem::take(&mut self.pending);
        if *lock {
            let mut stdout = io::stdout().lock();
            stdout.write_all(&pending)?;
            stdout.flush()?;
        }
        Ok(())
    }
}
