//! The only colours of the program.
//!
//! A theme is a name and what the terminal can show of it. Colour is never the only sign of anything: beside it stand a
//! Han character, a number or a sign, for what is selected `›` or brackets, and reversed video where there is any.
//!
//! The terminal's own theme takes its sixteen colours on its own background, so that a person's choice of light or dark
//! holds. What may be overlooked is dimmed there, not grey: each of the two greys is invisible on one palette or
//! another, and a terminal that knows no dimming shows ordinary text. The other themes paint their own background, for
//! else nobody could know what is read on it.

mod palette;
mod shade;

use ratatui::style::{Color, Modifier, Style};

use crate::app::ThemeName;
use crate::ledger::Status;
use palette::Palette;

pub use shade::Depth;

/// What a terminal can show, and what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// How many colours it has.
    pub depth: Depth,
    /// Whether what it dims is still seen.
    pub shows_dim: bool,
    /// Whether its own background is known to be light.
    pub is_light: bool,
}

impl Abilities {
    /// Of a terminal of which nothing is known.
    pub const ORDINARY: Self = Self {
        depth: Depth::Sixteen,
        shows_dim: true,
        is_light: false,
    };
}

/// What a piece of text stands for.
#[derive(Clone, Copy)]
enum Role {
    Quiet,
    Chrome,
    Mark,
    Evidence,
    Late,
    Slipping,
    OnTrack,
    Ahead,
    Done,
}

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    name: ThemeName,
    abilities: Abilities,
}

impl Theme {
    /// The terminal's own sixteen colours.
    pub const TERMINAL: Self = Self::new(ThemeName::Terminal, Abilities::ORDINARY);
    /// No colours: only bold, underlined and reversed.
    pub const PLAIN: Self = Self::new(ThemeName::Plain, Abilities::ORDINARY);

    /// The theme of this name on such a terminal.
    pub const fn new(name: ThemeName, abilities: Abilities) -> Self {
        Self { name, abilities }
    }

    /// Its name.
    pub const fn name(self) -> ThemeName {
        self.name
    }

    /// Another theme on the same terminal.
    #[must_use]
    pub const fn named(self, name: ThemeName) -> Self {
        Self { name, ..self }
    }

    /// The same theme where the terminal's own background is known.
    #[must_use]
    pub const fn on_background(self, is_light: bool) -> Self {
        let abilities = Abilities {
            is_light,
            ..self.abilities
        };
        Self { abilities, ..self }
    }

    /// The colours of a theme that paints its own background.
    const fn palette(self) -> Option<Palette> {
        match self.name {
            ThemeName::Terminal | ThemeName::Plain => None,
            ThemeName::Dark => Some(palette::DARK),
            ThemeName::Light => Some(palette::LIGHT),
            ThemeName::Contrast => Some(palette::CONTRAST),
            ThemeName::Safe => Some(palette::SAFE),
        }
    }

    fn color(self, role: Role) -> Option<Color> {
        let Some(palette) = self.palette() else {
            let has_colors = self.name == ThemeName::Terminal;
            return own_color(role, self.abilities.is_light).filter(|_| has_colors);
        };
        let shade = match role {
            Role::Quiet => palette.quiet,
            Role::Chrome => palette.chrome,
            Role::Mark | Role::Slipping => palette.mark,
            Role::Evidence => palette.evidence,
            Role::Late => palette.late,
            Role::OnTrack => palette.on_track,
            Role::Ahead => palette.ahead,
            Role::Done => palette.done,
        };
        Some(shade.at(self.abilities.depth))
    }

    fn style(self, role: Role) -> Style {
        let style = Style::new();
        self.color(role).map_or(style, |color| style.fg(color))
    }

    /// What every cell is drawn in that has no colours of its own; `None` where that is the terminal's own affair.
    pub fn ground(self) -> Option<Style> {
        let palette = self.palette()?;
        let [text, ground] = [palette.text, palette.ground].map(|it| it.at(self.abilities.depth));
        let style = Style::new().fg(text).bg(ground);
        Some(if self.name == ThemeName::Contrast {
            style.add_modifier(Modifier::BOLD)
        } else {
            style
        })
    }

    /// Ordinary text.
    pub fn text(self) -> Style {
        Style::new()
    }

    /// What may be overlooked.
    pub fn quiet(self) -> Style {
        let style = self.style(Role::Quiet);
        if self.name == ThemeName::Terminal && self.abilities.shows_dim {
            style.add_modifier(Modifier::DIM)
        } else {
            style
        }
    }

    /// Headings and the promise itself.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The head of the window and the keys at its foot.
    pub fn chrome(self) -> Style {
        self.style(Role::Chrome)
    }

    /// The row or the answer under the cursor. Wherever it is used stands a sign, too: not every terminal reverses.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What a search found.
    pub fn mark(self) -> Style {
        self.style(Role::Mark)
            .add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The words that a figure was read from. Never bold, so that it is told from a mark without colours, too.
    pub fn evidence(self) -> Style {
        self.style(Role::Evidence)
            .add_modifier(Modifier::UNDERLINED)
    }

    /// A notice that something was done.
    pub fn done(self) -> Style {
        self.style(Role::OnTrack)
    }

    /// A notice that something was not done.
    pub fn warning(self) -> Style {
        self.style(Role::Late).add_modifier(Modifier::BOLD)
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
        match status {
            Status::NotStarted | Status::Behind => {
                self.style(Role::Late).add_modifier(Modifier::BOLD)
            }
            Status::Slipping => self.style(Role::Slipping),
            Status::Unquantified => self.quiet(),
            Status::OnTrack => self.style(Role::OnTrack),
            Status::Ahead => self.style(Role::Ahead),
            Status::Done => self.style(Role::Done).add_modifier(Modifier::BOLD),
        }
    }

    /// The time line and the target in a bar.
    pub fn line(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }
}

/// Which of the terminal's own sixteen stands for a role. On a light background yellow, cyan and green are hardly seen;
/// dark ones take their places where the background is known to be light.
fn own_color(role: Role, is_light: bool) -> Option<Color> {
    let (on_dark, on_light) = match role {
        Role::Quiet => return None,
        Role::Chrome | Role::Ahead => (Color::Cyan, Color::Blue),
        Role::Mark | Role::Slipping => (Color::Yellow, Color::Magenta),
        Role::Evidence => (Color::Magenta, Color::Magenta),
        Role::Late => (Color::Red, Color::Red),
        Role::OnTrack | Role::Done => (Color::Green, Color::Blue),
    };
    Some(if is_light { on_light } else { on_dark })
}
