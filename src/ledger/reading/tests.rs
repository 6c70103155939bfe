use super::*;

/// The figures read from a note, as `name part value`.
fn said(title: &str, note: &str) -> Vec<String> {
    let measures = promised(title);
    let said = read(title, &measures, note).into_iter().map(|reading| {
        let name = &measures[reading.indicator].name;
        format!("{name} {} {}", reading.part.key(), reading.value)
    });
    said.collect()
}

#[track_caller]
fn check(title: &str, note: &str, expected: &[&str]) {
    assert_eq!(said(title, note), expected, "{note}");
}

/// Sentences of other cities, re-worded, which the rules were not made from.
#[test]
fn notes_of_other_cities() {
    let economy = "生产总值增速8%左右，固定资产投资增速12%左右，居民收入与经济同步增长，万元GDP能耗全年下降3.43%。";
    check(
        economy,
        "上半年经济总体稳中有进，生产总值增长7.7%，固定资产投资增长9.3%，居民收入与经济基本同步。",
        &["生产总值增速 actual 7.7", "固定资产投资增速 actual 9.3"],
    );
    check(
        economy,
        "1-9月，亿元以上新开工项目（含房地产）566个，同比多110个，完成投资1346.7亿元，同比增长32.7%。1-9月，生产总值7983.8亿元，增长7.5%，高于全国0.6个百分点。",
        &["生产总值增速 actual 7.5"],
    );
    check(
        "新增和改造供水管网1000公里,新增净水消毒设备84处,农村饮水达标提标人口12.3万人。",
        "一季度,新增和改造供水管网362公里,新增净水消毒设备36处,达标提标人口2.78万人。",
        &[
            "供水管网 actual 362",
            "净水消毒设备 actual 36",
            "农村饮水达标提标人口 actual 2.78",
        ],
    );
    check(
        "治堵 开工断头路10条,其中建成5条;新增停车位10000个。",
        "甲路(人民路至云东路段)形象进度30%;乙路5%;丙路5%。丁路(南大道-104国道)形象进度15%;戊路80%。",
        &[],
    );
    check(
        "新改扩建公办中小学1所",
        "某小学新建工程室内安装装修完成80%,室外完成70%。下步打算:室外增派人手。",
        &[],
    );
}

#[test]
fn results_beginnings_and_what_is_left() {
    let streets = "实施50条背街小巷综合整治。";
    check(
        streets,
        "46条背街小巷已开工，21条已完工。",
        &["背街小巷综合整治 underway 46", "背街小巷综合整治 actual 21"],
    );
    check(streets, "剩余4条背街小巷尚未开工。", &[]);
    check(streets, "50条背街小巷综合整治正在推进。", &[]);
    check(streets, "下步，将完成30条背街小巷整治。", &[]);
    check(
        "开工建设16个污水处理项目。",
        "目前16个项目已开工12个。",
        &["污水处理项目 actual 12"],
    );
}

#[test]
fn steps_in_the_hands_of_others_are_no_results() {
    let promise = "新培育省级以上绿色制造企业20家。";
    check(promise, "已推荐绿色制造企业25家。", &[]);
    check(promise, "完成25家绿色制造企业材料评审。", &[]);
    check(
        promise,
        "新增绿色制造企业9家。",
        &["省级以上绿色制造企业 actual 9"],
    );
}

#[test]
fn parts_do_not_hide_their_total() {
    check(
        "新增规模化供水村庄100个。",
        "已有35个村庄新增接入规模化供水，其中西海岸新区新增34个、胶州新增1个。",
        &["规模化供水村庄 actual 35"],
    );
    check(
        "完成120个村庄生活污水治理。",
        "全市村庄生活污水治理已开工108个，其中5个已完工。剩余12个村庄近期将全部开工。",
        &["村庄生活污水治理 underway 108", "村庄生活污水治理 actual 5"],
    );
}

#[test]
fn different_figures_for_one_thing_are_not_chosen_between() {
    let promise = "新增绿色建筑1000万平方米。";
    check(
        promise,
        "新增绿色建筑300万平方米。新增绿色建筑349万平方米。",
        &[],
    );
    check(
        promise,
        "新增绿色建筑300万平方米。累计新增绿色建筑649万平方米。",
        &["绿色建筑 actual 649"],
    );
    check(
        promise,
        "新增绿色建筑300万平方米。\n7月25日：已新增绿色建筑649万平方米。",
        &["绿色建筑 actual 649"],
    );
}

#[test]
fn a_rate_needs_the_same_time_of_last_year() {
    let promise = "技改投资增长8%以上。";
    check(
        promise,
        "全市工业技改投资下降12.4%。",
        &["技改投资增速 actual -12.4"],
    );
    check(
        promise,
        "技改投资比上年同期增长2.5%。",
        &["技改投资增速 actual 2.5"],
    );
    check(promise, "技改投资较2024年底增长28%。", &[]);
    check(promise, "力争全年技改投资增长8%以上。", &[]);
}

#[test]
fn another_unit_or_another_thing_is_another_figure() {
    let promise = "治理水土流失面积50平方公里。";
    check(promise, "年度投资完成率为28%。", &[]);
    check(promise, "完成治理12公里。", &[]);
    check(
        promise,
        "已完成水土流失治理1200万平方米。",
        &["水土流失面积 actual 12"],
    );
    check("新增规模化供水村庄100个。", "已完成20个口袋公园改造。", &[]);
}

#[test]
fn promises_name_their_measures() {
    let names = |title: &str| -> Vec<String> {
        let said = promised(title).into_iter().map(|it| {
            let sign = it.compare.sign();
            format!(
                "{} {} {sign}{}{}",
                it.name,
                it.kind.name(),
                it.target.unwrap(),
                it.unit
            )
        });
        said.collect()
    };
    assert_eq!(
        names("全市生产总值增长5.5%左右。"),
        ["生产总值增速 rate ~5.5%"]
    );
    assert_eq!(
        names("科技型企业达到1.5万家。"),
        ["科技型企业 level >=1.5万家"]
    );
    assert_eq!(names("单位能耗下降3％。"), ["单位能耗增速 rate <=-3%"]);
    assert_eq!(
        names("启动培育12个市级攀峰学科、75个重点专科。"),
        ["市级攀峰学科 amount >=12个", "重点专科 amount >=75个"]
    );
    assert_eq!(
        names("加快总投资3274亿元的52个重点项目建设。"),
        ["重点项目 amount >=52个"]
    );
    assert_eq!(
        names("服务进出口140亿美元、增长16%"),
        ["服务进出口 amount >=140亿美元", "服务进出口增速 rate >=16%"]
    );
}

proptest::proptest! {
    #[test]
    fn any_note_can_be_read(note in "[0-9十,，。；、\n完成开工其中剩余个家户%增长年月日新，]{0,60}") {
        said("实施50个项目，完成投资12亿元，增长3%。", &note);
    }
}
