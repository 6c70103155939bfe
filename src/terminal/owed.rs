//! Answers that a terminal still owes: it said that it answers, and then was silent, as over a line that stalls.
//!
//! Until they have come the keys are heard here and not by crossterm, which knows no answer about colours and would
//! take one for typed letters and digits. That of the background may be late alone: between a program and its terminal
//! there may be another one that answers for itself what it knows (a remote console on Windows), and hands on the rest.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::Event;
use ratatui::crossterm::terminal::size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use crate::terminal::answers::Answers;

/// After this long an escape is a key and not the first byte of an answer, which terminals send in one piece.
const QUIET: Duration = Duration::from_millis(250);

/// The same where at most the background is to come: what came with it is there by then, and a key must not wait.
const AT_ONCE: Duration = Duration::from_micros(100);

/// How long the background alone is owed. Whoever does not know the question never answers it.
const GRACE: Duration = Duration::from_secs(5);

const READ_BYTES: usize = 1_024;

/// What is owed. It belongs to the process, as the terminal does: one session begins to ask, the next one may be there
/// when the answer comes.
static OWED: Mutex<Option<Owed>> = Mutex::new(None);

struct Owed {
    answers: Answers,
    /// How many rounds of answers there are to be.
    rounds: usize,
    /// Until when the background is owed, where it was asked for.
    until: Instant,
    /// Told of every new size of the window.
    resized: UnixStream,
}

/// Hears what comes until so many rounds of answers are over, and no longer than the patience lasts.
pub fn hear(answers: &mut Answers, rounds: usize, patience: Duration) -> io::Result<()> {
    let end = Instant::now() + patience;
    while !answers.is_settled(rounds) {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        let quiet = quiet(answers, rounds).map_or(left, |quiet| quiet.min(left));
        match next(answers, Some(quiet), None)? {
            Next::Bytes | Next::Resized => {}
            Next::Nothing => answers.pause(),
        }
    }
    Ok(())
}

impl Owed {
    fn is_owed(&self) -> bool {
        let awaits_background = self.answers.told().background.is_none() && !self.left().is_zero();
        awaits_background || !self.answers.is_settled(self.rounds)
    }

    fn ends_in_escape(&self) -> bool {
        self.answers.rounds() >= self.rounds && self.answers.is_escape()
    }

    /// How long to wait for bytes: not for ever where something is over by then.
    fn patience(&self) -> Option<Duration> {
        if self.answers.is_settled(self.rounds) {
            Some(self.left())
        } else {
            quiet(&self.answers, self.rounds)
        }
    }

    fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }
}

/// Leaves the rest to whoever reads the keys next.
pub fn leave(answers: Answers, rounds: usize, asks_background: bool) -> io::Result<()> {
    let has_all = !asks_background || answers.told().background.is_some();
    if answers.is_settled(rounds) && has_all {
        return Ok(());
    }
    let now = Instant::now();
    let (resized, teller) = UnixStream::pair()?;
    resized.set_nonblocking(true)?;
    teller.set_nonblocking(true)?;
    pipe::register(SIGWINCH, teller)?;
    put(Some(Owed {
        answers,
        rounds,
        until: if has_all { now } else { now + GRACE },
        resized,
    }));
    Ok(())
}

/// Waits for keys as long as an answer is owed; `None` when none is any more and no key came before.
pub fn read() -> io::Result<Option<Vec<Event>>> {
    let Some(mut owed) = put(None) else {
        return Ok(None);
    };
    let mut events = Vec::new();
    // An escape at the end of what came together is a key of the same turn: the next key may follow the picture at once.
    while owed.is_owed() && (events.is_empty() || owed.ends_in_escape()) {
        let patience = owed.patience();
        match next(&mut owed.answers, patience, Some(&owed.resized))? {
            Next::Bytes => {}
            Next::Nothing => owed.answers.pause(),
            Next::Resized => {
                let (cols, rows) = size()?;
                events.push(Event::Resize(cols, rows));
            }
        }
        events.append(&mut owed.answers.take_typed());
    }
    if owed.is_owed() {
        put(Some(owed));
    }
    Ok(Some(events).filter(|events| !events.is_empty()))
}

fn put(owed: Option<Owed>) -> Option<Owed> {
    let mut place = OWED.lock().unwrap_or_else(PoisonError::into_inner);
    std::mem::replace(&mut *place, owed)
}

/// How long to wait for the rest of what has begun.
fn quiet(answers: &Answers, rounds: usize) -> Option<Duration> {
    let quiet = if answers.rounds() >= rounds && answers.is_escape() {
        AT_ONCE
    } else {
        QUIET
    };
    answers.is_within().then_some(quiet)
}

/// What came next.
enum Next {
    Bytes,
    Resized,
    Nothing,
}

/// Waits for bytes, but not longer than this, and takes what is there.
fn next(
    answers: &mut Answers,
    patience: Option<Duration>,
    resized: Option<&UnixStream>,
) -> io::Result<Next> {
    let stdin = io::stdin();
    let patience = patience.map(Timespec::try_from).transpose();
    let patience = patience.map_err(io::Error::other)?;
    let mut inputs = vec![PollFd::new(&stdin, PollFlags::IN)];
    inputs.extend(resized.map(|resized| PollFd::new(resized, PollFlags::IN)));
    match poll(&mut inputs, patience.as_ref()) {
        Ok(0) => return Ok(Next::Nothing),
        // A signal came; there is nothing yet.
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let [has_bytes, is_resized] =
        [0, 1].map(|at| inputs.get(at).is_some_and(|it| !it.revents().is_empty()));
    let mut bytes = [0; READ_BYTES];
    if has_bytes {
        let count = rustix::io::read(&stdin, &mut bytes)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        answers.take(bytes.get(..count).unwrap_or_default());
        return Ok(Next::Bytes);
    }
    if let Some(resized) = resized.filter(|_| is_resized) {
        while rustix::io::read(resized, &mut bytes).is_ok_and(|count| count > 0) {}
        return Ok(Next::Resized);
    }
    Ok(Next::Bytes)
}
