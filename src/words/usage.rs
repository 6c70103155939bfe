//! The words around the help of the command line, and about one that is wrong.

/// What the help is made of, and what is said of arguments that mean nothing, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct UsageWords {
    pub usage: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    /// The argument, and the one that was perhaps meant.
    pub unknown: fn(&str, Option<&str>) -> String,
    pub unknown_command: fn(&str, Option<&str>) -> String,
    /// The argument and its value.
    pub bad_value: fn(&str, &str) -> String,
    /// The values that it can have.
    pub allowed: fn(&str) -> String,
    pub no_value: fn(&str) -> String,
    pub missing: fn(&str) -> String,
    /// Two arguments that exclude each other.
    pub conflict: fn(&str, &str) -> String,
    pub other: fn(&str) -> String,
    pub try_help: &'static str,
}
