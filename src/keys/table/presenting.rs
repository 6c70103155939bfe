//! The keys of the presentation. Clickers send page keys or arrows, F5 and Esc, and `b` or `.` for a blank screen.

use ratatui::crossterm::event::KeyCode;

use crate::app::Action::{
    Back, Blank, Copy, DeleteBefore, Edit, First, GoTo, Help, Last, LeaveHere, NextItem, NextLate,
    Palette, PreviousItem, PreviousLate, Quit, RecordOrder, Redraw, ScrollDown, ScrollUp, Theme,
};
use crate::keys::Chord as C;
use crate::keys::table::{Binding, Context as In, row};

/// Every key of the presentation, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(
        In::Present,
        NextItem,
        &[
            C::key(KeyCode::PageDown),
            C::char(' '),
            C::key(KeyCode::Right),
            C::char('n'),
        ],
    ),
    row(
        In::Present,
        PreviousItem,
        &[C::key(KeyCode::PageUp), C::key(KeyCode::Left), C::char('p')],
    ),
    row(In::Present, GoTo, &[C::key(KeyCode::Enter)]),
    row(In::Present, First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Present, Last, &[C::key(KeyCode::End), C::char('G')]),
    row(
        In::Present,
        NextLate,
        &[C::char(']'), C::ctrl_key(KeyCode::Down)],
    ),
    row(
        In::Present,
        PreviousLate,
        &[C::char('['), C::ctrl_key(KeyCode::Up)],
    ),
    row(In::Present, ScrollUp, &[C::key(KeyCode::Up), C::char('k')]),
    row(
        In::Present,
        ScrollDown,
        &[C::key(KeyCode::Down), C::char('j')],
    ),
    row(
        In::Present,
        Blank,
        &[C::char('b'), C::char('.'), C::ctrl('b')],
    ),
    row(In::Present, Edit, &[C::function(2), C::char('e')]),
    row(In::Present, RecordOrder, &[C::ctrl('o'), C::char('m')]),
    row(
        In::Present,
        Copy,
        &[C::char('y'), C::ctrl_key(KeyCode::Insert)],
    ),
    row(In::Present, LeaveHere, &[C::key(KeyCode::Tab)]),
    row(In::Present, DeleteBefore, &[C::key(KeyCode::Backspace)]),
    row(In::Present, Theme, &[C::char('T')]),
    row(In::Present, Redraw, &[C::ctrl('l')]),
    row(In::Present, Palette, &[C::function(9), C::char(':')]),
    row(In::Present, Help, &[C::function(1), C::char('?')]),
    row(
        In::Present,
        Back,
        &[C::key(KeyCode::Esc), C::function(5), C::char('q')],
    ),
    row(In::Present, Quit, &[C::function(10), C::ctrl('c')]),
];
