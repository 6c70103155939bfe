//! What a meeting orders: recorded in the form, shown, and listed.

use std::fs;

use taizhang::app::{Editor, Mode};
use taizhang::ledger::{ItemId, Slot};

use crate::support::{ENGLISH, Walk};

/// Two items, comments, an order of each kind: overdue, due today, without a day, done, and one in braces.
pub const LEDGER: &str = "schema = 1\n\n[ledger]\ntitle = '甲市台账'\nyear = 2025\nas_of = 2025-06-30\n\n\
[[item]] # 一\nid = 43\ntitle = '无障碍改造500户。'\nprogress = '完工174户。'\nlead = '市残联'\n\n\
[[item.order]]\ndate = 2025-07-11 # 周会\ntext = '全部开工' # 原话\nowner = '市残联'\ndue = 2025-07-19\n\n\
[[item.order]]\ndate = 2025-07-11\ntext = '报送名单'\ndue = 2025-07-25\ndone = false # 待办\n\n\
# 第二项\n[[item]]\nid = 44\ntitle = '体育公园'\nprogress = '开工。'\n\
order = [{ text = '选址', done = true }, { owner = '市体育局', text = \"尽快\\u001b[31m定\" }]\n";

pub const BARE: &str = "schema = 1\n\n[ledger]\ntitle = \"甲\"\nas_of = 2025-06-30\n\n[[item]]\nid = 1\ntitle = \"改造500户\"\nprogress = \"完工174户。\"\nlead = \"市残联\"\n\n# 第二项\n[[item]]\nid = 2\ntitle = \"乙\"\nprogress = \"二\"\n";

pub fn is_order_form(walk: &Walk) -> bool {
    walk.app.mode().editor().is_some_and(Editor::is_order)
}

pub fn is_list(walk: &Walk) -> bool {
    matches!(walk.app.mode(), Mode::Orders(_))
}

#[test]
fn an_order_is_recorded_and_nothing_else_changes() {
    let mut walk = Walk::of(BARE, 80, 40);
    walk.keys("<C-o>8月底前全部开工<Enter>");
    assert!(walk.screen().contains("按 → 填入牵头单位 市残联"));
    walk.keys("<Right><Enter>8-31");
    let screen = walk.screen();
    assert!(screen.contains("即2025-08-31周日"), "{screen}");
    walk.keys("<F2>");
    let after = walk.text();
    let expected = "\n[[item.order]]\ndate = 2025-07-25\ntext = \"8月底前全部开工\"\nowner = \"市残联\"\ndue = 2025-08-31\n";
    assert_eq!(
        after,
        BARE.replace("\n# 第二项", &format!("{expected}\n# 第二项"))
    );
    let screen = walk.screen();
    assert!(screen.contains("第1项已保存"), "{screen}");
    assert!(
        screen.contains("会议交办 1条，未办1条，无逾期（截至7月25日）"),
        "{screen}"
    );
    assert!(
        screen.contains("未办 时限2025-08-31 市残联：8月底前全部开工"),
        "{screen}"
    );
    walk.keys("<C-z>");
    assert_eq!(walk.text(), BARE);
    assert!(!walk.screen().contains("会议交办 1条"));
    walk.keys("<C-y>");
    assert_eq!(walk.text(), after);
}

#[test]
fn what_is_missing_or_no_day_is_told_at_its_field() {
    let mut walk = Walk::of(BARE, 80, 24);
    walk.keys("m<F2>");
    assert!(walk.screen().contains("请写交办内容"), "{}", walk.screen());
    walk.keys("开工<Tab><Tab>下周<F2>");
    let screen = walk.screen();
    assert!(
        screen.contains("看不懂这个日期") && screen.contains("完成时限看不懂"),
        "{screen}"
    );
    assert_eq!(walk.text(), BARE);
    let focus = walk.app.mode().editor().and_then(Editor::entry);
    assert!(matches!(
        focus.map(|entry| &entry.slot),
        Some(Slot::Order(_))
    ));
    // The caret is where it is wrong.
    walk.keys("<C-a>2025年7月1日");
    assert!(walk.screen().contains("早于会议"), "{}", walk.screen());
    walk.keys("<Tab><C-a>6月30日<F2>");
    assert!(
        walk.text()
            .contains("date = 2025-06-30\ntext = \"开工\"\ndue = 2025-07-01\n")
    );
}

#[test]
fn an_owner_is_never_invented() {
    let mut walk = Walk::of(BARE, 80, 24);
    walk.keys("m开工<C-s>");
    assert!(!walk.text().contains("owner"), "{}", walk.text());
    walk.keys("2<Enter>m催办<Tab><Right><F2>");
    assert!(
        !walk.text().contains("owner"),
        "nobody leads the second item"
    );
}

#[test]
fn leaving_asks_only_where_something_was_typed() {
    let mut walk = Walk::of(BARE, 80, 24);
    walk.keys("m<Esc>");
    assert!(
        matches!(walk.app.mode(), Mode::Browse),
        "the day alone is nothing typed"
    );
    walk.keys("m开工<Esc>");
    assert!(walk.screen().contains("有改动未保存"));
    walk.keys("<Esc>");
    assert!(is_order_form(&walk) && walk.screen().contains("开工"));
    walk.keys("<Esc><Enter>");
    assert!(walk.text().contains("text = \"开工\""), "saved and left");
}

#[test]
fn in_the_presentation_an_order_is_recorded_in_place() {
    let mut walk = Walk::of(LEDGER, 100, 30);
    walk.keys("<F5>");
    let screen = walk.screen();
    assert!(
        screen.contains("会议交办 2条，未办2条，逾期1条（截至7月25日）"),
        "{screen}"
    );
    assert!(
        screen.contains("逾期6天 时限2025-07-19 市残联：全部开工"),
        "{screen}"
    );
    walk.keys("<C-o>入户核查<F2>");
    assert!(matches!(walk.app.mode(), Mode::Present(_)));
    assert!(
        walk.text()
            .contains("date = 2025-07-25\ntext = '入户核查'\n")
    );
    let screen = walk.screen();
    assert!(
        screen.contains("另有1条") && !screen.contains("入户核查"),
        "{screen}"
    );
    walk.keys("m<Esc>");
    assert!(matches!(walk.app.mode(), Mode::Present(_)));
}

#[test]
fn the_list_has_what_is_overdue_on_top_and_leads_to_the_item() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("<C-g>");
    walk.keys("<Down><Down>");
    assert!(walk.screen().contains("尽快␛[31m定"), "{}", walk.screen());
    walk.keys("<Enter>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_eq!(walk.number(), 44);
    walk.keys("M<Esc>");
    assert_eq!(walk.number(), 44);
    walk.look = ENGLISH;
    walk.keys("M");
    assert!(
        walk.screen().contains("1 overdue (as of 2025-07-25)"),
        "{}",
        walk.screen()
    );
}

#[test]
fn an_order_that_is_not_saved_is_kept_as_a_draft() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("m入户核查<Tab>区残联<Tab>8-31");
    let draft = walk.app.draft().expect("something to keep");
    let mut next = Walk::of(LEDGER, 80, 24);
    next.app.offer(&draft);
    assert!(next.screen().contains("入户核查"), "{}", next.screen());
    next.keys("<Enter>");
    assert!(is_order_form(&next));
    next.keys("<F2>");
    assert!(
        next.text()
            .contains("date = 2025-07-25\ntext = '入户核查'\nowner = '区残联'\ndue = 2025-08-31\n"),
        "{}",
        next.text()
    );
    // It is in the file now, with the day as the file has it.
    assert!(!Walk::of(&next.text(), 80, 24).app.offer(&draft));
    // One that was rewritten goes on as such, unless it is another one by now.
    walk.keys("<Esc><Right><Enter>M<F2>！");
    let draft = walk.app.draft().expect("something to keep");
    assert_eq!(*draft.item.id(), ItemId::Number(43));
    let mut next = Walk::of(LEDGER, 80, 24);
    next.app.offer(&draft);
    next.keys("<Enter><F2>");
    assert_eq!(next.text(), LEDGER.replace("'全部开工'", "'全部开工！'"));
    assert!(!Walk::of(&next.text(), 80, 24).app.offer(&draft));
    let theirs = LEDGER.replace("'全部开工'", "'全部停工'");
    let mut next = Walk::of(&theirs, 80, 24);
    next.app.offer(&draft);
    next.keys("<Enter><F2>");
    assert!(next.text().contains("'全部停工'") && next.text().contains("'全部开工！'"));
}

#[test]
fn a_ledger_that_is_only_read_takes_no_orders() {
    let mut walk = Walk::of(&LEDGER.replace("schema = 1", "schema = 9"), 80, 24);
    for keys in ["m", "M ", "<F2>", "<Esc><F5>m"] {
        walk.keys(keys);
        assert!(
            walk.screen().contains("只能查看"),
            "{keys}\n{}",
            walk.screen()
        );
        assert!(!is_order_form(&walk));
    }
}

#[test]
fn the_keys_of_the_list_say_what_they_do_there() {
    for keys in ["M<F9>", "M<F1>/xiugai"] {
        let mut walk = Walk::of(LEDGER, 100, 30);
        let screen = walk.keys(keys).screen();
        assert!(screen.contains("修改这条交办"), "{keys}\n{screen}");
        assert!(!screen.contains("编辑进展"), "{keys}\n{screen}");
    }
}

#[test]
fn no_size_of_the_window_breaks_anything() {
    for keys in ["M", "m8月底前全部开工<Tab><Tab>8-31", "M<F2>", "<F5>"] {
        let mut walk = Walk::of(LEDGER, 120, 36);
        walk.keys(keys);
        for (cols, rows) in [(80, 24), (60, 20), (40, 10), (30, 8), (20, 5), (200, 60)] {
            walk.resize(cols, rows);
            assert!(!walk.screen().trim().is_empty(), "{keys} {cols}x{rows}");
        }
    }
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("M<Down><Down>").resize(20, 5);
    let screen = walk.screen();
    assert!(screen.contains("›未办 尽快"), "{screen}");
    let mut walk = Walk::of(LEDGER, 40, 10);
    walk.keys("m8月底前全部开工<Tab><Tab>8-31").resize(20, 5);
    assert!(
        walk.screen().contains(" 2025-08-31"),
        "the day whole\n{}",
        walk.screen()
    );
}

#[test]
fn items_with_orders_are_found_by_a_word() {
    let mut walk = Walk::of(
        &format!("{LEDGER}\n[[item]]\nid = 45\ntitle = '丙'\nprogress = ''\n"),
        80,
        24,
    );
    for typed in ["有:交办", "is:ordered"] {
        walk.keys(&format!("/{typed}<Enter>"));
        assert_eq!(walk.shown(), [43, 44], "{typed}");
        walk.keys("<Esc>/!").keys(typed).keys("<Enter>");
        assert_eq!(walk.shown(), [45], "!{typed}");
        walk.keys("<Esc>");
    }
}

#[test]
fn a_ledger_without_orders_says_how_to_begin() {
    for (cols, rows) in [(80, 24), (40, 10)] {
        let mut walk = Walk::of(BARE, cols, rows);
        walk.keys("M");
        let screen = walk.screen();
        assert!(
            screen.contains("还没有会议交办") && screen.contains("（或 m）"),
            "{screen}"
        );
        walk.keys(" <Enter><F2><Down><C-z>");
        assert!(walk.screen().contains("没有可撤销"), "{}", walk.screen());
        assert_eq!(walk.text(), BARE);
    }
}

#[test]
fn the_help_over_the_list_does_not_keep_it_from_hearing_of_changes() {
    let mut walk = Walk::of(LEDGER, 80, 24);
    walk.keys("M<F1>");
    let theirs = LEDGER.replace(
        "[[item]] # 一",
        "[[item]]\nid = 1\ntitle = '新'\nprogress = ''\n\n[[item]] # 一",
    );
    fs::write(walk.path(), &theirs).unwrap();
    walk.notice_change();
    walk.keys("<Esc>");
    assert!(
        walk.screen().contains("43    全部开工"),
        "{}",
        walk.screen()
    );
    walk.keys(" ");
    assert!(walk.text().contains("due = 2025-07-19\ndone = true"));
}

#[test]
fn a_day_without_a_year_is_the_next_one_after_the_meeting() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("m年前办结<Tab><Tab>1-31");
    assert!(walk.screen().contains("即2026-01-31"), "{}", walk.screen());
    walk.keys("<Tab><C-a>2025-1-10");
    assert!(
        walk.screen().contains("即2025-01-31"),
        "the meeting was another"
    );
    walk.keys("<S-Tab><C-a>2月29日");
    assert!(walk.screen().contains("即2028-02-29"), "{}", walk.screen());
}
