//! Other keys for actions: `[keys.browse] edit = ["F2", "e"]`.
//!
//! A key that is given to an action is taken from the one that had it. Nothing may be left without a key, and no letter
//! may become a command where letters are text.

use std::ops::Range;

use strum::VariantNames;
use toml::de::{DeTable, DeValue};

use crate::app::Action;
use crate::keys::{Binding, Chord, Context, Keys};
use crate::settings::reader::{Faults, Value};
use crate::settings::{Fault, Wanted};

/// Takes what stands under `keys`: actions with the keys they have instead of those of the table; never none.
pub fn take(value: &Value<'_>, faults: &mut Faults) -> Vec<Binding> {
    let mut all = Vec::new();
    let Some(contexts) = faults.table("keys", value) else {
        return all;
    };
    for (name, value) in contexts {
        let Ok(context) = name.get_ref().parse::<Context>() else {
            faults.unknown_key(name, Context::VARIANTS.iter().copied());
            continue;
        };
        if let Some(actions) = faults.table(context.into(), value) {
            take_context(context, actions, &mut all, faults);
        }
    }
    all
}

fn take_context(
    context: Context,
    actions: &DeTable<'_>,
    all: &mut Vec<Binding>,
    faults: &mut Faults,
) {
    let known = || {
        Keys::DEFAULT
            .bindings(context)
            .map(|binding| <&str>::from(binding.action))
    };
    let mut taken = Taken::default();
    for (name, value) in actions {
        let meant = name.get_ref().parse::<Action>().ok();
        let Some(action) = meant.filter(|action| known().any(|it| it == <&str>::from(action)))
        else {
            faults.unknown_key(name, known());
            continue;
        };
        let chords = take_chords(context, action, value, faults);
        for chord in &chords {
            taken.take(*chord, action, value.span(), faults);
        }
        all.push(Binding {
            context,
            action,
            chords: chords.into(),
        });
    }
    taken.check_left(context, faults);
}

/// The keys that the file gives away in one context.
#[derive(Default)]
struct Taken {
    chords: Vec<(Chord, Action, Range<usize>)>,
}

impl Taken {
    fn take(&mut self, chord: Chord, action: Action, place: Range<usize>, faults: &mut Faults) {
        if let Some((_, other, _)) = self.chords.iter().find(|(taken, ..)| *taken == chord) {
            let fault = Fault::Twice {
                chord: chord.to_string(),
                action: other.into(),
            };
            faults.add(&place, fault);
        }
        self.chords.push((chord, action, place));
    }

    /// Nothing that the file does not speak of may be left without a key.
    fn check_left(&self, context: Context, faults: &mut Faults) {
        let is_named = |action| self.chords.iter().any(|(_, named, _)| *named == action);
        for binding in Keys::DEFAULT
            .bindings(context)
            .filter(|binding| !is_named(binding.action))
        {
            let taker = |chord| self.chords.iter().find(|(taken, ..)| taken == chord);
            let takers: Option<Vec<_>> = binding.chords.iter().map(taker).collect();
            if let Some((chord, _, place)) = takers.and_then(|takers| takers.last().copied()) {
                let fault = Fault::LastKey {
                    chord: chord.to_string(),
                    action: binding.action.into(),
                };
                faults.add(place, fault);
            }
        }
    }
}

fn take_chords(
    context: Context,
    action: Action,
    value: &Value<'_>,
    faults: &mut Faults,
) -> Vec<Chord> {
    let one;
    let values: &[Value<'_>] = match value.get_ref() {
        DeValue::String(_) => {
            one = [value.clone()];
            &one
        }
        DeValue::Array(values) => values,
        _ => {
            faults.wrong_type(action.into(), value, Wanted::Keys);
            return Vec::new();
        }
    };
    if values.is_empty() {
        faults.add(&value.span(), Fault::NoKeys(action.into()));
    }
    let chords = values
        .iter()
        .filter_map(|value| take_chord(context, action, value, faults));
    chords.collect()
}

fn take_chord(
    context: Context,
    action: Action,
    value: &Value<'_>,
    faults: &mut Faults,
) -> Option<Chord> {
    let DeValue::String(name) = value.get_ref() else {
        faults.wrong_type(action.into(), value, Wanted::Keys);
        return None;
    };
    let Ok(chord) = name.parse::<Chord>() else {
        faults.add(&value.span(), Fault::NoKey(name.to_string()));
        return None;
    };
    if !chord.is_sent() {
        faults.add(&value.span(), Fault::NeverSent(chord.to_string()));
        return None;
    }
    if chord.is_character() && context.is_typing() {
        let (chord, context) = (chord.to_string(), context.into());
        faults.add(&value.span(), Fault::IsText { chord, context });
        return None;
    }
    Some(chord)
}
