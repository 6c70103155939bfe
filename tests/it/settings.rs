//! The settings of a user, through the program itself.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::pseudo_terminal::{Window, binary};
use crate::support::shipped;

/// A folder with a ledger, and with these settings if any.
pub fn desk(settings: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
    if let Some(settings) = settings {
        fs::create_dir_all(folder.path().join("config/taizhang")).unwrap();
        fs::write(file(folder.path()), settings).unwrap();
    }
    folder
}

fn file(folder: &Path) -> std::path::PathBuf {
    folder.join("config/taizhang/config.toml")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(binary());
    command.current_dir(folder).args(arguments);
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.env("XDG_CONFIG_HOME", folder.join("config"));
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub fn window(folder: TempDir, arguments: &[&str]) -> Window {
    let mut command = CommandBuilder::new(binary());
    command.cwd(folder.path());
    command.args(arguments);
    Window::start(command, folder, 120, 36)
}

#[test]
fn the_file_to_begin_with_is_written_once() {
    let folder = desk(None);
    let told = run(folder.path(), &["config"]);
    assert!(text(&told.stdout).contains("config init"), "{told:?}");
    let init = run(folder.path(), &["config", "init"]);
    assert_eq!(init.status.code(), Some(0), "{init:?}");
    let written = fs::read_to_string(file(folder.path())).unwrap();
    assert!(written.contains("# language = \"zh\"") && written.contains("编辑进展"));
    assert!(written.contains("# theme = \"terminal\"") && written.contains("[keys.begin]"));
    assert_eq!(
        run(folder.path(), &["config", "check"]).status.code(),
        Some(0)
    );
    fs::write(file(folder.path()), "language = \"en\"\n").unwrap();
    let again = run(folder.path(), &["config", "init"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(
        fs::read_to_string(file(folder.path())).unwrap(),
        "language = \"en\"\n"
    );
    let printed = run(folder.path(), &["config", "init", "-o", "-"]);
    assert!(
        text(&printed.stdout).contains("# Edit the note")
            || text(&printed.stdout).contains("Language of the interface")
    );
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_way_out() {
    let folder = desk(Some("ascii = true\nlanguge = \"en\"\n"));
    let check = run(folder.path(), &["config", "check"]);
    assert_eq!(check.status.code(), Some(2));
    let told = text(&check.stderr);
    assert!(
        told.contains("config.toml:2:1: ") && told.contains("language"),
        "{told}"
    );
    // Reading commands for scripts work all the same.
    assert_eq!(run(folder.path(), &["show", "3"]).status.code(), Some(0));
    let mut refused = window(folder, &[]);
    assert_eq!(refused.wait_for_end(), 2);
    assert!(refused.parser.screen().contents().contains("--no-config"));
    let mut opened = window(refused.folder, &["--no-config"]);
    opened.wait_for("1/44");
    opened.type_in("q");
    assert_eq!(opened.wait_for_end(), 0);
}

#[test]
fn what_a_user_prefers_holds_from_the_start() {
    let folder = desk(Some(
        "language = \"en\"\nascii = true\n[display]\nsort = \"behind\"\nscope = \"titles\"\n",
    ));
    let shown = run(folder.path(), &["show", "33"]);
    assert!(text(&shown.stdout).contains("time 50.0%"), "{shown:?}");
    let shown = run(folder.path(), &["show", "33", "--lang", "zh"]);
    assert!(
        text(&shown.stdout).contains("序时50.0%"),
        "the command line counts more"
    );
    let mut window = window(folder, &[]);
    window.wait_for("furthest behind");
    assert!(!window.parser.screen().contents().contains('█'));
    window.type_in("/地");
    window.wait_for("titles 地");
}

#[test]
fn the_theme_of_the_settings_counts_as_asked_for() {
    // Which one it began with is told by the one that follows.
    for (arguments, next) in [(&[][..], "safe"), (&["--theme", "dark"], "light")] {
        let folder = desk(Some("theme = \"contrast\"\n"));
        let mut command = CommandBuilder::new(binary());
        command.cwd(folder.path());
        command.args(arguments);
        command.env("NO_COLOR", "1");
        let mut window = Window::start(command, folder, 120, 36);
        window.wait_for("1/44");
        let painted = window.parser.screen().cell(0, 0).unwrap().bgcolor();
        assert_ne!(painted, vt100::Color::Default, "{arguments:?}");
        window.type_in("T");
        window.wait_for(&format!("（{next}）"));
        window.type_in("q");
        assert_eq!(window.wait_for_end(), 0);
    }
}

#[test]
fn a_file_that_nobody_wrote_by_hand_is_refused_at_once() {
    let folder = desk(Some(&"a".repeat(2 << 20)));
    let check = run(folder.path(), &["config", "check"]);
    assert_eq!(check.status.code(), Some(2));
    assert!(check.stderr.len() < 1_000, "{}", text(&check.stderr));
    let wrong: Vec<String> = (0..500).map(|at| format!("wrong{at} = 1")).collect();
    fs::write(file(folder.path()), wrong.join("\n")).unwrap();
    let check = run(folder.path(), &["config", "check"]);
    assert_eq!(check.status.code(), Some(2));
    assert_eq!(text(&check.stderr).lines().count(), 51);
    assert!(text(&check.stderr).contains("共500处错误"));
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_back_to_itself_is_not_called_missing() {
    let folder = desk(Some(""));
    fs::remove_file(file(folder.path())).unwrap();
    std::os::unix::fs::symlink("config.toml", file(folder.path())).unwrap();
    let check = run(folder.path(), &["config", "check"]);
    assert_eq!(check.status.code(), Some(2), "{check:?}");
}
