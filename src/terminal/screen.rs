//! The screen: draws whole pictures, and sends of each what is other than on the terminal, as one update.

use std::io::Write;

use ratatui::Frame;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::beginning::Beginning;
use crate::app::layout::Size;
use crate::terminal::canvas::{Canvas, Picture};
use crate::terminal::updates::updates;
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
    canvas: Canvas,
    surface: S,
    size: Size,
    /// What the terminal shows; `None` where nobody knows.
    shown: Option<Buffer>,
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
        Ok(Self {
            canvas: Canvas::new(rect(size)),
            surface,
            size,
            // A session begins on an empty screen.
            shown: Some(Buffer::empty(rect(size))),
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
        let size = self.surface.size()?;
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
            self.canvas = Canvas::new(rect(size));
            self.forget();
        }
        let picture = self.canvas.draw(picture);
        self.surface.begin();
        let sent = self.send(picture);
        self.surface.end();
        sent
    }

    fn send(&mut self, picture: Picture) -> Result<(), S::Error> {
        let Picture { cells, cursor } = picture;
        let shown = if let Some(shown) = self.shown.take() {
            shown
        } else {
            self.surface.set_cursor_position(Position::ORIGIN)?;
            self.surface.clear_region(ClearType::AfterCursor)?;
            Buffer::empty(cells.area)
        };
        let updates = updates(&shown, &cells);
        let updates = updates.iter().map(|(x, y, cell)| (*x, *y, cell));
        self.surface.draw(updates)?;
        match cursor {
            None => self.surface.hide_cursor()?,
            Some(position) => {
                self.surface.show_cursor()?;
                self.surface.set_cursor_position(position)?;
            }
        }
        self.surface.flush()?;
        self.shown = Some(cells);
        Ok(())
    }

    /// Forgets what is on screen, so that the next picture is drawn whole.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// The backend, to look at what was drawn.
    pub fn surface(&self) -> &S {
        &self.surface
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
