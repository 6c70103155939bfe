//! The keys of the search bar.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Search, A::Keep, &[C::key(KeyCode::Enter)]),
    row(In::Search, A::Up, &[C::key(KeyCode::Up)]),
    row(In::Search, A::Down, &[C::key(KeyCode::Down)]),
    row(In::Search, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Search, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Search, A::SwitchScope, &[C::key(KeyCode::Tab)]),
    row(In::Search, A::ClearField, &[C::ctrl('u')]),
    row(In::Search, A::Left, &[C::key(KeyCode::Left)]),
    row(In::Search, A::Right, &[C::key(KeyCode::Right)]),
    row(In::Search, A::RowStart, &[C::key(KeyCode::Home)]),
    row(In::Search, A::RowEnd, &[C::key(KeyCode::End)]),
    row(
        In::Search,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Search, A::DeleteAfter, &[C::key(KeyCode::Delete)]),
    row(In::Search, A::LeftWord, &[C::ctrl_key(KeyCode::Left)]),
    row(In::Search, A::RightWord, &[C::ctrl_key(KeyCode::Right)]),
    row(
        In::Search,
        A::DeleteWordBefore,
        &[C::ctrl('w'), C::ctrl_key(KeyCode::Backspace)],
    ),
    row(In::Search, A::Undo, &[C::ctrl('z')]),
    row(In::Search, A::Redo, &[C::ctrl('y')]),
    row(In::Search, A::Redraw, &[C::ctrl('l')]),
    row(In::Search, A::Help, &[C::function(1)]),
    row(In::Search, A::Back, &[C::key(KeyCode::Esc), C::ctrl('c')]),
];
