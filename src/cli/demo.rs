//! `taizhang demo`: a ledger that is part of the program, to look around in. It is no file, so nothing is ever saved.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::app::layout::Size;
use crate::app::{App, FileFacts, NotReloaded, Reloaded, SaveOutcome};
use crate::cli::open::Opening;
use crate::cli::{FINE, find, listing, new, refused};
use crate::cli::{copying, editor};
use crate::ledger::{Edit, Ledger, NotSaved, ReadOnly};
use crate::store::{self, Refusal, Unreadable};
use crate::terminal::{self, Keeper, Style};
use crate::words::Words;

/// The ledger that is shipped.
const TEXT: &str = include_str!("../../ledger.toml");

pub fn command(words: &Words) -> Command {
    Command::new("demo")
        .about(words.beginning.about_demo)
        .disable_help_flag(true)
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("FILE")
                .help(words.beginning.about_copy)
                .value_parser(value_parser!(PathBuf)),
        )
}

/// Writes a copy of the demonstration where one is asked for, else its list.
pub fn print(matches: &ArgMatches, words: &Words) -> u8 {
    if let Some(file) = matches.get_one::<PathBuf>("output") {
        return new::put(file, TEXT, words.beginning.copied, words);
    }
    match ledger(words) {
        Ok(ledger) => {
            let all = find::found(&ledger, "");
            super::print(FINE, words, |out| listing::print(&ledger, &all, words, out))
        }
        Err(refusal) => refused(&refusal, words),
    }
}

/// Whether something is to be written instead of shown.
pub fn is_copied(matches: &ArgMatches) -> bool {
    matches.contains_id("output")
}

/// Shows it at the terminal until the user leaves.
pub fn show(opening: &Opening, style: Style) -> io::Result<Result<(), Refusal>> {
    let words = style.look.words;
    let (sort, scope) = (opening.sort, opening.scope);
    let load = move || {
        let (mut app, keeper) = load(words)?;
        app.choose_theme(style.look.theme.name());
        app.prefer(sort, scope);
        Ok((app, keeper, style.look))
    };
    let name = words.beginning.demo_name.to_owned();
    let editor = editor::choice();
    let clipboard = copying::clipboard(opening.speech);
    let percent = Arc::new(|| None);
    terminal::open(name, percent, load, style, editor, None, Some(clipboard))
}

fn load(words: &Words) -> Result<(App, DemoKeeper), Refusal> {
    let ledger = Arc::new(ledger(words)?);
    let facts = FileFacts {
        name: words.beginning.demo_name.to_owned(),
        read_only: Some(ReadOnly::Demo),
        is_unreadable: false,
    };
    let app = App::new(Arc::clone(&ledger), facts, Size { cols: 80, rows: 24 });
    Ok((app, DemoKeeper { ledger }))
}

fn ledger(words: &Words) -> Result<Ledger, Refusal> {
    store::parse(TEXT).map_err(|problems| Refusal {
        path: words.beginning.demo_name.into(),
        why: Unreadable::Problems(problems),
    })
}

/// Keeps nothing.
struct DemoKeeper {
    ledger: Arc<Ledger>,
}

impl Keeper for DemoKeeper {
    fn save(&mut self, _: &Edit) -> SaveOutcome {
        SaveOutcome {
            result: Err(NotSaved::ReadOnly(ReadOnly::Demo)),
            found: None,
            unread: Box::default(),
        }
    }

    fn watch(&mut self, _: Arc<dyn Fn() + Send + Sync>) {}

    fn look(&mut self) -> Option<Result<Reloaded, NotReloaded>> {
        None
    }

    fn reload(&mut self) -> Result<Reloaded, NotReloaded> {
        Ok(Reloaded {
            ledger: Arc::clone(&self.ledger),
            read_only: Some(ReadOnly::Demo),
        })
    }
}
