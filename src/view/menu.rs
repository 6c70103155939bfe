//! A menu over the list: what is typed, and the entries that leaves, one a row. All menus look the same.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::menu::{Entry, MenuAbout, MenuLayout, What};
use crate::app::{App, Command, Menu};
use crate::text::shown;
use crate::view::{Look, footer, paint, rect};
use crate::words::commands::name_within;

/// From this width on there is room to say how a kept search is forgotten.
const HINT_FROM_COLS: usize = 36;

pub fn draw(app: &App, menu: &Menu, look: Look, frame: &mut Frame<'_>) {
    let layout = MenuLayout::of(app.size(), menu.count());
    let buffer = frame.buffer_mut();
    paint::clear(buffer, rect(layout.window));
    if layout.bordered {
        let title = match menu.about {
            MenuAbout::Filters => look.words.menus.filters,
            MenuAbout::Sorts => look.words.menus.sorts,
            MenuAbout::Commands => look.words.commands.palette,
        };
        paint::border(buffer, rect(layout.window), title, true, look);
        let rows = usize::from(layout.list.rows);
        let below = menu.count().saturating_sub(menu.list.top + rows);
        let window = rect(layout.window);
        paint::hidden_rows(buffer, window, menu.list.top, below, look);
    }
    let cols = usize::from(layout.list.cols);
    let rows = menu.left().enumerate().skip(menu.list.top);
    for (row, (index, entry)) in (0..layout.list.rows).zip(rows) {
        let is_selected = index == menu.list.cursor;
        let line = entry_line(app, entry, is_selected, look, cols);
        paint::line(buffer, rect(layout.list), row, &line, look);
    }
    if menu.count() == 0 {
        let line = Line::raw(format!("  {}", look.words.menus.nothing_left));
        paint::line(buffer, rect(layout.list), 0, &line, look);
    }
    draw_field(menu, look, rect(layout.field), frame);
}

/// What is typed, with the hardware cursor behind it: an input method opens its window there.
fn draw_field(menu: &Menu, look: Look, area: Rect, frame: &mut Frame<'_>) {
    let room = usize::from(area.width).saturating_sub(4);
    let in_sight = look.ruler().fit_end(&menu.typed, room);
    let hint = if in_sight.is_empty() {
        look.ruler().fit(look.words.menus.typing_narrows, room)
    } else {
        String::new()
    };
    let line = Line::from(vec![
        Span::styled(" / ", look.theme.chrome()),
        Span::raw(in_sight.clone()),
        Span::styled(hint, look.theme.quiet()),
    ]);
    paint::line(frame.buffer_mut(), area, 0, &line, look);
    let x = area.x + u16::try_from(3 + look.ruler().cols_of(&in_sight)).unwrap_or(u16::MAX);
    if area.height > 0 {
        frame.set_cursor_position(Position {
            x: x.min(area.right().saturating_sub(1)),
            y: area.y,
        });
    }
}

/// `›[x] 牵头：科技局           12`
fn entry_line(
    app: &App,
    entry: &Entry,
    is_selected: bool,
    look: Look,
    cols: usize,
) -> Line<'static> {
    let menus = &look.words.menus;
    let (mark, label) = match &entry.what {
        What::Clear => ("   ", menus.clear.to_owned()),
        What::Filter(choice) => (
            if app.filters().has(choice) {
                "[x]"
            } else {
                "[ ]"
            },
            (menus.choice)(choice),
        ),
        What::Saved(search) => {
            let (name, query) = (shown(&search.name), shown(&search.query));
            ("   ", (look.words.remembering.entry)(&name, &query))
        }
        What::Sort(sort) => (
            if app.sort() == *sort { "(x)" } else { "( )" },
            (menus.sort)(*sort).to_owned(),
        ),
        What::Command(command) => return command_line(app, command, is_selected, look, cols),
    };
    let pointer = if is_selected { '›' } else { ' ' };
    let head = format!("{pointer}{mark} ");
    let count = match (&entry.what, entry.count) {
        (What::Filter(_), None) => format!("{} ", look.ruler().ellipsis()),
        (What::Saved(_), _) if is_selected => look.words.remembering.how_to_forget.to_owned(),
        (_, count) => count.map(|count| format!("{count} ")).unwrap_or_default(),
    };
    // In a narrow window what can be chosen matters more than how to forget it.
    let is_hint = matches!(entry.what, What::Saved(_));
    let count = if is_hint && cols < HINT_FROM_COLS {
        String::new()
    } else {
        count
    };
    let room = cols.saturating_sub(look.ruler().cols_of(&head) + look.ruler().cols_of(&count) + 1);
    let label = look.ruler().fit(&label, room);
    let blank = " ".repeat(room.saturating_sub(look.ruler().cols_of(&label)) + 1);
    let (head_style, style) = if is_selected {
        let selected = look.theme.chrome().patch(look.theme.selected());
        (selected, look.theme.strong())
    } else {
        (look.theme.chrome(), look.theme.text())
    };
    let count = Span::styled(count, look.theme.quiet());
    Line::from(vec![
        Span::styled(head, head_style),
        Span::styled(label, style),
        Span::raw(blank),
        count,
    ])
}

/// `› 编辑进展            F2 e`: as many of the keys as there is room for beside the name.
fn command_line(
    app: &App,
    command: &Command,
    is_selected: bool,
    look: Look,
    cols: usize,
) -> Line<'static> {
    let head = if is_selected { "› " } else { "  " };
    let label = name_within(
        look.words,
        command.action,
        look.ruler(),
        cols.saturating_sub(3),
    );
    let room = cols.saturating_sub(look.ruler().cols_of(head) + look.ruler().cols_of(&label) + 1);
    let mut keys = String::new();
    for key in &command.keys {
        let more = format!(" {}", footer::key(key, look));
        if look.ruler().cols_of(&keys) + look.ruler().cols_of(&more) > room {
            break;
        }
        keys.push_str(&more);
    }
    let blank = " ".repeat(room - look.ruler().cols_of(&keys));
    let style = match (is_selected, app.is_idle(command.action)) {
        (true, _) => look.theme.strong(),
        (false, true) => look.theme.quiet(),
        (false, false) => look.theme.text(),
    };
    Line::from(vec![
        Span::styled(head, look.theme.chrome()),
        Span::styled(label, style),
        Span::raw(blank),
        Span::styled(keys, look.theme.chrome()),
    ])
}
