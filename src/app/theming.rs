//! Which theme is chosen, by its name alone.
//!
//! Owns the names, their order and the choice. It must never know what a theme looks like: colours are the view's, and
//! what the terminal can show is known at the doors.

use crate::app::{App, Notice};

/// The name of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// The terminal's own sixteen colours, on its own background.
    #[default]
    Terminal,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Nothing dim, everything bold: for projectors and weak eyes.
    Contrast,
    /// Colours that people tell apart who do not see red or green.
    Safe,
    /// No colours at all.
    Plain,
}

impl ThemeName {
    /// Every theme, in the order in which they follow one another.
    pub const ALL: [Self; 6] = [
        Self::Terminal,
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Safe,
        Self::Plain,
    ];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Safe => "safe",
            Self::Plain => "plain",
        }
    }

    /// The theme that is called so.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The one after it; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        let mut from_here = Self::ALL.into_iter().skip_while(|theme| *theme != self);
        from_here.nth(1).unwrap_or_default()
    }
}

impl App {
    /// The theme that is chosen.
    pub fn theme(&self) -> ThemeName {
        self.theme
    }

    /// Chooses a theme, without a word: what the program starts with.
    pub fn choose_theme(&mut self, theme: ThemeName) {
        self.theme = theme;
    }

    /// Goes on to the next theme, and says which.
    pub(super) fn next_theme(&mut self) {
        self.theme = self.theme.next();
        self.digits.clear();
        self.notice = Some(Notice::ThemeChosen(self.theme));
    }
}
