//! What meetings ordered, from the command line: exported to be handed round, and shown beside its item.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

const LEDGER: &str = "schema = 1\n[ledger]\ntitle = '甲市|台账'\nas_of = 2025-06-30\n\n\
[[item]]\nid = 43\ntitle = '无障碍改造500户。'\nprogress = '完工174户。'\n\
[[item.order]]\ndate = 2019-07-11\ntext = '选址'\ndone = true\n\
[[item.order]]\ndate = 2019-07-11\ntext = '全部开工'\nowner = '市残联'\ndue = 2020-01-01\n\
[[item.order]]\ndate = 2019-08-15\ntext = \"一、核查<b>&\\n二、\\u001b[31m通报\\u202e\\uffff\"\ndue = 2999-12-31\n";

fn desk(ledger: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("台账.toml");
    fs::write(&path, ledger).unwrap();
    (folder, path)
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(crate::pseudo_terminal::binary());
    command.args(arguments).current_dir(folder.path());
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.env("XDG_STATE_HOME", folder.path());
    command.output().unwrap()
}

#[track_caller]
fn told(output: &Output, exit: i32) -> String {
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(exit), "{errors}");
    errors
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_latest_meeting_comes_first_and_in_it_what_is_open() {
    let (folder, _) = desk(LEDGER);
    let output = run(&folder, &["export", "--orders", "台账.toml"]);
    told(&output, 0);
    let said = text(&output);
    let order = [
        "# 甲市\\|台账",
        "督办清单",
        "## 2019-08-15会议",
        "核查",
        "## 2019-07-11会议",
        "全部开工",
        "选址",
    ];
    let places: Vec<usize> = order.iter().map(|it| said.find(it).expect(it)).collect();
    assert!(places.is_sorted(), "{said}");
    assert!(
        said.contains("| 序号 | 事项 | 交办内容 | 责任单位 | 时限 | 状态 |"),
        "{said}"
    );
    assert!(
        said.contains("| 全部开工 | 市残联 | 2020-01-01 | 逾期"),
        "{said}"
    );
    assert!(
        said.contains("| 2999-12-31 | 未办 |") && said.contains("| 已办 |"),
        "{said}"
    );
    assert!(
        said.contains("一、核查\\<b\\>&<br>二、␛\\[31m通报"),
        "{said}"
    );
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
    let plain = run(
        &folder,
        &["export", "--orders", "台账.toml", "--format", "text"],
    );
    told(&plain, 0);
    let plain = text(&plain);
    assert!(
        plain.contains("[已办] 43 无障碍改造500户。\n  交办内容：选址\n"),
        "{plain}"
    );
    assert!(!plain.contains('\u{1b}'));
}

#[test]
fn a_document_is_written_that_word_can_read() {
    let (folder, _) = desk(LEDGER);
    let output = run(
        &folder,
        &["export", "--orders", "台账.toml", "-o", "清单.docx"],
    );
    assert!(told(&output, 0).contains("清单.docx：3条"));
    let bytes = fs::read(folder.path().join("清单.docx")).unwrap();
    let read = docx_rs::read_docx(&bytes).expect("a document");
    let tables = read.document.children.iter();
    let is_table =
        |child: &&docx_rs::DocumentChild| matches!(child, docx_rs::DocumentChild::Table(_));
    assert_eq!(tables.filter(is_table).count(), 2, "a table a meeting");
    let json = read.json();
    for expected in [
        "甲市|台账",
        "全部开工",
        "市残联",
        "2999-12-31",
        "核查<b>&",
        "仿宋_GB2312",
        "11906",
        "16838",
    ] {
        assert!(json.contains(expected), "{expected}");
    }
    assert!(!json.contains("\\u001b") && !json.contains('\u{202e}') && !json.contains('\u{ffff}'));
    let piped = run(
        &folder,
        &["export", "--orders", "台账.toml", "--format", "docx"],
    );
    told(&piped, 0);
    assert!(docx_rs::read_docx(&piped.stdout).is_ok());
}

#[test]
fn a_file_that_exists_is_kept_unless_that_is_said() {
    let (folder, path) = desk(LEDGER);
    let file = folder.path().join("清单.md");
    fs::write(&file, "旧").unwrap();
    let export = ["export", "--orders", "台账.toml", "-o", "清单.md"];
    let refused = run(&folder, &export);
    assert!(told(&refused, 2).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "旧");
    let forced = run(&folder, &[&export[..], &["--force"]].concat());
    told(&forced, 0);
    assert!(fs::read_to_string(&file).unwrap().contains("全部开工"));
    // The ledger itself is never written over.
    let own = [
        "export",
        "--orders",
        "台账.toml",
        "-o",
        "./台账.toml",
        "--format",
        "md",
        "--force",
    ];
    assert!(told(&run(&folder, &own), 2).contains("台账文件本身"));
    assert_eq!(fs::read_to_string(&path).unwrap(), LEDGER);
    let nowhere = ["export", "--orders", "台账.toml", "-o", "没有/清单.md"];
    assert!(told(&run(&folder, &nowhere), 2).contains("清单.md"));
    let folder_itself = [
        "export",
        "--orders",
        "台账.toml",
        "-o",
        ".",
        "--format",
        "md",
        "--force",
    ];
    told(&run(&folder, &folder_itself), 2);
    let left = fs::read_dir(folder.path()).unwrap().flatten();
    let left = left.filter(|it| it.file_name().to_string_lossy().starts_with(".taizhang"));
    assert_eq!(left.count(), 0, "nothing half written is left");
}

#[test]
fn what_cannot_be_exported_is_told() {
    let (folder, _) = desk(LEDGER);
    assert!(told(&run(&folder, &["export", "台账.toml"]), 2).contains("--orders"));
    let ending = ["export", "--orders", "台账.toml", "-o", "清单.pdf"];
    assert!(told(&run(&folder, &ending), 2).contains(".docx"));
    told(&run(&folder, &["export", "--orders", "没有.toml"]), 2);
    let (folder, _) = desk(LEDGER.split("[[item.order]]").next().unwrap());
    let none = ["export", "--orders", "台账.toml", "-o", "清单.docx"];
    assert!(told(&run(&folder, &none), 1).contains("还没有会议交办"));
    assert!(!folder.path().join("清单.docx").exists());
}

#[test]
fn an_item_is_shown_with_its_orders() {
    let (folder, _) = desk(LEDGER);
    let shown = run(&folder, &["show", "43", "台账.toml"]);
    told(&shown, 0);
    let said = text(&shown);
    assert!(said.contains("会议交办 3条，未办2条，逾期1条"), "{said}");
    assert!(
        said.contains("时限2020-01-01 市残联：全部开工") && said.contains("- 已办：选址"),
        "{said}"
    );
    assert!(!said.contains('\u{1b}'), "{said}");
    let table = run(&folder, &["show", "43", "台账.toml", "--format", "md"]);
    told(&table, 0);
    assert!(
        text(&table).contains("| 选址 |  |  | 已办 |"),
        "{}",
        text(&table)
    );
}
