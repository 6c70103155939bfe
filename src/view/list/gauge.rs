//! What stands at the right end of a row: a small bar with its percentage, or figures, or what is missing for a verdict.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::ledger::{Gap, Indicator, Item, Kind, Measured, Verdict};
use crate::view::Look;
use crate::view::bar::Bullet;
use crate::view::gauges::bar_spans;
use crate::words::say;

/// The columns of the percentage: a blank and `>999%`.
const PERCENT_COLS: usize = 6;
/// The shortest bar that says anything.
const LEAST_BAR_COLS: usize = 4;
/// The most columns of the name of a stage.
const STAGE_COLS: usize = 8;

/// The end of a row in exactly `cols` columns.
pub fn spans(item: &Item, verdict: &Verdict, cols: usize, look: Look) -> Vec<Span<'static>> {
    let deciding = verdict
        .decisive
        .and_then(|index| Some((item.indicators.get(index)?, verdict.measures.get(index)?)));
    if let Some(gap) = verdict.computed_gap {
        return gap_spans(item, verdict, gap, cols, look);
    }
    let style = look.theme.status(verdict.computed);
    let Some((indicator, measured)) = deciding else {
        return right_aligned((look.words.status)(verdict.computed), cols, style, look);
    };
    match (indicator.kind, measured.filled()) {
        (Kind::Amount | Kind::Level, Some(done)) => {
            let bullet = Bullet {
                done: Some(done),
                underway: measured.underway,
                line: verdict.time_line,
                scale: 100.0,
            };
            bar_with_word(bullet, &whole_percent(done), cols, style, look)
        }
        (Kind::Stage, _) if indicator.stage.is_some() => {
            let stage = indicator.stage.as_deref().unwrap_or_default();
            let stage = look.ruler().fit(stage, STAGE_COLS);
            let reached = indicator.stages_reached().unwrap_or(0);
            let said = format!("{stage} {reached}/{}", indicator.stages.len());
            right_aligned(said.trim_start(), cols, style, look)
        }
        _ => first_that_fits(&figures(indicator, look), cols, style, look),
    }
}

/// A rate or a level beside its target, the longest way of saying it first.
fn figures(indicator: &Indicator, look: Look) -> Vec<String> {
    let Some((actual, target)) = indicator.actual.zip(indicator.target) else {
        return vec![String::new()];
    };
    if indicator.kind == Kind::Rate {
        let short = format!(
            "{}/{}{}",
            say::rate(actual, ""),
            say::rate(target, ""),
            indicator.unit
        );
        return vec![format!("{} {short}", look.words.rate_short), short];
    }
    let short = format!("{}/{}", say::figure(actual), say::figure(target));
    vec![format!("{short}{}", indicator.unit), short]
}

/// What is missing for a verdict, with what there is instead.
fn gap_spans(
    item: &Item,
    verdict: &Verdict,
    gap: Gap,
    cols: usize,
    look: Look,
) -> Vec<Span<'static>> {
    let style = look.theme.quiet();
    let word = (look.words.gap)(gap);
    let deciding = verdict
        .decisive
        .and_then(|place| verdict.measures.get(place));
    let bar = deciding.and_then(|measured| gap_bar(gap, measured, verdict.time_line));
    if let Some(bullet) = bar {
        return bar_with_word(bullet, word, cols, style, look);
    }
    let figure = match gap {
        Gap::Underway => item
            .indicators
            .iter()
            .find_map(|it| say::step(item, it).map(str::to_owned)),
        Gap::SideFigure => side_figure(item),
        Gap::NoBaseline => verdict
            .decisive
            .and_then(|place| item.indicators.get(place))
            .and_then(|indicator| figures(indicator, look).into_iter().next()),
        _ => None,
    };
    let with_figure = figure.map(|figure| format!("{figure} {word}"));
    let said: Vec<String> = with_figure.into_iter().chain([word.to_owned()]).collect();
    first_that_fits(&said, cols, style, look)
}

/// What is begun, hollow; what is done of a promise over years, without a time line.
fn gap_bar(gap: Gap, measured: &Measured, line: Option<f64>) -> Option<Bullet> {
    let bullet = Bullet {
        done: measured.filled(),
        underway: measured.underway,
        line,
        scale: 100.0,
    };
    let is_drawn = match gap {
        Gap::Underway => bullet.underway.is_some(),
        Gap::SeveralYears => bullet.done.is_some(),
        _ => false,
    };
    is_drawn.then_some(bullet)
}

/// The first figure of something else, without its name.
fn side_figure(item: &Item) -> Option<String> {
    let mut sides = item.indicators.iter().filter(|it| !it.is_promised());
    sides.find_map(|it| Some(say::with_unit(it, it.actual?)))
}

/// A bar with a word at its right; the word alone where there is no room for both.
fn bar_with_word(
    bullet: Bullet,
    word: &str,
    cols: usize,
    style: Style,
    look: Look,
) -> Vec<Span<'static>> {
    let word_cols = PERCENT_COLS.max(look.ruler().cols_of(word) + 1);
    let bar_cols = cols.saturating_sub(word_cols);
    if bar_cols < LEAST_BAR_COLS {
        return right_aligned(word, cols, style, look);
    }
    let mut spans = bar_spans(&bullet.cells(bar_cols, look.glyphs), style, look);
    spans.extend(right_aligned(word, word_cols, style, look));
    spans
}

/// A percentage without decimals, cut towards the failing side.
fn whole_percent(value: f64) -> String {
    let floor = (value + 1e-9).floor();
    if floor > 999.0 {
        ">999%".to_owned()
    } else {
        format!("{:.0}%", floor.max(-99.0))
    }
}

fn first_that_fits(said: &[String], cols: usize, style: Style, look: Look) -> Vec<Span<'static>> {
    let fitting = said.iter().find(|it| look.ruler().fits(it, cols));
    let said = fitting.or(said.last()).map_or("", String::as_str);
    right_aligned(said, cols, style, look)
}

fn right_aligned(text: &str, cols: usize, style: Style, look: Look) -> Vec<Span<'static>> {
    let text = look.ruler().fit(text, cols);
    let blank = " ".repeat(cols.saturating_sub(look.ruler().cols_of(&text)));
    vec![Span::styled(format!("{blank}{text}"), style)]
}
