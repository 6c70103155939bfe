//! A menu over the list: what is typed, and the entries that leaves, one a row. All menus look the same.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::menu::{Entry, MenuAbout, MenuLayout, What};
use crate::app::{App, Menu};
use crate::text::{cols_of, fit, fit_end};
use crate::view::{Look, paint, rect};

pub fn draw(app: &App, menu: &Menu, look: Look, frame: &mut Frame<'_>) {
    let layout = MenuLayout::of(app.size(), menu.count());
    let buffer = frame.buffer_mut();
    paint::clear(buffer, rect(layout.window));
    if layout.bordered {
        let title = match menu.about {
            MenuAbout::Filters => look.words.menus.filters,
            MenuAbout::Sorts => look.words.menus.sorts,
        };
        paint::border(buffer, rect(layout.window), title, true, look.theme);
        let rows = usize::from(layout.list.rows);
        let below = menu.count().saturating_sub(menu.list.top + rows);
        let window = rect(layout.window);
        paint::hidden_rows(buffer, window, menu.list.top, below, look.theme);
    }
    let cols = usize::from(layout.list.cols);
    let rows = menu.left().enumerate().skip(menu.list.top);
    for (row, (index, entry)) in (0..layout.list.rows).zip(rows) {
        let line = entry_line(app, entry, index == menu.list.cursor, look, cols);
        paint::line(buffer, rect(layout.list), row, &line);
    }
    if menu.count() == 0 {
        let line = Line::raw(format!("  {}", look.words.menus.nothing_left));
        paint::line(buffer, rect(layout.list), 0, &line);
    }
    draw_field(menu, look, rect(layout.field), frame);
}

/// What is typed, with the hardware cursor behind it: an input method opens its window there.
fn draw_field(menu: &Menu, look: Look, area: Rect, frame: &mut Frame<'_>) {
    let room = usize::from(area.width).saturating_sub(4);
    let in_sight = fit_end(&menu.typed, room);
    let hint = if in_sight.is_empty() {
        fit(look.words.menus.typing_narrows, room)
    } else {
        String::new()
    };
    let line = Line::from(vec![
        Span::styled(" / ", look.theme.chrome()),
        Span::raw(in_sight.clone()),
        Span::styled(hint, look.theme.quiet()),
    ]);
    paint::line(frame.buffer_mut(), area, 0, &line);
    let x = area.x + u16::try_from(3 + cols_of(&in_sight)).unwrap_or(u16::MAX);
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
        What::Sort(sort) => (
            if app.sort() == *sort { "(x)" } else { "( )" },
            (menus.sort)(*sort).to_owned(),
        ),
    };
    let pointer = if is_selected { '›' } else { ' ' };
    let head = format!("{pointer}{mark} ");
    let count = match (&entry.what, entry.count) {
        (What::Filter(_), None) => "… ".to_owned(),
        (_, count) => count.map(|count| format!("{count} ")).unwrap_or_default(),
    };
    let room = cols.saturating_sub(cols_of(&head) + cols_of(&count) + 1);
    let label = fit(&label, room);
    let blank = " ".repeat(room.saturating_sub(cols_of(&label)) + 1);
    let style = if is_selected {
        look.theme.strong()
    } else {
        look.theme.text()
    };
    let count = Span::styled(count, look.theme.quiet());
    Line::from(vec![
        Span::styled(head, look.theme.chrome()),
        Span::styled(label, style),
        Span::raw(blank),
        count,
    ])
}
