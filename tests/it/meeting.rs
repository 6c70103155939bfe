//! A review meeting from its beginning to its end, in a real terminal on the shipped ledger; and the file after it.
//!
//! Every step waits for what the people in the room must see. All days are typed by hand: no step depends on the clock.

#![cfg(unix)]

use std::fs;
use std::process::Command;

use rustix::process::Signal;

use crate::copying::sent;
use crate::interruptions::{signal, wait_for_draft};
use crate::pseudo_terminal::{Window, binary};
use crate::support::{Walk, shipped};

const ESC: &str = "\u{1B}";
const F2: &str = "\u{1B}OQ";
const F4: &str = "\u{1B}OS";
const F5: &str = "\u{1B}[15~";
const F7: &str = "\u{1B}[18~";
const F8: &str = "\u{1B}[19~";
const F9: &str = "\u{1B}[20~";
const F10: &str = "\u{1B}[21~";
const DOWN: &str = "\u{1B}[B";
const PAGE_DOWN: &str = "\u{1B}[6~";
const CTRL_A: &str = "\u{1}";
const CTRL_END: &str = "\u{1B}[1;5F";
const CTRL_O: &str = "\u{F}";
const CTRL_S: &str = "\u{13}";
const CTRL_Z: &str = "\u{1A}";

/// What the room sees from above: the worst item, then only what is behind, the furthest behind first.
fn open_on_what_is_behind(room: &mut Window) {
    room.wait_for("1/44");
    room.type_in(F4);
    room.wait_for("›  38 滞 完成森林质量精准提升6万亩。");
    room.type_in("\r");
    room.wait_for("详情 38 ─");
    room.type_in(F7);
    room.wait_for("取消全部筛选");
    room.type_in("manyu");
    room.wait_for("/ manyu");
    room.type_in("\r");
    room.wait_for("筛选:慢于序时 14/44");
    room.type_in(ESC);
    room.wait_for("F1 帮助  F9 命令");
    room.type_in(F8);
    room.wait_for("Enter 选定");
    room.type_in(DOWN);
    room.type_in("\r");
    room.wait_for("筛序 1/14");
    room.type_in(CTRL_S);
    room.wait_for("搜索存为");
    room.type_in("会议\r");
    room.wait_for("搜索已存为“会议”");
}

/// One item a screen: what is said in the room goes into the note and into an order, in place.
fn present_and_write_down(room: &mut Window) {
    room.type_in(F5);
    room.wait_for("第38项 / 共44项");
    room.type_in(PAGE_DOWN);
    room.wait_for("第32项 / 共44项");
    room.wait_for("已着手108个");
    room.type_in(F2);
    room.wait_for("编辑进展  第32项");
    room.type_in(CTRL_END);
    room.type_in("\r7月25日：市生态环境局说明，");
    room.type_in("\u{1B}[200~资金已经到位。\u{1B}[201~");
    room.wait_for("│7月25日：市生态环境局说明，资金已经到位。");
    room.type_in(F2);
    room.wait_for("第32项已保存");
    room.wait_for("第32项 / 共44项");

    room.type_in(CTRL_O);
    room.wait_for("第32项  记会议交办");
    room.type_in("年底前全部完工\t市生态环境局\t2099-12-31");
    room.wait_for("即2099-12-31");
    room.type_in("\t");
    room.type_in(CTRL_A);
    room.type_in("2025-07-25");
    room.wait_for("即2025-07-25");
    room.type_in(F2);
    room.wait_for("会议交办 1条，未办1条，无逾期");
    room.wait_for("未办 时限2099-12-31 市生态环境局：年底前全部完工");

    room.type_in("b");
    room.wait_for("按任意键恢复");
    room.type_in(" ");
    room.wait_for("第32项 / 共44项");
    room.type_in(ESC);
    room.wait_for("演示结束：2项");
    // Where it was begun, on the list as it was.
    room.wait_for("筛选:慢于序时 排序:滞后最多 14/44");
    room.wait_for("›38 滞");
}

/// Somebody asks for the metro, and wants its note.
fn look_something_up(room: &mut Window) {
    room.type_in(ESC);
    room.wait_for("排序:滞后最多 44/44");
    room.type_in("/dt");
    room.wait_for("命中 1/1");
    room.type_in("\r");
    room.wait_for("/dt  ");
    room.wait_for("详情 5 ─");
    room.type_in("y");
    room.wait_for("复制 第5项");
    room.type_in("n");
    room.wait_for("发给终端");
    assert_eq!(sent(&room.bytes), [Walk::shipped(80, 24).note(5)]);
    room.type_in(ESC);
    room.wait_for("序 26/44");
}

/// The list of orders, found by its sound: what was marked as done by mistake is taken back.
fn go_through_the_orders(room: &mut Window) {
    room.type_in(F9);
    room.wait_for("命令面板");
    room.type_in("huiyi");
    room.wait_for("› 会议交办");
    room.type_in("\r");
    room.wait_for("›未办 2099-12-31 市生态环境局   32    年底前全部完工");
    room.type_in(" ");
    room.wait_for("会议交办 1条，都已办");
    room.type_in(CTRL_Z);
    room.wait_for("已撤销第32项的上一次保存");
    room.wait_for("›未办 2099-12-31");
    room.type_in(ESC);
    room.wait_for("序 26/44");
}

/// Meanwhile: other colours, another window, another person, the mouse.
fn be_disturbed(room: &mut Window) {
    room.type_in("T");
    room.wait_for("配色：深色");
    for (cols, rows, shown) in [
        (60, 20, "\n› 5 无 提速推进8条地铁线路项目建设。"),
        (40, 10, "\n› 5 无 提速推进8条地铁线路…"),
        (120, 36, "┌─ 详情 5 ─"),
    ] {
        room.resize(cols, rows);
        room.wait_for(shown);
    }
    let path = room.folder.path().join("ledger.toml");
    let text = fs::read_to_string(&path).unwrap();
    let theirs = room.folder.path().join("theirs.toml");
    fs::write(&theirs, with_another_route(&text)).unwrap();
    fs::rename(&theirs, &path).unwrap();
    room.wait_for("第21项已被别人更新");

    let cols = room.parser.screen().size().1;
    let mut rows = room.parser.screen().rows(0, cols.get());
    let row = rows.position(|row| row.contains("│ 21 完 ")).unwrap() + 1;
    drop(rows);
    room.type_in(&format!("\u{1B}[<0;10;{row}M\u{1B}[<0;10;{row}m"));
    room.wait_for("›21 完 ");
    room.wait_for("上半年我市已新开通海运航线13条。");
}

/// The machine fails in the middle of a sentence; the sentence is offered again.
fn lose_nothing(mut room: Window) -> Window {
    room.type_in("6\r");
    room.wait_for("› 6 未");
    room.type_in(F2);
    room.wait_for("编辑进展  第6项");
    room.type_in(CTRL_END);
    room.type_in("市科技局将再核。");
    room.wait_for("市科技局将再核。");
    wait_for_draft(&room, &["市科技局将再核。"]);
    signal(&room, Signal::KILL);
    assert_ne!(room.wait_for_end(), 0);

    let mut room = room.open_again();
    room.wait_for("找到未保存的文字");
    room.type_in("\r");
    room.wait_for("[未保存]");
    room.wait_for("市科技局将再核。");
    room.type_in(F2);
    room.wait_for("第6项已保存");
    room
}

/// What the colleague of item 21 saves: note, figure and evidence.
fn with_another_route(text: &str) -> String {
    let before = "actual = 12\nevidence = \"已新开通海运航线12条\"";
    assert_eq!(text.matches(before).count(), 1);
    let text = text.replace(before, "actual = 13\nevidence = \"已新开通海运航线13条\"");
    text.replace("新开通海运航线12条。", "新开通海运航线13条。")
}

/// What the file must be: every line that the meeting changed, and no other.
fn expected() -> String {
    let mut text = fs::read_to_string(shipped()).unwrap();
    let sewage =
        "上半年，全市村庄生活污水治理已开工108个，其中5个已完工。剩余12个村庄近期将全部开工。";
    let evidence = "evidence = \"全市村庄生活污水治理已开工108个，其中5个已完工\"\n";
    let order = "[[item.order]]\ndate = 2025-07-25\ntext = \"年底前全部完工\"\n\
                 owner = \"市生态环境局\"\ndue = 2099-12-31\n";
    let note = Walk::shipped(80, 24).note(6);
    for (before, after) in [
        (
            format!("progress = \"{sewage}\""),
            format!("progress = \"\"\"\n{sewage}\n7月25日：市生态环境局说明，资金已经到位。\"\"\""),
        ),
        (evidence.to_owned(), format!("{evidence}{order}")),
        (
            format!("progress = \"{note}\""),
            format!("progress = \"{note}市科技局将再核。\""),
        ),
    ] {
        assert_eq!(text.matches(&before).count(), 1, "{before}");
        text = text.replace(&before, &after);
    }
    with_another_route(&text)
}

/// What a command prints where the meeting was.
#[track_caller]
fn said(room: &Window, arguments: &[&str]) -> String {
    let mut command = Command::new(binary());
    command.args(arguments).current_dir(room.folder.path());
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG");
    command.env("XDG_STATE_HOME", room.folder.path().join("state"));
    let output = command.output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?} {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// What is handed round afterwards.
fn hand_round(room: &Window) {
    let row =
        "| 32 | 完成120个村庄生活污水治理。 | 年底前全部完工 | 市生态环境局 | 2099-12-31 | 未办 |";
    let minutes = said(room, &["export", "--orders", "--format", "md"]);
    assert!(minutes.contains("## 2025-07-25会议") && minutes.contains(row));
    said(room, &["export", "--orders", "-o", "minutes.docx"]);
    let minutes = fs::read(room.folder.path().join("minutes.docx")).unwrap();
    assert!(minutes.starts_with(b"PK\x03\x04"));
    assert!(said(room, &["check", "--format", "text"]).contains("错误0条"));
    assert!(said(room, &["summary"]).contains("44项中，已完成5项"));
}

#[test]
fn from_the_first_screen_to_the_minutes() {
    let mut room = Window::open(120, 36);
    open_on_what_is_behind(&mut room);
    present_and_write_down(&mut room);
    look_something_up(&mut room);
    go_through_the_orders(&mut room);
    be_disturbed(&mut room);
    let mut room = lose_nothing(room);
    room.type_in(F10);
    assert_eq!(room.wait_for_end(), 0);
    room.check_restored();
    assert!(room.is_cooked());
    let file = fs::read_to_string(room.folder.path().join("ledger.toml")).unwrap();
    check_lines(&expected(), &file);
    hand_round(&room);
}

/// Line by line first, that a difference can be read.
#[track_caller]
fn check_lines(expected: &str, file: &str) {
    for (number, (expected, line)) in expected.lines().zip(file.lines()).enumerate() {
        assert_eq!(line, expected, "line {}", number + 1);
    }
    assert_eq!(file, expected);
}
