//! The verb that says what a quantity is.

use crate::ledger::Kind;
use crate::ledger::passage::Mention;
use crate::ledger::reading::lexicon::{
    BEGUN, DOING, FLOWS, HAPPENED, ONGOING, OWN_RESULTS, RESULTS, ends_with_any, has_any, last_of,
};
use crate::ledger::reading::promise::Promise;
use crate::ledger::reading::role::Role;

/// By the verb that is nearest: behind the quantity (`46条街巷已开工`) or before it (`已开工46条`).
pub fn by_verb(mention: &Mention<'_>, promise: &Promise<'_>) -> Role {
    let behind = verb_behind(mention.after, mention.meets_next, promise);
    behind
        .or_else(|| verb_before(mention, promise))
        .or_else(|| by_name(mention, promise))
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

fn verb_behind(after: &str, meets_next: bool, promise: &Promise<'_>) -> Option<Role> {
    let grown = after.contains("新增") && promise.title.contains("新增") && !meets_next;
    plain_verb_behind(after, meets_next).or(grown.then_some(Role::Result))
}

fn verb_before(mention: &Mention<'_>, promise: &Promise<'_>) -> Option<Role> {
    let before = mention.before;
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
    // What the promise says first is a result without more words, where it is not the target that is named again.
    let opens = |verb: &str| {
        promise.clause.trim_start().starts_with(verb) && !promise.is_target(mention.quantity)
    };
    let has_happened =
        |verb: &str| (has_any(before, &HAPPENED) || opens(verb)) && !has_any(before, &ONGOING);
    let own: Vec<&str> = own.into_iter().filter(|verb| has_happened(verb)).collect();
    let found = [
        (last_of(before, &RESULTS), Role::Result),
        (last_of(before, &BEGUN), Role::Begun),
        (last_of(before, &own), Role::Result),
        (last_of(before, &doing), Role::Begun),
    ];
    let nearest = found.into_iter().filter_map(|(at, role)| Some((at?, role)));
    let nearest = nearest.max_by_key(|(at, _)| *at);
    if promise.kind == Kind::Level && nearest.is_none() {
        return reached(before);
    }
    let (at, role) = nearest?;
    let lead = before.get(..at).unwrap_or_default();
    // 已启动新建 is a beginning; 正在完成 is no completion.
    if role == Role::Result && (ends_with_any(lead, &BEGUN) || ends_with_any(lead, &DOING)) {
        return Some(Role::Begun);
    }
    let is_over = role == Role::Begun || !has_any(lead, &ONGOING);
    let reaches = ["达", "完成", "实现"];
    let fits =
        promise.kind != Kind::Level || reached(before).is_some() || has_any(before, &reaches);
    (is_over && fits).then_some(role)
}

/// A level is reached, not finished: 达到, 提高到, 为.
fn reached(before: &str) -> Option<Role> {
    let lead = before.trim_end_matches('约');
    ends_with_any(lead, &["达", "到", "至", "为", "在"]).then_some(Role::Result)
}

/// The name of the measure right before its figure: `就诊率89.3%`, `生猪出栏94.6万头`.
fn by_name(mention: &Mention<'_>, promise: &Promise<'_>) -> Option<Role> {
    let before = mention.before;
    let tail = promise.name.char_indices().rev().nth(1);
    let tail = promise.name.get(tail?.0..)?;
    let is_flow = promise.kind == Kind::Amount && ends_with_any(before, &FLOWS);
    let is_told = before.ends_with(tail) && (promise.kind == Kind::Level || is_flow);
    let is_open = has_any(before, &ONGOING) || promise.is_target(mention.quantity);
    (is_told && !is_open).then_some(Role::Result)
}
