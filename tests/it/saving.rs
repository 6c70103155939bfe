//! Saving into files of every shape.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use taizhang::ledger::{Edit, ItemId, ItemRef, NotSaved, ReadOnly, Saved};
use taizhang::store::{Document, Unreadable};
use tempfile::TempDir;

use crate::support::shipped;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("台账 2025.toml");
        fs::write(&path, bytes).unwrap();
        path
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect()
    }
}

fn edit(document: &Document, number: u64, after: &str) -> Edit {
    let before = note(document, number);
    Edit::of_note(item(document, number), before, after)
}

fn item(document: &Document, number: u64) -> ItemRef {
    let ledger = document.ledger();
    ledger.item_ref_of(&ItemId::Number(number)).unwrap()
}

fn note(document: &Document, number: u64) -> String {
    let ledger = document.ledger();
    let position = ledger.position(&ItemId::Number(number)).unwrap();
    ledger.items[position].progress.clone()
}

fn save(path: &Path, number: u64, after: &str) -> Result<Saved, NotSaved> {
    let mut document = Document::open(path).unwrap();
    let edit = edit(&document, number, after);
    document.save(&edit)
}

/// A file in which everything that could get lost is there: comments, odd order, unknown keys, odd spacing, no final
/// line end, every style of string.
pub const ODD: &str = "# 第一行\nschema=1\n\n[ledger] # 标题\nnote_to_self = '别动'\ntitle = \"甲\"\n\n[[item]]\nprogress = \"一\\u4e8c\"   # 尾注\nid = 1\ntitle = \"甲\"\nowner.name = \"张\"\nowner.phone = '1'\n\n  [[item]]\n  title = '乙'\n  id = 2\n  progress = '''\n原文\n两段'''\n[[item]]\nid = 3\nprogress = \"\"\"三\"\"\"\ntitle = \"丙\"\n[[item]]\ntitle = \"丁\"\nid = 4\nprogress = '四'\n['未知']\nx = [ 1, 2 ]";

#[test]
fn only_the_bytes_of_the_note_change() {
    for (number, old, after, new) in [
        (1, "\"一\\u4e8c\"", "新\"文\"", "\"新\\\"文\\\"\""),
        (
            2,
            "'''\n原文\n两段'''",
            "新文\n\n三段",
            "'''\n新文\n\n三段'''",
        ),
        (3, "\"\"\"三\"\"\"", "三\n四", "\"\"\"三\n四\"\"\""),
        (4, "'四'", "五", "'五'"),
        (4, "'四'", "它的'五'", "\"它的'五'\""),
        (4, "'四'", "", "''"),
    ] {
        for bom in ["", "\u{FEFF}"] {
            for line_end in ["\n", "\r\n"] {
                let in_file = |text: &str| format!("{bom}{}", text.replace('\n', line_end));
                let desk = Desk::new();
                let path = desk.file(in_file(ODD));
                assert_eq!(save(&path, number, after).unwrap(), Saved::Durable);
                let expected = in_file(&ODD.replacen(old, new, 1));
                assert_eq!(
                    fs::read_to_string(&path).unwrap(),
                    expected,
                    "item {number}, {line_end:?}"
                );
                let document = Document::open(&path).unwrap();
                assert_eq!(note(&document, number), after, "and it reads back");
                assert_eq!(desk.names().len(), 1, "nothing is left beside it");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_saved_reads_back_and_nothing_else_changes(
        number in 1..=4_u64, after in "[\\PC\n\t\"'\\\\\u{202E}\u{1B}\u{85}]{0,60}", crlf in any::<bool>(),
    ) {
        let line_end = if crlf { "\r\n" } else { "\n" };
        let desk = Desk::new();
        let path = desk.file(ODD.replace('\n', line_end));
        let before = Document::open(&path).unwrap().ledger();
        save(&path, number, &after).unwrap();
        let now = Document::open(&path).unwrap().ledger();
        for (old, new) in before.items.iter().zip(&now.items) {
            let expected = if old.id == ItemId::Number(number) { &after } else { &old.progress };
            prop_assert_eq!(&new.progress, expected);
            prop_assert_eq!((&new.title, &new.id), (&old.title, &old.id));
        }
    }
}

#[test]
fn many_saves_of_one_document_go_on_from_one_another() {
    let desk = Desk::new();
    let path = desk.file(fs::read(shipped()).unwrap());
    let mut document = Document::open(&path).unwrap();
    for number in (1..=44).rev() {
        let edit = edit(
            &document,
            number,
            &format!(
                "第{number}项\n\n改写“{}”",
                "长".repeat(number.try_into().unwrap())
            ),
        );
        document.save(&edit).unwrap();
    }
    for number in 1..=44 {
        let edit = edit(&document, number, "");
        document.save(&edit).unwrap();
        document.save(&edit.inverse()).unwrap();
    }
    let read_again = Document::open(&path).unwrap().ledger();
    assert_eq!(read_again, document.ledger());
    assert!(read_again.items[6].progress.starts_with("第7项\n\n改写"));
}

#[test]
fn an_edit_goes_into_the_version_of_somebody_else() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let mut document = Document::open(&path).unwrap();
    let theirs = ODD.replace("'四'", "'他'");
    for (new, ours) in [
        (theirs.clone(), "我"),
        (format!("# 新\n{theirs}\n"), "我们"),
    ] {
        fs::write(&path, &new).unwrap();
        let old = &note(&document, 1);
        let literal = if old == "一二" {
            "\"一\\u4e8c\"".to_owned()
        } else {
            format!("\"{old}\"")
        };
        let new = new.replace("\"一\\u4e8c\"", &literal);
        fs::write(&path, &new).unwrap();
        let edit = edit(&document, 1, ours);
        document.save(&edit).unwrap();
        assert!(document.take_changed_elsewhere() && !document.take_changed_elsewhere());
        let expected = new.replace(&literal, &format!("\"{ours}\""));
        assert_eq!(fs::read_to_string(&path).unwrap(), expected);
        assert_eq!(note(&document, 4), "他");
    }
    assert_eq!(desk.names().len(), 1);
}

#[test]
fn a_version_of_somebody_else_is_never_overwritten() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let mut document = Document::open(&path).unwrap();
    let edit = edit(&document, 1, "我");
    fs::write(&path, "不是台账").unwrap();
    assert!(
        matches!(document.save(&edit), Err(NotSaved::Broken(problems)) if !problems.is_empty())
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "不是台账");
    let same_note = ODD.replace("\"一\\u4e8c\"", "'他'");
    fs::write(&path, &same_note).unwrap();
    assert!(matches!(document.save(&edit), Err(NotSaved::StaleEdit)));
    assert_eq!(fs::read_to_string(&path).unwrap(), same_note);
    fs::remove_file(&path).unwrap();
    let edit = Edit::of_note(item(&document, 1), "他", "我");
    assert!(matches!(document.save(&edit), Err(NotSaved::Missing)));
    assert!(
        !path.exists(),
        "a file that was taken away is not made again"
    );
}

#[test]
fn an_edit_of_another_text_is_not_saved() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let mut document = Document::open(&path).unwrap();
    let stale = Edit::of_note(item(&document, 1), "别的", "我");
    assert!(matches!(document.save(&stale), Err(NotSaved::StaleEdit)));
    assert_eq!(fs::read_to_string(&path).unwrap(), ODD);
}

#[test]
fn a_file_that_cannot_be_reloaded_leaves_the_document_as_it_was() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let mut document = Document::open(&path).unwrap();
    let before = document.ledger();
    fs::write(&path, "[[item]]\nid = ").unwrap();
    assert!(document.reload().is_err());
    fs::remove_file(&path).unwrap();
    assert!(matches!(
        document.reload().unwrap_err().why,
        Unreadable::Missing
    ));
    assert_eq!(document.ledger(), before);
}

#[test]
#[cfg(unix)]
fn links_stay_links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new();
    let path = desk.file(ODD);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
    let link = desk.folder.path().join("link.toml");
    symlink("台账 2025.toml", &link).unwrap();
    save(&link, 1, "经链接").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&path).unwrap().contains("经链接"));
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o664
    );
}

#[test]
#[cfg(unix)]
fn a_protected_file_is_known_when_it_is_opened() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.file(ODD);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let mut document = Document::open(&path).unwrap();
    assert_eq!(document.read_only(), Some(ReadOnly::File));
    let edit = edit(&document, 1, "我");
    assert!(matches!(
        document.save(&edit),
        Err(NotSaved::ReadOnly(ReadOnly::File))
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), ODD);
}

#[test]
fn two_programs_that_save_at_once_never_lose_one_anothers_work() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let save_often = |number: u64, path: PathBuf| {
        move || {
            let mut saved = None;
            for turn in 0..60 {
                let mut document = Document::open(&path).unwrap();
                let edit = edit(&document, number, &format!("第{turn}次"));
                document.save(&edit).unwrap();
                saved = Some(turn);
            }
            saved
        }
    };
    let other = std::thread::spawn(save_often(1, path.clone()));
    let ours = save_often(3, path.clone())().expect("some saves get through");
    let theirs = other.join().unwrap().expect("some saves get through");
    let document = Document::open(&path).unwrap();
    assert_eq!(
        note(&document, 3),
        format!("第{ours}次"),
        "the last save that was confirmed is in the file"
    );
    assert_eq!(note(&document, 1), format!("第{theirs}次"));
    assert_eq!(desk.names().len(), 1, "nothing is left beside it");
}

#[test]
fn what_a_killed_save_left_behind_is_swept() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let left = |name: &str, age_secs: u64| {
        let file = fs::File::create(desk.folder.path().join(name)).unwrap();
        let time = std::time::SystemTime::now() - std::time::Duration::from_secs(age_secs);
        file.set_modified(time).unwrap();
    };
    left(".台账 2025.toml.a1b2c3.tmp", 120);
    left(".台账 2025.toml.d4e5f6.tmp", 5);
    left(".别的.toml.a1b2c3.tmp", 120);
    Document::open(&path).unwrap();
    let mut names = desk.names();
    names.sort();
    assert_eq!(
        names,
        [
            ".别的.toml.a1b2c3.tmp",
            ".台账 2025.toml.d4e5f6.tmp",
            "台账 2025.toml"
        ]
    );
}

#[test]
fn an_edit_that_is_taken_back_leaves_the_very_bytes() {
    for line_end in ["\n", "\r\n"] {
        let desk = Desk::new();
        let text = ODD.replace('\n', line_end);
        let path = desk.file(&text);
        let mut document = Document::open(&path).unwrap();
        let edits: Vec<Edit> = (1..=4)
            .map(|number| edit(&document, number, "几\n行'\"\\"))
            .collect();
        for edit in &edits {
            document.save(edit).unwrap();
        }
        for edit in &edits {
            document.save(&edit.inverse()).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn a_document_that_must_not_be_written_is_not_even_after_a_reload() {
    let desk = Desk::new();
    let path = desk.file(ODD);
    let mut document = Document::open(&path).unwrap();
    document.forbid_writing();
    document.reload().unwrap();
    let edit = edit(&document, 1, "我");
    assert!(matches!(
        document.save(&edit),
        Err(NotSaved::ReadOnly(ReadOnly::Asked))
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), ODD);
}

#[test]
fn a_ledger_with_the_longest_name_that_can_be_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{}.toml", "台".repeat(83)));
    fs::write(&path, ODD).unwrap();
    assert_eq!(save(&path, 1, "新文").unwrap(), Saved::Durable);
    assert!(fs::read_to_string(&path).unwrap().contains("\"新文\""));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
