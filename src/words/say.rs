//! Whole sentences put together from words and numbers.

mod chips;
mod items;
mod kept;
mod offered;
pub mod orders;
mod pace;
mod reasons;

use crate::app::Notice;
use crate::ledger::summary::{Count, Summary};
use crate::ledger::{Compare, Fault, Indicator, Kind, Problem, Slot};
use crate::text::{Ruler, shown};
use crate::words::{Words, copying, presentation, remembering};

pub use chips::{Chip, chip_pieces, chips};
pub use items::named;
pub use kept::not_kept;
pub use offered::{figures, offer};
pub use pace::pace;
pub use reasons::{measure, reason, share, step, verdict, with_person};

/// Rounding noise of floating point, in tenths.
const NOISE: f64 = 1e-6;

/// The most columns of a file's own text in an error message.
const QUOTED_COLS: usize = 40;

/// A percentage with one decimal, cut towards the failing side: 99.96 is printed 99.9, for it is not 100 yet.
pub fn percent(value: f64) -> String {
    format!("{:.1}", tenths(value))
}

fn tenths(value: f64) -> f64 {
    (value * 10.0 + NOISE).floor() / 10.0
}

/// The time line with one decimal, rounded: 91.67 is 91.7.
pub fn line(value: f64) -> String {
    format!("{value:.1}")
}

/// A figure as it was written: no more digits than it has.
pub fn figure(value: f64) -> String {
    // Sums of decimals carry noise in their last digits: 0.1 + 0.2 is 0.3 to a reader.
    let rounded = (value * 1e9).round() / 1e9;
    let shown = if rounded.is_finite() && rounded.abs() < 1e15 {
        rounded
    } else {
        value
    };
    if shown == 0.0 {
        "0".to_owned()
    } else {
        shown.to_string()
    }
}

/// A figure that was computed, with two decimals at most.
pub fn rounded(value: f64) -> String {
    figure((value * 100.0).round() / 100.0)
}

/// A rate with its sign: `+5.3%`.
pub fn rate(value: f64, unit: &str) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    format!("{sign}{}{unit}", figure(value))
}

/// A figure with its unit; rates with their sign.
pub fn with_unit(indicator: &Indicator, value: f64) -> String {
    match indicator.kind {
        Kind::Rate => rate(value, &indicator.unit),
        _ => format!("{}{}", figure(value), indicator.unit),
    }
}

/// The promised value of an indicator: `目标500户`, `不超过3%`.
pub fn target(words: &Words, indicator: &Indicator) -> Option<String> {
    let target = with_unit(indicator, indicator.target?);
    Some(match indicator.compare {
        Compare::AtLeast => (words.target)(&target),
        Compare::AtMost => (words.at_most)(&target),
        Compare::About => (words.about)(&target),
    })
}

/// The paragraph for a bulletin: how many items have which verdict, with shares that add up to 100.
pub fn summary(words: &Words, summary: &Summary) -> String {
    let say = |counts: &[Count]| -> Vec<String> {
        let counts = counts.iter().map(|count| {
            let share = format!("{:.1}%", count.percent());
            (words.count_in_paragraph)(count.status, count.items, &share)
        });
        counts.collect()
    };
    let mut paragraph = (words.paragraph)(summary.items, &say(&summary.counts));
    if summary.set_by_person > 0 {
        let computed = say(&summary.computed);
        paragraph += &(words.counts_by_person)(summary.set_by_person, &computed);
    }
    paragraph
}

/// A message for the bar.
pub fn notice(words: &Words, notice: &Notice) -> String {
    match notice {
        Notice::Saved(id) => (words.notices.saved)(&id.to_string()),
        Notice::StillListed(id) => (words.menus.still_listed)(&id.to_string()),
        Notice::Starred { id, is_starred } => (words.menus.starred)(&id.to_string(), *is_starred),
        Notice::FiltersDropped => words.menus.filters_dropped.to_owned(),
        Notice::SavedUnconfirmed(id) => (words.notices.saved_unconfirmed)(&id.to_string()),
        Notice::Undone(id) => (words.notices.undone)(&id.to_string()),
        Notice::Redone(id) => (words.notices.redone)(&id.to_string()),
        Notice::Copied(report) => copying::report(words, report),
        Notice::NothingToCopy => words.copying.nothing_to_copy.to_owned(),
        Notice::NothingSelected => words.copying.nothing_selected.to_owned(),
        Notice::SearchKept(_)
        | Notice::SearchKeptInPart { .. }
        | Notice::NotSaidInWords(_)
        | Notice::SearchForgotten(_)
        | Notice::NoSearchToKeep
        | Notice::SavedSearchesFailed(_) => remembering::notice(words, notice).unwrap_or_default(),
        Notice::NothingToUndo => words.notices.nothing_to_undo.to_owned(),
        Notice::NothingToPropose => words.nothing_to_propose.to_owned(),
        Notice::NothingToRedo => words.notices.nothing_to_redo.to_owned(),
        Notice::NothingChanged => words.notices.nothing_changed.to_owned(),
        Notice::Unread {
            first,
            count,
            promises,
        } => (words.unread_notice)(first, *count, *promises),
        Notice::ReadOnly(why) => (words.read_only)(*why).to_owned(),
        Notice::ChangedElsewhere => words.notices.changed_elsewhere.to_owned(),
        Notice::FileBroken(first) => {
            let first = first
                .as_ref()
                .map(|first| format!("（{}）", problem(words, first)));
            (words.notices.file_broken)(&first.unwrap_or_default())
        }
        Notice::TheirChanges(changes) => items::changes(words, changes),
        Notice::Renumbered { from, to } => items::renumbered(words, from, to),
        Notice::WaitsForItem { wanted, now } => items::waits(words, wanted, now),
        Notice::NotSavedOtherItem { wanted, now } => items::other(words, wanted, now),
        Notice::NotSavedItemGone(wanted) => items::gone(words, wanted),
        Notice::ItemAmbiguous { wanted, ids } => items::ambiguous(words, wanted, ids),
        Notice::Skipped { item, is_redo } => items::skipped(words, item, *is_redo),
        Notice::OnlySkipped { ids, is_redo } => items::only_skipped(words, ids, *is_redo),
        Notice::TheirsWaits(id) => (words.notices.theirs_waits)(&id.to_string()),
        Notice::NotAFigure(figure) => (words.notices.not_a_figure)(&slot(words, figure)),
        Notice::ReasonMissing => words.notices.reason_missing.to_owned(),
        Notice::TooLongToEdit { limit_bytes } => (words.notices.too_long_to_edit)(*limit_bytes),
        Notice::FileMissing => words.notices.file_missing.to_owned(),
        Notice::StaleEdit => words.notices.stale_edit.to_owned(),
        Notice::WouldNotReadBack => words.notices.would_not_read_back.to_owned(),
        Notice::SystemRefused(cause) => (words.notices.system_refused)(&(words.io_cause)(*cause)),
        Notice::CopiesNotKept(why) => (words.notices.copies_not_kept)(&not_kept(words, why)),
        Notice::SetAside(name) => (words.notices.set_aside)(&shown(name)),
        Notice::NoSuchItem(digits) => (words.notices.no_such_item)(digits),
        Notice::NotOnAgenda(digits) => (words.presentation.not_on_agenda)(digits),
        Notice::NothingToPresent => words.presentation.nothing_to_present.to_owned(),
        Notice::Presented { items, millis } => {
            (words.presentation.is_over)(*items, &presentation::time(words, *millis))
        }
        Notice::ThemeChosen(theme) => {
            (words.themes.chosen)((words.themes.theme)(*theme), theme.name())
        }
        Notice::NoneLate => words.notices.none_late.to_owned(),
        Notice::Reloaded => words.notices.reloaded.to_owned(),
        Notice::NotReloaded(why) => items::not_reloaded(words, why),
        Notice::ItemGone(id) => (words.notices.item_gone)(&id.to_string()),
        Notice::StillBoth => words.notices.still_both.to_owned(),
        Notice::ChangedAgain => words.notices.changed_again.to_owned(),
        Notice::TheirsTaken => words.notices.theirs_taken.to_owned(),
        Notice::SavedWithoutEvidence(id, evidence) => {
            (words.notices.saved_without_evidence)(&id.to_string(), &slot(words, evidence))
        }
        Notice::BothTexts => words.notices.both_texts.to_owned(),
        Notice::TooLong { limit_bytes } => (words.notices.too_long)(*limit_bytes),
        Notice::StateFolderClosed(_)
        | Notice::DraftNotKept(_)
        | Notice::VersionNotKept(_)
        | Notice::DraftLeft(_)
        | Notice::EditorSaved(_)
        | Notice::EditorConverted(_)
        | Notice::EditorAtOnce { .. }
        | Notice::EditorTextKept { .. }
        | Notice::EditorFailed(_) => kept::notice(words, notice).unwrap_or_default(),
        Notice::Order(fault) => orders::fault(words, *fault),
        Notice::Saving => words.notices.saving.to_owned(),
    }
}

/// The name of a field: `开工在建·完成`.
pub fn slot(words: &Words, slot: &Slot) -> String {
    let name = (words.slot)(slot);
    match slot.indicator() {
        Some(key) => format!("{}·{name}", quoted(&key.name)),
        None => name.to_owned(),
    }
}

/// One problem of a file: `12:7: 第3项：target 应为数字…`.
pub fn problem(words: &Words, problem: &Problem) -> String {
    let item = problem
        .item
        .as_ref()
        .map(|id| (words.problems.of_item)(&quoted(id)))
        .unwrap_or_default();
    format!(
        "{}:{}: {item}{}",
        problem.place.line,
        problem.place.column,
        fault(words, &problem.fault)
    )
}

fn fault(words: &Words, fault: &Fault) -> String {
    match fault {
        Fault::Syntax(slip) => (words.slip)(slip),
        Fault::EmptyFile => words.problems.empty_file.to_owned(),
        Fault::NotUtf8 => words.problems.not_utf8.to_owned(),
        Fault::Missing { key } => (words.problems.missing)(key),
        Fault::WrongType {
            key,
            expected,
            found,
        } => (words.problems.wrong_type)(
            key,
            (words.problems.expected)(*expected),
            (words.problems.found)(*found),
        ),
        Fault::NotFinite { key } => (words.problems.not_finite)(key),
        Fault::Empty { key } => (words.problems.empty)(key),
        Fault::DuplicateId { first_line } => (words.problems.duplicate_id)(*first_line),
        Fault::Unknown { key, word, near } => {
            let allowed = Fault::allowed(key).join(" ");
            (words.problems.unknown_word)(key, &quoted(word), &allowed, *near)
        }
        Fault::OverrideWithoutReason => words.problems.override_without_reason.to_owned(),
        Fault::UnknownStage { word } => (words.problems.unknown_stage)(&quoted(word)),
        Fault::BadSchema => words.problems.bad_schema.to_owned(),
        Fault::YearOutOfRange => words.problems.year_out_of_range.to_owned(),
        Fault::ToleranceOutOfRange { key } => (words.problems.tolerance_out_of_range)(key),
    }
}

/// A piece of a file's own text, cut short and made safe for a terminal.
pub fn quoted(text: &str) -> String {
    Ruler::NARROW.fit(text, QUOTED_COLS)
}

#[cfg(test)]
mod tests;
