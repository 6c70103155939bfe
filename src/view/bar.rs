//! The bars: what is done against the target and the time line, in whole cells.
//!
//! A bullet bar has one scale from zero for all cumulative measures on a screen, so that their time lines stand above
//! one another and "left of the line" reads as "behind" without any colour. ratatui's own gauge can show neither line
//! nor target, and panics outside 0 to 1. Here every input gives exactly as many cells as were asked for.

mod glyphs;

use std::ops::Range;

pub use glyphs::Glyphs;

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

impl Bullet {
    /// The bar in `cols` cells.
    pub fn cells(self, cols: usize, glyphs: Glyphs) -> Vec<BarCell> {
        let mut cells = vec![(glyphs.empty(), Part::Empty); cols];
        let ruler = Ruler::of(self.scale, cols);
        let done = self.done.filter(|done| done.is_finite());
        let line = self.line.filter(|line| line.is_finite());
        if let Some(underway) = self.underway.filter(|underway| *underway > 0.0) {
            fill(
                &mut cells,
                0..ruler.underway(underway),
                (glyphs.underway(), Part::Underway),
            );
        }
        let positive = done.filter(|done| *done > 0.0);
        let partial = glyphs.partial();
        let (full, step) = positive.map_or((0, 0), |done| ruler.fill(done, line, partial.len()));
        fill(&mut cells, 0..full, (glyphs.full(), Part::Done));
        if let Some(step) = step.checked_sub(1) {
            // A set without parts of a cell has to show the least part as a whole one.
            let sign = partial.get(step).copied().unwrap_or(glyphs.full());
            set(&mut cells, full, (sign, Part::Done));
        }
        if done.is_some_and(|done| done < 0.0) {
            set(&mut cells, 0, (glyphs.below(), Part::Beyond));
        }
        let is_above = |limit: f64| done.is_some_and(|done| done > limit);
        if ruler.most > TARGET {
            let part = if is_above(TARGET) {
                Part::TargetInFill
            } else {
                Part::Target
            };
            set(&mut cells, ruler.target(), (glyphs.target(), part));
        }
        if let Some(line) = line
            && let Some(at) = ruler.line(line)
        {
            let part = if is_above(line) {
                Part::LineInFill
            } else {
                Part::Line
            };
            set(&mut cells, at, (glyphs.line(), part));
        }
        // What is begun beyond the scale is told where that cannot be taken for a full bar.
        let has_room = full + usize::from(step > 0) + 3 <= cols;
        let is_beyond = |value: Option<f64>| value.is_some_and(|value| exceeds(value, ruler.most));
        if is_beyond(done) || (has_room && is_beyond(self.underway)) {
            set(
                &mut cells,
                cols.saturating_sub(1),
                (glyphs.beyond(), Part::Beyond),
            );
        }
        cells
    }
}

/// What stands where in a bullet bar. The time line never stands in the first cell nor in the one before the target:
/// there it would hide that something is done, or that something is missing.
#[derive(Clone, Copy)]
struct Ruler {
    /// What the right edge stands for.
    most: f64,
    cols: usize,
}

impl Ruler {
    fn of(scale: f64, cols: usize) -> Self {
        // The target keeps some cells before it, however far the scale reaches.
        let most = scale.min(as_number(cols) * TARGET / LEAST_CELLS_TO_TARGET);
        Self {
            most: most.max(TARGET),
            cols,
        }
    }

    /// Where a value falls, in cells from the left edge.
    fn cell(self, value: f64) -> f64 {
        let cols = as_number(self.cols);
        (value / self.most * cols).clamp(0.0, cols)
    }

    /// How many cells are before the target.
    fn target(self) -> usize {
        whole(self.cell(TARGET))
    }

    /// The cell of the time line; none in a bar too short for one.
    fn line(self, line: f64) -> Option<usize> {
        let last = self.target().checked_sub(2).filter(|last| *last > 0)?;
        Some(whole(self.cell(line)).clamp(1, last))
    }

    /// How many cells what is begun takes: less than all as long as it is.
    fn underway(self, underway: f64) -> usize {
        let cells = whole(self.cell(underway).round());
        let most = if underway < TARGET {
            self.target().saturating_sub(1)
        } else {
            self.cols
        };
        cells.min(most).max(1)
    }

    /// Whole cells and how much of one more, in steps of which `parts` are less than a cell. Anything above nothing is
    /// seen, nothing below the target looks full, and nothing below the time line passes it.
    fn fill(self, done: f64, line: Option<f64>, parts: usize) -> (usize, usize) {
        let exact = self.cell(done);
        let step = whole(exact.fract() * as_number(parts + 1));
        let (mut full, mut step) = (whole(exact), step.min(parts));
        if done < TARGET && full >= self.target() && self.target() > 0 {
            (full, step) = (self.target() - 1, parts);
        }
        if let Some((line, at)) = line.and_then(|line| Some((line, self.line(line)?))) {
            let is_behind = done < line;
            if is_behind && full >= at || !is_behind && full < at {
                (full, step) = (at, 0);
            }
        }
        if full == 0 && step == 0 {
            step = 1;
        }
        (full, step)
    }
}

/// How many cells a bar has at least before its target.
const LEAST_CELLS_TO_TARGET: f64 = 4.0;

fn as_number(cols: usize) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a bar has far fewer cells than 2^53"
    )]
    let cols = cols as f64;
    cols
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
    pub fn cells(self, cols: usize, glyphs: Glyphs) -> Vec<BarCell> {
        let mut cells = vec![(glyphs.empty(), Part::Empty); cols];
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
            fill(&mut cells, range, (glyphs.full(), Part::Done));
        }
        set(&mut cells, zero, (glyphs.axis(), Part::Axis));
        if let Some(target) = self.target.filter(|target| target.is_finite()) {
            let at = self.cell(target, cols);
            let inside = cells.get(at).is_some_and(|cell| cell.1 == Part::Done);
            set(
                &mut cells,
                at,
                (
                    glyphs.target(),
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
        let last = as_number(cols - 1);
        whole(((value - self.low) / span * last).round().clamp(0.0, last))
    }
}

/// The scale that shows every value of a pane: 100, or the next of a few round numbers.
pub fn scale(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values
        .filter(|value| value.is_finite())
        .fold(TARGET, f64::max);
    // What is said to be 100.0% has the bar of 100%.
    let steps = [100.0, 125.0, 150.0, 200.0, 300.0, 500.0, 1000.0];
    steps
        .into_iter()
        .find(|&step| !exceeds(largest, step))
        .unwrap_or(1000.0)
}

/// Whether a share is said to be more than a limit: it is told with one decimal, cut off.
fn exceeds(share: f64, limit: f64) -> bool {
    share >= limit + TOLD_STEP - NOISE
}

/// The least step between two shares that are told apart, in percent.
const TOLD_STEP: f64 = 0.1;

/// What computing with fractions may add to a share or take from it.
const NOISE: f64 = 1e-9;

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
mod tests;
