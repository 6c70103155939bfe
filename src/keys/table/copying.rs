//! The keys of the copy menu. Its digits and letters are no rows here: the menu itself names them.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Copy, A::Choose, &[C::key(KeyCode::Enter)]),
    row(In::Copy, A::Up, &[C::key(KeyCode::Up)]),
    row(In::Copy, A::Down, &[C::key(KeyCode::Down)]),
    row(In::Copy, A::First, &[C::key(KeyCode::Home)]),
    row(In::Copy, A::Last, &[C::key(KeyCode::End)]),
    row(In::Copy, A::Redraw, &[C::ctrl('l')]),
    row(In::Copy, A::Help, &[C::function(1)]),
    row(
        In::Copy,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::ctrl_key(KeyCode::Insert),
            C::ctrl('c'),
            C::function(10),
        ],
    ),
];
