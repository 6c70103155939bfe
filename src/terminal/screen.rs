//! The screen: draws whole pictures, each as one update.

use std::io::Write;

use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend, TestBackend};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

use crate::app::App;
use crate::view::{Look, draw};

/// A backend that can hold a picture back until it is complete, so that no half of it is ever seen and an input
/// method's window does not wander with the cursor.
pub trait Surface: Backend {
    /// Begins a picture.
    fn begin(&mut self) {}
    /// Shows it.
    fn end(&mut self) {}
}

impl<W: Write> Surface for CrosstermBackend<W> {
    // Terminals that do not know these ignore them; an error in writing comes up again in the drawing itself.
    fn begin(&mut self) {
        let _ = queue!(self, BeginSynchronizedUpdate);
    }
    fn end(&mut self) {
        let _ = queue!(self, EndSynchronizedUpdate);
        let _ = Write::flush(self);
    }
}

impl Surface for TestBackend {}

/// A terminal to draw on.
#[derive(Debug)]
pub struct Screen<S: Surface> {
    terminal: Terminal<S>,
}

impl<S: Surface> Screen<S> {
    /// Takes a backend.
    ///
    /// # Errors
    ///
    /// As the backend, which is asked for its size.
    pub fn new(surface: S) -> Result<Self, S::Error> {
        Ok(Self {
            terminal: Terminal::new(surface)?,
        })
    }

    /// The size of the window as it is now.
    ///
    /// # Errors
    ///
    /// As the backend.
    pub fn size(&self) -> Result<crate::app::layout::Size, S::Error> {
        let size = self.terminal.size()?;
        Ok(crate::app::layout::Size {
            cols: size.width,
            rows: size.height,
        })
    }

    /// Draws the app.
    ///
    /// # Errors
    ///
    /// As the backend.
    pub fn draw(&mut self, app: &App, look: Look) -> Result<(), S::Error> {
        self.terminal.backend_mut().begin();
        let drawn = self
            .terminal
            .draw(|frame| draw(app, look, frame))
            .map(|_| ());
        self.terminal.backend_mut().end();
        drawn
    }

    /// Forgets what is on screen, so that the next picture is drawn whole.
    ///
    /// # Errors
    ///
    /// As the backend.
    pub fn forget(&mut self) -> Result<(), S::Error> {
        // `clear` would ask the terminal where its cursor is and wait two seconds for those that do not answer.
        let area = self.terminal.get_frame().area();
        self.terminal.resize(area)
    }

    /// The backend, to look at what was drawn.
    pub fn surface(&self) -> &S {
        self.terminal.backend()
    }
}
