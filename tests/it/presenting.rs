//! The presentation: through the items of a meeting, and back to where one was.

use taizhang::app::{Mode, Pane};
use taizhang::view::Glyphs;

use crate::support::{ENGLISH, Walk};

/// The presentation in a roomy window, at item 26.
fn presenting() -> Walk {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("26<Enter><F5>");
    walk
}

/// Whether an item is on screen in the presentation.
fn is_presented(walk: &mut Walk, number: u64) -> bool {
    let head = format!(" 第{number}项 / 共44项");
    let is_on_screen = walk.screen().starts_with(&head);
    is_on_screen && walk.number() == number && matches!(walk.app.mode(), Mode::Present(_))
}

/// The keys, each with the item that it leads to from the one before.
#[track_caller]
fn check(walk: &mut Walk, steps: &[(&str, u64)]) {
    for (keys, number) in steps {
        walk.keys(keys);
        assert!(
            is_presented(walk, *number),
            "{keys} to {number}:\n{}",
            walk.screen()
        );
    }
}

#[test]
fn every_key_of_a_clicker_goes_on_or_back() {
    let mut walk = presenting();
    let steps = [
        (" ", 27),
        ("<PgDn>", 28),
        ("<Right>", 29),
        ("n", 30),
        ("<Enter>", 31),
        ("<PgUp>", 30),
        ("<Left>", 29),
        ("p", 28),
        ("<Home>", 1),
        ("<PgUp>", 1),
        ("<End>", 44),
        (" ", 44),
        ("g", 1),
        ("G", 44),
    ];
    check(&mut walk, &steps);
}

#[test]
fn the_next_item_that_is_behind() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("1<Enter>]");
    let first = walk.number();
    walk.keys("]");
    let second = walk.number();
    walk.keys("1<Enter><F5>");
    let steps = [
        ("]", first),
        ("<C-Down>", second),
        ("[", first),
        ("]", second),
        ("<C-Up>", first),
    ];
    check(&mut walk, &steps);
}

#[test]
fn digits_jump_and_can_be_taken_back() {
    let mut walk = presenting();
    walk.keys("31");
    assert!(walk.screen().contains("跳到第31项：Enter"));
    check(
        &mut walk,
        &[("<Enter>", 31), ("12<BS><BS>9<Enter>", 9), ("3<Esc>", 9)],
    );
    // Digits wait for Enter only as long as nothing else is done.
    check(
        &mut walk,
        &[("4 ", 10), ("<Enter>", 11), ("３４<Enter>", 34)],
    );
    walk.keys("99<Enter>");
    assert!(walk.screen().contains("没有第99项"));
    assert!(is_presented(&mut walk, 34));
}

#[test]
fn one_leaves_where_one_entered_or_stays_here() {
    for (way_out, number) in [("<Esc>", 20), ("<F5>", 20), ("q", 20), ("<Tab>", 23)] {
        let mut walk = Walk::shipped(80, 24);
        walk.keys("20<Enter><Right><S-Down><S-Down>");
        let picture = walk.screen();
        assert!(walk.app.detail_top() > 0 && walk.app.looked_at() == 1);
        walk.keys("<F5>   ").keys(way_out);
        assert!(matches!(walk.app.mode(), Mode::Browse), "{way_out}");
        assert_eq!(walk.number(), number, "{way_out}");
        // The notice goes with the next key.
        walk.keys("<C-l>");
        let is_as_it_was = walk.screen() == picture;
        assert_eq!(is_as_it_was, number == 20, "{way_out}\n{}", walk.screen());
        assert_eq!(walk.app.pane(), Pane::List);
    }
    let mut walk = presenting();
    walk.keys("<C-c>");
    assert!(walk.has_quit);
}

#[test]
fn what_the_list_shows_is_the_agenda() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("/状态:滞后<Enter>");
    let shown = walk.shown();
    assert!(shown.len() > 3 && shown.len() < 44);
    walk.keys("<F5>");
    let place = |at: usize| format!(" {at}/{} ", shown.len());
    assert!(walk.screen().contains(place(1).trim_end()));
    assert!(walk.screen().contains("\n /状态:滞后 █"));
    check(
        &mut walk,
        &[(" ", shown[1]), ("<End>", shown[shown.len() - 1])],
    );
    let other = (1..=44).find(|number| !shown.contains(number)).unwrap();
    walk.keys(&format!("{other}<Enter>"));
    let notice = format!("第{other}项不在这次演示的事项中");
    assert!(walk.screen().contains(&notice), "{}", walk.screen());
    assert!(is_presented(&mut walk, shown[shown.len() - 1]));
    walk.keys("<Esc>");
    assert_eq!((walk.number(), walk.shown()), (shown[0], shown));
    walk.keys("<Esc>/无此事项<Enter><F5>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert!(walk.screen().contains("列表里没有可演示的事项"));
}

#[test]
fn a_blank_screen_comes_back_with_any_key() {
    let mut walk = presenting();
    for (blank, back) in [
        ("b", " "),
        (".", "x"),
        ("。", "<F7>"),
        ("<C-b>", "<Esc>"),
        ("b", "b"),
    ] {
        walk.keys(blank);
        let screen = walk.screen();
        assert_eq!(screen.trim(), "按任意键恢复", "{blank}");
        walk.keys(back);
        assert!(is_presented(&mut walk, 26), "{back} does nothing else");
    }
}

#[test]
fn the_note_is_edited_in_place() {
    let mut walk = presenting();
    walk.keys(" <F2>甲");
    assert!(matches!(walk.app.mode(), Mode::Edit(_)));
    walk.keys("<F2>");
    assert!(is_presented(&mut walk, 27));
    assert!(walk.screen().contains("第27项已保存"));
    assert!(walk.note(27).contains('甲') && walk.text().contains(walk.note(27).trim_end()));
    // Nothing changed; left with the text given up; left and gone on.
    check(&mut walk, &[("e<F2>", 27), ("e<Esc>", 27)]);
    check(&mut walk, &[("e乙<Esc><Right><Enter>", 27), (" ", 28)]);
    assert!(!walk.note(27).contains('乙'));
    // Undo is for the list: here nothing is done that the room does not see.
    walk.keys("<C-z>u");
    assert!(walk.note(27).contains('甲'));
    walk.keys("<Esc><C-z>");
    assert!(!walk.note(27).contains('甲'));
    assert_eq!(walk.number(), 27, "undo shows what it takes back");
}

#[test]
fn figures_that_a_note_says_are_taken_on_the_way() {
    let mut walk = presenting();
    walk.keys("<F2><C-a>上半年，48条背街小巷已开工，30条已完工。<F2>");
    assert!(matches!(walk.app.mode(), Mode::Propose(_)));
    let screen = walk.screen();
    assert!(screen.starts_with(" 第26项 / 共44项"), "{screen}");
    walk.keys("<Esc>");
    assert!(is_presented(&mut walk, 26));
}

#[test]
fn an_item_stays_on_the_agenda_until_the_end() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("/背街小巷<Enter>");
    let shown = walk.shown();
    let first = shown[0];
    walk.keys("<F5><F2><C-a>无。<F2>");
    assert!(is_presented(&mut walk, first));
    let text = walk.text().replacen("背街小巷", "里弄", 1);
    std::fs::write(walk.path(), text).unwrap();
    walk.notice_change();
    assert_eq!(walk.shown().len(), shown.len());
    walk.keys("<Esc>");
    assert!(matches!(walk.app.mode(), Mode::Browse));
    assert_eq!(walk.shown(), shown, "what was just saved stays in sight");
    walk.keys("<Esc>/背街小巷<Enter>");
    assert_ne!(walk.shown(), shown, "until somebody searches anew");
}

#[test]
fn an_item_that_somebody_takes_away_is_passed_over() {
    let mut walk = presenting();
    let text = walk.text();
    let from = text
        .find("[[item]]\nid = 26\n")
        .or(text.find("[[item]]\nid       = 26\n"));
    let from = from.unwrap();
    let to = from + 8 + text[from + 8..].find("[[item]]").unwrap();
    std::fs::write(walk.path(), format!("{}{}", &text[..from], &text[to..])).unwrap();
    walk.notice_change();
    assert_eq!((walk.number(), walk.shown().len()), (27, 43));
    walk.keys("<PgUp>");
    assert_eq!(walk.number(), 25);
    walk.keys("<Esc>");
    assert_eq!(walk.shown().len(), 43);
}

#[test]
fn time_is_told_of_what_is_over() {
    let mut walk = presenting();
    assert!(!walk.screen().contains('秒'), "nothing is over yet");
    let mut after = |seconds: u64, keys: &str| {
        walk.elapsed_millis += seconds * 1_000;
        walk.keys(keys);
        walk.screen().lines().rev().nth(1).unwrap().to_owned()
    };
    assert!(after(65, " ").ends_with("第26项用时1分05秒"));
    let foot = after(30, "<PgUp>");
    assert!(
        foot.contains("本项此前1分05秒  第27项用时0分30秒  共1分35秒"),
        "{foot}"
    );
    after(10, "b");
    // What is done in between is about the item on screen.
    assert!(after(10, "b").contains("共1分35秒"));
    after(10, "<F2>");
    after(20, "<Esc>");
    assert!(after(5, " ").contains("第26项用时2分00秒  共2分30秒"));
    let foot = after(60, "<Esc>");
    assert!(foot.contains("演示结束：2项，共3分30秒"), "{foot}");
}

#[test]
fn a_long_note_scrolls_and_the_next_item_is_read_from_its_top() {
    let mut walk = Walk::shipped(60, 24);
    walk.keys("25<Enter><F5>");
    let first = walk.screen();
    assert!(first.contains('▾'), "{first}");
    walk.keys("<Down>");
    let scrolled = walk.screen();
    let promise = first.lines().nth(3).unwrap();
    assert_ne!(scrolled, first);
    assert_eq!(scrolled.lines().nth(3), Some(promise), "the promise stays");
    walk.keys(&"<Down>".repeat(99));
    let end = walk.screen();
    assert!(!end.contains('▾'), "{end}");
    let note = walk.note(25);
    let last: String = note.trim_end().chars().rev().take(4).collect();
    let last: String = last.chars().rev().collect();
    assert!(end.contains(&last), "{last} in {end}");
    walk.keys("<Up>");
    assert!(walk.screen().contains("▾1 "), "no more than there is");
    walk.keys(" <PgUp>");
    assert_eq!(walk.screen().lines().nth(9), first.lines().nth(9));
}

#[test]
fn the_help_knows_the_keys_and_leads_back() {
    let mut walk = presenting();
    walk.keys("<F1>");
    let screen = walk.screen();
    assert!(screen.contains(" 演示 ──") && screen.contains("PgDn  Space"));
    assert!(screen.contains("退出演示，停在本项"), "{screen}");
    walk.keys("<Esc>");
    assert!(is_presented(&mut walk, 26));
}

#[test]
fn a_missing_figure_is_no_zero() {
    let text = "schema = 1\n[ledger]\ntitle = '台账'\nas_of = 2025-06-30\nyear = 2025\n[[item]]\n\
        id = 1\ntitle = '甲'\nprogress = '正在推进'\n[[item.indicator]]\nname = '乙'\nkind = 'amount'\n\
        target = 5\nunit = '个'\n[[item]]\nid = 2\ntitle = '丙'\nprogress = '下降'\nproblem = '资金不足'\n\
        lead = '市财政局'\n[[item.indicator]]\nname = '丁'\nkind = 'rate'\ntarget = 5\nactual = -1.5\nunit = '%'\n";
    let mut walk = Walk::of(text, 80, 30);
    walk.look.glyphs = Glyphs::Ascii;
    walk.keys("<F5>");
    let screen = walk.screen();
    assert!(
        screen.contains("无 无法判定") && !screen.contains("#  #"),
        "{screen}"
    );
    walk.keys(" ");
    let screen = walk.screen();
    // Minus one and a half percent: a rate is told as it is, not as a share.
    assert!(
        screen.contains("######    ##        ######    ##"),
        "{screen}"
    );
    assert!(screen.contains("资金不足") && screen.contains("市财政局"));
    walk.look = ENGLISH;
    assert!(
        walk.screen().starts_with(" Item 2, 2 in all"),
        "{}",
        walk.screen()
    );
}

#[test]
fn what_is_saved_on_the_way_leaves_the_list_narrowed_and_sorted() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("<F7>manyu<Enter><Esc><F8><Down><Enter>");
    let before = walk.shown();
    assert!(before.len() > 3 && before.len() < 44);
    walk.keys("<F5><PgDn><F2>另报。<F2>");
    assert!(walk.screen().contains("已保存"), "{}", walk.screen());
    walk.keys("<Esc>");
    assert_eq!((walk.number(), walk.shown()), (before[0], before));
}
