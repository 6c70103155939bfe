//! Whether words are about a measure: pairs of neighbouring characters that both have.

use std::collections::BTreeSet;

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::quantities;
use crate::ledger::reading::lexicon::{BEGUN, EMPTY, GENERIC, LESS, LEVELS, MORE, RESULTS};
use crate::ledger::reading::promise::is_size;
use crate::ledger::{Indicator, Kind};
use crate::text::wrap::is_han;

/// From this share of the pairs of a name on, words are about it.
const NAME_SHARE: f64 = 0.34;
/// From this share of the pairs of a clause on, the clause says what the promise says.
const CLAUSE_SHARE: f64 = 0.5;

/// From this share of the pairs of a rate's name on, words are about it: rates of neighbouring things are many.
const RATE_SHARE: f64 = 0.6;

type Pairs = BTreeSet<(char, char)>;

/// What a measure is about.
pub struct Subject {
    name: Pairs,
    /// The names of all things that the name joins by 、; one where it joins none.
    things: Vec<Pairs>,
    /// Two verbs that the promise joins before one figure: 新增、优化公交线路20条.
    verbs: Option<(&'static str, &'static str)>,
    title: Pairs,
    /// The level of government that the name or the title tells, and whether higher ones count, too.
    level: Option<(usize, bool)>,
    is_rate: bool,
    target: Option<f64>,
}

impl Subject {
    /// The subject of a measure of a promise with this title.
    pub fn of(indicator: &Indicator, title: &str) -> Self {
        let name = indicator.name.trim_end_matches("增速");
        let own_level = levels(name).next().or_else(|| {
            let mut levels = levels(title);
            levels.next().filter(|_| levels.next().is_none())
        });
        Self {
            name: pairs(name),
            things: name.split('、').map(pairs).collect(),
            verbs: joined_verbs(clause_of(title, indicator)),
            title: pairs(title),
            level: own_level.map(|level| (level, title.contains("以上"))),
            is_rate: indicator.kind == Kind::Rate,
            target: indicator.target,
        }
    }

    /// How near the words around a quantity are to the measure, from 0 to 1; `None` where they are about something else.
    /// A clause that names nothing is about what was named before.
    pub fn kinship(&self, passage: &Passage<'_>, mention: &Mention<'_>) -> Option<f64> {
        let clause = passage.words(mention.clause);
        if self.is_of_other_level(clause) {
            return None;
        }
        let own = format!("{} {}", mention.before, mention.after);
        if !is_empty_of_subject(&own) {
            return self.kinship_of_clause(passage, mention, &own);
        }
        let start = mention.clause.bytes.start;
        let sentence = passage.said_before(mention.clause, start);
        let paragraph = passage.paragraph_before(mention.clause, start);
        // A rate is that of what its nearest clause names, not of all that its sentence has named.
        let nearest = sentence
            .split_inclusive(['，', ',', '；', ';', '。'])
            .rev()
            .filter(|words| !words.contains(['%', '％']))
            .find(|words| !is_empty_of_subject(words));
        // 登记技术合同2874项，成交额83.6亿元，增长10.2%: a clause that names nothing but words of the measure goes on.
        let goes_on = |words: &&str| {
            let head = words.split(|c: char| c.is_ascii_digit()).next();
            !pairs(&subject_words(head.unwrap_or_default())).is_subset(&self.name)
        };
        let nearest = nearest
            .filter(|_| self.is_rate)
            .filter(goes_on)
            .unwrap_or(sentence);
        for words in [nearest, paragraph] {
            if !is_empty_of_subject(words) {
                // A promise of several rates names them all; only its own name tells whose growth it is.
                let says = if self.is_rate {
                    0.0
                } else {
                    self.of_promise(words)
                };
                let near = self.of_name(words).max(says);
                let least = if self.is_rate { RATE_SHARE } else { 0.2 };
                return (near > least && !self.is_of_other_level(words)).then_some(near);
            }
        }
        Some(0.1)
    }

    fn kinship_of_clause(
        &self,
        passage: &Passage<'_>,
        mention: &Mention<'_>,
        own: &str,
    ) -> Option<f64> {
        let clause = passage.words(mention.clause);
        let whole = self.of_name(clause);
        if self.is_rate {
            return (self.of_name(own) >= RATE_SHARE).then_some(whole);
        }
        let own_pairs = pairs(clause);
        let is_told = |thing: &Pairs| share(thing, &own_pairs) > 0.0;
        if self.things.len() > 1 && !self.things.iter().all(is_told) {
            // Of two things that were promised together only one is told.
            return None;
        }
        // 新增、优化 were promised together, or are told together where only one was promised.
        let told = joined_verbs(clause);
        let half = |(one, other): (&str, &str)| {
            let has_any = JOINED.iter().any(|verb| clause.contains(verb));
            has_any && !(clause.contains(one) && clause.contains(other))
        };
        if self.verbs.is_some_and(half) || (told.is_some() && told != self.verbs) {
            return None;
        }
        if self.is_out_of_target(passage, mention) {
            return Some(CLAUSE_SHARE);
        }
        // A list of the sentence goes on with what was counted at its head.
        let lead = passage.said_before(mention.clause, mention.clause.bytes.start);
        let near = whole.max(self.of_name(&format!("{lead} {clause}")) * 0.9);
        let says = self.of_promise(own);
        let is_near = near >= NAME_SHARE || says >= CLAUSE_SHARE;
        (is_near && (near > 0.0 || says > 0.0)).then_some(near.max(says * 0.5))
    }

    /// `目前16个项目已开工12个`: so many of the target, whatever the things are called here.
    fn is_out_of_target(&self, passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
        let mut before = passage.mentions().filter(|it| {
            it.index < mention.index
                && it.clause.sentence == mention.clause.sentence
                && it.quantity.unit == mention.quantity.unit
        });
        before.any(|it| is_size(it.quantity, self.target))
    }

    /// Whether a part is told in words of the measure that its total lacks: `停车泊位5213个，其中公共停车泊位4120个`.
    pub fn is_nearer(&self, part: &str, total: &str) -> bool {
        let (part, total) = (pairs(part), pairs(total));
        let mut beyond = part.difference(&total);
        beyond.any(|pair| self.name.contains(pair))
    }

    /// Whether words name a level of government, and not the promised one.
    fn is_of_other_level(&self, words: &str) -> bool {
        let Some((level, higher_counts)) = self.level else {
            return false;
        };
        let mut named = levels(words).peekable();
        let fits = |other: usize| other == level || (higher_counts && other < level);
        named.peek().is_some() && !named.any(fits)
    }

    /// The same for words that may belong to all that its paragraph has said.
    pub fn kinship_of_paragraph(
        &self,
        passage: &Passage<'_>,
        mention: &Mention<'_>,
    ) -> Option<f64> {
        let said = passage.paragraph_before(mention.clause, mention.quantity.bytes.start);
        let near = self.of_name(said);
        (near >= NAME_SHARE).then_some(near)
    }

    fn of_name(&self, words: &str) -> f64 {
        share(&self.name, &pairs(words))
    }

    fn of_promise(&self, words: &str) -> f64 {
        let mut words = subject_words(words);
        for word in GENERIC {
            words = words.replace(word, " ");
        }
        let pairs = pairs(&words);
        share(&pairs, &self.title)
    }
}

/// Whether words name nothing that could be counted: only times, places, verbs and little words.
pub fn is_empty_of_subject(words: &str) -> bool {
    pairs(&subject_words(words)).is_empty()
}

/// Words without times, places, verbs and little words.
fn subject_words(words: &str) -> String {
    let mut rest = words.to_owned();
    let verbs = RESULTS.iter().chain(&BEGUN).chain(&MORE).chain(&LESS);
    for word in EMPTY.iter().chain(verbs) {
        if rest.contains(word) {
            rest = rest.replace(word, " ");
        }
    }
    rest
}

/// Verbs that a promise may join.
const JOINED: [&str; 10] = [
    "新开", "新增", "新建", "改造", "改建", "扩建", "提升", "优化", "更新", "修复",
];

/// The clause of a title that names the target.
fn clause_of<'t>(title: &'t str, indicator: &Indicator) -> &'t str {
    let named = quantities(title, &[]);
    let named = named.into_iter().find(|it| is_size(it, indicator.target));
    let before = named
        .and_then(|it| title.get(..it.bytes.start))
        .unwrap_or(title);
    before
        .rsplit(['，', ',', '；', ';', '。'])
        .next()
        .unwrap_or(before)
}

/// Two verbs that a title joins, both for the figure behind them.
fn joined_verbs(title: &str) -> Option<(&'static str, &'static str)> {
    let pairs = JOINED
        .into_iter()
        .flat_map(|one| JOINED.into_iter().map(move |other| (one, other)));
    let joins = ["、", "和", ""];
    let mut joined = pairs.filter(|(one, other)| {
        one != other
            && joins
                .iter()
                .any(|join| title.contains(&format!("{one}{join}{other}")))
    });
    joined.next()
}

/// The levels that words name, as places in the order of levels.
fn levels(words: &str) -> impl Iterator<Item = usize> {
    let levels = LEVELS.iter().enumerate();
    let named = levels.filter(|(_, level)| words.contains(**level));
    named.map(|(place, _)| place)
}

fn pairs(words: &str) -> Pairs {
    let chars: Vec<char> = words.chars().collect();
    let pairs = chars.windows(2).filter_map(|pair| match pair {
        &[one, other] if is_han(one) && is_han(other) => Some((one, other)),
        _ => None,
    });
    pairs.collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a clause has far fewer pairs than 2^53"
)]
fn share(part: &Pairs, whole: &Pairs) -> f64 {
    if part.is_empty() {
        return 0.0;
    }
    part.intersection(whole).count() as f64 / part.len() as f64
}
