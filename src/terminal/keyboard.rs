//! The thread that reads keys.

use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use ratatui::crossterm::event;

use crate::terminal::Wake;

/// The most events handed over at once. A paste without paste marks is thousands of keys; the picture should still
/// follow them.
const BURST: usize = 4_096;

/// Starts the thread. It reads only after a word on `more`, blocks until something comes, takes along what came with
/// it (an input method commits ten characters as ten keys), and hands all of it over as one wake.
pub fn start(wakes: Sender<Wake>, more: Receiver<()>) {
    thread::spawn(move || {
        while more.recv().is_ok() {
            let wake = read_burst().map_or_else(Wake::InputEnded, Wake::Events);
            let has_ended = matches!(wake, Wake::InputEnded(_));
            if wakes.send(wake).is_err() || has_ended {
                return;
            }
        }
    });
}

fn read_burst() -> std::io::Result<Vec<event::Event>> {
    let mut events = vec![event::read()?];
    while events.len() < BURST && event::poll(std::time::Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}
