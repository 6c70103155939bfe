//! The screen where there is no ledger yet: why, and what to begin with.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::beginning::{Beginning, PATH_LABEL_COLS, Start};
use crate::app::{Action, Field};
use crate::keys::Context;
use crate::view::editor::field_rows;
use crate::view::prose::Prose;
use crate::view::{Look, footer, paint};

/// Draws the whole window.
pub fn draw(beginning: &Beginning, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let cols = usize::from(window.width);
    let choices = choices(beginning, look, cols);
    let has_keys = window.height >= 4;
    let rows = usize::from(window.height).saturating_sub(usize::from(has_keys));
    // The choices matter more than the words above them.
    let mut lines = head(beginning, look, cols);
    if lines.len() + choices.len() > rows {
        lines.retain(|line| !line.spans.is_empty());
    }
    if lines.len() + choices.len() > rows {
        lines = told(beginning, look, cols);
        lines.truncate(rows.saturating_sub(choices.len()));
    }
    let room = rows.saturating_sub(lines.len()).max(1);
    let top = (beginning.cursor + 1).saturating_sub(room);
    let above = lines.len();
    lines.extend(choices.into_iter().skip(top).take(room));
    paint::lines(frame.buffer_mut(), window, &lines, 0, look);
    if has_keys {
        let last = window.height - 1;
        paint::line(
            frame.buffer_mut(),
            window,
            last,
            &keys(beginning, look, cols),
            look,
        );
    }
    if let Some(path) = &beginning.path {
        let row = above + beginning.cursor.saturating_sub(top);
        draw_path(path, look, row_of(window, row), frame);
    }
}

fn row_of(window: Rect, row: usize) -> Rect {
    let row = u16::try_from(row).unwrap_or(u16::MAX);
    Rect {
        y: row.min(window.height.saturating_sub(1)),
        height: 1.min(window.height),
        ..window
    }
}

/// What the program is, why there is nothing to show, and what went wrong.
fn head(beginning: &Beginning, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = &look.words.beginning;
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        mark: look.theme.text(),
        marker: None,
    };
    let title = look.ruler().fit(words.title, cols);
    let mut lines = vec![Line::styled(title, look.theme.chrome()), Line::default()];
    lines.extend(prose.rows(words.nothing_here, cols));
    lines.push(Line::default());
    let told = told(beginning, look, cols);
    if !told.is_empty() {
        lines.extend(told);
        lines.push(Line::default());
    }
    lines
}

fn told(beginning: &Beginning, look: Look, cols: usize) -> Vec<Line<'static>> {
    let style = look.theme.warning();
    let prose = Prose {
        ruler: look.ruler(),
        style,
        mark: style,
        marker: None,
    };
    let told = beginning.told.as_deref();
    told.map_or_else(Vec::new, |told| prose.rows(told, cols))
}

/// `› 2 新建台账：/home/甲/ledger.toml`
fn choices(beginning: &Beginning, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = &look.words.beginning;
    let all = beginning.choices().into_iter().enumerate();
    let line = |(index, choice): (usize, Start)| {
        let label = match choice {
            Start::Ledger(at) => {
                let name = beginning.ledgers.get(at).map_or("", String::as_str);
                (words.open_this)(name)
            }
            Start::New => (words.make_new)(&beginning.new),
            Start::Demo => words.see_demo.to_owned(),
            Start::Other(_) => words.open_other.to_owned(),
            Start::Quit => words.quit.to_owned(),
        };
        let is_selected = index == beginning.cursor;
        let pointer = if is_selected { '›' } else { ' ' };
        // Only nine have a digit.
        let number = if index < 9 {
            (index + 1).to_string()
        } else {
            " ".to_owned()
        };
        let style = if is_selected {
            look.theme.selected()
        } else {
            look.theme.text()
        };
        let head = format!("{pointer}{number} ");
        let room = cols.saturating_sub(look.ruler().cols_of(&head));
        Line::from(vec![
            Span::styled(head, look.theme.chrome()),
            Span::styled(look.ruler().fit(&label, room), style),
        ])
    };
    all.map(line).collect()
}

fn keys(beginning: &Beginning, look: Look, cols: usize) -> Line<'static> {
    let (context, actions): (_, &[Action]) = if beginning.path.is_some() {
        let actions = &[Action::Choose, Action::Back, Action::ClearField];
        (Context::Path, actions)
    } else {
        let actions = &[Action::Choose, Action::Up, Action::Down, Action::Quit];
        (Context::Begin, actions)
    };
    footer::keys(context, actions, look, cols)
}

/// The name that is typed, in the place of the choice, with the hardware cursor behind it.
fn draw_path(path: &Field, look: Look, area: Rect, frame: &mut Frame<'_>) {
    let label_cols = usize::from(PATH_LABEL_COLS.min(area.width));
    let label = look
        .ruler()
        .pad(look.words.beginning.path_label, label_cols);
    let typed = field_rows(path, look, 1).into_iter().next();
    let mut spans = vec![Span::styled(label, look.theme.chrome())];
    spans.extend(typed.unwrap_or_default().spans);
    paint::clear(frame.buffer_mut(), area);
    paint::line(frame.buffer_mut(), area, 0, &Line::from(spans), look);
    let caret = u16::try_from(label_cols + path.caret_cell().0).unwrap_or(u16::MAX);
    if area.width > 0 && area.height > 0 {
        frame.set_cursor_position(Position {
            x: area.x + caret.min(area.width - 1),
            y: area.y,
        });
    }
}
