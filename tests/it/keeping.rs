//! What belongs to a file beside its bytes, and what is kept of what it was.

use std::fs;
use std::path::{Path, PathBuf};

use taizhang::ledger::{Edit, ItemId, NotSaved, ReadOnly, Saved};
use taizhang::store::{Document, NotRestored, Versions};
use tempfile::TempDir;

use crate::support::shipped;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::copy(shipped(), desk.ledger()).unwrap();
        desk
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("台账.toml")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn open(&self) -> Document {
        Document::open_with(&self.ledger(), Some(&self.state())).unwrap()
    }

    fn save(&self, note: &str) -> Saved {
        let mut document = self.open();
        let edit = rewrite(&document, 21, note);
        document.save(&edit).unwrap()
    }

    fn text(&self) -> String {
        fs::read_to_string(self.ledger()).unwrap()
    }
}

fn rewrite(document: &Document, number: u64, note: &str) -> Edit {
    let ledger = document.ledger();
    let id = ItemId::Number(number);
    let before = ledger.items[ledger.position(&id).unwrap()].progress.clone();
    Edit::of_note(ledger.item_ref_of(&id).unwrap(), before, note)
}

#[cfg(unix)]
#[test]
fn other_names_of_a_file_stay_names_of_it() {
    let desk = Desk::new();
    let other = desk.folder.path().join("另名.toml");
    fs::hard_link(desk.ledger(), &other).unwrap();
    for note in ["新文", "短", "长一些的新文"] {
        assert_eq!(desk.save(note), Saved::Durable);
        assert!(desk.text().contains(&format!("\"{note}\"")));
        assert_eq!(fs::read_to_string(&other).unwrap(), desk.text());
    }
    let left = fs::read_dir(desk.state().join("overwrites"))
        .unwrap()
        .count();
    assert_eq!(left, 0, "nothing is left of the copies");
}

#[cfg(target_os = "linux")]
#[test]
fn marks_and_access_lists_stay_with_the_file() {
    let desk = Desk::new();
    if xattr::set(desk.ledger(), "user.tag", "督查".as_bytes()).is_err() {
        return;
    }
    // An access list: user 65534 may read and write.
    let entry = |tag: u16, may: u16, id: u32| {
        [
            &tag.to_le_bytes()[..],
            &may.to_le_bytes(),
            &id.to_le_bytes(),
        ]
        .concat()
    };
    let entries = [
        entry(1, 6, u32::MAX),
        entry(2, 6, 65534),
        entry(4, 4, u32::MAX),
        entry(16, 6, u32::MAX),
        entry(32, 0, u32::MAX),
    ];
    let list = [2_u32.to_le_bytes().to_vec(), entries.concat()].concat();
    let has_list = xattr::set(desk.ledger(), "system.posix_acl_access", &list).is_ok();
    let mode = fs::metadata(desk.ledger()).unwrap().permissions();
    assert_eq!(desk.save("新文"), Saved::Durable);
    let of_file = |name| xattr::get(desk.ledger(), name).unwrap();
    assert_eq!(of_file("user.tag").unwrap(), "督查".as_bytes());
    assert_eq!(of_file("system.posix_acl_access"), has_list.then_some(list));
    assert_eq!(fs::metadata(desk.ledger()).unwrap().permissions(), mode);
}

#[test]
fn every_save_keeps_the_version_it_replaces() {
    let desk = Desk::new();
    let first = desk.text();
    let mut document = desk.open();
    for turn in 1..=7 {
        let edit = rewrite(&document, 21, &format!("第{turn}稿"));
        document.save(&edit).unwrap();
    }
    assert_eq!(document.version_not_kept(), None);
    let versions = Versions::of(&desk.state(), &desk.ledger()).unwrap();
    let kept = versions.list();
    assert_eq!(kept.len(), 5, "the last five of a session");
    assert!(fs::read_to_string(&kept[0].file).unwrap().contains("第6稿"));
    versions
        .bring_back(&kept[4], &desk.ledger(), &desk.state())
        .unwrap();
    assert!(desk.text().contains("第2稿"));
    assert_ne!(desk.text(), first);
}

#[test]
fn a_ledger_of_an_older_program_is_shown_and_not_written() {
    let desk = Desk::new();
    let as_published = desk.open().ledger();
    let text = desk.text();
    let (bytes, _, failed) = encoding_rs::GB18030.encode(&text);
    assert!(!failed);
    let bytes = bytes.into_owned();
    fs::write(desk.ledger(), &bytes).unwrap();
    let mut document = desk.open();
    assert_eq!(document.ledger(), as_published);
    assert_eq!(document.read_only(), Some(ReadOnly::Gb18030));
    let edit = rewrite(&document, 21, "新文");
    assert!(document.save(&edit).is_err());
    assert_eq!(fs::read(desk.ledger()).unwrap(), bytes);
}

/// This test is a stage for the next one: run by it as a user who owns the ledger but not its folder.
#[test]
fn stage_for_a_folder_that_takes_no_files() {
    let Some(folder) = std::env::var_os("TAIZHANG_SHUT_FOLDER") else {
        return;
    };
    let (folder, state) = (
        Path::new(&folder),
        std::env::temp_dir().join("taizhang-nobody"),
    );
    let path = folder.join("台账.toml");
    assert_eq!(
        Document::open(&path).unwrap().read_only(),
        Some(ReadOnly::Folder)
    );
    let mut document = Document::open_with(&path, Some(&state)).unwrap();
    assert_eq!(document.read_only(), None);
    let edit = rewrite(&document, 21, "就地改写");
    assert_eq!(document.save(&edit).unwrap(), Saved::Durable);
    let _ = fs::remove_dir_all(state);
}

#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn a_file_in_a_folder_that_takes_no_files_is_written_in_place() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    const NOBODY: u32 = 65534;
    let desk = Desk::new();
    if std::os::unix::fs::chown(desk.ledger(), Some(NOBODY), Some(NOBODY)).is_err() {
        eprintln!("skipped: only root can give files away");
        return;
    }
    fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let inode = fs::metadata(desk.ledger()).unwrap().ino();
    // The test program may lie where that user cannot go.
    let program = std::env::temp_dir().join(format!("taizhang-stage-{}", std::process::id()));
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let status = std::process::Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&program)
        .args(["--exact", "keeping::stage_for_a_folder_that_takes_no_files"])
        .env("TAIZHANG_SHUT_FOLDER", desk.folder.path())
        .status();
    let _ = fs::remove_file(program);
    let Ok(status) = status else {
        eprintln!("skipped: no setpriv here");
        return;
    };
    assert!(status.success());
    assert!(desk.text().contains("就地改写"));
    assert_eq!(fs::metadata(desk.ledger()).unwrap().ino(), inode);
}

#[cfg(unix)]
#[test]
fn a_name_that_became_a_link_is_followed() {
    let desk = Desk::new();
    let target = desk.folder.path().join("别处.toml");
    let mut document = desk.open();
    fs::rename(desk.ledger(), &target).unwrap();
    std::os::unix::fs::symlink(&target, desk.ledger()).unwrap();
    let edit = rewrite(&document, 21, "新文");
    document.save(&edit).unwrap();
    assert!(fs::symlink_metadata(desk.ledger()).unwrap().is_symlink());
    assert!(fs::read_to_string(&target).unwrap().contains("\"新文\""));
    let other = desk.folder.path().join("第三处.toml");
    fs::copy(&target, &other).unwrap();
    fs::remove_file(desk.ledger()).unwrap();
    std::os::unix::fs::symlink(&other, desk.ledger()).unwrap();
    let edit = rewrite(&document, 21, "再改");
    document.save(&edit).unwrap();
    assert!(fs::read_to_string(&other).unwrap().contains("\"再改\""));
    assert!(!fs::read_to_string(&target).unwrap().contains("再改"));
}

#[cfg(unix)]
#[test]
fn what_must_not_be_written_is_not_brought_back_either() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.save("新文");
    fs::set_permissions(desk.ledger(), fs::Permissions::from_mode(0o444)).unwrap();
    let before = desk.text();
    let versions = Versions::of(&desk.state(), &desk.ledger()).unwrap();
    let kept = versions.list();
    let refused = versions.bring_back(&kept[0], &desk.ledger(), &desk.state());
    assert!(matches!(
        refused,
        Err(NotRestored::NotSaved(NotSaved::ReadOnly(ReadOnly::File)))
    ));
    assert_eq!(desk.text(), before);
}
