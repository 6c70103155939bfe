//! Output that is no terminal.

use std::process::Command;

use crate::support::shipped;

fn listed(arguments: &[&str]) -> String {
    let output = Command::new(crate::pseudo_terminal::binary())
        .arg(shipped())
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_list_is_printed_as_text() {
    let list = listed(&[]);
    assert_eq!(list.lines().count(), 3 + 44);
    assert!(
        list.lines().nth(1).unwrap().contains("序时50.0%"),
        "Chinese where no locale says otherwise"
    );
    assert!(list.contains(
        "26 缓 实施50条背街小巷综合整治。 [背街小巷整治 42.0% < 序时50.0%，慢8.0个百分点]"
    ));
    assert!(!list.contains('\u{1B}'));
}

#[test]
fn the_language_can_be_chosen() {
    assert!(listed(&["--lang", "en"]).contains("42.0% < time 50.0%, 8.0 points behind"));
    assert!(listed(&["--lang=zh"]).contains("慢8.0个百分点"));
    let help = Command::new(crate::pseudo_terminal::binary())
        .args(["--help", "--lang", "en"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&help.stdout).contains("Browse, search and edit"));
}
