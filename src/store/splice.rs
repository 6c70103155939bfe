//! Putting one value's new bytes in the place of its old ones.

use std::ops::Range;

use crate::store::quote::quote;

/// The file with the string at `span` (bytes, quotes included) replaced by `literal`; every other byte is as it was.
/// `None` where the span is none of the text, which would be a fault of the caller.
pub fn splice(text: &str, span: &Range<usize>, literal: &str) -> Option<String> {
    let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
    Some([before, literal, after].concat())
}

/// `value` as a string of the file, in the style of the one at `span`.
pub fn literal(text: &str, span: &Range<usize>, value: &str) -> Option<String> {
    Some(quote(value, text.get(span.clone())?, line_end(text)))
}

/// How the file ends its lines, by its first line.
fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(newline) if text.as_bytes().get(newline.wrapping_sub(1)) == Some(&b'\r') => "\r\n",
        _ => "\n",
    }
}
