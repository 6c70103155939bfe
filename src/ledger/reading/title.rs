//! The measures that a promise names: what was promised, how much, in what unit.

use crate::ledger::lexicon::{GENERIC, LESS, List, MORE, SIZES, ends_with_any, last_of};
use crate::ledger::passage::{Mention, Passage};
use crate::ledger::quantity::Hedge;
use crate::ledger::reading::MEASURES_READ;
use crate::ledger::{Compare, Indicator, Kind};

/// What a title begins with before it names its thing.
const VERBS: [&str; 48] = [
    "新开通",
    "新培育",
    "新获批",
    "新认定",
    "新改建",
    "新建成",
    "新增",
    "新建",
    "启动培育",
    "开工建设",
    "滚动开展",
    "实施",
    "完成",
    "建设",
    "建成",
    "打造",
    "创建",
    "培育",
    "举办",
    "开展",
    "推动",
    "推进",
    "提速推进",
    "加快",
    "抓好",
    "改造",
    "提升",
    "治理",
    "布局",
    "开通",
    "组织",
    "引进",
    "招引",
    "力争",
    "确保",
    "达到",
    "实现",
    "新增加",
    "全市",
    "全年",
    "积极推进",
    "、",
    "深入",
    "和改造",
    "和改建",
    "改建",
    "压减",
    "压缩",
];

/// What may stand behind the thing and is no part of its name.
const TAILS: [&str; 3] = ["建设", "和", "、"];

/// What stands between the figure and the thing.
const HEADS: [&str; 4] = ["以上", "左右", "以内", "以下"];

/// The longest name that is made up from a title.
const NAME_CHARS: usize = 20;

/// How far back a name is looked for in a clause that nothing ends.
const CLAUSE_CHARS: usize = 200;

/// The measures of a promise, in the order of its title, each with its target and no figures yet; not more than
/// [`MEASURES_READ`] of them.
pub fn promised(title: &str) -> Vec<Indicator> {
    let passage = Passage::of(title, &[]);
    let mut promised: Vec<Indicator> = Vec::new();
    for mention in passage.mentions() {
        if promised.len() == MEASURES_READ {
            break;
        }
        let last = promised.last().map(|last| &*last.name);
        let next = measure(&passage, &mention, last);
        promised.extend(next);
    }
    promised
}

/// The measure of one figure. A rate that names nothing is that of the measure before it: `总额1044亿美元、增长5%`.
fn measure(passage: &Passage<'_>, mention: &Mention<'_>, last: Option<&str>) -> Option<Indicator> {
    let quantity = mention.quantity;
    let before = mention.before.text();
    let is_vague = matches!(quantity.hedge, Hedge::Over | Hedge::Nearly);
    if is_vague || ends_with_any(before, &SIZES) {
        return None;
    }
    if is_attribute(mention) {
        return None;
    }
    let change = change(mention);
    let is_reached = before.ends_with(['到', '至']);
    let kind = match (quantity.is_percent(), change) {
        (true, Some(_)) if !is_reached => Kind::Rate,
        _ if is_reached => Kind::Level,
        _ if before.ends_with("达到") || before.ends_with('达') || quantity.is_percent() => {
            Kind::Level
        }
        _ => Kind::Amount,
    };
    let target = quantity.number * change.filter(|_| kind == Kind::Rate).unwrap_or(1.0);
    let own = name(mention, kind);
    let own = if GENERIC.contains(&&*own) {
        // 新签约10亿元以上项目40个: what makes them these projects stands before another figure.
        shortened(last_chars(
            passage.clause_before(mention).text(),
            CLAUSE_CHARS,
        ))
    } else {
        own
    };
    let name = match (kind, own.is_empty()) {
        (Kind::Rate, true) => format!("{}增速", last?),
        (Kind::Rate, false) => format!("{own}增速"),
        _ => own,
    };
    let unit = passage.text.get(quantity.unit_bytes.clone())?.trim();
    (!name.is_empty()).then(|| Indicator {
        target: Some(target),
        compare: compare(
            quantity.hedge,
            target,
            is_reached.then_some(change).flatten(),
        ),
        unit: unit.replace('％', "%"),
        ..Indicator::new(name, kind)
    })
}

/// `15分钟便民生活圈30个`: a quantity in the name of what is counted.
fn is_attribute(mention: &Mention<'_>) -> bool {
    let between = mention.after.text().trim_start_matches("以上");
    let joins = ['、', '和', '及', '与', '，', '；', '（', '('];
    let stops = |c: char| joins.contains(&c);
    mention.meets_next && between.chars().nth(1).is_some() && !between.contains(stops)
}

/// The sign of a change that is promised in percent.
fn change(mention: &Mention<'_>) -> Option<f64> {
    let start = |list| mention.before.last(list).map(|it| it.start);
    let (more, less) = (start(List::More), start(List::Less));
    let is_less = less.is_some() && less >= more;
    more.or(less).map(|_| if is_less { -1.0 } else { 1.0 })
}

/// A decrease is kept by any greater one.
fn compare(hedge: Hedge, target: f64, reached_by: Option<f64>) -> Compare {
    match hedge {
        _ if reached_by == Some(-1.0) => Compare::AtMost,
        Hedge::About => Compare::About,
        Hedge::AtMost => Compare::AtMost,
        _ if target < 0.0 => Compare::AtMost,
        _ => Compare::AtLeast,
    }
}

/// The thing that is counted: what stands behind the figure, else what stands before it.
fn name(mention: &Mention<'_>, kind: Kind) -> String {
    let behind = shortened(mention.after.text());
    if kind == Kind::Amount && !behind.is_empty() {
        return behind;
    }
    let mut before = mention.before.text();
    if kind == Kind::Rate {
        let change = last_of(before, &MORE).max(last_of(before, &LESS));
        before = before
            .get(..change.unwrap_or(before.len()))
            .unwrap_or(before);
        return shortened(before);
    }
    let change = [
        MORE.as_slice(),
        &LESS,
        &["压减", "压缩", "稳定", "控制", "保持", "达", "增"],
    ]
    .concat();
    if let Some(at) = last_of(before, &change).filter(|_| before.ends_with(['到', '至', '在'])) {
        before = before.get(..at).unwrap_or(before);
    }
    before = before.trim_end_matches("达到").trim_end_matches('达');
    shortened(before)
}

fn shortened(words: &str) -> String {
    let mut name = trimmed(without_classifier(words));
    while let Some(rest) = HEADS.iter().find_map(|head| name.strip_prefix(head)) {
        name = rest;
    }
    while let Some(rest) = VERBS.iter().find_map(|verb| name.strip_prefix(verb)) {
        // A name that is only a verb and one thing keeps both: 完成投资.
        if rest.chars().nth(2).is_none() {
            break;
        }
        name = rest;
    }
    while let Some(rest) = TAILS.iter().find_map(|tail| name.strip_suffix(tail)) {
        name = rest;
    }
    // The last words of a long name say what it is.
    trimmed(last_chars(name, NAME_CHARS)).to_owned()
}

fn last_chars(words: &str, chars: usize) -> &str {
    let start = words.char_indices().rev().nth(chars - 1);
    words.get(start.map_or(0, |(at, _)| at)..).unwrap_or(words)
}

/// `（套）` right behind a unit is another word for the unit.
fn without_classifier(words: &str) -> &str {
    let inner = words.strip_prefix(['（', '(']);
    let behind = inner.and_then(|inner| inner.split_once(['）', ')']));
    match behind {
        Some((classifier, behind)) if classifier.chars().nth(2).is_none() => behind,
        _ => words,
    }
}

/// Without blanks and little words at its ends, and without quotes that are around the whole.
fn trimmed(words: &str) -> &str {
    let words = words.trim_matches([' ', '的', '。', '，', '；']);
    let inner = words
        .strip_prefix('“')
        .and_then(|rest| rest.strip_suffix('”'));
    inner.filter(|inner| !inner.contains('”')).unwrap_or(words)
}
