//! A text in a file of its own, for an editor of the user's choice, and what that editor made of it.
//!
//! Editors write as they are used to: in another encoding, with other line ends, with a mark at the beginning or a line
//! end at the end. None of that is a change of the text.

use std::collections::HashSet;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::store::read::gb18030;
use crate::text::clean;

/// The largest file that is read back: far above what a field takes, so that a text that is too long is known as such.
pub const LIMIT_BYTES: u64 = 16 << 20;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What an editor made of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// Nothing but what editors do to every file.
    Same,
    /// This text; and the encoding that it was in, where that was not UTF-8.
    Changed(String, Option<&'static str>),
    /// It is no text in an encoding that is known.
    NoText,
}

/// The bytes of a file with this text: with the line ends that editors of this system expect.
pub fn bytes_of(text: &str) -> Vec<u8> {
    if cfg!(windows) && !text.contains('\r') {
        text.replace('\n', "\r\n").into_bytes()
    } else {
        text.as_bytes().to_vec()
    }
}

/// Compares what stands in the file now with the text that was put into it.
pub fn edited(handed: &str, bytes: &[u8]) -> Edited {
    let Some((text, encoding)) = decoded(bytes) else {
        return Edited::NoText;
    };
    let text = settled(handed, &text);
    if text == handed || without_returns(&text) == without_returns(handed) {
        Edited::Same
    } else {
        Edited::Changed(text, encoding)
    }
}

fn decoded(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
    let utf16 = |encoding: &'static Encoding, bytes: &[u8]| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some((text.into_owned(), Some("UTF-16")))
    };
    match bytes {
        // Never written to the end.
        [0, ..] if bytes.iter().all(|&byte| byte == 0) => None,
        [0xFF, 0xFE, rest @ ..] => utf16(UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => utf16(UTF_16BE, rest),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Some((text.to_owned(), None)),
            Err(_) => Some((gb18030(bytes)?, Some("GBK"))),
        },
    }
}

/// The text without what an editor does of its own accord. What acts on a terminal stays outside, unless it was in the
/// text before.
fn settled(handed: &str, edited: &str) -> String {
    let is_odd = |c: char| {
        let mut buffer = [0; 4];
        let text: &str = c.encode_utf8(&mut buffer);
        clean(text) != text
    };
    let known: HashSet<char> = handed.chars().filter(|&c| is_odd(c)).collect();
    let unmarked = edited.strip_prefix(BYTE_ORDER_MARK);
    let unmarked = unmarked.filter(|_| !handed.starts_with(BYTE_ORDER_MARK));
    let edited = unmarked.unwrap_or(edited);
    let mut text = String::with_capacity(edited.len());
    let mut chars = edited.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && !known.contains(&c) {
            chars.next_if_eq(&'\n');
            text.push('\n');
        } else if known.contains(&c) || !is_odd(c) {
            text.push(c);
        } else {
            text.push_str(&clean(c.encode_utf8(&mut [0; 4])));
        }
    }
    // Most editors end the last line; a note does not end with one unless it did before.
    if text.ends_with('\n') && !handed.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') && !handed.ends_with('\r') {
            text.pop();
        }
    }
    text
}

fn without_returns(text: &str) -> String {
    text.replace('\r', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_do_to_every_file_is_no_change() {
        let notes = [
            "",
            "一段",
            "一段\n两段",
            "\n\n",
            "末尾\n",
            "a\r\nb\nc",
            "零\u{200B}宽\u{2028}\u{C}\u{1B}[m",
        ];
        for note in notes {
            // The last line gets an end where it has none.
            let ended = format!("{}\n", note.strip_suffix('\n').unwrap_or(note));
            for text in [note, &ended] {
                let dos = text.replace("\r\n", "\n").replace('\n', "\r\n");
                for text in [text, &dos] {
                    for mark in ["", "\u{FEFF}"] {
                        let bytes = format!("{mark}{text}").into_bytes();
                        assert_eq!(edited(note, &bytes), Edited::Same, "{text:?} of {note:?}");
                    }
                    let mut bytes = vec![0xFF, 0xFE];
                    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
                    assert_eq!(edited(note, &bytes), Edited::Same, "{text:?} of {note:?}");
                }
            }
            assert_eq!(edited(note, &bytes_of(note)), Edited::Same);
        }
    }

    #[test]
    fn a_change_comes_back_in_whatever_encoding() {
        let note = "全市开工299户，\u{200B}完工174户。";
        let meant = "全市开工300户，\u{200B}完工175户。\n第二段";
        let typed = "\u{FEFF}全市开工300户，\u{200B}完工175户。\u{202E}\r\n第二段\r\n";
        let changed = |encoding| Edited::Changed(meant.to_owned(), encoding);
        assert_eq!(edited(note, typed.as_bytes()), changed(None));
        let utf16 = typed.encode_utf16().flat_map(u16::to_be_bytes);
        assert_eq!(
            edited(note, &utf16.collect::<Vec<_>>()),
            changed(Some("UTF-16"))
        );
        let (bytes, _, _) = encoding_rs::GB18030.encode("开工300户。\n");
        let gbk = edited("开工299户。", &bytes);
        assert_eq!(gbk, Edited::Changed("开工300户。".to_owned(), Some("GBK")));
        for bytes in [&[0xFF, 0x41, 0x80][..], &[0; 9]] {
            assert_eq!(edited("x", bytes), Edited::NoText);
        }
    }
}
