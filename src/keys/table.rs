//! The table of keys.

mod beginning;
mod browsing;
mod choosing;
mod copying;
mod editing;
mod finding;
mod looking;
mod naming;
mod orders;
mod presenting;
mod searching;

use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::app::Action;
use crate::keys::Chord;

/// Where a key is pressed. The same key may mean different things in different contexts. Their names are those of the file of
/// settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Context {
    /// Going through the ledger.
    Browse,
    /// In the search bar.
    Search,
    /// Where a search gets its name.
    NameSearch,
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
    /// Among the orders of meetings.
    Orders,
    /// Going through the items in a meeting.
    Present,
    /// In a menu.
    Menu,
    /// In the copy menu.
    Copy,
    /// In the palette.
    Palette,
    /// In the help.
    Help,
    /// In the help, typing what to find in it.
    HelpSearch,
    /// Where there is no ledger yet.
    Begin,
    /// Typing the name of a file there.
    Path,
}

impl Context {
    /// Every context of an open ledger.
    pub const ALL: [Self; 16] = [
        Self::Browse,
        Self::Search,
        Self::NameSearch,
        Self::Edit,
        Self::Ask,
        Self::Merge,
        Self::Overview,
        Self::Findings,
        Self::Propose,
        Self::Orders,
        Self::Present,
        Self::Menu,
        Self::Copy,
        Self::Palette,
        Self::Help,
        Self::HelpSearch,
    ];

    /// Every context there is: those of an open ledger, and those before there is one.
    pub fn every() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().chain([Self::Begin, Self::Path])
    }

    /// Whether characters are text here, so that none may be a command.
    pub const fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Search
                | Self::NameSearch
                | Self::Edit
                | Self::Menu
                | Self::Palette
                | Self::HelpSearch
                | Self::Path
        )
    }
}

/// One action and the keys that stand for it in one context; the first key is the one to tell people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What it does.
    pub action: Action,
    /// With which keys.
    pub chords: Cow<'static, [Chord]>,
}

impl Binding {
    /// Whether both are about the same action in the same context.
    pub fn is_for_the_same(&self, other: &Self) -> bool {
        self.context == other.context && self.action == other.action
    }
}

const fn row(context: Context, action: Action, chords: &'static [Chord]) -> Binding {
    Binding {
        context,
        action,
        chords: Cow::Borrowed(chords),
    }
}

/// Every key of the program, by the screens they belong to. Within a part the order is that of the help.
const PARTS: [&[Binding]; 11] = [
    browsing::ROWS,
    searching::ROWS,
    naming::ROWS,
    editing::ROWS,
    looking::ROWS,
    orders::ROWS,
    choosing::ROWS,
    copying::ROWS,
    presenting::ROWS,
    finding::ROWS,
    beginning::ROWS,
];

/// Every binding there is.
pub fn all() -> impl Iterator<Item = &'static Binding> {
    PARTS.into_iter().flatten()
}
