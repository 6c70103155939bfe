//! Why a verdict is what it is, in one line.

use crate::ledger::judgement::{
    Aim, RATE_SLIP_POINTS, apart_from, is_going_on, is_judged_at_year_end, is_side_figure,
};
use crate::ledger::reading::{promised, step_named};
use crate::ledger::{
    Gap, Indicator, Item, Kind, Measured, Printed, Reason, Rules, Status, Verdict,
};
use crate::words::Words;
use crate::words::say::{figure, pace, percent, with_unit};

/// Rounding noise of floating point in a verdict, in percentage points.
const SAME_POINTS: f64 = 1e-9;

/// Why one measure was judged as it was, by its own figures.
pub fn reason(words: &Words, indicator: &Indicator, reason: &Reason, rules: Rules) -> String {
    let said = &words.reasons;
    let value = |value: f64| with_unit(indicator, value);
    match *reason {
        Reason::Complete(completion) => (said.complete)(&percent(completion)),
        Reason::CompleteAbout(completion) => (said.complete_about)(&percent(completion)),
        Reason::AgainstLine { completion, line } => {
            let is_behind = completion < line - SAME_POINTS;
            let (share, line, gap) = compared(reason, rules);
            let say = if is_behind {
                said.behind_line
            } else {
                said.ahead_of_line
            };
            say(&share, &line, &gap)
        }
        Reason::Reported { reported, line } => {
            let is_behind = reported < line - SAME_POINTS;
            let (_, line, gap) = compared(reason, rules);
            let say = if is_behind {
                said.reported_behind
            } else {
                said.reported_ahead
            };
            say(&figure(reported), &line, &gap)
        }
        Reason::UsedOfCeiling { used, line } => {
            let is_over = used > line + SAME_POINTS;
            let (used, line, gap) = compared(reason, rules);
            let say = if is_over {
                said.over_ceiling
            } else {
                said.under_ceiling
            };
            say(&used, &line, &gap)
        }
        Reason::TargetMet { actual, target } => {
            let aim = Aim::toward(indicator, target, rules);
            let say = if aim.short(actual) > SAME_POINTS {
                said.target_met_about
            } else if aim.is_limit() {
                said.ceiling_kept
            } else {
                said.target_met
            };
            say(&value(actual), &value(target))
        }
        Reason::CeilingBroken { actual, target } => {
            (said.ceiling_broken)(&value(actual), &value(target))
        }
        Reason::RateShort {
            actual,
            target,
            points,
        } => {
            let (points, decimals) = apart_from(points, RATE_SLIP_POINTS);
            let points = format!("{points:.decimals$}");
            (said.target_missed)(&value(actual), &value(target), &points)
        }
        Reason::LevelShort {
            actual,
            target,
            overdue,
        } => {
            let overdue = if overdue { said.overdue } else { "" };
            level_short(words, indicator, actual, target, rules) + overdue
        }
        Reason::NoBaseline { actual, target } => {
            level_short(words, indicator, actual, target, rules) + said.no_baseline
        }
        Reason::Stage {
            reached,
            stages,
            overdue,
        } => {
            let stage = indicator.stages.get(reached.wrapping_sub(1));
            let reached = stage.map_or_else(
                || said.before_first_stage.to_owned(),
                |stage| (said.stage_reached)(stage, reached, stages),
            );
            format!("{reached}{}", if overdue { said.overdue } else { "" })
        }
        Reason::NothingBegun => said.nothing_begun.to_owned(),
        Reason::OnlyUnderway(underway) => (said.going_on)(&of_target(indicator, underway)),
        Reason::NoFigure => said.silent.to_owned(),
        Reason::NoTimeLine => said.no_time_line.to_owned(),
        Reason::SeveralYears => said.several_years.to_owned(),
        Reason::NoScale => said.no_scale.to_owned(),
    }
}

/// The share of a judged measure as its reason says it: the same number wherever it is printed.
pub fn share(measured: &Measured, rules: Rules) -> Option<String> {
    let judged = measured.judged.as_ref()?;
    match (&judged.reason, measured.completion) {
        (Reason::Reported { reported, .. }, _) => Some(figure(*reported)),
        (Reason::AgainstLine { .. }, _) => Some(compared(&judged.reason, rules).0),
        (_, completion) => completion.map(percent),
    }
}

/// The numbers of a comparison as they are printed.
fn compared(reason: &Reason, rules: Rules) -> (String, String, String) {
    let Some(printed) = Printed::of(reason, rules) else {
        return Default::default();
    };
    let decimals = printed.decimals;
    // One decimal at least, and no more zeros than that at the end.
    let print = |number: f64| {
        let printed = format!("{number:.decimals$}");
        let significant = printed.trim_end_matches('0');
        match significant.strip_suffix('.') {
            Some(whole) => format!("{whole}.0"),
            None => significant.to_owned(),
        }
    };
    (
        print(printed.share),
        print(printed.line),
        print(printed.gap),
    )
}

/// `68.2%，未达85%，差16.8个百分点`
fn level_short(
    words: &Words,
    indicator: &Indicator,
    actual: f64,
    target: f64,
    rules: Rules,
) -> String {
    let said = &words.reasons;
    let gap = figure((target - actual).abs());
    let gap = match indicator.unit.as_str() {
        "%" | "％" => (said.points)(&gap),
        unit => format!("{gap}{unit}"),
    };
    let say = if Aim::toward(indicator, target, rules).is_limit() {
        said.level_over
    } else {
        said.level_short
    };
    say(
        &with_unit(indicator, actual),
        &with_unit(indicator, target),
        &gap,
    )
}

/// `26/30家`
fn of_target(indicator: &Indicator, value: f64) -> String {
    match indicator.target {
        Some(target) => format!("{}/{}", figure(value), with_unit(indicator, target)),
        None => with_unit(indicator, value),
    }
}

/// The step at which a measure stands that is under way: that of the item's procedure, else the one that the words of
/// its evidence name.
pub fn step<'i>(item: &'i Item, indicator: &'i Indicator) -> Option<&'i str> {
    let procedures = item.indicators.iter().filter(|it| it.kind == Kind::Stage);
    let mut stages = procedures
        .filter(|it| is_going_on(it))
        .filter_map(|it| it.stage.as_deref());
    let named = || step_named(indicator.evidence.as_deref()?, &item.title);
    stages.next().or_else(named)
}

/// The figures that an item has of something else than was promised: `年度投资完成率28%`.
fn side_figures(item: &Item) -> Vec<String> {
    let sides = item.indicators.iter().filter(|it| is_side_figure(it));
    let said = sides.filter_map(|it| Some(format!("{}{}", it.name, with_unit(it, it.actual?))));
    said.collect()
}

/// Why one measure of an item was judged as it was, in the light of what else the item has.
pub fn measure(words: &Words, item: &Item, verdict: &Verdict, place: usize) -> Option<String> {
    let indicator = item.indicators.get(place)?;
    let measured = verdict.measures.get(place)?;
    let judged = measured.judged.as_ref()?;
    let own = || reason(words, indicator, &judged.reason, verdict.rules);
    Some(match (&judged.reason, measured.gap) {
        (Reason::NoFigure | Reason::OnlyUnderway(_), Some(gap)) => {
            without_figure(words, item, indicator, gap)
        }
        (Reason::SeveralYears, _) => match measured.completion {
            Some(done) => own() + &(words.reasons.done_so_far)(&percent(done)),
            None => own(),
        },
        _ => own(),
    })
}

/// A measure without a result: what there is instead.
fn without_figure(words: &Words, item: &Item, indicator: &Indicator, gap: Gap) -> String {
    let said = &words.reasons;
    let joined = |parts: Vec<String>| parts.join(words.between_names);
    match gap {
        Gap::Underway if indicator.underway.is_some_and(|begun| begun != 0.0) => {
            let begun = of_target(indicator, indicator.underway.unwrap_or_default());
            let step = step(item, indicator).unwrap_or_default();
            (said.going_on)(&(said.at_step)(step, &begun))
        }
        Gap::Underway => (said.going_on)(&joined(going_on(words, item))),
        Gap::SideFigure => {
            let own = indicator.reported.map(|it| (words.reported)(&figure(it)));
            let figures: Vec<String> = own.into_iter().chain(side_figures(item)).collect();
            if figures.is_empty() {
                said.unassigned.to_owned()
            } else {
                (said.side_figures)(&joined(figures))
            }
        }
        Gap::YearEnd => {
            let mut procedures = item
                .indicators
                .iter()
                .filter(|it| is_judged_at_year_end(it));
            let last = procedures.next().and_then(|it| it.stages.last());
            (said.year_end)(last.map_or("", String::as_str))
        }
        _ => said.silent.to_owned(),
    }
}

/// What is going on in an item, of which the measure itself has no figure: its procedures, and what is begun.
fn going_on(words: &Words, item: &Item) -> Vec<String> {
    let going_on = item.indicators.iter().filter(|it| is_going_on(it));
    let said = going_on.filter_map(|it| match (it.stage.as_deref(), it.underway) {
        (Some(stage), _) => {
            let reached = it.stages_reached().unwrap_or_default();
            Some((words.reasons.step_of)(stage, reached, it.stages.len()))
        }
        (None, Some(underway)) => {
            let begun = of_target(it, underway);
            Some(format!("{}{begun}", it.name))
        }
        (None, None) => None,
    });
    said.collect()
}

/// The verdict on an item in one line: the measure that decided, and why; of what is late, the pace that it needs.
pub fn verdict(words: &Words, item: &Item, verdict: &Verdict) -> String {
    let deciding = verdict.decisive.and_then(|place| {
        let (indicator, measured) = (item.indicators.get(place)?, verdict.measures.get(place)?);
        Some((indicator, measured, measure(words, item, verdict, place)?))
    });
    let Some((indicator, measured, reason)) = deciding else {
        return without_measure(words, item, verdict);
    };
    let partly = if verdict.partly_started {
        words.reasons.partly_started
    } else {
        ""
    };
    let pace = pace_of_late(words, indicator, measured);
    format!("{} {reason}{partly}{pace}", indicator.name)
}

fn pace_of_late(words: &Words, indicator: &Indicator, measured: &Measured) -> String {
    let is_late = measured.status().is_some_and(Status::is_late);
    let pace = measured.pace.filter(|_| is_late);
    let said = pace.map(|it| {
        format!(
            "{}{}",
            words.reasons.between,
            pace::pace(words, indicator, it)
        )
    });
    said.unwrap_or_default()
}

/// An item that no measure decides: which ones the title promises and the ledger lacks.
fn without_measure(words: &Words, item: &Item, verdict: &Verdict) -> String {
    let said = &words.reasons;
    let named = |missing: &[Indicator]| {
        let named = missing.iter().map(|it| {
            let target = it.target.map(|target| with_unit(it, target));
            format!("{}{}", it.name, target.unwrap_or_default())
        });
        named.collect::<Vec<_>>().join(words.between_names)
    };
    if !verdict.missing.is_empty() {
        return (said.missing)(&named(&verdict.missing));
    }
    let promised = promised(&item.title);
    match (verdict.computed_gap, promised.is_empty()) {
        (Some(Gap::Silent), _) => said.no_note.to_owned(),
        (_, true) => words.no_measure.to_owned(),
        (_, false) => format!("{}{}{}", words.no_measure, said.colon, named(&promised)),
    }
}

/// The same, behind the person's verdict and reason where there is one.
pub fn with_person(words: &Words, item: &Item, verdict: &Verdict) -> String {
    let said = self::verdict(words, item, verdict);
    match &item.verdict {
        Some(set) => (words.by_person)((words.status)(verdict.computed), &set.reason) + &said,
        None => said,
    }
}
