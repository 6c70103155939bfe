//! The measures of an item that has none in the ledger, as its text says them.

use ratatui::text::Line;

use crate::app::App;
use crate::app::layout::Area;
use crate::ledger::offer::unwritten;
use crate::ledger::{Item, judge};
use crate::view::Look;
use crate::view::gauges::Drawing;

/// All lines, the first of them saying that nothing of this is in the ledger.
pub fn lines(app: &App, item: &Item, look: Look, area: Area) -> Vec<Line<'static>> {
    let (words, quiet) = (look.words, look.theme.quiet());
    let indicators = unwritten(item);
    if indicators.is_empty() {
        return vec![Line::styled(words.no_measure, quiet)];
    }
    let read = Item {
        indicators,
        ..item.clone()
    };
    let verdict = judge(app.ledger(), &read);
    let drawing = Drawing {
        // None of them is looked at: their words are not the ledger's.
        looked_at: None,
        ..Drawing::new(app, &read, &verdict, look)
    };
    let cols = usize::from(area.cols);
    let mut lines = vec![Line::styled(heading(app, look, cols), quiet)];
    lines.extend(
        drawing
            .fitting(cols, usize::from(area.rows).saturating_sub(1))
            .0,
    );
    lines
}

/// That nothing of this is in the ledger, and where there is a key for it, how it gets there.
fn heading(app: &App, look: Look, cols: usize) -> String {
    let said = look.words.read_from_text;
    let with_key = format!("{said}{}", look.words.how_to_take);
    if app.presenting().is_none() && look.ruler().fits(&with_key, cols) {
        with_key
    } else {
        look.ruler().fit(said, cols)
    }
}
