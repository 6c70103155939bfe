//! The help: every key of every context, straight from the key table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Mode;
use crate::keys::{Context, bindings, context};
use crate::text::{cols_of, pad};
use crate::view::{Look, footer, paint};

/// The columns of the keys.
const KEY_COLS: usize = 22;

pub fn draw(mode: &Mode, top: usize, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let cols = usize::from(window.width);
    let head = paint::between(
        &format!(" {}", look.words.help),
        "",
        cols,
        look.theme.chrome(),
    );
    paint::line(frame.buffer_mut(), window, 0, &head);
    let body = Rect {
        y: 1,
        height: window.height.saturating_sub(2),
        ..window
    };
    paint::lines(frame.buffer_mut(), body, &lines(mode, look, cols), top);
    let keys = footer::line(mode, look, cols);
    paint::line(
        frame.buffer_mut(),
        window,
        window.height.saturating_sub(1),
        &keys,
    );
}

/// All lines of the help, `cols` columns wide.
pub fn lines(mode: &Mode, look: Look, cols: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    // What the keys do where the user was comes first.
    let here = match mode {
        Mode::Help { behind, .. } => context(behind),
        mode => context(mode),
    };
    let others = Context::ALL.into_iter().filter(|context| *context != here);
    for context in std::iter::once(here).chain(others) {
        let heading = (look.words.context)(context);
        let rule = "─".repeat(cols.saturating_sub(cols_of(heading) + 3));
        lines.push(Line::styled(
            format!(" {heading} {rule}"),
            look.theme.quiet(),
        ));
        for binding in bindings(context) {
            let chords: Vec<String> = binding.chords.iter().map(ToString::to_string).collect();
            let label = (look.words.action)(binding.action);
            let key_cols = KEY_COLS.min(cols / 2);
            lines.push(Line::from(vec![
                Span::styled(
                    format!("  {} ", pad(&chords.join("  "), key_cols)),
                    look.theme.chrome(),
                ),
                Span::raw(label),
            ]));
        }
        let words = look.words;
        let typed: &[&str] = match context {
            Context::Browse => &[words.type_number, words.type_han],
            Context::Present => &[words.type_number],
            _ if context.is_typing() => &[words.selecting],
            _ => &[],
        };
        lines.extend(typed.iter().map(|typed| Line::raw(format!("  {typed}"))));
    }
    lines
}
