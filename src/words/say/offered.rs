//! Figures read from a note, as they are offered.

use crate::ledger::{Indicator, IndicatorKey, Item, Offer, Part, Slot};
use crate::words::Words;
use crate::words::say::{figure, target, with_unit};

/// What is offered: `开工项目 完成 12 → 13个？`
pub fn offer(words: &Words, item: &Item, offer: &Offer) -> String {
    match offer {
        Offer::Figure(proposal) => {
            let Some(indicator) = item.indicators.get(proposal.indicator) else {
                return String::new();
            };
            let key = IndicatorKey {
                name: String::new(),
                nth: 0,
            };
            let part = (words.slot)(&Slot::Of(key, proposal.part));
            let said = |value| match proposal.part {
                Part::Reported => format!("{}%", figure(value)),
                _ => with_unit(indicator, value),
            };
            let before = proposal.before.map_or(words.not_filled.to_owned(), said);
            (words.proposal)(&indicator.name, part, &before, &said(proposal.after))
        }
        Offer::Measure(indicator) => {
            let name = &indicator.name;
            (words.proposed_measure)(name, &figures(words, indicator))
        }
    }
}

/// The figures of an indicator with its target: `649.53万平方米 目标1000万平方米`.
pub fn figures(words: &Words, indicator: &Indicator) -> String {
    let actual = indicator.actual.map(|actual| with_unit(indicator, actual));
    let underway = indicator
        .underway
        .map(|it| (words.underway)(&with_unit(indicator, it)));
    let reported = indicator.reported.map(|it| (words.reported)(&figure(it)));
    let parts = [actual, underway, reported, target(words, indicator)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" ")
}
