//! English: the names of fields, actions and verdicts.

use crate::app::Action;
use crate::ledger::{Gap, Part, Slot, Status};
use crate::search::{Advice, Scope};
use crate::text::shown;
use crate::words::en::menus::MENUS;
use crate::words::en::orders::part_of_order;

pub fn status(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not started",
        Status::Behind => "behind",
        Status::Slipping => "slipping",
        Status::Unquantified => "not judged",
        Status::OnTrack => "on track",
        Status::Ahead => "ahead",
        Status::Done => "done",
    }
}

/// Why an item is not judged.
pub fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Underway => "under way",
        Gap::SideFigure => "side figure",
        Gap::Silent => "not reported",
        Gap::NoBaseline => "no baseline",
        Gap::NoMeasure => "no measure",
        Gap::SeveralYears => "several years",
        Gap::YearEnd => "at year end",
    }
}

pub fn action(action: Action) -> &'static str {
    match action {
        Action::Up => "up",
        Action::Down => "down",
        Action::Left => "left",
        Action::Right => "right",
        Action::PageUp => "page up",
        Action::PageDown => "page down",
        Action::First => "to the start",
        Action::Last => "to the end",
        Action::NextLate => "next late item",
        Action::PreviousLate => "previous late item",
        Action::ScrollUp => "scroll detail up",
        Action::ScrollDown => "scroll detail down",
        Action::NextIndicator => "next indicator",
        Action::PreviousIndicator => "previous indicator",
        Action::SwitchPane => "switch pane",
        Action::Zoom => "zoom pane",
        Action::Open => "open item",
        Action::Overview => "summary",
        Action::Findings => "check",
        Action::Propose => "figures from the note",
        Action::Filter => "filter",
        Action::Sort => "sort",
        Action::Star => "star",
        Action::Copy => "copy",
        Action::Search => "search",
        Action::NextHit => "next hit",
        Action::PreviousHit => "previous hit",
        Action::Edit | Action::RewriteOrder => "edit",
        Action::EditFields => "other fields",
        Action::NextEntry => "next field",
        Action::PreviousEntry => "previous field",
        Action::Undo => "undo",
        Action::Redo => "redo",
        Action::Reload => "reload",
        Action::Palette => "commands",
        Action::Help => "help",
        Action::Back => "back",
        Action::Quit => "quit",
        Action::Redraw => "redraw",
        Action::Theme => "next colours",
        Action::Keep => "keep",
        Action::NameSearch => "keep this search, its filters and sort",
        Action::Forget => "forget a kept search",
        Action::SwitchScope => "scope",
        Action::ClearField => "clear",
        Action::Save => "save",
        Action::AppendDated => "append a dated line",
        Action::InsertDate => "insert the date",
        Action::HandOver => "own editor",
        Action::Compare => "compare with the note as it was",
        Action::NewLine => "new line",
        Action::DeleteBefore => "delete before",
        Action::DeleteAfter => "delete after",
        Action::DeleteWordBefore => "delete word before",
        Action::DeleteWordAfter => "delete word after",
        Action::LeftWord => "word left",
        Action::RightWord => "word right",
        Action::SelectAll => "select all",
        Action::CopySelection => "copy what is selected",
        Action::RowStart => "row start",
        Action::RowEnd => "row end",
        Action::Present => "presentation",
        Action::GoTo => "to the number typed, else next item",
        Action::NextItem => "next item",
        Action::PreviousItem => "previous item",
        Action::Blank => "blank",
        Action::LeaveHere => "leave, staying at this item",
        Action::NextChoice => "next choice",
        Action::PreviousChoice => "previous choice",
        Action::RecordOrder => "record an order",
        Action::Orders => "orders",
        Action::MarkDone => "done or not",
        Action::Take => "take",
        Action::Choose => "choose",
    }
}

pub fn slot(slot: &Slot) -> &'static str {
    match slot {
        Slot::Progress => "Progress",
        Slot::Problem => "Problems",
        Slot::Next => "Next steps",
        Slot::Lead => "Lead unit",
        Slot::Status => "Own verdict",
        Slot::Reason => "Its reason",
        Slot::Order(part) => part_of_order(*part),
        Slot::Of(_, part) => match part {
            Part::Target => "Target",
            Part::Actual => "Actual",
            Part::Underway => "Under way",
            Part::Reported => "Reported (%)",
            Part::Stage => "Stage",
            Part::Evidence => "Evidence",
        },
    }
}

/// Where a search looks.
pub fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::All => "all",
        Scope::Titles => "titles",
        Scope::Notes => "notes",
    }
}

/// What to try where nothing is found.
pub fn advice(advice: &Advice) -> String {
    match advice {
        Advice::Scope(scope, count) => format!("In the scope {}: {count}.", self::scope(*scope)),
        Advice::Status(status) => format!("For items with this verdict type is:{}", status.name()),
        Advice::Lead(name, count) => {
            let name = shown(name);
            format!("{count} are led by “{name}”: type lead:{name}")
        }
        Advice::Tag(name, count) => {
            let name = shown(name);
            format!("{count} are labelled “{name}”: type tag:{name}")
        }
        Advice::Category(name, count) => {
            let name = shown(name);
            format!("{count} are of the category “{name}”: type cat:{name}")
        }
        Advice::Silent => "For items of which nothing was reported type is:silent".to_owned(),
        Advice::Words(key) => (MENUS.known_words)(*key),
        Advice::Names(kind, names) => (MENUS.known_names)(kind, names),
        Advice::Piece(piece, count) => format!("“{}” is in {count}.", shown(piece)),
    }
}
