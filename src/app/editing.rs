//! Writing: opening the editor, putting text into it, leaving it.

use jiff::civil::Date;

use crate::app::editor::NOTE_LIMIT_BYTES;
use crate::app::field::Kind;
use crate::app::layout::Size;
use crate::app::mode::{About, Answer};
use crate::app::{Action, App, DateUse, Editor, Effect, Mode, Notice, Question};
use crate::ledger::{Draft, Item, ItemRef, Provenance};

impl App {
    /// Opens the editor on the note under the cursor.
    pub(super) fn edit(&mut self) {
        self.open_editor(Editor::note);
    }

    /// Opens the form of the item under the cursor.
    pub(super) fn edit_fields(&mut self) {
        self.open_editor(Editor::form);
    }

    fn open_editor(&mut self, open: fn(ItemRef, &Item, Size) -> Editor) {
        if let Some(why) = self.file.read_only {
            self.notice = Some(Notice::ReadOnly(why));
            return;
        }
        let Some(item) = self.item() else { return };
        // Laying a monstrous text out to say that it is one would take longer than anybody waits for a key.
        if longest_text_bytes(item) > NOTE_LIMIT_BYTES {
            self.notice = Some(Notice::TooLongToEdit {
                limit_bytes: NOTE_LIMIT_BYTES,
            });
            return;
        }
        let of = self.selected().and_then(|at| self.ledger.item_ref(at));
        let Some(of) = of else { return };
        let editor = open(of, item, self.size);
        self.mode = Mode::Edit(Box::new(editor));
    }

    /// Opens the editor to add a line that begins with the date.
    pub(super) fn append_dated(&mut self) -> Option<Effect> {
        self.edit();
        matches!(self.mode, Mode::Edit(_)).then_some(Effect::AskDate(DateUse::NewLine))
    }

    /// Writes the date into the text, as departments write it.
    pub(super) fn insert_date(&mut self, today: Date, date_use: DateUse) {
        let Mode::Edit(editor) = &mut self.mode else {
            return;
        };
        let day = format!("{}月{}日", today.month(), today.day());
        match date_use {
            DateUse::AtCaret => self.insert(&day, Kind::Paste),
            DateUse::NewLine => {
                let Some(field) = editor.field_mut() else {
                    return;
                };
                field.text_end();
                let needs_line_end = !(field.text().is_empty() || field.text().ends_with('\n'));
                let line_end = if needs_line_end { "\n" } else { "" };
                self.insert(&format!("{line_end}{day}："), Kind::Paste);
            }
            DateUse::Meeting => editor.meet_on(today, self.size),
            DateUse::Overdue => {}
        }
    }

    /// Puts text into the editor, unless it would become too long.
    pub(super) fn insert(&mut self, text: &str, kind: Kind) {
        let Mode::Edit(editor) = &mut self.mode else {
            return;
        };
        let Some(field) = editor.field_mut() else {
            return;
        };
        if field.text().len() + text.len() > NOTE_LIMIT_BYTES {
            self.notice = Some(Notice::TooLong {
                limit_bytes: NOTE_LIMIT_BYTES,
            });
            return;
        }
        field.insert(text, kind);
    }

    /// A key that means something else in a form than in a note; says whether it was one.
    pub(super) fn act_in_form(&mut self, action: Action) -> bool {
        let Mode::Edit(editor) = &mut self.mode else {
            return false;
        };
        let Some(entry) = editor.entry().filter(|_| editor.is_form()) else {
            return false;
        };
        let (_, row) = entry.field.caret_cell();
        let last_row = entry.field.row_count().saturating_sub(1);
        let (is_typed, has_lines) = (entry.is_typed(), entry.slot.has_lines());
        match action {
            Action::NextEntry => editor.move_focus(true),
            Action::PreviousEntry => editor.move_focus(false),
            Action::Up if row == 0 || !is_typed => editor.move_focus(false),
            Action::Down if row >= last_row || !is_typed => editor.move_focus(true),
            Action::NewLine if !has_lines => editor.move_focus(true),
            Action::Right if editor.take_lead() => {}
            Action::Left | Action::Right if !is_typed => {
                if let Some(entry) = editor.entry_mut() {
                    entry.choose(if action == Action::Left { -1 } else { 1 });
                }
            }
            Action::Compare => {}
            _ => return !is_typed && action.changes_text(),
        }
        true
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
            Answer::OpenEditor => {
                self.mode = Mode::Edit(editor);
                self.hand_over(true)
            }
            Answer::Resume => {
                self.mode = Mode::Edit(editor);
                if !self.meet_theirs(false) {
                    self.tell_astray();
                }
                Some(Effect::SettleDraft { is_resumed: true })
            }
            Answer::SaveHere => {
                self.mode = Mode::Edit(editor);
                self.save_here()
            }
        }
    }

    /// Offers unsaved fields that a program which is gone has left, with what is to be said about them. Says whether there
    /// is anything in them that the ledger does not have.
    pub fn offer_found(&mut self, draft: &Draft, found: Provenance) -> bool {
        let mut editor = Box::new(Editor::of_draft(draft, &self.ledger, self.size));
        let position = self.ledger.resolve(&editor.item).ok();
        if let Some(item) = position.and_then(|position| self.ledger.items.get(position)) {
            editor.drop_saved(item);
        }
        if !editor.is_changed() {
            if !found.is_empty() {
                self.notice = Some(Notice::DraftLeft(found));
            }
            return false;
        }
        if editor.astray.is_none() {
            self.select_id(editor.item.id());
            self.tell_if_renumbered(draft.item.id(), editor.item.id());
        }
        editor.found = Some(Box::new(found));
        self.mode = Mode::Ask(Question::new(About::Recovered), editor);
        true
    }

    /// The same, where there is nothing to be said.
    pub fn offer(&mut self, draft: &Draft) -> bool {
        self.offer_found(draft, Provenance::default())
    }

    /// What is being written and is not in the file, to be kept in case the program ends.
    pub fn draft(&self) -> Option<Draft> {
        let about = match &self.mode {
            Mode::Ask(question, _) => Some(question.about),
            _ => None,
        };
        // What was offered is still where it was found.
        let editor = self
            .mode
            .editor()
            .filter(|_| about != Some(About::Recovered))?;
        let fields = editor.unsaved();
        let item = || editor.item.clone();
        (!fields.is_empty()).then(|| Draft {
            item: item(),
            fields,
        })
    }
}

fn longest_text_bytes(item: &Item) -> usize {
    let evidence = item.indicators.iter().map(|indicator| &indicator.evidence);
    let texts = [&item.problem, &item.next, &item.lead]
        .into_iter()
        .chain(evidence);
    texts
        .flatten()
        .chain(item.verdict.as_ref().map(|set| &set.reason))
        .chain([&item.progress])
        .map(String::len)
        .max()
        .unwrap_or(0)
}
