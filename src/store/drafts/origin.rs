//! Which ledger a draft was written for: by its path, and where that leads nowhere any more, by what a file keeps when
//! it is renamed or moved.
//!
//! A copy of a ledger, made to go on with the next period, must never get the drafts of the one it was made from. So a
//! path counts most; a file of another path is taken to be the same one only where nothing is left under the old path.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use toml::{Table, Value};

use crate::store::private::bytes_of;

/// Times of files are kept to two seconds by some file systems.
const TIME_SLACK_SECS: u64 = 2;

const PATH: &str = "ledger";
const ESCAPED: &str = "ledger_escaped";
const TITLE: &str = "ledger_title";
const FILE: &str = "ledger_file";
const SIZE: &str = "ledger_bytes";
const TIME: &str = "ledger_modified";

/// A ledger's file, as a draft remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    path: PathBuf,
    title: String,
    marks: Option<Marks>,
}

/// What is known of a file beside its path.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Marks {
    device: u64,
    inode: u64,
    size_bytes: u64,
    modified_secs: u64,
}

/// What a draft's ledger is to the one that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// The same path.
    Same,
    /// The same file, which was renamed or moved since.
    Moved,
    /// Another one.
    Other,
}

impl Origin {
    /// The ledger at this path (its real one) with this title, as it is now.
    pub fn of(path: &Path, title: &str) -> Self {
        Self {
            path: path.to_path_buf(),
            title: title.to_owned(),
            marks: fs::metadata(path).ok().as_ref().and_then(marks_of),
        }
    }

    /// The file may be another one by now, under the same path.
    pub fn refresh(&mut self) {
        self.marks = fs::metadata(&self.path).ok().as_ref().and_then(marks_of);
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes it into a draft.
    pub fn write(&self, table: &mut Table) {
        let mut put = |key: &str, value: Value| drop(table.insert(key.to_owned(), value));
        put(PATH, self.path.to_string_lossy().into_owned().into());
        if self.path.to_str().is_none() {
            put(ESCAPED, escaped(&self.path).into());
        }
        put(TITLE, self.title.clone().into());
        if let Some(marks) = &self.marks {
            put(FILE, format!("{}:{}", marks.device, marks.inode).into());
            put(SIZE, marks.size_bytes.to_string().into());
            put(TIME, marks.modified_secs.to_string().into());
        }
    }

    /// What the ledger of a draft is to this one; and where it was, for a person to read.
    pub fn kinship(&self, draft: &Table) -> Option<(Kinship, String)> {
        let text = |key: &str| draft.get(key).and_then(Value::as_str);
        let path = text(PATH)?;
        let kinship = if text(ESCAPED).map_or_else(
            || self.path.to_str() == Some(path),
            |escaped| escaped == self::escaped(&self.path),
        ) {
            Kinship::Same
        } else if text(TITLE) == Some(&self.title) && self.was_moved(draft) {
            Kinship::Moved
        } else {
            Kinship::Other
        };
        Some((kinship, path.to_owned()))
    }

    /// Whether this is the file of the draft, and nothing is where it was.
    fn was_moved(&self, draft: &Table) -> bool {
        let text = |key: &str| draft.get(key).and_then(Value::as_str);
        let number = |key: &str| text(key).and_then(|text| text.parse::<u64>().ok());
        let path = text(ESCAPED).map_or_else(|| text(PATH).map(PathBuf::from), unescaped);
        let is_gone = path.is_some_and(|path| {
            let found = path.symlink_metadata();
            found.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
        });
        let file = text(FILE).and_then(|file| file.split_once(':'));
        let numbers = file.and_then(|(device, inode)| {
            Some((device.parse::<u64>().ok()?, inode.parse::<u64>().ok()?))
        });
        let (Some((device, inode)), Some(now)) = (numbers, &self.marks) else {
            return false;
        };
        // Within a file system a moved file stays itself. From one to another it is copied, with its time.
        let is_same = if device == now.device && !cfg!(windows) {
            inode == now.inode
        } else {
            number(SIZE) == Some(now.size_bytes)
                && number(TIME)
                    .is_some_and(|secs| secs.abs_diff(now.modified_secs) <= TIME_SLACK_SECS)
        };
        is_gone && is_same
    }
}

fn marks_of(metadata: &Metadata) -> Option<Marks> {
    let (device, inode) = numbers(metadata);
    let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    Some(Marks {
        device,
        inode,
        size_bytes: metadata.len(),
        modified_secs: modified.duration_since(UNIX_EPOCH).ok()?.as_secs(),
    })
}

#[cfg(unix)]
fn numbers(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

/// Where files have no such numbers, time and size must do.
#[cfg(not(unix))]
fn numbers(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// A path that is no UTF-8, so that its very bytes can be had again.
fn escaped(path: &Path) -> String {
    let escape = |&byte: &u8| match byte {
        b'%' => "%25".to_owned(),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    bytes_of(path).iter().map(escape).collect()
}

#[cfg(unix)]
fn unescaped(escaped: &str) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    let mut parts = escaped.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(byte, 16).ok()?);
        bytes.extend(rest.as_bytes());
    }
    Some(std::ffi::OsString::from_vec(bytes).into())
}

#[cfg(not(unix))]
fn unescaped(_: &str) -> Option<PathBuf> {
    None
}

#[cfg(all(test, unix))]
mod tests;
