//! The hint on an item's number that is being typed: what Enter does, and to whoever hesitates which item that is and
//! which other numbers begin so.

use crate::app::{App, Going, Notice};
use crate::text::shown;
use crate::view::Look;
use crate::words::say;

/// From this width on there is room for other numbers.
const OTHERS_COLS: usize = 60;
/// In fewer columns than this nothing is said of an item.
const LEAST_TITLE_COLS: usize = 8;

/// The hint in at most `cols` columns.
pub fn line(app: &App, look: Look, cols: usize) -> String {
    let go_to = (look.words.go_to)(app.digits());
    let Some(going) = app.going() else {
        return go_to;
    };
    let others = if cols < OTHERS_COLS {
        String::new()
    } else {
        others(&going, look, cols / 4)
    };
    let head = match going.item {
        Some(_) => go_to,
        None => say::notice(look.words, &Notice::NoSuchItem(app.digits().to_owned())),
    };
    let room = cols.saturating_sub(look.ruler().cols_of(&head) + look.ruler().cols_of(&others) + 2);
    match going.item.filter(|_| room >= LEAST_TITLE_COLS) {
        Some(item) => {
            let id = item.id.to_string();
            // Of a number with parts, the first part leads to the first of them.
            let is_other = id.trim_start_matches('0') != app.digits().trim_start_matches('0');
            let id = if is_other {
                format!("{id} ")
            } else {
                String::new()
            };
            let title = shown(&format!("{id}{}", item.title));
            format!("{head}  {}{others}", look.ruler().fit(&title, room))
        }
        None => format!("{head}{others}"),
    }
}

/// The other numbers that are whole in so many columns, as `  另有 20 21 …`.
fn others(going: &Going<'_>, look: Look, cols: usize) -> String {
    let mut numbers = String::new();
    for id in &going.others {
        let more = format!("{} ", shown(&id.to_string()));
        if look.ruler().cols_of(&numbers) + look.ruler().cols_of(&more) > cols {
            numbers.push('…');
            break;
        }
        numbers.push_str(&more);
    }
    if numbers.is_empty() {
        return numbers;
    }
    format!("  {}", (look.words.commands.others)(numbers.trim_end()))
}
