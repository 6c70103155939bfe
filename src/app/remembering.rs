//! Keeping the present search, filters and order under a name, and making a kept search again.
//!
//! Owns the way from what narrows the list to the words of a query. What no such word can say is not kept, and told. It
//! must never know where searches are kept.

use std::sync::Arc;

use crate::app::field::{Field, Kind};
use crate::app::filtering::{Choice, Family};
use crate::app::{Action, App, Effect, Kept, Mode, Notice};
use crate::ledger::{IoCause, SavedSearch, SearchChange, Status};
use crate::search::filter::{Asked, asked};
use crate::search::{Marker, Query, Scope};
use crate::text::folded;

/// The name of a search being typed.
#[derive(Debug)]
pub struct Naming {
    /// What is typed.
    pub field: Field,
    /// The search; its name is the one that is suggested.
    pub search: SavedSearch,
    /// What narrows the list and cannot be said in words of a query.
    left_out: Vec<Choice>,
}

/// What came of asking for the kept searches, or of changing them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchReport {
    /// What was to be done.
    pub change: SearchChange,
    /// The searches there are now; else why they cannot be read or written.
    pub outcome: Result<Vec<SavedSearch>, IoCause>,
}

/// The columns before the name in its row.
pub const NAME_LABEL_COLS: u16 = 12;

/// The longest name that makes sense, in characters.
const LONGEST_NAME_CHARS: usize = 60;

impl Naming {
    /// Types more, as far as it makes sense.
    pub(super) fn type_text(&mut self, text: &str, kind: Kind) {
        let used = self.field.text().chars().count();
        let room = LONGEST_NAME_CHARS.saturating_sub(used);
        let text: String = text.chars().take(room).collect();
        self.field.insert(&text, kind);
    }
}

impl App {
    /// Asks for a name for what narrows and orders the list now.
    pub(super) fn name_search(&mut self) {
        let choices: Vec<&Choice> = self.filters().iter().collect();
        let (said, left_out): (Vec<&Choice>, Vec<&Choice>) =
            choices.into_iter().partition(|choice| can_be_said(choice));
        let typed = self.kept.as_ref().map_or("", |kept| &*kept.typed);
        let mut words: Vec<String> = typed
            .split_whitespace()
            .filter(|it| !is_order(it))
            .map(str::to_owned)
            .collect();
        let mut names = words.clone();
        words.extend(words_of(&said));
        names.extend(
            said.iter()
                .filter_map(|it| Some((*it.names().first()?).to_owned())),
        );
        if let Some(sort) = self.sort() {
            let [name, _] = sort.names();
            words.push(format!("排序:{name}"));
            names.push(format!("按{name}"));
        }
        if words.is_empty() {
            let left_out = left_out.into_iter().cloned().collect::<Vec<_>>();
            self.notice = Some(if left_out.is_empty() {
                Notice::NoSearchToKeep
            } else {
                Notice::NotSaidInWords(left_out)
            });
            return;
        }
        let scope = self.kept.as_ref().and_then(|kept| scope_name(kept.scope));
        let naming = Naming {
            field: Field::line(String::new()),
            search: SavedSearch {
                name: names.join(" ").chars().take(LONGEST_NAME_CHARS).collect(),
                query: words.join(" "),
                scope: scope.map(str::to_owned),
            },
            left_out: left_out.into_iter().cloned().collect(),
        };
        self.mode = Mode::NameSearch(Box::new(naming));
        self.resize_fields();
    }

    pub(super) fn act_in_naming(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Save => return self.keep_named(),
            Action::Back => self.mode = Mode::Browse,
            Action::ClearField => {
                if let Some(field) = self.mode.field() {
                    field.clear();
                }
            }
            _ => self.act_in_field(action),
        }
        None
    }

    fn keep_named(&mut self) -> Option<Effect> {
        let Mode::NameSearch(naming) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return None;
        };
        let typed = naming.field.text().trim();
        let mut search = naming.search;
        if !typed.is_empty() {
            search.name = typed.chars().take(LONGEST_NAME_CHARS).collect();
        }
        self.left_out = naming.left_out;
        Some(Effect::SavedSearches(SearchChange::Keep(search)))
    }

    /// Takes the kept searches, and tells what became of them.
    pub(super) fn take_saved_searches(&mut self, report: SearchReport) -> Option<Effect> {
        let searches = match report.outcome {
            Ok(searches) => searches,
            Err(error) => {
                self.notice = Some(Notice::SavedSearchesFailed(error));
                return None;
            }
        };
        match report.change {
            SearchChange::None => {}
            SearchChange::Keep(search) => {
                let left_out = std::mem::take(&mut self.left_out);
                let name = search.name;
                self.notice = Some(if left_out.is_empty() {
                    Notice::SearchKept(name)
                } else {
                    Notice::SearchKeptInPart { name, left_out }
                });
            }
            SearchChange::Forget(name) => self.notice = Some(Notice::SearchForgotten(name)),
        }
        // Counting anew what each filter would leave takes its time in a large ledger.
        if self.saved_searches != searches {
            self.saved_searches = searches;
            self.refresh_menu();
        }
        None
    }

    /// Makes a kept search, in the place of whatever narrows and orders the list.
    pub(super) fn make_saved(&mut self, search: &SavedSearch) -> Option<Effect> {
        self.mode = Mode::Browse;
        self.sort_by(None);
        self.toggle_filter(None);
        let query = Query::new(&search.query);
        if query.is_empty() {
            return None;
        }
        Some(self.request(Kept {
            typed: search.query.clone(),
            marker: Arc::new(Marker::new(&query)),
            query,
            scope: search.scope.as_deref().map_or(Scope::All, scope_of),
        }))
    }

    /// Has the kept search under the cursor of the menu forgotten.
    pub(super) fn forget_saved(&mut self) -> Option<Effect> {
        let Mode::Menu(menu) = &self.mode else {
            return None;
        };
        let name = menu.selected()?.saved()?.name.clone();
        Some(Effect::SavedSearches(SearchChange::Forget(name)))
    }
}

/// Whether a word of a query can say it: one that stands for no name cannot, nor can a name with a blank or a comma.
fn can_be_said(choice: &Choice) -> bool {
    match choice {
        Choice::Lead(name) | Choice::Category(name) => name.as_deref().is_some_and(is_one_word),
        Choice::Tag(name) => is_one_word(name),
        _ => true,
    }
}

fn is_one_word(name: &str) -> bool {
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | '，');
    !name.is_empty() && !name.contains(parts)
}

/// The words that ask for the same: one for every kind, with all that is one or the other in it.
fn words_of(choices: &[&Choice]) -> Vec<String> {
    let mut words: Vec<(Family, String)> = Vec::new();
    let mut statuses: Vec<Status> = Vec::new();
    for choice in choices {
        let (key, value) = match choice {
            Choice::Late => {
                statuses.extend(Status::ALL.into_iter().filter(|status| status.is_late()));
                continue;
            }
            Choice::Status(status) => {
                statuses.push(*status);
                continue;
            }
            Choice::ByPerson => ("判定", "人工"),
            Choice::Silent => ("状态", "未报"),
            Choice::Findings => ("核对", "有"),
            Choice::Starred => ("状态", "标星"),
            Choice::Lead(name) => ("单位", name.as_deref().unwrap_or_default()),
            Choice::Category(name) => ("类别", name.as_deref().unwrap_or_default()),
            Choice::Tag(name) => ("标签", name.as_str()),
        };
        match words.last_mut() {
            Some((family, word)) if *family == choice.family() => {
                word.push(',');
                word.push_str(value);
            }
            _ => words.push((choice.family(), format!("{key}:{value}"))),
        }
    }
    let is_chosen = |status: &Status| statuses.contains(status);
    let chosen = Status::ALL.into_iter().filter(is_chosen);
    let chosen: Vec<&str> = chosen.map(Status::chinese).collect();
    let status_word = (!chosen.is_empty()).then(|| format!("状态:{}", chosen.join(",")));
    let others = words.into_iter().map(|(_, word)| word);
    status_word.into_iter().chain(others).collect()
}

/// Whether a word of a query is an order: the order that is kept is the one on screen.
fn is_order(word: &str) -> bool {
    let folded: String = word.chars().map(folded).collect();
    let parts = folded.split_once(':');
    parts.is_some_and(|(key, value)| matches!(asked(key, value), Some(Asked::InOrder(_))))
}

const fn scope_name(scope: Scope) -> Option<&'static str> {
    match scope {
        Scope::All => None,
        Scope::Titles => Some("titles"),
        Scope::Notes => Some("notes"),
    }
}

fn scope_of(name: &str) -> Scope {
    match name {
        "titles" => Scope::Titles,
        "notes" => Scope::Notes,
        _ => Scope::All,
    }
}
