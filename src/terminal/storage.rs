//! The threads behind the loop that touch files: one for the ledger, one for what is being written, one for the kept
//! searches. Each can be stuck without the others, and none keeps the program from ending.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use crate::app::remembering::SearchReport;
use crate::app::{App, Msg, SaveRequest};
use crate::ledger::{Draft, IoCause, SearchChange};
use crate::terminal::Wake;
use crate::terminal::drafting;
use crate::terminal::keeper::{self, Job, Keeper, Searches};
use crate::terminal::worker::Worker;

/// How long the program waits at its end for whatever is no save.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was not done when the program ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// A save was under way; nobody knows whether it came into the file.
    pub save: bool,
    /// What was written last may not be kept.
    pub draft: bool,
}

/// The threads.
pub(super) struct Storage {
    ledger: Worker<Job>,
    drafts: Worker<drafting::Job>,
    searches: Worker<SearchChange>,
    /// How many saves have not come to their end.
    pending_saves: Arc<AtomicUsize>,
    /// The draft that was handed over last.
    draft: Option<Draft>,
    /// Whether that is what is kept.
    is_draft_known: bool,
}

impl Storage {
    /// Starts them.
    pub fn start(mut keeper: impl Keeper, wakes: &Sender<Wake>) -> Self {
        let pending_saves = Arc::default();
        let (drafts, searches) = (keeper.drafts(), keeper.searches());
        Self {
            drafts: drafting::start(drafts, wakes.clone()),
            searches: start_searches(searches, wakes.clone()),
            ledger: keeper::start(keeper, wakes.clone(), Arc::clone(&pending_saves)),
            pending_saves,
            draft: None,
            is_draft_known: true,
        }
    }

    /// Hands over what is being written as soon as it changes, so that nothing that ends the program ends the text.
    pub fn keep_draft(&mut self, app: &App) {
        let draft = app.draft();
        if self.draft != draft || !self.is_draft_known {
            self.draft.clone_from(&draft);
            self.is_draft_known = true;
            self.drafts.send(drafting::Job::Keep(draft));
        }
    }

    /// The draft that was offered was taken up or given up.
    pub fn settle_draft(&mut self, is_resumed: bool) {
        self.drafts.send(drafting::Job::Settle { is_resumed });
        if is_resumed {
            // It stays until what became of it is kept, or known to be in the file.
            self.is_draft_known = false;
        }
    }

    /// Saves. What is saved is kept as a draft before: no draft is ever older than the file.
    pub fn save(&mut self, request: SaveRequest, app: &App) {
        self.keep_draft(app);
        let (done, kept) = channel();
        let edit = request.edit.clone();
        self.drafts.send(drafting::Job::Saving(edit, done));
        self.pending_saves.fetch_add(1, Ordering::Relaxed);
        self.ledger.send(Job::Save(request, kept));
    }

    /// Reads the ledger again.
    pub fn reload(&self) {
        self.ledger.send(Job::Reload);
    }

    /// Asks for the kept searches, or changes them.
    pub fn change_searches(&self, change: SearchChange) {
        self.searches.send(change);
    }

    /// Waits for what is still to be written, but no longer than this.
    pub fn close(self, patience: Duration) -> Unfinished {
        self.ledger.send(Job::End);
        let is_saving = self.pending_saves.load(Ordering::Relaxed) > 0;
        let shorter = patience.min(PATIENCE);
        let has_ended = self
            .ledger
            .close(if is_saving { patience } else { shorter });
        self.searches.close(shorter);
        Unfinished {
            draft: !self.drafts.close(shorter),
            save: !has_ended && self.pending_saves.load(Ordering::Relaxed) > 0,
        }
    }

    /// The thread that keeps what is being written.
    pub fn drafts(&self) -> &Worker<drafting::Job> {
        &self.drafts
    }
}

/// Another program may have the lock of the searches for a while: nothing else waits for that.
fn start_searches(mut searches: Searches, wakes: Sender<Wake>) -> Worker<SearchChange> {
    Worker::start(move |changes| {
        for change in changes {
            let outcome = searches(&change).map_err(|error| IoCause::of(&error));
            let report = SearchReport { change, outcome };
            if wakes
                .send(Wake::Answer(Msg::SavedSearches(report)))
                .is_err()
            {
                return;
            }
        }
    })
}
