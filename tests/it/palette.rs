//! The palette: found by name, done as by its key, and out again to where one was.

use taizhang::app::{Action, Effect, Mode, Msg, Reloaded};
use taizhang::keys::{self, Context};

use crate::filtering::varied;
use crate::support::Walk;

fn offered(walk: &Walk) -> Vec<Action> {
    let Mode::Palette(palette) = walk.app.mode() else {
        panic!("no palette");
    };
    let entries = palette.menu.left();
    entries.filter_map(|entry| entry.what.action()).collect()
}

#[test]
fn it_is_found_by_chinese_by_sound_and_by_either_language() {
    for typed in ["筛选", "shaixuan", "sx", "filter", "Ｆilter", "F7"] {
        let mut walk = varied(80, 24);
        walk.keys("：").keys(typed);
        assert_eq!(offered(&walk)[0], Action::Filter, "{typed}");
        walk.keys("<Enter>");
        assert!(matches!(walk.app.mode(), Mode::Menu(_)), "{typed}");
    }
    let mut walk = varied(80, 24);
    walk.keys("<F9>没有这样的");
    assert_eq!(offered(&walk), []);
    assert!(walk.screen().contains("没有这样的选项"));
    walk.keys("<Enter>");
    assert!(
        matches!(walk.app.mode(), Mode::Palette(_)),
        "nothing is chosen"
    );
    walk.keys("<C-u>append a<Enter>");
    assert!(walk.screen().contains("7月25日："), "a blank is text");
}

#[test]
fn the_keys_stand_at_the_right() {
    let mut walk = varied(80, 24);
    let screen = walk.keys("<F9>编辑进展").screen();
    let row = screen.lines().find(|row| row.contains("› 编辑进展"));
    assert!(row.is_some_and(|row| row.contains("  F2 e │")), "{screen}");
}

#[test]
fn what_was_used_last_leads() {
    let mut walk = varied(80, 24);
    walk.keys("<F9>标星<Enter>");
    assert!(walk.screen().contains("已标星"));
    walk.keys("<F9>下一个慢<Enter><F9>");
    assert_eq!(offered(&walk)[..2], [Action::NextLate, Action::Star]);
    walk.keys("<Enter><F9>");
    assert_eq!(offered(&walk)[..2], [Action::NextLate, Action::Star]);
    walk.keys("<Esc><F4><F9>");
    assert!(
        !offered(&walk).contains(&Action::Star),
        "not of this screen"
    );
}

#[test]
fn what_only_moves_comes_last() {
    let mut walk = varied(80, 24);
    walk.keys("<F9>");
    let offered = offered(&walk);
    let place = |wanted: Action| offered.iter().position(|action| *action == wanted);
    assert!(place(Action::Up) > place(Action::Quit));
    assert!(place(Action::PageDown) > place(Action::Edit));
}

#[test]
fn esc_leads_back_to_where_one_was() {
    for (keys, context) in [
        ("3<Enter>", Context::Browse),
        ("/床位<Enter>", Context::Browse),
        ("<F4><Down>", Context::Overview),
        ("c<Down>", Context::Findings),
        ("<F5><PgDn>", Context::Present),
        ("<F5>3", Context::Present),
    ] {
        let mut walk = varied(80, 24);
        let before = walk.keys(keys).screen();
        for leave in ["<Esc>", "<F9>", "编辑<Esc>", "<F1><Esc><Esc>"] {
            assert_ne!(walk.keys("<F9>").screen(), before);
            walk.keys(leave);
            assert_eq!(keys::context(walk.app.mode()), context, "{keys} {leave}");
            assert_eq!(walk.screen(), before, "{keys} {leave}");
        }
    }
}

#[test]
fn an_action_that_would_do_nothing_is_quiet_and_no_more() {
    let mut walk = varied(80, 24);
    walk.keys("<F9>");
    let style_of = |walk: &mut Walk, name: &str| {
        let screen = walk.screen();
        let y = screen.lines().position(|row| row.contains(name)).unwrap();
        let y = u16::try_from(y).unwrap();
        let buffer = walk.buffer();
        let first = name.chars().next().unwrap().to_string();
        let x = (0..80).find(|x| buffer[(*x, y)].symbol() == first);
        buffer[(x.unwrap(), y)].style()
    };
    assert!(walk.app.is_idle(Action::Redo) && walk.app.is_idle(Action::NextHit));
    walk.keys("命中<Down>");
    let quiet = style_of(&mut walk, "下一处命中");
    walk.keys("<Esc>/床位<Enter><F9>命中<Down>");
    assert!(!walk.app.is_idle(Action::NextHit));
    assert_ne!(style_of(&mut walk, "下一处命中"), quiet);
}

#[test]
fn the_ledger_may_change_behind_it() {
    let mut walk = varied(80, 24);
    walk.keys("<F4><Down><F9>");
    let text = walk.text();
    let only_one = text.split("[[item]]\nid = 2").next().unwrap();
    std::fs::write(walk.path(), only_one).unwrap();
    walk.notice_change();
    walk.screen();
    walk.keys("打开<Enter>");
    assert_eq!(walk.number(), 1);
    walk.keys("c<F9>");
    std::fs::write(walk.path(), &text).unwrap();
    walk.notice_change();
    // The next key dismisses the word on what was changed.
    let after = walk.keys("<Esc><C-l>").screen();
    assert_eq!(after, walk.keys("<Esc>c").screen(), "looked through anew");
}

#[test]
fn it_waits_for_hits_that_are_still_to_come() {
    let mut walk = varied(80, 24);
    walk.keys("/床位<Enter><F9>");
    let choose = Msg::Do(Action::Choose);
    assert!(!walk.app.waits_for_hits(&choose));
    let again = Reloaded {
        ledger: walk.app.ledger().clone(),
        read_only: None,
    };
    let asked = walk.app.update(Msg::Reloaded {
        outcome: Ok(again),
        is_asked: false,
    });
    assert!(matches!(asked, Some(Effect::Search(_))), "{asked:?}");
    assert!(walk.app.waits_for_hits(&choose));
    assert!(!walk.app.waits_for_hits(&Msg::Do(Action::Down)));
}

#[test]
fn a_blank_screen_stays_a_screen_that_any_key_brings_back() {
    let mut walk = varied(80, 24);
    walk.keys("<F5>b<F9>");
    assert!(matches!(walk.app.mode(), Mode::Present(_)));
    walk.keys("<F9>黑屏<Enter>");
    assert!(walk.screen().contains("按任意键恢复"));
}

#[test]
fn where_something_is_written_it_stays_away() {
    for keys in ["<F2>", "/", "<F7>", "<F12>"] {
        let mut walk = varied(80, 24);
        let before = keys::context(walk.keys(keys).app.mode());
        walk.keys(":");
        assert_eq!(keys::context(walk.app.mode()), before, "{keys}");
    }
}
