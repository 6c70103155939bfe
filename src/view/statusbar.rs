//! The row above the keys: the search being typed, a notice, or how to go on; at its right end, where one is.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::mode::SearchBar;
use crate::app::pointing::Spot;
use crate::app::{Action, App, Kept, Mode, Notice};
use crate::search::Scope;
use crate::view::editor::field_rows;
use crate::view::prose::Prose;
use crate::view::{Look, chips, going, header, naming, paint, rect};
use crate::words::say::{self, Chip};

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
    let (text, style) = match (app.notice(), app.kept()) {
        (Some(notice), _) => (say::notice(look.words, notice), notice_style(notice, look)),
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
    let line = paint::between(&format!(" {text}"), &place, cols, style, look);
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
    if app.notice().is_some() {
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

/// A notice that is longer than its row takes the row of the keys too: nothing that went wrong is cut short where
/// there is room to say it.
pub fn draw_long_notice(app: &App, look: Look, [bar, keys]: [Rect; 2], buffer: &mut Buffer) {
    let mut rows = notice_rows(app, look, usize::from(bar.width));
    if rows.len() < 2 || keys.height == 0 {
        return;
    }
    if rows.len() > 2
        && let Some(last) = rows.get_mut(1)
    {
        *last = cut_off(last, look, usize::from(bar.width).saturating_sub(2));
    }
    for (area, row) in [bar, keys].into_iter().zip(&rows) {
        paint::clear(buffer, area);
        paint::line(
            buffer,
            Rect {
                x: area.x + 1,
                width: area.width.saturating_sub(1),
                ..area
            },
            0,
            row,
            look,
        );
    }
}

/// A row that says that there was more to say.
fn cut_off(row: &Line<'_>, look: Look, cols: usize) -> Line<'static> {
    let text: String = row.spans.iter().map(|span| &*span.content).collect();
    let style = row.spans.first().map_or(row.style, |span| span.style);
    let sign = look.ruler().ellipsis();
    let room = cols.saturating_sub(look.ruler().cols_of(sign));
    let (mut kept, mut used) = (String::new(), 0);
    for glyph in look.ruler().glyphs(&text) {
        used += glyph.cols;
        if used > room {
            break;
        }
        kept.push_str(&glyph.shown);
    }
    Line::styled(format!("{kept}{sign}"), style)
}

/// Whether a notice takes the row of the keys in a window of this width.
pub fn covers_keys(app: &App, look: Look, cols: usize) -> bool {
    notice_rows(app, look, cols).len() > 1
}

fn notice_rows(app: &App, look: Look, cols: usize) -> Vec<Line<'static>> {
    let Some(notice) = app.notice() else {
        return Vec::new();
    };
    let style = notice_style(notice, look);
    let prose = Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    prose.rows(&say::notice(look.words, notice), cols.saturating_sub(2))
}

/// The style of a notice: a warning is also told by its words.
pub fn notice_style(notice: &Notice, look: Look) -> ratatui::style::Style {
    if notice.is_warning() {
        look.theme.warning()
    } else {
        look.theme.done()
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
