//! The keys of the list of orders.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Orders, A::Open, &[C::key(KeyCode::Enter)]),
    row(
        In::Orders,
        A::MarkDone,
        &[C::char(' '), C::key(KeyCode::Insert)],
    ),
    row(In::Orders, A::RewriteOrder, &[C::function(2), C::char('e')]),
    row(In::Orders, A::Undo, &[C::ctrl('z'), C::char('u')]),
    row(In::Orders, A::Redo, &[C::ctrl('y'), C::char('U')]),
    row(In::Orders, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Orders, A::Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Orders, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Orders, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Orders, A::First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Orders, A::Last, &[C::key(KeyCode::End), C::char('G')]),
    row(In::Orders, A::Palette, &[C::function(9), C::char(':')]),
    row(In::Orders, A::Redraw, &[C::ctrl('l')]),
    row(In::Orders, A::Help, &[C::function(1), C::char('?')]),
    row(
        In::Orders,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::ctrl('g'),
            C::char('M'),
            C::char('q'),
        ],
    ),
    row(In::Orders, A::Quit, &[C::function(10), C::ctrl('c')]),
];
