//! Filters and orders as words of queries, and against the plain definition.

use std::sync::Arc;

use proptest::prelude::*;
use taizhang::app::filtering::{Case, Choice, Filters};
use taizhang::app::sorting::{Facts, natural, sorted};
use taizhang::ledger::summary::{Summary, points_below_line};
use taizhang::ledger::{Item, ItemId, Ledger, Override, Status, judge_all};
use taizhang::search::Sort;

use crate::filtering::varied;
use crate::support::Walk;

#[test]
fn filters_and_orders_are_words_of_queries() {
    let mut walk = varied(80, 24);
    for (typed, shown) in [
        ("类别:民生", vec![1, 2]),
        ("cat:经济 !lead:科技", vec![4]),
        ("is:silent", vec![3, 5]),
        ("状态:未报", vec![3, 5]),
        ("has:verdict", vec![5]),
        ("sort:behind", vec![1, 2, 4, 5, 3]),
        ("排序:完成 牵头:市", vec![5, 2, 1, 3]),
        ("cat:民生 sort:completion", vec![2, 1]),
    ] {
        walk.keys(&format!("/<C-u>{typed}<Enter>"));
        assert_eq!(walk.shown(), shown, "{typed}");
        walk.keys("<Esc>");
    }
    walk.keys("/has:findings<Enter>");
    let flagged = walk.shown();
    walk.keys("<Esc>/!核对:有<Enter>");
    assert_eq!(flagged.len() + walk.app.shown().len(), 5);
    assert!(flagged.contains(&2));
}

#[test]
fn the_order_chosen_last_holds() {
    let mut walk = varied(80, 24);
    walk.keys("/lead:市 sort:behind<Enter>");
    assert_eq!(walk.shown(), [1, 2, 5, 3]);
    let menu = walk.keys("<F8>").screen();
    assert!(menu.contains("›(x) 滞后最多"), "{menu}");
    walk.keys("<Down><Enter>");
    assert_eq!(walk.shown(), [5, 2, 1, 3], "by completion");
    assert!(walk.screen().contains("排序:完成率"));
}

#[test]
fn a_word_that_is_not_known_gets_advice() {
    let mut walk = varied(120, 36);
    for (typed, advice) in [
        ("is:perfect", "未报、标星"),
        ("核对:无", "核对:有"),
        ("sort:backwards", "序号、滞后、完成、改动"),
        ("cat:交通", "台账里的类别有：民生、经济"),
        ("lead:水利", "台账里的牵头单位有"),
        ("未报", "状态:未报"),
    ] {
        let screen = walk.keys(&format!("/<C-u>{typed}")).screen();
        assert!(screen.contains(advice), "{typed}: {screen}");
        walk.keys("<Esc>");
    }
}

fn item(number: u64) -> impl Strategy<Value = Item> {
    let lead = prop::option::of(prop::sample::select(vec!["甲局", "乙局"]));
    let category = prop::option::of(prop::sample::select(vec!["民生", "经济"]));
    let tags = prop::collection::vec(prop::sample::select(vec!["重点", "外贸"]), 0..2);
    let status = prop::option::of(prop::sample::select(Status::ALL.to_vec()));
    let note = prop::sample::select(vec!["", "完成"]);
    (lead, category, tags, status, note).prop_map(move |(lead, category, tags, status, note)| {
        let mut item = Item::new(ItemId::Number(number), "事项", note);
        item.lead = lead.map(str::to_owned);
        item.category = category.map(str::to_owned);
        item.tags = tags.into_iter().map(str::to_owned).collect();
        item.verdict = status.map(|status| Override {
            status,
            reason: "核实".into(),
        });
        item
    })
}

fn ledgers() -> impl Strategy<Value = Ledger> {
    let numbers = prop::collection::hash_set(0..50_u64, 0..20);
    numbers
        .prop_flat_map(|numbers| numbers.into_iter().map(item).collect::<Vec<_>>())
        .prop_map(|items| Ledger {
            items: items.into_iter().map(Arc::new).collect(),
            ..Ledger::default()
        })
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    let name = |name: &str| Some(name.to_owned());
    let all = vec![
        Choice::Late,
        Choice::Status(Status::Done),
        Choice::Status(Status::Behind),
        Choice::ByPerson,
        Choice::Silent,
        Choice::Starred,
        Choice::Lead(name("甲局")),
        Choice::Lead(None),
        Choice::Category(name("民生")),
        Choice::Category(name("经济")),
        Choice::Tag("重点".into()),
        Choice::Tag("外贸".into()),
    ];
    prop::sample::subsequence(all, 0..5)
}

proptest! {
    #[test]
    fn filters_are_what_they_say(ledger in ledgers(), choices in choices(), stars in any::<u32>()) {
        let verdicts = judge_all(&ledger);
        let mut filters = Filters::default();
        for choice in &choices {
            filters.toggle(choice.clone());
        }
        for (at, (item, verdict)) in ledger.items.iter().zip(&verdicts).enumerate() {
            let is_starred = stars & (1 << at) != 0;
            let case = Case { item, verdict, has_findings: false, is_starred };
            let of = |is_kind: fn(&Choice) -> bool, fits: &dyn Fn(&Choice) -> bool| {
                let mut kind = choices.iter().filter(|it| is_kind(it)).peekable();
                kind.peek().is_none() || kind.any(fits)
            };
            let expected = of(|it| matches!(it, Choice::Late | Choice::Status(_)), &|it| match it {
                Choice::Status(status) => verdict.status() == *status,
                _ => verdict.status() <= Status::Slipping,
            }) && of(|it| matches!(it, Choice::Lead(_)), &|it| *it == Choice::Lead(item.lead.clone()))
                && of(|it| matches!(it, Choice::Category(_)), &|it| *it == Choice::Category(item.category.clone()))
                && of(|it| matches!(it, Choice::Tag(_)), &|it| item.tags.iter().any(|tag| *it == Choice::Tag(tag.clone())))
                && (!choices.contains(&Choice::ByPerson) || item.verdict.is_some())
                && (!choices.contains(&Choice::Silent) || item.progress.is_empty())
                && (!choices.contains(&Choice::Starred) || is_starred);
            prop_assert_eq!(filters.admit(case), expected);
        }
    }

    #[test]
    fn orders_are_stable_and_lose_nothing(ledger in ledgers(), changed in any::<u32>()) {
        let verdicts = judge_all(&ledger);
        let natural = natural(&ledger);
        let changed: Vec<usize> = (0..ledger.items.len()).filter(|at| changed & (1 << at) != 0).collect();
        let facts = Facts { verdicts: &verdicts, natural: &natural, changed: &changed };
        let mut mixed = natural.clone();
        mixed.reverse();
        for sort in Sort::ALL {
            let order = sorted(&mixed, sort, facts);
            let mut places = order.clone();
            places.sort_unstable();
            prop_assert_eq!(places, (0..ledger.items.len()).collect::<Vec<_>>());
            let number = |at: usize| ledger.items[at].id.clone();
            let group = |at: usize| match sort {
                Sort::Number | Sort::Completion => 0,
                Sort::Changed => changed.iter().position(|&it| it == at).unwrap_or(99),
                Sort::Behind => match verdicts[at].status() {
                    Status::NotStarted => 0,
                    Status::Behind => 1,
                    Status::Slipping => 2,
                    Status::Unquantified => 4,
                    _ => 3,
                },
            };
            let keys: Vec<_> = order.iter().map(|&at| (group(at), number(at))).collect();
            prop_assert!(keys.is_sorted(), "{:?} {:?}", sort, keys);
        }
    }
}

#[test]
fn the_order_by_points_is_that_of_the_summary() {
    let walk = Walk::shipped(80, 24);
    let ledger = walk.app.ledger();
    let verdicts = judge_all(ledger);
    let facts = Facts {
        verdicts: &verdicts,
        natural: &natural(ledger),
        changed: &[],
    };
    let order = sorted(facts.natural, Sort::Behind, facts);
    let summary = Summary::of(ledger, &verdicts);
    let lists = summary.below_line.iter().chain(&summary.short_rates);
    let expected: Vec<usize> = lists.map(|it| it.position).collect();
    assert!(expected.len() > 5);
    let points = |at: usize| points_below_line(&verdicts[at]);
    let said: Vec<Option<f64>> = order.iter().map(|&at| points(at)).collect();
    let below = summary.below_line.len();
    assert!(said[..below].iter().all(Option::is_some) && said[below..].iter().all(Option::is_none));
    assert!(said[..below].is_sorted_by(|one, other| one >= other));
    let short: Vec<usize> = order[below..below + summary.short_rates.len()].to_vec();
    let mut listed: Vec<usize> = summary.short_rates.iter().map(|it| it.position).collect();
    listed.retain(|at| points(*at).is_none());
    assert!(short.starts_with(&listed) || listed.len() < short.len());
}
