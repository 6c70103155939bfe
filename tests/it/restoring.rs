//! `taizhang restore` beside versions that a power cut or somebody else has spoilt, and what the state folder looks
//! like to others.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::pseudo_terminal::binary;
use crate::support::shipped;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(shipped(), folder.path().join("ledger.toml")).unwrap();
        Self { folder }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(binary());
        command
            .current_dir(self.folder.path())
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANG")
            .env("XDG_STATE_HOME", self.folder.path().join("home/state"))
            .env("XDG_CONFIG_HOME", self.folder.path().join("config"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().unwrap()
    }

    fn ledger(&self) -> String {
        fs::read_to_string(self.folder.path().join("ledger.toml")).unwrap()
    }

    /// Saves these notes, one after the other.
    fn save(&self, notes: &[&str]) {
        for note in notes {
            let saved = self.run(&["set", "21", "--progress", note]);
            assert!(saved.status.success(), "{saved:?}");
        }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("home/state/taizhang")
    }

    /// The files of the kept versions, newest first.
    fn versions(&self) -> Vec<PathBuf> {
        let folders = fs::read_dir(self.state().join("versions")).unwrap();
        let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|it| it == "toml"));
        files.sort();
        files.reverse();
        files
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_version_that_is_no_ledger_is_shown_as_such_and_never_brought_back() {
    let desk = Desk::new();
    desk.save(&["一", "二", "三", "四"]);
    let versions = desk.versions();
    let whole = fs::read_to_string(&versions[3]).unwrap();
    // As a power cut left them: nothing, and zeros; and one cut off in the middle.
    fs::write(&versions[0], "").unwrap();
    fs::write(&versions[1], vec![0; whole.len()]).unwrap();
    let half = whole.chars().take(400).collect::<String>();
    fs::write(&versions[2], half).unwrap();
    let before = desk.ledger();
    let listed = text(&desk.run(&["restore"]).stdout);
    let rows: Vec<&str> = listed.lines().take(4).collect();
    assert!(rows[0].contains("空的"), "{listed}");
    assert!(rows[1].contains("打不开"), "{listed}");
    assert!(rows[2].contains("打不开"), "{listed}");
    assert!(rows[3].contains("1项与现在不同"), "{listed}");
    for number in ["1", "2", "3"] {
        let refused = desk.run(&["restore", "--version", number]);
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        let told = text(&refused.stderr);
        assert!(told.contains(&format!("第{number}个版本")), "{told}");
        assert!(told.contains("台账未动"), "{told}");
        assert_eq!(desk.ledger(), before);
    }
    let restored = desk.run(&["restore", "--version", "4"]);
    assert!(restored.status.success(), "{restored:?}");
    assert_eq!(desk.ledger(), whole);
    assert_eq!(fs::read_to_string(&desk.versions()[0]).unwrap(), before);
}

#[test]
fn a_ledger_that_is_gone_or_empty_comes_back_and_nothing_else_is_said_to_be_kept() {
    let desk = Desk::new();
    let path = desk.folder.path().join("ledger.toml");
    let before = desk.ledger();
    desk.save(&["一"]);
    for present in [None, Some("")] {
        fs::remove_file(&path).unwrap();
        if let Some(text) = present {
            fs::write(&path, text).unwrap();
        }
        let restored = desk.run(&["restore", "--version", "1"]);
        assert!(restored.status.success(), "{restored:?}");
        assert!(!text(&restored.stdout).contains("留底"), "{restored:?}");
        assert_eq!(desk.ledger(), before);
        assert_eq!(desk.versions().len(), 1);
    }
}

#[test]
fn looking_for_versions_makes_nothing() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["restore"]).status.code(), Some(1));
    assert!(!desk.state().exists());
}

#[cfg(unix)]
fn everything_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        found.push(path.clone());
        if path.is_dir() {
            everything_below(&path, found);
        }
    }
}

#[test]
#[cfg(unix)]
fn what_is_kept_is_private_under_any_umask() {
    use std::os::unix::fs::PermissionsExt;
    for umask in ["0000", "0022", "0077", "0177", "0777"] {
        let desk = Desk::new();
        let twice = "umask $1; shift; \"$@\" && \"$@\"";
        let mut shell = Command::new("sh");
        shell.args(["-c", twice, "sh", umask]).arg(binary());
        shell.args(["set", "21", "--progress", "一"]);
        for (name, value) in desk.command().get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        let saved = shell.current_dir(desk.folder.path()).output().unwrap();
        assert!(saved.status.success(), "{umask}: {saved:?}");
        let mut all = vec![desk.state()];
        everything_below(&desk.state(), &mut all);
        assert!(all.len() > 3, "{all:?}");
        for path in all {
            let expected = if path.is_dir() { 0o700 } else { 0o600 };
            let mode = fs::symlink_metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, expected, "{umask}: {}", path.display());
        }
    }
}

#[test]
#[cfg(unix)]
fn a_folder_that_is_a_link_or_anothers_is_told_and_not_used() {
    let desk = Desk::new();
    let elsewhere = desk.folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::create_dir_all(desk.state().parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(&elsewhere, desk.state()).unwrap();
    let saved = desk.run(&["set", "21", "--progress", "一"]);
    // Saved it is; that the version before was not kept is another matter, and told as such.
    assert!(saved.status.success(), "{saved:?}");
    assert!(text(&saved.stdout).contains("第21项已保存"), "{saved:?}");
    let told = text(&saved.stderr);
    assert!(
        told.contains("没有留底") && told.contains("XDG_STATE_HOME"),
        "{told}"
    );
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    let refused = desk.run(&["restore"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(text(&refused.stderr).contains("一人专用"), "{refused:?}");
    fs::remove_file(desk.state()).unwrap();
    fs::create_dir(desk.state()).unwrap();
    if std::os::unix::fs::chown(desk.state(), Some(65534), Some(65534)).is_ok() {
        let saved = desk.run(&["set", "21", "--progress", "二"]);
        assert!(text(&saved.stderr).contains("一人专用"), "{saved:?}");
        assert_eq!(fs::read_dir(desk.state()).unwrap().count(), 0);
    }
}

#[test]
#[cfg(unix)]
fn a_state_folder_that_others_could_write_is_closed_and_told() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.save(&["一"]);
    let mode = || fs::metadata(desk.state()).unwrap().permissions().mode() & 0o777;
    let open = || fs::set_permissions(desk.state(), fs::Permissions::from_mode(0o777)).unwrap();
    for arguments in [&["set", "21", "--progress", "二"][..], &["restore"]] {
        open();
        let told = text(&desk.run(arguments).stderr);
        assert!(told.contains("别人也能写入"), "{told}");
        assert_eq!(mode(), 0o700);
        let told = text(&desk.run(arguments).stderr);
        assert_eq!(told, "", "once");
    }
}
