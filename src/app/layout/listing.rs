//! A list over the whole window, with what is under the cursor in full below it.

use crate::app::layout::Size;

/// How the rows of the window are shared between the list and what is under the cursor in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListingLayout {
    /// Rows of the list.
    pub list_rows: u16,
    /// Rows of what is under the cursor; none in a low window.
    pub full_rows: u16,
}

impl ListingLayout {
    /// The layout in a window. Above stand the head and the count, below the keys.
    pub fn of(size: Size) -> Self {
        let rows = size.rows.saturating_sub(3);
        let full_rows = match rows {
            20.. => 8,
            12..20 => 5,
            6..12 => 3,
            _ => 0,
        };
        Self {
            list_rows: rows - full_rows,
            full_rows,
        }
    }

    /// How many rows a page goes on: one stays in sight.
    pub fn page(self) -> isize {
        let rows = isize::try_from(self.list_rows).unwrap_or(1);
        (rows - 1).max(1)
    }
}
