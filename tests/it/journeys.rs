//! What users do to find and read, key by key.

use crate::support::Walk;

#[test]
fn go_through_the_list() {
    let mut walk = Walk::shipped(120, 36);
    assert_eq!(walk.number(), 1);
    assert_eq!(walk.keys("<Down><Down>j").number(), 4);
    assert_eq!(walk.keys("<Up>k").number(), 2);
    assert_eq!(walk.keys("G").number(), 44);
    assert_eq!(walk.keys("g").number(), 1);
    assert_eq!(walk.keys("<End>").number(), 44);
    assert_eq!(walk.keys("<Down>").number(), 44);
    assert_eq!(walk.keys("<Home><Up>").number(), 1);
    // 30 rows of list are in sight; a page keeps one of them.
    assert_eq!(walk.keys("<PgDn>").number(), 30);
    assert_eq!(walk.keys("<C-u>").number(), 1);
}

#[test]
fn go_to_an_item_by_its_number() {
    let mut walk = Walk::shipped(80, 24);
    assert_eq!(walk.keys("30<Enter>").number(), 30);
    assert_eq!(
        walk.keys("７<Enter>").number(),
        7,
        "full-width digits of an input method"
    );
    assert_eq!(walk.keys("4<Esc>5<Enter>").number(), 5);
    assert_eq!(walk.keys("99<Enter>").number(), 5);
    assert!(walk.screen().contains("没有第99项"));
    // From among the hits of a search to an item that is none of them.
    assert_eq!(walk.keys("/地铁<Enter>34<Enter>").number(), 34);
    assert_eq!(walk.app.shown().len(), 44);
}

#[test]
fn go_from_one_late_item_to_the_next() {
    let mut walk = Walk::shipped(80, 24);
    assert_eq!(walk.keys("]").number(), 2);
    assert_eq!(walk.keys("】").number(), 4);
    assert_eq!(walk.keys("[").number(), 2);
    assert_eq!(walk.keys("<C-Up>").number(), 44, "round to the last one");
    assert_eq!(walk.keys("<C-Down>").number(), 2);
}

#[test]
fn read_an_item_from_the_list_and_over_the_whole_window() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("10<Enter>");
    let first = walk.screen();
    assert!(first.contains("第10项") && !first.contains("首批次新材料"));
    walk.keys("JJJ<S-Down><S-Down><S-Down><S-Down>");
    assert!(
        walk.screen().contains("首批次新材料"),
        "scrolled from the list"
    );
    assert_eq!(walk.number(), 10);
    walk.keys("KKKKKKKKKK");
    assert_eq!(walk.screen(), first);
    walk.keys("<Enter>");
    assert!(
        walk.screen().contains("首批次新材料"),
        "opened over the whole window"
    );
    walk.keys("<Esc>");
    assert_eq!(walk.screen(), first);
}

#[test]
fn scrolling_stops_at_the_end_of_the_text() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("10<Enter>").keys(&"J".repeat(500));
    let end = walk.screen();
    assert!(end.contains("首批次新材料"));
    walk.keys("K");
    assert_ne!(walk.screen(), end, "one key back is seen at once");
}

#[test]
fn switch_panes_and_zoom() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("4<Enter><Tab>");
    assert!(walk.screen().contains("┌› 详情 4"));
    walk.keys("<Down><F6>");
    assert!(walk.screen().contains("┌› 指标"));
    walk.keys("z");
    let zoomed = walk.screen();
    assert!(zoomed.contains("┌› 指标") && !zoomed.contains("事项 ─"));
    assert_eq!(walk.keys("<Esc>").number(), 4, "the list did not move");
    assert!(walk.screen().contains("┌› 事项"));
}

#[test]
fn the_screen_follows_the_window() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("34<Enter>");
    for (cols, rows) in [(80, 24), (40, 10), (20, 5), (200, 60), (1, 1), (120, 36)] {
        walk.resize(cols, rows);
        walk.screen();
        assert_eq!(walk.number(), 34, "{cols}x{rows}");
    }
    walk.keys("<F2>新增").resize(20, 5);
    assert!(
        walk.screen().contains("新增"),
        "the caret is in sight in the smallest window"
    );
}

#[test]
fn read_the_help() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F1>");
    assert!(walk.screen().contains("下一个慢于序时项"));
    walk.keys("G");
    assert!(!walk.screen().contains("下一个慢于序时项"));
    walk.keys("<Esc>q");
    assert!(walk.has_quit);
}

#[test]
fn an_empty_ledger_is_no_fault() {
    let mut walk = Walk::of("schema = 1\n[ledger]\ntitle = \"空\"\n", 80, 24);
    assert!(walk.screen().contains("台账里还没有事项"));
    for keys in [
        "<Down>",
        "<PgUp>",
        "G",
        "]",
        "n",
        "1<Enter>",
        "<Enter>",
        "<F2>",
        "u",
        "/地铁<Enter>",
        "<Esc>",
        "<Tab>",
        "z",
    ] {
        walk.keys(keys);
        walk.screen();
    }
}

#[test]
fn the_cursor_stands_where_an_input_method_must_open_its_window() {
    let mut walk = Walk::shipped(80, 24);
    assert_eq!(walk.cursor(), None, "nothing is typed while browsing");
    walk.keys("/地铁");
    let (x, y) = walk.cursor().unwrap();
    assert_eq!(y, 22);
    let bar = walk.screen().lines().nth(22).unwrap().to_owned();
    let before = &bar[..bar.find("地铁").unwrap() + "地铁".len()];
    assert_eq!(usize::from(x), taizhang::text::cols_of(before));
    walk.keys("<Esc>21<Enter><F2>");
    let (x, y) = walk.cursor().unwrap();
    let row = walk
        .screen()
        .lines()
        .nth(usize::from(y))
        .unwrap()
        .to_owned();
    let before = &row[..row.find("12条。").unwrap() + "12条。".len()];
    assert_eq!(usize::from(x), taizhang::text::cols_of(before));
}

#[test]
fn every_pane_can_be_reached_in_a_narrow_window() {
    let mut walk = Walk::shipped(60, 20);
    walk.keys("4<Enter><Tab>");
    assert!(
        walk.screen().contains("进展情况 ──"),
        "the detail over the whole window"
    );
    walk.keys("<Tab>");
    assert!(
        walk.screen().contains("滚动技改项目") && !walk.screen().contains("进展情况 ──"),
        "the gauges"
    );
    walk.keys("<Tab>");
    assert!(walk.screen().contains("› 4 滞"), "and the list again");
    let mut tiny = Walk::shipped(40, 10);
    tiny.keys("JJJ");
    assert!(
        tiny.screen().contains("上半年，全市实现地区生产总值"),
        "the note can be read from the strip"
    );
}

#[test]
fn numbers_with_parts_and_corrections_of_them() {
    let mut walk = Walk::of(
        "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = \"3-1\"\ntitle = \"一\"\nprogress = \"\"\n[[item]]\nid = \"3-2\"\ntitle = \"二\"\nprogress = \"\"\n",
        80,
        24,
    );
    walk.keys("3-2<Enter>");
    assert_eq!(walk.app.item().unwrap().title, "二");
    walk.keys("3-2<BS>1<Enter>");
    assert_eq!(walk.app.item().unwrap().title, "一");
}

#[test]
fn the_summary_leads_to_the_items_behind() {
    let mut walk = Walk::shipped(80, 24);
    let screen = walk.keys("/地铁<Enter><F4>").screen();
    assert!(
        screen.contains("已完成") && screen.contains("-46.7"),
        "{screen}"
    );
    assert!(
        screen.contains("慢46.7个百分点"),
        "the reason for the one under the cursor"
    );
    assert_eq!(walk.keys("<Down><Enter>").number(), 32);
    assert_eq!(
        walk.app.shown().len(),
        44,
        "out of a search that does not have it"
    );
    assert_eq!(
        walk.keys("s<End><Enter>").number(),
        2,
        "the rates stand behind"
    );
    walk.keys("s<Esc>");
    assert_eq!(walk.number(), 2);
}
