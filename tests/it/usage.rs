//! The help of the command line and what is said of a wrong one: in the language of the interface, to the last word.

use std::process::{Command, Output};

use crate::pseudo_terminal::binary;

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(binary());
    command
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG");
    let folder = tempfile::tempdir().unwrap();
    command
        .current_dir(folder.path())
        .env("XDG_CONFIG_HOME", folder.path());
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The names of the commands, as the help lists them.
fn commands(help: &str) -> Vec<&str> {
    let listed = help.lines().skip_while(|line| !line.starts_with("命令"));
    let rows = listed.skip(1).take_while(|line| line.starts_with("  "));
    rows.filter_map(|row| row.split_whitespace().next())
        .collect()
}

#[test]
fn the_help_is_in_one_language() {
    let help = text(&run(&["--help"]).stdout);
    let names = commands(&help);
    assert!(names.len() > 5, "{help}");
    for name in names {
        let help = text(&run(&[name, "--help"]).stdout);
        assert!(help.contains("用法: taizhang"), "{name}: {help}");
        for english in [
            "Usage",
            "Options:",
            "Arguments",
            "Commands",
            "possible values",
            "default:",
            "Print help",
        ] {
            assert!(!help.contains(english), "{name} says {english}: {help}");
        }
    }
    assert!(text(&run(&["--lang", "en", "--help"]).stdout).contains("Usage: taizhang"));
}

#[test]
fn a_wrong_command_line_is_told_in_that_language_and_without_what_acts_on_a_terminal() {
    let cases: [(&[&str], &str); 8] = [
        (&["--nope"], "没有 --nope 这个选项"),
        (&["list", "--formt"], "是不是 --format？"),
        (&["list", "--format", "xx"], "可以是：text"),
        (&["list", "--format"], "后面缺少内容"),
        (&["show"], "缺少参数：<ID>"),
        (&["restore", "-n", "x"], "--version <N> 不能是“x”"),
        (&["--ascii", "--ascii"], "不能同时用"),
        (&["config", "chek"], "是不是 check？"),
    ];
    for (arguments, expected) in cases {
        let refused = run(arguments);
        let told = text(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{told}");
        assert!(
            told.starts_with("error: ") && told.contains(expected),
            "{arguments:?}: {told}"
        );
        assert!(
            told.contains("--help 看用法") && !told.contains("tip:"),
            "{told}"
        );
    }
    let hostile = text(&run(&["list", "--format", "\u{1B}[31mx\u{202E}"]).stderr);
    assert!(
        !hostile.contains('\u{1B}') && !hostile.contains('\u{202E}'),
        "{hostile:?}"
    );
}
