//! A menu over the list: entries to choose from, narrowed by typing.
//!
//! Owns what is typed, which entries that leaves and where the cursor is. Typing finds entries as a search finds items,
//! by their sound too.

use crate::app::filtering::Choice;
use crate::app::layout::{Area, Size};
use crate::app::narrowing::{Fit, Narrowing};
use crate::app::window::Window;
use crate::app::{Action, App, Command, Effect, Mode};
use crate::ledger::{SavedSearch, SearchChange};
use crate::search::{Marker, Query, Sort};

/// A menu on screen.
#[derive(Debug)]
pub struct Menu {
    /// What it is about.
    pub about: MenuAbout,
    /// What is typed to narrow it.
    pub typed: String,
    /// The entry under the cursor and the first on screen, among those in sight.
    pub list: Window,
    entries: Vec<Entry>,
    /// Those of the entries that are left by what is typed.
    left: Vec<usize>,
}

/// What a menu is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuAbout {
    /// What narrows the list.
    Filters,
    /// The order of the list.
    Sorts,
    /// What can be done on a screen.
    Commands,
}

/// One entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub what: What,
    /// How many items it stands for; `None` where it stands for none, or that is not known yet.
    pub count: Option<usize>,
}

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Takes all choices back.
    Clear,
    /// Chooses items, or no longer.
    Filter(Choice),
    /// Makes a search that the user keeps.
    Saved(SavedSearch),
    /// Lists items in this order; `None` for their own.
    Sort(Option<Sort>),
    /// Does this.
    Command(Command),
}

/// The longest text that narrows a menu, in characters.
const LONGEST_CHARS: usize = 64;
/// The widest a menu gets, in columns.
const WIDEST_COLS: u16 = 56;

/// Where a menu stands in the window: pure arithmetic, as the other layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MenuLayout {
    /// The whole of it.
    pub window: Area,
    /// Whether it has a border.
    pub bordered: bool,
    /// The row for what is typed.
    pub field: Area,
    /// The rows of the entries.
    pub list: Area,
}

impl MenuLayout {
    /// The layout of a menu with so many entries.
    pub fn of(size: Size, entries: usize) -> Self {
        let bordered = Area::menu_rows(size) >= 5 && size.cols >= 8;
        let frame_rows = if bordered { 3 } else { 1 };
        let entries = u16::try_from(entries).unwrap_or(u16::MAX).max(1);
        let window = Area::menu(size, WIDEST_COLS, entries.saturating_add(frame_rows));
        let inside = if bordered { window.inside() } else { window };
        let field_rows = inside.rows.min(1);
        Self {
            window,
            bordered,
            field: Area {
                rows: field_rows,
                ..inside
            },
            list: Area {
                y: inside.y + field_rows,
                rows: inside.rows - field_rows,
                ..inside
            },
        }
    }
}

impl Menu {
    pub(super) fn new(about: MenuAbout, entries: Vec<Entry>) -> Self {
        let mut menu = Self {
            about,
            typed: String::new(),
            list: Window::default(),
            entries,
            left: Vec::new(),
        };
        menu.narrow();
        menu
    }

    /// Whether it is about what narrows the list.
    pub fn is_of_filters(&self) -> bool {
        self.about == MenuAbout::Filters
    }

    /// The entries that are left by what is typed.
    pub fn left(&self) -> impl Iterator<Item = &Entry> {
        self.left.iter().filter_map(|&at| self.entries.get(at))
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.left.len()
    }

    /// The entry under the cursor.
    pub fn selected(&self) -> Option<&Entry> {
        self.entries.get(*self.left.get(self.list.cursor)?)
    }

    /// Brings cursor and rows back to where there is something to see.
    pub(super) fn settle(&mut self, size: Size) {
        let rows = MenuLayout::of(size, self.count()).list.rows;
        self.list.settle(self.left.len(), usize::from(rows));
    }

    fn narrow(&mut self) {
        let query = Query::new(&self.typed);
        let marker = Marker::new(&query);
        let narrowing = Narrowing::new(&self.typed);
        let fit = |entry: &Entry| match &entry.what {
            What::Command(command) => narrowing.fit(&command.names, &command.keys),
            what => {
                let is_named = || what.names().iter().any(|name| marker.are_all_in(name));
                (query.is_empty() || is_named()).then_some(Fit::Somewhere)
            }
        };
        let entries = self.entries.iter().enumerate();
        let left = entries.filter_map(|(at, entry)| Some((fit(entry)?, at)));
        let mut left: Vec<(Fit, usize)> = left.collect();
        left.sort_unstable();
        self.left = left.into_iter().map(|(_, at)| at).collect();
    }

    fn step(&mut self, by: isize) {
        self.list.step(by, self.left.len());
    }

    /// Moves the cursor, or changes what is typed.
    pub(super) fn act(&mut self, action: Action, size: Size) {
        let page = MenuLayout::of(size, self.count()).list.rows;
        let page = isize::try_from(page).unwrap_or(1).saturating_sub(1).max(1);
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-page),
            Action::PageDown => self.step(page),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::DeleteBefore => {
                self.typed.pop();
                self.type_anew();
            }
            Action::ClearField => {
                self.typed.clear();
                self.type_anew();
            }
            _ => {}
        }
    }

    /// Types more, as far as it makes sense.
    pub(super) fn type_text(&mut self, text: &str) {
        let room = LONGEST_CHARS.saturating_sub(self.typed.chars().count());
        let line = text.chars().filter(|c| !c.is_control());
        self.typed.extend(line.take(room));
        self.type_anew();
    }

    /// What is typed has changed: the first entry that is left leads.
    fn type_anew(&mut self) {
        self.narrow();
        self.list = Window::default();
    }
}

impl Entry {
    /// The search that it makes, if it makes one.
    pub const fn saved(&self) -> Option<&SavedSearch> {
        match &self.what {
            What::Saved(search) => Some(search),
            _ => None,
        }
    }
}

impl What {
    /// The action that it does, where it is one.
    pub fn action(&self) -> Option<Action> {
        match self {
            Self::Command(command) => Some(command.action),
            _ => None,
        }
    }

    fn names(&self) -> Vec<&str> {
        match self {
            Self::Clear | Self::Sort(None) | Self::Command(_) => Vec::new(),
            Self::Filter(choice) => choice.names(),
            Self::Saved(search) => vec![&search.name, &search.query],
            Self::Sort(Some(sort)) => sort.names().to_vec(),
        }
    }
}

impl App {
    /// Offers what the items can be chosen by.
    pub(super) fn open_filters(&mut self) -> Effect {
        self.digits.clear();
        let mut menu = Menu::new(MenuAbout::Filters, self.filter_entries());
        // Kept searches stand above; where they come only now, the cursor stays on the same entry.
        menu.list.cursor = self.saved_searches.len();
        self.mode = Mode::Menu(Box::new(menu));
        // Another program of the same user may have kept one since.
        Effect::SavedSearches(SearchChange::None)
    }

    /// Offers the orders, with the present one under the cursor.
    pub(super) fn open_sorts(&mut self) {
        let orders = [Sort::Behind, Sort::Completion, Sort::Changed];
        let orders = std::iter::once(None).chain(orders.map(Some));
        let entry = |sort| Entry {
            what: What::Sort(sort),
            count: None,
        };
        let mut menu = Menu::new(MenuAbout::Sorts, orders.map(entry).collect());
        let chosen = What::Sort(self.sort());
        let at = menu.left().position(|entry| entry.what == chosen);
        menu.list.cursor = at.unwrap_or(0);
        self.mode = Mode::Menu(Box::new(menu));
    }

    fn filter_entries(&self) -> Vec<Entry> {
        let clear = Entry {
            what: What::Clear,
            count: None,
        };
        let choices = self.choices().into_iter();
        let choices = choices.map(|(choice, count)| Entry {
            what: What::Filter(choice),
            count,
        });
        let saved = self.saved_searches.iter().map(|search| Entry {
            what: What::Saved(search.clone()),
            count: None,
        });
        saved.chain([clear]).chain(choices).collect()
    }

    /// The ledger or what is known of it has changed: so have the counts. The cursor stays on its entry.
    pub(super) fn refresh_menu(&mut self) {
        if !matches!(&self.mode, Mode::Menu(menu) if menu.is_of_filters()) {
            return;
        }
        let entries = self.filter_entries();
        let Mode::Menu(menu) = &mut self.mode else {
            return;
        };
        let selected = menu.selected().map(|entry| entry.what.clone());
        menu.entries = entries;
        menu.narrow();
        let at = menu
            .left()
            .position(|entry| Some(&entry.what) == selected.as_ref());
        menu.list.cursor = at.unwrap_or(menu.list.cursor);
    }

    pub(super) fn act_in_menu(&mut self, action: Action) -> Option<Effect> {
        let size = self.size;
        let Mode::Menu(menu) = &mut self.mode else {
            return None;
        };
        match action {
            Action::Choose => return self.choose_in_menu(),
            Action::Forget => return self.forget_saved(),
            Action::Back => self.mode = Mode::Browse,
            _ => menu.act(action, size),
        }
        None
    }

    /// Does what the entry under the cursor says. An order is chosen once; filters may be several.
    pub(super) fn choose_in_menu(&mut self) -> Option<Effect> {
        let Mode::Menu(menu) = &self.mode else {
            return None;
        };
        match menu.selected().map(|entry| entry.what.clone()) {
            Some(What::Clear) => self.toggle_filter(None),
            Some(What::Filter(choice)) => self.toggle_filter(Some(choice)),
            Some(What::Saved(search)) => return self.make_saved(&search),
            Some(What::Sort(sort)) => {
                self.mode = Mode::Browse;
                self.sort_by(sort);
            }
            Some(What::Command(_)) | None => {}
        }
        None
    }
}
