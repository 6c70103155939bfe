use super::*;

/// The span of a title as `from-to`, `-to` or a number of years, seen from 2025.
fn said(title: &str) -> Option<String> {
    let span = year_span(title, 2025)?;
    assert!(
        title
            .get(span.bytes.clone())
            .is_some_and(|it| !it.is_empty())
    );
    Some(match (span.from, span.to, span.years) {
        (Some(from), Some(to), _) => format!("{from}-{to}"),
        (None, Some(to), _) => format!("-{to}"),
        (_, _, Some(years)) => years.to_string(),
        other => panic!("{other:?}"),
    })
}

#[test]
fn spans_of_years_are_known_in_all_common_forms() {
    for (title, expected) in [
        ("新建改建农村公路3000公里（2023—2025年）。", "2023-2025"),
        ("新增停车位5000个（2024—2026年）。", "2024-2026"),
        ("新增停车位5000个（2024-2026）。", "2024-2026"),
        ("2024年至2026年新增停车位5000个。", "2024-2026"),
        ("２０２４－２０２６年新增停车位5000个。", "2024-2026"),
        ("2024～2026年新建学校30所", "2024-2026"),
        ("2024——2026年新建学校30所", "2024-2026"),
        ("五年内培育上市公司10家。", "5"),
        ("3年内新增托位8000个。", "3"),
        ("两年之内完成改造", "2"),
        ("用三年时间改造老旧小区200个。", "3"),
        ("三年新增公园绿地100公顷。", "3"),
        ("未来三年建成充电桩5万个", "3"),
        ("今后5年内引进人才5000名", "5"),
        ("到2027年建成充电桩5万个。", "-2027"),
        ("2027年底前建成充电桩5万个。", "-2027"),
        ("至2026年末，存栏达到100万头", "-2026"),
        ("力争2026年实现全覆盖", "-2026"),
        ("2028年前建成地铁3条", "-2027"),
        ("“十四五”期间新增学位10万个。", "2021-2025"),
        ("到“十五五”末，森林覆盖率达到45%。", "2026-2030"),
        ("Build 5,000 homes by 2027.", "-2027"),
        ("Build 5,000 homes by the end of 2027", "-2027"),
        ("Plant 10,000 trees by March 2026.", "-2026"),
        ("Plant 10,000 trees, 2024–2026.", "2024-2026"),
        ("Plant 10,000 trees (2024-2026)", "2024-2026"),
        ("Plant 10,000 trees between 2024 and 2026.", "2024-2026"),
        ("Build 500 homes over the next three years.", "3"),
        ("Build 500 homes within 5 years", "5"),
        ("Open before 2027", "-2026"),
    ] {
        assert_eq!(said(title).as_deref(), Some(expected), "{title}");
    }
}

#[test]
fn one_year_and_years_of_other_things_are_no_span() {
    for title in [
        "2025年新增停车位5000个。",
        "2025年底前建成30所",
        "到2025年建成充电桩1.2万个",
        "新增停车位5000个（2020—2022年）。",
        "完成《青岛市综合交通体系规划（2021-2035年）》编制",
        "编制国土空间规划（2021-2030年）",
        "实施城市更新三年行动计划，改造20个片区。",
        "实施三年攻坚，改造20个",
        "推进公交优先三年行动（2023—2025年），新增100辆。",
        "对毕业5年内的高校毕业生给予创业补贴",
        "对成立三年以上企业补助100家",
        "连续三年增长5%",
        "较2020年下降18%",
        "三年级学生视力普查1万人",
        "建设2025—2026学年校舍3所",
        "完成2025-2026采暖季保供5000万平方米",
        "“十四五”规划中期评估1次",
        "筹备2027年全国运动会场馆5个",
        "新增2026个车位",
        "新增2024-2026个车位",
        "全年新增1000个，一年内完成",
        "十年树木",
        "Build 500 homes in 2025.",
        "Build 500 homes by March 2025.",
        "Open by the end of 2025",
        "Keep 20 years of records",
        "Repair 2027 lamps by hand",
        "处理3至5年以上积案100件",
    ] {
        assert_eq!(said(title), None, "{title}");
    }
}

#[test]
fn a_clause_of_this_year_is_not_over_several() {
    let title = "到2027年建成充电桩5万个，2025年建成1.2万个。";
    let span = year_span(title, 2025).expect("a span");
    assert!(span.covers(&Quantified::of(title), Some(5.0), Some(2025)));
    assert!(!span.covers(&Quantified::of(title), Some(1.2), Some(2025)));
    let title = "五年内培育上市公司10家，今年新增2家。";
    let span = year_span(title, 2025).expect("a span");
    assert!(span.covers(&Quantified::of(title), Some(10.0), Some(2025)));
    assert!(!span.covers(&Quantified::of(title), Some(2.0), Some(2025)));
    // The range itself ends in this year, and is no word for it.
    let title = "新增停车位5000个（2023—2025年）。";
    let span = year_span(title, 2025).expect("a span");
    assert!(span.covers(&Quantified::of(title), Some(5000.0), Some(2025)));
    assert!(span.covers(&Quantified::of(title), None, Some(2025)));
}

#[test]
fn a_span_needs_no_more_time_than_its_title_is_long() {
    for hostile in [
        "五年内的",
        "（2020—2022年）",
        "《2024—2026年",
        "by 2020 ",
        "20242025",
        "2027年",
        "3 years ",
    ] {
        assert_eq!(year_span(&hostile.repeat(50_000), 2025), None, "{hostile}");
    }
}

proptest::proptest! {
    #[test]
    fn any_title_can_be_looked_at(title in "[0-9０-９年内底前到至—\\-（）《》“”十四五三两期间by 年个,，.]{0,40}") {
        if let Some(span) = year_span(&title, 2025) {
            proptest::prop_assert!(title.get(span.bytes.clone()).is_some());
            span.covers(&Quantified::of(&title), Some(3.0), Some(2025));
        }
    }
}
