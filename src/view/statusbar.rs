//! The row above the keys: the search being typed, a notice, or how to go on; at its right end, where one is.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::mode::SearchBar;
use crate::app::pointing::Spot;
use crate::app::{Action, App, Kept, Mode};
use crate::search::Scope;
use crate::view::editor::field_rows;
use crate::view::{Look, chips, going, header, naming, notices, paint, rect};
use crate::words::say::Chip;

pub fn draw(app: &App, look: Look, area: Rect, frame: &mut Frame<'_>) {
    if let Mode::Search(bar) = app.mode() {
        return draw_search(app, bar, look, area, frame);
    }
    if let Mode::NameSearch(naming) = app.mode() {
        return naming::draw(naming, look, area, frame);
    }
    let cols = usize::from(area.width);
    let place = place(app, look);
    // Where the head has no room for it, what narrows the list is said here.
    let room = cols.saturating_sub(look.ruler().cols_of(&place) + 2);
    let head = rect(app.layout().header);
    let chips = chips::line(app, look, room).filter(|_| !header::says_chips(app, look, head));
    let told = notices::line(app, look, area);
    let has_notice = told.is_some();
    let (text, style) = match (told, app.kept()) {
        (Some(told), _) => told,
        (None, _) if !app.digits().is_empty() => {
            (going::line(app, look, room), look.theme.strong())
        }
        (None, Some(kept)) => {
            let chips = chips.map(|chips| format!("  {chips}"));
            let chips = chips.unwrap_or_default();
            (
                format!("{}{chips}", kept_text(kept, look)),
                look.theme.mark(),
            )
        }
        (None, None) => match chips {
            Some(chips) => (chips, look.theme.mark()),
            None => (look.words.search_hint.to_owned(), look.theme.quiet()),
        },
    };
    let text = format!(" {text}");
    let fits = look.ruler().cols_of(&text) + look.ruler().cols_of(&place) < cols;
    // What is told matters more than the place in the list.
    let place = if has_notice && !fits { "" } else { &*place };
    let line = paint::between(&text, place, cols, style, look);
    paint::line(frame.buffer_mut(), area, 0, &line, look);
}

/// `/海洋  [进展]`
fn kept_text(kept: &Kept, look: Look) -> String {
    let scope = match kept.scope {
        Scope::All => String::new(),
        scope => format!("  [{}]", (look.words.scope)(scope)),
    };
    format!("/{}{scope}", kept.typed)
}

/// What stands at a column of this row.
pub fn spot(app: &App, look: Look, cols: usize, col: usize) -> Spot {
    if let Mode::Search(bar) = app.mode() {
        let label = look.ruler().cols_of(&search_label(app, bar, look, cols));
        return match col.checked_sub(label) {
            None => Spot::Key(Action::SwitchScope),
            Some(col) => Spot::Text {
                entry: 0,
                col,
                row: 0,
            },
        };
    }
    if app.notices().next().is_some() {
        return Spot::Nowhere;
    }
    let place = place(app, look);
    let room = cols.saturating_sub(look.ruler().cols_of(&place) + 2);
    let is_said_above = header::says_chips(app, look, rect(app.layout().header));
    let before = app
        .kept()
        .map_or(0, |kept| look.ruler().cols_of(&kept_text(kept, look)) + 2);
    let in_chips = col
        .checked_sub(1 + before)
        .filter(|_| !is_said_above && col < room);
    match in_chips.and_then(|col| chips::at(app, look, room, col)) {
        Some(Chip::Filter(choice)) => Spot::Chip(choice),
        Some(Chip::Order) => Spot::Order,
        None if col < room => Spot::Key(Action::Search),
        None => Spot::Nowhere,
    }
}

fn place(app: &App, look: Look) -> String {
    if app.is_searching() {
        return format!("{} ", look.words.searching);
    }
    let total = app.shown().len();
    let place = match app.kept() {
        Some(_) => {
            let hits = app.shown().len();
            (look.words.hits)(app.list().cursor + usize::from(hits > 0), hits)
        }
        None => (look.words.of_total)(app.list().cursor + usize::from(total > 0), total),
    };
    format!("{}{}{place} ", below(app), chips::sign(app, look))
}

/// How many rows of the item are out of sight below, where no border has room to say it.
fn below(app: &App) -> String {
    let layout = app.layout();
    let Some(area) = layout.detail.filter(|_| !layout.bordered) else {
        return String::new();
    };
    let hidden = app
        .measures()
        .detail_rows
        .saturating_sub(app.detail_top() + usize::from(area.rows));
    if hidden > 0 {
        format!("▾{hidden} ")
    } else {
        String::new()
    }
}

fn search_label(app: &App, bar: &SearchBar, look: Look, cols: usize) -> String {
    let sign = chips::sign(app, look);
    let scope = look.ruler().pad((look.words.scope)(bar.scope), 6);
    look.ruler()
        .fit(&format!(" {}/ {scope} ", sign.trim_end()), cols / 3)
}

/// `/ 全部 重点▏          命中5/44`, with the hardware cursor where the next character goes: an input method opens
/// its window there.
fn draw_search(app: &App, bar: &SearchBar, look: Look, area: Rect, frame: &mut Frame<'_>) {
    let cols = usize::from(area.width);
    let label = search_label(app, bar, look, cols);
    let place = if cols >= 40 {
        place(app, look)
    } else {
        String::new()
    };
    // What is selected is reversed, and said for terminals that do not reverse.
    let place = match bar
        .field
        .selection()
        .and_then(|it| bar.field.text().get(it))
    {
        Some(selected) if cols >= 60 => {
            let said = (look.words.themes.selected)(selected.chars().count());
            format!("{said} {place}")
        }
        _ => place,
    };
    let room = cols.saturating_sub(look.ruler().cols_of(&label) + look.ruler().cols_of(&place));
    let typed = field_rows(&bar.field, look, 1)
        .into_iter()
        .next()
        .unwrap_or_default();
    let used = look.cols_of(&typed.spans);
    let mut spans = vec![Span::styled(label.clone(), look.theme.chrome())];
    spans.extend(typed.spans);
    spans.push(Span::raw(" ".repeat(room.saturating_sub(used))));
    spans.push(Span::styled(place, look.theme.quiet()));
    let line = Line::from(spans);
    paint::line(frame.buffer_mut(), area, 0, &line, look);
    let caret = look.ruler().cols_of(&label) + bar.field.caret_cell().0.min(room.saturating_sub(1));
    let x = area.x + u16::try_from(caret).unwrap_or(0);
    frame.set_cursor_position(Position {
        x: x.min(area.right().saturating_sub(1)),
        y: area.y,
    });
}
