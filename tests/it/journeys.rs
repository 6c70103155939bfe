//! What users do, key by key.

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
fn search_while_typing_and_go_back() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("20<Enter>").keys("地");
    assert!(
        walk.screen().contains("/ 全部   地"),
        "a Chinese character opens the search"
    );
    walk.keys("铁");
    assert_eq!((walk.app.shown().len(), walk.number()), (1, 5));
    assert!(walk.screen().contains("命中 1/1"));
    walk.keys("<BS><BS>");
    assert_eq!(
        (walk.app.shown().len(), walk.number()),
        (44, 20),
        "nothing typed: where one was"
    );
    walk.keys("海洋<Down><Down><Esc>");
    assert_eq!(
        (walk.app.shown().len(), walk.number()),
        (44, 20),
        "Esc goes back to where one was"
    );
}

#[test]
fn keep_the_hits_and_walk_through_them() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/重点项目<Enter>");
    let hits = walk.app.shown().len();
    assert!(hits > 2);
    let first = walk.number();
    let second = walk.keys("n").number();
    assert_ne!(first, second);
    assert_eq!(walk.keys("N").number(), first);
    assert_ne!(walk.keys("N").number(), first, "round to the last one");
    walk.keys("n").keys("n");
    walk.keys("<Esc>");
    assert_eq!(
        (walk.app.shown().len(), walk.number()),
        (44, second),
        "the item found stays under the cursor"
    );
}

#[test]
fn search_in_another_scope() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/地铁<Tab>");
    assert!(walk.screen().contains("/ 事项"));
    assert_eq!(walk.app.shown().len(), 1);
    walk.keys("<Tab>");
    assert_eq!(walk.app.shown().len(), 0, "no note has the word");
    let screen = walk.screen();
    assert!(screen.contains("没有事项包含“地铁”。") && screen.contains("换范围"));
}

#[test]
fn a_search_that_was_kept_is_there_again_after_another_was_given_up() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/海洋<Enter><Down>");
    let (hits, number) = (walk.app.shown().to_vec(), walk.number());
    walk.keys("/<C-u>地铁<Esc>");
    assert_eq!((walk.app.shown(), walk.number()), (hits.as_slice(), number));
}

#[test]
fn correct_a_note_and_save_it() {
    let mut walk = Walk::shipped(80, 24);
    let before = walk.text();
    walk.keys("33<Enter><F2>").keys("新开工1个。");
    assert!(walk.screen().contains("[未保存]"));
    assert_eq!(walk.text(), before, "nothing is written while typing");
    walk.keys("<C-s>");
    assert!(walk.screen().contains("第33项已保存"));
    let note = "目前16个项目已开工12个，未开工项目正在加紧推进前期工作，争取尽早开工。";
    assert_eq!(walk.note(33), format!("{note}新开工1个。"));
    assert_eq!(
        walk.text(),
        before.replace(note, &format!("{note}新开工1个。")),
        "no other byte changed"
    );
}

#[test]
fn take_edits_back_after_they_were_saved() {
    let mut walk = Walk::shipped(80, 24);
    let original = walk.text();
    walk.keys("21<Enter><F2>甲<F2>").keys("26<Enter><F2>乙<F2>");
    let edited = walk.text();
    walk.keys("u");
    assert_eq!(walk.number(), 26);
    walk.keys("1<Enter>").keys("<C-z>");
    assert_eq!(
        (walk.text(), walk.number()),
        (original.clone(), 21),
        "the file is as it was, the item is shown"
    );
    walk.keys("<C-z>");
    assert!(walk.screen().contains("没有可撤销的修改"));
    walk.keys("U<C-y>");
    assert_eq!(walk.text(), edited);
    walk.keys("u").keys("21<Enter>e丙<F2>U");
    assert!(
        walk.screen().contains("没有可重做的修改"),
        "a new edit ends redo"
    );
}

#[test]
fn leaving_with_changes_asks_and_esc_loses_nothing() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F2>新增<Esc>");
    assert!(walk.screen().contains("[ 保存并离开 ]"));
    walk.keys("<Esc>就业");
    assert!(
        walk.screen().contains("新增就业"),
        "back in the editor, the text is there"
    );
    walk.keys("<Esc><Right><Enter>");
    assert!(
        walk.screen().contains("1/44") && !walk.note(1).contains("新增就业"),
        "dropped only when told to"
    );
    walk.keys("<F2>新增<Esc><Enter>");
    assert!(walk.note(1).ends_with("新增"));
    let before = walk.text();
    walk.keys("<F2><Esc>");
    assert!(walk.screen().contains("1/44"), "unchanged: no question");
    assert_eq!(walk.text(), before);
}

#[test]
fn no_letter_is_a_command_while_editing() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F2>")
        .keys("q?u/n:１")
        .paste("\u{1B}[201~q甲\r\n乙\u{202E}");
    assert!(!walk.has_quit);
    walk.keys("<F2>");
    assert!(walk.note(1).ends_with("q?u/n:１[201~q甲\n乙"));
}

#[test]
fn line_ends_of_a_terminal_without_paste_marks_are_line_ends() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F2>甲<Enter>乙<C-j>丙<F2>");
    assert!(walk.note(1).ends_with("甲\n乙\n丙"));
}

#[test]
fn a_paste_that_is_no_note_is_refused() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("<F2>").paste(&"新质生产力，".repeat(60_000));
    assert!(walk.screen().contains("太长，没有插入"));
    walk.keys("<Esc>");
    assert!(walk.screen().contains("1/44"), "the note is unchanged");
}

#[test]
fn somebody_else_saved_another_note_meanwhile() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2>甲");
    let theirs = walk.text().replace(
        "今年以来，全市新能源爆发式增长",
        "今年以来，全市新能源稳步增长",
    );
    std::fs::write(walk.path(), &theirs).unwrap();
    walk.keys("<F2>");
    let screen = walk.screen();
    assert!(
        screen.contains("台账文件已被他人改动") && screen.contains("[ 载入新文件，保留我的文字 ]")
    );
    assert_eq!(walk.text(), theirs, "their version was not overwritten");
    walk.keys("<Enter>");
    assert!(
        walk.screen().contains("甲"),
        "our text is still in the editor"
    );
    walk.keys("<F2>");
    assert!(
        walk.note(21).ends_with("甲") && walk.note(34).contains("稳步增长"),
        "both changes are in"
    );
    assert!(walk.text().contains("稳步增长"));
}

#[test]
fn somebody_else_saved_the_same_note_meanwhile() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2>甲");
    std::fs::write(
        walk.path(),
        walk.text()
            .replace("已新开通海运航线12条", "已新开通海运航线13条"),
    )
    .unwrap();
    walk.keys("<F2><Enter>");
    let screen = walk.screen();
    assert!(
        screen.contains("13条") && screen.contains("12条。甲"),
        "both texts are in the editor"
    );
    assert!(screen.contains("对方也改了这一条"));
    walk.keys("<C-z>");
    assert!(
        !walk.screen().contains("13条"),
        "and putting them together can be undone"
    );
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
fn a_ledger_that_cannot_be_written_says_so_before_one_types() {
    let text = std::fs::read_to_string(crate::support::shipped())
        .unwrap()
        .replace("schema = 1", "schema = 2");
    let mut walk = Walk::of(&text, 80, 24);
    assert!(walk.screen().contains("[只读]"));
    walk.keys("<F2>");
    assert!(walk.screen().contains("更新版本"));
    walk.keys("甲");
    assert_eq!(walk.text(), text);
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
fn select_replace_and_step_over_words() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2><S-Left><S-Left><S-Left>");
    let buffer = walk.buffer();
    let reversed = buffer
        .content
        .iter()
        .filter(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED));
    assert_eq!(
        reversed
            .map(ratatui::buffer::Cell::symbol)
            .collect::<String>(),
        "2条。"
    );
    walk.keys("3条，另有1条待批。<C-z><C-z>");
    assert!(
        walk.screen().contains("12条。"),
        "typing over a selection is taken back"
    );
    walk.keys("<C-a>").keys("新文<F2>");
    assert_eq!(walk.note(21), "新文");
    walk.keys("<F2><C-w><C-w>甲<F2>");
    assert_eq!(walk.note(21), "甲");
}

#[test]
fn add_a_dated_line() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("33<Enter>a").keys("新开工1个。<F4><F2>");
    assert!(
        walk.note(33)
            .ends_with("争取尽早开工。\n7月25日：新开工1个。7月25日")
    );
    walk.keys("<C-a><C-z><C-z><Esc>");
    assert!(
        walk.screen().contains("33/44"),
        "an opened line that was taken back leaves nothing to ask about"
    );
}

#[test]
fn a_note_from_another_editor_is_one_step() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter>E");
    assert!(walk.screen().contains("12条。（外改）") && walk.screen().contains("[未保存]"));
    walk.keys("<C-z>");
    assert!(walk.screen().contains("[未改动]"));
}

#[test]
fn what_was_found_is_brought_into_sight() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/泊位");
    assert_eq!(walk.number(), 20);
    assert!(walk.screen().contains("7-8号泊位"));
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
fn an_edit_of_an_item_that_is_gone_keeps_its_text() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("44<Enter><F2>甲");
    let text = walk.text();
    let without = &text[..text.find("[[item]]\nid = 44").unwrap()];
    std::fs::write(walk.path(), without).unwrap();
    walk.keys("<F2><Enter><F2>");
    assert!(walk.screen().contains("没有第44项") && walk.screen().contains("甲"));
}

#[test]
fn two_texts_are_not_saved_before_a_person_merged_them() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2>甲");
    let theirs = walk
        .text()
        .replace("已新开通海运航线12条", "已新开通海运航线13条");
    std::fs::write(walk.path(), &theirs).unwrap();
    walk.keys("<F2><Enter><F2>");
    assert_eq!(
        walk.text(),
        theirs,
        "the line between the texts is still there"
    );
    assert!(walk.screen().contains("请合并后再保存"));
    walk.keys("<C-a>合并了<F2>");
    assert_eq!(walk.note(21), "合并了");
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
