//! In which language the program speaks: as asked, as the locale says, as the ledger is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

const ENGLISH_LEDGER: &str = "schema = 1\n[ledger]\ntitle = \"Promises of 2025\"\n\
    [[item]]\nid = 1\ntitle = \"Plant 100 trees\"\nprogress = \"60 trees planted\"\n";

fn english_ledger() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    fs::write(&path, ENGLISH_LEDGER).unwrap();
    (folder, path)
}

/// What the program says with these arguments in this locale.
fn said(locale: &str, arguments: &[&str], ledger: &Path) -> String {
    let mut command = Command::new(binary());
    command.args(arguments).arg(ledger);
    for name in ["LANG", "LANGUAGE", "LC_CTYPE", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    // What the user of this machine prefers and keeps stays out of it.
    let home = tempfile::tempdir().unwrap();
    command.env("XDG_STATE_HOME", home.path());
    command.env("XDG_CONFIG_HOME", home.path());
    let output = command.env("LC_ALL", locale).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

const CHINESE_WORD: &str = "台账没有记指标";
const ENGLISH_WORD: &str = "the ledger has no measure";

#[test]
fn where_nobody_says_the_ledger_decides() {
    let (folder, path) = english_ledger();
    for locale in ["C", "POSIX", "C.UTF-8"] {
        for command in ["list", "show"] {
            let arguments: &[&str] = if command == "show" {
                &["show", "1"]
            } else {
                &["list"]
            };
            let text = said(locale, arguments, &path);
            assert!(!text.contains(CHINESE_WORD), "{locale} {text}");
            assert!(text.contains(ENGLISH_WORD), "{locale} {text}");
        }
        assert!(said(locale, &["list"], &shipped()).contains("慢8.0个百分点"));
    }
    assert!(said("C", &["check"], &path).contains("errors"));
    assert!(said("C", &["summary"], &path).contains("Of 1 items"));
    let both = [path.to_str().unwrap(), "--format", "text"];
    let both = [&["check"], &both[..]].concat();
    assert!(said("C", &both, &shipped()).contains("错误0条"));
    let set = ["set", "1", "--progress", "70 trees planted"];
    assert!(said("C", &set, &path).contains("saved"));
    drop(folder);
}

#[test]
fn a_han_character_in_an_item_is_enough() {
    let (folder, path) = english_ledger();
    fs::write(&path, ENGLISH_LEDGER.replace("60 trees", "60棵 trees")).unwrap();
    assert!(said("C", &["list"], &path).contains(CHINESE_WORD));
    drop(folder);
}

#[test]
fn what_is_asked_and_the_locale_come_first() {
    let (folder, path) = english_ledger();
    assert!(said("zh_CN.UTF-8", &["list"], &path).contains(CHINESE_WORD));
    assert!(said("C", &["list", "--lang", "zh"], &path).contains(CHINESE_WORD));
    assert!(said("en_GB.UTF-8", &["list"], &shipped()).contains("8.0 points behind"));
    assert!(said("zh_CN.UTF-8", &["list", "--lang=en"], &shipped()).contains("8.0 points"));
    drop(folder);
}

#[test]
fn the_terminal_speaks_as_the_ledger_does() {
    let (folder, _) = english_ledger();
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.env_remove("LANG");
    let mut window = Window::start(command, folder, 80, 24);
    window.wait_for("Plant 100 trees");
    window.wait_for("F1 help");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}
