//! Searching while typing, and what becomes of the hits.

use crate::app::field::{Field, Kind};
use crate::app::mode::{CameFrom, SearchBar};
use crate::app::{App, Effect, Kept, Mode, Pane, SearchRequest};
use crate::search::{Hit, Query, Scope};

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
            _ => (String::new(), Scope::default()),
        };
        let mut field = Field::line(typed);
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
        self.ask()
    }

    /// Asks for what the search bar says now.
    pub(super) fn ask(&mut self) -> Option<Effect> {
        let Mode::Search(bar) = &self.mode else {
            return None;
        };
        let (typed, scope) = (bar.field.text().to_owned(), bar.scope);
        let kept = Kept {
            query: Query::new(&typed),
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

    /// Takes the hits of the newest search; those of older ones come too late.
    pub(super) fn take_hits(&mut self, number: u64, hits: &[Hit]) {
        if number != self.newest_search || !self.searching {
            return;
        }
        self.searching = false;
        let selected = self.item().map(|item| item.id.clone());
        self.shown = hits
            .iter()
            .map(Hit::position)
            .filter(|&at| at < self.ledger.items.len())
            .collect();
        self.list = super::window::Window::default();
        // While typing, the best hit leads. A search made again after an edit keeps the place.
        if !matches!(self.mode, Mode::Search(_)) {
            selected.map(|id| self.select_id(&id));
        }
        self.item_changed();
    }

    /// Closes the search bar and keeps the hits in the list.
    pub(super) fn keep_search(&mut self) {
        self.mode = Mode::Browse;
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
        self.shown.clone_from(&self.natural);
        self.list = super::window::Window::default();
        self.item_changed();
    }
}
