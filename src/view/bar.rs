//! The bars: what is done against the target and the time line, in whole cells.
//!
//! A bullet bar has one scale from zero for all cumulative measures on a screen, so that their time lines stand above
//! one another and "left of the line" reads as "behind" without any colour. ratatui's own gauge can show neither line
//! nor target, and panics outside 0 to 1. Here every input gives exactly as many cells as were asked for.

use std::ops::Range;

/// What a cell of a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Results.
    Done,
    /// Begun, no result yet.
    Underway,
    /// Nothing.
    Empty,
    /// The time line, beside the fill.
    Line,
    /// The time line, inside the fill: drawn reversed.
    LineInFill,
    /// The target.
    Target,
    /// The target, inside the fill: drawn reversed.
    TargetInFill,
    /// More than the scale can show, at the edge.
    Beyond,
    /// The zero of a rate.
    Axis,
}

/// One cell of a bar: a character one column wide, and what it stands for.
pub type BarCell = (char, Part);

/// A cumulative measure, all in percent of the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bullet {
    /// What is done.
    pub done: Option<f64>,
    /// What is begun, including what is done.
    pub underway: Option<f64>,
    /// The time line.
    pub line: Option<f64>,
    /// What the right edge stands for; 100 or more.
    pub scale: f64,
}

/// The target of every bullet bar.
const TARGET: f64 = 100.0;

/// Blocks of one to seven eighths.
const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

impl Bullet {
    /// The bar in `cols` cells.
    pub fn cells(self, cols: usize) -> Vec<BarCell> {
        let mut cells = vec![('·', Part::Empty); cols];
        let done = self.done.filter(|done| done.is_finite());
        if let Some(underway) = self.underway.filter(|underway| *underway > 0.0) {
            let end = self.cell(underway, cols).round().max(1.0);
            fill(&mut cells, 0..whole(end), ('░', Part::Underway));
        }
        if let Some(done) = done.filter(|done| *done > 0.0) {
            self.fill_done(done, &mut cells);
        }
        if done.is_some_and(|done| done < 0.0) {
            set(&mut cells, 0, ('‹', Part::Beyond));
        }
        let beyond = [done, self.underway]
            .into_iter()
            .flatten()
            .any(|value| value > self.scale);
        if self.scale > TARGET {
            let at = whole(self.cell(TARGET, cols)).min(cols.saturating_sub(1));
            let inside = done.is_some_and(|done| done > TARGET);
            set(
                &mut cells,
                at,
                (
                    '┃',
                    if inside {
                        Part::TargetInFill
                    } else {
                        Part::Target
                    },
                ),
            );
        }
        if let Some(line) = self.line.filter(|line| line.is_finite()) {
            let at = whole(self.cell(line, cols)).min(cols.saturating_sub(1));
            let inside = done.is_some_and(|done| done > line);
            set(
                &mut cells,
                at,
                ('│', if inside { Part::LineInFill } else { Part::Line }),
            );
        }
        if beyond {
            set(&mut cells, cols.saturating_sub(1), ('»', Part::Beyond));
        }
        cells
    }

    /// Where a value falls, in cells from the left edge.
    fn cell(self, value: f64, cols: usize) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a bar has far fewer cells than 2^53"
        )]
        let cols = cols as f64;
        (value / self.scale.max(TARGET) * cols).clamp(0.0, cols)
    }

    /// Fills whole cells and one partial one. Anything above nothing is seen, and nothing below the target looks full.
    fn fill_done(self, done: f64, cells: &mut [BarCell]) {
        let exact = self.cell(done, cells.len());
        let mut full = whole(exact);
        let mut eighths = whole((exact - exact.floor()) * 8.0);
        let target_cells = whole(self.cell(TARGET, cells.len()));
        if done < TARGET && full >= target_cells && target_cells > 0 {
            (full, eighths) = (target_cells - 1, 7);
        }
        if full == 0 && eighths == 0 {
            eighths = 1;
        }
        fill(cells, 0..full, ('█', Part::Done));
        if let Some(&partial) = EIGHTHS.get(eighths).filter(|_| eighths > 0) {
            set(cells, full, (partial, Part::Done));
        }
    }
}

/// Growth rates around a shared zero. They are no share of work, so no time line and no way to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateBar {
    /// The rate reached.
    pub actual: Option<f64>,
    /// The rate promised.
    pub target: Option<f64>,
    /// The rate at the left edge; zero or below.
    pub low: f64,
    /// The rate at the right edge; zero or above.
    pub high: f64,
}

impl RateBar {
    /// The bar in `cols` cells.
    pub fn cells(self, cols: usize) -> Vec<BarCell> {
        let mut cells = vec![('·', Part::Empty); cols];
        let zero = self.cell(0.0, cols);
        if let Some(actual) = self
            .actual
            .filter(|actual| actual.is_finite() && *actual != 0.0)
        {
            let end = self.cell(actual, cols);
            let range = if actual > 0.0 {
                zero + 1..end.max(zero + 1) + 1
            } else {
                end.min(zero.saturating_sub(1))..zero
            };
            fill(&mut cells, range, ('█', Part::Done));
        }
        set(&mut cells, zero, ('0', Part::Axis));
        if let Some(target) = self.target.filter(|target| target.is_finite()) {
            let at = self.cell(target, cols);
            let inside = cells.get(at).is_some_and(|cell| cell.1 == Part::Done);
            set(
                &mut cells,
                at,
                (
                    '┃',
                    if inside {
                        Part::TargetInFill
                    } else {
                        Part::Target
                    },
                ),
            );
        }
        cells
    }

    fn cell(self, value: f64, cols: usize) -> usize {
        let span = self.high - self.low;
        if cols == 0 || span <= 0.0 || !span.is_finite() {
            return 0;
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "a bar has far fewer cells than 2^53"
        )]
        let last = (cols - 1) as f64;
        whole(((value - self.low) / span * last).round().clamp(0.0, last))
    }
}

/// The scale that shows every value of a pane: 100, or the next of a few round numbers.
pub fn scale(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values
        .filter(|value| value.is_finite())
        .fold(TARGET, f64::max);
    let steps = [100.0, 125.0, 150.0, 200.0, 300.0, 500.0, 1000.0];
    steps
        .into_iter()
        .find(|&step| largest <= step)
        .unwrap_or(1000.0)
}

/// A non-negative number of cells as an index.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the cells of a bar before"
)]
fn whole(cells: f64) -> usize {
    if cells.is_finite() && cells > 0.0 {
        cells as usize
    } else {
        0
    }
}

fn fill(cells: &mut [BarCell], range: Range<usize>, with: BarCell) {
    cells
        .iter_mut()
        .take(range.end)
        .skip(range.start)
        .for_each(|cell| *cell = with);
}

fn set(cells: &mut [BarCell], at: usize, with: BarCell) {
    if let Some(cell) = cells.get_mut(at) {
        *cell = with;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(cells: Vec<BarCell>) -> String {
        cells.into_iter().map(|cell| cell.0).collect()
    }

    fn bar(done: f64, underway: Option<f64>, scale: f64) -> String {
        text(
            Bullet {
                done: Some(done),
                underway,
                line: Some(50.0),
                scale,
            }
            .cells(20),
        )
    }

    #[test]
    fn the_fill_stops_where_the_figure_does() {
        assert_eq!(bar(42.0, Some(92.0), 100.0), "████████▍░│░░░░░░░··");
        assert_eq!(bar(87.8, None, 100.0), "██████████│██████▌··");
        assert_eq!(bar(50.0, None, 100.0), "██████████│·········");
        assert_eq!(bar(113.5, None, 150.0), "██████│██████┃█▏····");
        assert_eq!(bar(120.0, None, 100.0), "██████████│████████»");
        assert_eq!(bar(-5.0, None, 100.0), "‹·········│·········");
    }

    #[test]
    fn nothing_is_hidden_and_nothing_looks_finished_too_early() {
        assert_eq!(bar(0.0, None, 100.0), "··········│·········");
        assert_eq!(bar(0.01, None, 100.0), "▏·········│·········");
        assert_eq!(bar(99.99, None, 100.0), "██████████│████████▉");
        assert_eq!(bar(100.0, None, 100.0), "██████████│█████████");
    }

    #[test]
    fn the_line_is_told_apart_inside_the_fill() {
        let part = |done| {
            Bullet {
                done: Some(done),
                underway: None,
                line: Some(50.0),
                scale: 100.0,
            }
            .cells(20)[10]
                .1
        };
        assert_eq!(part(49.0), Part::Line);
        assert_eq!(part(50.0), Part::Line);
        assert_eq!(part(54.0), Part::LineInFill);
    }

    #[test]
    fn rates_grow_from_their_zero_to_both_sides() {
        let bar = |actual, target| {
            text(
                RateBar {
                    actual: Some(actual),
                    target: Some(target),
                    low: -15.0,
                    high: 10.0,
                }
                .cells(26),
            )
        };
        assert_eq!(bar(-12.4, 8.0), "···████████████0·······┃··");
        assert_eq!(bar(5.0, 8.0), "···············0█████··┃··");
        assert_eq!(bar(9.0, 8.0), "···············0███████┃█·");
        assert_eq!(bar(0.1, 8.0), "···············0█······┃··");
    }

    #[test]
    fn the_scale_grows_in_round_steps() {
        assert_eq!(scale([42.0, f64::NAN].into_iter()), 100.0);
        assert_eq!(scale([42.0, 113.5].into_iter()), 125.0);
        assert_eq!(scale([90_000.0].into_iter()), 1000.0);
    }

    fn any_number() -> impl Strategy<Value = Option<f64>> {
        prop_oneof![
            Just(None),
            any::<f64>().prop_map(Some),
            (-500.0..500.0).prop_map(Some)
        ]
    }

    proptest! {
        #[test]
        fn any_figures_give_exactly_as_many_cells(
            done in any_number(), underway in any_number(), line in any_number(), other in any_number(), cols in 0..80_usize,
        ) {
            let scale = scale(done.into_iter());
            prop_assert_eq!(Bullet { done, underway, line, scale }.cells(cols).len(), cols);
            let low = other.unwrap_or(0.0).min(0.0);
            prop_assert_eq!(RateBar { actual: done, target: line, low, high: 10.0 }.cells(cols).len(), cols);
        }
    }
}
