//! The list: number, status, title, and a small bar; one item a row. Only the rows in sight are made.

mod gauge;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::ledger::{Item, Verdict};
use crate::search::{Marker, Scope};
use crate::view::prose::Prose;
use crate::view::{Look, paint};

/// The widest number column.
const NUMBER_COLS: usize = 6;
/// The columns of the computed verdict beside one that a person set: a Han character and a blank.
const COMPUTED_COLS: usize = 3;

/// The columns of one row.
#[derive(Clone, Copy)]
struct Columns {
    number: usize,
    title: usize,
    /// Bar and percentage; none in a narrow list.
    gauge: usize,
}

impl Columns {
    fn of(app: &App, look: Look, cols: usize) -> Self {
        let widest = |&position: &usize| {
            app.ledger()
                .items
                .get(position)
                .map(|item| look.ruler().cols_of(&item.id.to_string()))
        };
        let in_sight = app.shown().iter().skip(app.list().top).take(200);
        let number = in_sight
            .filter_map(widest)
            .max()
            .unwrap_or(1)
            .clamp(2, NUMBER_COLS);
        let gauge = match cols {
            0..36 => 0,
            36..50 => 12,
            _ => 16,
        };
        // Cursor, number, blank, status, blank, title, blank, gauge.
        let title = cols.saturating_sub(1 + number + 1 + 2 + 1 + usize::from(gauge > 0) + gauge);
        Self {
            number,
            title,
            gauge,
        }
    }
}

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    if app.shown().is_empty() {
        return draw_empty(app, look, area, buffer);
    }
    let columns = Columns::of(app, look, usize::from(area.width));
    let top = app.list().top;
    let rows_each = app.item_rows();
    let rows = (0..area.height).step_by(rows_each);
    for (row, (index, &position)) in rows.zip(app.shown().iter().enumerate().skip(top)) {
        let Some((item, verdict)) = app.judged(position) else {
            continue;
        };
        let is_selected = index == app.list().cursor;
        let marker = app.marker();
        let mut line = item_line(item, verdict, marker, columns, look, is_selected);
        if let Some(sign) = sign(app, position, item) {
            put_sign(&mut line, sign);
        }
        paint::line(buffer, area, row, &line, look);
        if rows_each > 1 {
            paint::line(
                buffer,
                area,
                row + 1,
                &piece_line(item, marker, columns, title_cols(verdict, columns), look),
                look,
            );
        }
        if is_selected {
            paint::reverse(
                buffer,
                Rect {
                    width: 1 + number_cols(columns),
                    ..area
                },
                row,
            );
        }
    }
}

/// What stands between number and verdict: that the item is listed only because it was just saved, else that it has a
/// star.
fn sign(app: &App, position: usize, item: &Item) -> Option<char> {
    if app.is_stray(position) {
        Some('~')
    } else {
        app.is_starred(&item.id).then_some('+')
    }
}

/// Puts a sign into the blank behind the number.
fn put_sign(line: &mut Line<'static>, sign: char) {
    if let Some(number) = line.spans.first_mut() {
        let text = number.content.trim_end().to_owned();
        number.content = format!("{text}{sign}").into();
    }
}

fn number_cols(columns: Columns) -> u16 {
    u16::try_from(columns.number + 1).unwrap_or(1)
}

fn item_line(
    item: &Item,
    verdict: &Verdict,
    marker: Option<&Marker>,
    columns: Columns,
    look: Look,
    is_selected: bool,
) -> Line<'static> {
    let theme = look.theme;
    let id = look.ruler().fit(&item.id.to_string(), columns.number);
    let pointer = if is_selected { '›' } else { ' ' };
    let blank = " ".repeat(columns.number.saturating_sub(look.ruler().cols_of(&id)));
    let mut spans = vec![Span::raw(format!("{pointer}{blank}{id} "))];
    let title_cols = title_cols(verdict, columns);
    spans.extend(status_spans(verdict, columns.title - title_cols, look));
    let style = if is_selected {
        theme.strong()
    } else {
        theme.text()
    };
    spans.extend(title_spans(item, marker, title_cols, look, style));
    if columns.gauge > 0 {
        spans.push(Span::raw(" "));
        spans.extend(gauge::spans(item, verdict, columns.gauge, look));
    }
    Line::from(spans)
}

/// The columns of a title: fewer where the computed verdict stands beside that of a person.
fn title_cols(verdict: &Verdict, columns: Columns) -> usize {
    let room = columns.title.checked_sub(COMPUTED_COLS);
    room.filter(|_| verdict.set_by_person.is_some())
        .unwrap_or(columns.title)
}

/// The verdict. One that a person set has a sign of its own, and the computed one beside it unless there is no room at
/// all.
fn status_spans(verdict: &Verdict, computed_cols: usize, look: Look) -> Vec<Span<'static>> {
    let status = verdict.status();
    let by_person = if verdict.set_by_person.is_some() {
        '*'
    } else {
        ' '
    };
    let shown = Span::styled(
        format!("{}{by_person}", status.character()),
        look.theme.status(status),
    );
    let computed = (computed_cols > 0).then(|| {
        Span::styled(
            format!("{} ", verdict.computed.character()),
            look.theme.status(verdict.computed),
        )
    });
    std::iter::once(shown).chain(computed).collect()
}

/// The piece of the note that was found, below its promise.
fn piece_line(
    item: &Item,
    marker: Option<&Marker>,
    columns: Columns,
    title_cols: usize,
    look: Look,
) -> Line<'static> {
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.quiet(),
        mark: look.theme.mark(),
        marker,
    };
    // Below the title: behind cursor, number, blank and status.
    let indent = 1 + columns.number + 1 + 3;
    let cols = columns.title + columns.gauge;
    let in_note = prose.piece(&item.progress, cols);
    // A hit in the part of a promise that is cut off is shown here, too.
    let in_title = || {
        let is_cut = !look.ruler().fits(&item.title, title_cols);
        prose.piece(&item.title, cols).filter(|_| is_cut)
    };
    let mut line = in_note
        .or_else(in_title)
        .unwrap_or_else(|| prose.beginning(&item.progress, cols));
    line.spans.insert(0, Span::raw(" ".repeat(indent)));
    line
}

/// How much of a title is looked at beyond its column, in bytes: a hit may begin in sight and end outside.
const BEYOND_BYTES: usize = 256;

/// The title in exactly `cols` columns, cut with `…`.
fn title_spans(
    item: &Item,
    marker: Option<&Marker>,
    cols: usize,
    look: Look,
    style: Style,
) -> Vec<Span<'static>> {
    let prose = Prose {
        ruler: look.ruler(),
        style,
        mark: look.theme.mark(),
        marker,
    };
    // What is far beyond the column need not be laid out.
    let ruler = look.ruler();
    let fits = ruler.fits(&item.title, cols);
    let in_sight: usize = ruler
        .glyphs(&item.title)
        .take(cols)
        .map(|glyph| glyph.source.len())
        .sum();
    let end = item.title.floor_char_boundary(in_sight + BEYOND_BYTES);
    let (title, _) = item.title.split_at(end);
    let ellipsis = if fits { "" } else { ruler.ellipsis() };
    let room = cols.saturating_sub(ruler.cols_of(ellipsis));
    let mut used = 0;
    let mut spans = Vec::new();
    for span in prose.spans(title) {
        let kept: String = ruler
            .glyphs(&span.content)
            .take_while(|glyph| {
                used += glyph.cols;
                used <= room
            })
            .map(|glyph| glyph.shown.into_owned())
            .collect();
        let is_whole = kept == span.content;
        spans.push(Span::styled(kept, span.style));
        if !is_whole {
            break;
        }
    }
    spans.push(Span::styled(ellipsis, style));
    let drawn = look.cols_of(&spans);
    spans.push(Span::raw(" ".repeat(cols.saturating_sub(drawn))));
    spans
}

/// A list with nothing in it says why, and how to go on.
fn draw_empty(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    let words = look.words;
    let prose = Prose {
        ruler: look.ruler(),
        style: look.theme.text(),
        mark: look.theme.mark(),
        marker: None,
    };
    let cols = usize::from(area.width);
    let lines = match app.kept() {
        _ if app.is_searching() => prose.rows(words.searching, cols),
        _ if app.found_count() > 0 => nothing_fits(app, look, prose, cols),
        Some(kept) => {
            let typed = look.ruler().fit(&kept.typed, 30);
            let mut lines = prose.rows(&(words.nothing_found)(&typed), cols);
            for advice in app.advice() {
                lines.extend(prose.rows(&(words.advice)(advice), cols));
            }
            // Where everything is looked at, another scope finds no more.
            if kept.scope != Scope::All {
                lines.extend(prose.rows(words.other_scope, cols));
            }
            lines.extend(prose.rows(words.clear_search, cols));
            lines
        }
        None => prose.rows(words.empty_ledger, cols),
    };
    paint::lines(buffer, area, &lines, 0, look);
}

/// What to do where the filters let nothing through.
fn nothing_fits(app: &App, look: Look, prose: Prose<'_>, cols: usize) -> Vec<Line<'static>> {
    if app.waits_for_findings() {
        return prose.rows(look.words.auditing, cols);
    }
    let menus = &look.words.menus;
    let mut lines = prose.rows(&(menus.nothing_fits)(app.found_count()), cols);
    if !app.filters().is_empty() {
        lines.extend(prose.rows(menus.change_filters, cols));
    }
    if app.kept().is_some() {
        lines.extend(prose.rows(look.words.clear_search, cols));
    }
    lines
}
