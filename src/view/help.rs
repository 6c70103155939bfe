//! The help: every key of every context, straight from the key table, narrowed by what is typed.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::narrowing::Narrowing;
use crate::app::{Help, Mode};
use crate::keys::{Binding, Context, context};
use crate::view::{Look, footer, paint};
use crate::words::commands::{name_within, names};

/// The columns of the keys.
const KEY_COLS: usize = 22;
/// From this width on the title stays beside what is typed.
const TITLE_COLS: usize = 40;

pub fn draw(mode: &Mode, help: &Help, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let cols = usize::from(window.width);
    draw_head(help, look, window, frame);
    let body = Rect {
        y: 1,
        height: window.height.saturating_sub(2),
        ..window
    };
    paint::lines(
        frame.buffer_mut(),
        body,
        &lines(help, look, cols),
        help.top,
        look,
    );
    let keys = footer::line(mode, look, cols);
    paint::line(
        frame.buffer_mut(),
        window,
        window.height.saturating_sub(1),
        &keys,
        look,
    );
}

/// What this is and how to find something in it; once something is typed, that, with the hardware cursor behind it.
fn draw_head(help: &Help, look: Look, window: Rect, frame: &mut Frame<'_>) {
    let cols = usize::from(window.width);
    let title = format!(" {}", look.words.help);
    if !help.is_typing && help.typed.is_empty() {
        let hint = format!("{} ", look.words.commands.find_key);
        let hint = if look.ruler().cols_of(&title) + look.ruler().cols_of(&hint) < cols {
            hint
        } else {
            String::new()
        };
        let head = paint::between(&title, &hint, cols, look.theme.chrome(), look);
        return paint::line(frame.buffer_mut(), window, 0, &head, look);
    }
    let label = if cols < TITLE_COLS {
        " / ".to_owned()
    } else {
        format!("{title} / ")
    };
    let room = cols.saturating_sub(look.ruler().cols_of(&label) + 1);
    let typed = look.ruler().fit_end(&help.typed, room);
    let hint = if help.typed.is_empty() {
        look.ruler().fit(look.words.menus.typing_narrows, room)
    } else {
        String::new()
    };
    let caret = look.ruler().cols_of(&label) + look.ruler().cols_of(&typed);
    let head = Line::from(vec![
        Span::styled(label, look.theme.chrome()),
        Span::raw(typed),
        Span::styled(hint, look.theme.quiet()),
    ]);
    paint::line(frame.buffer_mut(), window, 0, &head, look);
    if help.is_typing {
        let x = u16::try_from(caret).unwrap_or(u16::MAX);
        let x = x.min(window.right().saturating_sub(1));
        frame.set_cursor_position(Position { x, y: window.y });
    }
}

/// All lines of the help that are left by what is typed, `cols` columns wide.
pub fn lines(help: &Help, look: Look, cols: usize) -> Vec<Line<'static>> {
    let narrowing = Narrowing::new(&help.typed);
    // What the keys do where the user was comes first.
    let here = context(&help.behind);
    let others = Context::ALL.into_iter().filter(|context| *context != here);
    let mut lines = Vec::new();
    for context in std::iter::once(here).chain(others) {
        let left: Vec<Line<'static>> = rows(context, &narrowing, look, cols);
        if left.is_empty() {
            continue;
        }
        let heading = (look.words.context)(context);
        let rule = "─".repeat(cols.saturating_sub(look.ruler().cols_of(heading) + 3));
        lines.push(Line::styled(
            format!(" {heading} {rule}"),
            look.theme.quiet(),
        ));
        lines.extend(left);
    }
    if lines.is_empty() {
        lines.push(Line::raw(format!("  {}", look.words.commands.nothing_left)));
    }
    lines
}

/// The keys of one context that are left, and what can be typed there beside them.
fn rows(context: Context, narrowing: &Narrowing, look: Look, cols: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let typed: &[&str] = match context {
        Context::Browse => &[words.type_number, words.type_han],
        Context::Present => &[words.type_number],
        Context::Search | Context::Edit => &[words.selecting],
        _ => &[],
    };
    let typed = typed
        .iter()
        .filter(|typed| narrowing.fit(&[typed], &[]).is_some());
    look.keys
        .bindings(context)
        .filter_map(|binding| row(binding, narrowing, look, cols))
        .chain(typed.map(|typed| Line::raw(format!("  {typed}"))))
        .collect()
}

fn row(binding: &Binding, narrowing: &Narrowing, look: Look, cols: usize) -> Option<Line<'static>> {
    let chords: Vec<String> = binding
        .chords
        .iter()
        .map(|chord| footer::key(&chord.to_string(), look))
        .collect();
    narrowing.fit(&names(binding.action), &chords)?;
    let key_cols = KEY_COLS.min(cols / 2);
    let room = cols.saturating_sub(key_cols + 3);
    Some(Line::from(vec![
        Span::styled(
            format!("  {} ", look.ruler().pad(&chords.join("  "), key_cols)),
            look.theme.chrome(),
        ),
        Span::raw(name_within(look.words, binding.action, look.ruler(), room)),
    ]))
}
