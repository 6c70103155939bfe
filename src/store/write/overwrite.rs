//! Writing a file over in place, where a new one cannot take its place.
//!
//! This can be cut off in the middle. So both versions are brought to the disk in the user's own folder first, and stay
//! there until the file is whole. The next program that opens the ledger finds them and puts a torn file back to what it
//! was; the text that was to be saved is in the draft.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::ledger::{NotSaved, Saved};
use crate::store::marks::Seen;
use crate::store::read::read_bytes;
use crate::store::trial::{Step, reach};
use crate::store::write::sync;

/// The file that names the ledger; written last, so that whatever has it is complete.
const NAME: &str = "ledger";

/// Writes `new` over `old` in the file at `path`.
pub fn overwrite(
    path: &Path,
    seen: &Metadata,
    old: &[u8],
    new: &[u8],
    state: &Path,
) -> Result<Saved, NotSaved> {
    let copies = keep_copies(path, old, new, state).map_err(NotSaved::CopiesNotKept)?;
    if Seen::of(path) != Some(Seen::of_metadata(seen)) {
        let _ = fs::remove_dir_all(copies);
        return Err(NotSaved::ChangedElsewhere);
    }
    let file = OpenOptions::new().write(true).open(path);
    let outcome = file.and_then(|file| {
        put(&file, new).inspect_err(|_| {
            // Where even this fails, the copies stay: the next start puts the old version back.
            if put(&file, old).is_ok() {
                let _ = fs::remove_dir_all(&copies);
            }
        })
    });
    match outcome {
        Ok(is_durable) => {
            let _ = fs::remove_dir_all(copies);
            Ok(if is_durable {
                Saved::Durable
            } else {
                Saved::Unconfirmed
            })
        }
        Err(error) => Err(NotSaved::System(error)),
    }
}

/// Writes the bytes from the beginning, and nothing after them.
fn put(mut file: &File, bytes: &[u8]) -> io::Result<bool> {
    use std::io::Seek;
    file.rewind()?;
    // A fault in the middle: half of it is written by then.
    if let Err(error) = reach(Step::Overwrite) {
        file.write_all(bytes.split_at(bytes.len() / 2).0)?;
        return Err(error);
    }
    file.write_all(bytes)?;
    file.set_len(bytes.len() as u64)?;
    sync(file)
}

/// Brings both versions to the disk in the state folder. Gives the folder they are in.
pub fn keep_copies(path: &Path, old: &[u8], new: &[u8], state: &Path) -> io::Result<PathBuf> {
    reach(Step::Copies)?;
    let folder = state.join("overwrites");
    fs::create_dir_all(&folder)?;
    let copies = tempfile::Builder::new().prefix("of-").tempdir_in(&folder)?;
    let name = path.to_string_lossy();
    for (name, bytes) in [("old", old), ("new", new), (NAME, name.as_bytes())] {
        let mut file = File::create_new(copies.path().join(name))?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    // Kept from here on, whatever happens.
    Ok(copies.keep())
}

/// Puts a file back that was cut off while it was written over. Says whether it did.
pub fn mend(path: &Path, state: &Path) -> bool {
    let mut is_mended = false;
    let folders = fs::read_dir(state.join("overwrites"));
    for entry in folders.into_iter().flatten().flatten() {
        let copies = entry.path();
        let is_ours =
            fs::read(copies.join(NAME)).is_ok_and(|name| name == path.to_string_lossy().as_bytes());
        if !is_ours {
            continue;
        }
        let (Ok(file), Ok(old), Ok(new)) = (
            read_bytes(path),
            fs::read(copies.join("old")),
            fs::read(copies.join("new")),
        ) else {
            continue;
        };
        if is_torn(&file, &old, &new) {
            let put_back = OpenOptions::new().write(true).open(path);
            if put_back.and_then(|file| put(&file, &old)).is_err() {
                continue;
            }
            is_mended = true;
        }
        let _ = fs::remove_dir_all(copies);
    }
    is_mended
}

/// Whether a file is neither version but pieces of both, or what a disk shows where nothing was written yet. Anything
/// else is somebody's own work.
fn is_torn(file: &[u8], old: &[u8], new: &[u8]) -> bool {
    let of_either = |(at, byte): (usize, &u8)| {
        *byte == 0 || old.get(at) == Some(byte) || new.get(at) == Some(byte)
    };
    file != old && file != new && file.iter().enumerate().all(of_either)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_mixture_of_both_versions_is_torn() {
        let (old, new) = (b"title = 'aaaa'".as_slice(), b"title = 'bbbbbb'".as_slice());
        assert!(!is_torn(old, old, new) && !is_torn(new, old, new));
        assert!(is_torn(b"title = 'bbaa'", old, new));
        assert!(is_torn(b"title = 'bbbbb", old, new), "cut off");
        assert!(is_torn(b"title\0\0\0\0\0\0", old, new), "a hole");
        assert!(is_torn(b"", old, new), "nothing at all");
        assert!(!is_torn(b"title = 'cccc'", old, new), "somebody else's");
    }

    #[test]
    fn a_torn_file_is_put_back_and_another_one_is_left_alone() {
        let desk = tempfile::tempdir().expect("a folder");
        let (path, state) = (desk.path().join("l.toml"), desk.path().join("state"));
        for (found, left, is_mended) in [
            ("newold", "oldold", true),
            ("oldold", "oldold", false),
            ("newnewnew", "newnewnew", false),
            ("theirs", "theirs", false),
        ] {
            keep_copies(&path, b"oldold", b"newnewnew", &state).expect("copies");
            fs::write(&path, found).expect("a file");
            assert_eq!(mend(&path, &state), is_mended);
            assert_eq!(fs::read_to_string(&path).expect("the file"), left);
            let rest = fs::read_dir(state.join("overwrites"))
                .expect("a folder")
                .count();
            assert_eq!(rest, 0, "copies go when the file is whole");
        }
    }
}
