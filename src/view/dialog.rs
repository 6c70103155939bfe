//! A question in front of the editor, with answers to choose from.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::mode::About;
use crate::app::{Editor, Question};
use crate::ledger::{OrderPart, Unresolved};
use crate::view::prose::Prose;
use crate::view::{Look, paint};
use crate::words::handing::provenance;
use crate::words::say;

/// How much of an unsaved note is shown, in columns.
const PREVIEW_COLS: usize = 80;
/// The widest a question gets, in columns.
const WIDEST: u16 = 60;

pub fn draw(question: Question, editor: &Editor, look: Look, frame: &mut Frame<'_>) {
    let shown = Shown::of(question, editor, look, frame.area());
    paint::clear(frame.buffer_mut(), shown.area);
    let title = shown.title;
    paint::border(frame.buffer_mut(), shown.area, title, true, look);
    let inside = shown.inside();
    paint::lines(
        frame.buffer_mut(),
        inside,
        &shown.lines,
        shown.skipped,
        look,
    );
}

/// The index of the answer at a cell.
pub fn answer_at(
    question: Question,
    editor: &Editor,
    look: Look,
    (window, cell): (Rect, Position),
) -> Option<usize> {
    let shown = Shown::of(question, editor, look, window);
    let inside = shown.inside();
    if !inside.contains(cell) {
        return None;
    }
    let row = usize::from(cell.y - inside.y) + shown.skipped;
    let row = row.checked_sub(shown.first_answer)?;
    let col = usize::from(cell.x - inside.x);
    let spans = |row: &Line<'_>| row.spans.len();
    let rows = shown.lines.get(shown.first_answer..)?;
    let above: usize = rows.iter().take(row).map(spans).sum();
    let mut end = 0;
    let in_row = rows.get(row)?.spans.iter().position(|span| {
        end += look.ruler().cols_of(&span.content);
        col < end
    })?;
    Some(above + in_row)
}

/// A question as it is shown.
struct Shown {
    area: Rect,
    title: &'static str,
    lines: Vec<Line<'static>>,
    /// Which of the lines is the first with answers.
    first_answer: usize,
    /// How many lines have no room.
    skipped: usize,
}

impl Shown {
    fn of(question: Question, editor: &Editor, look: Look, window: Rect) -> Self {
        let words = look.words;
        let cols = usize::from(WIDEST.min(window.width).saturating_sub(4)).max(1);
        let (title, text) = match question.about {
            About::Leaving => {
                let id = editor.item.id().to_string();
                (words.leaving_title, (words.leaving)(&id))
            }
            About::NoEditor(fallback) => {
                let text = (words.handing.none_set)(fallback);
                (words.handing.none_set_title, text.to_owned())
            }
            About::Recovered => {
                let beginning = look.ruler().fit(&unsaved(editor, look), PREVIEW_COLS);
                let mut text = (words.recovered)(&editor.item.id().to_string(), &beginning);
                text += &astray(editor, look);
                for said in editor.found.iter().flat_map(|it| provenance(words, it)) {
                    text.push('\n');
                    text.push_str(&said);
                }
                (words.recovered_title, text)
            }
            About::OtherItem => {
                let wanted = say::named(words, &editor.item.key());
                let now = match &editor.astray {
                    Some(Unresolved::Replaced(now)) => say::named(words, now),
                    _ => String::new(),
                };
                (words.other_item_title, (words.other_item)(&wanted, &now))
            }
        };
        let mut lines = Prose {
            ruler: look.ruler(),
            style: look.theme.text(),
            mark: look.theme.text(),
            marker: None,
        }
        .rows(&text, cols);
        lines.push(Line::default());
        let (answers, chosen_row) = answers(question, look, cols);
        let rows = usize::from(window.height.saturating_sub(2));
        // In a tiny window the answers matter more than the text above them.
        let all = lines.len() + answers.len();
        let skipped = all.saturating_sub(rows).min(lines.len() + chosen_row);
        let first_answer = lines.len();
        lines.extend(answers);
        let height = u16::try_from(all.min(rows.max(1))).unwrap_or(1) + 2;
        let area = centred(
            window,
            u16::try_from(cols).unwrap_or(1) + 4,
            height.min(window.height),
        );
        Self {
            area,
            title,
            lines,
            first_answer,
            skipped,
        }
    }

    fn inside(&self) -> Rect {
        Rect {
            x: self.area.x + 2,
            y: self.area.y + 1,
            width: self.area.width.saturating_sub(4),
            height: self.area.height.saturating_sub(2),
        }
    }
}

/// What became of the item of a text that was found, where it is not sure that it is still that one.
fn astray(editor: &Editor, look: Look) -> String {
    let words = look.words;
    let wanted = say::named(words, &editor.item.key());
    match &editor.astray {
        None => String::new(),
        Some(Unresolved::Replaced(now)) => {
            (words.recovered_other_item)(&wanted, &say::named(words, now))
        }
        Some(Unresolved::Ambiguous(_) | Unresolved::Gone) => (words.recovered_item_gone)(&wanted),
    }
}

/// The beginning of an unsaved note; of a form, the names of its unsaved fields.
fn unsaved(editor: &Editor, look: Look) -> String {
    if editor.is_order() && !editor.order_text(OrderPart::Text).is_empty() {
        return editor.order_text(OrderPart::Text).replace('\n', " ");
    }
    if !editor.is_form() {
        return editor.text().replace('\n', " ");
    }
    let changed = editor.entries.iter().filter(|entry| entry.is_changed());
    let names: Vec<String> = changed
        .map(|entry| say::slot(look.words, &entry.slot))
        .collect();
    names.join(look.words.between_names)
}

/// The answers side by side where they fit, otherwise below one another; and the row of the chosen one.
fn answers(question: Question, look: Look, cols: usize) -> (Vec<Line<'static>>, usize) {
    let spans: Vec<Span<'static>> = question
        .answers()
        .iter()
        .enumerate()
        .map(|(index, &answer)| {
            let word = (look.words.answer)(answer);
            if index == question.choice {
                Span::styled(format!("[ {word} ]"), look.theme.selected())
            } else {
                Span::raw(format!("  {word}  "))
            }
        })
        .collect();
    let side_by_side = look.cols_of(&spans);
    if side_by_side <= cols {
        (vec![Line::from(spans)], 0)
    } else {
        (spans.into_iter().map(Line::from).collect(), question.choice)
    }
}

fn centred(window: Rect, cols: u16, rows: u16) -> Rect {
    let (width, height) = (cols.min(window.width), rows.min(window.height));
    Rect {
        x: (window.width - width) / 2,
        y: (window.height - height) / 2,
        width,
        height,
    }
}
