//! Unsaved fields, kept in the user's state folder until they are saved or given up.
//!
//! Every running program owns a lock there, which it holds as long as it runs, and its draft, under the same name. A
//! draft whose lock can be had belongs to a program that is gone (killed, crashed, cut off from power), and is offered to
//! the next one that opens the same ledger. They are kept away from the ledger, whose folder may be shared: a draft is
//! private.
//!
//! `draft-x.lock` is the lock, `draft-x.toml` the draft, `.draft-x.….tmp` a draft that did not get its name any more, and
//! `draft-x.txt` a text that an editor of the user's choice has (see [`handed`]).

mod abandoned;
mod file;
mod handed;
mod origin;

use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use tempfile::{NamedTempFile, TempDir};

use crate::ledger::{Draft, Edit, ItemRef, Ledger, NotKept, Slot, Unsaved};
use crate::store::private;
use crate::store::sweep::sweep;
use abandoned::Files;
use file::Beside;
use handed::Edited;

pub use abandoned::Abandoned;
pub use origin::Origin;

/// The folder of all drafts in the state folder.
const FOLDER: &str = "drafts";
/// How the names of a program's files begin.
const PREFIX: &str = "draft-";

/// The drafts of one ledger.
#[derive(Debug)]
pub struct Drafts {
    folder: PathBuf,
    origin: Origin,
    /// Held, and locked, as long as this program runs.
    lock: NamedTempFile,
    /// The drafts of programs that are gone, the newest first; that one is offered to the user.
    abandoned: Vec<Abandoned>,
    /// Whether the user took it up: then it goes as soon as its text is kept anew.
    is_resumed: bool,
    /// What is kept now.
    kept: Option<Draft>,
    /// What is being saved, or was saved last.
    saving: Option<Edit>,
    /// The field that an editor of the user's choice has.
    handed: Option<Handed>,
    /// The folder of it all, where that is to go.
    temporary: Option<TempDir>,
}

/// A field in a file of its own.
#[derive(Debug)]
struct Handed {
    item: ItemRef,
    field: Unsaved,
    /// Whether the text in the file is in the program's own editor by now.
    is_taken: bool,
}

/// What came of handing a field over.
#[derive(Debug)]
pub enum HandedOver {
    /// It stands in this file.
    File(PathBuf),
    /// An editor that had it before, and did not wait, has saved this meanwhile.
    Newer(TakenBack),
}

/// What came back from an editor of the user's choice.
#[derive(Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// Nothing was changed.
    Same,
    /// This text; and the encoding that it was in, where that was not UTF-8.
    Changed(String, Option<&'static str>),
    /// There is no file any more.
    Gone,
    /// The text is longer than a field takes; it is kept in this file.
    TooLong(PathBuf),
    /// It is no text that could be read; it is kept in this file.
    NoText(PathBuf),
}

impl Drafts {
    /// Opens the drafts of a ledger in the state folder. Of what editors left behind, texts up to a limit are offered.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made or written, or is not to be trusted.
    pub fn open(
        state: &Path,
        origin: Origin,
        ledger: &Ledger,
        limit_bytes: usize,
    ) -> Result<Self, NotKept> {
        let folder = private::folder(state, FOLDER)?;
        let abandoned = Files::in_folder(&folder, ledger, limit_bytes).abandoned(&origin);
        sweep(&folder, ".draft-");
        abandoned::sweep_leftovers(&folder);
        Ok(Self {
            lock: new_lock(&folder)?,
            folder,
            origin,
            abandoned,
            is_resumed: false,
            kept: None,
            saving: None,
            handed: None,
            temporary: None,
        })
    }

    /// Drafts in a folder of their own, for where there is no state folder that could be used: none is found again, but a
    /// text can be handed over to an editor. The folder goes with them, unless something was put aside there.
    ///
    /// # Errors
    ///
    /// As the disk.
    pub fn in_temporary_folder(
        origin: Origin,
        ledger: &Ledger,
        limit_bytes: usize,
    ) -> Result<Self, NotKept> {
        let folder = tempfile::Builder::new().prefix("taizhang-").tempdir()?;
        private::close_folder(folder.path())?;
        let mut drafts = Self::open(folder.path(), origin, ledger, limit_bytes)?;
        drafts.temporary = Some(folder);
        Ok(drafts)
    }

    /// The draft to offer to the user, if there is one.
    pub fn offered(&self) -> Option<&Abandoned> {
        self.abandoned.first()
    }

    /// The ledger has what was offered; the next one is offered instead.
    pub fn drop_offered(&mut self) {
        if !self.abandoned.is_empty() {
            self.abandoned.remove(0).remove();
        }
    }

    /// The user took the offered draft up, or gave it up. What was given up is still there, under another name.
    pub fn settle(&mut self, is_resumed: bool) {
        self.is_resumed = is_resumed;
        if !is_resumed && !self.abandoned.is_empty() {
            self.abandoned.remove(0).discard();
        }
    }

    /// Keeps a draft, whole or not at all, in the place of the one before. When this returns, it is on the disk.
    ///
    /// # Errors
    ///
    /// As the disk; the draft before is then still there.
    pub fn keep(&mut self, draft: &Draft) -> Result<(), NotKept> {
        match &mut self.handed {
            Some(handed) if handed.item.goes_on_in(&draft.item) => {
                handed.item = draft.item.clone();
            }
            _ => self.let_go(),
        }
        self.kept = Some(draft.clone());
        self.write()?;
        // What was taken up goes on in this draft.
        self.forget();
        Ok(())
    }

    /// Nothing is unsaved any more.
    pub fn clear(&mut self) {
        (self.kept, self.saving) = (None, None);
        // Where this fails, the next start finds that the ledger has the text.
        let _ = self.write();
        self.forget();
    }

    /// This is being saved: what is typed from now on goes on from there, as soon as the ledger's file has it.
    pub fn saving(&mut self, edit: &Edit) {
        self.saving = Some(edit.clone());
    }

    /// Puts the only field of a draft into a file for an editor of the user's choice.
    ///
    /// # Errors
    ///
    /// As the disk.
    pub fn hand_over(&mut self, draft: &Draft, limit_bytes: usize) -> Result<HandedOver, NotKept> {
        let field = draft.fields.first();
        let field = field.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let is_same =
            |it: &Handed| !it.is_taken && it.item == draft.item && it.field.slot == field.slot;
        if self.handed.as_ref().is_some_and(is_same) {
            match self.take_back(true, limit_bytes) {
                TakenBack::Same | TakenBack::Gone => {}
                newer => return Ok(HandedOver::Newer(newer)),
            }
        }
        self.let_go();
        let bytes = handed::bytes_of(&field.text);
        private::put(&self.folder, &self.name("txt"), &bytes)?;
        self.handed = Some(Handed {
            item: draft.item.clone(),
            field: field.clone(),
            is_taken: false,
        });
        self.write()?;
        Ok(HandedOver::File(self.path("txt")))
    }

    /// Takes the field back from its file. The file stays until the text is kept in a draft; and where nothing was
    /// changed, but the editor `may_go_on`, until it is handed over again.
    pub fn take_back(&mut self, may_go_on: bool, limit_bytes: usize) -> TakenBack {
        let Some(handed) = &mut self.handed else {
            return TakenBack::Same;
        };
        let path = self.lock.path().with_extension("txt");
        let edited = match private::read(&path, handed::LIMIT_BYTES) {
            Ok(bytes) => handed::edited(&handed.field.text, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.let_go();
                return TakenBack::Gone;
            }
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                return TakenBack::TooLong(self.put_aside());
            }
            Err(_) => Edited::NoText,
        };
        match edited {
            Edited::Same => {
                if !may_go_on {
                    self.let_go();
                }
                TakenBack::Same
            }
            Edited::Changed(text, _) if text.len() > limit_bytes => {
                TakenBack::TooLong(self.put_aside())
            }
            Edited::Changed(text, encoding) => {
                handed.is_taken = true;
                TakenBack::Changed(text, encoding)
            }
            Edited::NoText => TakenBack::NoText(self.put_aside()),
        }
    }

    /// Gives the text of an editor another name, which nothing sweeps, and its path.
    fn put_aside(&mut self) -> PathBuf {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let millis = since.map_or(0, |since| since.as_millis());
        let (from, to) = (
            self.path("txt"),
            self.folder.join(format!("edited-{millis}.txt")),
        );
        let kept = match fs::rename(&from, &to) {
            Ok(()) => to,
            Err(_) => from,
        };
        self.handed = None;
        if let Some(folder) = self.temporary.take() {
            let _ = folder.keep();
        }
        // The draft that named the file as the editor's.
        let _ = self.write();
        kept
    }

    /// No editor has a text any more. What one saved after all is put aside.
    fn let_go(&mut self) {
        let Some(handed) = self.handed.take() else {
            return;
        };
        let text = private::read(&self.path("txt"), handed::LIMIT_BYTES);
        let has_news = text.is_ok_and(|bytes| {
            let edited = handed::edited(&handed.field.text, &bytes);
            edited != Edited::Same
        });
        if has_news && !handed.is_taken {
            self.put_aside();
        } else {
            let _ = self.write();
            let _ = fs::remove_file(self.path("txt"));
        }
    }

    /// Brings the file to what is to be kept.
    fn write(&mut self) -> Result<(), NotKept> {
        let handed = self.handed.as_ref().filter(|handed| !handed.is_taken);
        let mut draft = self.kept.clone();
        if let Some(handed) = handed {
            let draft = draft.get_or_insert_with(|| Draft {
                item: handed.item.clone(),
                fields: Vec::new(),
            });
            let is_there = |field: &Unsaved| field.slot == handed.field.slot;
            if !draft.fields.iter().any(is_there) {
                draft.fields.push(handed.field.clone());
            }
        }
        let Some(draft) = draft else {
            let removed = fs::remove_file(self.path("toml"));
            // Otherwise a power cut could bring it back.
            if removed.is_ok() {
                private::sync_folder(&self.folder)?;
            }
            return Ok(());
        };
        self.origin.refresh();
        let edit = self.saving.as_ref().filter(|edit| edit.item == draft.item);
        let after = |slot: &Slot| Some(edit?.after(slot)?.to_string());
        let file = self.name("txt");
        let resumed = self.abandoned.first().filter(|_| self.is_resumed);
        let continues = resumed.and_then(|it| it.file.file_name()?.to_str());
        let beside = Beside {
            origin: &self.origin,
            saving: &after,
            handed: handed.map(|it| (&it.field.slot, &*it.field.text, &*file)),
            continues,
        };
        let text = file::text(&draft, &beside).map_err(io::Error::other)?;
        private::put(&self.folder, &self.name("toml"), text.as_bytes())?;
        Ok(())
    }

    /// What goes on in the draft that was just kept is kept no longer elsewhere.
    fn forget(&mut self) {
        if self.is_resumed && !self.abandoned.is_empty() {
            self.abandoned.remove(0).remove();
            self.is_resumed = false;
        }
        if self.handed.take_if(|handed| handed.is_taken).is_some() {
            let _ = fs::remove_file(self.path("txt"));
        }
    }

    fn path(&self, extension: &str) -> PathBuf {
        self.lock.path().with_extension(extension)
    }

    fn name(&self, extension: &str) -> String {
        let path = self.path(extension);
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

/// A lock that nobody else has. Another program may sweep a lock that is not held yet: then there is a next one.
fn new_lock(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let lock = tempfile::Builder::new()
            .prefix(PREFIX)
            .suffix(".lock")
            .tempfile_in(folder)?;
        private::close_to_others(lock.as_file())?;
        // A file system without locks cannot tell who is gone; drafts are then offered once too often, never lost.
        let is_swept = matches!(lock.as_file().try_lock(), Err(TryLockError::WouldBlock));
        if !is_swept && lock.path().exists() {
            return Ok(lock);
        }
    }
}

#[cfg(test)]
mod tests;
