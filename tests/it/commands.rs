//! One item from the command line: shown, and its note written.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::shipped;

/// A copy of the shipped ledger in a folder of its own.
fn desk() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    fs::copy(shipped(), &path).unwrap();
    (folder, path)
}

fn run(ledger: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(crate::pseudo_terminal::binary());
    let (name, rest) = arguments.split_first().unwrap();
    let (id, rest) = rest.split_first().unwrap();
    command.args([name, id]).arg(ledger).args(rest);
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.env("XDG_STATE_HOME", ledger.parent().unwrap());
    command.env("XDG_CONFIG_HOME", ledger.parent().unwrap());
    let pipes = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    let written = child.stdin.take().unwrap().write_all(input.as_bytes());
    assert!(written.is_ok() || input.is_empty());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn an_item_is_shown_in_full() {
    let (_folder, path) = desk();
    let shown = run(&path, &["show", "#33"], "");
    let shown_text = text(&shown.stdout);
    assert_eq!(shown.status.code(), Some(0));
    for expected in [
        "超 超序时",
        "75.0% ≥ 序时50.0%",
        "目标16个",
        "目前16个项目已开工12个",
    ] {
        assert!(shown_text.contains(expected), "{expected}: {shown_text}");
    }
    let json = run(&path, &["show", "33", "--format", "json"], "");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["items"].as_array().unwrap().len(), 1);
    assert_eq!(json["items"][0]["completion"], 75.0);
    let missing = run(&path, &["show", "99"], "");
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("没有第99项"));
}

#[test]
fn a_note_is_written_and_nothing_else() {
    let (_folder, path) = desk();
    let before = fs::read_to_string(&path).unwrap();
    let written = run(
        &path,
        &["set", "33", "--progress", "-"],
        "目前已开工13个。\n\n其余3个在办手续。\n",
    );
    assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
    let after = fs::read_to_string(&path).unwrap();
    let note = "目前16个项目已开工12个，未开工项目正在加紧推进前期工作，争取尽早开工。";
    let expected = before.replacen(
        &format!("\"{note}\""),
        "\"\"\"\n目前已开工13个。\n\n其余3个在办手续。\"\"\"",
        1,
    );
    assert!(after == expected, "only the note's bytes changed");
    let again = run(
        &path,
        &["set", "33", "--progress", "-"],
        "目前已开工13个。\n\n其余3个在办手续。\n",
    );
    assert_eq!(again.status.code(), Some(0));
    let unchanged = fs::read_to_string(&path).unwrap() == after;
    assert!(unchanged, "the same note is no change");
}

#[test]
fn a_note_that_cannot_be_written_is_refused() {
    let (_folder, path) = desk();
    let before = fs::read(&path).unwrap();
    let long = "长".repeat(30_000);
    for (arguments, code) in [
        (["set", "99", "--progress", "甲", "--lang=zh"].as_slice(), 1),
        (&["set", "33", "--progress", "甲", "--read-only"], 2),
        (&["set", "33", "--progress", &long], 2),
        (&["set", "33"], 2),
    ] {
        let refused = run(&path, arguments, "");
        assert_eq!(
            refused.status.code(),
            Some(code),
            "{}",
            text(&refused.stderr)
        );
        assert!(text(&refused.stderr).starts_with("error"), "it says why");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_ledger_is_summed_up() {
    let (_folder, path) = desk();
    let sum = |arguments: &[&str]| {
        let mut command = Command::new(crate::pseudo_terminal::binary());
        command.arg("summary").arg(&path).args(arguments);
        let output = command
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANG")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0));
        text(&output.stdout)
    };
    let plain = sum(&[]);
    assert!(plain.contains("44项中，已完成5项，占11.4%；"), "{plain}");
    let json: serde_json::Value = serde_json::from_str(&sum(&["--format", "json"])).unwrap();
    let counts = json["counts"].as_array().unwrap();
    let percents: f64 = counts
        .iter()
        .map(|count| count["percent"].as_f64().unwrap())
        .sum();
    assert!((percents - 100.0).abs() < 1e-9, "{percents}");
    let items: u64 = counts
        .iter()
        .map(|count| count["items"].as_u64().unwrap())
        .sum();
    assert_eq!(items, 44);
    assert_eq!(json["below_line"][0]["id"], 38);
    assert_eq!(json["below_line"][1]["points"], 45.9, "as its reason says");
    assert_eq!(json["short_rates"][0]["id"], 4);
    assert!(
        json["leads"].as_array().unwrap().is_empty(),
        "no item names a unit"
    );
    let table = sum(&["--format", "tsv"]);
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows[0],
        "part\tname\ttitle\tlead\titems\tpercent\tlate\tpoints\treason"
    );
    assert_eq!(
        rows.iter()
            .filter(|row| row.starts_with("status\t"))
            .count(),
        7,
        "every verdict is there"
    );
    assert!(
        rows.iter()
            .any(|row| row
                .starts_with("below_line\t38\t完成森林质量精准提升6万亩。\t\t\t\t\t46.7\t"))
    );
    assert!(sum(&["--format", "csv"]).starts_with("part,name,"));
    let markdown = sum(&["--format", "md", "--lang", "en"]);
    assert!(markdown.contains("## Below the time line") && markdown.contains("| 38 |"));
}

#[test]
fn a_note_from_the_command_line_says_what_its_figures_suggest() {
    let (_folder, path) = desk();
    let arguments = ["set", "33", "--progress", "目前16个项目已开工13个。"];
    let set = run(&path, &arguments, "");
    let said = text(&set.stdout);
    assert_eq!(set.status.code(), Some(0));
    assert!(said.contains("- 开工项目 完成 12个 → 13个？"), "{said}");
    let whole = fs::read_to_string(&path).unwrap();
    assert!(
        whole.contains("actual = 12\nevidence = \"目前16个项目已开工12个\""),
        "nothing is taken"
    );
}

#[test]
fn an_item_without_measures_is_shown_with_those_of_its_text() {
    let (_folder, path) = desk();
    let bare = "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"新增绿色建筑1000万平方米。\"\nprogress = \"新增绿色建筑649万平方米。\"\n";
    fs::write(&path, bare).unwrap();
    let said = text(&run(&path, &["show", "1"], "").stdout);
    let expected = "读自原文，未入台账\n- 绿色建筑 649万平方米 目标1000万平方米\n";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn an_empty_pipe_empties_no_note() {
    let (_folder, path) = desk();
    let before = fs::read(&path).unwrap();
    let refused = run(&path, &["set", "33", "--progress", "-"], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("标准输入是空的"));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        run(&path, &["set", "33", "--progress", ""], "")
            .status
            .code(),
        Some(0)
    );
}

#[test]
fn output_that_cannot_be_written_is_no_success() {
    for arguments in [
        &["list"][..],
        &["show", "33"],
        &["summary"],
        &["check"],
        &["list", "--format", "json"],
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(crate::pseudo_terminal::binary());
        let (name, rest) = arguments.split_first().unwrap();
        let (id, options) = match rest {
            [id] => (Some(id), &[][..]),
            options => (None, options),
        };
        command.arg(name).args(id).arg(shipped()).args(options);
        let output = command
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANG")
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            text(&output.stderr).starts_with("error: 写不出去"),
            "{arguments:?}"
        );
    }
}

#[test]
fn an_item_is_shown_with_all_its_figures_and_their_words() {
    let (_folder, path) = desk();
    let said = text(&run(&path, &["show", "26"], "").stdout);
    assert!(
        said.contains("- 背街小巷整治 21条 已着手46条 目标50条 42.0%"),
        "{said}"
    );
    assert!(
        said.contains("  “46条背街小巷已开工，21条已完工”\n"),
        "{said}"
    );
}

#[test]
fn verdicts_are_named_in_chinese_too() {
    let (_folder, path) = desk();
    let list = |status: &str| {
        let mut command = Command::new(crate::pseudo_terminal::binary());
        command
            .arg("list")
            .arg(&path)
            .args(["--format", "tsv", "--status", status]);
        text(&command.output().unwrap().stdout)
    };
    assert_eq!(list("滞后,趋缓"), list("behind,slipping"));
    assert!(list("滞后").lines().count() > 5);
}
