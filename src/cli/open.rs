//! Opening a ledger at the terminal.

use std::io;

use crate::app::layout::Size;
use crate::app::{App, FileFacts, NotReloaded, Reloaded};
use crate::ledger::{NotSaved, NoteEdit, Saved};
use crate::store::{Document, Refusal, Unreadable};
use crate::terminal::{self, Keeper};
use crate::view::Look;

/// Runs the program at the terminal until the user leaves.
pub fn open(document: Document, look: Look) -> io::Result<()> {
    let name = document.path().to_string_lossy().into_owned();
    let facts = FileFacts {
        name,
        read_only: document.read_only(),
    };
    // The terminal says how large it is before anything is drawn.
    let mut app = App::new(document.ledger(), facts, Size { cols: 80, rows: 24 });
    terminal::open(&mut app, look, DocumentKeeper(document))
}

/// A document that saves and reloads for the loop.
struct DocumentKeeper(Document);

impl Keeper for DocumentKeeper {
    fn save(&mut self, edit: &NoteEdit) -> Result<Saved, NotSaved> {
        self.0.save(edit)
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        self.0.reload().map_err(not_reloaded)?;
        Ok(Reloaded {
            ledger: self.0.ledger(),
            read_only: self.0.read_only(),
        })
    }
}

fn not_reloaded(refusal: Refusal) -> NotReloaded {
    match refusal.why {
        Unreadable::Missing => NotReloaded::Missing,
        Unreadable::Problems(problems) => {
            let count = problems.len();
            problems
                .into_iter()
                .next()
                .map_or(NotReloaded::Unreadable, |first| NotReloaded::Problems {
                    first,
                    count,
                })
        }
        _ => NotReloaded::Unreadable,
    }
}
