//! Writing a file over in place, where a new one cannot take its place.
//!
//! This can be cut off in the middle. So both versions are brought to the disk in the user's own folder first, and stay
//! there until the file is whole. The next program that opens the ledger finds them and puts a torn file back to what it
//! was; the text that was to be saved is in the draft.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use crate::ledger::{NotSaved, Saved};
use crate::store::flock::{self, Kind, Locking};
use crate::store::marks::Seen;
use crate::store::regular::{self, is_named};
use crate::store::trial::{Step, reach};
use crate::store::write::copies::{self, Copies};
use crate::store::write::lock::Lock;
use crate::store::write::{Written, gone_or_refused, sync};

/// Writes `new` over `old` in the file at `path`, which is as it was `seen`.
///
/// # Errors
///
/// The file is as it was whenever this fails, or is put back to it at the next start.
pub fn overwrite(
    path: &Path,
    seen: &Metadata,
    (old, new): (&[u8], &[u8]),
    state: &Path,
    held: &Lock,
) -> Result<Written, NotSaved> {
    let copies = Copies::keep(path, old, new, state).map_err(NotSaved::CopiesNotKept)?;
    let file = match open(path, seen, old, held) {
        Ok(file) => file,
        Err(why) => {
            copies.remove();
            return Err(why);
        }
    };
    let is_durable = match put(&file, new) {
        Ok(is_durable) => is_durable,
        Err(error) => {
            // Where even this fails, the copies stay: the next start puts the old version back.
            if put(&file, old).is_ok() {
                copies.remove();
            }
            return Err(NotSaved::System(error));
        }
    };
    let confirmed = confirm(&file, path, (old, new));
    copies.remove();
    let seen = confirmed?;
    Ok(Written {
        saved: if is_durable {
            Saved::Durable
        } else {
            Saved::Unconfirmed
        },
        seen,
    })
}

/// Opens the file, which must be the very one that was seen, and hold just the old version.
fn open(path: &Path, seen: &Metadata, old: &[u8], held: &Lock) -> Result<File, NotSaved> {
    reach(Step::Open).map_err(NotSaved::System)?;
    // A link that somebody put there in the meantime would send the ledger into a file of their choice.
    let file = regular::open_to_write(path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidInput => NotSaved::ChangedElsewhere,
        _ => gone_or_refused(error),
    })?;
    lock(&file, held)?;
    let now = file.metadata().map_err(NotSaved::System)?;
    if Seen::of_metadata(&now) != Seen::of_metadata(seen)
        || content(&file).map_err(NotSaved::System)? != old
    {
        return Err(NotSaved::ChangedElsewhere);
    }
    Ok(file)
}

/// Locks the file itself. Readers wait for that, and so do programs that write it over in place where nobody can make
/// the lock of the ledger: in a folder that takes no files.
fn lock(file: &File, held: &Lock) -> Result<(), NotSaved> {
    if held.is_on_ledger() {
        return Ok(());
    }
    let locking = if held.is_held() {
        flock::lock(file, Kind::Exclusive)
    } else {
        // It was waited for already, and is stuck.
        flock::try_lock(file, Kind::Exclusive)
    };
    match locking {
        Locking::Busy if !held.is_held() => {
            let error = io::Error::from(io::ErrorKind::ResourceBusy);
            Err(NotSaved::System(error))
        }
        _ => Ok(()),
    }
}

/// Makes sure that what was written is what the name leads to. Gives the marks of the file then.
///
/// Another program may have put its own version in the place of this file, without any lock. Then the bytes went into
/// a file that is gone, or has only other names left, and saying that they are saved would lose them.
fn confirm(file: &File, path: &Path, (old, new): (&[u8], &[u8])) -> Result<Option<Seen>, NotSaved> {
    let named = reach(Step::Confirm).and_then(|()| is_named(file, path));
    let why = match named {
        Ok(true) => return Ok(file.metadata().ok().map(|now| Seen::of_metadata(&now))),
        Ok(false) => NotSaved::ChangedElsewhere,
        Err(error) => gone_or_refused(error),
    };
    // Under its other names the file is as it was, unless somebody has written into it since.
    if content(file).is_ok_and(|now| now == new) {
        let _ = put(file, old);
    }
    Err(why)
}

/// Writes the bytes from the beginning, and nothing after them.
fn put(mut file: &File, bytes: &[u8]) -> io::Result<bool> {
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

fn content(mut file: &File) -> io::Result<Vec<u8>> {
    file.rewind()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Puts a file back that was cut off while it was written over, and clears away what programs left that were killed.
/// Says whether it did put it back.
pub fn mend(path: &Path, state: &Path, lock: &mut Option<Lock>) -> bool {
    copies::sweep(state);
    let abandoned = Copies::abandoned(path, state, Kind::Exclusive);
    if abandoned.is_empty() {
        return false;
    }
    // Somebody else may be saving just now: what looks torn is then half written.
    let held = Lock::ensure(lock, path);
    let mut is_mended = false;
    for copies in abandoned {
        if let Ok(was_torn) = mend_by(&copies, path, held) {
            is_mended |= was_torn;
            copies.remove();
        }
    }
    is_mended
}

fn mend_by(copies: &Copies, path: &Path, held: &Lock) -> Result<bool, NotSaved> {
    let (old, new) = copies.read().map_err(NotSaved::System)?;
    let file = regular::open_to_write(path).map_err(NotSaved::System)?;
    self::lock(&file, held)?;
    let now = content(&file).map_err(NotSaved::System)?;
    if !is_torn(&now, &old, &new) {
        return Ok(false);
    }
    if !is_named(&file, path).map_err(NotSaved::System)? {
        return Err(NotSaved::ChangedElsewhere);
    }
    put(&file, &old).map_err(NotSaved::System)?;
    Ok(true)
}

/// Whether these bytes of a ledger are what a save in place has left that was cut off. Nothing is changed.
pub fn is_cut_off(bytes: &[u8], path: &Path, state: &Path) -> bool {
    let abandoned = Copies::abandoned(path, state, Kind::Shared);
    let mut versions = abandoned.iter().filter_map(|it| it.read().ok());
    versions.any(|(old, new)| is_torn(bytes, &old, &new))
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
    use std::fs;

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
            drop(Copies::keep(&path, b"oldold", b"newnewnew", &state).expect("copies"));
            fs::write(&path, found).expect("a file");
            assert_eq!(is_cut_off(found.as_bytes(), &path, &state), is_mended);
            assert_eq!(mend(&path, &state, &mut None), is_mended);
            assert_eq!(fs::read_to_string(&path).expect("the file"), left);
            let rest = fs::read_dir(state.join("overwrites"))
                .expect("a folder")
                .count();
            assert_eq!(rest, 0, "copies go when the file is whole");
        }
    }
}
