//! `taizhang doctor`: facts to pass on, and nothing private among them.

use std::fs;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use crate::pseudo_terminal::{Window, binary};
use crate::support::{CHINESE, shipped};

/// The report on a ledger with this text, told with these variables set.
fn report(text: Option<&[u8]>, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    if let Some(text) = text {
        fs::write(folder.path().join("ledger.toml"), text).unwrap();
    }
    let mut command = Command::new(binary());
    command.arg("doctor").args(arguments);
    command.current_dir(folder.path());
    command
        .env("LC_ALL", "C.UTF-8")
        .env("TERM", "vt100\u{1B}[2J");
    command.env("XDG_STATE_HOME", folder.path().join("state"));
    command.env("VISUAL", "my-editor --wait");
    command.stdin(Stdio::null());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(!folder.path().join("state").exists(), "nothing is written");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_report_has_what_is_asked_for_first() {
    let text = fs::read(shipped()).unwrap();
    let report = report(Some(&text), &[]);
    for part in [
        &format!("taizhang: {}", env!("CARGO_PKG_VERSION")),
        "TERM=vt100␛[2J",
        "COLORTERM=",
        "都不是终端",
        "LC_ALL=C.UTF-8",
        "界面语言: 中文",
        "state/taizhang/versions (用到时新建)",
        "state/taizhang/drafts (用到时新建)",
        "外部编辑器: my-editor --wait",
        "44项",
        &format!("{}字节", text.len()),
        "编码: UTF-8",
        "可以保存",
    ] {
        assert!(report.contains(part), "{part}:\n{report}");
    }
    assert!(!report.contains('\u{1B}'));
}

#[test]
fn nothing_of_the_ledger_is_in_the_report() {
    let secret = "绝密事项";
    let sound = format!(
        "schema = 1\n[ledger]\ntitle = \"{secret}\"\n[[item]]\nid = \"{secret}\"\ntitle = \"{secret}\"\nprogress = \"{secret}\"\n"
    );
    let broken = format!("{sound}\nstatus = \"{secret}\"\nlead = {secret}\n");
    for text in [sound, broken] {
        let report = report(Some(text.as_bytes()), &["--lang", "en"]);
        assert!(!report.contains(secret), "{report}");
        assert!(report.contains("1 items") || report.contains("not a ledger"));
    }
}

#[test]
fn whatever_is_unusual_is_told_and_no_error() {
    assert!(report(None, &[]).contains(CHINESE.words.problems.missing_file));
    let text = fs::read_to_string(shipped()).unwrap();
    let (gb18030, ..) = encoding_rs::GB18030.encode(&text);
    assert!(report(Some(&gb18030), &[]).contains("编码: GB18030"));
    assert!(report(Some(&[0; 64]), &[]).contains("台账: ledger.toml"));
}

#[test]
fn at_a_terminal_its_width_is_found_out() {
    for (cols, said) in [
        (Some(1), "“占几格: 1（"),
        (Some(2), "“占几格: 2（"),
        (None, "或终端不回答"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(binary());
        command.cwd(folder.path());
        command.arg("doctor");
        let mut window = Window::start(command, folder, 120, 40);
        window.ambiguous_cols = cols;
        window.wait_for(said);
        window.wait_for("120x40");
        window.wait_for("TERM=xterm-256color");
        assert_eq!(window.wait_for_end(), 0);
        #[cfg(unix)]
        assert!(window.is_cooked());
    }
}
