//! The presentation: the items that the list shows, one a screen, for a meeting that goes through them.
//!
//! Owns the agenda, the way through it and the way back. The agenda is what the list showed at the beginning: what is
//! edited on the way stays on it, also where it is no hit of the search any more. It must never know what a screen of
//! it looks like, nor what time it is: the doors tell how long the program has run whenever a key may lead elsewhere.

mod times;

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::looking::Looked;
use crate::app::window::Window;
use crate::app::{Action, App, Effect, Measures, Mode, Notice, Pane};
use crate::ledger::compare::Succession;
use crate::ledger::{Item, ItemId};

pub use times::Times;

/// A presentation that is under way.
#[derive(Debug)]
pub struct Presenting {
    /// The items of the meeting, in its order. One that somebody else takes out of the file is passed over.
    agenda: Vec<Arc<Item>>,
    came_from: CameFrom,
    /// Whether the ledger changed on the way, so that the list may have to show something else.
    is_outdated: bool,
    /// Where to go once the doors have told the time.
    way_out: Option<WayOut>,
    /// Whether the screen is empty, so that people look at the speaker.
    pub is_blank: bool,
    /// The first row in sight of what scrolls.
    pub top: usize,
    /// How long each item took.
    pub times: Times,
}

/// Where the presentation was begun, to leave everything as it was.
#[derive(Debug)]
struct CameFrom {
    id: ItemId,
    list: Window,
    detail_top: usize,
    gauges_top: usize,
    looked: Looked,
    measures: Measures,
}

/// How a presentation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WayOut {
    /// Back to where it was begun.
    WhereBegun,
    /// Into the list at the item on screen.
    Here,
}

impl Presenting {
    /// Another version of the ledger follows. What is not in it stays on the agenda: it may come back.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        for known in &mut self.agenda {
            let position = succession.of_item(known).ok();
            let item = position.and_then(|position| succession.later().items.get(position));
            if let Some(item) = item {
                *known = Arc::clone(item);
            }
        }
        if let Some(id) = succession.of_id(&self.came_from.id) {
            self.came_from.id = id;
        }
        self.came_from.looked.follow(succession);
        self.times.follow(succession);
    }
}

impl App {
    /// The presentation that is under way, also while something is written in it.
    pub fn presenting(&self) -> Option<&Presenting> {
        self.mode.presenting().or(self.put_aside.as_deref())
    }

    pub(super) fn presenting_mut(&mut self) -> Option<&mut Presenting> {
        let of_mode = self.mode.presenting_mut();
        of_mode.or(self.put_aside.as_deref_mut())
    }

    /// Presents what the list shows, from the item under the cursor on.
    pub(super) fn present(&mut self) -> Option<Effect> {
        let Some(id) = self.item().map(|item| item.id.clone()) else {
            self.notice = Some(Notice::NothingToPresent);
            return None;
        };
        self.digits.clear();
        let items = self.shown.iter().map(|&at| self.ledger.items.get(at));
        let agenda = items.flatten().map(Arc::clone);
        self.mode = Mode::Present(Box::new(Presenting {
            agenda: agenda.collect(),
            came_from: CameFrom {
                id,
                list: self.list,
                detail_top: self.detail_top,
                gauges_top: self.gauges_top,
                looked: self.looked.clone(),
                measures: self.measures,
            },
            is_outdated: false,
            way_out: None,
            is_blank: false,
            top: 0,
            times: Times::default(),
        }));
        Some(Effect::AskTime)
    }

    pub(super) fn act_in_presentation(&mut self, action: Action) -> Option<Effect> {
        let Mode::Present(presenting) = &mut self.mode else {
            return None;
        };
        match action {
            Action::ScrollUp => presenting.top = presenting.top.saturating_sub(1),
            Action::ScrollDown => presenting.top += 1,
            Action::Blank => presenting.is_blank = true,
            Action::DeleteBefore => {
                self.digits.pop();
                return None;
            }
            Action::Back if !self.digits.is_empty() => {}
            Action::Back => presenting.way_out = Some(WayOut::WhereBegun),
            Action::LeaveHere => presenting.way_out = Some(WayOut::Here),
            Action::GoTo if !self.digits.is_empty() => self.go_to_number_on_agenda(),
            Action::GoTo | Action::NextItem => self.select_by(1),
            Action::PreviousItem => self.select_by(-1),
            Action::First => self.select_by(isize::MIN),
            Action::Last => self.select_by(isize::MAX),
            Action::NextLate => self.select_late(false),
            Action::PreviousLate => self.select_late(true),
            Action::Edit => self.edit_in_presentation(),
            Action::RecordOrder => return self.record_order_in_presentation(),
            Action::Copy => self.open_copying(),
            Action::Quit => return Some(Effect::Quit),
            _ => {}
        }
        self.digits.clear();
        matches!(self.mode, Mode::Present(_)).then_some(Effect::AskTime)
    }

    /// Goes to the item whose number was typed, where it is on the agenda.
    fn go_to_number_on_agenda(&mut self) {
        let digits = std::mem::take(&mut self.digits);
        if let Some(id) = self.with_number(&digits, &self.shown) {
            self.select_id(&id);
        } else if self.with_number(&digits, &self.natural).is_some() {
            self.notice = Some(Notice::NotOnAgenda(digits));
        } else {
            self.notice = Some(Notice::NoSuchItem(digits));
        }
    }

    /// Opens the editor on the note that is presented. Every way out of it leads back.
    fn edit_in_presentation(&mut self) {
        if let Mode::Present(presenting) = std::mem::replace(&mut self.mode, Mode::Browse) {
            self.put_aside = Some(presenting);
            self.edit();
        }
    }

    /// Records an order about the item that is presented. Every way out of that leads back, too.
    fn record_order_in_presentation(&mut self) -> Option<Effect> {
        self.digits.clear();
        if let Mode::Present(presenting) = std::mem::replace(&mut self.mode, Mode::Browse) {
            self.put_aside = Some(presenting);
        }
        self.record_order()
    }

    /// Goes on with a presentation that was put aside, once nothing is written any more.
    pub(super) fn go_on_presenting(&mut self) {
        if matches!(self.mode, Mode::Browse)
            && let Some(presenting) = self.put_aside.take()
        {
            self.mode = Mode::Present(presenting);
        }
    }

    /// Brings an empty screen back. Says whether it was empty: then the key has done its work.
    pub(super) fn wake(&mut self) -> bool {
        match &mut self.mode {
            Mode::Present(presenting) => std::mem::take(&mut presenting.is_blank),
            _ => false,
        }
    }

    /// Takes how long the program has run: the time goes to the item that was on screen until now.
    pub(super) fn take_time(&mut self, now_millis: u64) -> Option<Effect> {
        let id = self.item().map(|item| item.id.clone());
        let Mode::Present(presenting) = &mut self.mode else {
            return None;
        };
        let id = id.filter(|_| presenting.way_out.is_none());
        presenting.times.turn_to(id, now_millis);
        let way_out = presenting.way_out?;
        self.leave_presentation(way_out)
    }

    fn leave_presentation(&mut self, way_out: WayOut) -> Option<Effect> {
        let here = self.item().map(|item| item.id.clone());
        let Mode::Present(presenting) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return None;
        };
        let Presenting {
            came_from, times, ..
        } = *presenting;
        self.notice = Some(Notice::Presented {
            items: times.items(),
            millis: times.total_millis(),
        });
        if presenting.is_outdated && self.kept.is_none() {
            self.take_found(self.natural.clone());
        }
        self.list = came_from.list;
        if let (WayOut::Here, Some(id)) = (way_out, here) {
            self.select_id(&id);
            (self.pane, self.zoomed) = (Pane::List, false);
        } else {
            self.select_id(&came_from.id);
            (self.detail_top, self.gauges_top) = (came_from.detail_top, came_from.gauges_top);
            // How far that may be scrolled was measured then.
            self.measures = came_from.measures;
            self.looked = came_from.looked;
            self.seeks_mark = false;
        }
        let kept = self.kept.clone().filter(|_| presenting.is_outdated)?;
        Some(self.request(kept))
    }

    /// The ledger changed: the agenda waits with that until the presentation is over. Says whether there is one.
    pub(super) fn keep_agenda(&mut self) -> bool {
        let Some(presenting) = self.presenting_mut() else {
            return false;
        };
        presenting.is_outdated = true;
        let agenda = std::mem::take(&mut presenting.agenda);
        let items = self.ledger.items.iter().enumerate();
        let places: HashMap<&ItemId, usize> = items.map(|(at, item)| (&item.id, at)).collect();
        let place = |known: &Arc<Item>| {
            let place = places.get(&known.id).copied()?;
            let now = self.ledger.items.get(place)?;
            // One that was taken out may have left its number to another.
            (now.title == known.title).then_some(place)
        };
        self.shown = agenda.iter().filter_map(place).collect();
        if let Some(presenting) = self.presenting_mut() {
            presenting.agenda = agenda;
        }
        true
    }
}
