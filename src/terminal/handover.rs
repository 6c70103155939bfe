//! Handing a note over to an editor of the user's own choice, and taking it back.

use std::fs;
use std::io::{self, Write};
use std::process::Command;

use tempfile::NamedTempFile;

use crate::app::EditorFault;
use crate::ledger::IoCause;
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
pub fn edit(editor: &EditorCommand, text: &str) -> Result<Option<String>, EditorFault> {
    let refused = |error: io::Error| EditorFault::System(IoCause::of(&error));
    let file = written(text).map_err(refused)?;
    let program = || editor.program.clone();
    let status = Command::new(&editor.program)
        .args(&editor.arguments)
        .arg(file.path())
        .status()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => EditorFault::NotFound { program: program() },
            _ => refused(error),
        })?;
    if !status.success() {
        return Err(EditorFault::Failed {
            program: program(),
            status: status.code(),
        });
    }
    // Editors replace files as they like: read what stands under the name now.
    let edited = clean(&fs::read_to_string(file.path()).map_err(refused)?);
    // Most editors end the last line; a note does not end with one unless it did before.
    let edited = match edited.strip_suffix('\n') {
        Some(body) if !text.ends_with('\n') => body,
        _ => &edited,
    };
    Ok((edited != text).then(|| edited.to_owned()))
}

/// The text in a file of its own, which goes when it is dropped.
fn written(text: &str) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix("taizhang-")
        .suffix(".txt")
        .tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file)
}
