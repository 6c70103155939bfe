//! The clipboard: the system's own where there is one, else the terminal is asked to take the text (OSC 52).
//!
//! A thread of its own does it, from the first copy on: a clipboard may keep whoever asks it waiting. It holds the text
//! as long as the program runs, for on some systems a clipboard has only what a running program offers.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::execute;

use crate::app::Msg;
use crate::app::copying::{CopyFault, CopyOutcome, CopyReport, CopyRequest};
use crate::ledger::IoCause;
use crate::terminal::Wake;
use crate::terminal::outlet::Outlet;

/// Makes the text of a request. What items look like in other formats is not known on this floor.
pub type Copywriter = Box<dyn Fn(&CopyRequest) -> String + Send>;

/// What can be reached from where the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Whether this machine has a clipboard of its own: there is a display.
    pub has_clipboard: bool,
    /// Whether the user sits at another machine: then the terminal is nearer than this one's clipboard.
    pub is_remote: bool,
}

/// The longest text that terminals are known to take: 100,000 bytes with its frame, three of the text being four there.
const TERMINAL_LIMIT_BYTES: usize = 74_991;

/// How long the program waits at its end for a clipboard that takes the text over.
const PATIENCE: Duration = Duration::from_millis(300);

/// Puts a text into the system's clipboard, or says why not.
type Native<'n> = &'n mut dyn FnMut(&str) -> Result<(), CopyFault>;

/// The way to the clipboard.
pub struct Clipboard {
    reach: Reach,
    /// Until the first copy.
    copywriter: Option<Copywriter>,
    /// From the first copy on; with the word that the thread has ended.
    thread: Option<(Sender<CopyRequest>, Receiver<()>)>,
}

impl Clipboard {
    /// Makes a way; nothing is asked before the first copy.
    pub fn new(reach: Reach, copywriter: Copywriter) -> Self {
        Self {
            reach,
            copywriter: Some(copywriter),
            thread: None,
        }
    }

    /// Has something copied; what came of it is told as a wake.
    pub(super) fn copy(&mut self, request: CopyRequest, wakes: &Sender<Wake>) {
        if let Some(copywriter) = self.copywriter.take() {
            self.thread = Some(start(self.reach, copywriter, wakes.clone()));
        }
        if let Some((requests, _)) = &self.thread {
            // The thread ends only with the program.
            let _ = requests.send(request);
        }
    }

    /// Lets the clipboard go; one that outlives programs takes the text over now.
    pub(super) fn close(self) {
        if let Some((requests, ended)) = self.thread {
            drop(requests);
            let _ = ended.recv_timeout(PATIENCE);
        }
    }
}

fn start(
    reach: Reach,
    copywriter: Copywriter,
    wakes: Sender<Wake>,
) -> (Sender<CopyRequest>, Receiver<()>) {
    let (sender, requests) = channel::<CopyRequest>();
    let (end, ended) = channel();
    thread::spawn(move || {
        let mut system = System::default();
        for request in requests {
            let text = copywriter(&request);
            let mut native = |text: &str| system.take(text);
            let outcome = carry(&text, reach, &mut native, &mut Outlet::default());
            let report = CopyReport {
                what: request.what,
                chars: text.chars().count(),
                outcome,
            };
            if wakes.send(Wake::Answer(Msg::Copied(report))).is_err() {
                break;
            }
        }
        drop(system);
        let _ = end.send(());
    });
    (sender, ended)
}

/// Carries a text to where the user can paste it from, and says where that is.
fn carry(text: &str, reach: Reach, native: Native<'_>, terminal: &mut impl Write) -> CopyOutcome {
    if text.is_empty() {
        return CopyOutcome::Empty;
    }
    let is_taken_by_terminals = text.len() <= TERMINAL_LIMIT_BYTES;
    let mut refused = None;
    if reach.has_clipboard && !(reach.is_remote && is_taken_by_terminals) {
        match native(text) {
            Ok(()) => return CopyOutcome::InClipboard,
            Err(error) => refused = Some(error),
        }
    }
    match refused {
        _ if is_taken_by_terminals => match send(text, terminal) {
            Ok(()) => CopyOutcome::SentToTerminal,
            Err(error) => CopyOutcome::Failed(
                refused.unwrap_or_else(|| CopyFault::Terminal(IoCause::of(&error))),
            ),
        },
        Some(error) => CopyOutcome::Failed(error),
        None => CopyOutcome::TooLong {
            limit_bytes: TERMINAL_LIMIT_BYTES,
        },
    }
}

/// Asks the terminal to take a text. The text goes as base64: nothing in it can act on the terminal.
fn send(text: &str, terminal: &mut impl Write) -> io::Result<()> {
    execute!(terminal, CopyToClipboard::to_clipboard_from(text))
}

/// The system's clipboard, opened at the first text.
#[derive(Default)]
struct System(Option<arboard::Clipboard>);

impl System {
    fn take(&mut self, text: &str) -> Result<(), CopyFault> {
        let mut clipboard = match self.0.take() {
            Some(clipboard) => clipboard,
            None => arboard::Clipboard::new().map_err(|error| refused(&error))?,
        };
        let taken = clipboard.set_text(text).map_err(|error| refused(&error));
        // One that refused is opened anew next time: its display may have gone and come back.
        self.0 = taken.is_ok().then_some(clipboard);
        taken
    }
}

/// Why a clipboard refused. Its library's own words are in English, and about its insides.
fn refused(error: &arboard::Error) -> CopyFault {
    match error {
        arboard::Error::ClipboardOccupied => CopyFault::Occupied,
        _ => CopyFault::NoClipboard,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(has_clipboard: bool, is_remote: bool) -> Reach {
        Reach {
            has_clipboard,
            is_remote,
        }
    }

    /// What comes of a copy, what the system's clipboard got, and what the terminal got.
    fn carried(text: &str, reach: Reach, takes: bool) -> (CopyOutcome, Option<String>, Vec<u8>) {
        let (mut clipboard, mut terminal) = (None, Vec::new());
        let mut native = |text: &str| {
            clipboard = Some(text.to_owned());
            takes.then_some(()).ok_or(CopyFault::NoClipboard)
        };
        let outcome = carry(text, reach, &mut native, &mut terminal);
        (outcome, clipboard, terminal)
    }

    #[test]
    fn the_systems_own_clipboard_is_enough() {
        let (outcome, clipboard, terminal) = carried("甲\n乙", reach(true, false), true);
        assert_eq!(outcome, CopyOutcome::InClipboard);
        assert_eq!((clipboard.as_deref(), terminal.len()), (Some("甲\n乙"), 0));
    }

    #[test]
    fn without_a_display_nothing_but_the_terminal_is_asked() {
        let (outcome, clipboard, terminal) = carried("甲", reach(false, false), true);
        assert_eq!((outcome, clipboard), (CopyOutcome::SentToTerminal, None));
        assert_eq!(terminal, b"\x1b]52;c;55Sy\x1b\\");
    }

    #[test]
    fn a_user_far_away_gets_it_through_the_terminal() {
        let (outcome, clipboard, _) = carried("甲", reach(true, true), true);
        assert_eq!((outcome, clipboard), (CopyOutcome::SentToTerminal, None));
    }

    #[test]
    fn a_clipboard_that_refuses_is_replaced_by_the_terminal() {
        let (outcome, _, terminal) = carried("甲", reach(true, false), false);
        assert_eq!(outcome, CopyOutcome::SentToTerminal);
        assert!(!terminal.is_empty());
    }

    #[test]
    fn what_terminals_do_not_take_is_never_cut() {
        let long = "甲".repeat(TERMINAL_LIMIT_BYTES / 3 + 1);
        let (outcome, _, terminal) = carried(&long, reach(false, true), true);
        let limit_bytes = TERMINAL_LIMIT_BYTES;
        assert_eq!(outcome, CopyOutcome::TooLong { limit_bytes });
        assert!(terminal.is_empty());
        // Far away, a clipboard that takes it is better than none.
        let (outcome, _, _) = carried(&long, reach(true, true), true);
        assert_eq!(outcome, CopyOutcome::InClipboard);
        let (outcome, _, _) = carried(&long, reach(true, false), false);
        assert_eq!(outcome, CopyOutcome::Failed(CopyFault::NoClipboard));
        let just = "a".repeat(TERMINAL_LIMIT_BYTES);
        let (_, _, terminal) = carried(&just, reach(false, false), true);
        assert!(terminal.len() <= 100_000, "{}", terminal.len());
    }

    #[test]
    fn nothing_is_not_copied() {
        let (outcome, clipboard, terminal) = carried("", reach(true, false), true);
        assert_eq!((outcome, clipboard), (CopyOutcome::Empty, None));
        assert!(terminal.is_empty());
    }
}
