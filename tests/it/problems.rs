//! Bad input: everything wrong with a file at once, each with its place and the way out; the file untouched.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use taizhang::ledger::Problem;
use taizhang::store::parse;
use taizhang::words::{EN, ZH, say};

fn problems(text: &str) -> Vec<Problem> {
    parse(text).expect_err("a file with problems")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let said: Vec<String> = problems(text)
        .iter()
        .map(|problem| say::problem(&EN, problem))
        .collect();
    assert_eq!(said, expected);
    for problem in problems(text) {
        assert!(!say::problem(&ZH, &problem).is_empty());
    }
}

#[test]
fn all_problems_are_told_at_once() {
    check(
        "schema = 1
[ledger]
year = \"2025\"
as_of = 2025-06-30T00:00:00
[rules]
late = 101
[[item]]
title = \"甲\"
progress = 5
[[item]]
id = 2
title = \" \"
progress = \"\"
status = \"behind\"
[[item.indicator]]
kind = \"sum\"
target = nan
compare = \"=\"
[[item]]
id = 2
title = \"乙\"
progress = \"\"
status = \"late\"
status_reason = \"因\"
indicator = 3
",
        &[
            "2:1: title is missing; add it",
            "3:8: year must be a whole number, but here is a text",
            "4:9: as_of must be a date like 2025-06-30 (no quotes), but here is a date and time",
            "6:8: late must be from 0 to 100 percentage points",
            "7:1: id is missing; add it",
            "9:12: progress must be a text in quotes, but here is a whole number",
            "12:9: item 2: title is empty; fill it in",
            "14:10: item 2: a status set by a person needs its reason; add status_reason",
            "15:1: item 2: name is missing; add it",
            "16:8: item 2: kind cannot be “sum”; it can be: amount rate level stage",
            "17:10: item 2: target is not a finite number; write the figure, or remove the line if there is none",
            "18:11: item 2: compare cannot be “=”; it can be: >= <= ~",
            "20:6: item 2: this id is used already in line 11; make it different",
            "23:10: item 2: status cannot be “late”, is it behind? It can be: not_started behind slipping unquantified on_track ahead done",
            "25:13: item 2: indicator must be a list of tables, written [[name]], but here is a whole number",
        ],
    );
}

#[test]
fn figures_that_are_no_numbers_are_refused() {
    for key in ["target", "actual", "underway", "reported", "baseline"] {
        for figure in ["nan", "-nan", "inf", "-inf"] {
            let file = format!(
                "schema = 1\n[ledger]\ntitle = 'x'\n[[item]]\nid = 1\ntitle = 't'\nprogress = ''\n[[item.indicator]]\nname = 'm'\nkind = 'amount'\n{key} = {figure}\n"
            );
            let place = 4 + key.len();
            check(
                &file,
                &[&format!(
                    "11:{place}: item 1: {key} is not a finite number; write the figure, or remove the line if there is none"
                )],
            );
        }
    }
}

#[test]
fn a_broken_grammar_has_a_place() {
    let said = problems("schema = 1\n[ledger]\ntitle = \"甲\nyear = 2025\n\n[[item]\nid = 1\n");
    assert!(said.len() >= 2, "more than one mistake is found: {said:?}");
    assert_eq!((said[0].place.line, said[1].place.line), (3, 6));
}

#[test]
fn the_smallest_ledger_is_enough() {
    let ledger = parse("schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = \"3-1\"\ntitle = \"乙\"\nprogress = \"\"\n").unwrap();
    assert_eq!(ledger.items.len(), 1);
    assert_eq!(ledger.items[0].indicators, []);
}

fn run(path: &Path, arguments: &[&str]) -> Output {
    Command::new(crate::pseudo_terminal::binary())
        .arg(path)
        .args(arguments)
        .output()
        .unwrap()
}

#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    fs::write(&path, bytes).unwrap();
    let output = run(&path, &["--lang", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(expected), "{said}");
    assert!(
        said.starts_with("error: ") && said.contains("l.toml"),
        "{said}"
    );
    assert!(!said.contains('\u{1B}') && said.len() < 20_000, "{said:?}");
    assert!(output.stdout.is_empty());
    assert_eq!(fs::read(&path).unwrap(), bytes, "the file is untouched");
}

#[test]
fn files_that_are_no_ledgers_are_refused_with_a_place() {
    refused(b"", "l.toml:1:1: the file is empty");
    refused(
        b"schema = 1\n[ledger]\ntitle = \"a\xFF\"",
        "l.toml:3:11: not UTF-8",
    );
    refused(b"schema = 1\n\x1B]0;x\x07 = \"\x1B[31m", "l.toml:2:1");
    refused(b"schema = 1\n[ledger]\ntitle = \"x\"\n[[item]]\nid = 1\ntitle = \"t\"\nprogress = \"\"\nstatus = \"\\u001b[31m\"\nstatus_reason = \"r\"\n", "l.toml:8:10");
    refused(&[0; 4096], "zeros");
    refused(b"\xFF\xFEs\0c\0", "UTF-16");
    refused("标题\t台账\n".repeat(500).as_bytes(), "l.toml:1:1");
    refused("[".repeat(100_000).as_bytes(), "l.toml:1:");
    refused(
        format!("a = {}", "[".repeat(100_000)).as_bytes(),
        "l.toml:1:",
    );
    refused(b"x = 99999999999999999999999", "l.toml:1:");
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("this is a folder"));
    let output = run(&folder.path().join("none.toml"), &["--lang", "zh"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("没有这个文件"));
}

#[test]
#[cfg(unix)]
fn a_pipe_with_nobody_behind_it_does_not_hang() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &path,
        rustix::fs::FileType::Fifo,
        0o600.into(),
        0,
    )
    .unwrap();
    let output = run(&path, &["--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("a device, a pipe or a socket"));
}

#[test]
fn wrong_usage_is_told() {
    let output = run(Path::new("a"), &["b", "c"]);
    assert_eq!(output.status.code(), Some(2));
    let output = run(Path::new("a"), &["--lang", "fr"]);
    assert_eq!(output.status.code(), Some(2));
}
