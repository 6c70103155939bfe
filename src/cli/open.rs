//! Opening a ledger at the terminal.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::layout::Size;
use crate::app::{App, FileFacts, Msg, NotReloaded, Reloaded, SaveOutcome};
use crate::cli::language::Speech;
use crate::cli::{copying, was_open};
use crate::ledger::{Draft, Edit, IoCause, NotKept, Saved, SavedSearch, SearchChange};
use crate::search::{Scope, Sort};
use crate::store::{Document, Drafts, Progress, Refusal, Searches, Unreadable, Watch};
use crate::terminal::{self, EditorCommand, Keeper, Percent, Style};
use crate::view::Look;

/// What to open, and how.
#[derive(Clone)]
pub struct Opening {
    /// The ledger, as the user named it.
    pub path: PathBuf,
    /// Whether it must not be written, whatever its permissions say.
    pub is_read_only: bool,
    /// The order of the list at the start.
    pub sort: Option<Sort>,
    /// Where a search looks at first.
    pub scope: Scope,
    /// Whether no ledger was named and there is none of the usual name.
    pub is_missing: bool,
    /// The user's own folder.
    pub state: Option<PathBuf>,
    /// In which language to speak of it.
    pub speech: Speech,
}

/// Runs the program at the terminal until the user leaves. A ledger that cannot be read is given back with the reason.
pub fn open(opening: Opening, style: Style) -> io::Result<Result<(), Refusal>> {
    let progress = Arc::new(Progress::default());
    let percent: Percent = {
        let progress = Arc::clone(&progress);
        Arc::new(move || progress.percent())
    };
    let name = opening.path.to_string_lossy().into_owned();
    let reports = opening.state.clone();
    let clipboard = copying::clipboard(opening.speech);
    let load = move || load(&opening, &progress, style.look);
    let editor = editor_command();
    terminal::open(name, percent, load, style, editor, reports, Some(clipboard))
}

/// Reads the ledger, judges it, and looks for a draft of it. It may say in which words it is to be shown.
fn load(
    opening: &Opening,
    progress: &Progress,
    look: Look,
) -> Result<(App, DocumentKeeper, Look), Refusal> {
    let state = opening.state.as_deref();
    let mut document = Document::open_telling(&opening.path, state, progress)?;
    if opening.is_read_only {
        document.forbid_writing();
    }
    let name = document.path().to_string_lossy().into_owned();
    let facts = FileFacts {
        name,
        read_only: document.read_only(),
        is_unreadable: false,
    };
    // The terminal says how large it is before anything is drawn.
    let mut app = App::new(document.ledger(), facts, Size { cols: 80, rows: 24 });
    app.prefer(opening.sort, opening.scope);
    app.choose_theme(look.theme.name());
    let look = Look {
        words: opening.speech.words_for([&**app.ledger()]),
        ..look
    };
    if let Some(state) = state.filter(|state| was_open(state)) {
        let folder = state.to_string_lossy().into_owned();
        app.update(Msg::StateFolderClosed(folder));
    }
    let drafts = state
        .ok_or(NotKept::NoFolder)
        .and_then(|state| Drafts::open(state, document.real_path()));
    if let Some(draft) = drafts.as_ref().ok().and_then(Drafts::offered)
        && document.read_only().is_none()
    {
        app.offer(draft);
    }
    let keeper = DocumentKeeper {
        document,
        drafts,
        searches: state.map(Searches::in_folder),
        is_unconfirmed: false,
        watch: None,
        changed: None,
    };
    Ok((app, keeper, look))
}

/// The editor of the user's choice: `$VISUAL`, else `$EDITOR`, else what every system has.
pub fn editor_command() -> EditorCommand {
    let chosen = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let mut words = chosen
        .and_then(|line| shell_words::split(&line).ok())
        .unwrap_or_default()
        .into_iter();
    let program = words
        .next()
        .unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    EditorCommand {
        program,
        arguments: words.collect(),
    }
}

fn no_state_folder() -> io::Error {
    io::Error::from(io::ErrorKind::NotFound)
}

/// A document that saves and reloads for the loop, and the drafts beside it.
struct DocumentKeeper {
    document: Document,
    /// Or why no drafts are kept.
    drafts: Result<Drafts, NotKept>,
    /// `None` where there is no place for them on this machine.
    searches: Option<Searches>,
    /// Whether the last save may not have reached the disk: its draft stays.
    is_unconfirmed: bool,
    /// Tells of changes by others as long as it is kept; with the file that is watched.
    watch: Option<(PathBuf, Watch)>,
    /// Whom it tells.
    changed: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Keeper for DocumentKeeper {
    fn save(&mut self, edit: &Edit) -> SaveOutcome {
        let result = self.document.save(edit);
        self.is_unconfirmed = matches!(result, Ok(Saved::Unconfirmed));
        let is_changed = self.document.take_changed_elsewhere();
        SaveOutcome {
            result,
            found: is_changed.then(|| self.reloaded()),
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

    fn keep_draft(&mut self, draft: Option<&Draft>) -> Result<(), NotKept> {
        let drafts = self.drafts.as_mut().map_err(|why| why.clone())?;
        match draft {
            Some(draft) => drafts.keep(draft)?,
            None if self.is_unconfirmed => {}
            None => drafts.clear(),
        }
        Ok(())
    }

    fn searches(&mut self, change: &SearchChange) -> io::Result<Vec<SavedSearch>> {
        match (&self.searches, change) {
            (Some(searches), change) => searches.change(change),
            (None, SearchChange::None) => Ok(Vec::new()),
            (None, _) => Err(no_state_folder()),
        }
    }

    fn settle_draft(&mut self, is_resumed: bool) {
        if let Ok(drafts) = &mut self.drafts {
            drafts.settle(is_resumed);
        }
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        self.document.reload().map_err(not_reloaded)?;
        self.document.take_changed_elsewhere();
        Ok(self.reloaded())
    }
}

impl DocumentKeeper {
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
