//! Edits of the ledger as values, each with its inverse: undo is the inverse edit, saved like any other.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::ledger::{
    Item, ItemRef, Ledger, Override, Part, RowChange, Slot, Status, Unresolved, Value,
};

/// Some fields of one item rewritten, and rows of its lists put in or taken away: all of it or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Whose fields.
    pub item: ItemRef,
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
    pub fn of_note(item: ItemRef, before: impl Into<String>, after: impl Into<String>) -> Self {
        let change = Change {
            slot: Slot::Progress,
            before: Some(Value::Text(before.into())),
            after: Some(Value::Text(after.into())),
        };
        Self {
            item,
            changes: vec![change],
            rows: Vec::new(),
        }
    }

    /// One row of an item that comes or goes, and nothing else.
    pub fn of_row(item: ItemRef, row: RowChange) -> Self {
        Self {
            item,
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
            item: self.item.clone(),
            changes: self.changes.iter().map(Change::inverse).collect(),
            // The row that came last goes first.
            rows: self.rows.iter().rev().map(RowChange::inverse).collect(),
        }
    }

    /// Whether this changes the same in the same promise, whatever its number is by now.
    pub fn is_same_change(&self, other: &Self) -> bool {
        self.item.title() == other.item.title()
            && self.changes == other.changes
            && self.rows == other.rows
    }

    /// Applies the edit. Returns the position of the item in the ledger.
    ///
    /// # Errors
    ///
    /// Where it is not sure which item is meant, where its fields and rows are not what the edit was made on, or where
    /// the result would be no valid item. Nothing is changed then.
    pub fn apply(&self, ledger: &mut Ledger) -> Result<usize, NotApplied> {
        let (position, item) = self.applied(ledger)?;
        if let Some(shared) = ledger.items.get_mut(position) {
            *shared = Arc::new(item);
        }
        Ok(position)
    }

    /// Returns what the edit makes of its item, and the position of that.
    ///
    /// # Errors
    ///
    /// As [`Edit::apply`].
    pub fn applied(&self, ledger: &Ledger) -> Result<(usize, Item), NotApplied> {
        let position = ledger.resolve(&self.item).map_err(NotApplied::Unresolved)?;
        let known = ledger.items.get(position).ok_or(NotApplied::Stale)?;
        let item = self.rewritten(known).ok_or(NotApplied::Stale)?;
        Ok((position, item))
    }

    /// The item with the edit in it; `None` where that cannot be.
    fn rewritten(&self, known: &Item) -> Option<Item> {
        let mut item = known.clone();
        for change in &self.changes {
            let stands = item.has(&change.slot) && known.value(&change.slot) == change.before;
            (stands && write(&mut item, change)).then_some(())?;
        }
        let rows_stand = self.rows.iter().all(|row| row.make(&mut item));
        // Fields of a row that goes in the same breath could not be written back.
        let fields_stand = self.changes.iter().all(|change| item.has(&change.slot));
        (rows_stand && fields_stand).then_some(())?;
        (item.verdict, item.loose_reason) = self.verdict(known).ok()?;
        Some(item)
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

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotApplied {
    /// It is not sure which item is meant.
    Unresolved(Unresolved),
    /// The item is not what the edit was made on, or would be no valid one.
    Stale,
}

impl fmt::Display for NotApplied {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unresolved(why) => why.fmt(out),
            Self::Stale => out.write_str("the item is not what the edit was made on"),
        }
    }
}

impl Error for NotApplied {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unresolved(why) => Some(why),
            Self::Stale => None,
        }
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
mod tests;
