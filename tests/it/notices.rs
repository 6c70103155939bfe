//! Two things to tell are both told, in every window.

use std::fs;

use taizhang::app::Msg;
use taizhang::ledger::NotKept;

use crate::support::{ENGLISH, Walk};

const SIZES: [(u16, u16); 6] = [(120, 36), (80, 24), (60, 20), (40, 10), (30, 8), (20, 5)];

/// What is on screen, and then after each of the next keys, without blanks and line ends.
fn seen(walk: &mut Walk) -> String {
    let mut seen = walk.screen();
    for _ in 0..3 {
        seen += &walk.keys("<Right>").screen();
    }
    seen.split_whitespace().collect()
}

#[test]
fn a_version_that_was_not_kept_is_told_beside_the_save() {
    for (cols, rows) in SIZES {
        let mut walk = Walk::shipped(cols, rows);
        walk.keys("21<Enter><F2>甲<F2>");
        walk.tell(Msg::VersionNotKept(NotKept::NoFolder));
        assert!(walk.note(21).ends_with('甲'));
        let seen = seen(&mut walk);
        for told in ["第21项已保存", "旧版本没有留底"] {
            assert!(seen.contains(told), "{cols}x{rows}: {told} in {seen}");
        }
    }
}

#[test]
fn a_draft_that_was_not_kept_is_told_beside_the_save_in_english_too() {
    for (cols, rows) in [(120, 36), (80, 24)] {
        let mut walk = Walk::shipped(cols, rows);
        walk.look = ENGLISH;
        walk.keys("21<Enter><F2>甲<F2>")
            .tell(Msg::DraftNotKept(NotKept::NoFolder));
        let seen = seen(&mut walk);
        for told in ["Item21saved", "Textnotkeptaside"] {
            assert!(seen.contains(told), "{cols}x{rows}: {told} in {seen}");
        }
    }
}

#[test]
fn what_others_changed_is_told_beside_the_save() {
    for (cols, rows) in SIZES {
        let mut walk = Walk::shipped(cols, rows);
        walk.keys("21<Enter><F2>甲");
        let theirs = walk.text().replacen("爆发式增长", "稳步增长", 1);
        fs::write(walk.path(), theirs).unwrap();
        walk.keys("<F2>");
        let seen = seen(&mut walk);
        for told in ["第21项已保存", "第34项已被别人更新"] {
            assert!(seen.contains(told), "{cols}x{rows}: {told} in {seen}");
        }
    }
}

#[test]
fn what_was_read_goes_with_the_next_key() {
    let mut walk = Walk::shipped(120, 36);
    walk.keys("21<Enter><F2>甲<F2>");
    walk.tell(Msg::VersionNotKept(NotKept::NoFolder));
    assert!(walk.screen().contains("旧版本没有留底"));
    walk.keys("<Right>");
    assert!(
        !walk.screen().contains("旧版本没有留底"),
        "{}",
        walk.screen()
    );
}
