//! What users do to find something, key by key.

use crate::support::Walk;

#[test]
fn search_while_typing_and_go_back() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("20<Enter>").keys("地");
    assert!(
        walk.screen().contains("/ 全部   地"),
        "a Chinese character opens the search"
    );
    walk.keys("铁");
    assert_eq!((walk.app.shown().len(), walk.number()), (1, 5));
    assert!(walk.screen().contains("命中 1/1"));
    walk.keys("<BS><BS>");
    assert_eq!(
        (walk.app.shown().len(), walk.number()),
        (44, 20),
        "nothing typed: where one was"
    );
    walk.keys("海洋<Down><Down><Esc>");
    assert_eq!(
        (walk.app.shown().len(), walk.number()),
        (44, 20),
        "Esc goes back to where one was"
    );
}

#[test]
fn keep_the_hits_and_walk_through_them() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/重点项目<Enter>");
    let hits = walk.app.shown().len();
    assert!(hits > 2);
    let first = walk.number();
    let second = walk.keys("n").number();
    assert_ne!(first, second);
    assert_eq!(walk.keys("N").number(), first);
    assert_ne!(walk.keys("N").number(), first, "round to the last one");
    walk.keys("n").keys("n");
    walk.keys("<Esc>");
    assert_eq!(
        (walk.app.shown().len(), walk.number()),
        (44, second),
        "the item found stays under the cursor"
    );
}

#[test]
fn search_in_another_scope() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/地铁<Tab>");
    assert!(walk.screen().contains("/ 事项"));
    assert_eq!(walk.app.shown().len(), 1);
    walk.keys("<Tab>");
    assert_eq!(walk.app.shown().len(), 0, "no note has the word");
    let screen = walk.screen();
    assert!(screen.contains("没有事项包含“地铁”。") && screen.contains("换范围"));
}

#[test]
fn a_search_that_was_kept_is_there_again_after_another_was_given_up() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/海洋<Enter><Down>");
    let (hits, number) = (walk.app.shown().to_vec(), walk.number());
    walk.keys("/<C-u>地铁<Esc>");
    assert_eq!((walk.app.shown(), walk.number()), (hits.as_slice(), number));
}

#[test]
fn what_was_found_is_brought_into_sight() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/泊位");
    assert_eq!(walk.number(), 20);
    assert!(walk.screen().contains("7-8号泊位"));
}

#[test]
fn earlier_searches_come_back_with_up() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/地铁<Enter><Esc>/海洋<Enter><Esc>");
    walk.keys("/<Up>");
    assert_eq!(
        walk.app.kept().map(|kept| kept.typed.as_str()),
        Some("海洋")
    );
    walk.keys("<Up>");
    assert_eq!(
        walk.app.kept().map(|kept| kept.typed.as_str()),
        Some("地铁")
    );
    walk.keys("<Up><Up>");
    assert_eq!(
        walk.app.kept().map(|kept| kept.typed.as_str()),
        Some("地铁"),
        "there is nothing before the first one"
    );
    // Among hits, up is the hit above.
    walk.keys("<C-u>重点<Down><Down>");
    let third = walk.number();
    walk.keys("<Up>");
    assert_ne!(walk.number(), third);
    assert_eq!(
        walk.app.kept().map(|kept| kept.typed.as_str()),
        Some("重点")
    );
}

#[test]
fn a_search_without_hits_says_what_to_try() {
    let mut walk = Walk::shipped(80, 24);
    assert!(walk.keys("/滞后").screen().contains("状态:滞后"));
    let in_titles = walk.keys("<C-u>掘进<Tab>").screen();
    assert!(in_titles.contains("范围“进展”里有 1 条"), "{in_titles}");
    let piece = walk.keys("<Esc>/海洋牧场养殖区").screen();
    assert!(piece.contains("含“"), "{piece}");
}

#[test]
fn hits_show_the_piece_of_the_note_that_was_found() {
    let mut walk = Walk::shipped(120, 36);
    let screen = walk.keys("/掘进").screen();
    let row = screen.lines().position(|row| row.contains("掘进"));
    let row = row.expect("the piece is in sight");
    assert!(
        screen
            .lines()
            .nth(row - 1)
            .is_some_and(|row| row.contains('›')),
        "{screen}"
    );
    // Pages count items, not rows.
    walk.keys("<C-u>市<Enter><Home><PgDn>");
    assert_eq!(walk.app.list().cursor, 14);
}

#[test]
fn keys_that_mean_hits_wait_for_them() {
    use taizhang::app::layout::Size;
    use taizhang::app::{Action, App, Effect, FileFacts, Msg};
    use taizhang::search::Answer;

    let ledger = taizhang::store::Document::open(&crate::support::shipped())
        .unwrap()
        .ledger();
    let mut app = App::new(ledger, FileFacts::default(), Size { cols: 80, rows: 24 });
    let keep = Msg::Do(Action::Keep);
    assert!(!app.waits_for_hits(&keep));
    let Some(Effect::Search(request)) = app.update(Msg::Typed('污')) else {
        panic!("a Han character starts a search")
    };
    assert!(app.waits_for_hits(&keep) && app.waits_for_hits(&Msg::Do(Action::Down)));
    assert!(!app.waits_for_hits(&Msg::Typed('水')), "typing goes on");
    assert!(
        !app.waits_for_hits(&Msg::Do(Action::Back)),
        "leaving does not wait"
    );
    let (number, answer) = (request.number, Answer::default());
    app.update(Msg::Found { number, answer });
    assert!(!app.waits_for_hits(&keep));
}

#[test]
fn a_kept_search_is_taken_up_where_it_was() {
    let mut walk = Walk::shipped(80, 24);
    walk.keys("/项目<Enter>nn");
    let (at, number) = (walk.app.list().cursor, walk.number());
    assert!(at > 0);
    walk.keys("/");
    assert_eq!(
        (walk.app.list().cursor, walk.number()),
        (at, number),
        "the place stays"
    );
    walk.keys("地铁");
    let typed = walk.app.kept().map(|kept| kept.typed.clone());
    assert_eq!(
        typed.as_deref(),
        Some("地铁"),
        "typing means another search"
    );
    assert!(
        walk.keys("<Tab><Enter>").screen().contains("[事项]"),
        "the scope is said"
    );
}
