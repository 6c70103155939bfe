//! An item is followed by its number and its title together. Whatever is open or pending here while another program
//! renumbers the ledger goes to the same promise, or is refused with both shown; never to another one.

mod drafts;

use std::fs;

use taizhang::app::Mode;
use taizhang::ledger::{ItemId, NotSaved, Unresolved};
use taizhang::store::Document;

#[cfg(unix)]
use rustix::process::Signal;

#[cfg(unix)]
use crate::interruptions::{signal, wait_for_draft};
use crate::pseudo_terminal::Window;
use crate::support::Walk;
use crate::support::others::{
    exchange_numbers, insert_on_top, remove_first, replaced, reverse, without,
};

/// Something that is pending: what was done before, and the keys that write it.
const PENDING: &[(&str, &str)] = &[
    // The note, also appended to, and from another editor.
    ("26<Enter><F2>甲", "<F2>"),
    ("26<Enter>a甲", "<F2>"),
    ("26<Enter>E", "<F2>"),
    ("26<Enter><F2>甲<Esc>", "<Enter>"),
    // The form: a text, a figure, a verdict of one's own.
    ("26<Enter><F12>缺料", "<F2>"),
    ("26<Enter><F12><Tab><Tab><Tab><Tab><Tab><C-a>30", "<F2>"),
    (
        "26<Enter><F12><Tab><Tab><Tab><Right><Tab>督查组认定",
        "<F2>",
    ),
    // Orders: a new one, one in the list that is done or rewritten.
    ("26<Enter><C-o>限期完成", "<F2>"),
    ("26<Enter><C-o>限期完成<F2><C-g>", "<Insert>"),
    ("26<Enter><C-o>限期完成<F2><C-g><F2>！", "<F2>"),
    // A figure that is offered.
    ("26<Enter><F2><C-End>7月25日：累计完工25条。<F2>", "<Enter>"),
    // What was saved is taken back, and made again.
    ("26<Enter><F2>甲<F2>", "<C-z>"),
    ("26<Enter><F2>甲<F2><C-z>", "<C-y>"),
    ("26<Enter><C-o>限期完成<F2>", "<C-z>"),
    ("26<Enter><F12>缺料<F2>2<Enter>", "<C-z>"),
    // In the presentation, and among the hits of a search.
    ("26<Enter><F5><F2>甲", "<F2>"),
    ("26<Enter><F5><C-o>限期完成", "<F2>"),
    ("/背街小巷<Enter><F2>甲", "<F2>"),
];

type Change = fn(&str) -> String;

/// What others do, and the number of item 26 afterwards.
const OTHERS: &[(Change, u64)] = &[
    (insert_on_top, 27),
    (remove_first, 25),
    (reverse, 26),
    (exchange_numbers, 27),
];

/// The items of a ledger file, whatever their order.
fn items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = text
        .split("[[item]]\n")
        .map(|it| it.trim().to_owned())
        .collect();
    items.sort();
    items
}

/// What is on screen, and then after each of a few keys that change nothing.
fn seen(walk: &mut Walk) -> String {
    let mut seen = walk.screen();
    for _ in 0..3 {
        seen += &walk.keys("<C-l>").screen();
    }
    seen
}

#[test]
fn whatever_is_pending_goes_to_the_same_promise() {
    for (pending, write) in PENDING {
        let mut alone = Walk::shipped(100, 30);
        alone.keys(pending).keys(write);
        for (others, number) in OTHERS {
            for is_noticed in [true, false] {
                let about = format!("{pending} {write}, now {number}, noticed: {is_noticed}");
                let mut walk = Walk::shipped(100, 30);
                walk.keys(pending);
                assert_ne!(walk.text(), alone.text(), "{about}: nothing is pending");
                fs::write(walk.path(), others(&walk.text())).unwrap();
                let mut told = String::new();
                if is_noticed {
                    told += &walk.notice_change().screen();
                }
                walk.keys(write);
                // A figure that was offered for the note that is not there any more, say.
                assert_eq!(
                    items(&walk.text()),
                    items(&others(&alone.text())),
                    "{about}\n{}",
                    walk.screen()
                );
                told += &seen(&mut walk);
                let is_told = told.contains(&format!("第26项现在是第{number}项"))
                    || told.contains(&format!("已撤销第{number}项"));
                assert!(is_told || *number == 26, "{about}\n{told}");
                Document::open(&walk.path()).unwrap();
            }
        }
    }
}

#[test]
fn whatever_is_pending_for_an_item_that_is_gone_is_refused() {
    for (pending, write) in PENDING {
        for others in [without, replaced] {
            for is_noticed in [true, false] {
                let about = format!("{pending} {write}, noticed: {is_noticed}");
                let mut walk = Walk::shipped(100, 30);
                walk.keys(pending);
                let text = others(&walk.text(), 26);
                fs::write(walk.path(), &text).unwrap();
                if is_noticed {
                    walk.notice_change();
                }
                walk.keys(write).keys(write);
                assert_eq!(walk.text(), text, "{about}\n{}", walk.screen());
            }
        }
    }
}

#[test]
fn another_item_under_the_number_is_shown_beside_what_was_meant() {
    for open in ["<F2>甲", "<F12>缺料", "<C-o>限期完成"] {
        let mut walk = Walk::shipped(100, 30);
        walk.keys("26<Enter>").keys(open);
        let text = replaced(&walk.text(), 26);
        fs::write(walk.path(), &text).unwrap();
        walk.notice_change();
        let screen = walk.screen();
        assert!(screen.contains("第26项现在是另一件事"), "{screen}");
        walk.keys("<F2>");
        let screen = walk.screen();
        for shown in [
            "实施50条背街小巷综合整治",
            "别的事项，另起炉灶",
            "[ 继续编辑 ]",
        ] {
            assert!(screen.contains(shown), "{open}: no {shown} in\n{screen}");
        }
        walk.keys("<Enter>");
        assert_eq!(walk.text(), text, "Enter alone confirms nothing");
        assert!(
            walk.app.mode().editor().is_some(),
            "and the text is still there"
        );
        walk.keys("<F2><Right><Enter>");
        if matches!(walk.app.mode(), Mode::Merge(_)) {
            // The notes of the two are two texts.
            walk.keys("<Right><Enter>");
        }
        let after = walk.text();
        let item = after
            .split("[[item]]\n")
            .find(|it| it.starts_with("id = 26\n"));
        let item = item.unwrap();
        assert!(item.contains("别的事项"), "{item}");
        let written = ["甲", "缺料", "限期完成"];
        assert!(
            written.iter().any(|it| item.contains(it)),
            "{open}: it was confirmed\n{}",
            walk.screen()
        );
    }
}

#[test]
fn yet_another_item_under_the_number_is_shown_again() {
    let mut walk = Walk::shipped(100, 30);
    walk.keys("26<Enter><F2>甲");
    let text = replaced(&walk.text(), 26);
    fs::write(walk.path(), &text).unwrap();
    walk.keys("<F2>");
    assert!(walk.screen().contains("别的事项"), "{}", walk.screen());
    let text = text.replace("别的事项，另起炉灶", "第三件事，再起炉灶");
    fs::write(walk.path(), &text).unwrap();
    walk.keys("<Right>").notice_change();
    assert!(walk.screen().contains("第三件事"), "{}", walk.screen());
    walk.keys("<Enter>");
    assert_eq!(walk.text(), text);
    assert!(
        matches!(walk.app.mode(), Mode::Edit(_)),
        "{}",
        walk.screen()
    );
}

#[test]
fn a_corrected_title_is_the_same_promise() {
    let mut walk = Walk::shipped(100, 30);
    walk.keys("26<Enter><F12>缺料");
    let corrected = |text: &str| text.replace("实施50条背街小巷", "实施50条以上背街小巷");
    fs::write(walk.path(), corrected(&walk.text())).unwrap();
    walk.keys("<F2>");
    assert!(walk.screen().contains("第26项已保存"), "{}", walk.screen());
    assert!(walk.text().contains("problem = \"缺料\""));
    walk.keys("<C-z>");
    assert!(!walk.text().contains("缺料") && walk.text().contains("50条以上背街小巷"));
}

/// Two pairs of items with one title: one pair with notes, one without.
const NAMESAKES: &str = "schema = 1\n[ledger]\ntitle = \"甲\"\n
[[item]]\nid = 1\ntitle = \"修道路。\"\nprogress = \"甲路。\"\n
[[item]]\nid = 2\ntitle = \"修道路。\"\nprogress = \"乙路。\"\n
[[item]]\nid = 3\ntitle = \"建医院。\"\nprogress = \"\"\n
[[item]]\nid = 4\ntitle = \"建医院。\"\nprogress = \"\"\n";

#[test]
fn an_order_goes_to_no_namesake() {
    for number in [1, 2, 3, 4] {
        let mut walk = Walk::of(NAMESAKES, 100, 30);
        walk.keys(&format!("{number}<Enter><C-o>限期完成"));
        let text = insert_on_top(NAMESAKES);
        fs::write(walk.path(), &text).unwrap();
        walk.keys("<F2>");
        if number < 3 {
            let orders: Vec<usize> = walk
                .app
                .ledger()
                .items
                .iter()
                .map(|it| it.orders.len())
                .collect();
            let mut expected = vec![0; 5];
            expected[number] = 1;
            assert_eq!(
                orders,
                expected,
                "told apart by their notes\n{}",
                walk.screen()
            );
        } else {
            assert_eq!(walk.text(), text, "nobody can tell which one was meant");
            let screen = walk.screen();
            assert!(
                screen.contains("分不清第") && screen.contains("第4项、第5项"),
                "{screen}"
            );
        }
    }
}

#[test]
fn stars_the_cursor_and_the_agenda_go_with_their_items() {
    let mut walk = Walk::shipped(100, 30);
    walk.keys("26<Enter>*");
    fs::write(walk.path(), insert_on_top(&walk.text())).unwrap();
    walk.notice_change();
    assert_eq!(walk.number(), 27, "the cursor is on the same promise");
    assert!(walk.app.is_starred(&ItemId::Number(27)));
    assert!(!walk.app.is_starred(&ItemId::Number(26)));
    let before = walk.text();
    fs::write(walk.path(), without(&before, 27)).unwrap();
    walk.notice_change();
    assert!(!walk.app.is_starred(&ItemId::Number(27)));
    fs::write(walk.path(), before).unwrap();
    walk.notice_change();
    assert!(walk.app.is_starred(&ItemId::Number(27)), "it came back");

    let mut walk = Walk::shipped(100, 30);
    walk.keys("/海洋<Enter>");
    let agenda = walk.shown();
    walk.keys("<F5><PgDn>");
    fs::write(walk.path(), insert_on_top(&walk.text())).unwrap();
    walk.notice_change();
    let later: Vec<u64> = agenda.iter().map(|number| number + 1).collect();
    assert_eq!(
        walk.shown(),
        later,
        "the meeting goes through the same promises"
    );
    assert_eq!(walk.number(), later[1]);
    walk.keys("<Esc>");
    assert_eq!(walk.number(), later[0], "and back to where it was begun");
}

#[test]
fn menus_and_lists_in_front_stay_with_their_items() {
    // The copy menu.
    let mut walk = Walk::shipped(100, 30);
    walk.keys("26<Enter>y");
    fs::write(walk.path(), insert_on_top(&walk.text())).unwrap();
    walk.notice_change().keys("t");
    let copied = format!("{:?}", walk.copied);
    assert!(copied.contains("Number(27)"), "{copied}");
    // The search bar goes back to where one came from.
    let mut walk = Walk::shipped(100, 30);
    walk.keys("26<Enter>/海洋");
    fs::write(walk.path(), insert_on_top(&walk.text())).unwrap();
    walk.notice_change().keys("<Esc>");
    assert_eq!(walk.number(), 27);
    // Findings and the summary lead to the item under the cursor; the audit of the new version is still to come.
    for keys in ["c<Down><Down>", "s<Down><Down>"] {
        let mut alone = Walk::shipped(100, 30);
        alone.keys(keys).keys("<Enter>");
        let mut walk = Walk::shipped(100, 30);
        walk.keys(keys);
        walk.held = Some(std::collections::VecDeque::new());
        fs::write(walk.path(), insert_on_top(&walk.text())).unwrap();
        walk.notice_change();
        let reloaded = walk.held.as_mut().unwrap().pop_front().unwrap();
        walk.tell(reloaded).keys("<Enter>");
        assert_eq!(walk.number(), alone.number() + 1, "{keys}");
    }
}

#[test]
fn an_order_that_moved_within_its_item_is_rewritten_where_it_is() {
    let file = NAMESAKES.replacen(
        "甲路。\"\n",
        "甲路。\"\n[[item.order]]\ntext = \"限期完成\"\n",
        1,
    );
    for (open, write, expected) in [
        ("<C-g>", "<Insert>", "text = \"限期完成\"\ndone = true\n"),
        ("<C-g><F2>！", "<F2>", "text = \"限期完成！\"\n"),
    ] {
        let mut walk = Walk::of(&file, 100, 30);
        walk.keys(open);
        let theirs = file.replacen(
            "[[item.order]]",
            "[[item.order]]\ntext = \"别的\"\n[[item.order]]",
            1,
        );
        fs::write(walk.path(), &theirs).unwrap();
        walk.notice_change().keys(write);
        let after = theirs.replacen("text = \"限期完成\"\n", expected, 1);
        assert_eq!(walk.text(), after, "{}", walk.screen());
    }
}

const TITLE: &str = "实施50条背街小巷综合整治。";

#[test]
fn a_document_saves_to_the_promise_and_not_to_the_number() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    let text = fs::read_to_string(crate::support::shipped()).unwrap();
    let edit = |document: &Document| {
        let ledger = document.ledger();
        let item = ledger.item_ref_of(&ItemId::Number(26)).unwrap();
        let before = ledger.items[25].progress.clone();
        taizhang::ledger::Edit::of_note(item, before, "新的进展。")
    };
    for (others, number) in OTHERS {
        fs::write(&path, &text).unwrap();
        let mut document = Document::open(&path).unwrap();
        let edit = edit(&document);
        fs::write(&path, others(&text)).unwrap();
        document.save(&edit).unwrap();
        let ledger = document.ledger();
        let position = ledger.position(&ItemId::Number(*number)).unwrap();
        assert_eq!(ledger.items[position].title, TITLE);
        assert_eq!(ledger.items[position].progress, "新的进展。");
    }
    fs::write(&path, &text).unwrap();
    let mut document = Document::open(&path).unwrap();
    let edit = edit(&document);
    fs::write(&path, replaced(&text, 26)).unwrap();
    let refused = document.save(&edit);
    let is_shown =
        |why: &Unresolved| matches!(why, Unresolved::Replaced(now) if now.title.contains("别的"));
    assert!(
        matches!(&refused, Err(NotSaved::Unresolved { wanted, why }) if wanted.title == TITLE && is_shown(why)),
        "{refused:?}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), replaced(&text, 26));
}

#[test]
fn what_others_added_and_removed_is_told_as_that() {
    let mut walk = Walk::shipped(100, 30);
    let text = walk.text();
    let mut told = |new: &str| {
        fs::write(walk.path(), new).unwrap();
        let told = walk.notice_change().screen();
        walk.keys("<Right>");
        told
    };
    let new = "\n[[item]]\nid = 45\ntitle = \"新事项。\"\nprogress = \"\"\n";
    let screen = told(&format!("{text}{new}"));
    assert!(
        screen.contains("别人新增了第45项") && !screen.contains("被别人更新"),
        "{screen}"
    );
    let screen = told(&text);
    assert!(
        screen.contains("别人删去了第45项") && !screen.contains("被别人更新"),
        "{screen}"
    );
    let screen = told(&text.replace("爆发式增长", "稳步增长"));
    assert!(screen.contains("第34项已被别人更新"), "{screen}");
    let screen = told(&insert_on_top(&text.replace("爆发式增长", "平稳增长")));
    for part in ["第35项已被别人更新", "别人新增了第1项", "44项的编号变了"] {
        assert!(screen.contains(part), "no {part} in\n{screen}");
    }
}

#[test]
fn two_changes_by_others_are_both_told() {
    let mut walk = Walk::shipped(100, 30);
    let text = walk.text();
    let first = text.replace("爆发式增长", "稳步增长");
    fs::write(walk.path(), &first).unwrap();
    walk.notice_change();
    fs::write(walk.path(), first.replace("海运航线12条", "海运航线13条")).unwrap();
    walk.notice_change();
    assert!(
        walk.screen().contains("第34项等2项已被别人更新"),
        "{}",
        walk.screen()
    );
}

/// Saves items 1 and 2, then somebody else changes item 2.
fn stuck() -> Walk {
    let mut walk = Walk::shipped(100, 30);
    walk.keys("1<Enter><F2>甲<F2>2<Enter><F2>乙<F2>");
    let theirs = walk.text().replacen("乙\"", "丙\"", 1);
    assert_ne!(theirs, walk.text());
    fs::write(walk.path(), theirs).unwrap();
    walk
}

#[test]
fn an_edit_that_cannot_be_taken_back_blocks_no_other() {
    for is_noticed in [true, false] {
        let mut walk = stuck();
        if is_noticed {
            walk.notice_change();
        }
        walk.keys("<C-z>");
        let screen = walk.screen();
        assert!(
            screen.contains("第2项已被别人改过") && screen.contains("撤不回"),
            "{screen}"
        );
        assert!(
            walk.note(1).ends_with('甲'),
            "nothing else is taken back unasked"
        );
        walk.keys("<C-z>");
        assert!(!walk.note(1).ends_with('甲'), "{}", walk.screen());
        assert!(walk.note(2).ends_with('丙'));
        walk.keys("<C-z>");
        let screen = walk.screen();
        assert!(
            screen.contains("没有可撤销的了") && screen.contains("第2项"),
            "{screen}"
        );
        walk.keys("<C-y>");
        assert!(walk.note(1).ends_with('甲') && walk.note(2).ends_with('丙'));
        // The file is as it was: now it can be taken back.
        fs::write(walk.path(), walk.text().replacen("丙\"", "乙\"", 1)).unwrap();
        walk.notice_change().keys("<C-z>");
        assert!(!walk.note(2).ends_with('乙'), "{}", walk.screen());
        walk.keys("<C-z>");
        assert!(!walk.note(1).ends_with('甲'));
        let shipped = fs::read_to_string(crate::support::shipped()).unwrap();
        assert_eq!(walk.text(), shipped, "to the byte");
    }
}

/// Another program puts an item in on top of the ledger that is open in a window.
fn insert_under(window: &Window) {
    let path = window.folder.path().join("ledger.toml");
    let text = fs::read_to_string(&path).unwrap();
    let beside = window.folder.path().join("new.toml");
    fs::write(&beside, insert_on_top(&text)).unwrap();
    fs::rename(&beside, &path).unwrap();
}

fn item_of_file(window: &Window, number: u64) -> String {
    let text = fs::read_to_string(window.folder.path().join("ledger.toml")).unwrap();
    let first = format!("id = {number}\n");
    let item = text
        .split("[[item]]\n")
        .find(|item| item.starts_with(&first));
    item.unwrap().to_owned()
}

#[test]
fn the_program_saves_note_and_form_to_the_same_promise() {
    for (open, opened, typed, written) in [
        ("\u{1B}OQ", "编辑进展", "甲乙", "已完工。甲乙\""),
        ("\u{1B}[24~", "存在问题", "缺料", "problem = \"缺料\""),
    ] {
        let mut window = Window::open(100, 30);
        window.wait_for("1/44");
        window.type_in("26\r");
        window.wait_for("26/44");
        window.type_in(open);
        window.wait_for(opened);
        window.type_in(typed);
        window.wait_for("[未保存]");
        insert_under(&window);
        window.wait_for("第26项现在是第27项");
        window.type_in("\u{13}");
        window.wait_for("第27项已保存");
        let item = item_of_file(&window, 27);
        assert!(item.contains(TITLE) && item.contains(written), "{item}");
        assert!(!item_of_file(&window, 26).contains(typed));
        window.type_in("\u{1B}[21~");
        assert_eq!(window.wait_for_end(), 0);
    }
}

#[test]
#[cfg(unix)]
fn a_draft_of_a_killed_program_is_offered_for_the_same_promise() {
    let mut window = Window::open(80, 24);
    window.wait_for("1/44");
    window.type_in("26\r");
    window.wait_for("26/44");
    window.type_in("\u{1B}OQ");
    window.wait_for("编辑进展");
    window.type_in("没存的字");
    wait_for_draft(&window, &["没存的字"]);
    signal(&window, Signal::KILL);
    assert_ne!(window.wait_for_end(), 0);
    insert_under(&window);
    let mut window = window.open_again();
    window.wait_for("第27项还有没保存的文字");
    window.type_in("\r");
    window.wait_for("[未保存]");
    window.type_in("\u{13}");
    window.wait_for("第27项已保存");
    let item = item_of_file(&window, 27);
    assert!(item.contains(TITLE) && item.contains("没存的字"), "{item}");
    window.type_in("\u{1B}[21~");
    assert_eq!(window.wait_for_end(), 0);
}
