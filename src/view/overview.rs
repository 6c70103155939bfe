//! The ledger at a glance: counts by verdict with bars, and who is furthest below the line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Overview};
use crate::ledger::summary::{Count, Group, Shortfall, Summary};
use crate::text::shown;
use crate::view::{Look, footer, header, paint};
use crate::words::say;

/// The columns of the name of a verdict, of a count and its share.
const NAME_COLS: usize = 14;
const COUNT_COLS: usize = 13;
/// The widest bar.
const BAR_COLS: usize = 60;
/// The columns of a number and of points.
const NUMBER_COLS: usize = 6;
const POINTS_COLS: usize = 7;

pub fn draw(app: &App, overview: &Overview, look: Look, frame: &mut Frame<'_>) {
    let window = frame.area();
    let cols = usize::from(window.width);
    let head = Rect {
        height: 1.min(window.height),
        ..window
    };
    header::draw(app, look, head, frame.buffer_mut());
    let body = body(window);
    let (all, cursor_row) = rows(overview, look);
    let rows = usize::from(body.height);
    let top = top(all.len(), cursor_row, rows);
    let in_sight = all.iter().skip(top).take(rows);
    let lines: Vec<Line<'static>> = in_sight
        .map(|row| line(row, app, overview, look, cols))
        .collect();
    paint::lines(frame.buffer_mut(), body, &lines, 0, look);
    let below = all.len().saturating_sub(top + rows);
    let bar = Rect {
        y: body.y + body.height,
        height: window.height.saturating_sub(body.y + body.height).min(1),
        ..window
    };
    let reason = overview
        .selected()
        .and_then(|shortfall| app.judged(shortfall.position))
        .map(|(item, verdict)| say::with_person(look.words, item, verdict));
    let more = if below > 0 {
        format!("▾{below} ")
    } else {
        String::new()
    };
    let reason = format!(" {}", shown(&reason.unwrap_or_default()));
    let foot = paint::between(&reason, &more, cols, look.theme.text(), look);
    paint::line(frame.buffer_mut(), bar, 0, &foot, look);
    let keys = footer::line(app.mode(), look, cols);
    paint::line(
        frame.buffer_mut(),
        window,
        window.height.saturating_sub(1),
        &keys,
        look,
    );
}

/// Below stand the reason for the item under the cursor, and the keys.
fn body(window: Rect) -> Rect {
    let head_rows = 1.min(window.height);
    Rect {
        y: head_rows,
        height: window.height.saturating_sub(head_rows + 2),
        ..window
    }
}

/// The first row in sight: the counts stay there as long as the cursor does, too.
fn top(all: usize, cursor_row: usize, rows: usize) -> usize {
    if cursor_row < rows {
        return 0;
    }
    let last_top = all.saturating_sub(rows);
    let top = (cursor_row + 1 + rows / 2).saturating_sub(rows);
    top.min(last_top)
}

/// The index of the item that is told in a row of the window, of all that are short of something.
pub fn shortfall_at(overview: &Overview, look: Look, window: Rect, row: u16) -> Option<usize> {
    let body = body(window);
    let row = row.checked_sub(body.y).filter(|row| *row < body.height)?;
    let (all, cursor_row) = rows(overview, look);
    let at = top(all.len(), cursor_row, usize::from(body.height)) + usize::from(row);
    let is_item = |row: &Row<'_>| matches!(row, Row::Shortfall(..));
    all.get(at).filter(|row| is_item(row))?;
    Some(all.iter().take(at).filter(|row| is_item(row)).count())
}

/// What stands in a row. Rows are many in a large ledger; only those in sight are drawn.
enum Row<'s> {
    Count(Count),
    /// What the counts would be by the figures alone.
    Computed,
    Head(&'static str),
    /// With whether it is under the cursor.
    Shortfall(&'s Shortfall, bool),
    Group(&'s Group),
}

/// All rows, and which of them is under the cursor.
fn rows<'s>(overview: &'s Overview, look: Look) -> (Vec<Row<'s>>, usize) {
    let summary = &overview.summary;
    let mut rows: Vec<Row<'s>> = summary.counts.iter().copied().map(Row::Count).collect();
    rows.extend((summary.set_by_person > 0).then_some(Row::Computed));
    let (mut cursor_row, mut index) = (0, 0);
    let lists = [&summary.below_line, &summary.short_rates];
    for (head, list) in look.words.summary_lists.into_iter().zip(lists) {
        rows.extend((!list.is_empty()).then_some(Row::Head(head)));
        for shortfall in list {
            let is_selected = index == overview.cursor;
            if is_selected {
                cursor_row = rows.len();
            }
            rows.push(Row::Shortfall(shortfall, is_selected));
            index += 1;
        }
    }
    let groups = [
        (look.words.by_lead, &summary.leads),
        (look.words.by_category, &summary.categories),
    ];
    for (head, groups) in groups {
        rows.extend((!groups.is_empty()).then_some(Row::Head(head)));
        rows.extend(groups.iter().map(Row::Group));
    }
    (rows, cursor_row)
}

fn line(row: &Row<'_>, app: &App, overview: &Overview, look: Look, cols: usize) -> Line<'static> {
    match row {
        Row::Count(count) => {
            let counts = overview.summary.counts.iter();
            let most = counts.map(|count| count.items).max();
            count_line(*count, most.unwrap_or(1), look, cols)
        }
        Row::Computed => computed_line(&overview.summary, look, cols),
        Row::Head(head) => rule(head, look, cols),
        Row::Shortfall(shortfall, is_selected) => {
            shortfall_line(app, shortfall, *is_selected, look, cols).unwrap_or_default()
        }
        Row::Group(group) => group_line(group, look, cols),
    }
}

fn rule(head: &str, look: Look, cols: usize) -> Line<'static> {
    let rule = "─".repeat(cols.saturating_sub(look.ruler().cols_of(head) + 2));
    Line::styled(format!(" {head} {rule}"), look.theme.quiet())
}

/// `完 已完成  ████████      4   9.1%`
fn count_line(count: Count, most: usize, look: Look, cols: usize) -> Line<'static> {
    let name = format!(
        " {} {}",
        count.status.character(),
        (look.words.status)(count.status)
    );
    let bar_cols = cols
        .saturating_sub(NAME_COLS + COUNT_COLS + 3)
        .min(BAR_COLS);
    // Whatever there is has at least one cell: few is not none.
    let full = (bar_cols * count.items).div_ceil(most.max(1)).min(bar_cols);
    let filled: String = std::iter::repeat_n(look.glyphs.full(), full).collect();
    let bar = filled + &" ".repeat(bar_cols - full);
    let style = look.theme.status(count.status);
    Line::from(vec![
        Span::styled(
            look.ruler()
                .pad(&look.ruler().fit(&name, NAME_COLS + 2), NAME_COLS + 2),
            style,
        ),
        Span::styled(bar, style),
        Span::raw(format!("{:>6}{:>6.1}%", count.items, count.percent())),
    ])
}

/// `其中人工判定1项；按数据计算：完5；超3。`
fn computed_line(summary: &Summary, look: Look, cols: usize) -> Line<'static> {
    let counts = summary.computed.iter();
    let counts = counts.map(|count| format!("{}{}", count.status.character(), count.items));
    let counts: Vec<String> = counts.collect();
    let said = (look.words.counts_by_person)(summary.set_by_person, &counts);
    let said = format!(" * {}", said.trim_start());
    Line::styled(look.ruler().fit(&said, cols), look.theme.text())
}

/// `› 38 滞 完成森林质量精准提升6万亩。   46.7`
fn shortfall_line(
    app: &App,
    shortfall: &Shortfall,
    is_selected: bool,
    look: Look,
    cols: usize,
) -> Option<Line<'static>> {
    let (item, verdict) = app.judged(shortfall.position)?;
    let id = look.ruler().fit(&item.id.to_string(), NUMBER_COLS - 2);
    let blank = " ".repeat((NUMBER_COLS - 2).saturating_sub(look.ruler().cols_of(&id)));
    let pointer = if is_selected { '›' } else { ' ' };
    let sign = verdict.sign();
    let title_cols =
        cols.saturating_sub(NUMBER_COLS + look.ruler().cols_of(&sign) + 1 + POINTS_COLS);
    let (head_style, style) = if is_selected {
        (look.theme.selected(), look.theme.strong())
    } else {
        (Style::default(), Style::default())
    };
    let status = verdict.status();
    Some(Line::from(vec![
        Span::styled(format!("{pointer}{blank}{id}"), head_style),
        Span::raw(" "),
        Span::styled(format!("{sign} "), look.theme.status(status)),
        Span::styled(
            look.ruler()
                .pad(&look.ruler().fit(&item.title, title_cols), title_cols),
            style,
        ),
        Span::raw(format!("{:>POINTS_COLS$.1}", -shortfall.points)),
    ]))
}

fn group_line(group: &Group, look: Look, cols: usize) -> Line<'static> {
    let name = group.name.as_deref();
    let name = name.map_or(look.words.no_name.to_owned(), shown);
    let text = (look.words.group)(&name, group.items, group.late);
    Line::raw(format!(
        " {}",
        look.ruler().fit(&text, cols.saturating_sub(1))
    ))
}
