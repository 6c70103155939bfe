//! What a meeting orders, in the file: put in, marked as done and rewritten byte for byte.

use std::fs;

use crate::orders::{BARE, LEDGER, is_list, is_order_form};
use crate::support::Walk;

/// The one piece of text that was put in, where nothing else changed.
#[track_caller]
fn put_in(before: &str, after: &str) -> String {
    let start = before
        .bytes()
        .zip(after.bytes())
        .take_while(|(a, b)| a == b);
    let start = start.count();
    let end = before.len() - start;
    assert!(after.ends_with(&before[start..]), "{after}");
    after[start..after.len() - end].to_owned()
}

#[test]
fn an_order_goes_into_a_file_with_windows_line_ends_and_into_braces() {
    let windows = BARE.replace('\n', "\r\n");
    let mut walk = Walk::of(&windows, 80, 24);
    walk.keys("m开工<F2>");
    assert_eq!(
        put_in(&windows, &walk.text()),
        "[[item.order]]\r\ndate = 2025-07-25\r\ntext = \"开工\"\r\n\r\n"
    );
    walk.keys("u");
    assert_eq!(walk.text(), windows);

    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("44<Enter>m开工<F2>");
    assert_eq!(
        put_in(LEDGER, &walk.text()),
        ", { date = 2025-07-25, text = \"开工\" }"
    );
    walk.keys("u");
    assert_eq!(walk.text(), LEDGER);
}

#[test]
fn marking_an_order_done_writes_one_value() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("M ");
    assert_eq!(put_in(LEDGER, &walk.text()), "done = true\n");
    assert!(walk.text().contains("due = 2025-07-19\ndone = true\n"));
    let screen = walk.screen();
    assert!(
        screen.contains("›已办") && screen.contains("全部开工"),
        "the row stays\n{screen}"
    );
    walk.keys(" ");
    assert_eq!(walk.text(), LEDGER, "what was put in goes again");
    walk.keys("<C-z>u");
    assert_eq!(walk.text(), LEDGER);
    // It is said in the file already.
    walk.keys("<Down><Insert>");
    assert_eq!(
        walk.text(),
        LEDGER.replace("done = false #", "done = true #")
    );
    walk.keys("u<Down><Insert>");
    assert_eq!(put_in(LEDGER, &walk.text()), ", done = true");
    walk.keys("u<Down> ");
    assert_eq!(walk.text(), LEDGER.replace("done = true", "done = false"));
    walk.keys("u");
    assert_eq!(walk.text(), LEDGER);
    assert!(is_list(&walk));
}

#[test]
fn an_order_is_rewritten_value_by_value() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("M<F2><C-a>全部完工<Tab><C-a><Del><Tab><C-a>8月31日<F2>");
    assert!(is_list(&walk), "{}", walk.screen());
    let expected = LEDGER
        .replace(
            "'全部开工' # 原话\nowner = '市残联'\n",
            "'全部完工' # 原话\n",
        )
        .replace("due = 2025-07-19", "due = 2025-08-31");
    assert_eq!(walk.text(), expected);
    walk.keys("u");
    assert_eq!(walk.text(), LEDGER);
    // In braces: one value goes, one comes.
    walk.keys("<Down><Down><F2><Tab><C-a><Del><Tab>9月1日<Tab>7-11<F2>");
    let expected = LEDGER.replace(
        "{ owner = '市体育局', text = \"尽快\\u001b[31m定\" }",
        "{ text = \"尽快\\u001b[31m定\", date = 2025-07-11, due = 2025-09-01 }",
    );
    assert_eq!(walk.text(), expected);
    walk.keys("u");
    assert_eq!(walk.text(), LEDGER);
    walk.keys("<F2><F2>");
    assert!(
        is_list(&walk) && walk.screen().contains("没有改动"),
        "{}",
        walk.screen()
    );
}

#[test]
fn what_somebody_else_rewrote_meanwhile_is_not_overwritten() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("M<F2>！");
    let theirs = LEDGER.replace("'全部开工'", "'全部停工'");
    fs::write(walk.path(), &theirs).unwrap();
    walk.keys("<F2>");
    assert!(walk.screen().contains("已被别人改动"), "{}", walk.screen());
    assert_eq!(walk.text(), theirs);
    assert!(is_order_form(&walk) && walk.screen().contains("全部开工！"));
    walk.keys("<F2>");
    assert!(walk.text().contains("'全部停工'") && walk.text().contains("'全部开工！'"));
    // Marking what is another one by now does nothing either.
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("M");
    fs::write(walk.path(), &theirs).unwrap();
    walk.keys(" ");
    assert_eq!(walk.text(), theirs);
    walk.keys(" ");
    assert!(walk.text().contains("due = 2025-07-19\ndone = true"));
}

#[test]
fn fields_that_go_together_take_their_commas_with_them() {
    let orders = "order = [{ date = 2025-07-11, owner = '甲', due = 2025-08-01, text = '办' }]";
    let ledger = format!(
        "schema = 1\nledger = {{ title = '甲' }}\n[[item]]\nid = 1\ntitle = 'a'\nprogress = 'b'\n{orders}\n"
    );
    for line_end in ["\n", "\r\n"] {
        let ledger = ledger.replace('\n', line_end);
        let mut walk = Walk::of(&ledger, 80, 24);
        walk.keys("M<F2><Tab><C-a><Del><Tab><C-a><Del><Tab><C-a><Del><F2>");
        assert!(is_list(&walk), "{}", walk.screen());
        assert_eq!(
            walk.text(),
            ledger.replace(orders, "order = [{ text = '办' }]")
        );
        walk.keys("u");
        assert_eq!(walk.text(), ledger);
    }
}

#[test]
fn an_order_at_the_end_of_a_file_without_a_last_line_end_is_rewritten() {
    for line_end in ["\n", "\r\n"] {
        let ledger = BARE.replace('\n', line_end);
        let ledger =
            format!("{ledger}[[item.order]]{line_end}text = \"办\"{line_end}due = 2025-08-01");
        let mut walk = Walk::of(&ledger, 80, 24);
        walk.keys("M ");
        assert_eq!(walk.text(), format!("{ledger}{line_end}done = true"));
        walk.keys("<F2><Tab>甲<Tab><C-a><Del><F2>");
        let expected = ledger.replace(
            &format!("{line_end}due = 2025-08-01"),
            &format!("{line_end}owner = \"甲\"{line_end}done = true"),
        );
        assert_eq!(walk.text(), expected);
        walk.keys("uu");
        assert_eq!(walk.text(), ledger);
    }
}
