//! Which cells have to be sent so that a terminal that shows one picture shows the next.
//!
//! A wide character stands in two cells, of which only the first holds it. Once either is overwritten, terminals differ
//! in what the other one shows: tmux makes it a blank in its own colours, others keep its background. So whatever was
//! the rest of a wide character and is none in the next picture is sent, though nothing in it has changed. ratatui's own
//! difference leaves such cells out where the next wide character begins a column earlier.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};

/// A cell to be sent, and where.
pub type Update = (u16, u16, Cell);

/// The cells to be sent, in the order in which they are: row by row, from the left. Of what is sent twice the later holds.
pub fn updates(shown: &Buffer, next: &Buffer) -> Vec<Update> {
    let cols = usize::from(next.area.width);
    let mut updates = Vec::new();
    if cols == 0 {
        return updates;
    }
    let rows = shown.content.chunks(cols).zip(next.content.chunks(cols));
    for (y, (shown, next)) in (next.area.y..).zip(rows) {
        let (mut shown_end, mut next_end) = (0, 0);
        for (x, (before, after)) in shown.iter().zip(next).enumerate() {
            let was_rest = x < shown_end;
            if !was_rest {
                shown_end = x + cols_of(before);
            }
            if x < next_end {
                continue;
            }
            next_end = x + cols_of(after);
            if was_rest || before != after {
                send(&mut updates, (x, y), after, cols);
            }
        }
    }
    updates
}

/// How many columns a cell takes; one that holds nothing takes its own.
fn cols_of(cell: &Cell) -> usize {
    usize::from(cell.cell_width().max(1))
}

fn send(updates: &mut Vec<Update>, (x, y): (usize, u16), cell: &Cell, cols: usize) {
    let at = |x: usize| u16::try_from(x).unwrap_or(u16::MAX);
    if is_narrow_on_some(cell) {
        // Where it takes one column only, nothing would be written behind it.
        for behind in x + 1..(x + cols_of(cell)).min(cols) {
            let mut blank = Cell::EMPTY;
            blank.set_style(cell.style());
            updates.push((at(behind), y, blank));
        }
    }
    updates.push((at(x), y, cell.clone()));
}

/// Whether there are terminals that draw what is in this cell one column wide though others take two: emoji of several
/// characters, and what is wide only because the terminal said so of another character.
fn is_narrow_on_some(cell: &Cell) -> bool {
    let is_forced = matches!(cell.diff_option, CellDiffOption::ForcedWidth(_));
    cols_of(cell) > 1 && (is_forced || cell.symbol().chars().nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn row(text: &str) -> Buffer {
        let mut row = Buffer::empty(Rect::new(0, 0, 8, 1));
        row.set_string(0, 0, text, Style::new());
        row.set_style(row.area, Style::new().reversed());
        row
    }

    /// What is sent to make one row the other: columns and symbols.
    fn sent(shown: &str, next: &str) -> Vec<(u16, String)> {
        let updates = updates(&row(shown), &row(next));
        let sent = updates.into_iter();
        sent.map(|(x, _, cell)| (x, cell.symbol().to_owned()))
            .collect()
    }

    #[track_caller]
    fn check(shown: &str, next: &str, expected: &[(u16, &str)]) {
        let sent = sent(shown, next);
        let sent: Vec<_> = sent.iter().map(|(x, symbol)| (*x, &**symbol)).collect();
        assert_eq!(sent, expected, "{shown:?} {next:?}");
    }

    #[test]
    fn nothing_changed_sends_nothing() {
        check("甲乙", "甲乙", &[]);
        check("a甲 “乙”", "a甲 “乙”", &[]);
    }

    #[test]
    fn the_half_that_is_left_is_sent() {
        // A narrow character over the first half.
        check("甲", "a", &[(0, "a"), (1, " ")]);
        check("甲", "ab", &[(0, "a"), (1, "b")]);
        // A wide one begins a column earlier, and one later.
        check(" 甲", "乙", &[(0, "乙"), (2, " ")]);
        check("甲", " 乙", &[(0, " "), (1, "乙")]);
        check("甲乙", " 丙", &[(0, " "), (1, "丙"), (3, " ")]);
        check(" 甲乙 ", "丙丁", &[(0, "丙"), (2, "丁"), (4, " ")]);
    }

    #[test]
    fn what_stays_is_not_sent() {
        check("甲乙", "丙乙", &[(0, "丙")]);
        check("a甲b", "a甲c", &[(3, "c")]);
        check("ab", "甲", &[(0, "甲")]);
    }

    #[test]
    fn behind_what_may_be_narrow_is_a_blank() {
        check("ab", "☎\u{FE0F}", &[(1, " "), (0, "☎\u{FE0F}")]);
        check("☎\u{FE0F}", "甲", &[(0, "甲")]);
        check("☎\u{FE0F}", "a", &[(0, "a"), (1, " ")]);
    }

    #[test]
    fn rows_are_their_own() {
        let one = Buffer::with_lines(["a甲", "乙b"]);
        let other = Buffer::with_lines(["a甲", "丙b"]);
        let updates = updates(&one, &other);
        assert_eq!(updates.len(), 1);
        assert_eq!((updates[0].0, updates[0].1), (0, 1));
        assert!(super::updates(&Buffer::default(), &Buffer::default()).is_empty());
    }
}
