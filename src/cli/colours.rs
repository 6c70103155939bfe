//! Which theme the program starts with, and what the terminal can show, as far as the environment tells.
//!
//! The background is what the terminal says when it is asked (OSC 11), else what COLORFGBG says, which may be that of
//! another window; where neither is known, colours are chosen that are seen on both. The crates that ask
//! (terminal-colorsaurus, termbg) read the keyboard until something like the answer comes and drop what was typed before
//! it, and an answer that comes after their time is up lands among the keys, where its digits would mean items. Here
//! people type before the first picture, and no key may be lost or made up; so `terminal::asking` does it by itself, and
//! only where answers come in the order of the questions. Which surroundings those are is said here.
//!
//! How many colours there are is read here rather than by a crate, for those ask the environment themselves, and this
//! table can be tested.

use clap::{Arg, ArgMatches};

use crate::app::ThemeName;
use crate::view::{Abilities, Depth, Theme};
use crate::words::Words;

/// The option that names a theme.
pub fn argument(words: &Words) -> Arg {
    Arg::new("theme")
        .long("theme")
        .value_name("NAME")
        .global(true)
        .help(words.themes.about_theme)
        .hide_possible_values(true)
        .value_parser(ThemeName::ALL.map(ThemeName::name))
}

/// The theme to start with: the one that the command line asks for, else the user's settings, else what suits the
/// terminal.
pub fn theme(matches: &ArgMatches, preferred: Option<ThemeName>) -> Theme {
    let named = |name: &str| std::env::var(name).unwrap_or_default();
    let [
        term,
        color_term,
        foreground_background,
        no_color,
        multiplexer,
    ] = ["TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "TMUX"].map(named);
    let surroundings = Surroundings {
        term: &term,
        color_term: &color_term,
        foreground_background: &foreground_background,
        no_color: &no_color,
        is_in_tmux: !multiplexer.is_empty(),
        is_windows: cfg!(windows),
    };
    let asked = matches.get_one::<String>("theme");
    let asked = asked.and_then(|name| ThemeName::of_name(name));
    let name = asked.or(preferred).unwrap_or_else(|| surroundings.theme());
    Theme::new(name, surroundings.abilities())
}

/// Whether the terminal can be asked what is behind its text, and its answers come in the order of the questions.
pub fn may_ask() -> bool {
    let named = |name: &str| std::env::var(name).unwrap_or_default();
    let [term, multiplexer, screen] = ["TERM", "TMUX", "STY"].map(named);
    answers_in_order(&term, !multiplexer.is_empty(), !screen.is_empty())
}

/// GNU screen answers other questions itself at once, and hands this one on to the terminal around it, whose answer
/// comes after them all. The rest of these know nothing of backgrounds.
fn answers_in_order(term: &str, is_in_tmux: bool, is_in_screen: bool) -> bool {
    let is_screen = is_in_screen || (term.starts_with("screen") && !is_in_tmux);
    !is_screen && !OF_EIGHT.contains(&term) && term != "Eterm"
}

/// What the environment says of the terminal.
#[derive(Clone, Copy)]
struct Surroundings<'e> {
    term: &'e str,
    color_term: &'e str,
    foreground_background: &'e str,
    no_color: &'e str,
    is_in_tmux: bool,
    is_windows: bool,
}

/// Terminals without any colours.
const COLOURLESS: [&str; 6] = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320"];
/// Terminals of eight colours, where dim is not seen: it is dark grey on black, or nothing at all.
const OF_EIGHT: [&str; 6] = ["linux", "ansi", "cygwin", "cons25", "screen", "xterm-color"];
/// Terminals that have every colour also where nothing but their name says so.
const OF_ALL: [&str; 5] = [
    "xterm-kitty",
    "alacritty",
    "foot",
    "xterm-ghostty",
    "wezterm",
];

impl Surroundings<'_> {
    /// The theme that can be read here.
    fn theme(self) -> ThemeName {
        let is_nameless = self.term.is_empty() && !self.is_windows;
        if !self.no_color.is_empty() || is_nameless || COLOURLESS.contains(&self.term) {
            ThemeName::Plain
        } else {
            ThemeName::Terminal
        }
    }

    fn abilities(self) -> Abilities {
        Abilities {
            depth: self.depth(),
            shows_dim: !OF_EIGHT.contains(&self.term),
            is_light: self.is_light(),
        }
    }

    fn depth(self) -> Depth {
        // GNU screen hands on what the terminal around it said, and does not show it.
        let is_screen = self.term.starts_with("screen") && !self.is_in_tmux;
        let says_all = matches!(self.color_term, "truecolor" | "24bit") && !is_screen;
        let has_all = self.is_windows || self.term.ends_with("-direct");
        if says_all || has_all || OF_ALL.contains(&self.term) {
            Depth::Full
        } else if self.term.contains("256color") {
            Depth::Indexed
        } else {
            Depth::Sixteen
        }
    }

    /// Whether the background is one of the light ones: `0;15`, `0;default;15`.
    fn is_light(self) -> bool {
        let background = self.foreground_background.rsplit(';').next();
        matches!(
            background,
            Some("7" | "9" | "10" | "11" | "12" | "13" | "14" | "15")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XTERM: Surroundings<'_> = Surroundings {
        term: "xterm-256color",
        color_term: "",
        foreground_background: "",
        no_color: "",
        is_in_tmux: false,
        is_windows: false,
    };

    fn on(term: &str) -> Surroundings<'_> {
        Surroundings { term, ..XTERM }
    }

    #[test]
    fn what_has_no_colours_or_must_not_have_any_starts_plain() {
        for term in ["dumb", "vt100", ""] {
            assert_eq!(on(term).theme(), ThemeName::Plain, "{term}");
        }
        for term in ["xterm", "linux", "tmux-256color"] {
            assert_eq!(on(term).theme(), ThemeName::Terminal, "{term}");
        }
        let told = Surroundings {
            no_color: "1",
            ..XTERM
        };
        assert_eq!(told.theme(), ThemeName::Plain);
        let windows = Surroundings {
            is_windows: true,
            ..on("")
        };
        assert_eq!(windows.theme(), ThemeName::Terminal);
    }

    #[test]
    fn as_many_colours_as_the_terminal_says() {
        for (term, color_term, is_in_tmux, depth) in [
            ("xterm", "", false, Depth::Sixteen),
            ("linux", "", false, Depth::Sixteen),
            ("xterm-256color", "", false, Depth::Indexed),
            ("xterm-256color", "truecolor", false, Depth::Full),
            ("xterm", "24bit", false, Depth::Full),
            ("xterm-kitty", "", false, Depth::Full),
            ("xterm-direct", "", false, Depth::Full),
            ("screen-256color", "truecolor", false, Depth::Indexed),
            ("screen-256color", "truecolor", true, Depth::Full),
            ("xterm-256color", "yes", false, Depth::Indexed),
        ] {
            let told = Surroundings {
                color_term,
                is_in_tmux,
                ..on(term)
            };
            assert_eq!(told.depth(), depth, "{term} {color_term} {is_in_tmux}");
        }
    }

    #[test]
    fn only_who_answers_in_order_is_asked_for_the_background() {
        for (term, is_in_tmux, is_in_screen, is_asked) in [
            ("xterm-256color", false, false, true),
            ("tmux-256color", true, false, true),
            ("screen-256color", true, false, true),
            ("screen-256color", false, false, false),
            ("screen.xterm-256color", false, false, false),
            ("xterm-256color", false, true, false),
            ("screen", true, true, false),
            ("linux", false, false, false),
        ] {
            let asked = answers_in_order(term, is_in_tmux, is_in_screen);
            assert_eq!(asked, is_asked, "{term} {is_in_tmux} {is_in_screen}");
        }
    }

    #[test]
    fn what_is_dim_is_not_used_where_it_is_not_seen() {
        assert!(XTERM.abilities().shows_dim);
        assert!(!on("linux").abilities().shows_dim);
    }

    #[test]
    fn the_background_is_light_where_the_terminal_says_so() {
        for (said, is_light) in [
            ("", false),
            ("15;0", false),
            ("0;15", true),
            ("0;default;15", true),
            ("12;8", false),
            ("0;7", true),
            ("default;default", false),
            ("0;115", false),
        ] {
            let told = Surroundings {
                foreground_background: said,
                ..XTERM
            };
            assert_eq!(told.is_light(), is_light, "{said}");
        }
    }
}
