//! The editor of one item: its note over the whole window, or its other fields as a form.

mod day;
mod entry;
mod order;

use crate::app::field::Field;
use crate::app::layout::{EditorLayout, FormLayout, Size};
use crate::ledger::{Change, Draft, Item, ItemRef, Ledger, Provenance, Slot, Unresolved, Unsaved};
use crate::text::Ruler;
use order::OrderForm;

pub use entry::{Entry, NotAFigure};
pub use order::{Hint, OrderFault};

/// The longest text that is edited here. The longest published note has 1.5 KB; a larger paste is a mistake.
pub const NOTE_LIMIT_BYTES: usize = 64 * 1024;

/// An open editor.
#[derive(Debug)]
pub struct Editor {
    /// Whose fields.
    pub item: ItemRef,
    /// Why it is not sure any more whose they are, if so.
    pub astray: Option<Unresolved>,
    /// The fields; at least one.
    pub entries: Vec<Entry>,
    /// The index of the one that has the keys.
    pub focus: usize,
    /// The first row of a form in sight.
    pub top: usize,
    /// Whether the note as it was is shown beside.
    pub compares: bool,
    /// Whether a save of it is under way.
    pub saving: bool,
    /// Whether somebody else's text was met already and chosen about.
    pub has_chosen: bool,
    /// What is to be said of the draft that it was opened on.
    pub found: Option<Box<Provenance>>,
    /// The order that is being written, where it is one.
    order: Option<Box<OrderForm>>,
}

impl Editor {
    /// Opens the note of an item in a window of this size.
    pub fn note(of: ItemRef, item: &Item, size: Size) -> Self {
        Self::of(of, item, vec![Slot::Progress], size)
    }

    /// Opens the other fields of an item.
    pub fn form(of: ItemRef, item: &Item, size: Size) -> Self {
        Self::of(of, item, entry::form_slots(item), size)
    }

    fn of(of: ItemRef, item: &Item, slots: Vec<Slot>, size: Size) -> Self {
        let entries = slots.into_iter().map(|slot| Entry::new(item, slot));
        let mut editor = Self {
            item: of,
            astray: None,
            entries: entries.collect(),
            focus: 0,
            top: 0,
            compares: false,
            saving: false,
            has_chosen: false,
            found: None,
            order: None,
        };
        editor.resize(size);
        editor
    }

    /// Opens an editor on unsaved fields. It shows nothing but these where it is not sure whose they are.
    pub fn of_draft(draft: &Draft, ledger: &Ledger, size: Size) -> Self {
        let resolved = ledger.resolve(&draft.item);
        let position = resolved.as_ref().ok().copied();
        let known = position.and_then(|position| ledger.items.get(position));
        let unknown = || Item::new(draft.item.id().clone(), draft.item.title(), "");
        let item = known.map_or_else(unknown, |item| Item::clone(item));
        let of = position.and_then(|position| ledger.item_ref(position));
        let of = of.unwrap_or_else(|| draft.item.clone());
        let is_note = draft
            .fields
            .iter()
            .any(|field| field.slot == Slot::Progress);
        if draft
            .fields
            .iter()
            .any(|field| matches!(field.slot, Slot::Order(_)))
        {
            let mut editor = Self::order_of_draft(draft, (of, &item), ledger, size);
            editor.astray = resolved.err();
            return editor;
        }
        let mut editor = if is_note {
            Self::note(of, &item, size)
        } else {
            Self::form(of, &item, size)
        };
        editor.astray = resolved.err();
        for Unsaved { slot, base, text } in &draft.fields {
            if !editor.focus_on(slot) {
                // Its indicator is gone: what was written for it must be seen all the same.
                editor.entries.push(Entry::new(&item, slot.clone()));
                editor.focus_on(slot);
            }
            if let Some(entry) = editor.entry_mut() {
                entry.rebase_on_text(base);
                entry.field.replace(text);
            }
        }
        editor.resize(size);
        editor
    }

    /// Whether it shows several fields one below the other.
    pub fn is_form(&self) -> bool {
        self.entries
            .first()
            .is_none_or(|entry| entry.slot != Slot::Progress)
    }

    /// The entry that has the keys.
    pub fn entry(&self) -> Option<&Entry> {
        self.entries.get(self.focus)
    }

    /// The same, to be written in.
    pub fn entry_mut(&mut self) -> Option<&mut Entry> {
        self.entries.get_mut(self.focus)
    }

    /// The text field that has the keys; `None` on a choice.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.entry_mut()
            .filter(|entry| entry.is_typed())
            .map(|entry| &mut entry.field)
    }

    /// What is written in the entry that has the keys.
    pub fn text(&self) -> &str {
        self.entry().map_or("", |entry| entry.field.text())
    }

    /// Whether there is text that is not in the file.
    pub fn is_changed(&self) -> bool {
        self.entries.iter().any(Entry::is_changed)
    }

    /// What saving would change.
    ///
    /// # Errors
    ///
    /// With the first slot in which no figure is typed where one should be.
    pub fn changes(&self) -> Result<Vec<Change>, Slot> {
        let mut changes = Vec::new();
        for entry in &self.entries {
            let change = entry.change().map_err(|NotAFigure| entry.slot.clone())?;
            changes.extend(change);
        }
        Ok(changes)
    }

    /// The fields that were changed, as they are written now.
    pub fn unsaved(&self) -> Vec<Unsaved> {
        // Which order it is can be told only by all that it said.
        let is_whole = self.is_order() && self.is_changed();
        let entries = self.entries.iter();
        let changed = entries.filter(|entry| is_whole || entry.is_changed());
        changed.map(Entry::unsaved).collect()
    }

    /// What is written and in the file already is no change any more.
    pub fn drop_saved(&mut self, item: &Item) {
        if self.is_order() {
            self.drop_saved_order(item);
            return;
        }
        for entry in &mut self.entries {
            let value = item.value(&entry.slot);
            if entry.is_changed() && entry.says(value.as_ref()) {
                entry.take_saved(value);
            }
        }
    }

    /// Gives the keys to the entry of a slot. Says whether there is one.
    pub fn focus_on(&mut self, slot: &Slot) -> bool {
        let found = self.entries.iter().position(|entry| entry.slot == *slot);
        self.focus = found.unwrap_or(self.focus);
        found.is_some()
    }

    /// Gives the keys to the next entry, or the one before; the last and the first keep them. The caret comes in at
    /// the near end.
    pub fn move_focus(&mut self, forward: bool) {
        let last = self.entries.len().saturating_sub(1);
        let next = if forward {
            (self.focus + 1).min(last)
        } else {
            self.focus.saturating_sub(1)
        };
        if next == self.focus {
            return;
        }
        self.focus = next;
        if let Some(field) = self.field_mut() {
            if forward {
                field.text_start();
                field.row_end();
            } else {
                field.text_end();
            }
        }
    }

    /// Gives the editor its size on screen.
    pub fn resize(&mut self, size: Size) {
        if self.is_form() {
            let cols = FormLayout::of(size).field_cols();
            for entry in &mut self.entries {
                // The form scrolls as a whole: every field is as high as its text.
                entry.field.resize(cols, u16::MAX);
            }
            return;
        }
        let text = EditorLayout::of(size, self.compares).text;
        for entry in &mut self.entries {
            entry.field.resize(text.cols, text.rows);
        }
    }

    /// Measures the texts with this ruler.
    pub fn measure_with(&mut self, ruler: Ruler) {
        for entry in &mut self.entries {
            entry.field.measure_with(ruler);
        }
    }

    /// The rows an entry of the form takes: its text, and a heading above the first one of an indicator.
    pub fn form_rows(&self, index: usize) -> usize {
        let text = self
            .entries
            .get(index)
            .map_or(0, |entry| entry.field.row_count());
        text.max(1)
            + usize::from(self.heading(index).is_some())
            + usize::from(self.hint(index).is_some())
    }

    /// Whether a text is two versions that a person must make one before it is saved.
    pub fn is_unmerged(&self) -> bool {
        self.entries.iter().any(Entry::is_unmerged)
    }

    /// The name of the indicator that begins with this entry.
    pub fn heading(&self, index: usize) -> Option<&str> {
        let key = |index: usize| self.entries.get(index)?.slot.indicator();
        let here = key(index)?;
        let is_first = index == 0 || key(index - 1) != Some(here);
        is_first.then_some(here.name.as_str())
    }

    /// Scrolls a form so that its caret is in sight.
    pub fn keep_in_sight(&mut self, rows_in_sight: usize) {
        let above: usize = (0..self.focus).map(|index| self.form_rows(index)).sum();
        let caret = self.entry().map_or(0, |entry| entry.field.caret_cell().1);
        let heading = usize::from(self.heading(self.focus).is_some());
        let row = above + heading + caret;
        // What is said below it, too, where there is room for both.
        let below = usize::from(self.hint(self.focus).is_some());
        let lowest = (row + 1 + below).saturating_sub(rows_in_sight.max(1));
        let lowest = lowest.min(row);
        // The heading stays in sight with the first row below it.
        let highest = if caret == 0 { above } else { row };
        self.top = self.top.clamp(lowest, highest.max(lowest));
    }
}
