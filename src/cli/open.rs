//! Opening a ledger at the terminal.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::layout::Size;
use crate::app::{App, FileFacts, Msg};
use crate::cli::language::Speech;
use crate::cli::storage::Storage;
use crate::cli::{copying, editor, was_open};
use crate::ledger::Provenance;
use crate::search::{Scope, Sort};
use crate::store::{Document, Drafts, Progress, Purpose, Refusal};
use crate::terminal::{self, Percent, Style};
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
    let editor = editor::choice();
    terminal::open(name, percent, load, style, editor, reports, Some(clipboard))
}

/// Reads the ledger, judges it, and looks for a draft of it. It may say in which words it is to be shown.
fn load(
    opening: &Opening,
    progress: &Progress,
    look: Look,
) -> Result<(App, Storage, Look), Refusal> {
    let state = opening.state.as_deref();
    let purpose = if opening.is_read_only {
        Purpose::Read
    } else {
        Purpose::Write
    };
    let mut document = Document::open_for(purpose, &opening.path, state, progress)?;
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
    let kept_state = state.filter(|_| purpose == Purpose::Write);
    if let Some(state) = kept_state.filter(|state| was_open(state)) {
        let folder = state.to_string_lossy().into_owned();
        app.update(Msg::StateFolderClosed(folder));
    }
    let is_read_only = document.read_only().is_some();
    let mut storage = Storage::open(document, state);
    match storage.drafts() {
        _ if is_read_only => {}
        Ok(drafts) => offer(drafts, &mut app),
        Err(why) => drop(app.update(Msg::DraftNotKept(why.clone()))),
    }
    Ok((app, storage, look))
}

/// Offers the newest of the drafts that programs which are gone have left, and that has anything in it which the ledger
/// does not have.
fn offer(drafts: &mut Drafts, app: &mut App) {
    while let Some(found) = drafts.offered() {
        let path = |path: &Path| path.to_string_lossy().into_owned();
        let provenance = Provenance {
            moved_from: found.moved_from.clone(),
            unread: found.unread.clone(),
            file: path(&found.file.with_extension("unread")),
            left: found.left.as_deref().map(path),
        };
        if app.offer_found(&found.draft, provenance) {
            return;
        }
        drafts.drop_offered();
    }
}
