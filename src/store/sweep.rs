//! Clearing away what a program that was killed has left behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Younger files may still be in use: no save takes this long.
const AGE: Duration = Duration::from_mins(1);

/// The ending of files that are only there until they take another one's place.
pub const TEMPORARY: &str = ".tmp";

/// Removes temporary files of this prefix that nobody can be writing any more. What was in them is either in the file
/// they were written for or in a draft.
pub fn sweep(folder: &Path, prefix: &str) {
    for file in abandoned(folder, |name| {
        name.starts_with(prefix) && name.ends_with(TEMPORARY)
    }) {
        let _ = fs::remove_file(file);
    }
}

/// The temporary files with such a name that nobody can be writing any more. Of everything else in the folder, which
/// may be full, only the name is read.
pub fn abandoned(folder: &Path, is_temporary: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let temporary = entries.filter(|it| is_temporary(&it.file_name().to_string_lossy()));
    let is_abandoned = |path: &PathBuf| {
        // A time in the future (a clock that was set back) is no age at all.
        fs::symlink_metadata(path)
            .ok()
            .filter(fs::Metadata::is_file)
            .and_then(|found| found.modified().ok()?.elapsed().ok())
            .is_some_and(|age| age > AGE)
    };
    let files = temporary.map(|entry| entry.path());
    files.filter(is_abandoned).collect()
}
