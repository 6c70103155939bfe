//! What a quantity of a note is: a result, a beginning, a plan, a part.

use crate::ledger::lexicon::Occurrences;
use crate::ledger::lexicon::{
    AHEAD, List, NEXT_STEPS, NOT_DONE, REMAINING, SIZES, TARGET_BEHIND, TARGETS, ends_with_any,
    has_any, starts_with_any,
};
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::reading::elsewhere::{is_compared, is_elsewhere};
use crate::ledger::reading::measure::Measure;
use crate::ledger::reading::note::Note;
use crate::ledger::reading::verbs::{Verbs, by_verb, verb_of};

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

/// What the words around a quantity say of it, whatever measure it is of.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts of one quantity"
)]
pub struct Facts {
    /// The role where the words alone decide it.
    decided: Option<Role>,
    /// Whether it would be the head of what is told of the target, were it the target.
    heads: bool,
    /// Whether the words around it name nothing.
    pub(super) is_nameless: bool,
    is_part: bool,
    opens_breakdown: bool,
    pub(super) verbs: Verbs,
    /// Whether it is of another time, place or owner.
    pub(super) is_elsewhere: bool,
}

impl Facts {
    /// Looks at the words around a quantity.
    pub fn of(note: &Note<'_>, mention: &Mention<'_>) -> Self {
        let is_elsewhere = is_elsewhere(note, mention);
        let next = note.passage.clause_behind(mention.clause);
        Self {
            decided: decided(note, mention, is_elsewhere),
            heads: next.is_some_and(|next| next.has(List::GoingOn)),
            is_nameless: mention.before.is_empty_of_subject()
                && mention.after.is_empty_of_subject(),
            is_part: note.is_part(mention),
            opens_breakdown: opens_breakdown(note.passage, mention),
            verbs: Verbs::of(note, mention),
            is_elsewhere,
        }
    }
}

/// What a quantity says about a promised measure.
pub fn role(note: &Note<'_>, mention: &Mention<'_>, measure: &Measure<'_>) -> Role {
    let Some(facts) = note.facts(mention) else {
        return Role::Unsaid;
    };
    if let Some(role) = facts.decided {
        return role;
    }
    // 新建农贸市场6个，目前正在施工: the target as the head of what is told of it.
    if facts.heads && measure.promise.is_target(mention.quantity) {
        return Role::Unsaid;
    }
    let role = by_verb(mention, &facts.verbs, measure);
    if facts.is_part && !(role != Role::Unsaid && facts.opens_breakdown) {
        return Role::Part;
    }
    role
}

/// The role of a quantity where no verb and no measure has anything to say.
fn decided(note: &Note<'_>, mention: &Mention<'_>, is_elsewhere: bool) -> Option<Role> {
    let after = mention.after.text();
    if is_planned(note.passage, mention, &note.planned) || has_any(after, &AHEAD) {
        return Some(Role::Planned);
    }
    let before = note.passage.clause_before(mention);
    let is_left_before = before.has(List::Remaining) || before.has(List::NotDone);
    let is_left_behind = || has_any(after, &REMAINING) || has_any(after, &NOT_DONE);
    if is_left_before || (!mention.meets_next && is_left_behind()) {
        return Some(Role::Remaining);
    }
    if has_step(note, mention) {
        return Some(Role::Pipeline);
    }
    let is_beside = is_elsewhere || is_beside_the_point(note, mention);
    is_beside.then_some(Role::Unsaid)
}

/// Whether a quantity is to come, by these words, or the target named again.
pub fn is_planned(passage: &Passage<'_>, mention: &Mention<'_>, planned: &Occurrences) -> bool {
    let clauses = passage.clauses_of_sentence(mention.clause.sentence);
    let head = clauses.first().map_or(0, |first| first.head);
    let sentence = passage.stretch(head..mention.quantity.bytes.start.max(head));
    let before = passage.clause_before(mention);
    starts_with_any(sentence.text(), &NEXT_STEPS)
        || before.has_of(planned)
        || ends_with_any(before.text(), &TARGETS)
        || starts_with_any(mention.after.text(), &TARGET_BEHIND)
}

/// Whether the thing is still in somebody's hands: a step behind the figure, or one before it that no result follows.
fn has_step(note: &Note<'_>, mention: &Mention<'_>) -> bool {
    let before = note.passage.clause_before(mention);
    let step = before.last_of(&note.pipeline).map(|it| it.start);
    let result = before.last(List::Results).map(|it| it.start);
    // 招标完成80公里: what is done is the step.
    let ends_step = || result.is_some_and(|at| before.up_to(at).ends_with_of(&note.pipeline));
    let is_open = step.is_some() && (step > result || ends_step());
    is_open || mention.rest.has_of(&note.pipeline)
}

/// Whether the figure is of another thing, the size of the whole, a step of the work, or the head of what is told.
fn is_beside_the_point(note: &Note<'_>, mention: &Mention<'_>) -> bool {
    let before = note.passage.clause_before(mention);
    let lead = before
        .text()
        .trim_end_matches(['约', '达', '到', '为', '至']);
    let own = mention.before.text();
    ends_with_any(lead, &SIZES)
        || note.passage.words(mention.clause).has_of(&note.steps)
        || mention.after.text().starts_with('的')
        // 签约项目中已开工92个: of other things than were promised.
        || (own.contains("中已") && !own.contains("集中"))
        || is_compared(note.passage, before)
        || is_former(mention)
        // 60个项目中，已建成28个
        || mention.after.text().ends_with('中')
        || is_one_of_a_list(note.passage, mention)
}

/// `线下活动1126场、线上直播214场`: of things that only make the whole together, told in one breath without a verb of
/// their own.
fn is_one_of_a_list(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let joins = |left: &Mention<'_>, right: &Mention<'_>| {
        let between = left.quantity.bytes.end..right.quantity.bytes.start;
        let words = passage.text.get(between).unwrap_or_default();
        words.starts_with('、')
            && left.unit == right.unit
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
    starts_with_any(mention.after.text(), &turns) && mention.before.text().contains(['由', '从'])
}

/// Whether 其中 was said before it in its sentence: what follows are parts of a total. A [`Note`] knows it of each figure.
pub fn is_part(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let Some(list) = sentence.last(List::OfWhich) else {
        return false;
    };
    // Behind a semicolon the list goes on only with what it has counted.
    let Some(semicolon) = sentence.from(list.end).last(List::Semicolons) else {
        return true;
    };
    let listed = passage.mentions_of_unit(mention.unit);
    let end = |index: &usize| passage.quantities.get(*index).map_or(0, |it| it.bytes.end);
    let start = |index: usize| passage.quantities.get(index).map(|it| it.bytes.start);
    let behind = listed.partition_point(|index| end(index) <= semicolon.start);
    let nearest = behind.checked_sub(1).and_then(|at| listed.get(at));
    let nearest = nearest.and_then(|index| start(*index));
    nearest.is_some_and(|start| start >= list.end)
}

/// `其中5个已完工`: a part by how far it is, not by place; such a part is the figure of its own verb.
fn opens_breakdown(passage: &Passage<'_>, mention: &Mention<'_>) -> bool {
    let sentence = passage.said_before(mention.clause, mention.quantity.bytes.start);
    let list = sentence.last(List::OfWhich);
    let behind = list.map_or(sentence, |list| sentence.from(list.end));
    behind.is_empty_of_subject() && mention.after.is_empty_of_subject()
}
