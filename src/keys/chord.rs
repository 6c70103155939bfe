//! A key with its modifiers, as the table writes it and as the help shows it.

use std::fmt;
use std::str::FromStr;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::text::fold::half_width;

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Chord {
    /// A key alone.
    pub const fn key(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A character alone. A capital letter is the character, not Shift with a small one.
    pub const fn char(c: char) -> Self {
        Self::key(KeyCode::Char(c))
    }

    /// A function key.
    pub const fn function(number: u8) -> Self {
        Self::key(KeyCode::F(number))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: KeyCode::Char(c),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A key with Ctrl.
    pub const fn ctrl_key(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A key with Shift.
    pub const fn shift(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::SHIFT,
        }
    }

    /// Whether this key was pressed.
    pub fn is(self, key: KeyEvent) -> bool {
        let modifiers = match key.code {
            // Whether a terminal reports Shift with a character depends on the terminal; the character says it all.
            KeyCode::Char(_) => key.modifiers.difference(KeyModifiers::SHIFT),
            _ => key.modifiers,
        };
        let code = match key.code {
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(c.to_ascii_lowercase())
            }
            code => code,
        };
        self.code == code && self.modifiers == modifiers
    }

    /// Whether it is a character and nothing else, so that it would be text where text is typed.
    pub fn is_character(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.modifiers.contains(KeyModifiers::CONTROL)
    }

    /// Whether terminals send it as a key of its own. With Ctrl they know letters and little more, and send the very
    /// bytes of Tab for Ctrl-I and of Enter for Ctrl-M.
    pub fn is_sent(self) -> bool {
        let KeyCode::Char(c) = self.code else {
            return true;
        };
        let is_letter = c.is_ascii_lowercase() && !matches!(c, 'i' | 'm');
        let has_control = self.modifiers.contains(KeyModifiers::CONTROL);
        !has_control || is_letter || matches!(c, ' ' | '4'..='7')
    }

    /// Whether it reaches the program through an input method: everything but a plain letter or sign does.
    pub fn passes_input_method(self) -> bool {
        !matches!(self.code, KeyCode::Char(c) if !c.is_ascii_digit())
            || self.modifiers.contains(KeyModifiers::CONTROL)
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            out.write_str("Ctrl-")?;
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            out.write_str("Shift-")?;
        }
        match self.code {
            KeyCode::Up => out.write_str("↑"),
            KeyCode::Down => out.write_str("↓"),
            KeyCode::Left => out.write_str("←"),
            KeyCode::Right => out.write_str("→"),
            // Shift-Tab is a key of its own, and reported with the Shift beside it.
            KeyCode::BackTab => out.write_str("Tab"),
            KeyCode::PageUp => out.write_str("PgUp"),
            KeyCode::PageDown => out.write_str("PgDn"),
            KeyCode::Char(' ') => out.write_str("Space"),
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(out, "{}", c.to_ascii_uppercase())
            }
            KeyCode::Char(c) => write!(out, "{c}"),
            KeyCode::F(number) => write!(out, "F{number}"),
            code => write!(out, "{code:?}"),
        }
    }
}

/// A name that no key has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

/// Reads what [`Chord`] is shown as, and the names that arrows have on a keyboard: `Ctrl-Up`, `shift+tab`, `pgdn`.
impl FromStr for Chord {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let mut modifiers = KeyModifiers::NONE;
        let mut name = text;
        // A sign alone is that sign, `-` too.
        while let Some((first, rest)) = name
            .split_once(['-', '+'])
            .filter(|parts| !parts.0.is_empty() && !parts.1.is_empty())
        {
            modifiers |= match first.to_ascii_lowercase().as_str() {
                "ctrl" | "control" => KeyModifiers::CONTROL,
                "shift" => KeyModifiers::SHIFT,
                _ => return Err(NotAKey),
            };
            name = rest;
        }
        let code = code(name, modifiers).ok_or(NotAKey)?;
        Ok(Self { code, modifiers })
    }
}

fn code(name: &str, modifiers: KeyModifiers) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return character(c, modifiers);
    }
    let small = name.to_ascii_lowercase();
    if let Some(number) = small.strip_prefix('f').and_then(|it| it.parse().ok()) {
        return (1..=24).contains(&number).then_some(KeyCode::F(number));
    }
    Some(match small.as_str() {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pgup" | "pageup" => KeyCode::PageUp,
        "pgdn" | "pagedown" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "insert" => KeyCode::Insert,
        "delete" => KeyCode::Delete,
        "backspace" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        _ => return None,
    })
}

fn character(c: char, modifiers: KeyModifiers) -> Option<KeyCode> {
    // What an input method makes of a sign is that sign, as when it is pressed.
    let c = half_width(c);
    match c {
        '↑' => Some(KeyCode::Up),
        '↓' => Some(KeyCode::Down),
        '←' => Some(KeyCode::Left),
        '→' => Some(KeyCode::Right),
        // A capital letter is a character of its own; with Ctrl, terminals know only small ones.
        _ if modifiers.contains(KeyModifiers::SHIFT) => None,
        _ if modifiers.contains(KeyModifiers::CONTROL) => {
            Some(KeyCode::Char(c.to_ascii_lowercase()))
        }
        _ => (!c.is_control()).then_some(KeyCode::Char(c)),
    }
}
