//! The thread that keeps what is being written, until it is saved. It is another one than that which saves: a disk, a
//! lock or a server that keeps a save waiting keeps no draft waiting.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

use crate::app::Msg;
use crate::ledger::{Draft, Edit, NotKept};
use crate::terminal::Wake;
use crate::terminal::worker::Worker;

/// Where what is being written is kept. The store is behind it; this floor does not see it.
pub trait DraftStore: Send + 'static {
    /// Keeps a draft, or, with `None`, forgets it: nothing is unsaved any more.
    ///
    /// # Errors
    ///
    /// As the place where it is kept.
    fn keep(&mut self, draft: Option<&Draft>) -> Result<(), NotKept>;

    /// This is about to be saved.
    fn saving(&mut self, edit: &Edit);

    /// The draft that was offered was taken up or given up.
    fn settle(&mut self, is_resumed: bool);

    /// Puts the only field of a draft into a file for the user's own editor.
    ///
    /// # Errors
    ///
    /// As the place where it is kept.
    fn hand_over(&mut self, draft: &Draft) -> Result<HandedOver, NotKept>;

    /// Takes the field back from its file; an editor that `may_go_on` keeps the file.
    fn take_back(&mut self, may_go_on: bool) -> TakenBack;
}

/// What came of handing a field over.
#[derive(Debug)]
pub enum HandedOver {
    /// It stands in this file.
    File(PathBuf),
    /// An editor that had it before, and did not wait, has saved this meanwhile.
    Newer(TakenBack),
}

/// What came back from the user's own editor.
#[derive(Debug)]
pub enum TakenBack {
    /// Nothing was changed.
    Same,
    /// This text, and the encoding that it was in, where that was not UTF-8.
    Changed(String, Option<&'static str>),
    /// There is no file any more.
    Gone,
    /// The text is longer than a field takes; it is kept in this file.
    TooLong(PathBuf),
    /// It is no text that could be read; it is kept in this file.
    NoText(PathBuf),
}

pub(super) enum Job {
    Keep(Option<Draft>),
    /// All that was handed over before is kept when the sender is dropped.
    Saving(Edit, Sender<Infallible>),
    Settle {
        is_resumed: bool,
    },
    HandOver(Draft, Sender<Result<HandedOver, NotKept>>),
    TakeBack {
        may_go_on: bool,
        answer: Sender<TakenBack>,
    },
}

/// Starts the thread. That a draft is not kept comes as a wake.
pub(super) fn start(drafts: Box<dyn DraftStore>, wakes: Sender<Wake>) -> Worker<Job> {
    Worker::start(move |jobs| work(drafts, &jobs, &wakes))
}

fn work(mut drafts: Box<dyn DraftStore>, jobs: &Receiver<Job>, wakes: &Sender<Wake>) {
    // Whether the user knows already that drafts cannot be kept.
    let mut is_failing = false;
    let mut next = jobs.recv().ok();
    while let Some(job) = next.take() {
        let following = jobs.try_recv().ok();
        match (job, &following) {
            // Of several drafts in a row only the last one matters.
            (Job::Keep(_), Some(Job::Keep(_))) => {}
            (Job::Keep(draft), _) => {
                let not_kept = drafts.keep(draft.as_ref()).err();
                let was_failing = std::mem::replace(&mut is_failing, not_kept.is_some());
                if let Some(why) = not_kept.filter(|_| !was_failing) {
                    let _ = wakes.send(Wake::Answer(Msg::DraftNotKept(why)));
                }
            }
            (Job::Saving(edit, _done), _) => drafts.saving(&edit),
            (Job::Settle { is_resumed }, _) => drafts.settle(is_resumed),
            // Whoever asked may have stopped waiting.
            (Job::HandOver(draft, answer), _) => drop(answer.send(drafts.hand_over(&draft))),
            (Job::TakeBack { may_go_on, answer }, _) => {
                drop(answer.send(drafts.take_back(may_go_on)));
            }
        }
        next = following.or_else(|| jobs.recv().ok());
    }
}

/// Where nothing is kept: there is nothing to be written.
#[derive(Debug)]
pub struct NoDrafts;

impl DraftStore for NoDrafts {
    fn keep(&mut self, _: Option<&Draft>) -> Result<(), NotKept> {
        Ok(())
    }

    fn saving(&mut self, _: &Edit) {}

    fn settle(&mut self, _: bool) {}

    fn hand_over(&mut self, _: &Draft) -> Result<HandedOver, NotKept> {
        Err(NotKept::NoFolder)
    }

    fn take_back(&mut self, _: bool) -> TakenBack {
        TakenBack::Gone
    }
}
