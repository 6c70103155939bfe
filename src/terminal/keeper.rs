//! The thread that keeps the file: saves and reloads, one after the other, while the screen goes on.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use crate::app::{Msg, NotReloaded, Reloaded, SaveRequest};
use crate::ledger::{Draft, Edit, NotSaved, Saved};
use crate::terminal::Wake;

/// Whoever can write the ledger's file. The store is behind it; this floor does not see it.
pub trait Keeper: Send + 'static {
    /// Writes one edit into the file.
    ///
    /// # Errors
    ///
    /// Whenever the file is as it was.
    fn save(&mut self, edit: &Edit) -> Result<Saved, NotSaved>;

    /// Keeps a note that is not saved yet, or, with `None`, forgets it: there is none any more.
    ///
    /// # Errors
    ///
    /// As the place where it is kept.
    fn keep_draft(&mut self, draft: Option<&Draft>) -> io::Result<()>;

    /// The unsaved note that was offered was taken up or given up.
    fn settle_draft(&mut self, is_resumed: bool);

    /// Reads the file again.
    ///
    /// # Errors
    ///
    /// Whenever there is no whole ledger in it; the old one stays.
    fn reload(&mut self) -> Result<Reloaded, NotReloaded>;
}

pub(super) enum Job {
    Save(SaveRequest),
    Draft(Option<Draft>),
    SettleDraft { is_resumed: bool },
    Reload,
}

/// Starts the thread. Its answers come as wakes.
pub(super) fn start(keeper: impl Keeper, wakes: Sender<Wake>) -> (Sender<Job>, JoinHandle<()>) {
    let (sender, jobs) = channel();
    let thread = thread::spawn(move || {
        let mut clerk = Clerk {
            keeper,
            drafts_fail: false,
        };
        let mut next = jobs.recv().ok();
        while let Some(job) = next.take() {
            let following = jobs.try_recv().ok();
            // Of several drafts in a row only the last one matters.
            let is_overtaken = matches!((&job, &following), (Job::Draft(_), Some(Job::Draft(_))));
            let answer = if is_overtaken {
                None
            } else {
                clerk.perform(job)
            };
            if answer.is_some_and(|msg| wakes.send(Wake::Answer(msg)).is_err()) {
                return;
            }
            next = following.or_else(|| jobs.recv().ok());
        }
    });
    (sender, thread)
}

struct Clerk<K> {
    keeper: K,
    /// Whether the user knows already that drafts cannot be kept.
    drafts_fail: bool,
}

impl<K: Keeper> Clerk<K> {
    fn perform(&mut self, job: Job) -> Option<Msg> {
        match job {
            Job::Save(request) => {
                let outcome = self.keeper.save(&request.edit);
                Some(Msg::SaveEnded(request, outcome))
            }
            Job::Reload => Some(Msg::Reloaded(self.keeper.reload())),
            Job::SettleDraft { is_resumed } => {
                self.keeper.settle_draft(is_resumed);
                None
            }
            Job::Draft(draft) => {
                let was_failing = self.drafts_fail;
                self.drafts_fail = self.keeper.keep_draft(draft.as_ref()).is_err();
                (self.drafts_fail && !was_failing).then_some(Msg::DraftNotKept)
            }
        }
    }
}
