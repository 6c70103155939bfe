//! What there is to tell, at the foot of every screen: all of it together where that fits, else the first ones, each cut
//! to a row of its own. What finds no room is left for the next picture.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::layout::{EditorLayout, MergeLayout};
use crate::app::{App, Mode, Notice};
use crate::view::prose::Prose;
use crate::view::{Look, footer, listing, paint};
use crate::words::say;

/// The notices laid out in rows.
pub struct NoticeRows {
    /// The rows; none where there is nothing to tell.
    pub rows: Vec<Line<'static>>,
    /// How many notices are in sight in them, the first ones.
    pub shown: usize,
}

impl NoticeRows {
    /// Lays the notices of the app out in at most `most_rows` rows of `cols` columns.
    pub fn of(app: &App, look: Look, cols: usize, most_rows: usize) -> Self {
        let texts: Vec<(String, Style)> = app
            .notices()
            .map(|notice| (say::notice(look.words, notice), style(notice, look)))
            .collect();
        let Some(together) = joined(&texts, look) else {
            return Self {
                rows: Vec::new(),
                shown: 0,
            };
        };
        let rows = wrapped(&together, look, cols);
        if rows.len() <= most_rows {
            return Self {
                rows,
                shown: texts.len(),
            };
        }
        if texts.len() == 1 && most_rows > 1 {
            return Self {
                rows: cut(rows, look, cols, most_rows),
                shown: 1,
            };
        }
        let shown = most_rows.min(texts.len());
        let rows = texts.iter().take(shown);
        let rows = rows.map(|(text, style)| Line::styled(look.ruler().fit(text, cols), *style));
        Self {
            rows: rows.collect(),
            shown,
        }
    }
}

/// All notices as one text, in the style of the first that warns.
fn joined(texts: &[(String, Style)], look: Look) -> Option<(String, Style)> {
    let (_, first) = texts.first()?;
    let is_warning = |(_, style): &&(String, Style)| *style == look.theme.warning();
    let style = texts.iter().find(is_warning).map_or(*first, |text| text.1);
    let texts: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
    Some((texts.join(look.words.notices.between), style))
}

fn wrapped((text, style): &(String, Style), look: Look, cols: usize) -> Vec<Line<'static>> {
    let prose = Prose {
        ruler: look.ruler(),
        style: *style,
        mark: *style,
        marker: None,
    };
    prose.rows(text, cols)
}

/// The first rows, the last of them with a sign that there was more to say.
fn cut(
    mut rows: Vec<Line<'static>>,
    look: Look,
    cols: usize,
    most_rows: usize,
) -> Vec<Line<'static>> {
    let is_cut = rows.len() > most_rows;
    rows.truncate(most_rows);
    if let Some(last) = rows.last_mut().filter(|_| is_cut) {
        *last = cut_off(last, look, cols);
    }
    rows
}

fn cut_off(row: &Line<'_>, look: Look, cols: usize) -> Line<'static> {
    let text: String = row.spans.iter().map(|span| &*span.content).collect();
    let style = row.spans.first().map_or(row.style, |span| span.style);
    let sign = look.ruler().ellipsis();
    let room = cols.saturating_sub(look.ruler().cols_of(sign));
    let (mut kept, mut used) = (String::new(), 0);
    for glyph in look.ruler().glyphs(&text) {
        used += glyph.cols;
        if used > room {
            break;
        }
        kept.push_str(&glyph.shown);
    }
    Line::styled(format!("{kept}{sign}"), style)
}

/// The style of a notice: a warning is also told by its words.
pub fn style(notice: &Notice, look: Look) -> Style {
    if notice.is_warning() {
        look.theme.warning()
    } else {
        look.theme.done()
    }
}

/// The columns left for text in a row: one is free at either end.
const fn text_cols(row: Rect) -> usize {
    row.width.saturating_sub(2) as usize
}

/// The notices as the text of one row; `None` where there are none. One that needs a second row is drawn by [`draw`].
pub fn line(app: &App, look: Look, bar: Rect) -> Option<(String, Style)> {
    let told = NoticeRows::of(app, look, text_cols(bar), 1);
    let row = told.rows.first()?;
    let text: String = row.spans.iter().map(|span| &*span.content).collect();
    let style = row.spans.first().map_or(row.style, |span| span.style);
    Some((text, style))
}

/// Draws notices that need more than the bar; they take the row of the keys, too.
pub fn draw(app: &App, look: Look, [bar, keys]: [Rect; 2], buffer: &mut Buffer) {
    if keys.height == 0 {
        return;
    }
    let told = NoticeRows::of(app, look, text_cols(bar), 2);
    if told.rows.len() < 2 {
        return;
    }
    for (area, row) in [bar, keys].into_iter().zip(&told.rows) {
        let text = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(1),
            ..area
        };
        paint::clear(buffer, area);
        paint::line(buffer, text, 0, row, look);
    }
}

/// Whether notices take the row of the keys in a window of this width.
pub fn cover_keys(app: &App, look: Look, cols: usize) -> bool {
    NoticeRows::of(app, look, cols.saturating_sub(2), 2)
        .rows
        .len()
        > 1
}

/// How many notices are in sight on the present screen, the first ones.
pub fn shown(app: &App, look: Look) -> usize {
    let size = app.size();
    let most_rows = match app.mode() {
        // Something else is drawn in their rows, or may be.
        Mode::Search(_)
        | Mode::NameSearch(_)
        | Mode::Overview(_)
        | Mode::Propose(_)
        | Mode::Menu(_)
        | Mode::Copy(_)
        | Mode::Palette(_)
        | Mode::Help(_) => 0,
        Mode::Edit(_) | Mode::Ask(..) => {
            1 + usize::from(EditorLayout::of(size, false).footer.rows > 0)
        }
        Mode::Merge(_) => 2 * usize::from(MergeLayout::of(size).footer.rows > 0),
        Mode::Findings(_) | Mode::Orders(_) => {
            1 + usize::from(size.rows >= listing::LONG_NOTICE_ROWS)
        }
        Mode::Browse | Mode::Present(_) => 1 + usize::from(size.rows >= footer::LEAST_ROWS),
    };
    NoticeRows::of(
        app,
        look,
        usize::from(size.cols).saturating_sub(2),
        most_rows,
    )
    .shown
}
