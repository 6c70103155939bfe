use std::collections::HashSet;

use super::*;
use crate::app::Action;

fn pressed(context: Context, code: KeyCode, modifiers: KeyModifiers) -> Option<Msg> {
    Keys::DEFAULT.message(context, Event::Key(KeyEvent::new(code, modifiers)))
}

/// Keys that stand twice in one context.
fn doubles(rows: &[Binding]) -> Vec<String> {
    let mut seen = HashSet::new();
    let keys = rows.iter().flat_map(|row| {
        let context = row.context;
        row.chords.iter().map(move |chord| (context, chord))
    });
    let double = keys.filter(|(context, chord)| !seen.insert((*context, chord.to_string())));
    double
        .map(|(context, chord)| format!("{chord} twice in {context:?}"))
        .collect()
}

/// Actions that nobody gets to while an input method is switched on, neither by a key nor by a palette.
fn out_of_reach(rows: &[Binding]) -> Vec<String> {
    let passes = |row: &&Binding| row.chords.iter().any(|chord| chord.passes_input_method());
    let has_palette = |context: Context| {
        let mut rows = rows.iter().filter(|row| row.context == context);
        rows.any(|row| row.action == Action::Palette && passes(&row))
    };
    let lost = rows
        .iter()
        .filter(|row| !passes(row) && !has_palette(row.context));
    lost.map(|row| format!("{:?} in {:?}", row.action, row.context))
        .collect()
}

/// Commands that are characters, where characters are text.
fn eaten_characters(rows: &[Binding]) -> Vec<String> {
    let typing = rows.iter().filter(|row| row.context.is_typing());
    let eaten = typing.filter(|row| row.chords.iter().any(|chord| chord.is_character()));
    eaten
        .map(|row| format!("{:?} in {:?}", row.action, row.context))
        .collect()
}

fn whole_table() -> Vec<Binding> {
    Context::every()
        .flat_map(|context| Keys::DEFAULT.bindings(context))
        .cloned()
        .collect()
}

/// The whole table, and one row more.
fn planted(context: Context, action: Action, chord: Chord) -> Vec<Binding> {
    let mut rows = whole_table();
    rows.push(Binding {
        context,
        action,
        chords: vec![chord].into(),
    });
    rows
}

const NONE: Vec<String> = Vec::new();

#[test]
fn every_row_of_the_table_is_of_a_context_that_is_asked_for() {
    assert_eq!(whole_table().len(), table::all().count());
    for context in Context::every() {
        assert!(Keys::DEFAULT.bindings(context).count() > 1, "{context:?}");
        let way_out = match context {
            Context::Begin => Action::Quit,
            _ => Action::Back,
        };
        let back = Keys::DEFAULT.binding(context, way_out);
        let back = back.unwrap_or_else(|| panic!("no way out of {context:?}"));
        assert_eq!(back.chords[0].to_string(), "Esc", "{context:?}");
    }
}

#[test]
fn no_key_means_two_things_in_one_context() {
    assert_eq!(doubles(&whole_table()), NONE);
    let rows = planted(Context::Present, Action::Star, Chord::function(9));
    assert_eq!(doubles(&rows), ["F9 twice in Present"]);
    let rows = planted(Context::Help, Action::Star, Chord::function(9));
    assert_eq!(doubles(&rows), NONE, "another context");
}

#[test]
fn every_action_can_be_reached_through_an_input_method() {
    assert_eq!(out_of_reach(&whole_table()), NONE);
    let rows = planted(Context::Propose, Action::Star, Chord::char('*'));
    assert_eq!(out_of_reach(&rows), ["Star in Propose"], "no palette there");
    let rows = planted(Context::Browse, Action::Take, Chord::char('&'));
    assert_eq!(out_of_reach(&rows), NONE, "the palette has it");
    let no_f9 = |row: &Binding| row.action != Action::Palette;
    let rows: Vec<Binding> = rows.into_iter().filter(no_f9).collect();
    let lost = out_of_reach(&rows);
    assert!(lost.contains(&"Take in Browse".to_owned()), "{lost:?}");
}

#[test]
fn no_letter_is_a_command_while_typing() {
    assert_eq!(eaten_characters(&whole_table()), NONE);
    for c in ['q', '3', ' ', ':'] {
        let rows = match c {
            'q' => planted(Context::HelpSearch, Action::Quit, Chord::char('q')),
            '3' => planted(Context::Edit, Action::GoTo, Chord::char('3')),
            ' ' => planted(Context::Palette, Action::Choose, Chord::char(' ')),
            _ => planted(Context::Search, Action::Palette, Chord::char(':')),
        };
        assert_eq!(eaten_characters(&rows).len(), 1, "{c:?}");
        for context in Context::every().filter(|it| it.is_typing()) {
            let msg = pressed(context, KeyCode::Char(c), KeyModifiers::NONE);
            assert!(
                matches!(msg, Some(Msg::Typed(typed)) if typed == c),
                "{c:?} {context:?}"
            );
        }
    }
}

#[test]
fn the_palette_opens_by_a_key_that_passes_and_by_a_colon_of_either_width() {
    for context in [
        Context::Browse,
        Context::Overview,
        Context::Findings,
        Context::Present,
    ] {
        for code in [KeyCode::F(9), KeyCode::Char(':'), KeyCode::Char('：')] {
            let msg = pressed(context, code, KeyModifiers::NONE);
            assert!(
                matches!(msg, Some(Msg::Do(Action::Palette))),
                "{code:?} {context:?}"
            );
        }
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

fn given(context: Context, action: Action, chords: &[Chord]) -> Binding {
    Binding {
        context,
        action,
        chords: chords.to_vec().into(),
    }
}

/// The keys of an action, as they are shown.
fn told(keys: &Keys, context: Context, action: Action) -> Vec<String> {
    let binding = keys.binding(context, action).unwrap();
    binding.chords.iter().map(ToString::to_string).collect()
}

fn done(keys: &Keys, context: Context, code: KeyCode) -> Option<Action> {
    let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
    match keys.message(context, event) {
        Some(Msg::Do(action)) => Some(action),
        _ => None,
    }
}

#[test]
fn an_action_with_keys_of_its_own_has_just_those() {
    let chords = [Chord::function(5), Chord::char('x')];
    let keys = Keys::with(&[given(Context::Browse, Action::Edit, &chords)]);
    assert_eq!(told(&keys, Context::Browse, Action::Edit), ["F5", "x"]);
    let does = |code| done(&keys, Context::Browse, code);
    assert_eq!(does(KeyCode::F(5)), Some(Action::Edit));
    assert_eq!(does(KeyCode::Char('x')), Some(Action::Edit));
    assert_eq!(does(KeyCode::Char('ｘ')), Some(Action::Edit));
    assert_eq!(
        (does(KeyCode::F(2)), does(KeyCode::Char('e'))),
        (None, None)
    );
    // F5 was that of the presentation, which keeps its other key.
    assert_eq!(told(&keys, Context::Browse, Action::Present), ["p"]);
    assert_eq!(does(KeyCode::Char('p')), Some(Action::Present));
}

#[test]
fn what_is_not_spoken_of_stays_as_it_is() {
    let chords = [Chord::function(5), Chord::function(1)];
    let keys = Keys::with(&[given(Context::Browse, Action::Edit, &chords)]);
    for context in Context::every() {
        let pairs = keys.bindings(context).zip(Keys::DEFAULT.bindings(context));
        for (own, default) in pairs {
            assert!(own.is_for_the_same(default), "{own:?} for {default:?}");
            let is_touched = context == Context::Browse
                && matches!(own.action, Action::Edit | Action::Present | Action::Help);
            assert_eq!(own == default, !is_touched, "{own:?}");
        }
    }
    assert_eq!(
        done(&keys, Context::Present, KeyCode::F(2)),
        Some(Action::Edit)
    );
    assert_eq!(
        done(&keys, Context::Edit, KeyCode::F(1)),
        Some(Action::Help)
    );
    // Also where nothing is given, and where all is given as it was.
    let all = whole_table();
    for keys in [Keys::with(&[]), Keys::with(&all)] {
        let rows = Context::every().flat_map(|context| keys.bindings(context));
        assert!(rows.eq(all.iter()));
    }
}

#[test]
fn two_actions_can_change_their_keys() {
    let keys = Keys::with(&[
        given(Context::Browse, Action::Edit, &[Chord::function(5)]),
        given(Context::Browse, Action::Present, &[Chord::function(2)]),
    ]);
    assert_eq!(
        done(&keys, Context::Browse, KeyCode::F(5)),
        Some(Action::Edit)
    );
    assert_eq!(
        done(&keys, Context::Browse, KeyCode::F(2)),
        Some(Action::Present)
    );
}

#[test]
fn a_motion_with_another_key_selects_with_shift_and_that_key() {
    let keys = Keys::with(&[given(Context::Edit, Action::Left, &[Chord::function(9)])]);
    let with_shift = |code| {
        let event = Event::Key(KeyEvent::new(code, KeyModifiers::SHIFT));
        keys.message(Context::Edit, event)
    };
    let selected = with_shift(KeyCode::F(9));
    assert!(matches!(selected, Some(Msg::Select(Action::Left))));
    assert!(with_shift(KeyCode::Left).is_none());
}
