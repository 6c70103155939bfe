//! `taizhang check`: what it finds in the shipped ledger, and what scripts can rely on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::shipped;

fn check(arguments: &[&str], ledgers: &[&Path]) -> Output {
    let mut command = Command::new(crate::pseudo_terminal::binary());
    command.arg("check").args(arguments).args(ledgers);
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The shipped ledger with one piece of its text replaced.
fn changed(from: &str, to: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.toml");
    let whole = fs::read_to_string(shipped()).unwrap();
    assert_eq!(whole.matches(from).count(), 1);
    fs::write(&path, whole.replace(from, to)).unwrap();
    (folder, path)
}

/// The findings in JSON as `item code`.
fn codes(checked: &Output) -> Vec<String> {
    let json: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let findings = json["ledgers"][0]["findings"].as_array().unwrap();
    let code = |it: &Value| format!("{} {}", it["item"], it["code"].as_str().unwrap());
    findings.iter().map(code).collect()
}

/// Facts of the published text, each looked at by a person; a change of the rules must not add one silently.
#[test]
fn the_shipped_ledger_has_these_findings_and_no_errors() {
    let checked = check(&["--format", "json"], &[&shipped()]);
    assert_eq!(checked.status.code(), Some(0));
    assert_eq!(
        codes(&checked).join("\n"),
        "2 self-praise\n2 no-plan\n3 ratio\n4 no-plan\n5 no-figure\n6 pipeline\n8 no-figure\n\
         9 target-repeated\n10 pipeline\n11 target-repeated\n12 pipeline\n13 no-figure\n14 pipeline\n16 no-figure\n\
         17 pipeline\n20 no-figure\n22 no-figure\n23 no-figure\n24 no-figure\n27 pipeline\n28 no-figure\n\
         29 no-plan\n30 pipeline\n31 self-praise\n35 pipeline\n35 level-differs\n37 no-figure\n38 parts-target\n\
         39 no-figure\n39 no-figure\n40 no-figure\n43 no-plan\n44 unit-differs"
    );
}

#[test]
fn a_finding_has_its_words_and_a_sentence_with_the_numbers() {
    let said = text(&check(&[], &[&shipped()]).stdout);
    for expected in [
        "提示[ratio] 第3项 印出的比例是54.5%，按所列的数算是53.98%；分母可能是另一个数（约2426.79亿元）",
        "    “年度累计完成投资1322.6亿元、年度投资完成率54.5%”",
        "提示[parts-target] 第38项 已做、在做和剩余的合计6.967万亩，与目标6万亩不合",
        "提示[pipeline] 第35项 “省级绿色制造企业”只有“名单”环节的数，没有结果数",
        "错误0条，提示33条",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    let english = text(&check(&["--lang", "en"], &[&shipped()]).stdout);
    assert!(
        english.contains("warning[no-figure] Item 8 no figure for “科技型企业”"),
        "{english}"
    );
}

#[test]
fn errors_fail_warnings_fail_only_strictly() {
    assert_eq!(check(&["--strict"], &[&shipped()]).status.code(), Some(1));
    let (_folder, wrong) = changed(
        "actual = 12\nevidence = \"已新开通",
        "actual = 13\nevidence = \"已新开通",
    );
    let checked = check(&["--format", "json"], &[&wrong]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(codes(&checked).contains(&"21 figure-not-in-note".to_owned()));
    let (_folder, stale) = changed(
        "evidence = \"已新开通海运航线12条\"",
        "evidence = \"开通海运航线12条以上\"",
    );
    let checked = check(&["--format", "json"], &[&stale]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(codes(&checked).contains(&"21 evidence-not-in-note".to_owned()));
}

#[test]
fn what_is_known_is_silent_with_a_reason() {
    let known = "schema = 1\n[check]\nignore = [\"44:unit-differs 场次即场\", \"8:no-figure\", \"7:ratio 无\"]\n";
    let (_folder, path) = changed("schema = 1\n", known);
    let checked = check(&["--format", "json"], &[&path]);
    let codes = codes(&checked);
    assert!(!codes.contains(&"44 unit-differs".to_owned()));
    for kept in [
        "8 no-figure",
        "null ignored-in-vain",
        "null ignored-without-reason",
    ] {
        assert!(codes.contains(&kept.to_owned()), "{kept}");
    }
    let json: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(json["ledgers"][0]["silenced"][0]["reason"], "场次即场");
    let said = text(&check(&[], &[&path]).stdout);
    assert!(
        said.contains("已知[unit-differs] 第44项") && said.contains("    理由：场次即场"),
        "{said}"
    );
}

#[test]
fn several_ledgers_are_checked_and_a_broken_one_does_not_hide_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.toml");
    fs::write(&broken, "schema = 1\n[ledger]\n").unwrap();
    let checked = check(&["--format", "tsv"], &[&broken, &shipped(), &shipped()]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(text(&checked.stderr).contains("broken.toml:"));
    let rows = text(&checked.stdout);
    assert!(rows.starts_with("file\titem\tcode\tseverity\twords\texplanation\n"));
    assert_eq!(rows.matches("\t38\tparts-target\twarning\t").count(), 2);
}

#[test]
fn tables_for_documents_and_spreadsheets() {
    let markdown = text(&check(&["--format", "md"], &[&shipped()]).stdout);
    assert!(markdown.starts_with("| 文件 | 序号 | 代码 | 级别 | 原文 | 说明 |\n"));
    let csv = text(&check(&["--format", "csv"], &[&shipped()]).stdout);
    assert_eq!(csv.lines().count(), 34);
}

#[test]
fn hostile_text_reaches_no_terminal() {
    let hostile = "name = \"新开\\u001b[31m\\u202e航线\"\n";
    let (_folder, path) = changed("name = \"新开海运航线\"\n", hostile);
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.replace("actual = 12\n", "actual = 13\n")).unwrap();
    let said = check(&[], &[&path]).stdout;
    assert!(text(&said).contains("figure-not-in-note"));
    assert!(!said.contains(&0x1b) && !text(&said).contains('\u{202e}'));
}
