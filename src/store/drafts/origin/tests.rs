use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use super::*;

fn written(origin: &Origin) -> Table {
    let mut table = Table::new();
    origin.write(&mut table);
    table
}

#[test]
fn a_path_that_is_no_utf_8_is_kept_to_the_byte() {
    let of = |bytes: &[u8]| Origin::of(Path::new(OsStr::from_bytes(bytes)), "甲");
    for bytes in [
        &b"/x/\xD6\xD0 100%.toml"[..],
        "/x/台账.toml".as_bytes(),
        b"/x/%D6%D0",
    ] {
        let origin = of(bytes);
        let table = written(&origin);
        assert_eq!(origin.kinship(&table).map(|it| it.0), Some(Kinship::Same));
        let path = unescaped(&escaped(&origin.path));
        assert_eq!(path.as_deref(), Some(origin.path()));
    }
    let other = of(b"/x/\xD6\xD1 100%.toml").kinship(&written(&of(b"/x/\xD6\xD0 100%.toml")));
    assert_eq!(other.map(|it| it.0), Some(Kinship::Other));
}

#[test]
fn a_moved_ledger_is_known_and_a_copy_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("elsewhere")).expect("a folder");
    fs::write(at("a"), "x").expect("a file");
    let table = written(&Origin::of(&at("a"), "甲"));
    let kinship = |name: &str, title: &str| {
        let found = Origin::of(&at(name), title).kinship(&table);
        found.map(|it| it.0)
    };
    fs::copy(at("a"), at("copy")).expect("copied");
    assert_eq!(kinship("copy", "甲"), Some(Kinship::Other));
    fs::rename(at("a"), at("elsewhere/b")).expect("moved");
    assert_eq!(kinship("elsewhere/b", "甲"), Some(Kinship::Moved));
    assert_eq!(kinship("elsewhere/b", "乙"), Some(Kinship::Other));
    assert_eq!(
        kinship("copy", "甲"),
        Some(Kinship::Other),
        "the original is elsewhere"
    );
    fs::write(at("a"), "another one").expect("a file");
    assert_eq!(kinship("elsewhere/b", "甲"), Some(Kinship::Other), "unsure");
    assert_eq!(kinship("a", "乙"), Some(Kinship::Same));
}
