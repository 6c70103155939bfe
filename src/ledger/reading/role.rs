//! What a quantity of a note is: a result, a beginning, a plan, a part.

use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::elsewhere::{is_compared, is_elsewhere};
use crate::ledger::reading::lexicon::{
    AHEAD, NEXT_STEPS, NOT_DONE, PIPELINE, PLANNED, REMAINING, RESULTS, SIZES, STEPS,
    TARGET_BEHIND, TARGETS, ends_with_any, has_any, last_of, starts_with_any,
};
use crate::ledger::reading::promise::Promise;
use crate::ledger::reading::subject::is_empty_of_subject;
use crate::ledger::reading::verbs::{by_verb, verb_of};

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

/// What a quantity says about a promise.
pub fn role(passage: &Passage<'_>, mention: &Mention<'_>, promise: &Promise<'_>) -> Role {
    let before = passage.clause_before(mention);
    let after = mention.after;
    if is_planned(passage, mention, promise.title) || has_any(after, &AHEAD) {
        return Role::Planned;
    }
    let is_left = |words: &str| has_any(words, &REMAINING) || has_any(words, &NOT_DONE);
    if is_left(before) || (is_left(after) && !mention.meets_next) {
        return Role::Remaining;
    }
    if has_step(before, mention.rest, promise) {
        return Role::Pipeline;
    }
    if is_beside_the_point(passage, mention, promise) {
        return Role::Unsaid;
    }
    let role = by_verb(mention, promise);
    if is_part(passage, mention) && !(role != Role::Unsaid && opens_breakdown(passage, mention)) {
        return Role::Part;
    }
    role
}

/// Whether a quantity is to come, or the target named again.
pub fn is_planned(passage: &Passage<'_>, mention: &Mention<'_>, title: &str) -> bool {
    let before = passage.clause_before(mention);
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let sentence = sentence.trim_start();
    NEXT_STEPS.iter().any(|word| sentence.starts_with(word))
        || PLANNED
            .iter()
            .any(|word| before.contains(word) && !title.contains(word))
        || TARGETS.iter().any(|word| before.ends_with(word))
        || starts_with_any(mention.after, &TARGET_BEHIND)
}

/// Whether the thing is still in somebody's hands: a step behind the figure, or one before it that no result follows.
fn has_step(before: &str, rest: &str, promise: &Promise<'_>) -> bool {
    let own: Vec<&str> = PIPELINE
        .into_iter()
        .filter(|step| !promise.title.contains(step))
        .collect();
    // What is designed to make so much is there; and so is a centre for design.
    let plain = |words: &str| words.replace("设计产能", "").replace("设计中心", "");
    let (before, rest) = (plain(before), plain(rest));
    let (step, result) = (last_of(&before, &own), last_of(&before, &RESULTS));
    // 招标完成80公里: what is done is the step.
    let ends_step = result.is_some_and(|at| {
        before
            .get(..at)
            .is_some_and(|lead| ends_with_any(lead, &own))
    });
    let is_open = step.is_some() && (step > result || ends_step);
    is_open || has_any(&rest, &own)
}

/// Whether the figure is of another time or place, the size of the whole, a step of the work, or the target as the head
/// of what is told of it.
fn is_beside_the_point(
    passage: &Passage<'_>,
    mention: &Mention<'_>,
    promise: &Promise<'_>,
) -> bool {
    let before = passage.clause_before(mention);
    let clause = passage.words(mention.clause);
    let lead = before.trim_end_matches(['约', '达', '到', '为', '至']);
    let is_own_step = |word: &str| clause.contains(word) && !promise.title.contains(word);
    SIZES.iter().any(|size| lead.ends_with(size))
        || STEPS.iter().any(|step| is_own_step(step))
        || mention.after.starts_with('的')
        // 签约项目中已开工92个: of other things than were promised.
        || (mention.before.contains("中已") && !mention.before.contains("集中"))
        || is_elsewhere(passage, mention, promise.title)
        || is_compared(before)
        || is_former(mention)
        || is_scope(passage, mention, promise)
        || is_one_of_a_list(passage, mention)
}

/// `线下活动1126场、线上直播214场`: of things that only make the whole together, told in one breath without a verb of
/// their own.
fn is_one_of_a_list(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let joins = |left: &Mention<'_>, right: &Mention<'_>| {
        let between = left.quantity.bytes.end..right.quantity.bytes.start;
        let words = passage.text.get(between).unwrap_or_default();
        words.starts_with('、')
            && left.quantity.unit == right.quantity.unit
            && verb_of(right) == Role::Unsaid
            && !words.contains("其中")
    };
    let next = passage.mention(mention.index + 1);
    let previous = mention
        .index
        .checked_sub(1)
        .and_then(|index| passage.mention(index));
    next.is_some_and(|next| joins(mention, &next))
        || previous.is_some_and(|previous| joins(&previous, mention))
}

/// `由上年下降3.2%转为`, `从35个增加到`: where it came from.
pub fn is_former(mention: &Mention<'_>) -> bool {
    let turns = [
        "转", "提高", "增", "升", "上升", "下降", "降", "扩大", "到", "至",
    ];
    mention.before.contains(['由', '从']) && starts_with_any(mention.after, &turns)
}

/// The target as the head of what is told of it: `60个项目中，已建成28个`, `新建农贸市场6个，目前正在施工`.
fn is_scope(passage: &Passage<'_>, mention: &Mention<'_>, promise: &Promise<'_>) -> bool {
    let is_target = promise.is_target(mention.quantity);
    let going_on = ["正在", "前期", "推进", "处于"];
    let next = passage.clause_behind(mention.clause);
    mention.after.ends_with('中')
        || (is_target && next.is_some_and(|next| has_any(next, &going_on)))
}

/// Whether 其中 was said before it in its sentence: what follows are parts of a total.
pub fn is_part(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let since = sentence.rsplit("其中").next().unwrap_or_default();
    if since.len() == sentence.len() {
        return false;
    }
    // Behind a semicolon the list goes on only with what it has counted.
    let Some(semicolon) = since.rfind(['；', ';']) else {
        return true;
    };
    let end = mention.quantity.bytes.start;
    let (from, to) = (end - since.len(), end - since.len() + semicolon);
    let mut listed = passage
        .quantities
        .iter()
        .filter(|it| it.bytes.start >= from && it.bytes.end <= to);
    listed.any(|it| it.unit == mention.quantity.unit)
}

/// `其中5个已完工`: a part by how far it is, not by place; such a part is the figure of its own verb.
fn opens_breakdown(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let behind = sentence.rsplit("其中").next().unwrap_or_default();
    is_empty_of_subject(behind) && is_empty_of_subject(mention.after)
}
