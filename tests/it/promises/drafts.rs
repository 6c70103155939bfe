//! Drafts are offered for the promise that they were written for.

use std::fs;

use taizhang::ledger::{Draft, ItemId, ItemKey, ItemRef, Slot, Unsaved};
use taizhang::store::{Drafts, Origin};

use super::TITLE;
use crate::support::Walk;
use crate::support::others::{insert_on_top, replaced};

fn draft(title: &str) -> Draft {
    let field = Unsaved {
        slot: Slot::Progress,
        base: "上半年，46条背街小巷已开工，21条已完工。".into(),
        text: "上半年，46条背街小巷已开工，30条已完工。".into(),
    };
    let id = ItemId::Number(26);
    let title = title.into();
    Draft {
        item: ItemRef::of_key(&ItemKey { id, title }),
        fields: vec![field],
    }
}

#[test]
fn a_draft_is_offered_for_the_promise_that_it_was_written_for() {
    let text = fs::read_to_string(crate::support::shipped()).unwrap();
    let mut walk = Walk::of(&insert_on_top(&text), 100, 30);
    walk.app.offer(&draft(TITLE));
    let screen = walk.screen();
    assert!(screen.contains("第27项还有没保存的文字"), "{screen}");
    assert!(screen.contains("第26项现在是第27项"), "{screen}");
    walk.keys("<Enter><F2>");
    assert!(walk.note(27).contains("30条已完工"), "{}", walk.screen());

    let replaced = replaced(&text, 26);
    let mut walk = Walk::of(&replaced, 100, 30);
    walk.app.offer(&draft(TITLE));
    let screen: String = walk.screen().split_whitespace().collect();
    for shown in ["实施50条背街小巷综合整治", "别的事项"] {
        assert!(screen.contains(shown), "no {shown} in\n{screen}");
    }
    walk.keys("<Enter><F2><Enter><F2><Enter>");
    assert_eq!(walk.text(), replaced, "nothing is written without a word");
    assert!(
        walk.screen().contains("30条已完工"),
        "and the text is there"
    );
    assert_eq!(walk.app.draft(), Some(draft(TITLE)), "kept as what it was");
}

#[test]
fn a_draft_without_a_title_is_shown_beside_what_has_its_number() {
    let mut walk = Walk::shipped(100, 30);
    let text = walk.text();
    walk.app.offer(&draft(""));
    assert!(walk.screen().contains("请核对"), "{}", walk.screen());
    walk.keys("<Enter><F2>");
    assert_eq!(walk.text(), text);
    let screen = walk.screen();
    assert!(screen.contains("是同一件事，存到这里"), "{screen}");
    walk.keys("<Right><Enter>");
    assert!(walk.note(26).contains("30条已完工"), "{}", walk.screen());
}

#[test]
fn drafts_of_older_programs_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("l.toml");
    let state = folder.path().join("state");
    let items = Walk::shipped(80, 24).app.ledger().clone();
    let open = || Drafts::open(&state, Origin::of(&ledger, "甲"), &items, 1 << 16).unwrap();
    let mut drafts = open();
    drafts.keep(&draft(TITLE)).unwrap();
    drop(drafts);
    let offered = |text: &dyn Fn(&str) -> String| {
        let files = fs::read_dir(state.join("drafts")).unwrap().flatten();
        let mut files = files.map(|it| it.path());
        let file = files.find(|it| it.extension().is_some_and(|end| end == "toml"));
        let file = file.unwrap();
        let kept = fs::read_to_string(&file).unwrap();
        fs::write(&file, text(&kept)).unwrap();
        open().offered().map(|offered| offered.draft.clone())
    };
    assert_eq!(offered(&str::to_owned), Some(draft(TITLE)));
    let line = format!("title = \"{TITLE}\"\n");
    let older = offered(&|kept| {
        assert!(kept.contains(&line), "{kept}");
        kept.replace(&line, "")
    });
    assert_eq!(older, Some(draft("")));
}
