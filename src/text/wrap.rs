//! Breaking a text into rows of a given width, by the rules Chinese print follows.
//!
//! UAX 14 (the `unicode-linebreak` crate) knows most of it. What it gets wrong for Chinese is mended on top: `“ ” ‘ ’`
//! are ordinary brackets in Chinese (UAX 14 breaks on neither side of them), and a row may begin with no closing mark
//! and end with no opening one, whatever stands beside it.

use unicode_linebreak::linebreaks;

use crate::text::{Glyph, Ruler};

/// Marks that never begin a row.
const NEVER_FIRST: &str = "，。、；：！？,.;:?!)]}）］｝】》〉」』〕〗”’…—～·%％℃‰°";
/// Marks that never end a row.
const NEVER_LAST: &str = "([{（［｛【《〈「『〔〖“‘¥￥$№#";

/// Characters that a number does not part from: what it counts, and the powers of ten between.
const UNITS: &str =
    "十百千万亿个户家条项件场次处座台套辆名人位所米吨度亩元公平立方年月日时分秒周岁倍成";

/// One row of a laid-out text: the bytes `start..end` of it, without its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first byte of the row.
    pub start: usize,
    /// The byte after the last of the row.
    pub end: usize,
    /// Whether the row ends because the text does (a line end or the end of it all), not because the width did.
    pub hard: bool,
}

impl Ruler {
    /// Lays `text` out in rows of at most `cols` columns. There is always at least one row; every byte but line ends is in
    /// exactly one row; a glyph wider than `cols` stands on a row of its own.
    pub fn wrap(self, text: &str, cols: usize) -> Vec<Row> {
        let cols = cols.max(1);
        let mut rows = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            let body = line.strip_suffix('\r').unwrap_or(line);
            self.wrap_line(body, start, cols, &mut rows);
            start += line.len() + 1;
        }
        rows
    }

    fn wrap_line(self, line: &str, offset: usize, cols: usize, rows: &mut Vec<Row>) {
        let breaks = Breaks::of(line);
        let mut row_start = 0;
        let mut used = 0;
        // The last place in this row where a break is allowed, and the columns used up to it.
        let mut candidate: Option<(usize, usize)> = None;
        let mut before: Option<Glyph<'_>> = None;
        for glyph in self.glyphs(line) {
            if before
                .as_ref()
                .is_some_and(|before| breaks.allow(before, &glyph))
            {
                candidate = Some((glyph.start, used));
            }
            while used + glyph.cols > cols && glyph.start > row_start {
                // With no allowed place in the whole row, break before this glyph: text is never hidden.
                let (at, cols_before) = candidate.take().unwrap_or((glyph.start, used));
                rows.push(Row {
                    start: offset + row_start,
                    end: offset + at,
                    hard: false,
                });
                row_start = at;
                used -= cols_before;
            }
            used += glyph.cols;
            before = Some(glyph);
        }
        rows.push(Row {
            start: offset + row_start,
            end: offset + line.len(),
            hard: true,
        });
    }
}

/// Where a line may break.
struct Breaks {
    /// Byte offsets that UAX 14 allows a break before, ascending.
    allowed: Vec<usize>,
}

impl Breaks {
    fn of(line: &str) -> Self {
        Self {
            allowed: linebreaks(line).map(|(at, _)| at).collect(),
        }
    }

    /// Whether a row may end with `before` and the next begin with `after`.
    fn allow(&self, before: &Glyph<'_>, after: &Glyph<'_>) -> bool {
        let (Some(left), Some(right)) = (
            before.source.chars().next_back(),
            after.source.chars().next(),
        ) else {
            return false;
        };
        if left != ' ' && NEVER_FIRST.contains(right) || NEVER_LAST.contains(left) {
            return false;
        }
        if left.is_ascii_digit() && UNITS.contains(right) {
            return false;
        }
        if left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric() {
            return false;
        }
        matches!(right, '“' | '‘')
            || matches!(left, '”' | '’')
            || (is_han(left) && is_han(right))
            || self.allowed.binary_search(&after.start).is_ok()
    }
}

/// Whether `c` is a Han character (the blocks that hold every character in use).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, cols: usize, expected: &[&str]) {
        let rows: Vec<&str> = Ruler::NARROW
            .wrap(text, cols)
            .iter()
            .map(|row| text.get(row.start..row.end).unwrap())
            .collect();
        assert_eq!(rows, expected, "at {cols} columns");
    }

    #[test]
    fn chinese_breaks_between_characters() {
        check(
            "一二三四五六七八九十百",
            20,
            &["一二三四五六七八九十", "百"],
        );
        check("一二三四五", 5, &["一二", "三四", "五"]);
    }

    #[test]
    fn no_closing_mark_begins_a_row_and_no_opening_mark_ends_one() {
        check(
            "一二三四五六七八九十，甲",
            20,
            &["一二三四五六七八九", "十，甲"],
        );
        check(
            "一二三四五六七八九《甲》",
            20,
            &["一二三四五六七八九", "《甲》"],
        );
        check(
            "深入推进实施开展好“人工智能+”行动",
            20,
            &["深入推进实施开展好", "“人工智能+”行动"],
        );
        check("大力弘扬企业家精神”甲", 20, &["大力弘扬企业家精神”", "甲"]);
    }

    #[test]
    fn numbers_stay_with_their_signs() {
        check("本年新开工改造1200户", 18, &["本年新开工改造", "1200户"]);
        check("总装机达到794.6万千瓦", 16, &["总装机达到", "794.6万千瓦"]);
        check(
            "规上工业增加值增长5.25%左右",
            20,
            &["规上工业增加值增长", "5.25%左右"],
        );
        check(
            "累计办件量突破了120,000件",
            20,
            &["累计办件量突破了", "120,000件"],
        );
    }

    #[test]
    fn paragraphs_and_empty_lines_are_rows() {
        check("甲\n\n乙\r\n丙\n", 10, &["甲", "", "乙", "丙", ""]);
        check("", 10, &[""]);
    }

    #[test]
    fn a_word_longer_than_the_row_is_cut_not_lost() {
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check("，，，，", 4, &["，，", "，，"]);
        check("新", 1, &["新"]);
    }
}
