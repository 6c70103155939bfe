//! The file to begin with: every setting with its default, commented out, so that it changes nothing as it is.

use crate::app::ThemeName;
use crate::keys::{Context, Keys};
use crate::settings::names::{LANGUAGES, Named, SCOPES, SORTS, WIDTHS, themes};
use crate::words::Words;

/// The text of the file, with what everything means in one language. Read back, it says nothing.
pub fn text(words: &Words) -> String {
    let says = &words.settings;
    let mut text = heading(says.head);
    let choices = [
        ("language", "zh", says.language, allowed(&LANGUAGES)),
        (
            "theme",
            ThemeName::default().name(),
            says.theme,
            allowed(&themes()),
        ),
        ("ambiguous", "auto", says.ambiguous, allowed(&WIDTHS)),
    ];
    for (key, default, about, allowed) in choices {
        text.push_str(&choice(key, default, about, &allowed));
    }
    for (key, default, about) in [
        ("ascii", "false", says.ascii),
        ("mouse", "true", says.mouse),
    ] {
        text += &setting(key, default, about);
    }
    text.push_str("\n[display]\n");
    text.push_str(&choice("sort", "number", says.sort, &allowed(&SORTS)));
    text.push_str(&choice("scope", "all", says.scope, &allowed(&SCOPES)));
    text += &heading(says.keys);
    for context in Context::every() {
        text.push_str(&keys(context, words));
    }
    text
}

fn allowed<T>(all: &[Named<T>]) -> String {
    let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}

fn choice(key: &str, default: &str, about: &str, allowed: &str) -> String {
    setting(
        key,
        &format!("\"{default}\""),
        &format!("{about} ({allowed})"),
    )
}

fn setting(key: &str, default: &str, about: &str) -> String {
    format!("\n# {about}\n# {key} = {default}\n")
}

fn heading(text: &str) -> String {
    format!("\n# {}\n", text.replace('\n', "\n# "))
}

fn keys(context: Context, words: &Words) -> String {
    let name: &str = context.into();
    let mut text = format!("\n# {}\n[keys.{name}]\n", (words.context)(context));
    for binding in Keys::DEFAULT.bindings(context) {
        let action: &str = binding.action.into();
        let chords: Vec<String> = binding
            .chords
            .iter()
            .map(|it| format!("{:?}", it.to_string()))
            .collect();
        let about = (words.action)(binding.action);
        text += &key_row(action, &chords.join(", "), about);
    }
    text
}

fn key_row(action: &str, chords: &str, about: &str) -> String {
    format!("# {action} = [{chords}]  # {about}\n")
}
