//! The thread that keeps the file: saves and reloads, one after the other, while the screen goes on.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::app::{Msg, NotReloaded, Reloaded, SaveRequest};
use crate::ledger::{NotSaved, NoteEdit, Saved};
use crate::terminal::Wake;

/// Whoever can write the ledger's file. The store is behind it; this floor does not see it.
pub trait Keeper: Send + 'static {
    /// Writes one edit into the file.
    ///
    /// # Errors
    ///
    /// Whenever the file is as it was.
    fn save(&mut self, edit: &NoteEdit) -> Result<Saved, NotSaved>;

    /// Reads the file again.
    ///
    /// # Errors
    ///
    /// Whenever there is no whole ledger in it; the old one stays.
    fn reload(&mut self) -> Result<Reloaded, NotReloaded>;
}

pub(super) enum Job {
    Save(SaveRequest),
    Reload,
}

/// Starts the thread. Its answers come as wakes.
pub(super) fn start(mut keeper: impl Keeper, wakes: Sender<Wake>) -> Sender<Job> {
    let (sender, jobs) = channel();
    thread::spawn(move || {
        for job in jobs {
            let msg = match job {
                Job::Save(request) => {
                    let outcome = keeper.save(&request.edit);
                    Msg::SaveEnded(request, outcome)
                }
                Job::Reload => Msg::Reloaded(keeper.reload()),
            };
            if wakes.send(Wake::Answer(msg)).is_err() {
                return;
            }
        }
    });
    sender
}
