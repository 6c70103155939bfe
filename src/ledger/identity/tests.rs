use std::sync::Arc;

use proptest::prelude::*;

use super::*;

fn ledger(items: &[(u64, &str, &str)]) -> Ledger {
    let item = |&(id, title, note): &(u64, &str, &str)| {
        Arc::new(Item::new(ItemId::Number(id), title, note))
    };
    Ledger {
        items: items.iter().map(item).collect(),
        ..Ledger::default()
    }
}

fn ids(ids: &[u64]) -> Vec<ItemId> {
    ids.iter().copied().map(ItemId::Number).collect()
}

/// What becomes of a reference to the item with this number.
#[track_caller]
fn followed(
    id: u64,
    old: &[(u64, &str, &str)],
    new: &[(u64, &str, &str)],
) -> Result<u64, Unresolved> {
    let (old, new) = (ledger(old), ledger(new));
    let id = ItemId::Number(id);
    let wanted = old.item_ref_of(&id).unwrap();
    assert_eq!(
        Directory::of(&old).item_ref(&id).unwrap().namesakes.len(),
        wanted.namesakes.len()
    );
    let found = new.resolve(&wanted);
    assert_eq!(Directory::of(&new).resolve(&wanted), found);
    found.map(|position| match &new.items[position].id {
        ItemId::Number(number) => *number,
        ItemId::Text(text) => panic!("{text}"),
    })
}

const OLD: &[(u64, &str, &str)] = &[
    (1, "建学校", "开工。"),
    (2, "建医院", "封顶。"),
    (3, "修道路", ""),
];

#[test]
fn an_item_is_followed_to_its_new_number() {
    let inserted = [
        (1, "建公园", ""),
        (2, "建学校", "开工。"),
        (3, "建医院", "封顶。"),
        (4, "修道路", ""),
    ];
    let reordered = [
        (3, "修道路", ""),
        (2, "建医院", "竣工。"),
        (1, "建学校", "开工。"),
    ];
    for (id, now) in [(1, 2), (2, 3), (3, 4)] {
        assert_eq!(followed(id, OLD, &inserted), Ok(now));
        assert_eq!(
            followed(id, OLD, &reordered),
            Ok(id),
            "a note says nothing against it"
        );
    }
    let removed = [(1, "建医院", "封顶。"), (2, "修道路", "")];
    assert_eq!(followed(2, OLD, &removed), Ok(1));
    let replaced = Unresolved::Replaced(ItemKey {
        id: ItemId::Number(1),
        title: "建医院".into(),
    });
    assert_eq!(followed(1, OLD, &removed), Err(replaced));
    assert_eq!(followed(3, OLD, &removed[..1]), Err(Unresolved::Gone));
}

#[test]
fn a_corrected_title_is_recognised_by_all_the_rest() {
    let old = [(1, "新建学校10所", "开工3所。"), (2, "新建医院10所", "")];
    let is_followed = |new: (u64, &str, &str)| followed(new.0, &old, &[new]).is_ok();
    assert!(is_followed((1, "新建学校12所", "开工3所。")));
    assert!(
        !is_followed((1, "新建学校12所", "开工4所。")),
        "the note is another"
    );
    assert!(
        !is_followed((1, "整治河道十公里", "开工3所。")),
        "the title is quite another"
    );
    assert!(
        !is_followed((2, "新建公园10所", "")),
        "nothing tells them apart"
    );
    let both = [(1, "新建学校12所", "开工3所。"), (3, "新建学校10所", "")];
    assert_eq!(
        followed(1, &old, &both),
        Ok(1),
        "the old title is somebody else's now, and the rest says so"
    );
}

#[test]
fn namesakes_are_told_apart_by_the_rest_or_not_at_all() {
    let old = [
        (1, "建学校", ""),
        (2, "修道路", "甲路。"),
        (3, "修道路", "乙路。"),
        (4, "建医院", ""),
        (5, "建医院", ""),
    ];
    let inserted = [
        (1, "建公园", ""),
        (2, "建学校", ""),
        (3, "修道路", "甲路。"),
        (4, "修道路", "乙路。"),
        (5, "建医院", ""),
        (6, "建医院", ""),
    ];
    assert_eq!(followed(2, &old, &inserted), Ok(3));
    assert_eq!(
        followed(3, &old, &inserted),
        Ok(4),
        "number and title are those of another"
    );
    let ambiguous = Err(Unresolved::Ambiguous(ids(&[5, 6])));
    for id in [4, 5] {
        assert_eq!(followed(id, &old, &inserted), ambiguous);
        assert_eq!(followed(id, &old, &old), Ok(id));
    }
    let one_removed = &old[..4];
    assert_eq!(
        followed(5, &old, one_removed),
        Err(Unresolved::Ambiguous(ids(&[4])))
    );
    let one_added = [(4, "建医院", ""), (6, "建医院", "")];
    assert_eq!(
        followed(4, &[(4, "建医院", "")], &one_added),
        Err(Unresolved::Ambiguous(ids(&[4, 6])))
    );
}

#[test]
fn a_draft_knows_number_and_title_only() {
    let key = ItemKey {
        id: ItemId::Number(2),
        title: "建医院".into(),
    };
    let wanted = ItemRef::of_key(&key);
    assert_eq!(ledger(OLD).resolve(&wanted), Ok(1));
    assert_eq!(ledger(&[(7, "建医院", "")]).resolve(&wanted), Ok(0));
    let other = ledger(&[(2, "建学校", "开工。")]);
    assert!(matches!(
        other.resolve(&wanted),
        Err(Unresolved::Replaced(_))
    ));
}

#[test]
fn titles_are_near_that_differ_in_one_place() {
    for (left, right, expected) in [
        ("新建学校10所", "新建学校12所", true),
        ("新建学校10所", "新建学校10所以上。", true),
        ("新建学校", "新建学校", true),
        ("aaaa", "aaaaa", true),
        ("新建学校10所", "整治河道十公里", false),
        ("", "新", false),
        ("", "", true),
    ] {
        assert_eq!(is_near(left, right), expected, "{left} {right}");
        assert_eq!(is_near(right, left), expected);
    }
}

proptest! {
    /// Items with titles of their own are found again wherever they are put, and never taken for one another.
    #[test]
    fn no_item_is_taken_for_another(
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
        kept in 0..9_usize,
        first in 1..5_u64,
    ) {
        let titles = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];
        let old: Vec<(u64, &str, &str)> = (1..).zip(titles).map(|(id, title)| (id, title, "同一句。")).collect();
        let new: Vec<(u64, &str, &str)> = (first..)
            .zip(order.iter().take(kept))
            .map(|(id, &at)| (id, titles[at], "同一句。"))
            .collect();
        for (id, title, _) in &old {
            let expected = new.iter().find(|(_, other, _)| other == title).map(|(id, ..)| *id);
            prop_assert_eq!(followed(*id, &old, &new).ok(), expected);
        }
    }
}
