//! Noticing that somebody else changed a file.
//!
//! The folder is watched, not the file: most programs save by putting a new file in the place of the old one, and a
//! watch on the old one would follow it into nothing. The system wakes us; nothing is asked again and again, except on
//! network drives, where the system hears nothing of what other machines do.

use std::ffi::OsString;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// A save is a handful of events; wait until they are over.
const QUIET: Duration = Duration::from_millis(300);

/// How often a file on a network drive is looked at.
const NETWORK_INTERVAL: Duration = Duration::from_secs(5);

/// Watches one file as long as it is kept.
pub struct Watch {
    _watcher: Box<dyn Watcher + Send>,
}

impl Watch {
    /// Calls `changed`, on a thread of its own, after every change of the file.
    ///
    /// # Errors
    ///
    /// Where the system cannot watch the folder.
    pub fn start(path: &Path, changed: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let (sender, events) = channel();
        let name: Option<OsString> = path.file_name().map(ToOwned::to_owned);
        let take = move |event: notify::Result<Event>| {
            // An error (too many events at once) may hide a change.
            if event.map_or(true, |event| is_change(&event, name.as_ref())) {
                let _ = sender.send(());
            }
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        let watcher: Box<dyn Watcher + Send> = if is_on_network(folder) {
            let config = Config::default().with_poll_interval(NETWORK_INTERVAL);
            let mut watcher = PollWatcher::new(take, config)?;
            watcher.watch(path, RecursiveMode::NonRecursive)?;
            Box::new(watcher)
        } else {
            let mut watcher = RecommendedWatcher::new(take, Config::default())?;
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
            Box::new(watcher)
        };
        thread::spawn(move || tell(&events, &changed));
        Ok(Self { _watcher: watcher })
    }
}

/// Tells of changes, once for all that come together. Ends with the watcher.
fn tell(events: &Receiver<()>, changed: &impl Fn()) {
    while events.recv().is_ok() {
        loop {
            match events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        changed();
    }
}

fn is_change(event: &Event, name: Option<&OsString>) -> bool {
    let is_ours = event.paths.is_empty()
        || event
            .paths
            .iter()
            .any(|path| path.file_name() == name.map(OsString::as_os_str));
    let is_reading = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
    is_ours && !is_reading
}

/// Whether other machines may write to the folder without this one's knowledge.
#[cfg(target_os = "linux")]
fn is_on_network(folder: &Path) -> bool {
    // NFS, SMB in its three forms, 9P, and whatever programs mount (FUSE), as `statfs(2)` numbers them.
    const NETWORK: [u64; 6] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x0102_1997,
        0x6573_5546,
    ];
    rustix::fs::statfs(folder).is_ok_and(|system| {
        // The type is 32 bits wide, signed on some machines.
        let kind = u64::try_from(system.f_type).unwrap_or(0) & 0xFFFF_FFFF;
        NETWORK.contains(&kind)
    })
}

#[cfg(not(target_os = "linux"))]
fn is_on_network(_: &Path) -> bool {
    false
}
