//! The verb that says what a quantity is.

use crate::ledger::Kind;
use crate::ledger::lexicon::{
    BEGUN, FLOWS, List, ONGOING, Occurrence, RESULTS, ends_with_any, has_any,
};
use crate::ledger::passage::{Mention, Stretch};
use crate::ledger::reading::measure::Measure;
use crate::ledger::reading::note::Note;
use crate::ledger::reading::role::Role;

/// The verbs around a quantity, whatever measure it is of.
#[derive(Debug)]
pub struct Verbs {
    /// What the verb behind it says.
    behind: Option<Role>,
    /// Where a verb of a result stands last before it, one of a beginning, and one that is a result because the title
    /// says it.
    result: Option<usize>,
    begun: Option<usize>,
    own: Option<usize>,
    /// Whether words before it say that it has happened, or that it is going on.
    has_happened: bool,
    is_going_on: bool,
}

impl Verbs {
    /// Looks at the words around a quantity.
    pub fn of(note: &Note<'_>, mention: &Mention<'_>) -> Self {
        let before = mention.before;
        let start = |it: Occurrence| it.start;
        let behind = plain_verb_behind(mention);
        let grown = note.title.has_new() && !mention.meets_next;
        let is_grown = || grown && mention.after.text().contains("新增");
        Self {
            behind: behind.or_else(|| is_grown().then_some(Role::Result)),
            result: before.last(List::Results).map(start),
            begun: before.last(List::Begun).map(start),
            own: before.last_of(&note.own_results).map(start),
            has_happened: before.has(List::Happened),
            is_going_on: before.has(List::Ongoing),
        }
    }
}

/// By the verb that is nearest: behind the quantity (`46条街巷已开工`) or before it (`已开工46条`).
pub fn by_verb(mention: &Mention<'_>, verbs: &Verbs, measure: &Measure<'_>) -> Role {
    verbs
        .behind
        .or_else(|| verb_before(mention, verbs, measure))
        .or_else(|| by_name(mention, verbs, measure))
        .unwrap_or(Role::Unsaid)
}

/// Whether a quantity is told as a result or as a beginning, whatever was promised.
pub fn verb_of(mention: &Mention<'_>) -> Role {
    let behind = plain_verb_behind(mention);
    let before = || {
        let result = mention.before.last(List::Results).map(|it| it.start);
        let begun = mention.before.last(List::Begun).map(|it| it.start);
        match result.cmp(&begun) {
            std::cmp::Ordering::Greater => Some(Role::Result),
            std::cmp::Ordering::Less => Some(Role::Begun),
            std::cmp::Ordering::Equal => None,
        }
    };
    behind.or_else(before).unwrap_or(Role::Unsaid)
}

fn plain_verb_behind(mention: &Mention<'_>) -> Option<Role> {
    let after = mention.after.text().trim_end_matches(['了', ' ']);
    let meets_next = mention.meets_next;
    if !meets_next && ends_with_any(after, &["正在施工", "正在建设"]) {
        return Some(Role::Begun);
    }
    if meets_next || has_any(after, &ONGOING) {
        None
    } else if ends_with_any(after, &RESULTS) {
        Some(Role::Result)
    } else {
        ends_with_any(after, &BEGUN).then_some(Role::Begun)
    }
}

fn verb_before(mention: &Mention<'_>, verbs: &Verbs, measure: &Measure<'_>) -> Option<Role> {
    let (before, promise) = (mention.before, &measure.promise);
    // A verb that the promise says is a result where it has happened. What the promise says first is one without more
    // words, where it is not the target that is named again.
    let own = match (verbs.is_going_on, verbs.has_happened) {
        (true, _) => None,
        (false, true) => verbs.own,
        (false, false) if promise.is_target(mention.quantity) => None,
        (false, false) => before.last_of(&measure.opening).map(|it| it.start),
    };
    // Of what is being done only that is a beginning which the promise says in the same word, or any where beginning is
    // what was promised.
    let doing = before.last_of(&measure.doing).map(|it| it.start);
    let found = [
        (verbs.result, Role::Result),
        (verbs.begun, Role::Begun),
        (own, Role::Result),
        (doing, Role::Begun),
    ];
    let nearest = found.into_iter().filter_map(|(at, role)| Some((at?, role)));
    let nearest = nearest.max_by_key(|(at, _)| *at);
    if promise.kind == Kind::Level && nearest.is_none() {
        return reached(before);
    }
    let (at, role) = nearest?;
    let lead = before.up_to(at);
    // 已启动新建 is a beginning; 正在完成 is no completion.
    if role == Role::Result && (lead.ends_with(List::Begun) || lead.ends_with(List::Doing)) {
        return Some(Role::Begun);
    }
    let is_over = role == Role::Begun || !lead.has(List::Ongoing);
    let reaches = ["达", "完成", "实现"];
    let fits = promise.kind != Kind::Level
        || reached(before).is_some()
        || has_any(before.text(), &reaches);
    (is_over && fits).then_some(role)
}

/// A level is reached, not finished: 达到, 提高到, 为.
fn reached(before: Stretch<'_>) -> Option<Role> {
    let lead = before.text().trim_end_matches('约');
    ends_with_any(lead, &["达", "到", "至", "为", "在"]).then_some(Role::Result)
}

/// The name of the measure right before its figure: `就诊率89.3%`, `生猪出栏94.6万头`.
fn by_name(mention: &Mention<'_>, verbs: &Verbs, measure: &Measure<'_>) -> Option<Role> {
    let (before, promise) = (mention.before.text(), &measure.promise);
    let tail = promise.name.char_indices().rev().nth(1);
    let tail = promise.name.get(tail?.0..)?;
    let is_flow = || promise.kind == Kind::Amount && ends_with_any(before, &FLOWS);
    let is_told = before.ends_with(tail) && (promise.kind == Kind::Level || is_flow());
    let is_open = verbs.is_going_on || promise.is_target(mention.quantity);
    (is_told && !is_open).then_some(Role::Result)
}
