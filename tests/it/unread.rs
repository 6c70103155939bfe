//! Keys and tables that the format does not have: told where they stand and what was perhaps meant, and never lost.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use taizhang::app::{App, FileFacts, Notice};
use taizhang::ledger::{Audit, Trouble};
use taizhang::ledger::{Edit, Ledger, Severity, UnreadKey, judge_all};
use taizhang::store::{Document, parse};
use taizhang::words::{EN, ZH, say};

use crate::support::Walk;

/// A ledger with a misspelt key in every table, and a promise in `[[items]]`.
const MISSPELT: &str = include_str!("../data/misspelt_keys.toml");

fn unread(text: &str) -> Vec<UnreadKey> {
    parse(text).expect("a ledger").unread.keys
}

/// `LINE:COLUMN sentence` of everything that was not read.
fn told(text: &str) -> Vec<String> {
    let tell = |key: &UnreadKey| {
        let place = key.place;
        format!("{}:{} {}", place.line, place.column, (ZH.unread)(key))
    };
    unread(text).iter().map(tell).collect()
}

#[test]
fn every_misspelt_key_and_table_is_told_with_its_place_and_the_nearest_one() {
    let expected = [
        "6:1 没有“as_off”这个键，这一行没有读入；是不是 as_of？",
        "7:1 没有 [rule] 这个表，整个表没有读入；是不是 [rules]？",
        "13:1 没有“leed”这个键，这一行没有读入；是不是 lead？",
        "14:1 没有“due_date”这个键，这一行没有读入；是不是 due？",
        "19:1 没有“actaul”这个键，这一行没有读入；是不是 actual？",
        "21:1 事项“2 这一项从此看不见”写在 [[items]] 里，没有读入；请把 [[items]] 改成 [[item]]",
        "29:1 没有 [[item.indicators]] 这个表，整个表没有读入；是不是 [[item.indicator]]？",
    ];
    assert_eq!(told(MISSPELT), expected);
    let english: Vec<String> = unread(MISSPELT).iter().map(EN.unread).collect();
    for (sentence, near) in english.iter().zip([
        "as_of",
        "[rules]",
        "lead",
        "due",
        "actual",
        "[[item]]",
        "[[item.indicator]]",
    ]) {
        assert!(sentence.contains(near), "{sentence}");
    }
}

const HEAD: &str = "schema = 1\n[ledger]\ntitle = \"甲\"\n";
const ITEM: &str = "[[item]]\nid = 1\ntitle = \"乙\"\nprogress = \"\"\n";

#[test]
fn keys_of_every_table_are_looked_up() {
    for (text, expected) in [
        (
            "lede = \"丙\"\n",
            "8:1 没有“lede”这个键，这一行没有读入；是不是 lead？",
        ),
        (
            "Lead = \"丙\"\n",
            "8:1 没有“Lead”这个键，这一行没有读入；是不是 lead？",
        ),
        (
            "\"牵头单位\" = \"丙\"\n",
            "8:1 没有“牵头单位”这个键，这一行没有读入；是不是 lead？",
        ),
        (
            "\"预算\" = 3\n",
            "8:1 没有“预算”这个键，没有读入；单位自己的内容请写进 extra",
        ),
        (
            "actual = 3\n",
            "8:1 “actual”是 [[item.indicator]] 的键，写在这里没有读入；请移到那里",
        ),
        (
            "owner.name = \"丁\"\n",
            "8:1 没有 owner 这个表，整个表没有读入；是不是 lead？",
        ),
        (
            "[[item.indicator]]\nname = \"数\"\nkind = \"amount\"\n\"完成值\" = 3\n",
            "11:1 没有“完成值”这个键，这一行没有读入；是不是 actual？",
        ),
        (
            "[[item.indicator]]\nname = \"数\"\nkind = \"amount\"\nlead = \"戊\"\n",
            "11:1 “lead”是 [[item]] 的键，写在这里没有读入；请移到那里",
        ),
        (
            "[[item.order]]\ntext = \"办\"\nonwer = \"己\"\n",
            "10:1 没有“onwer”这个键，这一行没有读入；是不是 owner？",
        ),
        (
            "[[item.orders]]\ntext = \"办\"\n",
            "8:1 没有 [[item.orders]] 这个表，整个表没有读入；是不是 [[item.order]]？",
        ),
        (
            "[[item.report]]\nperiod = \"一季度\"\nfigure = 3\n",
            "10:1 没有“figure”这个键，这一行没有读入；是不是 figures？",
        ),
        (
            "[[item.report]]\nperiod = \"一季度\"\nfigures = { \"数\" = { actaul = 3 } }\n",
            "10:21 没有“actaul”这个键，这一行没有读入；是不是 actual？",
        ),
        (
            "[[indicator]]\nname = \"数\"\n",
            "8:1 [[indicator]] 不能写在这里，整个表没有读入；请移到 [[item]] 里面",
        ),
        (
            "[[item.item]]\nid = 2\ntitle = \"庚\"\n",
            "8:1 事项“2 庚”写在 [[item.item]] 里，没有读入；请改成 [[item]]",
        ),
        (
            "[[promises]]\nid = 2\ntitle = \"庚\"\nprogress = \"\"\n",
            "8:1 事项“2 庚”写在 [[promises]] 里，没有读入；请改成 [[item]]",
        ),
        (
            "[[list]]\nid = 2\ntitle = \"庚\"\nprogress = \"\"\n",
            "8:1 事项“2 庚”写在 [[list]] 里，没有读入；请改成 [[item]]",
        ),
        (
            "[[\"事项\"]]\nid = 2\n",
            "8:1 事项“2”写在 [[\"事项\"]] 里，没有读入；请把 [[\"事项\"]] 改成 [[item]]",
        ),
        (
            "[chek]\nignore = []\n",
            "8:1 没有 [chek] 这个表，整个表没有读入；是不是 [check]？",
        ),
    ] {
        assert_eq!(told(&format!("{HEAD}{ITEM}{text}")), [expected], "{text}");
    }
}

#[test]
fn what_is_the_offices_own_and_what_is_to_come_is_not_told() {
    let text = format!(
        "{HEAD}extra = {{ a = 1 }}\n[rules]\nlate = 3\n[check]\nignore = []\n{ITEM}\
         contact = \"电话\"\nwith = [\"丙\"]\ntags = [\"丁\"]\nx-budget = 3\nx_note = \"\"\n\
         extra = {{ \"备注\" = \"戊\", leed = {{ title = \"\", id = 1 }} }}\n\
         [[item.indicator]]\nname = \"数\"\nkind = \"level\"\nbaseline = 1\nreported = 2\n\
         plan = {{ \"2025-03-31\" = 80, leed = 3 }}\n\
         [[item.report]]\nperiod = \"一季度\"\nfigures = {{ \"数\" = {{ actual = 1, underway = 2, reported = 3 }} }}\n\
         [[item.order]]\ntext = \"办\"\nextra.more.leed = 1\n"
    );
    assert_eq!(told(&text), [""; 0]);
    let newer = MISSPELT.replacen("schema = 1", "schema = 2", 1);
    assert_eq!(told(&newer), [""; 0], "a newer program may know them");
    let shipped = fs::read_to_string(crate::support::shipped()).unwrap();
    assert_eq!(told(&shipped), [""; 0]);
}

#[test]
fn a_missing_key_is_told_as_the_misspelt_one() {
    let said = |text: &str| -> Vec<String> {
        let problems = parse(text).unwrap_err();
        problems.iter().map(|it| say::problem(&ZH, it)).collect()
    };
    let item = ITEM.replace("id = 1", "ID = 1");
    assert_eq!(
        said(&format!("{HEAD}{item}")),
        ["5:1: 没有“ID”这个键；是不是 id？请改成它"]
    );
    let item = ITEM.replace("progress", "\"进展情况\"");
    assert_eq!(
        said(&format!("{HEAD}{item}")),
        ["7:1: 第1项：没有“进展情况”这个键；是不是 progress？请改成它"]
    );
    assert_eq!(
        said(&format!("schema = 1\n[Ledger]\ntitle = \"甲\"\n{ITEM}")),
        ["2:1: 没有“Ledger”这个表；是不是 [ledger]？请改成它"]
    );
    assert_eq!(said(&format!("{HEAD}[[item]]\nid = 1\n")).len(), 2);
}

fn codes(ledger: &Ledger) -> Vec<(Option<usize>, &'static str, Severity)> {
    let audit = Audit::of(ledger, &judge_all(ledger));
    let findings = audit.findings.iter();
    let unread = findings.filter(|it| matches!(it.trouble, Trouble::Unread(_)));
    unread
        .map(|it| (it.position, it.trouble.code(), it.trouble.severity()))
        .collect()
}

#[test]
fn they_are_findings_and_a_lost_promise_is_an_error() {
    let ledger = parse(MISSPELT).unwrap();
    let (error, warning) = (Severity::Error, Severity::Warning);
    assert_eq!(
        codes(&ledger),
        [
            (None, "unknown-table", error),
            (None, "unread-item", error),
            (None, "unknown-key", warning),
            (Some(0), "unknown-key", warning),
            (Some(0), "unknown-key", warning),
            (Some(0), "unknown-key", warning),
            (Some(1), "unknown-table", error),
        ]
    );
}

fn run(arguments: &[&str], path: &Path) -> Output {
    Command::new(crate::pseudo_terminal::binary())
        .args(arguments)
        .arg(path)
        .args(["--lang", "zh"])
        .env("XDG_STATE_HOME", path.parent().unwrap().join("state"))
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn commands_warn_and_do_what_they_are_asked() {
    let desk = tempfile::tempdir().unwrap();
    let path = desk.path().join("l.toml");
    fs::write(&path, MISSPELT).unwrap();
    for arguments in [
        &["list"][..],
        &["show", "1"],
        &["search", "公园"],
        &["summary"],
        &["set", "1", "--progress", "上半年建成11个。"],
    ] {
        let output = run(arguments, &path);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        let warnings = said.lines().filter(|line| line.starts_with("warning: "));
        assert_eq!(warnings.count(), 7, "{said}");
        assert!(said.contains("l.toml:13:1: 没有“leed”这个键"), "{said}");
        assert!(
            said.contains("共7处没有读入，其中1个是整项事项。"),
            "{said}"
        );
        assert!(!text(&output.stdout).contains("leed"));
    }
    let output = run(&["check", "--format", "json"], &path);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "", "there they are findings");
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let explained = json["ledgers"][0]["findings"].to_string();
    assert!(explained.contains("13:1：没有“leed”这个键"), "{explained}");
    let output = run(&["doctor"], &path);
    assert!(text(&output.stdout).contains("共7处没有读入"));
    assert!(
        !text(&output.stdout).contains("leed"),
        "no text of the ledger"
    );
}

#[test]
fn warnings_are_bounded_and_all_are_counted() {
    let desk = tempfile::tempdir().unwrap();
    let path = desk.path().join("l.toml");
    let item =
        |id| format!("[[item]]\nid = {id}\ntitle = \"甲\"\nprogress = \"\"\nleed = \"乙\"\n");
    let items: Vec<String> = (1..=3_000).map(item).collect();
    fs::write(&path, format!("{HEAD}{}", items.concat())).unwrap();
    let said = text(&run(&["list"], &path).stderr);
    assert_eq!(said.lines().count(), 21, "{said}");
    assert!(
        said.contains("共3000处没有读入；另有2980处未列出"),
        "{said}"
    );
    let checked = text(&run(&["check"], &path).stdout);
    assert_eq!(checked.matches("没有“leed”这个键").count(), 1_000);
    assert!(checked.contains("还有2000处没有读入"), "{checked}");
}

#[test]
fn they_survive_every_save_byte_for_byte_and_keep_their_places() {
    let mut walk = Walk::of(MISSPELT, 100, 30);
    let path = walk.path();
    walk.keys("<Home><F2>新写的第一段<Enter>第二段<C-s>");
    let text = fs::read_to_string(&path).unwrap();
    let note = "上半年建成10个。";
    let (before, after) = MISSPELT.split_once(note).unwrap();
    assert!(text.contains("第二段"), "{text}");
    assert!(text.starts_with(before.trim_end_matches('"')), "{text}");
    assert!(text.ends_with(after.trim_start_matches('"')), "{text}");
    let fresh = Document::open(&path).unwrap().ledger();
    assert_eq!(fresh.unread.count, 7);
    assert_ne!(told(&text), told(MISSPELT), "lines below the note moved");
    assert_eq!(walk.app.ledger().unread, fresh.unread);
}

#[test]
fn an_undo_brings_the_bytes_back() {
    let desk = tempfile::tempdir().unwrap();
    let path = desk.path().join("l.toml");
    fs::write(&path, MISSPELT).unwrap();
    let mut document = Document::open(&path).unwrap();
    let item = document.ledger().item_ref(0).unwrap();
    let edit = Edit::of_note(item, "上半年建成10个。", "上半年\n建成11个。");
    document.save(&edit).unwrap();
    document.save(&edit.inverse()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), MISSPELT);
}

#[test]
fn the_screen_tells_at_the_start_and_in_the_check() {
    let mut walk = Walk::of(MISSPELT, 100, 30);
    let screen = walk.screen();
    for said in ["有1项事项没有读入", "[[items]]", "[[item]]", "共7处"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    walk.keys("<C-k>");
    let screen = walk.screen();
    for said in ["没有 [rule] 这个表", "“leed”", "“actaul”", "21:1"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    let few = format!("{HEAD}{ITEM}lede = \"丙\"\n");
    let app = App::new(
        std::sync::Arc::new(parse(&few).unwrap()),
        FileFacts::default(),
        walk.app.size(),
    );
    let notice = app.notices().next().expect("a notice");
    assert!(matches!(notice, Notice::Unread { count: 1, .. }));
    assert_eq!(
        say::notice(&ZH, notice),
        "第8行的 lede 没有读入（是不是 lead？）；共1处，详见核对（Ctrl-K）"
    );
}
