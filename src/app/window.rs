//! A cursor in a long list, and the part of a list or a text on screen.

/// The cursor and the first row on screen, both as indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The row under the cursor.
    pub cursor: usize,
    /// The first row on screen.
    pub top: usize,
}

/// How many rows stay in sight above and below the cursor, where there is room for them.
const MARGIN_ROWS: usize = 2;

impl Window {
    /// Moves the cursor by so many rows, stopping at the ends of a list of `rows`.
    pub fn step(&mut self, by: isize, rows: usize) {
        self.cursor = self
            .cursor
            .saturating_add_signed(by)
            .min(rows.saturating_sub(1));
    }

    /// Scrolls a list of `rows` of which `in_sight` fit on screen; the cursor comes along only where it would be out of
    /// sight.
    pub fn scroll(&mut self, by: isize, rows: usize, in_sight: usize) {
        let in_sight = in_sight.max(1);
        let margin = MARGIN_ROWS.min((in_sight - 1) / 2);
        let last_top = rows.saturating_sub(in_sight);
        self.top = self.top.saturating_add_signed(by).min(last_top);
        let highest = if self.top == 0 { 0 } else { self.top + margin };
        let lowest = if self.top == last_top {
            rows.saturating_sub(1)
        } else {
            self.top + in_sight - 1 - margin
        };
        self.cursor = self.cursor.clamp(highest, lowest.max(highest));
    }

    /// Brings cursor and top back into a list of `rows` of which `in_sight` fit on screen.
    pub fn settle(&mut self, rows: usize, in_sight: usize) {
        let in_sight = in_sight.max(1);
        let margin = MARGIN_ROWS.min((in_sight - 1) / 2);
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let highest = self.cursor.saturating_sub(margin);
        let lowest = (self.cursor + margin + 1).saturating_sub(in_sight);
        self.top = self
            .top
            .clamp(lowest, highest.max(lowest))
            .min(rows.saturating_sub(in_sight));
    }
}

/// Rows of a text that belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The first of them.
    pub first: usize,
    /// The one after the last.
    pub end: usize,
}

impl Rows {
    /// The first row on screen, as near as can be to `top`, with which these rows are among the `in_sight` on screen;
    /// of too many the first ones are.
    #[must_use]
    pub fn top_showing(self, top: usize, in_sight: usize) -> usize {
        let lowest = self.end.saturating_sub(in_sight).min(self.first);
        top.clamp(lowest, self.first)
    }

    /// The same rows after a row was put in at `at`; where that is right behind them, it belongs to them.
    #[must_use]
    pub const fn after_insertion(self, at: usize) -> Self {
        Self {
            first: self.first + (at <= self.first) as usize,
            end: self.end + (at <= self.end) as usize,
        }
    }

    /// The same rows where so many others stand above them.
    #[must_use]
    pub const fn below(self, rows: usize) -> Self {
        Self {
            first: self.first + rows,
            end: self.end + rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_cursor_stops_at_the_ends() {
        let mut window = Window::default();
        window.step(-1, 10);
        assert_eq!(window.cursor, 0);
        window.step(99, 10);
        assert_eq!(window.cursor, 9);
        window.step(-3, 0);
        assert_eq!(window.cursor, 0);
    }

    #[test]
    fn some_rows_stay_in_sight_around_the_cursor() {
        let mut window = Window { cursor: 9, top: 0 };
        window.settle(44, 10);
        assert_eq!(window.top, 2);
        window.cursor = 43;
        window.settle(44, 10);
        assert_eq!(window.top, 34);
        window.cursor = 35;
        window.settle(44, 10);
        assert_eq!(window.top, 33);
    }

    #[test]
    fn a_text_scrolls_no_more_than_it_must() {
        let rows = Rows { first: 5, end: 7 };
        assert_eq!(rows.top_showing(0, 10), 0);
        assert_eq!(rows.top_showing(0, 6), 1);
        assert_eq!(rows.top_showing(9, 6), 5);
        assert_eq!(rows.top_showing(0, 1), 5, "the first of too many");
        assert_eq!(rows.top_showing(9, 0), 5);
    }

    proptest! {
        #[test]
        fn scrolling_moves_the_rows_whatever_is_under_the_cursor(cursor in 0..60_usize, by in -9..9_isize, rows in 0..50_usize, sight in 0..12_usize) {
            let mut window = Window { cursor, top: 0 };
            window.settle(rows, sight);
            let wanted = window.top.saturating_add_signed(by).min(rows.saturating_sub(sight.max(1)));
            window.scroll(by, rows, sight);
            let scrolled = window;
            window.settle(rows, sight);
            prop_assert_eq!(window, scrolled, "nothing is left to settle");
            prop_assert_eq!(window.top, wanted);
        }

        #[test]
        fn the_cursor_is_always_in_sight(cursor in 0..60_usize, top in 0..60_usize, rows in 0..50_usize, sight in 0..12_usize) {
            let mut window = Window { cursor, top };
            window.settle(rows, sight);
            prop_assert!(window.top <= window.cursor && window.cursor < window.top + sight.max(1));
            prop_assert!(window.cursor < rows.max(1));
        }
    }
}
