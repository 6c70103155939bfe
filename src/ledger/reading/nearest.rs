//! Which words before a clause are the nearest that name something.

use std::ops::Range;

use crate::ledger::passage::{Clause, Passage, Stretch};

/// Which words before a clause are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// All of its sentence.
    Sentence,
    /// All of its paragraph, which is a line of the text.
    Line,
    /// The piece of its sentence with this number; `None` for the one that ends at the clause itself.
    Piece(Option<usize>),
}

/// The pieces of all sentences: what stands between two commas, semicolons or stops, wherever those stand.
#[derive(Debug)]
pub struct Nearest {
    pieces: Vec<Range<usize>>,
    /// For each piece the nearest one up to it, in its sentence, that names something and has no percentage.
    naming: Vec<Option<usize>>,
    /// The piece in which each clause begins.
    of_clause: Vec<usize>,
    percents: Vec<usize>,
}

impl Nearest {
    /// The pieces of a passage.
    pub fn of(passage: &Passage<'_>) -> Self {
        let percents = passage.text.match_indices(['%', '％']);
        let mut nearest = Self {
            pieces: Vec::new(),
            naming: Vec::new(),
            of_clause: Vec::new(),
            percents: percents.map(|(at, _)| at).collect(),
        };
        for sentence in passage
            .clauses
            .chunk_by(|one, other| one.sentence == other.sentence)
        {
            nearest.take_sentence(passage, sentence);
        }
        nearest
    }

    fn take_sentence(&mut self, passage: &Passage<'_>, clauses: &[Clause]) {
        let (Some(first), Some(last)) = (clauses.first(), clauses.last()) else {
            return;
        };
        let sentence = passage.stretch(first.bytes.start..last.bytes.end);
        let pieces = sentence
            .text()
            .split_inclusive(['，', ',', '；', ';', '。']);
        let mut start = sentence.start;
        let mut naming = None;
        let mut clauses = clauses.iter().peekable();
        for piece in pieces {
            let own = start..start + piece.len();
            start = own.end;
            let begins_in = |it: &&Clause| it.bytes.start < own.end;
            while clauses.next_if(begins_in).is_some() {
                self.of_clause.push(self.pieces.len());
            }
            if self.names(passage.stretch(own.clone())) {
                naming = Some(self.pieces.len());
            }
            self.naming.push(naming);
            self.pieces.push(own);
        }
    }

    /// Whether words name something and have no percentage.
    fn names(&self, words: Stretch<'_>) -> bool {
        let next = self.percents.partition_point(|at| *at < words.start);
        let has_percent = self.percents.get(next).is_some_and(|at| *at < words.end);
        !has_percent && !words.is_empty_of_subject()
    }

    /// All pieces, in order.
    pub fn pieces(&self) -> &[Range<usize>] {
        &self.pieces
    }

    /// Where the piece begins in which a clause begins.
    pub fn piece_start(&self, clause: &Clause) -> usize {
        let piece = self.of_clause.get(clause.index);
        let piece = piece.and_then(|piece| self.pieces.get(*piece));
        piece.map_or(clause.bytes.start, |piece| piece.start)
    }

    /// The nearest words before a clause in its sentence that name something and have no percentage.
    pub fn before<'p>(
        &self,
        passage: &'p Passage<'_>,
        clause: &Clause,
    ) -> Option<(Before, Stretch<'p>)> {
        let cut = passage.stretch(self.piece_start(clause)..clause.bytes.start);
        if self.names(cut) {
            return Some((Before::Piece(None), cut));
        }
        let before = self.of_clause.get(clause.index)?.checked_sub(1)?;
        let piece = self.naming.get(before).copied().flatten()?;
        let words = self.pieces.get(piece)?.clone();
        let sentence = passage.clauses_of_sentence(clause.sentence).first()?;
        let is_own = words.start >= sentence.bytes.start;
        is_own.then(|| (Before::Piece(Some(piece)), passage.stretch(words)))
    }
}
