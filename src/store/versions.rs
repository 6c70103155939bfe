//! Earlier versions of a ledger, kept in the user's own folder: the last ones that each session replaced.
//!
//! They are whole files, readable without this program. A ledger is known by its path, which stands in a file beside
//! them. A version is on the disk, with its name, before anybody relies on it: after a power cut it is what helps.

use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::ledger::{Ledger, NotKept, NotSaved, Saved};
use crate::store::create;
use crate::store::private;
use crate::store::progress::Progress;
use crate::store::read::{SIZE_LIMIT_BYTES, Unreadable, decode, read_bytes};
use crate::store::reading::reading;
use crate::store::sweep::sweep;
use crate::store::write::{read_only, write};

/// How many versions of one session are kept.
const OF_A_SESSION: usize = 5;
/// How many are kept in all.
const IN_ALL: usize = 20;
/// How many bytes they may take together; the newest is kept in any case.
const BYTES_IN_ALL: u64 = 512 << 20;

/// The folder of all versions in the state folder.
const ALL: &str = "versions";
/// The file that names the ledger.
const NAME: &str = "ledger";
/// The longest path that is read from it.
const NAME_LIMIT_BYTES: u64 = 64 << 10;

/// The kept versions of one ledger.
#[derive(Debug)]
pub struct Versions {
    state: PathBuf,
    ledger: PathBuf,
}

/// One kept version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub file: PathBuf,
    /// When it was replaced.
    pub replaced: SystemTime,
    /// Its size.
    pub bytes: u64,
    /// The program that replaced it.
    session: u32,
}

/// What is wrong with a kept version, so that it must not become the ledger.
#[derive(Debug)]
pub enum Damage {
    /// There is nothing in it.
    Empty,
    /// It is no ledger that could be opened.
    NoLedger,
    /// It cannot be read.
    System(io::Error),
}

/// Why a version was not brought back. The ledger's file is as it was.
#[derive(Debug)]
pub enum NotRestored {
    /// The version is not fit for it.
    Damaged(Damage),
    /// The present file could not be kept as a version first.
    NotKept(NotKept),
    /// The ledger's file was not written.
    NotSaved(NotSaved),
}

impl Version {
    /// The ledger as this version has it.
    ///
    /// # Errors
    ///
    /// Where it must not be brought back.
    pub fn ledger(&self) -> Result<Arc<Ledger>, Damage> {
        self.read().map(|(_, ledger)| ledger)
    }

    fn read(&self) -> Result<(Vec<u8>, Arc<Ledger>), Damage> {
        let bytes = private::read(&self.file, SIZE_LIMIT_BYTES).map_err(Damage::System)?;
        if bytes.is_empty() {
            return Err(Damage::Empty);
        }
        let (text, _) = decode(bytes.clone()).or(Err(Damage::NoLedger))?;
        let reading = reading(&text, &Progress::default()).or(Err(Damage::NoLedger))?;
        Ok((bytes, reading.ledger))
    }
}

impl Versions {
    /// The versions of the ledger at `ledger` (its real path) in the state folder; there may be none. Nothing is made.
    ///
    /// # Errors
    ///
    /// Where the folder is not to be trusted.
    pub fn of(state: &Path, ledger: &Path) -> Result<Self, NotKept> {
        private::existing(state, ALL)?;
        Ok(Self {
            state: state.to_path_buf(),
            ledger: ledger.to_path_buf(),
        })
    }

    /// All versions, newest first.
    pub fn list(&self) -> Vec<Version> {
        let folders = self.folders();
        let entries = folders
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok());
        let files = entries.flatten().flatten().map(|entry| entry.path());
        let mut versions: Vec<Version> = files.filter_map(|file| version(&file)).collect();
        versions.sort_by(|left, right| right.file.file_name().cmp(&left.file.file_name()));
        versions
    }

    /// Keeps a version that is being replaced, and lets the oldest go. When this returns, it is on the disk.
    ///
    /// # Errors
    ///
    /// As the disk.
    pub fn keep(&self, bytes: &[u8]) -> Result<(), NotKept> {
        let all = private::folder(&self.state, ALL)?;
        let folder = match self.folders().into_iter().next() {
            Some(folder) => folder,
            None => self.make_folder(&all)?,
        };
        sweep(&folder, ".");
        // Two saves in one millisecond, or a clock that was set back, must not take each other's place.
        let mut millis = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_millis());
        let newest = self.list().first().map(|newest| millis_of(newest.replaced));
        millis = millis.max(newest.map_or(0, |newest| newest + 1));
        let name = format!("{millis:015}-{}.toml", process::id());
        private::put(&folder, &name, bytes)?;
        self.prune();
        Ok(())
    }

    /// The folders with versions of this ledger: one, unless two programs made theirs in the same moment.
    fn folders(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.state.join(ALL)).into_iter();
        let folders = entries.flatten().flatten().filter(|entry| {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let name = private::read(&entry.path().join(NAME), NAME_LIMIT_BYTES);
            is_folder && name.is_ok_and(|name| name == private::bytes_of(&self.ledger))
        });
        let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
        folders.sort();
        folders
    }

    fn make_folder(&self, all: &Path) -> Result<PathBuf, NotKept> {
        let folder = tempfile::Builder::new().prefix("of-").tempdir_in(all)?;
        private::close_folder(folder.path())?;
        private::put(folder.path(), NAME, private::bytes_of(&self.ledger))?;
        private::sync_folder(all)?;
        Ok(folder.keep())
    }

    fn prune(&self) {
        let (mut of_this, mut kept, mut bytes) = (0, 0, 0);
        for version in self.list() {
            let is_of_this = version.session == process::id();
            bytes += version.bytes;
            let goes = (is_of_this && of_this >= OF_A_SESSION)
                || kept >= IN_ALL
                || (kept > 0 && bytes > BYTES_IN_ALL)
                // An older program left it in a power cut; it holds nothing.
                || version.bytes == 0;
            if goes {
                let _ = fs::remove_file(&version.file);
            } else {
                (of_this, kept) = (of_this + usize::from(is_of_this), kept + 1);
            }
        }
    }

    /// Brings a version back: it becomes the ledger, and what the ledger was is kept as a version. The present file may
    /// be broken or gone. Says whether there was anything in it to be kept.
    ///
    /// # Errors
    ///
    /// The file is untouched whenever this fails.
    pub fn bring_back(
        &self,
        version: &Version,
        ledger: &Path,
        state: &Path,
    ) -> Result<bool, NotRestored> {
        let not_saved = NotRestored::NotSaved;
        if let Some(why) = read_only(ledger, true).filter(|_| ledger.exists()) {
            return Err(not_saved(NotSaved::ReadOnly(why)));
        }
        let (bytes, _) = version.read().map_err(NotRestored::Damaged)?;
        match read_bytes(ledger) {
            Ok(present) => {
                let has_text = !present.is_empty();
                if has_text {
                    self.keep(&present).map_err(NotRestored::NotKept)?;
                }
                let written = write(ledger, &present, &bytes, Some(state));
                let _: Saved = written.map_err(not_saved)?;
                Ok(has_text)
            }
            Err(Unreadable::Missing) => {
                let created = create(ledger, &bytes, false);
                created.map_err(|error| not_saved(NotSaved::System(error)))?;
                Ok(false)
            }
            Err(Unreadable::System(error)) => Err(not_saved(NotSaved::System(error))),
            Err(_) => Err(not_saved(NotSaved::ChangedElsewhere)),
        }
    }
}

fn version(file: &Path) -> Option<Version> {
    let stem = file.file_name()?.to_str()?.strip_suffix(".toml")?;
    let (millis, session) = stem.split_once('-')?;
    let metadata = fs::symlink_metadata(file).ok()?;
    Some(Version {
        replaced: UNIX_EPOCH + Duration::from_millis(millis.parse().ok()?),
        session: session.parse().ok()?,
        bytes: metadata.is_file().then_some(metadata.len())?,
        file: file.to_path_buf(),
    })
}

fn millis_of(time: SystemTime) -> u128 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis())
}

impl fmt::Display for Damage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("the version is empty"),
            Self::NoLedger => out.write_str("the version is not a ledger"),
            Self::System(error) => error.fmt(out),
        }
    }
}

impl fmt::Display for NotRestored {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(damage) => damage.fmt(out),
            Self::NotKept(why) => write!(out, "the present file was not kept: {why}"),
            Self::NotSaved(why) => write!(out, "the ledger was not written: {why:?}"),
        }
    }
}

impl Error for Damage {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::System(error) => Some(error),
            Self::Empty | Self::NoLedger => None,
        }
    }
}

impl Error for NotRestored {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Damaged(damage) => Some(damage),
            Self::NotKept(why) => Some(why),
            Self::NotSaved(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "schema = 1\n[ledger]\ntitle = \"旧\"\n";

    #[test]
    fn the_last_five_of_a_session_are_kept_newest_first() {
        let state = tempfile::tempdir().expect("a folder");
        let ledger = state.path().join("l.toml");
        let versions = Versions::of(state.path(), &ledger).expect("versions");
        for number in 1..=7 {
            versions
                .keep(format!("版本{number}").as_bytes())
                .expect("kept");
        }
        let texts: Vec<String> = versions
            .list()
            .iter()
            .map(|version| fs::read_to_string(&version.file).expect("a version"))
            .collect();
        assert_eq!(texts, ["版本7", "版本6", "版本5", "版本4", "版本3"]);
        let other = Versions::of(state.path(), &state.path().join("m.toml")).expect("versions");
        assert!(other.list().is_empty(), "every ledger has its own");
        let again = Versions::of(state.path(), &ledger).expect("versions");
        assert_eq!(again.list().len(), 5);
    }

    #[test]
    fn a_version_comes_back_and_can_be_taken_back_again() {
        let state = tempfile::tempdir().expect("a folder");
        let ledger = state.path().join("l.toml");
        let versions = Versions::of(state.path(), &ledger).expect("versions");
        versions.keep(OLD.as_bytes()).expect("kept");
        let old = versions.list().remove(0);
        for (present, is_kept) in [(Some("新"), true), (Some(""), false), (None, false)] {
            match present {
                Some(text) => fs::write(&ledger, text).expect("a file"),
                None => fs::remove_file(&ledger).expect("a file"),
            }
            let restored = versions.bring_back(&old, &ledger, state.path());
            assert_eq!(restored.expect("brought back"), is_kept);
            assert_eq!(fs::read_to_string(&ledger).expect("the file"), OLD);
        }
        let kept = versions.list().remove(0);
        assert_eq!(fs::read_to_string(kept.file).expect("a version"), "新");
    }

    #[test]
    fn what_is_no_ledger_never_becomes_one() {
        let state = tempfile::tempdir().expect("a folder");
        let ledger = state.path().join("l.toml");
        fs::write(&ledger, OLD).expect("a file");
        let versions = Versions::of(state.path(), &ledger).expect("versions");
        for text in ["x", "schema = 1\n[ledger]\ntitle = 3\n", "\0\0\0\0"] {
            versions.keep(text.as_bytes()).expect("kept");
        }
        let mut kept = versions.list();
        fs::write(&kept[0].file, "").expect("a version that a power cut emptied");
        kept[0].bytes = 0;
        for (version, is_empty) in kept.iter().zip([true, false, false]) {
            let refused = versions.bring_back(version, &ledger, state.path());
            let damage = match refused {
                Err(NotRestored::Damaged(damage)) => damage,
                other => panic!("{other:?}"),
            };
            assert_eq!(matches!(damage, Damage::Empty), is_empty, "{damage}");
            assert_eq!(fs::read_to_string(&ledger).expect("the file"), OLD);
        }
        versions.keep(OLD.as_bytes()).expect("kept");
        assert!(versions.list().iter().all(|it| it.bytes > 0), "swept");
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_utf_8_are_told_apart() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let state = tempfile::tempdir().expect("a folder");
        let of = |name: &[u8]| {
            let ledger = state.path().join(OsStr::from_bytes(name));
            Versions::of(state.path(), &ledger).expect("versions")
        };
        of(b"\xD6\xD0.toml").keep(OLD.as_bytes()).expect("kept");
        assert_eq!(of(b"\xD6\xD0.toml").list().len(), 1);
        assert_eq!(of(b"\xD6\xD1.toml").list(), []);
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_no_version_and_no_folder_of_versions() {
        let state = tempfile::tempdir().expect("a folder");
        let (ledger, secret) = (state.path().join("l.toml"), state.path().join("secret"));
        fs::write(&secret, OLD).expect("a file");
        let versions = Versions::of(state.path(), &ledger).expect("versions");
        versions.keep(OLD.as_bytes()).expect("kept");
        let folder = versions.folders().remove(0);
        let planted = folder.join("999999999999999-1.toml");
        std::os::unix::fs::symlink(&secret, planted).expect("a link");
        assert_eq!(versions.list().len(), 1);
        let all = state.path().join("versions");
        let moved = state.path().join("moved");
        fs::rename(&folder, &moved).expect("moved");
        std::os::unix::fs::symlink(&moved, &folder).expect("a link");
        assert_eq!(versions.list(), []);
        versions.keep(OLD.as_bytes()).expect("kept");
        assert_eq!(fs::read_dir(&moved).expect("a folder").count(), 3);
        assert_eq!(fs::read_dir(all).expect("a folder").count(), 2);
    }
}
