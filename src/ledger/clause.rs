//! The clauses of a title: which words stand around one of its numbers.

use crate::ledger::quantity::quantities;
use crate::ledger::reading::is_size;

/// The clause of a title that names a number; the whole title where none does.
pub fn clause(title: &str, target: f64) -> &str {
    let named = quantities(title, &[]).into_iter();
    let mut named = named.filter(|it| is_size(it, Some(target)));
    named
        .next()
        .map_or(title, |it| clause_at(title, it.bytes.start))
}

/// The clause around a byte of a title. 、 parts clauses, too: each promises something of its own.
pub fn clause_at(title: &str, at_byte: usize) -> &str {
    let (before, behind) = title.split_at_checked(at_byte).unwrap_or((title, ""));
    let start = before
        .char_indices()
        .rev()
        .find(|&(at, c)| ends(title, at, c));
    let start = start.map_or(0, |(at, c)| at + c.len_utf8());
    let mut marks = behind.char_indices().map(|(at, c)| (before.len() + at, c));
    let end = marks.find(|&(at, c)| ends(title, at, c));
    let end = end.map_or(title.len(), |(at, _)| at);
    title.get(start..end).unwrap_or(title)
}

/// Whether a character ends a clause. The commas of a figure (1,000) are its own.
fn ends(title: &str, at: usize, c: char) -> bool {
    let behind = title.get(at + c.len_utf8()..).unwrap_or_default();
    match c {
        ',' => !behind.starts_with(|c: char| c.is_ascii_digit()),
        '，' | '；' | ';' | '。' | '、' | '\n' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_ends_at_any_mark_but_not_inside_a_figure() {
        let title = "新增1,000个车位、改造2条路，建成3座桥。";
        assert_eq!(clause(title, 1000.0), "新增1,000个车位");
        assert_eq!(clause(title, 2.0), "改造2条路");
        assert_eq!(clause(title, 3.0), "建成3座桥");
        assert_eq!(clause(title, 7.0), title);
    }
}
