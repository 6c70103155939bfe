//! Searches that a person keeps, in a file of the user's own folder, `searches.toml`, which may be edited by hand.
//!
//! The file is written whole or not at all. What this version does not know in it stays. A file that cannot be read is
//! told and left alone, and so is a link.

use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::ledger::{IoCause, NotKept, SavedSearch, SearchChange};
use crate::store::private;
use crate::store::sweep::sweep;

/// The name of the file.
const FILE: &str = "searches.toml";
/// The file whose lock is held while the searches change.
const LOCK: &str = ".searches.lock";
/// The largest file that is read.
const LIMIT_BYTES: u64 = 1 << 20;
/// What the searches are called in the file.
const LIST: &str = "search";

/// The searches kept in a folder.
#[derive(Debug)]
pub struct Searches {
    folder: PathBuf,
}

impl Searches {
    /// Those in the user's own folder. Nothing is read yet.
    pub fn in_folder(state: &Path) -> Self {
        Self {
            folder: state.to_path_buf(),
        }
    }

    /// Does what is asked, and gives the searches there are then.
    ///
    /// # Errors
    ///
    /// As the disk; with [`io::ErrorKind::InvalidData`] where the file makes no sense. It is as it was then.
    pub fn change(&self, change: &SearchChange) -> io::Result<Vec<SavedSearch>> {
        if *change == SearchChange::None {
            return Ok(saved(&self.read()?));
        }
        private::state_folder(&self.folder).map_err(not_kept)?;
        // Two programs of one user change it one after the other.
        let _lock = private::lock(&self.folder.join(LOCK))?;
        let mut table = self.read()?;
        let list = table
            .entry(LIST)
            .or_insert_with(|| Value::Array(Vec::new()));
        let list = list.as_array_mut().ok_or_else(|| self.makes_no_sense(""))?;
        match change {
            SearchChange::Keep(search) => keep(list, search),
            SearchChange::Forget(name) => list.retain(|it| !is_named(it, name)),
            SearchChange::None => {}
        }
        self.write(&table)?;
        Ok(saved(&table))
    }

    fn read(&self) -> io::Result<Table> {
        let bytes = match private::read(&self.file(), LIMIT_BYTES) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => read.map_err(|error| self.told(&error))?,
        };
        let text =
            String::from_utf8(bytes).map_err(|error| self.makes_no_sense(&error.to_string()))?;
        let table: Table = text
            .parse()
            .map_err(|error: toml::de::Error| self.makes_no_sense(error.message()))?;
        match table.get(LIST) {
            None | Some(Value::Array(_)) => Ok(table),
            Some(_) => Err(self.makes_no_sense(LIST)),
        }
    }

    fn write(&self, table: &Table) -> io::Result<()> {
        sweep(&self.folder, ".searches");
        let text = toml::to_string(table).map_err(io::Error::other)?;
        private::put(&self.folder, FILE, text.as_bytes())
    }

    fn makes_no_sense(&self, why: &str) -> io::Error {
        let text = format!("{}: {why}", self.file().display());
        io::Error::new(io::ErrorKind::InvalidData, text)
    }

    fn told(&self, error: &io::Error) -> io::Error {
        io::Error::new(error.kind(), format!("{}: {error}", self.file().display()))
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

fn not_kept(why: NotKept) -> io::Error {
    let kind = match why {
        NotKept::NoFolder => io::ErrorKind::NotFound,
        NotKept::Unsafe(_) | NotKept::System(IoCause::PermissionDenied) => {
            io::ErrorKind::PermissionDenied
        }
        NotKept::System(IoCause::StorageFull) => io::ErrorKind::StorageFull,
        NotKept::System(IoCause::ReadOnlyFilesystem) => io::ErrorKind::ReadOnlyFilesystem,
        NotKept::System(_) => io::ErrorKind::Other,
    };
    io::Error::new(kind, why)
}

/// The searches in a file; what has no name or no query is passed over, and stays in the file.
fn saved(table: &Table) -> Vec<SavedSearch> {
    let text = |it: &Value, key: &str| it.get(key).and_then(Value::as_str).map(str::to_owned);
    let list = table.get(LIST).and_then(Value::as_array);
    let searches = list.into_iter().flatten().filter_map(|it| {
        Some(SavedSearch {
            name: text(it, "name")?,
            query: text(it, "query")?,
            scope: text(it, "scope"),
        })
    });
    searches.collect()
}

/// Keeps a search in the place of the one with its name, else at the end.
fn keep(list: &mut Vec<Value>, search: &SavedSearch) {
    let at = list.iter().position(|it| is_named(it, &search.name));
    let old = at.and_then(|at| list.get(at)?.as_table().cloned());
    let mut table = old.unwrap_or_default();
    table.insert("name".to_owned(), search.name.clone().into());
    table.insert("query".to_owned(), search.query.clone().into());
    table.remove("scope");
    if let Some(scope) = &search.scope {
        table.insert("scope".to_owned(), scope.clone().into());
    }
    let table = Value::Table(table);
    match at.and_then(|at| list.get_mut(at)) {
        Some(place) => *place = table,
        None => list.push(table),
    }
}

fn is_named(value: &Value, name: &str) -> bool {
    value.get("name").and_then(Value::as_str) == Some(name)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn search(name: &str, query: &str) -> SavedSearch {
        SavedSearch {
            name: name.to_owned(),
            query: query.to_owned(),
            scope: None,
        }
    }

    fn keep(search: SavedSearch) -> SearchChange {
        SearchChange::Keep(search)
    }

    #[test]
    fn what_is_kept_is_there_for_the_next_program_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("not/made/yet");
        let searches = Searches::in_folder(&state);
        assert_eq!(searches.change(&SearchChange::None).unwrap(), []);
        assert!(!state.exists(), "asking makes nothing");
        let (one, two) = (
            search("慢", "状态:滞后"),
            search("二", "是:未知 sort:behind"),
        );
        searches.change(&keep(one.clone())).unwrap();
        searches.change(&keep(two.clone())).unwrap();
        let scoped = SavedSearch {
            scope: Some("notes".to_owned()),
            ..search("慢", "海洋")
        };
        let there = searches.change(&keep(scoped.clone())).unwrap();
        assert_eq!(there, [scoped.clone(), two], "in the place of its name");
        let next = Searches::in_folder(&state);
        assert_eq!(
            next.change(&SearchChange::Forget("二".to_owned())).unwrap(),
            [scoped]
        );
        let names = fs::read_dir(&state).unwrap().flatten();
        let names: Vec<_> = names.map(|it| it.file_name()).collect();
        assert_eq!(names.len(), 2, "the file and its lock: {names:?}");
    }

    #[test]
    fn what_is_not_known_stays_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, "later = 1\n[[search]]\nname = \"甲\"\nquery = \"x\"\ncolour = \"red\"\n[[search]]\nshape = 3\n").unwrap();
        let searches = Searches::in_folder(folder.path());
        let there = searches.change(&keep(search("甲", "y"))).unwrap();
        assert_eq!(there, [search("甲", "y")]);
        let text = fs::read_to_string(&file).unwrap();
        for kept in [
            "later = 1",
            "colour = \"red\"",
            "shape = 3",
            "query = \"y\"",
        ] {
            assert!(text.contains(kept), "{kept} in {text}");
        }
    }

    #[test]
    fn a_broken_file_is_told_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        for broken in ["[[search]\nname", "search = 3\n"] {
            fs::write(&file, broken).unwrap();
            let searches = Searches::in_folder(folder.path());
            for change in [SearchChange::None, keep(search("甲", "y"))] {
                let error = searches.change(&change).unwrap_err();
                assert_eq!(error.kind(), io::ErrorKind::InvalidData);
                assert!(error.to_string().contains(FILE), "{error}");
            }
            assert_eq!(fs::read_to_string(&file).unwrap(), broken);
        }
    }

    #[test]
    #[cfg(unix)]
    fn nothing_that_stands_in_for_the_file_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let searches = Searches::in_folder(folder.path());
        let mode = rustix::fs::Mode::RWXU;
        rustix::fs::mkfifoat(rustix::fs::CWD, &file, mode).unwrap();
        for change in [SearchChange::None, keep(search("甲", "y"))] {
            assert!(searches.change(&change).is_err());
        }
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        assert!(searches.change(&keep(search("甲", "y"))).is_err());
    }

    #[test]
    #[cfg(unix)]
    fn a_planted_link_is_neither_followed_nor_replaced() {
        for planted in [FILE, LOCK] {
            for is_there in [false, true] {
                let folder = tempfile::tempdir().unwrap();
                let elsewhere = folder.path().join("elsewhere.toml");
                let state = folder.path().join("state");
                fs::create_dir(&state).unwrap();
                if is_there {
                    fs::write(&elsewhere, "").unwrap();
                }
                std::os::unix::fs::symlink(&elsewhere, state.join(planted)).unwrap();
                let searches = Searches::in_folder(&state);
                assert!(searches.change(&keep(search("甲", "y"))).is_err());
                assert!(state.join(planted).is_symlink(), "{planted}");
                assert_eq!(elsewhere.exists(), is_there, "{planted}");
                if is_there {
                    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "");
                }
            }
        }
    }
}
