//! The foot of the presentation: how far the agenda is, how long the items took that are over, and the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, Presenting};
use crate::view::{Look, footer, going, notices, paint};
use crate::words::presentation;

/// The shortest bar that says anything.
const LEAST_BAR_COLS: usize = 6;

/// From this width on the bar has its name.
const NAME_COLS: usize = 40;

pub fn draw(
    app: &App,
    presenting: &Presenting,
    hidden_rows: usize,
    look: Look,
    [bar, keys]: [Rect; 2],
    frame: &mut Frame<'_>,
) {
    let cols = usize::from(bar.width);
    let place_at_end = format!("{} ", place(app, look, hidden_rows));
    let told = match notices::line(app, look, bar) {
        Some(told) => Some(told),
        None if app.digits().is_empty() => None,
        None => {
            let room = cols.saturating_sub(look.ruler().cols_of(&place_at_end) + 2);
            Some((going::line(app, look, room), look.theme.strong()))
        }
    };
    let line = match told {
        Some((text, style)) => {
            paint::between(&format!(" {text}"), &place_at_end, cols, style, look)
        }
        None => progress(app, presenting, hidden_rows, look, cols),
    };
    paint::line(frame.buffer_mut(), bar, 0, &line, look);
    let line = footer::line(app.mode(), look, usize::from(keys.width));
    paint::line(frame.buffer_mut(), keys, 0, &line, look);
    notices::draw(app, look, [bar, keys], frame.buffer_mut());
}

/// `▾3 12/44`: what is out of sight below, and the place on the agenda.
fn place(app: &App, look: Look, hidden_rows: usize) -> String {
    let items = app.shown().len();
    let at = app.list().cursor + usize::from(items > 0);
    let below = if hidden_rows > 0 {
        format!("▾{hidden_rows} ")
    } else {
        String::new()
    };
    below + &(look.words.of_total)(at, items)
}

/// `进度 ████████···· 12/44  第3项用时2分05秒  共12分30秒`
fn progress(
    app: &App,
    presenting: &Presenting,
    hidden_rows: usize,
    look: Look,
    cols: usize,
) -> Line<'static> {
    // Whoever searched first presents only what was found.
    let name = app.kept().map_or_else(
        || look.words.presentation.progress.to_owned(),
        |kept| look.ruler().fit(&format!("/{}", kept.typed), cols / 4),
    );
    let left = if cols < NAME_COLS {
        " ".to_owned()
    } else {
        format!(" {name} ")
    };
    let place = format!(" {} ", place(app, look, hidden_rows));
    let times = times(app, presenting, look, cols / 2);
    let used =
        look.ruler().cols_of(&left) + look.ruler().cols_of(&place) + look.ruler().cols_of(&times);
    let bar_cols = cols.saturating_sub(used);
    let bar_cols = if bar_cols < LEAST_BAR_COLS {
        0
    } else {
        bar_cols
    };
    let items = app.shown().len().max(1);
    // The first item is something, and only the last one is all.
    let full = (bar_cols * (app.list().cursor + 1).min(items) / items).min(bar_cols);
    let bar: String = std::iter::repeat_n(look.glyphs.full(), full)
        .chain(std::iter::repeat_n(look.glyphs.empty(), bar_cols - full))
        .collect();
    Line::from(vec![
        Span::raw(left),
        Span::styled(bar, look.theme.chrome()),
        Span::raw(look.ruler().fit(&place, cols)),
        Span::styled(times, look.theme.quiet()),
    ])
}

/// The times of what is over, as many as fit: this item in earlier visits, the one left last, and all together.
fn times(app: &App, presenting: &Presenting, look: Look, cols: usize) -> String {
    let words = &look.words.presentation;
    let time = |millis| presentation::time(look.words, millis);
    let times = &presenting.times;
    let before = app.item().and_then(|item| times.of(&item.id));
    let last = times.last_left();
    let all = (times.items() > 1).then(|| times.total_millis());
    let parts = [
        before.map(|millis| (words.before)(&time(millis))),
        last.map(|(id, millis)| {
            (words.took)(&look.ruler().fit(&id.to_string(), 12), &time(millis))
        }),
        all.map(|millis| (words.in_all)(&time(millis))),
    ];
    let mut said = String::new();
    for part in parts.into_iter().flatten() {
        if look.ruler().cols_of(&said) + look.ruler().cols_of(&part) + 2 <= cols {
            said = format!("{said} {part} ");
        }
    }
    said
}
