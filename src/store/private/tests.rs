use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

fn mode(path: &Path) -> u32 {
    let metadata = fs::symlink_metadata(path).expect("there");
    metadata.permissions().mode() & 0o777
}

#[test]
fn folders_and_files_are_this_users_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let state = home.path().join("a/state");
    let made = folder(&state, "drafts").expect("made");
    put(&made, "draft-a.toml", b"text").expect("put");
    drop(lock(&made.join("lock")).expect("locked"));
    for (path, expected) in [
        (home.path().join("a"), 0o700),
        (state.clone(), 0o700),
        (made.clone(), 0o700),
        (made.join("draft-a.toml"), 0o600),
        (made.join("lock"), 0o600),
    ] {
        assert_eq!(mode(&path), expected, "{}", path.display());
    }
    assert_eq!(fs::read_dir(&made).expect("a folder").count(), 2);
}

#[test]
fn a_folder_that_others_could_write_is_closed() {
    let home = tempfile::tempdir().expect("a folder");
    let state = home.path().join("state");
    for (found_with, found) in [
        (0o777, Found::WasOpen),
        (0o770, Found::WasOpen),
        (0o755, Found::Private),
    ] {
        fs::create_dir_all(&state).expect("a folder");
        fs::set_permissions(&state, fs::Permissions::from_mode(found_with)).expect("open");
        assert_eq!(state_folder(&state), Ok(found));
        assert_eq!(mode(&state), 0o700);
    }
}

#[test]
fn a_link_is_no_folder_and_nothing_is_made_behind_it() {
    let home = tempfile::tempdir().expect("a folder");
    let (state, elsewhere) = (home.path().join("state"), home.path().join("elsewhere"));
    for is_there in [false, true] {
        if is_there {
            fs::create_dir(&elsewhere).expect("a folder");
        }
        symlink(&elsewhere, &state).expect("a link");
        let refused = NotKept::Unsafe(state.to_string_lossy().into_owned());
        assert_eq!(folder(&state, "drafts"), Err(refused));
        fs::remove_file(&state).expect("the link");
        fs::create_dir(&state).expect("a folder");
        symlink(&elsewhere, state.join("drafts")).expect("a link");
        let refused = NotKept::Unsafe(state.join("drafts").to_string_lossy().into_owned());
        assert_eq!(folder(&state, "drafts"), Err(refused.clone()));
        assert_eq!(existing(&state, "drafts"), Err(refused));
        fs::remove_dir_all(&state).expect("the folder");
    }
    assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0);
}

#[test]
fn only_regular_files_of_a_bearable_size_are_read() {
    let home = tempfile::tempdir().expect("a folder");
    let (file, planted) = (home.path().join("file"), home.path().join("planted"));
    fs::write(&file, "text").expect("a file");
    assert_eq!(read(&file, 4).expect("read"), b"text");
    let too_large = read(&file, 3).expect_err("too large");
    assert_eq!(too_large.kind(), io::ErrorKind::FileTooLarge);
    symlink(&file, &planted).expect("a link");
    assert!(read(&planted, 99).is_err() && lock(&planted).is_err());
    fs::remove_file(&planted).expect("the link");
    let mode = rustix::fs::Mode::RWXU;
    rustix::fs::mkfifoat(rustix::fs::CWD, &planted, mode).expect("a pipe");
    assert!(read(&planted, 99).is_err() && lock(&planted).is_err());
}

#[test]
fn a_held_lock_is_waited_for_only_so_long() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("lock");
    let held = lock(&path).expect("locked");
    let late = lock_within(&path, 1).expect_err("held");
    assert_eq!(late.kind(), io::ErrorKind::ResourceBusy);
    drop(held);
    assert!(lock(&path).is_ok());
}

#[test]
fn a_temporary_file_says_what_it_was_to_become() {
    let home = tempfile::tempdir().expect("a folder");
    let file = beside(home.path(), "draft-aB3.toml").expect("a file");
    let name = file.path().file_name().expect("a name").to_string_lossy();
    assert_eq!(stem_of_temporary(&name), Some("draft-aB3"));
    assert_eq!(
        stem_of_temporary(".draft-x.tmp"),
        Some("draft-x"),
        "of an older program"
    );
    assert_eq!(stem_of_temporary("draft-x.toml"), None);
}
