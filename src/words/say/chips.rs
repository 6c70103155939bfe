//! What narrows and orders the list, in one line.

use crate::app::filtering::{Choice, Family, Filters};
use crate::search::Sort;
use crate::words::Words;

/// `筛选:滞后+趋缓 牵头:科技局 排序:滞后最多`; empty where the list is whole and in its own order.
pub fn chips(words: &Words, filters: &Filters, sort: Option<Sort>) -> String {
    let menus = &words.menus;
    let mut chips: Vec<(Family, String)> = Vec::new();
    for choice in filters.iter() {
        let (family, chip) = (choice.family(), (menus.chip)(choice));
        match chips.last_mut() {
            // One or the other.
            Some((last, said)) if *last == family => {
                said.push('+');
                said.push_str(&chip);
            }
            _ => {
                let said = match heading(words, choice, chips.is_empty()) {
                    Some(heading) => format!("{heading}:{chip}"),
                    None => chip,
                };
                chips.push((family, said));
            }
        }
    }
    let sorted = sort.map(|sort| format!("{}:{}", menus.sorted, (menus.sort_chip)(sort)));
    let chips = chips.into_iter().map(|(_, chip)| chip);
    chips.chain(sorted).collect::<Vec<_>>().join(" ")
}

/// What stands before the chips of a kind: names would not say by themselves of what they are.
fn heading(words: &Words, choice: &Choice, is_first: bool) -> Option<&'static str> {
    let is_name = matches!(
        choice,
        Choice::Lead(_) | Choice::Category(_) | Choice::Tag(_)
    );
    (is_name || is_first).then(|| (words.menus.family)(choice.family()))
}
