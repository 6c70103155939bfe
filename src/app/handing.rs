//! Handing a text over to the user's own editor, and taking it back as one step that can be undone.

use crate::app::editor::NOTE_LIMIT_BYTES;
use crate::app::mode::About;
use crate::app::{App, EditorFault, Effect, Mode, Notice, Question};
use crate::ledger::Draft;

/// A text for the user's own editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The item, and the one field.
    pub draft: Draft,
    /// Whether the user knows which editor it will be: nobody has set one.
    pub is_confirmed: bool,
}

/// The editor that is started where the user has set none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// `vi`, or what goes by that name.
    Vi,
    /// `nano`
    Nano,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedBack {
    /// Nothing was changed.
    Same,
    /// Nothing was changed, and the editor ended within moments: it may still be open.
    AtOnce {
        /// The program.
        program: String,
        /// The variable that names it.
        variable: &'static str,
        /// A command that waits.
        waiting: String,
    },
    /// This text.
    Changed {
        /// The text.
        text: String,
        /// The encoding that it was in, where that was not UTF-8.
        encoding: Option<&'static str>,
        /// What the editor said in the end, where it did not end well.
        fault: Option<EditorFault>,
    },
    /// The text cannot be taken. It is kept in this file.
    Unfit {
        /// The file.
        file: String,
        /// Whether it is longer than a field takes; otherwise it is no text.
        is_too_long: bool,
    },
    /// No editor is set. This one would be started.
    NoneSet(Fallback),
    /// The text is as it was.
    Fault(EditorFault),
}

impl App {
    /// Hands the text over to the user's own editor; from the list, the note under the cursor.
    pub(super) fn hand_over(&mut self, is_confirmed: bool) -> Option<Effect> {
        if matches!(self.mode, Mode::Browse) {
            self.edit();
        }
        let Mode::Edit(editor) = &self.mode else {
            return None;
        };
        let entry = editor.entry().filter(|entry| entry.slot.has_lines())?;
        Some(Effect::HandOver(HandOver {
            draft: Draft {
                item: editor.item.clone(),
                fields: vec![entry.unsaved()],
            },
            is_confirmed,
        }))
    }

    /// Takes the text back.
    pub(super) fn handed_back(&mut self, outcome: HandedBack) {
        let Mode::Edit(editor) = &mut self.mode else {
            return;
        };
        match outcome {
            HandedBack::Changed {
                text,
                encoding,
                fault,
            } => {
                if let Some(field) = editor.field_mut() {
                    field.replace(&text);
                }
                self.notice = match (fault, encoding) {
                    (Some(fault), _) => Some(Notice::EditorSaved(fault)),
                    (None, Some(encoding)) => Some(Notice::EditorConverted(encoding)),
                    (None, None) => None,
                };
            }
            HandedBack::NoneSet(fallback) => {
                if let Mode::Edit(editor) = std::mem::replace(&mut self.mode, Mode::Browse) {
                    self.mode = Mode::Ask(Question::new(About::NoEditor(fallback)), editor);
                }
            }
            HandedBack::Same => self.notice = Some(Notice::NothingChanged),
            HandedBack::Fault(fault) => self.notice = Some(Notice::EditorFailed(fault)),
            HandedBack::AtOnce {
                program,
                variable,
                waiting,
            } => {
                self.notice = Some(Notice::EditorAtOnce {
                    program,
                    variable,
                    waiting,
                });
            }
            HandedBack::Unfit { file, is_too_long } => {
                self.notice = Some(Notice::EditorTextKept {
                    file,
                    limit_bytes: is_too_long.then_some(NOTE_LIMIT_BYTES),
                });
            }
        }
    }
}
