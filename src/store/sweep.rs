//! Clearing away what a program that was killed has left behind.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// Younger files may still be in use: no save takes this long.
const AGE: Duration = Duration::from_mins(1);

/// The ending of files that are only there until they take another one's place.
pub const TEMPORARY: &str = ".tmp";

/// Removes temporary files of this prefix that nobody can be writing any more. What was in them is either in the file
/// they were written for or in a draft.
pub fn sweep(folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_temporary = name.starts_with(prefix) && name.ends_with(TEMPORARY);
        let age = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .map(|time| time.elapsed());
        // A time in the future (a clock that was set back) is no age at all.
        if is_temporary && matches!(age, Ok(Ok(age)) if age > AGE) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
