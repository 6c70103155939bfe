//! Searching while typing, and what becomes of the hits.

use std::sync::Arc;

use crate::app::field::{Field, Kind};
use crate::app::mode::{CameFrom, SearchBar};
use crate::app::pointing::{Gesture, Spot};
use crate::app::{Action, App, Effect, Kept, Mode, Msg, Pane, SearchRequest};
use crate::search::{Answer, Hit, Marker, Query};

/// From how many rows on the list shows pieces of notes: five items are in sight then.
const ROWS_FOR_PIECES: usize = 10;

impl App {
    /// Opens the search bar, with `first` already typed. A kept search is taken up again.
    pub(super) fn open_search(&mut self, first: Option<char>) -> Option<Effect> {
        let came_from = CameFrom {
            id: self.item().map(|item| item.id.clone()),
            kept: self.kept.clone(),
            pane: self.pane,
            zoomed: self.zoomed,
        };
        let (typed, scope) = match (&self.kept, first) {
            (Some(kept), None) => (kept.typed.clone(), kept.scope),
            _ => (String::new(), self.first_scope),
        };
        let mut field = Field::line(typed);
        let is_resumed = first.is_none() && self.kept.is_some();
        if is_resumed {
            // Whoever types means another search; whoever moves the caret means this one.
            field.text_start();
            field.select(Field::text_end);
        }
        if let Some(first) = first {
            field.insert(first.encode_utf8(&mut [0; 4]), Kind::Type);
        }
        (self.pane, self.zoomed) = (Pane::List, false);
        self.mode = Mode::Search(Box::new(SearchBar {
            field,
            scope,
            came_from,
        }));
        self.resize_fields();
        // The hits are there already, and so is the place among them.
        if is_resumed { None } else { self.ask() }
    }

    /// Asks for what the search bar says now.
    pub(super) fn ask(&mut self) -> Option<Effect> {
        self.release();
        let Mode::Search(bar) = &self.mode else {
            return None;
        };
        let (typed, scope) = (bar.field.text().to_owned(), bar.scope);
        let query = Query::new(&typed);
        let kept = Kept {
            marker: Arc::new(Marker::new(&query)),
            query,
            typed,
            scope,
        };
        if kept.query.is_empty() {
            let id = bar.came_from.id.clone();
            self.drop_search();
            id.map(|id| self.select_id(&id));
            return None;
        }
        Some(self.request(kept))
    }

    /// The search for a query; its hits will replace what the list shows.
    pub(super) fn request(&mut self, kept: Kept) -> Effect {
        self.newest_search += 1;
        self.searching = true;
        let (query, scope) = (kept.query.clone(), kept.scope);
        self.kept = Some(kept);
        Effect::Search(SearchRequest {
            number: self.newest_search,
            ledger: self.ledger.clone(),
            query,
            scope,
        })
    }

    /// How many rows an item has in the list: where words were searched and there is room, a second one shows the piece
    /// of its note that has them.
    pub fn item_rows(&self) -> usize {
        let searches_notes =
            |kept: &Kept| kept.scope.has_notes() && kept.query.wanted().next().is_some();
        let has_room = self.layout().list_rows() >= ROWS_FOR_PIECES;
        1 + usize::from(has_room && self.kept.as_ref().is_some_and(searches_notes))
    }

    /// How many items of the list are in sight.
    pub fn items_in_sight(&self) -> usize {
        (self.layout().list_rows() / self.item_rows()).max(1)
    }

    /// Takes the hits of the newest search; those of older ones come too late.
    pub(super) fn take_answer(&mut self, number: u64, answer: Answer) {
        if number != self.newest_search || !self.searching {
            return;
        }
        self.searching = false;
        let selected = self.item().map(|item| item.id.clone());
        self.advice = answer.advice;
        let hits = answer.hits.iter();
        let found = hits
            .map(Hit::position)
            .filter(|&at| at < self.ledger.items.len())
            .collect();
        self.take_found(found);
        self.list = super::window::Window::default();
        // While typing, the best hit leads. A search made again after an edit keeps the place.
        if !matches!(self.mode, Mode::Search(_)) {
            selected.map(|id| self.select_id(&id));
        }
        self.item_changed();
    }

    /// Whether this must wait until the search is answered: it is about the hits, and those on screen are not the ones
    /// that were asked for.
    pub fn waits_for_hits(&self, msg: &Msg) -> bool {
        if !self.searching {
            return false;
        }
        match (&self.mode, msg) {
            (_, Msg::Pointed(Gesture::Click, Spot::Key(action))) => {
                self.waits_for_hits(&Msg::Do(*action))
            }
            (Mode::Search(_), Msg::Do(action)) => matches!(
                action,
                Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::Keep
            ),
            (Mode::Browse, Msg::Do(action)) => !matches!(
                action,
                Action::Back | Action::Quit | Action::Redraw | Action::Help
            ),
            (Mode::Browse, Msg::Typed(_) | Msg::Pasted(_))
            | (Mode::Palette(_), Msg::Do(Action::Choose)) => true,
            _ => false,
        }
    }

    /// Closes the search bar and keeps the hits in the list, and what was typed for another time.
    pub(super) fn keep_search(&mut self) {
        if let Mode::Search(bar) = &self.mode {
            let typed = bar.field.text().to_owned();
            self.past_searches.retain(|past| *past != typed);
            if !typed.trim().is_empty() {
                self.past_searches.push(typed);
            }
        }
        self.mode = Mode::Browse;
    }

    /// Up in an empty search bar, or above the first hit of a search that was called back: the search before that one.
    /// Elsewhere the hit above.
    pub(super) fn up_in_search(&mut self) -> Option<Effect> {
        let Mode::Search(bar) = &mut self.mode else {
            return None;
        };
        let typed = bar.field.text();
        let newer = self.past_searches.iter().position(|past| past == typed);
        let is_recalled = newer.is_some() && self.list.cursor == 0;
        if !typed.is_empty() && !is_recalled {
            self.step_list(-1);
            return None;
        }
        let older = newer.unwrap_or(self.past_searches.len()).checked_sub(1)?;
        let past = self.past_searches.get(older)?;
        bar.field.clear();
        bar.field.insert(past, Kind::Paste);
        self.ask()
    }

    /// Closes the search bar and goes back to where the user was.
    pub(super) fn leave_search(&mut self) -> Option<Effect> {
        let Mode::Search(bar) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return None;
        };
        self.drop_search();
        (self.pane, self.zoomed) = (bar.came_from.pane, bar.came_from.zoomed);
        bar.came_from.id.map(|id| self.select_id(&id));
        // A search that was kept before is made again; it finds its place by the item under the cursor.
        bar.came_from.kept.map(|kept| self.request(kept))
    }

    /// Shows the whole ledger again.
    pub(super) fn drop_search(&mut self) {
        self.kept = None;
        self.searching = false;
        self.release();
        self.take_found(self.natural.clone());
        self.list = super::window::Window::default();
        self.item_changed();
    }
}
