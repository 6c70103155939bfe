//! What the system tells the program: to end, to stop for a while, to go on.
//!
//! A thread of its own waits for that: after a window is closed the one that reads keys may never come back.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
#[cfg(unix)]
use std::time::Duration;
use std::time::Instant;

use crate::terminal::Wake;

/// When the user's own editor ended last.
static EDITOR_ENDED: Mutex<Option<Instant>> = Mutex::new(None);

/// A signal that was sent before the editor ended is heard within this time.
#[cfg(unix)]
const HEARD_LATE: Duration = Duration::from_millis(500);

/// The user's own editor has ended, and the terminal is about to be taken over again.
pub fn editor_has_ended() {
    let mut ended = EDITOR_ENDED.lock().unwrap_or_else(PoisonError::into_inner);
    *ended = Some(Instant::now());
}

/// Whether keys that interrupt are for the user's own editor: it has the terminal, or had it a moment ago.
#[cfg(unix)]
fn is_for_editor() -> bool {
    let ended = *EDITOR_ENDED.lock().unwrap_or_else(PoisonError::into_inner);
    !outlet::is_open() || ended.is_some_and(|ended| ended.elapsed() < HEARD_LATE)
}

/// Listening, until it is ended or the program is.
#[must_use]
pub struct Listening {
    #[cfg(unix)]
    signals: signal_hook::iterator::Handle,
}

impl Listening {
    /// Listens no longer: somebody else begins to, or the program ends.
    pub fn end(self) {
        #[cfg(unix)]
        self.signals.close();
    }
}

/// Makes a file that may not grow further an error of the write that reports it, not the end of the program.
///
/// # Errors
///
/// As the system.
#[cfg(unix)]
pub fn survive_file_size_limit() -> io::Result<()> {
    use signal_hook::consts::SIGXFSZ;
    // A handler that does nothing of note; unlike an ignored signal it is not handed down to programs that are started.
    signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default()).map(drop)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub fn survive_file_size_limit() -> io::Result<()> {
    Ok(())
}

/// Begins to listen. Told to end, or when its window is closed, the program puts the terminal back and ends; stopped
/// and continued, it takes the terminal over again.
#[cfg(unix)]
pub fn listen(wakes: Sender<Wake>) -> io::Result<Listening> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use std::thread;
    thread::spawn(end_with_window);
    let told = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT];
    let mut signals = signal_hook::iterator::Signals::new(told)?;
    let listening = Listening {
        signals: signals.handle(),
    };
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => stop(&wakes),
                SIGCONT => go_on(&wakes),
                SIGINT | SIGQUIT if is_for_editor() => {}
                _ => {
                    session::leave();
                    session::end(128 + signal);
                }
            }
        }
    });
    Ok(listening)
}

#[cfg(unix)]
use crate::terminal::{outlet, session};

/// Ends the program when its window is gone. Where it is not the terminal's own session (started by `setsid`, `nohup`,
/// some remote shells), no signal says so, and the thread that reads keys would read nothing for ever, at full speed.
#[cfg(unix)]
fn end_with_window() {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    let stdout = io::stdout();
    loop {
        // Asked for nothing, the system wakes us only for what is told without asking: hang-up and error.
        let mut window = [PollFd::new(&stdout, PollFlags::empty())];
        match poll(&mut window, None) {
            Ok(_) => break,
            Err(Errno::INTR) => {}
            // A terminal that cannot be watched; the signal is all there is.
            Err(_) => return,
        }
    }
    session::leave();
    session::end(128 + signal_hook::consts::SIGHUP);
}

/// Gives the terminal back to the shell, stops, and comes back when the shell says so.
#[cfg(unix)]
fn stop(wakes: &Sender<Wake>) {
    let was_ours = outlet::is_open();
    session::leave();
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
    if was_ours && session::enter().is_ok() {
        let _ = wakes.send(Wake::Resumed);
    }
}

/// Somebody stopped the program without asking and let it go on: the shell has used the terminal in between.
#[cfg(unix)]
fn go_on(wakes: &Sender<Wake>) {
    if outlet::is_open() && session::enter().is_ok() {
        let _ = wakes.send(Wake::Resumed);
    }
}

#[cfg(not(unix))]
pub fn listen(_: Sender<Wake>) -> io::Result<Listening> {
    Ok(Listening {})
}
