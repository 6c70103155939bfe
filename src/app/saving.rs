//! Saving what was written, taking it back, and what the file has to say to that. The model changes only when the file
//! has.

use std::sync::Arc;

use crate::app::history::Next;
use crate::app::pointing::{Gesture, Spot};
use crate::app::{
    Action, App, Effect, FileFacts, Mode, Msg, NotReloaded, Notice, Reloaded, SaveKind,
    SaveOutcome, SaveRequest,
};
use crate::ledger::compare::Succession;
use crate::ledger::{Edit, ItemRef, NotSaved, Part, Saved, Slot, Value, judge};

impl App {
    /// Saves what the editor holds, and leaves it when that is done.
    pub(super) fn save(&mut self) -> Option<Effect> {
        let Mode::Edit(editor) = &mut self.mode else {
            return None;
        };
        if editor.saving {
            return None;
        }
        if editor.is_order() {
            return self.save_order();
        }
        if editor.is_unmerged() {
            self.notice = Some(Notice::StillBoth);
            return None;
        }
        if !editor.is_changed() {
            self.notice = Some(Notice::NothingChanged);
            self.mode = Mode::Browse;
            return None;
        }
        if !self.meet_theirs(true) {
            // Both texts may be on screen by now.
            if matches!(self.mode, Mode::Edit(_)) {
                self.ask_whose();
            }
            return None;
        }
        let edit = self.written()?;
        self.notice = Some(Notice::Saving);
        Some(Effect::Save(SaveRequest {
            edit,
            kind: SaveKind::Edit,
        }))
    }

    /// What is to be saved; `None`, and a notice, where that cannot be yet.
    fn written(&mut self) -> Option<Edit> {
        let Mode::Edit(editor) = &mut self.mode else {
            return None;
        };
        let changes = match editor.changes() {
            Ok(changes) => changes,
            Err(slot) => {
                editor.focus_on(&slot);
                self.notice = Some(Notice::NotAFigure(slot));
                return None;
            }
        };
        if changes.is_empty() {
            self.notice = Some(Notice::NothingChanged);
            self.mode = Mode::Browse;
            return None;
        }
        let edit = Edit {
            item: editor.item.clone(),
            changes,
            rows: Vec::new(),
        };
        let is_without = |slot: &Slot, editor: &crate::app::Editor| {
            let entry = editor.entries.iter().find(|entry| entry.slot == *slot);
            entry.is_none_or(|entry| entry.field.text().trim().is_empty())
        };
        let sets_status = edit.after(&Slot::Status).is_some() || !is_without(&Slot::Status, editor);
        if editor.is_form() && sets_status && is_without(&Slot::Reason, editor) {
            editor.focus_on(&Slot::Reason);
            self.notice = Some(Notice::ReasonMissing);
            return None;
        }
        editor.saving = true;
        Some(edit)
    }

    /// Takes the last saved edit back, or makes it again. What others have changed since is passed over, with a word.
    pub(super) fn save_from_history(&mut self, kind: SaveKind) -> Option<Effect> {
        let is_redo = kind == SaveKind::Redo;
        let next = if is_redo {
            self.history.redo(&self.ledger)
        } else {
            self.history.undo(&self.ledger)
        };
        let (notice, effect) = match next {
            Next::Save(request) => (Notice::Saving, Some(Effect::Save(request))),
            Next::Skipped(item) => {
                let item = item.key();
                (Notice::Skipped { item, is_redo }, None)
            }
            Next::OnlySkipped(ids) => (Notice::OnlySkipped { ids, is_redo }, None),
            Next::Nothing if is_redo => (Notice::NothingToRedo, None),
            Next::Nothing => (Notice::NothingToUndo, None),
        };
        self.notice = Some(notice);
        effect
    }

    /// Whether this must wait until what is being saved is in the file: only then is it known what was done last, and
    /// which order is open.
    pub fn waits_for_save(&self, msg: &Msg) -> bool {
        let action = match msg {
            Msg::Do(action) | Msg::Pointed(Gesture::Click, Spot::Key(action)) => *action,
            Msg::Pointed(Gesture::Click, Spot::Row(_)) => Action::Choose,
            _ => return false,
        };
        let is_about_saves = match &self.mode {
            Mode::Browse | Mode::Present(_) | Mode::Propose(_) | Mode::Orders(_) => {
                matches!(action, Action::Undo | Action::Redo | Action::MarkDone)
            }
            Mode::Palette(_) => action == Action::Choose,
            _ => false,
        };
        self.saves_under_way > 0 && is_about_saves
    }

    /// Takes what came of a save.
    pub(super) fn save_ended(
        &mut self,
        request: &SaveRequest,
        outcome: SaveOutcome,
    ) -> Option<Effect> {
        self.saves_under_way = self.saves_under_way.saturating_sub(1);
        if let Some(editor) = self.mode.editor_mut() {
            editor.saving = false;
        }
        let item = match &outcome.result {
            Ok(_) => self.put_in(&request.edit),
            Err(_) => request.edit.item.clone(),
        };
        if let Some(found) = outcome.found {
            self.take_reloaded(found);
        }
        match outcome.result {
            Ok(saved) => {
                Arc::make_mut(&mut self.ledger).unread = *outcome.unread;
                self.saved(request, &item, saved)
            }
            Err(error) => {
                self.not_saved(request, error);
                None
            }
        }
    }

    /// Puts an edit that is in the file into the ledger as it is known here: what others changed beside it is another
    /// matter. Returns the item that it was made to.
    fn put_in(&mut self, edit: &Edit) -> ItemRef {
        let position = self.ledger.resolve(&edit.item).ok();
        let id = position.and_then(|position| self.ledger.items.get(position));
        if let Some(id) = id.map(|item| item.id.clone()) {
            self.hold(&id);
        }
        let applied = edit.apply(Arc::make_mut(&mut self.ledger)).ok();
        let item = applied.and_then(|position| {
            self.judge_again(position);
            self.ledger.item_ref(position)
        });
        let item = item.unwrap_or_else(|| edit.item.clone());
        self.history.refresh(&item);
        let editor = self.mode.editor_mut();
        if let Some(editor) = editor.filter(|editor| editor.item == item) {
            editor.item = item.clone();
        }
        item
    }

    fn saved(&mut self, request: &SaveRequest, item: &ItemRef, saved: Saved) -> Option<Effect> {
        let position = self.ledger.resolve(item).ok();
        let item = position.and_then(|position| self.ledger.item_ref(position));
        let item = item.as_ref().unwrap_or(&request.edit.item);
        let id = item.id().clone();
        self.tell_if_renumbered(request.edit.item.id(), &id);
        self.history.record(request, item);
        self.notice = Some(match (saved, request.kind) {
            (Saved::Unconfirmed, _) => Notice::SavedUnconfirmed(id.clone()),
            (Saved::Durable, SaveKind::Edit) => Notice::Saved(id.clone()),
            (Saved::Durable, SaveKind::Undo) => Notice::Undone(id.clone()),
            (Saved::Durable, SaveKind::Redo) => Notice::Redone(id.clone()),
        });
        self.arrange_after_save(&id);
        self.leave_saved_editor(request, item, position);
        if let Some(slot) = position.and_then(|at| self.evidence_that_is_none(&request.edit, at)) {
            self.notice = Some(Notice::SavedWithoutEvidence(id.clone(), slot));
        }
        self.propose_again();
        self.orders_saved();
        if matches!(self.mode, Mode::Browse) {
            self.select_id(&id);
            if let Some(position) = position.filter(|_| request.kind == SaveKind::Edit) {
                self.propose_after(&request.edit, position);
            }
        }
        self.search_again()
    }

    /// The editor that an edit comes from has it saved; it is left, unless more was typed meanwhile.
    fn leave_saved_editor(&mut self, request: &SaveRequest, saved: &ItemRef, at: Option<usize>) {
        let item = at.and_then(|position| self.ledger.items.get(position));
        let editor = self.mode.editor_mut();
        let Some(editor) = editor.filter(|editor| editor.item == *saved) else {
            return;
        };
        editor.item = saved.clone();
        for change in &request.edit.changes {
            let mut entries = editor.entries.iter_mut();
            if let Some(entry) = entries.find(|entry| entry.slot == change.slot) {
                entry.take_saved(change.after.clone());
            }
        }
        let has_saved_order = editor.take_saved_order(&request.edit, item.map(|item| &**item));
        // What was typed while the save was under way is not in the file: stay. And a save of rows only was not of
        // what is written here.
        let has_saved = has_saved_order || !request.edit.changes.is_empty();
        if !editor.is_changed() && has_saved {
            self.mode = Mode::Browse;
        }
    }

    /// Evidence that is not in the note, word for word, since this edit: it was just written, or the note was. It is saved
    /// all the same: the other may follow.
    fn evidence_that_is_none(&self, edit: &Edit, position: usize) -> Option<Slot> {
        let item = self.ledger.items.get(position)?;
        let is_none = |slot: &&Slot| match (slot, edit.after(slot)) {
            (Slot::Of(_, Part::Evidence), Some(Value::Text(words))) => {
                !item.progress.contains(words)
            }
            _ => false,
        };
        let written = edit.changes.iter().map(|change| &change.slot);
        written.clone().find(is_none).cloned().or_else(|| {
            let note = edit.changes.iter().find(|it| it.slot == Slot::Progress)?;
            let old_note = note.before.as_ref().and_then(Value::text)?;
            let lost = item.indicators.iter().position(|indicator| {
                indicator.misses_evidence(&item.progress) && !indicator.misses_evidence(old_note)
            });
            Some(Slot::Of(item.key_of(lost?)?, Part::Evidence))
        })
    }

    /// An item's figures may have changed: so may its verdict.
    fn judge_again(&mut self, position: usize) {
        let verdict = self
            .ledger
            .items
            .get(position)
            .map(|item| judge(&self.ledger, item));
        let (Some(old), Some(new)) = (self.verdicts.get_mut(position), verdict) else {
            return;
        };
        *self.counts.entry(new.status()).or_default() += 1;
        if let Some(count) = self.counts.get_mut(&old.status()) {
            *count = count.saturating_sub(1);
        }
        *old = new;
    }

    fn not_saved(&mut self, request: &SaveRequest, error: NotSaved) {
        self.propose_again();
        self.orders_saved();
        let is_for_good = matches!(error, NotSaved::StaleEdit | NotSaved::Unresolved { .. });
        if is_for_good && self.history.skip(request) {
            self.notice = Some(Notice::Skipped {
                item: request.edit.item.key(),
                is_redo: request.kind == SaveKind::Redo,
            });
            return;
        }
        if self.order_is_stale(&error) {
            return;
        }
        let is_editing = matches!(self.mode, Mode::Edit(_) | Mode::Ask(..));
        match error {
            // Somebody else changed the very field: the editor keeps the text, and both are shown.
            NotSaved::StaleEdit if is_editing => {
                if self.meet_theirs(true) {
                    self.notice = Some(Notice::ChangedElsewhere);
                }
            }
            NotSaved::Unresolved { .. } if is_editing && self.edited().is_none() => {
                self.ask_whose();
            }
            error => self.notice = Some(Notice::from(error)),
        }
    }

    /// Takes what came of reading the file again, keeping the place on screen and the text in the editor. The user may
    /// have asked for it, or somebody else changed the file.
    pub(super) fn reloaded(
        &mut self,
        outcome: Result<Reloaded, NotReloaded>,
        is_asked: bool,
    ) -> Option<Effect> {
        match outcome {
            Ok(reloaded) => {
                self.take_reloaded(reloaded);
                if is_asked {
                    self.notice = Some(Notice::Reloaded);
                }
            }
            Err(why) => {
                self.file.is_unreadable = true;
                let notice = Notice::NotReloaded(why);
                if is_asked {
                    self.notice = Some(notice);
                } else {
                    self.news.add(notice);
                }
                return None;
            }
        }
        self.search_again()
    }

    /// The items may match the search differently now.
    fn search_again(&mut self) -> Option<Effect> {
        if self.keep_agenda() {
            return None;
        }
        let kept = self.kept.clone()?;
        Some(self.request(kept))
    }

    /// Tells what of the file was not read.
    pub(super) fn tell_unread(&mut self) {
        if let Some(notice) = Notice::of_unread(&self.ledger.unread) {
            self.news.add(notice);
        }
    }

    fn take_reloaded(&mut self, Reloaded { ledger, read_only }: Reloaded) {
        self.file = FileFacts {
            read_only,
            is_unreadable: false,
            ..std::mem::take(&mut self.file)
        };
        let is_readable = |notice: &Notice| !matches!(notice, Notice::NotReloaded(_));
        self.notice = self.notice.take().filter(is_readable);
        self.news.retain(is_readable);
        let old = Arc::clone(&self.ledger);
        let succession = Succession::between(&old, &ledger);
        let selected = self.item().map(|item| item.id.clone());
        let selected = selected.and_then(|id| succession.of_id(&id));
        self.follow(&succession);
        let changes = succession.changes();
        let is_news = !ledger.unread.is_same(&old.unread);
        let (list, tops) = (self.list, (self.detail_top, self.gauges_top));
        self.take_ledger(ledger);
        self.keep_agenda();
        self.list = list;
        if let Some(id) = &selected
            && self.select_id(id)
        {
            // What the user is reading stays under the eyes.
            (self.detail_top, self.gauges_top) = tops;
        }
        if !changes.is_empty() {
            self.news.add(Notice::TheirChanges(changes));
        }
        if is_news {
            self.tell_unread();
        }
        self.follow_theirs();
    }

    /// Somebody else changed what is being written: a text that is untouched here follows; any other waits for the next
    /// save, so that nobody is interrupted in the middle of a sentence.
    fn follow_theirs(&mut self) {
        let position = self.edited();
        let item = position.and_then(|position| self.ledger.items.get(position));
        let (Some(item), Some(editor)) = (item, self.mode.editor_mut()) else {
            return;
        };
        if editor.is_order() {
            editor.follow_order(item);
            return;
        }
        for entry in &mut editor.entries {
            let theirs = item.value(&entry.slot);
            let text = theirs.as_ref().map(ToString::to_string).unwrap_or_default();
            if !entry.is_changed() || entry.field.text() == text {
                entry.field.replace(&text);
                entry.rebase(theirs);
            } else if text != entry.base() {
                self.news.add(Notice::TheirsWaits(editor.item.id().clone()));
            }
        }
    }
}
