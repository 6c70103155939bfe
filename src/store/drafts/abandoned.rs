//! Drafts of programs that are gone: killed, crashed, cut off from power.

use std::collections::HashSet;
use std::fs::{self, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::ledger::{Draft, Ledger};
use crate::store::drafts::PREFIX;
use crate::store::drafts::file::{self, Read};
use crate::store::drafts::handed::{self, Edited};
use crate::store::drafts::origin::{Kinship, Origin};
use crate::store::private;

/// The largest draft that is read.
const LIMIT_BYTES: u64 = 16 << 20;
/// How long it is kept what was given up, and what editors leave beside their files.
const LEFTOVERS_KEPT: Duration = Duration::from_hours(24 * 30);

/// A draft of a program that is gone.
#[derive(Debug)]
pub struct Abandoned {
    /// What was unsaved.
    pub draft: Draft,
    /// The names of fields that this program does not know; they stay in the file.
    pub unread: Vec<String>,
    /// Where the ledger was then, where it is elsewhere now.
    pub moved_from: Option<String>,
    /// A text that an editor saved, which cannot be offered: it is too long, or no text.
    pub left: Option<PathBuf>,
    /// The draft's own file.
    pub file: PathBuf,
    /// The file name of the draft that this one supersedes.
    continues: Option<String>,
    written: SystemTime,
}

impl Abandoned {
    /// Its text goes on elsewhere. What this program did not understand stays.
    pub fn remove(self) {
        let _ = if self.unread.is_empty() {
            fs::remove_file(&self.file)
        } else {
            fs::rename(&self.file, self.file.with_extension("unread"))
        };
        if self.left.is_none() {
            let _ = fs::remove_file(self.file.with_extension("txt"));
        }
    }

    /// It was given up.
    pub fn discard(self) {
        let _ = fs::rename(&self.file, self.file.with_extension("discarded"));
    }
}

/// The files of all drafts.
pub struct Files<'f> {
    folder: &'f Path,
    ledger: &'f Ledger,
    limit_bytes: usize,
}

impl<'f> Files<'f> {
    /// Those in a folder. What a power cut kept from its name gets it now.
    pub fn in_folder(folder: &'f Path, ledger: &'f Ledger, limit_bytes: usize) -> Self {
        let files = Self {
            folder,
            ledger,
            limit_bytes,
        };
        for name in names(folder) {
            files.rescue(&name);
        }
        files
    }

    /// The drafts of programs that are gone, of this ledger, the newest first.
    pub fn abandoned(&self, origin: &Origin) -> Vec<Abandoned> {
        let names = names(self.folder).into_iter();
        let stems = names.filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()));
        let of_the_dead =
            stems.filter(|stem| stem.starts_with(PREFIX) && !is_running(self.folder, stem));
        let found: Vec<Abandoned> = of_the_dead
            .filter_map(|stem| self.read(&stem, origin))
            .collect();
        // Killed after it had kept a recovered draft under its own name, and before it removed the old file.
        let superseded: HashSet<String> = found
            .iter()
            .filter_map(|abandoned| abandoned.continues.clone())
            .collect();
        let (old, mut current): (Vec<_>, Vec<_>) = found.into_iter().partition(|abandoned| {
            let name = abandoned.file.file_name();
            name.is_some_and(|name| superseded.contains(&*name.to_string_lossy()))
        });
        old.into_iter().for_each(Abandoned::remove);
        current.sort_by_key(|abandoned| std::cmp::Reverse(abandoned.written));
        current
    }

    /// Gives a whole draft of a program that is gone the name that it did not get any more.
    fn rescue(&self, name: &str) {
        let stem = private::stem_of_temporary(name).filter(|stem| stem.starts_with(PREFIX));
        let Some(stem) = stem.filter(|stem| !is_running(self.folder, stem)) else {
            return;
        };
        let (path, to) = (
            self.folder.join(name),
            self.folder.join(format!("{stem}.toml")),
        );
        // Written later than the one that has the name, or it makes no difference.
        let is_newer =
            time_of(&to).is_none_or(|other| time_of(&path).is_some_and(|it| it >= other));
        if is_newer && self.parsed(&path).is_some() {
            let _ = fs::rename(path, to);
        }
    }

    fn parsed(&self, path: &Path) -> Option<Read> {
        let text = String::from_utf8(private::read(path, LIMIT_BYTES).ok()?).ok()?;
        file::read(&text, self.ledger)
    }

    /// A draft of this ledger, with what an editor saved of it; `None` for those of others and for files that are none.
    fn read(&self, stem: &str, origin: &Origin) -> Option<Abandoned> {
        let path = self.folder.join(format!("{stem}.toml"));
        let read = self.parsed(&path)?;
        let moved_from = match origin.kinship(&read.table)? {
            (Kinship::Same, _) => None,
            (Kinship::Moved, from) => Some(from),
            (Kinship::Other, _) => return None,
        };
        let mut abandoned = Abandoned {
            draft: read.draft,
            unread: read.unread,
            moved_from,
            left: None,
            continues: read.continues,
            written: time_of(&path)?,
            file: path,
        };
        let text_file = abandoned.file.with_extension("txt");
        let is_its = |name: &str| text_file.file_name().is_some_and(|it| it == name);
        if let Some(handed) = read.handed.filter(|handed| is_its(&handed.file)) {
            abandoned.take_edited(handed.index, &handed.text, &text_file, self.limit_bytes);
        }
        let is_nothing = abandoned.draft.fields.is_empty()
            && abandoned.unread.is_empty()
            && abandoned.left.is_none();
        if is_nothing {
            abandoned.remove();
            return None;
        }
        Some(abandoned)
    }
}

impl Abandoned {
    /// Takes what an editor saved while it had the field, if anything.
    fn take_edited(&mut self, index: usize, handed: &str, file: &Path, limit_bytes: usize) {
        let bytes = match private::read(file, handed::LIMIT_BYTES) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(Vec::new()),
            Err(_) => None,
        };
        let edited = match &bytes {
            // An editor that was killed may have emptied the file first.
            Some(bytes) if bytes.is_empty() => Edited::Same,
            Some(bytes) => handed::edited(handed, bytes),
            None => Edited::NoText,
        };
        let Some(field) = self.draft.fields.get_mut(index) else {
            return;
        };
        match edited {
            Edited::Changed(text, _) if text.len() <= limit_bytes && field.text == handed => {
                field.text = text;
                self.written = self.written.max(time_of(file).unwrap_or(self.written));
            }
            Edited::Same if field.text == field.base => drop(self.draft.fields.remove(index)),
            Edited::Same => {}
            Edited::Changed(..) | Edited::NoText => {
                self.left = Some(file.to_path_buf());
                if field.text == field.base {
                    self.draft.fields.remove(index);
                }
            }
        }
    }
}

/// Removes what programs that are gone have left: locks, and after a while what was given up.
pub fn sweep_leftovers(folder: &Path) {
    for name in names(folder) {
        let path = folder.join(&name);
        let stem = name.trim_start_matches('.');
        let stem = stem.split_once('.').map_or(stem, |(stem, _)| stem);
        if !stem.starts_with(PREFIX) || is_running(folder, stem) {
            continue;
        }
        let age = time_of(&path).and_then(|time| time.elapsed().ok());
        let is_old = age.is_some_and(|age| age > LEFTOVERS_KEPT);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let (is_lock, is_text) = (ending == "lock", matches!(ending, "toml" | "unread"));
        let is_of_draft = folder.join(format!("{stem}.toml")).exists();
        if is_lock || (is_old && !is_text && !is_of_draft) {
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether the program that holds this lock still runs.
fn is_running(folder: &Path, stem: &str) -> bool {
    let lock = private::open(&folder.join(format!("{stem}.lock")), false);
    lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.collect()
}

fn time_of(path: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(path).ok()?.modified().ok()
}
