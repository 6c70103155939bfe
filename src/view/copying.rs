//! The copy menu over any screen: the forms of an item, one a row, each with the digit and the letter that choose it.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use crate::app::copying::{CopyForm, CopyLayout};
use crate::app::{App, Copying};
use crate::view::{Look, footer, paint, rect};

pub fn draw(app: &App, copying: &Copying, look: Look, frame: &mut Frame<'_>) {
    let words = &look.words.copying;
    let layout = CopyLayout::of(app.size());
    let buffer = frame.buffer_mut();
    paint::clear(buffer, rect(layout.window));
    if layout.bordered {
        let title = (words.title)(&look.ruler().fit(&copying.id.to_string(), 12));
        paint::border(buffer, rect(layout.window), &title, true, look);
    }
    let forms = CopyForm::ALL.into_iter().enumerate();
    let in_sight = forms.skip(layout.top(copying.cursor));
    for (row, (index, form)) in (0..layout.list.rows).zip(in_sight) {
        let line = form_line(index, form, index == copying.cursor, look, layout);
        paint::line(buffer, rect(layout.list), row, &line, look);
    }
    let hint = format!("   {}", words.hint);
    let hint = Line::styled(
        look.ruler().fit(&hint, usize::from(layout.hint.cols)),
        look.theme.quiet(),
    );
    paint::line(buffer, rect(layout.hint), 0, &hint, look);
    footer::draw_over(app, look, frame);
}

/// `› 1 y  整条（序号＋事项＋进展）`
fn form_line(
    index: usize,
    form: CopyForm,
    is_selected: bool,
    look: Look,
    layout: CopyLayout,
) -> Line<'static> {
    let pointer = if is_selected { '›' } else { ' ' };
    let head = format!("{pointer} {} {}  ", index + 1, form.letter());
    let room = usize::from(layout.list.cols).saturating_sub(head.chars().count());
    let style = if is_selected {
        look.theme.strong()
    } else {
        look.theme.text()
    };
    let label = look.ruler().fit((look.words.copying.form)(form), room);
    Line::from(vec![
        Span::styled(head, look.theme.chrome()),
        Span::styled(label, style),
    ])
}
