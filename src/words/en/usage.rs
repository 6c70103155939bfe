//! The words around the help of the command line, in English.

use crate::words::UsageWords;

pub const WORDS: UsageWords = UsageWords {
    usage: "Usage",
    arguments: "Arguments",
    options: "Options",
    unknown: |argument, near| match near {
        Some(near) => format!("there is no option {argument}; is {near} meant?"),
        None => format!("there is no option {argument}, or it stands where it cannot"),
    },
    unknown_command: |name, near| match near {
        Some(near) => format!("there is no command {name}; is {near} meant?"),
        None => format!("there is no command {name}"),
    },
    bad_value: |argument, value| format!("{argument} cannot be “{value}”"),
    allowed: |values| format!("; it can be: {values}"),
    no_value: |argument| format!("{argument} needs a value after it"),
    missing: |arguments| format!("missing: {arguments}"),
    conflict: |argument, other| format!("{argument} and {other} cannot be used together"),
    other: |argument| format!("the command line is wrong: {argument}"),
    try_help: "--help tells more, as in: taizhang --help, taizhang set --help",
};
