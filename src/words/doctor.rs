//! The words of the report on program, terminal, folders and ledger.

/// What the report says, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct DoctorWords {
    pub program: &'static str,
    pub terminal: &'static str,
    pub size: &'static str,
    pub size_unknown: &'static str,
    pub colours: &'static str,
    pub is_terminal: fn(bool, bool) -> &'static str,
    pub width: &'static str,
    /// How wide `“` is drawn, and what the command line asked for.
    pub width_is: fn(Option<u16>, &str) -> String,
    pub background: &'static str,
    /// The colour behind the text, and whether it is a light one.
    pub background_is: fn(Option<(String, bool)>) -> String,
    pub locale: &'static str,
    pub language: &'static str,
    pub language_name: &'static str,
    pub not_set: &'static str,
    pub state_folder: &'static str,
    pub config_folder: &'static str,
    pub versions: &'static str,
    pub drafts: &'static str,
    pub no_folder: &'static str,
    pub writable: &'static str,
    pub to_be_made: &'static str,
    pub refused: fn(&str) -> String,
    pub editor: &'static str,
    pub ledger: &'static str,
    /// Bytes, items, indicators.
    pub counts: fn(u64, usize, usize) -> String,
    pub findings: fn(usize, usize) -> String,
    pub may_be_written: &'static str,
    pub problems: fn(usize) -> String,
    pub encoding: &'static str,
    pub disk: &'static str,
    pub disk_is: fn(Option<&str>) -> String,
}
