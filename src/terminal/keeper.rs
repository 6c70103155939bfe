//! The thread that keeps the file: saves and reloads, one after the other, while the screen goes on.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::app::{Msg, NotReloaded, Reloaded, SaveOutcome, SaveRequest};
use crate::ledger::{Edit, NotKept, SavedSearch, SearchChange};
use crate::terminal::Wake;
use crate::terminal::drafting::{DraftStore, NoDrafts};
use crate::terminal::worker::Worker;

/// Changes the searches that the user keeps, and gives those there are then.
pub type Searches = Box<dyn FnMut(&SearchChange) -> io::Result<Vec<SavedSearch>> + Send>;

/// Whoever can write the ledger's file. The store is behind it; this floor does not see it.
pub trait Keeper: Send + 'static {
    /// Writes one edit into the file.
    fn save(&mut self, edit: &Edit) -> SaveOutcome;

    /// Why the version that the last save replaced was not kept, if so.
    fn version_not_kept(&self) -> Option<NotKept> {
        None
    }

    /// Looks whether somebody else changed the file; `None` where it is as it was.
    fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>>;

    /// Calls `changed` whenever somebody else may have changed the file, as long as this keeper is there.
    fn watch(&mut self, changed: Arc<dyn Fn() + Send + Sync>);

    /// The place for what is being written, which has a thread of its own. Asked for once.
    fn drafts(&mut self) -> Box<dyn DraftStore> {
        Box::new(NoDrafts)
    }

    /// The place for the searches that the user keeps, which has a thread of its own. Asked for once; without a place
    /// there are none.
    fn searches(&mut self) -> Searches {
        Box::new(|change| match change {
            SearchChange::None => Ok(Vec::new()),
            _ => Err(io::ErrorKind::Unsupported.into()),
        })
    }

    /// Reads the file again.
    ///
    /// # Errors
    ///
    /// Whenever there is no whole ledger in it; the old one stays.
    fn reload(&mut self) -> Result<Reloaded, NotReloaded>;
}

pub(super) enum Job {
    /// When nothing can be received any more, what is to be saved is kept as a draft.
    Save(SaveRequest, Receiver<Infallible>),
    Reload,
    /// Somebody else may have changed the file.
    Look,
    End,
}

/// How long a save waits for its draft: a state folder that does not answer keeps no ledger from being saved.
const DRAFT_PATIENCE: Duration = Duration::from_secs(1);

/// A file that is gone or makes no sense may be half written, or be changed by a program that takes it away first:
/// wait this long, and look once more, before anybody is told.
const DOUBT: Duration = Duration::from_secs(2);

/// Starts the thread. Its answers come as wakes.
pub(super) fn start(
    mut keeper: impl Keeper,
    wakes: Sender<Wake>,
    pending_saves: Arc<AtomicUsize>,
) -> Worker<Job> {
    let (looks, asked) = channel::<Sender<Job>>();
    let worker = Worker::start(move |jobs| {
        // The thread ends before the watch does; nobody needs to look then.
        if let Ok(looks) = asked.recv() {
            keeper.watch(Arc::new(move || drop(looks.send(Job::Look))));
        }
        let mut clerk = Clerk {
            keeper,
            wakes: wakes.clone(),
            pending_saves,
            versions_fail: false,
            doubts: false,
            is_told: false,
        };
        // What happened between the reading of the file and the beginning of the watch was not heard.
        let mut next = Some(Job::Look);
        while let Some(job) = next.take() {
            let answer = match job {
                Job::End => return,
                job => clerk.perform(job),
            };
            if answer.is_some_and(|msg| wakes.send(Wake::Answer(msg)).is_err()) {
                return;
            }
            next = clerk.wait(&jobs);
        }
    });
    let _ = looks.send(worker.sender());
    worker
}

struct Clerk<K> {
    keeper: K,
    wakes: Sender<Wake>,
    /// How many saves have not come to their end.
    pending_saves: Arc<AtomicUsize>,
    /// Whether the user knows already that versions cannot be kept.
    versions_fail: bool,
    /// Whether the file could not be read when it was looked at last, and should be looked at again soon.
    doubts: bool,
    /// Whether the user knows already that it cannot be read.
    is_told: bool,
}

impl<K: Keeper> Clerk<K> {
    /// The next job; after a doubtful look, one more look.
    fn wait(&self, jobs: &Receiver<Job>) -> Option<Job> {
        if !self.doubts {
            return jobs.recv().ok();
        }
        match jobs.recv_timeout(DOUBT) {
            Ok(job) => Some(job),
            Err(RecvTimeoutError::Timeout) => Some(Job::Look),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Looks at the file. That it cannot be read is told only when it cannot be read twice.
    fn look(&mut self) -> Option<Msg> {
        let outcome = if self.is_told {
            // It may be back as it was: that is news, too.
            Some(self.keeper.reload())
        } else {
            self.keeper.look()
        };
        let is_bad = matches!(outcome, Some(Err(_)));
        let was_doubtful = self.doubts;
        self.doubts = is_bad && !was_doubtful && !self.is_told;
        if is_bad && !was_doubtful {
            return None;
        }
        self.is_told = is_bad;
        outcome.map(|outcome| Msg::Reloaded {
            outcome,
            is_asked: false,
        })
    }

    fn perform(&mut self, job: Job) -> Option<Msg> {
        match job {
            Job::Save(request, kept) => {
                let _ = kept.recv_timeout(DRAFT_PATIENCE);
                let outcome = self.keeper.save(&request.edit);
                self.pending_saves.fetch_sub(1, Ordering::Relaxed);
                let is_saved = outcome.result.is_ok();
                let ended = Wake::Answer(Msg::SaveEnded(request, outcome));
                // Nobody waits for it where the program ends meanwhile.
                let _ = self.wakes.send(ended);
                if is_saved {
                    self.tell_of_version()
                } else {
                    None
                }
            }
            Job::Reload => Some(Msg::Reloaded {
                outcome: self.keeper.reload(),
                is_asked: true,
            }),
            Job::Look => self.look(),
            Job::End => None,
        }
    }

    /// That the version before a save was not kept is told once, until one is kept again.
    fn tell_of_version(&mut self) -> Option<Msg> {
        let was_failing = self.versions_fail;
        let not_kept = self.keeper.version_not_kept();
        self.versions_fail = not_kept.is_some();
        not_kept.filter(|_| !was_failing).map(Msg::VersionNotKept)
    }
}
