use super::*;
use crate::ledger::{Heading, Indicator, IndicatorKey, ItemId, ItemKey, Kind, Row, Rules};

fn ledger() -> Ledger {
    let item = |number, note: &str| {
        let mut item = Item::new(ItemId::Number(number), format!("promise {number}"), note);
        item.indicators = vec![
            Indicator::new("开工", Kind::Amount),
            Indicator::new("开工", Kind::Amount),
        ];
        Arc::new(item)
    };
    Ledger {
        heading: Heading::default(),
        rules: Rules::default(),
        items: vec![item(1, "甲"), item(2, "乙")],
        ..Ledger::default()
    }
}

/// The item with this number.
fn item(number: u64) -> ItemRef {
    ItemRef::of_key(&ItemKey {
        id: ItemId::Number(number),
        title: format!("promise {number}"),
    })
}

fn change(slot: Slot, before: Option<Value>, after: Option<Value>) -> Edit {
    let change = Change {
        slot,
        before,
        after,
    };
    Edit {
        item: item(2),
        changes: vec![change],
        rows: Vec::new(),
    }
}

fn actual(nth: usize) -> Slot {
    let name = "开工".to_owned();
    Slot::Of(IndicatorKey { name, nth }, Part::Actual)
}

#[test]
fn an_edit_and_its_inverse_leave_the_ledger_as_it_was() {
    let (before, mut ledger) = (self::ledger(), self::ledger());
    let edit = Edit::of_note(item(2), "乙", "丙");
    assert_eq!(edit.apply(&mut ledger), Ok(1));
    assert_eq!(ledger.items[1].progress, "丙");
    assert_eq!(
        before.items[1].progress, "乙",
        "a snapshot taken earlier keeps its text"
    );
    assert_eq!(edit.inverse().apply(&mut ledger), Ok(1));
    assert_eq!(ledger, before);
}

#[test]
fn every_slot_can_be_filled_and_emptied_again() {
    let texts = [Slot::Problem, Slot::Next, Slot::Lead];
    let edits = texts
        .into_iter()
        .map(|slot| change(slot, None, Some("新".into())))
        .chain([change(actual(1), None, Some(Value::Number(3.5)))]);
    for edit in edits {
        let mut ledger = ledger();
        assert_eq!(edit.apply(&mut ledger), Ok(1), "{edit:?}");
        let slot = &edit.changes[0].slot;
        assert_eq!(ledger.items[1].value(slot), edit.changes[0].after);
        assert_eq!(edit.inverse().apply(&mut ledger), Ok(1));
        assert_eq!(ledger, self::ledger());
    }
}

#[test]
fn a_verdict_needs_its_reason() {
    let mut ledger = ledger();
    let status = change(Slot::Status, None, Some("behind".into()));
    assert_eq!(status.apply(&mut ledger).ok(), None);
    let mut both = status;
    both.changes.push(Change {
        slot: Slot::Reason,
        before: None,
        after: Some("督查组认定".into()),
    });
    assert_eq!(both.apply(&mut ledger), Ok(1));
    let set = ledger.items[1].verdict.clone().expect("a verdict");
    assert_eq!((set.status, &*set.reason), (Status::Behind, "督查组认定"));
    let blank = change(Slot::Reason, Some("督查组认定".into()), Some(" ".into()));
    assert_eq!(blank.apply(&mut ledger).ok(), None);
    let alone = change(Slot::Status, Some("behind".into()), None);
    assert_eq!(alone.apply(&mut ledger), Ok(1));
    let item = &ledger.items[1];
    assert_eq!(
        (&item.verdict, item.loose_reason.as_deref()),
        (&None, Some("督查组认定"))
    );
    assert_eq!(alone.inverse().apply(&mut ledger), Ok(1));
    assert_eq!(both.inverse().apply(&mut ledger), Ok(1));
    assert_eq!(ledger, self::ledger());
}

fn row(name: &str) -> RowChange {
    RowChange::Append(Row::Indicator(Box::new(Indicator::new(name, Kind::Level))))
}

#[test]
fn fields_and_rows_go_together() {
    let mut edit = Edit::of_note(item(2), "乙", "丙");
    edit.rows = vec![row("子"), row("丑")];
    let mut ledger = ledger();
    assert_eq!(edit.apply(&mut ledger), Ok(1));
    let item = &ledger.items[1];
    let last = item.indicators.last().map(|row| &*row.name);
    assert_eq!((&*item.progress, last), ("丙", Some("丑")));
    assert_eq!(edit.inverse().apply(&mut ledger), Ok(1));
    assert_eq!(ledger, self::ledger());
}

#[test]
fn an_edit_applies_whole_or_not_at_all() {
    let mut nameless = Edit::of_note(item(2), "乙", "丙");
    nameless.rows = vec![row("子"), row("")];
    let gone = Indicator {
        actual: Some(1.0),
        ..Indicator::new("开工", Kind::Amount)
    };
    let mut of_gone = change(actual(1), None, Some(Value::Number(1.0)));
    of_gone.rows = vec![RowChange::RemoveLast(Row::Indicator(Box::new(gone)))];
    let none_such = Edit::of_row(item(2), row("子").inverse());
    for edit in [nameless, of_gone, none_such] {
        let mut ledger = ledger();
        assert_eq!(edit.apply(&mut ledger).ok(), None, "{edit:?}");
        assert_eq!(ledger, self::ledger());
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    for edit in [
        Edit::of_note(item(2), "甲", "丙"),
        Edit::of_note(item(9), "乙", "丙"),
        change(Slot::Progress, Some("乙".into()), None),
        change(actual(0), None, Some("三".into())),
        change(actual(0), None, Some(Value::Number(f64::NAN))),
        change(actual(2), None, Some(Value::Number(1.0))),
        change(Slot::Lead, None, Some(Value::Number(1.0))),
        change(Slot::Status, None, Some("fine".into())),
    ] {
        let mut ledger = ledger();
        assert_eq!(edit.apply(&mut ledger).ok(), None, "{edit:?}");
        assert_eq!(ledger, self::ledger());
    }
}

#[test]
fn an_edit_follows_its_item_or_is_refused() {
    let note = Edit::of_note(item(2), "乙", "丙");
    let mut renumbered = ledger();
    let of =
        |number, title: &str, note: &str| Arc::new(Item::new(ItemId::Number(number), title, note));
    renumbered.items.insert(0, of(1, "new", "乙"));
    for (item, number) in renumbered.items.iter_mut().zip(1..) {
        Arc::make_mut(item).id = ItemId::Number(number);
    }
    assert_eq!(note.apply(&mut renumbered), Ok(2));
    assert_eq!(renumbered.items[2].progress, "丙");
    assert_eq!(
        renumbered.items[1].progress, "甲",
        "which has the number now"
    );
    let mut replaced = Ledger {
        items: vec![of(2, "another", "乙")],
        ..ledger()
    };
    let before = replaced.clone();
    assert!(matches!(
        note.apply(&mut replaced),
        Err(NotApplied::Unresolved(Unresolved::Replaced(_)))
    ));
    let order = Edit::of_row(item(2), row("子"));
    assert!(order.apply(&mut replaced).is_err());
    assert_eq!(replaced, before);
}
