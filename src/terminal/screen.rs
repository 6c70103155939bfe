//! The screen: draws whole pictures, each as one update.

use std::io::Write;

use ratatui::backend::{Backend, CrosstermBackend, TestBackend};
use ratatui::crossterm::queue;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

use crate::app::App;
use crate::app::beginning::Beginning;
use crate::app::layout::Size;
use crate::view::{Look, beginning, draw, loading};

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
///
/// Its size changes only when the app's does. A terminal that follows its window by itself would already have another
/// size than the picture that is being drawn when a window is resized quickly.
#[derive(Debug)]
pub struct Screen<S: Surface> {
    terminal: Terminal<S>,
    size: Size,
}

impl<S: Surface> Screen<S> {
    /// Takes a backend.
    ///
    /// # Errors
    ///
    /// As the backend, which is asked for its size.
    pub fn new(surface: S) -> Result<Self, S::Error> {
        let size = surface.size()?;
        let size = Size {
            cols: size.width,
            rows: size.height,
        };
        let options = TerminalOptions {
            viewport: Viewport::Fixed(rect(size)),
        };
        Ok(Self {
            terminal: Terminal::with_options(surface, options)?,
            size,
        })
    }

    /// The size of the window when it was last asked for.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The size of the window now.
    ///
    /// # Errors
    ///
    /// As the backend.
    pub fn measure(&self) -> Result<Size, S::Error> {
        let size = self.terminal.backend().size()?;
        Ok(Size {
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
        self.show(app.size(), |frame| draw(app, look, frame))
    }

    /// Draws how far the reading of a ledger is.
    ///
    /// # Errors
    ///
    /// As the backend.
    pub fn draw_loading(
        &mut self,
        size: Size,
        name: &str,
        percent: Option<usize>,
        look: Look,
    ) -> Result<(), S::Error> {
        self.show(size, |frame| loading::draw(name, percent, look, frame))
    }

    /// Draws what there is to begin with.
    ///
    /// # Errors
    ///
    /// As the backend.
    pub fn draw_beginning(&mut self, it: &Beginning, look: Look) -> Result<(), S::Error> {
        self.show(it.size, |frame| beginning::draw(it, look, frame))
    }

    fn show(&mut self, size: Size, picture: impl FnOnce(&mut Frame<'_>)) -> Result<(), S::Error> {
        if size != self.size {
            self.size = size;
            self.terminal.resize(rect(self.size))?;
        }
        self.terminal.backend_mut().begin();
        let drawn = self.terminal.draw(picture).map(|_| ());
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
        self.terminal.resize(rect(self.size))
    }

    /// The backend, to look at what was drawn.
    pub fn surface(&self) -> &S {
        self.terminal.backend()
    }
}

const fn rect(size: Size) -> Rect {
    Rect {
        x: 0,
        y: 0,
        width: size.cols,
        height: size.rows,
    }
}
