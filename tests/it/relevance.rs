//! What a user types, what must lead, and what must not be there: the shipped ledger searched in every way that people
//! search.

use std::fs;

use taizhang::search::{Corpus, Query, Scope, search};
use taizhang::store::parse;

use crate::support::shipped;

fn numbers(corpus: &Corpus, typed: &str) -> Vec<usize> {
    let hits = search(corpus, &Query::new(typed), Scope::All, &|| true).unwrap();
    hits.iter().map(|hit| hit.position() + 1).collect()
}

/// A query, the items that must lead in this order, and items that must not be found at all.
type Case = (&'static str, &'static [usize], &'static [usize]);

/// Queries that find something.
const FOUND: &[Case] = &[
    // A place in the meeting's paper: numbers.
    ("#34", &[34], &[3, 31, 44]),
    ("34", &[34], &[]),
    ("３", &[3], &[]),
    // What is printed, whole.
    ("地铁", &[5], &[23, 25]),
    ("地铁线路", &[5], &[]),
    ("污水", &[32, 33], &[37]),
    ("污水处理", &[33], &[32]),
    ("海洋", &[19], &[18, 20, 21]),
    ("海洋重点项目", &[19], &[3, 23]),
    ("重点项目", &[3, 19, 23], &[10, 12]),
    ("绿色", &[29, 35, 36], &[37]),
    ("绿色建筑", &[36], &[29, 35]),
    ("生产总值", &[1], &[]),
    ("技改投资", &[4], &[11]),
    ("实验室", &[6, 14], &[7]),
    ("省重点实验室", &[6], &[14]),
    ("残疾人", &[43], &[]),
    ("无障碍", &[43], &[]),
    ("张村河", &[33], &[]),
    ("养老保险", &[42], &[]),
    ("医联体", &[40], &[39]),
    ("森林", &[38], &[]),
    ("全民健身", &[44], &[16]),
    ("人工智能", &[7], &[12]),
    ("琅琊台", &[20], &[]),
    ("“四首”", &[10], &[]),
    // Several words.
    ("海洋 项目", &[19], &[3, 23]),
    ("海运 12条", &[21], &[5]),
    ("村庄　污水", &[32], &[31, 33]),
    ("新增 企业", &[7, 15], &[43]),
    // Full and half width, traditional characters, figures in other groups.
    ("5.5%", &[1], &[3, 42]),
    ("５.５％", &[1], &[3, 42]),
    ("1,000万", &[36], &[41]),
    ("1000 万", &[36], &[]),
    ("1000名", &[41], &[36]),
    ("汙水", &[32, 33], &[]),
    ("鄉村振興", &[30], &[]),
    // Sounds, whole and unfinished.
    ("ditie", &[5], &[23]),
    ("dit", &[5], &[]),
    ("haiyang", &[19], &[21]),
    ("haiy", &[19], &[]),
    ("wushui", &[32, 33], &[37]),
    ("wushuichuli", &[33], &[32]),
    ("lvse", &[29, 35, 36], &[]),
    ("luse", &[29, 35, 36], &[]),
    ("lüse", &[29, 35, 36], &[]),
    ("shiyanshi", &[6, 14], &[]),
    ("canjiren", &[43], &[]),
    ("zhangcunhe", &[33], &[]),
    ("yanglaobaoxian", &[42], &[]),
    ("langyatai", &[20], &[]),
    // Initials and mixtures.
    ("dt", &[5], &[23, 25]),
    ("zdxm", &[3, 19, 23], &[10]),
    ("lsjz", &[36], &[]),
    ("xczx", &[30], &[]),
    ("sys", &[6, 14], &[]),
    ("qmjs", &[44], &[]),
    ("rgzn", &[7], &[]),
    ("地tie", &[5], &[]),
    ("污水cl", &[33], &[37]),
    ("jgtz", &[4], &[]),
    // Slips.
    ("污水除理", &[33], &[37]),
    ("省重点试验室", &[6], &[]),
    ("残急人家庭", &[43], &[]),
    ("无障碍改建", &[43], &[]),
    ("海洋点项目", &[19], &[]),
    // The language of queries.
    ("状态:滞后", &[2, 4, 7, 9, 25, 29, 31, 32, 38, 43], &[1, 44]),
    ("is:behind 项目", &[4], &[3, 19, 23]),
    ("状态:完", &[15, 18, 21, 34, 41], &[33]),
    ("!海洋 重点项目", &[3, 23], &[19]),
    ("'污水", &[32, 33], &[]),
];

/// Queries that must find nothing: what the ledger does not say is not in it.
const NOTHING: &[&str] = &[
    "低空经济",
    "量子计算",
    "银行",
    "yinhang",
    "'dt",
    "'ditie",
    "5.6%",
    "400万千瓦",
    "1200名",
    "单位:科技局",
    "tag:重点",
    "#45",
    "地铁 污水",
    "is:ahead 地铁",
    "新能源汽车",
    "海洋卫星发射场",
];

#[test]
fn what_is_meant_leads_and_what_is_not_meant_is_not_there() {
    let ledger = parse(&fs::read_to_string(shipped()).unwrap()).unwrap();
    let mut corpus = Corpus::default();
    corpus.refresh(&ledger);
    let mut faults = Vec::new();
    for (typed, lead, absent) in FOUND {
        let found = numbers(&corpus, typed);
        let leads = found.starts_with(lead);
        if !leads || absent.iter().any(|number| found.contains(number)) {
            faults.push(format!("{typed}: {found:?}"));
        }
    }
    for typed in NOTHING {
        let found = numbers(&corpus, typed);
        if !found.is_empty() {
            faults.push(format!("{typed}: {found:?}, but there is nothing"));
        }
    }
    assert!(FOUND.len() + NOTHING.len() >= 60);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
