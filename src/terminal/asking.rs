//! Asking the terminal what no setting says: how wide it draws a character of ambiguous width, and what colour is
//! behind its text.
//!
//! The width depends on the terminal, its font and its locale: one such character is printed, and the terminal is asked
//! where its cursor stands then. An answer about colours looks like typed keys to crossterm, so none may come when
//! crossterm reads. Terminals answer in the order of the questions; the last question is one that all of them know
//! (their attributes), and until its answer has come the bytes are read by ourselves. Those of keys are handed on.

use std::io::{self, Write};
#[cfg(unix)]
use std::time::Duration;

use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::event::Event;
use ratatui::crossterm::execute;
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Print, available_color_count};
use ratatui::crossterm::terminal::{Clear, ClearType, size};

use crate::terminal::answers::{CURSOR_ROW, Told};
use crate::terminal::background::Background;
use crate::terminal::{keyboard, session};

/// What is printed: a character that Chinese text is full of.
const SAMPLE: char = '“';

/// How long a terminal may take to say that it answers at all. A picture that is late by this much is felt, but only
/// by users of terminals that answer nothing.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_millis(250);

/// How long one that answers may take for the rest before there is a picture all the same.
#[cfg(unix)]
const LONG_PATIENCE: Duration = Duration::from_secs(2);

/// Asks for the attributes.
#[cfg(unix)]
const WHAT_ARE_YOU: &[u8] = b"\x1B[c";
#[cfg(unix)]
const WHICH_BACKGROUND: &[u8] = b"\x1B]11;?\x1B\\";
#[cfg(unix)]
const WHERE_IS_THE_CURSOR: &[u8] = b"\x1B[6n";

/// What the terminal is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// How wide it draws what it may draw one or two columns wide.
    pub width: bool,
    /// What colour is behind its text. Not to be asked where it is known that later questions are answered first.
    pub background: bool,
}

/// What a terminal is, for whoever reports a fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its columns and rows.
    pub size: Option<(u16, u16)>,
    /// How many colours it is believed to have.
    pub colours: u16,
    /// How many columns `“` takes; `None` where it was not asked or did not say.
    pub sample_cols: Option<u16>,
    /// The colour behind its text; `None` likewise.
    pub background: Option<Background>,
}

/// Finds out what the terminal is; it is asked, and put back afterwards.
pub fn facts(questions: Questions) -> Facts {
    let mut found = Found::default();
    if questions != Questions::default() {
        if session::enter().is_ok() {
            let _ = keyboard::listen();
            found = ask(questions);
        }
        session::leave();
    }
    Facts {
        size: size().ok(),
        colours: available_color_count(),
        sample_cols: found.sample_cols,
        background: found.background,
    }
}

/// What came of asking.
#[derive(Default)]
pub(super) struct Found {
    /// How many columns the sample takes; `None` where the terminal does not say.
    pub sample_cols: Option<u16>,
    /// The colour behind the text, likewise.
    pub background: Option<Background>,
    /// What was typed meanwhile.
    pub typed: Vec<Event>,
}

/// Asks the terminal. To be done while it is ours and nobody reads its keys.
pub(super) fn ask(questions: Questions) -> Found {
    if questions == Questions::default() {
        return Found::default();
    }
    // In a window of one row there is no second one to ask in.
    let width = questions.width && size().is_ok_and(|(_, rows)| rows >= CURSOR_ROW);
    let (told, typed) = told(Questions { width, ..questions });
    // The next picture expects an empty screen.
    let _ = execute!(
        io::stdout(),
        MoveTo(0, CURSOR_ROW - 1),
        Clear(ClearType::CurrentLine)
    );
    Found {
        sample_cols: told.cols.filter(|cols| (1..=2).contains(cols)),
        background: told.background,
        typed,
    }
}

fn print_sample() -> io::Result<()> {
    let mut out = io::stdout();
    queue!(out, MoveTo(0, CURSOR_ROW - 1), Print(SAMPLE))?;
    out.flush()
}

#[cfg(unix)]
fn told(questions: Questions) -> (Told, Vec<Event>) {
    use crate::terminal::answers::Answers;
    use crate::terminal::owed;

    let mut answers = Answers::default();
    // How far it came is seen by the answers; a terminal that is gone is noticed by whoever reads it next.
    let rounds = put(questions, &mut answers).unwrap_or_default();
    let (told, typed) = (answers.told(), answers.take_typed());
    let _ = owed::leave(answers, rounds, questions.background && rounds > 0);
    (told, typed)
}

/// Puts the questions; gives how many rounds of answers are to come. Most of them are put only to a terminal that has
/// shown that it answers soon.
#[cfg(unix)]
fn put(questions: Questions, answers: &mut crate::terminal::answers::Answers) -> io::Result<usize> {
    use crate::terminal::owed::hear;

    let mut out = io::stdout();
    if questions.width {
        print_sample()?;
    }
    out.write_all(WHAT_ARE_YOU)?;
    out.flush()?;
    hear(answers, 1, PATIENCE)?;
    if answers.rounds() == 0 {
        return Ok(0);
    }
    if questions.background {
        out.write_all(WHICH_BACKGROUND)?;
    }
    if questions.width {
        out.write_all(WHERE_IS_THE_CURSOR)?;
    }
    out.write_all(WHAT_ARE_YOU)?;
    out.flush()?;
    // From here on the answers are owed, whatever happens.
    let _ = hear(answers, 2, LONG_PATIENCE);
    Ok(2)
}

/// Elsewhere the system knows where the cursor is, and keys are no bytes.
#[cfg(not(unix))]
fn told(questions: Questions) -> (Told, Vec<Event>) {
    use ratatui::crossterm::cursor;

    let cols = questions
        .width
        .then(|| print_sample().and_then(|()| cursor::position()).ok())
        .flatten()
        .map(|(cols, _)| cols);
    let told = Told {
        cols,
        ..Told::default()
    };
    (told, Vec::new())
}
