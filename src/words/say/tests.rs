use super::*;
use crate::ledger::{Reason, Rules};
use crate::words::{EN, ZH};

fn reason(words: &Words, indicator: &Indicator, said: &Reason) -> String {
    super::reason(words, indicator, said, Rules::default())
}

#[test]
fn percentages_are_cut_towards_the_failing_side() {
    let table = [
        (99.96, "99.9"),
        (34.8, "34.8"),
        (174.0 / 500.0 * 100.0, "34.8"),
        (-0.05, "-0.1"),
        (42.0, "42.0"),
    ];
    for (value, expected) in table {
        assert_eq!(percent(value), expected);
    }
    assert_eq!(line(275.0 / 3.0), "91.7");
}

#[test]
fn figures_have_no_digits_that_were_not_written() {
    for (value, expected) in [
        (1322.6, "1322.6"),
        (500.0, "500"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (2.767, "2.767"),
    ] {
        assert_eq!(figure(value), expected);
    }
    assert_eq!(rate(5.3, "%"), "+5.3%");
    assert_eq!(rate(-12.4, "%"), "-12.4%");
}

#[test]
fn a_reason_is_one_line_with_its_numbers() {
    let indicator = Indicator::new("整治", Kind::Amount);
    let against = Reason::AgainstLine {
        completion: 42.0,
        line: 50.0,
    };
    assert_eq!(
        reason(&ZH, &indicator, &against),
        "42.0% < 序时50.0%，慢8.0个百分点"
    );
    assert_eq!(
        reason(&EN, &indicator, &against),
        "42.0% < time 50.0%, 8.0 points behind"
    );
    let close = Reason::AgainstLine {
        completion: 41.97,
        line: 50.0,
    };
    assert_eq!(
        reason(&ZH, &indicator, &close),
        "41.9% < 序时50.0%，慢8.1个百分点"
    );
}

/// The sentence in both languages.
#[track_caller]
fn check(indicator: &Indicator, said: &Reason, chinese: &str, english: &str) {
    assert_eq!(reason(&ZH, indicator, said), chinese);
    assert_eq!(reason(&EN, indicator, said), english);
}

fn of(kind: Kind, compare: Compare, unit: &str) -> Indicator {
    Indicator {
        compare,
        unit: unit.into(),
        ..Indicator::new("m", kind)
    }
}

#[test]
fn what_is_complete_says_how_much() {
    let amount = of(Kind::Amount, Compare::AtLeast, "户");
    check(
        &amount,
        &Reason::Complete(113.56),
        "完成113.5% ≥ 目标100%",
        "113.5% done ≥ target 100%",
    );
    check(
        &amount,
        &Reason::CompleteAbout(95.0),
        "完成95.0%，在“左右”的允差之内",
        "95.0% done, within the tolerance of \"about\"",
    );
}

#[test]
fn what_is_held_against_the_line_says_both_and_the_points_between() {
    let amount = of(Kind::Amount, Compare::AtLeast, "户");
    let ahead = Reason::AgainstLine {
        completion: 56.04,
        line: 50.0,
    };
    check(
        &amount,
        &ahead,
        "56.0% ≥ 序时50.0%，快6.0个百分点",
        "56.0% ≥ time 50.0%, 6.0 points ahead",
    );
    let negative = Reason::AgainstLine {
        completion: -3.0,
        line: 275.0 / 3.0,
    };
    check(
        &amount,
        &negative,
        "-3.0% < 序时91.7%，慢94.7个百分点",
        "-3.0% < time 91.7%, 94.7 points behind",
    );
    let under = Reason::UsedOfCeiling {
        used: 45.0,
        line: 50.0,
    };
    check(
        &amount,
        &under,
        "已用限额45.0% ≤ 序时50.0%，低5.0个百分点",
        "45.0% of the limit used ≤ time 50.0%, 5.0 points below",
    );
    let over = Reason::UsedOfCeiling {
        used: 101.0,
        line: 100.0,
    };
    check(
        &amount,
        &over,
        "已用限额101.0% > 100.0%，高1.0个百分点",
        "101.0% of the limit used > 100.0%, 1.0 points over",
    );
}

#[test]
fn targets_are_said_with_the_figures() {
    let met = |actual, target| Reason::TargetMet { actual, target };
    check(
        &of(Kind::Rate, Compare::AtLeast, "%"),
        &met(5.3, 5.0),
        "+5.3%，达到目标+5%",
        "+5.3%, target +5% met",
    );
    check(
        &of(Kind::Rate, Compare::About, "%"),
        &met(5.3, 5.5),
        "+5.3%，在目标+5.5%左右的允差之内",
        "+5.3%, within the tolerance of about +5.5%",
    );
    check(
        &of(Kind::Rate, Compare::About, "%"),
        &met(5.6, 5.5),
        "+5.6%，达到目标+5.5%",
        "+5.6%, target +5.5% met",
    );
    check(
        &of(Kind::Level, Compare::AtMost, "起"),
        &met(3.0, 5.0),
        "3起，未超过5起",
        "3起, not above 5起",
    );
    let broken = Reason::CeilingBroken {
        actual: 2.0,
        target: 0.0,
    };
    check(
        &of(Kind::Amount, Compare::AtMost, "起"),
        &broken,
        "2起，超过限额0起",
        "2起, above the limit of 0起",
    );
    let short = Reason::RateShort {
        actual: -12.4,
        target: 8.0,
        points: 20.4,
    };
    check(
        &of(Kind::Rate, Compare::AtLeast, "%"),
        &short,
        "-12.4%，目标+8%，差20.4个百分点",
        "-12.4%, target +8%, 20.4 points short",
    );
}

#[test]
fn stages_are_said_by_name_and_number() {
    let stages = Indicator {
        stages: vec!["遴选".into(), "公示".into()],
        ..of(Kind::Stage, Compare::AtLeast, "")
    };
    let at = |reached, overdue| Reason::Stage {
        reached,
        stages: 2,
        overdue,
    };
    check(
        &stages,
        &at(2, false),
        "已到“公示”，第2步，共2步",
        "at “公示”, step 2 of 2",
    );
    check(
        &stages,
        &at(1, true),
        "已到“遴选”，第1步，共2步，期限已到",
        "at “遴选”, step 1 of 2, due date passed",
    );
    check(
        &stages,
        &at(0, false),
        "尚未进入第一步",
        "before the first step",
    );
}

#[test]
fn what_cannot_be_judged_says_why() {
    let amount = of(Kind::Amount, Compare::AtLeast, "家");
    check(
        &amount,
        &Reason::NothingBegun,
        "完成0，也没有已着手的数，尚未启动",
        "0 done, and nothing begun",
    );
    check(
        &amount,
        &Reason::OnlyUnderway(98.0),
        "在办：98家，尚无完成数",
        "under way: 98家, no result yet",
    );
    check(
        &amount,
        &Reason::NoFigure,
        "进展中没有它的数",
        "the note gives no figure for it",
    );
    check(
        &amount,
        &Reason::NoTimeLine,
        "没有可对照的序时：未写数据截至日期（as_of），或期限早于开始日期",
        "there is no time line: no date (as_of), or it is due before it starts",
    );
    check(
        &amount,
        &Reason::NoScale,
        "目标为零，算不出完成比例",
        "the target is zero, so no share can be told",
    );
}

#[test]
fn printed_numbers_agree_with_the_verdict() {
    let november = 275.0 / 3.0;
    let amount = of(Kind::Amount, Compare::AtLeast, "");
    let against =
        |completion, line| reason(&ZH, &amount, &Reason::AgainstLine { completion, line });
    // Eleven of twelve at the end of November are on the line, though 91.66… is printed 91.6 elsewhere.
    assert_eq!(
        against(november, november),
        "91.7% ≥ 序时91.7%，快0.0个百分点"
    );
    assert_eq!(
        against(91.68, november),
        "91.68% ≥ 序时91.67%，快0.01个百分点"
    );
    assert_eq!(
        against(91.66, november),
        "91.66% < 序时91.667%，慢0.007个百分点"
    );
    assert_eq!(against(91.62, 91.64), "91.62% < 序时91.64%，慢0.02个百分点");
    assert_eq!(against(49.96, 50.0), "49.96% < 序时50.0%，慢0.04个百分点");
    assert_eq!(against(40.0, 50.0), "40.0% < 序时50.0%，慢10.0个百分点");
    assert_eq!(against(40.01, 50.0), "40.01% < 序时50.0%，慢9.99个百分点");
    assert_eq!(against(39.96, 50.0), "39.96% < 序时50.0%，慢10.04个百分点");
    assert_eq!(against(54.99, 50.0), "54.99% ≥ 序时50.0%，快4.99个百分点");
    assert_eq!(against(55.0, 50.0), "55.0% ≥ 序时50.0%，快5.0个百分点");
    assert_eq!(against(99.96, 50.0), "99.96% ≥ 序时50.0%，快49.96个百分点");
    let used = |used, line| reason(&ZH, &amount, &Reason::UsedOfCeiling { used, line });
    assert_eq!(
        used(100.04, 100.0),
        "已用限额100.04% > 100.0%，高0.04个百分点"
    );
    assert_eq!(
        used(91.67, november),
        "已用限额91.67% > 91.667%，高0.003个百分点"
    );
    assert_eq!(
        used(november, november),
        "已用限额91.7% ≤ 序时91.7%，低0.0个百分点"
    );
    assert_eq!(
        used(49.96, 50.0),
        "已用限额49.96% ≤ 序时50.0%，低0.04个百分点"
    );
}
