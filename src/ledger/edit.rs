//! Edits of the ledger as values, each with its inverse: undo is the inverse edit, saved like any other.

use std::sync::Arc;

use crate::ledger::{Item, ItemId, Ledger, Override, Part, RowChange, Slot, Status, Value};

/// Some fields of one item rewritten, and rows of its lists put in or taken away: all of it or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Whose fields.
    pub id: ItemId,
    /// What changes, no slot twice.
    pub changes: Vec<Change>,
    /// Which rows come and go, one after the other, when the fields are written.
    pub rows: Vec<RowChange>,
}

/// One field rewritten.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which.
    pub slot: Slot,
    /// What stood there; the edit applies only where it still does.
    pub before: Option<Value>,
    /// What will stand there; `None` takes the field away.
    pub after: Option<Value>,
}

impl Change {
    fn inverse(&self) -> Self {
        Self {
            slot: self.slot.clone(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

impl Edit {
    /// An item's progress note rewritten.
    pub fn of_note(id: ItemId, before: impl Into<String>, after: impl Into<String>) -> Self {
        let change = Change {
            slot: Slot::Progress,
            before: Some(Value::Text(before.into())),
            after: Some(Value::Text(after.into())),
        };
        Self {
            id,
            changes: vec![change],
            rows: Vec::new(),
        }
    }

    /// One row of an item that comes or goes, and nothing else.
    pub fn of_row(id: ItemId, row: RowChange) -> Self {
        Self {
            id,
            changes: Vec::new(),
            rows: vec![row],
        }
    }

    /// What the edit puts in a slot; `None` where it leaves the slot alone or empties it.
    pub fn after(&self, slot: &Slot) -> Option<&Value> {
        let change = self.changes.iter().find(|change| change.slot == *slot)?;
        change.after.as_ref()
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            id: self.id.clone(),
            changes: self.changes.iter().map(Change::inverse).collect(),
            // The row that came last goes first.
            rows: self.rows.iter().rev().map(RowChange::inverse).collect(),
        }
    }

    /// Applies the edit. Returns the place of the item in the ledger, or `None`, changing nothing, where there is no
    /// such item, where its fields and rows are not what the edit was made on, or where the result would be no valid
    /// item.
    pub fn apply(&self, ledger: &mut Ledger) -> Option<usize> {
        let position = ledger.position(&self.id)?;
        let shared = ledger.items.get_mut(position)?;
        let mut item = Item::clone(shared);
        for change in &self.changes {
            let stands = item.has(&change.slot) && shared.value(&change.slot) == change.before;
            (stands && write(&mut item, change)).then_some(())?;
        }
        let rows_stand = self.rows.iter().all(|row| row.make(&mut item));
        // Fields of a row that goes in the same breath could not be written back.
        let fields_stand = self.changes.iter().all(|change| item.has(&change.slot));
        (rows_stand && fields_stand).then_some(())?;
        (item.verdict, item.loose_reason) = self.verdict(shared).ok()?;
        *shared = Arc::new(item);
        Some(position)
    }

    /// The person's verdict after the edit, and the reason that is left where there is none; an error where a status
    /// would stand without its reason.
    fn verdict(&self, item: &Item) -> Result<(Option<Override>, Option<String>), NoVerdict> {
        let after = |slot: Slot| {
            let change = self.changes.iter().find(|change| change.slot == slot);
            change.map_or_else(|| item.value(&slot), |change| change.after.clone())
        };
        let reason = match after(Slot::Reason) {
            Some(Value::Text(reason)) => Some(reason),
            Some(Value::Number(_)) => return Err(NoVerdict),
            None => None,
        };
        let Some(word) = after(Slot::Status) else {
            return Ok((None, reason));
        };
        let named = |status: &Status| Some(status.name()) == word.text();
        let status = Status::ALL.into_iter().find(named).ok_or(NoVerdict)?;
        let reason = reason
            .filter(|reason| !reason.trim().is_empty())
            .ok_or(NoVerdict)?;
        Ok((Some(Override { status, reason }), None))
    }
}

/// A status that is none, or that nobody has given a reason for.
struct NoVerdict;

/// Puts the new value in its slot; the two slots of the verdict are written together elsewhere. Says whether the value
/// is one that the slot can hold.
fn write(item: &mut Item, change: &Change) -> bool {
    let value = change.after.as_ref();
    let place = match &change.slot {
        Slot::Of(key, _) => item.place_of(key),
        _ => None,
    };
    let indicator = place.and_then(|place| item.indicators.get_mut(place));
    match (&change.slot, indicator) {
        (Slot::Progress, _) => {
            let Some(Value::Text(text)) = value else {
                return false;
            };
            item.progress.clone_from(text);
            true
        }
        (Slot::Problem, _) => write_text(&mut item.problem, value),
        (Slot::Next, _) => write_text(&mut item.next, value),
        (Slot::Lead, _) => write_text(&mut item.lead, value),
        (Slot::Status | Slot::Reason, _) => !matches!(value, Some(Value::Number(_))),
        (Slot::Of(_, part), Some(indicator)) => match part {
            Part::Target => write_number(&mut indicator.target, value),
            Part::Actual => write_number(&mut indicator.actual, value),
            Part::Underway => write_number(&mut indicator.underway, value),
            Part::Reported => write_number(&mut indicator.reported, value),
            Part::Evidence => write_text(&mut indicator.evidence, value),
            Part::Stage => {
                write_text(&mut indicator.stage, value)
                    && (indicator.stage.is_none() || indicator.stages_reached().is_some())
            }
        },
        (Slot::Of(..), None) | (Slot::Order(_), _) => false,
    }
}

fn write_text(field: &mut Option<String>, value: Option<&Value>) -> bool {
    *field = match value {
        Some(Value::Number(_)) => return false,
        Some(Value::Text(text)) => Some(text.clone()),
        None => None,
    };
    true
}

fn write_number(field: &mut Option<f64>, value: Option<&Value>) -> bool {
    *field = match value {
        Some(Value::Number(number)) if number.is_finite() => Some(*number),
        Some(_) => return false,
        None => None,
    };
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Heading, Indicator, IndicatorKey, Kind, Row, Rules};

    fn ledger() -> Ledger {
        let item = |number, note: &str| {
            let mut item = Item::new(ItemId::Number(number), "promise", note);
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
            ignored: Vec::new(),
        }
    }

    fn change(slot: Slot, before: Option<Value>, after: Option<Value>) -> Edit {
        let change = Change {
            slot,
            before,
            after,
        };
        Edit {
            id: ItemId::Number(2),
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
        let edit = Edit::of_note(ItemId::Number(2), "乙", "丙");
        assert_eq!(edit.apply(&mut ledger), Some(1));
        assert_eq!(ledger.items[1].progress, "丙");
        assert_eq!(
            before.items[1].progress, "乙",
            "a snapshot taken earlier keeps its text"
        );
        assert_eq!(edit.inverse().apply(&mut ledger), Some(1));
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
            assert_eq!(edit.apply(&mut ledger), Some(1), "{edit:?}");
            let slot = &edit.changes[0].slot;
            assert_eq!(ledger.items[1].value(slot), edit.changes[0].after);
            assert_eq!(edit.inverse().apply(&mut ledger), Some(1));
            assert_eq!(ledger, self::ledger());
        }
    }

    #[test]
    fn a_verdict_needs_its_reason() {
        let mut ledger = ledger();
        let status = change(Slot::Status, None, Some("behind".into()));
        assert_eq!(status.apply(&mut ledger), None);
        let mut both = status;
        both.changes.push(Change {
            slot: Slot::Reason,
            before: None,
            after: Some("督查组认定".into()),
        });
        assert_eq!(both.apply(&mut ledger), Some(1));
        let set = ledger.items[1].verdict.clone().expect("a verdict");
        assert_eq!((set.status, &*set.reason), (Status::Behind, "督查组认定"));
        let blank = change(Slot::Reason, Some("督查组认定".into()), Some(" ".into()));
        assert_eq!(blank.apply(&mut ledger), None);
        let alone = change(Slot::Status, Some("behind".into()), None);
        assert_eq!(alone.apply(&mut ledger), Some(1));
        let item = &ledger.items[1];
        assert_eq!(
            (&item.verdict, item.loose_reason.as_deref()),
            (&None, Some("督查组认定"))
        );
        assert_eq!(alone.inverse().apply(&mut ledger), Some(1));
        assert_eq!(both.inverse().apply(&mut ledger), Some(1));
        assert_eq!(ledger, self::ledger());
    }

    fn row(name: &str) -> RowChange {
        RowChange::Append(Row::Indicator(Box::new(Indicator::new(name, Kind::Level))))
    }

    #[test]
    fn fields_and_rows_go_together() {
        let mut edit = Edit::of_note(ItemId::Number(2), "乙", "丙");
        edit.rows = vec![row("子"), row("丑")];
        let mut ledger = ledger();
        assert_eq!(edit.apply(&mut ledger), Some(1));
        let item = &ledger.items[1];
        let last = item.indicators.last().map(|row| &*row.name);
        assert_eq!((&*item.progress, last), ("丙", Some("丑")));
        assert_eq!(edit.inverse().apply(&mut ledger), Some(1));
        assert_eq!(ledger, self::ledger());
    }

    #[test]
    fn an_edit_applies_whole_or_not_at_all() {
        let mut nameless = Edit::of_note(ItemId::Number(2), "乙", "丙");
        nameless.rows = vec![row("子"), row("")];
        let gone = Indicator {
            actual: Some(1.0),
            ..Indicator::new("开工", Kind::Amount)
        };
        let mut of_gone = change(actual(1), None, Some(Value::Number(1.0)));
        of_gone.rows = vec![RowChange::RemoveLast(Row::Indicator(Box::new(gone)))];
        let none_such = Edit::of_row(ItemId::Number(2), row("子").inverse());
        for edit in [nameless, of_gone, none_such] {
            let mut ledger = ledger();
            assert_eq!(edit.apply(&mut ledger), None, "{edit:?}");
            assert_eq!(ledger, self::ledger());
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for edit in [
            Edit::of_note(ItemId::Number(2), "甲", "丙"),
            Edit::of_note(ItemId::Number(9), "乙", "丙"),
            change(Slot::Progress, Some("乙".into()), None),
            change(actual(0), None, Some("三".into())),
            change(actual(0), None, Some(Value::Number(f64::NAN))),
            change(actual(2), None, Some(Value::Number(1.0))),
            change(Slot::Lead, None, Some(Value::Number(1.0))),
            change(Slot::Status, None, Some("fine".into())),
        ] {
            let mut ledger = ledger();
            assert_eq!(edit.apply(&mut ledger), None, "{edit:?}");
            assert_eq!(ledger, self::ledger());
        }
    }
}
