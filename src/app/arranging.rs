//! Which items the list shows, in which order: what a search found, narrowed by the filters, sorted.
//!
//! Owns the stars of this session and what is known of findings. An item that was just saved stays where it is until
//! the next move of search, filter or order: a clerk must see what he has just saved.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::app::filtering::{Case, Choice, Filters, choices, is_asked_for};
use crate::app::sorting::{Facts, sorted};
use crate::app::window::Window;
use crate::app::{App, Mode, Notice};
use crate::ledger::compare::Succession;
use crate::ledger::{Audit, Item, ItemId};
use crate::search::{FilterKind, Scope, Sort};

/// What the list is made of.
#[derive(Debug, Default)]
pub(super) struct Arranged {
    /// What the search found, or all items in natural order.
    found: Vec<usize>,
    filters: Filters,
    /// The order that was chosen; `None` for that of the numbers, and among hits that of the search.
    sort: Option<Sort>,
    /// Items that were saved, and the rows on which they stay.
    held: Vec<(ItemId, usize)>,
    /// Places of those that are listed only because of that.
    strays: Vec<usize>,
    /// The items with a star, by their numbers.
    starred: HashMap<ItemId, Arc<Item>>,
    /// Those that are not in the ledger at the moment: they may come back.
    lost_stars: Vec<Arc<Item>>,
    /// Items in which something did not add up when the ledger was looked through last; `None` before that. What is a
    /// moment old is better than a list that is empty for a moment.
    flagged: Option<HashSet<ItemId>>,
    /// Whether the ledger as it is was looked through for that, or is being so.
    is_audited: bool,
}

impl Arranged {
    /// Another version of the ledger follows: rows, stars and findings go with their items.
    pub(super) fn follow(&mut self, succession: &Succession<'_>) {
        let held = std::mem::take(&mut self.held).into_iter();
        self.held = held
            .filter_map(|(id, row)| Some((succession.of_id(&id)?, row)))
            .collect();
        self.flagged = self.flagged.take().map(|flagged| {
            let flagged = flagged.iter();
            flagged.filter_map(|id| succession.of_id(id)).collect()
        });
        let mut starred: Vec<Arc<Item>> = self.starred.drain().map(|(_, item)| item).collect();
        starred.append(&mut self.lost_stars);
        for known in starred {
            let position = succession.of_item(&known).ok();
            match position.and_then(|position| succession.later().items.get(position)) {
                Some(item) => drop(self.starred.insert(item.id.clone(), Arc::clone(item))),
                None => self.lost_stars.push(known),
            }
        }
    }
}

impl App {
    /// What narrows the list beside a search.
    pub fn filters(&self) -> &Filters {
        &self.arranged.filters
    }

    /// The order of the list, where it is not its own: the one that the search asks for, else the chosen one.
    pub fn sort(&self) -> Option<Sort> {
        let asked = self.kept.as_ref().and_then(|kept| kept.query.sort);
        asked.or(self.arranged.sort)
    }

    /// Whether an item has a star.
    pub fn is_starred(&self, id: &ItemId) -> bool {
        self.arranged.starred.contains_key(id)
    }

    /// Whether the item at this place is listed only because it was just saved.
    pub fn is_stray(&self, position: usize) -> bool {
        self.arranged.strays.contains(&position)
    }

    /// Whether the list waits for the answer to which items have findings.
    pub fn waits_for_findings(&self) -> bool {
        self.arranged.flagged.is_none() && self.asks_for_findings()
    }

    /// How many items the search found, or there are.
    pub fn found_count(&self) -> usize {
        self.arranged.found.len()
    }

    /// Everything that the items can be chosen by, with counts.
    pub(super) fn choices(&self) -> Vec<(Choice, Option<usize>)> {
        let cases = (0..self.ledger.items.len()).filter_map(|at| self.case(at));
        let knows_findings = self.arranged.flagged.is_some();
        choices(cases, &self.arranged.filters, knows_findings)
    }

    fn case(&self, position: usize) -> Option<Case<'_>> {
        let (item, verdict) = self.judged(position)?;
        let flagged = self.arranged.flagged.as_ref();
        let starred = &self.arranged.starred;
        Some(Case {
            item,
            verdict,
            has_findings: flagged.is_some_and(|flagged| flagged.contains(&item.id)),
            is_starred: !starred.is_empty() && starred.contains_key(&item.id),
        })
    }

    /// Whether the filters, and what of the search only a session can answer, let an item through.
    fn is_admitted(&self, position: usize) -> bool {
        let Some(case) = self.case(position) else {
            return false;
        };
        let kept = self.kept.as_ref();
        self.arranged.filters.admit(case) && kept.is_none_or(|kept| is_asked_for(&kept.query, case))
    }

    /// Whether there is nothing to ask of every item, as mostly while somebody types a search.
    fn admits_all(&self) -> bool {
        let mut asked = self.kept.iter().flat_map(|kept| &kept.query.filters);
        self.arranged.filters.is_empty() && asked.all(|filter| filter.kind.is_in_items())
    }

    /// Takes what a search found, or everything.
    pub(super) fn take_found(&mut self, found: Vec<usize>) {
        self.arranged.found = found;
        self.arrange();
    }

    /// Makes the list anew.
    pub(super) fn arrange(&mut self) {
        let found = &self.arranged.found;
        let mut shown = if self.admits_all() {
            found.clone()
        } else {
            let found = found.iter().copied();
            found.filter(|&at| self.is_admitted(at)).collect()
        };
        if let Some(sort) = self.sort() {
            let changed = match sort {
                Sort::Changed => self.changed_places(),
                _ => Vec::new(),
            };
            let facts = Facts {
                verdicts: &self.verdicts,
                natural: &self.natural,
                changed: &changed,
            };
            shown = sorted(&shown, sort, facts);
        }
        self.arranged.strays.clear();
        for (id, row) in &self.arranged.held {
            let Some(position) = self.ledger.position(id) else {
                continue;
            };
            match shown.iter().position(|&at| at == position) {
                Some(index) => drop(shown.remove(index)),
                None => self.arranged.strays.push(position),
            }
            shown.insert((*row).min(shown.len()), position);
        }
        self.shown = shown;
    }

    /// The places of the items that were changed in this session, the last change first.
    fn changed_places(&self) -> Vec<usize> {
        let changed = self.history.changed();
        let since: HashMap<&ItemId, usize> = changed.into_iter().zip(0..).collect();
        let items = self.ledger.items.iter().enumerate();
        let places = items.filter_map(|(place, item)| Some((since.get(&item.id)?, place)));
        let mut places: Vec<(&usize, usize)> = places.collect();
        places.sort_unstable();
        places.into_iter().map(|(_, place)| place).collect()
    }

    /// Makes the list anew and stays with the item under the cursor, where it is still listed.
    fn arrange_around_cursor(&mut self) {
        let id = self.item().map(|item| item.id.clone());
        self.arrange();
        let (tops, seeks_mark) = ((self.detail_top, self.gauges_top), self.seeks_mark);
        if id.is_some_and(|id| self.select_id(&id)) {
            // What is being read stays under the eyes.
            (self.detail_top, self.gauges_top) = tops;
            self.seeks_mark = seeks_mark;
        } else {
            self.list = Window::default();
            self.item_changed();
        }
    }

    /// Chooses items by something, or no longer; `None` takes all choices back.
    pub(super) fn toggle_filter(&mut self, choice: Option<Choice>) {
        match choice {
            Some(choice) => self.arranged.filters.toggle(choice),
            None => self.arranged.filters = Filters::default(),
        }
        self.release();
        self.arrange_around_cursor();
    }

    /// Begins as the user prefers: with the list in this order, and searches that look there at first.
    pub fn prefer(&mut self, sort: Option<Sort>, first_scope: Scope) {
        self.first_scope = first_scope;
        // The order of the numbers is the one that needs no telling.
        if sort.is_some_and(|sort| sort != Sort::Number) {
            self.sort_by(sort);
        }
    }

    /// Lists the items in another order, from its beginning.
    pub(super) fn sort_by(&mut self, sort: Option<Sort>) {
        self.arranged.sort = sort;
        if let Some(kept) = &mut self.kept {
            // What was chosen last holds, whatever was typed before.
            kept.query.sort = None;
        }
        self.release();
        self.arrange();
        self.list = Window::default();
        self.item_changed();
    }

    /// Keeps an item that is being saved on its row.
    pub(super) fn hold(&mut self, id: &ItemId) {
        let is_whole = self.kept.is_none() && self.filters().is_empty() && self.sort().is_none();
        let is_held = self.arranged.held.iter().any(|(held, _)| held == id);
        let listed = |&position: &usize| {
            let item = self.ledger.items.get(position);
            item.is_some_and(|item| item.id == *id)
        };
        if is_whole || is_held {
            return;
        }
        if let Some(row) = self.shown.iter().position(listed) {
            let held = &mut self.arranged.held;
            held.push((id.clone(), row));
            held.sort_by_key(|(_, row)| *row);
        }
    }

    /// Lets go of the items that were kept on their rows.
    pub(super) fn release(&mut self) {
        self.arranged.held.clear();
    }

    /// An item was saved: the others may stand otherwise now.
    pub(super) fn arrange_after_save(&mut self, id: &ItemId) {
        self.arranged.is_audited = false;
        self.arrange_around_cursor();
        let position = self.ledger.position(id);
        if position.is_some_and(|position| self.is_stray(position))
            && matches!(self.notice, Some(Notice::Saved(_)))
        {
            self.notice = Some(Notice::StillListed(id.clone()));
        }
    }

    /// Another ledger took the place of the present one: places mean other items now.
    pub(super) fn forget_places(&mut self) {
        self.arranged.is_audited = false;
        self.take_found(self.natural.clone());
    }

    /// Gives the item under the cursor a star, or takes it away. The list stays as it is, so that a slip can be undone.
    pub(super) fn star(&mut self) {
        let Some(item) = self.item().map(Arc::clone) else {
            return;
        };
        let id = item.id.clone();
        let starred = &mut self.arranged.starred;
        let is_starred = starred.remove(&id).is_none();
        if is_starred {
            starred.insert(id.clone(), item);
        }
        self.notice = Some(Notice::Starred { id, is_starred });
    }

    fn asks_for_findings(&self) -> bool {
        let mut asked = self.kept.iter().flat_map(|kept| &kept.query.filters);
        let is_asked = asked.any(|filter| filter.kind == FilterKind::Findings);
        is_asked || self.filters().has(&Choice::Findings)
    }

    /// Whether the ledger is to be looked through for the list or the menu; says so once.
    pub(super) fn takes_to_audit(&mut self) -> bool {
        let is_menu = matches!(&self.mode, Mode::Menu(menu) if menu.is_of_filters());
        let is_wanted = !self.arranged.is_audited && (is_menu || self.asks_for_findings());
        is_wanted && !std::mem::replace(&mut self.arranged.is_audited, true)
    }

    /// Takes which items have findings.
    pub(super) fn take_flags(&mut self, audit: &Audit) {
        let id = |position: usize| Some(self.ledger.items.get(position)?.id.clone());
        let findings = audit.findings.iter();
        let flagged = findings.filter_map(|it| id(it.position?));
        self.arranged.flagged = Some(flagged.collect());
        if self.asks_for_findings() {
            self.arrange_around_cursor();
        }
        self.refresh_menu();
    }
}
