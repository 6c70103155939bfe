//! `taizhang set`: writes one note from the command line, as safely as the editor does.

use std::io::{self, Read, Write};
use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use crate::app::Notice;
use crate::app::editor::NOTE_LIMIT_BYTES;
use crate::cli::language::Speech;
use crate::cli::{
    FINE, NOTHING, UNUSABLE, id_argument, io_cause, item_at, ledger_argument, print, print_line,
    refusal, refused, unread,
};
use crate::ledger::offer::offers;
use crate::ledger::{Edit, Item, ReadOnly, Saved};
use crate::store::{Document, Progress, Purpose};
use crate::text::{clean, shown};
use crate::words::{Words, say};

/// The text that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// The command.
pub fn command(words: &'static Words) -> Command {
    Command::new("set")
        .about(words.options.about_set)
        .disable_help_flag(true)
        .arg(id_argument(words))
        .arg(ledger_argument(words))
        .arg(
            Arg::new("progress")
                .long("progress")
                .value_name("TEXT")
                .required(true)
                .allow_hyphen_values(true)
                .help(words.options.about_set_progress),
        )
}

/// Writes the note.
pub fn set(matches: &ArgMatches, path: &Path, state: Option<&Path>, speech: Speech) -> u8 {
    let words = speech.words();
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let typed = matches.get_one::<String>("progress");
    let note = match note(typed.map_or("", String::as_str)) {
        Ok(note) => note,
        Err(error) => {
            refusal::say(&(words.problems.unreadable)(&io_cause(words, &error)));
            return UNUSABLE;
        }
    };
    if note.is_empty() && typed.is_some_and(|typed| typed == STANDARD_INPUT) {
        // More likely a pipe that failed than a note to be emptied.
        refusal::say(words.problems.empty_input);
        return UNUSABLE;
    }
    if note.len() > NOTE_LIMIT_BYTES {
        refusal::say(&(words.notices.too_long)(NOTE_LIMIT_BYTES));
        return UNUSABLE;
    }
    let purpose = if matches.get_flag("read-only") {
        Purpose::Read
    } else {
        Purpose::Write
    };
    let mut document = match Document::open_for(purpose, path, state, &Progress::default()) {
        Ok(document) => document,
        Err(refusal) => return refused(&refusal, words),
    };
    let ledger = document.ledger();
    let words = speech.words_for([&*ledger]);
    unread::warn(path, &ledger, words);
    if purpose == Purpose::Read {
        refusal::say((words.read_only)(ReadOnly::Asked));
        return UNUSABLE;
    }
    let position = item_at(&ledger, id);
    let item = position.and_then(|at| Some((ledger.items.get(at)?, ledger.item_ref(at)?)));
    let Some((item, of)) = item else {
        refusal::say(&(words.notices.no_such_item)(&shown(id)));
        return NOTHING;
    };
    if item.progress == note {
        return print_line(words.notices.nothing_changed, FINE, words);
    }
    let old_note = item.progress.clone();
    let edit = Edit::of_note(of, old_note.as_str(), note.as_str());
    match document.save(&edit) {
        Ok(saved) => {
            // Somebody may have renumbered the items since they were read.
            let saved_to = document.ledger();
            let position = saved_to.resolve(&edit.item).ok();
            let now = position.and_then(|at| saved_to.items.get(at));
            let id = now.map_or(edit.item.id(), |now| &now.id).clone();
            let renumbered = (id != item.id).then(|| Notice::Renumbered {
                from: item.id.clone(),
                to: id.clone(),
            });
            let notice = match saved {
                Saved::Unconfirmed => Notice::SavedUnconfirmed(id),
                Saved::Durable => Notice::Saved(id),
            };
            if let Some(why) = document.version_not_kept() {
                let notice = Notice::VersionNotKept(why.clone());
                refusal::add(&say::notice(words, &notice));
            }
            let item = Item {
                progress: note,
                ..Item::clone(item)
            };
            print(FINE, words, |out| {
                for notice in renumbered.iter().chain([&notice]) {
                    writeln!(out, "{}", say::notice(words, notice))?;
                }
                tell_offers(&item, &old_note, words, out)
            })
        }
        Err(why) => {
            refusal::say(&refusal::not_saved(why, words));
            UNUSABLE
        }
    }
}

/// Says what the new note suggests for the figures beside it; taking it is a person's, in the program.
fn tell_offers(item: &Item, old_note: &str, words: &Words, out: &mut impl Write) -> io::Result<()> {
    let offers = offers(item, Some(old_note));
    if !offers.is_empty() {
        writeln!(out, "{}", words.offers_told)?;
    }
    for offer in &offers {
        writeln!(out, "- {}", shown(&say::offer(words, item, offer)))?;
    }
    Ok(())
}

/// The note itself. Of standard input the last line end goes: it ends the line, not the note.
fn note(typed: &str) -> io::Result<String> {
    if typed != STANDARD_INPUT {
        return Ok(clean(typed));
    }
    let mut text = String::new();
    // A little more than is taken: a longer text is refused, not cut.
    let most = NOTE_LIMIT_BYTES as u64 + 2;
    io::stdin().lock().take(most).read_to_string(&mut text)?;
    let mut text = clean(&text);
    if text.ends_with('\n') {
        text.pop();
    }
    Ok(text)
}
