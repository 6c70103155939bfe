//! The table of keys.

pub(super) mod presenting;

use ratatui::crossterm::event::KeyCode;

use crate::app::Action;
use crate::keys::Chord;

/// Where a key is pressed. The same key may mean different things in different contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Going through the ledger.
    Browse,
    /// In the search bar.
    Search,
    /// In the note editor.
    Edit,
    /// In front of a question.
    Ask,
    /// Between one's own text and somebody else's.
    Merge,
    /// In the summary.
    Overview,
    /// Among the findings.
    Findings,
    /// Taking figures from a note.
    Propose,
    /// Going through the items in a meeting.
    Present,
    /// In a menu.
    Menu,
    /// In the help.
    Help,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 11] = [
        Self::Browse,
        Self::Search,
        Self::Edit,
        Self::Ask,
        Self::Merge,
        Self::Overview,
        Self::Findings,
        Self::Propose,
        Self::Present,
        Self::Menu,
        Self::Help,
    ];

    /// Whether characters are text here, so that none may be a command.
    pub const fn is_typing(self) -> bool {
        matches!(self, Self::Search | Self::Edit | Self::Menu)
    }
}

/// One action and the keys that stand for it in one context; the first key is the one to tell people.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What it does.
    pub action: Action,
    /// With which keys.
    pub chords: &'static [Chord],
}

const fn row(context: Context, action: Action, chords: &'static [Chord]) -> Binding {
    Binding {
        context,
        action,
        chords,
    }
}

use Action::{
    AppendDated, Back, Choose, ClearField, Compare, DeleteAfter, DeleteBefore, DeleteWordAfter,
    DeleteWordBefore, Down, Edit, EditFields, Filter, Findings, First, HandOver, Help, InsertDate,
    Keep, Last, Left, LeftWord, NewLine, NextChoice, NextEntry, NextHit, NextIndicator, NextLate,
    Open, Overview, PageDown, PageUp, Present, PreviousChoice, PreviousEntry, PreviousHit,
    PreviousIndicator, PreviousLate, Propose, Quit, Redo, Redraw, Reload, Right, RightWord, RowEnd,
    RowStart, Save, ScrollDown, ScrollUp, Search, SelectAll, Sort, Star, SwitchPane, SwitchScope,
    Take, Undo, Up, Zoom,
};
use Chord as C;
use Context as In;

/// Every key of the program but those of the presentation. The order is that of the help.
pub const TABLE: &[Binding] = &[
    row(In::Browse, Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Browse, Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Browse, PageUp, &[C::key(KeyCode::PageUp), C::ctrl('u')]),
    row(
        In::Browse,
        PageDown,
        &[C::key(KeyCode::PageDown), C::ctrl('d')],
    ),
    row(In::Browse, First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Browse, Last, &[C::key(KeyCode::End), C::char('G')]),
    row(
        In::Browse,
        NextLate,
        &[C::char(']'), C::ctrl_key(KeyCode::Down)],
    ),
    row(
        In::Browse,
        PreviousLate,
        &[C::char('['), C::ctrl_key(KeyCode::Up)],
    ),
    row(
        In::Browse,
        ScrollDown,
        &[C::shift(KeyCode::Down), C::char('J')],
    ),
    row(In::Browse, ScrollUp, &[C::shift(KeyCode::Up), C::char('K')]),
    row(In::Browse, NextIndicator, &[C::key(KeyCode::Right)]),
    row(In::Browse, PreviousIndicator, &[C::key(KeyCode::Left)]),
    row(
        In::Browse,
        SwitchPane,
        &[C::key(KeyCode::Tab), C::function(6)],
    ),
    row(In::Browse, Open, &[C::key(KeyCode::Enter)]),
    row(In::Browse, Zoom, &[C::char('z'), C::ctrl('w')]),
    row(In::Browse, Overview, &[C::function(4), C::char('s')]),
    row(In::Browse, Present, &[C::function(5), C::char('p')]),
    row(
        In::Browse,
        Findings,
        &[C::char('c'), C::ctrl('k'), C::function(11)],
    ),
    row(
        In::Browse,
        Propose,
        &[C::key(KeyCode::Insert), C::char('+')],
    ),
    row(In::Browse, Search, &[C::char('/'), C::function(3)]),
    row(In::Browse, Filter, &[C::function(7), C::char('f')]),
    row(In::Browse, Sort, &[C::function(8), C::char('o')]),
    row(In::Browse, Star, &[C::ctrl('t'), C::char('*')]),
    row(In::Browse, NextHit, &[C::char('n'), C::ctrl('n')]),
    row(In::Browse, PreviousHit, &[C::char('N'), C::ctrl('p')]),
    row(In::Browse, Edit, &[C::function(2), C::char('e')]),
    row(In::Browse, EditFields, &[C::function(12), C::char('i')]),
    row(In::Browse, AppendDated, &[C::char('a'), C::ctrl('a')]),
    row(In::Browse, HandOver, &[C::char('E'), C::ctrl('e')]),
    row(In::Browse, Undo, &[C::ctrl('z'), C::char('u')]),
    row(In::Browse, Redo, &[C::ctrl('y'), C::char('U')]),
    row(In::Browse, Reload, &[C::char('R'), C::ctrl('r')]),
    row(In::Browse, Redraw, &[C::ctrl('l')]),
    row(In::Browse, Help, &[C::function(1), C::char('?')]),
    row(In::Browse, Back, &[C::key(KeyCode::Esc)]),
    row(In::Browse, DeleteBefore, &[C::key(KeyCode::Backspace)]),
    row(
        In::Browse,
        Quit,
        &[C::function(10), C::char('q'), C::ctrl('c')],
    ),
    row(In::Search, Keep, &[C::key(KeyCode::Enter)]),
    row(In::Search, Up, &[C::key(KeyCode::Up)]),
    row(In::Search, Down, &[C::key(KeyCode::Down)]),
    row(In::Search, PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Search, PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Search, SwitchScope, &[C::key(KeyCode::Tab)]),
    row(In::Search, ClearField, &[C::ctrl('u')]),
    row(In::Search, Left, &[C::key(KeyCode::Left)]),
    row(In::Search, Right, &[C::key(KeyCode::Right)]),
    row(In::Search, RowStart, &[C::key(KeyCode::Home)]),
    row(In::Search, RowEnd, &[C::key(KeyCode::End)]),
    row(
        In::Search,
        DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Search, DeleteAfter, &[C::key(KeyCode::Delete)]),
    row(In::Search, LeftWord, &[C::ctrl_key(KeyCode::Left)]),
    row(In::Search, RightWord, &[C::ctrl_key(KeyCode::Right)]),
    row(
        In::Search,
        DeleteWordBefore,
        &[C::ctrl('w'), C::ctrl_key(KeyCode::Backspace)],
    ),
    row(In::Search, Undo, &[C::ctrl('z')]),
    row(In::Search, Redo, &[C::ctrl('y')]),
    row(In::Search, Redraw, &[C::ctrl('l')]),
    row(In::Search, Help, &[C::function(1)]),
    row(In::Search, Back, &[C::key(KeyCode::Esc), C::ctrl('c')]),
    row(In::Edit, Save, &[C::function(2), C::ctrl('s')]),
    row(
        In::Edit,
        Back,
        &[C::key(KeyCode::Esc), C::ctrl('c'), C::function(10)],
    ),
    row(In::Edit, Undo, &[C::ctrl('z')]),
    row(In::Edit, Redo, &[C::ctrl('y')]),
    row(In::Edit, InsertDate, &[C::function(4)]),
    row(In::Edit, HandOver, &[C::function(7)]),
    row(In::Edit, Compare, &[C::function(6)]),
    // A terminal without bracketed paste sends line ends as Ctrl-J.
    row(In::Edit, NewLine, &[C::key(KeyCode::Enter), C::ctrl('j')]),
    row(In::Edit, NextEntry, &[C::key(KeyCode::Tab)]),
    row(In::Edit, PreviousEntry, &[C::shift(KeyCode::BackTab)]),
    row(In::Edit, Left, &[C::key(KeyCode::Left)]),
    row(In::Edit, Right, &[C::key(KeyCode::Right)]),
    row(In::Edit, Up, &[C::key(KeyCode::Up)]),
    row(In::Edit, Down, &[C::key(KeyCode::Down)]),
    row(In::Edit, PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Edit, PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Edit, RowStart, &[C::key(KeyCode::Home)]),
    row(In::Edit, RowEnd, &[C::key(KeyCode::End)]),
    row(In::Edit, First, &[C::ctrl_key(KeyCode::Home)]),
    row(In::Edit, Last, &[C::ctrl_key(KeyCode::End)]),
    row(
        In::Edit,
        DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Edit, DeleteAfter, &[C::key(KeyCode::Delete)]),
    row(In::Edit, LeftWord, &[C::ctrl_key(KeyCode::Left)]),
    row(In::Edit, RightWord, &[C::ctrl_key(KeyCode::Right)]),
    row(In::Edit, SelectAll, &[C::ctrl('a')]),
    row(
        In::Edit,
        DeleteWordBefore,
        &[C::ctrl('w'), C::ctrl_key(KeyCode::Backspace)],
    ),
    row(In::Edit, DeleteWordAfter, &[C::ctrl_key(KeyCode::Delete)]),
    row(In::Edit, Redraw, &[C::ctrl('l')]),
    row(In::Edit, Help, &[C::function(1)]),
    row(In::Ask, Choose, &[C::key(KeyCode::Enter)]),
    row(
        In::Ask,
        NextChoice,
        &[
            C::key(KeyCode::Right),
            C::key(KeyCode::Down),
            C::key(KeyCode::Tab),
        ],
    ),
    row(
        In::Ask,
        PreviousChoice,
        &[
            C::key(KeyCode::Left),
            C::key(KeyCode::Up),
            C::shift(KeyCode::BackTab),
        ],
    ),
    row(In::Ask, Redraw, &[C::ctrl('l')]),
    row(In::Ask, Help, &[C::function(1)]),
    row(In::Ask, Back, &[C::key(KeyCode::Esc)]),
    row(In::Merge, Choose, &[C::key(KeyCode::Enter)]),
    row(
        In::Merge,
        NextChoice,
        &[C::key(KeyCode::Right), C::key(KeyCode::Tab)],
    ),
    row(
        In::Merge,
        PreviousChoice,
        &[C::key(KeyCode::Left), C::shift(KeyCode::BackTab)],
    ),
    row(In::Merge, Up, &[C::key(KeyCode::Up)]),
    row(In::Merge, Down, &[C::key(KeyCode::Down)]),
    row(In::Merge, PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Merge, PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Merge, Redraw, &[C::ctrl('l')]),
    row(In::Merge, Help, &[C::function(1)]),
    row(In::Merge, Back, &[C::key(KeyCode::Esc), C::ctrl('c')]),
    row(In::Overview, Open, &[C::key(KeyCode::Enter)]),
    row(In::Overview, Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Overview, Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Overview, PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Overview, PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Overview, First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Overview, Last, &[C::key(KeyCode::End), C::char('G')]),
    row(In::Overview, Redraw, &[C::ctrl('l')]),
    row(In::Overview, Help, &[C::function(1), C::char('?')]),
    row(
        In::Overview,
        Back,
        &[
            C::key(KeyCode::Esc),
            C::function(4),
            C::char('s'),
            C::char('q'),
        ],
    ),
    row(In::Overview, Quit, &[C::function(10), C::ctrl('c')]),
    row(In::Findings, Open, &[C::key(KeyCode::Enter)]),
    row(In::Findings, Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Findings, Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Findings, PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Findings, PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Findings, First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Findings, Last, &[C::key(KeyCode::End), C::char('G')]),
    row(In::Findings, Redraw, &[C::ctrl('l')]),
    row(In::Findings, Help, &[C::function(1), C::char('?')]),
    row(
        In::Findings,
        Back,
        &[
            C::key(KeyCode::Esc),
            C::ctrl('k'),
            C::function(11),
            C::char('c'),
            C::char('q'),
        ],
    ),
    row(In::Findings, Quit, &[C::function(10), C::ctrl('c')]),
    row(In::Propose, Take, &[C::key(KeyCode::Enter)]),
    row(In::Propose, Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Propose, Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Propose, First, &[C::key(KeyCode::Home)]),
    row(In::Propose, Last, &[C::key(KeyCode::End)]),
    row(In::Propose, Redraw, &[C::ctrl('l')]),
    row(In::Propose, Help, &[C::function(1), C::char('?')]),
    row(
        In::Propose,
        Back,
        &[C::key(KeyCode::Esc), C::ctrl('c'), C::function(10)],
    ),
    row(In::Menu, Choose, &[C::key(KeyCode::Enter)]),
    row(In::Menu, Up, &[C::key(KeyCode::Up)]),
    row(In::Menu, Down, &[C::key(KeyCode::Down)]),
    row(In::Menu, PageUp, &[C::key(KeyCode::PageUp)]),
    row(In::Menu, PageDown, &[C::key(KeyCode::PageDown)]),
    row(In::Menu, First, &[C::key(KeyCode::Home)]),
    row(In::Menu, Last, &[C::key(KeyCode::End)]),
    row(
        In::Menu,
        DeleteBefore,
        &[C::key(KeyCode::Backspace), C::ctrl('h')],
    ),
    row(In::Menu, ClearField, &[C::ctrl('u')]),
    row(In::Menu, Redraw, &[C::ctrl('l')]),
    row(In::Menu, Help, &[C::function(1)]),
    row(
        In::Menu,
        Back,
        &[
            C::key(KeyCode::Esc),
            C::function(7),
            C::function(8),
            C::ctrl('c'),
            C::function(10),
        ],
    ),
    row(In::Help, Up, &[C::key(KeyCode::Up), C::char('k')]),
    row(In::Help, Down, &[C::key(KeyCode::Down), C::char('j')]),
    row(In::Help, PageUp, &[C::key(KeyCode::PageUp)]),
    row(
        In::Help,
        PageDown,
        &[C::key(KeyCode::PageDown), C::char(' ')],
    ),
    row(In::Help, First, &[C::key(KeyCode::Home), C::char('g')]),
    row(In::Help, Last, &[C::key(KeyCode::End), C::char('G')]),
    row(In::Help, Redraw, &[C::ctrl('l')]),
    row(
        In::Help,
        Back,
        &[
            C::key(KeyCode::Esc),
            C::function(1),
            C::key(KeyCode::Enter),
            C::char('?'),
            C::char('q'),
        ],
    ),
    row(In::Help, Quit, &[C::function(10), C::ctrl('c')]),
];
