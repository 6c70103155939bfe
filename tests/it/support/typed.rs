//! Keys as tests write them.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The events of keys as [`crate::support::Walk::keys`] writes them.
pub fn events(keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .filter(|(name, _)| key(name).is_some());
        let event = if let Some((name, after)) = named {
            rest = after;
            key(name).unwrap()
        } else {
            rest = &rest[first.len_utf8()..];
            KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE)
        };
        events.push(Event::Key(event));
    }
    events
}

fn key(name: &str) -> Option<KeyEvent> {
    let (modifiers, name) = match name.split_once('-') {
        Some(("C", name)) => (KeyModifiers::CONTROL, name),
        Some(("S", name)) => (KeyModifiers::SHIFT, name),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" if modifiers == KeyModifiers::SHIFT => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        _ if modifiers == KeyModifiers::CONTROL && name.chars().count() == 1 => {
            KeyCode::Char(name.chars().next()?)
        }
        _ => KeyCode::F(name.strip_prefix('F')?.parse().ok()?),
    };
    Some(KeyEvent::new(code, modifiers))
}
