//! English: filters and orders.

use crate::app::filtering::{Choice, Family};
use crate::ledger::Status;
use crate::search::{FilterKind, Key, Sort};
use crate::text::shown;
use crate::words::en::names::status as status_name;
use crate::words::menus::Menus;

pub const MENUS: Menus = Menus {
    filters: "Filter: any of a kind, all kinds",
    sorts: "Sort",
    typing_narrows: "type to narrow, pinyin too",
    nothing_left: "No such choice",
    clear: "Clear all filters",
    choice,
    chip,
    family: |family| match family {
        Family::Lead => "lead",
        Family::Category => "category",
        Family::Tag => "label",
        _ => "filter",
    },
    sort: |sort| match sort {
        None | Some(Sort::Number) => "By number (of a search, best hits first)",
        Some(Sort::Behind) => "Furthest behind first, unjudged last",
        Some(Sort::Completion) => "Highest completion first",
        Some(Sort::Changed) => "Changed in this session first",
    },
    sort_chip: |sort| match sort {
        Sort::Number => "number",
        Sort::Behind => "furthest behind",
        Sort::Completion => "completion",
        Sort::Changed => "changed",
    },
    sorted: "sort",
    narrowed_mark: "F",
    sorted_mark: "O",
    nothing_fits: |found| format!("None of {found} passes the filters."),
    change_filters: "F7 changes the filters, Esc drops them",
    still_listed: |id| {
        format!(
            "Item {id} saved; it passes the filters no more and stays listed (~) until the next search or filter"
        )
    },
    starred: |id, is_starred| {
        if is_starred {
            format!("Item {id} has a star (+), until the program ends")
        } else {
            format!("Item {id} has no star any more")
        }
    },
    filters_dropped: "The item did not pass the filters; they were dropped",
    known_words: |key| {
        match key {
        Key::Is => {
            let statuses = Status::ALL.map(Status::name).join(" ");
            format!("is: knows {statuses} silent starred ordered")
        }
        Key::Has => "has:findings is what does not add up, has:verdict a person's own, has:orders what a meeting ordered".to_owned(),
        Key::Sort => {
            let sorts = Sort::ALL.map(|sort| sort.names()[1]).join(" ");
            format!("sort: knows {sorts}")
        }
    }
    },
    known_names: |kind, names| {
        let of = match kind {
            FilterKind::Lead(_) => "lead units",
            FilterKind::Category(_) => "categories",
            _ => "labels",
        };
        if names.is_empty() {
            return format!("The ledger names no {of}.");
        }
        let names: Vec<String> = names.iter().map(|name| shown(name)).collect();
        format!("The {of} of the ledger: {}", names.join(", "))
    },
};

fn choice(choice: &Choice) -> String {
    let name = chip(choice);
    match choice {
        Choice::Late => "Not started, behind or slipping".to_owned(),
        Choice::Status(_) => format!("Verdict: {name}"),
        Choice::ByPerson => "Verdict set by a person".to_owned(),
        Choice::Silent => "Silent: no note, or that of last period".to_owned(),
        Choice::Findings => "Something does not add up".to_owned(),
        Choice::Starred => "Starred".to_owned(),
        Choice::Lead(_) => format!("Lead: {name}"),
        Choice::Category(_) => format!("Category: {name}"),
        Choice::Tag(_) => format!("Label: {name}"),
    }
}

fn chip(choice: &Choice) -> String {
    match choice {
        Choice::Late => "late".to_owned(),
        Choice::Status(status) => status_name(*status).to_owned(),
        Choice::ByPerson => "by person".to_owned(),
        Choice::Silent => "silent".to_owned(),
        Choice::Findings => "findings".to_owned(),
        Choice::Starred => "starred".to_owned(),
        Choice::Lead(None) | Choice::Category(None) => "(none)".to_owned(),
        Choice::Lead(Some(name)) | Choice::Category(Some(name)) | Choice::Tag(name) => shown(name),
    }
}
