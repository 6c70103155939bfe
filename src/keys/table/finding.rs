//! The keys for finding an action: in the palette, and in the help while it is narrowed.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Palette, A::Choose, &[C::key(KeyCode::Enter)]),
    row(In::Palette, A::Up, &[C::key(KeyCode::Up)]),
    row(In::Palette, A::Down, &[C::key(KeyCode::Down)]),
    row(In::Palette, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Palette, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Palette, A::First, &[C::key(KeyCode::Home)]),
    row(In::Palette, A::Last, &[C::key(KeyCode::End)]),
    row(
        In::Palette,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Palette, A::ClearField, &[C::ctrl('u')]),
    row(In::Palette, A::Redraw, &[C::ctrl('l')]),
    row(In::Palette, A::Help, &[C::function(1)]),
    row(
        In::Palette,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::function(9),
            C::ctrl('c'),
            C::function(10),
        ],
    ),
    row(In::HelpSearch, A::Keep, &[C::key(KeyCode::Enter)]),
    row(In::HelpSearch, A::Up, &[C::key(KeyCode::Up)]),
    row(In::HelpSearch, A::Down, &[C::key(KeyCode::Down)]),
    row(In::HelpSearch, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::HelpSearch, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::HelpSearch, A::First, &[C::key(KeyCode::Home)]),
    row(In::HelpSearch, A::Last, &[C::key(KeyCode::End)]),
    row(
        In::HelpSearch,
        A::DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::HelpSearch, A::ClearField, &[C::ctrl('u')]),
    row(In::HelpSearch, A::Redraw, &[C::ctrl('l')]),
    row(
        In::HelpSearch,
        A::Back,
        &[C::key(KeyCode::Esc), C::function(1), C::ctrl('c')],
    ),
    row(In::HelpSearch, A::Quit, &[C::function(10)]),
];
