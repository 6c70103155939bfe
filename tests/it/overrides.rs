//! A verdict that a person set: wherever it is shown, the computed one stands beside it.

use std::fs;
use std::process::Command;

use taizhang::text::cols_of;

use crate::support::Walk;

const LEDGER: &str = "schema = 1
[ledger]
title = '甲'
year = 2025
as_of = 2025-06-30
[[item]]
id = 1
title = '完成绿化十亩以上并通过验收，长效管护落实到人，群众满意度不断提升'
progress = '一'
status = 'slipping'
status_reason = '质量未验收'
[[item.indicator]]
name = '绿化'
kind = 'amount'
target = 10
actual = 12
[[item]]
id = 2
title = '完成修路一百公里以上并通过验收，长效管护落实到人，群众满意度不断提升'
progress = '二'
[[item.indicator]]
name = '修路'
kind = 'amount'
target = 100
actual = 20
[[item]]
id = 3
title = '短'
progress = '三'
status = 'on_track'
status_reason = '已追加投入'
[[item.indicator]]
name = '建桥'
kind = 'amount'
target = 100
actual = 20
";

#[test]
fn rows_of_the_list_show_both_and_keep_their_columns() {
    for (cols, rows) in [(120, 24), (80, 24), (60, 20), (45, 12)] {
        let mut walk = Walk::of(LEDGER, cols, rows);
        walk.keys("2<Enter>");
        let screen = walk.screen();
        let row = |number: u64| {
            let begins = format!("{number} ");
            let rows = screen.lines();
            let mut rows =
                rows.filter(|row| row.trim_start_matches(['│', '›', ' ']).starts_with(&begins));
            rows.next().unwrap().to_owned()
        };
        assert!(row(1).contains("缓*完 完成绿化"), "{screen}");
        assert!(row(2).contains("滞 完成修路"), "{screen}");
        assert!(row(3).contains("达*滞 短"), "{screen}");
        let end = |row: &str| row.find('%').map(|at| cols_of(&row[..at]));
        assert_eq!(end(&row(1)), end(&row(2)), "{screen}");
        assert_eq!(end(&row(3)), end(&row(2)), "{screen}");
    }
}

#[test]
fn a_title_gives_way_to_both() {
    let ledger = LEDGER.replace("id = 1", "id = 'ABC-123'");
    let mut walk = Walk::of(&ledger, 36, 12);
    let screen = walk.screen();
    assert!(screen.contains("ABC-1… 缓*完 完"), "{screen}");
    assert!(screen.lines().all(|row| cols_of(row) <= 36), "{screen}");
}

#[test]
fn the_item_shows_both_in_windows_of_every_size() {
    for (cols, rows, keys) in [
        (120, 36, ""),
        (80, 24, ""),
        (80, 24, "<Enter>"),
        (60, 20, ""),
        (40, 8, ""),
    ] {
        let mut walk = Walk::of(LEDGER, cols, rows);
        walk.keys(keys);
        let screen = walk.screen();
        assert!(screen.contains("缓*完"), "{cols}x{rows}{keys}\n{screen}");
        let has_room = rows > 8;
        assert_eq!(screen.contains("质量未验收"), has_room, "{screen}");
    }
}

#[test]
fn the_summary_on_screen_shows_both() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    let screen = walk.keys("<F4>").screen();
    assert!(
        screen.contains("人工判定2项；按数据计算：完1；滞2。"),
        "{screen}"
    );
    assert!(screen.contains("3 达*滞 短"), "{screen}");
    let screen = walk.keys("<Down>").screen();
    assert!(
        screen.contains("人工判定：已追加投入；按数据为滞后：建桥 20.0% < 序时50.0%"),
        "{screen}"
    );
    let plain = LEDGER.replace("status", "note_of");
    let mut walk = Walk::of(&plain, 80, 24);
    assert!(!walk.keys("<F4>").screen().contains("人工判定"));
}

fn printed(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    fs::write(&path, LEDGER).unwrap();
    let output = Command::new(crate::pseudo_terminal::binary())
        .args(arguments)
        .arg(&path)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_is_printed_names_both() {
    let said = "人工判定：质量未验收；按数据为已完成：绿化 完成120.0%";
    let list = printed(&["list"]);
    assert!(list.contains("1 缓*完 完成绿化"), "{list}");
    assert!(list.contains(said), "{list}");
    let english = printed(&["list", "--lang", "en"]);
    assert!(
        english.contains("set by a person: 质量未验收; figures say done: "),
        "{english}"
    );
    let show = printed(&["show", "1"]);
    assert!(show.contains(&format!("缓*完 趋缓  {said}")), "{show}");
    for command in [
        &["list", "--format", "md"][..],
        &["show", "1", "--format", "md"],
    ] {
        let table = printed(command);
        assert!(table.contains("| 缓\\*完 |"), "{table}");
        assert!(table.contains(said), "{table}");
    }
    for format in ["csv", "tsv"] {
        let table = printed(&["list", "--format", format]);
        let parted = if format == "csv" { "," } else { "\t" };
        assert!(
            table.contains(&["slipping", "done"].join(parted)),
            "{table}"
        );
    }
}

#[test]
fn machines_are_told_both() {
    for command in [
        &["list", "--format", "json"][..],
        &["show", "1", "--format", "json"],
    ] {
        let whole: serde_json::Value = serde_json::from_str(&printed(command)).unwrap();
        let item = &whole["items"][0];
        assert_eq!(
            (&item["status"], &item["computed"]),
            (&"slipping".into(), &"done".into())
        );
        assert_eq!(item["indicators"][0]["status"], "done");
    }
    let summary = printed(&["summary", "--format", "json"]);
    let summary: serde_json::Value = serde_json::from_str(&summary).unwrap();
    assert_eq!(summary["set_by_person"], 2);
    let counts = |key: &str| -> Vec<(String, u64)> {
        let counts = summary[key].as_array().unwrap().iter();
        counts
            .map(|count| {
                (
                    count["status"].as_str().unwrap().to_owned(),
                    count["items"].as_u64().unwrap(),
                )
            })
            .collect()
    };
    let named = |counts: &[(&str, u64)]| -> Vec<(String, u64)> {
        counts
            .iter()
            .map(|(name, items)| ((*name).to_owned(), *items))
            .collect()
    };
    assert_eq!(
        counts("counts"),
        named(&[("on_track", 1), ("slipping", 1), ("behind", 1)])
    );
    assert_eq!(counts("computed"), named(&[("done", 1), ("behind", 2)]));
}

#[test]
fn a_summary_for_people_says_how_many_a_person_set() {
    for format in ["text", "md"] {
        let summary = printed(&["summary", "--format", format]);
        assert!(
            summary.contains("其中人工判定2项；按数据计算：已完成1项，占33.3%；滞后2项，占66.7%。"),
            "{summary}"
        );
    }
}
