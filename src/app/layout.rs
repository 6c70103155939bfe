//! Where everything stands in a window of a given size. Pure arithmetic: the app needs it to know what a page is, the
//! view to know where to draw, and both must have the same answer.

mod listing;
mod writing;

use crate::app::Pane;
use crate::app::pointing::Cell;

pub use listing::ListingLayout;
pub use writing::{EditorLayout, FormLayout, MergeLayout};

/// The size of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Its width in columns.
    pub cols: u16,
    /// Its height in rows.
    pub rows: u16,
}

/// A rectangle of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its first column.
    pub x: u16,
    /// Its first row.
    pub y: u16,
    /// Its width in columns.
    pub cols: u16,
    /// Its height in rows.
    pub rows: u16,
}

impl Area {
    /// The column and the row of a cell in it; `None` where the cell is elsewhere.
    pub fn place_of(self, cell: Cell) -> Option<(usize, usize)> {
        let (col, row) = (cell.col.checked_sub(self.x)?, cell.row.checked_sub(self.y)?);
        (col < self.cols && row < self.rows).then(|| (usize::from(col), usize::from(row)))
    }

    /// What is left inside a border of one cell.
    #[must_use]
    pub const fn inside(self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            cols: self.cols.saturating_sub(2),
            rows: self.rows.saturating_sub(2),
        }
    }

    /// The rows that a menu in front of all others may take: the row of the keys stays in sight where there is one.
    pub const fn menu_rows(size: Size) -> u16 {
        if size.rows >= 8 {
            size.rows - 1
        } else {
            size.rows
        }
    }

    /// A menu of so many columns and rows, or fewer, in the middle.
    #[must_use]
    pub fn menu(size: Size, cols: u16, rows: u16) -> Self {
        let most = Self::menu_rows(size);
        let (cols, rows) = (cols.min(size.cols), rows.min(most));
        Self {
            x: (size.cols - cols) / 2,
            y: (most - rows) / 2,
            cols,
            rows,
        }
    }

    /// The upper `rows` rows, and the rest.
    fn split_rows(self, rows: u16) -> (Self, Self) {
        let rows = rows.min(self.rows);
        let upper = Self { rows, ..self };
        (
            upper,
            Self {
                y: self.y + rows,
                rows: self.rows - rows,
                ..self
            },
        )
    }

    /// The left `cols` columns, and the rest.
    fn split_cols(self, cols: u16) -> (Self, Self) {
        let cols = cols.min(self.cols);
        let left = Self { cols, ..self };
        (
            left,
            Self {
                x: self.x + cols,
                cols: self.cols - cols,
                ..self
            },
        )
    }
}

/// How the window is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// List beside detail and gauges.
    Wide,
    /// List above detail above gauges.
    Stacked,
    /// The list, and a strip for the item under the cursor.
    Narrow,
    /// One item.
    Tiny,
}

/// Where everything stands while browsing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How the window is used.
    pub shape: Shape,
    /// Title, date, counts; no rows where there is no room.
    pub header: Area,
    /// The list, border included.
    pub list: Option<Area>,
    /// The item in full, border included.
    pub detail: Option<Area>,
    /// Its gauges, border included.
    pub gauges: Option<Area>,
    /// The strip for the item under the cursor.
    pub glance: Option<Area>,
    /// The row for search, notices and counts.
    pub bar: Area,
    /// The row of keys.
    pub footer: Area,
    /// Whether panes have a border.
    pub bordered: bool,
}

/// From this width on, list and detail stand side by side.
const WIDE_COLS: u16 = 100;
/// From this size on, list, detail and gauges stand above one another.
const STACKED: Size = Size { cols: 64, rows: 18 };
/// Below this size only one item is shown.
pub(super) const NARROW: Size = Size { cols: 30, rows: 8 };

impl Layout {
    /// The layout of a window, with one pane over all the others where one is zoomed.
    pub fn of(size: Size, zoomed: Option<Pane>) -> Self {
        let shape = shape(size);
        let window = Area {
            x: 0,
            y: 0,
            cols: size.cols,
            rows: size.rows,
        };
        let (header, rest) = window.split_rows(header_rows(shape, size));
        let (body, feet) =
            rest.split_rows(rest.rows.saturating_sub(if size.rows >= 8 { 2 } else { 1 }));
        let (bar, footer) = feet.split_rows(1);
        let bordered = matches!(shape, Shape::Wide | Shape::Stacked);
        let mut layout = Self {
            shape,
            header,
            list: None,
            detail: None,
            gauges: None,
            glance: None,
            bar,
            footer,
            bordered,
        };
        match (zoomed, shape) {
            (Some(Pane::List), _) => layout.list = Some(body),
            (Some(Pane::Detail), _) | (None, Shape::Tiny) => layout.detail = Some(body),
            (Some(Pane::Gauges), _) => layout.gauges = Some(body),
            (None, Shape::Wide) => layout.place_wide(body),
            (None, Shape::Stacked) => layout.place_stacked(body),
            (None, Shape::Narrow) => layout.place_narrow(body),
        }
        layout
    }

    /// How many items fit in the list; at least one, so that paging moves even where the list is not on screen.
    pub fn list_rows(&self) -> usize {
        self.list
            .map_or(1, |area| usize::from(self.content(Pane::List, area).rows))
            .max(1)
    }

    /// What is left of a pane for its content. Text keeps a column away from the border; the list has its own margin.
    pub fn content(&self, pane: Pane, area: Area) -> Area {
        match (self.bordered, pane) {
            (false, _) => area,
            (true, Pane::List) => area.inside(),
            (true, Pane::Detail | Pane::Gauges) => {
                let inside = area.inside();
                Area {
                    x: inside.x + 1,
                    cols: inside.cols.saturating_sub(2),
                    ..inside
                }
            }
        }
    }

    fn place_wide(&mut self, body: Area) {
        // The list has a little more: its titles are cut, while the text on the right wraps.
        let (left, right) = body.split_cols(body.cols / 2 + 2);
        let gauges_rows = (body.rows * 2 / 5).max(5);
        let (upper, lower) = right.split_rows(body.rows.saturating_sub(gauges_rows));
        (self.list, self.detail, self.gauges) = (Some(left), Some(upper), Some(lower));
    }

    fn place_stacked(&mut self, body: Area) {
        let (list, rest) = body.split_rows((body.rows * 2 / 5).max(6));
        let (detail, gauges) =
            rest.split_rows(rest.rows.saturating_sub((rest.rows * 2 / 5).max(4)));
        (self.list, self.detail, self.gauges) = (Some(list), Some(detail), Some(gauges));
    }

    fn place_narrow(&mut self, body: Area) {
        let glance_rows = if body.rows >= 14 {
            6
        } else {
            (body.rows / 2).min(4)
        };
        let (list, glance) = body.split_rows(body.rows.saturating_sub(glance_rows));
        (self.list, self.glance) = (Some(list), Some(glance));
    }
}

fn shape(size: Size) -> Shape {
    if size.cols < NARROW.cols || size.rows < NARROW.rows {
        Shape::Tiny
    } else if size.cols >= WIDE_COLS && size.rows >= STACKED.rows {
        Shape::Wide
    } else if size.cols >= STACKED.cols && size.rows >= STACKED.rows {
        Shape::Stacked
    } else {
        Shape::Narrow
    }
}

fn header_rows(shape: Shape, size: Size) -> u16 {
    match shape {
        Shape::Tiny => 0,
        _ if size.rows < 14 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_room_for_what_it_shows() {
        for cols in 1..=200 {
            for rows in 1..=60 {
                for zoomed in [
                    None,
                    Some(Pane::List),
                    Some(Pane::Detail),
                    Some(Pane::Gauges),
                ] {
                    let size = Size { cols, rows };
                    let layout = Layout::of(size, zoomed);
                    let panes = [layout.list, layout.detail, layout.gauges, layout.glance];
                    let areas = panes.into_iter().flatten().chain([
                        layout.header,
                        layout.bar,
                        layout.footer,
                    ]);
                    let cells: u32 = areas
                        .inspect(|area| {
                            assert!(area.x + area.cols <= cols && area.y + area.rows <= rows);
                        })
                        .map(|area| u32::from(area.cols) * u32::from(area.rows))
                        .sum();
                    assert_eq!(
                        cells,
                        u32::from(cols) * u32::from(rows),
                        "{size:?} {zoomed:?}: no cell twice, none left"
                    );
                    let editor = EditorLayout::of(size, zoomed.is_some());
                    assert!(
                        editor.text.x + editor.text.cols <= cols
                            && editor.text.y + editor.text.rows <= rows
                    );
                }
            }
        }
    }

    #[test]
    fn the_shapes_of_the_usual_windows() {
        let shape = |cols, rows| Layout::of(Size { cols, rows }, None).shape;
        assert_eq!(shape(120, 36), Shape::Wide);
        assert_eq!(shape(80, 24), Shape::Stacked);
        assert_eq!(shape(60, 20), Shape::Narrow);
        assert_eq!(shape(40, 10), Shape::Narrow);
        assert_eq!(shape(20, 5), Shape::Tiny);
    }
}
