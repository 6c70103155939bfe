//! `taizhang restore`: lists the kept versions of a ledger and brings one back.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cli::{FINE, NOTHING, UNUSABLE, io_cause, print, print_line, refusal};
use crate::ledger::compare::Succession;
use crate::ledger::{Ledger, NotSaved};
use crate::store::{Damage, Document, NotRestored, Version, Versions, mend};
use crate::text::shown;
use crate::words::{Words, say};

/// The most items named for one version.
const ITEMS_NAMED: usize = 6;

/// Lists the versions, or brings the `number`th of the list back. If the file `is_written`, a save that was cut off is
/// put back first.
pub fn restore(
    path: &Path,
    number: Option<usize>,
    is_written: bool,
    state: Option<&Path>,
    words: &Words,
) -> u8 {
    let fail = |text: &str| {
        let file = shown(&path.to_string_lossy());
        refusal::say(&format!("{file}: {text}"));
        UNUSABLE
    };
    let Some(state) = state else {
        return fail(words.no_state_folder);
    };
    // The ledger itself may be gone: its folder still says where it was.
    let real = match real_path(path) {
        Ok(real) => real,
        Err(error) => return fail(&(words.problems.unreadable)(&io_cause(words, &error))),
    };
    let is_mended = is_written && mend(&real, state);
    if is_mended {
        refusal::add(words.problems.put_back);
    }
    let versions = match Versions::of(state, &real) {
        Ok(versions) => versions,
        Err(why) => return fail(&say::not_kept(words, &why)),
    };
    let kept = versions.list();
    if kept.is_empty() && is_mended && number.is_none() {
        return FINE;
    }
    if kept.is_empty() {
        let file = shown(&path.to_string_lossy());
        refusal::say(&format!("{file}: {}", words.no_versions));
        return NOTHING;
    }
    let Some(number) = number else {
        return print(FINE, words, |out| list(&kept, (path, &real), words, out));
    };
    let Some(version) = number.checked_sub(1).and_then(|index| kept.get(index)) else {
        return fail(&(words.no_such_version)(number, kept.len()));
    };
    match versions.bring_back(version, &real, state) {
        Ok(is_kept) => {
            let text = (words.restoring.restored)(&when(version), is_kept);
            print_line(&text, FINE, words)
        }
        Err(NotRestored::Damaged(damage)) => fail(&damaged(number, version, &damage, words)),
        Err(NotRestored::NotKept(why)) => {
            let why = say::not_kept(words, &why);
            fail(&(words.restoring.present_not_kept)(&why))
        }
        Err(NotRestored::NotSaved(why)) => fail(&not_restored(why, words)),
    }
}

/// Why a version must not become the ledger; where its file is, for whoever wants to look into it.
fn damaged(number: usize, version: &Version, damage: &Damage, words: &Words) -> String {
    let file = shown(&version.file.to_string_lossy());
    match damage {
        Damage::Empty => (words.restoring.is_empty)(number),
        Damage::NoLedger | Damage::System(_) => (words.restoring.is_no_ledger)(number, &file),
    }
}

fn not_restored(why: NotSaved, words: &Words) -> String {
    match why {
        NotSaved::System(error) => (words.notices.system_refused)(&io_cause(words, &error)),
        NotSaved::CopiesNotKept(why) => {
            (words.notices.copies_not_kept)(&say::not_kept(words, &why))
        }
        NotSaved::ReadOnly(why) => (words.read_only)(why).to_owned(),
        NotSaved::Missing => words.notices.file_missing.to_owned(),
        _ => words.not_restored.to_owned(),
    }
}

fn real_path(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize().or_else(|error| {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(error);
        };
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        Ok(folder.canonicalize()?.join(name))
    })
}

/// One line a version of a ledger, which the user named so: its number, when it was replaced, its size, and which items are different today.
fn list(
    versions: &[Version],
    (named, ledger): (&Path, &Path),
    words: &Words,
    out: &mut impl Write,
) -> io::Result<()> {
    let present = read(ledger);
    for (index, version) in versions.iter().enumerate() {
        let number = index + 1;
        let kilobytes = version.bytes.div_ceil(1024);
        let said = match version.ledger() {
            Ok(version) => different(&version, present.as_deref(), words),
            Err(Damage::Empty) => words.restoring.empty.to_owned(),
            Err(Damage::NoLedger | Damage::System(_)) => words.restoring.no_ledger.to_owned(),
        };
        let when = when(version);
        writeln!(out, "{number:>3}  {when}  {kilobytes:>7} KB  {said}")?;
    }
    let named = shown(&named.to_string_lossy());
    writeln!(out, "\n{}", (words.how_to_restore)(&named))
}

fn read(file: &Path) -> Option<Arc<Ledger>> {
    Document::read(file, None)
        .ok()
        .map(|document| document.ledger())
}

fn different(version: &Ledger, present: Option<&Ledger>, words: &Words) -> String {
    let Some(present) = present else {
        return words.cannot_compare.to_owned();
    };
    let changes = Succession::between(version, present).changes();
    let ids: Vec<String> = changes
        .ids()
        .into_iter()
        .map(|id| say::quoted(&id.to_string()))
        .collect();
    let named = ids
        .iter()
        .take(ITEMS_NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    (words.different_items)(ids.len(), &named)
}

/// The local time at which a version was replaced.
fn when(version: &Version) -> String {
    let zone = TimeZone::system();
    Timestamp::try_from(version.replaced).map_or_else(
        |_| String::from("-"),
        |time| {
            time.to_zoned(zone)
                .strftime("%Y-%m-%d %H:%M:%S")
                .to_string()
        },
    )
}
