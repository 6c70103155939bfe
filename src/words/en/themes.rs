//! English: themes.

use crate::app::ThemeName;
use crate::words::ThemeWords;

/// The words of themes in English.
pub const WORDS: ThemeWords = ThemeWords {
    theme: |theme| match theme {
        ThemeName::Terminal => "the terminal's own",
        ThemeName::Dark => "light on dark",
        ThemeName::Light => "dark on light",
        ThemeName::Contrast => "for projectors",
        ThemeName::Safe => "for the colour-blind",
        ThemeName::Plain => "no colours",
    },
    chosen: |theme, name| format!("Colours: {theme} ({name})"),
    selected: |chars| format!("selected: {chars}"),
    about_theme: "Colours: terminal (its own, where not given), dark, light, contrast (for projectors), safe (for the colour-blind), plain (none)",
};
