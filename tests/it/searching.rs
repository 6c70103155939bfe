//! What a query finds in the shipped ledger, and in what order.

use std::num::NonZero;
use std::sync::Arc;

use proptest::prelude::*;
use taizhang::ledger::{Heading, Item, ItemId, Ledger, Rules};
use taizhang::search::{Corpus, Query, Scope, Tier, search};
use taizhang::store::Document;

use crate::support::shipped;

fn found(query: &str, scope: Scope) -> Vec<(String, Tier)> {
    let ledger = Document::open(&shipped()).unwrap().ledger();
    let mut corpus = Corpus::default();
    corpus.refresh(&ledger);
    let hits = search(&corpus, &Query::new(query), scope, &|| true).unwrap();
    hits.into_iter()
        .map(|hit| (ledger.items[hit.position()].id.to_string(), hit.tier))
        .collect()
}

#[track_caller]
fn leads(query: &str, expected: &[&str]) {
    let found: Vec<String> = found(query, Scope::All)
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    assert!(
        found.len() >= expected.len() && found[..expected.len()] == *expected,
        "{query}: {found:?}"
    );
}

#[test]
fn phrases_lead() {
    leads("地铁", &["5"]);
    leads("海洋", &["19"]);
    leads("污水处理", &["33"]);
    leads("省重点实验室", &["6"]);
    leads("5.5%", &["1"]);
    leads("5.3％", &["1"]);
    leads("港口", &["20"]);
    leads("＃３４", &["34"]);
    leads("#7", &["7"]);
    leads("青岛市都市圈", &[]);
}

#[test]
fn promises_come_before_notes_and_phrases_before_scattered_words() {
    let tiers: Vec<Tier> = found("重点项目", Scope::All)
        .into_iter()
        .map(|(_, tier)| tier)
        .collect();
    assert!(tiers.is_sorted());
    assert!(tiers.contains(&Tier::PhraseInTitle) && tiers.contains(&Tier::PhraseInNote));
    leads("海洋 投资", &["19"]);
    assert!(
        found("海洋 投资", Scope::All)
            .iter()
            .all(|(_, tier)| *tier >= Tier::WordsInTitle)
    );
}

#[test]
fn a_near_miss_is_found_and_scattered_characters_are_not() {
    assert!(
        found("村庄污水治理", Scope::All)
            .iter()
            .any(|(id, _)| id == "32")
    );
    for nothing in ["低空经济", "区块链", "市民满意度", "铁路"] {
        let found = found(nothing, Scope::All);
        assert!(found.len() <= 1, "{nothing}: {found:?}");
    }
}

#[test]
fn a_scope_looks_only_where_it_says() {
    assert_eq!(found("地铁", Scope::Titles).len(), 1);
    assert_eq!(found("地铁", Scope::Notes).len(), 0);
    assert_eq!(found("掘进", Scope::Titles).len(), 0);
    assert_eq!(found("掘进", Scope::Notes).len(), 1);
}

#[test]
fn a_search_can_be_stopped() {
    let ledger = Document::open(&shipped()).unwrap().ledger();
    let mut corpus = Corpus::default();
    corpus.refresh(&ledger);
    assert!(search(&corpus, &Query::new("地铁"), Scope::All, &|| false).is_none());
}

#[test]
fn a_monstrous_note_or_query_costs_no_more_than_reading_it() {
    let note = "完成投资增长百分之五，".repeat(100_000);
    let text = format!(
        "schema = 1\n[ledger]\ntitle = \"甲\"\n[[item]]\nid = 1\ntitle = \"乙\"\nprogress = \"{note}\"\n"
    );
    let ledger = taizhang::store::parse(&text).unwrap();
    let mut corpus = Corpus::default();
    corpus.refresh(&ledger);
    for query in [
        "完百五".to_owned(),
        format!("{}z", "完成投资".repeat(100)),
        "百分之五，完成".to_owned(),
    ] {
        let hits = search(&corpus, &Query::new(&query), Scope::All, &|| true).unwrap();
        assert_eq!(
            hits.len(),
            usize::from(query.contains('，')),
            "{query}: the phrase is found, near misses are not tried"
        );
    }
}

/// A ledger of promises and notes.
fn ledger_of(texts: &[(String, String)]) -> Ledger {
    let item = |(number, (title, note)): (u64, &(String, String))| {
        Arc::new(Item::new(
            ItemId::Number(number),
            title.as_str(),
            note.as_str(),
        ))
    };
    Ledger {
        heading: Heading::default(),
        rules: Rules::default(),
        items: (1..).zip(texts).map(item).collect(),
        ..Ledger::default()
    }
}

/// Phrases, some of them with something put in, and loose characters.
const TEXT: &str = "(污水处理|污水再处理|海洋项目|海洋重点项目|海洋项重目|地铁|1,000 万|[海洋项目投资地铁银行绿色污水处理除市重点a-c12,.% 5g]){0,8}";

/// What may be typed: pieces of texts, sounds, initials, mixtures, figures, signs.
const TYPED: &str = "(#?[1-9]|除水处理|污除处理|污水除理|污水处除|污水处处理|污处理市|海洋项目|洋洋项目|海项目投|1000万|[海洋项目投资地铁银行绿色污水处理除市重点]{1,5}|[a-z]{1,4}|haiyang|haiy|yinhang|lvse|wscl|污水cl|dt|ditie|[125,.%]{1,4}|5gjz|'dt|!海)( (投资|市|dt|!地铁|chuli))?";

proptest! {
    #[test]
    fn an_index_finds_what_is_found_without_it(
        texts in prop::collection::vec((TEXT, TEXT), 1..12),
        changed in (0..12_usize, TEXT),
        typed in TYPED,
        scope in prop::sample::select(vec![Scope::All, Scope::Titles, Scope::Notes]),
        threads in 1..3_usize,
    ) {
        let mut ledger = ledger_of(&texts);
        let mut indexed = Corpus::new(NonZero::new(threads).unwrap());
        indexed.refresh(&ledger);
        indexed.build_index();
        // An item changes after the index was built, and it catches up.
        let at = changed.0.min(texts.len() - 1);
        let mut item = Item::clone(&ledger.items[at]);
        item.progress = changed.1;
        ledger.items[at] = Arc::new(item);
        indexed.refresh(&ledger);
        prop_assert!(indexed.index().is_some());
        let mut plain = Corpus::default();
        plain.refresh(&ledger);
        let find = |corpus: &Corpus, typed: &str| search(corpus, &Query::new(typed), scope, &|| true);
        // Typed character by character, as what was found before helps what comes after.
        for (at, c) in typed.char_indices() {
            let typed = &typed[..at + c.len_utf8()];
            prop_assert_eq!(find(&indexed, typed), find(&plain, typed), "{}", typed);
        }
    }
}

#[test]
fn a_number_asked_for_with_its_sign_narrows() {
    let numbers = |typed: &str| -> Vec<String> {
        found(typed, Scope::All)
            .into_iter()
            .map(|(id, _)| id)
            .collect()
    };
    assert_eq!(numbers("#34"), ["34"]);
    assert_eq!(numbers("污水 #33"), ["33"]);
    assert!(numbers("污水 #34").is_empty());
    assert_eq!(numbers("!#34").len(), 43);
    assert_eq!(
        numbers("34").first().map(String::as_str),
        Some("34"),
        "alone it leads"
    );
}
