//! The only colours of the program.
//!
//! Only the terminal's own sixteen are used, so that a person's choice of light or dark holds. Colour is never the only
//! sign of anything: beside it stand a Han character, a number, a sign, or reversed video for what is selected.

use ratatui::style::{Color, Modifier, Style};

use crate::ledger::Status;

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Whether there are colours at all.
    coloured: bool,
}

impl Theme {
    /// The terminal's own sixteen colours.
    pub const TERMINAL: Self = Self { coloured: true };
    /// No colours: only bold, dim, underlined and reversed.
    pub const PLAIN: Self = Self { coloured: false };

    fn with(self, style: Style, color: Color) -> Style {
        if self.coloured {
            style.fg(color)
        } else {
            style
        }
    }

    /// Ordinary text.
    pub fn text(self) -> Style {
        Style::new()
    }

    /// What may be overlooked.
    pub fn quiet(self) -> Style {
        self.with(Style::new(), Color::DarkGray)
    }

    /// Headings and the promise itself.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The head of the window and the keys at its foot.
    pub fn chrome(self) -> Style {
        self.with(Style::new(), Color::Cyan)
    }

    /// The row or the answer under the cursor.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What a search found.
    pub fn mark(self) -> Style {
        self.with(
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Color::Yellow,
        )
    }

    /// The words that a figure was read from. Never bold, so that it is told from a mark without colours, too.
    pub fn evidence(self) -> Style {
        self.with(
            Style::new().add_modifier(Modifier::UNDERLINED),
            Color::Magenta,
        )
    }

    /// A notice that something was done.
    pub fn done(self) -> Style {
        self.with(Style::new(), Color::Green)
    }

    /// A notice that something was not done.
    pub fn warning(self) -> Style {
        self.with(Style::new().add_modifier(Modifier::BOLD), Color::Red)
    }

    /// The border of a pane.
    pub fn border(self, has_keys: bool) -> Style {
        if has_keys {
            self.chrome().add_modifier(Modifier::BOLD)
        } else {
            self.quiet()
        }
    }

    /// A verdict, beside its Han character.
    pub fn status(self, status: Status) -> Style {
        let style = Style::new();
        match status {
            Status::NotStarted | Status::Behind => {
                self.with(style.add_modifier(Modifier::BOLD), Color::Red)
            }
            Status::Slipping => self.with(style, Color::Yellow),
            Status::Unquantified => self.quiet(),
            Status::OnTrack => self.with(style, Color::Green),
            Status::Ahead => self.with(style, Color::Cyan),
            Status::Done => self.with(style.add_modifier(Modifier::BOLD), Color::Green),
        }
    }

    /// The time line and the target in a bar.
    pub fn line(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }
}
