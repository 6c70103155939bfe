//! Whether words are about a measure: pairs of neighbouring characters that both have.

use crate::ledger::lexicon::{LEVELS, List};
use crate::ledger::passage::{Mention, Passage, Stretch, Weight, han_pairs};
use crate::ledger::reading::nearest::Before;
use crate::ledger::reading::note::Note;
use crate::ledger::reading::promise::{Title, is_size};
use crate::ledger::reading::trace::Trace;
use crate::ledger::{Indicator, Kind};

/// From this share of the pairs of a name on, words are about it.
const NAME_SHARE: f64 = 0.34;
/// From this share of the pairs of a clause on, the clause says what the promise says.
const CLAUSE_SHARE: f64 = 0.5;

/// From this share of the pairs of a rate's name on, words are about it: rates of neighbouring things are many.
const RATE_SHARE: f64 = 0.6;

/// The most pairs of a name that are compared. The name of a measure with more of them is a text, and is known by its
/// beginning.
pub const NAME_PAIRS: usize = 128;

/// Some of the pairs of a name: one bit each.
pub type Mask = u128;

/// What a measure is about.
#[derive(Debug)]
pub struct Subject {
    /// The different pairs of its name.
    name: Vec<(char, char)>,
    /// The pairs of all things that the name joins by 、; one thing where it joins none.
    things: Vec<Mask>,
    /// Two verbs that the promise joins before one figure: 新增、优化公交线路20条.
    verbs: Option<(usize, usize)>,
    /// The level of government that the name or the title tells, and whether higher ones count, too.
    level: Option<(usize, bool)>,
    is_rate: bool,
    pub(super) target: Option<f64>,
}

impl Subject {
    /// The subject of a measure of a promise.
    pub fn of(indicator: &Indicator, title: &Title<'_>) -> Self {
        let name = indicator.name.trim_end_matches("增速");
        let levels = |words: &str| {
            let named = LEVELS.iter().enumerate();
            let mut named = named.filter(|(_, level)| words.contains(**level));
            (named.next().map(|(level, _)| level), named.next().is_some())
        };
        let own_level = levels(name).0.or_else(|| {
            let (level, has_others) = title.levels();
            level.filter(|_| !has_others)
        });
        let mut pairs: Vec<(char, char)> = Vec::new();
        for pair in han_pairs(name) {
            if pairs.len() < NAME_PAIRS && !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        let bit = |pair: (char, char)| {
            let place = pairs.iter().position(|it| *it == pair);
            place.map_or(0, |place| 1 << place)
        };
        let thing = |words: &str| han_pairs(words).map(bit).fold(0, |all, bit| all | bit);
        Self {
            things: name.split('、').map(thing).collect(),
            verbs: joined_verbs(&title.passage, title.lead(indicator)),
            level: own_level.map(|level| (level, title.counts_higher())),
            is_rate: indicator.kind == Kind::Rate,
            target: indicator.target,
            name: pairs,
        }
    }

    /// The different pairs of its name.
    pub(super) fn name(&self) -> &[(char, char)] {
        &self.name
    }

    /// How near the words around a quantity are to the measure, from 0 to 1; `None` where they are about something else.
    /// A clause that names nothing is about what was named before.
    pub fn kinship(&self, note: &Note<'_>, trace: &Trace, mention: &Mention<'_>) -> Option<f64> {
        if self.is_of_other_level(note, note.passage.words(mention.clause)) {
            return None;
        }
        if !note.facts(mention)?.is_nameless {
            return self.kinship_of_clause(note, trace, mention);
        }
        let start = mention.clause.bytes.start;
        let paragraph = note.passage.paragraph_before(mention.clause, start);
        let near = if self.is_rate {
            Self::before_rate(note, trace, mention)
        } else {
            None
        };
        let (before, words) = near.unwrap_or_else(|| {
            let sentence = note.passage.said_before(mention.clause, start);
            (Before::Sentence, sentence)
        });
        for (before, words) in [(before, words), (Before::Line, paragraph)] {
            if words.is_empty_of_subject() {
                continue;
            }
            // A promise of several rates names them all; only its own name tells whose growth it is.
            let says = if self.is_rate {
                0.0
            } else {
                note.says().before(mention.clause, before)
            };
            let near = self.share(trace.before(mention.clause, before)).max(says);
            let least = if self.is_rate { RATE_SHARE } else { 0.2 };
            return (near > least && !self.is_of_other_level(note, words)).then_some(near);
        }
        Some(0.1)
    }

    /// A rate is that of what its nearest clause names, not of all that its sentence has named.
    fn before_rate<'n>(
        note: &'n Note<'_>,
        trace: &Trace,
        mention: &Mention<'_>,
    ) -> Option<(Before, Stretch<'n>)> {
        let (before, words) = note.nearest().before(note.passage, mention.clause)?;
        // 登记技术合同2874项，成交额83.6亿元，增长10.2%: a clause that names nothing but words of the measure goes on.
        let head = words.up_to(note.first_digit(words).unwrap_or(words.end));
        let places = note.passage.pairs().places(head.bytes());
        let is_alien = note.passage.pairs().saying(places.clone()) > trace.saying(places);
        is_alien.then_some((before, words))
    }

    fn kinship_of_clause(
        &self,
        note: &Note<'_>,
        trace: &Trace,
        mention: &Mention<'_>,
    ) -> Option<f64> {
        let clause = trace.clause(mention.clause);
        let whole = self.share(clause);
        let own = trace.around(mention);
        if self.is_rate {
            return (self.share(own) >= RATE_SHARE).then_some(whole);
        }
        if self.things.len() > 1 && self.things.iter().any(|thing| thing & clause == 0) {
            // Of two things that were promised together only one is told.
            return None;
        }
        // 新增、优化 were promised together, or are told together where only one was promised.
        let told = note.joined(mention);
        let has_half = || {
            let words = note.passage.words(mention.clause);
            words.has(List::Joined) && !trace.has_both_verbs(words)
        };
        if (self.verbs.is_some() && has_half()) || (told.is_some() && told != self.verbs) {
            return None;
        }
        if trace.is_out_of_target(mention) {
            return Some(CLAUSE_SHARE);
        }
        // A list of the sentence goes on with what was counted at its head.
        let lead = trace.before(mention.clause, Before::Sentence);
        let near = whole.max(self.share(lead | clause) * 0.9);
        let says = note.says().around(mention);
        let is_near = near >= NAME_SHARE || says >= CLAUSE_SHARE;
        (is_near && (near > 0.0 || says > 0.0)).then_some(near.max(says * 0.5))
    }

    /// The two verbs that the promise joins.
    pub(super) fn verbs(&self) -> Option<(usize, usize)> {
        self.verbs
    }

    /// Whether a quantity is the target.
    pub(super) fn is_target(&self, mention: &Mention<'_>) -> bool {
        is_size(mention.quantity, self.target)
    }

    /// Whether words name a level of government, and not the promised one.
    fn is_of_other_level(&self, note: &Note<'_>, words: Stretch<'_>) -> bool {
        let Some((level, higher_counts)) = self.level else {
            return false;
        };
        let named = note.levels.iter().enumerate();
        let mut named = named
            .filter(|(_, it)| words.has_of(it))
            .map(|(level, _)| level)
            .peekable();
        let fits = |other: usize| other == level || (higher_counts && other < level);
        named.peek().is_some() && !named.any(fits)
    }

    /// How near all that was said in its paragraph before a quantity is to the measure.
    pub fn kinship_of_paragraph(&self, trace: &Trace, mention: &Mention<'_>) -> Option<f64> {
        let near = self.share(trace.paragraph_before(mention));
        (near >= NAME_SHARE).then_some(near)
    }

    /// Which share of the pairs of the name these are.
    fn share(&self, mask: Mask) -> f64 {
        match u32::try_from(self.name.len()) {
            Ok(all) if all > 0 => f64::from(mask.count_ones()) / f64::from(all),
            _ => 0.0,
        }
    }
}

/// Two verbs that words join, both for the figure behind them; of several, the first of the list.
pub fn joined_verbs(passage: &Passage<'_>, words: Stretch<'_>) -> Option<(usize, usize)> {
    let verbs = passage.all(List::Joined);
    let text = |from: usize| passage.text.get(from..words.end).unwrap_or_default();
    let joined = verbs.within(words.bytes()).flat_map(|one| {
        let joins = ["、", "和", ""].into_iter();
        let joins = joins.filter(|join| text(one.end).starts_with(join));
        let starts = joins.map(|join| one.end + join.len());
        starts.flat_map(|start| {
            let others = verbs.within(start..words.end);
            let others = others.take_while(move |it| it.start == start);
            others.filter_map(|it| (it.word != one.word).then_some((one.word, it.word)))
        })
    });
    joined.min()
}

/// How much of what was said the title says, too: of the pairs that say something and are not shared by most promises.
#[derive(Debug)]
pub struct Says {
    /// Around each quantity.
    around: Vec<f64>,
    /// Before each clause, in its sentence and in its paragraph.
    before: Vec<(f64, f64)>,
}

impl Says {
    /// Goes through a note once.
    pub fn of(note: &Note<'_>) -> Self {
        let (passage, pairs) = (note.passage, note.passage.pairs());
        let mut is_titled = vec![false; pairs.kinds()];
        for pair in han_pairs(note.title.text) {
            if let Some(own) = pairs.id(pair).and_then(|id| is_titled.get_mut(id)) {
                *own = true;
            }
        }
        let mut tally = [(); 3].map(|()| Tally::new(pairs.kinds()));
        let mut says = Self {
            around: Vec::with_capacity(passage.quantities.len()),
            before: Vec::with_capacity(passage.clauses.len()),
        };
        let [around, sentence, paragraph] = &mut tally;
        for clause in &passage.clauses {
            sentence.begin(clause.sentence);
            paragraph.begin(clause.paragraph);
            says.before.push((sentence.share(), paragraph.share()));
            let windows = note.windows().of_clause(clause);
            let first = windows.first().map_or(0, |window| window.start);
            let behind = windows.last().map_or(first, |window| window.end);
            for pair in pairs.at(first..behind) {
                sentence.take(pair.id, pair.weight, &is_titled);
                paragraph.take(pair.id, pair.weight, &is_titled);
            }
            for (before, after) in windows.iter().zip(windows.iter().skip(1)) {
                around.begin(says.around.len());
                for window in [before, after] {
                    for pair in pairs.at(window.clone()) {
                        around.take(pair.id, pair.weight, &is_titled);
                    }
                }
                says.around.push(around.share());
            }
        }
        says
    }

    fn around(&self, mention: &Mention<'_>) -> f64 {
        self.around.get(mention.index).copied().unwrap_or(0.0)
    }

    fn before(&self, clause: &crate::ledger::passage::Clause, before: Before) -> f64 {
        let said = self.before.get(clause.index).copied();
        let (sentence, paragraph) = said.unwrap_or_default();
        match before {
            Before::Line => paragraph,
            Before::Sentence | Before::Piece(_) => sentence,
        }
    }
}

/// Counts the different pairs of a part of a text, and those of them that the title has.
struct Tally {
    /// The part in which each pair was met last.
    met: Vec<Option<usize>>,
    part: Option<usize>,
    all: u32,
    titled: u32,
}

impl Tally {
    fn new(kinds: usize) -> Self {
        Self {
            met: vec![None; kinds],
            part: None,
            all: 0,
            titled: 0,
        }
    }

    /// Begins with another part, where it is another one.
    fn begin(&mut self, part: usize) {
        if self.part != Some(part) {
            (self.part, self.all, self.titled) = (Some(part), 0, 0);
        }
    }

    fn take(&mut self, pair: usize, weight: Weight, is_titled: &[bool]) {
        let Some(met) = self.met.get_mut(pair).filter(|_| weight == Weight::Telling) else {
            return;
        };
        if *met != self.part {
            *met = self.part;
            self.all += 1;
            self.titled += u32::from(is_titled.get(pair).copied().unwrap_or(false));
        }
    }

    fn share(&self) -> f64 {
        if self.all == 0 {
            return 0.0;
        }
        f64::from(self.titled) / f64::from(self.all)
    }
}
