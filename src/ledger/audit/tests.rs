mod quiet;

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::ledger::item::Figures;
use crate::ledger::{
    Compare, Heading, Indicator, Kind, Override, Report, Rules, Status, judge_all,
};

fn indicator(name: &str, target: f64, unit: &str, actual: Option<f64>) -> Indicator {
    Indicator {
        target: Some(target),
        unit: unit.into(),
        actual,
        ..Indicator::new(name, Kind::Amount)
    }
}

fn item(title: &str, note: &str, indicators: Vec<Indicator>) -> Item {
    Item {
        indicators,
        ..Item::new(ItemId::Number(1), title, note)
    }
}

fn ledger(items: Vec<Item>) -> Ledger {
    Ledger {
        heading: Heading {
            year: Some(2025),
            as_of: Some(date(2025, 6, 30)),
            ..Heading::default()
        },
        rules: Rules::default(),
        items: items.into_iter().map(Arc::new).collect(),
        ..Ledger::default()
    }
}

fn audit(ledger: &Ledger) -> Audit {
    Audit::of(ledger, &judge_all(ledger))
}

/// The codes of the findings of one item.
fn codes(item: Item) -> Vec<&'static str> {
    let found = audit(&ledger(vec![item])).findings;
    found.iter().map(|finding| finding.trouble.code()).collect()
}

#[track_caller]
fn check(item: Item, expected: &[&str]) {
    let note = item.progress.clone();
    assert_eq!(codes(item), expected, "{note}");
}

const ROUTES: &str = "新开通海运航线10条以上。";

fn routes(note: &str, actual: Option<f64>, evidence: Option<&str>) -> Item {
    let routes = Indicator {
        evidence: evidence.map(str::to_owned),
        ..indicator("海运航线", 10.0, "条", actual)
    };
    item(ROUTES, note, vec![routes])
}

#[test]
fn figures_are_printed_in_their_words_or_are_their_sum() {
    let note = "已新开通海运航线12条，其中近洋8条。";
    check(routes(note, Some(12.0), Some("已新开通海运航线12条")), &[]);
    check(routes(note, Some(12.0), None), &[]);
    check(
        routes(note, Some(13.0), Some("已新开通海运航线12条")),
        &["figure-not-in-note"],
    );
    check(
        routes(note, Some(12.0), Some("已新开通航线12条")),
        &["evidence-not-in-note"],
    );
    check(
        routes("新开通海运航线7条，另新开通5条。", Some(12.0), None),
        &[],
    );
    check(
        routes("", Some(12.0), None),
        &["figure-not-in-note", "no-note"],
    );
}

#[test]
fn a_fall_is_no_rise() {
    let rate = |actual, evidence: &str| {
        let rate = Indicator {
            evidence: Some(evidence.into()),
            kind: Kind::Rate,
            ..indicator("收入增速", 3.0, "%", Some(actual))
        };
        item("收入增长3%。", evidence, vec![rate])
    };
    check(rate(4.7, "收入增长4.7%"), &[]);
    assert!(codes(rate(4.7, "收入下降4.7％")).contains(&"wrong-sign"));
    assert!(!codes(rate(-4.7, "收入下降4.7％")).contains(&"wrong-sign"));
}

#[test]
fn parts_make_their_total() {
    let total = |note: &str| routes(note, Some(12.0), None);
    check(total("新开通海运航线12条，其中近洋8条、远洋4条。"), &[]);
    check(
        total("新开通海运航线12条，其中甲区9条、乙区4条。"),
        &["parts-total"],
    );
    check(
        total("新开通海运航线12条，其中甲区8条、乙区3条。"),
        &["parts-total"],
    );
    // A list need not name every part.
    check(total("新开通海运航线12条，其中近洋2条、远洋3条。"), &[]);
    check(
        total("新开通海运航线12条，其中近洋13条。"),
        &["parts-total"],
    );
    let houses = |note: &str| {
        let houses = Indicator {
            underway: Some(29.0),
            ..indicator("无障碍改造", 30.0, "户", Some(24.0))
        };
        item("实施无障碍改造30户。", note, vec![houses])
    };
    check(
        houses(
            "已开工29户，完工24户。其中，甲区开工9户，完工8户；乙区11户已全部完成；丙区开工9户，完工5户。",
        ),
        &[],
    );
    check(
        houses(
            "已开工29户，完工24户。其中，甲区开工9户，完工8户；乙区11户已全部完成；丙区开工9户，完工6户。",
        ),
        &["parts-total"],
    );
}

#[test]
fn what_is_done_and_what_is_left_make_the_target() {
    let villages = |note: &str, actual| {
        let villages = indicator("生活污水治理", 120.0, "个", Some(actual));
        item("完成120个村庄生活污水治理。", note, vec![villages])
    };
    check(
        villages("村庄生活污水治理已完成108个，剩余12个村庄近期开工。", 108.0),
        &[],
    );
    check(
        villages("村庄生活污水治理已完成108个，剩余32个村庄近期开工。", 108.0),
        &["parts-target"],
    );
}

#[test]
fn printed_ratios_are_those_of_the_figures() {
    let invested = |reported| {
        let invested = Indicator {
            reported: Some(reported),
            ..indicator("完成投资", 2450.0, "亿元", Some(1322.6))
        };
        let note = format!("完成投资1322.6亿元、投资完成率{reported}%。");
        item("完成投资2450亿元以上。", &note, vec![invested])
    };
    for right in [54.0, 53.98, 53.9] {
        check(invested(right), &[]);
    }
    let Trouble::Ratio { computed, base, .. } = audit(&ledger(vec![invested(54.5)])).findings[0]
        .trouble
        .clone()
    else {
        panic!("a ratio");
    };
    assert_eq!(
        (format!("{computed:.1}"), format!("{base:.1}")),
        ("54.0".into(), "2426.8".into())
    );
    let works = |ratio: &str| {
        let note = format!("全市170个项目开工137个，开工率{ratio}%。");
        item("推进项目建设。", &note, Vec::new())
    };
    check(works("80.59"), &[]);
    check(works("80.6"), &[]);
    check(works("83.5"), &["ratio"]);
}

#[test]
fn the_pace_is_that_of_the_line() {
    let budget = |points: &str| {
        let note = format!("收入已完成年度预算的51.4％，快于序时进度{points}个百分点。");
        item("组织收入。", &note, Vec::new())
    };
    check(budget("1.4"), &[]);
    check(budget("4.1"), &["pace"]);
    let claim = routes(
        "新开通海运航线1条，快于序时进度，近期再开。",
        Some(1.0),
        None,
    );
    check(claim, &["pace"]);
}

#[test]
fn closed_periods_are_compared() {
    let then = |note: &str, actual| {
        let figures = Figures {
            name: "海运航线".into(),
            actual: Some(actual),
            underway: None,
            reported: None,
        };
        Report {
            period: "一季度".into(),
            as_of: Some(date(2025, 3, 31)),
            progress: Some(note.into()),
            figures: vec![figures],
        }
    };
    let now = "已新开通海运航线12条。";
    let with = |report| Item {
        reports: vec![report],
        ..routes(now, Some(12.0), None)
    };
    check(with(then("已新开通海运航线5条。", 5.0)), &[]);
    check(
        with(then("已新开通海运航线15条。", 15.0)),
        &["lower-than-before"],
    );
    check(
        with(then("已新开通海运航线12条。\n", 12.0)),
        &["note-unchanged"],
    );
    let mut late = then("", 5.0);
    late.as_of = Some(date(2025, 6, 30));
    check(with(late), &["report-order"]);
}

#[test]
fn praise_and_plans_of_what_is_behind() {
    check(
        routes("正按计划推进，已新开通海运航线1条。", Some(1.0), None),
        &["self-praise", "no-plan"],
    );
    check(
        routes(
            "《顺利实施方案》印发，近期再开，已新开通海运航线1条。",
            Some(1.0),
            None,
        ),
        &[],
    );
    check(
        routes("按计划推进，已新开通海运航线12条。", Some(12.0), None),
        &[],
    );
    check(
        routes("已新开通海运航线1条。", Some(1.0), None),
        &["no-plan"],
    );
    let planned = Item {
        next: Some("年内再开9条。".into()),
        ..routes("已新开通海运航线1条。", Some(1.0), None)
    };
    check(planned, &[]);
}

#[test]
fn steps_repetitions_and_nothing_at_all() {
    check(routes("已推荐海运航线11条。", None, None), &["pipeline"]);
    check(
        routes("已推荐海运航线11条。", Some(11.0), None),
        &["pipeline"],
    );
    check(
        routes("围绕新开通10条海运航线目标，召开推进会。", None, None),
        &["target-repeated"],
    );
    check(routes("召开推进会。", None, None), &["no-figure"]);
}

#[test]
fn units_levels_and_magnitudes() {
    let sport = indicator("健身活动", 20_000.0, "场", Some(9_058.0));
    let note = "累计举办健身活动9058场次，近期再办。";
    check(
        item("举办健身活动2万场以上。", note, vec![sport]),
        &["unit-differs"],
    );
    let green = indicator("绿色制造企业", 20.0, "家", None);
    let said = codes(item(
        "新培育省级以上绿色制造企业20家。",
        "公布市级绿色制造单位68家。",
        vec![green],
    ));
    assert!(said.contains(&"level-differs"), "{said:?}");
    check(
        routes("已新开通海运航线1200条。", Some(1200.0), None),
        &["magnitude"],
    );
}

#[test]
fn numbers_dates_and_persons() {
    let at = |id: ItemId, title: &str| Item::new(id, title, "已办。");
    let whole = |items| {
        let found = audit(&ledger(items)).findings;
        found
            .iter()
            .map(|finding| finding.trouble.code())
            .collect::<Vec<_>>()
    };
    let number = ItemId::Number;
    assert_eq!(
        whole(vec![at(number(1), "甲"), at(number(3), "乙")]),
        ["id-gap"]
    );
    assert_eq!(
        whole(vec![
            at(number(1), "甲"),
            at(ItemId::Text("01".into()), "乙")
        ]),
        ["id-twin"]
    );
    assert_eq!(
        whole(vec![at(number(1), "甲"), at(number(2), "甲")]),
        ["title-twin"]
    );
    let mut undated = ledger(vec![routes("已新开通海运航线12条。", Some(12.0), None)]);
    undated.heading.as_of = None;
    assert_eq!(audit(&undated).findings[0].trouble, Trouble::NoDate);
    undated.heading.as_of = Some(date(2024, 6, 30));
    assert_eq!(
        audit(&undated).findings[0].trouble.code(),
        "date-outside-year"
    );
    let backwards = Item {
        start: Some(date(2025, 5, 1)),
        due: Some(date(2025, 4, 1)),
        ..at(number(1), "甲")
    };
    check(backwards, &["due-before-start"]);
    let set = |status, note: &str, actual| Item {
        verdict: Some(Override {
            status,
            reason: "督查组认定".into(),
        }),
        ..routes(note, Some(actual), None)
    };
    check(
        set(Status::Done, "已新开通海运航线1条，近期再开。", 1.0),
        &["override-better"],
    );
    check(
        set(Status::Done, "已新开通海运航线12条。", 12.0),
        &["override-idle"],
    );
    check(set(Status::Behind, "已新开通海运航线12条。", 12.0), &[]);
}

#[test]
fn what_the_ledger_says_is_known_is_silent_but_only_with_a_reason() {
    let with = |entries: &[&str]| {
        let mut ledger = ledger(vec![routes("召开推进会。", None, None)]);
        ledger.ignored = entries.iter().map(|entry| Ignored::of(entry)).collect();
        let audit = audit(&ledger);
        let codes: Vec<&str> = audit.findings.iter().map(|it| it.trouble.code()).collect();
        (codes, audit.silenced.len())
    };
    assert_eq!(with(&["1:no-figure 三季度起统计"]), (vec![], 1));
    assert_eq!(
        with(&["1:no-figure"]),
        (vec!["ignored-without-reason", "no-figure"], 0)
    );
    assert_eq!(
        with(&["2:no-figure 已核"]),
        (vec!["ignored-in-vain", "no-figure"], 0)
    );
}

#[test]
fn ceilings_and_levels_are_looked_at_like_the_rest() {
    let stock = Indicator {
        kind: Kind::Level,
        compare: Compare::AtMost,
        ..indicator("能耗", 30.0, "万吨", Some(28.0))
    };
    check(
        item("能耗控制在30万吨以内。", "能耗达28万吨。", vec![stock]),
        &[],
    );
}
