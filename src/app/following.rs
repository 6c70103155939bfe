//! Another version of the ledger took the place of the present one: everything that refers to an item goes with that item
//! to its new number, or lets go of it. Nothing is ever left on a number that another promise has by now.

use crate::app::mode::About;
use crate::app::{App, Editor, Effect, Mode, Notice, Question};
use crate::ledger::compare::Succession;
use crate::ledger::{Directory, ItemId, Unresolved};

impl App {
    /// Follows all items into the new version. To be called before it takes the place of the present one.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        self.follow_edited(succession);
        if !self.history.is_empty() {
            self.history.follow(&Directory::of(succession.later()));
        }
        self.follow_orders(succession);
        if succession.is_plain() {
            return;
        }
        self.tell_number_at_hand(succession);
        self.looked.follow(succession);
        self.arranged.follow(succession);
        if let Some(presenting) = self.presenting_mut() {
            presenting.follow(succession);
        }
        match self.mode.beneath_mut() {
            Mode::Search(bar) => {
                let id = bar.came_from.id.take();
                bar.came_from.id = id.and_then(|id| succession.of_id(&id));
            }
            Mode::Findings(findings) => findings.follow(succession),
            Mode::Overview(overview) => overview.follow(succession),
            Mode::Propose(proposing) => match succession.of_id(&proposing.id) {
                Some(id) => proposing.id = id,
                None => self.mode = Mode::Browse,
            },
            _ => {}
        }
        if let Mode::Copy(copying) = &mut self.mode {
            match succession.of_id(&copying.id) {
                Some(id) => copying.id = id,
                None => drop(self.close_copying()),
            }
        }
    }

    /// The item that the user has before them may have another number.
    fn tell_number_at_hand(&mut self, succession: &Succession<'_>) {
        if self.mode.editor().is_some() {
            // It is told with the rest of what became of that.
            return;
        }
        let from = self.item().map(|item| item.id.clone());
        let to = from.as_ref().and_then(|from| succession.of_id(from));
        if let (Some(from), Some(to)) = (from, to) {
            self.tell_if_renumbered(&from, &to);
        }
    }

    fn follow_edited(&mut self, succession: &Succession<'_>) {
        let Some(editor) = self.mode.editor_mut() else {
            return;
        };
        let resolved = succession.later().resolve(&editor.item);
        let position = match resolved {
            Ok(position) => position,
            Err(why) => {
                let notice = astray(editor, &why);
                let is_other = editor.astray.as_ref() != Some(&why);
                editor.astray = Some(why);
                self.news.add(notice);
                if let Mode::Ask(question, _) = &mut self.mode
                    && is_other
                {
                    // What would be confirmed is another one now.
                    *question = Question::new(question.about);
                }
                return;
            }
        };
        let Some(item) = succession.later().item_ref(position) else {
            return;
        };
        let from = std::mem::replace(&mut editor.item, item);
        editor.astray = None;
        let to = editor.item.id().clone();
        self.tell_if_renumbered(from.id(), &to);
    }

    fn follow_orders(&mut self, succession: &Succession<'_>) {
        let shown = self.mode.orders_mut();
        for orders in shown.into_iter().chain(self.orders_aside.as_deref_mut()) {
            orders.follow(succession);
        }
    }

    /// The position of the item that is being edited; `None` where that is not sure.
    pub(super) fn edited(&mut self) -> Option<usize> {
        let editor = self.mode.editor_mut()?;
        match self.ledger.resolve(&editor.item) {
            Ok(position) => {
                editor.astray = None;
                Some(position)
            }
            Err(why) => {
                editor.astray = Some(why);
                None
            }
        }
    }
}

impl App {
    /// Says that an item has another number than it had, if so.
    pub(super) fn tell_if_renumbered(&mut self, from: &ItemId, to: &ItemId) {
        if from != to {
            self.news.add(Notice::Renumbered {
                from: from.clone(),
                to: to.clone(),
            });
        }
    }

    /// Says why it is not sure whose text is being written, if so.
    pub(super) fn tell_astray(&mut self) {
        let editor = self.mode.editor();
        let told = editor.and_then(|editor| Some(astray(editor, editor.astray.as_ref()?)));
        if let Some(notice) = told {
            self.notice = Some(notice);
        }
    }

    /// It is not sure whose text is to be saved. Where another item has the number, the user is shown both and asked;
    /// elsewhere there is nothing to choose from.
    pub(super) fn ask_whose(&mut self) {
        self.tell_astray();
        self.mode = match std::mem::replace(&mut self.mode, Mode::Browse) {
            Mode::Edit(editor) if matches!(editor.astray, Some(Unresolved::Replaced(_))) => {
                self.notice = None;
                Mode::Ask(Question::new(About::OtherItem), editor)
            }
            mode => mode,
        };
    }

    /// The user says that what is written belongs to the item that has the number now.
    pub(super) fn save_here(&mut self) -> Option<Effect> {
        let Mode::Edit(editor) = &mut self.mode else {
            return None;
        };
        let Some(Unresolved::Replaced(shown)) = editor.astray.clone() else {
            return None;
        };
        let position = self.ledger.position(&shown.id)?;
        let item = self.ledger.item_ref(position)?;
        // Yet another item may have come while the question was on screen.
        if item.key() != shown {
            self.edited();
            self.ask_whose();
            return None;
        }
        (editor.item, editor.astray) = (item, None);
        self.save()
    }
}

/// What to tell of a text whose item was taken away under it.
fn astray(editor: &Editor, why: &Unresolved) -> Notice {
    let wanted = editor.item.key();
    match why {
        Unresolved::Gone => Notice::ItemGone(wanted.id),
        Unresolved::Replaced(now) => Notice::WaitsForItem {
            wanted: wanted.id,
            now: now.clone(),
        },
        Unresolved::Ambiguous(ids) => Notice::ItemAmbiguous {
            wanted,
            ids: ids.clone(),
        },
    }
}
