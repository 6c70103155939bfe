//! A key with its modifiers, as the table writes it and as the help shows it.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

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
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(out, "{}", c.to_ascii_uppercase())
            }
            KeyCode::Char(' ') => out.write_str("Space"),
            KeyCode::Char(c) => write!(out, "{c}"),
            KeyCode::F(number) => write!(out, "F{number}"),
            code => write!(out, "{code:?}"),
        }
    }
}
