//! Single characters: those that nobody sees, those that act on a terminal, and those of a Chinese keyboard.

use crate::ledger::SyntaxSlip;
use crate::store::diagnosis::Slip;

/// The half-width form of a character that a Chinese keyboard writes in full width.
pub const fn half(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(half) => half,
            None => c,
        },
        '\u{3000}' | '\u{A0}' => ' ',
        '−' | '–' | '—' | '‐' | '‑' => '-',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '。' => '.',
        '、' => ',',
        other => other,
    }
}

/// A text in half width.
pub fn halved(text: &str) -> String {
    text.chars().map(half).collect()
}

/// Whether a character takes no room on a screen.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Whether a character looks like a blank and is none for TOML.
pub const fn is_wide_blank(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}'
                | '\u{202F}'
                | '\u{205F}'
                | '\u{3000}'
                | '\u{85}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{B}'
                | '\u{C}'
    )
}

/// Whether a character is a blank of TOML.
pub const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// Whether a character stands for a quote in print, or is one in full width.
pub const fn is_curly(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
            | '＇'
            | '«'
            | '»'
            | '《'
            | '》'
            | '〝'
            | '〞'
    )
}

/// The first control character that TOML takes nowhere.
pub fn control(said: &str) -> Option<Slip> {
    let mut chars = said.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends_line = c == '\r' && chars.peek().is_none_or(|(_, next)| *next == '\n');
        if c.is_ascii_control() && !matches!(c, '\t' | '\n') && !ends_line {
            let code = u32::from(c);
            return Some(Slip::new(at, SyntaxSlip::ControlCharacter { code }));
        }
    }
    None
}

/// The first character outside of quotes that nobody sees, or that only looks like a blank.
pub fn unseen(said: &str) -> Option<Slip> {
    let mut inside: Option<char> = None;
    for (at, c) in said.char_indices() {
        match (inside, c) {
            (None, '"' | '\'') => inside = Some(c),
            (Some(quote), c) if c == quote || c == '\n' => inside = None,
            (None, '#') => return None,
            (None, c) if is_invisible(c) => {
                let code = u32::from(c);
                return Some(Slip::new(at, SyntaxSlip::InvisibleCharacter { code }));
            }
            (None, c) if is_wide_blank(c) => {
                let code = u32::from(c);
                return Some(Slip::new(at, SyntaxSlip::WideBlank { code }));
            }
            _ => {}
        }
    }
    None
}

/// A statement without what nobody sees and with ordinary blanks: where this is fine, nothing else was wrong.
pub fn cleaned(said: &str) -> String {
    let seen = said.chars().filter(|c| !is_invisible(*c));
    seen.map(|c| if is_wide_blank(c) { ' ' } else { c })
        .collect()
}
