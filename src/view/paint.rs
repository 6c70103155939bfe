//! Putting text into cells. The only place where text reaches the buffer.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use crate::text::{cols_of, fit, is_safe, shown};
use crate::view::Theme;

/// A piece of text made safe for a terminal, in a style.
pub fn span(text: &str, style: Style) -> Span<'static> {
    Span::styled(shown(text), style)
}

/// Puts a line at the start of `area`'s row `row`; what does not fit is cut at a whole glyph.
pub fn line(buffer: &mut Buffer, area: Rect, row: u16, line: &Line<'_>) {
    if row >= area.height || area.width == 0 {
        return;
    }
    let (mut x, y) = (area.x, area.y + row);
    for span in &line.spans {
        let left = area.right().saturating_sub(x);
        // Text of a ledger comes here safe already; whoever forgot is not punished with a broken terminal.
        let content = if is_safe(&span.content) {
            Cow::Borrowed(span.content.as_ref())
        } else {
            Cow::Owned(shown(&span.content))
        };
        (x, _) = buffer.set_stringn(
            x,
            y,
            content,
            usize::from(left),
            span.style.patch(line.style),
        );
    }
}

/// Puts lines below one another, from `top` on.
pub fn lines(buffer: &mut Buffer, area: Rect, lines: &[Line<'_>], top: usize) {
    for (row, content) in (0..area.height).zip(lines.iter().skip(top)) {
        line(buffer, area, row, content);
    }
}

/// A line with one text at its left and one at its right end. The right one stays whole; the left one is cut.
pub fn between(left: &str, right: &str, cols: usize, style: Style) -> Line<'static> {
    let right_cols = cols_of(right);
    let left = fit(left, cols.saturating_sub(right_cols + 1));
    let gap = cols.saturating_sub(cols_of(&left) + right_cols);
    Line::styled(
        format!("{left}{}{}", " ".repeat(gap), fit(right, cols)),
        style,
    )
}

/// A border with a title in its upper edge.
pub fn border(buffer: &mut Buffer, area: Rect, title: &str, has_keys: bool, theme: Theme) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let style = theme.border(has_keys);
    let inner = usize::from(area.width) - 2;
    let title = fit(
        &format!(" {} ", fit(title, inner.saturating_sub(4))),
        inner.saturating_sub(1),
    );
    let rest = inner.saturating_sub(cols_of(&title) + 1);
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    buffer.set_stringn(
        area.x,
        area.y,
        format!("┌─{title}{}┐", "─".repeat(rest)),
        usize::from(area.width),
        style,
    );
    for y in area.y + 1..bottom {
        buffer.set_stringn(area.x, y, "│", 1, style);
        buffer.set_stringn(right, y, "│", 1, style);
    }
    buffer.set_stringn(
        area.x,
        bottom,
        format!("└{}┘", "─".repeat(inner)),
        usize::from(area.width),
        style,
    );
    if has_keys {
        // Bold is not seen on every terminal: the pane that has the keys also has a sign.
        buffer.set_stringn(area.x + 1, area.y, "›", 1, style);
    }
}

/// Tells in the border of a pane how many of its rows are out of sight, above and below.
pub fn hidden_rows(buffer: &mut Buffer, area: Rect, above: usize, below: usize, theme: Theme) {
    let marks = [
        (above, '▴', area.y),
        (below, '▾', area.bottom().saturating_sub(1)),
    ];
    for (rows, sign, y) in marks.into_iter().filter(|mark| mark.0 > 0) {
        let mark = format!(" {sign}{rows} ");
        let cols = u16::try_from(cols_of(&mark)).unwrap_or(u16::MAX);
        if cols + 4 < area.width {
            buffer.set_stringn(
                area.right() - 2 - cols,
                y,
                mark,
                usize::from(cols),
                theme.chrome(),
            );
        }
    }
}

/// Empties an area for something in front. A wide glyph that would be cut in half at the left edge goes whole.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        if area.x > 0
            && let Some(cell) = buffer.cell_mut((area.x - 1, y))
            && cols_of(cell.symbol()) > 1
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
