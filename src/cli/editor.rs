//! The editor of the user's own choice.

use std::path::Path;

use crate::app::{EditorFault, Fallback};
use crate::terminal::{EditorChoice, EditorCommand};

/// What every system has, the likeliest first.
const FALLBACKS: &[(&str, Fallback)] = &[
    ("vi", Fallback::Vi),
    ("vim", Fallback::Vi),
    ("nano", Fallback::Nano),
];

/// The editor that `$VISUAL` names, else `$EDITOR`, else what the system has.
pub fn choice() -> EditorChoice {
    for variable in ["VISUAL", "EDITOR"] {
        let Some(value) = std::env::var_os(variable) else {
            continue;
        };
        let fault = || EditorFault::NoCommand {
            variable,
            value: value.to_string_lossy().into_owned(),
        };
        let Some(words) = value.to_str().and_then(split) else {
            return EditorChoice::Unusable(fault());
        };
        if let Some(command) = command(words) {
            return EditorChoice::Set(command, variable);
        }
    }
    if cfg!(windows) {
        let notepad = command(vec!["notepad".to_owned()]);
        return notepad.map_or(EditorChoice::Unusable(EditorFault::NoneThere), |command| {
            EditorChoice::Set(command, "EDITOR")
        });
    }
    let mut fallbacks = FALLBACKS.iter().filter(|(program, _)| is_there(program));
    let found = fallbacks
        .next()
        .and_then(|(program, fallback)| Some((command(vec![(*program).to_owned()])?, *fallback)));
    found.map_or(
        EditorChoice::Unusable(EditorFault::NoneThere),
        |(command, fallback)| EditorChoice::Unset(command, fallback),
    )
}

fn command(words: Vec<String>) -> Option<EditorCommand> {
    let mut words = words.into_iter();
    Some(EditorCommand {
        program: words.next().filter(|program| !program.is_empty())?,
        arguments: words.collect(),
    })
}

/// The words of a command, as a shell would see them; `None` where it would wait for more.
fn split(line: &str) -> Option<Vec<String>> {
    if !cfg!(windows) {
        return shell_words::split(line).ok();
    }
    // A path with blanks and backslashes, as Windows has them.
    if Path::new(line.trim()).is_file() {
        return Some(vec![line.trim().to_owned()]);
    }
    let parts: Vec<&str> = line.split('"').collect();
    let is_whole = parts.len() % 2 == 1;
    let words = parts.iter().enumerate().flat_map(|(at, part)| {
        if at % 2 == 1 {
            vec![(*part).to_owned()]
        } else {
            part.split_whitespace().map(str::to_owned).collect()
        }
    });
    is_whole.then(|| words.collect())
}

/// Whether a program of this name can be found.
fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
