//! Somebody types the number of an item and hesitates: where it leads is told, once.

use taizhang::text::cols_of;

use crate::support::{ENGLISH, Walk};

#[test]
fn only_after_a_pause_and_only_for_what_is_typed() {
    let mut walk = Walk::shipped(120, 36);
    assert!(!walk.app.awaits_pause(), "nothing is typed");
    walk.keys("2");
    let at_once = walk.screen();
    assert!(at_once.contains("跳到第2项：Enter") && !at_once.contains("另有"));
    assert!(walk.app.awaits_pause());
    let screen = walk.pause().screen();
    let title = walk.app.ledger().items[1].title.clone();
    let beginning: String = title.chars().take(8).collect();
    assert!(
        screen.contains(&format!("跳到第2项：Enter  {beginning}")),
        "{screen}"
    );
    assert!(screen.contains("另有 20 21 22"), "{screen}");
    assert!(!walk.app.awaits_pause(), "it is said once");
    let screen = walk.keys("6").screen();
    assert!(screen.contains("跳到第26项：Enter") && !screen.contains("另有"));
    let screen = walk.pause().screen();
    assert!(
        !screen.contains("另有"),
        "no other number begins so: {screen}"
    );
    assert_eq!(walk.keys("<Enter>").number(), 26);
    walk.pause();
    assert!(!walk.app.awaits_pause() && walk.app.going().is_none());
}

#[test]
fn a_number_that_is_none_is_told_before_enter() {
    let mut walk = Walk::shipped(120, 36);
    let screen = walk.keys("99").pause().screen();
    assert!(screen.contains("没有第99项"), "{screen}");
    walk.look = ENGLISH;
    let screen = walk.keys("<Esc>4").pause().screen();
    assert!(screen.contains("also 40 41 42 43 44"), "{screen}");
}

#[test]
fn numbers_with_parts_say_which_is_meant() {
    let item = |id: &str| format!("[[item]]\nid = '{id}'\ntitle = '事{id}'\nprogress = ''\n");
    let items = ["3-1", "3-2", "30", "03"].map(item).concat();
    let text = format!("schema = 1\n[ledger]\ntitle = '台账'\n{items}");
    let mut walk = Walk::of(&text, 120, 36);
    let screen = walk.keys("3-").pause().screen();
    assert!(screen.contains("另有 3-1 3-2"), "{screen}");
    let screen = walk.keys("<BS>").pause().screen();
    assert!(
        screen.contains("Enter  事03") || screen.contains("Enter  03 事03"),
        "{screen}"
    );
    assert!(screen.contains("3-1 3-2 30"), "{screen}");
}

#[test]
fn a_presentation_stays_on_its_agenda() {
    let mut walk = Walk::shipped(120, 36);
    let screen = walk.keys("<F5>1").pause().screen();
    assert!(screen.contains("另有 10 11"), "{screen}");
    let mut walk = Walk::shipped(120, 36);
    walk.keys("/地铁<Enter><F5>44").pause();
    let going = walk.app.going().unwrap();
    assert!(going.item.is_none() && going.others.is_empty());
}

#[test]
fn every_width_holds_it() {
    for keys in ["2", "26", "99", "<F5>1"] {
        let mut walk = Walk::shipped(120, 36);
        walk.keys(keys).pause();
        for cols in 1..=130 {
            walk.resize(cols, 24);
            assert!(walk.app.going().is_some(), "a new size is no new number");
            for row in walk.screen().lines() {
                assert!(cols_of(row) <= usize::from(cols), "{row}");
            }
        }
    }
}
