//! A backend without a terminal, on which pictures are made before it is known what of them has to be sent.

use std::convert::Infallible;

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{TerminalOptions, Viewport};

/// Makes pictures of one size.
#[derive(Debug)]
pub struct Canvas {
    terminal: Terminal<Paper>,
}

/// What a picture is: its cells, and where the cursor stands, if it is shown.
#[derive(Debug)]
pub struct Picture {
    pub cells: Buffer,
    pub cursor: Option<Position>,
}

impl Canvas {
    pub fn new(area: Rect) -> Self {
        let paper = Paper {
            size: area.as_size(),
            cursor: None,
        };
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        let Ok(terminal) = Terminal::with_options(paper, options);
        Self { terminal }
    }

    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame<'_>)) -> Picture {
        let Ok(drawn) = self.terminal.draw(picture);
        let cells = drawn.buffer.clone();
        Picture {
            cells,
            cursor: self.terminal.backend().cursor,
        }
    }
}

/// Remembers where the cursor is put, and nothing else.
#[derive(Debug)]
struct Paper {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Paper {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
