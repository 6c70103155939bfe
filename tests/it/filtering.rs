//! Narrowing and ordering the list, key by key.

use taizhang::app::remembering::SearchReport;
use taizhang::app::{Action, App, Effect, FileFacts, Measures, Msg, Reloaded};
use taizhang::ledger::{
    Audit, Change, Edit, IndicatorKey, ItemId, Part, SearchChange, Slot, Value, judge_all,
};
use taizhang::search::Answer;

use crate::support::{ENGLISH, Walk};

/// Five items: units, categories, labels, closed periods, and something of every kind.
pub const VARIED: &str = r#"
schema = 1
[ledger]
title = "市重点工作台账"
year = 2025
as_of = 2025-06-30
[[item]]
id = 1
title = "建成公园"
problem = "资金不足"
next = "追加资金"
progress = "建成2个公园。"
lead = "市科技局"
category = "民生"
tags = ["重点"]
[[item.indicator]]
name = "公园"
kind = "amount"
target = 10
actual = 2
unit = "个"
evidence = "建成2个公园"
[[item]]
id = 2
title = "新增床位"
problem = "资金不足"
next = "追加资金"
progress = "新增40张。"
lead = "市民政局"
category = "民生"
[[item.indicator]]
name = "床位"
kind = "amount"
target = 100
actual = 40
unit = "张"
evidence = "已新增40张"
[[item]]
id = 3
title = "研发投入"
progress = ""
lead = "市科技局"
category = "经济"
[[item]]
id = 4
title = "外贸增长"
problem = "资金不足"
next = "追加资金"
progress = "增长1%。"
category = "经济"
tags = ["重点", "外贸"]
[[item.indicator]]
name = "外贸"
kind = "rate"
target = 5
actual = 1
unit = "%"
[[item]]
id = 5
title = "修路"
progress = "修路90公里。"
lead = "市交通局"
status = "slipping"
status_reason = "质量待查"
[[item.indicator]]
name = "修路"
kind = "amount"
target = 100
actual = 90
unit = "公里"
[[item.report]]
period = "一季度"
progress = "修路90公里。"
"#;

pub fn varied(cols: u16, rows: u16) -> Walk {
    Walk::of(VARIED, cols, rows)
}

#[test]
fn choices_of_a_kind_add_and_kinds_narrow() {
    let mut walk = varied(80, 24);
    let menu = walk.keys("<F7>").screen();
    for row in [
        "牵头：市科技局",
        "类别：民生",
        "标签：重点",
        "未报",
        "有人工判定",
    ] {
        assert!(menu.contains(row), "{row}: {menu}");
    }
    assert!(!menu.contains("超序时"), "nothing is ahead: {menu}");
    walk.keys("民生<Enter>");
    assert_eq!(walk.shown(), [1, 2], "the list follows at once");
    walk.keys("<C-u>经济<Enter>");
    assert_eq!(walk.shown(), [1, 2, 3, 4], "one or the other");
    walk.keys("<C-u>科技 ");
    assert_eq!(walk.shown(), [1, 3], "both kinds");
    walk.keys("<Esc>");
    let screen = walk.screen();
    assert!(
        screen.contains("类别:民生+经济 牵头:市科技局 2/5")
            || screen.contains("牵头:市科技局 类别:"),
        "{screen}"
    );
    assert_eq!(walk.keys("]").number(), 1, "only among what is shown");
    assert_eq!(walk.keys("<Esc>").shown(), [1, 2, 3, 4, 5]);
    // Once more by the entry that takes all back.
    walk.keys("<F7>民生<Enter><C-u>重点<Enter>");
    assert_eq!(walk.shown(), [1]);
    walk.keys("<C-u><Home><Enter>");
    assert_eq!(walk.shown(), [1, 2, 3, 4, 5]);
}

#[test]
fn a_menu_is_narrowed_by_sound_too() {
    let mut walk = varied(80, 24);
    let screen = walk.keys("fkejiju").screen();
    assert!(screen.contains("牵头：市科技局") && !screen.contains("民政局"));
    walk.keys("<Enter><Esc>");
    assert_eq!(walk.shown(), [1, 3]);
    assert!(walk.keys("fzzzz").screen().contains("没有这样的选项"));
    assert_eq!(walk.keys("<Enter><BS><BS><BS><BS>").app.shown().len(), 2);
}

#[test]
fn what_the_record_lacks_can_be_chosen() {
    let mut walk = varied(80, 24);
    for (typed, shown) in [
        ("weibao", vec![3, 5]),
        ("人工", vec![5]),
        ("慢于", vec![1, 2, 4, 5]),
        ("滞后", vec![1, 2, 4]),
        ("牵头单位", vec![4]),
        ("类别", vec![5]),
    ] {
        walk.keys(&format!("<F7>{typed}<Enter><Esc>"));
        assert_eq!(walk.shown(), shown, "{typed}");
        walk.keys("<Esc>");
    }
    walk.keys("<F7>核对<Enter><Esc>");
    let flagged = walk.shown();
    assert!(flagged.contains(&2) && !flagged.contains(&1), "{flagged:?}");
}

#[test]
fn stars_last_for_the_session() {
    let mut walk = varied(120, 36);
    walk.keys("2<Enter><C-t>4<Enter>*");
    assert!(walk.screen().contains(" 2+"), "{}", walk.screen());
    walk.keys("/is:starred<Enter>");
    assert_eq!(walk.shown(), [2, 4]);
    walk.keys("<Esc><F7>标星<Enter><Esc>");
    assert_eq!(walk.shown(), [2, 4]);
    walk.keys("*");
    assert_eq!(walk.shown(), [2, 4], "a slip can be undone");
    assert_eq!(walk.text(), VARIED, "nothing is written");
}

#[test]
fn the_furthest_behind_come_first() {
    let mut walk = varied(80, 24);
    walk.keys("3<Enter>o<Down><Enter>");
    // 1: 30 points; 2: 10 points; 4 misses a rate; 5 is slipping by a person; 3 cannot be judged.
    assert_eq!(walk.shown(), [1, 2, 4, 5, 3]);
    assert_eq!(walk.number(), 1, "from the beginning");
    assert!(walk.screen().contains("排序:滞后最多 5/5"));
    walk.keys("<F8><Down><Enter>");
    assert_eq!(walk.shown(), [5, 2, 1, 3, 4], "by completion");
    walk.keys("<F8><Home><Enter>");
    assert_eq!(walk.shown(), [1, 2, 3, 4, 5]);
}

#[test]
fn what_was_changed_comes_first() {
    let mut walk = varied(80, 24);
    walk.keys("2<Enter><F2>甲<F2><Esc>4<Enter><F2>乙<F2><Esc>");
    walk.keys("<F8><End><Enter>");
    assert_eq!(walk.shown(), [4, 2, 1, 3, 5]);
    walk.keys("<C-z><F8><End><Enter>");
    assert_eq!(
        walk.shown(),
        [2, 1, 3, 4, 5],
        "what was taken back is not changed"
    );
}

#[test]
fn filters_narrow_searches_and_outlive_them() {
    let mut walk = varied(80, 24);
    walk.keys("<F7>民生<Enter><Esc>/个<Enter>");
    assert_eq!(walk.shown(), [1]);
    assert!(walk.screen().contains("筛 命中 1/1"));
    walk.keys("<Esc>");
    assert_eq!(walk.shown(), [1, 2], "Esc drops the search first");
    assert_eq!(walk.keys("<Esc>").shown(), [1, 2, 3, 4, 5]);
    walk.keys("/外贸<Enter><F7>民生<Enter><Esc>");
    let screen = walk.screen();
    assert!(
        screen.contains("都不合筛选") && screen.contains("F7"),
        "{screen}"
    );
}

#[test]
fn an_item_that_is_filtered_out_is_found_by_its_number() {
    let mut walk = varied(80, 24);
    walk.keys("<F7>民生<Enter><Esc>4<Enter>");
    assert_eq!((walk.number(), walk.app.shown().len()), (4, 5));
    assert!(walk.screen().contains("已取消筛选"));
    walk.keys("<F7>民生<Enter><Esc>2<Enter>");
    assert_eq!((walk.number(), walk.app.shown().len()), (2, 2));
}

#[test]
fn what_was_just_saved_stays_in_sight() {
    let mut walk = varied(120, 36);
    walk.keys("<F7>weibao<Enter><Esc>");
    assert_eq!(walk.shown(), [3, 5]);
    walk.keys("<F2>投入1亿元。<F2>");
    assert_eq!((walk.shown(), walk.number()), (vec![3, 5], 3));
    let screen = walk.screen();
    assert!(screen.contains("3~"), "{screen}");
    walk.keys("<Down><Up>");
    assert_eq!(
        walk.shown(),
        [3, 5],
        "moving the cursor is no move of the filter"
    );
    walk.keys("<F7>weibao<Enter><Enter><Esc>");
    assert_eq!(walk.shown(), [5]);
}

#[test]
fn what_a_search_asked_for_stays_in_sight_too() {
    let mut walk = varied(80, 24);
    walk.keys("/is:silent sort:number<Enter><F2>投入1亿元。<F2>");
    assert_eq!((walk.shown(), walk.number()), (vec![3, 5], 3));
    assert!(walk.app.is_stray(2));
    walk.keys("<C-z>");
    assert!(!walk.app.is_stray(2), "it is what was asked for again");
}

#[test]
fn an_order_does_not_move_what_is_saved() {
    let mut walk = varied(80, 24);
    walk.keys("<F8><Down><Enter>2<Enter>");
    assert_eq!((walk.shown(), walk.number()), (vec![1, 2, 4, 5, 3], 2));
    let done = IndicatorKey {
        name: "床位".into(),
        nth: 0,
    };
    let item = walk.app.ledger().item_ref_of(&ItemId::Number(2));
    walk.save(Edit {
        item: item.unwrap(),
        changes: vec![Change {
            slot: Slot::Of(done, Part::Actual),
            before: Some(Value::Number(40.0)),
            after: Some(Value::Number(1.0)),
        }],
        rows: Vec::new(),
    });
    assert_eq!((walk.shown(), walk.number()), (vec![1, 2, 4, 5, 3], 2));
    walk.keys("<F8><Down><Up><Enter>");
    assert_eq!(walk.shown(), [2, 1, 4, 5, 3], "until it is ordered anew");
}

#[test]
fn every_window_shows_that_the_list_is_narrowed() {
    for (cols, rows) in [
        (20, 5),
        (29, 7),
        (40, 10),
        (60, 20),
        (80, 24),
        (120, 36),
        (200, 50),
    ] {
        let mut walk = varied(cols, rows);
        walk.keys("<F7>民生<Enter><Esc>");
        assert!(
            walk.screen().contains('筛') || walk.screen().contains("类别:"),
            "{cols}x{rows}"
        );
        assert!(
            walk.keys("/").screen().contains('筛'),
            "{cols}x{rows} while searching"
        );
        walk.keys("<Esc><F2>");
        walk.look = ENGLISH;
        walk.keys("<Esc>");
        assert!(walk.screen().contains("F "), "{cols}x{rows} in English");
    }
}

#[test]
fn what_is_not_known_yet_is_no_zero() {
    let mut walk = varied(80, 24);
    let (ledger, size) = (walk.app.ledger().clone(), walk.app.size());
    walk.app = App::new(ledger, FileFacts::default(), size);
    let app = &mut walk.app;
    let asked = app.update(Msg::Do(Action::Filter));
    let change = SearchChange::None;
    assert!(matches!(asked, Some(Effect::SavedSearches(asked)) if asked == change));
    let outcome = Ok(Vec::new());
    let request = app.update(Msg::SavedSearches(SearchReport { change, outcome }));
    let Some(Effect::Audit(request)) = request else {
        panic!("the menu counts what does not add up: {request:?}")
    };
    for c in "核对".chars() {
        assert!(app.update(Msg::Typed(c)).is_none(), "it is asked for once");
    }
    let row = |walk: &mut Walk| {
        let screen = walk.screen();
        let mut rows = screen.lines();
        rows.find(|row| row.contains("有核对问题"))
            .map(str::to_owned)
    };
    assert!(row(&mut walk).is_some_and(|row| row.contains("… │")));
    walk.app.update(Msg::Do(Action::Choose));
    walk.app.update(Msg::Do(Action::Back));
    assert!(walk.screen().contains("正在核对"), "{}", walk.screen());
    let audit = Audit::of(&request.ledger, &judge_all(&request.ledger));
    let number = request.number;
    walk.app.update(Msg::Audited { number, audit });
    assert_eq!(walk.shown(), [2, 3, 5]);
}

#[test]
fn layout_loses_no_wish() {
    let mut walk = varied(80, 24);
    walk.keys("<F7>核对<Enter><Esc>");
    let ledger = walk.app.ledger().clone();
    let reloaded = Msg::Reloaded {
        outcome: Ok(Reloaded {
            ledger,
            read_only: None,
        }),
        is_asked: true,
    };
    // A kept search is made again first; what lies between must not take the wish for an audit with it.
    walk.keys("/市<Enter>");
    let search = walk.app.update(reloaded);
    let Some(Effect::Search(request)) = search else {
        panic!("{search:?}")
    };
    let size = walk.app.size();
    let layout = [Msg::Resized(size), Msg::Measured(Measures::default())];
    assert!(layout.into_iter().all(|msg| walk.app.update(msg).is_none()));
    let (number, answer) = (request.number, Answer::default());
    let audit = walk.app.update(Msg::Found { number, answer });
    assert!(matches!(audit, Some(Effect::Audit(_))), "{audit:?}");
}

#[test]
fn what_is_being_read_stays_under_the_eyes() {
    let mut walk = varied(30, 8);
    walk.keys("<F7>核对<Enter><Esc><Enter><Down><Down>");
    let top = walk.app.detail_top();
    assert!(top > 0);
    let theirs = walk.text().replace("追加资金", "再追加资金");
    std::fs::write(walk.path(), theirs).unwrap();
    walk.notice_change();
    assert_eq!(walk.app.detail_top(), top);
}

#[test]
fn a_menu_takes_what_is_pasted() {
    let mut walk = varied(80, 24);
    walk.keys("<F7>").paste("科技\n");
    assert_eq!(walk.keys("<Enter>").shown(), [1, 3]);
}

#[test]
fn somebody_elses_save_keeps_the_filters() {
    let mut walk = varied(80, 24);
    walk.keys("<F7>民生<Enter><C-u>核对<Enter><Esc>");
    assert_eq!(walk.shown(), [2]);
    let theirs = walk.text().replace("已新增40张", "新增40张");
    std::fs::write(walk.path(), theirs).unwrap();
    walk.notice_change();
    assert_eq!(walk.app.shown().len(), 0, "looked through anew");
    assert!(walk.screen().contains("都不合筛选"));
}
