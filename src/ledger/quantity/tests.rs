use super::*;

/// The quantities of a text as `number unit`, with a sign for the hedge.
fn read(text: &str) -> Vec<String> {
    let said = |it: &Quantity| {
        let hedge = match it.hedge {
            Hedge::Exact => "",
            Hedge::AtLeast => ">=",
            Hedge::AtMost => "<=",
            Hedge::About => "~",
            Hedge::Over => ">",
            Hedge::Nearly => "<",
        };
        format!("{hedge}{} {}x{}", it.number, it.unit.base, it.unit.scale)
    };
    quantities(text, &[]).iter().map(said).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn numbers_with_their_units() {
    check("新开通海运航线12条。", &["12 条x1"]);
    check("完成投资1,322.6亿元", &["1322.6 元x100000000"]);
    check("装机达到７９４．６万千瓦", &["794.6 千瓦x10000"]);
    check(
        "新增1.2万亿元、3千户、5 km",
        &["1.2 元x1000000000000", "3 户x1000", "5 米x1000"],
    );
    check("下降4.7％，即百分之四", &["4.7 %x1", "4 %x1"]);
    check(
        "增速-12.4%，高于全省8.6个百分点",
        &["-12.4 %x1", "8.6 百分点x1"],
    );
    check(
        "1187人、1000名、50场次",
        &["1187 人x1", "1000 人x1", "50 场x1"],
    );
}

#[test]
fn numbers_in_numerals_need_a_counter_and_more_than_one() {
    check(
        "五个小流域、十二家企业、两座、一百二十户",
        &["5 个x1", "12 家x1", "2 座x1", "120 户x1"],
    );
    check("一个、一批、三农、六进六引、二三十家、几十家、十五五", &[]);
}

#[test]
fn how_exactly_it_is_said() {
    check(
        "20家以上、30家左右、5%以内",
        &[">=20 家x1", "~30 家x1", "<=5 %x1"],
    );
    check(
        "30余家、100多个、1.2万余人、3000多万元",
        &[">30 家x1", ">100 个x1", ">1.2 人x10000", ">3000 元x10000"],
    );
    check(
        "近40家、超50户、约60个、不少于7场",
        &["<40 家x1", ">50 户x1", "~60 个x1", ">=7 场x1"],
    );
}

#[test]
fn what_is_no_figure() {
    check(
        "第八届、73周年、8号线、三期、5月19日、“十五五”、2025年、12345热线",
        &[],
    );
    check(
        "“10+1”体系、5G、4A级、7-8号泊位、（2021-2035年）、G204、H01",
        &[],
    );
    check("第三批12家、第12批、LIBS2个", &["12 家x1"]);
    check("10-20家、10家至20家、5～8个、3个月、5个工作日", &[]);
    check("《2025年100个项目清单》", &[]);
    check("《未收的名称，10条", &["10 条x1"]);
    check("x家、**户、1x家", &[]);
    check("10万千瓦/20万千瓦时", &["10 千瓦x10000", "20 千瓦时x10000"]);
}

#[test]
fn counted_in_another_unit() {
    let unit = |name| Unit::named(name).expect("a unit");
    let first = |text| quantities(text, &[]).remove(0);
    assert_eq!(first("0.2万亩").counted_in(&unit("亩")), Some(2_000.0));
    assert_eq!(first("9058场次").counted_in(&unit("万场")), Some(0.9058));
    assert_eq!(first("6.4万人").counted_in(&unit("万名")), Some(6.4));
    assert_eq!(first("12家").counted_in(&unit("户")), None);
    assert_eq!(first("50平方公里").counted_in(&unit("平方米")), Some(50e6));
    assert_eq!(Unit::named(" "), None);
}

#[test]
fn a_unit_of_the_ledger_is_known_beside_the_common_ones() {
    let own = [Unit::named("万株次").expect("a unit")];
    let found = quantities("栽植3万株次", &own);
    assert_eq!(found[0].counted_in(&own[0]), Some(3.0));
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_read(text in "[0-9０-９.,，万亿千百个家户%％第《》余多以上左右至十二三一-]{0,40}") {
        let found = quantities(&text, &[]);
        for pair in found.windows(2) {
            proptest::prop_assert!(pair[0].bytes.end <= pair[1].bytes.start);
        }
        for one in found {
            proptest::prop_assert!(one.number.is_finite() && text.get(one.bytes).is_some());
        }
    }
}
