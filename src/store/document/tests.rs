use std::fs;

use proptest::prelude::*;

use super::Document;
use crate::ledger::{
    Change, Edit, Indicator, IndicatorKey, Item, Kind, NotSaved, Order, Part, Row, RowChange, Slot,
    Value,
};

/// A file in which every field is written in a way that nobody would choose anew.
const ODD: &str = "schema = 1\n[ledger]\ntitle = '甲'\n[[item]]\nid = 1\ntitle = 'a'\nprogress = \"\"\"\\\n  一\"\"\"\nproblem = \"a\\nb\" # c\n'next' = '二'\nstatus = \"done\"\nstatus_reason = 'r' # 由\n  [[item.indicator]]\n  name=\"x\"\n  kind=\"amount\"\n  actual = 1_0\n  target = 0x10";
const ODD_INLINE: &str = "schema = 1\r\n[ledger]\r\ntitle = '甲'\r\n[[item]]\r\nid = 1\r\ntitle = 'a'\r\nprogress = '一'\r\nstatus_reason = 'r'\r\nindicator = [{name=\"x\", kind=\"amount\",actual=+3 , target = 1e1},\r\n]\r\n";

fn fields() -> impl Strategy<Value = Vec<(usize, Option<String>)>> {
    let text = prop::option::of("[甲1\n'\"]{1,4}");
    prop::collection::vec((0..12_usize, text), 1..6)
}

/// Writes some fields of the item, each once, whatever stands there; `None` where they are what they were.
fn rewrite(document: &Document, fields: &[(usize, Option<String>)]) -> Option<Edit> {
    let ledger = document.ledger();
    let item = ledger.items.first()?;
    let of = |part| {
        let name = "x".to_owned();
        Slot::Of(IndicatorKey { name, nth: 0 }, part)
    };
    let mut slots = [
        Slot::Progress,
        Slot::Problem,
        Slot::Next,
        Slot::Lead,
        Slot::Reason,
        of(Part::Actual),
        of(Part::Underway),
        of(Part::Target),
        of(Part::Evidence),
    ]
    .map(Some);
    let mut changes = Vec::new();
    let mut rows = Vec::new();
    for (which, text) in fields {
        let Some(slot) = slots.get_mut(*which) else {
            rows.extend(row(item, *which, text.as_deref()));
            continue;
        };
        let Some(slot) = slot.take() else {
            continue;
        };
        let after = text.as_ref().map(|text| {
            if slot.is_figure() {
                Value::Number(f64::from(u32::try_from(text.len()).unwrap_or(0)) / 4.0)
            } else {
                Value::Text(text.clone())
            }
        });
        let before = item.value(&slot);
        if before != after && (after.is_some() || slot != Slot::Progress) {
            changes.push(Change {
                slot,
                before,
                after,
            });
        }
    }
    let item = document.ledger().item_ref(0)?;
    (!changes.is_empty() || !rows.is_empty()).then_some(Edit {
        item,
        changes,
        rows,
    })
}

/// A row that comes, or the last one that goes.
fn row(item: &Item, which: usize, text: Option<&str>) -> Option<RowChange> {
    let text = text.unwrap_or_default();
    Some(match which {
        9 => RowChange::Append(Row::Indicator(Box::new(Indicator {
            evidence: Some(text.to_owned()),
            actual: Some(0.5),
            ..Indicator::new("y", Kind::Amount)
        }))),
        10 => RowChange::Append(Row::Order(Order {
            date: None,
            text: format!("办{text}"),
            owner: None,
            due: None,
            done: true,
        })),
        _ if text.contains('1') => RowChange::RemoveLast(Row::Order(item.orders.last()?.clone())),
        _ => RowChange::RemoveLast(Row::Indicator(Box::new(item.indicators.last()?.clone()))),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn saves_that_are_all_taken_back_leave_the_very_bytes(saves in prop::collection::vec(fields(), 1..6), is_inline in any::<bool>(), clears in any::<bool>()) {
        let desk = tempfile::tempdir().expect("a folder");
        let file = if is_inline { ODD_INLINE } else { ODD };
        let path = desk.path().join("l.toml");
        fs::write(&path, file).expect("a file");
        let mut document = Document::open(&path).expect("a ledger");
        let mut saved = Vec::new();
        if clears && !is_inline {
            let change = Change { slot: Slot::Status, before: Some("done".into()), after: None };
            let item = document.ledger().item_ref(0).expect("an item");
            let edit = Edit { item, changes: vec![change], rows: Vec::new() };
            document.save(&edit).expect("a verdict can be given up");
            saved.push(edit);
        }
        for fields in &saves {
            let Some(edit) = rewrite(&document, fields) else { continue };
            match document.save(&edit) {
                Ok(_) => saved.push(edit),
                // A status may not stand without its reason, and a row can only go while it is the last one, and not with
                // a field of it written in the same breath.
                Err(NotSaved::StaleEdit) => {}
                Err(why) => panic!("{why:?} of {edit:?}"),
            }
        }
        for edit in saved.iter().rev() {
            document.save(&edit.inverse()).expect("taken back");
        }
        prop_assert_eq!(fs::read_to_string(&path).expect("the file"), file);
    }
}
