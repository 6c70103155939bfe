//! Writing an order: the form, and what becomes of it.

use jiff::civil::Date;

use crate::app::editor::NOTE_LIMIT_BYTES;
use crate::app::{App, DateUse, Editor, Effect, Mode, Notice, OrderFault, SaveKind, SaveRequest};
use crate::ledger::{Edit, NotSaved, Slot};

impl App {
    /// Opens the form of a new order about the item under the cursor.
    pub(in crate::app) fn record_order(&mut self) -> Option<Effect> {
        let position = self.selected()?;
        self.digits.clear();
        self.open_order(position, None);
        matches!(self.mode, Mode::Edit(_)).then_some(Effect::AskDate(DateUse::Meeting))
    }

    /// Opens the form on the order under the cursor of the list, which comes back afterwards.
    pub(in crate::app) fn rewrite_order(&mut self) {
        let Mode::Orders(orders) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return;
        };
        let row = orders.selected().cloned();
        self.orders_aside = Some(orders);
        if let Some(row) = row {
            self.open_order(row.position, Some(row.place));
        }
    }

    fn open_order(&mut self, position: usize, place: Option<usize>) {
        if let Some(why) = self.file.read_only {
            self.notice = Some(Notice::ReadOnly(why));
            return;
        }
        let item = self.ledger.items.get(position);
        let (Some(item), Some(of)) = (item, self.ledger.item_ref(position)) else {
            return;
        };
        let order = place.and_then(|place| item.orders.get(place));
        let owner_bytes = |owner: &Option<String>| owner.as_ref().map_or(0, String::len);
        let order_bytes = order.map_or(0, |order| order.text.len() + owner_bytes(&order.owner));
        if order_bytes + owner_bytes(&item.lead) > NOTE_LIMIT_BYTES {
            self.notice = Some(Notice::TooLongToEdit {
                limit_bytes: NOTE_LIMIT_BYTES,
            });
            return;
        }
        let editor = Editor::order((of, item), place, self.year(), self.size);
        self.mode = Mode::Edit(Box::new(editor));
    }

    /// The year that days are meant to be in.
    fn year(&self) -> Option<i16> {
        let heading = &self.ledger.heading;
        let day = heading.as_of.or(self.today);
        heading.year.or(day.map(Date::year))
    }

    /// Saves the order that is written, and leaves its form when that is done.
    pub(in crate::app) fn save_order(&mut self) -> Option<Effect> {
        let position = self.edited();
        let Mode::Edit(editor) = &mut self.mode else {
            return None;
        };
        if let Some(item) = position.and_then(|position| self.ledger.items.get(position)) {
            editor.follow_order(item);
        }
        let change = match editor.order_change() {
            Ok(Some(change)) => change,
            Ok(None) => {
                self.notice = Some(Notice::NothingChanged);
                self.mode = Mode::Browse;
                return None;
            }
            Err(fault) => {
                editor.focus_on(&Slot::Order(fault.part()));
                self.notice = Some(Notice::Order(fault));
                return None;
            }
        };
        if position.is_none() {
            self.ask_whose();
            return None;
        }
        editor.saving = true;
        let edit = Edit::of_row(editor.item.clone(), change);
        self.notice = Some(Notice::Saving);
        let kind = SaveKind::Edit;
        Some(Effect::Save(SaveRequest { edit, kind }))
    }

    /// The order that was rewritten is another one by now: what is written here stays, to be saved as a new one. Says
    /// whether that was why the save failed.
    pub(in crate::app) fn order_is_stale(&mut self, error: &NotSaved) -> bool {
        let is_stale = matches!(error, NotSaved::StaleEdit);
        let editor = self.mode.editor_mut();
        let Some(editor) = editor.filter(|editor| is_stale && editor.is_order()) else {
            return false;
        };
        editor.detach_order();
        self.notice = Some(Notice::Order(OrderFault::ChangedByOthers));
        true
    }
}
