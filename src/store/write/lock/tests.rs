use tempfile::TempDir;

use super::*;

/// A ledger in a folder of its own.
fn ledger() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("l.toml");
    fs::write(&path, "a ledger").expect("a file");
    (folder, path)
}

#[test]
fn a_lock_that_was_removed_while_it_was_opened_keeps_nobody_out() {
    let (_desk, path) = ledger();
    let side_file = path.with_file_name(".l.toml.lock");
    let first = Lock::acquire(&path);
    assert!(first.is_held() && side_file.exists());
    assert!(Lock::try_acquire(&path).is_none());
    drop(first);
    assert!(!side_file.exists());
    // What a program that was killed has left is taken over.
    File::create(&side_file).expect("a file");
    let second = Lock::acquire(&path);
    assert!(second.is_held());
    // Somebody removes it by hand: the next one has a lock of its own, and the old one does not remove it.
    fs::remove_file(&side_file).expect("a file");
    let third = Lock::acquire(&path);
    assert!(third.is_held());
    drop(second);
    assert!(side_file.exists());
    drop(third);
    assert!(!side_file.exists());
}

#[test]
fn the_lock_has_the_permissions_of_the_ledger() {
    use std::os::unix::fs::PermissionsExt;
    for mode in [0o600, 0o640, 0o664, 0o666] {
        let (_desk, path) = ledger();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("permissions");
        let lock = Lock::acquire(&path);
        let side_file = path.with_file_name(".l.toml.lock");
        let found = fs::metadata(side_file).expect("the lock").permissions();
        assert_eq!(found.mode() & 0o7777, mode);
        drop(lock);
    }
}

/// Somebody who can only write the ledger because its access list says so can lock it, too.
#[test]
#[cfg(target_os = "linux")]
fn the_lock_has_the_access_list_of_the_ledger() {
    const LIST: &str = "system.posix_acl_access";
    let entry = |tag: u16, may: u16, id: u32| {
        let bytes = [tag.to_le_bytes(), may.to_le_bytes()].concat();
        [bytes, id.to_le_bytes().to_vec()].concat()
    };
    let entries = [
        entry(1, 6, u32::MAX),
        entry(2, 6, 65534),
        entry(4, 0, u32::MAX),
        entry(16, 6, u32::MAX),
        entry(32, 0, u32::MAX),
    ];
    let list = [2_u32.to_le_bytes().to_vec(), entries.concat()].concat();
    let (_desk, path) = ledger();
    if xattr::set(&path, LIST, &list).is_ok() {
        let _lock = Lock::acquire(&path);
        let side_file = path.with_file_name(".l.toml.lock");
        let found = xattr::get(side_file, LIST).expect("the lock");
        assert_eq!(found, Some(list));
    }
}
