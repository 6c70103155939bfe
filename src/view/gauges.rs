//! The gauge pane: every measure of the item under the cursor, worst first, promised before context.

mod axis;
mod figures;
mod from_text;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::layout::Area;
use crate::app::window::Rows;
use crate::ledger::{Indicator, Item, Kind, Measured, Verdict};
use crate::view::bar::{BarCell, Bullet, Part, RateBar, scale};
use crate::view::gauges::axis::{Label, axis};
use crate::view::{Look, paint};
use crate::words::say;

/// The columns of an indicator's name where bar and numbers stand beside it.
const NAME_COLS: usize = 16;
/// The columns of the numbers there.
const NUMBERS_COLS: usize = 26;
/// From this width on, name, bar and numbers can stand on one line.
const ONE_LINE_COLS: usize = 60;
/// The columns of a name beside bar and numbers in a narrower window.
const SHORT_NAME_COLS: usize = 10;
/// The shortest bar that says anything.
const LEAST_BAR_COLS: usize = 8;
/// How much room a rate bar leaves beyond its largest rate.
const RATE_ROOM: f64 = 1.15;

pub fn draw(app: &App, look: Look, area: Rect, buffer: &mut Buffer) {
    let inner = Area {
        x: area.x,
        y: area.y,
        cols: area.width,
        rows: area.height,
    };
    paint::lines(
        buffer,
        area,
        &pane_lines(app, look, inner).0,
        app.gauges_top(),
        look,
    );
}

/// All lines of the pane, and those of the measure that is looked at. Roomy ones where they fit or nothing else would;
/// otherwise one line a measure.
pub fn pane_lines(app: &App, look: Look, area: Area) -> (Vec<Line<'static>>, Option<Rows>) {
    let Some(drawing) = Drawing::of(app, look) else {
        return (Vec::new(), None);
    };
    let cols = usize::from(area.cols);
    if drawing.item.indicators.is_empty() {
        return (from_text::lines(app, drawing.item, look, area), None);
    }
    drawing.fitting(cols, usize::from(area.rows))
}

/// All measures with room around them, for an item over the whole window.
pub fn all_lines(app: &App, look: Look, cols: usize) -> Vec<Line<'static>> {
    let Some(drawing) = Drawing::of(app, look) else {
        return Vec::new();
    };
    if drawing.item.indicators.is_empty() {
        let area = Area {
            cols: u16::try_from(cols).unwrap_or(u16::MAX),
            rows: u16::MAX,
            ..Area::default()
        };
        return from_text::lines(app, drawing.item, look, area);
    }
    drawing.roomy(cols).0
}

/// One line for the measure that is looked at, for windows without a gauge pane: at first the one that decided.
pub fn looked_line(app: &App, look: Look, cols: usize) -> Option<Line<'static>> {
    let drawing = Drawing::of(app, look)?;
    let (indicator, measured) = drawing.measures().nth(drawing.looked_at?)?;
    let style = drawing.style(measured);
    if cols >= ONE_LINE_COLS {
        return Some(drawing.dense_line("", indicator, measured, cols));
    }
    let numbers = format!(
        " {}",
        figures::numbers(look.words, indicator, measured, drawing.verdict.rules)
    );
    let mut room = cols.saturating_sub(look.ruler().cols_of(&numbers));
    let mut spans = Vec::new();
    // One of several says which one it is.
    if drawing.has_several() && room >= SHORT_NAME_COLS + 1 + LEAST_BAR_COLS {
        let name = look.ruler().pad(&indicator.name, SHORT_NAME_COLS);
        spans.push(Span::styled(format!("{name} "), style));
        room -= SHORT_NAME_COLS + 1;
    }
    if room >= LEAST_BAR_COLS {
        spans.extend(drawing.bar(indicator, measured, room));
    }
    spans.push(Span::styled(numbers, style));
    Some(Line::from(spans))
}

/// One item's measures, ready to be drawn with one scale for all of them.
struct Drawing<'a> {
    item: &'a Item,
    verdict: &'a Verdict,
    /// The place of the measure that is looked at.
    looked_at: Option<usize>,
    line: Option<f64>,
    scale: f64,
    rates: (f64, f64),
    look: Look,
}

impl<'a> Drawing<'a> {
    /// The measures of the item under the cursor.
    fn of(app: &'a App, look: Look) -> Option<Self> {
        let (item, verdict) = app.judged(app.selected()?)?;
        Some(Self::new(app, item, verdict, look))
    }

    fn new(app: &App, item: &'a Item, verdict: &'a Verdict, look: Look) -> Self {
        let shares = verdict
            .measures
            .iter()
            .flat_map(|measured| [measured.filled(), measured.underway])
            .flatten();
        let rates = || {
            let of_rates = item
                .indicators
                .iter()
                .filter(|indicator| indicator.kind == Kind::Rate);
            of_rates
                .flat_map(|indicator| [indicator.actual, indicator.target])
                .flatten()
        };
        Self {
            item,
            verdict,
            looked_at: Some(app.looked_at()),
            line: verdict.time_line,
            scale: scale(shares),
            rates: (
                rates().fold(0.0, f64::min) * RATE_ROOM,
                rates().fold(0.0, f64::max) * RATE_ROOM,
            ),
            look,
        }
    }

    /// Roomy lines where they fit or nothing else would; otherwise one line a measure.
    fn fitting(&self, cols: usize, rows: usize) -> (Vec<Line<'static>>, Option<Rows>) {
        let roomy = self.roomy(cols);
        if roomy.0.len() <= rows || cols < ONE_LINE_COLS {
            roomy
        } else {
            self.dense(cols)
        }
    }

    fn measure(&self, index: usize) -> Option<(&'a Indicator, &'a Measured)> {
        Some((
            self.item.indicators.get(index)?,
            self.verdict.measures.get(index)?,
        ))
    }

    fn measures(&self) -> impl Iterator<Item = (&'a Indicator, &'a Measured)> {
        self.verdict
            .worst_first()
            .into_iter()
            .filter_map(|index| self.measure(index))
    }

    fn has_several(&self) -> bool {
        self.item.indicators.len() > 1
    }

    /// The sign before a measure that tells the one that is looked at from the others.
    fn sign(&self, place: usize) -> &'static str {
        match self.has_several() {
            false => "",
            true if self.looked_at == Some(place) => "›",
            true => " ",
        }
    }

    /// Two lines a measure, the axis right under the last bar that it is for; and those of the measure looked at.
    fn roomy(&self, cols: usize) -> (Vec<Line<'static>>, Option<Rows>) {
        let words = self.look.words;
        let mut lines = Vec::new();
        let mut after_bars = 0;
        let mut looked = None;
        for (place, (indicator, measured)) in self.measures().enumerate() {
            let first = lines.len();
            let right = figures::numbers(words, indicator, measured, self.verdict.rules);
            let left = format!(
                "{}{} {}",
                self.sign(place),
                indicator.name,
                figures::details(words, indicator, measured)
            );
            lines.push(paint::between(
                left.trim_end(),
                &right,
                cols,
                self.style(measured),
                self.look,
            ));
            if indicator.misses_evidence(&self.item.progress) {
                let blank = " ".repeat(self.look.ruler().cols_of(self.sign(place)));
                let missing = format!("{blank}{}", words.evidence_missing);
                lines.push(Line::styled(
                    self.look.ruler().fit(&missing, cols),
                    self.look.theme.quiet(),
                ));
            }
            let bar = self.bar(indicator, measured, cols);
            if !bar.is_empty() {
                lines.push(Line::from(bar));
            }
            if has_bullet(indicator, measured) {
                after_bars = lines.len();
            }
            if self.looked_at == Some(place) {
                let end = lines.len();
                looked = Some(Rows { first, end });
            }
        }
        if after_bars > 0
            && let Some(axis) = self.axis(cols)
        {
            lines.insert(after_bars, axis);
            looked = looked.map(|rows| rows.after_insertion(after_bars));
        }
        (lines, looked)
    }

    /// One line a measure: name, bar, numbers; and that of the measure looked at.
    fn dense(&self, cols: usize) -> (Vec<Line<'static>>, Option<Rows>) {
        let measures = self.measures().enumerate();
        let lines = measures.map(|(place, (indicator, measured))| {
            self.dense_line(self.sign(place), indicator, measured, cols)
        });
        let looked = self.looked_at.map(|place| Rows {
            first: place,
            end: place + 1,
        });
        (lines.collect(), looked)
    }

    fn dense_line(
        &self,
        sign: &str,
        indicator: &Indicator,
        measured: &Measured,
        cols: usize,
    ) -> Line<'static> {
        let style = self.style(measured);
        let room = cols.saturating_sub(self.look.ruler().cols_of(sign) + NAME_COLS + 2);
        let bar = self.bar(indicator, measured, room.saturating_sub(NUMBERS_COLS));
        // Where there is no bar, the numbers have all the room.
        let numbers_cols = if bar.is_empty() { room } else { NUMBERS_COLS };
        let numbers = self.look.ruler().fit(
            &figures::numbers(self.look.words, indicator, measured, self.verdict.rules),
            numbers_cols,
        );
        let blank = numbers_cols.saturating_sub(self.look.ruler().cols_of(&numbers));
        let mut spans = vec![Span::styled(
            format!(
                "{sign}{} ",
                self.look.ruler().pad(&indicator.name, NAME_COLS)
            ),
            style,
        )];
        spans.extend(bar);
        spans.push(Span::styled(
            format!(" {}{numbers}", " ".repeat(blank)),
            style,
        ));
        Line::from(spans)
    }

    /// The bar of a measure, or nothing where it has no figure that a bar could show.
    fn bar(&self, indicator: &Indicator, measured: &Measured, cols: usize) -> Vec<Span<'static>> {
        let cells = match indicator.kind {
            Kind::Rate if indicator.target.is_some() && indicator.actual.is_some() => {
                let (low, high) = self.rates;
                RateBar {
                    actual: indicator.actual,
                    target: indicator.target,
                    low,
                    high,
                }
                .cells(cols, self.look.glyphs)
            }
            Kind::Amount | Kind::Level if has_bullet(indicator, measured) => {
                let (done, underway) = (measured.filled(), measured.underway);
                Bullet {
                    done,
                    underway,
                    line: self.line,
                    scale: self.scale,
                }
                .cells(cols, self.look.glyphs)
            }
            Kind::Stage => return vec![self.track(indicator, cols)],
            _ => return Vec::new(),
        };
        bar_spans(&cells, self.style(measured), self.look)
    }

    /// The stages in a row: `✓遴选 › 【公示】 › 认定`.
    fn track(&self, indicator: &Indicator, cols: usize) -> Span<'static> {
        let glyphs = self.look.glyphs;
        let [open, close] = glyphs.reached();
        let reached = indicator.stages_reached().unwrap_or(0);
        let stages = indicator.stages.iter().enumerate().map(|(index, stage)| {
            match (index + 1).cmp(&reached) {
                std::cmp::Ordering::Less => format!("{}{stage}", glyphs.passed()),
                std::cmp::Ordering::Equal => format!("{open}{stage}{close}"),
                std::cmp::Ordering::Greater => stage.clone(),
            }
        });
        let track = stages.collect::<Vec<_>>().join(glyphs.then());
        paint::span(&self.look.ruler().pad(&track, cols), self.look.theme.text())
    }

    /// The line under the bars that names the time line and the target.
    fn axis(&self, cols: usize) -> Option<Line<'static>> {
        let line = self.line?;
        let words = self.look.words;
        // The signs point at the very cells that the bars use.
        let empty = Bullet {
            done: None,
            underway: None,
            line: Some(line),
            scale: self.scale,
        };
        let cells = empty.cells(cols, self.look.glyphs);
        let at = cells.iter().position(|cell| cell.1 == Part::Line)?;
        let target = cells.iter().position(|cell| cell.1 == Part::Target);
        let line = Label {
            at,
            text: &(words.line_mark)(&say::line(line)),
        };
        let target = Label {
            at: target.unwrap_or(cols),
            text: words.target_mark,
        };
        Some(Line::styled(
            axis(line, target, cols, self.look.ruler()),
            self.look.theme.quiet(),
        ))
    }

    fn style(&self, measured: &Measured) -> Style {
        measured.status().map_or(self.look.theme.quiet(), |status| {
            self.look.theme.status(status)
        })
    }
}

/// Whether a measure has a figure that a bullet bar can show.
fn has_bullet(indicator: &Indicator, measured: &Measured) -> bool {
    matches!(indicator.kind, Kind::Amount | Kind::Level)
        && measured.judged.is_some()
        && (measured.filled().is_some() || measured.underway.is_some())
}

/// A bar as styled text, neighbours of one kind together.
pub fn bar_spans(cells: &[BarCell], style: Style, look: Look) -> Vec<Span<'static>> {
    let theme = look.theme;
    let styled = |part: Part| match part {
        Part::Done | Part::Underway | Part::Beyond => style,
        Part::Empty => theme.quiet(),
        Part::Line | Part::Target | Part::Axis => theme.line(),
        Part::LineInFill | Part::TargetInFill => style.add_modifier(Modifier::REVERSED),
    };
    cells
        .chunk_by(|left, right| left.1 == right.1)
        .filter_map(|run| {
            let text: String = run.iter().map(|cell| cell.0).collect();
            run.first().map(|cell| Span::styled(text, styled(cell.1)))
        })
        .collect()
}
