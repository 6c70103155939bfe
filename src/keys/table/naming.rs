//! The keys of the row in which a search gets its name.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(
        In::NameSearch,
        A::Save,
        &[C::key(KeyCode::Enter), C::ctrl('s'), C::function(2)],
    ),
    row(In::NameSearch, A::ClearField, &[C::ctrl('u')]),
    row(In::NameSearch, A::Left, &[C::key(KeyCode::Left)]),
    row(In::NameSearch, A::Right, &[C::key(KeyCode::Right)]),
    row(In::NameSearch, A::RowStart, &[C::key(KeyCode::Home)]),
    row(In::NameSearch, A::RowEnd, &[C::key(KeyCode::End)]),
    row(
        In::NameSearch,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::NameSearch, A::DeleteAfter, &[C::key(KeyCode::Delete)]),
    row(
        In::NameSearch,
        A::DeleteWordBefore,
        &[C::ctrl('w'), C::ctrl_key(KeyCode::Backspace)],
    ),
    row(In::NameSearch, A::Undo, &[C::ctrl('z')]),
    row(In::NameSearch, A::Redo, &[C::ctrl('y')]),
    row(In::NameSearch, A::Redraw, &[C::ctrl('l')]),
    row(In::NameSearch, A::Help, &[C::function(1)]),
    row(
        In::NameSearch,
        A::Back,
        &[C::key(KeyCode::Esc), C::ctrl('c'), C::function(10)],
    ),
];
