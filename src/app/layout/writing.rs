//! Where everything stands while an item is being written: the note editor, the form, two texts to choose from.

use crate::app::layout::{Area, NARROW, Size};

/// From this width on, two versions of a note stand side by side.
const COMPARE_COLS: u16 = 76;

/// Where the note editor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditorLayout {
    /// Which item, and whether the text is saved.
    pub header: Area,
    /// The promise.
    pub promise: Area,
    /// The box of the text, border included.
    pub frame: Area,
    /// The text itself. Its last column is kept free for the caret.
    pub text: Area,
    /// The note as it was, beside the box of the text or, in a narrow window, above it; border included.
    pub base: Option<Area>,
    /// The row for notices.
    pub bar: Area,
    /// The row of keys.
    pub footer: Area,
}

impl EditorLayout {
    /// The editor in a window of this size; with the note as it was, where it is to be compared.
    pub fn of(size: Size, compares: bool) -> Self {
        let window = Area {
            x: 0,
            y: 0,
            cols: size.cols,
            rows: size.rows,
        };
        let roomy = size.rows >= 10 && size.cols >= NARROW.cols;
        let (header, rest) = window.split_rows(u16::from(size.rows >= 5));
        let promise_rows = if size.rows >= 18 { 2 } else { u16::from(roomy) };
        let (promise, rest) = rest.split_rows(promise_rows);
        // The text stays off the last rows, which an input method's candidate window may cover.
        let (frame, feet) = rest.split_rows(rest.rows.saturating_sub(if roomy { 2 } else { 1 }));
        let (bar, footer) = feet.split_rows(1);
        let (base, frame) = match (compares, frame.cols >= COMPARE_COLS) {
            (false, _) => (None, frame),
            (true, true) => {
                let (base, frame) = frame.split_cols(frame.cols / 2);
                (Some(base), frame)
            }
            (true, false) => {
                let (base, frame) = frame.split_rows(frame.rows / 2);
                (Some(base), frame)
            }
        };
        let text = if roomy { frame.inside() } else { frame };
        Self {
            header,
            promise,
            frame,
            text,
            base,
            bar,
            footer,
        }
    }

    /// Whether the text has a border around it.
    pub fn is_framed(&self) -> bool {
        self.frame != self.text
    }
}

/// Where the form of an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormLayout {
    /// Which item, and whether the fields are saved.
    pub header: Area,
    /// The promise.
    pub promise: Area,
    /// The fields, one below the other.
    pub body: Area,
    /// The row for notices.
    pub bar: Area,
    /// The row of keys.
    pub footer: Area,
    /// How much of the width the names of the fields take.
    pub label_cols: u16,
}

impl FormLayout {
    /// The form in a window of this size.
    pub fn of(size: Size) -> Self {
        let EditorLayout {
            header,
            promise,
            frame: body,
            bar,
            footer,
            ..
        } = EditorLayout::of(size, false);
        Self {
            header,
            promise,
            body,
            bar,
            footer,
            label_cols: (size.cols / 3).clamp(10, 18).min(size.cols),
        }
    }

    /// The width of the fields themselves. Their last column is kept free for the caret.
    pub fn field_cols(&self) -> u16 {
        self.body.cols.saturating_sub(self.label_cols).max(2)
    }
}

/// The fewest rows in which a text is worth a pane, border included.
const PANE_ROWS: u16 = 5;

/// Where texts to choose from stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergeLayout {
    /// Which item and field.
    pub header: Area,
    /// What both began with, theirs, ours; border included. Side by side, or in a narrow window one below the other.
    /// `None` where there is room for one of them only.
    pub panes: Option<[Area; 3]>,
    /// All the room there is for texts.
    pub body: Area,
    /// The choices.
    pub choices: Area,
    /// The row for notices.
    pub bar: Area,
    /// The row of keys.
    pub footer: Area,
}

impl MergeLayout {
    /// How many rows of every text are in sight.
    pub fn rows_in_sight(&self) -> usize {
        let panes = self.panes.unwrap_or([self.body; 3]);
        let rows = panes.into_iter().map(|pane| pane.inside().rows).min();
        usize::from(rows.unwrap_or(0))
    }

    /// The texts in a window of this size.
    pub fn of(size: Size) -> Self {
        let window = Area {
            x: 0,
            y: 0,
            cols: size.cols,
            rows: size.rows,
        };
        let (header, rest) = window.split_rows(u16::from(size.rows >= 8));
        let feet_rows = if size.rows >= 10 { 3 } else { 1 };
        let (body, feet) = rest.split_rows(rest.rows.saturating_sub(feet_rows));
        let (choices, feet) = feet.split_rows(1);
        let (bar, footer) = feet.split_rows(1);
        // Where there is no room for a row of keys, the row of choices is all there is.
        let bar = if bar.rows == 0 { choices } else { bar };
        let panes = if body.cols >= COMPARE_COLS {
            let (base, rest) = body.split_cols(body.cols / 3);
            let (theirs, ours) = rest.split_cols(rest.cols / 2);
            Some([base, theirs, ours])
        } else {
            let (base, rest) = body.split_rows(body.rows / 3);
            let (theirs, ours) = rest.split_rows(rest.rows / 2);
            (base.rows >= PANE_ROWS).then_some([base, theirs, ours])
        };
        Self {
            header,
            panes,
            body,
            choices,
            bar,
            footer,
        }
    }
}
