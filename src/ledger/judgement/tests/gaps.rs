//! What keeps an item from a verdict.

use jiff::civil::date;

use super::{figures, item, ledger};
use crate::ledger::{Gap, Indicator, Item, Kind, Override, Status, Verdict, judge};

fn judged(note: &str, indicators: Vec<Indicator>) -> Verdict {
    judge(&ledger(), &noted(note, indicators))
}

fn noted(note: &str, indicators: Vec<Indicator>) -> Item {
    Item {
        progress: note.to_owned(),
        ..item(indicators)
    }
}

fn silent() -> Indicator {
    Indicator {
        actual: None,
        unit: "家".to_owned(),
        ..figures(Kind::Amount, 20.0, 0.0)
    }
}

/// A measure that is done, in the same unit.
fn figures_of(actual: f64) -> Indicator {
    Indicator {
        unit: "家".to_owned(),
        ..figures(Kind::Amount, actual, actual)
    }
}

fn begun(underway: f64) -> Indicator {
    Indicator {
        underway: Some(underway),
        ..silent()
    }
}

fn context(actual: Option<f64>, underway: Option<f64>) -> Indicator {
    Indicator {
        actual,
        underway,
        ..Indicator::new("context", Kind::Level)
    }
}

fn steps(stages: [&str; 3], stage: &str) -> Indicator {
    Indicator {
        stages: stages.map(String::from).to_vec(),
        stage: Some(stage.to_owned()),
        ..Indicator::new("steps", Kind::Stage)
    }
}

#[test]
fn each_item_that_cannot_be_judged_says_what_is_missing() {
    let approval = |stage| steps(["遴选", "公示", "认定"], stage);
    let at_year_end = |stage| steps(["确定名单", "推进", "年底评估"], stage);
    let rate = Indicator {
        reported: Some(90.0),
        ..Indicator {
            target: Some(5.0),
            ..Indicator::new("rate", Kind::Rate)
        }
    };
    let table: Vec<(&str, Vec<Indicator>, Option<Gap>)> = vec![
        ("召开推进会。", vec![silent()], Some(Gap::Silent)),
        ("", vec![silent()], Some(Gap::Silent)),
        ("", vec![], Some(Gap::Silent)),
        ("召开推进会。", vec![], Some(Gap::NoMeasure)),
        (
            "召开推进会。",
            vec![context(Some(28.0), None)],
            Some(Gap::NoMeasure),
        ),
        (
            "召开推进会。",
            vec![silent(), context(Some(28.0), None)],
            Some(Gap::SideFigure),
        ),
        (
            "召开推进会。",
            vec![silent(), context(None, None)],
            Some(Gap::Silent),
        ),
        ("召开推进会。", vec![rate], Some(Gap::SideFigure)),
        // Numbers of the same unit may be the very ones, and nobody is silent who gives them.
        ("目前已有18家。", vec![silent()], Some(Gap::SideFigure)),
        ("今年的任务是20家。", vec![silent()], Some(Gap::Silent)),
        ("开展四家、五家的调研。", vec![silent()], Some(Gap::Silent)),
        ("目前已有18个。", vec![silent()], Some(Gap::Silent)),
        ("召开推进会。", vec![begun(18.0)], Some(Gap::Underway)),
        ("召开推进会。", vec![begun(0.0)], Some(Gap::Silent)),
        (
            "召开推进会。",
            vec![begun(18.0), context(Some(28.0), None)],
            Some(Gap::Underway),
        ),
        (
            "召开推进会。",
            vec![silent(), context(None, Some(26.0))],
            Some(Gap::Underway),
        ),
        (
            "召开推进会。",
            vec![silent(), approval("公示")],
            Some(Gap::Underway),
        ),
        (
            "召开推进会。",
            vec![begun(20.0), approval("公示")],
            Some(Gap::Underway),
        ),
        ("召开推进会。", vec![silent(), approval("")], None),
        (
            "召开推进会。",
            vec![silent(), at_year_end("推进")],
            Some(Gap::YearEnd),
        ),
        (
            "召开推进会。",
            vec![begun(9.0), at_year_end("推进")],
            Some(Gap::Underway),
        ),
        // What another measure has is not unread.
        (
            "已有18家。",
            vec![figures_of(18.0), silent()],
            Some(Gap::Silent),
        ),
        // Of two that cannot be judged the one of which less is known is told.
        (
            "召开推进会。",
            vec![begun(18.0), silent()],
            Some(Gap::Silent),
        ),
        (
            "召开推进会。",
            vec![figures(Kind::Amount, 20.0, 3.0), silent()],
            None,
        ),
        (
            "召开推进会。",
            vec![figures(Kind::Amount, 20.0, 20.0), silent()],
            Some(Gap::Silent),
        ),
        ("召开推进会。", vec![figures(Kind::Amount, 0.0, 3.0)], None),
    ];
    for (note, indicators, expected) in table {
        let verdict = judged(note, indicators.clone());
        assert_eq!(verdict.gap(), expected, "{note} {indicators:?}");
        assert_eq!(verdict.gap().is_some(), verdict.computed_gap.is_some());
    }
}

#[test]
fn what_is_counted_at_the_end_of_the_year_is_due_then() {
    let mut ledger = ledger();
    ledger.heading.as_of = Some(date(2025, 12, 31));
    let steps = steps(["确定名单", "推进", "年底评估"], "推进");
    let verdict = judge(&ledger, &noted("正在推进。", vec![silent(), steps]));
    assert_eq!(verdict.gap(), Some(Gap::Underway));
}

#[test]
fn before_the_first_step_an_item_has_not_started() {
    let before = steps(["申报", "评审", "认定"], "");
    let verdict = judged("申报尚未启动。", vec![silent(), before.clone()]);
    assert_eq!(
        (verdict.computed, verdict.gap()),
        (Status::NotStarted, None)
    );
    let half = judged(
        "申报尚未启动。",
        vec![figures(Kind::Amount, 100.0, 140.0), silent(), before],
    );
    assert_eq!((half.computed, half.partly_started), (Status::Behind, true));
}

#[test]
fn a_person_who_judges_fills_the_gap() {
    let mut promise = noted("召开推进会。", vec![silent()]);
    promise.verdict = Some(Override {
        status: Status::OnTrack,
        reason: "现场看过".into(),
    });
    let verdict = judge(&ledger(), &promise);
    assert_eq!(
        (verdict.gap(), verdict.computed_gap),
        (None, Some(Gap::Silent))
    );
}
