//! The words about the file of settings.

/// What the file says of itself, and what is said of one that is wrong, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct SettingsWords {
    // The file to begin with.
    pub head: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub ambiguous: &'static str,
    pub ascii: &'static str,
    pub mouse: &'static str,
    pub sort: &'static str,
    pub scope: &'static str,
    pub keys: &'static str,
    // What is wrong with one.
    /// The key, and the one that was perhaps meant.
    pub unknown_key: fn(&str, Option<&str>) -> String,
    /// The key, the word, the words it can be, and the one that was perhaps meant.
    pub unknown_word: fn(&str, &str, &str, Option<&str>) -> String,
    pub wrong_type: fn(&str, &str) -> String,
    pub text: &'static str,
    pub truth: &'static str,
    pub table: &'static str,
    pub key_list: &'static str,
    pub no_key: fn(&str) -> String,
    pub no_keys: fn(&str) -> String,
    pub is_text: fn(&str, &str) -> String,
    pub never_sent: fn(&str) -> String,
    pub twice: fn(&str, &str) -> String,
    pub last_key: fn(&str, &str) -> String,
    // The command.
    pub about_config: &'static str,
    pub about_check: &'static str,
    pub about_init: &'static str,
    pub about_file: &'static str,
    pub about_no_config: &'static str,
    pub fine: fn(&str) -> String,
    pub none: fn(&str) -> String,
    pub written: fn(&str) -> String,
    pub exists: fn(&str) -> String,
    pub no_folder: &'static str,
    /// How to start without it.
    pub way_out: &'static str,
}
