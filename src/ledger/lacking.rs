//! The measures that a title promises and the ledger lacks: half a promise.
//!
//! Owns which numbers of a title are surely promises of their own. Rather one too few than a kept promise that is called
//! half: what any measure of the item could stand for is not missing.

use crate::ledger::clause::clause;
use crate::ledger::quantity::Unit;
use crate::ledger::reading::promised;
use crate::ledger::years::{Quantified, year_span};
use crate::ledger::{Indicator, Item, Kind};

/// The measures that the title of an item promises and that none of its indicators stands for, seen from the year of
/// the ledger: what is promised over several years is not missing beside what is promised of it for this one.
pub fn lacking(item: &Item, this_year: Option<i16>) -> Vec<Indicator> {
    let held: Vec<&Indicator> = item
        .indicators
        .iter()
        .filter(|it| it.is_promised())
        .collect();
    if numbers(&item.title) <= held.len() {
        return Vec::new();
    }
    let mut missing = promised(&item.title);
    let several = missing.len() > 1;
    let is_promise = |it: &Indicator| !several || is_of_its_own(&item.title, it);
    missing.retain(is_promise);
    if several {
        keep_those_of_the_year(&mut missing, &item.title, this_year);
    }
    let mut free = held;
    // What stands for a measure by its number is not free for another one.
    take(&mut missing, &mut free, has_same_target);
    take_sums(&mut missing, &mut free);
    take(&mut missing, &mut free, could_be);
    missing
}

/// Takes out what is promised over several years, where something is promised for the year itself.
fn keep_those_of_the_year(missing: &mut Vec<Indicator>, title: &str, this_year: Option<i16>) {
    let Some(span) = this_year.and_then(|year| year_span(title, year)) else {
        return;
    };
    let title = Quantified::of(title);
    let is_of_year = |it: &Indicator| !span.covers(&title, it.target, this_year);
    if missing.iter().any(is_of_year) {
        missing.retain(is_of_year);
    }
}

/// At most so many numbers a title has: cheaper than reading it.
fn numbers(title: &str) -> usize {
    let mut numbers = 0;
    let mut was_numeral = false;
    for c in title.chars() {
        let is_numeral = c.is_ascii_digit()
            || matches!(c, '０'..='９' | '.' | ',' | '．')
            || "一二两三四五六七八九十百千".contains(c);
        numbers += usize::from(is_numeral && !was_numeral);
        was_numeral = is_numeral;
    }
    numbers
}

/// Takes out what an indicator stands for; each stands for one.
fn take(
    missing: &mut Vec<Indicator>,
    free: &mut Vec<&Indicator>,
    stands_for: fn(&Indicator, &Indicator) -> bool,
) {
    missing.retain(|promised| {
        let found = free.iter().position(|held| stands_for(held, promised));
        found.map(|at| free.remove(at)).is_none()
    });
}

/// Takes out what one indicator counts together: 3家 and 5家 kept as 8家.
fn take_sums(missing: &mut Vec<Indicator>, free: &mut Vec<&Indicator>) {
    free.retain(|held| {
        let Some((target, unit)) = held.target.zip(Unit::named(&held.unit)) else {
            return true;
        };
        let in_unit = |it: &Indicator| size_in(it, &unit);
        let parts: Vec<f64> = missing.iter().filter_map(in_unit).collect();
        let is_sum = parts.len() > 1 && (parts.iter().sum::<f64>() - target).abs() < 1e-6;
        if is_sum {
            missing.retain(|it| in_unit(it).is_none());
        }
        !is_sum
    });
}

/// The target of a measure counted in another unit; `None` where that counts something else.
fn size_in(indicator: &Indicator, unit: &Unit) -> Option<f64> {
    let own = Unit::named(&indicator.unit)?;
    let size = indicator.target? * own.scale / unit.scale;
    own.counts_the_same(unit).then_some(size)
}

/// The same number, in the same unit or in whatever unit a clerk wrote it.
fn has_same_target(held: &Indicator, promised: &Indicator) -> bool {
    let Some((target, size)) = held.target.zip(promised.target) else {
        return false;
    };
    let is_near = |size: f64| (target.abs() - size.abs()).abs() <= 1e-9 * size.abs().max(1.0);
    let counted = Unit::named(&held.unit).and_then(|unit| size_in(promised, &unit));
    let single = Unit::named(&promised.unit).map(|unit| size * unit.scale);
    is_near(size) || counted.is_some_and(is_near) || single.is_some_and(is_near)
}

/// What a clerk may have written otherwise than the title says it.
fn could_be(held: &Indicator, promised: &Indicator) -> bool {
    let units = Unit::named(&held.unit).zip(Unit::named(&promised.unit));
    let is_of_unit = units.is_none_or(|(one, other)| one.counts_the_same(&other));
    let is_loose = held.kind == Kind::Stage || held.target.is_none();
    is_loose || is_of_unit || share_words(&held.name, &promised.name)
}

/// Whether two names have two characters in common that stand side by side.
fn share_words(one: &str, other: &str) -> bool {
    let chars: Vec<char> = one.chars().collect();
    chars.windows(2).any(|pair| {
        let pair: String = pair.iter().collect();
        other.contains(&pair)
    })
}

/// What a clause begins with that names the field of a work, not its result: 抓好460个重点项目，完成投资2450亿元.
const FIELDS: [&str; 16] = [
    "抓好",
    "推进",
    "积极推进",
    "加快推进",
    "加快",
    "办好",
    "围绕",
    "聚焦",
    "统筹",
    "依托",
    "发挥",
    "强化",
    "深入推进",
    "持续推进",
    "提速推进",
    "全力推进",
];
/// What makes a number a wish beside the promise, or one for each of many.
const NOT_OWN: [&str; 9] = [
    "力争", "争取", "力求", "冲刺", "每", "其中", "人均", "up to", "per ",
];

/// Whether a measure of a title is surely a promise of its own beside the others.
fn is_of_its_own(title: &str, measure: &Indicator) -> bool {
    let Some(target) = measure.target else {
        return false;
    };
    let clause = clause(title, target.abs());
    let clause = clause.trim_start();
    !FIELDS.iter().any(|field| clause.starts_with(field))
        && !NOT_OWN.iter().any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::ItemId;

    fn indicator(name: &str, target: f64, unit: &str) -> Indicator {
        Indicator {
            target: Some(target),
            unit: unit.to_owned(),
            ..Indicator::new(name, Kind::Amount)
        }
    }

    fn missing(title: &str, indicators: Vec<Indicator>) -> Vec<String> {
        let item = Item {
            indicators,
            ..Item::new(ItemId::Number(1), title, "")
        };
        let missing = lacking(&item, Some(2025)).into_iter();
        missing.map(|it| it.name).collect()
    }

    #[test]
    fn a_measure_that_no_indicator_stands_for_is_missing() {
        let title = "新增绿色建筑1000万平方米，新建幼儿园12所。";
        let green = || indicator("绿色建筑", 1000.0, "万平方米");
        let schools = || indicator("幼儿园", 12.0, "所");
        assert_eq!(missing(title, vec![green()]), ["幼儿园"]);
        assert_eq!(missing(title, vec![schools()]), ["绿色建筑"]);
        assert_eq!(missing(title, vec![green(), schools()]), [""; 0]);
        // A figure without a target is context, and promises nothing.
        let context = Indicator {
            target: None,
            actual: Some(2.0),
            ..schools()
        };
        assert_eq!(missing(title, vec![green(), context]), ["幼儿园"]);
        let title = "开工建设安置房3000套，建成安置房1500套。";
        let begun = indicator("新开工安置房", 3000.0, "套");
        assert_eq!(missing(title, vec![begun]).len(), 1);
        let title = "打通断头路3条，改造道路堵点5个。";
        assert_eq!(
            missing(title, vec![indicator("道路堵点", 5.0, "个")]),
            ["打通断头路"]
        );
    }

    #[test]
    fn what_an_indicator_could_stand_for_is_not_missing() {
        for (title, indicators) in [
            // Another number than the title's is a finding of its own.
            (
                "新增停车位5000个。",
                vec![indicator("停车位", 1700.0, "个")],
            ),
            (
                "举办活动2万场以上、展览30个。",
                vec![
                    indicator("活动", 20_000.0, "场"),
                    indicator("展览", 30.0, "个"),
                ],
            ),
            (
                "打造示范园3家、基地5家。",
                vec![indicator("园和基地", 8.0, "家")],
            ),
            (
                "改造老旧小区20个、惠及居民2万户。",
                vec![
                    indicator("小区", 20.0, "个"),
                    indicator("居民", 2.0, "万套"),
                ],
            ),
            (
                "抓好460个省市重点项目建设，完成投资2450亿元以上。",
                vec![indicator("完成投资", 2450.0, "亿元")],
            ),
            (
                "五年内培育上市公司10家，今年新增2家。",
                vec![indicator("上市公司", 2.0, "家")],
            ),
            (
                "办好10件民生实事，新增学位8600个。",
                vec![indicator("学位", 8600.0, "个")],
            ),
            (
                "确保新增就业3万人、力争3.5万人。",
                vec![indicator("就业", 3.0, "万人")],
            ),
            (
                "培训护理员500人，每人补贴300元。",
                vec![indicator("护理员", 500.0, "人")],
            ),
            (
                "建设第三批四好农村路50公里。",
                vec![indicator("农村路", 50.0, "公里")],
            ),
            (
                "引进世界500强企业3家。",
                vec![indicator("500强企业", 3.0, "家")],
            ),
            (
                "地区生产总值增长5.5%。",
                vec![Indicator {
                    kind: Kind::Rate,
                    ..indicator("增速", 5.5, "%")
                }],
            ),
            (
                "单位GDP能耗下降2.5%、水耗下降3%。",
                vec![indicator("能耗", -2.5, "%"), indicator("水耗", -3.0, "%")],
            ),
        ] {
            assert_eq!(missing(title, indicators), [""; 0], "{title}");
        }
        let staged = Indicator {
            stages: vec!["遴选".into(), "认定".into()],
            ..Indicator::new("程序", Kind::Stage)
        };
        let count = indicator("实验室", 20.0, "家");
        assert_eq!(
            missing("新增实验室20家、基地3个。", vec![count, staged]),
            [""; 0]
        );
    }
}
