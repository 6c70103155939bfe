//! What narrows and orders the list, in one line.

use crate::app::filtering::{Choice, Family, Filters};
use crate::search::Sort;
use crate::words::Words;

/// What a piece of that line stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chip {
    /// A choice that narrows the list.
    Filter(Choice),
    /// The order of the list.
    Order,
}

/// `筛选:滞后+趋缓 牵头:科技局 排序:滞后最多`; empty where the list is whole and in its own order.
pub fn chips(words: &Words, filters: &Filters, sort: Option<Sort>) -> String {
    let pieces = chip_pieces(words, filters, sort).into_iter();
    pieces.map(|(_, piece)| piece).collect()
}

/// The pieces of that line, each with what it stands for; what parts it from the one before belongs to it.
pub fn chip_pieces(words: &Words, filters: &Filters, sort: Option<Sort>) -> Vec<(Chip, String)> {
    let menus = &words.menus;
    let mut pieces: Vec<(Chip, String)> = Vec::new();
    let mut last: Option<Family> = None;
    for choice in filters.iter() {
        let (family, chip) = (choice.family(), (menus.chip)(choice));
        let piece = if last == Some(family) {
            // One or the other.
            format!("+{chip}")
        } else {
            let parted = if pieces.is_empty() { "" } else { " " };
            match heading(words, choice, pieces.is_empty()) {
                Some(heading) => format!("{parted}{heading}:{chip}"),
                None => format!("{parted}{chip}"),
            }
        };
        last = Some(family);
        pieces.push((Chip::Filter(choice.clone()), piece));
    }
    if let Some(sort) = sort {
        let parted = if pieces.is_empty() { "" } else { " " };
        let piece = format!("{parted}{}:{}", menus.sorted, (menus.sort_chip)(sort));
        pieces.push((Chip::Order, piece));
    }
    pieces
}

/// What stands before the chips of a kind: names would not say by themselves of what they are.
fn heading(words: &Words, choice: &Choice, is_first: bool) -> Option<&'static str> {
    let is_name = matches!(
        choice,
        Choice::Lead(_) | Choice::Category(_) | Choice::Tag(_)
    );
    (is_name || is_first).then(|| (words.menus.family)(choice.family()))
}
