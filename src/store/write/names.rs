//! Names of the files that stand next to a ledger while it is saved. They begin with its name, so that people know what
//! they belong to, and are shortened where the two would be too long together.

use std::path::{Path, PathBuf};

/// The longest name that common file systems take.
const LONGEST_BYTES: usize = 255;

/// The longest ending that follows the name of a ledger here, `.displaced-99.toml`.
const ENDING_BYTES: usize = 18;

/// The beginning of a hidden name: `.ledger.toml`.
pub fn hidden(ledger: &Path) -> String {
    let name = ledger.file_name().unwrap_or_default().to_string_lossy();
    format!(".{}", shortened(&name, LONGEST_BYTES - ENDING_BYTES - 1))
}

/// The name under which a version is found that was set aside: `ledger.displaced.toml`, or with a number.
pub fn set_aside(ledger: &Path, number: usize) -> PathBuf {
    let ending = match number {
        1 => String::from("displaced.toml"),
        number => format!("displaced-{number}.toml"),
    };
    let name = ledger.file_name().unwrap_or_default();
    if name.len() + ENDING_BYTES <= LONGEST_BYTES {
        return ledger.with_extension(ending);
    }
    let stem = ledger.file_stem().unwrap_or_default().to_string_lossy();
    let stem = shortened(&stem, LONGEST_BYTES - ENDING_BYTES);
    ledger.with_file_name(format!("{stem}.{ending}"))
}

fn shortened(name: &str, most_bytes: usize) -> &str {
    let end = name.floor_char_boundary(most_bytes);
    name.get(..end).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_however_long_the_ledgers_is() {
        for chars in [1, 40, 83] {
            let ledger = PathBuf::from(format!("/x/{}.toml", "台".repeat(chars)));
            let names = [
                format!("{}.lock", hidden(&ledger)),
                format!("{}.a1b2c3.tmp", hidden(&ledger)),
                set_aside(&ledger, 1)
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned(),
                set_aside(&ledger, 99)
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned(),
            ];
            for name in names {
                assert!(name.len() <= LONGEST_BYTES, "{name}");
                assert!(name.trim_start_matches('.').starts_with('台'), "{name}");
            }
        }
        let ledger = Path::new("/x/l.toml");
        assert_eq!(hidden(ledger), ".l.toml");
        assert_eq!(set_aside(ledger, 2), Path::new("/x/l.displaced-2.toml"));
    }
}
