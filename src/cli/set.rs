//! `taizhang set`: writes one note from the command line, as safely as the editor does.

use std::io::{self, Read, Write};
use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use crate::app::Notice;
use crate::cli::{FINE, NOTHING, UNUSABLE, id_argument, item_at, ledger_argument, refusal};
use crate::ledger::{Edit, ReadOnly, Saved};
use crate::store::{Document, Refusal};
use crate::text::clean;
use crate::words::{Words, say};

/// The text that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// The longest note that is taken, as in the editor.
const LONGEST_BYTES: u64 = 64 * 1024;

/// The command.
pub fn command(words: &'static Words) -> Command {
    Command::new("set")
        .about(words.about_set)
        .disable_help_flag(true)
        .arg(id_argument(words))
        .arg(ledger_argument(words))
        .arg(
            Arg::new("progress")
                .long("progress")
                .value_name("TEXT")
                .required(true)
                .allow_hyphen_values(true)
                .help(words.about_set_progress),
        )
}

/// Writes the note.
pub fn set(matches: &ArgMatches, path: &Path, state: Option<&Path>, words: &Words) -> u8 {
    let mut errors = io::stderr().lock();
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let typed = matches.get_one::<String>("progress");
    let note = match note(typed.map_or("", String::as_str)) {
        Ok(note) => note,
        Err(error) => {
            refusal::say(&(words.unreadable)(&error.to_string()), &mut errors);
            return UNUSABLE;
        }
    };
    if note.len() as u64 > LONGEST_BYTES {
        let limit_bytes = usize::try_from(LONGEST_BYTES).unwrap_or(usize::MAX);
        refusal::say(&(words.too_long)(limit_bytes), &mut errors);
        return UNUSABLE;
    }
    let mut document = match Document::open_with(path, state) {
        Ok(document) => document,
        Err(refusal) => return refused(&refusal, words),
    };
    if matches.get_flag("read-only") {
        refusal::say((words.read_only)(ReadOnly::Asked), &mut errors);
        return UNUSABLE;
    }
    let ledger = document.ledger();
    let Some(item) = item_at(&ledger, id).and_then(|at| ledger.items.get(at)) else {
        refusal::say(&(words.no_such_item)(id), &mut errors);
        return NOTHING;
    };
    if item.progress == note {
        let _ = writeln!(io::stdout().lock(), "{}", words.nothing_changed);
        return FINE;
    }
    let edit = Edit::of_note(item.id.clone(), item.progress.clone(), note);
    match document.save(&edit) {
        Ok(saved) => {
            let notice = match saved {
                Saved::Unconfirmed => Notice::SavedUnconfirmed(edit.id),
                Saved::Durable => Notice::Saved(edit.id),
            };
            let _ = writeln!(io::stdout().lock(), "{}", say::notice(words, &notice));
            FINE
        }
        Err(why) => {
            refusal::say(&say::notice(words, &Notice::from(why)), &mut errors);
            UNUSABLE
        }
    }
}

fn refused(refusal: &Refusal, words: &Words) -> u8 {
    refusal::report(refusal, words, &mut io::stderr().lock());
    UNUSABLE
}

/// The note itself. Of standard input the last line end goes: it ends the line, not the note.
fn note(typed: &str) -> io::Result<String> {
    if typed != STANDARD_INPUT {
        return Ok(clean(typed));
    }
    let mut text = String::new();
    // One more than is taken: a longer text is refused, not cut.
    io::stdin()
        .lock()
        .take(LONGEST_BYTES + 2)
        .read_to_string(&mut text)?;
    let text = clean(&text);
    Ok(text.strip_suffix('\n').map_or(text.clone(), str::to_owned))
}
