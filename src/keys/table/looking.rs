//! The keys of the screens over the panes: the summary, the findings, the figures offered.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Overview, A::Open, &[C::key(KeyCode::Enter)]),
    row(In::Overview, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(
        In::Overview,
        A::Down,
        &[C::key(KeyCode::Down), C::char('j')],
    ),
    row(In::Overview, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Overview, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(
        In::Overview,
        A::First,
        &[C::key(KeyCode::Home), C::char('g')],
    ),
    row(In::Overview, A::Last, &[C::key(KeyCode::End), C::char('G')]),
    row(
        In::Overview,
        A::Copy,
        &[C::char('y'), C::ctrl_key(KeyCode::Insert)],
    ),
    row(In::Overview, A::Redraw, &[C::ctrl('l')]),
    row(In::Overview, A::Palette, &[C::function(9), C::char(':')]),
    row(In::Overview, A::Help, &[C::function(1), C::char('?')]),
    row(
        In::Overview,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::function(4),
            C::char('s'),
            C::char('q'),
        ],
    ),
    row(In::Overview, A::Quit, &[C::function(10), C::ctrl('c')]),
    row(In::Findings, A::Open, &[C::key(KeyCode::Enter)]),
    row(In::Findings, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(
        In::Findings,
        A::Down,
        &[C::key(KeyCode::Down), C::char('j')],
    ),
    row(In::Findings, A::PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Findings, A::PageDown, &[C::key(KeyCode::PageDown)]),
    row(
        In::Findings,
        A::First,
        &[C::key(KeyCode::Home), C::char('g')],
    ),
    row(In::Findings, A::Last, &[C::key(KeyCode::End), C::char('G')]),
    row(
        In::Findings,
        A::Copy,
        &[C::char('y'), C::ctrl_key(KeyCode::Insert)],
    ),
    row(In::Findings, A::Redraw, &[C::ctrl('l')]),
    row(In::Findings, A::Palette, &[C::function(9), C::char(':')]),
    row(In::Findings, A::Help, &[C::function(1), C::char('?')]),
    row(
        In::Findings,
        A::Back,
        &[
            C::key(KeyCode::Esc),
            C::ctrl('k'),
            C::function(11),
            C::char('c'),
            C::char('q'),
        ],
    ),
    row(In::Findings, A::Quit, &[C::function(10), C::ctrl('c')]),
    row(In::Propose, A::Take, &[C::key(KeyCode::Enter)]),
    row(In::Propose, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Propose, A::Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Propose, A::First, &[C::key(KeyCode::Home)]),
    row(In::Propose, A::Last, &[C::key(KeyCode::End)]),
    row(In::Propose, A::Redraw, &[C::ctrl('l')]),
    row(In::Propose, A::Help, &[C::function(1), C::char('?')]),
    row(
        In::Propose,
        A::Back,
        &[C::key(KeyCode::Esc), C::ctrl('c'), C::function(10)],
    ),
];
