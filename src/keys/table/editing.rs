//! The keys of the note editor, of the questions about it, and of the choice between two texts.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Edit, A::Save, &[C::function(2), C::ctrl('s')]),
    row(
        In::Edit,
        A::Back,
        &[C::key(KeyCode::Esc), C::ctrl('c'), C::function(10)],
    ),
    row(In::Edit, A::Undo, &[C::ctrl('z')]),
    row(In::Edit, A::Redo, &[C::ctrl('y')]),
    row(In::Edit, A::InsertDate, &[C::function(4)]),
    row(In::Edit, A::HandOver, &[C::function(7)]),
    row(In::Edit, A::Compare, &[C::function(6)]),
    // A terminal without bracketed paste sends line ends as Ctrl-J.
    row(
        In::Edit,
        A::NewLine,
        &[C::key(KeyCode::Enter), C::ctrl('j')],
    ),
    row(In::Edit, A::NextEntry, &[C::key(KeyCode::Tab)]),
    row(In::Edit, A::PreviousEntry, &[C::shift(KeyCode::BackTab)]),
    row(In::Edit, A::Left, &[C::key(KeyCode::Left)]),
    row(In::Edit, A::Right, &[C::key(KeyCode::Right)]),
    row(In::Edit, A::Up, &[C::key(KeyCode::Up)]),
    row(In::Edit, A::Down, &[C::key(KeyCode::Down)]),
    row(In::Edit, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Edit, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Edit, A::RowStart, &[C::key(KeyCode::Home)]),
    row(In::Edit, A::RowEnd, &[C::key(KeyCode::End)]),
    row(In::Edit, A::First, &[C::ctrl_key(KeyCode::Home)]),
    row(In::Edit, A::Last, &[C::ctrl_key(KeyCode::End)]),
    row(
        In::Edit,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Edit, A::DeleteAfter, &[C::key(KeyCode::Delete)]),
    row(In::Edit, A::LeftWord, &[C::ctrl_key(KeyCode::Left)]),
    row(In::Edit, A::RightWord, &[C::ctrl_key(KeyCode::Right)]),
    row(In::Edit, A::SelectAll, &[C::ctrl('a')]),
    row(In::Edit, A::CopySelection, &[C::ctrl_key(KeyCode::Insert)]),
    row(
        In::Edit,
        A::DeleteWordBefore,
        &[C::ctrl('w'), C::ctrl_key(KeyCode::Backspace)],
    ),
    row(
        In::Edit,
        A::DeleteWordAfter,
        &[C::ctrl_key(KeyCode::Delete)],
    ),
    row(In::Edit, A::Redraw, &[C::ctrl('l')]),
    row(In::Edit, A::Help, &[C::function(1)]),
    row(In::Ask, A::Choose, &[C::key(KeyCode::Enter)]),
    row(
        In::Ask,
        A::NextChoice,
        &[
            C::key(KeyCode::Right),
            C::key(KeyCode::Down),
            C::key(KeyCode::Tab),
        ],
    ),
    row(
        In::Ask,
        A::PreviousChoice,
        &[
            C::key(KeyCode::Left),
            C::key(KeyCode::Up),
            C::shift(KeyCode::BackTab),
        ],
    ),
    row(In::Ask, A::Redraw, &[C::ctrl('l')]),
    row(In::Ask, A::Help, &[C::function(1)]),
    row(In::Ask, A::Back, &[C::key(KeyCode::Esc)]),
    row(In::Merge, A::Choose, &[C::key(KeyCode::Enter)]),
    row(
        In::Merge,
        A::NextChoice,
        &[C::key(KeyCode::Right), C::key(KeyCode::Tab)],
    ),
    row(
        In::Merge,
        A::PreviousChoice,
        &[C::key(KeyCode::Left), C::shift(KeyCode::BackTab)],
    ),
    row(In::Merge, A::Up, &[C::key(KeyCode::Up)]),
    row(In::Merge, A::Down, &[C::key(KeyCode::Down)]),
    row(In::Merge, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Merge, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Merge, A::Redraw, &[C::ctrl('l')]),
    row(In::Merge, A::Help, &[C::function(1)]),
    row(In::Merge, A::Back, &[C::key(KeyCode::Esc), C::ctrl('c')]),
];
