//! What can happen to the app, and what it can ask of the doors.

use std::sync::Arc;

use jiff::civil::Date;
use strum::{EnumString, IntoStaticStr};

use crate::app::copying::{CopyReport, CopyRequest};
use crate::app::handing::{HandOver, HandedBack};
use crate::app::layout::Size;
use crate::app::palette::Command;
use crate::app::pointing::{Gesture, Spot};
use crate::app::remembering::SearchReport;
use crate::app::window::Rows;
use crate::ledger::{
    Audit, Edit, IoCause, Ledger, NotKept, NotSaved, Problem, ReadOnly, Saved, SearchChange, Unread,
};
use crate::search::{Answer, Query, Scope};
use crate::text::Ruler;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// The window has this size now.
    Resized(Size),
    /// Text on the screen is measured with this from now on.
    Ruled(Ruler),
    /// The panes have this much to show.
    Measured(Measures),
    /// A key that stands for an action was pressed.
    Do(Action),
    /// A key that moves a caret was pressed with Shift: what it passes is selected.
    Select(Action),
    /// Something was done with the mouse, where this stands.
    Pointed(Gesture, Spot),
    /// Nothing was typed for a moment.
    Paused,
    /// A character was typed that stands for no action.
    Typed(char),
    /// Text was pasted.
    Pasted(String),
    /// A search was answered.
    Found {
        /// The number of the request.
        number: u64,
        /// What was found, and what to try where that is nothing.
        answer: Answer,
    },
    /// A ledger was looked through.
    Audited {
        /// The number of the request.
        number: u64,
        /// What was found.
        audit: Audit,
    },
    /// These are the actions of the screen, for the palette.
    Commands(Vec<Command>),
    /// The program has run for so many milliseconds.
    Elapsed(u64),
    /// A key was pressed that stands for nothing.
    OtherKey,
    /// A save came to its end.
    SaveEnded(SaveRequest, SaveOutcome),
    /// The note comes back from the user's own editor.
    HandedBack(HandedBack),
    /// This is today, to be written into the note, or to be known.
    Today(Date, DateUse),
    /// The searches that the user keeps were asked for or changed.
    SavedSearches(SearchReport),
    /// A copy came to its end.
    Copied(CopyReport),
    /// Others could write into the state folder at this path; they cannot any more.
    StateFolderClosed(String),
    /// The unsaved note could not be kept outside the ledger.
    DraftNotKept(NotKept),
    /// The version that a save replaced could not be kept; what came of the save itself is told by [`Msg::SaveEnded`].
    VersionNotKept(NotKept),
    /// The file was read again.
    Reloaded {
        /// What came of it.
        outcome: Result<Reloaded, NotReloaded>,
        /// Whether the user asked for it; otherwise somebody else changed the file.
        is_asked: bool,
    },
}

/// An action that a key can stand for. The key table is in `keys`, the words for it are in `words`; its own name is the one
/// that the file of settings calls it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the names say it, and `words` holds a sentence for each in two languages"
)]
pub enum Action {
    // Moving, in whatever has the keys.
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    // Browsing.
    NextLate,
    PreviousLate,
    ScrollUp,
    ScrollDown,
    PreviousIndicator,
    NextIndicator,
    SwitchPane,
    Zoom,
    Open,
    Search,
    Overview,
    Findings,
    Propose,
    Filter,
    Sort,
    Star,
    Copy,
    NextHit,
    PreviousHit,
    Edit,
    Undo,
    Redo,
    Reload,
    Palette,
    Help,
    Back,
    Quit,
    Redraw,
    Theme,
    // Searching.
    Keep,
    NameSearch,
    Forget,
    SwitchScope,
    ClearField,
    // Editing.
    EditFields,
    NextEntry,
    PreviousEntry,
    Save,
    AppendDated,
    HandOver,
    InsertDate,
    Compare,
    NewLine,
    DeleteBefore,
    DeleteAfter,
    DeleteWordBefore,
    DeleteWordAfter,
    LeftWord,
    RightWord,
    SelectAll,
    CopySelection,
    RowStart,
    RowEnd,
    // Taking figures from a note.
    Take,
    // What meetings ordered.
    RecordOrder,
    Orders,
    MarkDone,
    RewriteOrder,
    // Presenting.
    Present,
    GoTo,
    NextItem,
    PreviousItem,
    Blank,
    LeaveHere,
    // Answering a question.
    Choose,
    NextChoice,
    PreviousChoice,
}

impl Action {
    /// Whether it changes the text of a field.
    pub const fn changes_text(self) -> bool {
        matches!(
            self,
            Self::DeleteBefore
                | Self::DeleteAfter
                | Self::DeleteWordBefore
                | Self::DeleteWordAfter
                | Self::InsertDate
                | Self::HandOver
                | Self::NewLine
        )
    }

    /// Whether it moves the caret of a text field.
    pub const fn moves_caret(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::LeftWord
                | Self::RightWord
                | Self::PageUp
                | Self::PageDown
                | Self::RowStart
                | Self::RowEnd
                | Self::First
                | Self::Last
        )
    }
}

/// How many rows the scrolling panes have to show, at the width they have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// How many of the notices are in sight, the first ones; `None` where nothing has been drawn yet.
    pub notices_shown: Option<usize>,
    /// Rows of the detail pane's content.
    pub detail_rows: usize,
    /// The first of the detail pane's rows in which something found is marked.
    pub first_marked_row: Option<usize>,
    /// The first of the detail pane's rows with the words that the figure looked at was read from, up to the last.
    pub evidence_rows: Option<Rows>,
    /// Rows of the gauge pane's content.
    pub gauges_rows: usize,
    /// Those of the measure that is looked at.
    pub looked_rows: Option<Rows>,
    /// Rows of the presented item for which there is no room below what stands fast.
    pub presented_below: usize,
    /// Rows of the help text.
    pub help_rows: usize,
    /// Rows of the longest of the texts to choose from.
    pub merge_rows: usize,
    /// The first of their rows in which something is different.
    pub first_different_row: Option<usize>,
}

/// Something for the doors to do.
#[derive(Debug)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Paint the whole window again.
    Redraw,
    /// Search, and answer with [`Msg::Found`].
    Search(SearchRequest),
    /// Look through a ledger, and answer with [`Msg::Audited`].
    Audit(AuditRequest),
    /// Write an edit into the file, and answer with [`Msg::SaveEnded`].
    Save(SaveRequest),
    /// Read the file again, and answer with [`Msg::Reloaded`].
    Reload,
    /// Hand this note over to the user's own editor, and answer with [`Msg::HandedBack`].
    HandOver(HandOver),
    /// Change the searches that the user keeps, and answer with [`Msg::SavedSearches`].
    SavedSearches(SearchChange),
    /// Carry something to the clipboard, and answer with [`Msg::Copied`].
    Copy(CopyRequest),
    /// Ask what day it is, and answer with [`Msg::Today`].
    AskDate(DateUse),
    /// Ask which actions the screen has, and answer with [`Msg::Commands`].
    AskCommands,
    /// Ask how long the program has run, and answer with [`Msg::Elapsed`].
    AskTime,
    /// The unsaved note that was offered was taken up or given up.
    SettleDraft {
        /// Taken up.
        is_resumed: bool,
    },
}

/// What a date is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateUse {
    /// At the caret: `7月25日`.
    AtCaret,
    /// At the start of a new last line: `7月25日：`.
    NewLine,
    /// As the day of the meeting that orders something.
    Meeting,
    /// Only to know what is overdue.
    Overdue,
}

/// A search to make.
#[derive(Clone, Debug)]
pub struct SearchRequest {
    /// Its number; a higher one makes it pointless.
    pub number: u64,
    /// In which ledger.
    pub ledger: Arc<Ledger>,
    /// For what.
    pub query: Query,
    /// Where.
    pub scope: Scope,
}

/// A ledger to look through.
#[derive(Clone, Debug)]
pub struct AuditRequest {
    /// Its number; a higher one makes it pointless.
    pub number: u64,
    /// The ledger.
    pub ledger: Arc<Ledger>,
}

/// A save to make.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveRequest {
    /// What to write.
    pub edit: Edit,
    /// Whether it is a new edit or an old one taken back.
    pub kind: SaveKind,
}

/// Where an edit came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveKind {
    /// The editor.
    Edit,
    /// Undo in the list.
    Undo,
    /// Redo in the list.
    Redo,
}

/// What came of a save.
#[derive(Debug)]
pub struct SaveOutcome {
    /// Whether the edit is in the file.
    pub result: Result<Saved, NotSaved>,
    /// The file as it is now, where somebody else was found to have changed it.
    pub found: Option<Reloaded>,
    /// What was not read of the file as it is now.
    pub unread: Box<Unread>,
}

/// A ledger read anew.
#[derive(Debug)]
pub struct Reloaded {
    /// The ledger.
    pub ledger: Arc<Ledger>,
    /// Why its file cannot be written, if so.
    pub read_only: Option<ReadOnly>,
}

/// Why a ledger could not be read anew; the old one stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotReloaded {
    /// The file is not there at the moment.
    Missing,
    /// The file has mistakes.
    Problems {
        /// The first of them.
        first: Problem,
        /// How many there are.
        count: usize,
    },
    /// The file is no ledger at the moment.
    Unreadable,
    /// The system refused to read it.
    System(IoCause),
}
