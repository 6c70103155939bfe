//! What single bytes and control sequences stand for: keys, and the short ones of the answers.

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::terminal::hearing::{Heard, of_char, typed};

/// The key of a byte below 0x80.
pub fn on_key(byte: u8) -> KeyEvent {
    let control = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x1B => KeyCode::Esc.into(),
        0x7F => KeyCode::Backspace.into(),
        0 => control(b' '),
        0x01..=0x1A => control(byte - 1 + b'a'),
        0x1C..=0x1F => control(byte - 0x1C + b'4'),
        _ => of_char(char::from(byte)),
    }
}

/// The function keys of the Linux console: `ESC [ [ A`.
pub fn on_console(last: u8) -> Option<KeyEvent> {
    let number = last.checked_sub(b'A').filter(|&number| number < 5)?;
    Some(KeyCode::F(number + 1).into())
}

/// `ESC O A`; some terminals write the modifiers before the letter.
pub fn after_shift3(modifiers: &str, last: u8) -> Option<KeyEvent> {
    let code = if last == b'R' {
        KeyCode::F(3)
    } else {
        of_letter(last)?
    };
    Some(KeyEvent::new(code, modifiers_of(Some(modifiers))))
}

/// `ESC [ parameters last`.
pub fn heard(parameters: &str, last: u8) -> Option<Heard> {
    if let Some(attributes) = parameters.strip_prefix('?') {
        let is_answer = attributes.bytes().all(|b| b.is_ascii_digit() || b == b';');
        return (last == b'c' && is_answer).then_some(Heard::Attributes);
    }
    if let Some(mouse) = parameters.strip_prefix('<') {
        return pointed(mouse, last).map(|it| Heard::Typed(Event::Mouse(it)));
    }
    let is_plain = |b: u8| b.is_ascii_digit() || matches!(b, b';' | b':');
    if !parameters.bytes().all(is_plain) {
        return None;
    }
    let mut parts = parameters.split(';');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    let modifiers = modifiers_of(second);
    let code = match last {
        b'R' => return cursor_or_key(first, second),
        b'Z' => return Some(typed(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        b'~' => of_number(first)?,
        b'u' => return of_code(first, modifiers).map(typed),
        _ => of_letter(last)?,
    };
    Some(typed(KeyEvent::new(code, modifiers)))
}

/// A place of the cursor and F3 with a modifier are written alike. In the first row it is the key: the terminal is
/// asked where its cursor stands in another.
fn cursor_or_key(first: &str, second: Option<&str>) -> Option<Heard> {
    let key = |modifiers| Some(typed(KeyEvent::new(KeyCode::F(3), modifiers)));
    match (first, second) {
        ("" | "1", None) => key(KeyModifiers::NONE),
        ("1", Some("2" | "3" | "4" | "5" | "6" | "7" | "8")) => key(modifiers_of(second)),
        (row, Some(col)) => Some(Heard::Cursor {
            row: row.parse().ok()?,
            col: col.parse().ok()?,
        }),
        _ => None,
    }
}

/// What the mouse does: `ESC [ < what ; column ; row M`, with `m` where a button is let go.
fn pointed(parameters: &str, last: u8) -> Option<MouseEvent> {
    let numbers: Option<Vec<u16>> = parameters.split(';').map(|it| it.parse().ok()).collect();
    let [what, column, row] = *numbers?.as_slice() else {
        return None;
    };
    let button = match what & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (what & !0b1_1100, last) {
        (0..=2, b'M') => MouseEventKind::Down(button),
        (0..=2, b'm') => MouseEventKind::Up(button),
        (32..=34, b'M') => MouseEventKind::Drag(button),
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        (66, b'M') => MouseEventKind::ScrollLeft,
        (67, b'M') => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let modifiers = [
        (4, KeyModifiers::SHIFT),
        (8, KeyModifiers::ALT),
        (16, KeyModifiers::CONTROL),
    ];
    let held = modifiers.into_iter().filter(|(bit, _)| what & bit != 0);
    Some(MouseEvent {
        kind,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
        modifiers: held.fold(KeyModifiers::NONE, |all, (_, it)| all | it),
    })
}

fn of_letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

fn of_number(number: &str) -> Option<KeyCode> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // Gaps between the numbers part the groups of keys on old keyboards.
        number @ 11..=15 => KeyCode::F(number - 10),
        number @ 17..=21 => KeyCode::F(number - 11),
        number @ (23 | 24) => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// A key by the number of its character: `ESC [ 97 ; 5 u`.
fn of_code(code: &str, modifiers: KeyModifiers) -> Option<KeyEvent> {
    let c = code.parse().ok().and_then(char::from_u32)?;
    let code = match c {
        '\r' => KeyCode::Enter,
        '\t' if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        '\t' => KeyCode::Tab,
        '\u{1B}' => KeyCode::Esc,
        '\u{7F}' => KeyCode::Backspace,
        c if c.is_control() => return None,
        c => KeyCode::Char(c),
    };
    Some(KeyEvent::new(code, modifiers))
}

/// One more than a sum: 1 for Shift, 2 for Alt, 4 for Ctrl.
fn modifiers_of(parameter: Option<&str>) -> KeyModifiers {
    let number = parameter.and_then(|it| it.split(':').next()?.parse::<u8>().ok());
    let bits = number.unwrap_or(1).saturating_sub(1);
    [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
    ]
    .into_iter()
    .enumerate()
    .filter(|(bit, _)| bits & (1 << bit) != 0)
    .fold(KeyModifiers::NONE, |all, (_, it)| all | it)
}
