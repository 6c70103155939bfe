//! The words about the file of settings, in English.

use crate::words::SettingsWords;

pub const WORDS: SettingsWords = SettingsWords {
    head: "Settings of taizhang. Every line is the default; a line with # before it has no effect. To change a setting,\ntake its # away. What the command line says counts more. Check with: taizhang config check",
    language: "Language of the interface; that of the system where not given",
    theme: "Colours at the start; where not given the terminal's own, or plain where it has none or NO_COLOR is set",
    ambiguous: "How many columns the terminal draws characters like “ — ① in; auto asks it",
    ascii: "Draw bars and frames with ASCII characters only",
    mouse: "Use the mouse; with false it is the terminal's (drag to select text)",
    sort: "The order of the list at the start",
    scope: "Where a search looks at first",
    keys: "Keys. A key given to an action is taken from the one that had it; every action keeps at least one.\nKeys are called \"F2\", \"e\", \"Ctrl-S\", \"Shift-Tab\", \"PgDn\", \"Up\", \"Space\".",
    unknown_key: |key, near| match near {
        Some(near) => format!("there is no setting {key}; is {near} meant?"),
        None => format!("there is no setting {key}; taizhang config init lists them all"),
    },
    unknown_word: |key, word, allowed, near| match near {
        Some(near) => format!("{key} cannot be “{word}”; is {near} meant? It can be: {allowed}"),
        None => format!("{key} cannot be “{word}”; it can be: {allowed}"),
    },
    wrong_type: |key, wanted| format!("{key} must be {wanted}"),
    text: "a text in quotes",
    truth: "true or false",
    table: "a table, written [name]",
    key_list: "a key in quotes or a list of them, like [\"F2\", \"e\"]",
    no_key: |name| {
        format!("no key is called “{name}”; write F2, e, Ctrl-S, Shift-Tab, PgDn, Up, Space")
    },
    no_keys: |action| format!("{action} has no key left; give it one"),
    is_text: |chord, context| {
        format!(
            "in {context}, {chord} is text to type and cannot be a command; use a function key or Ctrl"
        )
    },
    never_sent: |chord| {
        format!(
            "terminals do not send {chord} as a key of its own (Ctrl-M is Enter, Ctrl-I is Tab); use another key"
        )
    },
    twice: |chord, action| format!("{chord} is given to {action} already; use another key"),
    last_key: |chord, action| {
        format!("{chord} is the last key of {action}; give {action} another key, too")
    },
    about_config: "This user's settings file (without a command: where it is)",
    about_check: "Check the settings file; exit status 2 where something is wrong",
    about_init: "Write a settings file with all defaults (never over one that is there); -o - prints it",
    about_file: "Write to this file",
    about_no_config: "Do not read the settings file",
    fine: |file| format!("{file}: nothing is wrong"),
    none: |file| format!("{file}: not there yet; taizhang config init writes one"),
    written: |file| format!("Written: {file}"),
    exists: |file| {
        format!(
            "{file}: is there already and was not touched; taizhang config init -o - prints the defaults"
        )
    },
    no_folder: "there is no folder for settings (neither HOME nor XDG_CONFIG_HOME is set); name a file with -o",
    way_out: "The ledger was not opened. Mend the settings file, or open it with the defaults: --no-config",
};
