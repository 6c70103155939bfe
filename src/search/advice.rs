//! What to try where nothing is found: another scope, the verdict that was meant, a piece of what was typed.

use std::collections::BTreeSet;

use crate::ledger::{Item, Status};
use crate::search::corpus::{Corpus, Field};
use crate::search::filter::{FilterKind, Key};
use crate::search::looking::Looking;
use crate::search::names::has_part;
use crate::search::sift::{KeepGoing, Superseded};
use crate::search::sound::is_letter;
use crate::search::{Hit, Query, Scope, search};
use crate::text::folded;

/// Something that finds more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The same query finds so many items elsewhere.
    Scope(Scope, usize),
    /// The word is a verdict, which is asked for otherwise.
    Status(Status),
    /// The word is part of the name of a unit that leads so many items; they are asked for otherwise.
    Lead(String, usize),
    /// The word is part of a label of so many items.
    Tag(String, usize),
    /// The word is part of the name of the category of so many items.
    Category(String, usize),
    /// The word stands for items of which nothing was reported, which are asked for otherwise.
    Silent,
    /// A word behind this key is none of those that it knows.
    Words(Key),
    /// No name has what was asked for; these are some of those that there are.
    Names(FilterKind, Vec<String>),
    /// A piece of what was typed finds so many items.
    Piece(String, usize),
}

/// What a query finds, and what to try where that is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The items found, best first.
    pub hits: Vec<Hit>,
    /// What to try; empty where something was found.
    pub advice: Vec<Advice>,
}

/// The longest word of which pieces are tried, in characters.
const LONGEST_CHARS: usize = 8;
/// How many names are told where the one asked for is not there.
const MOST_NAMES: usize = 8;
/// The shortest piece worth trying.
const SHORTEST_CHARS: usize = 2;

/// Finds the items that match, best first, and what to try where none does. `None` where `keep_going` said no before
/// the end.
pub fn answer(
    corpus: &Corpus,
    query: &Query,
    scope: Scope,
    keep_going: &KeepGoing<'_>,
) -> Option<Answer> {
    let hits = search(corpus, query, scope, keep_going)?;
    let advice = if hits.is_empty() {
        advice(corpus, query, scope, keep_going)?
    } else {
        Vec::new()
    };
    Some(Answer { hits, advice })
}

fn advice(
    corpus: &Corpus,
    query: &Query,
    scope: Scope,
    keep_going: &KeepGoing<'_>,
) -> Option<Vec<Advice>> {
    let mut advice = Vec::new();
    for other in [scope.next(), scope.next().next()] {
        // Everything is looked at in `All`: the other two find no more.
        if scope != Scope::All {
            let found = search(corpus, query, other, keep_going)?.len();
            advice.extend((found > 0).then_some(Advice::Scope(other, found)));
        }
    }
    for filter in query.filters.iter().filter(|filter| !filter.is_not) {
        advice.extend(known(corpus, &filter.kind));
    }
    for word in query.wanted() {
        let is_silent = ["未报", "silent"].contains(&word.text.as_str());
        advice.extend(is_silent.then_some(Advice::Silent));
        let meant = |status: &Status| {
            let is_part = word.text.chars().count() >= 2 && status.chinese().contains(&word.text);
            is_part || status.name() == word.text
        };
        advice.extend(Status::ALL.into_iter().find(meant).map(Advice::Status));
        for (key, advised) in [
            ("lead:", Advice::Lead as fn(String, usize) -> Advice),
            ("cat:", Advice::Category),
            ("tag:", Advice::Tag),
        ] {
            let query = Query::new(&format!("{key}{}", word.text));
            let found = search(corpus, &query, scope, keep_going)?.len();
            advice.extend((found > 0).then(|| advised(word.text.clone(), found)));
        }
        if word.is_exact {
            continue;
        }
        let piece = if word.text.chars().all(is_letter) {
            beginning(corpus, &word.text, scope, keep_going)
        } else {
            let looking = Looking::new(corpus, scope, keep_going);
            piece(&looking, &word.text)
        };
        advice.extend(piece.ok()?);
    }
    Some(advice)
}

/// What can stand behind a key where what stands there is not known.
fn known(corpus: &Corpus, kind: &FilterKind) -> Option<Advice> {
    let of: fn(&Item) -> &[String] = match kind {
        FilterKind::Unknown(key) => return Some(Advice::Words(*key)),
        FilterKind::Lead(_) => |item| item.lead.as_slice(),
        FilterKind::Category(_) => |item| item.category.as_slice(),
        FilterKind::Tag(_) => |item| &item.tags,
        _ => return None,
    };
    let (FilterKind::Lead(part) | FilterKind::Category(part) | FilterKind::Tag(part)) = kind else {
        return None;
    };
    let names = corpus.pages().iter().flat_map(|page| of(page.item()));
    let names: BTreeSet<&String> = names.collect();
    let is_meant = |name: &&String| {
        let name: String = name.chars().map(folded).collect();
        has_part(&name, part)
    };
    if names.iter().any(is_meant) {
        return None;
    }
    let some = names.into_iter().take(MOST_NAMES).cloned().collect();
    Some(Advice::Names(kind.clone(), some))
}

/// The longest piece of a word that stands somewhere; of equally long ones the one that most items have.
fn piece(looking: &Looking<'_>, word: &str) -> Result<Option<Advice>, Superseded> {
    let chars: Vec<char> = word.chars().take(LONGEST_CHARS).collect();
    for length in (SHORTEST_CHARS..chars.len()).rev() {
        let mut best: Option<(u64, String)> = None;
        for window in chars.windows(length) {
            let piece: String = window.iter().collect();
            let mut items = looking.exactly(Field::Title, &piece, &looking.all())?;
            items |= looking.exactly(Field::Note, &piece, &looking.all())?;
            if items.len() > best.as_ref().map_or(0, |(count, _)| *count) {
                best = Some((items.len(), piece));
            }
        }
        if let Some((count, piece)) = best {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            return Ok(Some(Advice::Piece(piece, count)));
        }
    }
    Ok(None)
}

/// The longest beginning of typed sounds that finds something.
fn beginning(
    corpus: &Corpus,
    word: &str,
    scope: Scope,
    keep_going: &KeepGoing<'_>,
) -> Result<Option<Advice>, Superseded> {
    let chars: Vec<char> = word.chars().take(LONGEST_CHARS).collect();
    for length in (SHORTEST_CHARS..chars.len()).rev() {
        let piece: String = chars.iter().take(length).collect();
        let found = search(corpus, &Query::new(&piece), scope, keep_going);
        let found = found.ok_or(Superseded)?.len();
        if found > 0 {
            return Ok(Some(Advice::Piece(piece, found)));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Heading, ItemId, Ledger, Rules};
    use std::sync::Arc;

    fn corpus() -> Corpus {
        let item = |(number, title, note): (u64, &str, &str)| {
            let mut item = Item::new(ItemId::Number(number), title, note);
            item.category = (number == 1).then(|| "民生".to_owned());
            Arc::new(item)
        };
        let items = [(1, "海洋经济", "推进地铁建设"), (2, "数字经济", "完成投资")];
        let mut corpus = Corpus::default();
        corpus.refresh(&Ledger {
            heading: Heading::default(),
            rules: Rules::default(),
            items: items.into_iter().map(item).collect(),
            ..Ledger::default()
        });
        corpus
    }

    #[track_caller]
    fn check(typed: &str, scope: Scope, expected: &[Advice]) {
        let answer = answer(&corpus(), &Query::new(typed), scope, &|| true).unwrap();
        assert_eq!(answer.advice, expected, "{typed}");
        assert!(answer.hits.is_empty() || expected.is_empty());
    }

    #[test]
    fn what_finds_more_is_advised() {
        let piece = |text: &str, count| Advice::Piece(text.to_owned(), count);
        check(
            "地铁",
            Scope::Titles,
            &[Advice::Scope(Scope::Notes, 1), Advice::Scope(Scope::All, 1)],
        );
        check("滞后", Scope::All, &[Advice::Status(Status::Behind)]);
        check("behind", Scope::All, &[Advice::Status(Status::Behind)]);
        check("低空经济", Scope::All, &[piece("经济", 2)]);
        check("ditiezhan", Scope::All, &[piece("ditie", 1)]);
        check("火车", Scope::All, &[]);
        check("民生", Scope::All, &[Advice::Category("民生".into(), 1)]);
        check("未报", Scope::All, &[Advice::Silent]);
        check("is:perfect", Scope::All, &[Advice::Words(Key::Is)]);
        let there_are = |kind, names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned());
            Advice::Names(kind, names.collect())
        };
        let categories = there_are(FilterKind::Category("交通".into()), &["民生"]);
        check("cat:交通", Scope::All, &[categories]);
        let leads = there_are(FilterKind::Lead("科技局".into()), &[]);
        check("lead:科技局", Scope::All, &[leads]);
        check("cat:民生", Scope::All, &[]);
        check("经济", Scope::All, &[]);
    }
}
