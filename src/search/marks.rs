//! Which bytes of a text to mark as found. Computed for the rows on screen only.

use std::fmt;
use std::ops::Range;

use crate::search::Query;
use crate::search::sound::readings;
use crate::search::wanted::Wanted;
use crate::text::folded;

/// Marks what a query finds. Made once a query: a word takes longer to be made ready than to be looked for.
pub struct Marker(Vec<Wanted>);

impl Marker {
    /// Makes the words of a query ready.
    pub fn new(query: &Query) -> Self {
        Self(query.wanted().map(Wanted::new).collect())
    }

    /// The bytes of `text` that the query found, in order, not overlapping.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let folded_text: String = text.chars().map(folded).collect();
        let mut marked = vec![false; folded_text.chars().count()];
        for place in self.0.iter().flat_map(|wanted| wanted.places(&folded_text)) {
            if let Some(mark) = marked.get_mut(place) {
                *mark = true;
            }
        }
        ranges(text, &marked)
    }

    /// Whether a name has every word of the query, in any of the ways in which words are found.
    pub fn are_all_in(&self, name: &str) -> bool {
        let name: String = name.chars().map(folded).collect();
        let mut words = self.0.iter();
        words.all(|wanted| !wanted.places(&name).is_empty())
    }
}

impl fmt::Debug for Marker {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.0.iter().map(Wanted::word);
        out.debug_list().entries(words).finish()
    }
}

/// Whether a word of a folded text begins with this letter, or a character of it sounds so.
pub fn has_initial(text: &str, letter: char) -> bool {
    let is_begun = text
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word.starts_with(letter));
    let sounds = |c: char| readings(c).any(|reading| reading.starts_with(letter));
    is_begun || text.chars().any(sounds)
}

/// The byte of `text` from which to show a piece of it so that the first mark is seen, with a little before it.
pub fn snippet_start(text: &str, marks: &[Range<usize>], chars_before: usize) -> usize {
    let Some(first) = marks.first() else { return 0 };
    let before = text.get(..first.start).unwrap_or_default();
    before
        .char_indices()
        .rev()
        .nth(chars_before.saturating_sub(1))
        .map_or(0, |(at, _)| at)
}

/// Runs of marked chars as bytes. Folding keeps the number of chars, so places in folded text are places in the text.
fn ranges(text: &str, marked: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for ((start, c), _) in text.char_indices().zip(marked).filter(|&(_, &mark)| mark) {
        let end = start + c.len_utf8();
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: &[&str]) {
        let marked: Vec<&str> = Marker::new(&Query::new(query))
            .marks(text)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect();
        assert_eq!(marked, expected);
    }

    #[test]
    fn every_place_of_every_word_is_marked() {
        check(
            "海洋项目投资，海洋产业",
            "海洋 投资",
            &["海洋", "投资", "海洋"],
        );
        check("增长5.3％，ＧＤＰ", "5.3% gdp", &["5.3％", "ＧＤＰ"]);
        check("地铁", "公交", &[]);
        check("", "公交", &[]);
    }

    #[test]
    fn a_near_hit_marks_its_own_characters() {
        check("村庄生活污水的处理", "污水处理", &["污水", "处理"]);
        check("污染治理与下水管道整理", "污水处理", &[]);
    }

    #[test]
    fn a_piece_of_a_note_begins_before_its_mark() {
        let text = "一二三四五六七八九十";
        let marks = Marker::new(&Query::new("八")).marks(text);
        assert_eq!(
            text.get(snippet_start(text, &marks, 3)..),
            Some("五六七八九十")
        );
        assert_eq!(snippet_start(text, &marks, 100), 0);
    }
}
