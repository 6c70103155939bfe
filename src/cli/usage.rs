//! The help of the command line, and what is said of one that is wrong, in the language of the interface.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use crate::cli::refusal;
use crate::text::shown;
use crate::words::{UsageWords, Words};

/// Puts the headings of a command and of all below it into the language.
pub fn dress(command: Command, words: &'static Words) -> Command {
    let says = &words.usage;
    let usage = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}",
        says.usage
    );
    command
        .help_template(usage)
        .mut_args(|argument| headed(argument, says))
        .mut_subcommands(|command| dress(command, words))
}

/// What an argument can be is part of what is said of it.
fn headed(argument: Arg, says: &'static UsageWords) -> Arg {
    let heading = if argument.is_positional() {
        says.arguments
    } else {
        says.options
    };
    let has_value = argument.get_action().takes_values();
    argument
        .help_heading(heading)
        .hide_possible_values(has_value)
        .hide_default_value(has_value)
}

/// Says what is wrong with a command line, and where to read more.
pub fn refuse(error: &Error, words: &Words) {
    refusal::say(&reason(error, &words.usage));
    refusal::add(words.usage.try_help);
}

fn reason(error: &Error, says: &UsageWords) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = context(error, ContextKind::SuggestedArg);
            (says.unknown)(
                &argument,
                Some(near.as_str()).filter(|near| !near.is_empty()),
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => (says.no_value)(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let allowed = context(error, ContextKind::ValidValue);
            let mut text = (says.bad_value)(&argument, &value);
            if !allowed.is_empty() {
                text += &(says.allowed)(&allowed);
            }
            text
        }
        ErrorKind::InvalidSubcommand => {
            let near = context(error, ContextKind::SuggestedSubcommand);
            let name = context(error, ContextKind::InvalidSubcommand);
            (says.unknown_command)(&name, Some(near.as_str()).filter(|near| !near.is_empty()))
        }
        ErrorKind::MissingRequiredArgument => (says.missing)(&argument),
        ErrorKind::ArgumentConflict => {
            (says.conflict)(&argument, &context(error, ContextKind::PriorArg))
        }
        _ => (says.other)(&argument),
    }
}

/// What the parser says of one side of a mistake; nothing where it says nothing.
fn context(error: &Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    shown(&text)
}
