//! One field of an editor: what stands in the file, and what is being written in its place.

use crate::app::field::Field;
use crate::app::merging::BETWEEN_TEXTS;
use crate::ledger::{Change, Item, Kind, Part, Slot, Status, Unsaved, Value};
use crate::text::fold::half_width;

/// A field being written.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub slot: Slot,
    /// What is written so far; a figure as it is typed, a choice by its word in the file.
    pub field: Field,
    /// What can be chosen, where nothing can be typed. An empty word stands for nothing at all.
    pub choices: Vec<String>,
    /// The unit of a figure; empty for anything else.
    pub unit: String,
    /// Somebody else's text that was put into the field together with one's own, for a person to make one of.
    together: Option<Together>,
    /// What stood in the file when the writing began.
    before: Option<Value>,
    /// The same as text.
    base: String,
}

/// Two texts in one field.
#[derive(Debug)]
struct Together {
    theirs: Option<Value>,
    ours: String,
}

/// What is typed is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFigure;

impl Entry {
    /// An entry with what the item has in the slot.
    pub fn new(item: &Item, slot: Slot) -> Self {
        let before = item.value(&slot);
        Self {
            choices: choices(item, &slot),
            unit: unit(item, &slot),
            ..Self::of_value(slot, before)
        }
    }

    /// An entry with this in it, which nothing is chosen for and no unit belongs to.
    pub fn of_value(slot: Slot, before: Option<Value>) -> Self {
        let base = text_of(before.as_ref());
        let field = if slot.has_lines() {
            Field::lines(base.clone())
        } else {
            Field::line(base.clone())
        };
        Self {
            choices: Vec::new(),
            unit: String::new(),
            together: None,
            slot,
            field,
            before,
            base,
        }
    }

    /// What stands in the file, as text.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Whether something else is written than stands in the file.
    pub fn is_changed(&self) -> bool {
        self.field.text() != self.base
    }

    /// Whether something can be typed.
    pub fn is_typed(&self) -> bool {
        self.choices.is_empty()
    }

    /// The file has this by now; what is written stays.
    pub fn rebase(&mut self, value: Option<Value>) {
        self.base = text_of(value.as_ref());
        self.before = value;
        self.together = None;
    }

    /// The file has this by now because it was saved; what was typed meanwhile stays.
    pub fn take_saved(&mut self, value: Option<Value>) {
        self.rebase(value);
        // A figure is written in the file's own way.
        if self.change() == Ok(None) {
            self.field.replace(&self.base);
        }
    }

    /// What is written, as a draft keeps it.
    pub fn unsaved(&self) -> Unsaved {
        Unsaved {
            slot: self.slot.clone(),
            base: self.base.clone(),
            text: self.field.text().to_owned(),
        }
    }

    /// Whether saving what is written would leave the file as it is, where it has this.
    pub fn says(&self, value: Option<&Value>) -> bool {
        let written = self.understood(self.field.text());
        written.is_ok_and(|written| written.as_ref() == value)
    }

    /// Puts the writing on a text that stood in the file once.
    pub fn rebase_on_text(&mut self, base: &str) {
        let value = (base != self.base).then(|| self.understood(base).ok().flatten());
        if let Some(value) = value {
            self.before = value;
            base.clone_into(&mut self.base);
        }
    }

    /// Puts somebody else's text above one's own, to be made one by hand.
    pub fn put_together(&mut self, theirs: Option<Value>) {
        let ours = self.field.text().to_owned();
        let text = format!("{}\n{BETWEEN_TEXTS}\n{ours}", text_of(theirs.as_ref()));
        self.field.replace(&text);
        self.together = Some(Together { theirs, ours });
    }

    /// Whether two texts in the field have not been made one yet.
    pub fn is_unmerged(&self) -> bool {
        self.together.is_some() && self.field.text().contains(BETWEEN_TEXTS)
    }

    /// Whether somebody has made one text of one's own and this one. Taken back to one's own, it is not.
    pub fn has_merged(&self, theirs: Option<&Value>) -> bool {
        self.together.as_ref().is_some_and(|together| {
            together.theirs.as_ref() == theirs
                && together.ours != self.field.text()
                && !self.is_unmerged()
        })
    }

    /// Moves to another choice.
    pub fn choose(&mut self, by: isize) {
        let count = self.choices.len().cast_signed();
        let at = self
            .choices
            .iter()
            .position(|choice| choice == self.field.text())
            .unwrap_or(0)
            .cast_signed();
        let next = (at + by).rem_euclid(count.max(1)).cast_unsigned();
        if let Some(choice) = self.choices.get(next) {
            self.field.replace(choice);
        }
    }

    /// What saving would change.
    ///
    /// # Errors
    ///
    /// Where a figure is asked for and none is typed.
    pub fn change(&self) -> Result<Option<Change>, NotAFigure> {
        if !self.is_changed() {
            return Ok(None);
        }
        let after = self.understood(self.field.text())?;
        let change = Change {
            slot: self.slot.clone(),
            before: self.before.clone(),
            after,
        };
        Ok((change.before != change.after).then_some(change))
    }

    /// A text as the value of this slot: nothing stands for no value, except in a note.
    fn understood(&self, text: &str) -> Result<Option<Value>, NotAFigure> {
        if self.slot.is_figure() {
            return match text.trim() {
                "" => Ok(None),
                typed => figure(typed).map(|number| Some(Value::Number(number))),
            };
        }
        let is_nothing = text.is_empty() && self.slot != Slot::Progress;
        Ok((!is_nothing).then(|| text.into()))
    }
}

fn text_of(value: Option<&Value>) -> String {
    value.map(Value::to_string).unwrap_or_default()
}

/// A number as people type it: full-width digits and commas between thousands are fine; anything that leaves a doubt
/// is not.
fn figure(typed: &str) -> Result<f64, NotAFigure> {
    let typed: String = typed.chars().map(half_width).collect();
    let (whole, rest) = typed.split_once('.').unwrap_or((&typed, ""));
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().unwrap_or_default();
    let mut has_commas = false;
    let in_thousands = groups.all(|group| {
        has_commas = true;
        group.len() == 3
    });
    let is_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let is_plain = is_digits(rest)
        && is_digits(&whole.trim_start_matches(['-', '+']).replace(',', ""))
        && (!has_commas || (in_thousands && (1..=3).contains(&first.len())));
    let number: f64 = typed.replace(',', "").parse().or(Err(NotAFigure))?;
    (is_plain && number.is_finite())
        .then_some(number)
        .ok_or(NotAFigure)
}

fn unit(item: &Item, slot: &Slot) -> String {
    let place = slot.indicator().and_then(|key| item.place_of(key));
    place
        .and_then(|place| item.indicators.get(place))
        .map(|indicator| indicator.unit.clone())
        .unwrap_or_default()
}

fn choices(item: &Item, slot: &Slot) -> Vec<String> {
    let none = std::iter::once(String::new());
    match slot {
        Slot::Status => none
            .chain(Status::ALL.map(|status| status.name().to_owned()))
            .collect(),
        Slot::Of(key, Part::Stage) => {
            let indicator = item
                .place_of(key)
                .and_then(|place| item.indicators.get(place));
            let stages = indicator.map(|indicator| indicator.stages.clone());
            none.chain(stages.unwrap_or_default()).collect()
        }
        _ => Vec::new(),
    }
}

/// The slots of the form of an item, in its order.
pub fn form_slots(item: &Item) -> Vec<Slot> {
    let mut slots = vec![
        Slot::Problem,
        Slot::Next,
        Slot::Lead,
        Slot::Status,
        Slot::Reason,
    ];
    for (place, indicator) in item.indicators.iter().enumerate() {
        let parts: &[Part] = match indicator.kind {
            Kind::Stage => &[Part::Stage, Part::Evidence],
            _ => &[
                Part::Actual,
                Part::Underway,
                Part::Reported,
                Part::Target,
                Part::Evidence,
            ],
        };
        let of = |key| move |&part| Slot::Of(Clone::clone(&key), part);
        slots.extend(
            item.key_of(place)
                .map(of)
                .into_iter()
                .flat_map(|of| parts.iter().map(of)),
        );
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_type_them_or_not_at_all() {
        for (typed, expected) in [
            ("174", 174.0),
            ("１７４．５", 174.5),
            ("-3.2", -3.2),
            ("120,000", 120_000.0),
            ("１，０００", 1000.0),
            ("1,234,567.5", 1_234_567.5),
        ] {
            assert_eq!(figure(typed), Ok(expected), "{typed}");
        }
        for typed in [
            "1,2", "12,34", ",123", "12万", "3-1", "1.2.3", "abc", "1e5", "inf", "NaN", "5%",
            "约5", ".", "-",
        ] {
            assert_eq!(figure(typed), Err(NotAFigure), "{typed}");
        }
    }
}
