//! Putting text into cells. The only place where text reaches the buffer.

use std::num::NonZero;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use crate::text::shown;
use crate::view::{Look, Theme};

/// A piece of text made safe for a terminal, in a style.
pub fn span(text: &str, style: Style) -> Span<'static> {
    Span::styled(shown(text), style)
}

/// Puts a line at the start of `area`'s row `row`; what does not fit is cut at a whole glyph.
pub fn line(buffer: &mut Buffer, area: Rect, row: u16, line: &Line<'_>, look: Look) {
    if row >= area.height || area.width == 0 {
        return;
    }
    let (mut x, y) = (area.x, area.y + row);
    for span in &line.spans {
        let style = span.style.patch(line.style);
        x = put(buffer, (x, y), area.right(), &span.content, style, look);
    }
}

/// Puts text at a place, as far as the column `right`; gives the column behind it. Text of a ledger comes here safe
/// already; whoever forgot is not punished with a broken terminal.
fn put(
    buffer: &mut Buffer,
    (mut x, y): (u16, u16),
    right: u16,
    text: &str,
    style: Style,
    look: Look,
) -> u16 {
    let text = look.ruler().shown(text);
    for glyph in look.ruler().glyphs(&text) {
        let cols = u16::try_from(glyph.cols).unwrap_or(u16::MAX);
        let end = x.saturating_add(cols);
        if end > right {
            break;
        }
        let Some(cell) = buffer.cell_mut((x, y)) else {
            break;
        };
        cell.reset();
        cell.set_symbol(&glyph.shown).set_style(style);
        if let Some(forced) = NonZero::new(cols).filter(|_| cell.cell_width() != cols) {
            cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
        }
        // What stood where the rest of a wide glyph goes is gone.
        for behind in x + 1..end {
            if let Some(cell) = buffer.cell_mut((behind, y)) {
                cell.reset();
            }
        }
        x = end;
    }
    x
}

/// Puts lines below one another, from `top` on.
pub fn lines(buffer: &mut Buffer, area: Rect, lines: &[Line<'_>], top: usize, look: Look) {
    for (row, content) in (0..area.height).zip(lines.iter().skip(top)) {
        line(buffer, area, row, content, look);
    }
}

/// A line with one text at its left and one at its right end. The right one stays whole; the left one is cut.
pub fn between(left: &str, right: &str, cols: usize, style: Style, look: Look) -> Line<'static> {
    let ruler = look.ruler();
    let right_cols = ruler.cols_of(right);
    let left = ruler.fit(left, cols.saturating_sub(right_cols + 1));
    let gap = cols.saturating_sub(ruler.cols_of(&left) + right_cols);
    Line::styled(
        format!("{left}{}{}", " ".repeat(gap), ruler.fit(right, cols)),
        style,
    )
}

/// A border with a title in its upper edge.
pub fn border(buffer: &mut Buffer, area: Rect, title: &str, has_keys: bool, look: Look) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let (ruler, style) = (look.ruler(), look.theme.border(has_keys));
    let inner = usize::from(area.width) - 2;
    let title = ruler.fit(
        &format!(" {} ", ruler.fit(title, inner.saturating_sub(4))),
        inner.saturating_sub(1),
    );
    let rest = inner.saturating_sub(ruler.cols_of(&title) + 1);
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    let upper = format!("┌─{title}{}┐", "─".repeat(rest));
    put(buffer, (area.x, area.y), area.right(), &upper, style, look);
    for y in area.y + 1..bottom {
        put(buffer, (area.x, y), area.right(), "│", style, look);
        put(buffer, (right, y), area.right(), "│", style, look);
    }
    let lower = format!("└{}┘", "─".repeat(inner));
    put(buffer, (area.x, bottom), area.right(), &lower, style, look);
    if has_keys {
        // Bold is not seen on every terminal: the pane that has the keys also has a sign.
        put(buffer, (area.x + 1, area.y), area.right(), "›", style, look);
    }
}

/// Tells in the border of a pane how many of its rows are out of sight, above and below.
pub fn hidden_rows(buffer: &mut Buffer, area: Rect, above: usize, below: usize, look: Look) {
    let marks = [
        (above, '▴', area.y),
        (below, '▾', area.bottom().saturating_sub(1)),
    ];
    for (rows, sign, y) in marks.into_iter().filter(|mark| mark.0 > 0) {
        let mark = format!(" {sign}{rows} ");
        let cols = u16::try_from(look.ruler().cols_of(&mark)).unwrap_or(u16::MAX);
        if cols + 4 < area.width {
            let x = area.right() - 2 - cols;
            put(
                buffer,
                (x, y),
                area.right(),
                &mark,
                look.theme.chrome(),
                look,
            );
        }
    }
}

/// Empties an area for something in front. A wide glyph that would be cut in half at the left edge goes whole.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        if area.x > 0
            && let Some(cell) = buffer.cell_mut((area.x - 1, y))
            && cell.cell_width() > 1
        {
            cell.reset();
        }
        for x in area.left()..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }
}

/// Gives every cell without colours of its own those of the theme, where it has a background to paint. Done last, so
/// that nothing that empties cells leaves a hole.
pub fn ground(buffer: &mut Buffer, theme: Theme) {
    let Some(ground) = theme.ground() else { return };
    let own = |color: Color| Some(color).filter(|color| *color != Color::Reset);
    for cell in &mut buffer.content {
        let mut style = ground;
        style.fg = own(cell.fg).or(ground.fg);
        style.bg = own(cell.bg).or(ground.bg);
        // What is underlined and not bold is evidence, and stays so.
        if cell.modifier.contains(Modifier::UNDERLINED) {
            style.add_modifier = Modifier::empty();
        }
        cell.set_style(style);
    }
}

/// Reverses a row, whatever is in it.
pub fn reverse(buffer: &mut Buffer, area: Rect, row: u16) {
    let style = Style::new().add_modifier(Modifier::REVERSED);
    buffer.set_style(
        Rect {
            y: area.y + row,
            height: 1,
            ..area
        }
        .intersection(area),
        style,
    );
}
