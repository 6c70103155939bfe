//! One open ledger file: its bytes, and the ledger read from them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::ledger::{Edit, Item, Ledger, NotKept, NotSaved, Problem, ReadOnly, RowChange, Saved};
use crate::store::locate::{patches, rows};
use crate::store::marks::Seen;
use crate::store::progress::Progress;
use crate::store::read::{Refusal, Unreadable, decode, read_whole};
use crate::store::reading::{Reading, reading};
use crate::store::splice::{Spliced, difference, splice};
use crate::store::steps::Steps;
use crate::store::translate::SCHEMA;
use crate::store::versions::Versions;
use crate::store::write::{Lock, overwrite, read_only, sweep_beside, write_locked};

/// What a ledger is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Only to be read. Nothing on the disk is changed, also not what a program that was killed has left there.
    Read,
    /// To be edited.
    Write,
}

/// A ledger file as it was last read or written.
#[derive(Debug)]
pub struct Document {
    /// As the user named it.
    path: PathBuf,
    /// The file itself, behind all symbolic links: that one is replaced, and the links stay links.
    real: PathBuf,
    text: String,
    reading: Reading,
    /// What saves of this session did to the file, the last one last: undo puts the very bytes back, not a string that
    /// reads the same.
    steps: Steps,
    /// The marks of the file on the disk when it was last read or written.
    seen: Option<Seen>,
    /// Whether it was found changed by somebody else, and nobody has asked yet.
    is_changed_elsewhere: bool,
    read_only: Option<ReadOnly>,
    purpose: Purpose,
    /// The user's own folder.
    state: Option<PathBuf>,
    /// Why the version that the last save replaced was not kept.
    version_not_kept: Option<NotKept>,
    /// Whether the user wants it never to be written.
    is_forbidden: bool,
}

impl Document {
    /// Opens the ledger at `path`.
    ///
    /// # Errors
    ///
    /// With everything that is wrong with the file at once. The file is never changed.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        Self::open_with(path, None)
    }

    /// Opens the ledger at `path`, and keeps in the user's own folder `state` what makes its saves safer: the versions
    /// they replace, and both versions while a file must be written over in place. What a save of this user left there
    /// that was cut off is put back first, and what programs left that were killed is swept.
    ///
    /// # Errors
    ///
    /// As [`Document::open`].
    pub fn open_with(path: &Path, state: Option<&Path>) -> Result<Self, Refusal> {
        Self::open_for(Purpose::Write, path, state, &Progress::default())
    }

    /// Opens the ledger at `path` for reading. Nothing is created, written or removed anywhere; a save that was cut off
    /// is reported.
    ///
    /// # Errors
    ///
    /// As [`Document::open`].
    pub fn read(path: &Path, state: Option<&Path>) -> Result<Self, Refusal> {
        Self::open_for(Purpose::Read, path, state, &Progress::default())
    }

    /// Opens the ledger, and tells how far it is: a large ledger takes its time.
    ///
    /// # Errors
    ///
    /// As [`Document::open`].
    pub fn open_for(
        purpose: Purpose,
        path: &Path,
        state: Option<&Path>,
        progress: &Progress,
    ) -> Result<Self, Refusal> {
        let document = Self::load(purpose, path, state, progress, &mut None)?;
        if purpose == Purpose::Write && document.read_only.is_none() {
            sweep_beside(&document.real);
        }
        Ok(document)
    }

    fn load(
        purpose: Purpose,
        path: &Path,
        state: Option<&Path>,
        progress: &Progress,
        lock: &mut Option<Lock>,
    ) -> Result<Self, Refusal> {
        let refuse = |why| Refusal {
            path: path.to_path_buf(),
            why,
        };
        let named = path.canonicalize();
        let copied = named.as_ref().ok().zip(state);
        if let (Purpose::Write, Some((real, state))) = (purpose, copied) {
            overwrite::mend(real, state, lock);
        }
        // Looked at before it is read: a change in between is then seen as one.
        let seen = Seen::of(path);
        let is_locked = lock.as_ref().is_some_and(Lock::is_on_ledger);
        let content = read_whole(path, is_locked).map_err(refuse)?;
        if copied.is_some_and(|(real, state)| overwrite::is_cut_off(&content.bytes, real, state)) {
            return Err(refuse(Unreadable::CutOff));
        }
        // What is wrong with half a file is of no use to anybody.
        let is_being_written = content.is_being_written;
        let refuse = |why| {
            refuse(if is_being_written {
                Unreadable::BeingWritten
            } else {
                why
            })
        };
        let (text, encoding) = decode(content.bytes).map_err(refuse)?;
        let reading =
            reading(&text, progress).map_err(|problems| refuse(encoding.unreadable(problems)))?;
        let real = named.map_err(|error| refuse(Unreadable::System(error)))?;
        let newer = (reading.schema > SCHEMA).then_some(ReadOnly::NewerSchema);
        let read_only = newer
            .or(encoding.read_only())
            .or_else(|| read_only(&real, state.is_some()));
        Ok(Self {
            path: path.to_path_buf(),
            real,
            text,
            reading,
            steps: Steps::default(),
            seen,
            purpose,
            state: state.map(Path::to_path_buf),
            version_not_kept: None,
            is_changed_elsewhere: false,
            read_only,
            is_forbidden: false,
        })
    }

    /// The ledger as the file has it.
    pub fn ledger(&self) -> Arc<Ledger> {
        Arc::clone(&self.reading.ledger)
    }

    /// What it was opened for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The file, as the user named it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file itself, behind all symbolic links.
    pub fn real_path(&self) -> &Path {
        &self.real
    }

    /// Never writes this file, whatever its permissions say.
    pub fn forbid_writing(&mut self) {
        self.is_forbidden = true;
        self.read_only = Some(ReadOnly::Asked);
    }

    /// Why the file cannot be written, if so.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// Reads the file again, as another program may have left it. Says whether it is another text now.
    ///
    /// # Errors
    ///
    /// As [`Document::open`]; the document is then as it was.
    pub fn reload(&mut self) -> Result<bool, Refusal> {
        self.reload_under(&mut None)
    }

    /// The same, under a lock that is held already or must be taken for it.
    fn reload_under(&mut self, lock: &mut Option<Lock>) -> Result<bool, Refusal> {
        let (path, state) = (&self.path, self.state.as_deref());
        let mut fresh = Self::load(self.purpose, path, state, &Progress::default(), lock)?;
        if self.is_forbidden {
            fresh.forbid_writing();
        }
        fresh.is_changed_elsewhere = self.is_changed_elsewhere;
        fresh.steps = std::mem::take(&mut self.steps);
        let is_other = fresh.text != self.text;
        if is_other {
            fresh.steps.follow(difference(&self.text, &fresh.text));
            fresh.reading.share_items(&self.reading.ledger);
            fresh.is_changed_elsewhere = true;
        } else {
            // Whoever knows the ledger already need not look at it again.
            fresh.reading.ledger = Arc::clone(&self.reading.ledger);
        }
        *self = fresh;
        Ok(is_other)
    }

    /// Looks whether somebody else changed the file, and reads it again where its marks on the disk are others than
    /// they were. Says whether it is another text now.
    ///
    /// # Errors
    ///
    /// As [`Document::open`]; the document is then as it was.
    pub fn look(&mut self) -> Result<bool, Refusal> {
        if self.seen.is_some() && self.seen == Seen::of(&self.real) {
            return Ok(false);
        }
        self.reload()
    }

    /// Why the version that the last save replaced was not kept, if so. The save itself is not concerned.
    pub fn version_not_kept(&self) -> Option<&NotKept> {
        self.version_not_kept.as_ref()
    }

    /// Whether the file was found changed by somebody else since this was asked last.
    pub fn take_changed_elsewhere(&mut self) -> bool {
        std::mem::take(&mut self.is_changed_elsewhere)
    }

    /// Writes one edit into the file: only the bytes of what it changes change. Where somebody else changed the file
    /// meanwhile, but not what this edit changes, the edit goes into their version.
    ///
    /// # Errors
    ///
    /// Whenever this fails the file is as it was. The document then holds the file as it is, so far as it can be read.
    pub fn save(&mut self, edit: &Edit) -> Result<Saved, NotSaved> {
        // Held over all rounds: a program that has to read the file again would else be overtaken again and again.
        let mut lock = None;
        for _ in 0..ROUNDS {
            match self.save_into_known(edit, &mut lock) {
                Err(NotSaved::ChangedElsewhere) => {
                    self.reload_under(&mut lock).map_err(not_saved)?
                }
                outcome => return outcome,
            };
        }
        Err(NotSaved::ChangedElsewhere)
    }

    /// Writes one edit into the file, which must be the one that was read.
    fn save_into_known(&mut self, edit: &Edit, lock: &mut Option<Lock>) -> Result<Saved, NotSaved> {
        if let Some(why) = self.read_only {
            return Err(NotSaved::ReadOnly(why));
        }
        // The name may have become a link, or a link to another file.
        if self.path.canonicalize().is_ok_and(|real| real != self.real) {
            return Err(NotSaved::ChangedElsewhere);
        }
        let mut intended = Ledger::clone(&self.reading.ledger);
        let position = edit
            .apply(&mut intended)
            .map_err(|why| NotSaved::of_edit(edit.item.key(), why))?;
        let way_back = self.steps.back(edit);
        let stepped_back = way_back
            .as_ref()
            .and_then(|(_, back)| verified(splice(&self.text, back.clone())?, &intended));
        let takes_last_back =
            stepped_back.is_some() && way_back.is_some_and(|(is_last, _)| is_last);
        let (spliced, reading) = stepped_back
            .or_else(|| self.spliced(edit, position, &intended))
            .ok_or_else(|| not_spliced(edit))?;
        let state = self.state.as_deref();
        let (old, new) = (self.text.as_bytes(), spliced.text.as_bytes());
        let written = write_locked(&self.real, (old, new), state, lock)?;
        // Nobody needs to wait for the rest.
        *lock = None;
        self.version_not_kept = state.and_then(|state| {
            let kept = Versions::of(state, &self.real).and_then(|versions| versions.keep(old));
            kept.err()
        });
        // Not what is there by now: that may be somebody else's next version.
        self.seen = written.seen;
        if takes_last_back {
            self.steps.forget_last();
        } else {
            self.steps.record(edit.clone(), spliced.back);
        }
        self.text = spliced.text;
        // What did not change stays the very same item: others hold pointers to it.
        let earlier = std::mem::replace(&mut self.reading, reading);
        self.reading.share_items(&earlier.ledger);
        Ok(written.saved)
    }

    /// The file with an edit in it.
    fn spliced(
        &self,
        edit: &Edit,
        position: usize,
        intended: &Ledger,
    ) -> Option<(Spliced, Reading)> {
        let item = self.reading.ledger.items.get(position)?;
        let rows = edit
            .rows
            .iter()
            .map(|row| rows::patches(&self.text, position, row));
        let at_once = || {
            let mut patches = patches(&self.text, position, item, &edit.changes)?;
            patches.extend(rows.collect::<Option<Vec<_>>>()?.into_iter().flatten());
            verified(splice(&self.text, patches)?, intended)
        };
        at_once().or_else(|| self.spliced_one_by_one(edit, position, item, intended))
    }

    /// The same, each change found anew after the one before: fields that go can share a comma or a line end, and a row
    /// can only be the last one when those behind it are gone.
    fn spliced_one_by_one(
        &self,
        edit: &Edit,
        position: usize,
        item: &Item,
        intended: &Ledger,
    ) -> Option<(Spliced, Reading)> {
        let mut text = self.text.clone();
        for change in &edit.changes {
            let patches = patches(&text, position, item, std::slice::from_ref(change))?;
            text = splice(&text, patches)?.text;
        }
        for row in &edit.rows {
            text = splice(&text, rows::patches(&text, position, row)?)?.text;
        }
        let back = vec![difference(&self.text, &text)];
        verified(Spliced { text, back }, intended)
    }
}

/// How often an edit is put into a version that somebody else has just saved, before the program gives up. More than a
/// few rounds are only needed where no lock can be had.
const ROUNDS: usize = 8;

/// Why an edit has no place in the file: a row that would go has more in it by now than this program put there.
fn not_spliced(edit: &Edit) -> NotSaved {
    let takes_away = |row: &RowChange| matches!(row, RowChange::RemoveLast(_));
    if edit.rows.iter().any(takes_away) {
        NotSaved::StaleEdit
    } else {
        NotSaved::WouldNotReadBack
    }
}

/// Why an edit could not be put into somebody else's version.
fn not_saved(refusal: Refusal) -> NotSaved {
    match refusal.why {
        Unreadable::Missing => NotSaved::Missing,
        Unreadable::System(error) => NotSaved::System(error),
        Unreadable::Problems(problems) => NotSaved::Broken(problems),
        Unreadable::Folder => NotSaved::System(io::ErrorKind::IsADirectory.into()),
        Unreadable::NotAFile => NotSaved::System(io::ErrorKind::InvalidInput.into()),
        _ => NotSaved::Broken(Vec::new()),
    }
}

/// Reads a new version before anybody else can: it must be what was meant, and nothing more.
fn verified(spliced: Spliced, intended: &Ledger) -> Option<(Spliced, Reading)> {
    let reading = reading(&spliced.text, &Progress::default()).ok()?;
    reading
        .ledger
        .is_same_reading(intended)
        .then_some((spliced, reading))
}

/// Reads the text of a file as a ledger.
///
/// # Errors
///
/// All that is wrong with it, in the order of the file.
pub fn parse(text: &str) -> Result<Ledger, Vec<Problem>> {
    reading(text, &Progress::default()).map(|reading| Arc::unwrap_or_clone(reading.ledger))
}

#[cfg(test)]
mod tests;
