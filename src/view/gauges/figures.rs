//! What is said of a measure beside its bar. Strings only; where they stand and in which style is the pane's.

use crate::ledger::{Compare, Gap, Indicator, Kind, Measured, Rules};
use crate::words::{Words, say};

/// The figures and the verdict: `174/500户 34.8% 缓`.
pub fn numbers(words: &Words, indicator: &Indicator, measured: &Measured, rules: Rules) -> String {
    let figures = match (indicator.kind, indicator.actual, indicator.target) {
        (Kind::Stage, ..) => {
            let reached = indicator
                .stages_reached()
                .map_or_else(|| "?".to_owned(), |reached| reached.to_string());
            format!("{reached}/{}", indicator.stages.len())
        }
        (Kind::Rate, Some(actual), Some(target)) => {
            format!(
                "{}/{}",
                say::rate(actual, ""),
                say::rate(target, &indicator.unit)
            )
        }
        (_, Some(actual), Some(target)) => {
            format!(
                "{}/{}{}",
                say::figure(actual),
                say::figure(target),
                indicator.unit
            )
        }
        (_, Some(actual), None) => say::with_unit(indicator, actual),
        // The department's own ratio is all there is.
        (_, None, _) | (_, _, None) if indicator.reported.is_some() => indicator
            .reported
            .map(|percent| (words.reported)(&say::figure(percent)))
            .unwrap_or_default(),
        (_, None, Some(target)) => format!("-/{}", say::with_unit(indicator, target)),
        (_, None, None) => String::new(),
    };
    let share = say::share(measured, rules).map(|share| format!(" {share}%"));
    let verdict = measured
        .status()
        .map(|status| format!(" {}", status.character()));
    let context = if measured.judged.is_none() {
        format!(" {}", words.context_only)
    } else {
        String::new()
    };
    format!(
        "{figures}{}{}{context}",
        share.unwrap_or_default(),
        verdict.unwrap_or_default()
    )
}

/// What stands beside the name: how the target is meant, what is under way, what the department printed.
pub fn details(words: &Words, indicator: &Indicator, measured: &Measured) -> String {
    let parts = [
        // Where something is begun, that says it.
        measured
            .gap
            .filter(|gap| *gap != Gap::Underway || indicator.underway.is_none())
            .map(|gap| (words.gap)(gap).to_owned()),
        say::target(words, indicator).filter(|_| indicator.compare != Compare::AtLeast),
        indicator
            .underway
            .map(|underway| (words.underway)(&say::with_unit(indicator, underway))),
        // Where there is nothing else, it stands among the numbers.
        indicator
            .reported
            .filter(|_| indicator.actual.is_some())
            .map(|percent| (words.reported)(&say::figure(percent))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
