//! A terminal that does with wide characters what tmux does: where one half of one is overwritten, the other half
//! becomes a blank in the terminal's own colours.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use taizhang::terminal::Surface;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What terminals do differently.
#[derive(Clone, Copy, Debug, Default)]
pub struct Habits {
    /// Whether characters of ambiguous width take two columns.
    pub is_wide: bool,
    /// Whether a sequence of characters takes the columns of its first one alone: an emoji with a selector one.
    pub splits_clusters: bool,
    /// Whether the other half of an overwritten character shows something else than a blank.
    pub leaves_rubble: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    /// Nothing in the cells behind the first one of a wide character.
    symbol: Option<String>,
    look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const OWN: Look = Look {
    fg: Color::Reset,
    bg: Color::Reset,
    modifier: Modifier::empty(),
};

/// The terminal; takes bytes.
#[derive(Debug)]
pub struct Tmux {
    cols: usize,
    rows: usize,
    habits: Habits,
    cells: Vec<Held>,
    cursor: (usize, usize),
    pen: Look,
    /// Bytes of a sequence or a character that is not whole yet.
    pending: Vec<u8>,
}

impl Tmux {
    pub fn new(cols: u16, rows: u16, habits: Habits) -> Self {
        let (cols, rows) = (usize::from(cols), usize::from(rows));
        Self {
            cols,
            rows,
            habits,
            cells: vec![blank(OWN); cols * rows],
            cursor: (0, 0),
            pen: OWN,
            pending: Vec::new(),
        }
    }

    /// A window of another size: what stays in sight stays as it is.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        let mut other = Self::new(cols, rows, self.habits);
        for (y, row) in self.cells.chunks(self.cols).enumerate().take(other.rows) {
            for (x, held) in row.iter().enumerate().take(other.cols) {
                other.cells[y * other.cols + x] = held.clone();
            }
        }
        *self = other;
    }

    /// Where it shows something else than the picture: the place, what is shown, what is meant.
    pub fn difference(&self, picture: &Buffer) -> Option<String> {
        let cols = usize::from(picture.area.width);
        assert_eq!(
            (self.cols, self.rows),
            (cols, usize::from(picture.area.height))
        );
        for (y, row) in picture.content.chunks(cols).enumerate() {
            let mut x = 0;
            while x < cols {
                let meant = &row[x];
                let shown = &self.cells[y * cols + x];
                let look = Look {
                    fg: as_sent(meant.fg),
                    bg: as_sent(meant.bg),
                    modifier: meant.modifier,
                };
                let symbol = Some(meant.symbol());
                if shown.symbol.as_deref() != symbol || !is_alike(look, shown.look, meant.symbol())
                {
                    return Some(format!(
                        "({x}, {y}): {shown:?} instead of {symbol:?} {look:?}"
                    ));
                }
                let behind = x + usize::from(meant.cell_width()).max(1);
                for x in x + 1..behind {
                    let shown = &self.cells[y * cols + x];
                    // A terminal that draws it narrower has a blank there.
                    let is_rest = shown.symbol.as_deref().is_none_or(|symbol| symbol == " ");
                    if !is_rest || shown.look.bg != look.bg {
                        return Some(format!("({x}, {y}): {shown:?} behind {symbol:?} {look:?}"));
                    }
                }
                x = behind;
            }
        }
        None
    }

    fn take(&mut self) {
        let bytes = std::mem::take(&mut self.pending);
        let mut rest = &bytes[..];
        while let Some(first) = rest.first() {
            if *first == 0x1B {
                let Some(taken) = self.sequence(rest) else {
                    break;
                };
                rest = &rest[taken..];
                continue;
            }
            let end = rest.iter().position(|&byte| byte == 0x1B);
            let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
            self.print(std::str::from_utf8(text).unwrap());
            rest = after;
        }
        self.pending = rest.to_vec();
    }

    /// Obeys a control sequence; gives its bytes.
    fn sequence(&mut self, bytes: &[u8]) -> Option<usize> {
        assert_eq!(
            bytes.get(1),
            Some(&b'['),
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
        let end = bytes.iter().skip(2).position(u8::is_ascii_alphabetic)? + 2;
        let parameters = std::str::from_utf8(&bytes[2..end]).unwrap();
        let numbers: Vec<u8> = parameters
            .split(';')
            .filter_map(|number| number.parse().ok())
            .collect();
        match bytes[end] {
            b'H' => {
                let (row, col) = parameters.split_once(';').unwrap();
                let at = |number: &str| number.parse::<usize>().unwrap() - 1;
                self.cursor = (at(col), at(row));
            }
            b'J' => {
                let from = self.cursor.1 * self.cols + self.cursor.0;
                let look = Look {
                    bg: self.pen.bg,
                    ..OWN
                };
                self.cells[from..].fill(blank(look));
            }
            b'm' => self.paint(&numbers),
            b'h' | b'l' => assert!(parameters.starts_with('?')),
            other => panic!("unknown: {:?}", char::from(other)),
        }
        Some(end + 1)
    }

    fn paint(&mut self, mut numbers: &[u8]) {
        while let [number, rest @ ..] = numbers {
            numbers = rest;
            let pen = &mut self.pen;
            match number {
                0 => *pen = OWN,
                1 => pen.modifier |= Modifier::BOLD,
                2 => pen.modifier |= Modifier::DIM,
                3 => pen.modifier |= Modifier::ITALIC,
                4 => pen.modifier |= Modifier::UNDERLINED,
                7 => pen.modifier |= Modifier::REVERSED,
                22 => pen.modifier -= Modifier::BOLD | Modifier::DIM,
                23 => pen.modifier -= Modifier::ITALIC,
                24 => pen.modifier -= Modifier::UNDERLINED,
                27 => pen.modifier -= Modifier::REVERSED,
                // The colour of the line below text is never another.
                59 => {}
                39 => pen.fg = Color::Reset,
                49 => pen.bg = Color::Reset,
                38 | 48 => {
                    let (color, rest) = match numbers {
                        [5, index, rest @ ..] => (Color::Indexed(*index), rest),
                        [2, r, g, b, rest @ ..] => (Color::Rgb(*r, *g, *b), rest),
                        other => panic!("unknown colour: {other:?}"),
                    };
                    numbers = rest;
                    *(if *number == 38 {
                        &mut pen.fg
                    } else {
                        &mut pen.bg
                    }) = color;
                }
                other => panic!("unknown attribute: {other}"),
            }
        }
    }

    fn print(&mut self, text: &str) {
        for cluster in text.graphemes(true) {
            let cols = self.cols_of(cluster);
            let (x, y) = self.cursor;
            assert!(
                x + cols <= self.cols && y < self.rows,
                "{cluster:?} at {x}, {y}"
            );
            let row = y * self.cols;
            // What the first cell was half of, back to its beginning.
            let mut start = x;
            while self.cells[row + start].symbol.is_none() && start > 0 {
                start -= 1;
            }
            // What the last one was half of, on to its end.
            let mut end = x + cols;
            while end < self.cols && self.cells[row + end].symbol.is_none() {
                end += 1;
            }
            for at in (start..x).chain(x + cols..end) {
                self.cells[row + at] = blank(OWN);
                if self.habits.leaves_rubble {
                    self.cells[row + at].symbol = Some("▒".to_owned());
                }
            }
            for at in x..x + cols {
                self.cells[row + at] = Held {
                    symbol: (at == x).then(|| cluster.to_owned()),
                    look: self.pen,
                };
            }
            self.cursor.0 += cols;
        }
    }

    fn cols_of(&self, cluster: &str) -> usize {
        let first = cluster.chars().next().unwrap();
        match (self.habits.splits_clusters, self.habits.is_wide) {
            (true, _) => first.width().unwrap(),
            (false, true) => cluster.width_cjk(),
            (false, false) => cluster.width(),
        }
    }
}

impl Write for Tmux {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.take();
        Ok(())
    }
}

fn blank(look: Look) -> Held {
    Held {
        symbol: Some(" ".to_owned()),
        look,
    }
}

/// Whether two looks are the same to the eye; of a blank the colour of the text is not seen.
fn is_alike(meant: Look, shown: Look, symbol: &str) -> bool {
    let is_seen = symbol != " "
        || meant
            .modifier
            .intersects(Modifier::REVERSED | Modifier::UNDERLINED);
    meant.bg == shown.bg && meant.modifier == shown.modifier && (!is_seen || meant.fg == shown.fg)
}

/// The sixteen colours go out by their numbers.
fn as_sent(color: Color) -> Color {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let named = NAMED.iter().position(|it| *it == color);
    named.map_or(color, |index| Color::Indexed(u8::try_from(index).unwrap()))
}

#[derive(Clone, Debug)]
struct Line(Rc<RefCell<Tmux>>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.borrow_mut().flush()
    }
}

/// A surface that sends the very bytes of a session to such a terminal.
#[derive(Debug)]
pub struct Pane {
    backend: CrosstermBackend<Line>,
    pub tmux: Rc<RefCell<Tmux>>,
    /// How many cells were sent.
    pub sent_cells: usize,
}

impl Pane {
    pub fn new(cols: u16, rows: u16, habits: Habits) -> Self {
        // Whoever runs the tests may not want colours.
        ratatui::crossterm::style::force_color_output(true);
        let tmux = Rc::new(RefCell::new(Tmux::new(cols, rows, habits)));
        Self {
            backend: CrosstermBackend::new(Line(Rc::clone(&tmux))),
            tmux,
            sent_cells: 0,
        }
    }
}

impl Surface for Pane {
    fn begin(&mut self) {
        Surface::begin(&mut self.backend);
    }

    fn end(&mut self) {
        Surface::end(&mut self.backend);
    }
}

impl Backend for Pane {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let sent = &mut self.sent_cells;
        self.backend.draw(content.inspect(|_| *sent += 1))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.backend.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.backend.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.backend.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.backend.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.backend.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        let tmux = self.tmux.borrow();
        let cells = |count: usize| u16::try_from(count).unwrap();
        Ok(Size::new(cells(tmux.cols), cells(tmux.rows)))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let columns_rows = self.size()?;
        Ok(WindowSize {
            columns_rows,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.backend)
    }
}
