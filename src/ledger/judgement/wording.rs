//! What the words of a promise say about one of its limits: whether it is to be kept all along, or to be reached.

use crate::ledger::clause::clause;

/// A limit that holds at any moment.
const KEPT: [&str; 24] = [
    "控制在",
    "控制好",
    "不超过",
    "不高于",
    "不多于",
    "不大于",
    "不突破",
    "低于",
    "少于",
    "小于",
    "以内",
    "之内",
    "以下",
    "守住",
    "保持在",
    "稳定在",
    "no more than",
    "not more than",
    "at most",
    "below",
    "under",
    "not exceed",
    "keep",
    "within",
];

/// A limit to which the way leads down.
const REACHED: [&str; 24] = [
    "降至",
    "降到",
    "降低到",
    "降低至",
    "下降到",
    "下降至",
    "压缩到",
    "压缩至",
    "压减到",
    "压减至",
    "压降到",
    "压降至",
    "缩短到",
    "缩短至",
    "减少到",
    "减少至",
    "减到",
    "减至",
    "回落",
    "收窄",
    "down to",
    "reduce",
    "cut ",
    "lower ",
];

/// Whether the clause of a title that names a target says that it must be kept at any moment: 控制在4.5%以内, but not
/// 降至32微克以下.
pub fn is_kept_all_along(title: &str, target: f64) -> bool {
    let clause = clause(title, target).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    has(&KEPT) && !has(&REACHED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_kept_or_reached() {
        for (title, target, kept) in [
            ("城镇调查失业率不高于5.5%。", 5.5, true),
            ("城镇登记失业率控制在4.5%以内。", 4.5, true),
            (
                "Keep households in temporary accommodation at no more than 45.",
                45.0,
                true,
            ),
            ("PM2.5平均浓度降至32微克/立方米以下。", 32.0, false),
            ("政务服务事项平均办理时限压缩至3个工作日内。", 3.0, false),
            ("空置率5%。", 5.0, false),
            ("失业率控制在5%以内，PM2.5浓度降至32%以下。", 32.0, false),
            ("失业率控制在5%以内，PM2.5浓度降至32%以下。", 5.0, true),
        ] {
            assert_eq!(is_kept_all_along(title, target), kept, "{title} {target}");
        }
    }
}
