//! What there is to choose where no ledger is there yet: one of the folder, a new one, the demonstration, another file.

use crate::app::field::{Field, Kind};
use crate::app::layout::Size;
use crate::app::{Action, Msg};
use crate::text::{Ruler, clean};

/// Something to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The ledger of the folder at this place in the list.
    Ledger(usize),
    /// A new ledger.
    New,
    /// The demonstration.
    Demo,
    /// A file that is named by hand.
    Other(String),
    /// Nothing.
    Quit,
}

/// The screen where one begins.
#[derive(Debug)]
pub struct Beginning {
    /// The ledgers of the folder, by name.
    pub ledgers: Vec<String>,
    /// Where a new ledger would be.
    pub new: String,
    /// What went wrong with the last choice.
    pub told: Option<String>,
    /// The choice under the cursor.
    pub cursor: usize,
    /// The name that is being typed, while one is.
    pub path: Option<Field>,
    /// The size of the window.
    pub size: Size,
}

/// The columns before the name that is typed.
pub const PATH_LABEL_COLS: u16 = 8;

/// The longest name that makes sense.
const PATH_LIMIT_BYTES: usize = 4_096;

impl Beginning {
    /// The screen with these ledgers to choose from.
    pub fn new(ledgers: Vec<String>, new: String) -> Self {
        Self {
            ledgers,
            new,
            told: None,
            cursor: 0,
            path: None,
            size: Size { cols: 80, rows: 24 },
        }
    }

    /// All choices, in their order.
    pub fn choices(&self) -> Vec<Start> {
        let ledgers = (0..self.ledgers.len()).map(Start::Ledger);
        let others = [
            Start::New,
            Start::Demo,
            Start::Other(String::new()),
            Start::Quit,
        ];
        ledgers.chain(others).collect()
    }

    /// Takes one message; gives what was chosen.
    pub fn update(&mut self, msg: Msg, ruler: Ruler) -> Option<Start> {
        let chosen = match msg {
            Msg::Resized(size) => {
                self.size = size;
                None
            }
            Msg::Do(Action::Quit) => Some(Start::Quit),
            Msg::Do(action) if self.path.is_some() => self.act_on_path(action),
            Msg::Do(action) => self.act(action),
            Msg::Typed(c) => self.typed(c),
            Msg::Pasted(text) => {
                self.pasted(&text);
                None
            }
            _ => None,
        };
        let cols = self.size.cols.saturating_sub(PATH_LABEL_COLS).max(2);
        if let Some(path) = &mut self.path {
            path.measure_with(ruler);
            path.resize(cols, 1);
        }
        chosen
    }

    fn act(&mut self, action: Action) -> Option<Start> {
        let last = self.choices().len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::Choose => return self.choose(self.cursor),
            _ => {}
        }
        None
    }

    fn choose(&mut self, index: usize) -> Option<Start> {
        let chosen = self.choices().into_iter().nth(index)?;
        self.cursor = index;
        self.told = None;
        if let Start::Other(_) = chosen {
            self.path = Some(Field::line(""));
            return None;
        }
        Some(chosen)
    }

    fn act_on_path(&mut self, action: Action) -> Option<Start> {
        let path = self.path.as_mut()?;
        match action {
            Action::Left => path.left(),
            Action::Right => path.right(),
            Action::First => path.text_start(),
            Action::Last => path.text_end(),
            Action::DeleteBefore => path.delete_before(),
            Action::DeleteAfter => path.delete_after(),
            Action::ClearField => path.clear(),
            Action::Back => self.path = None,
            Action::Choose if !path.text().trim().is_empty() => {
                return Some(Start::Other(path.text().to_owned()));
            }
            _ => {}
        }
        None
    }

    /// A digit chooses what has it before it, a letter what begins with it.
    fn typed(&mut self, c: char) -> Option<Start> {
        if let Some(path) = &mut self.path {
            path.insert(&clean(c.encode_utf8(&mut [0; 4])), Kind::Type);
            return None;
        }
        let others = self.ledgers.len();
        match c.to_ascii_lowercase() {
            'n' => self.choose(others),
            'd' => self.choose(others + 1),
            'o' => self.choose(others + 2),
            digit => {
                let number = usize::try_from(digit.to_digit(10)?).ok()?;
                self.choose(number.checked_sub(1)?)
            }
        }
    }

    /// A file that is dragged into the window is pasted: its name is what is meant wherever one is.
    fn pasted(&mut self, text: &str) {
        let text = clean(text);
        if text.len() > PATH_LIMIT_BYTES {
            return;
        }
        self.path
            .get_or_insert_with(|| Field::line(""))
            .insert(&text, Kind::Paste);
    }
}
