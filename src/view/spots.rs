//! What stands at a cell of the window, for whoever points at it. Every pane says itself what it has where; this asks
//! the one that is there.

use ratatui::layout::{Position, Rect};

use crate::app::copying::CopyLayout;
use crate::app::layout::ListingLayout;
use crate::app::layout::{Area, EditorLayout, FormLayout, MergeLayout, Size};
use crate::app::menu::MenuLayout;
use crate::app::pointing::{Cell, Gesture, Spot};
use crate::app::window::Window;
use crate::app::{Action, App, Copying, Editor, Menu, Mode, Pane};
use crate::view::{
    Look, dialog, footer, header, merge, naming, notices, overview, proposals, statusbar,
};

/// What stands at a cell. A drag goes on beyond the edges of the text that it began in.
pub fn spot(app: &App, look: Look, gesture: Gesture, cell: Cell) -> Spot {
    let is_drag = gesture == Gesture::Drag;
    if let Some(action) = key_at(app, look, cell).filter(|_| !is_drag) {
        return Spot::Key(action);
    }
    let window = window(app.size());
    let or_nowhere = |spot: Option<Spot>| spot.unwrap_or(Spot::Nowhere);
    match app.mode() {
        Mode::Search(_) if is_drag => in_search_bar(app, look, cell),
        Mode::NameSearch(_) => in_naming(app, cell, is_drag),
        Mode::Edit(editor) => or_nowhere(in_editor(app, editor, cell, is_drag)),
        _ if is_drag => Spot::Nowhere,
        Mode::Browse | Mode::Search(_) => in_panes(app, look, cell),
        Mode::Menu(menu) => in_menu(app, menu, cell),
        Mode::Palette(palette) => in_menu(app, &palette.menu, cell),
        Mode::Copy(copying) => in_copy_menu(app, copying, cell),
        Mode::Ask(question, editor) => {
            let cell = Position::new(cell.col, cell.row);
            let answer = dialog::answer_at(*question, editor, look, (window, cell));
            or_nowhere(answer.map(Spot::Answer))
        }
        Mode::Merge(merging) => {
            let choices = MergeLayout::of(app.size()).choices;
            let choice = choices.place_of(cell).and_then(|(col, _)| {
                merge::choice_at(merging, look, usize::from(choices.cols), col)
            });
            or_nowhere(choice.map(Spot::Answer))
        }
        Mode::Overview(shown) => {
            or_nowhere(overview::shortfall_at(shown, look, window, cell.row).map(Spot::Row))
        }
        Mode::Findings(findings) => or_nowhere(in_list(app, findings.list, findings.count(), cell)),
        Mode::Orders(orders) => or_nowhere(in_list(app, orders.list, orders.rows.len(), cell)),
        Mode::Propose(shown) => {
            let offer = proposals::offer_at(app, shown, look, window, cell.row);
            or_nowhere(offer.map(Spot::Row))
        }
        Mode::Present(_) | Mode::Help { .. } => Spot::Nowhere,
    }
}

/// The action whose key is told there. The keys are always in the last row, where they have one.
fn key_at(app: &App, look: Look, cell: Cell) -> Option<Action> {
    let size = app.size();
    let cols = usize::from(size.cols);
    let is_last = cell.row + 1 == size.rows;
    let has_keys = match app.mode() {
        Mode::Overview(_)
        | Mode::Findings(_)
        | Mode::Orders(_)
        | Mode::Propose(_)
        | Mode::Help { .. } => true,
        // In the smallest windows notices stand over the keys.
        Mode::Edit(_) => {
            EditorLayout::of(size, false).footer.rows > 0 || app.notices().next().is_none()
        }
        Mode::Merge(_) => MergeLayout::of(size).footer.rows > 0,
        _ => size.rows >= footer::LEAST_ROWS,
    };
    let is_over = matches!(app.mode(), Mode::Copy(_) | Mode::Propose(_));
    let is_covered = !is_over && notices::cover_keys(app, look, cols);
    (is_last && has_keys && !is_covered)
        .then(|| footer::action_at(app.mode(), look, cols, usize::from(cell.col)))
        .flatten()
}

fn in_panes(app: &App, look: Look, cell: Cell) -> Spot {
    let layout = app.layout();
    if let Some((col, row)) = layout.header.place_of(cell) {
        let cols = usize::from(layout.header.cols);
        return match row {
            1 => header::spot(app, look, cols, col),
            _ => Spot::Nowhere,
        };
    }
    if layout.bar.place_of(cell).is_some() {
        return in_search_bar(app, look, cell);
    }
    let is_in = |area: Option<Area>| area.is_some_and(|area| area.place_of(cell).is_some());
    if let Some(area) = layout.list.filter(|_| is_in(layout.list)) {
        let content = layout.content(Pane::List, area);
        return content
            .place_of(cell)
            .and_then(|(_, row)| item_at(app, row))
            .map_or(Spot::Pane(Pane::List), Spot::Row);
    }
    if is_in(layout.detail) || is_in(layout.glance) {
        return Spot::Pane(Pane::Detail);
    }
    if is_in(layout.gauges) {
        return Spot::Pane(Pane::Gauges);
    }
    Spot::Nowhere
}

/// The index of the item in a row of the list.
fn item_at(app: &App, row: usize) -> Option<usize> {
    let below_top = row / app.item_rows();
    let index = app.list().top + below_top;
    (below_top < app.items_in_sight() && index < app.shown().len()).then_some(index)
}

fn in_search_bar(app: &App, look: Look, cell: Cell) -> Spot {
    let bar = app.layout().bar;
    let col = usize::from(cell.col.saturating_sub(bar.x));
    statusbar::spot(app, look, usize::from(bar.cols), col)
}

fn in_naming(app: &App, cell: Cell, is_drag: bool) -> Spot {
    let bar = app.layout().bar;
    if !is_drag && bar.place_of(cell).is_none() {
        return Spot::Beside;
    }
    let label_cols = naming::label_cols(usize::from(bar.cols));
    Spot::Text {
        entry: 0,
        col: usize::from(cell.col.saturating_sub(bar.x)).saturating_sub(label_cols),
        row: 0,
    }
}

fn in_menu(app: &App, menu: &Menu, cell: Cell) -> Spot {
    let layout = MenuLayout::of(app.size(), menu.count());
    if layout.window.place_of(cell).is_none() {
        return Spot::Beside;
    }
    let place = layout.list.place_of(cell);
    let index = place.map(|(_, row)| menu.list.top + row);
    index
        .filter(|index| *index < menu.count())
        .map_or(Spot::Nowhere, Spot::Row)
}

fn in_copy_menu(app: &App, copying: &Copying, cell: Cell) -> Spot {
    let layout = CopyLayout::of(app.size());
    if layout.window.place_of(cell).is_none() {
        return Spot::Beside;
    }
    let place = layout.list.place_of(cell);
    place.map_or(Spot::Nowhere, |(_, row)| {
        Spot::Row(layout.top(copying.cursor) + row)
    })
}

/// A row of the list of findings or of orders, which have the same layout.
fn in_list(app: &App, list: Window, count: usize, cell: Cell) -> Option<Spot> {
    // Above stand the head and the count.
    let row = cell.row.checked_sub(2)?;
    let is_in_list = row < ListingLayout::of(app.size()).list_rows;
    let index = list.top + usize::from(row);
    (is_in_list && index < count).then_some(Spot::Row(index))
}

/// The place in the text that is being written.
fn in_editor(app: &App, editor: &Editor, cell: Cell, is_drag: bool) -> Option<Spot> {
    if editor.is_form() {
        return in_form(app, editor, cell, is_drag);
    }
    let area = EditorLayout::of(app.size(), editor.compares).text;
    (is_drag || area.place_of(cell).is_some()).then(|| Spot::Text {
        entry: editor.focus,
        col: usize::from(cell.col.saturating_sub(area.x)),
        row: rows_below(cell.row, area.y),
    })
}

fn in_form(app: &App, editor: &Editor, cell: Cell, is_drag: bool) -> Option<Spot> {
    let layout = FormLayout::of(app.size());
    let row = rows_below(cell.row, layout.body.y) + editor.top.cast_signed();
    let mut end = 0;
    let ends = (0..editor.entries.len()).map(|index| {
        end += editor.form_rows(index).cast_signed();
        (index, end)
    });
    let ends: Vec<(usize, isize)> = ends.collect();
    let (entry, end) = if is_drag {
        ends.get(editor.focus).copied()?
    } else {
        layout.body.place_of(cell)?;
        ends.into_iter().find(|(_, end)| row < *end)?
    };
    let field_rows = editor.form_rows(entry) - usize::from(editor.heading(entry).is_some());
    Some(Spot::Text {
        entry,
        col: usize::from(cell.col.saturating_sub(layout.body.x + layout.label_cols)),
        row: row - (end - field_rows.cast_signed()),
    })
}

fn rows_below(row: u16, top: u16) -> isize {
    isize::try_from(i32::from(row) - i32::from(top)).unwrap_or(0)
}

const fn window(size: Size) -> Rect {
    Rect {
        x: 0,
        y: 0,
        width: size.cols,
        height: size.rows,
    }
}
