//! What pictures do not show: colours, bold, underlined, reversed.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

/// The cells of a row that are seen: the second half of a wide glyph is none of its own.
pub fn visible_cells(buffer: &Buffer, row: u16) -> Vec<&Cell> {
    let mut hidden = 0;
    let cells = (0..buffer.area.width).filter_map(|x| {
        let is_hidden = hidden > 0;
        let cell = &buffer[(x, row)];
        hidden = if is_hidden {
            hidden - 1
        } else {
            taizhang::text::cols_of(cell.symbol()).saturating_sub(1)
        };
        (!is_hidden).then_some(cell)
    });
    cells.collect()
}

/// A row with its styles: cells that look alike together, and behind them what they look like in braces,
/// `›26{REVERSED}`, `滞{Red BOLD}`, `完{Green on Black}`; ordinary cells have none.
pub fn styled_row(buffer: &Buffer, row: u16) -> String {
    let cells = visible_cells(buffer, row);
    let runs = cells.chunk_by(|left, right| look(left) == look(right));
    let said = runs.map(|run| {
        let text: String = run.iter().map(|cell| cell.symbol()).collect();
        match look(run[0]) {
            look if look.is_empty() => text,
            look => format!("{text}{{{look}}}"),
        }
    });
    said.collect::<String>().trim_end().to_owned()
}

/// What a cell looks like, in words; nothing where it is ordinary.
fn look(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg));
    }
    let modifiers = cell.modifier.iter_names();
    words.extend(modifiers.map(|(name, _)| name.to_owned()));
    words.join(" ")
}
