//! What users do to a note, key by key.

use crate::support::Walk;

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
