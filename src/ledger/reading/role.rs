//! What a quantity of a note is: a result, a beginning, a plan, a part.

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::quantities;
use crate::ledger::reading::lexicon::{
    BEGINNINGS, BEGUN, DOING, HAPPENED, LESS, MORE, NEXT_STEPS, ONGOING, OWN_RESULTS, PIPELINE,
    PLANNED, REMAINING, RESULTS, SHARES, TARGETS, has_any, last_of,
};
use crate::ledger::reading::subject::is_empty_of_subject;
use crate::ledger::{Indicator, Kind};

/// What a quantity is, by the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The promised thing is there.
    Result,
    /// Work on it has begun.
    Begun,
    /// It is on its way through somebody's hands: recommended, shortlisted, under review.
    Pipeline,
    /// It is to come, or the target is named again.
    Planned,
    /// It is what is left to do.
    Remaining,
    /// It is a part of a total given before.
    Part,
    /// The words do not say.
    Unsaid,
}

/// The promise of one measure, as the title says it.
#[derive(Clone, Copy, Debug)]
pub struct Promise<'t> {
    title: &'t str,
    /// The clause of the title that names the target; the whole title where none does.
    clause: &'t str,
    name: &'t str,
    kind: Kind,
}

impl<'t> Promise<'t> {
    /// The promise that an indicator measures.
    pub fn of(title: &'t str, indicator: &'t Indicator) -> Self {
        let target = indicator.target.unwrap_or(f64::NAN);
        let named = quantities(title, &[]).into_iter().find(|it| {
            let number = it.number.abs();
            (number - target.abs()).abs() < 1e-9
                || (number * it.unit.scale - target.abs()).abs() < 1e-9
        });
        let clause = named.and_then(|it| {
            let start = title.get(..it.bytes.start)?.rfind(['，', ',', '、']);
            title.get(start.unwrap_or(0)..)
        });
        Self {
            title,
            clause: clause.unwrap_or(title),
            name: &indicator.name,
            kind: indicator.kind,
        }
    }

    /// Whether beginning is what was promised: 开工建设16个项目.
    pub fn is_kept_by_beginning(&self) -> bool {
        has_any(self.clause, &BEGINNINGS) || has_any(self.name, &BEGUN)
    }
}

/// What a quantity says about a promise.
pub fn role(passage: &Passage<'_>, mention: &Mention<'_>, promise: &Promise<'_>) -> Role {
    let clause = passage.words(mention.clause);
    let at = mention.quantity.bytes.start;
    let before = passage
        .text
        .get(mention.clause.bytes.start..at)
        .unwrap_or_default();
    if is_planned(passage, mention, before) {
        return Role::Planned;
    }
    if has_any(before, &REMAINING) || is_negated(before) {
        return Role::Remaining;
    }
    let is_step = |word: &str| clause.contains(word) && !promise.title.contains(word);
    if PIPELINE.iter().any(|word| is_step(word)) {
        return Role::Pipeline;
    }
    let role = by_verb(mention, promise);
    if is_part(passage, mention) && !(role != Role::Unsaid && opens_breakdown(passage, mention)) {
        return Role::Part;
    }
    role
}

fn is_planned(passage: &Passage<'_>, mention: &Mention<'_>, before: &str) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let sentence = sentence.trim_start();
    NEXT_STEPS.iter().any(|word| sentence.starts_with(word))
        || has_any(before, &PLANNED)
        || TARGETS.iter().any(|word| before.ends_with(word))
}

/// 未开工, but not 未来产业.
fn is_negated(before: &str) -> bool {
    let mut rest = before;
    while let Some(at) = rest.find('未') {
        rest = rest.get(at + '未'.len_utf8()..).unwrap_or_default();
        if !rest.starts_with('来') {
            return true;
        }
    }
    false
}

/// Whether 其中 was said before it in its sentence: what follows are parts of a total.
pub fn is_part(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    sentence.contains("其中")
}

/// `其中5个已完工`: a part by how far it is, not by place; such a part is the figure of its own verb.
fn opens_breakdown(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let behind = sentence.rsplit("其中").next().unwrap_or_default();
    is_empty_of_subject(behind) && is_empty_of_subject(mention.after)
}

/// By the verb that is nearest: behind the quantity (`46条街巷已开工`) or before it (`已开工46条`).
fn by_verb(mention: &Mention<'_>, promise: &Promise<'_>) -> Role {
    let behind = verb_behind(mention.after, mention.meets_next, promise);
    behind
        .or_else(|| verb_before(mention.before, promise))
        .unwrap_or(Role::Unsaid)
}

/// Whether a quantity is told as a result or as a beginning, whatever was promised.
pub fn verb_of(mention: &Mention<'_>) -> Role {
    let behind = plain_verb_behind(mention.after, mention.meets_next);
    let before = || {
        let (result, begun) = (
            last_of(mention.before, &RESULTS),
            last_of(mention.before, &BEGUN),
        );
        match result.cmp(&begun) {
            std::cmp::Ordering::Greater => Some(Role::Result),
            std::cmp::Ordering::Less => Some(Role::Begun),
            std::cmp::Ordering::Equal => None,
        }
    };
    behind.or_else(before).unwrap_or(Role::Unsaid)
}

fn plain_verb_behind(after: &str, meets_next: bool) -> Option<Role> {
    let after = after.trim_end_matches(['了', ' ']);
    let ends_with = |words: &[&str]| words.iter().any(|word| after.ends_with(word));
    if meets_next || has_any(after, &ONGOING) {
        None
    } else if ends_with(&RESULTS) {
        Some(Role::Result)
    } else {
        ends_with(&BEGUN).then_some(Role::Begun)
    }
}

fn verb_behind(after: &str, meets_next: bool, promise: &Promise<'_>) -> Option<Role> {
    let grown = after.contains("新增") && promise.title.contains("新增") && !meets_next;
    plain_verb_behind(after, meets_next).or(grown.then_some(Role::Result))
}

fn verb_before(before: &str, promise: &Promise<'_>) -> Option<Role> {
    let own: Vec<&str> = OWN_RESULTS
        .into_iter()
        .filter(|verb| promise.title.contains(verb))
        .collect();
    // Of what is being done only that is a beginning which the promise says in the same word, or any where beginning is
    // what was promised.
    let doing: Vec<&str> = DOING
        .into_iter()
        .filter(|verb| promise.is_kept_by_beginning() || promise.clause.contains(verb))
        .collect();
    let has_happened = has_any(before, &HAPPENED) && !has_any(before, &ONGOING);
    let found = [
        (last_of(before, &RESULTS), Role::Result),
        (last_of(before, &BEGUN), Role::Begun),
        (last_of(before, &own).filter(|_| has_happened), Role::Result),
        (last_of(before, &doing), Role::Begun),
    ];
    let nearest = found.into_iter().filter_map(|(at, role)| Some((at?, role)));
    let (at, role) = nearest.max_by_key(|(at, _)| *at)?;
    let lead = before.get(..at).unwrap_or_default();
    // 正在完成 is no completion; and a level is reached, not finished.
    let is_over = role == Role::Begun || !has_any(lead, &ONGOING);
    let fits = promise.kind != Kind::Level || before.contains('达');
    (is_over && fits).then_some(role)
}

/// The sign of a growth in percent: 1 or -1; `None` where no growth over the same time of last year is told.
pub fn growth(passage: &Passage<'_>, mention: &Mention<'_>) -> Option<f64> {
    let at = mention.quantity.bytes.start;
    let before = passage.text.get(mention.clause.bytes.start..at)?;
    if !mention.quantity.is_percent()
        || is_planned(passage, mention, before)
        || is_part(passage, mention)
        || is_from_another_day(before)
    {
        return None;
    }
    let (more, less) = (last_of(before, &MORE), last_of(before, &LESS));
    let is_less = less.is_some() && less >= more;
    let word = more.max(less)?;
    let gap = before.get(word..)?.chars().count();
    // 增长 and the figure stand together; a longer gap is about something else. The longest word has three characters.
    let sign = if is_less { -1.0 } else { 1.0 };
    (gap <= 5).then_some(sign)
}

/// `较2024年底增长28%`: grown since a day, not over the same time of last year.
fn is_from_another_day(before: &str) -> bool {
    let since = before.rsplit(['较', '比']).next().unwrap_or_default();
    since.len() < before.len()
        && !since.starts_with("上年")
        && !since.starts_with("去年")
        && !since.starts_with("增长")
}

/// Whether a percentage is the department's own share of the target.
pub fn is_share_of_target(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let at = mention.quantity.bytes.start;
    let before = passage
        .text
        .get(mention.clause.bytes.start..at)
        .unwrap_or_default();
    let before = before.trim_end_matches(['为', '达', '到', '约', ' ']);
    SHARES.iter().any(|word| before.ends_with(word)) && !is_planned_share(before)
}

fn is_planned_share(before: &str) -> bool {
    ["将", "力争", "确保", "预计", "争取"]
        .iter()
        .any(|word| before.contains(word))
}
