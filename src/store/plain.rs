//! Small files that are no ledgers: read whole, begun whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use crate::store::create;
use crate::store::read::{Unreadable, read_up_to};

/// The largest of them that is read: what somebody writes by hand is far below it.
const LIMIT_BYTES: u64 = 1 << 20;

/// The text of a file; `None` where there is none.
///
/// # Errors
///
/// As the system; also where the file is no text, or nothing that can be read to its end.
pub fn text(path: &Path) -> io::Result<Option<String>> {
    let bytes = match read_up_to(path, LIMIT_BYTES) {
        Ok(bytes) => bytes,
        Err(Unreadable::Missing) => return Ok(None),
        Err(Unreadable::System(error)) => return Err(error),
        Err(Unreadable::Folder) => return Err(io::ErrorKind::IsADirectory.into()),
        Err(Unreadable::TooLarge { .. }) => return Err(io::ErrorKind::FileTooLarge.into()),
        Err(_) => return Err(io::ErrorKind::InvalidData.into()),
    };
    let text = String::from_utf8(bytes)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    Ok(Some(text))
}

/// Creates a file and the folders above it. Whoever looks sees the whole file or none.
///
/// # Errors
///
/// As the system; [`io::ErrorKind::AlreadyExists`] where there is a file already, which is then as it was.
pub fn begin(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| match error.kind() {
            // A file stands where a folder should be; it is not the new file that is there already.
            io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
            _ => error,
        })?;
    }
    create(path, bytes, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_created_once_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/new.toml");
        assert_eq!(text(&path).unwrap(), None);
        begin(&path, "甲".as_bytes()).unwrap();
        assert_eq!(text(&path).unwrap().as_deref(), Some("甲"));
        let again = begin(&path, b"x").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(text(&path).unwrap().as_deref(), Some("甲"));
        let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "nothing else is left behind");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bytes");
        begin(&path, &[0xFF]).unwrap();
        assert_eq!(text(&path).unwrap_err().kind(), io::ErrorKind::InvalidData);
        let why = text(folder.path()).unwrap_err().kind();
        assert_eq!(why, io::ErrorKind::IsADirectory);
    }

    #[test]
    fn what_is_far_too_large_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        let file = fs::File::create(&path).unwrap();
        file.set_len(LIMIT_BYTES).unwrap();
        assert!(text(&path).unwrap().is_some());
        file.set_len(LIMIT_BYTES + 1).unwrap();
        let why = text(&path).unwrap_err().kind();
        assert_eq!(why, io::ErrorKind::FileTooLarge);
    }
}
