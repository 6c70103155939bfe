//! Two people write at the same time.

use std::fs;

use taizhang::ledger::{Change, Edit, Slot};

use crate::support::Walk;

/// The editor is open on item 21, with a character typed at its end.
fn writing() -> Walk {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2>甲");
    walk
}

/// Somebody else saves the file with one text in the place of another.
fn they_write(walk: &Walk, old: &str, new: &str) -> String {
    let theirs = walk.text().replacen(old, new, 1);
    assert_ne!(theirs, walk.text());
    fs::write(walk.path(), &theirs).unwrap();
    theirs
}

#[test]
fn somebody_else_saved_another_note_meanwhile() {
    let mut walk = writing();
    they_write(&walk, "爆发式增长", "稳步增长");
    walk.keys("<F2>");
    assert!(
        walk.note(21).ends_with("甲") && walk.note(34).contains("稳步增长"),
        "both changes are in, without a question"
    );
    assert!(walk.text().contains("稳步增长") && walk.text().contains("12条。甲"));
}

#[test]
fn somebody_else_saved_the_same_note_meanwhile() {
    let mut walk = writing();
    let theirs = they_write(&walk, "海运航线12条", "海运航线13条");
    walk.keys("<F2>");
    let screen = walk.screen();
    for text in ["线12条。 ", "线13条。", "线12条。甲", "[ 回去再看 ]"] {
        assert!(screen.contains(text), "{text} is not in\n{screen}");
    }
    walk.keys("<Esc>").keys("<F2>");
    assert_eq!(walk.text(), theirs, "nothing is written before a choice");
    walk.keys("<Enter>");
    assert!(
        walk.screen().contains("[未保存]"),
        "Enter alone chooses nothing"
    );
    walk.keys("<F2><Right><Enter>");
    assert!(
        walk.note(21).ends_with("12条。甲") && walk.text().contains("12条。甲"),
        "ours was chosen and saved"
    );
    walk.keys("<C-z>");
    assert_eq!(walk.text(), theirs, "and taking it back brings theirs back");
}

#[test]
fn their_text_can_be_taken() {
    let mut walk = writing();
    let theirs = they_write(&walk, "海运航线12条", "海运航线13条");
    walk.keys("<F2><Right><Right><Enter>");
    assert!(walk.note(21).contains("13条") && !walk.note(21).contains('甲'));
    assert_eq!(walk.text(), theirs);
    assert!(walk.screen().contains("按 Ctrl-Z 可取回您写的"));
    walk.keys("<C-z>");
    assert!(
        walk.screen().contains("12条。甲"),
        "one's own text is not gone"
    );
    walk.keys("<C-y><Esc>");
    assert!(
        walk.screen().contains("21/44"),
        "and nothing is left to ask about"
    );
}

#[test]
fn changes_of_different_paragraphs_can_be_put_together() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("7<Enter><F2>甲");
    let note = walk.note(7);
    let first = note.lines().next().unwrap().to_owned();
    they_write(&walk, &first, &format!("乙{first}"));
    walk.keys("<F2><Right>");
    assert!(walk.screen().contains("[ 两边改动合在一起 ]"));
    walk.keys("<Enter>");
    assert_eq!(walk.note(7), format!("乙{note}甲"));
    assert!(walk.text().contains(&format!("乙{first}")));
}

#[test]
fn two_texts_are_not_saved_before_a_person_merged_them() {
    let mut walk = writing();
    let theirs = they_write(&walk, "海运航线12条", "海运航线13条");
    walk.keys("<F2><Left><Enter>");
    let screen = walk.screen();
    assert!(screen.contains("13条") && screen.contains("12条。甲") && screen.contains("删去横线"));
    walk.keys("<F2>");
    assert_eq!(
        walk.text(),
        theirs,
        "the line between the texts is still there"
    );
    walk.keys("<C-a>合并了<F2>");
    assert_eq!(walk.note(21), "合并了");
}

#[test]
fn an_edit_of_an_item_that_is_gone_keeps_its_text() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("44<Enter><F2>甲");
    let text = walk.text();
    let without = &text[..text.find("[[item]]\nid = 44").unwrap()];
    fs::write(walk.path(), without).unwrap();
    walk.keys("<F2><F2>");
    assert!(walk.screen().contains("没有第44项") && walk.screen().contains("甲"));
    assert_eq!(walk.text(), without);
}

#[test]
fn changes_by_others_appear_by_themselves_and_the_place_is_kept() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter>");
    they_write(&walk, "海运航线12条", "海运航线13条");
    walk.notice_change();
    assert_eq!(walk.number(), 21);
    let screen = walk.screen();
    assert!(
        screen.contains("13条") && screen.contains("第21项已被别人更新"),
        "{screen}"
    );
}

#[test]
fn a_text_that_is_being_written_waits_for_the_next_save() {
    let mut walk = writing();
    they_write(&walk, "海运航线12条", "海运航线13条");
    walk.notice_change();
    let screen = walk.screen();
    assert!(
        screen.contains("12条。甲") && screen.contains("保存时会请您选择"),
        "{screen}"
    );
    walk.keys("乙<F2>");
    assert!(walk.screen().contains("别人的（已在文件里）"));
}

#[test]
fn a_text_that_is_only_looked_at_follows() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2>");
    they_write(&walk, "海运航线12条", "海运航线13条");
    walk.notice_change();
    assert!(walk.screen().contains("13条") && walk.screen().contains("[未改动]"));
}

#[test]
fn a_file_that_is_gone_or_broken_never_empties_the_screen() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("21<Enter><F2>甲");
    let text = walk.text();
    let half = text.match_indices("progress = ").nth(20).unwrap().0 + 30;
    let half = (half..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap();
    fs::write(walk.path(), &text[..half]).unwrap();
    walk.notice_change().keys("<F2>");
    let screen = walk.screen();
    assert!(
        screen.contains("没有保存") && screen.contains("甲"),
        "{screen}"
    );
    fs::remove_file(walk.path()).unwrap();
    walk.notice_change().keys("<F2>");
    assert!(walk.screen().contains("文件不见了"));
    assert!(!walk.path().exists(), "and is not made again");
    fs::write(walk.path(), &text).unwrap();
    walk.keys("<F2>");
    assert!(walk.note(21).ends_with('甲') && walk.text().contains("12条。甲"));
}

#[test]
fn two_texts_taken_apart_again_are_still_a_conflict() {
    let mut walk = writing();
    let theirs = they_write(&walk, "海运航线12条", "海运航线13条");
    walk.keys("<F2><Left><Enter>").keys("<C-z>");
    assert!(walk.screen().contains("12条。甲") && !walk.screen().contains("13条"));
    walk.keys("<F2>");
    assert_eq!(walk.text(), theirs, "theirs is not overwritten by an undo");
    assert!(walk.screen().contains("[ 回去再看 ]"));
}

#[test]
fn a_conflict_that_changes_once_more_is_asked_about_once_more() {
    let mut walk = writing();
    they_write(&walk, "海运航线12条", "海运航线13条");
    walk.keys("<F2>");
    let again = they_write(&walk, "海运航线13条", "海运航线14条");
    walk.keys("<Right><Enter>");
    assert_eq!(walk.text(), again);
    let screen = walk.screen();
    assert!(
        screen.contains("14条") && screen.contains("请重新选择"),
        "{screen}"
    );
}

#[test]
fn taking_back_keeps_the_comments_that_somebody_else_wrote_around_it() {
    let note = "progress = \"一\"\n";
    let file =
        format!("schema = 1\n[ledger]\ntitle = '甲'\n[[item]]\nid = 1\ntitle = 'a'\n{note}# 下\n");
    let mut walk = Walk::of(&file, 100, 24);
    let change = Change {
        slot: Slot::Problem,
        before: None,
        after: Some("缺地".into()),
    };
    walk.save(Edit {
        item: walk.app.ledger().item_ref(0).unwrap(),
        changes: vec![change],
        rows: Vec::new(),
    });
    let commented = |text: &str| {
        text.replace(note, &format!("{note}# 他\n"))
            .replace("# 下", "# 他们")
    };
    fs::write(walk.path(), commented(&walk.text())).unwrap();
    walk.keys("u");
    assert_eq!(walk.text(), commented(&file));
}
