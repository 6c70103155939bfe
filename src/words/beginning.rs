//! The words where there is no ledger yet: what to begin with, the demonstration, a new ledger.

/// What is said where there is no ledger yet, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct BeginningWords {
    pub title: &'static str,
    pub nothing_here: &'static str,
    pub open_this: fn(&str) -> String,
    pub make_new: fn(&str) -> String,
    pub see_demo: &'static str,
    pub open_other: &'static str,
    pub quit: &'static str,
    pub path_label: &'static str,
    /// What to do, where there is no screen to choose on.
    pub advice: &'static str,
    pub demo_name: &'static str,
    pub demo_only: &'static str,
    pub copied: fn(&str) -> String,
    pub made: fn(&str) -> String,
    pub is_there: &'static str,
    /// A new ledger, with comments.
    pub template: &'static str,
    // The help of the command line.
    pub about_new: &'static str,
    pub about_new_file: &'static str,
    pub about_demo: &'static str,
    pub about_copy: &'static str,
    pub about_doctor: &'static str,
}
