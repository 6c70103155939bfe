//! Files that are something else than a ledger: told once, not line by line.

use crate::ledger::slip::FileForm;
use crate::store::diagnosis::signs::is_blank;
use crate::store::diagnosis::statements::starts_statement;

/// How many lines are looked at.
const LINES: usize = 200;

/// The form of a text that is no TOML at all, and the byte where it begins.
pub fn form(text: &str) -> Option<(usize, FileForm)> {
    let said = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let at = text.len() - said.len();
    beginning(said)
        .or_else(|| of_lines(said))
        .map(|form| (at, form))
}

/// What can be told from the first characters.
fn beginning(said: &str) -> Option<FileForm> {
    let start: String = said.chars().take(16).collect();
    let start = start.to_lowercase();
    if [
        "<!doctype",
        "<html",
        "<?xml",
        "<head",
        "<body",
        "<table",
        "<w:",
    ]
    .iter()
    .any(|tag| start.starts_with(tag))
    {
        return Some(FileForm::Html);
    }
    if start.starts_with("{\\rtf") {
        return Some(FileForm::RichText);
    }
    if start.starts_with("%pdf") {
        return Some(FileForm::Pdf);
    }
    // A head has a name right behind its brackets; a list of JSON has not.
    let behind = said.strip_prefix('[').map(str::trim_start);
    let is_list = behind.is_some_and(|it| it.starts_with(['{', '"']));
    (said.starts_with('{') || is_list).then_some(FileForm::Json)
}

/// What can be told from many lines, none of which is one of a ledger.
fn of_lines(said: &str) -> Option<FileForm> {
    let lines = said.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.take(LINES).collect();
    let is_toml = |line: &&str| {
        let line = line.trim_start_matches(is_blank);
        line.starts_with('[')
            || line.contains(['=', '＝'])
            || (starts_statement(line) && !line.contains(':'))
    };
    if lines.len() < 2 || lines.iter().any(is_toml) {
        return None;
    }
    let is_mapping = |line: &&&str| {
        let line = line.trim_start().trim_start_matches("- ");
        let key = line.split_once(':');
        key.is_some_and(|(key, value)| {
            !key.contains([' ', ',', '，', '。']) && (value.is_empty() || value.starts_with(' '))
        })
    };
    let mappings = lines.iter().filter(is_mapping).count();
    if lines.first().is_some_and(|line| line.starts_with("---")) || mappings * 2 > lines.len() {
        return Some(FileForm::Yaml);
    }
    let is_table = |mark: char| {
        let mut counts = lines.iter().map(|line| line.matches(mark).count());
        let first = counts.next().unwrap_or(0);
        first > 0 && counts.filter(|count| *count == first).count() * 2 + 2 > lines.len()
    };
    Some(if is_table(',') || is_table('\t') {
        FileForm::Table
    } else {
        FileForm::Text
    })
}
