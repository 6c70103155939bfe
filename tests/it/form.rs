//! The other fields of an item.

use crate::support::Walk;

/// The form of item 43: 500 planned, 299 begun, 174 done.
fn form() -> Walk {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("43<Enter><F12>");
    walk
}

#[test]
fn problems_and_next_steps_become_lines_of_the_file() {
    let mut walk = form();
    let before = walk.text();
    walk.keys("缺施工队伍<Enter>第二条<Tab>")
        .keys("8月底前全部开工<F2>");
    let after = walk.text();
    let added = "problem = \"\"\"\n缺施工队伍\n第二条\"\"\"\nnext = \"8月底前全部开工\"\n";
    assert_eq!(after.matches(added).count(), 1, "{after}");
    assert_eq!(after.replace(added, ""), before, "and nothing else changed");
    assert!(walk.screen().contains("第43项已保存"));
    walk.keys("<C-z>");
    assert_eq!(walk.text(), before, "taken back in one step");
    walk.keys("<C-y>");
    assert_eq!(walk.text(), after);
}

#[test]
fn a_figure_changes_the_verdict_at_once() {
    let mut walk = form();
    assert!(walk.screen().contains("完成"));
    for _ in 0..5 {
        walk.keys("<Tab>");
    }
    walk.keys("<C-a>２６０<F2>");
    assert!(walk.text().contains("actual = 260\n"), "{}", walk.text());
    let screen = walk.screen();
    assert!(screen.contains("52.0%"), "{screen}");
    assert!(screen.contains("滞9"), "one fewer is behind\n{screen}");
}

#[test]
fn what_is_no_figure_is_not_saved() {
    let mut walk = form();
    let before = walk.text();
    for _ in 0..5 {
        walk.keys("<Tab>");
    }
    walk.keys("<C-a>约二百<Up><F2>");
    let screen = walk.screen();
    assert!(
        screen.contains("应为数字") && screen.contains("约二百"),
        "{screen}"
    );
    assert_eq!(walk.text(), before);
    walk.keys("<C-a>200<F2>");
    assert!(
        walk.text().contains("actual = 200\n"),
        "the caret was where it is wrong"
    );
}

#[test]
fn a_verdict_of_ones_own_needs_its_reason() {
    let mut walk = form();
    let before = walk.text();
    walk.keys("<Tab><Tab><Tab><Right><Right>");
    assert!(walk.screen().contains("‹ 滞后 ›"));
    walk.keys("甲<F2>");
    assert!(walk.screen().contains("必须写明理由"));
    assert_eq!(walk.text(), before);
    walk.keys("督查组现场认定<F2>");
    assert!(
        walk.text()
            .contains("status = \"behind\"\nstatus_reason = \"督查组现场认定\"\n")
    );
    assert!(walk.screen().contains("人工判定"));
    walk.keys("<F12><Tab><Tab><Tab><Left><Left><Tab><C-a><Del><F2>");
    assert_eq!(walk.text(), before, "and can be given up again");
}

#[test]
fn leaving_a_changed_form_asks_and_the_form_scrolls_in_small_windows() {
    let mut walk = Walk::shipped(40, 10);
    walk.keys("43<Enter><F12>缺钱");
    for _ in 0..9 {
        walk.keys("<Tab>");
    }
    let screen = walk.screen();
    assert!(
        screen.contains("依据") && !screen.contains("缺钱"),
        "{screen}"
    );
    assert!(walk.cursor().is_some());
    walk.keys("<Esc>");
    assert!(walk.screen().contains("有改动未保存"));
    walk.keys("<Esc><S-Tab>").resize(20, 5).keys("<C-Home>");
    assert!(walk.cursor().is_some());
    for _ in 0..9 {
        walk.keys("<Up>");
    }
    walk.resize(120, 36);
    assert!(walk.screen().contains("▸*存在问题"), "{}", walk.screen());
}

#[test]
fn evidence_that_is_not_in_the_note_is_told() {
    let mut walk = form();
    for _ in 0..9 {
        walk.keys("<Tab>");
    }
    walk.keys("<C-a>完工182户<F2>");
    assert!(walk.text().contains("evidence = \"完工182户\""));
    assert!(walk.screen().contains("找不到这句"), "{}", walk.screen());
    walk.keys("<F12>");
    for _ in 0..9 {
        walk.keys("<Tab>");
    }
    walk.keys("<C-a>完工174户<F2>");
    assert!(walk.screen().contains("第43项已保存") && !walk.screen().contains("找不到"));
}
