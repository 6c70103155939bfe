//! Notes in which nothing is wrong, however much it may look so; and some in which something is.

use super::{check, codes, indicator, item, ledger, routes};
use crate::ledger::{Indicator, Item, Kind};

/// An item with one measure, told as it should be.
fn told(title: &str, unit: &str, target: f64, actual: f64, note: &str) -> Item {
    item(
        title,
        note,
        vec![indicator("养老院", target, unit, Some(actual))],
    )
}

#[test]
fn a_zero_and_a_one_need_no_digits() {
    let home = |actual, note: &str| told("新建养老院2所。", "所", 2.0, actual, note);
    check(home(0.0, "存在用地问题，尚未开工。"), &[]);
    check(home(1.0, "一所养老院已竣工。"), &[]);
    assert!(codes(home(1.0, "养老院正在建设。")).contains(&"figure-not-in-note"));
}

#[test]
fn one_area_has_many_units() {
    let land = |unit, actual, note: &str| told("建设养老院用地3万亩。", unit, 3.0, actual, note);
    check(land("万亩", 1.5, "完成养老院用地1000公顷。"), &[]);
}

#[test]
fn shares_and_overlapping_kinds_are_no_parts() {
    let note = "森林覆盖率达44.6%，其中山区60.2%、平原30.5%。";
    check(item("植树。", note, Vec::new()), &[]);
    let note = "新增企业52家，其中制造业40家、外资15家。";
    check(item("引进企业。", note, Vec::new()), &[]);
    let note = "新增企业52家，其中工业40家，同比增加60家。";
    check(item("引进企业。", note, Vec::new()), &[]);
    let note = "建成充电桩120个，其中快充80个、慢充40个，其中高速20个。";
    check(item("建充电桩。", note, Vec::new()), &[]);
    let note = "新增企业52家，其中工业60家。";
    check(item("引进企业。", note, Vec::new()), &["parts-total"]);
}

#[test]
fn batches_and_other_measures_are_no_rest_of_the_target() {
    let note = "第一批7条已新开通，剩余5条近期开通。";
    check(routes(note, Some(7.0), None), &[]);
    let note = "已新开通海运航线8条，剩余4个码头近期整修。";
    check(routes(note, Some(8.0), None), &[]);
}

#[test]
fn a_rate_is_that_of_its_own_verb() {
    let note = "抽检食品1200批次，不合格12批次，合格率99%。收到建议120件已办结80件，满意率98%。";
    check(item("抽检食品。", note, Vec::new()), &[]);
    let note = "收到建议120件已办结80件，办结率98%。";
    check(item("办理建议。", note, Vec::new()), &["ratio"]);
}

#[test]
fn praise_that_is_none() {
    let behind = |words: &str| {
        routes(
            &format!("{words}，已新开通海运航线1条，近期再开。"),
            Some(1.0),
            None,
        )
    };
    for words in [
        "未按计划完成",
        "未能按期推进",
        "征迁不顺利",
        "按计划应开通3条",
        "2条进展顺利",
        "未达到超序时进度要求",
        "7个县区超序时",
    ] {
        check(behind(words), &[]);
    }
    check(behind("有序推进"), &["self-praise"]);
}

#[test]
fn a_step_that_led_to_a_result() {
    for note in [
        "完成备案审批并新开通海运航线12条。",
        "前期已新开通海运航线12条。",
    ] {
        check(routes(note, Some(12.0), None), &[]);
    }
}

#[test]
fn plans_remainders_and_beginnings_are_no_results() {
    for note in [
        "年内将新开通海运航线12条。",
        "预计新开通海运航线12条。",
        "剩余12条海运航线尚未开通。",
    ] {
        check(routes(note, Some(12.0), None), &["not-a-result"]);
    }
    let works = indicator("公厕", 20.0, "座", Some(18.0));
    let note = "公厕已开工18座。";
    check(item("新建公厕20座。", note, vec![works]), &["not-a-result"]);
    let begun = indicator("污水处理项目", 16.0, "个", Some(12.0));
    let note = "目前16个项目已开工12个。";
    check(item("开工建设16个污水处理项目。", note, vec![begun]), &[]);
}

#[test]
fn a_ratio_that_only_the_note_tells_is_held_against_the_figures() {
    let invested = |note: &str| {
        let invested = indicator("投资", 100.0, "亿元", Some(56.0));
        item("完成投资100亿元。", note, vec![invested])
    };
    check(invested("完成投资56亿元，完成率56%。"), &[]);
    check(invested("完成投资56亿元，完成率65%。"), &["ratio"]);
}

#[test]
fn the_target_is_that_of_the_promise() {
    let routes = |target| {
        let routes = indicator("海运航线", target, "条", Some(12.0));
        item(
            "新开通海运航线10条以上。",
            "已新开通海运航线12条。",
            vec![routes],
        )
    };
    check(routes(10.0), &[]);
    check(routes(9.0), &["target-differs"]);
    let fall = Indicator {
        kind: Kind::Rate,
        ..indicator("能耗降幅", 3.0, "%", Some(3.2))
    };
    check(
        item("单位能耗下降3%。", "单位能耗同比下降3.2%。", vec![fall]),
        &[],
    );
}

#[test]
fn a_figure_that_the_note_says_otherwise() {
    let note = "已新开通海运航线12条。\n6月25日：累计新开通海运航线15条。";
    let with = |actual| {
        let evidence = Some("已新开通海运航线12条");
        routes(note, Some(actual), evidence)
    };
    check(with(12.0), &["other-figure"]);
    check(routes(note, Some(15.0), None), &[]);
}

#[test]
fn a_promise_without_a_measure() {
    let note = "已新开通海运航线12条。";
    check(
        item("新开通海运航线10条以上。", note, Vec::new()),
        &["no-measure"],
    );
    check(item("加强海运。", note, Vec::new()), &[]);
}

#[test]
fn a_line_after_the_date_of_the_ledger() {
    let line = |day: &str| format!("已新开通海运航线12条。\n{day}：又谈成一条。");
    check(
        routes(&line("7月25日"), Some(12.0), None),
        &["later-than-ledger"],
    );
    check(routes(&line("6月25日"), Some(12.0), None), &[]);
    check(routes(&line("13月45日"), Some(12.0), None), &[]);
}

#[test]
fn a_note_that_is_not_there() {
    check(item("甲", " \n", Vec::new()), &["no-note"]);
    assert!(super::audit(&ledger(Vec::new())).findings.is_empty());
}
