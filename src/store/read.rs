//! Reading a file whole, after making sure that it can be: no device that never ends, no pipe that blocks, no size that
//! does not fit, no bytes that are no text.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;

use encoding_rs::GB18030;

use crate::ledger::{Fault, FileForm, Place, Problem, ReadOnly};
use crate::store::flock::{self, Kind, Locking, try_lock};
use crate::store::marks::Seen;
use crate::store::place::Places;
#[cfg(unix)]
use crate::store::regular;
use crate::store::trial::{Step, reach};

/// The largest file that is read. A ledger of 100,000 items takes 60 MB.
pub const SIZE_LIMIT_BYTES: u64 = 1 << 30;

/// A ledger that could not be opened. The file was not touched.
#[derive(Debug)]
pub struct Refusal {
    /// The file, as the user named it.
    pub path: PathBuf,
    /// Why not.
    pub why: Unreadable,
}

/// Why a file cannot be read as a ledger.
#[derive(Debug)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket.
    NotAFile,
    /// It is larger than [`SIZE_LIMIT_BYTES`].
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// It holds nothing but zero bytes, as files do after a power cut.
    AllZeros,
    /// It is UTF-16 text.
    Utf16,
    /// It is a file of another program.
    Foreign(FileForm),
    /// It is text, but not a ledger; all that is wrong with it, in the order of the file.
    Problems(Vec<Problem>),
    /// A save in place was cut off: it holds pieces of two versions, and both are kept.
    CutOff,
    /// Another program is writing it just now, and does not come to an end.
    BeingWritten,
    /// The system refused.
    System(io::Error),
}

/// How the text of a file is written in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As TOML demands.
    Utf8,
    /// As older Chinese programs write; read, but never written. With the place of the first byte that is not UTF-8.
    Gb18030(Place),
}

impl Encoding {
    /// Why a file in this encoding cannot be written.
    pub fn read_only(&self) -> Option<ReadOnly> {
        matches!(self, Self::Gb18030(_)).then_some(ReadOnly::Gb18030)
    }

    /// Why a file in this encoding, with these problems, is no ledger. Where it was only taken to be in another
    /// encoding, that it is not in UTF-8 is all that is known for sure.
    pub fn unreadable(&self, problems: Vec<Problem>) -> Unreadable {
        match self {
            Self::Utf8 => Unreadable::Problems(problems),
            Self::Gb18030(place) => not_utf8(*place),
        }
    }
}

/// The bytes of a ledger.
#[derive(Debug)]
pub struct Content {
    /// All of them.
    pub bytes: Vec<u8>,
    /// Whether somebody was writing the file: they may be pieces of two versions.
    pub is_being_written: bool,
}

/// Reads a ledger while nobody writes it in place. A program that does so is waited for, but not for ever. Only where
/// this program has locked the file itself, there is nobody to wait for.
pub fn read_whole(path: &Path, is_locked: bool) -> Result<Content, Unreadable> {
    let mut tries = 1..=flock::TRIES;
    loop {
        let file = open_regular(path)?;
        reach(Step::Read).map_err(Unreadable::System)?;
        // Programs of this kind hold a lock on the file while they write it in place. Others hold none; they are known
        // by the marks of the file.
        let is_busy =
            !is_locked && cfg!(unix) && matches!(try_lock(&file, Kind::Shared), Locking::Busy);
        if is_busy && tries.next().is_some() {
            thread::sleep(flock::BETWEEN);
            continue;
        }
        let marks = || file.metadata().ok().map(|it| Seen::of_metadata(&it));
        let before = marks();
        let bytes = read_from(&file, SIZE_LIMIT_BYTES)?;
        let is_being_written = is_busy || before != marks();
        if !is_being_written || tries.next().is_none() {
            return Ok(Content {
                bytes,
                is_being_written,
            });
        }
        thread::sleep(flock::BETWEEN);
    }
}

/// The text that these bytes of a file are, byte-order mark and line ends included.
pub fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), Unreadable> {
    let has_mark = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if has_mark || is_bare_utf16(&bytes) {
        return Err(Unreadable::Utf16);
    }
    if let Some(form) = foreign(&bytes) {
        return Err(Unreadable::Foreign(form));
    }
    if !bytes.is_empty() && bytes.iter().all(|&byte| byte == 0) {
        return Err(Unreadable::AllZeros);
    }
    String::from_utf8(bytes)
        .map(|text| (text, Encoding::Utf8))
        .or_else(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = error.as_bytes().get(..valid).unwrap_or_default();
            let before = String::from_utf8_lossy(before);
            let place = Places::new(&before).of(before.len());
            let text = gb18030(error.as_bytes()).ok_or_else(|| not_utf8(place))?;
            Ok((text, Encoding::Gb18030(place)))
        })
}

/// Files of other programs, by their first bytes.
fn foreign(bytes: &[u8]) -> Option<FileForm> {
    let begins: [(&[u8], FileForm); 9] = [
        (b"PK\x03\x04", FileForm::Office),
        (b"PK\x05\x06", FileForm::Office),
        (b"\xD0\xCF\x11\xE0", FileForm::OldOffice),
        (b"%PDF", FileForm::Pdf),
        (b"{\\rtf", FileForm::RichText),
        (b"\x89PNG", FileForm::Picture),
        (b"\xFF\xD8\xFF", FileForm::Picture),
        (b"GIF8", FileForm::Picture),
        (b"BM", FileForm::Picture),
    ];
    let is_text = || std::str::from_utf8(bytes).is_ok();
    let mut forms = begins.iter().filter(|(start, _)| bytes.starts_with(start));
    let form = forms.next().map(|(_, form)| *form)?;
    // `BM` may begin a text as well.
    (form != FileForm::Picture || !is_text()).then_some(form)
}

/// Whether text is UTF-16 without the mark that says so: every other byte of what is ASCII in it is zero.
fn is_bare_utf16(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let zeros = |at: usize| {
        beginning
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let (most, least) = (even.max(odd), even.min(odd));
    most > 4 && most * 8 > beginning.len() && least * 16 < most
}

fn not_utf8(place: Place) -> Unreadable {
    Unreadable::Problems(vec![Problem {
        place,
        item: None,
        fault: Fault::NotUtf8,
    }])
}

/// The bytes as GB18030 text, where they are just that: they decode without a fault, and the text gives them again.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (again, _, _) = GB18030.encode(&text);
    (*again == *bytes).then(|| text.into_owned())
}

/// Reads a regular file of a bearable size.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    read_up_to(path, SIZE_LIMIT_BYTES)
}

/// Reads a regular file that is no larger than this.
pub fn read_up_to(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, Unreadable> {
    read_from(&open_regular(path)?, limit_bytes)
}

fn read_from(file: &File, limit_bytes: u64) -> Result<Vec<u8>, Unreadable> {
    let size = file.metadata().map_err(Unreadable::System)?.len();
    let mut bytes = Vec::new();
    let read = match size {
        size if size > limit_bytes => size,
        // The file may grow while it is read; the limit holds all the same.
        _ => file
            .take(limit_bytes + 1)
            .read_to_end(&mut bytes)
            .map_err(Unreadable::System)? as u64,
    };
    if read > limit_bytes {
        return Err(Unreadable::TooLarge {
            bytes: size.max(read),
        });
    }
    Ok(bytes)
}

/// Opens what the name stands for, behind all links, if it is a regular file. Opening a pipe would wait for its other
/// end, and opening a device can do things by itself.
pub fn open_regular(path: &Path) -> Result<File, Unreadable> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Unreadable::Missing,
        _ => Unreadable::System(error),
    };
    only_regular(&fs::metadata(path).map_err(refused)?)?;
    let file = open(path).map_err(refused)?;
    // It may be another one by now.
    only_regular(&file.metadata().map_err(refused)?)?;
    Ok(file)
}

fn only_regular(found: &Metadata) -> Result<(), Unreadable> {
    if found.is_dir() {
        return Err(Unreadable::Folder);
    }
    found.is_file().then_some(()).ok_or(Unreadable::NotAFile)
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    regular::open_unharmed(path, rustix::fs::OFlags::RDONLY)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}
