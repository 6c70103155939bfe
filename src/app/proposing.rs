//! Figures read from a note, offered one by one. Nothing is written that was not accepted.

use std::sync::Arc;

use crate::app::{Action, App, Effect, Mode, Notice, SaveKind, SaveRequest};
use crate::ledger::offer::offers;
use crate::ledger::{Edit, Item, ItemId, Offer, Slot, Value};

/// What is offered for one item.
#[derive(Debug)]
pub struct Proposing {
    /// The item.
    pub id: ItemId,
    /// What can be accepted.
    pub offers: Vec<Offer>,
    /// The one under the cursor.
    pub cursor: usize,
    /// Its note before it was rewritten; `None` where the user asked for all that can be read.
    old_note: Option<String>,
    /// An accepted offer is being written.
    is_saving: bool,
}

impl Proposing {
    /// The offer under the cursor.
    pub fn selected(&self) -> Option<&Offer> {
        self.offers.get(self.cursor)
    }

    fn step(&mut self, by: isize) {
        let last = self.offers.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

impl App {
    /// Offers what can be read from the note under the cursor, because the user asks for it.
    pub(super) fn open_proposals(&mut self) {
        if let Some(why) = self.file().read_only {
            self.notice = Some(Notice::ReadOnly(why));
            return;
        }
        let Some(item) = self.item().map(Arc::clone) else {
            return;
        };
        if !self.propose(&item, None) {
            self.notice = Some(Notice::NothingToPropose);
        }
    }

    /// Offers what a note that was just saved says anew.
    pub(super) fn propose_after(&mut self, edit: &Edit, position: usize) {
        let note = edit.changes.iter().find(|it| it.slot == Slot::Progress);
        let Some(Value::Text(old_note)) = note.and_then(|note| note.before.clone()) else {
            return;
        };
        let item = self.ledger.items.get(position);
        if let Some(item) = item.map(Arc::clone) {
            self.propose(&item, Some(old_note));
        }
    }

    /// Says whether there is anything to offer.
    fn propose(&mut self, item: &Item, old_note: Option<String>) -> bool {
        let offers = offers(item, old_note.as_deref());
        if offers.is_empty() {
            return false;
        }
        self.mode = Mode::Propose(Box::new(Proposing {
            id: item.id.clone(),
            offers,
            cursor: 0,
            old_note,
            is_saving: false,
        }));
        self.point_at_offer();
        true
    }

    pub(super) fn act_in_proposals(&mut self, action: Action) -> Option<Effect> {
        let Mode::Propose(proposing) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Up => proposing.step(-1),
            Action::Down => proposing.step(1),
            Action::First => proposing.cursor = 0,
            Action::Last => proposing.step(isize::MAX),
            Action::Take => return self.accept(),
            Action::Back => {
                self.mode = Mode::Browse;
                return None;
            }
            _ => {}
        }
        self.point_at_offer();
        None
    }

    /// Has the offer under the cursor written.
    fn accept(&mut self) -> Option<Effect> {
        let Mode::Propose(proposing) = &mut self.mode else {
            return None;
        };
        let position = self.ledger.position(&proposing.id)?;
        let edit = proposing.selected()?.edit(&self.ledger, position)?;
        if std::mem::replace(&mut proposing.is_saving, true) {
            return None;
        }
        self.notice = Some(Notice::Saving);
        let kind = SaveKind::Edit;
        Some(Effect::Save(SaveRequest { edit, kind }))
    }

    /// A save came to its end, or the ledger changed: what is left to offer is looked for anew.
    pub(super) fn propose_again(&mut self) {
        let Mode::Propose(proposing) = &mut self.mode else {
            return;
        };
        proposing.is_saving = false;
        let position = self.ledger.position(&proposing.id);
        let item = position.and_then(|position| self.ledger.items.get(position));
        match item {
            Some(item) if matches!(proposing.offers.first(), Some(Offer::Measure(_))) => {
                proposing.offers.retain(|offer| !offer.is_taken(item));
            }
            Some(item) => {
                let selected = proposing.selected().cloned();
                proposing.offers = offers(item, proposing.old_note.as_deref());
                let same = proposing
                    .offers
                    .iter()
                    .position(|it| Some(it) == selected.as_ref());
                proposing.cursor = same.unwrap_or(proposing.cursor);
            }
            None => proposing.offers.clear(),
        }
        proposing.step(0);
        if proposing.offers.is_empty() {
            self.mode = Mode::Browse;
        }
        self.point_at_offer();
    }

    /// Marks the words of the offer under the cursor in the note.
    pub(super) fn point_at_offer(&mut self) {
        let Mode::Propose(proposing) = &self.mode else {
            return;
        };
        let note = self.item().filter(|item| item.id == proposing.id);
        let words = note.and_then(|item| proposing.selected()?.words(&item.progress));
        let words = words.map(str::to_owned);
        self.point_at(words);
    }
}
