//! Indicators and orders that are put into an item, and taken back.

use std::fs;

use taizhang::app::Editor;
use taizhang::ledger::{
    Edit, Indicator, ItemId, ItemKey, ItemRef, Kind, NotSaved, Order, Row, RowChange, Status,
};
use taizhang::store::Document;

use crate::support::Walk;

const LEDGER: &str = "schema = 1\n\n[ledger]\ntitle = \"甲\"\nyear = 2025\nas_of = 2025-06-30\n\n[[item]]\nid = 1\ntitle = \"改造500户\"\nprogress = \"完工174户。\"\n\n# 第二项\n[[item]]\nid = 2\ntitle = \"乙\"\nprogress = \"二\"\n";

fn indicator(name: &str) -> Edit {
    let indicator = Indicator {
        target: Some(500.0),
        unit: "户".into(),
        actual: Some(174.0),
        evidence: Some("完工174户".into()),
        ..Indicator::new(name, Kind::Amount)
    };
    append(Row::Indicator(Box::new(indicator)))
}

fn order(text: &str) -> Edit {
    append(Row::Order(Order {
        date: None,
        text: text.into(),
        owner: None,
        due: None,
        done: false,
    }))
}

fn append(row: Row) -> Edit {
    Edit::of_row(item(), RowChange::Append(row))
}

/// The first item.
fn item() -> ItemRef {
    let id = ItemId::Number(1);
    let title = "改造500户".into();
    ItemRef::of_key(&ItemKey { id, title })
}

fn with_order(text: &str, order: &str) -> String {
    let table = format!("\n[[item.order]]\ntext = \"{order}\"\n\n# 第二项");
    text.replacen("\n# 第二项", &table, 1)
}

fn status(walk: &Walk) -> Status {
    walk.app.judged(0).unwrap().1.status()
}

#[test]
fn a_new_indicator_is_judged_at_once_and_can_be_taken_back() {
    let mut walk = Walk::of(LEDGER, 100, 24);
    assert_eq!(status(&walk), Status::Unquantified);
    walk.save(indicator("改造"));
    assert_eq!(status(&walk), Status::Behind);
    let screen = walk.screen();
    assert!(screen.contains("第1项已保存"), "{screen}");
    assert!(screen.contains("34.8%"), "{screen}");
    let saved = walk.text();
    assert_eq!(
        saved,
        LEDGER.replace(
            "\n# 第二项",
            "\n[[item.indicator]]\nname = \"改造\"\nkind = \"amount\"\ntarget = 500\nunit = \"户\"\nactual = 174\nevidence = \"完工174户\"\n\n# 第二项"
        )
    );
    walk.keys("u");
    assert!(walk.screen().contains("已撤销第1项"));
    assert_eq!(walk.text(), LEDGER);
    assert_eq!(status(&walk), Status::Unquantified);
    walk.keys("U");
    assert!(walk.screen().contains("已重做第1项"));
    assert_eq!(walk.text(), saved);
    walk.keys("uu");
    assert_eq!(walk.text(), LEDGER);
}

#[test]
fn two_people_can_each_record_an_order() {
    let mut walk = Walk::of(LEDGER, 100, 24);
    walk.save(order("我办"));
    let ours = walk.text();
    assert_eq!(ours, with_order(LEDGER, "我办"));
    // Theirs stands behind ours: ours is not the last one any more, and stays.
    let theirs = with_order(&ours, "他办");
    fs::write(walk.path(), &theirs).unwrap();
    walk.keys("u");
    assert_eq!(walk.text(), theirs);
    assert!(walk.screen().contains("撤不回"), "{}", walk.screen());
    walk.save(order("再办"));
    assert_eq!(walk.text(), with_order(&theirs, "再办"));
    assert_eq!(walk.app.ledger().items[0].orders.len(), 3);
    walk.keys("u");
    assert_eq!(walk.text(), theirs);
}

#[test]
fn taking_back_removes_exactly_that_row_from_the_file_of_somebody_else() {
    let mut walk = Walk::of(LEDGER, 100, 24);
    walk.save(order("我办"));
    let written = |text: &str| {
        let text = text.replace("# 第二项", "# 第二个");
        text.replace("\"二\"", "\"贰\"")
            .replace("完工174户", "完工180户")
    };
    fs::write(walk.path(), written(&walk.text())).unwrap();
    walk.keys("u");
    assert_eq!(walk.text(), written(LEDGER));
}

#[test]
fn a_row_that_somebody_else_wrote_into_stays_or_leaves_their_words() {
    for (added, left) in [("own = 1\n", None), ("# 他注\n", Some("# 他注\n"))] {
        let mut walk = Walk::of(LEDGER, 100, 24);
        walk.save(order("我办"));
        let put = |at: &str| walk.text().replace(at, &format!("{at}{added}"));
        let text = put("text = \"我办\"\n");
        fs::write(walk.path(), &text).unwrap();
        walk.keys("u");
        let expected = match left {
            None => text,
            Some(left) => LEDGER.replace("\n# 第二项", &format!("{left}\n# 第二项")),
        };
        assert_eq!(walk.text(), expected);
    }
}

#[test]
fn an_edit_of_fields_and_rows_is_saved_whole_or_not_at_all() {
    let mut walk = Walk::of(LEDGER, 100, 24);
    let mut edit = Edit::of_note(item(), "完工174户。", "完工175户。");
    edit.rows = [indicator("甲"), indicator("乙"), order("办")]
        .into_iter()
        .flat_map(|edit| edit.rows)
        .collect();
    walk.save(edit);
    let saved = walk.app.ledger().items[0].clone();
    assert_eq!((saved.indicators.len(), saved.orders.len()), (2, 1));
    let reopened = Document::open(&walk.path()).unwrap().ledger();
    assert_eq!(reopened.items[0], saved);
    // The new note says another figure than the new indicators: that is offered, and left.
    walk.keys("<Esc>u");
    assert_eq!(walk.text(), LEDGER);

    let mut nameless = Edit::of_note(item(), "完工174户。", "完工175户。");
    nameless.rows = indicator(" ").rows;
    walk.save(nameless);
    assert_eq!(walk.text(), LEDGER);
    assert!(walk.screen().contains("已经不同"), "{}", walk.screen());
}

#[test]
fn a_file_that_holds_its_items_in_a_way_of_its_own_is_never_broken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.toml");
    for list in [
        "indicator = []",
        "indicator = [\n]",
        "order = [{ text = 'x' }]",
    ] {
        let text = format!(
            "schema = 1\nledger = {{ title = '甲' }}\nitem = [{{ id = 1, title = '改造500户', progress = 'b', {list} }}]"
        );
        fs::write(&path, &text).unwrap();
        let mut document = Document::open(&path).unwrap();
        for edit in [indicator("甲"), indicator("乙"), order("办"), order("再办")] {
            document.save(&edit).unwrap();
        }
        for edit in [order("再办"), order("办"), indicator("乙"), indicator("甲")] {
            document.save(&edit.inverse()).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        let gone = document.save(&indicator("甲").inverse());
        assert!(matches!(gone, Err(NotSaved::StaleEdit)), "{gone:?}");
    }
}

#[test]
fn a_row_saved_while_a_form_is_open_leaves_the_form_open() {
    let mut walk = Walk::of(LEDGER, 100, 24);
    walk.keys("i");
    let has_form = |walk: &Walk| walk.app.mode().editor().is_some_and(Editor::is_form);
    assert!(has_form(&walk));
    walk.save(order("办"));
    assert!(has_form(&walk));
}
