//! The words of colours and themes, and of what is said where colours cannot say it.

use crate::app::ThemeName;

/// What is said of themes, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct ThemeWords {
    pub theme: fn(ThemeName) -> &'static str,
    /// A theme, and its name on the command line.
    pub chosen: fn(&str, &str) -> String,
    /// How many characters are selected: reversed video is not seen everywhere.
    pub selected: fn(usize) -> String,
    pub about_theme: &'static str,
}
