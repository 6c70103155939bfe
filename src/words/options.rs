//! The words of the help of the command line.

/// What the help says of every command and option, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct OptionWords {
    pub about_check: &'static str,
    pub about_strict: &'static str,
    pub about_program: &'static str,
    pub about_ledger: &'static str,
    pub about_language: &'static str,
    pub about_read_only: &'static str,
    pub about_no_mouse: &'static str,
    pub about_ascii: &'static str,
    pub about_ambiguous: &'static str,
    pub about_help: &'static str,
    pub about_version: &'static str,
    pub commands: &'static str,
    pub about_list: &'static str,
    pub about_search: &'static str,
    pub about_query: &'static str,
    pub about_show: &'static str,
    pub about_set: &'static str,
    pub about_summary: &'static str,
    pub about_set_progress: &'static str,
    pub about_id: &'static str,
    pub about_status: &'static str,
    pub about_format: &'static str,
    pub about_restore: &'static str,
    pub about_restore_version: &'static str,
}
