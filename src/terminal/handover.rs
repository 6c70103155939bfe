//! Handing a note over to an editor of the user's own choice, and taking it back.

use std::fs;
use std::io::{self, Write};
use std::process::Command;

use crate::text::clean;

/// The editor to hand over to: a program and its arguments, to which the file is added.
#[derive(Clone, Debug)]
pub struct EditorCommand {
    /// The program.
    pub program: String,
    /// Its arguments, as separate words: no shell ever reads them.
    pub arguments: Vec<String>,
}

/// Lets the user edit a text in the editor and waits for it to end. `Ok(None)` where nothing was changed.
///
/// # Errors
///
/// Where the editor cannot be started, says that it failed, or leaves no text behind.
pub fn edit(editor: &EditorCommand, text: &str) -> io::Result<Option<String>> {
    let mut file = tempfile::Builder::new()
        .prefix("taizhang-")
        .suffix(".txt")
        .tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let status = Command::new(&editor.program)
        .args(&editor.arguments)
        .arg(file.path())
        .status()?;
    if !status.success() {
        return Err(io::Error::other(format!("{}: {status}", editor.program)));
    }
    // Editors replace files as they like: read what stands under the name now.
    let edited = clean(&fs::read_to_string(file.path())?);
    // Most editors end the last line; a note does not end with one unless it did before.
    let edited = match edited.strip_suffix('\n') {
        Some(body) if !text.ends_with('\n') => body,
        _ => &edited,
    };
    Ok((edited != text).then(|| edited.to_owned()))
}
