//! A note that is read for the measures of one promise, and what the title makes of its words.
//!
//! Everything that does not depend on a single measure is found out once for the whole note: which words count and
//! which the title takes the meaning of, the years, the percentages that are signs of a share. A figure then asks for
//! it at its place.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::ledger::lexicon::{List, Occurrence, Occurrences, starts_with_any};
use crate::ledger::passage::{Mention, Passage, Stretch};
use crate::ledger::quantity::Unit;
use crate::ledger::reading::candidate::begins_with_date;
use crate::ledger::reading::elsewhere::Years;
use crate::ledger::reading::measure::Measure;
use crate::ledger::reading::nearest::Nearest;
use crate::ledger::reading::promise::Title;
use crate::ledger::reading::role::{Facts, Role, is_part};
use crate::ledger::reading::subject::{Says, joined_verbs};
use crate::ledger::reading::trace::Windows;
use crate::ledger::reading::verbs::verb_of;

/// A note and the title of its promise, ready to be asked about any of its figures.
#[derive(Debug)]
pub struct Note<'p> {
    /// The note, tokenised.
    pub passage: &'p Passage<'p>,
    /// The title.
    pub title: &'p Title<'p>,
    /// The mentions of the note, in order.
    pub mentions: Vec<Mention<'p>>,
    /// The places of those that count the same thing.
    counting: HashMap<&'p str, Vec<usize>>,
    /// Words of what is to come that the title has not.
    pub(super) planned: Occurrences,
    /// Steps on the way to a result that are not themselves promised, where they are no part of what is designed.
    pub(super) pipeline: Occurrences,
    /// The same wherever they stand; and the lists that such steps led to.
    named_steps: Occurrences,
    named_lists: Occurrences,
    /// Steps of the work that are not themselves promised.
    pub(super) steps: Occurrences,
    /// Seasons that the title does not name.
    pub(super) seasons: Occurrences,
    /// Verbs that are a result because the title says them.
    pub(super) own_results: Occurrences,
    /// Words of another time, and those of them that are another time for a rate, too.
    pub(super) other_times: Occurrences,
    pub(super) other_times_of_rates: Occurrences,
    /// 以来 of another time than this year.
    pub(super) since: Occurrences,
    pub(super) years: Years,
    /// Words by which a figure is a running total.
    pub(super) together: Occurrences,
    /// Each of the levels of government.
    pub(super) levels: Vec<Occurrences>,
    /// Each way to name the end of a year.
    pub(super) year_ends: Vec<Occurrences>,
    /// Comparisons with a time that is named, and those with the month before.
    pub(super) than: Occurrences,
    pub(super) monthly: Occurrences,
    /// Which paragraphs are lines that were added with their date.
    dated: Vec<bool>,
    facts: Vec<OnceCell<Facts>>,
    joined: Vec<OnceCell<Option<(usize, usize)>>>,
    parts: OnceCell<Vec<bool>>,
    results: OnceCell<HashMap<(usize, usize), usize>>,
    digits: OnceCell<Vec<usize>>,
    windows: OnceCell<Windows>,
    says: OnceCell<Says>,
    nearest: OnceCell<Nearest>,
}

impl<'p> Note<'p> {
    /// Looks through a note once.
    pub fn of(passage: &'p Passage<'p>, title: &'p Title<'p>) -> Self {
        let not_promised = |list: List| {
            let named = title.named(list);
            let is_named = move |it: &Occurrence| named.get(it.word).copied().unwrap_or(false);
            passage.all(list).filtered(|it| !is_named(it))
        };
        let is_promised = title.named(List::OwnResults);
        let is_promised = |it: &Occurrence| is_promised.get(it.word).copied().unwrap_or(false);
        let paragraphs = passage.clauses.last().map_or(0, |it| it.paragraph + 1);
        let named_steps = not_promised(List::Pipeline);
        let is_list = |it: &Occurrence| matches!(List::Pipeline.word(it.word), "名单" | "清单");
        let mentions: Vec<Mention<'p>> = passage.mentions().collect();
        let mut counting: HashMap<&str, Vec<usize>> = HashMap::new();
        for mention in &mentions {
            let base: &str = &mention.quantity.unit.base;
            counting.entry(base).or_default().push(mention.index);
        }
        let other_times = passage.all(List::OtherTimes);
        Self {
            planned: not_promised(List::Planned),
            pipeline: named_steps.outside(passage.all(List::Designs)),
            named_lists: named_steps.filtered(is_list),
            named_steps: named_steps.filtered(|it| !is_list(it)),
            steps: not_promised(List::Steps),
            seasons: not_promised(List::Seasons),
            own_results: passage.all(List::OwnResults).filtered(is_promised),
            other_times: other_times.clone(),
            other_times_of_rates: other_times.outside(passage.all(List::SameTimes)),
            since: passage
                .all(List::Since)
                .outside(passage.all(List::SinceThisYear)),
            years: Years::of(passage),
            together: passage
                .all(List::Together)
                .filtered(|it| is_sum(passage, it)),
            levels: each_of(passage, List::Levels),
            year_ends: each_of(passage, List::YearEnds),
            than: passage.all(List::Than).outside(passage.all(List::Ratios)),
            monthly: passage
                .all(List::Ratios)
                .filtered(|it| List::Ratios.word(it.word) == "环比"),
            dated: (0..paragraphs)
                .map(|paragraph| begins_with_date(passage, paragraph))
                .collect(),
            mentions,
            counting,
            facts: cells(passage.quantities.len()),
            joined: cells(passage.clauses.len()),
            parts: OnceCell::new(),
            results: OnceCell::new(),
            digits: OnceCell::new(),
            windows: OnceCell::new(),
            says: OnceCell::new(),
            nearest: OnceCell::new(),
            passage,
            title,
        }
    }

    /// The mentions that count the same thing as a unit, in order.
    pub fn counting(&self, unit: &Unit) -> impl DoubleEndedIterator<Item = &Mention<'p>> + Clone {
        let places = self.counting.get(&*unit.base);
        let places = places.map_or(&[][..], Vec::as_slice).iter();
        places.filter_map(|place| self.mentions.get(*place))
    }

    /// The mentions that a measure may count, in order.
    pub fn counted_by(
        &self,
        measure: &Measure<'_>,
    ) -> impl DoubleEndedIterator<Item = &Mention<'p>> + Clone {
        let unit = measure.unit.as_ref();
        unit.into_iter().flat_map(|unit| self.counting(unit))
    }

    /// Where the words before, between and behind the quantities of each clause stand among its pairs.
    pub(super) fn windows(&self) -> &Windows {
        self.windows.get_or_init(|| Windows::of(self.passage))
    }

    /// What the words around a figure say of it, whatever measure it is of.
    pub(super) fn facts(&self, mention: &Mention<'_>) -> Option<&Facts> {
        let facts = self.facts.get(mention.index)?;
        Some(facts.get_or_init(|| Facts::of(self, mention)))
    }

    /// Whether the figure of a mention is a running total: 累计, or 共 that is not part of a word.
    pub(super) fn is_total(&self, mention: &Mention<'_>) -> bool {
        let before = self.passage.clause_before(mention);
        before.has(List::Totals) || before.has_of(&self.together)
    }

    /// Whether a paragraph is a line that was added with its date.
    pub(super) fn is_dated(&self, paragraph: usize) -> bool {
        self.dated.get(paragraph).copied().unwrap_or(false)
    }

    /// The last step on the way to a result that words name, or the list it led to where they name none; a step that is
    /// itself promised is none.
    pub fn last_step(&self, words: Stretch<'_>) -> Option<&'static str> {
        let last = |steps: &Occurrences| {
            let last = steps.within(words.bytes()).next_back();
            last.map(|it| List::Pipeline.word(it.word))
        };
        last(&self.named_steps).or_else(|| last(&self.named_lists))
    }

    /// Whether words name this one of the levels of government.
    pub fn names_level(&self, words: Stretch<'_>, level: usize) -> bool {
        self.levels.get(level).is_some_and(|it| words.has_of(it))
    }

    /// Two verbs that a clause joins.
    pub(super) fn joined(&self, mention: &Mention<'_>) -> Option<(usize, usize)> {
        let joined = self.joined.get(mention.clause.index)?;
        *joined.get_or_init(|| joined_verbs(self.passage, self.passage.words(mention.clause)))
    }

    /// Whether another figure of the same unit in its paragraph is told as a result.
    pub(super) fn has_other_result(&self, mention: &Mention<'_>) -> bool {
        let is_result = |it: &Mention<'_>| verb_of(it) == Role::Result;
        let results = self.results.get_or_init(|| {
            let mut results = HashMap::new();
            for it in self.mentions.iter().filter(|it| is_result(it)) {
                *results.entry((it.clause.paragraph, it.unit)).or_default() += 1;
            }
            results
        });
        let all = results.get(&(mention.clause.paragraph, mention.unit));
        all.copied().unwrap_or(0) > usize::from(is_result(mention))
    }

    /// Whether 其中 was said before a figure in its sentence: a part of a total.
    pub fn is_part(&self, mention: &Mention<'_>) -> bool {
        let parts = self.parts.get_or_init(|| {
            let mentions = self.mentions.iter();
            mentions.map(|it| is_part(self.passage, it)).collect()
        });
        parts.get(mention.index).copied().unwrap_or(false)
    }

    /// Where the first digit of a part of the note stands.
    pub(super) fn first_digit(&self, part: Stretch<'_>) -> Option<usize> {
        let digits = self.digits.get_or_init(|| {
            let chars = self.passage.text.char_indices();
            let digits = chars.filter(|(_, c)| c.is_ascii_digit());
            digits.map(|(at, _)| at).collect()
        });
        let next = digits.partition_point(|at| *at < part.start);
        digits.get(next).copied().filter(|at| *at < part.end)
    }

    /// How much of what was said the title says, too.
    pub(super) fn says(&self) -> &Says {
        self.says.get_or_init(|| Says::of(self))
    }

    /// Which words before each clause are the nearest that name something.
    pub(super) fn nearest(&self) -> &Nearest {
        self.nearest.get_or_init(|| Nearest::of(self.passage))
    }
}

/// Each word of a list by itself.
fn each_of(passage: &Passage<'_>, list: List) -> Vec<Occurrences> {
    let words = 0..list.words().len();
    let own = words.map(|word| passage.all(list).filtered(|it| it.word == word));
    own.collect()
}

fn cells<T>(count: usize) -> Vec<OnceCell<T>> {
    std::iter::repeat_with(OnceCell::new).take(count).collect()
}

/// Whether 共 is a word of its own, and no part of 公共 or 共享.
fn is_sum(passage: &Passage<'_>, it: &Occurrence) -> bool {
    let lead = passage.text.get(..it.start).unwrap_or_default();
    let behind = passage.text.get(it.end..).unwrap_or_default();
    !lead.ends_with('公') && !starts_with_any(behind, &["同", "享", "建", "青", "创", "性"])
}
