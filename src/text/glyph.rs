//! One visible unit of text: a grapheme cluster, made safe to send to a terminal.
//!
//! Text from a file or a paste is hostile: an escape sequence in a note must not reach the terminal, and a character
//! that turns the direction of a line must not hide what the line says. Such characters are *shown* here as visible
//! signs; the text itself is never changed.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::Ruler;

/// The most `char`s of one cluster that are drawn. A letter with thousands of combining marks would otherwise be
/// thousands of bytes in one cell; what is left out is counted on screen.
const CLUSTER_CHARS: usize = 8;

/// A grapheme cluster of a text, with the form in which it may be sent to a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph<'t> {
    /// Where the cluster begins, in bytes of the text it was read from.
    pub start: usize,
    /// The cluster as it stands in the text.
    pub source: &'t str,
    /// What to send to the terminal in its place: never a control, direction or zero-width character.
    pub shown: Cow<'t, str>,
    /// How many columns `shown` takes; never zero.
    pub cols: usize,
}

impl Glyph<'_> {
    /// Where the cluster ends, in bytes of the text it was read from.
    pub fn end(&self) -> usize {
        self.start + self.source.len()
    }
}

/// The visible units of `text`, in order, for whoever asks only where they begin and end. Line ends are units too
/// (shown as signs): split lines first.
pub fn glyphs(text: &str) -> impl DoubleEndedIterator<Item = Glyph<'_>> {
    Ruler::NARROW.glyphs(text)
}

impl Ruler {
    /// The visible units of `text`, in order, with the columns they take.
    pub fn glyphs(self, text: &str) -> impl DoubleEndedIterator<Item = Glyph<'_>> {
        text.grapheme_indices(true)
            .map(move |(start, source)| self.substituted(self.glyph(start, source)))
    }

    /// How many columns a cluster takes that may be sent as it is.
    pub(super) fn width_of(self, cluster: &str) -> usize {
        if self.is_wide() {
            cluster.width_cjk()
        } else {
            cluster.width()
        }
    }

    fn glyph(self, start: usize, source: &str) -> Glyph<'_> {
        if let Some(plain) = self.plain_cols(source) {
            return Glyph {
                start,
                source,
                shown: Cow::Borrowed(source),
                cols: plain,
            };
        }
        let shown = safe(source);
        let cols = self.width_of(&shown);
        if cols == 0 {
            // A combining mark with nothing to stand on: give it the dotted circle that type specimens use.
            let shown: Cow<'_, str> = Cow::Owned(format!("◌{shown}"));
            return Glyph {
                start,
                source,
                cols: self.width_of(&shown).max(1),
                shown,
            };
        }
        Glyph {
            start,
            source,
            shown,
            cols,
        }
    }

    /// The width of a cluster that is a single ordinary character, which is nearly every cluster there is.
    fn plain_cols(self, source: &str) -> Option<usize> {
        let mut chars = source.chars();
        let first = chars.next()?;
        if chars.next().is_some() || is_hidden(first) {
            return None;
        }
        Some(self.width_of(source)).filter(|&cols| cols > 0)
    }
}

/// Whether a text can be sent to a terminal as it is.
pub fn is_safe(text: &str) -> bool {
    !text.chars().any(|c| is_hidden(c) && c != '\u{200D}')
}

/// Whether nothing in a text can act or hide, and its lines can be sent as they are.
pub(super) fn is_plain(text: &str) -> bool {
    let is_form = |c: char| matches!(c, '\n' | '\t');
    text.chars().all(|c| is_form(c) || !is_hidden(c))
}

/// Whether every character of a text is seen by itself, so that all of them are shown as they stand, however they cluster.
pub(super) fn is_ordinary(text: &str) -> bool {
    text.chars().all(|c| !is_hidden(c) && is_visible(c))
}

fn safe(source: &str) -> Cow<'_, str> {
    let chars = source.chars().count();
    let joined_emoji = chars > 1 && source.chars().next().is_some_and(is_wide);
    // Behind the last sign of a cluster a joiner joins nothing.
    let joins = |rest: &str| joined_emoji && rest.chars().next().is_some_and(is_visible);
    let allowed = |(at, c): (usize, char)| {
        !is_hidden(c) || (c == '\u{200D}' && source.get(at + c.len_utf8()..).is_some_and(joins))
    };
    if chars <= CLUSTER_CHARS && source.char_indices().all(allowed) {
        return Cow::Borrowed(source);
    }
    let mut shown = String::new();
    for (at, c) in source.char_indices().take(CLUSTER_CHARS) {
        if allowed((at, c)) {
            shown.push(c);
        } else {
            push_sign(&mut shown, c);
        }
    }
    if chars > CLUSTER_CHARS {
        shown.extend(["⟨+", &(chars - CLUSTER_CHARS).to_string(), "⟩"]);
    }
    Cow::Owned(shown)
}

fn is_visible(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c).is_some_and(|cols| cols > 0)
}

fn is_wide(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(2)
}

/// Writes a visible sign for a character that must not be sent: `␛` for the C0 controls, `⟨202E⟩` for the rest.
fn push_sign(shown: &mut String, c: char) {
    match c {
        '\0'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7F}' => shown.push('␡'),
        _ => shown.extend(["⟨", &format!("{:04X}", u32::from(c)), "⟩"]),
    }
}

/// Whether a character acts on the terminal or on its neighbours instead of being seen: controls, direction marks,
/// zero-width characters, separators, tags. The list is that of Unicode's `Cc`, `Bidi_Control` and
/// `Default_Ignorable_Code_Point`, less the variation selectors and joiners that only shape the cluster they are in.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E00FF}'
            | '\u{E01F0}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        glyphs(text).map(|glyph| glyph.shown.into_owned()).collect()
    }

    #[test]
    fn ordinary_text_is_shown_as_it_stands() {
        let text = "新能源 794.6万千瓦，（“十五五”）5.3％ e\u{301} 葛\u{E0100} 👨‍👩‍👧 🇨🇳";
        assert_eq!(seen(text), text);
    }

    #[test]
    fn nothing_that_acts_is_sent() {
        let text = "甲\u{1B}]52;c;x\u{7}乙\u{202E}丙\u{85}\u{200B}\u{FEFF}\t\u{7F}";
        let seen = seen(text);
        assert_eq!(seen, "甲␛]52;c;x␇乙⟨202E⟩丙⟨0085⟩⟨200B⟩⟨FEFF⟩␉␡");
        assert!(!seen.chars().any(is_hidden));
    }

    #[test]
    fn a_joiner_that_joins_nothing_is_shown() {
        assert_eq!(seen("甲\u{200D}乙"), "甲⟨200D⟩乙");
        assert_eq!(seen("a\u{200D}\u{301}b"), "a⟨200D⟩\u{301}b");
        assert_eq!(
            seen("👩\u{200D}👧 👩\u{200D}⚕\u{FE0F}"),
            "👩\u{200D}👧 👩\u{200D}⚕\u{FE0F}"
        );
    }

    #[test]
    fn a_mountain_of_marks_is_one_small_glyph() {
        let text = format!("a{}", "\u{301}".repeat(5000));
        let glyph = glyphs(&text).next().expect("one cluster");
        assert!(glyph.shown.len() < 40, "{} bytes", glyph.shown.len());
        assert!(glyph.shown.ends_with("⟨+4993⟩"));
        assert_eq!(glyph.end(), text.len());
    }

    #[test]
    fn every_glyph_takes_a_column() {
        for text in ["\u{301}", "\u{200D}", "\u{FE0F}", "\r\n", "\u{E0100}"] {
            for glyph in glyphs(text) {
                assert!(glyph.cols > 0, "{text:?}");
            }
        }
    }
}
