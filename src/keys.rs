//! Which key does what: one table, and what a user wants otherwise. The loop, the help, the footer and the palette
//! read the same [`Keys`].
//!
//! Most users have a Chinese input method switched on, and it swallows letters. So every action has a route that
//! passes through one (arrows, Enter, Esc, Tab, F-keys, Ctrl); letters are shortcuts beside it, and full-width forms
//! count as half-width ones. While text is being typed no letter is ever a command.

pub mod chord;
pub mod table;

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use crate::app::layout::Size;
use crate::app::pointing::{Cell, Gesture};
use crate::app::{Action, Mode, Msg};
use crate::text::fold::half_width;

pub use chord::Chord;
pub use table::{Binding, Context};

/// The keys of a user. Whoever reads or shows keys takes them from one such value, so that none can tell another key
/// than the one that works.
#[derive(Debug)]
pub struct Keys {
    /// The bindings that are other than in the table.
    changed: Vec<Binding>,
}

impl Keys {
    /// Those of the table.
    pub const DEFAULT: &'static Self = &Self {
        changed: Vec::new(),
    };

    /// Those of the table, but for these actions: each has just the keys given here, and a key that is given to one is
    /// taken from the action of the same context that had it.
    pub fn with(given: &[Binding]) -> Self {
        let rows = table::all().filter_map(|row| changed(row, given));
        Self {
            changed: rows.collect(),
        }
    }

    /// The bindings of one context, in the order of the table.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let of_context = table::all().filter(move |row| row.context == context);
        of_context.map(|row| {
            let mut changed = self.changed.iter();
            changed.find(|it| it.is_for_the_same(row)).unwrap_or(row)
        })
    }

    /// The binding that these keys have for an action.
    pub fn binding(&self, context: Context, action: Action) -> Option<&Binding> {
        self.bindings(context)
            .find(|binding| binding.action == action)
    }

    /// What an event of the terminal means in a context; `None` where it means nothing.
    pub fn message(&self, context: Context, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.of_key(context, key),
            Event::Paste(text) => Some(Msg::Pasted(text)),
            Event::Resize(cols, rows) => Some(Msg::Resized(Size { cols, rows })),
            _ => None,
        }
    }

    fn of_key(&self, context: Context, key: KeyEvent) -> Option<Msg> {
        let key = if context.is_typing() {
            key
        } else {
            half_width_key(key)
        };
        if let Some(binding) = self
            .bindings(context)
            .find(|binding| binding.chords.iter().any(|chord| chord.is(key)))
        {
            return Some(Msg::Do(binding.action));
        }
        self.selecting(context, key)
            .map(Msg::Select)
            .or_else(|| typed(key).map(Msg::Typed))
            // Whatever it is, it wakes a blank screen.
            .or_else(|| (context == Context::Present).then_some(Msg::OtherKey))
    }

    /// The motion that a key with Shift extends the selection by.
    fn selecting(&self, context: Context, key: KeyEvent) -> Option<Action> {
        let is_selecting = context.is_typing() && key.modifiers.contains(KeyModifiers::SHIFT);
        let bare = KeyEvent {
            modifiers: key.modifiers.difference(KeyModifiers::SHIFT),
            ..key
        };
        let means = |binding: &&Binding| binding.chords.iter().any(|chord| chord.is(bare));
        let mut bindings = self.bindings(context).filter(|_| is_selecting);
        let binding = bindings.find(means)?;
        // A character with Shift is that character.
        let is_character = matches!(key.code, KeyCode::Char(_));
        (binding.action.moves_caret() && !is_character).then_some(binding.action)
    }
}

/// The context that a mode takes its keys from.
pub fn context(mode: &Mode) -> Context {
    match mode {
        Mode::Browse => Context::Browse,
        Mode::Search(_) => Context::Search,
        Mode::NameSearch(_) => Context::NameSearch,
        Mode::Edit(_) => Context::Edit,
        Mode::Ask(..) => Context::Ask,
        Mode::Merge(_) => Context::Merge,
        Mode::Overview(_) => Context::Overview,
        Mode::Findings(_) => Context::Findings,
        Mode::Propose(_) => Context::Propose,
        Mode::Orders(_) => Context::Orders,
        Mode::Present(_) => Context::Present,
        Mode::Menu(_) => Context::Menu,
        Mode::Copy(_) => Context::Copy,
        Mode::Palette(_) => Context::Palette,
        Mode::Help(help) if help.is_typing => Context::HelpSearch,
        Mode::Help(_) => Context::Help,
    }
}

/// How many rows a turn of the wheel scrolls.
const WHEEL_ROWS: isize = 3;

/// What an event of the terminal says about the mouse; `None` where it says nothing that is listened to.
pub fn gesture(event: &Event) -> Option<(Gesture, Cell)> {
    let Event::Mouse(mouse) = event else {
        return None;
    };
    let gesture = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::Down(MouseButton::Right) => Gesture::RightClick,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::ScrollUp => Gesture::Wheel(-WHEEL_ROWS),
        MouseEventKind::ScrollDown => Gesture::Wheel(WHEEL_ROWS),
        _ => return None,
    };
    let (col, row) = (mouse.column, mouse.row);
    Some((gesture, Cell { col, row }))
}

/// What becomes of a row of the table; `None` where it stays as it is.
fn changed(row: &Binding, given: &[Binding]) -> Option<Binding> {
    if let Some(own) = given.iter().find(|it| it.is_for_the_same(row)) {
        return Some(own.clone());
    }
    let others = given.iter().filter(|it| it.context == row.context);
    let is_taken = |chord: &Chord| others.clone().any(|it| it.chords.contains(chord));
    if !row.chords.iter().any(is_taken) {
        return None;
    }
    let left = row.chords.iter().filter(|chord| !is_taken(chord));
    Some(Binding {
        chords: left.copied().collect(),
        ..row.clone()
    })
}

/// The character that a key types, if it types one.
fn typed(key: KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = key.code else {
        return None;
    };
    let bare = key.modifiers.difference(KeyModifiers::SHIFT);
    // A terminal reports `ESC 中` in one read as Alt+中. Nobody presses that: it is text that follows an Esc.
    (bare.is_empty() || (bare == KeyModifiers::ALT && !c.is_ascii())).then_some(c)
}

fn half_width_key(key: KeyEvent) -> KeyEvent {
    match key.code {
        KeyCode::Char(c) => KeyEvent {
            code: KeyCode::Char(half_width(c)),
            ..key
        },
        _ => key,
    }
}

#[cfg(test)]
mod tests;
