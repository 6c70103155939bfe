//! What the threads of a session at the terminal work on: the ledger's file, drafts and kept searches of the store.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::app::editor::NOTE_LIMIT_BYTES;
use crate::app::{NotReloaded, Reloaded, SaveOutcome};
use crate::ledger::{Draft, Edit, IoCause, Ledger, NotKept, Saved, SearchChange};
use crate::store::{self, Document, Drafts, Origin, Purpose, Refusal, Searches, Unreadable, Watch};
use crate::terminal::drafting::{self, DraftStore, HandedOver, TakenBack};
use crate::terminal::{self, Keeper};

/// A document that saves and reloads, and the places beside it.
pub struct Storage {
    document: Document,
    /// Until the thread that keeps them has them; `None` also where nothing is written.
    drafts: Option<DraftKeeper>,
    /// The same; `None` also where there is no place for them on this machine.
    searches: Option<Searches>,
    /// Whether the last save may not have reached the disk: its draft stays.
    is_unconfirmed: Arc<AtomicBool>,
    /// Tells of changes by others as long as it is kept; with the file that is watched.
    watch: Option<(PathBuf, Watch)>,
    /// Whom it tells.
    changed: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Storage {
    /// Opens what belongs to a document in the user's own folder.
    pub fn open(document: Document, state: Option<&Path>) -> Self {
        let ledger = document.ledger();
        let origin = Origin::of(document.real_path(), &ledger.heading.title);
        let is_unconfirmed = Arc::default();
        let keeper = || DraftKeeper {
            drafts: state
                .ok_or(NotKept::NoFolder)
                .and_then(|state| Drafts::open(state, origin.clone(), &ledger, NOTE_LIMIT_BYTES)),
            temporary: None,
            origin: origin.clone(),
            ledger: Arc::clone(&ledger),
            is_unconfirmed: Arc::clone(&is_unconfirmed),
        };
        // Opening them creates a lock and sweeps: a session that only reads does neither.
        let drafts = (document.purpose() == Purpose::Write).then(keeper);
        Self {
            document,
            drafts,
            searches: state.map(Searches::in_folder),
            is_unconfirmed,
            watch: None,
            changed: None,
        }
    }

    /// The drafts, as long as no thread has them; or why there are none.
    pub fn drafts(&mut self) -> Result<&mut Drafts, &NotKept> {
        match &mut self.drafts {
            Some(keeper) => keeper.drafts.as_mut().map_err(|why| &*why),
            None => Err(&NotKept::NoFolder),
        }
    }
}

impl Keeper for Storage {
    fn save(&mut self, edit: &Edit) -> SaveOutcome {
        let result = self.document.save(edit);
        let is_unconfirmed = matches!(result, Ok(Saved::Unconfirmed));
        self.is_unconfirmed.store(is_unconfirmed, Ordering::Relaxed);
        let is_changed = self.document.take_changed_elsewhere();
        SaveOutcome {
            result,
            found: is_changed.then(|| self.reloaded()),
            unread: Box::new(self.document.ledger().unread.clone()),
        }
    }

    fn watch(&mut self, changed: Arc<dyn Fn() + Send + Sync>) {
        self.changed = Some(changed);
        self.watch_again();
    }

    fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>> {
        let looked = self.document.look();
        self.document.take_changed_elsewhere();
        match looked {
            Ok(false) => None,
            Ok(true) => Some(Ok(self.reloaded())),
            Err(refusal) => Some(Err(not_reloaded(refusal))),
        }
    }

    fn version_not_kept(&self) -> Option<NotKept> {
        self.document.version_not_kept().cloned()
    }

    fn drafts(&mut self) -> Box<dyn DraftStore> {
        match self.drafts.take() {
            Some(drafts) => Box::new(drafts),
            None => Box::new(drafting::NoDrafts),
        }
    }

    fn searches(&mut self) -> terminal::Searches {
        let searches = self.searches.take();
        Box::new(move |change| match (&searches, change) {
            (Some(searches), change) => searches.change(change),
            (None, SearchChange::None) => Ok(Vec::new()),
            (None, _) => Err(io::ErrorKind::NotFound.into()),
        })
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        self.document.reload().map_err(not_reloaded)?;
        self.document.take_changed_elsewhere();
        Ok(self.reloaded())
    }
}

impl Storage {
    /// Watches the file that the name stands for now.
    fn watch_again(&mut self) {
        let Some(changed) = self.changed.clone() else {
            return;
        };
        let path = self.document.real_path().to_path_buf();
        if self
            .watch
            .as_ref()
            .is_none_or(|(watched, _)| *watched != path)
        {
            // Where the system cannot watch, changes are seen at the next save all the same.
            let watch = Watch::start(&path, move || changed()).ok();
            self.watch = watch.map(|watch| (path, watch));
        }
    }

    /// The file as it was read last.
    fn reloaded(&mut self) -> Reloaded {
        self.watch_again();
        Reloaded {
            ledger: self.document.ledger(),
            read_only: self.document.read_only(),
        }
    }
}

fn not_reloaded(refusal: Refusal) -> NotReloaded {
    match refusal.why {
        Unreadable::Missing => NotReloaded::Missing,
        Unreadable::Problems(problems) => {
            let count = problems.len();
            problems
                .into_iter()
                .next()
                .map_or(NotReloaded::Unreadable, |first| NotReloaded::Problems {
                    first,
                    count,
                })
        }
        Unreadable::System(error) => NotReloaded::System(IoCause::of(&error)),
        _ => NotReloaded::Unreadable,
    }
}

/// Drafts for the thread that keeps them.
struct DraftKeeper {
    /// Or why none are kept.
    drafts: Result<Drafts, NotKept>,
    /// Where no drafts are kept, a text can be handed over all the same.
    temporary: Option<Drafts>,
    origin: Origin,
    ledger: Arc<Ledger>,
    is_unconfirmed: Arc<AtomicBool>,
}

impl DraftKeeper {
    /// The drafts, or a temporary folder in their place.
    fn any(&mut self) -> Result<&mut Drafts, NotKept> {
        if self.drafts.is_err() && self.temporary.is_none() {
            let drafts =
                Drafts::in_temporary_folder(self.origin.clone(), &self.ledger, NOTE_LIMIT_BYTES)?;
            self.temporary = Some(drafts);
        }
        match (&mut self.drafts, &mut self.temporary) {
            (Ok(drafts), _) | (Err(_), Some(drafts)) => Ok(drafts),
            (Err(why), None) => Err(why.clone()),
        }
    }
}

impl DraftStore for DraftKeeper {
    fn keep(&mut self, draft: Option<&Draft>) -> Result<(), NotKept> {
        if let Some(temporary) = &mut self.temporary {
            // What an editor had is in the program's own by now.
            temporary.clear();
        }
        let drafts = self.drafts.as_mut().map_err(|why| why.clone())?;
        match draft {
            Some(draft) => drafts.keep(draft)?,
            None if self.is_unconfirmed.load(Ordering::Relaxed) => {}
            None => drafts.clear(),
        }
        Ok(())
    }

    fn saving(&mut self, edit: &Edit) {
        if let Ok(drafts) = &mut self.drafts {
            drafts.saving(edit);
        }
    }

    fn settle(&mut self, is_resumed: bool) {
        if let Ok(drafts) = &mut self.drafts {
            drafts.settle(is_resumed);
        }
    }

    fn hand_over(&mut self, draft: &Draft) -> Result<HandedOver, NotKept> {
        let handed = self.any()?.hand_over(draft, NOTE_LIMIT_BYTES)?;
        Ok(match handed {
            store::HandedOver::File(file) => HandedOver::File(file),
            store::HandedOver::Newer(taken) => HandedOver::Newer(taken_back(taken)),
        })
    }

    fn take_back(&mut self, may_go_on: bool) -> TakenBack {
        match self.any() {
            Ok(drafts) => taken_back(drafts.take_back(may_go_on, NOTE_LIMIT_BYTES)),
            Err(_) => TakenBack::Gone,
        }
    }
}

fn taken_back(taken: store::TakenBack) -> TakenBack {
    match taken {
        store::TakenBack::Same => TakenBack::Same,
        store::TakenBack::Changed(text, encoding) => TakenBack::Changed(text, encoding),
        store::TakenBack::Gone => TakenBack::Gone,
        store::TakenBack::TooLong(file) => TakenBack::TooLong(file),
        store::TakenBack::NoText(file) => TakenBack::NoText(file),
    }
}
