//! The form of an order: what is to be done, who does it, by when, and on which day the meeting was.
//!
//! It is an editor like the others, so that drafts, questions and saves work on it alike; only what comes of it is a row
//! of the item and no field.

use jiff::civil::Date;

use crate::app::editor::day::day;
use crate::app::editor::{Editor, Entry};
use crate::app::layout::Size;
use crate::ledger::{
    Draft, Edit, Item, ItemRef, Ledger, Order, OrderPart, Row, RowChange, Slot, Unsaved, Value,
};

/// What the form of an order knows beside its entries.
#[derive(Debug)]
pub struct OrderForm {
    /// The order that is rewritten, and its place among those of the item; `None` for a new one.
    original: Option<(usize, Order)>,
    /// Who leads the item: most often the one who must do it, and never more than offered.
    lead: Option<String>,
    /// The year of days that are typed without one.
    year: Option<i16>,
}

/// What is said below an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// This day is understood.
    Day(Date),
    /// This day is understood, and it is before the meeting.
    BeforeMeeting(Date),
    /// What is typed is no day.
    NoDay,
    /// Who could be put in by a key.
    Lead(String),
}

/// Why an order is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderFault {
    /// Nothing is ordered.
    TextMissing,
    /// What is typed is no day.
    NoDay(OrderPart),
    /// Somebody else changed the order that was rewritten; what is written is a new one now.
    ChangedByOthers,
}

impl OrderFault {
    /// The part that must be written otherwise.
    pub const fn part(self) -> OrderPart {
        match self {
            Self::NoDay(part) => part,
            Self::TextMissing | Self::ChangedByOthers => OrderPart::Text,
        }
    }
}

impl Editor {
    /// Opens the form of a new order, or of the one at a place of the item.
    pub fn order(
        (of, item): (ItemRef, &Item),
        place: Option<usize>,
        year: Option<i16>,
        size: Size,
    ) -> Self {
        let original = place.and_then(|place| Some((place, item.orders.get(place)?.clone())));
        let mut editor = Self::of(of, item, Vec::new(), size);
        let entries = OrderPart::ALL.map(|part| {
            let said = original.as_ref().map(|(_, order)| part.of(order));
            let said = said.filter(|said| !said.is_empty());
            Entry::of_value(Slot::Order(part), said.map(Value::Text))
        });
        editor.entries = entries.into();
        editor.order = Some(Box::new(OrderForm {
            original,
            lead: item.lead.clone().filter(|lead| !lead.trim().is_empty()),
            year,
        }));
        editor.resize(size);
        editor
    }

    /// Opens the form of an order that was not saved. One that somebody else has changed since becomes a new one.
    pub(super) fn order_of_draft(
        draft: &Draft,
        (of, item): (ItemRef, &Item),
        ledger: &Ledger,
        size: Size,
    ) -> Self {
        let base = |part| {
            let mut fields = draft.fields.iter();
            let field = fields.find(|field| field.slot == Slot::Order(part));
            field.map_or("", |field| &*field.base)
        };
        let is_it = |order: &Order| {
            OrderPart::ALL
                .iter()
                .all(|part| part.of(order) == base(*part))
        };
        let place = item.orders.iter().position(is_it);
        let year = ledger.heading.year;
        let year = year.or(ledger.heading.as_of.map(Date::year));
        let mut editor = Self::order((of, item), place, year, size);
        for Unsaved { slot, base, text } in &draft.fields {
            if !editor.focus_on(slot) {
                continue;
            }
            if let Some(entry) = editor.entry_mut() {
                if place.is_none() && *slot == Slot::Order(OrderPart::Date) {
                    entry.rebase_on_text(base);
                }
                entry.field.replace(text);
            }
        }
        editor.focus = 0;
        editor.resize(size);
        editor
    }

    /// Whether it is the form of an order.
    pub fn is_order(&self) -> bool {
        self.order.is_some()
    }

    /// Whether it is the form of an order that is in the file already.
    pub fn is_rewritten_order(&self) -> bool {
        let form = self.order.as_ref();
        form.is_some_and(|form| form.original.is_some())
    }

    /// What is written for a part of the order.
    pub fn order_text(&self, part: OrderPart) -> &str {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.slot == Slot::Order(part));
        entry.map_or("", |entry| entry.field.text())
    }

    /// The meeting is on this day, where nobody has said otherwise.
    pub fn meet_on(&mut self, today: Date, size: Size) {
        if !self.is_order() || self.is_rewritten_order() {
            return;
        }
        let slot = Slot::Order(OrderPart::Date);
        let entries = self.entries.iter_mut();
        let untouched = |entry: &&mut Entry| entry.slot == slot && entry.field.text().is_empty();
        for entry in entries.filter(untouched) {
            let today = Value::Text(today.to_string());
            *entry = Entry::of_value(slot.clone(), Some(today));
        }
        self.resize(size);
    }

    /// Puts the unit that leads the item in as the owner, where the keys are on that and nothing is written there. Says
    /// whether it did.
    pub(in crate::app) fn take_lead(&mut self) -> bool {
        let Some(Hint::Lead(lead)) = self.hint(self.focus) else {
            return false;
        };
        let entry = self.entry_mut();
        entry.map(|entry| entry.field.replace(&lead)).is_some()
    }

    /// What is to be said below an entry.
    pub fn hint(&self, index: usize) -> Option<Hint> {
        let form = self.order.as_ref()?;
        let entry = self.entries.get(index)?;
        let Slot::Order(part) = entry.slot else {
            return None;
        };
        let is_empty = entry.field.text().trim().is_empty();
        match part {
            OrderPart::Owner if index == self.focus && entry.field.text().is_empty() => {
                form.lead.clone().map(Hint::Lead)
            }
            OrderPart::Text | OrderPart::Owner => None,
            OrderPart::Due | OrderPart::Date if is_empty => None,
            OrderPart::Due | OrderPart::Date => Some(self.hint_of_day(part)),
        }
    }

    fn hint_of_day(&self, part: OrderPart) -> Hint {
        let Ok(Some(day)) = self.day(part) else {
            return Hint::NoDay;
        };
        let meeting = self.day(OrderPart::Date).ok().flatten();
        if part == OrderPart::Due && meeting.is_some_and(|meeting| day < meeting) {
            Hint::BeforeMeeting(day)
        } else {
            Hint::Day(day)
        }
    }

    fn day(&self, part: OrderPart) -> Result<Option<Date>, OrderFault> {
        let typed = self.order_text(part);
        let understood = match part {
            OrderPart::Due => self.due(typed),
            _ => day(typed, self.year()),
        };
        match understood {
            None if !typed.trim().is_empty() => Err(OrderFault::NoDay(part)),
            day => Ok(day),
        }
    }

    /// What is ordered is to be done after the meeting: without a year, the first such day from then on is meant, at the
    /// end of a year one of the next.
    fn due(&self, typed: &str) -> Option<Date> {
        let meeting = self.day(OrderPart::Date).ok().flatten();
        let Some(meeting) = meeting.filter(|_| day(typed, None).is_none()) else {
            return day(typed, self.year());
        };
        let of_year = |year: i16| day(typed, Some(year)).filter(|day| *day >= meeting);
        // The 29th of February may be years away.
        (meeting.year()..=meeting.year().saturating_add(8)).find_map(of_year)
    }

    fn year(&self) -> Option<i16> {
        self.order.as_ref().and_then(|form| form.year)
    }

    /// The order as it is written.
    fn written(&self) -> Result<Order, OrderFault> {
        let text = self.order_text(OrderPart::Text);
        if text.trim().is_empty() {
            return Err(OrderFault::TextMissing);
        }
        let owner = self.order_text(OrderPart::Owner);
        let original = self.order.as_ref().and_then(|form| form.original.as_ref());
        Ok(Order {
            due: self.day(OrderPart::Due)?,
            date: self.day(OrderPart::Date)?,
            text: text.to_owned(),
            owner: (!owner.trim().is_empty()).then(|| owner.to_owned()),
            done: original.is_some_and(|(_, order)| order.done),
        })
    }

    /// An order that is in the file as it is written is no change any more.
    pub(super) fn drop_saved_order(&mut self, item: &Item) {
        let Ok(written) = self.written() else {
            return;
        };
        let is_it = |order: &Order| {
            OrderPart::ALL
                .iter()
                .all(|it| it.of(order) == it.of(&written))
        };
        if !self.is_rewritten_order() && item.orders.iter().any(is_it) {
            for entry in &mut self.entries {
                let text = entry.field.text().to_owned();
                entry.rebase(Some(Value::Text(text)));
            }
        }
    }

    /// What saving would do; nothing where the order says what it said.
    ///
    /// # Errors
    ///
    /// With what must be written first.
    pub fn order_change(&self) -> Result<Option<RowChange>, OrderFault> {
        let after = self.written()?;
        let original = self.order.as_ref().and_then(|form| form.original.clone());
        Ok(match original {
            None => Some(RowChange::Append(Row::Order(after))),
            Some((_, before)) if before == after => None,
            Some((place, before)) => Some(RowChange::Rewrite {
                place,
                before,
                after,
            }),
        })
    }

    /// The orders of the item may stand in other places by now.
    pub fn follow_order(&mut self, item: &Item) {
        let original = self.order.as_mut().and_then(|form| form.original.as_mut());
        if let Some((place, order)) = original
            && let Some(now) = item.place_of_order(*place, order)
        {
            *place = now;
        }
    }

    /// What is written becomes a new order, because the one that was rewritten is another one by now.
    pub fn detach_order(&mut self) {
        if let Some(form) = &mut self.order {
            form.original = None;
        }
        for entry in &mut self.entries {
            if entry.slot == Slot::Order(OrderPart::Text) {
                entry.rebase(None);
            }
        }
    }

    /// An edit is in the file. Where it wrote this order, what is written is no change any more, save for what was typed
    /// meanwhile. Says whether it did.
    pub fn take_saved_order(&mut self, edit: &Edit, item: Option<&Item>) -> bool {
        let is_new = !self.is_rewritten_order();
        let (place, saved) = match edit.rows.first() {
            Some(RowChange::Append(Row::Order(order))) if is_new => {
                let last = item.map_or(0, |item| item.orders.len().saturating_sub(1));
                (last, order.clone())
            }
            Some(RowChange::Rewrite { place, after, .. }) if !is_new => (*place, after.clone()),
            _ => return false,
        };
        let is_all = self.written().as_ref() == Ok(&saved);
        let Some(form) = &mut self.order else {
            return false;
        };
        for entry in &mut self.entries {
            let Slot::Order(part) = entry.slot else {
                continue;
            };
            // A day may be typed otherwise than the file has it.
            let text = if is_all {
                entry.field.text().to_owned()
            } else {
                part.of(&saved)
            };
            entry.rebase((!text.is_empty()).then_some(Value::Text(text)));
        }
        form.original = Some((place, saved));
        true
    }
}
