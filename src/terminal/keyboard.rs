//! The thread that reads keys.

use std::io;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{self, Event};

use crate::app::Msg;
use crate::terminal::Wake;
#[cfg(unix)]
use crate::terminal::owed;

/// The most events handed over at once. A paste without paste marks is thousands of keys; the picture should still
/// follow them.
const BURST: usize = 4_096;

/// The time in which what is there already is taken. Not zero: asked with no time at all, crossterm does not look.
const AT_ONCE: Duration = Duration::from_micros(100);

/// Whoever types nothing for this long begins a new thought, and with it a new undo step.
pub(super) const PAUSE: Duration = Duration::from_millis(700);

/// Starts the thread. It reads only after a word on `more`, blocks until something comes, takes along what came with
/// it (an input method commits ten characters as ten keys), and hands all of it over as one wake.
pub fn start(wakes: Sender<Wake>, more: Receiver<()>) {
    thread::spawn(move || {
        let mut last_key = Instant::now();
        while more.recv().is_ok() {
            let wake = read_burst().map_or_else(Wake::InputEnded, Wake::Events);
            if last_key.elapsed() >= PAUSE && wakes.send(Wake::Answer(Msg::Paused)).is_err() {
                return;
            }
            last_key = Instant::now();
            let has_ended = matches!(wake, Wake::InputEnded(_));
            if wakes.send(wake).is_err() || has_ended {
                return;
            }
        }
    });
}

/// Begins to take note of keys and of the window's size, without waiting for any.
pub fn listen() -> io::Result<()> {
    // With no time at all nothing of what was typed is taken yet.
    event::poll(Duration::ZERO).map(|_| ())
}

fn read_burst() -> io::Result<Vec<Event>> {
    #[cfg(unix)]
    if let Some(events) = owed::read()? {
        return Ok(events);
    }
    let mut events = vec![event::read()?];
    while events.len() < BURST && event::poll(AT_ONCE)? {
        events.push(event::read()?);
    }
    Ok(events)
}
