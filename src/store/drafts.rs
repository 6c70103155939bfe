//! Unsaved fields, kept in the user's state folder until they are saved or given up.
//!
//! Every running program owns one pair of files there: a lock that it holds as long as it runs, and the draft. A draft
//! whose lock can be had belongs to a program that is gone (killed, crashed, cut off from power), and is offered to
//! the next one that opens the same ledger. They are kept away from the ledger, whose folder may be shared: a draft is
//! private.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::ledger::{Draft, IndicatorKey, ItemId, NotKept, Slot, Unsaved};
use crate::store::private;
use crate::store::sweep::sweep;

/// How the name of a draft begins that is not whole yet.
const WRITING: &str = ".draft-";

/// The drafts of one ledger.
#[derive(Debug)]
pub struct Drafts {
    folder: PathBuf,
    ledger: PathBuf,
    /// Held, and locked, as long as this program runs.
    lock: NamedTempFile,
    /// The draft of a program that is gone, offered to the user; newest first of those there are.
    offered: Option<Abandoned>,
    /// Whether the user took it up: then it goes as soon as its text is kept anew.
    is_resumed: bool,
}

/// A draft of a program that is gone.
#[derive(Debug)]
struct Abandoned {
    draft: Draft,
    file: PathBuf,
    written: SystemTime,
}

/// A draft as its file has it.
#[derive(Debug, Serialize, Deserialize)]
struct DraftFile {
    /// The ledger, so that a person who finds the file knows what it is.
    ledger: PathBuf,
    number: Option<u64>,
    name: Option<String>,
    field: Vec<DraftField>,
}

/// One unsaved field.
#[derive(Debug, Serialize, Deserialize)]
struct DraftField {
    key: String,
    indicator: Option<String>,
    #[serde(default)]
    nth: usize,
    text: String,
    base: String,
}

impl Drafts {
    /// Opens the drafts of the ledger at `ledger` (its real path) in the state folder.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made or written.
    pub fn open(state: &Path, ledger: &Path) -> Result<Self, NotKept> {
        let folder = private::folder(state, "drafts")?;
        sweep(&folder, WRITING);
        let abandoned = abandoned(&folder, ledger)?;
        let lock = tempfile::Builder::new()
            .prefix("draft-")
            .suffix(".lock")
            .tempfile_in(&folder)?;
        // A file system without locks cannot tell who is gone; drafts are then offered once too often, never lost.
        let _ = lock.as_file().try_lock();
        Ok(Self {
            folder,
            ledger: ledger.to_path_buf(),
            lock,
            offered: abandoned,
            is_resumed: false,
        })
    }

    /// The draft to offer to the user, if there is one.
    pub fn offered(&self) -> Option<&Draft> {
        self.offered.as_ref().map(|abandoned| &abandoned.draft)
    }

    /// The user took the offered draft up, or gave it up. What was given up is still there, under another name.
    pub fn settle(&mut self, is_resumed: bool) {
        self.is_resumed = is_resumed;
        if !is_resumed && let Some(abandoned) = self.offered.take() {
            let _ = fs::rename(&abandoned.file, abandoned.file.with_extension("discarded"));
        }
    }

    /// Keeps a draft, whole or not at all, in the place of the one before.
    ///
    /// # Errors
    ///
    /// As the disk; the draft before is then still there.
    pub fn keep(&mut self, draft: &Draft) -> Result<(), NotKept> {
        let (number, name) = match &draft.id {
            ItemId::Number(number) => (Some(*number), None),
            ItemId::Text(name) => (None, Some(name.clone())),
        };
        let file = DraftFile {
            ledger: self.ledger.clone(),
            number,
            name,
            field: draft.fields.iter().map(written).collect(),
        };
        let bytes = toml::to_string(&file).map_err(io::Error::other)?;
        private::put(&self.folder, &self.name(), bytes.as_bytes())?;
        // What was taken up goes on in this draft.
        self.forget_resumed();
        Ok(())
    }

    /// Nothing is unsaved any more.
    pub fn clear(&mut self) {
        let _ = fs::remove_file(self.file());
        self.forget_resumed();
    }

    fn forget_resumed(&mut self) {
        if self.is_resumed
            && let Some(abandoned) = self.offered.take()
        {
            let _ = fs::remove_file(abandoned.file);
        }
    }

    fn file(&self) -> PathBuf {
        self.lock.path().with_extension("toml")
    }

    fn name(&self) -> String {
        let file = self.file();
        file.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }
}

/// The newest draft of this ledger whose program is gone. Locks that nobody holds are swept on the way.
fn abandoned(folder: &Path, ledger: &Path) -> io::Result<Option<Abandoned>> {
    let mut newest: Option<Abandoned> = None;
    for entry in fs::read_dir(folder)?.flatten() {
        let file = entry.path();
        if file.extension().is_none_or(|extension| extension != "toml")
            || is_running(&file.with_extension("lock"))
        {
            continue;
        }
        let Some(found) = read(&file, ledger) else {
            continue;
        };
        let _ = fs::remove_file(file.with_extension("lock"));
        if newest
            .as_ref()
            .is_none_or(|newest| newest.written < found.written)
        {
            newest = Some(found);
        }
    }
    Ok(newest)
}

/// Whether the program that holds this lock still runs.
fn is_running(lock: &Path) -> bool {
    File::open(lock).is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
}

/// A draft of this ledger; `None` for those of others and for files that are none.
fn read(file: &Path, ledger: &Path) -> Option<Abandoned> {
    let written = fs::metadata(file).ok()?.modified().ok()?;
    let draft: DraftFile = toml::from_str(&fs::read_to_string(file).ok()?).ok()?;
    let id = draft
        .number
        .map(ItemId::Number)
        .or(draft.name.map(ItemId::Text))?;
    let is_ours = draft.ledger == ledger;
    let fields: Option<Vec<Unsaved>> = draft.field.into_iter().map(unsaved).collect();
    let draft = Draft {
        id,
        fields: fields?,
    };
    is_ours.then(|| Abandoned {
        draft,
        file: file.to_path_buf(),
        written,
    })
}

fn written(field: &Unsaved) -> DraftField {
    let indicator = field.slot.indicator();
    DraftField {
        key: field.slot.key().to_owned(),
        indicator: indicator.map(|key| key.name.clone()),
        nth: indicator.map_or(0, |key| key.nth),
        text: field.text.clone(),
        base: field.base.clone(),
    }
}

fn unsaved(field: DraftField) -> Option<Unsaved> {
    let nth = field.nth;
    let indicator = field.indicator.map(|name| IndicatorKey { name, nth });
    Some(Unsaved {
        slot: Slot::of_key(&field.key, indicator)?,
        base: field.base,
        text: field.text,
    })
}
