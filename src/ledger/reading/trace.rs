//! Where the pairs of a measure's name stand in a note.

use std::collections::HashMap;
use std::ops::Range;

use crate::ledger::lexicon::{List, Occurrences};
use crate::ledger::passage::{Clause, Mention, Pairs, Passage, Stretch, Weight};
use crate::ledger::reading::measure::Measure;
use crate::ledger::reading::nearest::Before;
use crate::ledger::reading::note::Note;
use crate::ledger::reading::subject::{Mask, Subject};

/// What a note has of the name of one measure, found out in one pass over the note.
#[derive(Debug, Default)]
pub struct Trace {
    clauses: Vec<OfClause>,
    /// Around each quantity, and in its paragraph before it.
    mentions: Vec<(Mask, Mask)>,
    /// In each piece of a sentence; only for rates.
    pieces: Vec<Mask>,
    /// How many pairs of the name that say something stand before each pair of the note; only for rates.
    saying_before: Vec<usize>,
    /// The quantities before which their sentence names the target in their unit, in order.
    out_of_target: Vec<usize>,
    /// Those with a part behind them that is nearer to the measure than they are.
    with_nearer_part: Vec<usize>,
    /// The two verbs that the promise joins, where they stand.
    verbs: Option<[Occurrences; 2]>,
}

/// What of the name stands in a clause, and before it.
#[derive(Clone, Copy, Debug, Default)]
struct OfClause {
    whole: Mask,
    before: Mask,
    paragraph_before: Mask,
    piece_before: Mask,
}

impl Trace {
    /// Follows the name of a measure through a note.
    pub fn of(note: &Note<'_>, measure: &Measure<'_>, subject: &Subject) -> Self {
        let mut trace = Self::default();
        trace.follow_target(note, measure, subject);
        let hits = Hits::of(note.passage.pairs(), subject.name());
        if hits.0.is_empty() {
            // Nothing of it is anywhere.
            return trace;
        }
        trace.follow_clauses(note, &hits);
        if measure.is_rate() {
            trace.follow_pieces(note, &hits);
        }
        trace.follow_parts(note, measure, &hits);
        trace.verbs = subject.verbs().map(|(one, other)| {
            let verbs = note.passage.all(List::Joined);
            [one, other].map(|word| verbs.filtered(|it| it.word == word))
        });
        trace
    }

    fn follow_clauses(&mut self, note: &Note<'_>, hits: &Hits) {
        let mut hits = hits.cursor();
        let (mut sentence, mut paragraph) = ((0, 0), (0, 0));
        self.mentions.reserve(note.mentions.len());
        self.clauses.reserve(note.passage.clauses.len());
        for clause in &note.passage.clauses {
            if sentence.0 != clause.sentence {
                sentence = (clause.sentence, 0);
            }
            if paragraph.0 != clause.paragraph {
                paragraph = (clause.paragraph, 0);
            }
            let mut own = OfClause {
                whole: 0,
                before: sentence.1,
                paragraph_before: paragraph.1,
                piece_before: 0,
            };
            // What stands before the first quantity, between two of them, and behind the last one.
            let windows = note.windows().of_clause(clause);
            let mut window_before = None;
            for window in windows {
                own.whole |= hits.up_to(window.start);
                let here = hits.up_to(window.end);
                own.whole |= here;
                if let Some((before, said)) = window_before.replace((here, own.whole)) {
                    self.mentions.push((before | here, paragraph.1 | said));
                }
            }
            sentence.1 |= own.whole;
            paragraph.1 |= own.whole;
            self.clauses.push(own);
        }
    }

    fn follow_pieces(&mut self, note: &Note<'_>, hits: &Hits) {
        let (pairs, nearest) = (note.passage.pairs(), note.nearest());
        let pieces = nearest.pieces().iter();
        self.pieces = pieces
            .map(|it| hits.mask(pairs.places(it.clone())))
            .collect();
        let (mut piece, mut at, mut before) = (0, 0, 0);
        for (clause, own) in note.passage.clauses.iter().zip(&mut self.clauses) {
            let start = nearest.piece_start(clause);
            if start != piece {
                (piece, at, before) = (start, start, 0);
            }
            before |= hits.mask(pairs.places(at..clause.bytes.start));
            at = clause.bytes.start.max(piece);
            own.piece_before = before;
        }
        let mut hits = hits.0.iter().peekable();
        let mut saying = 0;
        for (place, pair) in pairs.all().iter().enumerate() {
            self.saying_before.push(saying);
            let is_hit = hits.next_if(|hit| hit.0 == place).is_some();
            saying += usize::from(is_hit && pair.weight >= Weight::Shared);
        }
        self.saying_before.push(saying);
    }

    fn follow_target(&mut self, note: &Note<'_>, measure: &Measure<'_>, subject: &Subject) {
        let mut sentence = None;
        let mut units: Vec<usize> = Vec::new();
        for mention in note.counted_by(measure) {
            if sentence != Some(mention.clause.sentence) {
                sentence = Some(mention.clause.sentence);
                units.clear();
            }
            if units.contains(&mention.unit) {
                self.out_of_target.push(mention.index);
            } else if subject.is_target(mention) {
                units.push(mention.unit);
            }
        }
    }

    /// Whether a part of a quantity is what was promised: `停车泊位5213个，其中公共停车泊位4120个`. A part is told behind
    /// its total, in its sentence or in the next one.
    fn follow_parts(&mut self, note: &Note<'_>, measure: &Measure<'_>, hits: &Hits) {
        if note.passage.all(List::OfWhich).all().is_empty() {
            return;
        }
        let pairs = note.passage.pairs();
        let mut parts: HashMap<usize, Parts> = HashMap::new();
        for mention in note.counted_by(measure).rev() {
            let parts = parts.entry(mention.unit).or_default();
            parts.come_to(mention.clause.sentence);
            let clause = self.clause(mention.clause);
            let said = self.before(mention.clause, Before::Sentence) | clause;
            if note.is_part(mention) {
                // A part that names nothing goes on with what its sentence names.
                let goes_on = mention.before.is_empty_of_subject();
                let own = hits.mask(pairs.places(mention.before.bytes()));
                parts.take(own, if goes_on { said } else { 0 });
            } else if parts.own & !clause != 0 || parts.said & !said != 0 {
                self.with_nearer_part.push(mention.index);
            }
        }
        self.with_nearer_part.reverse();
    }

    /// What of the name stands in a clause.
    pub fn clause(&self, clause: &Clause) -> Mask {
        self.clauses.get(clause.index).map_or(0, |it| it.whole)
    }

    /// What of the name was said before a clause.
    pub fn before(&self, clause: &Clause, before: Before) -> Mask {
        let own = self.clauses.get(clause.index).copied().unwrap_or_default();
        match before {
            Before::Sentence => own.before,
            Before::Line => own.paragraph_before,
            Before::Piece(None) => own.piece_before,
            Before::Piece(Some(piece)) => self.pieces.get(piece).copied().unwrap_or(0),
        }
    }

    /// What of the name stands around a quantity.
    pub fn around(&self, mention: &Mention<'_>) -> Mask {
        self.mentions.get(mention.index).map_or(0, |it| it.0)
    }

    /// What of the name stands in the paragraph of a quantity before it.
    pub fn paragraph_before(&self, mention: &Mention<'_>) -> Mask {
        self.mentions.get(mention.index).map_or(0, |it| it.1)
    }

    /// How many of the pairs at these places are of the name and say something.
    pub fn saying(&self, places: Range<usize>) -> usize {
        let before = |place: usize| self.saying_before.get(place).copied().unwrap_or(0);
        before(places.end).saturating_sub(before(places.start))
    }

    /// `目前16个项目已开工12个`: so many of the target, whatever the things are called here.
    pub fn is_out_of_target(&self, mention: &Mention<'_>) -> bool {
        self.out_of_target.binary_search(&mention.index).is_ok()
    }

    /// Whether a part of a quantity is told in words of the measure that it lacks itself.
    pub fn has_nearer_part(&self, mention: &Mention<'_>) -> bool {
        self.with_nearer_part.binary_search(&mention.index).is_ok()
    }

    /// Whether words have both verbs that the promise joins.
    pub fn has_both_verbs(&self, words: Stretch<'_>) -> bool {
        let verbs = self.verbs.as_ref();
        verbs.is_some_and(|verbs| verbs.iter().all(|verb| words.has_of(verb)))
    }
}

/// Where the pairs of a name stand among the pairs of a note: one bit for each pair of the name.
struct Hits(Vec<(usize, Mask)>);

impl Hits {
    fn of(pairs: &Pairs, name: &[(char, char)]) -> Self {
        let mut bits: Vec<Mask> = vec![0; pairs.kinds()];
        let mut is_known = false;
        for (place, pair) in name.iter().enumerate() {
            if let Some(bit) = pairs.id(*pair).and_then(|id| bits.get_mut(id)) {
                *bit = 1 << place;
                is_known = true;
            }
        }
        if !is_known {
            return Self(Vec::new());
        }
        let hits = pairs.all().iter().enumerate();
        let hits = hits.filter_map(|(place, pair)| {
            let bit = bits.get(pair.id).copied().unwrap_or(0);
            (bit != 0).then_some((place, bit))
        });
        Self(hits.collect())
    }

    /// What of the name stands at some places.
    fn mask(&self, places: Range<usize>) -> Mask {
        let first = self.0.partition_point(|hit| hit.0 < places.start);
        let own = self.0.iter().skip(first);
        let own = own.take_while(|hit| hit.0 < places.end);
        own.fold(0, |all, hit| all | hit.1)
    }

    fn cursor(&self) -> Cursor<'_> {
        Cursor(&self.0)
    }
}

/// Goes through the hits once, from the first to the last.
struct Cursor<'h>(&'h [(usize, Mask)]);

impl Cursor<'_> {
    /// What stands between the place asked for last and this one.
    fn up_to(&mut self, place: usize) -> Mask {
        let mut mask = 0;
        while let Some((hit, rest)) = self.0.split_first().filter(|(hit, _)| hit.0 < place) {
            mask |= hit.1;
            self.0 = rest;
        }
        mask
    }
}

/// The windows of words around the quantities of a note, as places among its pairs: in each clause what stands before
/// its first quantity, between two of them, and behind the last one.
#[derive(Debug)]
pub struct Windows {
    all: Vec<Range<usize>>,
    /// The first window of each clause.
    firsts: Vec<usize>,
}

impl Windows {
    /// The windows of a passage.
    pub fn of(passage: &Passage<'_>) -> Self {
        let pairs = passage.pairs();
        let mut windows = Self {
            all: Vec::new(),
            firsts: Vec::new(),
        };
        for clause in &passage.clauses {
            windows.firsts.push(windows.all.len());
            let mut behind = passage.words(clause);
            for mention in passage.mentions_of(clause) {
                windows.all.push(pairs.places(mention.before.bytes()));
                behind = mention.after;
            }
            windows.all.push(pairs.places(behind.bytes()));
        }
        windows
    }

    /// The windows of a clause: one more than it has quantities.
    pub fn of_clause(&self, clause: &Clause) -> &[Range<usize>] {
        let first = |clause: usize| self.firsts.get(clause).copied().unwrap_or(self.all.len());
        let own = first(clause.index)..first(clause.index + 1);
        self.all.get(own).unwrap_or_default()
    }
}

/// The parts of one unit that were met, going from the end to the beginning of a note.
#[derive(Clone, Copy, Debug, Default)]
struct Parts {
    sentence: usize,
    /// In the sentence and in the one behind it: what stands before the parts, and what was said before those that name
    /// nothing.
    own: Mask,
    said: Mask,
    /// The same of this sentence alone.
    own_here: Mask,
    said_here: Mask,
}

impl Parts {
    fn come_to(&mut self, sentence: usize) {
        if sentence == self.sentence {
            return;
        }
        let is_next = sentence + 1 == self.sentence;
        (self.own, self.said) = if is_next {
            (self.own_here, self.said_here)
        } else {
            (0, 0)
        };
        (self.own_here, self.said_here, self.sentence) = (0, 0, sentence);
    }

    fn take(&mut self, own: Mask, said: Mask) {
        self.own |= own;
        self.said |= said;
        self.own_here |= own;
        self.said_here |= said;
    }
}
