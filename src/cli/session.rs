//! A session at the terminal: what the command line and the user's settings say of how it looks and listens.

use std::io::{self, IsTerminal};

use clap::ArgMatches;

use crate::app::ThemeName;
use crate::cli::config::{self, Unusable};
use crate::cli::open::{self, Opening};
use crate::cli::{
    FINE, UNUSABLE, beginning, colours, demo, io_cause, refusal, refused, without_ledger,
};
use crate::keys::Keys;
use crate::settings::{Ambiguous, Settings};
use crate::terminal::{Questions, Style};
use crate::view::{Glyphs, Look, Theme};
use crate::words::Words;

/// Runs the program at the terminal until the user leaves; gives the exit status.
pub fn run(matches: &ArgMatches, mut opening: Opening, settings: Result<Settings, Unusable>) -> u8 {
    let words = opening.speech.words();
    let settings = match settings {
        Ok(settings) => settings,
        Err(unusable) => {
            config::refuse(&unusable, words);
            refusal::say(words.settings.way_out);
            return UNUSABLE;
        }
    };
    (opening.sort, opening.scope) = (settings.sort, settings.scope.unwrap_or_default());
    let style = style(matches, &settings, words);
    let ended = match matches.subcommand() {
        Some(_) => demo::show(&opening, style),
        None if opening.is_missing && !io::stdin().is_terminal() => {
            return without_ledger(&opening.path, words);
        }
        None if opening.is_missing => beginning::begin(&opening, style).map(Ok),
        None => open::open(opening, style),
    };
    match ended {
        Ok(Ok(())) => FINE,
        Ok(Err(refusal)) => refused(&refusal, words),
        Err(error) => {
            let text = (words.terminal_failed)(&io_cause(words, &error));
            refusal::say(&text);
            UNUSABLE
        }
    }
}

fn style(matches: &ArgMatches, settings: &Settings, words: &'static Words) -> Style {
    let theme = colours::theme(matches, settings.theme);
    Style {
        look: Look {
            words,
            theme,
            glyphs: asked_glyphs(matches, settings),
            keys: keys(settings),
        },
        has_mouse: !matches.get_flag("no-mouse") && settings.mouse != Some(false),
        asks: questions(matches, settings, theme),
    }
}

/// The keys that hold: those of the table, but for what the user wants otherwise.
fn keys(settings: &Settings) -> &'static Keys {
    if settings.keys.is_empty() {
        return Keys::DEFAULT;
    }
    // Once a run, and needed to its end: how to draw is copied to every pane and to the thread that loads, and could not
    // be if it held anything but references that are always good.
    Box::leak(Box::new(Keys::with(&settings.keys)))
}

/// The signs to draw with, as far as the command line and the settings say.
fn asked_glyphs(matches: &ArgMatches, settings: &Settings) -> Glyphs {
    let glyphs = if matches.get_flag("ascii") || settings.ascii == Some(true) {
        Glyphs::Ascii
    } else {
        Glyphs::Blocks
    };
    if asked_width(matches, settings) == Ambiguous::Wide {
        glyphs.on_wide()
    } else {
        glyphs
    }
}

/// What the terminal is to be asked, where there is one: how wide it draws, unless somebody said so, and what is behind
/// its text, unless a theme paints it or has no colours.
pub fn questions(matches: &ArgMatches, settings: &Settings, theme: Theme) -> Questions {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if is_dumb || !io::stdin().is_terminal() {
        return Questions::default();
    }
    Questions {
        width: asked_width(matches, settings) == Ambiguous::Auto,
        background: theme.name() == ThemeName::Terminal && colours::may_ask(),
    }
}

pub fn asked_width(matches: &ArgMatches, settings: &Settings) -> Ambiguous {
    let width = matches.get_one::<String>("ambiguous");
    let asked = width.and_then(|name| Ambiguous::of_name(name));
    asked.or(settings.ambiguous).unwrap_or(Ambiguous::Auto)
}
