//! Floor 2, the moment: what is open, where the user is, what was typed.
//!
//! One [`App`], changed only by [`App::update`], which takes a message and may answer with an [`Effect`] for the doors
//! to perform. It must never do anything itself: no file, no thread, no clock, no ratatui, no crossterm. Sizes arrive
//! as messages, and so does what came of an effect; a whole session can be replayed in a test.

mod arranging;
pub mod beginning;
mod browsing;
pub mod copying;
mod editing;
pub mod editor;
pub mod field;
pub mod filtering;
mod finding;
pub mod findings;
mod following;
mod going;
pub mod handing;
pub mod history;
pub mod layout;
mod looking;
pub mod menu;
pub mod merging;
pub mod mode;
pub mod msg;
pub mod narrowing;
pub mod notice;
pub mod orders;
pub mod overview;
pub mod palette;
pub mod pointing;
pub mod presenting;
pub mod proposing;
pub mod reading;
pub mod remembering;
mod saving;
mod settling;
pub mod sorting;
pub mod theming;
mod update;
pub mod window;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ledger::{Item, Ledger, ReadOnly, SavedSearch, Status, Verdict, judge_all};
use crate::search::{Advice, Marker, Query, Scope};
use crate::text::Ruler;
use arranging::Arranged;
use history::History;
use jiff::civil::Date;
use layout::{Layout, Size};
use looking::Looked;
use window::Window;

pub use copying::{CopyReport, CopyRequest, Copying};
pub use editor::{Editor, OrderFault};
pub use field::Field;
pub use findings::Findings;
pub use going::Going;
pub use handing::{Fallback, HandOver, HandedBack};
pub use menu::Menu;
pub use mode::{Mode, Pane, Question, SearchBar};
pub use msg::{
    Action, AuditRequest, DateUse, Effect, Measures, Msg, NotReloaded, Reloaded, SaveKind,
    SaveOutcome, SaveRequest, SearchRequest,
};
pub use notice::{EditorFault, News, Notice};
pub use orders::Orders;
pub use overview::Overview;
pub use palette::{Command, Palette};
pub use presenting::Presenting;
pub use proposing::Proposing;
pub use reading::Help;
pub use theming::ThemeName;

/// The whole state of the program.
#[derive(Debug)]
pub struct App {
    ledger: Arc<Ledger>,
    /// One verdict an item, in the ledger's order.
    verdicts: Vec<Verdict>,
    /// How many items have each status.
    counts: BTreeMap<Status, usize>,
    /// Places in the ledger in the natural order of the item numbers: what the list shows when nothing is searched.
    natural: Vec<usize>,
    /// Places in the ledger that the list shows, in its order.
    shown: Vec<usize>,
    /// What `shown` is made of beside the search.
    arranged: Arranged,
    /// The item under the cursor and the first item on screen, as indices into `shown`.
    list: Window,
    /// The search that `shown` is the result of.
    kept: Option<Kept>,
    /// The number of the newest search that was asked for; results of older ones are dropped.
    newest_search: u64,
    /// Whether the newest search has not been answered yet.
    searching: bool,
    /// What to try where the search found nothing.
    advice: Vec<Advice>,
    /// Where a search looks at first.
    first_scope: Scope,
    /// What was searched for in this session, the last one last.
    past_searches: Vec<String>,
    /// The first row of the detail pane on screen.
    detail_top: usize,
    /// The first row of the gauge pane on screen.
    gauges_top: usize,
    /// The measure of the item that is looked at.
    looked: Looked,
    /// How many rows the panes have to show, as last measured.
    measures: Measures,
    /// Whether the next measures should bring what was found into sight.
    seeks_mark: bool,
    pane: Pane,
    zoomed: bool,
    /// The digits of an item number typed so far.
    digits: String,
    /// Those of them over which somebody hesitated, so that it was told where they lead.
    told_digits: String,
    /// The actions that were chosen from the palette last, the newest at the end.
    last_commands: Vec<Action>,
    /// The searches that the user keeps, as they were last asked for.
    saved_searches: Vec<SavedSearch>,
    /// What could not be said of the search that is being kept.
    left_out: Vec<filtering::Choice>,
    /// Where the list of findings was left.
    last_findings: Window,
    /// The number of the newest audit that was asked for; answers to older ones are dropped.
    newest_audit: u64,
    /// The presentation that goes on when nothing is written any more.
    put_aside: Option<Box<Presenting>>,
    /// The list of orders that comes back when nothing is written any more.
    orders_aside: Option<Box<Orders>>,
    /// What day it is, as the doors told last.
    today: Option<Date>,
    history: History,
    /// How many saves were asked for that have not ended yet.
    saves_under_way: usize,
    /// The answer to what the user did last.
    notice: Option<Notice>,
    /// What came by itself.
    news: News,
    theme: ThemeName,
    mode: Mode,
    size: Size,
    /// What text on the screen is measured with.
    ruler: Ruler,
    file: FileFacts,
}

/// What is known of the file the ledger came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name, as the user gave it.
    pub name: String,
    /// Why it cannot be written, if so.
    pub read_only: Option<ReadOnly>,
    /// Whether it could not be read when it was looked at last: what is shown may be out of date.
    pub is_unreadable: bool,
}

/// A search whose hits the list shows.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What was typed.
    pub typed: String,
    /// The same, understood.
    pub query: Query,
    /// Where it looked.
    pub scope: Scope,
    /// What marks its hits.
    pub marker: Arc<Marker>,
}

impl App {
    /// Opens a ledger in a window of the given size.
    pub fn new(ledger: Arc<Ledger>, file: FileFacts, size: Size) -> Self {
        let mut app = Self {
            ledger: Arc::clone(&ledger),
            verdicts: Vec::new(),
            counts: BTreeMap::new(),
            natural: Vec::new(),
            shown: Vec::new(),
            arranged: Arranged::default(),
            list: Window::default(),
            kept: None,
            newest_search: 0,
            searching: false,
            advice: Vec::new(),
            first_scope: Scope::default(),
            past_searches: Vec::new(),
            detail_top: 0,
            gauges_top: 0,
            looked: Looked::default(),
            measures: Measures::default(),
            seeks_mark: false,
            pane: Pane::List,
            zoomed: false,
            digits: String::new(),
            told_digits: String::new(),
            last_commands: Vec::new(),
            saved_searches: Vec::new(),
            left_out: Vec::new(),
            last_findings: Window::default(),
            newest_audit: 0,
            put_aside: None,
            orders_aside: None,
            today: None,
            history: History::default(),
            saves_under_way: 0,
            // Who asked for read-only knows; anybody else should hear why before trying to write.
            notice: file
                .read_only
                .filter(|why| *why != ReadOnly::Asked)
                .map(Notice::ReadOnly),
            news: News::default(),
            theme: ThemeName::default(),
            mode: Mode::Browse,
            size,
            ruler: Ruler::NARROW,
            file,
        };
        app.take_ledger(ledger);
        app.tell_unread();
        app.settle_looked();
        app
    }

    /// Puts a ledger in the place of the present one: everything derived from it is made anew.
    fn take_ledger(&mut self, ledger: Arc<Ledger>) {
        self.verdicts = judge_all(&ledger);
        self.counts.clear();
        for verdict in &self.verdicts {
            *self.counts.entry(verdict.status()).or_default() += 1;
        }
        self.natural = sorting::natural(&ledger);
        self.ledger = ledger;
        self.forget_places();
        match self.mode.beneath_mut() {
            Mode::Overview(overview) => {
                overview.sum_up_again(&self.ledger, &self.verdicts);
            }
            Mode::Findings(findings) => findings.look_again(),
            Mode::Propose(_) => self.propose_again(),
            Mode::Menu(_) => self.refresh_menu(),
            _ => {}
        }
        if let Some(orders) = self.mode.orders_mut() {
            orders.refresh(&self.ledger);
        }
    }

    /// The ledger as it is known to be in the file.
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    /// The items the list shows, as places in the ledger.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// The cursor in the list and the part of it on screen.
    pub fn list(&self) -> Window {
        self.list
    }

    /// The place in the ledger of the item under the cursor; `None` where the list is empty.
    pub fn selected(&self) -> Option<usize> {
        self.shown.get(self.list.cursor).copied()
    }

    /// The item under the cursor.
    pub fn item(&self) -> Option<&Arc<Item>> {
        self.ledger.items.get(self.selected()?)
    }

    /// The item at a place in the ledger, with its verdict.
    pub fn judged(&self, position: usize) -> Option<(&Item, &Verdict)> {
        Some((
            self.ledger.items.get(position)?.as_ref(),
            self.verdicts.get(position)?,
        ))
    }

    /// How many items have each status, over the whole ledger.
    pub fn counts(&self) -> &BTreeMap<Status, usize> {
        &self.counts
    }

    /// The search whose hits are to be marked, whether it is still being typed or was kept.
    pub fn kept(&self) -> Option<&Kept> {
        self.kept.as_ref()
    }

    /// What marks the hits on screen, where something was searched.
    pub fn marker(&self) -> Option<&Marker> {
        self.kept.as_ref().map(|kept| &*kept.marker)
    }

    /// What to try where the search found nothing.
    pub fn advice(&self) -> &[Advice] {
        &self.advice
    }

    /// Whether a search is under way.
    pub fn is_searching(&self) -> bool {
        self.searching
    }

    /// The pane that has the keys.
    pub fn pane(&self) -> Pane {
        self.pane
    }

    /// Whether one pane is over all the others.
    pub fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    /// The first row of the detail pane on screen.
    pub fn detail_top(&self) -> usize {
        self.detail_top
    }

    /// The first row of the gauge pane on screen.
    pub fn gauges_top(&self) -> usize {
        self.gauges_top
    }

    /// How many rows the panes have to show, as last measured.
    pub fn measures(&self) -> Measures {
        self.measures
    }

    /// The digits of an item number typed so far.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// What to tell the user, the answer to the last key first.
    pub fn notices(&self) -> impl Iterator<Item = &Notice> {
        self.notice.iter().chain(self.news.iter())
    }

    /// What the keys do at the moment.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// What day it is, as far as the app was told.
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// What is known of the file.
    pub fn file(&self) -> &FileFacts {
        &self.file
    }

    /// The size of the window.
    pub fn size(&self) -> Size {
        self.size
    }

    /// What text on the screen is measured with.
    pub fn ruler(&self) -> Ruler {
        self.ruler
    }

    /// Where everything stands in the window.
    pub fn layout(&self) -> Layout {
        Layout::of(self.size, self.zoomed.then_some(self.pane))
    }
}
