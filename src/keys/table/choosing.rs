//! The keys of the menus and of the help.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Menu, A::Choose, &[C::key(KeyCode::Enter)]),
    row(In::Menu, A::Up, &[C::key(KeyCode::Up)]),
    row(In::Menu, A::Down, &[C::key(KeyCode::Down)]),
    row(In::Menu, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Menu, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Menu, A::First, &[C::key(KeyCode::Home)]),
    row(In::Menu, A::Last, &[C::key(KeyCode::End)]),
    row(
        In::Menu,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Menu, A::ClearField, &[C::ctrl('u')]),
    row(In::Menu, A::Forget, &[C::key(KeyCode::Delete)]),
    row(In::Menu, A::Redraw, &[C::ctrl('l')]),
    row(In::Menu, A::Help, &[C::function(1)]),
    row(
        In::Menu,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::function(7),
            C::function(8),
            C::ctrl('c'),
            C::function(10),
        ],
    ),
    row(In::Help, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Help, A::Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Help, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(
        In::Help,
        A::PageDown,
        &[C::key(KeyCode::PageDown), C::char(' ')],
    ),
    row(In::Help, A::First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Help, A::Last, &[C::key(KeyCode::End), C::char('G')]),
    row(In::Help, A::Search, &[C::function(3), C::char('/')]),
    row(In::Help, A::Redraw, &[C::ctrl('l')]),
    row(
        In::Help,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::function(1),
            C::key(KeyCode::Enter),
            C::char('?'),
            C::char('q'),
        ],
    ),
    row(In::Help, A::Quit, &[C::function(10), C::ctrl('c')]),
];
