//! What a terminal has told so far, and what was typed meanwhile.
//!
//! It must never know how the questions were put: only that the terminal says what it is once for each time it was
//! asked, and answers in the order of the questions.

use std::mem::take;

use ratatui::crossterm::event::Event;

use crate::terminal::background::Background;
use crate::terminal::hearing::{Heard, Hearing};

/// The row of the screen, from 1, in which the cursor stands when the terminal is asked for it. Not the first one:
/// there the answer is written as F3 with Shift is.
pub const CURSOR_ROW: u16 = 2;

/// What a terminal says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How many columns stand before the cursor.
    pub cols: Option<u16>,
    /// What is behind its text.
    pub background: Option<Background>,
}

/// The answers, as they come.
#[derive(Debug, Default)]
pub struct Answers {
    hearing: Hearing,
    /// How often it said what it is.
    rounds: usize,
    told: Told,
    typed: Vec<Event>,
}

impl Answers {
    /// Takes the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        let mut heard = Vec::new();
        self.hearing.take(bytes, &mut heard);
        self.sort(heard);
    }

    /// Nothing has come for a while.
    pub fn pause(&mut self) {
        let mut heard = Vec::new();
        self.hearing.pause(&mut heard);
        self.sort(heard);
    }

    fn sort(&mut self, heard: Vec<Heard>) {
        for heard in heard {
            match heard {
                Heard::Typed(event) => self.typed.push(event),
                Heard::Attributes => self.rounds += 1,
                Heard::Cursor { row, col } if row == CURSOR_ROW => {
                    self.told.cols = col.checked_sub(1);
                }
                Heard::Cursor { .. } => {}
                Heard::Background(background) => self.told.background = Some(background),
            }
        }
    }

    /// How often the terminal said what it is.
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    /// What it told.
    pub fn told(&self) -> Told {
        self.told
    }

    /// Whether something has begun that is not whole yet.
    pub fn is_within(&self) -> bool {
        self.hearing.is_within()
    }

    /// Whether all that has begun is an escape.
    pub fn is_escape(&self) -> bool {
        self.hearing.is_escape()
    }

    /// Whether so many rounds are over and nothing is begun: whoever listens next hears only what is typed.
    pub fn is_settled(&self, rounds: usize) -> bool {
        self.rounds >= rounds && !self.is_within()
    }

    /// What was typed, in its order; each key once.
    pub fn take_typed(&mut self) -> Vec<Event> {
        take(&mut self.typed)
    }
}
