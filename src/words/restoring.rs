//! What `taizhang restore` says of kept versions.

/// What `taizhang restore` says of kept versions, in one language.
#[expect(missing_docs, reason = "the words themselves say what they are")]
pub struct RestoringWords {
    /// When the version was replaced, and whether the present file is kept as a version now.
    pub restored: fn(&str, bool) -> String,
    /// Beside a version in the list.
    pub empty: &'static str,
    pub no_ledger: &'static str,
    /// The number of the version.
    pub is_empty: fn(usize) -> String,
    /// The number of the version, and its file.
    pub is_no_ledger: fn(usize, &str) -> String,
    /// Why the present file was not kept.
    pub present_not_kept: fn(&str) -> String,
}
