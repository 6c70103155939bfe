//! The line under bars that says what their marks are: `0%     ^序时50.0%    ^目标100%`.
//!
//! A `^` stands right under its mark, whatever else has room. A label goes to the right of its `^`, else to the left; it
//! is whole or left out.

use crate::text::Ruler;

/// What a label says, and the column of its mark.
#[derive(Clone, Copy)]
pub struct Label<'l> {
    pub at: usize,
    pub text: &'l str,
}

/// A text and the column where it begins.
#[derive(Clone)]
struct Piece {
    start: usize,
    text: String,
    cols: usize,
}

impl Piece {
    /// A text that begins at a column; none where that would be before the first one.
    fn at(start: Option<usize>, text: String, ruler: Ruler) -> Option<Self> {
        let cols = ruler.cols_of(&text);
        start.map(|start| Self { start, text, cols })
    }

    /// The ways to write a label, the best one first.
    fn ways(label: Label<'_>, ruler: Ruler) -> Vec<Self> {
        let Label { at, text } = label;
        let cols = ruler.cols_of(text);
        let right = Self::at(Some(at), format!("^{text}"), ruler);
        let left = Self::at(at.checked_sub(cols), format!("{text}^"), ruler);
        [right, left].into_iter().flatten().collect()
    }

    const fn end(&self) -> usize {
        self.start + self.cols
    }

    /// Whether there is a blank between the two.
    const fn is_apart(&self, other: &Self) -> bool {
        self.end() < other.start || other.end() < self.start
    }
}

/// The line in at most `cols` columns. The target has a mark of its own where the scale goes beyond it; else it is the
/// right end of the bars, and `target.at` is `cols`.
pub fn axis(line: Label<'_>, target: Label<'_>, cols: usize, ruler: Ruler) -> String {
    let fits = |pieces: &[&Piece]| pieces.iter().all(|piece| piece.end() <= cols);
    let lines = Piece::ways(line, ruler);
    let has_mark = target.at < cols;
    let target_cols = ruler.cols_of(target.text);
    let targets = |line_piece: &Piece| {
        if has_mark {
            return Piece::ways(target, ruler);
        }
        // There only where the end has no room.
        let beside = line_piece.start.checked_sub(target_cols + 1);
        let beside = beside.filter(|_| line_piece.start < line.at);
        let ends = [cols.checked_sub(target_cols), beside];
        let piece = |start| Piece::at(start, target.text.to_owned(), ruler);
        ends.into_iter().filter_map(piece).collect()
    };
    let both = lines.iter().find_map(|line| {
        let mut targets = targets(line).into_iter();
        let target = targets.find(|target| target.is_apart(line) && fits(&[line, target]))?;
        Some(vec![line.clone(), target])
    });
    let mut pieces = both.unwrap_or_else(|| {
        let mark = |label: Label<'_>| Piece::at(Some(label.at), "^".to_owned(), ruler);
        let marks = [mark(line), mark(target).filter(|_| has_mark)];
        // One label, as long as it hides no other mark.
        let has_room = |label: &Piece, mark: Option<&Piece>| {
            fits(&[label]) && mark.is_none_or(|it| it.is_apart(label))
        };
        let [of_line, of_target] = &marks;
        let of_line_only = lines
            .into_iter()
            .find(|it| has_room(it, of_target.as_ref()));
        let of_target_only = || {
            let mut ways = Piece::ways(target, ruler).into_iter().filter(|_| has_mark);
            ways.find(|it| has_room(it, of_line.as_ref()))
        };
        let pieces = match of_line_only {
            Some(label) => [Some(label), of_target.clone()],
            None => [of_line.clone(), of_target_only().or(of_target.clone())],
        };
        pieces.into_iter().flatten().collect()
    });
    pieces.sort_by_key(|piece| piece.start);
    if pieces
        .first()
        .is_some_and(|piece| piece.start >= ZERO.len())
    {
        pieces.extend(Piece::at(Some(0), ZERO.to_owned(), ruler));
        pieces.rotate_right(1);
    }
    written(&pieces, ruler)
}

/// The left end of every bar.
const ZERO: &str = "0%";

fn written(pieces: &[Piece], ruler: Ruler) -> String {
    let mut axis = String::new();
    for piece in pieces {
        axis = ruler.pad(&axis, piece.start);
        axis.push_str(&piece.text);
    }
    axis
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line_at: usize, target_at: usize, cols: usize) -> String {
        let line = Label {
            at: line_at,
            text: "序时91.7%",
        };
        let target = Label {
            at: target_at,
            text: "目标100%",
        };
        axis(line, target, cols, Ruler::NARROW)
    }

    #[test]
    fn every_label_goes_where_it_has_room() {
        assert_eq!(
            drawn(10, 40, 40),
            "0%        ^序时91.7%            目标100%"
        );
        assert_eq!(drawn(10, 26, 40), "0%        ^序时91.7%      ^目标100%");
        // The target label ends before its own mark, the line label before its own.
        assert_eq!(drawn(10, 34, 40), "0%        ^序时91.7%      目标100%^");
        assert_eq!(drawn(20, 26, 40), "0%         序时91.7%^     ^目标100%");
        assert_eq!(drawn(30, 36, 40), "0%                   序时91.7%^     ^");
        assert_eq!(drawn(38, 40, 40), "0%                  目标100% 序时91.7%^");
        assert_eq!(
            drawn(27, 40, 40),
            "0%                序时91.7%^    目标100%"
        );
    }

    #[test]
    fn what_has_no_room_is_left_out_whole() {
        assert_eq!(drawn(1, 40, 40), " ^序时91.7%                     目标100%");
        assert_eq!(drawn(6, 8, 8), "0%    ^");
        assert_eq!(drawn(4, 7, 8), "0%  ^  ^");
        assert_eq!(drawn(2, 5, 40), "0%^  ^目标100%");
        assert_eq!(drawn(14, 16, 16), "0%   序时91.7%^");
    }

    #[test]
    fn marks_stand_under_their_cells_at_every_width() {
        for cols in (3..26_usize).chain([40, 44]) {
            for target_at in cols / 4..=cols {
                for line_at in 1..target_at.saturating_sub(1) {
                    let axis = drawn(line_at, target_at, cols);
                    let about = format!("{line_at} {target_at} {cols}: {axis:?}");
                    assert!(Ruler::NARROW.cols_of(&axis) <= cols, "{about}");
                    let marks: Vec<usize> = axis
                        .match_indices('^')
                        .map(|(at, _)| Ruler::NARROW.cols_of(axis.split_at(at).0))
                        .collect();
                    let expected = [line_at, target_at];
                    assert_eq!(marks, expected[..=usize::from(target_at < cols)], "{about}");
                    let has_label = axis.contains("序时91.7%");
                    let limit = if target_at < cols {
                        target_at - 1
                    } else {
                        cols
                    };
                    let has_room = line_at >= 9 || line_at + 10 <= limit;
                    assert_eq!(has_label, has_room, "{about}");
                }
            }
        }
    }
}
