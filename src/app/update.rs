//! The one place where the app changes.

use crate::app::field::{Field, Kind};
use crate::app::{Action, App, DateUse, Effect, Mode, Msg, Notice, SaveKind};
use crate::text::clean;
use crate::text::wrap::is_han;

impl App {
    /// Takes one message; may ask the doors for something.
    pub fn update(&mut self, msg: Msg) -> Option<Effect> {
        // Between layout and picture the loop takes no effects.
        let is_layout = matches!(msg, Msg::Resized(_) | Msg::Ruled(_) | Msg::Measured(_));
        let effect = match msg {
            Msg::Resized(size) => {
                self.size = size;
                self.resize_fields();
                None
            }
            Msg::Ruled(ruler) => {
                self.ruler = ruler;
                None
            }
            Msg::Measured(measures) => {
                self.measures = measures;
                self.bring_mark_into_sight();
                self.bring_looked_into_sight();
                self.bring_difference_into_sight();
                None
            }
            Msg::Do(_) | Msg::Typed(_) | Msg::Pointed(..) | Msg::OtherKey if self.wake() => None,
            Msg::Do(action) => {
                self.dismiss_notices();
                self.act(action)
            }
            Msg::Select(motion) => {
                if let Some(field) = self.mode.field() {
                    field.select(|field| move_caret(field, motion));
                }
                None
            }
            Msg::Pointed(gesture, spot) => self.pointed(gesture, spot),
            Msg::Paused => {
                self.paused();
                None
            }
            Msg::Typed(c) => {
                self.dismiss_notices();
                self.typed(c)
            }
            Msg::Pasted(text) => {
                self.dismiss_notices();
                self.pasted(&text)
            }
            Msg::Found { number, answer } => {
                self.take_answer(number, answer);
                None
            }
            Msg::Audited { number, audit } => {
                self.audited(number, audit);
                None
            }
            Msg::Commands(commands) => {
                self.open_palette(commands);
                None
            }
            Msg::Elapsed(millis) => self.take_time(millis),
            Msg::OtherKey => None,
            Msg::SaveEnded(request, outcome) => self.save_ended(&request, outcome),
            Msg::HandedBack(outcome) => {
                self.handed_back(outcome);
                None
            }
            Msg::Today(today, date_use) => {
                self.learn_date(today, date_use);
                None
            }
            Msg::SavedSearches(report) => self.take_saved_searches(report),
            Msg::Copied(report) => self.take_copied(report),
            Msg::StateFolderClosed(folder) => {
                self.news.add(Notice::StateFolderClosed(folder));
                None
            }
            Msg::DraftNotKept(why) => {
                self.news.add(Notice::DraftNotKept(why));
                None
            }
            Msg::VersionNotKept(why) => {
                self.news.add(Notice::VersionNotKept(why));
                None
            }
            Msg::Reloaded { outcome, is_asked } => self.reloaded(outcome, is_asked),
        };
        self.settle();
        if is_layout {
            return None;
        }
        if matches!(effect, Some(Effect::Save(_))) {
            self.saves_under_way += 1;
        }
        effect.or_else(|| self.ask_for_audit())
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Redraw => Some(Effect::Redraw),
            Action::Theme => {
                self.next_theme();
                None
            }
            Action::Help => {
                self.open_help();
                None
            }
            Action::Palette => self.ask_for_commands(),
            _ => match &mut self.mode {
                Mode::Browse => self.act_browsing(action),
                Mode::Search(_) => self.act_searching(action),
                Mode::NameSearch(_) => self.act_in_naming(action),
                Mode::Edit(_) => self.act_editing(action),
                Mode::Ask(..) => self.act_asking(action),
                Mode::Merge(_) => self.act_merging(action),
                Mode::Overview(_) => self.act_in_overview(action),
                Mode::Findings(_) => self.act_in_findings(action),
                Mode::Propose(_) => self.act_in_proposals(action),
                Mode::Orders(_) => self.act_in_orders(action),
                Mode::Present(_) => self.act_in_presentation(action),
                Mode::Menu(_) => self.act_in_menu(action),
                Mode::Copy(_) => self.act_in_copying(action),
                Mode::Palette(_) => self.act_in_palette(action),
                Mode::Help(_) => self.act_reading(action),
            },
        }
    }

    fn act_browsing(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Up => self.move_by(-1),
            Action::Down => self.move_by(1),
            Action::PageUp => self.move_by_pages(-1),
            Action::PageDown => self.move_by_pages(1),
            Action::First => self.move_to_end(false),
            Action::Last => self.move_to_end(true),
            Action::NextLate => self.select_late(false),
            Action::PreviousLate => self.select_late(true),
            Action::ScrollUp => self.scroll_detail(-1),
            Action::ScrollDown => self.scroll_detail(1),
            Action::PreviousIndicator => self.look_by(-1),
            Action::NextIndicator => self.look_by(1),
            Action::SwitchPane => self.switch_pane(),
            Action::Zoom => self.zoomed = !self.zoomed,
            Action::Open => self.open(),
            Action::NextHit => self.select_hit(1),
            Action::PreviousHit => self.select_hit(-1),
            Action::Edit => self.edit(),
            Action::EditFields => self.edit_fields(),
            Action::AppendDated => return self.append_dated(),
            Action::HandOver => return self.hand_over(false),
            Action::Search => return self.open_search(None),
            Action::Overview => self.open_overview(),
            Action::Findings => self.open_findings(),
            Action::Propose => self.open_proposals(),
            Action::Present => return self.present(),
            Action::RecordOrder => return self.record_order(),
            Action::Orders => return Some(self.open_orders()),
            Action::Filter => return Some(self.open_filters()),
            Action::NameSearch => self.name_search(),
            Action::Sort => self.open_sorts(),
            Action::Star => self.star(),
            Action::Copy => self.open_copying(),
            Action::Undo => return self.save_from_history(SaveKind::Undo),
            Action::Redo => return self.save_from_history(SaveKind::Redo),
            Action::Reload => return Some(Effect::Reload),
            Action::DeleteBefore if !self.digits.is_empty() => {
                self.digits.pop();
                return None;
            }
            Action::Back | Action::DeleteBefore => return self.back(),
            Action::Quit => return Some(Effect::Quit),
            _ => {}
        }
        // Digits wait for Enter only as long as nothing else is done.
        self.digits.clear();
        None
    }

    fn act_searching(&mut self, action: Action) -> Option<Effect> {
        let Mode::Search(bar) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Up => return self.up_in_search(),
            Action::Down => self.step_list(1),
            Action::PageUp => self.move_list_pages(-1),
            Action::PageDown => self.move_list_pages(1),
            Action::Keep => self.keep_search(),
            Action::Back => return self.leave_search(),
            Action::SwitchScope => {
                bar.scope = bar.scope.next();
                return self.ask();
            }
            Action::ClearField => {
                bar.field.clear();
                return self.ask();
            }
            _ if action.moves_caret() => move_caret(&mut bar.field, action),
            _ => {
                change_text(&mut bar.field, action);
                return self.ask();
            }
        }
        None
    }

    fn act_editing(&mut self, action: Action) -> Option<Effect> {
        if self.act_in_form(action) {
            return None;
        }
        let Mode::Edit(editor) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Save => return self.save(),
            Action::HandOver => return self.hand_over(false),
            Action::Compare => {
                editor.compares = !editor.compares;
                editor.resize(self.size);
            }
            Action::InsertDate => return Some(Effect::AskDate(DateUse::AtCaret)),
            Action::Back => self.leave_editor(),
            Action::CopySelection => return self.copy_selection(),
            Action::NewLine => self.insert("\n", Kind::Type),
            // On a choice, undo works as on a text.
            Action::Undo | Action::Redo => {
                if let Some(entry) = editor.entry_mut() {
                    change_text(&mut entry.field, action);
                }
            }
            _ => self.act_in_field(action),
        }
        None
    }

    fn act_merging(&mut self, action: Action) -> Option<Effect> {
        let page = usize::from(self.size.rows / 2).max(1);
        let Mode::Merge(merging) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Choose => return self.merge(true),
            Action::Back => return self.merge(false),
            Action::PreviousChoice => merging.choose_next(-1),
            Action::NextChoice => merging.choose_next(1),
            Action::Up => merging.top = merging.top.saturating_sub(1),
            Action::Down => merging.top += 1,
            Action::PageUp => merging.top = merging.top.saturating_sub(page),
            Action::PageDown => merging.top += page,
            _ => {}
        }
        None
    }

    fn act_asking(&mut self, action: Action) -> Option<Effect> {
        let Mode::Ask(question, _) = &self.mode else {
            return None;
        };
        match action {
            Action::Choose => {
                let answer = question.answer();
                return self.answer(Some(answer));
            }
            Action::Back => return self.answer(None),
            Action::PreviousChoice => self.choose_next(-1),
            Action::NextChoice => self.choose_next(1),
            _ => {}
        }
        None
    }

    fn typed(&mut self, c: char) -> Option<Effect> {
        match &mut self.mode {
            Mode::Browse | Mode::Present(_) if c.is_ascii_digit() => self.type_digit(c),
            // Numbers with parts: `3-1`.
            Mode::Browse | Mode::Present(_)
                if matches!(c, '-' | '.') && !self.digits.is_empty() =>
            {
                self.type_digit(c);
            }
            // A Chinese input method is on and the user types: what else could be meant than a search.
            Mode::Browse if is_han(c) => return self.open_search(Some(c)),
            Mode::Search(bar) => {
                bar.field
                    .insert(&clean(c.encode_utf8(&mut [0; 4])), Kind::Type);
                return self.ask();
            }
            Mode::NameSearch(it) => it.type_text(&clean(c.encode_utf8(&mut [0; 4])), Kind::Type),
            Mode::Copy(_) => return self.choose_form(c),
            Mode::Menu(_) if matches!(c, ' ' | '\u{3000}') => return self.choose_in_menu(),
            Mode::Menu(menu) => menu.type_text(&clean(c.encode_utf8(&mut [0; 4]))),
            Mode::Palette(palette) => palette.menu.type_text(&clean(c.encode_utf8(&mut [0; 4]))),
            Mode::Help(help) => help.type_text(&clean(c.encode_utf8(&mut [0; 4]))),
            Mode::Edit(_) => self.insert(&clean(c.encode_utf8(&mut [0; 4])), Kind::Type),
            _ => {}
        }
        None
    }

    fn pasted(&mut self, text: &str) -> Option<Effect> {
        let text = clean(text);
        match &mut self.mode {
            Mode::Edit(_) => self.insert(&text, Kind::Paste),
            Mode::Menu(menu) => menu.type_text(&text),
            Mode::Palette(palette) => palette.menu.type_text(&text),
            Mode::Help(help) => help.type_text(&text),
            Mode::NameSearch(naming) => naming.type_text(&text, Kind::Paste),
            Mode::Search(bar) if text.len() <= SEARCH_LIMIT_BYTES => {
                bar.field.insert(&text, Kind::Paste);
                return self.ask();
            }
            _ => {}
        }
        None
    }

    /// Drops the notices that were in sight: the user goes on.
    pub(super) fn dismiss_notices(&mut self) {
        let answers = usize::from(self.notice.take().is_some());
        let shown = self.measures.notices_shown.unwrap_or(usize::MAX);
        self.news.dismiss(shown.saturating_sub(answers));
    }

    /// Moves the caret of the text field that has the keys, or changes its text.
    pub(super) fn act_in_field(&mut self, action: Action) {
        match self.mode.field() {
            Some(field) if action.moves_caret() => move_caret(field, action),
            Some(field) => change_text(field, action),
            None => {}
        }
    }

    pub(super) fn step_list(&mut self, rows: isize) {
        self.list.step(rows, self.shown.len());
        self.item_changed();
    }

    fn move_list_pages(&mut self, pages: isize) {
        let rows = isize::try_from(self.items_in_sight()).unwrap_or(1);
        self.step_list(pages.saturating_mul((rows - 1).max(1)));
    }
}

/// The columns before the text in the search bar: the scope and a blank.
pub const SEARCH_LABEL_COLS: u16 = 14;

/// The longest text that makes sense as a search.
const SEARCH_LIMIT_BYTES: usize = 16 * 1_024;

fn move_caret(field: &mut Field, action: Action) {
    match action {
        Action::Left => field.left(),
        Action::LeftWord => field.left_word(),
        Action::RightWord => field.right_word(),
        Action::Right => field.right(),
        Action::Up => field.move_rows(-1),
        Action::Down => field.move_rows(1),
        Action::PageUp => field.move_pages(-1),
        Action::PageDown => field.move_pages(1),
        Action::RowStart => field.row_start(),
        Action::RowEnd => field.row_end(),
        Action::First => field.text_start(),
        Action::Last => field.text_end(),
        _ => {}
    }
}

fn change_text(field: &mut Field, action: Action) {
    match action {
        Action::DeleteBefore => field.delete_before(),
        Action::DeleteAfter => field.delete_after(),
        Action::DeleteWordBefore => field.delete_word_before(),
        Action::DeleteWordAfter => field.delete_word_after(),
        Action::SelectAll => {
            field.text_start();
            field.select(Field::text_end);
        }
        Action::Undo => drop(field.undo()),
        Action::Redo => drop(field.redo()),
        _ => {}
    }
}
