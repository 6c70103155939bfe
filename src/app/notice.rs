//! What the app has to tell the user, as values; the words are chosen where they are shown.
//!
//! There is one answer to what the user did last, and any number of news that came by themselves. News never replace an
//! answer: both are shown, the answer first, and what found no room is shown after the next key.

use std::mem::discriminant;

use crate::app::ThemeName;
use crate::app::copying::{CopyOutcome, CopyReport};
use crate::app::editor::OrderFault;
use crate::app::filtering::Choice;
use crate::app::msg::NotReloaded;
use crate::ledger::compare::Changes;
use crate::ledger::{
    IoCause, ItemId, ItemKey, NotKept, NotSaved, Problem, Provenance, ReadOnly, Slot, Unread,
    UnreadKey, Unresolved,
};

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The note of this item was saved.
    Saved(ItemId),
    /// It was saved, but the system would not confirm that it reached the disk.
    SavedUnconfirmed(ItemId),
    /// The last edit, to this item, was taken back and the file says so.
    Undone(ItemId),
    /// The edit of this item was made again.
    Redone(ItemId),
    /// The item was saved; it is none of what the list is narrowed to any more, and stays listed for a while.
    StillListed(ItemId),
    /// The item has a star now, or none any more.
    Starred {
        /// The item.
        id: ItemId,
        /// Whether it has one.
        is_starred: bool,
    },
    /// The filters were dropped, for the item that was gone to is none of what they let through.
    FiltersDropped,
    /// The search is kept under this name.
    SearchKept(String),
    /// The same, but for what no word of a query can say.
    SearchKeptInPart {
        /// The name.
        name: String,
        /// What is not kept.
        left_out: Vec<Choice>,
    },
    /// The search of this name is kept no longer.
    SearchForgotten(String),
    /// Nothing narrows or orders the list: there is no search to keep.
    NoSearchToKeep,
    /// What narrows the list cannot be said in words of a query.
    NotSaidInWords(Vec<Choice>),
    /// The kept searches cannot be read or written.
    SavedSearchesFailed(IoCause),
    /// What came of a copy.
    Copied(CopyReport),
    /// No item is under the cursor that could be copied.
    NothingToCopy,
    /// Nothing is selected that could be copied.
    NothingSelected,
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to make again.
    NothingToRedo,
    /// Nothing was changed, so nothing was saved.
    NothingChanged,
    /// Nothing can be read from the note that the ledger does not have.
    NothingToPropose,
    /// Something in the file was not read.
    Unread {
        /// The one to name.
        first: UnreadKey,
        /// How many there are.
        count: usize,
        /// How many of them are promises.
        promises: usize,
    },
    /// The ledger cannot be written.
    ReadOnly(ReadOnly),
    /// Somebody else changed the file; nothing was written.
    ChangedElsewhere,
    /// Somebody else's version has mistakes, the first of them here; nothing was written.
    FileBroken(Option<Problem>),
    /// Somebody else changed the ledger; the new version is on screen.
    TheirChanges(Changes),
    /// The item that the user is at has another number now.
    Renumbered {
        /// The old one.
        from: ItemId,
        /// The new one.
        to: ItemId,
    },
    /// Another item has the number of the one that is being written; it is asked about at the next save.
    WaitsForItem {
        /// The number.
        wanted: ItemId,
        /// What has it now.
        now: ItemKey,
    },
    /// Nothing was written: it was made for one item, and another has its number now.
    NotSavedOtherItem {
        /// What it was made for.
        wanted: ItemKey,
        /// What has its number now.
        now: ItemKey,
    },
    /// Nothing was written: the file does not have the item any more.
    NotSavedItemGone(ItemKey),
    /// Nothing was written: several items may be meant.
    ItemAmbiguous {
        /// What it was made for.
        wanted: ItemKey,
        /// The numbers of those that may be meant.
        ids: Vec<ItemId>,
    },
    /// An edit of this item cannot be taken back or made again, and is passed over from now on.
    Skipped {
        /// The item.
        item: ItemKey,
        /// Whether it was to be made again.
        is_redo: bool,
    },
    /// Only edits of these items are left, which cannot be taken back or made again at present.
    OnlySkipped {
        /// The items, the one changed last first.
        ids: Vec<ItemId>,
        /// Whether they were to be made again.
        is_redo: bool,
    },
    /// Somebody else changed what is being written here, in this item; it is asked about at the next save.
    TheirsWaits(ItemId),
    /// What is typed in this slot is no figure; nothing was written.
    NotAFigure(Slot),
    /// A verdict is set without its reason; nothing was written.
    ReasonMissing,
    /// The file is gone; nothing was written.
    FileMissing,
    /// The item in the file is another one by now; nothing was written.
    StaleEdit,
    /// The new file would not have read back as meant; nothing was written.
    WouldNotReadBack,
    /// The system refused to write.
    SystemRefused(IoCause),
    /// The file can only be written over in place, and no copies can be kept for that.
    CopiesNotKept(NotKept),
    /// Others saved twice during a save; the earlier version is kept under this name.
    SetAside(String),
    /// No item has this number.
    NoSuchItem(String),
    /// The item with this number is not among those that are presented.
    NotOnAgenda(String),
    /// The list shows no item that could be presented.
    NothingToPresent,
    /// The presentation is over.
    Presented {
        /// How many items were on screen.
        items: usize,
        /// How long that took.
        millis: u64,
    },
    /// This theme is chosen now.
    ThemeChosen(ThemeName),
    /// No item is slipping or behind.
    NoneLate,
    /// The file was read again.
    Reloaded,
    /// The file could not be read again.
    NotReloaded(NotReloaded),
    /// The item being edited is not in the file any more; the text is still in the editor.
    ItemGone(ItemId),
    /// Somebody else changed the same note: both texts are in the editor now, one below the other.
    BothTexts,
    /// Two texts are still one below the other; nothing was written.
    StillBoth,
    /// Somebody else changed the same text once more while the user was choosing.
    ChangedAgain,
    /// Somebody else's text is in the editor now; one's own can be taken back by undo.
    TheirsTaken,
    /// The item was saved, but these words of evidence are not in its note.
    SavedWithoutEvidence(ItemId, Slot),
    /// What was pasted or typed would make the note longer than this many bytes; nothing was inserted.
    TooLong {
        /// The limit.
        limit_bytes: usize,
    },
    /// A text of the item is longer than this many bytes and cannot be edited here.
    TooLongToEdit {
        /// The limit.
        limit_bytes: usize,
    },
    /// Others could write into the state folder at this path; they cannot any more.
    StateFolderClosed(String),
    /// What is being written cannot be kept in case the program ends.
    DraftNotKept(NotKept),
    /// The version that the last save replaced was not kept. What was said of the save itself holds.
    VersionNotKept(NotKept),
    /// Of a draft that cannot be offered.
    DraftLeft(Provenance),
    /// The user's own editor did not give the note back; the note is as it was.
    EditorFailed(EditorFault),
    /// It did not end well, but what it had saved is in the program's editor now.
    EditorSaved(EditorFault),
    /// What it saved was in another encoding, and is in the program's editor now.
    EditorConverted(&'static str),
    /// It ended at once, and nothing was changed.
    EditorAtOnce {
        /// The program.
        program: String,
        /// The variable that names it.
        variable: &'static str,
        /// A command that waits.
        waiting: String,
    },
    /// What it saved cannot be taken, and is kept in this file.
    EditorTextKept {
        /// The file.
        file: String,
        /// What a field takes, where that is too little; otherwise it is no text.
        limit_bytes: Option<usize>,
    },
    /// What is written is no order that could be saved.
    Order(OrderFault),
    /// A save is under way.
    Saving,
}

/// Why the user's own editor did not give a note back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorFault {
    /// There is no such program.
    NotFound {
        /// The program.
        program: String,
    },
    /// It said that it failed, or was killed.
    Failed {
        /// The program.
        program: String,
        /// The exit status; `None` where it was killed.
        status: Option<i32>,
    },
    /// The file with the text is not there any more.
    Gone {
        /// The program.
        program: String,
    },
    /// What this variable says is no command.
    NoCommand {
        /// The variable.
        variable: &'static str,
        /// What it says.
        value: String,
    },
    /// None is set, and there is none that every system has.
    NoneThere,
    /// The text could not be put into a file.
    NotKept(NotKept),
    /// The system refused.
    System(IoCause),
}

impl From<NotSaved> for Notice {
    fn from(why: NotSaved) -> Self {
        match why {
            NotSaved::ChangedElsewhere => Self::ChangedElsewhere,
            NotSaved::Broken(problems) => Self::FileBroken(problems.into_iter().next()),
            NotSaved::Missing => Self::FileMissing,
            NotSaved::ReadOnly(why) => Self::ReadOnly(why),
            NotSaved::StaleEdit => Self::StaleEdit,
            NotSaved::Unresolved { wanted, why } => refused(wanted, why),
            NotSaved::WouldNotReadBack => Self::WouldNotReadBack,
            NotSaved::CopiesNotKept(why) => Self::CopiesNotKept(why),
            NotSaved::SetAside(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                Self::SetAside(name.to_string_lossy().into_owned())
            }
            NotSaved::System(error) => Self::SystemRefused(IoCause::of(&error)),
        }
    }
}

/// What to tell of an edit that is not written, because it is not sure which item it was made for.
fn refused(wanted: ItemKey, why: Unresolved) -> Notice {
    match why {
        Unresolved::Gone => Notice::NotSavedItemGone(wanted),
        Unresolved::Replaced(now) => Notice::NotSavedOtherItem { wanted, now },
        Unresolved::Ambiguous(ids) => Notice::ItemAmbiguous { wanted, ids },
    }
}

impl Notice {
    /// What was not read of a ledger's file, if anything was not.
    pub fn of_unread(unread: &Unread) -> Option<Self> {
        unread.first().map(|first| Self::Unread {
            first: first.clone(),
            count: unread.count,
            promises: unread.promises,
        })
    }

    /// Whether it tells of something that did not work.
    pub const fn is_warning(&self) -> bool {
        !matches!(
            self,
            Self::Saved(_)
                | Self::StillListed(_)
                | Self::Starred { .. }
                | Self::Copied(CopyReport {
                    outcome: CopyOutcome::InClipboard | CopyOutcome::SentToTerminal,
                    ..
                })
                | Self::SearchKept(_)
                | Self::SearchForgotten(_)
                | Self::Undone(_)
                | Self::Redone(_)
                | Self::NothingChanged
                | Self::Reloaded
                | Self::TheirChanges(_)
                | Self::Renumbered { .. }
                | Self::Presented { .. }
                | Self::ThemeChosen(_)
                | Self::Saving
        )
    }
}

/// What came by itself and has not been read yet, the oldest first; of each kind only the newest.
#[derive(Clone, Debug, Default)]
pub struct News {
    notices: Vec<Notice>,
}

impl News {
    /// Adds a notice; one of the same kind is replaced. Changes by others are told together.
    pub(super) fn add(&mut self, notice: Notice) {
        let kind = discriminant(&notice);
        let is_same = |other: &Notice| discriminant(other) == kind;
        let earlier = self.notices.iter().position(is_same);
        let earlier = earlier.map(|at| self.notices.remove(at));
        self.notices.push(match (earlier, notice) {
            (Some(Notice::TheirChanges(mut changes)), Notice::TheirChanges(later)) => {
                changes.extend(later);
                Notice::TheirChanges(changes)
            }
            (_, notice) => notice,
        });
    }

    /// Drops what is not so any more.
    pub(super) fn retain(&mut self, holds: impl FnMut(&Notice) -> bool) {
        self.notices.retain(holds);
    }

    /// Drops the first `count`, which were read.
    pub(super) fn dismiss(&mut self, count: usize) {
        self.notices.drain(..count.min(self.notices.len()));
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_are_kept_until_they_are_read_and_each_kind_once() {
        let mut news = News::default();
        let id = |number| Notice::TheirsWaits(ItemId::Number(number));
        for notice in [id(1), Notice::NothingToUndo, id(2)] {
            news.add(notice);
        }
        let told = |news: &News| news.iter().cloned().collect::<Vec<_>>();
        assert_eq!(told(&news), [Notice::NothingToUndo, id(2)]);
        news.dismiss(1);
        assert_eq!(told(&news), [id(2)]);
        news.dismiss(usize::MAX);
        assert!(told(&news).is_empty());
    }
}
