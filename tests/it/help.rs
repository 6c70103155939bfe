//! The help, narrowed by what is typed.

use taizhang::app::Mode;
use taizhang::keys::{self, Context};

use crate::support::{ENGLISH, Walk};

fn rows(walk: &mut Walk) -> Vec<String> {
    let screen = walk.screen();
    let rows = screen.lines().map(str::to_owned);
    let mut rows: Vec<String> = rows.filter(|row| !row.is_empty()).collect();
    rows.remove(0);
    rows.pop();
    rows
}

#[test]
fn names_sounds_english_and_keys_narrow_it() {
    for (keys, name) in [
        ("/筛选", "筛选"),
        ("筛选", "筛选"),
        ("<F3>shaixuan", "筛选"),
        ("/sx", "筛选"),
        ("/filter", "筛选"),
        ("/f7", "筛选"),
        ("/ctrl-t", "标星"),
        ("/*", "标星"),
        ("/序号", "数字 Enter"),
    ] {
        let mut walk = Walk::shipped(80, 24);
        let whole = rows(walk.keys("<F1>"));
        let left = rows(walk.keys(keys));
        assert!(left.len() < whole.len(), "{keys}");
        assert!(left[0].starts_with(" 浏览 ─"), "{keys}: {left:?}");
        assert!(
            left.iter().any(|row| row.contains(name)),
            "{keys}: {left:?}"
        );
        assert!(!left.iter().any(|row| row.contains("放大当前栏")), "{keys}");
    }
    let mut walk = Walk::shipped(80, 24);
    assert!(
        walk.keys("<F1>/没有的")
            .screen()
            .contains("没有这样的按键或操作")
    );
    walk.look = ENGLISH;
    assert!(
        walk.keys("<C-u>标星")
            .screen()
            .contains("star, or no longer")
    );
}

#[test]
fn esc_clears_then_leaves() {
    let mut walk = Walk::shipped(80, 24);
    let before = walk.keys("5<Enter>").screen();
    let whole = rows(walk.keys("<F1>"));
    assert_ne!(rows(walk.keys("/编辑")), whole);
    assert_eq!(rows(walk.keys("<Esc>")), whole);
    assert_eq!(walk.keys("<Esc>").screen(), before);
    // Enter goes on reading what is left.
    let left = rows(walk.keys("<F1>/编辑"));
    walk.keys("<Enter>");
    assert_eq!(rows(&mut walk), left);
    assert_eq!(keys::context(walk.app.mode()), Context::Help);
    walk.keys("<Esc>");
    assert_eq!(rows(&mut walk), whole);
    assert_eq!(
        walk.keys("q").screen(),
        before,
        "letters are commands again"
    );
}

#[test]
fn letters_narrow_it_at_once_where_they_are_no_commands() {
    // `b` is no key of the help.
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F1>bj");
    assert!(rows(&mut walk).iter().any(|row| row.contains("编辑进展")));
    // In the editor letters are text, and so they are in its help.
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F2>甲<F1>");
    assert!(rows(&mut walk)[0].starts_with(" 编辑进展 ─"));
    let left = rows(walk.keys("quan"));
    assert!(left.iter().any(|row| row.contains("全选")), "{left:?}");
    walk.keys("<F10>");
    assert!(!walk.has_quit, "what is written is not left behind");
    walk.keys("<Esc><Esc>乙");
    assert!(matches!(walk.app.mode(), Mode::Edit(_)));
    assert!(walk.screen().contains("甲乙") || walk.screen().contains("乙"));
}

#[test]
fn it_begins_with_the_screen_one_came_from() {
    for (keys, heading) in [
        ("<F4>", " 汇总 ─"),
        ("c", " 核对 ─"),
        ("<F5>", " 演示 ─"),
        ("<F9>", " 命令面板 ─"),
        ("<F7>", " 筛选、排序菜单 ─"),
    ] {
        let mut walk = Walk::shipped(80, 24);
        let first = rows(walk.keys(keys).keys("<F1>")).remove(0);
        assert!(first.starts_with(heading), "{first}");
        let others = walk.keys("浏览").screen();
        assert!(!others.contains(heading), "{others}");
    }
}

#[test]
fn what_is_typed_stays_in_sight_and_is_never_too_long() {
    for (cols, rows) in [(80, 24), (40, 10), (20, 5)] {
        let mut walk = Walk::shipped(cols, rows);
        walk.keys("<F1>/").paste(&"长".repeat(100)).keys("尾");
        let (x, y) = walk.cursor().unwrap();
        assert!(x < cols && y == 0);
        walk.keys("<C-u>甲乙丙丁<BS>");
        assert!(walk.screen().lines().next().unwrap().contains("甲乙丙"));
        assert!(!walk.screen().contains('丁'));
    }
}
