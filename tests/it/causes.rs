//! What is said where the system refuses: the cause and the way out, in the user's language, and nothing of the system's.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use taizhang::app::copying::{CopyFault, CopyForm, CopyOutcome, CopyReport, CopyWhat};
use taizhang::app::{EditorFault, NotReloaded, Notice};
use taizhang::ledger::{IoCause, ItemId, NotKept};
use taizhang::words::{EN, ZH, say};

const ALL: &[IoCause] = &[
    IoCause::StorageFull,
    IoCause::QuotaExceeded,
    IoCause::PermissionDenied,
    IoCause::ReadOnlyFilesystem,
    IoCause::NotFound,
    IoCause::AlreadyExists,
    IoCause::FileTooLarge,
    IoCause::InvalidFilename,
    IoCause::NotAFile,
    IoCause::IsADirectory,
    IoCause::NotADirectory,
    IoCause::DirectoryNotEmpty,
    IoCause::LinkLoop,
    IoCause::StaleHandle,
    IoCause::Network,
    IoCause::TimedOut,
    IoCause::Interrupted,
    IoCause::Busy,
    IoCause::DiskFailure,
    IoCause::DeviceGone,
    IoCause::TooManyFiles,
    IoCause::OutOfMemory,
    IoCause::Unsupported,
    IoCause::InvalidData,
    IoCause::Closed,
    IoCause::Unknown(Some(93)),
    IoCause::Unknown(None),
];

/// Latin words of a text that are no names a Chinese sentence has to use.
fn latin_words(text: &str) -> Vec<&str> {
    const NAMES: &[&str] = &[
        "UTF", "EDITOR", "toml", "searches", "local", "state", "taizhang",
    ];
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    let words = words.filter(|word| word.len() > 1 && !NAMES.contains(word));
    words.collect()
}

#[test]
fn every_cause_has_a_sentence_with_a_way_out_in_both_languages() {
    for &cause in ALL {
        let (chinese, english) = ((ZH.io_cause)(cause), (EN.io_cause)(cause));
        assert_eq!(latin_words(&chinese), [""; 0], "{chinese}");
        assert!(chinese.contains('；'), "no way out: {chinese}");
        assert!(english.contains("; "), "no way out: {english}");
        assert!(english.is_ascii(), "{english}");
    }
}

#[test]
fn notices_of_what_the_system_refused_are_chinese() {
    for &cause in ALL {
        let copied = CopyReport {
            what: CopyWhat::Item(ItemId::Number(1), CopyForm::Note),
            chars: 1,
            outcome: CopyOutcome::Failed(CopyFault::Terminal(cause)),
        };
        for notice in [
            Notice::SystemRefused(cause),
            Notice::CopiesNotKept(NotKept::System(cause)),
            Notice::SavedSearchesFailed(cause),
            Notice::NotReloaded(NotReloaded::System(cause)),
            Notice::EditorFailed(EditorFault::System(cause)),
            Notice::Copied(copied),
        ] {
            let said = say::notice(&ZH, &notice);
            assert_eq!(latin_words(&said), [""; 0], "{said}");
            assert!(said.contains(&(ZH.io_cause)(cause)), "{said}");
        }
    }
}

fn taizhang(folder: &Path, arguments: &[&str], out: Stdio) -> Output {
    Command::new(crate::pseudo_terminal::binary())
        .args(arguments)
        .args(["--lang", "zh"])
        .current_dir(folder)
        .env("HOME", folder)
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .stdin(Stdio::null())
        .stdout(out)
        .output()
        .unwrap()
}

/// A folder whose name has nothing of a temporary file's.
fn desk() -> tempfile::TempDir {
    tempfile::Builder::new().prefix("desk-").tempdir().unwrap()
}

/// What a command says that cannot do what it should.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str], out: Stdio, expected: &str) {
    let output = taizhang(folder, arguments, out);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
    assert!(said.contains(expected), "{arguments:?}: {said}");
    for theirs in [
        "os error", "No such", "denied", ".tmp", "at path", "too long",
    ] {
        assert!(!said.contains(theirs), "{arguments:?}: {said}");
    }
}

const LEDGER: &str = "schema = 1\n[ledger]\ntitle = \"台账\"\n[[item]]\nid = 1\ntitle = \"甲\"\nprogress = \"乙\"\n[[item.order]]\ntext = \"办\"\n";

#[test]
#[cfg(unix)]
fn commands_say_why_they_cannot_read_or_write() {
    let desk = desk();
    let folder = desk.path();
    fs::write(folder.join("ledger.toml"), LEDGER).unwrap();
    fs::write(folder.join("file"), "").unwrap();
    std::os::unix::fs::symlink("round.toml", folder.join("round.toml")).unwrap();
    let long = format!("{}.toml", "长".repeat(90));
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    if Path::new("/dev/full").exists() {
        for arguments in [
            &["list"][..],
            &["summary"],
            &["check"],
            &["show", "1"],
            &["doctor"],
            &["demo"],
            &["new", "-"],
            &["export", "--orders"],
            &["config", "init", "-o", "-"],
        ] {
            refused(folder, arguments, full(), "磁盘满了");
        }
    }
    let none = Stdio::null;
    refused(folder, &["list", "round.toml"], none(), "绕成了一圈");
    refused(folder, &["list", "file/l.toml"], none(), "不是文件夹");
    refused(folder, &["list", &long], none(), "名字或路径太长");
    refused(folder, &["new", &long], none(), "名字或路径太长");
    refused(folder, &["new", "none/l.toml"], none(), "找不到文件");
    refused(folder, &["new", "file/l.toml"], none(), "不是文件夹");
    refused(folder, &["demo", "-o", "none/l.toml"], none(), "找不到文件");
    refused(folder, &["restore", "none/l.toml"], none(), "找不到文件");
    refused(
        folder,
        &["config", "init", "-o", "file/c.toml"],
        none(),
        "不是文件夹",
    );
    let export = ["export", "--orders", "--force", "-o"];
    let to = |file: &str| {
        export
            .iter()
            .copied()
            .chain([file])
            .map(str::to_owned)
            .collect()
    };
    let to: [Vec<String>; 2] = [to("none/x.md"), to("folder.md")];
    fs::create_dir(folder.join("folder.md")).unwrap();
    for (arguments, expected) in to.iter().zip(["找不到文件", "文件夹"]) {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        refused(folder, &arguments, none(), expected);
    }
}

#[test]
#[cfg(unix)]
fn settings_that_cannot_be_read_are_told_in_chinese() {
    let desk = desk();
    let folder = desk.path();
    let config = folder.join("config/taizhang");
    fs::create_dir_all(config.join("config.toml")).unwrap();
    refused(
        folder,
        &["config", "check"],
        Stdio::null(),
        "这个名字是文件夹",
    );
    fs::remove_dir(config.join("config.toml")).unwrap();
    fs::write(config.join("config.toml"), b"theme = \"\xFF\"").unwrap();
    refused(folder, &["config", "check"], Stdio::null(), "UTF-8");
}

#[test]
#[cfg(unix)]
fn a_report_of_folders_says_why_they_cannot_be_written() {
    let desk = desk();
    let folder = desk.path();
    fs::write(folder.join("ledger.toml"), LEDGER).unwrap();
    let output = Command::new(crate::pseudo_terminal::binary())
        .args(["doctor", "--lang", "zh"])
        .current_dir(folder)
        .env("XDG_STATE_HOME", "/proc/none")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    if cfg!(target_os = "linux") {
        assert!(said.contains("不可写："), "{said}");
    }
    assert!(!said.contains("os error"), "{said}");
}
