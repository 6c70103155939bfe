//! The table of keys against the program: what the palette offers is what the keys do, and everything has its words.

use std::collections::HashSet;

use taizhang::app::menu::Entry;
use taizhang::app::{Action, Command, Mode};
use taizhang::keys::{self, Binding, Chord, Context, Keys};
use taizhang::text::wrap::is_han;
use taizhang::words::Language;
use taizhang::words::commands::{commands, name};

use crate::filtering::varied;
use crate::support::Walk;

/// The screens that have a palette, in different moments, and the keys that lead there.
const MOMENTS: [(Context, &str); 7] = [
    (Context::Browse, "<Down>"),
    (Context::Browse, "/床位<Enter>"),
    (Context::Browse, "<Down><F12>甲<F2><Esc>4"),
    (Context::Overview, "<F4><Down>"),
    (Context::Findings, "c<Down>"),
    (Context::Present, "<Down><F5>"),
    (Context::Present, "<Down><F5>4"),
];

fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    Keys::DEFAULT.bindings(context)
}

/// A key as walks write it.
fn written(chord: &Chord) -> String {
    let named = chord
        .to_string()
        .replace("Ctrl-", "C-")
        .replace("Shift-", "S-")
        .replace('↑', "Up")
        .replace('↓', "Down")
        .replace('←', "Left")
        .replace('→', "Right")
        .replace("Backspace", "BS")
        .replace("Delete", "Del");
    match named.as_str() {
        "Space" => " ".to_owned(),
        one if one.chars().count() == 1 => one.to_owned(),
        _ => match named.strip_prefix("C-").filter(|key| key.len() == 1) {
            Some(letter) => format!("<C-{}>", letter.to_lowercase()),
            None => format!("<{named}>"),
        },
    }
}

/// What a user sees of a moment, and what is behind it.
fn seen(walk: &mut Walk) -> (String, Context, Option<usize>, bool, String) {
    let context = keys::context(walk.app.mode());
    let selected = walk.app.selected();
    (walk.screen(), context, selected, walk.has_quit, walk.text())
}

fn left(walk: &Walk) -> Vec<&Command> {
    let Mode::Palette(palette) = walk.app.mode() else {
        panic!("no palette: {:?}", keys::context(walk.app.mode()));
    };
    let command = |entry: &'_ Entry| entry.what.action();
    assert!(palette.menu.left().all(|entry| command(entry).is_some()));
    palette
        .menu
        .left()
        .filter_map(|entry| match &entry.what {
            taizhang::app::menu::What::Command(command) => Some(command),
            _ => None,
        })
        .collect()
}

#[test]
fn every_key_does_what_the_table_says() {
    for row in Context::ALL.into_iter().flat_map(bindings) {
        for chord in row.chords.iter() {
            let events = crate::support::events(&written(chord));
            assert_eq!(events.len(), 1, "{chord}");
            let msg = Keys::DEFAULT.message(row.context, events[0].clone());
            let does = matches!(msg, Some(taizhang::app::Msg::Do(action)) if action == row.action);
            assert!(does, "{chord} in {:?}: {msg:?}", row.context);
        }
    }
}

#[test]
fn the_palette_has_every_action_of_its_screen_and_does_what_its_key_does() {
    for (context, keys) in MOMENTS {
        let rows = bindings(context).filter(|row| row.action != Action::Palette);
        let rows: Vec<_> = rows.collect();
        let mut there = varied(80, 24);
        there.keys(keys);
        assert_eq!(taizhang::keys::context(there.app.mode()), context, "{keys}");
        there.keys("<F9>");
        let offered: Vec<Action> = left(&there).iter().map(|it| it.action).collect();
        let of_table: HashSet<Action> = rows.iter().map(|row| row.action).collect();
        assert_eq!(offered.len(), of_table.len(), "{context:?}");
        for row in rows {
            let at = offered.iter().position(|action| *action == row.action);
            let at = at.unwrap_or_else(|| panic!("{:?} in {context:?}", row.action));
            let mut by_palette = varied(80, 24);
            by_palette.keys(keys).keys("<F9>");
            by_palette.keys(&"<Down>".repeat(at)).keys("<Enter>");
            let mut by_key = varied(80, 24);
            by_key.keys(keys).keys(&written(&row.chords[0]));
            assert_eq!(
                seen(&mut by_palette),
                seen(&mut by_key),
                "{:?} after {keys}",
                row.action
            );
        }
    }
}

#[test]
fn every_action_has_a_name_of_its_own_in_both_languages() {
    for context in Context::ALL {
        for language in Language::ALL {
            let mut seen = HashSet::new();
            for row in bindings(context) {
                let name = name(language.words(), row.action);
                let is_of_language = match language {
                    Language::Chinese => name.chars().any(is_han),
                    Language::English => name.is_ascii() && !name.is_empty(),
                };
                assert!(is_of_language, "{:?}: {name}", row.action);
                assert!(seen.insert(name), "two actions are {name} in {context:?}");
            }
            assert!(!(language.words().context)(context).is_empty());
        }
    }
}

#[test]
fn typing_a_name_of_either_language_leads_to_its_action() {
    for (context, keys) in MOMENTS {
        let mut walk = varied(80, 24);
        walk.keys(keys).keys("<F9>");
        for command in commands(Keys::DEFAULT, context) {
            for language in Language::ALL {
                let name = name(language.words(), command.action);
                walk.keys("<C-u>").paste(name);
                let first = left(&walk)[0].action;
                assert_eq!(first, command.action, "{name} in {context:?}");
            }
        }
    }
}

#[test]
fn where_letters_are_text_the_keys_know_it() {
    for keys in [
        "",
        "/",
        "<F2>",
        "<F12>",
        "<F2>甲<Esc>",
        "<F4>",
        "c",
        "<F5>",
        "<F7>",
        "<F8>",
        "<F9>",
        "<F1>",
        "<F1>/",
        "<F2><F1>",
        "<F9><F1>",
        "<Insert>",
    ] {
        let mut walk = varied(80, 24);
        walk.keys(keys);
        let mode = walk.app.mode();
        let context = keys::context(mode);
        assert_eq!(mode.takes_text(), context.is_typing(), "{keys}");
        let has_palette = bindings(context).any(|row| row.action == Action::Palette);
        assert_eq!(mode.has_palette(), has_palette, "{keys}");
    }
}
