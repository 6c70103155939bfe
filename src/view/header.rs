//! The head of the window: which ledger, of what date, and how many items have each status.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::pointing::Spot;
use crate::ledger::Status;
use crate::view::{Look, chips, paint};
use crate::words::say::{self, Chip};

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    let cols = usize::from(area.width);
    let title = paint::between(
        &left(app, look),
        &right(app, look, cols),
        cols,
        look.theme.chrome(),
        look,
    );
    paint::line(buffer, area, 0, &title, look);
    paint::line(buffer, area, 1, &counts(app, look, cols), look);
}

fn left(app: &App, look: Look) -> String {
    format!(" {} {}", look.words.ledger, app.ledger().heading.title)
}

/// From this width on there is room for the date beside the time line.
const DATE_COLS: usize = 56;

/// What is to be known of the file, its date, and the time line.
pub fn right(app: &App, look: Look, cols: usize) -> String {
    let words = look.words;
    let mut parts = Vec::new();
    if app.file().is_unreadable {
        parts.push(format!("[{}]", words.unreadable_mark));
    }
    if app.file().read_only.is_some() {
        parts.push(format!("[{}]", words.read_only_mark));
    }
    if cols >= DATE_COLS {
        parts.extend(
            app.ledger()
                .heading
                .as_of
                .map(|date| (words.as_of)(&date.to_string())),
        );
    }
    parts.extend(
        app.ledger()
            .year_time_line()
            .map(|line| (words.time_line)(&say::line(line))),
    );
    format!("{} ", parts.join(" "))
}

/// ` 全部44  未0  滞9 …`, worst first, then what narrows the list, else the file's name.
fn counts(app: &App, look: Look, cols: usize) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = count_spans(app, look).map(|(_, span)| span).collect();
    let room = room_beside(&spans, look, cols);
    let (text, style) = match chips::line(app, look, room) {
        Some(chips) => (chips, look.theme.mark()),
        None => (look.ruler().fit(&app.file().name, room), look.theme.quiet()),
    };
    if room > LEAST_COLS {
        let gap = room.saturating_sub(look.ruler().cols_of(&text)) + 1;
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(text, style));
    }
    Line::from(spans)
}

/// Fewer columns than this beside the counts stay empty.
const LEAST_COLS: usize = 8;

fn room_beside(spans: &[Span<'_>], look: Look, cols: usize) -> usize {
    let used = look.cols_of(spans);
    cols.saturating_sub(used + 2)
}

/// Whether what narrows the list is said whole in a head of this size.
pub fn says_chips(app: &App, look: Look, area: Rect) -> bool {
    let cols = usize::from(area.width);
    let spans: Vec<Span<'static>> = count_spans(app, look).map(|(_, span)| span).collect();
    let room = room_beside(&spans, look, cols);
    area.height > 1 && room > LEAST_COLS && chips::fit_in(app, look, room)
}

/// The counts, each with the verdict it is of.
fn count_spans(
    app: &App,
    look: Look,
) -> impl Iterator<Item = (Option<Status>, Span<'static>)> + use<> {
    let all = format!(" {}{}", look.words.all, app.ledger().items.len());
    let counts = app.counts().clone();
    let counted = Status::ALL.into_iter().filter_map(move |status| {
        let count = counts.get(&status).copied().filter(|count| *count > 0)?;
        let said = format!("  {}{count}", status.character());
        Some((Some(status), Span::styled(said, look.theme.status(status))))
    });
    std::iter::once((None, Span::raw(all))).chain(counted)
}

/// What stands at a column of the row of the counts.
pub fn spot(app: &App, look: Look, cols: usize, col: usize) -> Spot {
    let mut end = 0;
    let counted = count_spans(app, look).find(|(_, span)| {
        end += look.ruler().cols_of(&span.content);
        col < end
    });
    if let Some((status, _)) = counted {
        return Spot::Count(status);
    }
    let room = cols.saturating_sub(end + 2);
    let chips = chips::line(app, look, room).filter(|_| room > LEAST_COLS);
    let Some(chips) = chips else {
        return Spot::Nowhere;
    };
    let start = end + room.saturating_sub(look.ruler().cols_of(&chips)) + 1;
    match col
        .checked_sub(start)
        .and_then(|col| chips::at(app, look, room, col))
    {
        Some(Chip::Filter(choice)) => Spot::Chip(choice),
        Some(Chip::Order) => Spot::Order,
        None => Spot::Nowhere,
    }
}
