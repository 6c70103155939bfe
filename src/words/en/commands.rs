//! English: the palette, the help, and what can follow a key.

use crate::app::Action;
use crate::words::CommandWords;

/// The words of the palette and of the help in English.
pub const WORDS: CommandWords = CommandWords {
    palette: "Commands",
    full: |action| match action {
        Action::Edit => Some("edit the progress note"),
        Action::EditFields => Some("edit problems, next steps, figures"),
        Action::Findings => Some("check: what does not add up"),
        Action::HandOver => Some("edit in your own editor"),
        Action::Palette => Some("commands: find an action by its name"),
        Action::Present => Some("presentation: one item a screen"),
        Action::RewriteOrder => Some("edit this order"),
        Action::Search => Some("search, find"),
        Action::Star => Some("star, or no longer"),
        Action::SwitchPane => Some("switch pane: list, detail, gauges"),
        Action::Undo => Some("undo the last change"),
        _ => None,
    },
    find_key: "/ or F3 finds a key",
    nothing_left: "No such key or action",
    others: |numbers| format!("also {numbers}"),
};
