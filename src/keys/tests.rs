use std::collections::HashSet;

use super::*;
use crate::app::Action;

fn pressed(context: Context, code: KeyCode, modifiers: KeyModifiers) -> Option<Msg> {
    message(context, Event::Key(KeyEvent::new(code, modifiers)))
}

#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::ALL {
        let mut seen = HashSet::new();
        for chord in bindings(context).flat_map(|binding| binding.chords) {
            assert!(
                seen.insert(chord.to_string()),
                "{chord} twice in {context:?}"
            );
        }
    }
}

#[test]
fn every_action_can_be_reached_through_an_input_method() {
    for binding in Context::ALL.into_iter().flat_map(bindings) {
        let reachable = binding
            .chords
            .iter()
            .any(|chord| chord.passes_input_method());
        assert!(
            reachable,
            "{:?} in {:?} needs a key that is no letter",
            binding.action, binding.context
        );
    }
}

#[test]
fn no_letter_is_a_command_while_typing() {
    for context in Context::ALL
        .into_iter()
        .filter(|context| context.is_typing())
    {
        for binding in bindings(context) {
            assert!(
                binding
                    .chords
                    .iter()
                    .all(|chord| chord.passes_input_method()),
                "{:?}",
                binding.action
            );
        }
        assert!(matches!(
            pressed(context, KeyCode::Char('q'), KeyModifiers::NONE),
            Some(Msg::Typed('q'))
        ));
    }
}

#[test]
fn what_a_chinese_input_method_sends_for_signs_is_understood() {
    for (sent, action) in [
        ('／', Action::Search),
        ('、', Action::Search),
        ('？', Action::Help),
        ('】', Action::NextLate),
        ('ｑ', Action::Quit),
    ] {
        let msg = pressed(Context::Browse, KeyCode::Char(sent), KeyModifiers::NONE);
        assert!(matches!(msg, Some(Msg::Do(did)) if did == action), "{sent}");
    }
    assert!(matches!(
        pressed(Context::Browse, KeyCode::Char('３'), KeyModifiers::NONE),
        Some(Msg::Typed('3'))
    ));
    assert!(matches!(
        pressed(Context::Edit, KeyCode::Char('３'), KeyModifiers::NONE),
        Some(Msg::Typed('３'))
    ));
}

#[test]
fn capitals_are_told_apart_with_and_without_a_reported_shift() {
    for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
        let msg = pressed(Context::Browse, KeyCode::Char('G'), modifiers);
        assert!(matches!(msg, Some(Msg::Do(Action::Last))));
    }
}

#[test]
fn text_that_follows_an_esc_in_one_read_is_text() {
    assert!(matches!(
        pressed(Context::Edit, KeyCode::Char('中'), KeyModifiers::ALT),
        Some(Msg::Typed('中'))
    ));
    assert!(pressed(Context::Edit, KeyCode::Char('d'), KeyModifiers::ALT).is_none());
    assert!(pressed(Context::Edit, KeyCode::Char('d'), KeyModifiers::CONTROL).is_none());
}
