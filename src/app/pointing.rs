//! The mouse: what a click, a drag or a turn of the wheel does where it happens.
//!
//! Owns what the places are that can be pointed at. Where on the screen they are is the view's to say: it drew them, and
//! tells what stands at a cell when one is pointed at.

use crate::app::filtering::Choice;
use crate::app::{Action, App, Effect, Mode, Pane};
use crate::ledger::Status;

/// A cell of the window, counted from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its column.
    pub col: u16,
    /// Its row.
    pub row: u16,
}

/// What the hand does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Presses the left button.
    Click,
    /// Presses the right button.
    RightClick,
    /// Moves with the left button held.
    Drag,
    /// Turns the wheel, so many rows down (up where negative).
    Wheel(isize),
}

/// What stands where it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Nothing that can be pointed at.
    Nowhere,
    /// The words that say what a key does.
    Key(Action),
    /// How many items have a verdict, or with `None` how many there are.
    Count(Option<Status>),
    /// The word that says that this narrows the list.
    Chip(Choice),
    /// The word that says in which order the list is.
    Order,
    /// A row of the list, menu or table in front, by its index.
    Row(usize),
    /// A pane.
    Pane(Pane),
    /// A text that is being written.
    Text {
        /// The index of the field in the editor.
        entry: usize,
        /// The column in the field.
        col: usize,
        /// The row in the field, from the first in sight; negative above it.
        row: isize,
    },
    /// An answer or a choice, by its index.
    Answer(usize),
    /// Beside a menu.
    Beside,
}

impl App {
    /// Takes what was done with the mouse, and where.
    pub(super) fn pointed(&mut self, gesture: Gesture, spot: Spot) -> Option<Effect> {
        let is_presenting = matches!(self.mode, Mode::Present(_));
        match (gesture, spot) {
            (Gesture::Wheel(rows), spot) => self.turn_wheel(rows, &spot),
            (Gesture::Drag, Spot::Text { entry, col, row }) => {
                self.drag_to(entry, col, row);
                None
            }
            (Gesture::RightClick, _) if is_presenting => self.act(Action::PreviousItem),
            (Gesture::Drag | Gesture::RightClick, _) => None,
            (Gesture::Click, spot) => {
                self.dismiss_notices();
                self.click(spot)
            }
        }
    }

    fn click(&mut self, spot: Spot) -> Option<Effect> {
        match spot {
            Spot::Key(action) => return self.act(action),
            Spot::Count(status) => self.toggle_filter(status.map(Choice::Status)),
            Spot::Chip(choice) => self.toggle_filter(Some(choice)),
            Spot::Order => self.sort_by(None),
            Spot::Row(index) => return self.click_row(index),
            Spot::Pane(pane) => self.click_pane(pane),
            Spot::Text { entry, col, row } => self.click_text(entry, col, row),
            Spot::Answer(index) => return self.click_answer(index),
            Spot::Beside => return self.act(Action::Back),
            // As slides do: left goes on.
            Spot::Nowhere if matches!(self.mode, Mode::Present(_)) => {
                return self.act(Action::NextItem);
            }
            Spot::Nowhere => {}
        }
        None
    }

    /// The first click puts the cursor on a row, the next one does what Enter does there. Menus need no second one.
    fn click_row(&mut self, index: usize) -> Option<Effect> {
        match &mut self.mode {
            Mode::Menu(menu) => {
                menu.list.cursor = index;
                return self.choose_in_menu();
            }
            Mode::Palette(palette) => {
                palette.menu.list.cursor = index;
                return self.act(Action::Choose);
            }
            Mode::Copy(_) => return self.choose_form_at(index),
            Mode::Overview(overview) if overview.cursor == index => return self.act(Action::Open),
            Mode::Overview(overview) => overview.cursor = index,
            Mode::Findings(findings) if findings.list.cursor == index => {
                return self.act(Action::Open);
            }
            Mode::Findings(findings) => findings.list.cursor = index,
            Mode::Orders(orders) if orders.list.cursor == index => return self.act(Action::Open),
            Mode::Orders(orders) => orders.list.cursor = index,
            Mode::Propose(proposing) if proposing.cursor == index => return self.act(Action::Take),
            Mode::Propose(proposing) => {
                proposing.cursor = index;
                self.point_at_offer();
            }
            _ => self.click_item(index),
        }
        None
    }

    fn click_item(&mut self, index: usize) {
        self.digits.clear();
        let had_keys = self.pane == Pane::List;
        self.pane = Pane::List;
        if self.list.cursor != index {
            self.list.cursor = index;
            self.item_changed();
        } else if had_keys {
            if matches!(self.mode, Mode::Search(_)) {
                self.keep_search();
            }
            self.open();
        }
    }

    /// Gives the keys to a pane. The strip that stands for the item in full opens it.
    fn click_pane(&mut self, pane: Pane) {
        if matches!(self.mode, Mode::Search(_)) {
            self.keep_search();
        }
        if pane == Pane::Detail && self.layout().detail.is_none() {
            self.open();
        } else {
            self.pane = pane;
        }
    }

    fn click_text(&mut self, entry: usize, col: usize, row: isize) {
        if let Mode::Edit(editor) = &mut self.mode {
            let has_keys = editor.focus == entry;
            editor.focus = entry.min(editor.entries.len().saturating_sub(1));
            // A choice has no place for a caret: the next click chooses the next.
            if let Some(entry) = editor.entry_mut().filter(|entry| !entry.is_typed()) {
                if has_keys {
                    entry.choose(1);
                }
                return;
            }
        }
        if let Some(field) = self.mode.field() {
            field.point(col, row);
        }
    }

    fn drag_to(&mut self, entry: usize, col: usize, row: isize) {
        let is_here = match &self.mode {
            Mode::Edit(editor) => editor.focus == entry,
            _ => true,
        };
        if let Some(field) = self.mode.field().filter(|_| is_here) {
            field.select(|field| field.point(col, row));
        }
    }

    fn click_answer(&mut self, index: usize) -> Option<Effect> {
        match &mut self.mode {
            Mode::Ask(question, _) => question.choice = index,
            // What will be left is looked at before it is taken.
            Mode::Merge(merging) if merging.choice != index => {
                merging.choice = index;
                return None;
            }
            _ => {}
        }
        self.act(Action::Choose)
    }

    /// Scrolls what is under the pointer; a cursor comes along only where it would be out of sight.
    fn turn_wheel(&mut self, rows: isize, spot: &Spot) -> Option<Effect> {
        match &mut self.mode {
            Mode::Browse | Mode::Search(_) => {
                self.scroll_pane(rows, spot);
                None
            }
            Mode::Edit(editor) if !editor.is_form() => {
                if let Some(field) = editor.field_mut() {
                    field.scroll(rows);
                }
                None
            }
            Mode::Edit(editor) => {
                editor.move_focus(rows > 0);
                None
            }
            Mode::Ask(..) => None,
            Mode::Present(_) => self.repeat([Action::ScrollUp, Action::ScrollDown], rows),
            Mode::Copy(_) | Mode::Propose(_) => {
                self.repeat([Action::Up, Action::Down], rows.signum())
            }
            _ => self.repeat([Action::Up, Action::Down], rows),
        }
    }

    fn scroll_pane(&mut self, rows: isize, spot: &Spot) {
        match spot {
            Spot::Row(_) | Spot::Pane(Pane::List) => {
                let before = self.list.cursor;
                let in_sight = self.items_in_sight();
                self.list.scroll(rows, self.shown.len(), in_sight);
                if self.list.cursor != before {
                    self.item_changed();
                }
            }
            Spot::Pane(Pane::Detail) => self.scroll_detail(rows),
            // It follows the measure that is looked at.
            Spot::Pane(Pane::Gauges) => self.look_by(rows.signum()),
            _ => {}
        }
    }

    fn repeat(&mut self, [up, down]: [Action; 2], rows: isize) -> Option<Effect> {
        let action = if rows < 0 { up } else { down };
        let effects = (0..rows.unsigned_abs()).map(|_| self.act(action));
        effects.last().flatten()
    }
}
