//! What comes from a terminal while it is asked something: keys and answers, told apart byte by byte.
//!
//! The grammar is that of the terminals, with what keyboards add to it: a key with Alt is an escape before it, and a
//! few keys and clicks are longer than they look. Whatever begins like a sequence and is none that is known is dropped
//! whole; no part of it becomes a letter. It must never know where the bytes come from, nor the time: that nothing came
//! for a while is told to it ([`Hearing::pause`]).

mod control;
#[cfg(test)]
mod tests;

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::terminal::background::Background;

/// The most that is kept of one sequence. Longer ones are dropped to their end; no answer is nearly as long.
const LONGEST_BYTES: usize = 128;

const ESCAPE: u8 = 0x1B;
const BELL: u8 = 0x07;

/// Opens a text whose escape was taken for a key.
const CUT_TEXT: u8 = 0;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1B[201~";

/// Something that was heard whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A key, a paste or the mouse.
    Typed(Event),
    /// The terminal says what it is.
    Attributes,
    /// It says where its cursor stands; both from 1.
    Cursor {
        /// The row.
        row: u16,
        /// The column.
        col: u16,
    },
    /// It says what is behind its text.
    Background(Background),
}

/// In the middle of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// A character of several bytes.
    Character { is_alt: bool },
    /// After an escape.
    Escape,
    /// After an escape that was taken for a key. If it was none, the rest of an answer comes now.
    Cut,
    /// After `ESC [`.
    Control,
    /// After `ESC [ [`: the function keys of the Linux console.
    Console,
    /// After `ESC [ M`: a click in the old way has three bytes of any value.
    Click { more_bytes: usize },
    /// After `ESC O`.
    Shift3,
    /// After `ESC ]`, `ESC P` or `ESC _`: a text up to its end.
    Text { opener: u8 },
    /// An escape within a text: its end, if `\` follows.
    TextEscape { opener: u8 },
    /// Within a paste.
    Paste,
}

/// Listens to the bytes.
#[derive(Debug, Default)]
pub struct Hearing {
    state: State,
    /// What was kept of what is not whole yet.
    held: Vec<u8>,
    is_too_long: bool,
}

impl Hearing {
    /// Takes the next bytes, and adds what they make whole.
    pub fn take(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) {
        for &byte in bytes {
            // A byte that does not belong to what is begun ends it, and begins something itself.
            while !self.belongs(byte, heard) {}
        }
    }

    /// Whether something has begun that is not whole yet.
    pub fn is_within(&self) -> bool {
        !matches!(self.state, State::Ground | State::Cut)
    }

    /// Whether all that has begun is an escape.
    pub fn is_escape(&self) -> bool {
        self.state == State::Escape
    }

    /// Nothing has come for a while: what may be a key of its own is one.
    pub fn pause(&mut self, heard: &mut Vec<Heard>) {
        match self.state {
            State::Escape => {
                self.give_up(heard);
                self.state = State::Cut;
            }
            State::Control | State::Shift3 | State::Text { .. } if self.held.is_empty() => {
                self.give_up(heard);
            }
            // The rest of a character never comes; nothing can be made of it.
            State::Character { .. } => self.end(),
            _ => {}
        }
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.held.clear();
        self.is_too_long = false;
    }

    fn end(&mut self) {
        self.begin(State::Ground);
    }

    fn hold(&mut self, byte: u8) {
        if self.held.len() < LONGEST_BYTES {
            self.held.push(byte);
        } else {
            self.is_too_long = true;
        }
    }

    /// Takes a byte, or says that it is not part of what was begun, which is over then.
    fn belongs(&mut self, byte: u8, heard: &mut Vec<Heard>) -> bool {
        match self.state {
            State::Ground => self.first(byte, false, heard),
            State::Cut => {
                self.end();
                if byte != b']' {
                    return false;
                }
                self.begin(State::Text { opener: CUT_TEXT });
            }
            State::Character { is_alt } => return self.character(byte, is_alt, heard),
            State::Escape => self.after_escape(byte, heard),
            State::Control => return self.control(byte, heard),
            State::Console => {
                self.end();
                if !byte.is_ascii_graphic() {
                    return false;
                }
                heard.extend(control::on_console(byte).map(typed));
            }
            State::Click { more_bytes } => {
                if byte < b' ' {
                    self.end();
                    return false;
                }
                if more_bytes > 1 {
                    let more_bytes = more_bytes - 1;
                    self.state = State::Click { more_bytes };
                } else {
                    self.end();
                }
            }
            State::Shift3 => return self.shift3(byte, heard),
            State::Text { opener } => return self.text(byte, opener, heard),
            State::TextEscape { opener } => {
                if byte != b'\\' {
                    // The escape began something else.
                    self.begin(State::Escape);
                    return false;
                }
                self.end_text(opener, heard);
            }
            State::Paste => self.paste(byte, heard),
        }
        true
    }

    /// The first byte of something, perhaps after an escape that means Alt.
    fn first(&mut self, byte: u8, is_alt: bool, heard: &mut Vec<Heard>) {
        self.end();
        match byte {
            ESCAPE => self.begin(State::Escape),
            0xC2..=0xF4 => {
                self.begin(State::Character { is_alt });
                self.hold(byte);
            }
            // No character begins so.
            0x80.. => {}
            _ => heard.push(typed(with_alt(control::on_key(byte), is_alt))),
        }
    }

    fn character(&mut self, byte: u8, is_alt: bool, heard: &mut Vec<Heard>) -> bool {
        if !(0x80..=0xBF).contains(&byte) {
            self.end();
            return false;
        }
        self.hold(byte);
        let bytes = match self.held.first() {
            Some(..0xE0) => 2,
            Some(..0xF0) => 3,
            _ => 4,
        };
        if self.held.len() == bytes {
            let text = str::from_utf8(&self.held).ok();
            let key = text.and_then(|text| text.chars().next()).map(of_char);
            heard.extend(key.map(|key| typed(with_alt(key, is_alt))));
            self.end();
        }
        true
    }

    fn after_escape(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        match byte {
            b'[' => self.begin(State::Control),
            b'O' => self.begin(State::Shift3),
            b']' | b'P' | b'_' => self.begin(State::Text { opener: byte }),
            // The key twice, or the key before a sequence.
            ESCAPE => heard.push(typed(KeyCode::Esc.into())),
            // No character begins so.
            0x80..=0xC1 | 0xF5.. => self.give_up(heard),
            _ => self.first(byte, true, heard),
        }
    }

    fn control(&mut self, byte: u8, heard: &mut Vec<Heard>) -> bool {
        match byte {
            b' '..=b'?' => self.hold(byte),
            b'[' if self.held.is_empty() => self.begin(State::Console),
            b'M' if self.held.is_empty() => self.begin(State::Click { more_bytes: 3 }),
            b'~' if self.held == b"200" => self.begin(State::Paste),
            b'@'..=b'~' => {
                let parameters = str::from_utf8(&self.held).unwrap_or_default();
                if !self.is_too_long {
                    heard.extend(control::heard(parameters, byte));
                }
                self.end();
            }
            _ => {
                self.give_up(heard);
                return false;
            }
        }
        true
    }

    fn shift3(&mut self, byte: u8, heard: &mut Vec<Heard>) -> bool {
        match byte {
            b'0'..=b'9' => self.hold(byte),
            b'@'..=b'~' => {
                let modifiers = str::from_utf8(&self.held).unwrap_or_default();
                heard.extend(control::after_shift3(modifiers, byte).map(typed));
                self.end();
            }
            _ => {
                self.give_up(heard);
                return false;
            }
        }
        true
    }

    fn text(&mut self, byte: u8, opener: u8, heard: &mut Vec<Heard>) -> bool {
        // Nothing else is ever sent so; what looks different is a key with Alt, and the next one.
        let may_begin = match opener {
            b']' | CUT_TEXT => byte.is_ascii_digit(),
            b'P' => matches!(byte, b' '..=b'?'),
            _ => byte == b'G',
        };
        if self.held.is_empty() && !may_begin {
            self.give_up(heard);
            return false;
        }
        match byte {
            BELL => self.end_text(opener, heard),
            ESCAPE => self.state = State::TextEscape { opener },
            // No text holds such: it was cut off, and this was typed.
            ..b' ' => {
                self.end();
                return false;
            }
            _ => self.hold(byte),
        }
        true
    }

    fn end_text(&mut self, opener: u8, heard: &mut Vec<Heard>) {
        let text = str::from_utf8(&self.held).unwrap_or_default();
        if matches!(opener, b']' | CUT_TEXT) && !self.is_too_long {
            let background = text.strip_prefix("11;").and_then(Background::read);
            heard.extend(background.map(Heard::Background));
        }
        self.end();
    }

    /// A paste is as long as it is: it was put there by the user.
    fn paste(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        self.held.push(byte);
        if let Some(text) = self.held.strip_suffix(PASTE_END) {
            let text = String::from_utf8_lossy(text).into_owned();
            heard.push(Heard::Typed(Event::Paste(text)));
            self.end();
        }
    }

    /// What looked like the beginning of a sequence was a key, if nothing followed that could belong to one.
    fn give_up(&mut self, heard: &mut Vec<Heard>) {
        let key = match self.state {
            State::Escape => Some(KeyCode::Esc.into()),
            State::Control => Some(alt(b'[')),
            State::Shift3 => Some(alt(b'O')),
            State::Text { opener: CUT_TEXT } => Some(of_char(']')),
            State::Text { opener } => Some(alt(opener)),
            _ => None,
        };
        heard.extend(key.filter(|_| self.held.is_empty()).map(typed));
        self.end();
    }
}

fn typed(key: KeyEvent) -> Heard {
    Heard::Typed(Event::Key(key))
}

fn of_char(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

fn with_alt(mut key: KeyEvent, is_alt: bool) -> KeyEvent {
    key.modifiers.set(
        KeyModifiers::ALT,
        is_alt || key.modifiers.contains(KeyModifiers::ALT),
    );
    key
}

fn alt(byte: u8) -> KeyEvent {
    with_alt(of_char(char::from(byte)), true)
}
