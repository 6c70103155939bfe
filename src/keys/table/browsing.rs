//! The keys for going through the ledger.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Context as In, row};
use crate::app::Action as A;
use crate::keys::Chord as C;

/// The rows of the table, in the order of the help.
pub const ROWS: &[Binding] = &[
    row(In::Browse, A::Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Browse, A::Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(
        In::Browse,
        A::PageUp,
        &[C::key(KeyCode::PageUp), C::ctrl('u')],
    ),
    row(
        In::Browse,
        A::PageDown,
        &[C::key(KeyCode::PageDown), C::ctrl('d')],
    ),
    row(In::Browse, A::First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Browse, A::Last, &[C::key(KeyCode::End), C::char('G')]),
    row(
        In::Browse,
        A::NextLate,
        &[C::char(']'), C::ctrl_key(KeyCode::Down)],
    ),
    row(
        In::Browse,
        A::PreviousLate,
        &[C::char('['), C::ctrl_key(KeyCode::Up)],
    ),
    row(
        In::Browse,
        A::ScrollDown,
        &[C::shift(KeyCode::Down), C::char('J')],
    ),
    row(
        In::Browse,
        A::ScrollUp,
        &[C::shift(KeyCode::Up), C::char('K')],
    ),
    row(In::Browse, A::NextIndicator, &[C::key(KeyCode::Right)]),
    row(In::Browse, A::PreviousIndicator, &[C::key(KeyCode::Left)]),
    row(
        In::Browse,
        A::SwitchPane,
        &[C::key(KeyCode::Tab), C::function(6)],
    ),
    row(In::Browse, A::Open, &[C::key(KeyCode::Enter)]),
    row(In::Browse, A::Zoom, &[C::char('z'), C::ctrl('w')]),
    row(In::Browse, A::Overview, &[C::function(4), C::char('s')]),
    row(In::Browse, A::Present, &[C::function(5), C::char('p')]),
    row(
        In::Browse,
        A::Findings,
        &[C::char('c'), C::ctrl('k'), C::function(11)],
    ),
    row(
        In::Browse,
        A::Propose,
        &[C::key(KeyCode::Insert), C::char('+')],
    ),
    row(In::Browse, A::RecordOrder, &[C::ctrl('o'), C::char('m')]),
    row(In::Browse, A::Orders, &[C::ctrl('g'), C::char('M')]),
    row(In::Browse, A::Search, &[C::char('/'), C::function(3)]),
    row(In::Browse, A::Filter, &[C::function(7), C::char('f')]),
    row(In::Browse, A::NameSearch, &[C::ctrl('s')]),
    row(In::Browse, A::Sort, &[C::function(8), C::char('o')]),
    row(In::Browse, A::Star, &[C::ctrl('t'), C::char('*')]),
    row(
        In::Browse,
        A::Copy,
        &[C::char('y'), C::ctrl_key(KeyCode::Insert)],
    ),
    row(In::Browse, A::NextHit, &[C::char('n'), C::ctrl('n')]),
    row(In::Browse, A::PreviousHit, &[C::char('N'), C::ctrl('p')]),
    row(In::Browse, A::Edit, &[C::function(2), C::char('e')]),
    row(In::Browse, A::EditFields, &[C::function(12), C::char('i')]),
    row(In::Browse, A::AppendDated, &[C::char('a'), C::ctrl('a')]),
    row(In::Browse, A::HandOver, &[C::char('E'), C::ctrl('e')]),
    row(In::Browse, A::Undo, &[C::ctrl('z'), C::char('u')]),
    row(In::Browse, A::Redo, &[C::ctrl('y'), C::char('U')]),
    row(In::Browse, A::Reload, &[C::char('R'), C::ctrl('r')]),
    row(In::Browse, A::Theme, &[C::char('T')]),
    row(In::Browse, A::Redraw, &[C::ctrl('l')]),
    row(In::Browse, A::Palette, &[C::function(9), C::char(':')]),
    row(In::Browse, A::Help, &[C::function(1), C::char('?')]),
    row(In::Browse, A::Back, &[C::key(KeyCode::Esc)]),
    row(In::Browse, A::DeleteBefore, &[C::key(KeyCode::Backspace)]),
    row(
        In::Browse,
        A::Quit,
        &[C::function(10), C::char('q'), C::ctrl('c')],
    ),
];
