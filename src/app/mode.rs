//! What the keys do at the moment. Each mode carries what it needs, so that no two fields can disagree about it.

use crate::app::Kept;
use crate::app::copying::Copying;
use crate::app::editor::Editor;
use crate::app::field::Field;
use crate::app::findings::Findings;
use crate::app::handing::Fallback;
use crate::app::menu::Menu;
use crate::app::merging::Merging;
use crate::app::orders::Orders;
use crate::app::overview::Overview;
use crate::app::palette::Palette;
use crate::app::presenting::Presenting;
use crate::app::proposing::Proposing;
use crate::app::reading::Help;
use crate::app::remembering::Naming;
use crate::ledger::ItemId;
use crate::search::Scope;

/// What the keys do.
#[derive(Debug)]
pub enum Mode {
    /// Going through the ledger.
    Browse,
    /// Typing a search.
    Search(Box<SearchBar>),
    /// Typing the name under which a search is kept.
    NameSearch(Box<Naming>),
    /// Editing a note, or the other fields of an item.
    Edit(Box<Editor>),
    /// Choosing between one's own text and somebody else's.
    Merge(Box<Merging>),
    /// Answering a question about the edit that is under way.
    Ask(Question, Box<Editor>),
    /// Looking at the summary.
    Overview(Box<Overview>),
    /// Taking figures from the note, one by one.
    Propose(Box<Proposing>),
    /// Looking at what does not add up.
    Findings(Box<Findings>),
    /// Looking at what meetings ordered.
    Orders(Box<Orders>),
    /// Going through the items in a meeting, one a screen.
    Present(Box<Presenting>),
    /// Choosing from a menu over the list.
    Menu(Box<Menu>),
    /// Choosing in which form an item is copied.
    Copy(Box<Copying>),
    /// Choosing from all the actions of a screen.
    Palette(Box<Palette>),
    /// Reading the help.
    Help(Box<Help>),
}

/// A search being typed.
#[derive(Debug)]
pub struct SearchBar {
    /// What is typed.
    pub field: Field,
    /// Where to look.
    pub scope: Scope,
    /// Where the user was before, to go back to.
    pub came_from: CameFrom,
}

/// A place in the list to go back to.
#[derive(Clone, Debug)]
pub struct CameFrom {
    /// The item under the cursor.
    pub id: Option<ItemId>,
    /// The search whose hits were shown.
    pub kept: Option<Kept>,
    /// The pane that had the keys.
    pub pane: Pane,
    /// Whether it was over all the others.
    pub zoomed: bool,
}

/// The panes that can have the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// The list of items.
    #[default]
    List,
    /// The item in full.
    Detail,
    /// Its gauges.
    Gauges,
}

impl Pane {
    /// The pane after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::List => Self::Detail,
            Self::Detail => Self::Gauges,
            Self::Gauges => Self::List,
        }
    }
}

/// A question with answers to choose from. It is never answered by a letter, which an input method would swallow, and
/// Esc is always the answer that loses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub about: About,
    /// The index of the answer under the cursor.
    pub choice: usize,
}

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The note was changed and the user leaves.
    Leaving,
    /// A program that is gone left an unsaved note.
    Recovered,
    /// The user has set no editor of his own; this one would be started.
    NoEditor(Fallback),
    /// What is to be saved was made for an item whose number another one has by now.
    OtherItem,
}

/// What can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then leave.
    SaveAndLeave,
    /// Leave; the typed text is dropped.
    Discard,
    /// Go on editing.
    GoOn,
    /// Go on with the unsaved note.
    Resume,
    /// Give the unsaved note up.
    GiveUpDraft,
    /// Decide another time; the unsaved note stays where it is.
    Later,
    /// Start the editor.
    OpenEditor,
    /// It is the same promise: save it to the item that has the number now.
    SaveHere,
}

impl Question {
    /// A question with its safe answer under the cursor.
    pub const fn new(about: About) -> Self {
        Self { about, choice: 0 }
    }

    /// The answers to choose from, the likeliest first.
    pub const fn answers(self) -> &'static [Answer] {
        match self.about {
            About::Leaving => &[Answer::SaveAndLeave, Answer::Discard, Answer::GoOn],
            About::Recovered => &[Answer::Resume, Answer::GiveUpDraft, Answer::Later],
            About::NoEditor(_) => &[Answer::OpenEditor, Answer::GoOn],
            // Whoever presses Enter without reading saves nothing.
            About::OtherItem => &[Answer::GoOn, Answer::SaveHere],
        }
    }

    /// The answer that Esc stands for: the one that loses nothing.
    pub const fn safe_answer(self) -> Answer {
        match self.about {
            About::Leaving | About::NoEditor(_) | About::OtherItem => Answer::GoOn,
            About::Recovered => Answer::Later,
        }
    }

    /// The answer under the cursor.
    pub fn answer(self) -> Answer {
        self.answers()
            .get(self.choice)
            .copied()
            .unwrap_or(Answer::GoOn)
    }
}

impl Mode {
    /// What the keys did before the help or a menu of actions or copies came in front of it.
    pub fn beneath(&self) -> &Self {
        match self {
            Self::Help(help) => help.behind.beneath(),
            Self::Palette(palette) => palette.behind.beneath(),
            Self::Copy(copying) => copying.behind.beneath(),
            mode => mode,
        }
    }

    /// The same, to be changed.
    pub(super) fn beneath_mut(&mut self) -> &mut Self {
        match self {
            Self::Help(help) => help.behind.beneath_mut(),
            Self::Palette(palette) => palette.behind.beneath_mut(),
            Self::Copy(copying) => copying.behind.beneath_mut(),
            mode => mode,
        }
    }

    /// Whether all its actions can be looked at, and the program be left from it: nothing is being written or asked.
    pub const fn has_palette(&self) -> bool {
        matches!(
            self,
            Self::Browse
                | Self::Overview(_)
                | Self::Findings(_)
                | Self::Orders(_)
                | Self::Present(_)
        )
    }

    /// Whether characters are text.
    pub const fn takes_text(&self) -> bool {
        match self {
            Self::Search(_)
            | Self::NameSearch(_)
            | Self::Edit(_)
            | Self::Menu(_)
            | Self::Palette(_) => true,
            Self::Help(help) => help.is_typing,
            _ => false,
        }
    }

    /// The text field that has the keys.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Search(bar) => Some(&mut bar.field),
            Self::NameSearch(naming) => Some(&mut naming.field),
            Self::Edit(editor) => editor.field_mut(),
            _ => None,
        }
    }

    /// The editor that is open, whether it has the keys or a question about it has.
    pub fn editor(&self) -> Option<&Editor> {
        match self {
            Self::Edit(editor) | Self::Ask(_, editor) => Some(editor),
            Self::Merge(merging) => Some(&merging.editor),
            Self::Help(help) => help.behind.editor(),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        match self {
            Self::Edit(editor) | Self::Ask(_, editor) => Some(editor),
            Self::Merge(merging) => Some(&mut merging.editor),
            Self::Help(help) => help.behind.editor_mut(),
            _ => None,
        }
    }

    /// The list of orders on screen, or behind the help or the palette.
    pub fn orders_mut(&mut self) -> Option<&mut Orders> {
        match self.beneath_mut() {
            Self::Orders(orders) => Some(orders),
            _ => None,
        }
    }

    /// The presentation on screen, or behind the help or the palette.
    pub fn presenting(&self) -> Option<&Presenting> {
        match self.beneath() {
            Self::Present(presenting) => Some(presenting),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn presenting_mut(&mut self) -> Option<&mut Presenting> {
        match self.beneath_mut() {
            Self::Present(presenting) => Some(presenting),
            _ => None,
        }
    }
}
