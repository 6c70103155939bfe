//! The strip for the item under the cursor, in windows with room for the list alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::text::fit;
use crate::view::{Look, detail, gauges, paint};
use crate::words::say;

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    let Some((item, verdict)) = app.selected().and_then(|position| app.judged(position)) else {
        return;
    };
    let cols = usize::from(area.width);
    let rule = Line::styled("─".repeat(cols), look.theme.quiet());
    let style = look.theme.status(verdict.status());
    let mut lines = vec![
        rule,
        Line::styled(fit(&item.title, cols), look.theme.strong()),
    ];
    lines.extend(gauges::deciding_line(app, look, cols));
    let reason = format!(
        "{} {}",
        verdict.status().character(),
        say::verdict(look.words, item, verdict)
    );
    lines.push(Line::styled(fit(&reason, cols), style));
    // What room is left shows the note, from where the user has scrolled to.
    let note = detail::lines(app, look, cols);
    let head_rows = note.len() - note_rows(&note, look);
    lines.extend(note.into_iter().skip(head_rows + app.detail_top()));
    paint::lines(buffer, area, &lines, 0);
}

/// How many of the detail's lines belong to the note and what follows it.
fn note_rows(lines: &[Line<'_>], look: Look) -> usize {
    let is_heading = |line: &Line<'_>| {
        line.spans
            .first()
            .is_some_and(|span| span.content.starts_with(look.words.note))
    };
    lines
        .iter()
        .position(is_heading)
        .map_or(0, |heading| lines.len() - heading - 1)
}
