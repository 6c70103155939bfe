//! Asking the terminal how wide it draws a character of ambiguous width.
//!
//! No setting says it: it depends on the terminal, its font and its locale. So one such character is printed, and the
//! terminal is asked where its cursor stands then.

use std::io::{self, Write};
#[cfg(unix)]
use std::time::Duration;

use ratatui::crossterm::cursor::{self, MoveTo};
use ratatui::crossterm::style::{Print, available_color_count};
use ratatui::crossterm::terminal::{Clear, ClearType, size};
use ratatui::crossterm::{execute, queue};

use crate::terminal::{keyboard, session};

/// What is printed: a character that Chinese text is full of.
const SAMPLE: char = '“';

/// How long a terminal may take for the first sign of an answer. A picture that is late by this much is felt, but only
/// by users of terminals that answer nothing.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_millis(250);

/// What a terminal is, for whoever reports a fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its columns and rows.
    pub size: Option<(u16, u16)>,
    /// How many colours it is believed to have.
    pub colours: u16,
    /// How many columns `“` takes; `None` where it was not asked or did not say.
    pub sample_cols: Option<u16>,
}

/// Finds out what the terminal is; with `asks` it is asked how wide it draws, and is put back afterwards.
pub fn facts(asks: bool) -> Facts {
    let sample_cols = asks.then(|| {
        let cols = session::enter().is_ok().then(|| {
            let _ = keyboard::listen();
            sample_cols()
        });
        session::leave();
        cols.flatten()
    });
    Facts {
        size: size().ok(),
        colours: available_color_count(),
        sample_cols: sample_cols.flatten(),
    }
}

/// How many columns the sample takes; `None` where the terminal does not say. To be asked while the terminal is ours
/// and nobody reads its keys: what is typed meanwhile is kept for whoever reads them next.
pub(super) fn sample_cols() -> Option<u16> {
    let answer = asked().ok().flatten();
    // The next picture expects an empty screen.
    let _ = execute!(io::stdout(), MoveTo(0, 0), Clear(ClearType::CurrentLine));
    answer
}

fn asked() -> io::Result<Option<u16>> {
    queue!(io::stdout(), MoveTo(0, 0), Print(SAMPLE))?;
    if !speaks()? {
        return Ok(None);
    }
    let (cols, _) = cursor::position()?;
    Ok((1..=2).contains(&cols).then_some(cols))
}

/// Whether the terminal answers at all. The question for the cursor waits two seconds for those that do not; so first
/// one is asked that every terminal knows (its attributes), and only the arrival of an answer is looked for, not a
/// byte of it taken.
#[cfg(unix)]
fn speaks() -> io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let mut out = io::stdout();
    out.write_all(b"\x1B[c")?;
    out.flush()?;
    let stdin = io::stdin();
    let mut input = [PollFd::new(&stdin, PollFlags::IN)];
    let patience = Timespec::try_from(PATIENCE).map_err(io::Error::other)?;
    Ok(poll(&mut input, Some(&patience))? > 0)
}

/// Elsewhere the system knows where the cursor is.
#[cfg(not(unix))]
fn speaks() -> io::Result<bool> {
    io::stdout().flush()?;
    Ok(true)
}
