//! The keys where there is no ledger yet.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Begin, A::Choose, &[C::key(KeyCode::Enter)]),
    row(In::Begin, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Begin, A::Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Begin, A::First, &[C::key(KeyCode::Home)]),
    row(In::Begin, A::Last, &[C::key(KeyCode::End)]),
    row(In::Begin, A::Redraw, &[C::ctrl('l')]),
    row(
        In::Begin,
        A::Quit,
        &[
            C::key(KeyCode::Esc),
            C::char('q'),
            C::function(10),
            C::ctrl('c'),
        ],
    ),
    row(In::Path, A::Choose, &[C::key(KeyCode::Enter)]),
    row(In::Path, A::Left, &[C::key(KeyCode::Left)]),
    row(In::Path, A::Right, &[C::key(KeyCode::Right)]),
    row(In::Path, A::First, &[C::key(KeyCode::Home)]),
    row(In::Path, A::Last, &[C::key(KeyCode::End)]),
    row(
        In::Path,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Path, A::DeleteAfter, &[C::key(KeyCode::Delete)]),
    row(In::Path, A::ClearField, &[C::ctrl('u')]),
    row(In::Path, A::Redraw, &[C::ctrl('l')]),
    row(In::Path, A::Back, &[C::key(KeyCode::Esc)]),
    row(In::Path, A::Quit, &[C::function(10), C::ctrl('c')]),
];
