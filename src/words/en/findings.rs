//! What does not add up, in English: one sentence a finding.

use crate::ledger::reading::Role;
use crate::ledger::{Part, Severity, Status, Trouble};
use crate::words::en::names::status;
use crate::words::en::unread::unread;
use crate::words::say::{figure, quoted, rounded};

pub fn severity(severity: Severity) -> &'static str {
    severity.name()
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm a finding: one that is missing does not compile"
)]
pub fn finding(trouble: &Trouble) -> String {
    match trouble {
        Trouble::FigureNotInNote {
            measure,
            part,
            value,
            unit,
        } => {
            let (part, value) = (name_of(*part), figure(*value));
            format!(
                "{part} figure {value}{unit} of {} is not in the words it was read from, nor a sum of theirs",
                named(measure)
            )
        }
        Trouble::WrongSign { measure, value } => {
            format!(
                "{} stands at {}, and its words tell the other direction",
                named(measure),
                figure(*value)
            )
        }
        Trouble::EvidenceNotInNote { measure } => {
            format!(
                "the evidence of {} is not in the note: the note was changed and the evidence was not",
                named(measure)
            )
        }
        Trouble::PartsTotal { total, sum, unit } => {
            format!(
                "the parts make {}{unit}, the total is given as {}{unit}",
                figure(*sum),
                figure(*total)
            )
        }
        Trouble::PartsTarget { sum, target, unit } => {
            format!(
                "done, under way and left make {}{unit}, the target is {}{unit}",
                figure(*sum),
                figure(*target)
            )
        }
        Trouble::Ratio {
            printed,
            computed,
            base,
            unit,
        } => {
            let (printed, computed, base) = (figure(*printed), rounded(*computed), rounded(*base));
            format!(
                "the ratio is printed as {printed}%, the figures beside it make {computed}%; the denominator may be another one (about {base}{unit})"
            )
        }
        Trouble::Pace { said, computed } => {
            format!(
                "the note says {}; its percentage and the time line make it {}",
                pace(*said),
                pace(*computed)
            )
        }
        Trouble::PaceClaim { words, status } | Trouble::SelfPraise { words, status } => {
            format!(
                "the note says {}, the figures say: {}",
                named(words),
                verdict(*status)
            )
        }
        Trouble::LowerThanBefore {
            measure,
            period,
            before,
            after,
            unit,
        } => {
            let (before, after) = (figure(*before), figure(*after));
            format!(
                "{} accumulates, was {before}{unit} in {} and is {after}{unit} now",
                named(measure),
                named(period)
            )
        }
        Trouble::NoteUnchanged { period } => {
            format!("the note is that of {} to the letter", named(period))
        }
        Trouble::Pipeline {
            measure,
            step,
            is_counted: true,
        } => {
            format!(
                "the result of {} is from the step {}: on the way, not there",
                named(measure),
                named(step)
            )
        }
        Trouble::Pipeline {
            measure,
            step,
            is_counted: false,
        } => {
            format!(
                "all that is told of {} is the step {}; there is no result",
                named(measure),
                named(step)
            )
        }
        Trouble::NotAResult { measure, role } => {
            let told = match role {
                Role::Begun => "begun",
                Role::Remaining => "left or not done",
                _ => "planned",
            };
            format!("the note tells the result of {} as {told}", named(measure))
        }
        Trouble::TargetDiffers {
            measure,
            target,
            titled,
            unit,
        } => {
            let (target, titled) = (figure(*target), figure(*titled));
            format!(
                "the target of {} is {target}{unit} here and {titled}{unit} in the promise",
                named(measure)
            )
        }
        Trouble::OtherFigure {
            measure,
            part,
            known,
            told,
            unit,
        } => {
            let unit = if *part == Part::Reported { "%" } else { unit };
            let (part, known, told) = (name_of(*part), figure(*known), figure(*told));
            format!(
                "the note says {told}{unit} as the {part} figure of {}, the ledger has {known}{unit}",
                named(measure)
            )
        }
        Trouble::NoMeasure { measure } => {
            format!(
                "{} is promised, and the ledger has no measure of it: it cannot be judged",
                named(measure)
            )
        }
        Trouble::LaterThanLedger { day } => {
            format!(
                "the note goes on to {}, after the `as_of` date of the ledger: the verdict flatters",
                named(day)
            )
        }
        Trouble::NoNote => "nothing was reported".to_owned(),
        Trouble::TargetRepeated {
            measure,
            target,
            unit,
        } => {
            format!(
                "the note only names the target {}{unit} of {} again",
                figure(*target),
                named(measure)
            )
        }
        Trouble::UnitDiffers { promised, said } => {
            format!(
                "promised in {}, reported in {}: they count different things",
                named(promised),
                named(said)
            )
        }
        Trouble::LevelDiffers { promised, said } => {
            format!(
                "promised at the level {}, reported at {}",
                named(promised),
                named(said)
            )
        }
        Trouble::NoPlan { status } => {
            format!(
                "{}, and nothing about the problem or the next steps",
                verdict(*status)
            )
        }
        Trouble::NoFigure {
            measure,
            underway: None,
            ..
        } => format!("no figure for {}", named(measure)),
        Trouble::NoFigure {
            measure,
            underway: Some(underway),
            unit,
        } => {
            format!(
                "{} has {}{unit} under way and no result",
                named(measure),
                figure(*underway)
            )
        }
        Trouble::Magnitude {
            measure,
            actual,
            target,
            unit,
        } => {
            let (actual, target) = (figure(*actual), figure(*target));
            format!(
                "{actual}{unit} of {} is more than ten times the target {target}{unit}: perhaps the unit is wrong",
                named(measure)
            )
        }
        Trouble::IdGap { missing } => {
            let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
            format!("numbers are missing: {}", missing.join(", "))
        }
        Trouble::IdTwin { other } => format!(
            "the number differs from {} only in its writing",
            named(other)
        ),
        Trouble::TitleTwin { other } => {
            format!("item {} promises the same in the same words", quoted(other))
        }
        Trouble::DueBeforeStart => "due before it starts".to_owned(),
        Trouble::ReportOrder { period } => {
            format!(
                "the date of the closed period {} is not between the one before it and the present one",
                named(period)
            )
        }
        Trouble::OrderDueBeforeGiven => {
            "an order of a meeting is due before it was given".to_owned()
        }
        Trouble::NoDate => {
            "no `as_of` date: there is no time line, and amounts cannot be judged".to_owned()
        }
        Trouble::DateOutsideYear { year } => {
            format!("the `as_of` date is not in the year {year} of the ledger")
        }
        Trouble::OverrideBetter { computed } => {
            format!(
                "a person judged better than the figures, which say {}; look at the reason again",
                verdict(*computed)
            )
        }
        Trouble::ManyMeasures { read } => format!(
            "more than {read} measures: the others are neither read from the text nor checked; make several items of it"
        ),
        Trouble::OverrideIdle => "a person set what the figures say anyway".to_owned(),
        Trouble::ReasonWithoutStatus => "a reason for a verdict that nobody set".to_owned(),
        Trouble::Unread(key) => {
            let place = key.place;
            format!("{}:{}: {}", place.line, place.column, unread(key))
        }
        Trouble::MoreUnread { count } => format!("{count} more are not read"),
        Trouble::IgnoredInVain { entry } => {
            format!(
                "{} of [check] ignore fits no finding and can go",
                named(entry)
            )
        }
        Trouble::IgnoredWithoutReason { entry } => {
            format!(
                "{} of [check] ignore gives no reason and is not followed; write one behind the code and a blank",
                named(entry)
            )
        }
    }
}

fn name_of(part: Part) -> &'static str {
    match part {
        Part::Underway => "under-way",
        Part::Reported => "reported",
        _ => "result",
    }
}

fn verdict(verdict: Status) -> &'static str {
    status(verdict)
}

/// A name of the ledger in quotes.
fn named(name: &str) -> String {
    format!("“{}”", quoted(name))
}

fn pace(points: f64) -> String {
    let word = if points < 0.0 { "behind" } else { "ahead of" };
    format!("{} points {word} the time line", rounded(points.abs()))
}
