//! The keys that matter now, as many as fit. They come from the key table, so they cannot be wrong.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Action, App, Editor, Mode};
use crate::keys::{Context, context};
use crate::view::{Look, paint};

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    paint::line(
        buffer,
        area,
        0,
        &line(app.mode(), look, usize::from(area.width)),
        look,
    );
}

/// The keys in the last row of the window, whatever is drawn there; none in a window too low for a row of keys.
pub fn draw_over(app: &App, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let rows = u16::from(window.height >= LEAST_ROWS);
    let foot = Rect {
        y: window.height - rows,
        height: rows,
        ..window
    };
    let buffer = frame.buffer_mut();
    paint::clear(buffer, foot);
    draw(app, look, foot, buffer);
}

/// From this height on the keys have a row of their own in every window.
pub const LEAST_ROWS: u16 = 8;

/// The most useful keys for going through the ledger.
const BROWSING: &[Action] = &[
    Action::Help,
    Action::Palette,
    Action::Search,
    Action::Open,
    Action::Edit,
    Action::NextLate,
    Action::SwitchPane,
    Action::Findings,
    Action::Overview,
    Action::NextIndicator,
    Action::EditFields,
    Action::Filter,
    Action::Sort,
    Action::Present,
    Action::RecordOrder,
    Action::Orders,
    Action::Copy,
    Action::Propose,
    Action::Undo,
    Action::Back,
    Action::Quit,
];

/// The most useful keys of a context first; the editor has other ones for a form.
fn useful(context: Context, is_form: bool) -> &'static [Action] {
    match context {
        Context::Edit if is_form => &[
            Action::Save,
            Action::Back,
            Action::NextEntry,
            Action::PreviousEntry,
            Action::Undo,
            Action::Redo,
            Action::Help,
        ],
        Context::Browse => BROWSING,
        Context::Search => &[
            Action::Keep,
            Action::Back,
            Action::SwitchScope,
            Action::ClearField,
            Action::Down,
        ],
        Context::NameSearch => &[Action::Save, Action::Back, Action::ClearField, Action::Help],
        Context::Edit => &[
            Action::Save,
            Action::Back,
            Action::Help,
            Action::InsertDate,
            Action::Compare,
            Action::HandOver,
            Action::Undo,
            Action::Redo,
            Action::NewLine,
        ],
        Context::Merge => &[
            Action::PreviousChoice,
            Action::NextChoice,
            Action::Choose,
            Action::Back,
            Action::PageDown,
        ],
        Context::Findings | Context::Overview => &[
            Action::Open,
            Action::Down,
            Action::Back,
            Action::Palette,
            Action::Copy,
            Action::Help,
            Action::Quit,
        ],
        Context::Orders => &[
            Action::Open,
            Action::MarkDone,
            Action::Back,
            Action::Palette,
            Action::RewriteOrder,
            Action::Undo,
            Action::Help,
            Action::Quit,
        ],
        Context::Propose => &[Action::Take, Action::Down, Action::Back, Action::Help],
        Context::Copy => &[Action::Choose, Action::Down, Action::Back],
        Context::Menu | Context::Palette => {
            &[Action::Choose, Action::Down, Action::Back, Action::Help]
        }
        Context::Present => &[
            Action::NextItem,
            Action::PreviousItem,
            Action::Back,
            Action::Palette,
            Action::NextLate,
            Action::Edit,
            Action::Help,
            Action::RecordOrder,
            Action::LeaveHere,
            Action::Blank,
            Action::Theme,
        ],
        Context::Ask => &[Action::NextChoice, Action::Choose, Action::Back],
        Context::Help => &[Action::Back, Action::Search, Action::Down, Action::PageDown],
        Context::HelpSearch => &[Action::Back, Action::Keep, Action::Down, Action::ClearField],
        // These belong to no mode of an open ledger.
        Context::Begin | Context::Path => &[],
    }
}

/// A key as it is shown: one with an arrow on it has a name where the arrow might be two columns wide.
pub fn key(key: &str, look: Look) -> String {
    let key = key.to_owned();
    if !look.ruler().has_substitutes() {
        return key;
    }
    let names = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")];
    let with_name = |key: String, (arrow, name): (&str, &str)| key.replace(arrow, name);
    names.into_iter().fold(key, with_name)
}

/// `F1 帮助  / 搜索 …` in at most `cols` columns; a key is shown whole or not at all.
pub fn line(mode: &Mode, look: Look, cols: usize) -> Line<'static> {
    told(hints(mode, look, cols), look)
}

/// The keys of some actions.
pub fn keys(context: Context, actions: &[Action], look: Look, cols: usize) -> Line<'static> {
    told(hints_of(context, actions, look, cols), look)
}

fn told(hints: Vec<Hint>, look: Look) -> Line<'static> {
    let spans = hints.into_iter().flat_map(|hint| {
        let key = Span::styled(hint.key, look.theme.chrome());
        [key, Span::raw(hint.label)]
    });
    Line::from(spans.collect::<Vec<_>>())
}

/// The action whose key is told at a column of that line.
pub fn action_at(mode: &Mode, look: Look, cols: usize, col: usize) -> Option<Action> {
    let mut end = 0;
    let mut hints = hints(mode, look, cols).into_iter();
    let hint = hints.find(|hint| {
        end += look.ruler().cols_of(&hint.key) + look.ruler().cols_of(&hint.label);
        col < end
    })?;
    Some(hint.action)
}

/// A key and what it does.
struct Hint {
    action: Action,
    key: String,
    label: String,
}

fn hints(mode: &Mode, look: Look, cols: usize) -> Vec<Hint> {
    let context = context(mode);
    let is_form = mode.editor().is_some_and(Editor::is_form);
    hints_of(context, useful(context, is_form), look, cols)
}

fn hints_of(context: Context, actions: &[Action], look: Look, cols: usize) -> Vec<Hint> {
    let mut hints = Vec::new();
    let mut used = 0;
    for &action in actions {
        let chord = look
            .keys
            .binding(context, action)
            .and_then(|binding| binding.chords.first());
        let Some(chord) = chord else { continue };
        let (key, label) = (
            format!(" {} ", key(&chord.to_string(), look)),
            format!("{} ", (look.words.action)(action)),
        );
        used += look.ruler().cols_of(&key) + look.ruler().cols_of(&label);
        if used > cols {
            break;
        }
        hints.push(Hint { action, key, label });
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keys;

    #[test]
    fn every_key_at_the_foot_is_one_of_the_table() {
        for context in Context::ALL {
            for is_form in [false, true] {
                for action in useful(context, is_form) {
                    let is_bound = Keys::DEFAULT.binding(context, *action).is_some();
                    assert!(is_bound, "{action:?} has no key in {context:?}");
                }
            }
        }
    }

    #[test]
    fn the_palette_is_among_the_first_where_there_is_one() {
        for context in Context::ALL {
            let has_palette = Keys::DEFAULT.binding(context, Action::Palette).is_some();
            let mut first = useful(context, false).iter().take(4);
            let is_told = first.any(|action| *action == Action::Palette);
            assert_eq!(is_told, has_palette, "{context:?}");
        }
    }
}
