//! Searches that are kept under a name: what is kept of them, how they come back, and what happens to their file.

use std::fs;

use taizhang::app::Mode;
use taizhang::ledger::Status;
use taizhang::search::{FilterKind, Query, Scope, Sort};

use crate::pseudo_terminal::Window;
use crate::support::Walk;

/// Where the program of a walk keeps searches.
fn file(walk: &Walk) -> std::path::PathBuf {
    walk.path().parent().unwrap().join("state/searches.toml")
}

fn typed(walk: &Walk) -> &str {
    walk.app.kept().map_or("", |kept| &*kept.typed)
}

const LEADS: &str = r#"
schema = 1
[ledger]
title = "甲"
as_of = 2025-06-30
year = 2025
[[item]]
id = 1
title = "一"
progress = "海洋"
lead = "市科技局"
tags = ["重点"]
[[item]]
id = 2
title = "二"
progress = "海洋"
lead = "市发改委"
[[item]]
id = 3
title = "三"
progress = "陆地"
lead = "市科技局、市财政局"
[[item]]
id = 4
title = "四"
progress = ""
lead = "A, B"
[[item]]
id = 5
title = "五"
progress = "海洋"
"#;

#[test]
fn search_filters_and_order_come_back_as_one_search() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("/建设<Enter><F7>慢于序时<Enter><Esc><F8><Down><Enter>");
    let before = walk.shown();
    assert!(!before.is_empty() && before.len() < 44);
    walk.keys("<C-s>");
    walk.keys("我的<Enter>");
    assert!(walk.screen().contains("搜索已存为“我的”"));
    walk.keys("<Esc><Esc><F8><Up><Enter>");
    assert_eq!(walk.shown().len(), 44);

    walk.keys("<F7><Home>");
    walk.keys("<Enter>");
    assert_eq!(typed(&walk), "建设 状态:未启动,滞后,趋缓 排序:滞后");
    assert_eq!(walk.shown(), before);
    assert!(walk.app.filters().is_empty());
    assert_eq!(walk.app.sort(), Some(Sort::Behind));
    // It is an ordinary search: Esc is the way out.
    walk.keys("<Esc>");
    assert_eq!(walk.shown().len(), 44);
}

#[test]
fn the_suggested_name_is_taken_with_enter() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F7>滞后<Enter><Esc><C-s>");
    assert!(
        walk.screen().contains("滞后（Enter 用这个名称）"),
        "{}",
        walk.screen()
    );
    walk.keys("<Enter>");
    let text = fs::read_to_string(file(&walk)).unwrap();
    assert!(
        text.contains("name = \"滞后\"") && text.contains("query = \"状态:滞后\""),
        "{text}"
    );
    // The same name again takes its place.
    walk.keys("<F7>趋缓<Enter><Esc><C-s>滞后<C-s>");
    let text = fs::read_to_string(file(&walk)).unwrap();
    assert_eq!(text.matches("[[search]]").count(), 1, "{text}");
    let query = text
        .split("query = \"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let filters = Query::new(query).filters;
    let kind = FilterKind::Status(vec![Status::Behind, Status::Slipping]);
    assert!(
        matches!(&filters[..], [only] if only.kind == kind),
        "{filters:?}"
    );
}

#[test]
fn several_units_are_one_or_the_other() {
    let mut walk = Walk::of(LEADS, 100, 30);
    walk.keys("<F7>市发改委<Enter><C-u>市科技局<Enter><Esc>");
    let before = walk.shown();
    assert_eq!(before, [1, 2]);
    walk.keys("/海洋<Tab><Tab><Enter><C-s><Enter>");
    walk.keys("<Esc><Esc><F7><Home><Enter>");
    assert_eq!(typed(&walk), "海洋 单位:市发改委,市科技局");
    assert_eq!(walk.shown(), [1, 2]);
    assert_eq!(walk.app.kept().unwrap().scope, Scope::Notes);
}

#[test]
fn what_no_word_says_is_told_and_not_kept() {
    let mut walk = Walk::of(LEADS, 100, 30);
    walk.keys("<F7>A, B<Enter><Esc><C-s>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert!(
        walk.screen().contains("没有存：牵头：A, B"),
        "{}",
        walk.screen()
    );
    walk.keys("<F7>重点<Enter><Esc><C-s><Enter>");
    let screen = walk.screen();
    assert!(
        screen.contains("搜索已存为“重点”，但不含牵头：A, B"),
        "{screen}"
    );
    assert!(
        fs::read_to_string(file(&walk))
            .unwrap()
            .contains("query = \"标签:重点\"")
    );
}

#[test]
fn nothing_is_kept_where_nothing_was_asked() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<C-s>");
    assert!(walk.screen().contains("现在没有搜索、筛选或排序可存"));
    walk.keys("<F8><Down><Enter><C-s><Esc>");
    assert!(matches!(walk.app.mode(), Mode::Browse) && !file(&walk).exists());
}

#[test]
fn delete_forgets_the_search_under_the_cursor_and_nothing_else() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F8><Down><Enter><C-s>一<Enter><F8><Down><Enter><C-s>二<Enter>");
    walk.keys("<F7>");
    assert!(
        walk.screen().contains("›    取消全部筛选"),
        "as without kept searches"
    );
    walk.keys("<Home><Del>");
    assert!(matches!(walk.app.mode(), Mode::Menu(_)));
    assert!(!walk.screen().contains("搜索：一") && walk.screen().contains("搜索：二"));
    assert!(
        walk.screen().contains("已删除所存的搜索“一”"),
        "{}",
        walk.screen()
    );
    // On a filter the key means nothing.
    walk.keys("<Down><Del><Down><Del>");
    assert!(walk.screen().contains("搜索：二"));
}

#[test]
fn a_broken_file_is_told_and_left_alone() {
    let mut walk = Walk::shipped(100, 30);
    fs::create_dir_all(file(&walk).parent().unwrap()).unwrap();
    fs::write(file(&walk), "[[search]\n").unwrap();
    walk.keys("<F7>");
    assert!(
        walk.screen().contains("所存的搜索读写不了"),
        "{}",
        walk.screen()
    );
    walk.keys("<Down><Enter><Esc><C-s><Enter>");
    assert!(walk.screen().contains("文件没有动"), "{}", walk.screen());
    assert_eq!(fs::read_to_string(file(&walk)).unwrap(), "[[search]\n");
}

#[test]
fn words_that_this_version_does_not_know_are_kept_and_explained() {
    let mut walk = Walk::shipped(100, 30);
    fs::create_dir_all(file(&walk).parent().unwrap()).unwrap();
    let text = "[[search]]\nname = \"新\\u001b[31m\"\nquery = \"状态:将来\"\n";
    fs::write(file(&walk), text).unwrap();
    walk.keys("<F7><Home><Enter>");
    assert_eq!(typed(&walk), "状态:将来");
    assert!(walk.shown().is_empty());
    assert!(
        walk.screen().contains("状态: 后面可以写"),
        "{}",
        walk.screen()
    );
    assert!(!walk.screen().contains('\u{1B}'));
    walk.keys("<Esc><F8><Down><Enter><C-s>二<Enter>");
    assert!(
        fs::read_to_string(file(&walk))
            .unwrap()
            .contains("状态:将来")
    );
}

#[test]
fn the_name_is_typed_like_any_text_in_any_window() {
    for (cols, rows) in [(120, 36), (40, 10), (20, 5), (9, 4)] {
        let mut walk = Walk::shipped(cols, rows);
        walk.keys("<F8><Down><Enter><C-s>名称q<BS>").screen();
        let cursor = walk.cursor();
        assert!(cursor.is_some(), "{cols}x{rows}");
        walk.paste(&"很长".repeat(99)).screen();
        walk.keys("<Enter>");
        let text = fs::read_to_string(file(&walk)).unwrap();
        assert!(text.contains("name = \"名称很长"), "{text}");
        walk.keys("<F7><Home>").screen();
    }
}

#[test]
fn a_search_outlives_the_program_and_is_not_read_before_it_is_needed() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    assert!(
        !window
            .folder
            .path()
            .join("state/taizhang/searches.toml")
            .exists()
    );
    window.type_in("/\u{5EFA}\u{8BBE}\r");
    window.wait_for("命中");
    window.type_in("\u{13}");
    window.wait_for("搜索存为");
    window.type_in("常用\r");
    window.wait_for("搜索已存为“常用”");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
    let mut window = window.open_again();
    window.wait_for("1/44");
    window.type_in("\u{1B}[18~");
    window.wait_for("搜索：常用  建设");
    window.type_in("\u{1B}[H\r");
    window.wait_for("/建设");
    window.type_in("q");
    assert_eq!(window.wait_for_end(), 0);
}
