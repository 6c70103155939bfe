use super::*;
use crate::app::Action;
use crate::keys::{Chord, Context, Keys};
use crate::ledger::Place;

fn faults(text: &str) -> Vec<Fault> {
    let mistakes = read(text).unwrap_err();
    mistakes.into_iter().map(|mistake| mistake.fault).collect()
}

#[test]
fn what_is_said_is_taken() {
    let text = "language = \"en\"\ntheme = \"contrast\"\nambiguous = \"wide\"\nascii = true\nmouse = false\n\
        [display]\nsort = \"behind\"\nscope = \"notes\"\n[keys.browse]\nedit = [\"Ctrl-E\", \"x\"]\n";
    let settings = read(text).unwrap();
    let edit = Binding {
        context: Context::Browse,
        action: Action::Edit,
        chords: vec![Chord::ctrl('e'), Chord::char('x')].into(),
    };
    let expected = Settings {
        language: Some(Language::English),
        theme: Some(ThemeName::Contrast),
        ambiguous: Some(Ambiguous::Wide),
        ascii: Some(true),
        mouse: Some(false),
        sort: Some(Sort::Behind),
        scope: Some(Scope::Notes),
        keys: vec![edit],
    };
    assert_eq!(settings, expected);
    assert_eq!(read("").unwrap(), Settings::default());
}

#[test]
fn a_slip_is_told_with_what_was_perhaps_meant() {
    let mistakes = read("\nlangauge = \"zh\"\n").unwrap_err();
    assert_eq!(mistakes[0].place, Place { line: 2, column: 1 });
    let near = |near| move |fault: &Fault| matches!(fault, Fault::UnknownKey { near: found, .. } if *found == near);
    assert!(near(Some("language"))(&mistakes[0].fault));
    assert!(near(None)(&faults("xyz = 1\n")[0]));
    assert!(near(Some("edit"))(
        &faults("[keys.browse]\nedti = \"x\"\n")[0]
    ));
    assert!(near(Some("browse"))(
        &faults("[keys.brows]\nedit = \"x\"\n")[0]
    ));
    // An action of another screen is none of this one.
    assert!(matches!(
        &faults("[keys.browse]\ninsert-date = \"x\"\n")[0],
        Fault::UnknownKey { .. }
    ));
    assert!(matches!(
        &faults("language = \"ch\"\n")[0],
        Fault::UnknownWord { allowed, .. } if allowed == &["zh", "en"]
    ));
    assert!(matches!(&faults("language = ")[0], Fault::Syntax(_)));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let text = "mouse = \"yes\"\nascii = 1\ndisplay = 3\n[keys.browse]\nedit = 7\nsort = [\"Strg-X\"]\nstar = []\n";
    let wanted = |wanted| move |fault: &Fault| matches!(fault, Fault::WrongType { wanted: found, .. } if *found == wanted);
    let found = faults(text);
    assert_eq!(found.len(), 6, "{found:?}");
    assert!(wanted(Wanted::Truth)(&found[0]) && wanted(Wanted::Truth)(&found[1]));
    assert!(wanted(Wanted::Table)(&found[2]) && wanted(Wanted::Keys)(&found[3]));
    assert_eq!(found[4], Fault::NoKey("Strg-X".to_owned()));
    assert_eq!(found[5], Fault::NoKeys("star"));
}

#[test]
fn no_action_is_left_without_a_key_and_no_key_does_two_things() {
    let twice = faults("[keys.browse]\nedit = \"x\"\nstar = [\"x\", \"F2\"]\n");
    assert!(
        matches!(&twice[0], Fault::Twice { chord, action } if chord == "x" && *action == "edit"),
        "{twice:?}"
    );
    let last = faults("[keys.browse]\nedit = \"Esc\"\n");
    assert!(
        matches!(&last[0], Fault::LastKey { chord, action } if chord == "Esc" && *action == "back"),
        "{last:?}"
    );
    // One takes the first of its keys, another the second.
    let both = faults("[keys.browse]\nstar = \"Ctrl-R\"\nzoom = \"R\"\n");
    assert!(
        matches!(
            &both[0],
            Fault::LastKey {
                action: "reload",
                ..
            }
        ),
        "{both:?}"
    );
    assert!(read("[keys.browse]\nedit = \"Esc\"\nback = \"Ctrl-G\"\n").is_ok());
    let text = faults("[keys.search]\nkeep = \"x\"\n");
    assert!(matches!(&text[0], Fault::IsText { .. }), "{text:?}");
}

#[test]
fn a_key_that_would_never_come_is_refused() {
    for name in ["Ctrl-M", "Ctrl-I", "Ctrl-[", "Ctrl-1", "Ctrl-/"] {
        let found = faults(&format!("[keys.browse]\nedit = \"{name}\"\n"));
        assert_eq!(found, [Fault::NeverSent(name.to_owned())], "{name}");
    }
    // What an input method makes of a sign is read as when it is pressed.
    let settings =
        read("[keys.browse]\nedit = [\"？\", \"Ctrl-J\", \"Ctrl-Space\"]\nhelp = \"F1\"\n");
    let keys = settings.unwrap().keys;
    let edit = keys.iter().find(|it| it.action == Action::Edit).unwrap();
    let chords: Vec<String> = edit.chords.iter().map(ToString::to_string).collect();
    assert_eq!(chords, ["?", "Ctrl-J", "Ctrl-Space"]);
}

#[test]
fn every_key_of_the_table_can_be_written_as_it_is_shown() {
    for context in Context::ALL {
        let chords = Keys::DEFAULT
            .bindings(context)
            .flat_map(|binding| binding.chords.iter());
        for chord in chords {
            assert_eq!(chord.to_string().parse(), Ok(*chord));
            assert!(chord.is_sent(), "{chord}");
        }
    }
    assert_eq!("shift+tab".parse::<Chord>(), "Shift-Tab".parse());
    assert_eq!("Ctrl-Up".parse::<Chord>(), "Ctrl-↑".parse());
    for name in [
        "", "Ctrl-", "F0", "F99", "Hyper-X", "Shift-a", "\u{1B}", "ab",
    ] {
        assert!(name.parse::<Chord>().is_err(), "{name:?}");
    }
}

#[test]
fn the_file_to_begin_with_says_nothing_and_names_everything() {
    for language in [Language::Chinese, Language::English] {
        let text = template::text(language.words());
        assert_eq!(read(&text), Ok(Settings::default()));
        // With every setting uncommented it says just the defaults.
        let is_setting =
            |line: &&str| line.starts_with("# [") || line.contains(" = ") || line.starts_with('[');
        let lines = text
            .lines()
            .filter(is_setting)
            .filter(|line| !line.contains("taizhang"));
        let all: Vec<&str> = lines.map(|line| line.trim_start_matches("# ")).collect();
        let settings = read(&all.join("\n")).unwrap();
        let defaults = Settings {
            language: Some(Language::Chinese),
            theme: Some(ThemeName::Terminal),
            ambiguous: Some(Ambiguous::Auto),
            ascii: Some(false),
            mouse: Some(true),
            sort: Some(Sort::Number),
            scope: Some(Scope::All),
            keys: settings.keys.clone(),
        };
        assert_eq!(settings, defaults);
        let table: Vec<&Binding> = Context::every()
            .flat_map(|context| Keys::DEFAULT.bindings(context))
            .collect();
        assert_eq!(settings.keys.len(), table.len());
        for binding in table {
            assert!(settings.keys.contains(binding), "{binding:?}");
        }
    }
}

#[test]
fn every_theme_can_be_preferred_and_no_other() {
    for theme in ThemeName::ALL {
        let settings = read(&format!("theme = \"{}\"\n", theme.name())).unwrap();
        assert_eq!(settings.theme, Some(theme));
    }
    assert!(matches!(
        &faults("theme = \"contarst\"\n")[0],
        Fault::UnknownWord { key: "theme", near: Some("contrast"), allowed, .. } if allowed.len() == 6
    ));
    assert!(matches!(&faults("theme = 1\n")[0], Fault::WrongType { .. }));
}
