//! Editing a note, saving it, and what can come of that. The model changes only when the file has.

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::editor::NOTE_LIMIT_BYTES;
use crate::app::field::Kind;
use crate::app::mode::{About, Answer};
use crate::app::{
    App, DateUse, Editor, Effect, FileFacts, Mode, NotReloaded, Notice, Question, Reloaded,
    SaveKind, SaveRequest,
};
use crate::ledger::{Draft, Edit, Ledger, NotSaved, Saved, Slot, Value};

/// What stands between two texts of the same note, theirs above and ours below; a notice says which is which.
const BETWEEN_TEXTS: &str = "————————";

impl App {
    /// Opens the editor on the note under the cursor.
    pub(super) fn edit(&mut self) {
        if let Some(why) = self.file.read_only {
            self.notice = Some(Notice::ReadOnly(why));
            return;
        }
        let Some(item) = self.item() else { return };
        self.mode = Mode::Edit(Box::new(Editor::new(item, self.size)));
    }

    /// Opens the editor to add a line that begins with the date.
    pub(super) fn append_dated(&mut self) -> Option<Effect> {
        self.edit();
        matches!(self.mode, Mode::Edit(_)).then_some(Effect::AskDate(DateUse::NewLine))
    }

    /// Hands the note over to the user's own editor; from the list, the note under the cursor.
    pub(super) fn hand_over(&mut self) -> Option<Effect> {
        if matches!(self.mode, Mode::Browse) {
            self.edit();
        }
        let Mode::Edit(editor) = &self.mode else {
            return None;
        };
        Some(Effect::HandOver(editor.field.text().to_owned()))
    }

    /// Takes the note back, as one step that can be undone.
    pub(super) fn handed_back(&mut self, outcome: Result<Option<String>, String>) {
        let Mode::Edit(editor) = &mut self.mode else {
            return;
        };
        match outcome {
            Ok(Some(text)) if text.len() > NOTE_LIMIT_BYTES => {
                self.notice = Some(Notice::TooLong {
                    limit_bytes: NOTE_LIMIT_BYTES,
                });
            }
            Ok(Some(text)) => editor.field.replace(&text),
            Ok(None) => self.notice = Some(Notice::NothingChanged),
            Err(error) => self.notice = Some(Notice::EditorFailed(error)),
        }
    }

    /// Writes the date into the note, as departments write it.
    pub(super) fn insert_date(&mut self, today: Date, date_use: DateUse) {
        let Mode::Edit(editor) = &mut self.mode else {
            return;
        };
        let day = format!("{}月{}日", today.month(), today.day());
        match date_use {
            DateUse::AtCaret => self.insert(&day, Kind::Paste),
            DateUse::NewLine => {
                editor.field.text_end();
                let line_end =
                    if editor.field.text().is_empty() || editor.field.text().ends_with('\n') {
                        ""
                    } else {
                        "\n"
                    };
                self.insert(&format!("{line_end}{day}："), Kind::Paste);
            }
        }
    }

    /// Puts text into the editor, unless the note would become too long.
    pub(super) fn insert(&mut self, text: &str, kind: Kind) {
        let Mode::Edit(editor) = &mut self.mode else {
            return;
        };
        if editor.field.text().len() + text.len() > NOTE_LIMIT_BYTES {
            self.notice = Some(Notice::TooLong {
                limit_bytes: NOTE_LIMIT_BYTES,
            });
            return;
        }
        editor.field.insert(text, kind);
    }

    /// Saves what the editor holds, and leaves it when that is done.
    pub(super) fn save(&mut self) -> Option<Effect> {
        let Mode::Edit(editor) = &mut self.mode else {
            return None;
        };
        if editor.saving {
            return None;
        }
        if editor.is_unmerged && editor.field.text().contains(BETWEEN_TEXTS) {
            self.notice = Some(Notice::BothTexts);
            return None;
        }
        if !editor.is_changed() {
            self.notice = Some(Notice::NothingChanged);
            self.mode = Mode::Browse;
            return None;
        }
        editor.saving = true;
        let after = editor.field.text().to_owned();
        let edit = Edit::of_note(editor.id.clone(), editor.base.clone(), after);
        self.notice = Some(Notice::Saving);
        Some(Effect::Save(SaveRequest {
            edit,
            kind: SaveKind::Edit,
        }))
    }

    /// Takes the last saved edit back, or makes it again.
    pub(super) fn save_from_history(&mut self, kind: SaveKind) -> Option<Effect> {
        let (request, nothing) = match kind {
            SaveKind::Redo => (self.history.redo(), Notice::NothingToRedo),
            _ => (self.history.undo(), Notice::NothingToUndo),
        };
        let Some(request) = request else {
            self.notice = Some(nothing);
            return None;
        };
        self.notice = Some(Notice::Saving);
        Some(Effect::Save(request))
    }

    /// Leaves the editor, or asks first where text would be lost.
    pub(super) fn leave_editor(&mut self) {
        let Mode::Edit(editor) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return;
        };
        if editor.is_changed() {
            self.mode = Mode::Ask(Question::new(About::Leaving), editor);
        }
    }

    /// Moves between the answers of a question.
    pub(super) fn choose_next(&mut self, by: isize) {
        if let Mode::Ask(question, _) = &mut self.mode {
            let answers = isize::try_from(question.answers().len()).unwrap_or(1);
            let choice = isize::try_from(question.choice).unwrap_or(0);
            question.choice = (choice + by).rem_euclid(answers).unsigned_abs();
        }
    }

    /// Gives an answer; `None` stands for Esc, which loses nothing.
    pub(super) fn answer(&mut self, answer: Option<Answer>) -> Option<Effect> {
        let Mode::Ask(question, editor) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return None;
        };
        match answer.unwrap_or(question.safe_answer()) {
            Answer::Discard | Answer::Later => None,
            Answer::GiveUpDraft => Some(Effect::SettleDraft { is_resumed: false }),
            Answer::GoOn => {
                self.mode = Mode::Edit(editor);
                None
            }
            Answer::SaveAndLeave => {
                self.mode = Mode::Edit(editor);
                self.save()
            }
            Answer::Reload => {
                self.mode = Mode::Edit(editor);
                Some(Effect::Reload)
            }
            Answer::Resume => {
                self.mode = Mode::Edit(editor);
                self.rebase_editor();
                Some(Effect::SettleDraft { is_resumed: true })
            }
        }
    }

    /// Offers an unsaved note that a program which is gone has left.
    pub fn offer(&mut self, draft: &Draft) {
        self.select_id(&draft.id);
        let editor = Box::new(Editor::of_draft(draft, &self.ledger, self.size));
        self.mode = Mode::Ask(Question::new(About::Recovered), editor);
    }

    /// The note that is being written and is not in the file, to be kept in case the program ends.
    pub fn draft(&self) -> Option<Draft> {
        let editor = match &self.mode {
            // What was offered is still where it was found.
            Mode::Ask(
                Question {
                    about: About::Recovered,
                    ..
                },
                _,
            ) => return None,
            mode => mode.editor()?,
        };
        let draft = || Draft {
            id: editor.id.clone(),
            base: editor.base.clone(),
            text: editor.field.text().to_owned(),
        };
        editor.is_changed().then(draft)
    }

    /// Takes what came of a save.
    pub(super) fn save_ended(
        &mut self,
        request: &SaveRequest,
        outcome: Result<Saved, NotSaved>,
    ) -> Option<Effect> {
        if let Mode::Edit(editor) | Mode::Ask(_, editor) = &mut self.mode {
            editor.saving = false;
        }
        match outcome {
            Ok(saved) => self.saved(request, saved),
            Err(error) => {
                self.not_saved(error);
                None
            }
        }
    }

    fn saved(&mut self, request: &SaveRequest, saved: Saved) -> Option<Effect> {
        let id = request.edit.id.clone();
        let ledger = Arc::make_mut(&mut self.ledger);
        request.edit.apply(ledger);
        self.history.record(request);
        self.notice = Some(match (saved, request.kind) {
            (Saved::Unconfirmed, _) => Notice::SavedUnconfirmed(id.clone()),
            (Saved::Durable, SaveKind::Edit) => Notice::Saved(id.clone()),
            (Saved::Durable, SaveKind::Undo) => Notice::Undone(id.clone()),
            (Saved::Durable, SaveKind::Redo) => Notice::Redone(id.clone()),
        });
        if let Mode::Edit(editor) | Mode::Ask(_, editor) = &mut self.mode
            && editor.id == id
        {
            if let Some(note) = request.edit.after(&Slot::Progress).and_then(Value::text) {
                note.clone_into(&mut editor.base);
            }
            // What was typed while the save was under way is not in the file: stay.
            if !editor.is_changed() {
                self.mode = Mode::Browse;
            }
        }
        if matches!(self.mode, Mode::Browse) {
            self.select_id(&id);
        }
        // The note may match the search differently now.
        let kept = self.kept.clone()?;
        Some(self.request(kept))
    }

    fn not_saved(&mut self, error: NotSaved) {
        let is_editing = self.mode.editor().is_some();
        self.notice = Some(match error {
            // The editor keeps the text, and a question says how to go on.
            NotSaved::ChangedElsewhere | NotSaved::StaleEdit if is_editing => {
                return self.ask_about_change();
            }
            NotSaved::ChangedElsewhere => Notice::ChangedElsewhere,
            NotSaved::Missing => Notice::FileMissing,
            NotSaved::ReadOnly(why) => Notice::ReadOnly(why),
            NotSaved::StaleEdit => Notice::StaleEdit,
            NotSaved::WouldNotReadBack => Notice::WouldNotReadBack,
            NotSaved::System(error) => Notice::SystemRefused(error.to_string()),
        });
    }

    /// The file has another note, or none, where the editor's was: asks how to go on.
    fn ask_about_change(&mut self) {
        self.notice = None;
        let mode = std::mem::replace(&mut self.mode, Mode::Browse);
        self.mode = match mode {
            Mode::Edit(editor) if self.ledger.position(&editor.id).is_none() => {
                self.notice = Some(Notice::ItemGone(editor.id.clone()));
                Mode::Edit(editor)
            }
            Mode::Edit(editor) => Mode::Ask(Question::new(About::ChangedElsewhere), editor),
            other => other,
        };
    }

    /// Takes a ledger that was read anew, keeping the place on screen and the text in the editor.
    pub(super) fn reloaded(&mut self, outcome: Result<Reloaded, NotReloaded>) -> Option<Effect> {
        let reloaded = match outcome {
            Ok(reloaded) => reloaded,
            Err(why) => {
                self.notice = Some(Notice::NotReloaded(why));
                return None;
            }
        };
        let selected = self.item().map(|item| item.id.clone());
        self.file = FileFacts {
            read_only: reloaded.read_only,
            ..std::mem::take(&mut self.file)
        };
        self.take_ledger(reloaded.ledger);
        selected.map(|id| self.select_id(&id));
        self.notice = Some(Notice::Reloaded);
        self.rebase_editor();
        let kept = self.kept.clone()?;
        Some(self.request(kept))
    }

    /// Puts the open editor on the note as it is in the file now. Where both changed, both texts stay in sight.
    fn rebase_editor(&mut self) {
        let ledger = Arc::clone(&self.ledger);
        let (Mode::Edit(editor) | Mode::Ask(_, editor)) = &mut self.mode else {
            return;
        };
        let Some(theirs) = note(&ledger, editor) else {
            self.notice = Some(Notice::ItemGone(editor.id.clone()));
            return;
        };
        let ours = editor.field.text();
        if *theirs != editor.base && theirs != ours {
            let both = format!("{theirs}\n{BETWEEN_TEXTS}\n{ours}");
            editor.field.replace(&both);
            editor.is_unmerged = true;
            self.notice = Some(Notice::BothTexts);
        }
        theirs.clone_into(&mut editor.base);
    }
}

fn note<'l>(ledger: &'l Ledger, editor: &Editor) -> Option<&'l str> {
    let position = ledger.position(&editor.id)?;
    ledger
        .items
        .get(position)
        .map(|item| item.progress.as_str())
}
