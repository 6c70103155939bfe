//! The strip for the item under the cursor, in windows with room for the list alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::app::window::Rows;
use crate::view::{Look, detail, gauges, paint};
use crate::words::say;

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    let cols = usize::from(area.width);
    let rule = Line::styled("─".repeat(cols), look.theme.quiet());
    paint::line(buffer, area, 0, &rule, look);
    let (lines, _) = lines(app, look, cols);
    let room = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let below = lines
        .len()
        .saturating_sub(app.detail_top() + usize::from(room.height));
    paint::hidden_rows(
        buffer,
        Rect { height: 1, ..area },
        app.detail_top(),
        below,
        look,
    );
    paint::lines(buffer, room, &lines, app.detail_top(), look);
}

/// The promise, the bar and the reason, one line each, then the note: what a small strip shows first. And
/// where the words are that the figure looked at was read from.
pub fn lines(app: &App, look: Look, cols: usize) -> (Vec<Line<'static>>, Option<Rows>) {
    let Some((item, verdict)) = app.selected().and_then(|position| app.judged(position)) else {
        return (Vec::new(), None);
    };
    let style = look.theme.status(verdict.status());
    let mut lines = vec![Line::styled(
        look.ruler().fit(&item.title, cols),
        look.theme.strong(),
    )];
    lines.extend(gauges::looked_line(app, look, cols));
    let reason = format!(
        "{} {}",
        verdict.sign(),
        say::with_person(look.words, item, verdict)
    );
    lines.push(Line::styled(look.ruler().fit(&reason, cols), style));
    let (note, evidence) = detail::note_lines(app, item, look, cols);
    let evidence = evidence.map(|rows| rows.below(lines.len()));
    lines.extend(note);
    (lines, evidence)
}
