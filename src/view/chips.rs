//! What narrows and orders the list, and how much is left of it: `筛选:滞后+趋缓 牵头:科技局 排序:滞后最多 12/44`.

use crate::app::App;
use crate::view::Look;
use crate::words::say::{self, Chip};

/// In fewer columns than this nothing is said of what narrows the list; the sign beside its place says that it is.
const LEAST_COLS: usize = 16;

/// The chips in at most `cols` columns, the count always whole; `None` where nothing narrows or orders the list.
pub fn line(app: &App, look: Look, cols: usize) -> Option<String> {
    let chips = chips(app, look).filter(|_| cols >= LEAST_COLS)?;
    let count = count(app);
    let room = cols.saturating_sub(look.ruler().cols_of(&count) + 1);
    Some(
        look.ruler()
            .fit(&format!("{} {count}", look.ruler().fit(&chips, room)), cols),
    )
}

/// What stands at a column of that line.
pub fn at(app: &App, look: Look, cols: usize, col: usize) -> Option<Chip> {
    line(app, look, cols)?;
    let room = cols.saturating_sub(look.ruler().cols_of(&count(app)) + 1);
    let mut end = 0;
    let mut pieces = say::chip_pieces(look.words, app.filters(), app.sort()).into_iter();
    let (chip, _) = pieces.find(|(_, piece)| {
        end += look.ruler().cols_of(piece);
        col < end.min(room)
    })?;
    Some(chip)
}

/// Whether the chips are whole in so many columns.
pub fn fit_in(app: &App, look: Look, cols: usize) -> bool {
    chips(app, look).is_none_or(|chips| {
        look.ruler().cols_of(&chips) + 1 + look.ruler().cols_of(&count(app)) <= cols
    })
}

/// A sign beside the place in the list, for windows with room for no more: that it is narrowed, or in another order.
pub fn sign(app: &App, look: Look) -> String {
    let menus = &look.words.menus;
    let narrowed = if app.filters().is_empty() {
        ""
    } else {
        menus.narrowed_mark
    };
    let sorted = app.sort().map_or("", |_| menus.sorted_mark);
    match format!("{narrowed}{sorted}") {
        sign if sign.is_empty() => sign,
        sign => format!("{sign} "),
    }
}

fn chips(app: &App, look: Look) -> Option<String> {
    let chips = say::chips(look.words, app.filters(), app.sort());
    (!chips.is_empty()).then_some(chips)
}

fn count(app: &App) -> String {
    format!("{}/{}", app.shown().len(), app.ledger().items.len())
}
