//! Earlier versions of a ledger, kept in the user's own folder: the last ones that each session replaced.
//!
//! They are whole files, readable without this program. A ledger is known by its path, which stands in a file beside
//! them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::ledger::{NotSaved, Saved};
use crate::store::read::{Unreadable, read_bytes};
use crate::store::sweep::{TEMPORARY, sweep};
use crate::store::write::{read_only, write};

/// How many versions of one session are kept.
const OF_A_SESSION: usize = 5;
/// How many are kept in all.
const IN_ALL: usize = 20;
/// How many bytes they may take together; the newest is kept in any case.
const BYTES_IN_ALL: u64 = 512 << 20;

/// The file that names the ledger.
const NAME: &str = "ledger";
const WRITING: &str = ".version-";

/// The kept versions of one ledger.
#[derive(Debug)]
pub struct Versions {
    folder: PathBuf,
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

impl Versions {
    /// The versions of the ledger at `ledger` (its real path) in the state folder; there may be none.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made or read.
    pub fn of(state: &Path, ledger: &Path) -> io::Result<Self> {
        let all = state.join("versions");
        fs::create_dir_all(&all)?;
        let name = ledger.to_string_lossy();
        let is_ours =
            |folder: &PathBuf| fs::read(folder.join(NAME)).is_ok_and(|it| it == name.as_bytes());
        let folders = fs::read_dir(&all)?.flatten().map(|entry| entry.path());
        if let Some(folder) = folders.into_iter().find(is_ours) {
            return Ok(Self { folder });
        }
        let folder = tempfile::Builder::new().prefix("of-").tempdir_in(&all)?;
        fs::write(folder.path().join(NAME), name.as_bytes())?;
        Ok(Self {
            folder: folder.keep(),
        })
    }

    /// All versions, newest first.
    pub fn list(&self) -> Vec<Version> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut versions: Vec<Version> =
            entries.filter_map(|entry| version(&entry.path())).collect();
        versions.sort_by(|left, right| right.file.file_name().cmp(&left.file.file_name()));
        versions
    }

    /// Keeps a version that is being replaced, and lets the oldest go.
    ///
    /// # Errors
    ///
    /// As the disk.
    pub fn keep(&self, bytes: &[u8]) -> io::Result<()> {
        sweep(&self.folder, WRITING);
        let mut beside = tempfile::Builder::new()
            .prefix(WRITING)
            .suffix(TEMPORARY)
            .tempfile_in(&self.folder)?;
        beside.write_all(bytes)?;
        // Two saves in one millisecond, or a clock that was set back, must not take each other's place.
        let mut millis = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_millis());
        let newest = self.list().first().map(|newest| millis_of(newest.replaced));
        millis = millis.max(newest.map_or(0, |newest| newest + 1));
        let name = format!("{millis:015}-{}.toml", process::id());
        beside.persist(self.folder.join(name))?;
        self.prune();
        Ok(())
    }

    fn prune(&self) {
        let (mut of_this, mut kept, mut bytes) = (0, 0, 0);
        for version in self.list() {
            let is_of_this = version.session == process::id();
            bytes += version.bytes;
            let goes = (is_of_this && of_this >= OF_A_SESSION)
                || kept >= IN_ALL
                || (kept > 0 && bytes > BYTES_IN_ALL);
            if goes {
                let _ = fs::remove_file(&version.file);
            } else {
                (of_this, kept) = (of_this + usize::from(is_of_this), kept + 1);
            }
        }
    }

    /// Brings a version back: it becomes the ledger, and what the ledger was is kept as a version. Only bytes are moved;
    /// the present file may be broken or gone.
    ///
    /// # Errors
    ///
    /// The file is untouched whenever this fails.
    pub fn bring_back(
        &self,
        version: &Version,
        ledger: &Path,
        state: &Path,
    ) -> Result<Saved, NotSaved> {
        if let Some(why) = read_only(ledger, true).filter(|_| ledger.exists()) {
            return Err(NotSaved::ReadOnly(why));
        }
        let bytes = fs::read(&version.file).map_err(NotSaved::System)?;
        match read_bytes(ledger) {
            Ok(present) => {
                self.keep(&present).map_err(NotSaved::System)?;
                write(ledger, &present, &bytes, Some(state))
            }
            Err(Unreadable::Missing) => anew(ledger, &bytes).map_err(NotSaved::System),
            Err(Unreadable::System(error)) => Err(NotSaved::System(error)),
            Err(_) => Err(NotSaved::ChangedElsewhere),
        }
    }
}

/// Makes a file that is not there.
fn anew(path: &Path, bytes: &[u8]) -> io::Result<Saved> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(Saved::Durable)
}

fn version(file: &Path) -> Option<Version> {
    let stem = file.file_name()?.to_str()?.strip_suffix(".toml")?;
    let (millis, session) = stem.split_once('-')?;
    Some(Version {
        replaced: UNIX_EPOCH + Duration::from_millis(millis.parse().ok()?),
        session: session.parse().ok()?,
        bytes: fs::metadata(file).ok()?.len(),
        file: file.to_path_buf(),
    })
}

fn millis_of(time: SystemTime) -> u128 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

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
        versions.keep("旧".as_bytes()).expect("kept");
        let old = versions.list().remove(0);
        for present in [Some("新"), None] {
            match present {
                Some(text) => fs::write(&ledger, text).expect("a file"),
                None => fs::remove_file(&ledger).expect("a file"),
            }
            versions
                .bring_back(&old, &ledger, state.path())
                .expect("brought back");
            assert_eq!(fs::read_to_string(&ledger).expect("the file"), "旧");
        }
        let kept = versions.list().remove(0);
        assert_eq!(fs::read_to_string(kept.file).expect("a version"), "新");
    }
}
